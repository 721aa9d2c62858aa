/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/test-checks.h"

#define EVIDENCE "Evidence\nRef | Date | Source | Finding | Verdict | Risks\n"
#define NO_READINGS "| care record | 2025-12-02", "| | 2025-12-02"
#define E2(date) "E2  | 2026-05-20", "E2 | " date
#define E3(date) "E3  | 2026-05-25", "E3 | " date

const TestCheckCase test_evidence_cases[] = {
  /* Twice a fortnight is less than a month, so it is 31 days. */
  { "evidence-none", TL_SEVERITY_ACT,
    { { NO_READINGS, E2 ("2026-05-08"), E3 ("2026-05-08") } }, { { NO_READINGS, E2 ("2026-05-09"), E3 ("2026-05-08") } } },
  { "evidence-none", TL_SEVERITY_ACT,
    { { NO_READINGS, E2 ("2026-04-07"), E3 ("2026-04-07"), "| fortnightly |", "| monthly |" } },
    { { NO_READINGS, E2 ("2026-04-07"), E3 ("2026-04-08"), "| fortnightly |", "| monthly |" } } },
  { "evidence-none", TL_SEVERITY_ACT,
    { { NO_READINGS, E2 ("2026-05-08"), E3 ("2026-05-08"), "2025-12-01\n\nOwnership", "2026-05-09\n\nOwnership" } },
    { { NO_READINGS, E2 ("2026-05-08"), E3 ("2026-05-08"), "2025-12-01\n\nOwnership", "2026-05-10\n\nOwnership" } } },
  { "evidence-activity-only", TL_SEVERITY_ACT,
    { { NO_READINGS, "competency check       ", "minutes", "observation             |", "rota |", "feedback from relatives |", "policy |" } },
    { { NO_READINGS, "competency check       ", "minutes", "observation             |", "audit |", "feedback from relatives |", "policy |" } } },
  /* An audit without a verdict only shows that it was held; and a kind changed without a reason falls to activity. */
  { "evidence-activity-only", TL_SEVERITY_ACT,
    { { NO_READINGS, "competency check       ", "minutes", "observation             |", "rota |", "feedback from relatives |", "policy |" },
      EVIDENCE "E4 | 2026-06-01 | audit | Held | | R1" },
    { { NO_READINGS, "competency check       ", "minutes", "observation             |", "rota |", "feedback from relatives |", "policy |" },
      EVIDENCE "E4 | 2026-06-01 | audit | Held | mixed | R1" } },
  { "evidence-activity-only", TL_SEVERITY_ACT,
    { { NO_READINGS, "competency check       ", "minutes", "observation             |", "rota |", "feedback from relatives |", "policy |" },
      "Evidence\nRef | Date | Source | Finding | Kind | Why this kind | Risks\nE4 | 2026-06-01 | rota | Fewer gaps | outcome | | R1" },
    { { NO_READINGS, "competency check       ", "minutes", "observation             |", "rota |", "feedback from relatives |", "policy |" },
      "Evidence\nRef | Date | Source | Finding | Kind | Why this kind | Risks\nE4 | 2026-06-01 | rota | Fewer gaps | outcome | Counted | R1" } },
  { "evidence-thin", TL_SEVERITY_WATCH, { { E3 ("2026-03-08") } }, { { E3 ("2026-03-09") } } },
  { "evidence-thin", TL_SEVERITY_WATCH,
    { { NO_READINGS, E2 ("2026-03-08"), E3 ("2026-03-09") } }, { { NO_READINGS, E2 ("2026-03-08"), E3 ("2026-03-08") } } },
  { "evidence-late", TL_SEVERITY_WATCH, { { E2 ("2026-05-01") } }, { { E2 ("2026-05-02") } } },
  { "evidence-late", TL_SEVERITY_WATCH,
    { { "R1   | observation | monthly | U2     | 2025-12-01", "R1 | audit | monthly | U2 | 2026-05-01" } },
    { { "R1   | observation | monthly | U2     | 2025-12-01", "R1 | audit | monthly | U2 | 2026-05-02" } } },
  { "evidence-no-voice", TL_SEVERITY_WATCH, { { E3 ("2026-03-08") } }, { { E3 ("2026-03-09") } } },
  { "evidence-no-voice", TL_SEVERITY_WATCH,
    { { E3 ("2026-03-08") } },
    { { E3 ("2026-03-08"), "| Opened\n", "| Opened | Why no voice\n", "| L1; L2 | 2025-12-01\n", "| L1; L2 | 2025-12-01 | Stock is not seen\n" } } },
  /* A review on the day itself has decided on it. */
  { "evidence-contradicts", TL_SEVERITY_ACT,
    { .more = EVIDENCE "E4 | 2026-06-03 | complaint | A tablet was missed | contradicts | R1" },
    { .more = EVIDENCE "E4 | 2026-06-02 | complaint | A tablet was missed | contradicts | R1" } },
  { "evidence-contradicts", TL_SEVERITY_ACT,
    { { "V2     | R1   | continue | U3\n", "" }, EVIDENCE "E4 | 2026-03-09 | complaint | A tablet was missed | contradicts | R1" },
    { { "V2     | R1   | continue | U3\n", "" }, EVIDENCE "E4 | 2026-03-08 | complaint | A tablet was missed | contradicts | R1" } },
  { "evidence-unlinked", TL_SEVERITY_NOTE,
    { .more = EVIDENCE "E9 | 2026-06-09 | incident | A fall | |" }, { .more = EVIDENCE "E9 | 2026-06-10 | incident | A fall | |" } },
  { "evidence-unlinked", TL_SEVERITY_NOTE,
    { .more = EVIDENCE "E9 | 2026-06-09 | incident | A fall | |" }, { .more = EVIDENCE "E9 | 2026-06-09 | incident | A fall | | R1" } },
  { "assurance-unsupported", TL_SEVERITY_WATCH,
    { { NO_READINGS }, EVIDENCE "E4 | 2026-05-26 | minutes | All is well | supports | R1" },
    { { NO_READINGS }, EVIDENCE "E4 | 2026-05-25 | minutes | All is well | supports | R1" } },
  { "assurance-unsupported", TL_SEVERITY_WATCH,
    { { NO_READINGS }, EVIDENCE "E4 | 2026-06-01 | minutes | All is well | supports | R1" },
    { { NO_READINGS, E3 ("2026-05-26") }, EVIDENCE "E4 | 2026-06-01 | minutes | All is well | supports | R1" } },
};

const guint test_n_evidence_cases = G_N_ELEMENTS (test_evidence_cases);
