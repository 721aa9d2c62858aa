/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-closing-case.h"

#include <glib/gi18n-lib.h>

#include "tl-assessment-private.h"
#include "tl-closing.h"
#include "tl-format.h"
#include "tl-review-rules.h"

static void
answer_free (gpointer data)
{
  TlClosingAnswer *answer = data;

  g_free (answer->text);
  g_free (answer);
}

static GPtrArray *
copy_conditions (const TlClosingCondition *conditions)
{
  GPtrArray *answers = g_ptr_array_new_with_free_func (answer_free);

  for (guint i = 0; i < TL_N_DECISION_CONDITIONS; i++)
    {
      TlClosingAnswer *answer = g_new0 (TlClosingAnswer, 1);

      answer->met = conditions[i].met;
      answer->text = g_strdup (conditions[i].text);
      answer->remedy = conditions[i].mending.remedy;
      if (conditions[i].mending.row != NULL)
        answer->row = conditions[i].mending.row->id;
      g_ptr_array_add (answers, answer);
    }
  return answers;
}

static TlJudge
make_judge (const TlAssessment  *assessment,
            const TlReviewFacts *review,
            TlArena             *arena)
{
  return (TlJudge) {
    .snapshot = assessment->judge.snapshot,
    .settings = assessment->judge.settings,
    .as_at = review != NULL && review->date != TL_NO_DAY ? review->date : assessment->judge.as_at,
    .undecided = review,
    .arena = arena,
  };
}

/**
 * tl_closing_list_conditions:
 * @assessment: what is concluded
 * @risk: a risk
 * @review: (nullable): the review that would decide, whose own decisions don't count; %NULL judges by the day of @assessment
 * @by: who would decide
 *
 * Asks each condition on which the risk may close: the six of the risk, and who decides.
 *
 * Returns: (transfer full) (element-type TlClosingAnswer): all seven, in order
 */
GPtrArray *
tl_closing_list_conditions (const TlAssessment  *assessment,
                            const TlRiskFacts   *risk,
                            const TlReviewFacts *review,
                            const TlWho         *by)
{
  g_autoptr (TlArena) arena = tl_arena_new ();
  TlJudge judge = make_judge (assessment, review, arena);
  TlClosingCondition conditions[TL_N_DECISION_CONDITIONS];
  TlRiskJudgement judgement;

  tl_judge_decision_to_close (&judge, risk, by, &judgement, conditions);
  return copy_conditions (conditions);
}

/* The first decision to reopen on that day or later. */
static void
find_reopening (TlClosingCase     *self,
                const TlJudge     *judge,
                const TlRiskFacts *risk)
{
  for (guint i = 0; i < risk->decisions.n; i++)
    {
      const TlDecisionFacts *decision = risk->decisions.rows[i];

      if (decision->decision != TL_DECISION_KIND_REOPEN || !tl_judge_sees_decision (judge, decision)
          || decision->review->date < self->day
          || (self->reopened != TL_NO_DAY && decision->review->date >= self->reopened))
        continue;
      self->reopened = decision->review->date;
      g_free (self->reopened_reason);
      self->reopened_reason = g_strdup (decision->reason);
    }
}

static TlClosingCase *
make_case (const TlAssessment    *assessment,
           const TlDecisionFacts *decision)
{
  g_autoptr (TlArena) arena = tl_arena_new ();
  TlJudge judge = make_judge (assessment, decision->review, arena);
  TlClosingCondition conditions[TL_N_DECISION_CONDITIONS];
  TlClosingCase *self = g_new0 (TlClosingCase, 1);
  TlRiskJudgement risk;

  self->decision = decision->base.id;
  self->review = decision->review->base.id;
  self->day = decision->review->date;
  self->title = tl_review_dup_title (decision->review);
  self->by = g_strdup (decision->by.person != NULL ? decision->by.person->name : decision->by.text);
  self->reason = g_strdup (decision->reason);
  self->held = tl_judge_decision_to_close (&judge, decision->risk, &decision->by, &risk, conditions);
  self->conditions = copy_conditions (conditions);
  for (int i = 0; i < TL_N_LINE_LINKS; i++)
    {
      self->states[i] = risk.line[i].state;
      self->grounds[i] = g_strdup (risk.line[i].ground);
    }
  find_reopening (self, &assessment->judge, decision->risk);
  return self;
}

