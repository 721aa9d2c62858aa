/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The action plan, in the field order of CQC's report on actions. */
#include "report-reader.h"

#include <string.h>

static const char *workbook =
  "Workbook\nKey | Value\nProvider | Quillbrook Care\n\n"
  "Places\nRef | Name | Kind\nTAN | Tansy House | location\n\n"
  "People\nRef | Name | Role\nP1 | Tomasz Wrona | Medicines lead\nP2 | Delphine Asante | Quality lead\n\n"
  "Forums\nName | Level\nProvider oversight | provider\n\n"
  "Risks\n"
  "Ref | Title | Origin | Origin reference | Regulations | Baseline issue | Immediate control | Intended outcome | Opened | Forum | Regulated activity | Resources | Resources available | Effect until then | Checked by\n"
  "R1 | Medicines record gaps | inspection | 14 October 2025 | 12; 2009/18; 99 | Gaps in one of ten entries. | Two people sign. | Every medicine given. | 2025-11-01 | Provider oversight | Personal care | Ten hours a week | Yes | A missed dose is checked. | P2\n"
  "R2 | Nothing filled in | | | | | | | 2025-11-01 | | | | | | \n"
  "R3 | Two who answer | | | 9 | Late. | | Better. | 2025-11-01 | | | Time | | | \n\n"
  "Ownership\nRisk | Person | Part | From\nR1 | P1 | accountable | 2025-12-03\nR3 | P1 | accountable | 2026-01-01\n"
  "R3 | P2 | accountable | 2026-01-01\n\n"
  "Measures\n"
  "Ref | Risk | Title | Kind | Unit | Direction | Target | Target date | Baseline | Period | Hold for | Role | Defined\n"
  "M1 | R1 | Entries complete | proportion | entries | at least | 95 | 2026-06-30 | 88 | monthly | 3 | primary | 2025-11-20\n\n"
  "Expected evidence\nRisk | Source | Every | Person | Recorded in | From\n"
  "R1 | observation | monthly | P2 | competency file | 2025-12-01\n\n"
  "Actions\nRef | Risk | Title | Expected result | Person | Place | Agreed | Due | Done\n"
  "A1 | R1 | One lead | One name for every gap | P1 | | 2025-12-08 | 2025-12-22 | 2025-12-22\n"
  "A2 | R1 | Observe two rounds | | P1 | TAN | 2026-01-10 | 2026-05-31 | \n"
  "A3 | R1 | Sheets checked | | | | 2026-01-10 | 2026-07-14 | \n"
  "A4 | R3 | No date yet | | P1 | | 2026-01-10 | | \n";

static void
test_order (void)
{
  g_autoptr (TlAssessment) assessment = reader_assess (workbook);
  g_autoptr (GBytes) pdf = reader_print_kind (assessment, TL_REPORT_KIND_ACTION_PLAN, "R1");
  g_autofree char *text = reader_read_aloud (pdf);

  text_assert_order (text, "Action plan", "R1 Medicines record gaps",
                     "Regulated activity", "Personal care.",
                     "Regulation", "Regulation 12: Safe care and treatment.",
                     "Regulation 18: Other incidents (Registration Regulations 2009).", "Regulation 99.",
                     "How the regulation was not being met", "Gaps in one of ten entries.", "14 October 2025",
                     "What will be done, and what it is intended to achieve", "Every medicine given.",
                     "One lead", "One name for every gap", "Tomasz Wrona", "done 22 Dec",
                     "Observe two rounds (Tansy House)", "31 May, overdue", "Sheets checked", "No one", "14 Jul",
                     "Who is responsible for the action", "Tomasz Wrona, Medicines lead.",
                     "improvements have been made and are sustainable", "Entries complete: at least 95 % by 30 June 2026, held for 3 months.",
                     "Observation, monthly, kept by Delphine Asante, competency file", "Provider oversight reviews it",
                     "Who is responsible for that", "Delphine Asante, Quality lead.",
                     "Resources needed, and whether they are available", "Ten hours a week.", "Available: Yes.",
                     "Date actions will be completed", "14 July 2026, when the last open action is due.",
                     "How people will be affected until then", "A missed dose is checked.", "Two people sign.", NULL);
}

/* What isn't recorded is said where it should stand, and nothing is claimed instead. */
static void
test_empty_fields (void)
{
  g_autoptr (TlAssessment) assessment = reader_assess (workbook);
  g_autoptr (GBytes) empty = reader_print_kind (assessment, TL_REPORT_KIND_ACTION_PLAN, "R2");
  g_autoptr (GBytes) several = reader_print_kind (assessment, TL_REPORT_KIND_ACTION_PLAN, "R3");
  g_autofree char *nothing = reader_read_aloud (empty);
  g_autofree char *two = reader_read_aloud (several);

  text_assert_order (nothing, "No regulated activity is named.", "No regulation is named.", "It doesn’t say what was wrong.",
                     "It doesn’t say what it is intended to achieve.", "No action has been agreed.",
                     "No one is accountable.", "No measure says when it is better.",
                     "No source is expected to report on it.", "No one is named to check it.", "No resources are named.",
                     "No date is agreed.", "It doesn’t say how people are affected.", NULL);
  reader_assert_said (two, "2 people are recorded as accountable; it must be one.");
  g_assert_null (strstr (two, "Tomasz Wrona, Medicines lead."));
  reader_assert_said (two, "It doesn’t say whether they are available.");
  reader_assert_said (two, "Not said: 1 action has no due date.");
  reader_assert_said (two, "Regulation 9: Person-centred care.");
}

/* Every risk, each beginning a page and found by a bookmark. */
static void
test_all (void)
{
  g_autoptr (TlAssessment) assessment = reader_assess (workbook);
  g_autoptr (GBytes) pdf = reader_print_kind (assessment, TL_REPORT_KIND_ACTION_PLAN, NULL);
  g_autofree char *unpacked = pdf_unpacked (pdf);
  g_autofree char *structure = pdf_structure (pdf);

  g_assert_cmpuint (pdf_n_pages (pdf), >=, 3);
  g_assert_cmpuint (text_count (unpacked, "/Title (R"), ==, 3);
  text_assert_order (structure, "H1", "\"Action plan\"", "H2", "\"R1 Medicines record gaps\"", "H3", "\"Regulated activity\"",
                     "Table", "TH", "H2", "\"R2 Nothing filled in\"", NULL);
  pdf_assert_sound (pdf);
  pdf_assert_grey (pdf);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *data = NULL;

  g_test_init (&argc, &argv, NULL);
  data = g_test_build_filename (G_TEST_DIST, "..", "data", NULL);
  g_setenv ("THROUGHLINE_DATA_DIR", data, TRUE);

  g_test_add_func ("/action-plan/order", test_order);
  g_test_add_func ("/action-plan/empty-fields", test_empty_fields);
  g_test_add_func ("/action-plan/all", test_all);

  return g_test_run ();
}
