/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-closing.h"

#include <glib/gi18n-lib.h>

#include "tl-checks.h"
#include "tl-course.h"
#include "tl-format.h"
#include "tl-risk-rules.h"

#define OWNER_DAYS 92

static void
take (GPtrArray *unmet,
      char      *sentence)
{
  g_ptr_array_add (unmet, sentence);
}

static void
ask_links (const TlRiskJudgement *risk,
           GPtrArray             *unmet)
{
  const char *names[TL_N_LINE_LINKS + 1] = { NULL };
  g_autofree char *list = NULL;
  guint n = 0;

  for (int i = 0; i < TL_N_LINE_LINKS; i++)
    {
      if (risk->line[i].state != TL_LINK_STATE_SOUND)
        names[n++] = tl_word_label (TL_TYPE_LINE_LINK, TL_LINE_LINK_FOUND + i);
    }
  if (n == 0)
    return;
  list = tl_format_list (names);
  take (unmet, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "All eight links must be sound: %s isn’t.",
                                             "All eight links must be sound: %s aren’t.", n), list));
}

static void
ask_actions (const TlRiskJudgement *risk,
             GPtrArray             *unmet)
{
  guint n = 0;

  for (guint i = 0; i < risk->n_actions; i++)
    n += risk->actions[i].open;
  if (n > 0)
    take (unmet, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Every action must be done or ended: %u is open.",
                                               "Every action must be done or ended: %u are open.", n), n));
}

static void
ask_challenges (const TlJudge         *judge,
                const TlRiskJudgement *risk,
                GPtrArray             *unmet)
{
  guint n = 0;

  for (guint i = 0; i < risk->facts->challenges.n; i++)
    {
      const TlChallengeFacts *challenge = risk->facts->challenges.rows[i];

      n += tl_judge_sees_review (judge, challenge->review)
           && !(challenge->satisfied == TL_FLAG_YES && tl_judge_knows (judge, challenge->satisfied_on));
    }
  if (n > 0)
    take (unmet, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Every challenge must be answered and satisfied: %u isn’t.",
                                               "Every challenge must be answered and satisfied: %u aren’t.", n), n));
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

static void
ask_findings (guint      n,
              GPtrArray *unmet)
{
  if (n > 0)
    take (unmet, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "No finding to act on may remain: %u does.",
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
            GPtrArray             *unmet)
{
  g_autoptr (GPtrArray) reviews = tl_risk_list_reviews (judge, risk->facts);
  TlDay since = get_met_since (risk);

  for (guint i = 0; since != TL_NO_DAY && i < reviews->len; i++)
    {
      const TlReviewFacts *review = g_ptr_array_index (reviews, i);

      if (review->date >= since && review->date < judge->as_at && review != judge->undecided)
        return;
    }
  take (unmet, g_strdup (_("An earlier review must have looked at it since the target has been met.")));
}

static void
ask_watch (const TlRiskJudgement *risk,
           GPtrArray             *unmet)
{
  for (guint i = 0; i < risk->n_expected; i++)
    {
      if (risk->expected[i].current && risk->expected[i].facts->continues_after_closing == TL_FLAG_YES)
        return;
    }
  take (unmet, g_strdup (_("A watch must be set: a source of evidence that goes on after closing.")));
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
ask_decider (const TlJudge         *judge,
             const TlDecisionFacts *decision,
             GPtrArray             *unmet)
{
  if (decision->by.person == NULL && !tl_text_says (decision->by.text))
    take (unmet, g_strdup (_("It must say who decided.")));
  else if (was_owner (judge, decision->risk, &decision->by))
    take (unmet, g_strdup (_("Somebody must decide who hasn’t been its accountable owner in the last 92 days.")));
}

static GPtrArray *
list_unmet (const TlJudge         *judge,
            const TlRiskJudgement *risk,
            guint                  n_to_act_on)
{
  GPtrArray *unmet = g_ptr_array_new_with_free_func (g_free);

  ask_links (risk, unmet);
  ask_actions (risk, unmet);
  ask_challenges (judge, risk, unmet);
  ask_findings (n_to_act_on, unmet);
  ask_review (judge, risk, unmet);
  ask_watch (risk, unmet);
  return unmet;
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
  g_autoptr (GPtrArray) unmet = list_unmet (judge, risk, n_to_act_on);

  risk->may_close = unmet->len == 0;
  risk->unmet = tl_arena_allocate (judge->arena, (unmet->len + 1) * sizeof *risk->unmet);
  for (guint i = 0; i < unmet->len; i++)
    risk->unmet[i] = tl_judge_keep (judge, g_strdup (g_ptr_array_index (unmet, i)));
}

/**
 * tl_decision_may_close:
 * @judge: a judge
 * @decision: a decision to close
 * @first_unmet: (out) (transfer full) (nullable): the first condition that wasn't met
 *
 * Judges a decision to close by its own day, as if its review had looked at the risk but not decided yet.
 *
 * Returns: whether every condition held
 */
gboolean
tl_decision_may_close (const TlJudge         *judge,
                       const TlDecisionFacts *decision,
                       char                 **first_unmet)
{
  g_autoptr (TlArena) arena = tl_arena_new ();
  g_autoptr (GPtrArray) unmet = NULL;
  TlJudge then = {
    .snapshot = judge->snapshot,
    .settings = judge->settings,
    .as_at = decision->review->date,
    .undecided = decision->review,
    .arena = arena,
  };
  TlRiskJudgement risk;

  tl_judge_risk (&then, decision->risk, &risk);
  unmet = list_unmet (&then, &risk, count_findings (&then, &risk));
  ask_decider (&then, decision, unmet);
  *first_unmet = unmet->len > 0 ? g_strdup (g_ptr_array_index (unmet, 0)) : NULL;
  return unmet->len == 0;
}
