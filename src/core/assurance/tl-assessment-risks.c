/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-assessment-private.h"

#include "tl-assessment-threads.h"
#include "tl-closing.h"
#include "tl-risk-rules.h"

/* What is concluded of each risk by itself. Facts don't change while they are judged, and what is concluded of a risk is
 * kept with that risk alone: so it is the same whichever thread draws it, and when. */

/**
 * tl_judged_risk_free:
 * @self: (transfer full): a judged risk
 *
 * Frees what is concluded of a risk.
 */
void
tl_judged_risk_free (JudgedRisk *self)
{
  tl_arena_free (self->arena);
  g_free (self);
}

static JudgedRisk *
judged_risk_new (const TlJudge     *judge,
                 const TlRiskFacts *facts,
                 JudgeFunc          how)
{
  JudgedRisk *self = g_new0 (JudgedRisk, 1);
  TlJudge own;

  self->arena = tl_arena_new ();
  own = tl_judged_risk_get_judge (self, judge);
  how (&own, facts, &self->judgement);
  return self;
}

/**
 * tl_judged_risk_new:
 * @judge: a judge
 * @facts: a risk that exists
 *
 * Judges a risk, but for findings and whether it may close.
 *
 * Returns: (transfer full): the judged risk
 */
JudgedRisk *
tl_judged_risk_new (const TlJudge     *judge,
                    const TlRiskFacts *facts)
{
  return judged_risk_new (judge, facts, tl_judge_risk);
}

/**
 * tl_judged_risk_get_judge:
 * @self: a judged risk
 * @judge: a judge
 *
 * Returns: the same judge, keeping conclusions with the risk's others
 */
TlJudge
tl_judged_risk_get_judge (const JudgedRisk *self,
                          const TlJudge    *judge)
{
  TlJudge own = *judge;

  own.arena = self->arena;
  return own;
}

typedef struct
{
  const TlJudge *judge;
  JudgeFunc how;
  const GPtrArray *facts;
  GPtrArray *risks;
} Judging;

static void
judge_one (gpointer data,
           guint    risk)
{
  const Judging *self = data;

  self->risks->pdata[risk] = judged_risk_new (self->judge, g_ptr_array_index (self->facts, risk), self->how);
}

/**
 * tl_assessment_judge_risks:
 * @self: an assessment that has no risks yet
 * @how: draws the conclusions about one
 *
 * Judges all risks, each by itself.
 */
void
tl_assessment_judge_risks (TlAssessment *self,
                           JudgeFunc     how)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new ();
  Judging judging = { &self->judge, how, facts, self->risks };

  for (guint i = 0; i < tl_snapshot_count (self->judge.snapshot, TL_TABLE_RISK); i++)
    {
      gconstpointer risk = tl_snapshot_get (self->judge.snapshot, TL_TABLE_RISK, i);

      if (tl_risk_exists (&self->judge, risk))
        g_ptr_array_add (facts, (gpointer) risk);
    }
  g_ptr_array_set_size (self->risks, (int) facts->len);
  tl_risks_share (facts->len, self->n_threads, judge_one, &judging);
  for (guint i = 0; i < facts->len; i++)
    g_hash_table_insert (self->by_id, (gpointer) &((const TlFacts *) g_ptr_array_index (facts, i))->id,
                         g_ptr_array_index (self->risks, i));
}

typedef struct
{
  TlAssessment *assessment;
  const TlTouched *touched;
  /* (array): what was found of each risk, if anything was looked for. */
  GArray **found;
} Checking;

static void
check_one (gpointer data,
           guint    index)
{
  Checking *self = data;
  const JudgedRisk *risk = g_ptr_array_index (self->assessment->risks, index);
  TlJudge judge = tl_judged_risk_get_judge (risk, &self->assessment->judge);

  if (!tl_touched_has (self->touched, risk->judgement.facts))
    return;
  self->found[index] = g_array_new (FALSE, TRUE, sizeof (TlFinding));
  tl_checks_run_risk (&judge, &risk->judgement, self->found[index]);
}

/* Findings come in the order of risks, whoever found them. */
static void
check_risks (TlAssessment    *self,
             const TlTouched *touched,
             GArray          *findings)
{
  g_autofree GArray **found = g_new0 (GArray *, self->risks->len);
  Checking checking = { self, touched, found };

  tl_risks_share (self->risks->len, touched == NULL ? self->n_threads : 1, check_one, &checking);
  for (guint i = 0; i < self->risks->len; i++)
    {
      if (found[i] == NULL)
        continue;
      if (found[i]->len > 0)
        g_array_append_vals (findings, found[i]->data, found[i]->len);
      g_array_unref (found[i]);
    }
}

/**
 * tl_assessment_find_findings:
 * @self: an assessment whose risks are judged
 * @touched: (nullable): what is looked at again, %NULL for everything
 * @findings: (element-type TlFinding): an empty list, to be filled
 * @answered: (element-type TlFinding): an empty list, for those that rest
 *
 * Runs all checks on what is touched.
 */
void
tl_assessment_find_findings (TlAssessment    *self,
                             const TlTouched *touched,
                             GArray          *findings,
                             GArray          *answered)
{
  TlCheckRun run = {
    .judge = &self->judge,
    .risks = (const TlRiskJudgement * const *) self->risks->pdata,
    .n_risks = self->risks->len,
    .touched = touched,
    .actions = self->actions,
    .findings = findings,
  };

  check_risks (self, touched, findings);
  tl_checks_run_across (&run);
  tl_checks_settle (&self->judge, findings, answered);
}

/**
 * tl_assessment_judge_closing:
 * @self: an assessment whose findings are counted
 * @risk: one of its risks
 *
 * Settles whether a risk may close.
 */
void
tl_assessment_judge_closing (TlAssessment *self,
                             JudgedRisk   *risk)
{
  TlJudge judge = tl_judged_risk_get_judge (risk, &self->judge);

  tl_judge_closing (&judge, &risk->judgement);
}

static void
judge_closing_of_one (gpointer data,
                      guint    risk)
{
  TlAssessment *self = data;

  tl_assessment_judge_closing (self, g_ptr_array_index (self->risks, risk));
}

/**
 * tl_assessment_judge_closings:
 * @self: an assessment whose findings are counted
 *
 * Settles of each risk whether it may close.
 */
void
tl_assessment_judge_closings (TlAssessment *self)
{
  tl_risks_share (self->risks->len, self->n_threads, judge_closing_of_one, self);
}
