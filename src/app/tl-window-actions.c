/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-window-private.h"

#include <glib/gi18n.h>

#include "tl-conflicts-dialog.h"
#include "tl-erase-dialog.h"
#include "tl-edit-dialog.h"
#include "tl-help-window.h"
#include "tl-history-view.h"
#include "tl-import-dialog.h"
#include "tl-places-view.h"
#include "tl-owners-view.h"
#include "tl-print-dialog.h"
#include "tl-readings-dialog.h"
#include "tl-reviews-view.h"
#include "tl-risks-view.h"
#include "tl-timeline-view.h"
#include "tl-window-adding.h"
#include "tl-window-backups.h"
#include "tl-window-document.h"
#include "tl-window-recorded.h"
#include "tl-workbook-conflicts.h"
#include "tl-workbook-kept.h"
#include "tl-workbook-recorded.h"
#include "tl-workbook-undo.h"

/* What can be done in a window. */

static void
search_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  TlView *view = tl_window_get_view (TL_WINDOW (widget));

  /* Reviews are searched where they stand, everything else by its risks. */
  if (TL_IS_REVIEWS_VIEW (view))
    tl_reviews_view_search (TL_REVIEWS_VIEW (view));
  else
    tl_risks_view_search (TL_RISKS_VIEW (tl_window_show_view (TL_WINDOW (widget), "risks")));
}

static void
choose_day_cb (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  gtk_menu_button_popup (TL_WINDOW (widget)->as_at_button);
}

static void
today_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  tl_workbook_set_as_at (TL_WINDOW (widget)->workbook, TL_NO_DAY);
}

static void
print_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  TlWindow *self = TL_WINDOW (widget);
  TlPrintDialog *dialog = tl_print_dialog_new (self->workbook, self->risk);
  TlView *view = tl_window_get_view (self);

  if (TL_IS_REVIEWS_VIEW (view))
    tl_reviews_view_choose_printing (TL_REVIEWS_VIEW (view), dialog);
  if (TL_IS_PLACES_VIEW (view))
    tl_places_view_choose_printing (TL_PLACES_VIEW (view), dialog);
  if (TL_IS_OWNERS_VIEW (view))
    tl_owners_view_choose_printing (TL_OWNERS_VIEW (view), dialog);
  adw_dialog_present (ADW_DIALOG (dialog), widget);
}

static void
merge_kept_cb (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  tl_window_merge_offered (TL_WINDOW (widget));
}

static void
explain_saving_cb (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  tl_window_explain_saving (TL_WINDOW (widget));
}

static void
save_as_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  tl_window_save_as (TL_WINDOW (widget));
}

static void
restore_backup_cb (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  tl_window_restore_backup (TL_WINDOW (widget));
}

static void
remove_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  tl_window_remove_workbook (TL_WINDOW (widget));
}

static void
start_empty_cb (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  tl_window_ask_provider (TL_WINDOW (widget));
}

static void
show_view_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  tl_window_show_view (TL_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
follow_action_cb (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  TlView *view;
  TlId id;

  if (!tl_id_from_hex (g_variant_get_string (parameter, NULL), &id))
    return;
  view = tl_window_show_view (TL_WINDOW (widget), "timeline");
  if (TL_IS_TIMELINE_VIEW (view))
    tl_timeline_view_follow (TL_TIMELINE_VIEW (view), &id);
}

static void
history_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  TlView *view = tl_window_show_view (TL_WINDOW (widget), "history");

  if (g_str_equal (name, "win.history-of-risk"))
    tl_history_view_show_risk (TL_HISTORY_VIEW (view), TL_WINDOW (widget)->risk);
  else
    tl_history_view_show_risk (TL_HISTORY_VIEW (view), NULL);
  gtk_widget_grab_focus (GTK_WIDGET (view));
}

static void
recorded_cb (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  tl_window_show_recorded (TL_WINDOW (widget), g_variant_get_int64 (parameter));
}

static void
choose_recorded_cb (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  tl_window_ask_recorded (TL_WINDOW (widget));
}

