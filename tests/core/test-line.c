/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "support/test-sound.h"
#include "support/test-workbook.h"

#define F TL_LINE_LINK_FOUND
#define O TL_LINE_LINK_OWNED
#define D TL_LINE_LINK_DEFINED
#define A TL_LINE_LINK_ACTED
#define E TL_LINE_LINK_EVIDENCED
#define I TL_LINE_LINK_IMPROVED
#define V TL_LINE_LINK_EVEN
#define S TL_LINE_LINK_SUSTAINED
#define MISSING TL_LINK_STATE_MISSING
#define WEAK TL_LINK_STATE_WEAK
#define SOUND TL_LINK_STATE_SOUND

#define OWNER "R1   | U1     | accountable | 2025-12-01 |\n"
#define OWNERSHIP "Ownership\nRisk | Person | Part | From | Until\n"
#define EXPECTED "R1   | observation | monthly | U2     | 2025-12-01 |       | yes\n"
#define ACTION "A1  | R1   | Protected time on each round | U2     | No interruptions | 2025-12-08 | 2026-01-31 | 2026-01-30 | corrective\n"
#define ACTIONS "Actions\nRef | Risk | Title | Person | Agreed | Due\n"
#define MOVES "\n\nAction events\nAction | Date | What | From | To\n"
#define MEASURE "| at least  | 90     | 2026-04-30  | 80                 | 100                  | 2025-11-20    | weekly | 4        | primary |"
#define WITH(target, date, baseline, hold) "| at least | " target " | " date " | " baseline " | 2025-11-20 | weekly | " hold " | primary |"
#define EVIDENCE "Evidence\nRef | Date | Source | Finding | Verdict | Risks\n"
#define LAST_WEEK "M1 | 2026-06-03 | L1 | 48 | 50\nM1 | 2026-06-03 | L2 | 48 | 50\n"

typedef struct
{
  TlLineLink link;
  TlLinkState state;
  TestSpoil spoil;
} Case;

