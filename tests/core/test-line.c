/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-assessment.h"

#include "support/test-workbook.h"

static void
test_risk_without_anything (void)
{
  g_autoptr (TlSnapshot) snapshot = test_workbook_read ("Risks\nRef | Title\nR1 | Nothing known", NULL);
  g_autoptr (TlAssessment) assessment = tl_assessment_new (snapshot, tl_day_new (2026, 6, 9));
  const TlRiskJudgement *risk;

  g_assert_cmpuint (tl_assessment_get_n_risks (assessment), ==, 1);
  risk = tl_assessment_get_risk (assessment, 0);
  g_assert_cmpint (risk->state, ==, TL_RISK_STATE_OPEN);
  g_assert_cmpint (risk->band, ==, TL_BAND_MEDIUM);
  g_assert_cmpint (risk->position, ==, TL_LINE_LINK_FOUND);
  for (int i = 0; i < TL_N_LINE_LINKS; i++)
    {
      const TlLinkJudgement *link = &risk->line[i];
      gboolean even = i + 1 == TL_LINE_LINK_EVEN;

      /* Without places there is nothing to be uneven. */
      g_assert_cmpint (link->state, ==, even ? TL_LINK_STATE_SOUND : TL_LINK_STATE_MISSING);
      g_assert_cmpstr (link->ground, !=, "");
      g_assert_cmpint (link->lacking[0] == NULL, ==, even);
      g_assert_cmpint (link->remedy == NULL, ==, even);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/line/risk-without-anything", test_risk_without_anything);
  return g_test_run ();
}
