/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands on the first page: where all risks are, what is due, and what changed since the last provider review. */
#include <string.h>

#include "support/test-sound.h"
#include "tl-bars.h"
#include "tl-due.h"
#include "tl-since.h"

static const char more_risks[] =
  "\nRisks\nRef | Title | Opened | Likelihood | Impact | Review every\n"
  "R2 | Late concerns | 2026-06-05 | 4 | 5 | fortnightly\n"
  "R3 | Old plans | 2026-01-05 | 2 | 2 | quarterly\n\n"
  "Reviews\nRef | Date | Forum\nV9 | 2026-06-08 | Quality\n\n"
  "Decisions\nReview | Risk | Decision\nV9 | R3 | no longer applies\n";

static const TlDueItem *
find_due (GPtrArray  *items,
          const char *title)
{
  for (guint i = 0; i < items->len; i++)
    {
      const TlDueItem *item = g_ptr_array_index (items, i);

      if (g_str_equal (item->title, title))
        return item;
    }
  return NULL;
}

static void
assert_due (const TlDueItem *item,
            TlDay            as_at,
            const char      *when,
            const char      *ground)
{
  g_autofree char *text = NULL;

  g_assert_nonnull (item);
  text = tl_due_item_dup_when (item, as_at);
  g_assert_cmpstr (text, ==, when);
  g_assert_cmpstr (item->ground, ==, ground);
}

/* ── Bars ─────────────────────────────────────────────────────────────────── */

/* Only open risks count, each once at each link. */
static void
test_bars_count_open_risks (void)
{
  g_autoptr (TlAssessment) assessment = test_sound_assess (&(TestSpoil) { .more = more_risks });
  TlBars bars = tl_bars_count (assessment);

  g_assert_cmpuint (tl_assessment_get_n_risks (assessment), ==, 3);
  g_assert_cmpuint (bars.n_open, ==, 2);
  for (int link = 0; link < TL_N_LINE_LINKS; link++)
    {
      g_assert_cmpuint (bars.n[link][TL_LINK_STATE_SOUND], ==, 1);
      g_assert_cmpuint (bars.n[link][TL_LINK_STATE_MISSING] + bars.n[link][TL_LINK_STATE_WEAK], ==, 1);
    }
  g_assert_cmpuint (bars.n[TL_LINE_LINK_OWNED - 1][TL_LINK_STATE_MISSING], ==, 1);
}

/* ── Due ──────────────────────────────────────────────────────────────────── */

/* Day by day to the edge: what is due on the fourteenth day is listed, on the fifteenth it isn't. */
static void
test_due_begins_fourteen_days_before (void)
{
  static const struct
  {
    const char *as_at;
    const char *when;
  } cases[] = {
    { "2026-06-02", "in 14 days" }, { "2026-06-03", "in 13 days" }, { "2026-06-16", "today" },
    { "2026-06-17", "1 day late" }, { "2026-07-20", "4 weeks late" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TlAssessment) assessment = test_sound_assess (&(TestSpoil) { .as_at = cases[i].as_at });
      g_autoptr (GPtrArray) items = tl_due_list (assessment, TL_DUE_DAYS);

      assert_due (find_due (items, "Review of R1 Medicine gaps"), tl_assessment_get_as_at (assessment), cases[i].when,
                  "Tomasz Wrona");
    }
  {
    g_autoptr (TlAssessment) assessment = test_sound_assess (&(TestSpoil) { .as_at = "2026-06-02" });
    g_autoptr (GPtrArray) items = tl_due_list (assessment, TL_DUE_DAYS - 1);

    g_assert_null (find_due (items, "Review of R1 Medicine gaps"));
  }
}

