/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/test-checks.h"

#define RISK(theme, scope) "Risks\nRef | Title | Theme | Scope | Opened\nR2 | Other | " theme " | " scope " | 2025-12-01\n\n" \
  "Places\nRef | Name | Kind | Parent\nL3 | Cedar House | location | P\n\n"
#define ACTIONS "Actions\nRef | Risk | Title | Place | Agreed | Due\n"
#define ACTION(ref, place) ref " | R1 | Task " ref " | " place " | 2026-01-05 | 2026-02-01\n"
#define MOVES "\nAction events\nAction | Date | What | From | To\n"
#define MOVE(ref) ref " | 2026-01-20 | moved | 2026-02-01 | 2026-06-30\n"
#define LEARNING(date, taken_up) "Learning\nRef | Date | Risk | From place | Text\nG1 | " date " | R1 | L1 | Reads charts aloud\n\n" \
  "Learning reach\nLearning | Place | Taken up\nG1 | L2 | " taken_up
#define SIGN(times, days, seen) "Warning signs\nRef | Risk | Sign | Times | Within days\nW1 | R1 | Busy shift noted | " times " | " days \
  "\n\nObserved signs\nSign | Date\n" seen

#define BOTH_SCOPES "| L1; L2 | 2025-12-01\n", "| L1; L2; L4 | 2025-12-01\n"
#define UNTIL(date) RISK ("medicines", "L4") "Places\nRef | Name | Kind | Parent | Until\nL4 | Dell House | location | P | " date

const TestCheckCase test_across_cases[] = {
  { "link-missing", TL_SEVERITY_NOTE, { .more = RISK ("medicines", "L1") }, { .more = RISK ("medicines", "L3") } },
  /* A place that is no more brings nothing together. */
  { "link-missing", TL_SEVERITY_NOTE, { { BOTH_SCOPES }, UNTIL ("2026-06-10") }, { { BOTH_SCOPES }, UNTIL ("2026-06-09") } },
  { "link-missing", TL_SEVERITY_NOTE, { .more = RISK ("staffing", "P") }, { .more = RISK ("records", "P") } },
  { "link-missing", TL_SEVERITY_NOTE,
    { { "| medicines |", "| care planning |" }, RISK ("complaints", "") }, { { "| medicines |", "| incidents |" }, RISK ("complaints", "") } },
  { "link-missing", TL_SEVERITY_NOTE,
    { .more = RISK ("medicines", "L1") }, { .more = RISK ("medicines", "L1") "Links\nRisk | Linked risk\nR2 | R1" } },
  { "link-missing", TL_SEVERITY_NOTE,
    { { "| Opened\n", "| Opened | Framework\n", "| L1; L2 | 2025-12-01\n", "| L1; L2 | 2025-12-01 | S1; S2\n" },
      "Risks\nRef | Title | Framework\nR2 | Other | S9; S2" },
    { { "| Opened\n", "| Opened | Framework\n", "| L1; L2 | 2025-12-01\n", "| L1; L2 | 2025-12-01 | S1; S2\n" },
      "Risks\nRef | Title | Framework\nR2 | Other | S9; S3" } },
  { "moved-together", TL_SEVERITY_NOTE,
    { .more = ACTIONS ACTION ("A2", "L1") ACTION ("A3", "L1") ACTION ("A4", "L1") ACTION ("A5", "L2") ACTION ("A6", "L2") ACTION ("A7", "")
        MOVES MOVE ("A2") MOVE ("A3") MOVE ("A4") MOVE ("A5") MOVE ("A6") MOVE ("A7") },
    { .more = ACTIONS ACTION ("A2", "L1") ACTION ("A3", "L1") ACTION ("A4", "L1") ACTION ("A5", "L2") ACTION ("A6", "L2") ACTION ("A7", "")
        ACTION ("A8", "") MOVES MOVE ("A2") MOVE ("A3") MOVE ("A4") MOVE ("A5") MOVE ("A6") MOVE ("A7") MOVE ("A8") } },
  { "moved-together", TL_SEVERITY_NOTE,
    { .more = ACTIONS ACTION ("A2", "L1") ACTION ("A3", "L1") ACTION ("A4", "L1") MOVES MOVE ("A2") MOVE ("A3") MOVE ("A4") },
    { .more = ACTIONS ACTION ("A2", "L1") ACTION ("A3", "L1") ACTION ("A4", "L1") MOVES MOVE ("A2") MOVE ("A3") } },
  { "learning-unshared", TL_SEVERITY_NOTE, { .more = LEARNING ("2026-05-08", "") }, { .more = LEARNING ("2026-05-09", "") } },
  { "learning-unshared", TL_SEVERITY_NOTE, { .more = LEARNING ("2026-05-08", "2026-06-10") }, { .more = LEARNING ("2026-05-08", "2026-06-09") } },
  { "sign-seen", TL_SEVERITY_WATCH,
    { .more = SIGN ("", "", "W1 | 2026-05-09\nW1 | 2026-06-09") }, { .more = SIGN ("", "", "W1 | 2026-05-08\nW1 | 2026-06-09") } },
  { "sign-seen", TL_SEVERITY_WATCH, { .more = SIGN ("1", "7", "W1 | 2026-06-02") }, { .more = SIGN ("1", "7", "W1 | 2026-06-01") } },
  { "sign-seen", TL_SEVERITY_WATCH,
    { .more = SIGN ("", "", "W1 | 2026-06-08\nW1 | 2026-06-09") }, { .more = SIGN ("", "", "W1 | 2026-06-09\nW1 | 2026-06-10") } },
};

const guint test_n_across_cases = G_N_ELEMENTS (test_across_cases);
