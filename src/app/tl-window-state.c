/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-window-private.h"

#include <glib/gi18n.h>

#include "tl-announcement.h"
#include "tl-workbook-conflicts.h"
#include "tl-workbook-kept.h"
#include "tl-workbook-recorded.h"

/* Whether the workbook is saved: in a few words below the title, and in sentences with what to do where something is
 * to be done. */

static char *
with_reason (const char *state,
             const char *reason)
{
  /* Translators: what is so, and why */
  return reason != NULL ? g_strdup_printf (_("%s: %s"), state, reason) : g_strdup (state);
}

static char *
describe_state (TlWorkbook *workbook)
{
  const char *reason = tl_workbook_get_save_reason (workbook);
  guint n_conflicts = tl_workbook_get_n_conflicts (workbook);

  switch (tl_workbook_get_saved_state (workbook))
    {
    case TL_SAVED_STATE_UNTITLED:
      return g_strdup (_("Not saved yet"));
    case TL_SAVED_STATE_UNSAVED:
      return g_strdup (_("Kept, saving soon"));
    case TL_SAVED_STATE_SAVING:
      return g_strdup (_("Saving"));
    case TL_SAVED_STATE_CANT_SAVE:
      return with_reason (_("Can’t save here"), reason);
    case TL_SAVED_STATE_CONFLICT:
      return g_strdup_printf (ngettext ("In conflict: %u thing to settle", "In conflict: %u things to settle",
                                        n_conflicts), n_conflicts);
    case TL_SAVED_STATE_READ_ONLY:
      return with_reason (_("Read-only"), reason);
    case TL_SAVED_STATE_SAVED:
    default:
      return g_strdup (_("Saved"));
    }
}

typedef struct
{
  char *sentence;
  const char *button;
  const char *action;
} Notice;

/* So short that it can be read whole where there is little room; the rest is a dialog away. */
static void
describe_read_only (TlWorkbook *workbook,
                    Notice     *notice)
{
  if (tl_workbook_is_practice (workbook))
    {
      notice->sentence = g_strdup (_("Practice: an invented service. Nothing in it can be changed or saved."));
      notice->button = _("_Back to Practice");
      notice->action = "app.practice";
      return;
    }
  switch (tl_workbook_get_read_only_reason (workbook))
    {
    case TL_READ_ONLY_REASON_NEWER:
      notice->sentence = g_strdup (_("Read-only: saved by a newer Throughline. What it added isn’t shown."));
      notice->button = _("_What to Do…");
      notice->action = "win.explain-saving";
      break;
    case TL_READ_ONLY_REASON_OVERTAKEN:
      notice->sentence = g_strdup (_("A newer Throughline saved the file. This is your copy, with changes not in it."));
      notice->button = _("_What to Do…");
      notice->action = "win.explain-saving";
      break;
    case TL_READ_ONLY_REASON_PERMISSION:
    case TL_READ_ONLY_REASON_NONE:
    default:
      notice->sentence = g_strdup (_("Read-only: you may not change this file."));
      notice->button = _("Save _As…");
      notice->action = "win.save-as";
      break;
    }
}

static Notice
describe_notice (TlWindow *self)
{
  Notice notice = { NULL, NULL, NULL };
  g_autofree char *state = NULL;

  /* What was recorded has words of its own. */
  if (self->workbook == NULL || tl_workbook_is_past (self->workbook))
    return notice;
  switch (tl_workbook_get_saved_state (self->workbook))
    {
    case TL_SAVED_STATE_CANT_SAVE:
      state = describe_state (self->workbook);
      /* Translators: %s is "Can’t save here: " and why */
      notice.sentence = g_strdup_printf (_("%s. Your changes are kept on this computer."), state);
      notice.button = _("_What to Do…");
      notice.action = "win.explain-saving";
      break;
    case TL_SAVED_STATE_READ_ONLY:
      describe_read_only (self->workbook, &notice);
      break;
    case TL_SAVED_STATE_UNTITLED:
      if (!self->goes_on)
        break;
      notice.sentence = g_strdup (_("These changes are kept on this computer and in no file yet. Save them under a name "
                                    "so that others can see them."));
      notice.button = _("Save _As…");
      notice.action = "win.save-as";
      break;
    case TL_SAVED_STATE_UNSAVED:
    case TL_SAVED_STATE_SAVING:
    case TL_SAVED_STATE_SAVED:
    case TL_SAVED_STATE_CONFLICT:
    default:
      break;
    }
  return notice;
}

