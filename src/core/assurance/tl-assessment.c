/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-assessment.h"

#include "tl-checks.h"
#include "tl-closing.h"
#include "tl-judge.h"
#include "tl-risk-rules.h"

struct _TlAssessment
{
  gatomicrefcount references;
  TlJudge judge;
  GArray *risks;
  GHashTable *by_id;
  GArray *findings;
};

G_DEFINE_BOXED_TYPE (TlAssessment, tl_assessment, tl_assessment_ref, tl_assessment_unref)

static void
judge_risks (TlAssessment *self)
{
  for (guint i = 0; i < tl_snapshot_count (self->judge.snapshot, TL_TABLE_RISK); i++)
    {
      const TlRiskFacts *facts = tl_snapshot_get (self->judge.snapshot, TL_TABLE_RISK, i);
      TlRiskJudgement risk;

      if (!tl_risk_exists (&self->judge, facts))
        continue;
      tl_judge_risk (&self->judge, facts, &risk);
      g_array_append_val (self->risks, risk);
    }
  for (guint i = 0; i < self->risks->len; i++)
    {
      TlRiskJudgement *risk = &g_array_index (self->risks, TlRiskJudgement, i);

      g_hash_table_insert (self->by_id, (gpointer) &risk->facts->base.id, risk);
    }
}

static void
find_findings (TlAssessment *self)
{
  tl_checks_run (&self->judge, (const TlRiskJudgement *) (gpointer) self->risks->data, self->risks->len, self->findings);
  for (guint i = 0; i < self->findings->len; i++)
    {
      const TlFinding *finding = &g_array_index (self->findings, TlFinding, i);
      TlRiskJudgement *risk = finding->risk != NULL ? g_hash_table_lookup (self->by_id, &finding->risk->base.id) : NULL;

      if (risk != NULL)
        risk->n_findings[finding->severity]++;
    }
  for (guint i = 0; i < self->risks->len; i++)
    tl_judge_closing (&self->judge, &g_array_index (self->risks, TlRiskJudgement, i));
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
  TlAssessment *self = g_new0 (TlAssessment, 1);

  g_atomic_ref_count_init (&self->references);
  self->judge.snapshot = tl_snapshot_ref (snapshot);
  self->judge.settings = tl_snapshot_get_settings (snapshot);
  self->judge.as_at = as_at;
  self->judge.arena = tl_arena_new ();
  self->risks = g_array_new (FALSE, TRUE, sizeof (TlRiskJudgement));
  self->by_id = g_hash_table_new (tl_id_hash, tl_id_equal);
  self->findings = g_array_new (FALSE, TRUE, sizeof (TlFinding));
  judge_risks (self);
  find_findings (self);
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

  g_array_unref (self->findings);
  g_hash_table_unref (self->by_id);
  g_array_unref (self->risks);
  tl_arena_free (self->judge.arena);
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

  return &g_array_index (self->risks, TlRiskJudgement, index);
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
