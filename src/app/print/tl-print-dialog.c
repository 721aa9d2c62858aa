/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-print-dialog.h"

#include <glib/gi18n.h>

#include "tl-application.h"
#include "tl-print-job.h"
#include "tl-window.h"
#include "tl-workbook-recorded.h"

struct _TlPrintDialog
{
  AdwDialog parent_instance;

  GtkCheckButton *summary_check;
  GtkCheckButton *places_check;
  GtkCheckButton *timeline_check;
  GtkCheckButton *pack_check;
  AdwActionRow *places_row;
  AdwComboRow *risk_row;

  TlWorkbook *workbook;
  /* For what time places are compared, and what its action belongs to. */
  TlComparisonPeriod period;
  TlAssessment *compared;
};

G_DEFINE_FINAL_TYPE (TlPrintDialog, tl_print_dialog, ADW_TYPE_DIALOG)

static TlWindow *
find_window (TlPrintDialog *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return TL_IS_WINDOW (root) ? TL_WINDOW (root) : NULL;
}

static void
printed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (TlWindow) window = user_data;
  g_autoptr (GError) error = NULL;

  if (!tl_print_report_finish (result, &error) && error != NULL)
    {
      /* Translators: %s is a sentence that says why */
      g_autofree char *sentence = g_strdup_printf (_("It wasn’t printed: %s"), error->message);

      tl_window_say (window, sentence);
    }
}

static void
print_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  TlPrintDialog *self = TL_PRINT_DIALOG (widget);
  g_autoptr (TlReport) report = tl_print_dialog_make_report (self);
  TlWindow *window = find_window (self);

  tl_print_report_async (report, GTK_WINDOW (window), tl_application_get_settings (tl_application_get ()), NULL,
                         printed_cb, g_object_ref (window));
  adw_dialog_close (ADW_DIALOG (self));
}

typedef struct
{
  TlWindow *window;
  TlReport *report;
  GFile *file;
} Saving;

static void
saving_free (Saving *self)
{
  g_clear_object (&self->window);
  g_clear_object (&self->report);
  g_clear_object (&self->file);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Saving) self = user_data;
  g_autofree char *base = g_file_get_basename (self->file), *name = g_filename_display_name (base), *sentence = NULL;
  g_autoptr (GError) error = NULL;

  if (tl_save_report_finish (result, &error))
    /* Translators: %s is the name of a file */
    sentence = g_strdup_printf (_("Saved as %s"), name);
  else
    /* Translators: the name of a file, and a sentence that says why */
    sentence = g_strdup_printf (_("%1$s wasn’t saved: %2$s"), name, error->message);
  tl_window_say (self->window, sentence);
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (Saving) self = user_data;
  TlReport *report = self->report;

  self->file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  if (self->file == NULL)
    return;
  tl_save_report_async (report, self->file, NULL, saved_cb, self);
  g_steal_pointer (&self);
}

static void
save_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  TlPrintDialog *self = TL_PRINT_DIALOG (widget);
  Saving *saving = g_new0 (Saving, 1);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *file_name = NULL;

  saving->window = g_object_ref (find_window (self));
  saving->report = tl_print_dialog_make_report (self);
  file_name = tl_report_get_file_name (saving->report);
  gtk_file_dialog_set_title (dialog, _("Save as PDF"));
  gtk_file_dialog_set_initial_name (dialog, file_name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (saving->window), NULL, file_chosen_cb, saving);
  adw_dialog_close (ADW_DIALOG (self));
}

static char *
name_risk (TlRisk *risk)
{
  const char *ref = tl_record_get_ref (TL_RECORD (risk)), *title = tl_risk_get_title (risk);

  return g_strdup_printf ("%s %s", ref != NULL ? ref : "", title != NULL ? title : "");
}

static void
tl_print_dialog_dispose (GObject *object)
{
  TlPrintDialog *self = TL_PRINT_DIALOG (object);

  g_clear_object (&self->workbook);
  g_clear_pointer (&self->compared, tl_assessment_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_PRINT_DIALOG);

  G_OBJECT_CLASS (tl_print_dialog_parent_class)->dispose (object);
}

