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
  GtkCheckButton *pack_check;
  AdwComboRow *risk_row;

  TlWorkbook *workbook;
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
  gtk_widget_class_bind_template_child (widget_class, TlPrintDialog, pack_check);
  gtk_widget_class_bind_template_child (widget_class, TlPrintDialog, risk_row);
  gtk_widget_class_bind_template_callback (widget_class, name_risk);
}

static void
tl_print_dialog_init (TlPrintDialog *self)
{
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
      gtk_check_button_set_active (self->pack_check, TRUE);
    }
  return self;
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
  gboolean pack;
  TlReport *report = NULL;
  TlRisk *risk = NULL;
  g_autofree char *size = g_settings_get_string (tl_application_get_settings (tl_application_get ()), "paper");
  TlPaper paper = tl_paper_by_name (size);
  g_autofree char *fingerprint = NULL;

  g_return_val_if_fail (TL_IS_PRINT_DIALOG (self), NULL);

  pack = gtk_check_button_get_active (self->pack_check);
  report = tl_report_new (tl_workbook_get_assessment (self->workbook),
                          pack ? TL_REPORT_KIND_PACK : TL_REPORT_KIND_EVIDENCE);
  risk = adw_combo_row_get_selected_item (self->risk_row);
  if (!pack && risk != NULL)
    tl_report_set_risks (report, tl_record_get_id (TL_RECORD (risk)), 1);
  tl_report_set_paper (report, &paper);
  fingerprint = tl_workbook_get_fingerprint (self->workbook);
  tl_report_set_history (report, fingerprint, tl_workbook_get_recorded (self->workbook));
  tl_report_set_past (report, tl_workbook_get_recorded_words (self->workbook));
  return report;
}
