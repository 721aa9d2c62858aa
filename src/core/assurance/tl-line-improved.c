/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-line.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-format.h"
#include "tl-reading-rules.h"

static gboolean
has_reading_since (const TlJudge        *judge,
                   const TlMeasureFacts *measure)
{
  TlDay since = measure->baseline_date != TL_NO_DAY ? measure->baseline_date : measure->defined;

  for (guint i = measure->readings.n; i > 0; i--)
    {
      const TlReadingFacts *reading = measure->readings.rows[i - 1];

      if (reading->date > since && tl_judge_knows (judge, reading->date)
          && tl_reading_get_value (reading, measure->kind).sort > TL_READING_NOTHING)
        return TRUE;
    }
  return FALSE;
}

/* Since when the latest points have been signals of the good sort, one after the other. */
static TlDay
get_signal_since (const TlMeasureJudgement *measure)
{
  TlDay since = TL_NO_DAY;

  for (guint i = measure->series->n_points; i > 0; i--)
    {
      const TlPoint *point = &measure->series->points[i - 1];

      if (!isfinite (point->value) || !point->counted)
        continue;
      if (point->good != TL_FLAG_YES)
        break;
      since = point->start;
    }
  return since;
}

static char *
describe (const TlJudge            *judge,
          const TlMeasureJudgement *measure)
{
  g_autofree char *value = NULL;
  TlDay since;

  if (measure == NULL)
    return g_strdup (_("No primary measure"));
  if (measure->latest == NULL)
    return g_strdup (_("No reading"));

  value = tl_format_value (measure->facts, measure->latest->value);
  since = get_signal_since (measure);
  if (measure->change == TL_CHANGE_IMPROVED && measure->baseline_start != TL_NO_DAY && since != TL_NO_DAY)
    {
      g_autofree char *day = tl_format_day_short (since, judge->as_at);

      /* Translators: the latest value, and since when it has differed from the process before the work began */
      return g_strdup_printf (_("%1$s, better than its old limits since %2$s"), value, day);
    }
  if (isfinite (measure->baseline_value))
    {
      g_autofree char *baseline = tl_format_value (measure->facts, measure->baseline_value);

      /* Translators: the latest value, the baseline, and whether that is better, such as "improved" */
      return g_strdup_printf (_("%1$s, from %2$s: %3$s"), value, baseline,
                              tl_word_label (TL_TYPE_CHANGE_STATE, measure->change));
    }
  return g_strdup_printf (_("%1$s: %2$s"), value, tl_word_label (TL_TYPE_CHANGE_STATE, measure->change));
}

static void
judge_change (TlLinkDraft              *draft,
              const TlMeasureJudgement *measure)
{
  const char *title = measure->facts->title;

  switch (measure->change)
    {
    case TL_CHANGE_WORSE:
      tl_link_draft_lack (draft, TL_LINK_STATE_WEAK, TL_REMEDY_ADD_ACTION, NULL,
                          g_strdup_printf (_("“%s” is worse than before."), title));
      break;
    case TL_CHANGE_NONE_SHOWN:
      tl_link_draft_lack (draft, TL_LINK_STATE_WEAK, TL_REMEDY_ADD_ACTION, NULL,
                          g_strdup_printf (_("“%s” shows no change beyond its ordinary ups and downs."), title));
      break;
    case TL_CHANGE_TOO_LITTLE:
      tl_link_draft_lack (draft, TL_LINK_STATE_WEAK, TL_REMEDY_RECORD_READINGS, measure->facts,
                          g_strdup_printf (_("There is too little to tell whether “%s” changed."), title));
      break;
    case TL_CHANGE_IMPROVED:
    default:
      break;
    }
}

static void
judge_measure (TlLinkDraft              *draft,
               const TlMeasureJudgement *measure)
{
  g_autofree char *target = tl_format_target (measure->facts, measure->target_value);

  if (!has_reading_since (draft->judge, measure->facts))
    {
      tl_link_draft_lack (draft, TL_LINK_STATE_MISSING, TL_REMEDY_RECORD_READINGS, measure->facts,
                          g_strdup_printf (_("“%s” has no reading since its baseline."), measure->facts->title));
      return;
    }
  if (measure->target == TL_TARGET_NO_READING)
    tl_link_draft_lack (draft, TL_LINK_STATE_WEAK, TL_REMEDY_RECORD_READINGS, measure->facts,
                        g_strdup_printf (_("“%s” has had no reading for more than half a year."), measure->facts->title));
  else if (measure->target == TL_TARGET_NOT_MET && !isfinite (measure->target_value))
    tl_link_draft_lack (draft, TL_LINK_STATE_WEAK, TL_REMEDY_SET_TARGET, measure->facts,
                        g_strdup_printf (_("“%s” has no target to meet."), measure->facts->title));
  else if (measure->target == TL_TARGET_NOT_MET)
    tl_link_draft_lack (draft, TL_LINK_STATE_WEAK, TL_REMEDY_ADD_ACTION, NULL,
                        /* Translators: a measure, its target such as "at least 95 %" */
                        g_strdup_printf (_("“%1$s” doesn’t meet its target, %2$s."), measure->facts->title, target));
  judge_change (draft, measure);
}

/**
 * tl_judge_improved:
 * @judge: a judge
 * @risk: a risk whose measures are settled
 * @link: (out): the judgement
 *
 * Judges whether every primary measure meets its target and is better than before.
 */
void
tl_judge_improved (const TlJudge   *judge,
                   TlRiskJudgement *risk,
                   TlLinkJudgement *link)
{
  TlLinkDraft draft;

  tl_link_draft_init (&draft, judge);
  if (risk->primary == NULL)
    tl_link_draft_lack (&draft, TL_LINK_STATE_MISSING, TL_REMEDY_ADD_MEASURE, NULL,
                        g_strdup (_("No primary measure shows the outcome.")));
  for (guint i = 0; i < risk->n_measures; i++)
    {
      if (risk->measures[i].role == TL_ROLE_PRIMARY)
        judge_measure (&draft, &risk->measures[i]);
    }
  tl_link_draft_finish (&draft, describe (judge, risk->primary), link);
}
