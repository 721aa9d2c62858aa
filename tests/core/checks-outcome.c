/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/test-checks.h"

#define MEASURE "| at least  | 90     | 2026-04-30  | 80                 | 100                  | 2025-11-20    | weekly | 4        | primary |"
#define WITH(target, baseline, role) "| at least | " target " | 2026-04-30 | " baseline " | 2025-11-20 | weekly | 4 | " role " |"

const TestCheckCase test_outcome_cases[] = {
  { "plan-incomplete", TL_SEVERITY_WATCH, { { "| Word of mouth |", "| |" } }, { { "| Word of mouth |", "| Not yet known |" } } },
  { "plan-incomplete", TL_SEVERITY_WATCH, { { "| Two sign |", "| |" } }, { .more = NULL } },
  { "plan-incomplete", TL_SEVERITY_WATCH, { { "| One lead |", "| |" } }, { .more = NULL } },
  { "plan-incomplete", TL_SEVERITY_WATCH, { { "| fortnightly |", "| |" } }, { { "| fortnightly |", "| monthly |" } } },
  { "outcome-undefined", TL_SEVERITY_ACT, { { "| Every dose recorded |", "| |" } }, { .more = NULL } },
  { "outcome-undefined", TL_SEVERITY_ACT, { { MEASURE, WITH ("90", "80 | 100", "") } }, { { MEASURE, WITH ("90", "80 | 100", "primary") } } },
  { "outcome-undefined", TL_SEVERITY_ACT, { { MEASURE, WITH ("", "80 | 100", "primary") } }, { { MEASURE, WITH ("1", "80 | 100", "primary") } } },
  { "outcome-after-action", TL_SEVERITY_NOTE, { { "| 2025-12-02\n", "| 2025-12-09\n" } }, { { "| 2025-12-02\n", "| 2025-12-08\n" } } },
  /* A control isn't the work itself. */
  { "outcome-after-action", TL_SEVERITY_NOTE,
    { { "| 2025-12-02\n", "| 2025-12-09\n" } }, { { "| 2025-12-02\n", "| 2025-12-09\n", "2026-01-30 | corrective", "2026-01-30 | control" } } },
  { "baseline-missing", TL_SEVERITY_WATCH, { { MEASURE, WITH ("90", " | ", "primary") } }, { { MEASURE, WITH ("90", "0 | 1", "primary") } } },
};

const guint test_n_outcome_cases = G_N_ELEMENTS (test_outcome_cases);
