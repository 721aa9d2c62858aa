/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>

#include "bench-workbook.h"
#include "test-store.h"
#include "tl-assessment.h"

/* Measured against a workbook that isn't what it says it is, nothing means anything. */

static TlStore *
write_workbook (const BenchSize *size,
                guint32          seed)
{
  TlStore *store = test_store_new ("bench");

  bench_workbook_write (store, size, seed);
  return store;
}

static void
test_size (void)
{
  static const BenchSize sizes[] = { { 1, 1, 3, 5 }, { 3, 7, 50, 401 }, { 12, 4, 9, 1000 }, { 2, 3, 0, 0 } };
  g_autoptr (TestDesk) desk = test_desk_new ();

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      TlStore *store = write_workbook (&sizes[i], i);
      g_autoptr (TlSnapshot) snapshot = test_store_load (store);
      guint locations = 0;

      for (guint j = 0; j < tl_snapshot_count (snapshot, TL_TABLE_PLACE); j++)
        locations += ((const TlPlaceFacts *) tl_snapshot_get (snapshot, TL_TABLE_PLACE, j))->kind
                     == TL_PLACE_KIND_LOCATION;
      g_assert_cmpuint (locations, ==, sizes[i].locations);
      g_assert_cmpuint (tl_snapshot_count (snapshot, TL_TABLE_RISK), ==, sizes[i].risks);
      g_assert_cmpuint (tl_snapshot_count (snapshot, TL_TABLE_EVIDENCE), ==, sizes[i].evidence);
      g_assert_cmpuint (tl_snapshot_count (snapshot, TL_TABLE_READING), ==, sizes[i].readings);
      test_store_close (store);
    }
}

static void
test_repeats (void)
{
  static const BenchSize size = { 4, 6, 40, 300 };
  g_autoptr (TestDesk) desk = test_desk_new ();
  TlStore *first = write_workbook (&size, 1), *again = write_workbook (&size, 1), *other = write_workbook (&size, 2);
  g_autofree char *print_first = tl_store_get_fingerprint (first);
  g_autofree char *print_again = tl_store_get_fingerprint (again);
  g_autofree char *print_other = tl_store_get_fingerprint (other);

  g_assert_cmpstr (print_first, ==, print_again);
  g_assert_cmpstr (print_first, !=, print_other);
  test_store_close (first);
  test_store_close (again);
  test_store_close (other);
}

/* Where nothing or everything was found, checks would have it easy. */
static void
test_is_worth_assessing (void)
{
  static const BenchSize size = { 6, 60, 900, 9000 };
  g_autoptr (TestDesk) desk = test_desk_new ();
  TlStore *store = write_workbook (&size, 1);
  g_autoptr (TlSnapshot) snapshot = test_store_load (store);
  g_autoptr (TlAssessment) assessment = tl_assessment_new (snapshot, tl_snapshot_get_today (snapshot));
  guint sound[TL_N_LINE_LINKS] = { 0 }, n_closed = 0, n_risks = tl_assessment_get_n_risks (assessment);

  for (guint i = 0; i < n_risks; i++)
    {
      const TlRiskJudgement *risk = tl_assessment_get_risk (assessment, i);

      n_closed += risk->state != TL_RISK_STATE_OPEN;
      for (guint j = 0; j < TL_N_LINE_LINKS; j++)
        sound[j] += risk->line[j].state == TL_LINK_STATE_SOUND;
    }
  g_assert_cmpuint (n_risks, ==, size.risks);
  g_assert_cmpuint (n_closed, >, 0);
  g_assert_cmpuint (n_closed, <, n_risks);
  for (guint j = 0; j < TL_N_LINE_LINKS; j++)
    {
      g_test_message ("link %u: %u of %u sound", j + 1, sound[j], n_risks);
      g_assert_cmpuint (sound[j], >, 0);
      g_assert_cmpuint (sound[j], <, n_risks);
    }
  g_assert_cmpuint (tl_assessment_get_n_findings (assessment), >, n_risks);
  test_store_close (store);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bench-workbook/size", test_size);
  g_test_add_func ("/bench-workbook/repeats", test_repeats);
  g_test_add_func ("/bench-workbook/is-worth-assessing", test_is_worth_assessing);
  return g_test_run ();
}