static void
show_conflicts_cb (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  adw_dialog_present (ADW_DIALOG (tl_conflicts_dialog_new (TL_WINDOW (widget)->workbook)), widget);
}

static void
now_cb (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  tl_window_show_now (TL_WINDOW (widget));
}

static void
taken_back_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (TlWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  /* The views learn of it by the change; only a refusal has to be said. */
  if (!tl_workbook_apply_finish (TL_WORKBOOK (source), result, &error))
    tl_window_say (self, error->message);
}

/* What is being typed in a meeting isn't a change yet: that is taken back first, by the text in which it is typed. */
static gboolean
take_back_typing (TlWindow *self)
{
  TlView *view = tl_window_get_view (self);
  GtkWidget *typing = TL_IS_REVIEWS_VIEW (view) ? tl_reviews_view_get_typing (TL_REVIEWS_VIEW (view)) : NULL;

  return typing != NULL && gtk_widget_activate_action (typing, "text.undo", NULL);
}

static void
undo_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  if (take_back_typing (TL_WINDOW (widget)))
    return;
  tl_workbook_undo_async (TL_WINDOW (widget)->workbook, NULL, taken_back_cb, g_object_ref (widget));
}

static void
redo_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  tl_workbook_redo_async (TL_WINDOW (widget)->workbook, NULL, taken_back_cb, g_object_ref (widget));
}

static void
erased_cb (TlWindow   *self,
           const char *sentence)
{
  tl_window_say (self, sentence);
}

