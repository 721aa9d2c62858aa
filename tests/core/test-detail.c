/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is concluded of one risk before any other has been read must be what is concluded of it once everything is: every
 * value and sentence, and every comparison of its places, whatever was written down, removed or corrected, for any day. */
#include "support/test-folder.h"
#include "support/test-random-edits.h"
#include "support/test-same.h"
#include "support/test-store.h"
#include "support/test-taking-back.h"
#include "tl-import-plan.h"
#include "tl-place-comparison.h"
#include "tl-reader.h"

typedef struct
{
  TlStore *store;
  char *path;
  guint n_risks;
  guint n_comparisons;
  guint n_weak;
  guint n_reached;
} Book;

/* Findings, and whether it may close, rest on other risks as well, and come with them. */
static char *
dump_own (const TlRiskJudgement *risk)
{
  g_autofree char *all = test_dump_risk (risk);
  g_autoptr (GRegex) others = g_regex_new ("( findings( \\d+)+| close \\d [^\\n]*)", 0, 0, NULL);

  return g_regex_replace_literal (others, all, -1, 0, "", 0, NULL);
}

static void
compare_for (Book                     *self,
             TlAssessment             *detailed,
             const TlMeasureJudgement *measure,
             TlAssessment             *whole,
             const TlMeasureJudgement *other,
             TlPlaceKind               dimension,
             const TlComparisonPeriod *period,
             const TlComparisonPeriod *other_period)
{
  g_autoptr (TlPlaceComparison) early = tl_place_comparison_new (detailed, measure, dimension, period, NULL);
  g_autoptr (TlPlaceComparison) late = tl_place_comparison_new (whole, other, dimension, other_period, NULL);
  g_autofree char *text = test_dump_comparison (early), *wanted = test_dump_comparison (late);

  g_assert_cmpstr (text, ==, wanted);
  self->n_comparisons++;
  self->n_weak += early->comparison->n_weak;
}

/* Actions are the same rows of two snapshots. */
static void
compare_around (Book                     *self,
                TlAssessment             *detailed,
                const TlMeasureJudgement *measure,
                TlAssessment             *whole,
                const TlMeasureJudgement *other,
                TlPlaceKind               dimension,
                const TlActionJudgement  *action,
                const TlActionJudgement  *other_action)
{
  TlComparisonPeriod period, other_period;

  g_assert_cmpint (tl_comparison_period_before (action, &period), ==, tl_comparison_period_before (other_action, &other_period));
  if (tl_comparison_period_before (action, &period))
    compare_for (self, detailed, measure, whole, other, dimension, &period, &other_period);
  g_assert_cmpint (tl_comparison_period_after (action, &period), ==, tl_comparison_period_after (other_action, &other_period));
  if (tl_comparison_period_after (action, &period))
    compare_for (self, detailed, measure, whole, other, dimension, &period, &other_period);
}

static void
compare_places (Book                  *self,
                TlAssessment          *detailed,
                const TlRiskJudgement *risk,
                TlAssessment          *whole,
                const TlRiskJudgement *other,
                guint                  index)
{
  const TlMeasureJudgement *measure = &risk->measures[index], *wanted = &other->measures[index];
  g_autoptr (GArray) quarters = tl_comparison_period_list_quarters (measure);

  g_assert_cmpint (tl_place_comparison_may_be (detailed, measure), ==, tl_place_comparison_may_be (whole, wanted));
  for (TlPlaceKind kind = TL_PLACE_KIND_LOCATION; kind <= TL_PLACE_KIND_STAFF_GROUP; kind++)
    {
      gboolean may = tl_place_comparison_may_have (detailed, measure, kind);

      g_assert_cmpint (may, ==, tl_place_comparison_may_have (whole, wanted, kind));
      if (!may)
        continue;
      compare_for (self, detailed, measure, whole, wanted, kind, &TL_COMPARISON_LATEST, &TL_COMPARISON_LATEST);
      for (guint i = 0; i < quarters->len; i++)
        compare_for (self, detailed, measure, whole, wanted, kind, &g_array_index (quarters, TlComparisonPeriod, i),
                     &g_array_index (quarters, TlComparisonPeriod, i));
      for (guint i = 0; i < risk->n_actions; i++)
        compare_around (self, detailed, measure, whole, wanted, kind, &risk->actions[i], &other->actions[i]);
    }
}

/* What was learnt, and whom it reached, stands beside the comparison. */
static void
compare_learning (Book              *self,
                  const TlRiskFacts *risk,
                  const TlRiskFacts *wanted)
{
  g_assert_cmpuint (risk->learning.n, ==, wanted->learning.n);
  for (guint i = 0; i < risk->learning.n; i++)
    {
      const TlLearningFacts *learning = risk->learning.rows[i], *other = wanted->learning.rows[i];

      g_assert_true (tl_id_equal (&learning->base.id, &other->base.id));
      g_assert_cmpuint (learning->reach.n, ==, other->reach.n);
      for (guint j = 0; j < learning->reach.n; j++)
        g_assert_cmpint (TL_FACTS_AT (learning->reach, TlLearningReachFacts, j)->taken_up, ==,
                         TL_FACTS_AT (other->reach, TlLearningReachFacts, j)->taken_up);
      self->n_reached += learning->reach.n;
    }
}

