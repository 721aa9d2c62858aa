/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "tl-action-thread.h"

#include "support/test-sound.h"

#define PROOF "E1  | 2026-02-20 | competency check        | Rounds undisturbed    | supports | R1    | A1      | U4\n"
#define WORK "\nEvidence\nRef | Date | Source | Finding | Verdict | Risks | Actions\n" \
             "E9 | 2026-02-03 | rota | Two hours kept free | | R1 | A1\n"

static TlActionThread *
follow (TlAssessment *assessment)
{
  const TlRiskJudgement *risk = tl_assessment_get_risk (assessment, 0);

  return tl_action_thread_find (assessment, &risk->actions[0].facts->base.id);
}

static TlActionThread *
follow_spoilt (const TestSpoil *spoil)
{
  g_autoptr (TlAssessment) assessment = test_sound_assess (spoil);

  return follow (assessment);
}

/* The steps of a kind, a line each, with a mark for their state. */
static char *
say (const TlActionThread *thread,
     TlActionStepKind      kind)
{
  static const char * const marks[] = { "- ", "~ ", "+ " };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < thread->steps->len; i++)
    {
      const TlActionStep *step = tl_action_thread_get_step (thread, i);

      if (step->kind == kind)
        g_string_append_printf (text, "%s%s\n", marks[step->state], step->text);
    }
  return g_string_free_and_steal (text);
}

static void
check (const TestSpoil  *spoil,
       TlActionStepKind  kind,
       const char       *expected)
{
  g_autoptr (TlActionThread) thread = follow_spoilt (spoil);
  g_autofree char *text = say (thread, kind);

  g_assert_cmpstr (text, ==, expected);
}

/* From concern to lasting, in the order in which one walks it, each step on a row of its own. */
static void
test_whole (void)
{
  g_autoptr (TlActionThread) thread = follow_spoilt (&(TestSpoil) { .more = WORK });
  g_autofree char *whole = tl_action_thread_describe (thread);
  guint n_kinds = 1;

  for (guint i = 0; i < thread->steps->len; i++)
    {
      const TlActionStep *step = tl_action_thread_get_step (thread, i);

      g_assert_nonnull (step->row);
      g_assert_cmpint (step->table, !=, TL_NO_TABLE);
      g_assert_cmpint (step->state, ==, TL_LINK_STATE_SOUND);
      if (i == 0)
        continue;
      g_assert_cmpint (step->kind, >=, tl_action_thread_get_step (thread, i - 1)->kind);
      n_kinds += step->kind != tl_action_thread_get_step (thread, i - 1)->kind;
    }
  g_assert_cmpuint (n_kinds, ==, TL_N_ACTION_STEP_KINDS);
  g_assert_cmpuint (tl_action_thread_count_missing (thread), ==, 0);
  g_assert_cmpstr (whole, ==, "10 steps, nothing missing on the way.");
}

static void
test_what_each_step_says (void)
{
  const TestSpoil sound = { .more = WORK };

  check (&sound, TL_ACTION_STEP_CONCERN, "+ “Gaps in charts. Many.”\n");
  check (&sound, TL_ACTION_STEP_OWNER, "+ Tomasz Wrona has answered for it since 1 December 2025.\n");
  check (&sound, TL_ACTION_STEP_AGREED, "+ “Protected time on each round”. Samir Tolland is to do it by 31 January 2026. "
                                        "It should bring about: “No interruptions”.\n");
  check (&sound, TL_ACTION_STEP_EVENT, "+ It was done.\n");
  check (&sound, TL_ACTION_STEP_SHOWN_DONE, "+ Rota, All places, doesn’t say: “Two hours kept free”\n");
  check (&sound, TL_ACTION_STEP_SHOWN_WORKING,
         "+ Competency check, All places, supports: “Rounds undisturbed” This proves that it worked.\n");
  check (&sound, TL_ACTION_STEP_MEASURE, "+ “Entries complete”: 96.0\u00a0%, from 80.0\u00a0%: improved.\n");
  check (&sound, TL_ACTION_STEP_LASTED, "+ Held 4 weeks, since 11 May.\n");
}

/* What is missing is said, and only what is missing. */
static void
test_gaps (void)
{
  check (&(TestSpoil) { .more = NULL }, TL_ACTION_STEP_SHOWN_DONE, "- Nothing linked to it shows that it was done.\n");
  check (&(TestSpoil) { { PROOF, "" } }, TL_ACTION_STEP_SHOWN_WORKING, "- No outcome recorded since done on 30 January 2026.\n");
  /* The day before it was done proves nothing, the day itself does. */
  check (&(TestSpoil) { { "E1  | 2026-02-20", "E1  | 2026-01-29" } }, TL_ACTION_STEP_SHOWN_WORKING,
         "+ Competency check, All places, supports: “Rounds undisturbed”\n"
         "- No outcome recorded since done on 30 January 2026.\n");
  check (&(TestSpoil) { { "E1  | 2026-02-20", "E1  | 2026-01-30" } }, TL_ACTION_STEP_SHOWN_WORKING,
         "+ Competency check, All places, supports: “Rounds undisturbed” This proves that it worked.\n");
  check (&(TestSpoil) { { "Rounds undisturbed    | supports", "Rounds undisturbed | contradicts" } },
         TL_ACTION_STEP_SHOWN_WORKING,
         "~ Competency check, All places, contradicts: “Rounds undisturbed”\n"
         "- Nothing since done on 30 January 2026 shows that it worked.\n");
  check (&(TestSpoil) { { "Gaps in charts. Many.", "" } }, TL_ACTION_STEP_CONCERN, "- It doesn’t say what was wrong.\n");
  check (&(TestSpoil) { { "V1     | R1   | Steady\nV2     | R1   | Steady\n", "",
                          "V2     | R1   | continue | U3\n", "" } },
         TL_ACTION_STEP_CHALLENGED, "- No review has looked at the risk since it was done on 30 January 2026.\n");
}

