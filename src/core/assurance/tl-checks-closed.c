/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-checks.h"

#include <glib/gi18n-lib.h>

#include "tl-closing.h"
#include "tl-course.h"
#include "tl-format.h"
#include "tl-holding.h"
#include "tl-reading-rules.h"
#include "tl-series-rules.h"
#include "tl-signs.h"

/* No decision to close met the conditions, since it was last reopened: a later one that does confirms it. */
void
tl_check_closed_too_early (TlCheckRun            *run,
                           const TlRiskJudgement *risk)
{
  g_autofree char *unmet = NULL;
  g_autofree char *day = NULL;
  const TlReviewFacts *first = NULL;

  for (guint i = 0; i < risk->facts->decisions.n; i++)
    {
      const TlDecisionFacts *decision = risk->facts->decisions.rows[i];
      g_autofree char *why = NULL;

      if (decision->decision != TL_DECISION_KIND_CLOSE || !tl_judge_sees_decision (run->judge, decision)
          || decision->review->date <= risk->reopened_on)
        continue;
      if (tl_decision_may_close (run->judge, decision, &why))
        return;
      if (first == NULL)
        {
          first = decision->review;
          unmet = g_steal_pointer (&why);
        }
    }
  if (first == NULL)
    return;
  day = tl_format_day_long (first->date);
  tl_check_add (run, risk,
                /* Translators: a day, a whole sentence that says what wasn't met */
                g_strdup_printf (_("It was closed on %1$s before it might be. %2$s"), day, unmet),
                _("Reopen it, or let a review close it once every condition is met."))->subject = first->base.ref;
}

/* What went wrong with a measure since a day; %NULL when nothing did. */
static char *
say_worse (const TlMeasureJudgement *measure,
           TlDay                     since)
{
  const TlPoint *before = NULL;

  for (guint i = 0; i < measure->series->n_points; i++)
    {
      const TlPoint *point = &measure->series->points[i];
      gboolean missed;

      if (!point->counted || point->nothing_to_sample || point->end <= since)
        continue;
      missed = tl_point_has_value (point) && !tl_measure_meets (measure->facts, measure->target_value, point->value);
      if (missed && before != NULL)
        return g_strdup_printf (_("“%s” has missed its target twice running"), measure->facts->title);
      if (missed && tl_measure_is_wholly_beyond (measure, point))
        return g_strdup_printf (_("“%s” has missed its target beyond what chance explains"), measure->facts->title);
      if (point->good == TL_FLAG_NO)
        return g_strdup_printf (_("“%s” shows a signal of getting worse"), measure->facts->title);
      before = missed ? point : NULL;
    }
  return NULL;
}

/* What asks for reopening, and what that speaks of. */
typedef struct
{
  char *why;
  const char *subject;
  const TlPlaceFacts *place;
} Return;

static gboolean
find_worse_measure (const TlRiskJudgement *risk,
                    TlDay                  since,
                    Return                *found)
{
  for (guint i = 0; i < risk->n_measures && found->why == NULL; i++)
    {
      if (risk->measures[i].role != TL_ROLE_PRIMARY)
        continue;
      found->why = say_worse (&risk->measures[i], since);
      found->subject = risk->measures[i].facts->base.ref;
    }
  return found->why != NULL;
}

static gboolean
find_contradiction (const TlRiskJudgement *risk,
                    TlDay                  since,
                    Return                *found)
{
  for (guint i = 0; i < risk->n_evidence && found->why == NULL; i++)
    {
      const TlEvidenceItem *item = &risk->evidence[i];

      if (item->date <= since || item->kind != TL_EVIDENCE_KIND_OUTCOME || item->verdict != TL_VERDICT_CONTRADICTS)
        continue;
      /* Translators: a source of evidence */
      found->why = g_strdup_printf (_("The outcome is contradicted (%s)"), tl_word_label (TL_TYPE_SOURCE, item->source));
      found->subject = item->facts != NULL ? item->facts->base.ref : item->reading->measure->base.ref;
      found->place = tl_evidence_item_get_place (item);
    }
  return found->why != NULL;
}

static gboolean
find_sign (const TlJudge         *judge,
           const TlRiskJudgement *risk,
           TlDay                  since,
           Return                *found)
{
  for (guint i = 0; i < risk->facts->signs.n && found->why == NULL; i++)
    {
      const TlSignFacts *sign = risk->facts->signs.rows[i];

      if (tl_sign_count_seen (judge, sign, since) < tl_sign_get_times (sign))
        continue;
      found->why = g_strdup_printf (_("“%s” was seen again"), sign->sign);
      found->subject = sign->base.ref;
    }
  return found->why != NULL;
}

/* Something shows that a closed risk is coming back, since it was closed or last decided on. */
void
tl_check_closed_worse (TlCheckRun            *run,
                       const TlRiskJudgement *risk)
{
  TlDay since = tl_risk_get_last_decided (run->judge, risk->facts);
  Return found = { NULL };
  g_autofree char *day = NULL;
  TlFinding *finding;

  if (!find_worse_measure (risk, since, &found) && !find_contradiction (risk, since, &found)
      && !find_sign (run->judge, risk, since, &found))
    return;
  day = tl_format_day_long (risk->ended_on);
  finding = tl_check_add (run, risk,
                          /* Translators: what was seen, the day on which the risk was closed */
                          g_strdup_printf (_("%1$s, although the risk was closed on %2$s."), found.why, day), _("Reopen it."));
  finding->subject = found.subject;
  finding->place = found.place;
  g_free (found.why);
}

/* Nothing watches over a closed risk, or what should is late. */
void
tl_check_closed_unwatched (TlCheckRun            *run,
                           const TlRiskJudgement *risk)
{
  guint n_set = 0, n_current = 0;

  for (guint i = 0; i < risk->n_expected; i++)
    {
      const TlExpectedJudgement *expected = &risk->expected[i];
      g_autofree char *source = NULL;

      if (expected->facts->continues_after_closing != TL_FLAG_YES)
        continue;
      n_set++;
      n_current += expected->current;
      if (expected->days_late == 0)
        continue;
      source = tl_format_capital (tl_word_label (TL_TYPE_SOURCE, expected->facts->source));
      tl_check_add (run, risk, g_strdup_printf (_("%s: late, though expected to watch over this closed risk."), source),
                    _("Ask for it, and record what it shows."))->subject = tl_word_get (TL_TYPE_SOURCE, expected->facts->source);
      return;
    }
  if (n_current == 0)
    tl_check_add (run, risk, g_strdup (n_set == 0 ? _("Nothing watches over this closed risk.")
                                                  : _("What should watch over this closed risk has ended.")),
                  _("Set a source of evidence that goes on."));
}
