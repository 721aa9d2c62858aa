/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/test-store.h"

#include <glib/gstdio.h>
#include <string.h>

#include "tl-store-private.h"

static void
count_cb (gpointer n)
{
  ++*(guint *) n;
}

static void
test_edits_are_there_after_reopening (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = test_desk_path (desk, "Larkfield: 100 %? #1 & „ä“.throughline");
  g_autofree char *fingerprint = NULL, *again = NULL;
  g_autoptr (TlSnapshot) snapshot = NULL;
  TlStore *store = test_store_new (NULL);
  guint n_applied = 0, n_unsaved = 0, n_file = 0;
  TlId risk, document = *tl_store_get_document (store);

  g_signal_connect_swapped (store, "applied", G_CALLBACK (count_cb), &n_applied);
  g_signal_connect_swapped (store, "notify::unsaved", G_CALLBACK (count_cb), &n_unsaved);
  g_signal_connect_swapped (store, "notify::file", G_CALLBACK (count_cb), &n_file);
  g_assert_false (tl_store_get_unsaved (store));
  g_assert_null (tl_store_get_file (store));

  risk = test_store_add_risk (store, "R1", "Missed medicines");
  g_assert_true (tl_store_get_unsaved (store));
  test_store_rename_risk (store, &risk, "Missed doses");
  test_store_save (store, path);
  g_assert_cmpuint (n_applied, ==, 2);
  g_assert_cmpuint (n_unsaved, ==, 2);
  g_assert_cmpuint (n_file, ==, 1);
  fingerprint = tl_store_get_fingerprint (store);
  test_store_close (store);

  test_store_check_title (path, "R1", "Missed doses");
  store = test_store_open_file (path);
  g_assert_cmpuint (test_desk_count_copies (desk), ==, 1);
  g_assert_true (tl_id_equal (tl_store_get_document (store), &document));
  g_assert_false (tl_store_get_unsaved (store));
  g_assert_false (tl_store_get_read_only (store));
  again = tl_store_get_fingerprint (store);
  g_assert_cmpstr (fingerprint, ==, again);
  g_assert_true (g_regex_match_simple ("^([A-Z2-7]{4} ){4}[A-Z2-7]{4}$", fingerprint, 0, 0));
  snapshot = test_store_load (store);
  g_assert_cmpstr (test_store_get_title (snapshot, "R1"), ==, "Missed doses");
  test_store_close (store);
}

static void
test_nothing_is_left_of_what_nobody_misses (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  TlStore *store = test_store_new (NULL);

  g_assert_cmpuint (test_desk_count_copies (desk), ==, 1);
  test_store_close (store);
  g_assert_cmpuint (test_desk_count_copies (desk), ==, 0);

  store = test_store_new (NULL);
  test_store_add_risk (store, "R1", "Falls");
  test_store_close (store);
  g_assert_cmpuint (test_desk_count_copies (desk), ==, 1);
}

static void
test_copy_is_another_document (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = test_desk_path (desk, "sample.throughline");
  g_autoptr (TlIdSource) ids = tl_id_source_new_seeded ("copy", 1767225600000);
  g_autoptr (TlSnapshot) snapshot = NULL;
  g_autoptr (TlChange) change = tl_change_new ("workbook.set");
  g_autoptr (GError) error = NULL;
  TlStore *store = test_store_new (NULL);
  TlId document = *tl_store_get_document (store);
  TlId setting = tl_setting_get_id (&document, TL_KEY_PROVIDER);

  test_store_add_risk (store, "R1", "Falls");
  tl_change_add_row (change, TL_SETTING_TABLE, &setting);
  tl_change_set_text (change, TL_SETTING_TABLE, &setting, TL_SETTING_KEY, TL_KEY_PROVIDER);
  tl_change_set_text (change, TL_SETTING_TABLE, &setting, TL_SETTING_VALUE, "Larkfield Care");
  test_store_apply (store, change);
  test_store_save (store, path);
  test_store_close (store);

  store = test_store_open (TL_STORE_ORIGIN_COPY, path, ids, &error);
  g_assert_no_error (error);
  g_assert_null (tl_store_get_file (store));
  g_assert_false (tl_store_get_unsaved (store));
  g_assert_false (tl_id_equal (tl_store_get_document (store), &document));
  snapshot = test_store_load (store);
  g_assert_cmpstr (test_store_get_title (snapshot, "R1"), ==, "Falls");
  g_assert_cmpstr (tl_snapshot_get_provider (snapshot), ==, "Larkfield Care");

  /* The key's row is where a command looks for it, so that setting it again doesn't make a second one. */
  setting = tl_setting_get_id (tl_store_get_document (store), TL_KEY_PROVIDER);
  g_clear_pointer (&change, tl_change_unref);
  change = tl_change_new ("workbook.set");
  tl_change_set_text (change, TL_SETTING_TABLE, &setting, TL_SETTING_VALUE, "Larkfield");
  test_store_apply (store, change);
  g_clear_pointer (&snapshot, tl_snapshot_unref);
  snapshot = test_store_load (store);
  g_assert_cmpstr (tl_snapshot_get_provider (snapshot), ==, "Larkfield");
  test_store_close (store);
}

