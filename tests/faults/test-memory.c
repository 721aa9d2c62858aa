/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-fault-run.h"

/* Any memory that SQLite asks for may not be there. */

static const TestFaultKind kinds[] = { TEST_FAULT_NO_MEMORY };
static const TestFaultPlan plan = { TEST_FAULT_MEMORY, kinds, G_N_ELEMENTS (kinds) };

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  test_fault_install ();
  test_fault_run_add (&plan, "/faults/memory");
  result = g_test_run ();
  return test_trial_report () ? result : 1;
}
