/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/test-sample.h"
#include "tl-checks.h"

#include <string.h>

/* What the sample's README promises of it, so that whoever changes the sample keeps it, and whoever changes a rule sees
 * what it does to a whole workbook. */

typedef struct
{
  TlSnapshot *snapshot;
  TlAssessment *assessment;
} Sample;

static void
sample_init (Sample *self)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "data", "sample", NULL);

  self->snapshot = test_sample_read (folder);
  g_assert_cmpint (tl_snapshot_get_today (self->snapshot), ==, tl_day_new (2026, 6, 9));
  self->assessment = tl_assessment_new (self->snapshot, tl_snapshot_get_today (self->snapshot));
}

static void
sample_clear (Sample *self)
{
  tl_assessment_unref (self->assessment);
  tl_snapshot_unref (self->snapshot);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sample, sample_clear)

static const TlRiskJudgement *
find_risk (const Sample *sample,
           const char   *ref)
{
  for (guint i = 0; i < tl_assessment_get_n_risks (sample->assessment); i++)
    {
      const TlRiskJudgement *risk = tl_assessment_get_risk (sample->assessment, i);

      if (g_str_equal (risk->facts->base.ref, ref))
        return risk;
    }
  g_error ("The sample has no risk %s", ref);
}

/* @risk: or %NULL for any; @place: part of the place's name, or %NULL for any */
static guint
count_findings (const Sample *sample,
                const char   *risk,
                const char   *check,
                const char   *place)
{
  guint n = 0;

  for (guint i = 0; i < tl_assessment_get_n_findings (sample->assessment); i++)
    {
      const TlFinding *finding = tl_assessment_get_finding (sample->assessment, i);

      if ((risk == NULL || (finding->risk != NULL && g_str_equal (finding->risk->base.ref, risk)))
          && g_str_has_prefix (finding->check, check)
          && (place == NULL || (finding->place != NULL && strstr (finding->place->name, place) != NULL)))
        n++;
    }
  return n;
}

static void
test_every_check (void)
{
  g_auto (Sample) sample = { NULL };
  guint n;
  const TlCheck *checks = tl_checks_list (&n);

  sample_init (&sample);
  for (guint i = 0; i < n; i++)
    {
      if (count_findings (&sample, NULL, checks[i].id, NULL) == 0)
        g_error ("Nothing in the sample shows %s", checks[i].id);
    }
}

static void
test_every_link_state (void)
{
  g_auto (Sample) sample = { NULL };
  guint seen[TL_N_LINE_LINKS] = { 0 };

  sample_init (&sample);
  for (guint i = 0; i < tl_assessment_get_n_risks (sample.assessment); i++)
    {
      const TlRiskJudgement *risk = tl_assessment_get_risk (sample.assessment, i);

      for (guint j = 0; risk->state == TL_RISK_STATE_OPEN && j < TL_N_LINE_LINKS; j++)
        seen[j] |= 1u << risk->line[j].state;
    }
  for (guint i = 0; i < TL_N_LINE_LINKS; i++)
    {
      if (seen[i] != 7)
        g_error ("%s isn’t sound, weak and missing somewhere: %x", tl_word_get (TL_TYPE_LINE_LINK, (int) i + 1), seen[i]);
    }
}

static void
assert_all_seen (GType words,
                 guint seen)
{
  g_autoptr (GTypeClass) list = g_type_class_ref (words);
  const GEnumClass *values = (const GEnumClass *) list;

  g_assert_cmpuint (values->n_values, >, 1);
  for (guint i = 0; i < values->n_values; i++)
    {
      if ((seen & (1u << values->values[i].value)) == 0)
        g_error ("Nothing in the sample is “%s” (%s)", values->values[i].value_nick, values->values[i].value_name);
    }
}