static void
tl_print_dialog_class_init (TlPrintDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_print_dialog_dispose;

  gtk_widget_class_install_action (widget_class, "print.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "print.save", NULL, save_cb);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/print/print-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TlPrintDialog, summary_check);
  gtk_widget_class_bind_template_child (widget_class, TlPrintDialog, places_check);
  gtk_widget_class_bind_template_child (widget_class, TlPrintDialog, timeline_check);
  gtk_widget_class_bind_template_child (widget_class, TlPrintDialog, places_row);
  gtk_widget_class_bind_template_child (widget_class, TlPrintDialog, pack_check);
  gtk_widget_class_bind_template_child (widget_class, TlPrintDialog, risk_row);
  gtk_widget_class_bind_template_callback (widget_class, name_risk);
}

static void
tl_print_dialog_init (TlPrintDialog *self)
{
  self->period = TL_COMPARISON_LATEST;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_print_dialog_new:
 * @workbook: a workbook
 * @risk: (nullable): the risk in hand
 *
 * Returns: (transfer floating): a dialog that prints it
 */
TlPrintDialog *
tl_print_dialog_new (TlWorkbook *workbook,
                     TlRisk     *risk)
{
  TlPrintDialog *self = g_object_new (TL_TYPE_PRINT_DIALOG, NULL);
  GListModel *risks = tl_workbook_get_risks (workbook);
  guint n = g_list_model_get_n_items (risks);

  self->workbook = g_object_ref (workbook);
  adw_combo_row_set_model (self->risk_row, risks);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TlRisk) item = g_list_model_get_item (risks, i);

      if (item == risk)
        adw_combo_row_set_selected (self->risk_row, i);
    }
  if (n == 0)
    {
      gtk_widget_set_sensitive (GTK_WIDGET (self->summary_check), FALSE);
      gtk_widget_set_sensitive (GTK_WIDGET (self->places_check), FALSE);
      gtk_widget_set_sensitive (GTK_WIDGET (self->timeline_check), FALSE);
      gtk_check_button_set_active (self->pack_check, TRUE);
    }
  return self;
}

/**
 * tl_print_dialog_choose_places:
 * @self: a print dialog
 * @assessment: what is compared
 * @period: for what time, of the same assessment
 *
 * Proposes the comparison of places, for the time that is looked at.
 */
void
tl_print_dialog_choose_places (TlPrintDialog            *self,
                               TlAssessment             *assessment,
                               const TlComparisonPeriod *period)
{
  g_autofree char *time = NULL;

  g_return_if_fail (TL_IS_PRINT_DIALOG (self));

  tl_assessment_ref (assessment);
  g_clear_pointer (&self->compared, tl_assessment_unref);
  self->compared = assessment;
  self->period = *period;
  time = tl_comparison_period_say (period, tl_assessment_get_as_at (assessment));
  if (period->span != TL_SPAN_LATEST)
    adw_action_row_set_subtitle (self->places_row, time);
  if (gtk_widget_get_sensitive (GTK_WIDGET (self->places_check)))
    gtk_check_button_set_active (self->places_check, TRUE);
}

static TlReportKind
get_kind (TlPrintDialog *self)
{
  if (gtk_check_button_get_active (self->pack_check))
    return TL_REPORT_KIND_PACK;
  if (gtk_check_button_get_active (self->timeline_check))
    return TL_REPORT_KIND_TIMELINE;
  return gtk_check_button_get_active (self->places_check) ? TL_REPORT_KIND_COMPARISON : TL_REPORT_KIND_EVIDENCE;
}

/* What was looked at when it was opened, since an action of its time belongs to that. */
static TlReport *
make_kind (TlPrintDialog *self,
           TlReportKind   kind)
{
  TlReport *report = NULL;

  if (kind != TL_REPORT_KIND_COMPARISON || self->compared == NULL)
    return tl_report_new (tl_workbook_get_assessment (self->workbook), kind);
  report = tl_report_new (self->compared, kind);
  tl_report_set_period (report, &self->period);
  return report;
}

/**
 * tl_print_dialog_make_report:
 * @self: a print dialog
 *
 * Returns: (transfer full): what was chosen, of the day that the workbook is shown for
 */
TlReport *
tl_print_dialog_make_report (TlPrintDialog *self)
{
  TlReportKind kind;
  TlReport *report = NULL;
  TlRisk *risk = NULL;
  g_autofree char *size = g_settings_get_string (tl_application_get_settings (tl_application_get ()), "paper");
  TlPaper paper = tl_paper_by_name (size);
  g_autofree char *fingerprint = NULL;

  g_return_val_if_fail (TL_IS_PRINT_DIALOG (self), NULL);

  kind = get_kind (self);
  report = make_kind (self, kind);
  risk = adw_combo_row_get_selected_item (self->risk_row);
  if (kind != TL_REPORT_KIND_PACK && risk != NULL)
    tl_report_set_risks (report, tl_record_get_id (TL_RECORD (risk)), 1);
  tl_report_set_paper (report, &paper);
  fingerprint = tl_workbook_get_fingerprint (self->workbook);
  tl_report_set_history (report, fingerprint, tl_workbook_get_recorded (self->workbook));
  tl_report_set_past (report, tl_workbook_get_recorded_words (self->workbook));
  return report;
}
