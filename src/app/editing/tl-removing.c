/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-removing.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "tl-edit-dialog.h"
#include "tl-editing.h"
#include "tl-format.h"
#include "tl-removal.h"
#include "tl-row-words.h"
#include "tl-window.h"

/* A removal that somebody asked for. */
typedef struct
{
  GtkWidget *from;
  TlWorkbook *workbook;
  TlTable table;
  TlId row;
  TlRemoval *removal;
} Asked;

static void
asked_free (Asked *asked)
{
  g_clear_pointer (&asked->removal, tl_removal_free);
  g_object_unref (asked->from);
  g_object_unref (asked->workbook);
  g_free (asked);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asked, asked_free)

static TlWindow *
get_window (Asked *asked)
{
  GtkRoot *root = gtk_widget_get_root (asked->from);

  return TL_IS_WINDOW (root) ? TL_WINDOW (root) : NULL;
}

static void
removed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Asked) asked = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *noun = tl_format_capital (tl_row_words_noun (asked->table)), *sentence = NULL;
  const char *title = tl_removal_get_title (asked->removal);
  TlWindow *window = get_window (asked);
  gboolean kept = tl_workbook_apply_finish (TL_WORKBOOK (source), result, &error);

  if (window == NULL)
    return;
  if (!kept)
    {
      tl_window_say (window, error->message);
      return;
    }
  /* Translators: a sort of thing, such as "Action", and what it is called */
  sentence = *title != '\0' ? g_strdup_printf (_("%1$s removed: %2$s"), noun, title)
                            /* Translators: %s is a sort of thing, such as "Action" */
                            : g_strdup_printf (_("%s removed"), noun);
  tl_window_offer_undo (window, sentence);
}

static void
remove_now (Asked *asked)
{
  g_autoptr (TlChange) change = tl_removal_make_change (asked->removal);

  tl_workbook_apply_async (asked->workbook, change, NULL, removed_cb, asked);
}

static void
answered_cb (AdwAlertDialog *dialog,
             GAsyncResult   *result,
             gpointer        user_data)
{
  g_autoptr (Asked) asked = user_data;
  const char *answer = adw_alert_dialog_choose_finish (dialog, result);

  if (g_str_equal (answer, "remove"))
    remove_now (g_steal_pointer (&asked));
  else if (g_str_equal (answer, "end"))
    tl_editing_end (asked->from, asked->workbook, asked->table, &asked->row);
}

/* What can be done instead, so that what happened stays known. */
static const char *
get_advice (TlTable table)
{
  switch ((int) table)
    {
    case TL_TABLE_PERSON:
      return _("If they have left, give the day instead: what they did then stays known.");
    case TL_TABLE_PLACE:
      return _("If it no longer gives care, give the day instead: what happened there then stays known.");
    case TL_TABLE_ACTION:
      return _("If it is no longer to be done, end it with a reason instead: then it stays known why.");
    case TL_TABLE_RISK:
      return _("A risk that no longer applies is closed by a decision at a review instead: then it stays known why.");
    case TL_TABLE_OWNERSHIP:
    case TL_TABLE_EXPECTED_EVIDENCE:
      return _("If it is over, give the day instead.");
    default:
      return NULL;
    }
}

static void
ask (Asked *asked)
{
  g_autofree char *title = NULL, *lost = tl_removal_say (asked->removal), *body = NULL;
  const char *advice = get_advice (asked->table);
  AdwAlertDialog *dialog;

  /* Translators: %s is what something is called, such as a person's name */
  title = g_strdup_printf (_("Other things have to do with “%s”."), tl_removal_get_title (asked->removal));
  body = g_strjoin ("\n\n", title, lost, advice != NULL ? advice : _("It can be undone."), NULL);
  dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_("Remove?"), body));
  adw_alert_dialog_add_response (dialog, "cancel", _("_Cancel"));
  if (tl_editing_can_end (asked->table))
    adw_alert_dialog_add_response (dialog, "end", _("_End Instead…"));
  adw_alert_dialog_add_response (dialog, "remove", _("_Remove"));
  adw_alert_dialog_set_response_appearance (dialog, "remove", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (dialog, tl_editing_can_end (asked->table) ? "end" : "cancel");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_alert_dialog_choose (dialog, asked->from, NULL, (GAsyncReadyCallback) answered_cb, asked);
}

static void
planned_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Asked) asked = user_data;

  asked->removal = tl_removal_plan_finish (result);
  /* It may have gone meanwhile, or the window may have. */
  if (asked->removal == NULL || gtk_widget_get_root (asked->from) == NULL
      || !tl_workbook_get_editable (asked->workbook))
    return;
  if (tl_removal_is_plain (asked->removal))
    remove_now (g_steal_pointer (&asked));
  else
    ask (g_steal_pointer (&asked));
}

/**
 * tl_editing_remove:
 * @from: the widget that it was asked for from
 * @workbook: a workbook; nothing happens while it can't be edited
 * @table: a table
 * @row: the id of one of its rows
 *
 * Removes a row at once, with an offer to undo it. Where other rows have to do with it, says first what would be lost, and
 * offers to end it instead.
 */
void
tl_editing_remove (GtkWidget  *from,
                   TlWorkbook *workbook,
                   TlTable     table,
                   const TlId *row)
{
  Asked *asked = NULL;

  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (TL_IS_WORKBOOK (workbook));

  if (!tl_workbook_get_editable (workbook))
    return;
  asked = g_new0 (Asked, 1);
  asked->from = g_object_ref (from);
  asked->workbook = g_object_ref (workbook);
  asked->table = table;
  asked->row = *row;
  tl_removal_plan_async (tl_assessment_get_snapshot (tl_workbook_get_assessment (workbook)), table, row, NULL, planned_cb,
                         asked);
}

/**
 * tl_editing_can_end:
 * @table: a table
 *
 * Returns: whether its rows can be ended instead of being removed
 */
gboolean
tl_editing_can_end (TlTable table)
{
  return table == TL_TABLE_ACTION || tl_layout_find_field (table, "until_date") != NULL;
}

/**
 * tl_editing_end:
 * @from: the widget that it was asked for from
 * @workbook: a workbook; nothing happens while it can't be edited
 * @table: a table whose rows can be ended
 * @row: the id of one of its rows
 *
 * Opens the dialog in which a row is ended: an action by an event with its reason, anything else by the day until which it
 * lasted.
 */
void
tl_editing_end (GtkWidget  *from,
                TlWorkbook *workbook,
                TlTable     table,
                const TlId *row)
{
  g_autoptr (TlDraft) draft = NULL;

  g_return_if_fail (tl_editing_can_end (table));

  if (table == TL_TABLE_ACTION)
    {
      tl_editing_new (from, workbook, TL_TABLE_ACTION_EVENT, "action", row, "what", TL_EVENT_KIND_ENDED, NULL);
      return;
    }
  draft = tl_draft_new_copy (workbook, table, row);
  if (draft == NULL)
    return;
  if (tl_draft_get_day (draft, "until_date") == TL_NO_DAY)
    tl_draft_set_day (draft, "until_date", tl_workbook_get_today (workbook));
  tl_editing_present_at (from, draft, "until_date");
}
