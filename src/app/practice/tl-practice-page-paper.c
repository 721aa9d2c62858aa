/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-practice-page-private.h"

#include <glib/gi18n.h>

#include "tl-application.h"
#include "tl-practice-paper.h"
#include "tl-window-practice.h"

/* What is printed of a case, and its workbook with everything concluded. */

static void
show_paper (TlPracticePage *self,
            TlReportKind    kind)
{
  g_autoptr (GPtrArray) runs = g_ptr_array_new_with_free_func (g_object_unref);

  if (kind == TL_REPORT_KIND_DEBRIEF)
    g_ptr_array_add (runs, g_object_ref (tl_practice_desk_get_run (self->desk)));
  adw_dialog_present (ADW_DIALOG (tl_practice_paper_new (tl_practice_desk_get_case (self->desk),
                                                         tl_practice_desk_get_figures (self->desk), kind, runs)),
                      GTK_WIDGET (self));
}

static void
print_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  show_paper (TL_PRACTICE_PAGE (widget), TL_REPORT_KIND_DEBRIEF);
}

static void
sheet_chosen_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (TlPracticePage) self = user_data;

  if (g_strcmp0 (adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result), "show") == 0 && self->desk != NULL)
    show_paper (self, TL_REPORT_KIND_PRACTICE_SHEET);
}

/* Nobody comes upon the answers by a slip. */
static void
print_sheet_cb (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  TlPracticePage *self = TL_PRACTICE_PAGE (widget);
  AdwAlertDialog *dialog;

  if (tl_practice_desk_get_debrief (self->desk) != NULL)
    {
      show_paper (self, TL_REPORT_KIND_PRACTICE_SHEET);
      return;
    }
  dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_("Show the Answers?"), _("The trainer’s sheet has every answer of this case. Whoever wants to practise on it should not read it.")));
  adw_alert_dialog_add_responses (dialog, "cancel", _("_Cancel"), "show", _("_Show the Answers"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "show", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_alert_dialog_choose (dialog, widget, NULL, sheet_chosen_cb, g_object_ref (self));
}

static void
show_workbook_cb (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  TlWindow *window = tl_window_new (tl_application_get ());

  tl_window_show_practice (window, tl_practice_case_get_workbook (tl_practice_desk_get_case (TL_PRACTICE_PAGE (widget)->desk)));
  gtk_window_present (GTK_WINDOW (window));
}

void
tl_practice_page_install_paper (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "practice.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "practice.print-sheet", NULL, print_sheet_cb);
  gtk_widget_class_install_action (widget_class, "practice.show-workbook", NULL, show_workbook_cb);
}