static void
show_erasing (TlWindow   *self,
              const char *text)
{
  TlEraseDialog *dialog = tl_erase_dialog_new (self->workbook, text);

  g_signal_connect_object (dialog, "erased", G_CALLBACK (erased_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
erase_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  show_erasing (TL_WINDOW (widget), NULL);
}

static void
erase_text_cb (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  show_erasing (TL_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

/* What a button would take back or do again is said before it is pressed. */
static void
say_what (GtkWidget  *button,
          const char *what,
          const char *words)
{
  g_autofree char *text = words != NULL ? g_strdup_printf ("%s: %s", what, words) : g_strdup (what);

  gtk_widget_set_tooltip_text (button, text);
}

/* While somebody types in a dialog Ctrl+Z takes back what they typed there, and leaves the workbook alone. */
static gboolean
is_typing (TlWindow *self)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self));

  return TL_IS_EDIT_DIALOG (dialog) || TL_IS_READINGS_DIALOG (dialog) || TL_IS_IMPORT_DIALOG (dialog);
}

/* Enables what the window can do now. */
void
tl_window_update_actions (TlWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  /* Nothing but looking is done with a workbook of which nothing is concluded yet. */
  gboolean shown = self->workbook != NULL, open = tl_window_is_concluded (self);
  gboolean past = open && tl_workbook_is_past (self->workbook);
  /* What isn't shown would be missing from paper, from a copy and from the past. */
  gboolean newer = open && tl_workbook_get_read_only_reason (self->workbook) == TL_READ_ONLY_REASON_NEWER;

  gboolean practice = open && tl_workbook_is_practice (self->workbook);

  tl_window_update_adding (self, open && tl_workbook_get_editable (self->workbook));
  gtk_widget_action_set_enabled (widget, "win.search", shown);
  gtk_widget_action_set_enabled (widget, "win.erase", open && tl_workbook_get_editable (self->workbook));
  gtk_widget_action_set_enabled (widget, "win.erase-text", open && tl_workbook_get_editable (self->workbook));
  gtk_widget_action_set_enabled (widget, "win.explain-saving", shown);
  gtk_widget_action_set_enabled (widget, "win.print", open && !newer);
  gtk_widget_action_set_enabled (widget, "win.save-as", open && !past && !newer && !practice);
  gtk_widget_action_set_enabled (widget, "win.history", open && !newer);
  gtk_widget_action_set_enabled (widget, "win.history-of-risk", open && !newer);
  gtk_widget_action_set_enabled (widget, "win.show-recorded", open && !newer);
  gtk_widget_action_set_enabled (widget, "win.choose-recorded", open && !newer);
  gtk_widget_action_set_enabled (widget, "win.now", past);
  gtk_widget_action_set_enabled (widget, "win.restore-backup", open && !past && !practice);
  gtk_widget_action_set_enabled (widget, "win.remove", open && !past && !practice);
  gtk_widget_action_set_enabled (widget, "win.show-conflicts", open && tl_workbook_get_n_conflicts (self->workbook) > 0);
  gtk_widget_action_set_enabled (widget, "win.import", !shown || tl_workbook_get_editable (self->workbook));
  gtk_widget_action_set_enabled (widget, "win.import-folder", !shown || tl_workbook_get_editable (self->workbook));
  gtk_widget_action_set_enabled (widget, "win.merge-other", open && tl_workbook_get_editable (self->workbook));
  gtk_widget_action_set_enabled (widget, "win.export", open && !newer);
  gtk_widget_action_set_enabled (widget, "win.export-folder", open && !newer);
  gtk_widget_action_set_enabled (widget, "win.show-view", shown);
  gtk_widget_action_set_enabled (widget, "win.follow-action", open);
  gtk_widget_action_set_enabled (widget, "win.start-review", open && tl_workbook_get_editable (self->workbook));
  gtk_widget_action_set_enabled (widget, "win.start-empty", !shown);
  gtk_widget_action_set_enabled (widget, "win.choose-day", open);
  gtk_widget_action_set_enabled (widget, "win.today",
                                 open && tl_workbook_get_as_at (self->workbook) != tl_workbook_get_today (self->workbook));
  gtk_widget_action_set_enabled (widget, "win.undo", open && !is_typing (self) && tl_workbook_get_can_undo (self->workbook));
  gtk_widget_action_set_enabled (widget, "win.redo", open && !is_typing (self) && tl_workbook_get_can_redo (self->workbook));
  say_what (self->undo_button, _("Undo"), open ? tl_workbook_get_undo_words (self->workbook) : NULL);
  say_what (self->redo_button, _("Redo"), open ? tl_workbook_get_redo_words (self->workbook) : NULL);
}

void
tl_window_install_actions (GtkWidgetClass *widget_class)
{
  tl_window_install_adding (widget_class);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "win.choose-day", NULL, choose_day_cb);
  gtk_widget_class_install_action (widget_class, "win.today", NULL, today_cb);
  gtk_widget_class_install_action (widget_class, "win.history", NULL, history_cb);
  gtk_widget_class_install_action (widget_class, "win.history-of-risk", NULL, history_cb);
  gtk_widget_class_install_action (widget_class, "win.show-recorded", "x", recorded_cb);
  gtk_widget_class_install_action (widget_class, "win.choose-recorded", NULL, choose_recorded_cb);
  gtk_widget_class_install_action (widget_class, "win.now", NULL, now_cb);
  gtk_widget_class_install_action (widget_class, "win.show-conflicts", NULL, show_conflicts_cb);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_cb);
  gtk_widget_class_install_action (widget_class, "win.print", NULL, print_cb);
  tl_help_window_install_action (widget_class);
  gtk_widget_class_install_action (widget_class, "win.merge-kept", NULL, merge_kept_cb);
  gtk_widget_class_install_action (widget_class, "win.explain-saving", NULL, explain_saving_cb);
  gtk_widget_class_install_action (widget_class, "win.save-as", NULL, save_as_cb);
  gtk_widget_class_install_action (widget_class, "win.restore-backup", NULL, restore_backup_cb);
  gtk_widget_class_install_action (widget_class, "win.remove", NULL, remove_cb);
  gtk_widget_class_install_action (widget_class, "win.erase", NULL, erase_cb);
  gtk_widget_class_install_action (widget_class, "win.erase-text", "s", erase_text_cb);
  gtk_widget_class_install_action (widget_class, "win.start-empty", NULL, start_empty_cb);
  gtk_widget_class_install_action (widget_class, "win.show-view", "s", show_view_cb);
  gtk_widget_class_install_action (widget_class, "win.follow-action", "s", follow_action_cb);
}
