/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/test-workbook.h"
#include "tl-layout.h"
#include "tl-search-index.h"

static const char *workbook =
  "Places\n"
  "Ref | Name | Kind\n"
  "DAM | Damson Row | location\n"
  "\n"
  "People\n"
  "Ref | Name | Role\n"
  "P1 | Zoë Łukasik | Registered manager\n"
  "P2 | Ben Baker | Night senior\n"
  "\n"
  "Forums\n"
  "Name | Level\n"
  "Provider oversight | provider\n"
  "\n"
  "Risks\n"
  "Ref | Title | Theme | Framework | Regulations | Baseline issue | Root cause | Scope | Opened | Checked by\n"
  "R1 | Medicines record gaps | medicines | Safeguarding | 12 | Signatures | Word of mouth | DAM | 2026-01-05 | Quality lead\n"
  "R12 | Night-time calls | other | | | | | | 2026-01-05 |\n"
  "\n"
  "Ratings\n"
  "Risk | Date | Likelihood | Impact | Reason\n"
  "R1 | 2026-01-06 | 4 | 5 | Agency cover\n"
  "\n"
  "Ownership\n"
  "Risk | Person | Part | Contribution | From\n"
  "R1 | P1 | accountable | | 2026-01-05\n"
  "R1 | P2 | supporting | Spot-checks | 2026-01-05\n"
  "\n"
  "Measures\n"
  "Ref | Risk | Title | Kind | Direction | Period | Unit\n"
  "M1 | R1 | Complete entries | count | at most | weekly | ampoules\n"
  "\n"
  "Step changes\n"
  "Measure | Date | Reason\n"
  "M1 | 2026-02-01 | Electronic charts\n"
  "\n"
  "Actions\n"
  "Ref | Risk | Title | Agreed | Expected result\n"
  "A7 | R1 | Watch two rounds | 2026-02-01 | Fewer interruptions\n"
  "\n"
  "Action events\n"
  "Action | Date | What | Reason\n"
  "A7 | 2026-02-05 | moved | Trolley broken\n"
  "\n"
  "Evidence\n"
  "Ref | Date | Source | Finding | Extract | Risks | By\n"
  "E1 | 2026-03-01 | audit | Every dose accounted for | “Café’s” fridge | R1 | Pharmacist\n"
  "E2 | 2026-06-01 | audit | Tomorrow’s news | | R1 |\n"
  "\n"
  "Expected evidence\n"
  "Risk | Source | Every | Recorded in | From\n"
  "R1 | audit | monthly | Blue ledger | 2026-01-05\n"
  "\n"
  "Reviews\n"
  "Ref | Date | Forum\n"
  "V1 | 2026-03-05 | Provider oversight\n"
  "\n"
  "Looked at\n"
  "Review | Risk | Progress\n"
  "V1 | R1 | Sluggish\n"
  "\n"
  "Challenges\n"
  "Review | Risk | Question\n"
  "V1 | R1 | Who stocktakes?\n"
  "\n"
  "Decisions\n"
  "Review | Risk | Decision | Reason\n"
  "V1 | R1 | continue | Unpersuaded\n"
  "\n"
  "Warning signs\n"
  "Ref | Risk | Sign\n"
  "W1 | R1 | Unlocked cupboards\n"
  "\n"
  "Observed signs\n"
  "Sign | Date | Note\n"
  "W1 | 2026-03-06 | Keys dangling\n"
  "\n"
  "Causes\n"
  "Risk | Place | Cause | Detail | Date\n"
  "R1 | DAM | leadership | Vacancies | 2026-03-06\n"
  "\n"
  "Learning\n"
  "Ref | Date | Risk | Text\n"
  "L1 | 2026-03-06 | R1 | Tabards help\n"
  "\n"
  "Links\n"
  "Risk | Linked risk | Reason\n"
  "R1 | R12 | Same corridor\n"
  "\n"
  "Answered findings\n"
  "Check | Risk | Until | Reason | Date\n"
  "owner-role | R1 | 2026-07-01 | Induction pending | 2026-03-06\n";

