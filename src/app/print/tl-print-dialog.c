/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-print-dialog.h"

#include <glib/gi18n.h>

#include "tl-application.h"
#include "tl-format.h"
#include "tl-page-preview.h"
#include "tl-print-job.h"
#include "tl-print-save.h"
#include "tl-progress-box.h"
#include "tl-window.h"
#include "tl-workbook-recorded.h"
#include "tl-workbook-undo.h"

struct _TlPrintDialog
{
  AdwDialog parent_instance;

  AdwComboRow *report_row;
  AdwComboRow *risk_row;
  AdwComboRow *review_row;
  AdwComboRow *paper_row;
  GtkLabel *about;
  GtkLabel *page_label;
  TlPagePreview *preview;
  TlProgressBox *progress_box;

  TlWorkbook *workbook;
  /* The reviews that are offered, as TlId, after the one that leaves it open. */
  GArray *reviews;
  /* For what time places are compared, and what its action belongs to. */
  TlComparisonPeriod period;
  TlAssessment *compared;
  /* Whose owners are looked at, as TlId; empty for those of all open risks. */
  GArray *owned;
  guint previewing;
};

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

static void
preview_cb (gpointer data)
{
  TlPrintDialog *self = data;
  g_autoptr (TlReport) report = NULL;

  self->previewing = 0;
  if (tl_workbook_get_assessment (self->workbook) == NULL)
    return;
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

static TlReportKind
get_kind (TlPrintDialog *self)
{
  return (TlReportKind) adw_combo_row_get_selected (self->report_row);
}

/* Only what the kind of report needs to be told is asked for. */
static void
report_chosen_cb (TlPrintDialog *self)
{
  TlReportKind kind = get_kind (self);
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

static void
offer_kinds (TlPrintDialog *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  for (int i = 0; i < TL_N_REPORT_KINDS; i++)
    gtk_string_list_append (titles, tl_report_kind_get_title ((TlReportKind) i));
  adw_combo_row_set_model (self->report_row, G_LIST_MODEL (titles));
}

static int
compare_reviews (gconstpointer a,
                 gconstpointer b)
{
  const TlReviewFacts *left = *(const TlReviewFacts * const *) a, *right = *(const TlReviewFacts * const *) b;

  return left->date != right->date ? (left->date < right->date ? 1 : -1) : tl_id_compare (&left->base.id, &right->base.id);
}

/* The latest first. */
static void
offer_reviews (TlPrintDialog *self)
{
  TlAssessment *assessment = tl_workbook_get_assessment (self->workbook);
  TlSnapshot *snapshot = assessment != NULL ? tl_assessment_get_snapshot (assessment) : NULL;
  g_autoptr (GtkStringList) names = gtk_string_list_new ((const char *[]) { _("The latest, or none"), NULL });
  g_autoptr (GPtrArray) reviews = g_ptr_array_new ();

  for (guint i = 0; snapshot != NULL && i < tl_snapshot_count (snapshot, TL_TABLE_REVIEW); i++)
    g_ptr_array_add (reviews, (gpointer) tl_snapshot_get (snapshot, TL_TABLE_REVIEW, i));
  g_ptr_array_sort (reviews, compare_reviews);
  for (guint i = 0; i < reviews->len; i++)
    {
      const TlReviewFacts *review = g_ptr_array_index (reviews, i);
      g_autofree char *day = tl_format_day_long (review->date);
      const char *forum = review->forum != NULL ? review->forum->name : NULL;
      g_autofree char *name = forum != NULL ? g_strdup_printf (_("%1$s, %2$s"), forum, day) : g_strdup (day);

      gtk_string_list_append (names, name);
      g_array_append_val (self->reviews, review->base.id);
    }
  adw_combo_row_set_model (self->review_row, G_LIST_MODEL (names));
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
  offer_reviews (self);
  offer_kinds (self);
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

/* As chosen here, or else in the preferences; a view on its own has none. */
static TlPaper
get_paper (TlPrintDialog *self)
{
  static const char *papers[] = { NULL, "a4", "a3", "letter" };
  guint chosen = adw_combo_row_get_selected (self->paper_row);
  TlApplication *application = tl_application_get ();
  g_autofree char *size = application != NULL ? g_settings_get_string (tl_application_get_settings (application), "paper")
                                              : NULL;

  return tl_paper_by_name (chosen > 0 && chosen < G_N_ELEMENTS (papers) ? papers[chosen] : size);
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
  TlReport *report;
  TlRisk *risk = adw_combo_row_get_selected_item (self->risk_row);
  TlPaper paper = get_paper (self);
  g_autofree char *fingerprint = tl_workbook_get_fingerprint (self->workbook);
  guint review = adw_combo_row_get_selected (self->review_row);

  g_return_val_if_fail (TL_IS_PRINT_DIALOG (self), NULL);

  kind = get_kind (self);
  report = make_kind (self, kind);
  if (tl_report_kind_get_info (kind)->traits & TL_REPORT_OF_RISK && risk != NULL)
    tl_report_set_risks (report, tl_record_get_id (TL_RECORD (risk)), 1);
  if (kind == TL_REPORT_KIND_OWNERS)
    tl_report_set_risks (report, (const TlId *) (gpointer) self->owned->data, self->owned->len);
  if (tl_report_kind_get_info (kind)->traits & (TL_REPORT_OF_REVIEW | TL_REPORT_FOR_REVIEW) && review > 0
      && review <= self->reviews->len)
    tl_report_set_review (report, &g_array_index (self->reviews, TlId, review - 1));
  tl_report_set_store (report, tl_workbook_get_store (self->workbook));
  tl_report_set_paper (report, &paper);
  tl_report_set_history (report, fingerprint, tl_workbook_get_recorded (self->workbook));
  tl_report_set_past (report, tl_workbook_get_recorded_words (self->workbook));
  return report;
}