/* Two runs of the sample's build must give the same workbook. */
static void
test_seed_gives_the_same_history (void)
{
  g_autofree char *first = NULL;

  for (guint run = 0; run < 2; run++)
    {
      g_autoptr (TestDesk) desk = test_desk_new ();
      g_autofree char *fingerprint = NULL;
      TlStore *store = test_store_new ("sample");
      TlId risk = test_store_add_risk (store, "R1", "Falls");

      test_store_rename_risk (store, &risk, "Falls at night");
      fingerprint = tl_store_get_fingerprint (store);
      test_store_close (store);
      if (first == NULL)
        first = g_steal_pointer (&fingerprint);
      else
        g_assert_cmpstr (first, ==, fingerprint);
    }
}

static void
assert_refused (TlStore    *store,
                TlChange   *change,
                int         code,
                const char *part)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = tl_store_get_fingerprint (store);
  g_autofree char *after = NULL;
  g_autoptr (TlChange) applied = test_store_try (store, change, &error);

  g_assert_null (applied);
  g_assert_error (error, TL_STORE_ERROR, code);
  if (strstr (error->message, part) == NULL)
    g_error ("“%s” doesn't say “%s”", error->message, part);
  g_assert_false (tl_change_is_sealed (change));
  after = tl_store_get_fingerprint (store);
  g_assert_cmpstr (before, ==, after);
}

static void
assert_value_refused (TlStore    *store,
                      const TlId *risk,
                      const char *column,
                      const char *text,
                      const char *part)
{
  g_autoptr (TlChange) change = tl_change_new ("test");

  /* What is right about a change is refused with the rest. */
  tl_change_set_text (change, "risk", risk, "baseline_issue", "Refused");
  tl_change_set_text (change, "risk", risk, column, text);
  assert_refused (store, change, TL_STORE_ERROR_INVALID, part);
}

static void
test_refused_changes_leave_no_trace (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autoptr (TlSnapshot) snapshot = NULL;
  TlStore *store = test_store_new (NULL);
  TlId risk = test_store_add_risk (store, "R1", "Falls");
  TlId other = tl_id_source_make_id (tl_store_get_ids (store));
  g_autoptr (TlChange) incomplete = tl_change_new ("test");
  g_autoptr (TlChange) absent = tl_change_new ("test");
  g_autoptr (TlChange) dangling = tl_change_new ("test");
  g_autoptr (TlChange) foreign = tl_change_new ("test");
  g_autoptr (TlChange) own = tl_change_new ("test");
  const TlRiskFacts *facts;

  assert_value_refused (store, &risk, "theme", "Medicines", "Risks R1, column “Theme”: “Medicines” is not one of: med");
  assert_value_refused (store, &risk, "opened", "31/03/2026", "Risks R1, column “Opened”: “31/03/2026” is not a day");
  assert_value_refused (store, &risk, "title", NULL, "Risks R1, column “Title”: it must have a value.");
  assert_value_refused (store, &risk, "title", "", "must have a value");
  assert_value_refused (store, &risk, "likelihood", "6", "“6” is not a whole number from 1 to 5");
  assert_value_refused (store, &risk, "title", "\xff", "a text that isn’t UTF-8");
  assert_value_refused (store, &risk, "subtitle", "x", "no “subtitle”");

  tl_change_add_row (incomplete, "measure", &other);
  tl_change_set_id (incomplete, "measure", &other, "risk", &risk);
  assert_refused (store, incomplete, TL_STORE_ERROR_INVALID, "Measures, column “Title”");

  tl_change_set_text (absent, "risk", &other, "title", "x");
  assert_refused (store, absent, TL_STORE_ERROR_CONFLICT, "Risks");

  tl_change_add_row (dangling, "rating", &other);
  tl_change_set_id (dangling, "rating", &other, "risk", &other);
  tl_change_set_text (dangling, "rating", &other, "date", "2026-01-31");
  for (guint i = 0; i < 2; i++)
    {
      g_auto (TlValue) value = TL_VALUE_INIT;

      tl_value_set_integer (&value, 3);
      tl_change_set (dangling, "rating", &other, i == 0 ? "likelihood" : "impact", &value);
    }
  assert_refused (store, dangling, TL_STORE_ERROR_INVALID, "Ratings, column “Risk”: what it points to isn’t in Risks");

  tl_change_set_text (foreign, "sqlite_schema", &other, "sql", "x");
  assert_refused (store, foreign, TL_STORE_ERROR_INVALID, "sqlite_schema");
  tl_change_remove_row (own, "workbook", tl_store_get_document (store));
  assert_refused (store, own, TL_STORE_ERROR_INVALID, "workbook");

  snapshot = test_store_load (store);
  facts = tl_snapshot_get (snapshot, TL_TABLE_RISK, 0);
  g_assert_cmpstr (facts->title, ==, "Falls");
  g_assert_null (facts->baseline_issue);
  g_assert_cmpuint (tl_snapshot_count (snapshot, TL_TABLE_MEASURE), ==, 0);
  test_store_rename_risk (store, &risk, "Falls at night");
  test_store_close (store);
}

