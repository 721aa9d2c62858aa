/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/test-folder.h"
#include "support/test-random-edits.h"
#include "support/test-same.h"
#include "support/test-store.h"
#include "support/test-taking-back.h"
#include "tl-assessment-threads.h"
#include "tl-check-json.h"
#include "tl-import-plan.h"

/* What follows from an edit is worked out from what was known before, and must be the very same as if everything had been
 * read and judged anew: every value, sentence, order and finding, after any edit of anything. */

typedef struct
{
  TlStore *store;
  TlAssessment *assessment;
  /* The same as the assessment, made anew. */
  TlAssessment *fresh;
  GPtrArray *applied;
  guint n_changes;
  guint n_followed;
} Follower;

static void
applied_cb (Follower *self,
            TlChange *change)
{
  g_ptr_array_add (self->applied, tl_change_ref (change));
}

static TlAssessment *
assess (TlStore *store)
{
  g_autoptr (TlSnapshot) snapshot = test_store_load (store);

  return tl_assessment_new (snapshot, tl_day_new (2026, 6, 9));
}

/* On several threads, which must come to the same. */
static TlAssessment *
assess_anew (TlStore *store)
{
  g_autoptr (TlSnapshot) snapshot = test_store_load (store);

  return tl_assessment_new_on_threads (snapshot, tl_day_new (2026, 6, 9), 3);
}

static void
follower_init (Follower *self,
               TlStore  *store)
{
  *self = (Follower) { .store = store };
  self->applied = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_change_unref);
  g_signal_connect_swapped (store, "applied", G_CALLBACK (applied_cb), self);
  self->assessment = assess (store);
  self->fresh = assess_anew (store);
}

static void
follower_clear (Follower *self)
{
  g_clear_pointer (&self->assessment, tl_assessment_unref);
  g_clear_pointer (&self->fresh, tl_assessment_unref);
  g_ptr_array_unref (self->applied);
  test_store_close (self->store);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Follower, follower_clear)

/* A risk that the update says it didn't touch is as it was. */
static void
check_untouched (Follower *self)
{
  for (guint i = 0; i < tl_assessment_get_n_risks (self->assessment); i++)
    {
      const TlRiskJudgement *risk = tl_assessment_get_risk (self->assessment, i);
      const TlRiskJudgement *before = tl_assessment_find_risk (self->fresh, &risk->facts->base.id);
      g_autofree char *now = NULL;
      g_autofree char *then = NULL;

      if (tl_assessment_may_differ (self->assessment, &risk->facts->base.id))
        continue;
      g_assert_nonnull (before);
      now = test_dump_risk (risk);
      then = test_dump_risk (before);
      g_assert_cmpstr (now, ==, then);
    }
}

/* Whatever was written down, no sentence and no number in what is said is none at all. */
static void
check_words (TlAssessment *assessment)
{
  g_autofree char *json = tl_check_to_json (assessment, NULL, TRUE);

  g_assert_true (g_utf8_validate (json, -1, NULL));
  g_assert_false (g_regex_match_simple ("(?<![a-z])-?(nan|inf|infinity|\\(null\\))(?![a-z])", json, G_REGEX_CASELESS,
                                        G_REGEX_MATCH_DEFAULT));
}

/* Follows what was applied, if that is possible, and looks whether it is right. */
static void
follow (Follower *self)
{
  TlAssessment *fresh = assess_anew (self->store);
  gboolean followed = tl_assessment_update (self->assessment, self->applied);

  check_words (fresh);
  if (followed)
    {
      g_assert_true (test_same_snapshot (tl_assessment_get_snapshot (self->assessment), tl_assessment_get_snapshot (fresh)));
      g_assert_true (test_same_assessment (self->assessment, fresh));
      check_untouched (self);
    }
  else
    {
      tl_assessment_unref (self->assessment);
      self->assessment = assess (self->store);
    }
  tl_assessment_unref (self->fresh);
  self->fresh = fresh;
  self->n_changes += self->applied->len;
  self->n_followed += followed ? self->applied->len : 0;
  g_ptr_array_set_size (self->applied, 0);
}

static TlStore *
open_sample (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "data", "sample", NULL);
  TlStore *store = test_store_new ("sample");
  g_autoptr (TlSnapshot) empty = test_store_load (store);
  g_autoptr (TlImportPlan) plan = tl_import_plan_new (empty, test_folder_read (folder));

  test_store_apply (store, tl_import_plan_get_change (plan, FALSE));
  return store;
}

/* Tries one edit after another, some of them taken back, until @n changes were made: the store refuses those that can't
 * be, and how many those are is chance. */
static void
edit_at_random (Follower *self,
                guint     n)
{
  guint n_tried = 0;

  for (; self->n_changes + self->applied->len < n; n_tried++)
    {
      g_autoptr (GError) error = NULL;
      int what = g_test_rand_int_range (0, 12);

      if (what == 0)
        test_store_undo (self->store, &error);
      else if (what == 1)
        test_store_redo (self->store, &error);
      else
        {
          g_autoptr (TlChange) change = test_random_change (tl_assessment_get_snapshot (self->fresh),
                                                            tl_store_get_ids (self->store));
          g_autoptr (TlChange) made = test_store_try (self->store, change, &error);
        }
      /* Mostly each at once, sometimes a few together. */
      if (self->applied->len > 0 && g_test_rand_int_range (0, 4) > 0)
        follow (self);
      g_assert_cmpuint (n_tried, <, 100 + n * 20);
    }
  if (self->applied->len > 0)
    follow (self);
}

static guint
get_size (guint small,
          guint full)
{
  return g_getenv ("TL_TEST_FULL") != NULL ? full : small;
}

static void
test_sample (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_auto (Follower) self;

  follower_init (&self, open_sample ());
  edit_at_random (&self, get_size (60, 10000));
  g_test_message ("%u changes, %u of them followed", self.n_changes, self.n_followed);
  g_assert_cmpuint (self.n_followed * 10, >, self.n_changes * 7);
}

/* Small enough that one edit meets the others often, and grown from nothing. */
static void
test_from_nothing (void)
{
  guint n = get_size (3, 200);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TestDesk) desk = test_desk_new ();
      g_auto (Follower) self;
      g_autofree char *seed = g_strdup_printf ("from nothing %u", i);

      follower_init (&self, test_store_new (seed));
      edit_at_random (&self, 200);
      g_test_message ("%u changes, %u of them followed, %u findings at the end", self.n_changes, self.n_followed,
                      tl_assessment_get_n_findings (self.assessment));
      g_assert_cmpuint (self.n_followed * 10, >, self.n_changes * 7);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/update/sample", test_sample);
  g_test_add_func ("/update/from-nothing", test_from_nothing);

  return g_test_run ();
}