static const Case cases[] = {
  { F, MISSING, { { "Gaps in charts. Many.", "" } } },
  { F, WEAK, { { "| 3 | 3 |", "| | |" } } },
  { F, SOUND, { { "| 3 | 3 |", "| 1 | 1 |" } } },
  { F, WEAK, { { "Word of mouth", "" } } },
  { F, WEAK, { { "Two sign", "" } } },
  { F, WEAK, { { "One lead", "" } } },
  { F, WEAK, { { "| inspection |", "| |" } } },
  { F, WEAK, { { "Report, page 9  ", "" } } },
  { F, WEAK, { { "Report, page 9  ", "", "| inspection |", "| incident |" } } },
  { F, SOUND, { { "Report, page 9  ", "", "| inspection |", "| audit |" } } },

  { O, MISSING, { { OWNER, "" } } },
  { O, WEAK, { .more = OWNERSHIP "R1 | U3 | accountable | 2026-06-09 |" } },
  { O, SOUND, { .more = OWNERSHIP "R1 | U3 | accountable | 2026-06-10 |" } },
  { O, WEAK, { { "Medicines lead       |            |", "Medicines lead | 2026-06-09 |" } } },
  { O, SOUND, { { "Medicines lead       |            |", "Medicines lead | 2026-06-10 |" } } },
  { O, WEAK, { .more = OWNERSHIP "R1 | U3 | claimed | 2026-06-03 |" } },
  { O, SOUND, { .more = OWNERSHIP "R1 | U3 | claimed | 2026-06-02 |" } },
  { O, WEAK, { { "supporting  | 2025-12-01 |", "supporting | 2025-12-01 | 2026-06-09" } } },
  { O, SOUND, { { "supporting  | 2025-12-01 |", "supporting | 2025-12-01 | 2026-06-10" } } },
  { O, WEAK, { { EXPECTED, "" } } },
  { O, WEAK, { { EXPECTED, "R1 | observation | monthly | U2 | 2025-12-01 | 2026-06-09 | yes\n" } } },
  { O, SOUND, { { EXPECTED, "R1 | observation | monthly | U2 | 2026-06-09 | | yes\n" } } },
  { O, WEAK, { .more = ACTIONS "A2 | R1 | Count stock | U4 | 2026-06-09 | 2026-06-30" } },
  { O, SOUND, { .more = ACTIONS "A2 | R1 | Count stock | U4 | 2026-06-10 | 2026-06-30" } },

  { D, MISSING, { { "Every dose recorded", "" } } },
  { D, MISSING, { { "| primary |", "| supporting |" } } },
  { D, MISSING, { { MEASURE, WITH ("", "2026-04-30", "80 | 100", "4") } } },
  { D, WEAK, { { MEASURE, WITH ("90", "2026-04-30", " | ", "4") } } },
  { D, WEAK, { { MEASURE, WITH ("90", "", "80 | 100", "4") } } },
  { D, WEAK, { { MEASURE, WITH ("90", "2026-04-30", "80 | 100", "") } } },
  { D, SOUND, { { "| 2025-12-02\n", "| 2025-12-08\n", "V2     | R1   | continue | U3\n", "" } } },
  { D, WEAK, { { "| 2025-12-02\n", "| 2025-12-09\n", "V2     | R1   | continue | U3\n", "" } } },
  { D, SOUND, { { "| 2025-12-02\n", "| 2026-06-01\n" } } },
  { D, WEAK, { { "| 2025-12-02\n", "| 2026-06-02\n" } } },

  { A, MISSING, { { ACTION, "" } } },
  { A, SOUND, { { ACTION, "A1 | R1 | Rounds | U2 | | 2026-06-09 | 2026-06-09 | | corrective\n" } } },
  { A, WEAK, { .more = ACTIONS "A2 | R1 | Count stock | U2 | 2026-01-05 | 2026-06-08" } },
  { A, SOUND, { .more = ACTIONS "A2 | R1 | Count stock | U2 | 2026-01-05 | 2026-06-09" } },
  { A, WEAK, { .more = ACTIONS "A2 | R1 | Count stock | U2 | 2026-01-05 |" } },
  { A, WEAK, { .more = ACTIONS "A2 | R1 | Count stock | | 2026-01-05 | 2026-06-30" } },
  { A, SOUND, { .more = ACTIONS "A2 | R1 | Count stock | | 2026-01-05 | 2026-06-30" MOVES "A2 | 2026-06-01 | ended | |" } },
  { A, SOUND, { .more = ACTIONS "A2 | R1 | Count stock | U2 | 2026-01-05 | 2026-02-01" MOVES "A2 | 2026-02-01 | moved | 2026-02-01 | 2026-06-30" } },
  { A, WEAK, { .more = ACTIONS "A2 | R1 | Count stock | U2 | 2026-01-05 | 2026-02-01" MOVES "A2 | 2026-02-01 | moved | 2026-02-01 | 2026-05-30\nA2 | 2026-05-01 | moved | 2026-05-30 | 2026-06-30" } },

  { E, MISSING, { { "| care record | 2025-12-02", "| | 2025-12-02", "competency check       ", "minutes", "observation             |", "rota |",
                    "feedback from relatives |", "policy |" } } },
  { E, WEAK, { { "E2  | 2026-05-20 | observation             |", "E2 | 2026-05-20 | care record |", "R1   | observation |", "R1 | care record |" } } },
  /* 9 March is 92 days before. */
  { E, SOUND, { { "E3  | 2026-05-25", "E3 | 2026-03-09" } } },
  { E, WEAK, { { "E3  | 2026-05-25", "E3 | 2026-03-08" } } },
  { E, WEAK, { { "E3  | 2026-05-25", "E3 | 2026-03-08" }, EVIDENCE "E4 | 2026-05-01 | incident | None | supports | R1" } },
  { E, SOUND, { { "E3  | 2026-05-25 | feedback from relatives |", "E3 | 2026-05-25 | incident |", "| Opened\n", "| Opened | Why no voice\n",
                  "| L1; L2 | 2025-12-01\n", "| L1; L2 | 2025-12-01 | Stock is not seen\n" } } },
  { E, WEAK, { { "E3  | 2026-05-25 | feedback from relatives |", "E3 | 2026-05-25 | incident |" } } },
  /* Monthly and a quarter: 38 days, 2 May to 9 June. */
  { E, SOUND, { { "E2  | 2026-05-20", "E2 | 2026-05-02" } } },
  { E, WEAK, { { "E2  | 2026-05-20", "E2 | 2026-05-01" } } },
  { E, WEAK, { .more = EVIDENCE "E4 | 2026-06-03 | complaint | A tablet was missed | contradicts | R1" } },
  { E, SOUND, { .more = EVIDENCE "E4 | 2026-06-02 | complaint | A tablet was missed | contradicts | R1" } },
  { E, SOUND, { .more = EVIDENCE "E4 | 2026-06-03 | complaint | A tablet was missed | mixed | R1" } },
  { E, SOUND, { .more = EVIDENCE "E4 | 2026-06-03 | minutes | Not everyone agrees | contradicts | R1" } },

  { I, MISSING, { { "| primary |", "| recurrence |" } } },
  { I, MISSING, { { "| 2025-11-20    |", "| 2026-06-03 |" } } },
  { I, WEAK, { { MEASURE, "| at least | 97 | 2026-04-30 | 80 | 100 | 2026-06-02 | weekly | 4 | primary |" } } },
  { I, MISSING, { { "| 2025-11-20    |", "| |", "| 2025-12-02\n", "| 2026-06-03\n" } } },
  { I, SOUND, { { "| 2025-11-20    |", "| |", "| 2025-12-02\n", "| 2026-06-02\n" } } },
  { I, WEAK, { { MEASURE, WITH ("96.1", "2026-04-30", "80 | 100", "4") } } },
  { I, SOUND, { { MEASURE, WITH ("96", "2026-04-30", "80 | 100", "4") } } },
  { I, WEAK, { { MEASURE, WITH ("90", "2026-04-30", "96 | 100", "4") } } },

  { V, MISSING, { { "| L1; L2 |", "| L1; L3 |" }, "Places\nRef | Name | Kind | Parent\nL3 | Cedar House | location | P" } },
  { V, WEAK, { { LAST_WEEK, "M1 | 2026-06-03 | L1 | 50 | 50\nM1 | 2026-06-03 | L2 | 20 | 50\n" } } },
  { V, WEAK, { .more = "Places\nRef | Name | Kind | Parent\nL3 | Cedar House | location | L1" } },
  { V, SOUND, { .more = "Places\nRef | Name | Kind | Parent\nL3 | Cedar House | location | P" } },
  { V, SOUND, { { "| L1; L2 |", "| L1 |" } } },
  { V, SOUND, { { "| L1; L2 |", "| L1 |", "| primary |", "| supporting |" } } },
  { V, MISSING, { { "| primary |", "| supporting |" } } },

  { S, MISSING, { { "| primary |", "| supporting |" } } },
  { S, SOUND, { { MEASURE, WITH ("90", "2026-04-30", "80 | 100", "12") } } },
  { S, WEAK, { { MEASURE, WITH ("90", "2026-04-30", "80 | 100", "13") } } },
  { S, MISSING, { { MEASURE, WITH ("97", "2026-04-30", "80 | 100", "4") } } },
  { S, MISSING, { { LAST_WEEK, "" } } },
  { S, SOUND, { { LAST_WEEK, "" }, .as_at = "2026-06-08" } },
};

