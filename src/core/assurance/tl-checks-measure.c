/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-checks.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-action-rules.h"
#include "tl-format.h"
#include "tl-period.h"
#include "tl-rating.h"
#include "tl-reading-rules.h"
#include "tl-series-rules.h"

#define RECURRENCE_PERIODS 3

static TlSeverity
get_gravity (const TlRiskJudgement *risk)
{
  return risk->band == TL_BAND_HIGH ? TL_SEVERITY_ACT : TL_SEVERITY_WATCH;
}

/* The review interval that somebody chose is longer than the rating allows. */
void
tl_check_review_too_slow (TlCheckRun            *run,
                          const TlRiskJudgement *risk)
{
  int most = tl_judge_band_days (run->judge, risk->band);

  if (risk->review_every != TL_INTERVAL_NONE && risk->review_days > most)
    tl_check_add (run, risk,
                  /* Translators: how often it is reviewed ("monthly"), how grave it is ("high"), days allowed */
                  g_strdup_printf (_("It is reviewed %1$s; a %2$s risk should be reviewed at least every %3$d days."),
                                   tl_word_label (TL_TYPE_INTERVAL, (int) risk->review_every),
                                   tl_word_label (TL_TYPE_BAND, risk->band), most),
                  _("Review it more often, or look at its rating again."));
}

/* Nobody has looked at the risk for longer than its interval and a quarter; without any date, since long ago. */
void
tl_check_review_overdue (TlCheckRun            *run,
                         const TlRiskJudgement *risk)
{
  TlDay since = risk->last_looked_at != TL_NO_DAY ? risk->last_looked_at : risk->opened;
  g_autofree char *day = NULL;
  TlFinding *finding;

  if (since != TL_NO_DAY && 4 * (run->judge->as_at - since) <= 5 * risk->review_days)
    return;
  day = since != TL_NO_DAY ? tl_format_day_long (since) : NULL;
  finding = tl_check_add (run, risk,
                          risk->last_looked_at != TL_NO_DAY
                            ? g_strdup_printf (_("No review has looked at this risk since %s."), day)
                          : day != NULL ? g_strdup_printf (_("No review has looked at this risk since it was opened on %s."), day)
                                        : g_strdup (_("No review has ever looked at this risk.")),
                          _("Look at it in a review now."));
  finding->severity = get_gravity (risk);
}

/* The target date has passed and the target isn't met. */
void
tl_check_target_late (TlCheckRun            *run,
                      const TlRiskJudgement *risk)
{
  for (guint i = 0; i < risk->n_measures; i++)
    {
      const TlMeasureJudgement *measure = &risk->measures[i];
      g_autofree char *day = NULL;
      TlFinding *finding;

      if (measure->facts->target_date == TL_NO_DAY || measure->facts->target_date >= run->judge->as_at
          || measure->target >= TL_TARGET_MET)
        continue;
      day = tl_format_day_long (measure->facts->target_date);
      finding = tl_check_add (run, risk,
                              g_strdup_printf (_("“%1$s” should have met its target by %2$s."), measure->facts->title, day),
                              _("Change what is being done, or let a review set a new date and say why."));
      finding->severity = get_gravity (risk);
      finding->subject = measure->facts->base.ref;
    }
}

static gboolean
has_reading_between (const TlMeasureFacts *measure,
                     TlDay                 start,
                     TlDay                 end)
{
  for (guint i = measure->readings.n; i > 0; i--)
    {
      const TlReadingFacts *reading = measure->readings.rows[i - 1];

      if (reading->date < start)
        return FALSE;
      if (reading->date <= end && tl_reading_get_value (reading, measure->kind).sort != TL_READING_IMPOSSIBLE)
        return TRUE;
    }
  return FALSE;
}

/* The last ended period has no reading, and a quarter of it has passed since. */
void
tl_check_measure_late (TlCheckRun            *run,
                       const TlRiskJudgement *risk)
{
  for (guint i = 0; i < risk->n_measures; i++)
    {
      const TlMeasureFacts *measure = risk->measures[i].facts;
      int last = tl_period_get_number (measure->period, run->judge->as_at) - 1;
      TlDay start = tl_period_get_start (measure->period, last);
      TlDay end = tl_period_get_end (measure->period, last);
      g_autofree char *from = NULL;
      g_autofree char *to = NULL;

      if (start <= TL_NO_DAY || end < measure->defined || tl_judge_is_grace (run->judge, start, end) || has_reading_between (measure, start, end))
        continue;
      from = tl_format_day_long (start);
      to = tl_format_day_long (end);
      tl_check_add (run, risk, g_strdup_printf (_("“%1$s” has no reading for %2$s to %3$s."), measure->title, from, to),
                    _("Record the reading, or 0 of 0 when there was nothing to sample."))->subject = measure->base.ref;
    }
}

/* A measure is worse than before. */
void
tl_check_measure_worse (TlCheckRun            *run,
                        const TlRiskJudgement *risk)
{
  for (guint i = 0; i < risk->n_measures; i++)
    {
      const TlMeasureJudgement *measure = &risk->measures[i];
      g_autofree char *value = NULL;

      if (measure->change != TL_CHANGE_WORSE)
        continue;
      value = tl_format_value (measure->facts, measure->latest->value);
      tl_check_add (run, risk, g_strdup_printf (_("“%1$s” got worse: it is %2$s now, beyond what chance explains."),
                                                measure->facts->title, value),
                    _("Find out why, and change what is being done."))->subject = measure->facts->base.ref;
    }
}

static gboolean
is_better (const TlRiskJudgement *risk)
{
  for (guint i = 0; i < risk->n_measures; i++)
    {
      const TlMeasureJudgement *measure = &risk->measures[i];

      if (measure->role == TL_ROLE_PRIMARY && (measure->target >= TL_TARGET_MET || measure->change == TL_CHANGE_IMPROVED))
        return TRUE;
    }
  return FALSE;
}

static TlDay
get_first_done (const TlRiskJudgement *risk)
{
  for (guint i = 0; i < risk->n_actions; i++)
    {
      const TlActionJudgement *action = &risk->actions[i];

      if (action->facts->agreed == risk->first_action && action->done != TL_NO_DAY
          && tl_action_get_purpose (action->facts) != TL_PURPOSE_CONTROL)
        return action->done;
    }
  return TL_NO_DAY;
}

static guint
count_begun_since (const TlMeasureJudgement *measure,
                   TlDay                     day)
{
  guint n = 0;

  for (guint i = 0; i < measure->series->n_points; i++)
    n += tl_point_has_value (&measure->series->points[i]) && measure->series->points[i].start >= day;
  return n;
}

/* What should get better does, while the failure itself keeps coming back. */
void
tl_check_recurrence_flat (TlCheckRun            *run,
                          const TlRiskJudgement *risk)
{
  TlDay done = risk->first_action != TL_NO_DAY ? get_first_done (risk) : TL_NO_DAY;

  if (done == TL_NO_DAY || !is_better (risk))
    return;
  for (guint i = 0; i < risk->n_measures; i++)
    {
      const TlMeasureJudgement *measure = &risk->measures[i];

      if (measure->role == TL_ROLE_RECURRENCE && measure->target == TL_TARGET_NOT_MET
          && count_begun_since (measure, done) >= RECURRENCE_PERIODS)
        tl_check_add (run, risk,
                      g_strdup_printf (_("“%1$s” looks better, but “%2$s” doesn’t meet its target: the failure keeps coming back."),
                                       risk->primary->facts->title, measure->facts->title),
                      _("Find out why it still happens, and change what is being done."))->subject = measure->facts->base.ref;
    }
}
