/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/test-checks.h"

#define LAST(n) "M1 | 2026-06-03 | L2 | 48 | 50\n", "M1 | 2026-06-03 | L2 | " n " | 50\n"
#define BEFORE(n) "M1 | 2026-05-13 | L2 | 48 | 50\n", "M1 | 2026-05-13 | L2 | " n " | 50\n", \
  "M1 | 2026-05-20 | L2 | 48 | 50\n", "M1 | 2026-05-20 | L2 | " n " | 50\n", \
  "M1 | 2026-05-27 | L2 | 48 | 50\n", "M1 | 2026-05-27 | L2 | " n " | 50\n"
#define FIRST(n) "M1 | 2026-03-18 | L2 | 48 | 50\n", "M1 | 2026-03-18 | L2 | " n " | 50\n", \
  "M1 | 2026-03-25 | L2 | 48 | 50\n", "M1 | 2026-03-25 | L2 | " n " | 50\n", \
  "M1 | 2026-04-01 | L2 | 48 | 50\n", "M1 | 2026-04-01 | L2 | " n " | 50\n"
#define CAUSE "Causes\nRisk | Place | Cause | Date\nR1 | L2 | handover | 2026-06-01\n\n"
#define SUPPORT(place) "Actions\nRef | Risk | Title | Person | Place | Agreed | Due | Purpose\n" \
  "A2 | R1 | Coach the night team | U2 | " place " | 2026-06-01 | 2026-06-30 | support\n"

#define SHIFTS(parent) "Places\nRef | Name | Kind | Parent\nN | Night | shift |\nD | Day | shift |\nZ | Late | shift | " parent "\n\n" \
  "Readings\nMeasure | Date | Place | Shift | Numerator | Denominator\n" \
  "M1 | 2026-06-03 | L1 | N | 24 | 25\nM1 | 2026-06-03 | L1 | D | 24 | 25"

/* Falls at one of two places, with or without the days they come from. */
#define FALLS(exposure) "Measures\nRef | Risk | Title | Kind | Direction | Target | Period | Role\n" \
  "M2 | R1 | Falls | count | at most | 5 | weekly | supporting\n\n" \
  "Readings\nMeasure | Date | Place | Numerator | Denominator\nM2 | 2026-06-03 | L1 | 2 | " exposure

const TestCheckCase test_variation_cases[] = {
  { "variation-hidden", TL_SEVERITY_ACT, { { BEFORE ("40") } }, { { BEFORE ("45") } } },
  { "variation-hidden", TL_SEVERITY_ACT, { { BEFORE ("40") } }, { { BEFORE ("40"), LAST ("41") } } },
  { "variation-weak", TL_SEVERITY_ACT, { { LAST ("20") } }, { { LAST ("30") } } },
  { "variation-weak", TL_SEVERITY_ACT, { { BEFORE ("40"), LAST ("41") } }, { { BEFORE ("40") } } },
  { "variation-watch", TL_SEVERITY_WATCH, { { LAST ("30") } }, { { LAST ("40") } } },
  { "variation-unsampled", TL_SEVERITY_WATCH,
    { .more = "Places\nRef | Name | Kind | Parent\nL3 | Cedar House | location | L1" },
    { .more = "Places\nRef | Name | Kind | Parent\nL3 | Cedar House | location | P" } },
  /* Shifts of no place in particular are compared; one of a place only where that is in scope. */
  { "variation-unsampled", TL_SEVERITY_WATCH, { .more = SHIFTS ("L1") }, { .more = SHIFTS ("P") } },
  { "variation-unsampled", TL_SEVERITY_WATCH, { .more = SHIFTS ("") }, { .more = SHIFTS ("P") } },
  /* Counts without exposure aren't compared, so nobody is asked for one. */
  { "variation-unsampled", TL_SEVERITY_WATCH, { .more = FALLS ("700") }, { .more = FALLS ("") } },
  { "variation-unexplained", TL_SEVERITY_WATCH, { { LAST ("20") }, CAUSE }, { { LAST ("20") }, CAUSE SUPPORT ("L2") } },
  { "variation-unexplained", TL_SEVERITY_WATCH, { { LAST ("20") }, SUPPORT ("L2") }, { { LAST ("20") }, CAUSE SUPPORT ("L2") } },
  { "variation-unexplained", TL_SEVERITY_WATCH, { { LAST ("20") }, CAUSE SUPPORT ("L1") }, { { LAST ("30") } } },
  /* Nine points where there was no gap; then nine where there were six already. */
  { "variation-widening", TL_SEVERITY_WATCH, { { LAST ("30") } }, { { LAST ("30"), FIRST ("45") } } },
  { "variation-widening", TL_SEVERITY_WATCH, { { LAST ("30") } }, { { LAST ("37") } } },
};

const guint test_n_variation_cases = G_N_ELEMENTS (test_variation_cases);
