/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-asking.h"

#include "test-store.h"

TlSnapshot *
test_store_try_load (TlStore  *store,
                     GError  **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  tl_store_load_async (store, NULL, test_keep_cb, &result);
  return tl_store_load_finish (store, test_wait_for (&result), error);
}

TlVerification *
test_store_try_verify (TlStore  *store,
                       GError  **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  tl_store_verify_async (store, NULL, NULL, NULL, NULL, test_keep_cb, &result);
  return tl_store_verify_finish (store, test_wait_for (&result), error);
}

/* How many fields both have set differently is told where somebody wants to know. */
gboolean
test_store_try_merge (TlStore     *store,
                      const char  *path,
                      guint       *n_conflicts,
                      GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (TlMergeResult) merged = NULL;

  tl_store_merge_async (store, file, NULL, test_keep_cb, &result);
  merged = tl_store_merge_finish (store, test_wait_for (&result), error);
  if (merged != NULL && n_conflicts != NULL)
    *n_conflicts = merged->n_conflicts;
  return merged != NULL;
}

/* The latest page of the history. */
gboolean
test_store_try_list (TlStore  *store,
                     GError  **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) page = NULL;
  TlHistoryQuery query = { .most = 50 };

  tl_store_list_history_async (store, &query, NULL, test_keep_cb, &result);
  page = tl_store_list_history_finish (store, test_wait_for (&result), error);
  return page != NULL;
}