/* Each kind of thing that can be due, from one workbook in which all are. */
static void
test_every_kind_is_due (void)
{
  static const TestSpoil spoil = {
    .more =
      "\nForums\nName | Level | Every\nTeam | service | weekly\nNever | service | weekly\n\n"
      "Risks\nRef | Title | Opened | Review every | Forum\nR2 | Late concerns | 2026-06-01 | yearly | Team\n\n"
      "Reviews\nRef | Date | Forum\nV3 | 2026-06-01 | Team\nV4 | 2026-12-01 | Team\n\n"
      "Actions\nRef | Risk | Title | Person | Agreed | Due | Done\nA2 | R2 | Train the nights | U2 | 2026-06-01 | 2026-06-20 |\n"
      "A3 | R2 | Without a day | | 2026-06-01 | |\nA4 | R2 | Done already | | 2026-06-01 | 2026-06-02 | 2026-06-02\n"
      "A5 | R2 | Passed its date | | 2026-06-01 | 2026-06-05 |\n\n"
      "Measures\nRef | Risk | Title | Kind | Direction | Target | Target date | Period | Role\n"
      "M2 | R2 | Calls answered | proportion | at least | 95 | 2026-06-09 | weekly | primary\n\n"
      "Challenges\nReview | Risk | Question | Due | Answer\nV3 | R2 | Why at night? | 2026-06-07 |\n"
      "V3 | R2 | Who decides? | | The lead does\nV4 | R2 | Not asked yet? | |\n\n"
      "Expected evidence\nRisk | Source | Every | Person | Recorded in | From | Until\n"
      "R2 | audit | weekly | U4 | Audit folder | 2026-06-01 |\nR2 | rota | weekly | | | 2026-01-01 | 2026-06-01\n",
  };
  g_autoptr (TlAssessment) assessment = test_sound_assess (&spoil);
  g_autoptr (GPtrArray) items = tl_due_list (assessment, TL_DUE_DAYS);
  TlDay as_at = tl_assessment_get_as_at (assessment);

  assert_due (find_due (items, "Action: Train the nights, R2"), as_at, "in 11 days", "Samir Tolland");
  assert_due (find_due (items, "Action: Passed its date, R2"), as_at, "4 days late", "No one");
  assert_due (find_due (items, "Target: Calls answered, R2"), as_at, "today", "at least 95\302\240%, no reading");
  assert_due (find_due (items, "Answer: Why at night?, R2"), as_at, "2 days late", "No one");
  assert_due (find_due (items, "Team: R2"), as_at, "1 day late", "weekly, last held 1 Jun");
  /* A week has passed, but not the quarter of a week after which it is late. */
  assert_due (find_due (items, "Audit for R2 Late concerns"), as_at, "due now", "Elin Maddock, Audit folder");
  assert_due (find_due (items, "Observation for R1 Medicine gaps"), as_at, "in 11 days", "Samir Tolland");
  g_assert_null (find_due (items, "Never"));
  g_assert_null (find_due (items, "Rota for R2 Late concerns"));
  g_assert_null (find_due (items, "Review of R2 Late concerns"));
  g_assert_null (find_due (items, "Target: Entries complete, R1"));
  g_assert_null (find_due (items, "Answer: Who decides?, R2"));
  for (guint i = 0; i + 1 < items->len; i++)
    {
      const TlDueItem *item = g_ptr_array_index (items, i), *next = g_ptr_array_index (items, i + 1);

      g_assert_true (item->days_late > 0 || next->days_late == 0);
      if ((item->days_late > 0) == (next->days_late > 0))
        g_assert_cmpint (item->day, <=, next->day);
    }
}

/* ── Since ────────────────────────────────────────────────────────────────── */

static const TlSinceItem *
get_change (const TlSince *since,
            guint          index)
{
  g_assert_cmpuint (index, <, since->items->len);
  return g_ptr_array_index (since->items, index);
}

static void
test_nothing_changed (void)
{
  g_autoptr (TlAssessment) assessment = test_sound_assess (&(TestSpoil) { .more = NULL });
  g_autoptr (TlSince) since = tl_since_new (assessment, NULL);

  g_assert_cmpint (since->day, ==, tl_day_new (2026, 6, 2));
  g_assert_cmpstr (since->forum, ==, "Oversight");
  g_assert_cmpuint (since->items->len, ==, 0);
}

