/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-report.h"

#include "tl-document.h"
#include "tl-format.h"
#include "tl-review-rules.h"
#include "tl-waiting.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

struct _TlReport
{
  GObject parent_instance;

  TlAssessment *assessment;
  TlReportKind kind;
  GArray *risks;
  TlId review;
  gboolean has_review;
  /* What was written down, by the risk's TlId. */
  GHashTable *changes;
  TlStore *store;
  TlMinutes *minutes;
  TlComparisonPeriod period;
  TlPaper paper;
  char *fingerprint;
  gint64 recorded;
  char *past;

  TlDocument *document;
};

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

/* ── Words ─────────────────────────────────────────────────────────────────── */

static char *
describe_history (TlReport *self)
{
  g_autofree char *day = NULL;

  if (self->past != NULL && self->fingerprint != NULL)
    /* Translators: fingerprint of the history, and a moment such as "3 December 2025 at 14:03" */
    return g_strdup_printf (_("History %1$s, as recorded on %2$s"), self->fingerprint, self->past);
  if (self->recorded != 0)
    {
      g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (self->recorded / 1000);
      g_autoptr (GDateTime) moment = utc != NULL ? g_date_time_to_local (utc) : NULL;

      if (moment != NULL)
        {
          int year, month, day_of_month;

          g_date_time_get_ymd (moment, &year, &month, &day_of_month);
          day = tl_format_day_long (tl_day_new (year, month, day_of_month));
        }
    }

  if (self->fingerprint != NULL && day != NULL)
    /* Translators: fingerprint of the history, and the day of its latest change */
    return g_strdup_printf (_("Throughline history %1$s, recorded %2$s"), self->fingerprint, day);
  if (self->fingerprint != NULL)
    return g_strdup_printf (_("Throughline history %s"), self->fingerprint);
  if (day != NULL)
    return g_strdup_printf (_("Throughline, recorded %s"), day);
  return g_strdup (_("Throughline, not saved in a workbook"));
}

static const TlRiskJudgement *
get_only_risk (TlReport *self)
{
  return tl_report_kind_get_info (self->kind)->traits & TL_REPORT_OF_RISK && self->risks->len == 1
           ? tl_assessment_find_risk (self->assessment, &g_array_index (self->risks, TlId, 0))
           : NULL;
}

static const char *
get_provider (TlReport *self)
{
  const char *provider = tl_snapshot_get_provider (tl_assessment_get_snapshot (self->assessment));

  return provider != NULL && *provider != '\0' ? provider : _("Provider not named");
}