static const TlRiskJudgement *
get_risk (TlAssessment *assessment)
{
  g_assert_cmpuint (tl_assessment_get_n_risks (assessment), >=, 1);
  return tl_assessment_get_risk (assessment, 0);
}

/* Each state has its words: a ground always, and what lacks and what to do about it unless it is sound. */
static void
assert_words (const TlLinkJudgement *link)
{
  gboolean sound = link->state == SOUND;

  g_assert_cmpstr (link->ground, !=, "");
  g_assert_false (g_str_has_suffix (link->ground, "."));
  g_assert_cmpint (link->lacking[0] == NULL, ==, sound);
  g_assert_cmpint (link->remedy == TL_REMEDY_NONE, ==, sound);
  for (guint i = 0; link->lacking[i] != NULL; i++)
    {
      g_assert_true (g_str_has_suffix (link->lacking[i], "."));
      g_assert_null (strstr (link->lacking[i], " nan"));
      g_assert_cmpint (link->mendings[i].remedy, !=, TL_REMEDY_NONE);
    }
}

static void
test_each_state (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TlAssessment) assessment = test_sound_assess (&cases[i].spoil);
      const TlLinkJudgement *link = &get_risk (assessment)->line[cases[i].link - F];

      if (link->state != cases[i].state)
        g_error ("Case %u, %s: %s: %s; %s", i, tl_word_get (TL_TYPE_LINE_LINK, cases[i].link),
                 tl_word_get (TL_TYPE_LINK_STATE, link->state), link->ground, link->lacking[0]);
      for (int j = 0; j < TL_N_LINE_LINKS; j++)
        assert_words (&get_risk (assessment)->line[j]);
    }
}

