/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-history-list.h"

#include <libglib-testing/signal-logger.h>

#include "support/test-store.h"
#include "support/test-taking-back.h"
#include "tl-store-merge.h"

/* 3 March 2026 at 23:30, UTC, in milliseconds since 1970: soon it is another day. */
#define EVENING G_GINT64_CONSTANT (1772580600000)

typedef struct
{
  TestDesk *desk;
  TlStore *store;
  TlId risk;
  TlId other;
  TlHistoryList *list;
} Fixture;

static TlStore *
open_at (TlStoreOrigin  origin,
         const char    *path,
         gint64         time)
{
  g_autoptr (TlIdSource) ids = tl_id_source_new_seeded (path != NULL ? path : "history", time);
  g_autoptr (GError) error = NULL;
  TlStore *store = test_store_open (origin, path, ids, &error);

  g_assert_no_error (error);
  return store;
}

static void
wait_until_listed (TlHistoryList *list)
{
  while (tl_history_list_get_loading (list))
    g_main_context_iteration (NULL, TRUE);
}

static guint
count (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (fixture->list));
}

static TlHistoryEntry *
wait_for_entry (TlHistoryItem *item)
{
  while (tl_history_item_get_entry (item) == NULL && tl_history_item_get_problem (item) == NULL)
    g_main_context_iteration (NULL, TRUE);
  return tl_history_item_get_entry (item);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->desk = test_desk_new ();
  fixture->store = open_at (TL_STORE_ORIGIN_NEW, NULL, EVENING);
  fixture->risk = test_store_add_risk (fixture->store, "R1", "Medicines");
  fixture->other = test_store_add_risk (fixture->store, "R2", "Staffing");
  test_store_rename_risk (fixture->store, &fixture->risk, "Medicines at night");
  fixture->list = tl_history_list_new (fixture->store);
  wait_until_listed (fixture->list);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_unref (fixture->list);
  test_store_close (fixture->store);
  test_desk_free (fixture->desk);
}

static void
test_latest_first (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (TlHistoryItem) first = g_list_model_get_item (G_LIST_MODEL (fixture->list), 0);
  g_autoptr (TlHistoryItem) again = g_list_model_get_item (G_LIST_MODEL (fixture->list), 0);
  g_autoptr (TlHistoryItem) last = g_list_model_get_item (G_LIST_MODEL (fixture->list), 3);
  const TlHistoryField *field;
  TlHistoryEntry *entry;

  g_assert_cmpuint (count (fixture), ==, 4);
  g_assert_true (first == again);
  entry = wait_for_entry (first);
  g_assert_cmpstr (tl_history_entry_get_what (entry), ==, "renamed R1 from “Medicines” to “Medicines at night”");
  g_assert_cmpstr (tl_history_entry_get_kind_words (entry), ==, "Edited");
  g_assert_cmpstr (tl_history_entry_get_clock (entry), ==, "23:30");
  g_assert_cmpuint (tl_history_entry_get_fields (entry)->len, ==, 1);
  field = tl_history_entry_get_fields (entry)->pdata[0];
  g_assert_cmpstr (field->place, ==, "Title of R1");
  g_assert_cmpstr (field->before, ==, "Medicines");
  g_assert_cmpstr (field->after, ==, "Medicines at night");
  g_assert_cmpstr (tl_history_entry_get_kind_words (wait_for_entry (last)), ==, "Made");
}

/* A field is shown whole, however long, and a new row by each of its fields. */
static void
test_fields_are_whole (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autofree char *text = g_strnfill (500, 'x');
  g_autoptr (TlHistoryItem) first = NULL, added = NULL;
  const TlHistoryField *field;

  test_store_rename_risk (fixture->store, &fixture->risk, text);
  wait_until_listed (fixture->list);
  first = g_list_model_get_item (G_LIST_MODEL (fixture->list), 0);
  field = tl_history_entry_get_fields (wait_for_entry (first))->pdata[0];
  g_assert_cmpstr (field->after, ==, text);

  added = g_list_model_get_item (G_LIST_MODEL (fixture->list), 2);
  g_assert_cmpuint (tl_history_entry_get_fields (wait_for_entry (added))->len, >=, 3);
  field = tl_history_entry_get_fields (wait_for_entry (added))->pdata[0];
  g_assert_cmpstr (field->place, ==, "R2 in Risks");
  g_assert_cmpstr (field->after, ==, "Added");
}

static void
assert_one_splice (GtSignalLogger *logger,
                   TlHistoryList  *list,
                   guint           position,
                   guint           n_removed,
                   guint           n_added)
{
  guint place, gone, come;

  gt_signal_logger_assert_emission_pop (logger, list, "items-changed", &place, &gone, &come);
  g_assert_cmpuint (place, ==, position);
  g_assert_cmpuint (gone, ==, n_removed);
  g_assert_cmpuint (come, ==, n_added);
  gt_signal_logger_assert_no_emissions (logger);
}