static void
check_risk (Book                  *self,
            TlDatabase            *database,
            TlAssessment          *whole,
            const TlRiskJudgement *wanted)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlSnapshot) snapshot = tl_reader_load_detail (database, &wanted->facts->base.id, NULL, &error);
  g_autoptr (TlAssessment) detailed = NULL;
  g_autofree char *text = NULL, *wanted_text = dump_own (wanted);
  const TlRiskJudgement *risk = NULL;

  g_assert_no_error (error);
  detailed = tl_assessment_new_detail (snapshot, tl_assessment_get_as_at (whole));
  g_assert_cmpuint (tl_assessment_get_n_risks (detailed), ==, 1);
  risk = tl_assessment_get_risk (detailed, 0);
  text = dump_own (risk);
  g_assert_cmpstr (text, ==, wanted_text);
  compare_learning (self, risk->facts, wanted->facts);
  for (guint i = 0; i < risk->n_measures; i++)
    compare_places (self, detailed, risk, whole, wanted, i);
  self->n_risks++;
}

/* A measure leads to its risk; what is neither leads nowhere. */
static void
check_ways (TlDatabase *database,
            TlSnapshot *all)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < tl_snapshot_count (all, TL_TABLE_MEASURE); i++)
    {
      const TlMeasureFacts *measure = tl_snapshot_get (all, TL_TABLE_MEASURE, i);
      g_autoptr (TlSnapshot) snapshot = tl_reader_load_detail (database, &measure->base.id, NULL, &error);

      g_assert_no_error (error);
      g_assert_nonnull (tl_snapshot_find (snapshot, TL_TABLE_RISK, &measure->risk->base.id));
    }
  for (guint i = 0; i < tl_snapshot_count (all, TL_TABLE_PLACE); i++)
    {
      const TlFacts *place = tl_snapshot_get (all, TL_TABLE_PLACE, i);

      g_assert_null (tl_reader_load_detail (database, &place->id, NULL, &error));
      g_assert_no_error (error);
    }
}

static void
check (Book *self)
{
  static const char * const days[] = { "2026-06-09", "2026-01-15", "2025-08-31" };
  g_autoptr (GError) error = NULL;
  g_autoptr (TlSnapshot) all = NULL;
  TlDatabase *database = NULL;

  test_store_save (self->store, self->path);
  database = tl_database_open (self->path, TL_DATABASE_LOOK, &error);
  g_assert_no_error (error);
  all = tl_reader_load (database, NULL, &error);
  g_assert_no_error (error);
  check_ways (database, all);
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      TlDay day = TL_NO_DAY;
      g_autoptr (TlAssessment) whole = NULL;

      g_assert_true (tl_day_from_iso (days[i], &day));
      whole = tl_assessment_new (all, day);
      for (guint j = 0; j < tl_assessment_get_n_risks (whole); j++)
        check_risk (self, database, whole, tl_assessment_get_risk (whole, j));
    }
  tl_database_close (database);
}

static void
edit_at_random (Book  *self,
                guint  n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TlSnapshot) snapshot = test_store_load (self->store);
      g_autoptr (TlChange) change = test_random_change (snapshot, tl_store_get_ids (self->store));
      g_autoptr (GError) error = NULL;
      g_autoptr (TlChange) made = g_test_rand_int_range (0, 8) > 0 ? test_store_try (self->store, change, &error) : NULL;

      if (made == NULL && error == NULL)
        test_store_undo (self->store, &error);
    }
}

static void
book_clear (Book *self)
{
  g_test_message ("%u risks, %u comparisons, %u weak places", self->n_risks, self->n_comparisons, self->n_weak);
  test_store_close (self->store);
  g_free (self->path);
}

static void
test_sample (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "data", "sample", NULL);
  Book self = { test_store_new ("sample"), test_desk_path (desk, "sample.throughline") };
  g_autoptr (TlSnapshot) empty = test_store_load (self.store);
  g_autoptr (TlImportPlan) plan = tl_import_plan_new (empty, test_folder_read (folder));

  test_store_apply (self.store, tl_import_plan_get_change (plan, FALSE));
  for (guint i = 0; i < (g_getenv ("TL_TEST_FULL") != NULL ? 200 : 3); i++)
    {
      check (&self);
      /* As it comes it has of everything; how much of that is left later is chance. */
      if (i == 0)
        {
          g_assert_cmpuint (self.n_risks, >, 30);
          g_assert_cmpuint (self.n_comparisons, >, 500);
          g_assert_cmpuint (self.n_weak, >, 0);
          g_assert_cmpuint (self.n_reached, >, 0);
        }
      edit_at_random (&self, 25);
    }
  book_clear (&self);
}

/* Where rows are few, each edit meets the others. */
static void
test_from_nothing (void)
{
  for (guint i = 0; i < (g_getenv ("TL_TEST_FULL") != NULL ? 100 : 3); i++)
    {
      g_autoptr (TestDesk) desk = test_desk_new ();
      g_autofree char *seed = g_strdup_printf ("from nothing %u", i);
      Book self = { test_store_new (seed), test_desk_path (desk, "new.throughline") };

      edit_at_random (&self, 100);
      check (&self);
      edit_at_random (&self, 100);
      check (&self);
      book_clear (&self);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/detail/sample", test_sample);
  g_test_add_func ("/detail/from-nothing", test_from_nothing);

  return g_test_run ();
}
