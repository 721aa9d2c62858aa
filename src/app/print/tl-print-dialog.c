/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-print-dialog-private.h"

#include <glib/gi18n.h>

#include "tl-announcement.h"
#include "tl-application.h"
#include "tl-print-job.h"
#include "tl-print-save.h"
#include "tl-store-history.h"
#include "tl-window.h"
#include "tl-workbook-undo.h"
#include "tl-workbook-undo.h"

/* So many changes of a risk are printed at most, the latest ones. */
#define MOST_CHANGES 2000

/* Pixels for a point, and the step between sizes. */
#define SMALLEST_ZOOM 0.5
#define LARGEST_ZOOM 4.0
#define ZOOM_STEP 1.2

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

static void
save_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  TlPrintDialog *self = TL_PRINT_DIALOG (widget);
  g_autoptr (TlReport) report = tl_print_dialog_make_report (self);

  tl_window_save_report (find_window (self), report);
  adw_dialog_close (ADW_DIALOG (self));
}

/* ── Preview ───────────────────────────────────────────────────────────────── */

static void
turn_page_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  TlPrintDialog *self = TL_PRINT_DIALOG (widget);
  guint page = tl_page_preview_get_page (self->preview);

  if (g_str_equal (name, "print.next-page"))
    page++;
  else if (g_str_equal (name, "print.previous-page"))
    page -= MIN (page, 1);
  else
    page = g_str_equal (name, "print.first-page") ? 0 : G_MAXUINT;
  tl_page_preview_set_page (self->preview, page);
}

static void
zoom_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  TlPrintDialog *self = TL_PRINT_DIALOG (widget);
  double scale = tl_page_preview_get_scale (self->preview);

  if (g_str_equal (name, "print.zoom-fit"))
    tl_page_preview_set_zoom (self->preview, 0.0);
  else if (g_str_equal (name, "print.zoom-in"))
    tl_page_preview_set_zoom (self->preview, MIN (scale * ZOOM_STEP, LARGEST_ZOOM));
  else
    tl_page_preview_set_zoom (self->preview, MAX (scale / ZOOM_STEP, SMALLEST_ZOOM));
}

static void
page_shown_cb (TlPrintDialog *self)
{
  guint page = tl_page_preview_get_page (self->preview), n_pages = tl_page_preview_get_n_pages (self->preview);
  double zoom = tl_page_preview_get_zoom (self->preview);
  g_autofree char *words = n_pages > 0 ? g_strdup_printf (_("Page %1$u of %2$u"), page + 1, n_pages) : g_strdup ("");
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_label_set_text (self->page_label, words);
  tl_progress_box_set_progress (self->progress_box, tl_page_preview_get_progress (self->preview));
  gtk_widget_action_set_enabled (widget, "print.previous-page", page > 0);
  gtk_widget_action_set_enabled (widget, "print.first-page", page > 0);
  gtk_widget_action_set_enabled (widget, "print.next-page", page + 1 < n_pages);
  gtk_widget_action_set_enabled (widget, "print.last-page", page + 1 < n_pages);
  gtk_widget_action_set_enabled (widget, "print.zoom-fit", zoom > 0.0);
  gtk_widget_action_set_enabled (widget, "print.zoom-in", zoom < LARGEST_ZOOM);
  gtk_widget_action_set_enabled (widget, "print.zoom-out", zoom <= 0.0 || zoom > SMALLEST_ZOOM);
}

static void queue_preview (TlPrintDialog *self);

static TlRisk *
get_risk (TlPrintDialog *self)
{
  return adw_combo_row_get_selected_item (self->risk_row);
}

