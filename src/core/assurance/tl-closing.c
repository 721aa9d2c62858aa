/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-closing.h"

#include <glib/gi18n-lib.h>

#include "tl-challenge-rules.h"
#include "tl-checks.h"
#include "tl-course.h"
#include "tl-format.h"
#include "tl-risk-rules.h"

#define OWNER_DAYS 92

/* What was asked, in order: each holds or doesn't, and says so. */
typedef struct
{
  TlClosingCondition conditions[TL_N_DECISION_CONDITIONS];
  guint n;
} Asked;

static void
settle (Asked    *asked,
        gboolean  met,
        char     *sentence)
{
  g_return_if_fail (asked->n < TL_N_DECISION_CONDITIONS);

  asked->conditions[asked->n++] = (TlClosingCondition) { met, sentence, { TL_REMEDY_NONE, NULL } };
}

/* Says what leads to the condition that was just found not to hold. */
static void
mend (Asked         *asked,
      TlRemedy       remedy,
      const TlFacts *row)
{
  asked->conditions[asked->n - 1].mending = (TlMending) { remedy, row };
}

static void
asked_clear (Asked *asked)
{
  for (guint i = 0; i < asked->n; i++)
    g_free (asked->conditions[i].text);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Asked, asked_clear)

/* The row that a link's first remedy is done to. */
static const TlFacts *
find_row (const TlLinkJudgement *link)
{
  for (guint i = 0; link->lacking[i] != NULL; i++)
    if (link->mendings[i].remedy == link->remedy)
      return link->mendings[i].row;
  return NULL;
}

static void
ask_links (const TlRiskJudgement *risk,
           Asked                 *asked)
{
  const char *names[TL_N_LINE_LINKS + 1] = { NULL };
  g_autofree char *list = NULL;
  const TlLinkJudgement *first = NULL;
  guint n = 0;

  for (int i = 0; i < TL_N_LINE_LINKS; i++)
    {
      if (risk->line[i].state == TL_LINK_STATE_SOUND)
        continue;
      if (first == NULL)
        first = &risk->line[i];
      names[n++] = tl_word_label (TL_TYPE_LINE_LINK, TL_LINE_LINK_FOUND + i);
    }
  if (first == NULL)
    {
      settle (asked, TRUE, g_strdup (_("All eight links are sound.")));
      return;
    }
  list = tl_format_list (names);
  settle (asked, FALSE,
          g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "All eight links must be sound: %s isn’t.",
                                        "All eight links must be sound: %s aren’t.", n), list));
  mend (asked, first->remedy, find_row (first));
}

static void
ask_actions (const TlRiskJudgement *risk,
             Asked                 *asked)
{
  const TlFacts *first = NULL;
  guint n = 0;

  for (guint i = 0; i < risk->n_actions; i++)
    {
      if (!risk->actions[i].open)
        continue;
      if (n++ == 0)
        first = &risk->actions[i].facts->base;
    }
  if (n == 0)
    settle (asked, TRUE, g_strdup (_("Every action is done or ended.")));
  else
    settle (asked, FALSE,
            g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Every action must be done or ended: %u is open.",
                                          "Every action must be done or ended: %u are open.", n), n));
  if (n > 0)
    mend (asked, TL_REMEDY_UPDATE_ACTION, first);
}

static void
ask_challenges (const TlJudge         *judge,
                const TlRiskJudgement *risk,
                Asked                 *asked)
{
  const TlFacts *first = NULL;
  guint n = 0;

  for (guint i = 0; i < risk->facts->challenges.n; i++)
    {
      const TlChallengeFacts *challenge = risk->facts->challenges.rows[i];

      if (!tl_judge_sees_review (judge, challenge->review) || tl_challenge_is_satisfied (judge, challenge))
        continue;
      if (n++ == 0)
        first = &challenge->base;
    }
  if (n == 0)
    settle (asked, TRUE, g_strdup (_("Every challenge is answered and satisfied.")));
  else
    settle (asked, FALSE,
            g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Every challenge must be answered and satisfied: %u isn’t.",
                                          "Every challenge must be answered and satisfied: %u aren’t.", n), n));
  if (n > 0)
    mend (asked, TL_REMEDY_ANSWER_CHALLENGE, first);
}