/* What happened to it, in the order of its days; what isn't done asks for no proof. */
static void
test_course_of_an_action (void)
{
  const TestSpoil open = {
    { "2026-01-30 | corrective", "           | corrective", PROOF, "" },
    .more = "Action events\nAction | Date | What | From | To | Reason\n"
            "A1 | 2026-03-20 | reopened | | | Nights never reached\n"
            "A1 | 2026-01-30 | moved | 2026-01-31 | 2026-02-28 |\n"
            "A1 | 2026-03-02 | done | | | On the rota\n",
  };
  TestSpoil earlier = open;
  g_autoptr (TlActionThread) thread = follow_spoilt (&open);
  g_autofree char *shown = say (thread, TL_ACTION_STEP_SHOWN_DONE), *worked = say (thread, TL_ACTION_STEP_SHOWN_WORKING);

  check (&open, TL_ACTION_STEP_EVENT,
         "~ Its due date was moved from 31 January 2026 to 28 February 2026. Nothing says why.\n"
         "+ It was done. “On the rota”\n"
         "~ It was opened again. “Nights never reached”\n"
         "- It isn’t done. It was due on 28 February 2026, 3 months ago.\n");
  g_assert_cmpstr (shown, ==, "");
  g_assert_cmpstr (worked, ==, "");

  earlier.as_at = "2026-03-19";
  check (&earlier, TL_ACTION_STEP_EVENT,
         "~ Its due date was moved from 31 January 2026 to 28 February 2026. Nothing says why.\n"
         "+ It was done. “On the rota”\n");
  check (&earlier, TL_ACTION_STEP_SHOWN_WORKING, "- No outcome recorded since done on 2 March 2026.\n");
  earlier.as_at = "2026-02-10";
  check (&earlier, TL_ACTION_STEP_EVENT,
         "~ Its due date was moved from 31 January 2026 to 28 February 2026. Nothing says why.\n"
         "~ It isn’t done yet. It is due on 28 February 2026.\n");
}

static void
test_who_answered (void)
{
  check (&(TestSpoil) { { "R1   | U1     | accountable | 2025-12-01 |\n",
                          "R1 | U4 | accountable | 2025-11-01 | 2025-12-08\n"
                          "R1 | U3 | accountable | 2025-12-08 | 2026-03-01\n"
                          "R1 | U1 | accountable | 2026-03-01 |\n" } },
         TL_ACTION_STEP_OWNER,
         "+ Joan Ferriby answered for it from 8 December 2025 until 1 March 2026.\n"
         "+ Tomasz Wrona has answered for it since 1 March 2026.\n");
  check (&(TestSpoil) { { "R1   | U1     | accountable | 2025-12-01 |\n", "" } }, TL_ACTION_STEP_OWNER,
         "- No one is accountable for this risk.\n");
}

/* A challenge is as good as its answer. */
static void
test_challenges (void)
{
  const TestSpoil open = { .more = "Challenges\nReview | Risk | Question | Answer | Answered | Satisfied | Satisfied on\n"
                                   "V1 | R1 | Who reads the charts? | | | |\n" };
  const TestSpoil answered = { .more = "Challenges\nReview | Risk | Question | Answer | Answered | Satisfied | Satisfied on\n"
                                       "V1 | R1 | Who reads the charts? | The senior | 2026-05-20 | yes | 2026-06-01\n" };
  TestSpoil before = answered;

  check (&open, TL_ACTION_STEP_CHALLENGED, "- Oversight asked: “Who reads the charts?” It isn’t answered.\n"
                                           "+ Oversight decided: continue.\n");
  check (&answered, TL_ACTION_STEP_CHALLENGED,
         "+ Oversight asked: “Who reads the charts?” Answered, and satisfied: “The senior”\n"
         "+ Oversight decided: continue.\n");
  before.as_at = "2026-05-31";
  check (&before, TL_ACTION_STEP_CHALLENGED,
         "~ Oversight asked: “Who reads the charts?” Answered, not satisfied: “The senior”\n");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/action-thread/whole", test_whole);
  g_test_add_func ("/action-thread/what-each-step-says", test_what_each_step_says);
  g_test_add_func ("/action-thread/gaps", test_gaps);
  g_test_add_func ("/action-thread/course", test_course_of_an_action);
  g_test_add_func ("/action-thread/owners", test_who_answered);
  g_test_add_func ("/action-thread/challenges", test_challenges);

  return g_test_run ();
}