/* A banner isn't read aloud by itself when it appears. */
static void
update_banner (TlWindow *self)
{
  Notice notice = describe_notice (self);

  if (notice.sentence != NULL
      && (!adw_banner_get_revealed (self->state_banner)
          || g_strcmp0 (adw_banner_get_title (self->state_banner), notice.sentence) != 0))
    {
      adw_banner_set_use_markup (self->state_banner, FALSE);
      adw_banner_set_title (self->state_banner, notice.sentence);
      adw_banner_set_button_label (self->state_banner, notice.button);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->state_banner), notice.action);
      tl_announce (GTK_WIDGET (self), notice.sentence);
    }
  adw_banner_set_revealed (self->state_banner, notice.sentence != NULL);
  g_free (notice.sentence);
}

/* Says whose workbook it is and whether it is saved. */
void
tl_window_update_state (TlWindow *self)
{
  g_autofree char *state = NULL, *title = NULL;
  const char *provider = NULL;

  update_banner (self);
  if (self->workbook == NULL)
    {
      gtk_window_set_title (GTK_WINDOW (self), _("Throughline"));
      return;
    }
  provider = tl_workbook_get_provider (self->workbook);
  if (provider[0] == '\0')
    provider = _("Unnamed provider");
  state = describe_state (self->workbook);
  adw_window_title_set_title (self->window_title, provider);
  /* Who doesn't see the title hears that what was done has reached the file. */
  if (tl_workbook_get_saved_state (self->workbook) == TL_SAVED_STATE_SAVED
      && *adw_window_title_get_subtitle (self->window_title) != '\0'
      && !g_str_equal (adw_window_title_get_subtitle (self->window_title), state))
    tl_announce (GTK_WIDGET (self), state);
  adw_window_title_set_subtitle (self->window_title, state);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->window_title), state);
  /* Translators: the provider's name, then the program's */
  title = g_strdup_printf (_("%s – Throughline"), provider);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

static void
tried_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (TlWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  /* The title says whether it worked; only that it didn't is news. */
  if (!tl_workbook_save_finish (TL_WORKBOOK (source), result, &error))
    tl_window_say (self, _("It still can’t be saved. It is tried again by itself."));
}

static void
explained_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (TlWindow) self = user_data;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (self->workbook == NULL)
    return;
  if (g_strcmp0 (response, "try") == 0)
    tl_workbook_save_async (self->workbook, NULL, NULL, tried_cb, g_object_ref (self));
  else if (g_strcmp0 (response, "save-as") == 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.save-as", NULL);
}

/* Says why it can't be saved or edited and what can be done, and does it. */
void
tl_window_explain_saving (TlWindow *self)
{
  TlSavedState state = tl_workbook_get_saved_state (self->workbook);
  const char *problem = tl_workbook_get_save_problem (self->workbook);
  AdwAlertDialog *dialog;

  if (problem == NULL)
    return;
  dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (state == TL_SAVED_STATE_CANT_SAVE ? _("Can’t Save Here")
                                                                                    : _("Read-Only"), problem));
  adw_alert_dialog_add_response (dialog, "close", _("_Close"));
  if (state == TL_SAVED_STATE_CANT_SAVE)
    adw_alert_dialog_add_response (dialog, "try", _("_Try Again"));
  if (tl_workbook_get_read_only_reason (self->workbook) != TL_READ_ONLY_REASON_NEWER)
    adw_alert_dialog_add_response (dialog, "save-as", _("_Save As…"));
  adw_alert_dialog_set_close_response (dialog, "close");
  adw_alert_dialog_choose (dialog, GTK_WIDGET (self), NULL, explained_cb, g_object_ref (self));
}
