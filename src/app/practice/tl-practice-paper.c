/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-practice-paper.h"

#include <glib/gi18n.h>
#include <string.h>

#include "tl-application.h"
#include "tl-page-preview.h"
#include "tl-practice-window.h"
#include "tl-print-job.h"

struct _TlPracticePaper
{
  AdwDialog parent_instance;

  TlPagePreview *preview;
  GtkLabel *page_label;

  TlPracticeCase *practice_case;
  TlAssessment *assessment;
  TlReportKind kind;
  GPtrArray *runs;
};

G_DEFINE_FINAL_TYPE (TlPracticePaper, tl_practice_paper, ADW_TYPE_DIALOG)

/* Each report has goes of its own, since it is made on another thread. */
static TlPracticeRun *
copy_run (TlPracticeRun *run)
{
  g_autofree char *text = tl_practice_run_to_text (run);

  return tl_practice_run_parse (text, strlen (text), NULL);
}

static void
say (GtkWindow  *window,
     const char *sentence)
{
  if (TL_IS_PRACTICE_WINDOW (window))
    tl_practice_window_say (TL_PRACTICE_WINDOW (window), sentence);
}

static void
printed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GtkWindow) window = user_data;
  g_autoptr (GError) error = NULL;

  if (!tl_print_report_finish (result, &error) && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    say (window, error->message);
}

static void
print_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  TlPracticePaper *self = TL_PRACTICE_PAPER (widget);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));
  g_autoptr (TlReport) report = tl_practice_paper_make_report (self);

  adw_dialog_close (ADW_DIALOG (self));
  tl_print_report_async (report, window, tl_application_get_settings (tl_application_get ()), NULL, printed_cb, g_object_ref (window));
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GtkWindow) window = user_data;
  g_autoptr (GError) error = NULL;

  if (tl_save_report_finish (result, &error))
    say (window, _("Saved as a PDF"));
  else
    say (window, error->message);
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (TlPracticePaper) self = user_data;
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autoptr (TlReport) report = NULL;

  if (file == NULL || window == NULL)
    return;
  report = tl_practice_paper_make_report (self);
  tl_save_report_async (report, file, NULL, saved_cb, g_object_ref (window));
  adw_dialog_close (ADW_DIALOG (self));
}

static void
save_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  TlPracticePaper *self = TL_PRACTICE_PAPER (widget);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *file = g_strdup_printf ("%s %s.pdf", tl_report_kind_get_title (self->kind), tl_practice_case_get_id (self->practice_case));

  g_strdelimit (file, "/\\:", '-');
  gtk_file_dialog_set_title (dialog, _("Save as PDF"));
  gtk_file_dialog_set_initial_name (dialog, file);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, file_chosen_cb, g_object_ref (self));
}

static void
turn_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  TlPracticePaper *self = TL_PRACTICE_PAPER (widget);
  guint page = tl_page_preview_get_page (self->preview), n = tl_page_preview_get_n_pages (self->preview);

  if (g_str_equal (name, "paper.next") && page + 1 < n)
    tl_page_preview_set_page (self->preview, page + 1);
  else if (g_str_equal (name, "paper.previous") && page > 0)
    tl_page_preview_set_page (self->preview, page - 1);
}

static void
page_shown_cb (TlPracticePaper *self)
{
  guint page = tl_page_preview_get_page (self->preview), n = tl_page_preview_get_n_pages (self->preview);
  g_autofree char *label = n > 0 ? g_strdup_printf (_("Page %u of %u"), page + 1, n) : g_strdup (_("Laying out"));

  gtk_label_set_label (self->page_label, label);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paper.previous", page > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paper.next", page + 1 < n);
}

static void
tl_practice_paper_dispose (GObject *object)
{
  TlPracticePaper *self = TL_PRACTICE_PAPER (object);

  g_clear_object (&self->practice_case);
  g_clear_pointer (&self->assessment, tl_assessment_unref);
  g_clear_pointer (&self->runs, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_PRACTICE_PAPER);

  G_OBJECT_CLASS (tl_practice_paper_parent_class)->dispose (object);
}

static void
tl_practice_paper_class_init (TlPracticePaperClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (TL_TYPE_PAGE_PREVIEW);
  G_OBJECT_CLASS (klass)->dispose = tl_practice_paper_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/practice/practice-paper.ui");
  gtk_widget_class_bind_template_child (widget_class, TlPracticePaper, preview);
  gtk_widget_class_bind_template_child (widget_class, TlPracticePaper, page_label);
  gtk_widget_class_bind_template_callback (widget_class, page_shown_cb);
  gtk_widget_class_install_action (widget_class, "paper.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "paper.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "paper.next", NULL, turn_cb);
  gtk_widget_class_install_action (widget_class, "paper.previous", NULL, turn_cb);
}

static void
tl_practice_paper_init (TlPracticePaper *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_practice_paper_new:
 * @practice_case: a case
 * @assessment: what is concluded of its workbook
 * @kind: what to print
 * @runs: (element-type TlPracticeRun): goes at the case that stand
 *
 * Returns: (transfer floating): a dialog
 */
TlPracticePaper *
tl_practice_paper_new (TlPracticeCase *practice_case,
                       TlAssessment   *assessment,
                       TlReportKind    kind,
                       GPtrArray      *runs)
{
  TlPracticePaper *self = g_object_new (TL_TYPE_PRACTICE_PAPER, "title", tl_report_kind_get_title (kind), NULL);
  g_autoptr (TlReport) report = NULL;

  self->practice_case = g_object_ref (practice_case);
  self->assessment = tl_assessment_ref (assessment);
  self->kind = kind;
  self->runs = g_ptr_array_ref (runs);
  report = tl_practice_paper_make_report (self);
  tl_page_preview_set_report (self->preview, report);
  page_shown_cb (self);
  return self;
}

/**
 * tl_practice_paper_make_report:
 * @self: the dialog
 *
 * Returns: (transfer full): a report that nobody else uses
 */
TlReport *
tl_practice_paper_make_report (TlPracticePaper *self)
{
  TlReport *report;
  g_autoptr (GPtrArray) runs = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (TL_IS_PRACTICE_PAPER (self), NULL);

  report = tl_report_new (self->assessment, self->kind);
  for (guint i = 0; i < self->runs->len; i++)
    {
      TlPracticeRun *run = copy_run (g_ptr_array_index (self->runs, i));

      if (run != NULL)
        g_ptr_array_add (runs, run);
    }
  tl_report_set_practice (report, self->practice_case, runs);
  return report;
}