static void
case_free_cb (gpointer data)
{
  tl_closing_case_free (data);
}

static int
compare_cases (gconstpointer a,
               gconstpointer b)
{
  const TlClosingCase *case_a = *(const TlClosingCase * const *) a, *case_b = *(const TlClosingCase * const *) b;

  return case_a->day != case_b->day ? case_a->day - case_b->day : tl_id_compare (&case_a->decision, &case_b->decision);
}

/* A later decision confirms an earlier one that came too soon; one that was sound needs no second. */
static void
compare_closings (GPtrArray *cases)
{
  const TlClosingCase *last = NULL;

  for (guint i = 0; i < cases->len; i++)
    {
      TlClosingCase *one = g_ptr_array_index (cases, i);

      if (last != NULL && last->reopened != TL_NO_DAY && last->reopened <= one->day)
        last = NULL;
      one->again = last != NULL && last->held;
      if (one->again)
        /* Translators: %s is a forum and a day */
        one->note = g_strdup_printf (_("It was closed already, by %s, with every condition met. Both are kept as they came; "
                                       "the history can take one of them back."), last->title);
      else if (last != NULL && one->held)
        /* Translators: %s is a forum and a day */
        one->note = g_strdup_printf (_("It confirms the closing by %s, which came too soon."), last->title);
      if (last == NULL || !last->held)
        last = one;
    }
}

/**
 * tl_closing_case_list:
 * @assessment: what is concluded
 * @risk: a risk
 *
 * Lists each closing of a risk, with the conditions and the line as they stood on the day of it: reopening keeps them,
 * and so does a second closing.
 *
 * Returns: (transfer full) (element-type TlClosingCase): in order of time
 */
GPtrArray *
tl_closing_case_list (const TlAssessment *assessment,
                      const TlId         *risk)
{
  GPtrArray *cases = g_ptr_array_new_with_free_func (case_free_cb);
  const TlRiskFacts *facts = tl_snapshot_find (assessment->judge.snapshot, TL_TABLE_RISK, risk);

  for (guint i = 0; facts != NULL && i < facts->decisions.n; i++)
    {
      const TlDecisionFacts *decision = facts->decisions.rows[i];

      if (decision->decision == TL_DECISION_KIND_CLOSE && tl_judge_sees_decision (&assessment->judge, decision))
        g_ptr_array_add (cases, make_case (assessment, decision));
    }
  g_ptr_array_sort (cases, compare_cases);
  compare_closings (cases);
  return cases;
}

void
tl_closing_case_free (TlClosingCase *self)
{
  g_free (self->title);
  g_free (self->by);
  g_free (self->reason);
  g_free (self->reopened_reason);
  g_free (self->note);
  g_ptr_array_unref (self->conditions);
  for (int i = 0; i < TL_N_LINE_LINKS; i++)
    g_free (self->grounds[i]);
  g_free (self);
}

/**
 * tl_closing_case_describe:
 * @self: a closing
 *
 * Returns: (transfer full): who decided it and why, whether every condition held, how it stands to an earlier closing, and
 *   what became of it, in sentences
 */
char *
tl_closing_case_describe (const TlClosingCase *self)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *day = self->reopened != TL_NO_DAY ? tl_format_day_long (self->reopened) : NULL;

  if (self->by != NULL)
    /* Translators: %s is a person */
    g_ptr_array_add (parts, g_strdup_printf (_("Decided by %s."), self->by));
  if (self->reason != NULL)
    g_ptr_array_add (parts, g_strdup_printf ("“%s”", self->reason));
  if (!self->held)
    g_ptr_array_add (parts, g_strdup (_("Not every condition held that day.")));
  if (self->note != NULL)
    g_ptr_array_add (parts, g_strdup (self->note));
  if (day != NULL && self->reopened_reason != NULL)
    /* Translators: a day, and the reason why */
    g_ptr_array_add (parts, g_strdup_printf (_("Reopened on %1$s: “%2$s”"), day, self->reopened_reason));
  else if (day != NULL)
    /* Translators: %s is a day */
    g_ptr_array_add (parts, g_strdup_printf (_("Reopened on %s."), day));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" ", (char **) parts->pdata);
}
