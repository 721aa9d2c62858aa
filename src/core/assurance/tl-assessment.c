/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-assessment-private.h"

#include "tl-assessment-threads.h"
#include "tl-risk-rules.h"

G_DEFINE_BOXED_TYPE (TlAssessment, tl_assessment, tl_assessment_ref, tl_assessment_unref)

/* The overlap of words from which two actions say much the same. */
#define ALIKE 0.6

/* The titles of all open actions tell which words are common. */
static TlAlike *
make_alike (TlAssessment *self)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();

  for (guint i = 0; i < self->risks->len; i++)
    {
      const TlRiskJudgement *risk = tl_assessment_get_risk (self, i);

      for (guint j = 0; risk->state == TL_RISK_STATE_OPEN && j < risk->n_actions; j++)
        g_ptr_array_add (titles, (gpointer) risk->actions[j].facts->title);
    }
  return tl_alike_new ((const char * const *) titles->pdata, titles->len, ALIKE);
}

/**
 * tl_assessment_count:
 * @self: an assessment
 * @finding: a finding
 * @by: 1 when it comes, -1 when it goes
 *
 * Counts a finding with its risk.
 */
void
tl_assessment_count (TlAssessment    *self,
                     const TlFinding *finding,
                     int              by)
{
  JudgedRisk *risk = finding->risk != NULL ? g_hash_table_lookup (self->by_id, &finding->risk->base.id) : NULL;

  if (risk == NULL)
    return;
  risk->judgement.n_findings[finding->severity] += (guint) by;
  if (self->updated != NULL)
    g_hash_table_add (self->updated, g_memdup2 (&finding->risk->base.id, sizeof (TlId)));
}

static void
clear_findings (GArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    tl_finding_clear (&g_array_index (findings, TlFinding, i));
  g_array_set_size (findings, 0);
}

/**
 * tl_assessment_conclude:
 * @self: an assessment
 *
 * Draws every conclusion from its snapshot, and lets go of those that it had.
 */
void
tl_assessment_conclude (TlAssessment *self)
{
  clear_findings (self->findings);
  clear_findings (self->answered);
  g_hash_table_remove_all (self->by_id);
  g_ptr_array_set_size (self->risks, 0);
  g_clear_pointer (&self->actions, tl_alike_free);
  g_clear_pointer (&self->updated, g_hash_table_unref);

  tl_assessment_judge_risks (self, tl_judge_risk);
  self->actions = make_alike (self);
  tl_assessment_find_findings (self, NULL, self->findings, self->answered);
  for (guint i = 0; i < self->findings->len; i++)
    tl_assessment_count (self, &g_array_index (self->findings, TlFinding, i), 1);
  tl_assessment_judge_closings (self);
}

static TlAssessment *
assessment_new (TlSnapshot *snapshot,
                TlDay       as_at)
{
  TlAssessment *self = g_new0 (TlAssessment, 1);

  self->n_threads = 1;
  g_atomic_ref_count_init (&self->references);
  self->judge.snapshot = tl_snapshot_ref (snapshot);
  self->judge.settings = tl_snapshot_get_settings (snapshot);
  self->judge.as_at = as_at;
  self->risks = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_judged_risk_free);
  self->by_id = g_hash_table_new (tl_id_hash, tl_id_equal);
  self->findings = g_array_new (FALSE, TRUE, sizeof (TlFinding));
  self->answered = g_array_new (FALSE, TRUE, sizeof (TlFinding));
  return self;
}

/**
 * tl_assessment_new:
 * @snapshot: the facts
 * @as_at: the day for which to judge, included; what is dated later doesn't exist
 *
 * Draws every conclusion from a workbook as at a day. It takes time in proportion to the workbook; call it on a thread
 * of its own.
 *
 * Returns: (transfer full): the conclusions
 */
TlAssessment *
tl_assessment_new (TlSnapshot *snapshot,
                   TlDay       as_at)
{
  TlAssessment *self = assessment_new (snapshot, as_at);

  tl_assessment_conclude (self);
  return self;
}

/**
 * tl_assessment_new_on_threads:
 * @snapshot: the facts
 * @as_at: the day for which to judge
 * @n_threads: on how many threads at the most, this one included
 *
 * Draws the same conclusions as [func@Tl.assessment_new], sooner, for somebody who has nothing else to do meanwhile.
 *
 * Returns: (transfer full): the conclusions
 */
TlAssessment *
tl_assessment_new_on_threads (TlSnapshot *snapshot,
                              TlDay       as_at,
                              guint       n_threads)
{
  TlAssessment *self = assessment_new (snapshot, as_at);

  self->n_threads = n_threads;
  tl_assessment_conclude (self);
  return self;
}

/**
 * tl_assessment_new_outline:
 * @snapshot: the facts, of which only those that an outline rests on need be there
 * @as_at: the day for which to judge
 *
 * Draws only the conclusions of each risk that [func@Tl.judge_outline] draws; of its line, its measures and findings
 * nothing is known.
 *
 * Returns: (transfer full): the conclusions
 */
