/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-assessment-private.h"

#include <string.h>

#include "tl-risk-rules.h"
#include "tl-snapshot-patch.h"

/* Conclusions after a change: the snapshot is patched, the risks that the change touches are judged again, findings across
 * risks are looked for again where they rest on one of these, and everything else stays. What this comes to is exactly
 * what a new assessment of a new snapshot would be. */

/* With more touched risks everything is judged anew, which then takes no longer. */
#define MOST_TOUCHED 200

static void
touch_rows (TlTouched             *touched,
            const TlSnapshot      *snapshot,
            const TlSnapshotPatch *patch,
            gboolean               before)
{
  for (guint i = 0; i < tl_snapshot_patch_get_n_rows (patch) && !touched->all; i++)
    {
      const TlPatchedRow *row = tl_snapshot_patch_get_row (patch, i);

      if (before ? !row->is_new : !row->is_gone)
        tl_touched_add (touched, snapshot, row->table, row->facts);
    }
}

static guint
find_place (TlAssessment      *self,
            const TlRiskFacts *facts)
{
  guint low = 0, high = self->risks->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (tl_facts_compare (TL_TABLE_RISK, &tl_assessment_get_risk (self, middle)->facts->base, &facts->base) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* A risk's place among the others is settled by its ref and id, which a patch never changes. */
static void
judge_again (TlAssessment      *self,
             const TlRiskFacts *facts)
{
  guint place = find_place (self, facts);

  tl_alike_remove_group (self->actions, facts);
  if (place < self->risks->len && tl_assessment_get_risk (self, place)->facts == facts)
    {
      g_hash_table_remove (self->by_id, &facts->base.id);
      g_ptr_array_remove_index (self->risks, place);
    }
  if (tl_snapshot_find (self->judge.snapshot, TL_TABLE_RISK, &facts->base.id) == facts
      && tl_risk_exists (&self->judge, facts))
    {
      JudgedRisk *risk = tl_judged_risk_new (&self->judge, facts);

      g_ptr_array_insert (self->risks, (int) place, risk);
      g_hash_table_insert (self->by_id, (gpointer) &facts->base.id, risk);
    }
}

static gboolean
is_looked_for_again (const TlFinding *finding,
                     const TlTouched *touched)
{
  if (!finding->across)
    return tl_touched_has (touched, finding->risk);
  return finding->rests_on[0] == NULL || tl_touched_has (touched, finding->rests_on[0])
         || (finding->rests_on[1] != NULL && tl_touched_has (touched, finding->rests_on[1]));
}

static void
drop_findings (TlAssessment    *self,
               GArray          *findings,
               const TlTouched *touched)
{
  guint kept = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      TlFinding *finding = &g_array_index (findings, TlFinding, i);

      if (is_looked_for_again (finding, touched))
        {
          /* Of a risk that is judged again none is counted yet. */
          if (finding->answer == NULL && finding->across && !tl_touched_has (touched, finding->risk))
            tl_assessment_count (self, finding, -1);
          tl_finding_clear (finding);
        }
      else
        g_array_index (findings, TlFinding, kept++) = *finding;
    }
  g_array_set_size (findings, kept);
}

static guint
find_finding (const GArray    *findings,
              guint            from,
              const TlFinding *finding)
{
  guint low = from, high = findings->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (tl_finding_compare (&g_array_index (findings, TlFinding, middle), finding) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Both lists are in order. */
static void
merge_findings (GArray       **findings,
                const GArray  *added)
{
  GArray *before = *findings;
  GArray *merged = g_array_sized_new (FALSE, TRUE, sizeof (TlFinding), before->len + added->len);
  guint from = 0;

  for (guint i = 0; i < added->len; i++)
    {
      const TlFinding *finding = &g_array_index (added, TlFinding, i);
      guint place = find_finding (before, from, finding);

      if (place > from)
        g_array_append_vals (merged, &g_array_index (before, TlFinding, from), place - from);
      g_array_append_vals (merged, finding, 1);
      from = place;
    }
  if (from < before->len)
    g_array_append_vals (merged, &g_array_index (before, TlFinding, from), before->len - from);
  g_array_unref (before);
  *findings = merged;
}

static void
find_findings_again (TlAssessment    *self,
                     const TlTouched *touched)
{
  g_autoptr (GArray) added = g_array_new (FALSE, TRUE, sizeof (TlFinding));
  g_autoptr (GArray) answered = g_array_new (FALSE, TRUE, sizeof (TlFinding));

  tl_assessment_find_findings (self, touched, added, answered);
  for (guint i = 0; i < added->len; i++)
    tl_assessment_count (self, &g_array_index (added, TlFinding, i), 1);
  merge_findings (&self->findings, added);
  merge_findings (&self->answered, answered);
}

/* No finding across risks is one to act on, so whether other risks may close doesn't change. */
static void
judge_closing_again (TlAssessment    *self,
                     const TlTouched *touched)
{
  for (guint i = 0; i < self->risks->len; i++)
    {
      JudgedRisk *risk = g_ptr_array_index (self->risks, i);

      if (tl_touched_has (touched, risk->judgement.facts))
        tl_assessment_judge_closing (self, risk);
    }
}

static void
conclude_again (TlAssessment    *self,
                const TlTouched *touched)
{
  GHashTableIter iter;
  gpointer risk;

  g_clear_pointer (&self->updated, g_hash_table_unref);
  self->updated = g_hash_table_new_full (tl_id_hash, tl_id_equal, g_free, NULL);
  g_hash_table_iter_init (&iter, touched->risks);
  while (g_hash_table_iter_next (&iter, &risk, NULL))
    {
      g_hash_table_add (self->updated, g_memdup2 (&((const TlFacts *) risk)->id, sizeof (TlId)));
      judge_again (self, risk);
    }
  drop_findings (self, self->findings, touched);
  drop_findings (self, self->answered, touched);
  find_findings_again (self, touched);
  judge_closing_again (self, touched);
}

/**
 * tl_assessment_is_shared:
 * @self: an assessment
 *
 * Returns: whether somebody else holds it or its snapshot too
 */
gboolean
tl_assessment_is_shared (TlAssessment *self)
{
  return !g_atomic_ref_count_compare (&self->references, 1) || tl_snapshot_is_shared (self->judge.snapshot);
}

/* Whether the snapshot could follow; what that touches is added. */
static gboolean
follow (TlAssessment   *self,
        const TlChange *change,
        TlTouched      *touched)
{
  g_autoptr (TlSnapshotPatch) patch = tl_snapshot_patch_new (self->judge.snapshot, change);

  if (patch == NULL)
    return FALSE;
  touch_rows (touched, self->judge.snapshot, patch, TRUE);
  tl_snapshot_patch_apply (patch);
  touch_rows (touched, self->judge.snapshot, patch, FALSE);
  return TRUE;
}

/**
 * tl_assessment_update:
 * @self: an assessment that nobody else holds
 * @changes: (element-type TlChange): the changes that follow what its snapshot has, in their order
 *
 * Brings an assessment and its snapshot up to date with changes. What they touch is judged again; all is, when that is a
 * place or very many risks. A change that a #TlSnapshotPatch can't follow is refused: then everything is to be read anew,
 * and the assessment is only good to be let go of.
 *
 * Returns: whether it is up to date
 */
gboolean
tl_assessment_update (TlAssessment    *self,
                      const GPtrArray *changes)
{
  g_autoptr (TlTouched) touched = tl_touched_new ();

  g_return_val_if_fail (!tl_assessment_is_shared (self), FALSE);

  for (guint i = 0; i < changes->len; i++)
    {
      if (!follow (self, g_ptr_array_index (changes, i), touched))
        return FALSE;
    }
  if (touched->all || g_hash_table_size (touched->risks) > MOST_TOUCHED)
    tl_assessment_conclude (self);
  else
    conclude_again (self, touched);
  return TRUE;
}

/**
 * tl_assessment_may_differ:
 * @self: an assessment
 * @risk: a risk's id
 *
 * Returns: whether the latest update may have concluded something else of the risk than was concluded before; always,
 *   when it was drawn as a whole
 */
gboolean
tl_assessment_may_differ (const TlAssessment *self,
                          const TlId         *risk)
{
  return self->updated == NULL || g_hash_table_contains (self->updated, risk);
}
