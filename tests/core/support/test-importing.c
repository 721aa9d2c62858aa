/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-importing.h"

#include "test-store.h"

guint
test_import (TlStore  *document,
             TlSheets *sheets)
{
  g_autoptr (TlSnapshot) existing = test_store_load (document);
  g_autoptr (TlImportPlan) plan = tl_import_plan_new (existing, sheets);
  TlChange *change = tl_import_plan_get_change (plan, FALSE);
  guint n_edits;

  for (guint i = 0; i < tl_import_plan_get_n_problems (plan); i++)
    {
      g_autofree char *text = tl_import_problem_to_text (tl_import_plan_get_problem (plan, i));

      g_test_message ("%s", text);
    }
  g_assert_nonnull (change);
  n_edits = tl_change_get_n_edits (change);
  if (n_edits > 0)
    test_store_apply (document, change);
  return n_edits;
}