/* A new change comes to the top by itself; nothing else moves, and what rows are called is read anew. */
static void
test_follows (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GtSignalLogger) logger = gt_signal_logger_new ();
  g_autoptr (TlHistoryItem) before = g_list_model_get_item (G_LIST_MODEL (fixture->list), 0), same = NULL, top = NULL;

  wait_for_entry (before);
  gt_signal_logger_connect (logger, fixture->list, "items-changed");
  test_store_rename_risk (fixture->store, &fixture->other, "Staffing at night");
  wait_until_listed (fixture->list);
  assert_one_splice (logger, fixture->list, 0, 0, 1);
  same = g_list_model_get_item (G_LIST_MODEL (fixture->list), 1);
  g_assert_true (same == before);

  g_assert_true (test_store_undo (fixture->store, NULL));
  wait_until_listed (fixture->list);
  assert_one_splice (logger, fixture->list, 0, 0, 1);
  top = g_list_model_get_item (G_LIST_MODEL (fixture->list), 0);
  g_assert_cmpstr (tl_history_entry_get_kind_words (wait_for_entry (top)), ==, "Taken back");
}

/* What another copy brings stands where it belongs by its time. */
static void
test_a_merge (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *path = test_desk_path (fixture->desk, "ours.throughline");
  g_autofree char *other_path = test_desk_path (fixture->desk, "theirs.throughline");
  g_autofree char *content = NULL;
  g_autoptr (GFile) other_file = g_file_new_for_path (other_path);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  TlStore *other;
  gsize length;
  gint64 last = G_MAXINT64;

  test_store_save (fixture->store, path);
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_assert_true (g_file_set_contents (other_path, content, (gssize) length, NULL));
  other = open_at (TL_STORE_ORIGIN_FILE, other_path, EVENING + 1000);
  test_store_rename_risk (other, &fixture->other, "Elsewhere");
  test_store_save (other, other_path);
  test_store_close (other);

  g_clear_object (&fixture->list);
  test_store_close (fixture->store);
  fixture->store = open_at (TL_STORE_ORIGIN_FILE, path, EVENING + 5000);
  fixture->list = tl_history_list_new (fixture->store);
  test_store_rename_risk (fixture->store, &fixture->risk, "Here");
  wait_until_listed (fixture->list);
  g_assert_cmpuint (count (fixture), ==, 5);

  tl_store_merge_async (fixture->store, other_file, NULL, test_keep_cb, &result);
  test_wait_for (&result);
  tl_merge_result_free (tl_store_merge_finish (fixture->store, result, &error));
  g_assert_no_error (error);
  wait_until_listed (fixture->list);
  g_assert_cmpuint (count (fixture), ==, 7);
  for (guint i = 0; i < count (fixture); i++)
    {
      g_autoptr (TlHistoryItem) item = g_list_model_get_item (G_LIST_MODEL (fixture->list), i);

      g_assert_cmpint (tl_history_item_get_time (item), <=, last);
      last = tl_history_item_get_time (item);
      if (i == 0)
        g_assert_cmpstr (tl_history_entry_get_kind_words (wait_for_entry (item)), ==, "Merged");
      if (i == 2)
        g_assert_cmpstr (tl_history_entry_get_what (wait_for_entry (item)), ==, "renamed R2 from “Staffing” to “Elsewhere”");
    }
}

static void
test_filtered (Fixture       *fixture,
               gconstpointer  data)
{
  const TlId nobody = { { 9 } };
  g_autoptr (GtSignalLogger) logger = gt_signal_logger_new ();
  guint position;
  TlDigest change;
  g_autoptr (TlHistoryItem) staffing = g_list_model_get_item (G_LIST_MODEL (fixture->list), 1);

  change = *tl_history_item_get_id (staffing);
  gt_signal_logger_connect (logger, fixture->list, "items-changed");
  tl_history_list_set_filter (fixture->list, &fixture->risk, NULL);
  wait_until_listed (fixture->list);
  g_assert_cmpuint (count (fixture), ==, 2);
  g_assert_false (tl_history_list_find (fixture->list, &change, &position));
  tl_history_list_set_filter (fixture->list, NULL, &nobody);
  wait_until_listed (fixture->list);
  g_assert_cmpuint (count (fixture), ==, 0);
  tl_history_list_set_filter (fixture->list, NULL, tl_id_source_get_actor (tl_store_get_ids (fixture->store)));
  wait_until_listed (fixture->list);
  g_assert_cmpuint (count (fixture), ==, 4);
  g_assert_true (tl_history_list_find (fixture->list, &change, &position));
  g_assert_cmpuint (position, ==, 1);
  while (gt_signal_logger_get_n_emissions (logger) > 0)
    gt_signal_logger_pop_emission (logger, NULL, NULL, NULL, NULL);

  /* A change of another risk is nothing to this one. */
  tl_history_list_set_filter (fixture->list, &fixture->risk, NULL);
  wait_until_listed (fixture->list);
  while (gt_signal_logger_get_n_emissions (logger) > 0)
    gt_signal_logger_pop_emission (logger, NULL, NULL, NULL, NULL);
  test_store_rename_risk (fixture->store, &fixture->other, "Another");
  wait_until_listed (fixture->list);
  gt_signal_logger_assert_no_emissions (logger);
}

