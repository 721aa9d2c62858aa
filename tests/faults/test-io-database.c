/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-fault-run.h"

/* Any call of the database to its files may fail. */

static const TestFaultKind kinds[] = { TEST_FAULT_BROKEN, TEST_FAULT_FULL, TEST_FAULT_SHORT, TEST_FAULT_UNSYNCED };
static const TestFaultPlan plan = { TEST_FAULT_DATABASE, kinds, G_N_ELEMENTS (kinds) };

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  test_fault_install ();
  test_fault_run_add (&plan, "/faults/io-database");
  result = g_test_run ();
  return test_trial_report () ? result : 1;
}
