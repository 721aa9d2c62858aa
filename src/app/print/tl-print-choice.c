/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be printed, and the report that was chosen. */
#include "config.h"

#include "tl-print-dialog-private.h"

#include <glib/gi18n.h>

#include "tl-application.h"
#include "tl-format.h"
#include "tl-workbook-recorded.h"
#include "tl-workbook-undo.h"

TlReportKind
tl_print_dialog_get_kind (TlPrintDialog *self)
{
  return (TlReportKind) adw_combo_row_get_selected (self->report_row);
}

void
tl_print_dialog_offer_kinds (TlPrintDialog *self)
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
void
tl_print_dialog_offer_reviews (TlPrintDialog *self)
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

  kind = tl_print_dialog_get_kind (self);
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
  if (risk != NULL && self->changes != NULL && tl_id_equal (&self->changed, tl_record_get_id (TL_RECORD (risk))))
    tl_report_set_changes (report, &self->changed, self->changes);
  tl_report_set_past (report, tl_workbook_get_recorded_words (self->workbook));
  return report;
}
