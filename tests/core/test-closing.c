/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "support/test-sound.h"

#define CHALLENGES "Challenges\nReview | Risk | Question | Answer | Answered | Satisfied | Satisfied on\n"
#define ACTIONS "Actions\nRef | Risk | Title | Person | Expected result | Agreed | Due\n"
#define ACTION "A2 | R1 | Count stock | U2 | Right | 2026-05-01 | 2026-06-30"
#define EXPECTED "R1   | observation | monthly | U2     | 2025-12-01 |       | yes\n"
#define RUN "2026-05-19 | Oversight\nV2  | 2026-06-02"

typedef struct
{
  const char *unmet;
  TestSpoil spoil;
  TestSpoil met;
} Case;

/* Each condition: how its sentence begins, a workbook in which it alone fails, and one that is as near but meets it. */
static const Case cases[] = {
  { "All eight links", { { EXPECTED, EXPECTED "R1 | audit | monthly | U2 | 2026-05-01 | | no\n" } },
    { { EXPECTED, EXPECTED "R1 | audit | monthly | U2 | 2026-05-02 | | no\n" } } },
  { "Every action", { .more = ACTIONS ACTION },
    { .more = ACTIONS ACTION "\n\nAction events\nAction | Date | What\nA2 | 2026-06-09 | ended" } },
  { "Every challenge", { .more = CHALLENGES "V2 | R1 | Who reads the charts? | | | |" },
    { .more = CHALLENGES "V2 | R1 | Who reads the charts? | The senior | 2026-06-09 | yes | 2026-06-09" } },
  { "Every challenge", { .more = CHALLENGES "V2 | R1 | Who reads the charts? | The senior | 2026-06-09 | no |" },
    { .more = CHALLENGES "V2 | R1 | Who reads the charts? | The senior | | yes |" } },
  /* A high risk looked at 18 days ago is a finding to act on, 17 days ago is none. */
  { "No finding", { { "V2  | 2026-06-02", "V2 | 2026-05-22", "| 3 | 3 |", "| 3 | 5 |" } },
    { { "V2  | 2026-06-02", "V2 | 2026-05-23", "| 3 | 3 |", "| 3 | 5 |" } } },
  /* The target has been met since the week of 16 March. */
  { "An earlier review", { { RUN, "2026-03-01 | Oversight\nV2 | 2026-03-15" } }, { { RUN, "2026-03-01 | Oversight\nV2 | 2026-03-16" } } },
  { "An earlier review", { { RUN, "2026-03-01 | Oversight\nV2 | 2026-06-09" } }, { { RUN, "2026-03-01 | Oversight\nV2 | 2026-06-08" } } },
  { "A watch", { { EXPECTED, "R1 | observation | monthly | U2 | 2025-12-01 | | no\n" } },
    { { EXPECTED, "R1 | observation | monthly | U2 | 2025-12-01 | | yes\n" } } },
};

static void
test_each_condition (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TlAssessment) spoilt = test_sound_assess (&cases[i].spoil);
      g_autoptr (TlAssessment) met = test_sound_assess (&cases[i].met);
      const TlRiskJudgement *risk = tl_assessment_get_risk (spoilt, 0);

      if (risk->may_close || !g_str_has_prefix (risk->unmet[0], cases[i].unmet) || risk->unmet[1] != NULL)
        g_error ("Case %u: %s; %s", i, risk->unmet[0], risk->unmet[0] != NULL ? risk->unmet[1] : "");
      risk = tl_assessment_get_risk (met, 0);
      if (!risk->may_close || risk->unmet[0] != NULL)
        g_error ("Case %u: %s", i, risk->unmet[0]);
    }
}

/* All conditions are told, in order, each with what it rests on; those unmet are the very sentences of the refusal. */
static void
test_conditions (void)
{
  static const char * const met[] = {
    "All eight links are sound.", "Every action is done or ended.", "Every challenge is answered and satisfied.",
    "No finding to act on remains.", "The review of 19 May 2026 looked at it while the target was met.",
    "A watch is set: observation, monthly.",
  };
  g_autoptr (TlAssessment) sound = test_sound_assess (&(TestSpoil) { .more = NULL });
  g_autoptr (TlAssessment) spoilt = test_sound_assess (&(TestSpoil) { .more = ACTIONS ACTION });
  const TlRiskJudgement *risk = tl_assessment_get_risk (sound, 0);

  for (guint i = 0; i < TL_N_CLOSING_CONDITIONS; i++)
    {
      g_assert_true (risk->conditions[i].met);
      g_assert_cmpstr (risk->conditions[i].text, ==, met[i]);
    }
  risk = tl_assessment_get_risk (spoilt, 0);
  for (guint i = 0; i < TL_N_CLOSING_CONDITIONS; i++)
    g_assert_cmpint (risk->conditions[i].met, ==, i != 1);
  g_assert_cmpstr (risk->conditions[1].text, ==, risk->unmet[0]);
}

static void
test_sound_risk_may_close (void)
{
  g_autoptr (TlAssessment) assessment = test_sound_assess (&(TestSpoil) { .more = NULL });

  g_assert_true (tl_assessment_get_risk (assessment, 0)->may_close);
}

/* One that has ended is judged as if it had not. */
static void
test_closed_risk (void)
{
  const char *close = "Reviews\nRef | Date | Forum\nV9 | 2026-06-08 | Oversight\n\nDecisions\nReview | Risk | Decision | By\nV9 | R1 | close | U3";
  g_autoptr (TlAssessment) sound = test_sound_assess (&(TestSpoil) { .more = close });
  g_autoptr (TlAssessment) spoilt = test_sound_assess (&(TestSpoil) { { EXPECTED, "" }, close });

  g_assert_cmpint (tl_assessment_get_risk (sound, 0)->state, ==, TL_RISK_STATE_CLOSED);
  g_assert_true (tl_assessment_get_risk (sound, 0)->may_close);
  g_assert_false (tl_assessment_get_risk (spoilt, 0)->may_close);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/closing/sound-risk", test_sound_risk_may_close);
  g_test_add_func ("/closing/conditions", test_conditions);
  g_test_add_func ("/closing/each-condition", test_each_condition);
  g_test_add_func ("/closing/closed-risk", test_closed_risk);
  return g_test_run ();
}