typedef struct
{
  TlAssessment *assessment;
  TlSearchIndex *index;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (TlSnapshot) snapshot = test_workbook_read (workbook, NULL);
  TlDay as_at = TL_NO_DAY;

  g_assert_true (tl_day_from_iso (data != NULL ? data : "2026-05-06", &as_at));
  fixture->assessment = tl_assessment_new (snapshot, as_at);
  fixture->index = tl_search_index_new (fixture->assessment, NULL);
  g_assert_nonnull (fixture->index);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  tl_search_index_unref (fixture->index);
  tl_assessment_unref (fixture->assessment);
}

static gboolean
finds (Fixture    *fixture,
       const char *search,
       const char *ref)
{
  const TlFacts *risk = tl_snapshot_find_ref (tl_assessment_get_snapshot (fixture->assessment), TL_TABLE_RISK, ref);
  g_autoptr (GHashTable) found = tl_search_index_find (fixture->index, search);

  g_assert_nonnull (found);
  return g_hash_table_contains (found, &risk->id);
}

/* A word of each text, name and ref that hangs on a risk; no other risk has it. */
static void
test_every_text (Fixture       *fixture,
                 gconstpointer  data)
{
  static const char * const words[] = {
    "R1", "record", "medicines", "safeguarding", "signatures", "mouth", "Damson", "quality", "agency", "registered",
    "spot", "entries", "ampoules", "electronic", "A7", "rounds", "interruptions", "trolley", "E1", "accounted", "fridge",
    "pharmacist", "ledger", "sluggish", "stocktakes", "unpersuaded", "cupboards", "dangling", "vacancies", "tabards",
    "induction",
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_test_message ("%s", words[i]);
      g_assert_true (finds (fixture, words[i], "R1"));
      g_assert_true (g_str_equal (words[i], "R1") || !finds (fixture, words[i], "R12"));
    }
  /* Two risks that must be read together. */
  g_assert_true (finds (fixture, "corridor", "R1"));
  g_assert_true (finds (fixture, "corridor", "R12"));
}

static void
test_any_order_without_case_or_accents (Fixture       *fixture,
                                        gconstpointer  data)
{
  g_assert_true (finds (fixture, "gap MEDIC", "R1"));
  g_assert_true (finds (fixture, "lukasik zoe", "R1"));
  g_assert_true (finds (fixture, "ŁUKASIK", "R1"));
  g_assert_true (finds (fixture, "cafes", "R1"));
  g_assert_true (finds (fixture, "café's", "R1"));
  g_assert_true (finds (fixture, "night-time", "R12"));
  g_assert_true (finds (fixture, "12", "R12"));
  g_assert_false (finds (fixture, "medic nothing", "R1"));
  /* The beginning of a word is asked for, not any part of it. */
  g_assert_false (finds (fixture, "edic", "R1"));
}

static void
test_nothing_typed (Fixture       *fixture,
                    gconstpointer  data)
{
  g_assert_null (tl_search_index_find (fixture->index, ""));
  g_assert_null (tl_search_index_find (fixture->index, " – '"));
}

static void
test_only_what_had_happened (Fixture       *fixture,
                             gconstpointer  data)
{
  g_assert_true (finds (fixture, "record", "R1"));
  g_assert_false (finds (fixture, "accounted", "R1"));
  g_assert_false (finds (fixture, "unpersuaded", "R1"));
  g_assert_true (finds (fixture, "rounds", "R1"));
}

static void
test_junk (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *endless = g_strnfill (100000, 'm');
  g_autofree char *many = g_strnfill (100000, ' ');

  for (guint i = 0; i < 100000; i += 2)
    many[i] = 'r';
  g_assert_false (finds (fixture, endless, "R1"));
  g_assert_true (finds (fixture, many, "R1"));
  g_assert_false (finds (fixture, "\xff\xfe medic", "R12"));
  g_assert_true (finds (fixture, "\xff\xfe medic", "R1"));
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  g_assert_null (tl_search_index_new (fixture->assessment, cancellable));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, day, test) g_test_add ("/search-index/" path, Fixture, day, set_up, test, tear_down)
  ADD ("every-text", NULL, test_every_text);
  ADD ("any-order", NULL, test_any_order_without_case_or_accents);
  ADD ("nothing-typed", NULL, test_nothing_typed);
  ADD ("only-what-had-happened", "2026-02-03", test_only_what_had_happened);
  ADD ("junk", NULL, test_junk);
  ADD ("cancelled", NULL, test_cancelled);
  return g_test_run ();
}
