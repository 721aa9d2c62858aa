/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-workbook-conflicts.h"
#include "tl-workbook-undo.h"

#include <libglib-testing/signal-logger.h>

#include "support/test-store.h"
#include "support/test-taking-back.h"
#include "tl-store-merge.h"

/* A day in 2026, in milliseconds since 1970. */
#define TIME G_GINT64_CONSTANT (1767225600000)

/* One workbook on two desks; Ann's is the one that is looked at. */
typedef struct
{
  TestDesk *desk;
  char *path;
  char *other_path;
  TlWorkbook *workbook;
  TlId risk;
  TlId person;
  TlId ann;
  TlId jo;
} Fixture;

static TlStore *
open_as (const char *path,
         const TlId *actor,
         const char *name)
{
  g_autoptr (TlIdSource) ids = tl_id_source_new (actor, name);
  g_autoptr (GError) error = NULL;
  TlStore *store = test_store_open (TL_STORE_ORIGIN_FILE, path, ids, &error);

  g_assert_no_error (error);
  return store;
}

/* What Jo does on the other desk. */
static void
edit_there (Fixture  *fixture,
            TlChange *change)
{
  TlStore *store = open_as (fixture->other_path, &fixture->jo, "Jo Smith");

  test_store_apply (store, change);
  test_store_save (store, fixture->other_path);
  test_store_close (store);
}

static void
apply (TlWorkbook *workbook,
       TlChange   *change)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  tl_workbook_apply_async (workbook, change, NULL, test_keep_cb, &result);
  g_assert_true (tl_workbook_apply_finish (workbook, test_wait_for (&result), &error));
  g_assert_no_error (error);
}

static void
merge (Fixture *fixture)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->other_path);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  tl_store_merge_async (tl_workbook_get_store (fixture->workbook), file, NULL, test_keep_cb, &result);
  tl_merge_result_free (tl_store_merge_finish (tl_workbook_get_store (fixture->workbook), test_wait_for (&result), &error));
  g_assert_no_error (error);
}

static void
wait_until_there_are (Fixture *fixture,
                      guint    n)
{
  while (tl_workbook_get_n_conflicts (fixture->workbook) != n)
    g_main_context_iteration (NULL, TRUE);
}

static TlChange *
make_change (Fixture    *fixture,
             const char *title,
             const char *name)
{
  TlChange *change = tl_change_new ("test");

  if (title != NULL)
    tl_change_set_text (change, "risk", &fixture->risk, "title", title);
  if (name != NULL)
    tl_change_set_text (change, "person", &fixture->person, "name", name);
  return change;
}

static void
make_base (Fixture *fixture)
{
  g_autoptr (TlIdSource) ids = tl_id_source_new_seeded ("base", TIME);
  g_autoptr (TlChange) change = tl_change_new ("test");
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;
  TlStore *store = test_store_open (TL_STORE_ORIGIN_NEW, NULL, ids, &error);
  gsize length;

  g_assert_no_error (error);
  fixture->person = tl_id_source_make_id (ids);
  fixture->ann = tl_id_source_make_id (ids);
  fixture->jo = tl_id_source_make_id (ids);
  fixture->risk = test_store_add_risk (store, "R1", "Medicines");
  tl_change_add_row (change, "person", &fixture->person);
  tl_change_set_text (change, "person", &fixture->person, "ref", "P1");
  tl_change_set_text (change, "person", &fixture->person, "name", "Carla");
  tl_change_set_text (change, "person", &fixture->person, "role", "Manager");
  test_store_apply (store, change);
  test_store_save (store, fixture->path);
  test_store_close (store);
  g_assert_true (g_file_get_contents (fixture->path, &content, &length, NULL));
  g_assert_true (g_file_set_contents (fixture->other_path, content, (gssize) length, NULL));
}