/* Changes of a day stand together, by this computer's clock. */
static void
test_days (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *path = test_desk_path (fixture->desk, "days.throughline");
  g_autoptr (TlHistoryItem) first = NULL, last = NULL;
  guint start, end;

  tl_history_list_get_day_span (fixture->list, 2, &start, &end);
  g_assert_cmpuint (start, ==, 0);
  g_assert_cmpuint (end, ==, 4);

  test_store_save (fixture->store, path);
  g_clear_object (&fixture->list);
  test_store_close (fixture->store);
  fixture->store = open_at (TL_STORE_ORIGIN_FILE, path, EVENING + 3600 * 1000);
  test_store_rename_risk (fixture->store, &fixture->risk, "After midnight");
  test_store_rename_risk (fixture->store, &fixture->risk, "Later");
  fixture->list = tl_history_list_new (fixture->store);
  wait_until_listed (fixture->list);
  tl_history_list_get_day_span (fixture->list, 1, &start, &end);
  g_assert_cmpuint (start, ==, 0);
  g_assert_cmpuint (end, ==, 2);
  tl_history_list_get_day_span (fixture->list, 2, &start, &end);
  g_assert_cmpuint (start, ==, 2);
  g_assert_cmpuint (end, ==, 6);
  first = g_list_model_get_item (G_LIST_MODEL (fixture->list), 0);
  last = g_list_model_get_item (G_LIST_MODEL (fixture->list), 5);
  g_assert_cmpint (tl_history_item_get_day (first), ==, tl_day_new (2026, 3, 4));
  g_assert_cmpint (tl_history_item_get_day (last), ==, tl_day_new (2026, 3, 3));
}

/* However long it is, only what is looked at is there. */
static void
test_only_what_is_looked_at (Fixture       *fixture,
                             gconstpointer  data)
{
  gpointer gone = NULL;
  TlHistoryItem *item;

  for (guint i = 0; i < 120; i++)
    {
      g_autofree char *title = g_strdup_printf ("Title %u", i);

      test_store_rename_risk (fixture->store, &fixture->risk, title);
    }
  wait_until_listed (fixture->list);
  g_assert_cmpuint (count (fixture), ==, 124);
  item = g_list_model_get_item (G_LIST_MODEL (fixture->list), 60);
  g_assert_nonnull (wait_for_entry (item));
  gone = item;
  g_object_add_weak_pointer (G_OBJECT (item), &gone);
  g_object_unref (item);
  g_assert_null (gone);

  /* What is let go before it was read isn't read. */
  item = g_list_model_get_item (G_LIST_MODEL (fixture->list), 61);
  gone = item;
  g_object_add_weak_pointer (G_OBJECT (item), &gone);
  g_object_unref (item);
  g_assert_null (gone);
}

/* What is in the way of taking a change back is named, and can be found. */
static void
test_in_the_way (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (TlHistoryItem) rename = g_list_model_get_item (G_LIST_MODEL (fixture->list), 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) history = NULL;
  TlHistoryQuery query = { .most = 1 };
  TlDigest change;

  test_store_rename_risk (fixture->store, &fixture->risk, "Later");
  history = test_store_list_history (fixture->store, &query);
  g_assert_false (test_store_take_back (fixture->store, tl_history_item_get_id (rename), &error));
  g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_CONFLICT);
  tl_history_item_set_problem (rename, error);
  g_assert_cmpstr (tl_history_item_get_problem (rename), ==, error->message);
  g_assert_true (tl_history_item_get_in_the_way (rename, &change));
  g_assert_true (tl_digest_equal (&change, tl_history_entry_get_id (history->pdata[0])));
  tl_history_item_set_problem (rename, NULL);
  g_assert_false (tl_history_item_get_in_the_way (rename, &change));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/history-list/latest-first", Fixture, NULL, set_up, test_latest_first, tear_down);
  g_test_add ("/history-list/fields-are-whole", Fixture, NULL, set_up, test_fields_are_whole, tear_down);
  g_test_add ("/history-list/follows", Fixture, NULL, set_up, test_follows, tear_down);
  g_test_add ("/history-list/a-merge", Fixture, NULL, set_up, test_a_merge, tear_down);
  g_test_add ("/history-list/filtered", Fixture, NULL, set_up, test_filtered, tear_down);
  g_test_add ("/history-list/days", Fixture, NULL, set_up, test_days, tear_down);
  g_test_add ("/history-list/only-what-is-looked-at", Fixture, NULL, set_up, test_only_what_is_looked_at, tear_down);
  g_test_add ("/history-list/in-the-way", Fixture, NULL, set_up, test_in_the_way, tear_down);
  return g_test_run ();
}
