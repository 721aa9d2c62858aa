/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-sample.h"

#include "test-folder.h"
#include "test-store.h"
#include "tl-import-plan.h"

/* @folder: where the sheets are */
TlSnapshot *
test_sample_read (const char *folder)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  TlStore *store = test_store_new ("sample");
  g_autoptr (TlSnapshot) empty = test_store_load (store);
  g_autoptr (TlImportPlan) plan = tl_import_plan_new (empty, test_folder_read (folder));
  TlChange *change = tl_import_plan_get_change (plan, FALSE);
  TlSnapshot *snapshot;

  g_assert_cmpuint (tl_import_plan_get_n_problems (plan), ==, 0);
  g_assert_nonnull (change);
  test_store_apply (store, change);
  snapshot = test_store_load (store);
  test_store_close (store);
  return snapshot;
}
