/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is shown of a risk before everything is read must be what is concluded of it once everything is. */
#include "tl-assessment.h"
#include "tl-day.h"
#include "tl-reader.h"

static char *
dup_owner (const TlRiskJudgement *risk)
{
  return g_strdup (risk->owner != NULL && risk->owner->person != NULL ? risk->owner->person->name : "nobody");
}

static void
assert_same (const TlRiskJudgement *outline,
             const TlRiskJudgement *whole)
{
  g_autofree char *owner = dup_owner (outline), *other = dup_owner (whole);

  g_assert_cmpstr (outline->facts->title, ==, whole->facts->title);
  g_assert_cmpint (outline->facts->theme, ==, whole->facts->theme);
  g_assert_cmpint (outline->state, ==, whole->state);
  g_assert_cmpint (outline->ending, ==, whole->ending);
  g_assert_cmpint (outline->ended_on, ==, whole->ended_on);
  g_assert_cmpint (outline->reopened_on, ==, whole->reopened_on);
  g_assert_cmpint (outline->rating, ==, whole->rating);
  g_assert_cmpint (outline->band, ==, whole->band);
  g_assert_cmpuint (outline->n_owners, ==, whole->n_owners);
  g_assert_cmpstr (owner, ==, other);
  g_assert_cmpint (outline->last_looked_at, ==, whole->last_looked_at);
  g_assert_cmpuint (outline->facts->ownerships.n, ==, whole->facts->ownerships.n);
  /* Where neither is known the day of opening is that of the first item, which may be any. */
  if (outline->facts->opened != TL_NO_DAY || outline->last_looked_at != TL_NO_DAY)
    g_assert_cmpint (outline->next_review, ==, whole->next_review);
}

static void
compare (TlSnapshot *outline,
         TlSnapshot *whole,
         TlDay       as_at,
         guint       least)
{
  g_autoptr (TlAssessment) outlined = tl_assessment_new_outline (outline, as_at);
  g_autoptr (TlAssessment) assessment = tl_assessment_new (whole, as_at);
  guint n_closed = 0, n_unowned = 0;

  g_assert_cmpuint (tl_assessment_get_n_risks (outlined), ==, tl_assessment_get_n_risks (assessment));
  g_assert_cmpuint (tl_assessment_get_n_risks (outlined), >=, least);
  for (guint i = 0; i < tl_assessment_get_n_risks (outlined); i++)
    {
      const TlRiskJudgement *risk = tl_assessment_get_risk (outlined, i);

      assert_same (risk, tl_assessment_get_risk (assessment, i));
      n_closed += risk->state != TL_RISK_STATE_OPEN;
      n_unowned += risk->n_owners == 0;
      g_assert_cmpuint (risk->n_measures, ==, 0);
    }
  g_test_message ("%u closed, %u without an owner", n_closed, n_unowned);
  g_assert_cmpuint (tl_assessment_get_n_findings (outlined), ==, 0);
}

static void
test_outline_is_what_is_concluded (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_BUILT, "..", "data", "samples", "sample.throughline", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlSnapshot) outline = NULL, whole = NULL;
  TlDatabase *database = tl_database_open (path, TL_DATABASE_LOOK, &error);

  g_assert_no_error (error);
  outline = tl_reader_load_outline (database, NULL, &error);
  g_assert_no_error (error);
  whole = tl_reader_load (database, NULL, &error);
  g_assert_no_error (error);
  tl_database_close (database);

  g_assert_cmpstr (tl_snapshot_get_provider (outline), ==, tl_snapshot_get_provider (whole));
  g_assert_cmpint (tl_snapshot_get_today (outline), ==, tl_snapshot_get_today (whole));
  g_assert_true (tl_id_equal (tl_snapshot_get_document (outline), tl_snapshot_get_document (whole)));
  g_assert_cmpuint (tl_snapshot_count (outline, TL_TABLE_READING), ==, 0);
  g_assert_cmpuint (tl_snapshot_count (outline, TL_TABLE_EVIDENCE), ==, 0);
  g_assert_cmpuint (tl_snapshot_count (outline, TL_TABLE_PERSON), ==, tl_snapshot_count (whole, TL_TABLE_PERSON));
  compare (outline, whole, tl_snapshot_get_today (whole), 15);
  compare (outline, whole, tl_day_new (2026, 1, 15), 5);
  compare (outline, whole, tl_day_new (2027, 1, 15), 15);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/outline/sample", test_outline_is_what_is_concluded);
  return g_test_run ();
}