/* Every link is seen in every state it can have. */
static void
test_no_state_is_left_out (void)
{
  for (TlLineLink link = F; link <= S; link++)
    {
      gboolean seen[3] = { FALSE };

      for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
        {
          if (cases[i].link == link)
            seen[cases[i].state] = TRUE;
        }
      g_assert_true (seen[MISSING] && seen[WEAK] && seen[SOUND]);
    }
}

static void
test_sound_to_the_end (void)
{
  static const char * const grounds[] = {
    "Inspection, Report, page 9: Gaps in charts",
    "Tomasz Wrona, 1 supporting role",
    "At least 90 % by 30 Apr, held 4 weeks",
    "1 action, 1 done, 1 proven",
    "26 outcome items, 3 sources, 1 is voice",
    "96.0 %, from 80.0 %: improved",
    "The same across locations",
    "Held 4 weeks, since 11 May",
  };
  g_autoptr (TlAssessment) assessment = test_sound_assess (&(TestSpoil) { .more = NULL });
  const TlRiskJudgement *risk = get_risk (assessment);

  for (int i = 0; i < TL_N_LINE_LINKS; i++)
    {
      g_autofree char *ground = g_strdup (risk->line[i].ground);

      /* The space before a sign is one that doesn't break. */
      for (char *space = strstr (ground, "\xc2\xa0"); space != NULL; space = strstr (ground, "\xc2\xa0"))
        {
          space[0] = ' ';
          memmove (space + 1, space + 2, strlen (space + 2) + 1);
        }
      g_assert_cmpstr (ground, ==, grounds[i]);
      g_assert_cmpint (risk->line[i].state, ==, SOUND);
    }
  g_assert_cmpint (risk->position, ==, TL_LINE_LINK_NONE);
  g_assert_cmpstr (tl_position_get_word (risk->position), ==, "Complete");
}

/* The position is the first link that isn't sound, whatever comes later. */
static void
test_position (void)
{
  g_autoptr (TlAssessment) assessment = test_sound_assess (&(TestSpoil) { { "Every dose recorded", "", EXPECTED, "" } });

  g_assert_cmpint (get_risk (assessment)->position, ==, O);
  g_assert_cmpint (get_risk (assessment)->line[D - F].state, ==, MISSING);
  g_assert_cmpint (get_risk (assessment)->line[A - F].state, ==, SOUND);
}

