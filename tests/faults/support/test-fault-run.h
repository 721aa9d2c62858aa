/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "test-fault.h"
#include "test-fault-operations.h"

G_BEGIN_DECLS

/* Lets each operation fail at each point, and looks what is left of the document. */

typedef struct
{
  TestFaultLayer layer;
  const TestFaultKind *kinds;
  guint n_kinds;
} TestFaultPlan;

void test_fault_run_add     (const TestFaultPlan *plan,
                             const char          *path);
void test_fault_run_report  (void);

G_END_DECLS
