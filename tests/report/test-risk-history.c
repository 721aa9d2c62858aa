/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The history of a risk: what happened, in its order, and nothing of what is dated later. */
#include "report-reader.h"

#include <string.h>

static const char *workbook =
  "Workbook\nKey | Value\nProvider | Quillbrook Care\n\n"
  "People\nRef | Name\nP1 | Tomasz Wrona\nP2 | Joan Ferriby\n\n"
  "Forums\nName | Level\nProvider oversight | provider\n\n"
  "Risks\nRef | Title | Opened\nR1 | Medicines record gaps | 2025-11-01\nR2 | Nothing since | 2025-11-01\n\n"
  "Ratings\nRisk | Date | Likelihood | Impact | Reason | By\nR1 | 2025-11-24 | 4 | 4 | As found | P2\n"
  "R1 | 2026-03-02 | 4 | 5 | A dose was missed | P1\nR1 | 2026-07-02 | 1 | 1 | Later than today | P1\n\n"
  "Ownership\nRisk | Person | Part | From | Until | Reason\n"
  "R1 | P2 | accountable | 2025-11-01 | 2025-12-03 | Named one lead\nR1 | P1 | accountable | 2025-12-03 | | \n\n"
  "Actions\nRef | Risk | Title | Person | Agreed | Due\nA1 | R1 | Observe rounds | P1 | 2025-12-08 | 2026-02-22\n\n"
  "Action events\nAction | Date | What | From | To | Reason\n"
  "A1 | 2026-02-20 | moved | 2026-02-22 | 2026-04-30 | Two were off sick\n\n"
  "Reviews\nRef | Date | Forum | Chair\nV1 | 2026-05-12 | Provider oversight | P2\nV2 | 2026-06-20 | Provider oversight | P2\n\n"
  "Decisions\nReview | Risk | Decision | Reason | By\nV1 | R1 | change | Show it on its own. | P2\n"
  "V2 | R1 | close | Not yet held. | P2\n";

static void
test_told (void)
{
  g_autoptr (TlAssessment) assessment = reader_assess (workbook);
  g_autoptr (GBytes) pdf = reader_print_kind (assessment, TL_REPORT_KIND_HISTORY, "R1");
  g_autofree char *text = reader_read_aloud (pdf);

  text_assert_order (text, "History of a risk", "R1 Medicines record gaps", "How it was rated", "24 Nov 2025", "4 × 4 = 16", "As found",
                     "Joan Ferriby", "2 Mar 2026", "4 × 5 = 20", "Who answered for it", "Joan Ferriby", "3 Dec 2025",
                     "Named one lead", "Tomasz Wrona", "What happened to its actions", "Observe rounds",
                     "moved from 22 Feb 2026 to 30 Apr 2026", "Two were off sick", "What was decided", "12 May 2026",
                     "change", "Show it on its own.", "What was written down, by whom and when", NULL);
  g_assert_null (strstr (text, "Later than today"));
  g_assert_null (strstr (text, "Not yet held"));
}

static void
test_nothing (void)
{
  g_autoptr (TlAssessment) assessment = reader_assess (workbook);
  g_autoptr (GBytes) pdf = reader_print_kind (assessment, TL_REPORT_KIND_HISTORY, "R2");
  g_autofree char *text = reader_read_aloud (pdf);

  text_assert_order (text, "No rating was written down", "No one was ever accountable.", "No action was moved",
                     "No review decided anything on it.", "No change is kept of it.", NULL);
  pdf_assert_sound (pdf);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/risk-history/told", test_told);
  g_test_add_func ("/risk-history/nothing", test_nothing);

  return g_test_run ();
}
