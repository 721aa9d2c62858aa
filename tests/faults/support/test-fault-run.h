/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "test-fault-trial.h"

G_BEGIN_DECLS

/* Lets each operation fail at each point, and looks what is left of the document. */

typedef struct
{
  TestFaultLayer layer;
  const TestFaultKind *kinds;
  guint n_kinds;
} TestFaultPlan;

/* How much is tried: some of the calls that are alike, the first of each and maybe the last, or every one. */
typedef enum
{
  TEST_TRY_SOME,
  TEST_TRY_FIRST,
  TEST_TRY_FIRST_AND_LAST,
  TEST_TRY_EACH,
} TestExtent;

GArray *test_fault_choose (GPtrArray  *points,
                           TestExtent  extent,
                           guint       turn);
void    test_fault_run_add (const TestFaultPlan *plan,
                            const char          *path);

G_END_DECLS