/* Two people, one field: whoever comes second is told. */
static void
test_expected_values_are_checked (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  TlStore *store = test_store_new (NULL);
  TlId risk = test_store_add_risk (store, "R1", "Falls");
  g_autoptr (TlChange) late = tl_change_new ("test");
  g_autoptr (TlChange) timely = tl_change_new ("test");
  g_auto (TlValue) expected = TL_VALUE_INIT;

  tl_value_set_text (&expected, "Falls");
  tl_change_set_text (late, "risk", &risk, "title", "Falls by day");
  tl_change_expect (late, "risk", &risk, "title", &expected);
  test_store_rename_risk (store, &risk, "Falls at night");
  assert_refused (store, late, TL_STORE_ERROR_CONFLICT, "meanwhile, to “Falls at night”");

  tl_value_set_text (&expected, "Falls at night");
  tl_change_set_text (timely, "risk", &risk, "title", "Falls by day");
  tl_change_expect (timely, "risk", &risk, "title", &expected);
  test_store_apply (store, timely);
  test_store_close (store);
}

static void
test_changes_of_nothing_are_not_kept (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  TlStore *store = test_store_new (NULL);
  TlId risk = test_store_add_risk (store, "R1", "Falls");
  TlId never = tl_id_source_make_id (tl_store_get_ids (store));
  g_autofree char *before = tl_store_get_fingerprint (store);
  g_autofree char *after = NULL;
  g_autoptr (TlChange) change = tl_change_new ("test");
  g_autoptr (TlChange) applied = NULL;
  g_autoptr (GError) error = NULL;
  guint n_applied = 0;

  g_signal_connect_swapped (store, "applied", G_CALLBACK (count_cb), &n_applied);
  tl_change_add_row (change, "risk", &risk);
  tl_change_set_text (change, "risk", &risk, "title", "Falls");
  tl_change_set_text (change, "risk", &risk, "root_cause", "");
  tl_change_remove_row (change, "risk", &never);
  tl_change_set_text (change, "risk", &never, "title", "Never");
  applied = test_store_try (store, change, &error);
  g_assert_no_error (error);
  g_assert_false (tl_change_is_sealed (applied));
  g_assert_cmpuint (tl_change_get_n_edits (applied), ==, 0);
  g_assert_cmpuint (n_applied, ==, 0);
  after = tl_store_get_fingerprint (store);
  g_assert_cmpstr (before, ==, after);
  test_store_close (store);
}

static void
test_rows_in_use_stay (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  TlStore *store = test_store_new (NULL);
  TlId risk = test_store_add_risk (store, "R1", "Falls");
  TlId action = tl_id_source_make_id (tl_store_get_ids (store));
  g_autoptr (TlChange) add = tl_change_new ("action.add");
  g_autoptr (TlChange) early = tl_change_new ("risk.remove");
  g_autoptr (TlChange) both = tl_change_new ("risk.remove");
  g_autoptr (TlSnapshot) snapshot = NULL;

  tl_change_add_row (add, "action", &action);
  tl_change_set_id (add, "action", &action, "risk", &risk);
  tl_change_set_text (add, "action", &action, "title", "Sensor mats");
  test_store_apply (store, add);

  tl_change_remove_row (early, "risk", &risk);
  assert_refused (store, early, TL_STORE_ERROR_INVALID, "Risks R1 can’t be removed, since Actions still name it");

  tl_change_remove_row (both, "risk", &risk);
  tl_change_remove_row (both, "action", &action);
  test_store_apply (store, both);
  snapshot = test_store_load (store);
  g_assert_cmpuint (tl_snapshot_count (snapshot, TL_TABLE_RISK), ==, 0);
  g_assert_cmpuint (tl_snapshot_count (snapshot, TL_TABLE_ACTION), ==, 0);
  test_store_close (store);
}