/* Ann calls the risk and the person something, then Jo something else. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (TlIdSource) ids = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TlChange) ours = NULL, theirs = NULL;

  fixture->desk = test_desk_new ();
  fixture->path = test_desk_path (fixture->desk, "ours.throughline");
  fixture->other_path = test_desk_path (fixture->desk, "theirs.throughline");
  make_base (fixture);

  ids = tl_id_source_new (&fixture->ann, "Ann Archer");
  file = g_file_new_for_path (fixture->path);
  tl_workbook_open_async (TL_STORE_ORIGIN_FILE, file, ids, NULL, test_keep_cb, &result);
  fixture->workbook = tl_workbook_open_finish (test_wait_for (&result), &error);
  g_assert_no_error (error);
  ours = make_change (fixture, "Medicines at night", "Carla Dent");
  theirs = make_change (fixture, "Medicines by day", "Carla Dunn");
  apply (fixture->workbook, ours);
  edit_there (fixture, theirs);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  tl_workbook_close_async (fixture->workbook, test_keep_cb, &result);
  tl_workbook_close_finish (fixture->workbook, test_wait_for (&result), &error);
  g_assert_no_error (error);
  g_object_unref (fixture->workbook);
  g_free (fixture->path);
  g_free (fixture->other_path);
  test_desk_free (fixture->desk);
}

static TlConflictItem *
find_item (Fixture    *fixture,
           const char *column)
{
  GListModel *list = tl_workbook_get_conflicts (fixture->workbook);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TlConflictItem) item = g_list_model_get_item (list, i);

      if (g_str_equal (tl_conflict_item_get_conflict (item)->column, column))
        return item;
    }
  return NULL;
}

static const char *
get_title (Fixture *fixture)
{
  return tl_risk_get_title (tl_workbook_find_risk (fixture->workbook, &fixture->risk));
}

static gboolean
settle (Fixture         *fixture,
        TlConflictItem  *item,
        const TlValue   *value,
        GError         **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  tl_workbook_settle_async (fixture->workbook, item, value, NULL, test_keep_cb, &result);
  return tl_workbook_apply_finish (fixture->workbook, test_wait_for (&result), error);
}

static void
test_listed_when_a_merge_makes_them (Fixture       *fixture,
                                     gconstpointer  data)
{
  g_autoptr (GtSignalLogger) logger = gt_signal_logger_new ();
  const TlConflict *conflict;

  gt_signal_logger_connect (logger, fixture->workbook, "notify::n-conflicts");
  g_assert_cmpuint (tl_workbook_get_n_conflicts (fixture->workbook), ==, 0);
  merge (fixture);
  wait_until_there_are (fixture, 2);
  gt_signal_logger_assert_notify_emission_pop (logger, fixture->workbook, "n-conflicts");
  gt_signal_logger_assert_no_emissions (logger);

  conflict = tl_conflict_item_get_conflict (find_item (fixture, "title"));
  g_assert_cmpstr (conflict->place, ==, "Title of R1");
  g_assert_cmpstr (conflict->sides[0].who, ==, "Ann Archer");
  g_assert_cmpstr (conflict->sides[0].words, ==, "Medicines at night");
  g_assert_cmpstr (conflict->sides[1].who, ==, "Jo Smith");
  g_assert_cmpstr (conflict->sides[1].words, ==, "Medicines by day");
  g_assert_false (tl_conflict_item_is_shown (find_item (fixture, "title"), 0));
  g_assert_true (tl_conflict_item_is_shown (find_item (fixture, "title"), 1));
  g_assert_cmpstr (get_title (fixture), ==, "Medicines by day");
}

/* Each is one change, hence one undo; and taking it back opens it again. */
static void
test_settled_one_by_one (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (TlConflictItem) title = NULL;
  g_autoptr (GtSignalLogger) logger = gt_signal_logger_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  merge (fixture);
  wait_until_there_are (fixture, 2);
  title = g_object_ref (find_item (fixture, "title"));
  gt_signal_logger_connect (logger, tl_workbook_get_conflicts (fixture->workbook), "items-changed");

  g_assert_true (settle (fixture, title, &tl_conflict_item_get_conflict (title)->sides[0].value, &error));
  g_assert_no_error (error);
  wait_until_there_are (fixture, 1);
  g_assert_cmpstr (get_title (fixture), ==, "Medicines at night");
  g_assert_nonnull (find_item (fixture, "name"));
  g_assert_cmpuint (gt_signal_logger_get_n_emissions (logger), ==, 1);
  gt_signal_logger_pop_emission (logger, NULL, NULL, NULL, NULL);

  tl_workbook_undo_async (fixture->workbook, NULL, test_keep_cb, &result);
  g_assert_true (tl_workbook_apply_finish (fixture->workbook, test_wait_for (&result), &error));
  wait_until_there_are (fixture, 2);
  g_assert_cmpstr (get_title (fixture), ==, "Medicines by day");
  gt_signal_logger_pop_emission (logger, NULL, NULL, NULL, NULL);
}