/* The chosen review; where one is needed, of those held the latest that is finished, else the latest. */
static const TlReviewFacts *
find_review (TlReport *self)
{
  TlSnapshot *snapshot = tl_assessment_get_snapshot (self->assessment);
  TlDay as_at = tl_assessment_get_as_at (self->assessment);
  gboolean needed = (tl_report_kind_get_info (self->kind)->traits & TL_REPORT_OF_REVIEW) != 0;
  const TlReviewFacts *found = NULL;

  if (self->has_review)
    return tl_snapshot_find (snapshot, TL_TABLE_REVIEW, &self->review);
  for (guint i = 0; needed && i < tl_snapshot_count (snapshot, TL_TABLE_REVIEW); i++)
    {
      const TlReviewFacts *review = tl_snapshot_get (snapshot, TL_TABLE_REVIEW, i);

      if (!tl_review_is_held (review, as_at))
        continue;
      if (found == NULL || (tl_review_is_finished (review, as_at) == tl_review_is_finished (found, as_at)
                              ? review->date > found->date : tl_review_is_finished (review, as_at)))
        found = review;
    }

  return found;
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

/**
 * tl_report_get_title:
 * @self: a report
 *
 * Returns: (transfer full): what the report is called, as "Evidence summary, R1 Medicines record gaps"
 */
char *
tl_report_get_title (TlReport *self)
{
  const TlRiskJudgement *risk;
  const TlReviewFacts *review;
  g_autofree char *day = NULL;

  g_return_val_if_fail (TL_IS_REPORT (self), NULL);

  risk = get_only_risk (self);
  if (risk != NULL)
    /* Translators: kind of report, ref and title of a risk */
    return g_strdup_printf (_("%1$s, %2$s %3$s"), tl_report_kind_get_title (self->kind),
                            risk->facts->base.ref != NULL ? risk->facts->base.ref : "",
                            risk->facts->title != NULL ? risk->facts->title : "");

  review = find_review (self);
  day = tl_format_day_long (review != NULL && review->date != TL_NO_DAY ? review->date
                                                                        : tl_assessment_get_as_at (self->assessment));
  if (review != NULL && review->forum != NULL && review->forum->name != NULL)
    /* Translators: kind of report, forum, and a day */
    return g_strdup_printf (_("%1$s, %2$s, %3$s"), tl_report_kind_get_title (self->kind), review->forum->name, day);
  return g_strdup_printf (_("%1$s, %2$s"), tl_report_kind_get_title (self->kind), day);
}

/**
 * tl_report_get_file_name:
 * @self: a report
 *
 * Returns: (transfer full): a name for the report's PDF, such as "Evidence summary R1 2026-06-09.pdf"
 */
char *
tl_report_get_file_name (TlReport *self)
{
  const TlRiskJudgement *risk;
  const TlReviewFacts *review;
  char day[TL_DAY_ISO_LENGTH + 1];
  g_autofree char *name = NULL;

  g_return_val_if_fail (TL_IS_REPORT (self), NULL);

  risk = get_only_risk (self);
  review = find_review (self);
  tl_day_to_iso (review != NULL && review->date != TL_NO_DAY ? review->date : tl_assessment_get_as_at (self->assessment),
                 day);
  if (risk != NULL && risk->facts->base.ref != NULL)
    name = g_strdup_printf ("%s %s %s.pdf", tl_report_kind_get_title (self->kind), risk->facts->base.ref, day);
  else
    name = g_strdup_printf ("%s %s.pdf", tl_report_kind_get_title (self->kind), day);

  return g_strdelimit (g_steal_pointer (&name), "/\\:*?\"<>|", '-');
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

static TlDocument *
begin_document (TlReport *self)
{
  gboolean frozen = self->minutes != NULL && self->minutes->assessment != NULL;
  TlDay as_at = tl_assessment_get_as_at (frozen ? self->minutes->assessment : self->assessment);
  g_autofree char *day = tl_format_day_long (as_at);
  g_autofree char *as_at_words = g_strdup_printf (_("As at %s"), day);
  g_autofree char *history = describe_history (self);
  TlFurniture furniture = {
    .provider = (char *) get_provider (self),
    .report = (char *) tl_report_kind_get_title (self->kind),
    .as_at = as_at_words,
    .history = history,
    .fingerprint = self->fingerprint,
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
  const TlReviewFacts *review = find_review (self);

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
    .review = find_review (self),
    .minutes = self->minutes,
    .period = &self->period,
    .changes = self->changes,
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

/* ── PDF ───────────────────────────────────────────────────────────────────── */

/* When the PDF says it was made: never the clock, so that the same workbook and day give the same bytes. */
static char *
get_created (TlReport *self)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  char day[TL_DAY_ISO_LENGTH + 1];
  gint64 seconds;

  if (epoch != NULL && g_ascii_string_to_signed (epoch, 10, 0, G_MAXINT32, &seconds, NULL))
    {
      g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (seconds);

      return g_date_time_format (moment, "%Y-%m-%dT%H:%M:%SZ");
    }

  tl_day_to_iso (tl_assessment_get_as_at (self->assessment), day);
  return g_strdup_printf ("%sT00:00:00Z", day);
}

static GBytes *
make_pdf (TlReport      *self,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autofree char *title = tl_report_get_title (self);
  g_autofree char *created = get_created (self);
  g_autofree char *history = describe_history (self);
  TlDocumentInfo info = { .title = title, .author = get_provider (self), .subject = history, .created = created };

  if (!tl_report_paginate (self, cancellable, error))
    return NULL;

  return tl_document_to_pdf (self->document, &info, cancellable, error);
}

/**
 * tl_report_write_pdf:
 * @self: a report
 * @stream: where to write; isn't closed
 * @cancellable: (nullable): asked before each risk and page
 * @error: return location for an error
 *
 * Writes the report as a tagged PDF. Nothing is written unless the whole of it could be made. The same assessment,
 * paper and history give the same bytes.
 *
 * Returns: whether it was written
 */
gboolean
tl_report_write_pdf (TlReport       *self,
                     GOutputStream  *stream,
                     GCancellable   *cancellable,
                     GError        **error)
{
  g_autoptr (GBytes) pdf = NULL;

  g_return_val_if_fail (TL_IS_REPORT (self) && G_IS_OUTPUT_STREAM (stream), FALSE);

  pdf = make_pdf (self, cancellable, error);
  if (pdf == NULL)
    return FALSE;

  return g_output_stream_write_all (stream, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), NULL, cancellable,
                                    error);
}

/**
 * tl_report_save_pdf:
 * @self: a report
 * @file: where; replaced as a whole, or left as it was
 * @cancellable: (nullable): asked before each risk and page
 * @error: return location for an error
 *
 * Saves the report as a tagged PDF.
 *
 * Returns: whether it was saved
 */
gboolean
tl_report_save_pdf (TlReport      *self,
                    GFile         *file,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autoptr (GBytes) pdf = NULL;

  g_return_val_if_fail (TL_IS_REPORT (self) && G_IS_FILE (file), FALSE);
  tl_assert_may_wait ();

  pdf = make_pdf (self, cancellable, error);
  if (pdf == NULL)
    return FALSE;

  return g_file_replace_contents (file, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), NULL, FALSE,
                                  G_FILE_CREATE_REPLACE_DESTINATION, NULL, cancellable, error);
}
