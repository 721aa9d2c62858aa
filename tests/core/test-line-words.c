/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-assessment.h"

#include "support/test-workbook.h"

static void
check_found (const char *origin,
             const char *reference,
             const char *expected)
{
  g_autofree char *risk = g_strdup_printf ("Risks\n"
                                           "Ref | Title | Origin | Origin reference | Baseline issue\n"
                                           "R1 | Medicine gaps | %s | %s | Doses unsigned. Nobody knew.\n",
                                           origin, reference);
  g_autoptr (TlSnapshot) snapshot = test_workbook_read (risk, NULL);
  g_autoptr (TlAssessment) assessment = tl_assessment_new (snapshot, tl_day_new (2026, 6, 9));

  g_assert_cmpstr (tl_assessment_get_risk (assessment, 0)->line[TL_LINE_LINK_FOUND - 1].ground, ==, expected);
}

/* Where a risk was found is said once, whether or not the reference says it too. */
static void
test_origin_is_said_once (void)
{
  check_found ("inspection", "Inspection of 14 October, page 9", "Inspection of 14 October, page 9: Doses unsigned");
  check_found ("inspection", "INS-334", "Inspection, INS-334: Doses unsigned");
  check_found ("audit", "", "Audit: Doses unsigned");
  check_found ("", "", "Doses unsigned");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/line-words/origin-once", test_origin_is_said_once);
  return g_test_run ();
}