/* As if it were open, whatever it is. */
static guint
count_findings (const TlJudge         *judge,
                const TlRiskJudgement *risk)
{
  g_autoptr (GArray) findings = g_array_new (FALSE, TRUE, sizeof (TlFinding));
  TlRiskJudgement open = *risk;
  guint n = 0;

  open.state = TL_RISK_STATE_OPEN;
  tl_checks_run_risk (judge, &open, findings);
  for (guint i = 0; i < findings->len; i++)
    n += g_array_index (findings, TlFinding, i).severity == TL_SEVERITY_ACT;
  return n;
}

/* What mends them each finding says itself. */
static void
ask_findings (guint  n,
              Asked *asked)
{
  if (n == 0)
    settle (asked, TRUE, g_strdup (_("No finding to act on remains.")));
  else
    settle (asked, FALSE,
            g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "No finding to act on may remain: %u does.",
                                          "No finding to act on may remain: %u do.", n), n));
}

/* With several primary measures the run of meeting the target began with the latest of theirs. */
static TlDay
get_met_since (const TlRiskJudgement *risk)
{
  TlDay since = TL_NO_DAY;

  for (guint i = 0; i < risk->n_measures; i++)
    {
      const TlMeasureJudgement *measure = &risk->measures[i];

      if (measure->role != TL_ROLE_PRIMARY)
        continue;
      if (measure->met_since == TL_NO_DAY)
        return TL_NO_DAY;
      since = tl_day_latest (since, measure->met_since);
    }
  return since;
}

static void
ask_review (const TlJudge         *judge,
            const TlRiskJudgement *risk,
            Asked                 *asked)
{
  g_autoptr (GPtrArray) reviews = tl_risk_list_reviews (judge, risk->facts);
  TlDay since = get_met_since (risk);

  for (guint i = 0; since != TL_NO_DAY && i < reviews->len; i++)
    {
      const TlReviewFacts *review = g_ptr_array_index (reviews, i);

      if (review->date >= since && review->date < judge->as_at && review != judge->undecided)
        {
          g_autofree char *day = tl_format_day_long (review->date);

          settle (asked, TRUE, g_strdup_printf (_("The review of %s looked at it while the target was met."), day));
          return;
        }
    }
  settle (asked, FALSE, g_strdup (_("An earlier review must have looked at it since the target has been met.")));
  mend (asked, TL_REMEDY_START_REVIEW, NULL);
}

static void
ask_watch (const TlRiskJudgement *risk,
           Asked                 *asked)
{
  for (guint i = 0; i < risk->n_expected; i++)
    {
      const TlExpectedEvidenceFacts *facts = risk->expected[i].facts;

      if (risk->expected[i].current && facts->continues_after_closing == TL_FLAG_YES)
        {
          /* Translators: a source of evidence, how often it is expected: "A watch is set: audit, monthly." */
          settle (asked, TRUE, g_strdup_printf (_("A watch is set: %1$s, %2$s."), tl_word_label (TL_TYPE_SOURCE, (int) facts->source),
                                                tl_word_label (TL_TYPE_INTERVAL, (int) facts->every)));
          return;
        }
    }
  settle (asked, FALSE, g_strdup (_("A watch must be set: a source of evidence that goes on after closing.")));
  mend (asked, TL_REMEDY_EXPECT_EVIDENCE, NULL);
}

static gboolean
was_owner (const TlJudge     *judge,
           const TlRiskFacts *risk,
           const TlWho       *by)
{
  for (guint i = 0; i < risk->ownerships.n; i++)
    {
      const TlOwnershipFacts *ownership = risk->ownerships.rows[i];

      if (ownership->part == TL_PART_ACCOUNTABLE && ownership->person != NULL && ownership->from_date <= judge->as_at
          && (ownership->until_date == TL_NO_DAY || ownership->until_date > judge->as_at - OWNER_DAYS)
          && (by->person == ownership->person
              || (by->person == NULL && g_ascii_strcasecmp (by->text, ownership->person->name) == 0)))
        return TRUE;
    }
  return FALSE;
}

/* Somebody marked outside never owns a risk, so asking who owned it covers them. */
static void
ask_decider (const TlJudge     *judge,
             const TlRiskFacts *risk,
             const TlWho       *by,
             Asked             *asked)
{
  if (by->person == NULL && !tl_text_says (by->text))
    settle (asked, FALSE, g_strdup (_("It must say who decided.")));
  else if (was_owner (judge, risk, by))
    settle (asked, FALSE, g_strdup (_("Somebody must decide who hasn’t been its accountable owner in the last 92 days.")));
  else
    /* Translators: %s is a person */
    settle (asked, TRUE, g_strdup_printf (_("%s hasn’t been its accountable owner in the last 92 days."),
                                          by->person != NULL ? by->person->name : by->text));
}

