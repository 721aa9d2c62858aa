/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-taking-back.h"

#include "test-dump.h"
#include "test-store.h"

static gboolean
finish (TlStore       *store,
        GAsyncResult **result,
        GError       **error)
{
  g_autoptr (TlChange) change = tl_store_take_back_finish (store, test_wait_for (result), error);

  g_assert_true (change == NULL || tl_change_is_sealed (change));
  return change != NULL;
}

gboolean
test_store_undo (TlStore  *store,
                 GError  **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  tl_store_undo_async (store, NULL, test_keep_cb, &result);
  return finish (store, &result, error);
}

gboolean
test_store_redo (TlStore  *store,
                 GError  **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  tl_store_redo_async (store, NULL, test_keep_cb, &result);
  return finish (store, &result, error);
}

gboolean
test_store_take_back (TlStore         *store,
                      const TlDigest  *change,
                      GError         **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  tl_store_take_back_async (store, change, NULL, test_keep_cb, &result);
  return finish (store, &result, error);
}

/* What undo and redo would do, in words; %NULL for nothing. */
void
test_store_find_undo (TlStore  *store,
                      char    **undo,
                      char    **redo)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (TlHistoryEntry) first = NULL, second = NULL;
  g_autoptr (GError) error = NULL;

  tl_store_find_undo_async (store, NULL, test_keep_cb, &result);
  tl_store_find_undo_finish (store, test_wait_for (&result), &first, &second, &error);
  g_assert_no_error (error);
  *undo = first != NULL ? g_strdup (tl_history_entry_get_what (first)) : NULL;
  *redo = second != NULL ? g_strdup (tl_history_entry_get_what (second)) : NULL;
}

GPtrArray *
test_store_list_history (TlStore              *store,
                         const TlHistoryQuery *query)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *page;

  tl_store_list_history_async (store, query, NULL, test_keep_cb, &result);
  page = tl_store_list_history_finish (store, test_wait_for (&result), &error);
  g_assert_no_error (error);
  return page;
}

TlSnapshot *
test_store_load_recorded (TlStore  *store,
                          gint64    time,
                          GError  **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  tl_store_load_recorded_async (store, time, NULL, test_keep_cb, &result);
  return tl_store_load_recorded_finish (store, test_wait_for (&result), NULL, NULL, error);
}

char *
test_store_dump (TlStore *store)
{
  g_autoptr (TlSnapshot) snapshot = test_store_load (store);

  return test_dump (snapshot, TRUE);
}
