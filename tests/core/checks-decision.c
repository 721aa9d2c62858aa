/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/test-checks.h"

#define MEASURE "| at least  | 90     | 2026-04-30  | 80                 | 100                  | 2025-11-20    | weekly | 4        | primary |"
#define UNMET "| at least | 97 | 2026-04-30 | 80 | 100 | 2025-11-20 | weekly | 4 | primary |"
#define CONTINUE "V2     | R1   | continue | U3"
#define CHALLENGES "Challenges\nReview | Risk | Question | Due | Answer | Answered | Satisfied | Satisfied on\n"
#define THIRD_REVIEW(forum) "Reviews\nRef | Date | Forum\nV0 | 2026-05-05 | " forum "\n\nLooked at\nReview | Risk\nV0 | R1\n\n"
#define SUPPORT "R1   | U2     | supporting  | 2025-12-01 |\n"
#define ACTIONS "Actions\nRef | Risk | Title | Person | Agreed | Due\n"

const TestCheckCase test_decision_cases[] = {
  { "challenge-open", TL_SEVERITY_WATCH,
    { .more = CHALLENGES "V2 | R1 | Who reads the charts? | 2026-06-08 | | | |" },
    { .more = CHALLENGES "V2 | R1 | Who reads the charts? | 2026-06-09 | | | |" } },
  { "challenge-open", TL_SEVERITY_WATCH,
    { .more = CHALLENGES "V1 | R1 | Who reads the charts? | | | | |", .as_at = "2026-06-20" },
    { .more = CHALLENGES "V1 | R1 | Who reads the charts? | | | | |", .as_at = "2026-06-19" } },
  { "challenge-open", TL_SEVERITY_WATCH,
    { .more = CHALLENGES "V1 | R1 | Who reads the charts? | | The senior | 2026-05-20 | no |", .as_at = "2026-06-20" },
    { .more = CHALLENGES "V1 | R1 | Who reads the charts? | | The senior | 2026-05-21 | no |", .as_at = "2026-06-20" } },
  { "challenge-open", TL_SEVERITY_WATCH,
    { .more = CHALLENGES "V2 | R1 | Who reads the charts? | 2026-06-08 | The senior | 2026-06-10 | yes | 2026-06-10" },
    { .more = CHALLENGES "V2 | R1 | Who reads the charts? | 2026-06-08 | The senior | 2026-06-09 | yes | 2026-06-09" } },
  { "challenge-absent", TL_SEVERITY_NOTE, { .more = THIRD_REVIEW ("Oversight") }, { .more = THIRD_REVIEW ("Quality") } },
  { "challenge-absent", TL_SEVERITY_NOTE,
    { .more = THIRD_REVIEW ("Oversight") },
    { .more = THIRD_REVIEW ("Oversight") CHALLENGES "V0 | R1 | Who reads the charts? | 2026-07-01 | | | |" } },
  { "decision-without-effect", TL_SEVERITY_WATCH,
    { { CONTINUE, "V2 | R1 | change | U3", "V2  | 2026-06-02", "V2 | 2026-05-26" } },
    { { CONTINUE, "V2 | R1 | change | U3", "V2  | 2026-06-02", "V2 | 2026-05-27" } } },
  { "decision-without-effect", TL_SEVERITY_WATCH,
    { { CONTINUE, "V1 | R1 | change | U3" }, ACTIONS "A2 | R1 | Count stock | U2 | 2026-05-18 | 2026-06-30" },
    { { CONTINUE, "V1 | R1 | change | U3" }, ACTIONS "A2 | R1 | Count stock | U2 | 2026-05-19 | 2026-06-30" } },
  { "decision-without-effect", TL_SEVERITY_WATCH,
    { { CONTINUE, "V1 | R1 | escalate | U3", "2026-06-02 | Oversight", "2026-06-02 | Quality" }, .as_at = "2026-06-19" },
    { { CONTINUE, "V1 | R1 | escalate | U3", "2026-06-02 | Oversight", "2026-06-02 | Quality" }, .as_at = "2026-06-18" } },
  { "decision-without-effect", TL_SEVERITY_WATCH,
    { { CONTINUE, "V1 | R1 | escalate | U3", "2026-06-02 | Oversight", "2026-06-20 | Oversight" }, .as_at = "2026-06-21" },
    { { CONTINUE, "V1 | R1 | escalate | U3", "2026-06-02 | Oversight", "2026-06-19 | Oversight" }, .as_at = "2026-06-21" } },
  { "oversight-reduced-early", TL_SEVERITY_ACT,
    { { CONTINUE, "V2 | R1 | reduce oversight | U3", MEASURE, UNMET } }, { { CONTINUE, "V2 | R1 | reduce oversight | U3" } } },
  /* Only the latest decision counts, and how things were that day. */
  { "oversight-reduced-early", TL_SEVERITY_ACT,
    { { CONTINUE, "V1 | R1 | reduce oversight | U3", MEASURE, UNMET } },
    { { CONTINUE, CONTINUE "\nV1 | R1 | reduce oversight | U3", MEASURE, UNMET } } },
  { "stalled-unchallenged", TL_SEVERITY_ACT, { { SUPPORT, "", MEASURE, UNMET } }, { { SUPPORT, "" } } },
  { "stalled-unchallenged", TL_SEVERITY_ACT,
    { { SUPPORT, "", MEASURE, UNMET, "2025-12-01\n\nOwnership", "2026-04-28\n\nOwnership" } },
    { { SUPPORT, "", MEASURE, UNMET, "2025-12-01\n\nOwnership", "2026-04-29\n\nOwnership" } } },
  { "stalled-unchallenged", TL_SEVERITY_ACT,
    { { SUPPORT, "", MEASURE, UNMET } },
    { { SUPPORT, "", MEASURE, UNMET }, CHALLENGES "V1 | R1 | Who helps? | 2026-07-01 | | | |" } },
  /* Three fortnights before, somebody still supported it. */
  { "stalled-unchallenged", TL_SEVERITY_ACT,
    { { SUPPORT, "R1 | U2 | supporting | 2025-12-01 | 2026-04-28\n", MEASURE, UNMET } },
    { { SUPPORT, "R1 | U2 | supporting | 2025-12-01 | 2026-04-29\n", MEASURE, UNMET } } },
};

const guint test_n_decision_cases = G_N_ELEMENTS (test_decision_cases);