static void
test_risk_without_anything (void)
{
  g_autoptr (TlSnapshot) snapshot = test_workbook_read ("Risks\nRef | Title\nR1 | Nothing known", NULL);
  g_autoptr (TlAssessment) assessment = tl_assessment_new (snapshot, tl_day_new (2026, 6, 9));
  const TlRiskJudgement *risk = get_risk (assessment);

  g_assert_cmpint (risk->state, ==, TL_RISK_STATE_OPEN);
  g_assert_cmpint (risk->band, ==, TL_BAND_MEDIUM);
  g_assert_cmpint (risk->position, ==, F);
  for (int i = 0; i < TL_N_LINE_LINKS; i++)
    {
      /* Without places there is nothing to be uneven. */
      g_assert_cmpint (risk->line[i].state, ==, i + 1 == V ? SOUND : MISSING);
      assert_words (&risk->line[i]);
    }
}

static void
test_state_and_rating (void)
{
  const char *decisions = "Reviews\nRef | Date | Forum\nV5 | 2026-06-05 | Oversight\nV6 | 2026-06-08 | Oversight\n\n"
                          "Decisions\nReview | Risk | Decision\n";
  g_autofree char *closed = g_strconcat (decisions, "V5 | R1 | close", NULL);
  g_autofree char *reopened = g_strconcat (decisions, "V5 | R1 | close\nV6 | R1 | reopen", NULL);
  g_autofree char *same_day = g_strconcat (decisions, "V5 | R1 | close\nV5 | R1 | reopen", NULL);
  g_autofree char *merged = g_strconcat (decisions, "V5 | R1 | close\nV6 | R1 | merge", NULL);
  struct { const char *more, *as_at; TlRiskState state; } states[] = {
    { closed, "2026-06-09", TL_RISK_STATE_CLOSED }, { closed, "2026-06-04", TL_RISK_STATE_OPEN },
    { reopened, "2026-06-09", TL_RISK_STATE_OPEN }, { reopened, "2026-06-07", TL_RISK_STATE_CLOSED },
    { same_day, "2026-06-09", TL_RISK_STATE_OPEN }, { merged, "2026-06-09", TL_RISK_STATE_ENDED },
  };
  const TestSpoil rated = { { "| 3 | 3 |", "| 5 | 5 |" }, "Ratings\nRisk | Date | Likelihood | Impact\nR1 | 2026-01-01 | 2 | 4\n"
                            "R1 | 2026-06-01 | 3 | 5\nR1 | 2026-06-01 | 2 | 3\nR1 | 2026-06-10 | 1 | 1" };
  g_autoptr (TlAssessment) assessment = test_sound_assess (&rated);

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autoptr (TlAssessment) one = test_sound_assess (&(TestSpoil) { .more = states[i].more, .as_at = states[i].as_at });

      g_assert_cmpint (get_risk (one)->state, ==, states[i].state);
    }
  g_assert_cmpint (get_risk (assessment)->rating, ==, 15);
  g_assert_cmpint (get_risk (assessment)->band, ==, TL_BAND_HIGH);
}

/* A risk that was only opened later isn't there yet. */
static void
test_before_it_was_opened (void)
{
  g_autoptr (TlAssessment) before = test_sound_assess (&(TestSpoil) { .as_at = "2025-11-30" });
  g_autoptr (TlAssessment) on_the_day = test_sound_assess (&(TestSpoil) { .as_at = "2025-12-01" });

  g_assert_cmpuint (tl_assessment_get_n_risks (before), ==, 0);
  g_assert_cmpuint (tl_assessment_get_n_findings (before), ==, 0);
  g_assert_cmpuint (tl_assessment_get_n_risks (on_the_day), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/line/sound-to-the-end", test_sound_to_the_end);
  g_test_add_func ("/line/each-state", test_each_state);
  g_test_add_func ("/line/no-state-is-left-out", test_no_state_is_left_out);
  g_test_add_func ("/line/position", test_position);
  g_test_add_func ("/line/risk-without-anything", test_risk_without_anything);
  g_test_add_func ("/line/state-and-rating", test_state_and_rating);
  g_test_add_func ("/line/before-it-was-opened", test_before_it_was_opened);
  return g_test_run ();
}