static gboolean
lacks_changes (TlPrintDialog *self)
{
  TlRisk *risk = get_risk (self);

  return tl_report_kind_get_info (tl_print_dialog_get_kind (self))->traits & TL_REPORT_OF_CHANGES && risk != NULL
         && (self->changes == NULL || !tl_id_equal (&self->changed, tl_record_get_id (TL_RECORD (risk))));
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (TlPrintDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = tl_store_list_history_finish (TL_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  /* What couldn't be read is said instead of left out. */
  if (changes == NULL)
    {
      gtk_label_set_text (self->about, error->message);
      tl_announce_problem (GTK_WIDGET (self->about), error->message);
      return;
    }
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  self->changes = g_steal_pointer (&changes);
  queue_preview (self);
}

/* A report of changes waits for them, and so does whoever would print it. */
static void
read_changes (TlPrintDialog *self)
{
  TlHistoryQuery query = { .risk = *tl_record_get_id (TL_RECORD (get_risk (self))), .most = MOST_CHANGES };

  g_clear_pointer (&self->changes, g_ptr_array_unref);
  self->changed = query.risk;
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  tl_store_list_history_async (tl_workbook_get_store (self->workbook), &query, self->reading, read_cb, g_object_ref (self));
}

static void
preview_cb (gpointer data)
{
  TlPrintDialog *self = data;
  g_autoptr (TlReport) report = NULL;

  self->previewing = 0;
  if (tl_workbook_get_assessment (self->workbook) == NULL)
    return;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "print.print", !lacks_changes (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "print.save", !lacks_changes (self));
  if (lacks_changes (self))
    {
      read_changes (self);
      return;
    }
  report = tl_print_dialog_make_report (self);
  tl_page_preview_set_report (self->preview, report);
}

/* Several choices at once lead to one layout. */
static void
queue_preview (TlPrintDialog *self)
{
  if (self->workbook != NULL && self->previewing == 0)
    self->previewing = g_idle_add_once (preview_cb, self);
}

static char *
name_risk (TlRisk *risk)
{
  const char *ref = tl_record_get_ref (TL_RECORD (risk)), *title = tl_risk_get_title (risk);

  return g_strdup_printf ("%s %s", ref != NULL ? ref : "", title != NULL ? title : "");
}

/* Only what the kind of report needs to be told is asked for. */
static void
report_chosen_cb (TlPrintDialog *self)
{
  TlReportKind kind = tl_print_dialog_get_kind (self);
  TlReportTraits traits = tl_report_kind_get_info (kind)->traits;
  g_autofree char *time = NULL, *part = NULL;

  if (self->workbook == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->risk_row), (traits & TL_REPORT_OF_RISK) != 0);
  gtk_widget_set_visible (GTK_WIDGET (self->review_row), (traits & (TL_REPORT_OF_REVIEW | TL_REPORT_FOR_REVIEW)) != 0);
  if (kind == TL_REPORT_KIND_COMPARISON && self->compared != NULL && self->period.span != TL_SPAN_LATEST)
    time = tl_comparison_period_say (&self->period, tl_assessment_get_as_at (self->compared));
  if (kind == TL_REPORT_KIND_OWNERS && self->owned->len > 0)
    part = g_strdup_printf (ngettext ("Of the %u risk that the view shows", "Of the %u risks that the view shows", self->owned->len),
                            self->owned->len);
  gtk_label_set_text (self->about, time != NULL ? time : part != NULL ? part : tl_report_kind_get_summary (kind));
  tl_page_preview_set_page (self->preview, 0);
  queue_preview (self);
}

static void
tl_print_dialog_dispose (GObject *object)
{
  TlPrintDialog *self = TL_PRINT_DIALOG (object);

  g_clear_handle_id (&self->previewing, g_source_remove);
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_clear_object (&self->workbook);
  g_clear_pointer (&self->reviews, g_array_unref);
  g_clear_pointer (&self->owned, g_array_unref);
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
  gtk_widget_class_install_action (widget_class, "print.next-page", NULL, turn_page_cb);
  gtk_widget_class_install_action (widget_class, "print.previous-page", NULL, turn_page_cb);
  gtk_widget_class_install_action (widget_class, "print.first-page", NULL, turn_page_cb);
  gtk_widget_class_install_action (widget_class, "print.last-page", NULL, turn_page_cb);
  gtk_widget_class_install_action (widget_class, "print.zoom-in", NULL, zoom_cb);
  gtk_widget_class_install_action (widget_class, "print.zoom-out", NULL, zoom_cb);
  gtk_widget_class_install_action (widget_class, "print.zoom-fit", NULL, zoom_cb);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/print/print-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TlPrintDialog, report_row);
  gtk_widget_class_bind_template_child (widget_class, TlPrintDialog, risk_row);
  gtk_widget_class_bind_template_child (widget_class, TlPrintDialog, review_row);
  gtk_widget_class_bind_template_child (widget_class, TlPrintDialog, paper_row);
  gtk_widget_class_bind_template_child (widget_class, TlPrintDialog, about);
  gtk_widget_class_bind_template_child (widget_class, TlPrintDialog, page_label);
  gtk_widget_class_bind_template_child (widget_class, TlPrintDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, TlPrintDialog, progress_box);
  gtk_widget_class_bind_template_callback (widget_class, queue_preview);
  gtk_widget_class_bind_template_callback (widget_class, page_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, report_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_risk);
}