/* Leaving a field as it is settles it too. */
static void
test_settled_as_it_is (Fixture       *fixture,
                       gconstpointer  data)
{
  TlConflictItem *title;
  g_autoptr (GError) error = NULL;

  merge (fixture);
  wait_until_there_are (fixture, 2);
  title = find_item (fixture, "title");
  g_assert_true (settle (fixture, title, &tl_conflict_item_get_conflict (title)->now, &error));
  wait_until_there_are (fixture, 1);
  g_assert_cmpstr (get_title (fixture), ==, "Medicines by day");
}

static void
test_settled_by_person (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (GPtrArray) people = NULL, before = NULL, after = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  const TlConflictPerson *ann;

  merge (fixture);
  wait_until_there_are (fixture, 2);
  people = tl_workbook_list_conflict_people (fixture->workbook);
  g_assert_cmpuint (people->len, ==, 2);
  ann = people->pdata[0];
  g_assert_cmpstr (ann->name, ==, "Ann Archer");
  g_assert_cmpuint (ann->n_conflicts, ==, 2);

  before = test_store_list_history (tl_workbook_get_store (fixture->workbook), &(TlHistoryQuery) { .most = 0 });
  tl_workbook_settle_for_async (fixture->workbook, &ann->id, NULL, test_keep_cb, &result);
  g_assert_true (tl_workbook_apply_finish (fixture->workbook, test_wait_for (&result), &error));
  wait_until_there_are (fixture, 0);
  g_assert_cmpstr (get_title (fixture), ==, "Medicines at night");
  g_assert_cmpstr (tl_person_get_name (tl_workbook_find_person (fixture->workbook, &fixture->person)), ==, "Carla Dent");
  after = test_store_list_history (tl_workbook_get_store (fixture->workbook), &(TlHistoryQuery) { .most = 0 });
  g_assert_cmpuint (after->len, ==, before->len + 1);
  g_assert_true (g_str_has_prefix (tl_history_entry_get_sentence (after->pdata[0]),
                                   "Ann Archer settled what two people had changed: "));
}

/* Another value than the two, read as a field of that kind is read. */
static void
test_settled_by_another_value (Fixture       *fixture,
                               gconstpointer  data)
{
  g_auto (TlValue) value = TL_VALUE_INIT;
  TlConflictItem *title;
  g_autoptr (GError) error = NULL;

  merge (fixture);
  wait_until_there_are (fixture, 2);
  title = find_item (fixture, "title");
  g_assert_true (tl_conflict_item_can_be_typed (title));
  g_assert_false (tl_conflict_item_read (title, "   ", &value, &error));
  g_assert_error (error, TL_WORKBOOK_ERROR, TL_WORKBOOK_ERROR_VALUE);
  g_assert_cmpstr (error->message, ==, "This can’t be left empty.");
  g_clear_error (&error);
  g_assert_true (tl_conflict_item_read (title, " Medicines by day and night ", &value, &error));
  g_assert_true (settle (fixture, title, &value, &error));
  wait_until_there_are (fixture, 1);
  g_assert_cmpstr (get_title (fixture), ==, "Medicines by day and night");
}

static void
test_not_while_another_day_is_shown (Fixture       *fixture,
                                     gconstpointer  data)
{
  TlConflictItem *title;
  g_autoptr (GError) error = NULL;

  merge (fixture);
  wait_until_there_are (fixture, 2);
  tl_workbook_set_as_at (fixture->workbook, tl_workbook_get_today (fixture->workbook) - 1);
  title = find_item (fixture, "title");
  g_assert_false (settle (fixture, title, &tl_conflict_item_get_conflict (title)->now, &error));
  g_assert_error (error, TL_WORKBOOK_ERROR, TL_WORKBOOK_ERROR_NOT_EDITABLE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/workbook-conflicts/listed-when-a-merge-makes-them", Fixture, NULL, set_up,
              test_listed_when_a_merge_makes_them, tear_down);
  g_test_add ("/workbook-conflicts/settled-one-by-one", Fixture, NULL, set_up, test_settled_one_by_one, tear_down);
  g_test_add ("/workbook-conflicts/settled-as-it-is", Fixture, NULL, set_up, test_settled_as_it_is, tear_down);
  g_test_add ("/workbook-conflicts/settled-by-person", Fixture, NULL, set_up, test_settled_by_person, tear_down);
  g_test_add ("/workbook-conflicts/settled-by-another-value", Fixture, NULL, set_up, test_settled_by_another_value,
              tear_down);
  g_test_add ("/workbook-conflicts/not-while-another-day-is-shown", Fixture, NULL, set_up,
              test_not_while_another_day_is_shown, tear_down);
  return g_test_run ();
}