static void
ask (const TlJudge         *judge,
     const TlRiskJudgement *risk,
     guint                  n_to_act_on,
     Asked                 *asked)
{
  ask_links (risk, asked);
  ask_actions (risk, asked);
  ask_challenges (judge, risk, asked);
  ask_findings (n_to_act_on, asked);
  ask_review (judge, risk, asked);
  ask_watch (risk, asked);
}

/**
 * tl_judge_closing:
 * @judge: a judge
 * @risk: a risk that is judged, its findings counted
 *
 * Settles whether the risk may close, and what is unmet; one that has ended is judged as if it had not. Who decides isn't
 * judged here.
 */
void
tl_judge_closing (const TlJudge   *judge,
                  TlRiskJudgement *risk)
{
  gboolean open = risk->state == TL_RISK_STATE_OPEN;
  guint n_to_act_on = open ? risk->n_findings[TL_SEVERITY_ACT] : count_findings (judge, risk);
  g_auto (Asked) asked = { 0 };
  guint n_unmet = 0;

  ask (judge, risk, n_to_act_on, &asked);
  risk->unmet = tl_arena_allocate (judge->arena, (TL_N_CLOSING_CONDITIONS + 1) * sizeof *risk->unmet);
  for (guint i = 0; i < asked.n; i++)
    {
      risk->conditions[i] = asked.conditions[i];
      risk->conditions[i].text = tl_judge_keep (judge, g_steal_pointer (&asked.conditions[i].text));
      if (!risk->conditions[i].met)
        risk->unmet[n_unmet++] = risk->conditions[i].text;
    }
  risk->unmet[n_unmet] = NULL;
  risk->may_close = n_unmet == 0;
}

/**
 * tl_judge_decision_to_close:
 * @judge: a judge by the day of the decision, to which its review hasn't decided
 * @facts: the risk
 * @by: who decides
 * @risk: (out caller-allocates): the risk as it is judged that day
 * @conditions: (out caller-allocates) (array fixed-size=7): every condition, the last of them who decides
 *
 * Judges whether a decision to close may be made, as if its review had looked at the risk but not decided yet.
 *
 * Returns: whether every condition holds
 */
gboolean
tl_judge_decision_to_close (const TlJudge      *judge,
                            const TlRiskFacts  *facts,
                            const TlWho        *by,
                            TlRiskJudgement    *risk,
                            TlClosingCondition *conditions)
{
  g_auto (Asked) asked = { 0 };
  gboolean all = TRUE;

  tl_judge_risk (judge, facts, risk);
  ask (judge, risk, count_findings (judge, risk), &asked);
  ask_decider (judge, facts, by, &asked);
  for (guint i = 0; i < asked.n; i++)
    {
      conditions[i] = asked.conditions[i];
      conditions[i].text = tl_judge_keep (judge, g_steal_pointer (&asked.conditions[i].text));
      all = all && conditions[i].met;
    }
  return all;
}

/**
 * tl_decision_may_close:
 * @judge: a judge
 * @decision: a decision to close
 * @first_unmet: (out) (transfer full) (nullable): the first condition that wasn't met
 *
 * Judges a decision to close by its own day.
 *
 * Returns: whether every condition held
 */
gboolean
tl_decision_may_close (const TlJudge         *judge,
                       const TlDecisionFacts *decision,
                       char                 **first_unmet)
{
  g_autoptr (TlArena) arena = tl_arena_new ();
  TlJudge then = {
    .snapshot = judge->snapshot,
    .settings = judge->settings,
    .as_at = decision->review->date,
    .undecided = decision->review,
    .arena = arena,
  };
  TlClosingCondition conditions[TL_N_DECISION_CONDITIONS];
  TlRiskJudgement risk;

  *first_unmet = NULL;
  if (tl_judge_decision_to_close (&then, decision->risk, &decision->by, &risk, conditions))
    return TRUE;
  for (guint i = 0; *first_unmet == NULL && i < TL_N_DECISION_CONDITIONS; i++)
    if (!conditions[i].met)
      *first_unmet = g_strdup (conditions[i].text);
  return FALSE;
}