static void
test_every_measure_state (void)
{
  g_auto (Sample) sample = { NULL };
  guint targets = 0, changes = 0, holdings = 0, assurances = 0, evennesses = 0, places = 0;

  sample_init (&sample);
  for (guint i = 0; i < tl_assessment_get_n_risks (sample.assessment); i++)
    {
      const TlRiskJudgement *risk = tl_assessment_get_risk (sample.assessment, i);

      for (guint j = 0; j < risk->n_measures; j++)
        {
          const TlMeasureJudgement *measure = &risk->measures[j];

          targets |= 1u << measure->target;
          changes |= 1u << measure->change;
          holdings |= 1u << measure->holding;
          assurances |= 1u << measure->assurance;
          for (guint k = 0; k < measure->n_comparisons; k++)
            {
              evennesses |= 1u << measure->comparisons[k].evenness;
              for (guint l = 0; l < measure->comparisons[k].n_places; l++)
                places |= 1u << measure->comparisons[k].places[l].state;
            }
        }
    }
  assert_all_seen (TL_TYPE_TARGET_STATE, targets);
  assert_all_seen (TL_TYPE_CHANGE_STATE, changes);
  assert_all_seen (TL_TYPE_HOLDING_STATE, holdings);
  assert_all_seen (TL_TYPE_TARGET_ASSURANCE, assurances);
  assert_all_seen (TL_TYPE_EVENNESS, evennesses);
  assert_all_seen (TL_TYPE_PLACE_STATE, places);
}

static void
test_risks_as_told (void)
{
  g_auto (Sample) sample = { NULL };
  const TlRiskJudgement *r1, *r3, *r10, *r13, *r14;

  sample_init (&sample);
  r1 = find_risk (&sample, "R1");
  r3 = find_risk (&sample, "R3");
  r10 = find_risk (&sample, "R10");
  r13 = find_risk (&sample, "R13");
  r14 = find_risk (&sample, "R14");

  /* Met for seven weeks running, but the average hides a place; and what is undone. */
  g_assert_cmpint (r1->primary->target, >=, TL_TARGET_MET);
  g_assert_cmpint (r1->primary->latest->start - r1->primary->met_since, ==, 6 * 7);
  g_assert_cmpuint (count_findings (&sample, "R1", "variation-hidden", "Damson Row"), ==, 1);
  g_assert_cmpuint (count_findings (&sample, "R1", "variation-hidden", NULL), ==, 1);
  g_assert_cmpuint (count_findings (&sample, "R1", "action-overdue", NULL), ==, 1);
  g_assert_cmpuint (count_findings (&sample, "R1", "action-unproven", NULL), ==, 1);
  g_assert_cmpuint (count_findings (&sample, "R1", "challenge-open", NULL), ==, 1);

  /* Sound but for time. */
  for (guint i = 0; i < TL_N_LINE_LINKS; i++)
    g_assert_cmpint (r3->line[i].state, ==, i + 1 == TL_LINE_LINK_SUSTAINED ? TL_LINK_STATE_WEAK : TL_LINK_STATE_SOUND);
  g_assert_cmpint (r3->primary->holding, ==, TL_HOLDING_SO_FAR);
  g_assert_cmpuint (r3->primary->held_for, ==, 7);
  g_assert_cmpint (r3->primary->facts->hold_for, ==, 12);
  g_assert_cmpuint (count_findings (&sample, "R3", "challenge-absent", NULL), ==, 1);

  /* Sound to the end, and may close. */
  g_assert_cmpint (r10->state, ==, TL_RISK_STATE_OPEN);
  g_assert_cmpint (r10->position, ==, TL_LINE_LINK_NONE);
  g_assert_true (r10->may_close);

  /* Closed properly in February, and nothing to find since. */
  g_assert_cmpint (r13->state, ==, TL_RISK_STATE_CLOSED);
  g_assert_cmpint (r13->ended_on, >=, tl_day_new (2026, 2, 1));
  g_assert_cmpint (r13->ended_on, <, tl_day_new (2026, 3, 1));
  g_assert_cmpuint (count_findings (&sample, "R13", "", NULL), ==, 0);

  /* Closed by its own owner, slipping since, and unwatched. */
  g_assert_cmpint (r14->state, ==, TL_RISK_STATE_CLOSED);
  g_assert_cmpuint (count_findings (&sample, "R14", "closed-too-early", NULL), ==, 1);
  g_assert_cmpuint (count_findings (&sample, "R14", "closed-worse", NULL), ==, 1);
  g_assert_cmpuint (count_findings (&sample, "R14", "closed-unwatched", NULL), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sample/every-check", test_every_check);
  g_test_add_func ("/sample/every-link-state", test_every_link_state);
  g_test_add_func ("/sample/every-measure-state", test_every_measure_state);
  g_test_add_func ("/sample/risks-as-told", test_risks_as_told);
  return g_test_run ();
}
