/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/test-store.h"
#include "support/test-taking-back.h"

#include <string.h>

static TlStore *
open_as (const char *path,
         guint8      number,
         const char *name)
{
  TlId actor = { { number } };
  g_autoptr (TlIdSource) ids = tl_id_source_new (&actor, name);
  g_autoptr (GError) error = NULL;
  TlStore *store = test_store_open (path != NULL ? TL_STORE_ORIGIN_FILE : TL_STORE_ORIGIN_NEW, path, ids, &error);

  g_assert_no_error (error);
  return store;
}

static void
assert_latest (TlStore    *store,
               const char *sentence)
{
  TlHistoryQuery query = { .most = 1 };
  g_autoptr (GPtrArray) page = test_store_list_history (store, &query);

  g_assert_cmpuint (page->len, ==, 1);
  g_assert_cmpstr (tl_history_entry_get_sentence (g_ptr_array_index (page, 0)), ==, sentence);
}

static TlId
add_person (TlStore    *store,
            const char *name)
{
  g_autoptr (TlChange) change = tl_change_new ("test");
  TlId person = tl_id_source_make_id (tl_store_get_ids (store));

  tl_change_add_row (change, "person", &person);
  tl_change_set_text (change, "person", &person, "name", name);
  tl_change_set_text (change, "person", &person, "role", "Registered manager");
  test_store_apply (store, change);
  return person;
}

static void
set_day (TlStore    *store,
         const TlId *action,
         TlDay       due)
{
  g_autoptr (TlChange) change = tl_change_new ("test");

  tl_change_set_day (change, "action", action, "due", due);
  test_store_apply (store, change);
}

/* What each kind of change is said to have done, with the names that people know the rows by. */
static void
test_sentences (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  TlStore *store = open_as (NULL, 7, "Meriel Achebe");
  g_autoptr (TlChange) owner = tl_change_new ("risk.name-owner");
  g_autoptr (TlChange) add = tl_change_new ("test");
  g_autoptr (TlChange) scope = tl_change_new ("test");
  g_autoptr (TlChange) remove = tl_change_new ("test");
  TlId risk, person, part, action, place, pair;

  assert_latest (store, "Meriel Achebe made the workbook");
  risk = test_store_add_risk (store, "R1", "Missed doses");
  assert_latest (store, "Meriel Achebe added R1 to Risks");
  test_store_rename_risk (store, &risk, "Missed “critical” doses");
  assert_latest (store, "Meriel Achebe renamed R1 from “Missed doses” to “Missed “critical” doses”");

  person = add_person (store, "Tomasz Wrona");
  assert_latest (store, "Meriel Achebe added Tomasz Wrona to People");
  part = tl_id_source_make_id (tl_store_get_ids (store));
  tl_change_add_row (owner, "ownership", &part);
  tl_change_set_id (owner, "ownership", &part, "risk", &risk);
  tl_change_set_id (owner, "ownership", &part, "person", &person);
  tl_change_set_text (owner, "ownership", &part, "part", "accountable");
  tl_change_set_day (owner, "ownership", &part, "from_date", tl_day_new (2025, 12, 3));
  test_store_apply (store, owner);
  assert_latest (store, "Meriel Achebe named Tomasz Wrona accountable for R1 from 3 December 2025");

  action = tl_id_source_make_id (tl_store_get_ids (store));
  tl_change_add_row (add, "action", &action);
  tl_change_set_text (add, "action", &action, "ref", "A5");
  tl_change_set_id (add, "action", &action, "risk", &risk);
  tl_change_set_text (add, "action", &action, "title", "Check the chart at every handover");
  test_store_apply (store, add);
  assert_latest (store, "Meriel Achebe added A5 to Actions");
  set_day (store, &action, tl_day_new (2026, 1, 31));
  assert_latest (store, "Meriel Achebe set Due of A5 to 31 January 2026");
  set_day (store, &action, tl_day_new (2026, 2, 28));
  assert_latest (store, "Meriel Achebe changed Due of A5 from 31 January 2026 to 28 February 2026");
  set_day (store, &action, TL_NO_DAY);
  assert_latest (store, "Meriel Achebe cleared Due of A5, which was 28 February 2026");

  place = tl_id_source_make_id (tl_store_get_ids (store));
  tl_change_add_row (scope, "place", &place);
  tl_change_set_text (scope, "place", &place, "name", "Larkfield House");
  tl_change_set_text (scope, "place", &place, "kind", "location");
  pair = tl_field_get_pair_id (TL_TABLE_RISK, tl_layout_find_field (TL_TABLE_RISK, "scope"), &risk, &place);
  tl_change_add_row (scope, "risk_place", &pair);
  tl_change_set_id (scope, "risk_place", &pair, "risk", &risk);
  tl_change_set_id (scope, "risk_place", &pair, "place", &place);
  test_store_apply (store, scope);
  assert_latest (store, "Meriel Achebe added Larkfield House to Places, and 1 more");

  tl_change_remove_row (remove, "risk_place", &pair);
  test_store_apply (store, remove);
  assert_latest (store, "Meriel Achebe took Larkfield House out of Scope of R1");
  g_assert_true (test_store_undo (store, NULL));
  assert_latest (store, "Meriel Achebe took back: took Larkfield House out of Scope of R1");
  g_assert_true (test_store_redo (store, NULL));
  assert_latest (store, "Meriel Achebe did again what had been taken back: took Larkfield House out of Scope of R1");
  test_store_close (store);
}

/* Pages follow each other without a gap, of one risk or one person alone if that is asked. */
static void
test_pages (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = test_desk_path (desk, "a.throughline");
  TlStore *store = open_as (NULL, 7, "Meriel Achebe");
  TlId first = test_store_add_risk (store, "R1", "One"), second = test_store_add_risk (store, "R2", "Two");
  TlHistoryQuery all = { .most = 3 }, of_risk = { .risk = first }, by_person = { .actor = { { 8 } } };
  g_autoptr (GPtrArray) risks = NULL, persons = NULL;
  const char *newer = NULL;
  guint n = 0, last;

  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *title = g_strdup_printf ("Title %u", i);

      test_store_rename_risk (store, i % 2 == 0 ? &first : &second, title);
    }
  test_store_save (store, path);
  test_store_close (store);
  store = open_as (path, 8, "Tomasz Wrona");
  test_store_rename_risk (store, &second, "Another");

  do
    {
      g_autoptr (GPtrArray) page = test_store_list_history (store, &all);

      last = page->len;
      n += last;
      if (last > 0)
        all.before = *tl_history_entry_get_id (g_ptr_array_index (page, last - 1));
    }
  while (last > 0);
  g_assert_cmpuint (n, ==, 8);

  risks = test_store_list_history (store, &of_risk);
  g_assert_cmpuint (risks->len, ==, 3);
  newer = tl_history_entry_get_what (g_ptr_array_index (risks, 0));
  g_assert_cmpstr (newer, ==, "renamed R1 from “Title 0” to “Title 2”");
  persons = test_store_list_history (store, &by_person);
  g_assert_cmpuint (persons->len, ==, 1);
  g_assert_cmpstr (tl_history_entry_get_who (g_ptr_array_index (persons, 0)), ==, "Tomasz Wrona");
  g_assert_true (tl_history_entry_get_can_take_back (g_ptr_array_index (persons, 0)));
  test_store_close (store);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history/sentences", test_sentences);
  g_test_add_func ("/history/pages", test_pages);
  return g_test_run ();
}
