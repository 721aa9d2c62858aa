/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-report-private.h"

#include "tl-format.h"
#include "tl-review-rules.h"

#include <glib/gi18n-lib.h>

char *
tl_report_describe_history (TlReport *self)
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

const char *
tl_report_get_provider (TlReport *self)
{
  const char *provider = tl_snapshot_get_provider (tl_assessment_get_snapshot (self->assessment));

  return provider != NULL && *provider != '\0' ? provider : _("Provider not named");
}

/* The chosen review; where one is needed, of those held the latest that is finished, else the latest. */
const TlReviewFacts *
tl_report_find_review (TlReport *self)
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

  review = tl_report_find_review (self);
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
  review = tl_report_find_review (self);
  tl_day_to_iso (review != NULL && review->date != TL_NO_DAY ? review->date : tl_assessment_get_as_at (self->assessment),
                 day);
  if (risk != NULL && risk->facts->base.ref != NULL)
    name = g_strdup_printf ("%s %s %s.pdf", tl_report_kind_get_title (self->kind), risk->facts->base.ref, day);
  else
    name = g_strdup_printf ("%s %s.pdf", tl_report_kind_get_title (self->kind), day);

  return g_strdelimit (g_steal_pointer (&name), "/\\:*?\"<>|", '-');
}