/* A row that is brought back is what it last was, but for what is said anew. */
static void
test_rows_come_back_as_they_were (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  TlStore *store = test_store_new (NULL);
  TlId risk = test_store_add_risk (store, "R1", "Falls");
  g_autoptr (TlChange) detail = tl_change_new ("test");
  g_autoptr (TlChange) remove = tl_change_new ("test");
  g_autoptr (TlChange) back = tl_change_new ("test");
  g_autoptr (TlSnapshot) snapshot = NULL;
  const TlRiskFacts *facts;
  const TlEdit *edit;

  tl_change_set_text (detail, "risk", &risk, "root_cause", "Wet floors");
  test_store_apply (store, detail);
  tl_change_remove_row (remove, "risk", &risk);
  test_store_apply (store, remove);
  g_assert_cmpuint (tl_change_get_n_edits (remove), ==, 1);

  tl_change_add_row (back, "risk", &risk);
  tl_change_set_text (back, "risk", &risk, "title", "Falls again");
  test_store_apply (store, back);
  g_assert_cmpuint (tl_change_get_n_edits (back), ==, 2);
  edit = tl_change_get_edit (back, 0);
  g_assert_cmpstr (edit->column, ==, TL_COLUMN_LIVE);
  g_assert_cmpint (edit->old_value.type, ==, TL_VALUE_INTEGER);
  g_assert_cmpint (edit->old_value.integer, ==, 0);
  edit = tl_change_get_edit (back, 1);
  g_assert_cmpstr (edit->old_value.text, ==, "Falls");

  snapshot = test_store_load (store);
  facts = tl_snapshot_find (snapshot, TL_TABLE_RISK, &risk);
  g_assert_cmpstr (facts->base.ref, ==, "R1");
  g_assert_cmpstr (facts->title, ==, "Falls again");
  g_assert_cmpstr (facts->root_cause, ==, "Wet floors");
  test_store_close (store);
}

/* Places are in any order, also those within others. */
static void
test_rows_may_point_to_later_ones (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  TlStore *store = test_store_new (NULL);
  TlId first = { { 1 } }, second = { { 2 } };
  g_autoptr (TlChange) change = tl_change_new ("test");
  g_autoptr (TlSnapshot) snapshot = NULL;
  const TlPlaceFacts *place;

  tl_change_add_row (change, "place", &first);
  tl_change_set_text (change, "place", &first, "name", "Garden wing");
  tl_change_set_text (change, "place", &first, "kind", "team");
  tl_change_set_id (change, "place", &first, "parent", &second);
  tl_change_add_row (change, "place", &second);
  tl_change_set_text (change, "place", &second, "name", "Larkfield House");
  tl_change_set_text (change, "place", &second, "kind", "location");
  test_store_apply (store, change);

  snapshot = test_store_load (store);
  place = tl_snapshot_find (snapshot, TL_TABLE_PLACE, &first);
  g_assert_cmpstr (place->parent->name, ==, "Larkfield House");
  test_store_close (store);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/edits-are-there-after-reopening", test_edits_are_there_after_reopening);
  g_test_add_func ("/store/nothing-is-left-of-what-nobody-misses", test_nothing_is_left_of_what_nobody_misses);
  g_test_add_func ("/store/copy-is-another-document", test_copy_is_another_document);
  g_test_add_func ("/store/seed-gives-the-same-history", test_seed_gives_the_same_history);
  g_test_add_func ("/store/refused-changes-leave-no-trace", test_refused_changes_leave_no_trace);
  g_test_add_func ("/store/expected-values-are-checked", test_expected_values_are_checked);
  g_test_add_func ("/store/changes-of-nothing-are-not-kept", test_changes_of_nothing_are_not_kept);
  g_test_add_func ("/store/rows-in-use-stay", test_rows_in_use_stay);
  g_test_add_func ("/store/rows-come-back-as-they-were", test_rows_come_back_as_they_were);
  g_test_add_func ("/store/rows-may-point-to-later-ones", test_rows_may_point_to_later_ones);
  return g_test_run ();
}
