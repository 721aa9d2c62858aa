/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/test-checks.h"

#define MEASURE "| at least  | 90     | 2026-04-30  | 80                 | 100                  | 2025-11-20    | weekly | 4        | primary |"
#define WITH(target, date, baseline) "| at least | " target " | " date " | " baseline " | 2025-11-20 | weekly | 4 | primary |"
#define LAST_WEEK "M1 | 2026-06-03 | L1 | 48 | 50\nM1 | 2026-06-03 | L2 | 48 | 50\n"
#define RECURRENCE(target, third) "Measures\nRef | Risk | Title | Kind | Direction | Target | Period | Role\n" \
  "M2 | R1 | Missed doses | count | at most | " target " | weekly | recurrence\n\nReadings\nMeasure | Date | Numerator\n" \
  "M2 | " third " | 5\nM2 | 2026-05-27 | 5\nM2 | 2026-06-03 | 5"

const TestCheckCase test_measure_cases[] = {
  { "review-too-slow", TL_SEVERITY_WATCH, { { "| fortnightly |", "| quarterly |" } }, { { "| fortnightly |", "| monthly |" } } },
  { "review-too-slow", TL_SEVERITY_WATCH,
    { { "| 3 | 3 | fortnightly |", "| 3 | 5 | monthly |" } }, { { "| 3 | 3 | fortnightly |", "| 2 | 5 | monthly |" } } },
  { "review-too-slow", TL_SEVERITY_WATCH,
    { { "| 3 | 3 | fortnightly |", "| 1 | 5 | half-yearly |" } }, { { "| 3 | 3 | fortnightly |", "| 1 | 5 | quarterly |" } } },
  { "review-overdue", TL_SEVERITY_WATCH,
    { { "V2  | 2026-06-02", "V2 | 2026-05-22" } }, { { "V2  | 2026-06-02", "V2 | 2026-05-23" } } },
  { "review-overdue", TL_SEVERITY_ACT,
    { { "V2  | 2026-06-02", "V2 | 2026-05-22", "| 3 | 3 |", "| 3 | 5 |" } },
    { { "V2  | 2026-06-02", "V2 | 2026-05-23", "| 3 | 3 |", "| 3 | 5 |" } } },
  { "target-late", TL_SEVERITY_WATCH,
    { { MEASURE, WITH ("97", "2026-06-08", "80 | 100") } }, { { MEASURE, WITH ("97", "2026-06-09", "80 | 100") } } },
  { "target-late", TL_SEVERITY_ACT,
    { { MEASURE, WITH ("97", "2026-06-08", "80 | 100"), "| 3 | 3 |", "| 3 | 5 |" } },
    { { MEASURE, WITH ("96", "2026-06-08", "80 | 100"), "| 3 | 3 |", "| 3 | 5 |" } } },
  /* A week's grace is a quarter of its days. */
  { "measure-late", TL_SEVERITY_WATCH, { { LAST_WEEK, "" } }, { { LAST_WEEK, "" }, .as_at = "2026-06-08" } },
  { "measure-late", TL_SEVERITY_WATCH, { { LAST_WEEK, "" } }, { { LAST_WEEK, "M1 | 2026-06-07 | L1 | 0 | 0\n" } } },
  { "measure-late", TL_SEVERITY_WATCH,
    { { LAST_WEEK, "", "| 2025-12-02\n", "| 2026-06-07\n" } }, { { LAST_WEEK, "", "| 2025-12-02\n", "| 2026-06-08\n" } } },
  { "measure-worse", TL_SEVERITY_ACT,
    { { MEASURE, WITH ("90", "2026-04-30", "400 | 400") } }, { { MEASURE, WITH ("90", "2026-04-30", "388 | 400") } } },
  { "recurrence-flat", TL_SEVERITY_ACT, { .more = RECURRENCE ("4", "2026-05-20") }, { .more = RECURRENCE ("5", "2026-05-20") } },
  /* Three weeks begun since the first action was done, on a Monday or the day after. */
  { "recurrence-flat", TL_SEVERITY_ACT,
    { { "2026-01-31 | 2026-01-30", "2026-01-31 | 2026-05-18" }, RECURRENCE ("4", "2026-05-20") },
    { { "2026-01-31 | 2026-01-30", "2026-01-31 | 2026-05-19" }, RECURRENCE ("4", "2026-05-20") } },
};

const guint test_n_measure_cases = G_N_ELEMENTS (test_measure_cases);
