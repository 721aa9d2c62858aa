/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-report-private.h"

#include "tl-format.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (TlReport, tl_report, G_TYPE_OBJECT)

static void
tl_report_finalize (GObject *object)
{
  TlReport *self = TL_REPORT (object);

  g_clear_pointer (&self->document, tl_document_free);
  g_clear_pointer (&self->minutes, tl_minutes_free);
  g_clear_object (&self->store);
  g_clear_pointer (&self->assessment, tl_assessment_unref);
  g_clear_pointer (&self->risks, g_array_unref);
  g_clear_pointer (&self->changes, g_hash_table_unref);
  g_clear_pointer (&self->fingerprint, g_free);
  g_clear_pointer (&self->past, g_free);
  g_clear_pointer (&self->runs, g_ptr_array_unref);
  g_clear_object (&self->practice_case);

  G_OBJECT_CLASS (tl_report_parent_class)->finalize (object);
}

static void
tl_report_class_init (TlReportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_report_finalize;
}

static void
tl_report_init (TlReport *self)
{
  self->risks = g_array_new (FALSE, FALSE, sizeof (TlId));
  self->changes = g_hash_table_new_full (tl_id_hash, tl_id_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->paper = tl_paper_for_locale ();
}

/**
 * tl_report_new:
 * @assessment: what is concluded of the workbook
 * @kind: what to print
 *
 * Makes a report of all open risks, on the locale's paper.
 *
 * Returns: (transfer full): a report
 */
TlReport *
tl_report_new (TlAssessment *assessment,
               TlReportKind  kind)
{
  TlReport *self;

  g_return_val_if_fail (assessment != NULL, NULL);

  self = g_object_new (TL_TYPE_REPORT, NULL);
  self->assessment = tl_assessment_ref (assessment);
  self->kind = kind;

  return self;
}

/**
 * tl_report_set_risks:
 * @self: a report
 * @ids: (array length=n_ids): the risks to print, in this order
 * @n_ids: how many; with 0 all open risks are printed
 *
 * Chooses the risks. Those that don't exist on the assessment's day are left out.
 */
void
tl_report_set_risks (TlReport   *self,
                     const TlId *ids,
                     guint       n_ids)
{
  g_return_if_fail (TL_IS_REPORT (self));

  g_array_set_size (self->risks, 0);
  g_array_append_vals (self->risks, ids, n_ids);
  g_clear_pointer (&self->document, tl_document_free);
}

/**
 * tl_report_set_review:
 * @self: a report
 * @review: (nullable): a review
 *
 * Chooses the review that it is of, or is made for. Without one, a report of a review is of the latest one held.
 */
void
tl_report_set_review (TlReport   *self,
                      const TlId *review)
{
  g_return_if_fail (TL_IS_REPORT (self));

  self->has_review = review != NULL;
  if (review != NULL)
    self->review = *review;
  g_clear_pointer (&self->document, tl_document_free);
}

/**
 * tl_report_set_changes:
 * @self: a report
 * @risk: a risk
 * @changes: (element-type TlHistoryEntry): what was written down of it, the latest first
 *
 * Gives a history of a risk what stands in the history of the document.
 */
void
tl_report_set_changes (TlReport   *self,
                       const TlId *risk,
                       GPtrArray  *changes)
{
  g_return_if_fail (TL_IS_REPORT (self));

  g_hash_table_replace (self->changes, g_memdup2 (risk, sizeof *risk), g_ptr_array_ref (changes));
  g_clear_pointer (&self->document, tl_document_free);
}

/**
 * tl_report_get_kind:
 * @self: a report
 *
 * Returns: what it is
 */
TlReportKind
tl_report_get_kind (TlReport *self)
{
  g_return_val_if_fail (TL_IS_REPORT (self), TL_REPORT_KIND_EVIDENCE);

  return self->kind;
}

/**
 * tl_report_set_paper:
 * @self: a report
 * @paper: the sheet; one on which nothing can be laid out is ignored
 */
void
tl_report_set_paper (TlReport      *self,
                     const TlPaper *paper)
{
  g_return_if_fail (TL_IS_REPORT (self));

  if (!tl_paper_is_usable (paper))
    return;

  self->paper = *paper;
  g_clear_pointer (&self->document, tl_document_free);
}

/**
 * tl_report_set_history:
 * @self: a report
 * @fingerprint: (nullable): fingerprint of the workbook's history, five groups of four
 * @recorded: when its latest change was made, in milliseconds of UTC since 1970; 0 when that isn't known
 *
 * Sets what each page says of the history it was made from.
 */
void
tl_report_set_history (TlReport   *self,
                       const char *fingerprint,
                       gint64      recorded)
{
  g_return_if_fail (TL_IS_REPORT (self));

  g_set_str (&self->fingerprint, fingerprint);
  self->recorded = recorded;
  g_clear_pointer (&self->document, tl_document_free);
}

/**
 * tl_report_set_period:
 * @self: a report
 * @period: a time; the assessment's snapshot must hold its action, if it has one
 *
 * Chooses for what time a comparison compares; without it, the latest window.
 */
void
tl_report_set_period (TlReport                 *self,
                      const TlComparisonPeriod *period)
{
  g_return_if_fail (TL_IS_REPORT (self));

  self->period = *period;
  g_clear_pointer (&self->document, tl_document_free);
}

/**
 * tl_report_set_past:
 * @self: a report
 * @moment: (nullable): the past moment as recorded at which the workbook is shown, such as "3 December 2025 at 14:03";
 *   %NULL for now
 *
 * Lets each page say that it is of what was recorded at a past moment, beside the day for which it stands.
 */
void
tl_report_set_past (TlReport   *self,
                    const char *moment)
{
  g_return_if_fail (TL_IS_REPORT (self));

  if (g_set_str (&self->past, moment))
    g_clear_pointer (&self->document, tl_document_free);
}

/**
 * tl_report_set_practice:
 * @self: a report of a practice case
 * @practice_case: the case
 * @runs: (element-type TlPracticeRun): goes at it, which nobody changes any more
 *
 * Sets what a report of a practice case is made of.
 */
void
tl_report_set_practice (TlReport       *self,
                        TlPracticeCase *practice_case,
                        GPtrArray      *runs)
{
  g_return_if_fail (TL_IS_REPORT (self));

  g_set_object (&self->practice_case, practice_case);
  g_clear_pointer (&self->runs, g_ptr_array_unref);
  self->runs = g_ptr_array_ref (runs);
  g_clear_pointer (&self->document, tl_document_free);
}

/**
 * tl_report_set_store:
 * @self: a report
 * @store: the open document that the assessment is of
 *
 * Lets a report of a review be made from the workbook as it was when the review was finished. Without it a finished review
 * is shown as the workbook stands, and says so.
 */
void
tl_report_set_store (TlReport *self,
                     TlStore  *store)
{
  g_return_if_fail (TL_IS_REPORT (self));

  g_set_object (&self->store, store);
  g_clear_pointer (&self->document, tl_document_free);
}

/* ── Pages ─────────────────────────────────────────────────────────────────── */

static GPtrArray *
list_risks (TlReport *self)
{
  GPtrArray *risks = g_ptr_array_new ();

  for (guint i = 0; i < self->risks->len; i++)
    {
      const TlRiskJudgement *risk = tl_assessment_find_risk (self->assessment, &g_array_index (self->risks, TlId, i));

      if (risk != NULL)
        g_ptr_array_add (risks, (gpointer) risk);
    }
  if (self->risks->len > 0)
    return risks;

  for (guint i = 0; i < tl_assessment_get_n_risks (self->assessment); i++)
    {
      const TlRiskJudgement *risk = tl_assessment_get_risk (self->assessment, i);

      if (risk->state == TL_RISK_STATE_OPEN)
        g_ptr_array_add (risks, (gpointer) risk);
    }

  return risks;
}

/* The sheet as the report stands on it: across, when it must. */
static TlPaper
get_sheet (TlReport *self)
{
  TlPaper across = {
    .width = self->paper.height,
    .height = self->paper.width,
    .top = self->paper.left,
    .bottom = self->paper.right,
    .left = self->paper.bottom,
    .right = self->paper.top,
  };

  return tl_report_kind_get_info (self->kind)->traits & TL_REPORT_LANDSCAPE && self->paper.width < self->paper.height
           ? across
           : self->paper;
}

static gboolean
is_practice (TlReport *self)
{
  return self->practice_case != NULL || tl_snapshot_count (tl_assessment_get_snapshot (self->assessment), TL_TABLE_ANSWER) > 0;
}

static TlDocument *
begin_document (TlReport *self)
{
  gboolean frozen = self->minutes != NULL && self->minutes->assessment != NULL;
  TlDay as_at = tl_assessment_get_as_at (frozen ? self->minutes->assessment : self->assessment);
  g_autofree char *day = tl_format_day_long (as_at);
  g_autofree char *as_at_words = g_strdup_printf (_("As at %s"), day);
  g_autofree char *history = tl_report_describe_history (self);
  TlFurniture furniture = {
    .provider = (char *) tl_report_get_provider (self),
    .report = (char *) tl_report_kind_get_title (self->kind),
    .as_at = as_at_words,
    .history = history,
    .fingerprint = self->fingerprint,
    /* Nobody may take paper of an invented service for that of a real one. */
    .watermark = is_practice (self) ? (char *) _("Practice") : NULL,
  };

  TlPaper sheet = get_sheet (self);

  return tl_document_new (&sheet, &furniture);
}

/* What the history says of the review that it is of. */
static gboolean
load_minutes (TlReport      *self,
              GCancellable  *cancellable,
              GError       **error)
{
  const TlReviewFacts *review = tl_report_find_review (self);

  g_clear_pointer (&self->minutes, tl_minutes_free);
  if (self->store == NULL || review == NULL || !(tl_report_kind_get_info (self->kind)->traits & TL_REPORT_OF_REVIEW))
    return TRUE;
  self->minutes = tl_minutes_load (self->store, self->assessment, &review->base.id, cancellable, error);
  return self->minutes != NULL;
}

/**
 * tl_report_paginate:
 * @self: a report
 * @cancellable: (nullable): asked before each risk; a [class@Tl.Progress] counts them
 * @error: return location for an error
 *
 * Lays the report's pages out, unless that is done. The errors are %G_IO_ERROR_CANCELLED and, of a review whose history
 * can't be read, a %TL_STORE_ERROR.
 *
 * Returns: whether the pages are ready
 */
gboolean
tl_report_paginate (TlReport      *self,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autoptr (TlDocument) document = NULL;
  g_autoptr (GPtrArray) risks = NULL;
  TlReportMaking making;

  g_return_val_if_fail (TL_IS_REPORT (self), FALSE);

  if (self->document != NULL)
    return TRUE;

  if (!load_minutes (self, cancellable, error))
    return FALSE;
  document = begin_document (self);
  risks = list_risks (self);
  making = (TlReportMaking) {
    .document = document,
    .assessment = self->assessment,
    .risks = risks,
    .review = tl_report_find_review (self),
    .minutes = self->minutes,
    .period = &self->period,
    .changes = self->changes,
    .practice_case = self->practice_case,
    .runs = self->runs,
    .cancellable = cancellable,
  };
  if (!tl_report_kind_get_info (self->kind)->add (&making, error))
    return FALSE;

  tl_document_finish (document);
  self->document = g_steal_pointer (&document);

  return TRUE;
}

/**
 * tl_report_get_n_pages:
 * @self: a report whose pages are ready
 *
 * Returns: how many pages it has
 */
guint
tl_report_get_n_pages (TlReport *self)
{
  g_return_val_if_fail (TL_IS_REPORT (self) && self->document != NULL, 0);

  return tl_document_get_n_pages (self->document);
}

/**
 * tl_report_draw_page:
 * @self: a report whose pages are ready
 * @cr: where to draw, in points from the upper left corner of the sheet
 * @page: number of the page, from 0
 */
void
tl_report_draw_page (TlReport *self,
                     cairo_t  *cr,
                     guint     page)
{
  g_return_if_fail (TL_IS_REPORT (self) && self->document != NULL);

  tl_document_draw_page (self->document, cr, page);
}

/**
 * tl_report_read_page:
 * @self: a report whose pages are ready
 * @page: number of the page, from 0
 *
 * Reads a page aloud, for those who don't see it: all text in the order in which it stands, and what figures say. What
 * stands on every page is left out.
 *
 * Returns: (transfer full): the text, a line for each line of the page
 */
char *
tl_report_read_page (TlReport *self,
                     guint     page)
{
  g_return_val_if_fail (TL_IS_REPORT (self) && self->document != NULL, NULL);

  return tl_document_read_page (self->document, page);
}

/**
 * tl_report_get_sheet:
 * @self: a report
 *
 * Returns: the sheet that it stands on, lying across where it does
 */
TlPaper
tl_report_get_sheet (TlReport *self)
{
  g_return_val_if_fail (TL_IS_REPORT (self), tl_paper_a4 ());

  return get_sheet (self);
}