TlAssessment *
tl_assessment_new_outline (TlSnapshot *snapshot,
                           TlDay       as_at)
{
  TlAssessment *self = assessment_new (snapshot, as_at);

  tl_assessment_judge_risks (self, tl_judge_outline);
  return self;
}

/**
 * tl_assessment_new_detail:
 * @snapshot: all facts of one risk, and none of others
 * @as_at: the day for which to judge
 *
 * Draws the conclusions of the risk that [func@Tl.judge_risk] draws, as they will be among those of all risks. Whether it
 * may close, and findings, which rest on other risks as well, aren't among them.
 *
 * Returns: (transfer full): the conclusions
 */
TlAssessment *
tl_assessment_new_detail (TlSnapshot *snapshot,
                          TlDay       as_at)
{
  TlAssessment *self = assessment_new (snapshot, as_at);

  tl_assessment_judge_risks (self, tl_judge_risk);
  return self;
}

/**
 * tl_assessment_ref:
 * @self: an assessment
 *
 * Returns: (transfer full): the same assessment, held once more
 */
TlAssessment *
tl_assessment_ref (TlAssessment *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

/**
 * tl_assessment_unref:
 * @self: (transfer full): an assessment
 *
 * Lets go of an assessment; the last to do so frees it with all its conclusions.
 */
void
tl_assessment_unref (TlAssessment *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;

  clear_findings (self->findings);
  clear_findings (self->answered);
  g_array_unref (self->findings);
  g_array_unref (self->answered);
  g_clear_pointer (&self->actions, tl_alike_free);
  g_clear_pointer (&self->updated, g_hash_table_unref);
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->risks);
  tl_snapshot_unref (self->judge.snapshot);
  g_free (self);
}

/**
 * tl_assessment_get_snapshot:
 * @self: an assessment
 *
 * Returns: (transfer none): the facts it was drawn from
 */
TlSnapshot *
tl_assessment_get_snapshot (const TlAssessment *self)
{
  return self->judge.snapshot;
}

/**
 * tl_assessment_get_as_at:
 * @self: an assessment
 *
 * Returns: the day it was drawn for
 */
TlDay
tl_assessment_get_as_at (const TlAssessment *self)
{
  return self->judge.as_at;
}

/**
 * tl_assessment_get_n_risks:
 * @self: an assessment
 *
 * Returns: how many risks had been opened by that day, closed and ended ones included
 */
guint
tl_assessment_get_n_risks (const TlAssessment *self)
{
  return self->risks->len;
}

/**
 * tl_assessment_get_risk:
 * @self: an assessment
 * @index: from 0 to one less than their number
 *
 * Returns: (transfer none): what is concluded of a risk, in the order of the snapshot
 */
const TlRiskJudgement *
tl_assessment_get_risk (const TlAssessment *self,
                        guint               index)
{
  g_return_val_if_fail (index < self->risks->len, NULL);

  return &((const JudgedRisk *) g_ptr_array_index (self->risks, index))->judgement;
}

/**
 * tl_assessment_find_risk:
 * @self: an assessment
 * @id: a risk's id
 *
 * Returns: (transfer none) (nullable): what is concluded of it; %NULL when there is no such risk as at that day
 */
const TlRiskJudgement *
tl_assessment_find_risk (const TlAssessment *self,
                         const TlId         *id)
{
  return g_hash_table_lookup (self->by_id, id);
}

/**
 * tl_assessment_get_n_findings:
 * @self: an assessment
 *
 * Returns: how many findings there are, those that rest left out
 */
guint
tl_assessment_get_n_findings (const TlAssessment *self)
{
  return self->findings->len;
}

/**
 * tl_assessment_get_finding:
 * @self: an assessment
 * @index: from 0 to one less than their number
 *
 * Returns: (transfer none): a finding, in the order of severity, risk, check, subject and place
 */
const TlFinding *
tl_assessment_get_finding (const TlAssessment *self,
                           guint               index)
{
  g_return_val_if_fail (index < self->findings->len, NULL);

  return &g_array_index (self->findings, TlFinding, index);
}

/**
 * tl_assessment_get_n_answered:
 * @self: an assessment
 *
 * Returns: how many findings rest, since they were answered
 */
guint
tl_assessment_get_n_answered (const TlAssessment *self)
{
  return self->answered->len;
}

/**
 * tl_assessment_get_answered:
 * @self: an assessment
 * @index: from 0 to one less than their number
 *
 * Returns: (transfer none): a finding that rests, with its answer, in the order of the other findings
 */
const TlFinding *
tl_assessment_get_answered (const TlAssessment *self,
                            guint               index)
{
  g_return_val_if_fail (index < self->answered->len, NULL);

  return &g_array_index (self->answered, TlFinding, index);
}