static void
tl_print_dialog_init (TlPrintDialog *self)
{
  self->period = TL_COMPARISON_LATEST;
  self->reviews = g_array_new (FALSE, FALSE, sizeof (TlId));
  self->owned = g_array_new (FALSE, FALSE, sizeof (TlId));
  g_type_ensure (TL_TYPE_PAGE_PREVIEW);
  g_type_ensure (TL_TYPE_PROGRESS_BOX);
  gtk_widget_init_template (GTK_WIDGET (self));
  page_shown_cb (self);
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
  tl_print_dialog_offer_reviews (self);
  tl_print_dialog_offer_kinds (self);
  if (n == 0)
    adw_combo_row_set_selected (self->report_row, TL_REPORT_KIND_PACK);
  report_chosen_cb (self);
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
  g_return_if_fail (TL_IS_PRINT_DIALOG (self));

  tl_assessment_ref (assessment);
  g_clear_pointer (&self->compared, tl_assessment_unref);
  self->compared = assessment;
  self->period = *period;
  if (g_list_model_get_n_items (adw_combo_row_get_model (self->risk_row)) > 0)
    adw_combo_row_set_selected (self->report_row, TL_REPORT_KIND_COMPARISON);
  report_chosen_cb (self);
}

/**
 * tl_print_dialog_choose_owners:
 * @self: a print dialog
 * @risks: (array length=n_risks): the risks that are looked at
 * @n_risks: how many those are; 0 for all open ones
 *
 * Proposes the owner map, of those risks.
 */
void
tl_print_dialog_choose_owners (TlPrintDialog *self,
                               const TlId    *risks,
                               guint          n_risks)
{
  g_return_if_fail (TL_IS_PRINT_DIALOG (self));

  g_array_set_size (self->owned, 0);
  if (n_risks > 0)
    g_array_append_vals (self->owned, risks, n_risks);
  adw_combo_row_set_selected (self->report_row, TL_REPORT_KIND_OWNERS);
  report_chosen_cb (self);
}

/**
 * tl_print_dialog_choose_review:
 * @self: a print dialog
 * @review: the id of the review that is looked at
 *
 * Proposes the minutes of a review.
 */
void
tl_print_dialog_choose_review (TlPrintDialog *self,
                               const TlId    *review)
{
  TlReportKind kind = TL_REPORT_KIND_PACK;

  g_return_if_fail (TL_IS_PRINT_DIALOG (self));

  tl_report_kind_from_word ("minutes", &kind);
  adw_combo_row_set_selected (self->report_row, kind);
  for (guint i = 0; i < self->reviews->len; i++)
    if (tl_id_equal (&g_array_index (self->reviews, TlId, i), review))
      adw_combo_row_set_selected (self->review_row, i + 1);
  report_chosen_cb (self);
}
