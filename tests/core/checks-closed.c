/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/test-checks.h"

/* Closed on the day before, or three weeks before, by the nominated individual. */
#define CLOSE(by) "Reviews\nRef | Date | Forum\nV9 | 2026-06-08 | Oversight\n\nDecisions\nReview | Risk | Decision | By\nV9 | R1 | close | " by "\n\n"
#define EARLIER "V2     | R1   | continue | U3", "V1 | R1 | close | U3"
#define CONFIRMED "Decisions\nReview | Risk | Decision | By\nV2 | R1 | close | U1\n\n" CLOSE ("U3")
#define MEASURE "| at least  | 90     | 2026-04-30  | 80                 | 100                  | 2025-11-20    | weekly | 4        | primary |"
#define UNMET "| at least | 97 | 2026-04-30 | 80 | 100 | 2025-11-20 | weekly | 4 | primary |"
#define EVIDENCE "Evidence\nRef | Date | Source | Finding | Verdict | Risks\n"
#define SIGN(seen) "Warning signs\nRef | Risk | Sign\nW1 | R1 | Busy shift noted\n\nObserved signs\nSign | Date\n" seen
#define EXPECTED "R1   | observation | monthly | U2     | 2025-12-01 |       | yes\n"
#define WEEK(day, from, to) "M1 | " day " | L1 | " from " | 50\nM1 | " day " | L2 | " from " | 50\n", \
  "M1 | " day " | L1 | " to " | 50\nM1 | " day " | L2 | " to " | 50\n"

const TestCheckCase test_closed_cases[] = {
  { "closed-too-early", TL_SEVERITY_ACT, { .more = CLOSE ("U1") }, { .more = CLOSE ("U3") } },
  { "closed-too-early", TL_SEVERITY_ACT, { .more = CLOSE ("") }, { .more = CLOSE ("The commissioner") } },
  { "closed-too-early", TL_SEVERITY_ACT, { { MEASURE, UNMET }, CLOSE ("U3") }, { .more = CLOSE ("U3") } },
  /* Nobody who answered for it in the 92 days before, 8 March on. */
  { "closed-too-early", TL_SEVERITY_ACT,
    { .more = CLOSE ("U4") "Ownership\nRisk | Person | Part | From | Until\nR1 | U4 | accountable | 2025-10-01 | 2026-03-09" },
    { .more = CLOSE ("U4") "Ownership\nRisk | Person | Part | From | Until\nR1 | U4 | accountable | 2025-10-01 | 2026-03-08" } },
  /* A later decision that meets the conditions confirms it. */
  { "closed-too-early", TL_SEVERITY_ACT,
    { { "V2     | R1   | continue | U3\n", "" }, "Decisions\nReview | Risk | Decision | By\nV2 | R1 | close | U1" },
    { { "V2     | R1   | continue | U3\n", "" }, CONFIRMED } },
  { "closed-worse", TL_SEVERITY_ACT,
    { { EARLIER, WEEK ("2026-05-27", "48", "44"), WEEK ("2026-06-03", "48", "44") } }, { { EARLIER } } },
  /* A period must end later than the decision: those of 18 and of 11 May. */
  { "closed-worse", TL_SEVERITY_ACT,
    { { EARLIER, WEEK ("2026-05-20", "48", "44") } }, { { EARLIER, WEEK ("2026-05-13", "48", "44") } } },
  { "closed-worse", TL_SEVERITY_ACT,
    { { EARLIER }, EVIDENCE "E4 | 2026-05-20 | complaint | A tablet was missed | contradicts | R1" },
    { { EARLIER }, EVIDENCE "E4 | 2026-05-19 | complaint | A tablet was missed | contradicts | R1" } },
  { "closed-worse", TL_SEVERITY_ACT,
    { { EARLIER }, SIGN ("W1 | 2026-05-20\nW1 | 2026-06-01") }, { { EARLIER }, SIGN ("W1 | 2026-05-19\nW1 | 2026-06-01") } },
  { "closed-unwatched", TL_SEVERITY_WATCH, { { EXPECTED, "" }, CLOSE ("U3") }, { .more = CLOSE ("U3") } },
  { "closed-unwatched", TL_SEVERITY_WATCH,
    { { EXPECTED, "R1 | observation | monthly | U2 | 2025-12-01 | 2026-06-09 | yes\n" }, CLOSE ("U3") },
    { { EXPECTED, "R1 | observation | monthly | U2 | 2025-12-01 | 2026-06-10 | yes\n" }, CLOSE ("U3") } },
  { "closed-unwatched", TL_SEVERITY_WATCH,
    { { "E2  | 2026-05-20", "E2 | 2026-05-01" }, CLOSE ("U3") }, { { "E2  | 2026-05-20", "E2 | 2026-05-02" }, CLOSE ("U3") } },
};

const guint test_n_closed_cases = G_N_ELEMENTS (test_closed_cases);
