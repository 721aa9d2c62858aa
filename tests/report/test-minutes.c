/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Minutes, frozen by the change that finished the review. */
#include "report-reader.h"

#include "test-folder.h"
#include "test-store.h"
#include "tl-import-plan.h"
#include "tl-minutes.h"

#include <string.h>

/* The sample in a store of its own. */
typedef struct
{
  TestDesk *desk;
  TlStore *store;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "data", "sample", NULL);
  g_autoptr (TlSnapshot) empty = NULL;
  g_autoptr (TlImportPlan) plan = NULL;

  self->desk = test_desk_new ();
  self->store = test_store_new ("sample");
  empty = test_store_load (self->store);
  plan = tl_import_plan_new (empty, test_folder_read (folder));
  g_assert_cmpuint (tl_import_plan_get_n_problems (plan), ==, 0);
  test_store_apply (self->store, tl_import_plan_get_change (plan, FALSE));
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  test_store_close (self->store);
  test_desk_free (self->desk);
}

/* What minutes say aloud; of the chosen review, or of whichever stands for none. */
static char *
read_minutes (Fixture    *self,
              const char *review)
{
  g_autoptr (TlSnapshot) snapshot = test_store_load (self->store);
  g_autoptr (TlAssessment) assessment = tl_assessment_new (snapshot, READER_DAY);
  g_autoptr (TlReport) report = tl_report_new (assessment, TL_REPORT_KIND_MINUTES);
  g_autoptr (GBytes) pdf = NULL;
  TlPaper paper = tl_paper_a4 ();

  tl_report_set_paper (report, &paper);
  tl_report_set_store (report, self->store);
  if (review != NULL)
    tl_report_set_review (report, &((const TlFacts *) tl_snapshot_find_ref (snapshot, TL_TABLE_REVIEW, review))->id);
  pdf = reader_print (report);
  return reader_read_aloud (pdf);
}

static TlId
find (Fixture    *self,
      TlTable     table,
      const char *ref)
{
  g_autoptr (TlSnapshot) snapshot = test_store_load (self->store);

  return ((const TlFacts *) tl_snapshot_find_ref (snapshot, table, ref))->id;
}

/* The first of the review's decisions and challenges. */
static TlId
find_part (Fixture    *self,
           TlTable     table,
           const char *review)
{
  g_autoptr (TlSnapshot) snapshot = test_store_load (self->store);
  const TlReviewFacts *facts = tl_snapshot_find_ref (snapshot, TL_TABLE_REVIEW, review);
  const TlFactsList *list = table == TL_TABLE_DECISION ? &facts->decisions : &facts->challenges;

  return ((const TlFacts *) list->rows[0])->id;
}

static void
set (Fixture    *self,
     const char *table,
     const TlId *row,
     const char *column,
     const char *text)
{
  g_autoptr (TlChange) change = tl_change_new ("test");

  tl_change_set_text (change, table, row, column, text);
  test_store_apply (self->store, change);
}

/* The sample's last finished provider review, from its agenda to its minutes, word for word as it was kept. */
static void
test_sample (Fixture       *self,
             gconstpointer  data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "minutes", "provider-oversight.txt", NULL);
  g_autofree char *fingerprint = tl_store_get_fingerprint (self->store);
  g_autofree char *text = read_minutes (self, "V57");
  g_autoptr (GString) said = g_string_new (text);
  g_autoptr (GRegex) moment = g_regex_new ("Frozen on .*? with", 0, 0, NULL);
  g_autofree char *kept = NULL, *flat = NULL, *plain = NULL;
  gboolean read = g_file_get_contents (path, &kept, NULL, NULL);

  g_assert_cmpuint (g_string_replace (said, fingerprint, "FINGERPRINT", 0), ==, 1);
  plain = g_regex_replace_literal (moment, said->str, -1, 0, "Frozen then, with", 0, NULL);
  flat = read ? text_flatten (kept) : NULL;
  g_strstrip (plain);
  if (flat == NULL || !g_str_equal (plain, g_strstrip (flat)))
    {
      g_test_message ("Whoever changed the minutes on purpose keeps this in %s:", path);
      g_test_message ("%s", plain);
      g_test_fail ();
    }
}

static void
test_corrected (Fixture       *self,
                gconstpointer  data)
{
  TlId decision = find_part (self, TL_TABLE_DECISION, "V57"), challenge = find_part (self, TL_TABLE_CHALLENGE, "V57");
  TlId risk = find (self, TL_TABLE_RISK, "R8"), review = find (self, TL_TABLE_REVIEW, "V57");
  g_autofree char *before = read_minutes (self, "V57"), *after = NULL;

  reader_assert_said (before, "Nothing in these minutes was corrected after they were frozen.");
  set (self, "decision", &decision, "reason", "Another reason");
  set (self, "challenge", &challenge, "answer", "Another answer");
  set (self, "review", &review, "notes", "Held late");
  set (self, "risk", &risk, "title", "Called otherwise");
  after = read_minutes (self, "V57");
  g_assert_null (strstr (after, "Called otherwise"));
  g_assert_null (strstr (after, "Anything else"));
  text_assert_order (after, "R8 Slow escalation", "Corrections since", "Reason", "Another reason", "Notes", "Held late",
                     "Answers since", "Another answer", NULL);
}

/* One that goes on is no more than notes; a second one for the same day is named. */
static void
test_unfinished (Fixture       *self,
                 gconstpointer  data)
{
  TlId twin_review = find (self, TL_TABLE_REVIEW, "V50"), latest = find (self, TL_TABLE_REVIEW, "V62");
  g_autofree char *text = read_minutes (self, "V63"), *chosen = NULL, *twin = NULL;

  text_assert_order (text, "Provider oversight", "9 June 2026", "Chair: Joan Ferriby", "Present: not recorded",
                     "This review isn’t finished: these are notes, and may still change.",
                     "Agenda", "R2 Concerns not escalated", "Not reached", "R10 Repeat complaints",
                     "Asked for beforehand", "Concern log", "not here, 7 days late",
                     "What was decided on 12 May 2026", "R1 Medicines record gaps", "Show Damson Row on its own",
                     "Took effect", "Damson Row shown since", NULL);
  g_assert_null (strstr (text, "Corrections since"));

  /* Without a choice it is the latest that is finished. */
  set (self, "review", &latest, "finished", NULL);
  chosen = read_minutes (self, NULL);
  text_assert_order (chosen, "Recovery meeting", "26 May 2026", "R1 Medicines record gaps", NULL);
  set (self, "review", &latest, "finished", "2026-06-05");
  /* A merge or an import may bring that. */
  set (self, "review", &twin_review, "date", "2026-05-12");
  twin = read_minutes (self, "V57");
  reader_assert_said (twin, "A second review of this forum is finished for the same day (V50). Both are kept as they came.");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/minutes/sample", Fixture, NULL, set_up, test_sample, tear_down);
  g_test_add ("/minutes/corrected", Fixture, NULL, set_up, test_corrected, tear_down);
  g_test_add ("/minutes/unfinished", Fixture, NULL, set_up, test_unfinished, tear_down);
  return g_test_run ();
}
