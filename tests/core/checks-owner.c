/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/test-checks.h"

#define OWNER "R1   | U1     | accountable | 2025-12-01 |\n"
#define SUPPORT "R1   | U2     | supporting  | 2025-12-01 |\n"
#define OWNERSHIP "Ownership\nRisk | Person | Part | From | Until\n"
#define RISKS "Risks\nRef | Title | Theme | Likelihood | Impact | Opened\n"
#define RISK(ref, rating) ref " | Other " ref " | records | " rating " | 2025-12-01\n"
#define OWNED(ref) ref " | U1 | accountable | 2025-12-01 |\n"

const TestCheckCase test_owner_cases[] = {
  { "owner-missing", TL_SEVERITY_ACT, { { OWNER, "" } }, { { OWNER, "R1 | U1 | accountable | 2026-06-09 |\n" } } },
  { "owner-missing", TL_SEVERITY_ACT,
    { { OWNER, "R1 | U1 | accountable | 2025-12-01 | 2026-06-09\n" } },
    { { OWNER, "R1 | U1 | accountable | 2025-12-01 | 2026-06-10\n" } } },
  { "owner-missing", TL_SEVERITY_ACT,
    { { OWNER, "R1 | U1 | accountable | 2026-06-10 |\n" } },
    { { OWNER, "R1 | U1 | accountable | 2026-06-09 |\n" } } },
  { "owner-several", TL_SEVERITY_ACT,
    { .more = OWNERSHIP "R1 | U2 | accountable | 2026-06-09 |" },
    { .more = OWNERSHIP "R1 | U2 | accountable | 2026-06-10 |" } },
  /* The same person twice is one owner. */
  { "owner-several", TL_SEVERITY_ACT,
    { .more = OWNERSHIP "R1 | U3 | accountable | 2026-01-01 |" },
    { .more = OWNERSHIP "R1 | U1 | accountable | 2026-01-01 |" } },
  { "owner-left", TL_SEVERITY_ACT,
    { { "Medicines lead       |            |", "Medicines lead | 2026-06-09 |" } },
    { { "Medicines lead       |            |", "Medicines lead | 2026-06-10 |" } } },
  { "owner-disputed", TL_SEVERITY_ACT,
    { .more = OWNERSHIP "R1 | U3 | claimed | 2026-06-03 |" },
    { .more = OWNERSHIP "R1 | U3 | claimed | 2026-06-02 |" } },
  { "owner-disputed", TL_SEVERITY_ACT,
    { { "V2     | R1   | continue | U3\n", "" }, OWNERSHIP "R1 | U3 | claimed | 2026-03-09 |" },
    { { "V2     | R1   | continue | U3\n", "" }, OWNERSHIP "R1 | U3 | claimed | 2026-03-08 |" } },
  { "owner-disputed", TL_SEVERITY_ACT,
    { .more = OWNERSHIP "R1 | U3 | claimed | 2026-06-05 |" },
    { .more = OWNERSHIP "R1 | U1 | claimed | 2026-06-05 |" } },
  { "owner-disputed", TL_SEVERITY_ACT,
    { { OWNER, "R1 | U2 | accountable | 2025-12-01 | 2026-06-04\nR1 | U1 | accountable | 2026-06-04 |\n" },
      OWNERSHIP "R1 | U3 | claimed | 2026-06-05 |" },
    { { OWNER, "R1 | U2 | accountable | 2025-12-01 | 2026-06-05\nR1 | U1 | accountable | 2026-06-05 |\n" },
      OWNERSHIP "R1 | U3 | claimed | 2026-06-05 |" } },
  /* Named on the very day of the claim, without a handover, is what the claim may be about. */
  { "owner-disputed", TL_SEVERITY_ACT,
    { { OWNER, "R1 | U1 | accountable | 2026-06-05 |\n" }, OWNERSHIP "R1 | U3 | claimed | 2026-06-05 |" },
    { { OWNER, "R1 | U1 | accountable | 2026-06-06 |\n" }, OWNERSHIP "R1 | U3 | claimed | 2026-06-05 |" } },
  { "owner-overloaded", TL_SEVERITY_WATCH,
    { .more = RISKS RISK ("R2", "1 | 1") RISK ("R3", "1 | 1") RISK ("R4", "1 | 1") RISK ("R5", "1 | 1") RISK ("R6", "1 | 1") "\n"
        OWNERSHIP OWNED ("R2") OWNED ("R3") OWNED ("R4") OWNED ("R5") OWNED ("R6") },
    { .more = RISKS RISK ("R2", "1 | 1") RISK ("R3", "1 | 1") RISK ("R4", "1 | 1") RISK ("R5", "1 | 1") "\n"
        OWNERSHIP OWNED ("R2") OWNED ("R3") OWNED ("R4") OWNED ("R5") } },
  { "owner-overloaded", TL_SEVERITY_WATCH,
    { .more = RISKS RISK ("R2", "3 | 5") RISK ("R3", "3 | 5") RISK ("R4", "3 | 5") RISK ("R5", "3 | 5") "\n"
        OWNERSHIP OWNED ("R2") OWNED ("R3") OWNED ("R4") OWNED ("R5") },
    { .more = RISKS RISK ("R2", "3 | 5") RISK ("R3", "3 | 5") RISK ("R4", "3 | 5") RISK ("R5", "2 | 5") "\n"
        OWNERSHIP OWNED ("R2") OWNED ("R3") OWNED ("R4") OWNED ("R5") } },
  /* 7 December is 184 days before; until is the first day on which it no longer holds. */
  { "owner-turnover", TL_SEVERITY_WATCH,
    { .more = OWNERSHIP "R1 | U3 | accountable | 2025-10-01 | 2025-12-08\nR1 | U4 | accountable | 2025-12-08 | 2025-12-09" },
    { .more = OWNERSHIP "R1 | U3 | accountable | 2025-10-01 | 2025-12-07\nR1 | U4 | accountable | 2025-12-08 | 2025-12-09" } },
  { "owner-turnover", TL_SEVERITY_WATCH,
    { .more = OWNERSHIP "R1 | U3 | accountable | 2026-02-01 | 2026-02-02\nR1 | U4 | accountable | 2026-03-01 | 2026-03-02" },
    { .more = OWNERSHIP "R1 | U3 | accountable | 2026-02-01 | 2026-02-01\nR1 | U4 | accountable | 2026-03-01 | 2026-03-02" } },
  /* Readings have nobody who recorded them, so they speak for themselves. */
  { "owner-own-witness", TL_SEVERITY_WATCH,
    { { "| care record | 2025-12-02", "| | 2025-12-02", "R1    |         | U2", "R1    |         | U1", "R1    |         | U4",
        "R1    |         | tomasz wrona" } },
    { { "| care record | 2025-12-02", "| | 2025-12-02", "R1    |         | U2", "R1    |         | U1" } } },
  { "owner-own-witness", TL_SEVERITY_WATCH,
    { { "| care record | 2025-12-02", "| | 2025-12-02", "R1    |         | U2", "R1    |         | U1", "R1    |         | U4",
        "R1    |         | U1" } },
    { { "R1    |         | U2", "R1    |         | U1", "R1    |         | U4", "R1    |         | U1" } } },
  { "owner-own-witness", TL_SEVERITY_WATCH,
    { { "| care record | 2025-12-02", "| | 2025-12-02", "E2  | 2026-05-20", "E2 | 2026-03-09", "R1    |         | U2",
        "R1    |         | U1", "R1    |         | U4", "R1    |         | U1" } },
    { { "| care record | 2025-12-02", "| | 2025-12-02", "E2  | 2026-05-20", "E2 | 2026-03-08", "R1    |         | U2",
        "R1    |         | U1", "R1    |         | U4", "R1    |         | U1" } } },
  { "support-missing", TL_SEVERITY_WATCH, { { SUPPORT, "" } }, { { SUPPORT, "R1 | U3 | supporting | 2026-06-09 |\n" } } },
  { "route-missing", TL_SEVERITY_WATCH,
    { { "| fortnightly | Oversight |", "| fortnightly | |" } }, { { "| fortnightly | Oversight |", "| fortnightly | Quality |" } } },
};

const guint test_n_owner_cases = G_N_ELEMENTS (test_owner_cases);