/* A review of that very day isn't one to compare with, and one at the service's own level neither. */
static void
test_without_a_provider_review (void)
{
  g_autoptr (TlAssessment) assessment = test_sound_assess (&(TestSpoil) { .as_at = "2026-05-19" });
  g_autoptr (TlAssessment) service = test_sound_assess (&(TestSpoil) {
    .edits = { "Oversight | provider\n", "Oversight | service\n" } });
  g_autoptr (TlSince) since = tl_since_new (assessment, NULL);
  g_autoptr (TlSince) since_service = tl_since_new (service, NULL);

  g_assert_cmpint (since->day, ==, TL_NO_DAY);
  g_assert_cmpuint (since->items->len, ==, 0);
  g_assert_cmpint (since_service->day, ==, TL_NO_DAY);
}

/* The owner stepped down on the day after the review, and is there again for a look at the day before. */
static void
test_weaker_and_stronger (void)
{
  static const char *owner = "R1   | U1     | accountable | 2025-12-01 |\n";
  g_autoptr (TlAssessment) weaker = test_sound_assess (&(TestSpoil) {
    .edits = { owner, "R1   | U1     | accountable | 2025-12-01 | 2026-06-03\n" } });
  g_autoptr (TlAssessment) stronger = test_sound_assess (&(TestSpoil) {
    .edits = { owner, "R1   | U1     | accountable | 2026-06-03 |\n" } });
  g_autoptr (TlSince) since_weaker = tl_since_new (weaker, NULL);
  g_autoptr (TlSince) since_stronger = tl_since_new (stronger, NULL);
  const TlSinceItem *item = get_change (since_weaker, 0);

  g_assert_cmpint (item->movement, ==, TL_MOVEMENT_WEAKER);
  g_assert_cmpint (item->link, ==, TL_LINE_LINK_OWNED);
  g_assert_cmpint (item->before, ==, TL_LINK_STATE_SOUND);
  g_assert_cmpint (item->now, ==, TL_LINK_STATE_MISSING);
  g_assert_cmpstr (item->title, ==, "R1 Medicine gaps");
  g_assert_true (g_str_has_prefix (item->text, "Owned is missing. "));
  g_assert_cmpuint (since_weaker->items->len, ==, 1);

  item = get_change (since_stronger, 0);
  g_assert_cmpint (item->movement, ==, TL_MOVEMENT_STRONGER);
  g_assert_cmpint (item->before, ==, TL_LINK_STATE_MISSING);
  g_assert_true (g_str_has_prefix (item->text, "Owned is sound: Tomasz Wrona"));
}

/* Risks that came and went are told as such, not link by link. */
static void
test_risks_come_and_go (void)
{
  g_autoptr (TlAssessment) assessment = test_sound_assess (&(TestSpoil) { .more = more_risks });
  g_autoptr (TlSince) since = tl_since_new (assessment, NULL);

  g_assert_cmpuint (since->items->len, ==, 2);
  g_assert_cmpint (get_change (since, 0)->movement, ==, TL_MOVEMENT_NEW);
  g_assert_cmpstr (get_change (since, 0)->text, ==, "Opened on 5 June 2026");
  g_assert_cmpint (get_change (since, 1)->movement, ==, TL_MOVEMENT_ENDED);
  g_assert_cmpstr (get_change (since, 1)->title, ==, "R3 Old plans");
  g_assert_cmpstr (get_change (since, 1)->text, ==, "Ended on 8 June 2026 without being closed");
}

static void
test_stops_when_nobody_wants_it (void)
{
  g_autoptr (TlAssessment) assessment = test_sound_assess (&(TestSpoil) { .more = more_risks });
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (TlSince) since = NULL;

  g_cancellable_cancel (cancellable);
  since = tl_since_new (assessment, cancellable);
  g_assert_cmpuint (since->items->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/overview/bars", test_bars_count_open_risks);
  g_test_add_func ("/overview/due/edge", test_due_begins_fourteen_days_before);
  g_test_add_func ("/overview/due/kinds", test_every_kind_is_due);
  g_test_add_func ("/overview/since/nothing", test_nothing_changed);
  g_test_add_func ("/overview/since/no-review", test_without_a_provider_review);
  g_test_add_func ("/overview/since/links", test_weaker_and_stronger);
  g_test_add_func ("/overview/since/risks", test_risks_come_and_go);
  g_test_add_func ("/overview/since/stops", test_stops_when_nobody_wants_it);
  return g_test_run ();
}
