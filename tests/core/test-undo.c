/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/test-dump.h"
#include "support/test-filled.h"
#include "support/test-store.h"
#include "support/test-taking-back.h"

#include <string.h>

static void
assert_title (TlStore    *store,
              const char *title)
{
  g_autoptr (TlSnapshot) snapshot = test_store_load (store);

  g_assert_cmpstr (test_store_get_title (snapshot, "R1"), ==, title);
}

static void
assert_offered (TlStore    *store,
                const char *undo,
                const char *redo)
{
  g_autofree char *undo_now = NULL;
  g_autofree char *redo_now = NULL;

  test_store_find_undo (store, &undo_now, &redo_now);
  g_assert_cmpstr (undo_now, ==, undo);
  g_assert_cmpstr (redo_now, ==, redo);
}

static void
undo (TlStore *store)
{
  g_autoptr (GError) error = NULL;

  test_store_undo (store, &error);
  g_assert_no_error (error);
}

static void
redo (TlStore *store)
{
  g_autoptr (GError) error = NULL;

  test_store_redo (store, &error);
  g_assert_no_error (error);
}

static void
assert_refused (gboolean    done,
                GError    **error,
                int         code,
                const char *part)
{
  g_assert_false (done);
  if (!g_error_matches (*error, TL_STORE_ERROR, code) || strstr ((*error)->message, part) == NULL)
    g_error ("“%s” (%d) isn't %d, “%s”", (*error)->message, (*error)->code, code, part);
  g_clear_error (error);
}

/* Step by step back and forth, as far as there is something, until something new is done. */
static void
test_back_and_forth (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autoptr (GError) error = NULL;
  TlStore *store = test_store_new (NULL);
  TlId risk;

  assert_offered (store, NULL, NULL);
  assert_refused (test_store_undo (store, &error), &error, TL_STORE_ERROR_INVALID, "nothing of yours to undo");
  risk = test_store_add_risk (store, "R1", "One");
  test_store_rename_risk (store, &risk, "Two");
  test_store_rename_risk (store, &risk, "Three");
  assert_offered (store, "renamed R1 from “Two” to “Three”", NULL);

  undo (store);
  assert_title (store, "Two");
  assert_offered (store, "renamed R1 from “One” to “Two”", "renamed R1 from “Two” to “Three”");
  undo (store);
  assert_title (store, "One");
  redo (store);
  assert_title (store, "Two");
  redo (store);
  assert_title (store, "Three");
  assert_refused (test_store_redo (store, &error), &error, TL_STORE_ERROR_INVALID, "nothing of yours to redo");
  undo (store);
  undo (store);
  undo (store);
  assert_title (store, NULL);
  assert_offered (store, NULL, "added R1 to Risks");
  redo (store);
  redo (store);
  assert_title (store, "Two");

  test_store_rename_risk (store, &risk, "Four");
  assert_offered (store, "renamed R1 from “Two” to “Four”", NULL);
  undo (store);
  assert_title (store, "Two");
  test_store_close (store);
}

/* The next day, on the file, as if the program had never ended. */
static void
test_across_restarts (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = test_desk_make_document (desk);
  g_autoptr (TlVerification) result = NULL;
  TlStore *store = test_store_open_file (path);

  test_store_rename_first (store, "Falls at night");
  test_store_save (store, NULL);
  test_store_close (store);

  store = test_store_open_file (path);
  assert_offered (store, "renamed R1 from “Falls” to “Falls at night”", NULL);
  undo (store);
  assert_title (store, "Falls");
  test_store_save (store, NULL);
  test_store_close (store);

  store = test_store_open_file (path);
  assert_offered (store, "added R1 to Risks", "renamed R1 from “Falls” to “Falls at night”");
  redo (store);
  assert_title (store, "Falls at night");
  test_store_save (store, NULL);
  test_store_close (store);

  result = tl_verify_path (path, NULL, NULL, NULL, NULL, NULL);
  g_assert_cmpstr (result->fault, ==, NULL);
}

/* Undo is of what one did oneself. What somebody else did can be taken back on purpose. */
static void
test_other_people (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = test_desk_make_document (desk);
  static const TlId actor = { { 9 } };
  g_autoptr (TlIdSource) ids = tl_id_source_new (&actor, "Meriel Achebe");
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GError) error = NULL;
  TlHistoryQuery query = { .most = 1 };
  TlStore *store = test_store_open (TL_STORE_ORIGIN_FILE, path, ids, &error);
  TlDigest change;

  assert_offered (store, NULL, NULL);
  test_store_rename_first (store, "Falls at night");
  history = test_store_list_history (store, &query);
  change = *tl_history_entry_get_id (g_ptr_array_index (history, 0));
  test_store_save (store, NULL);
  test_store_close (store);

  store = test_store_open_file (path);
  assert_refused (test_store_undo (store, &error), &error, TL_STORE_ERROR_CONFLICT,
                  "Title of R1 was changed again on ");
  g_assert_true (test_store_take_back (store, &change, &error));
  assert_title (store, "Falls");
  undo (store);
  assert_title (store, NULL);
  test_store_close (store);
}

static TlDigest
get_latest (TlStore *store)
{
  TlHistoryQuery query = { .most = 1 };
  g_autoptr (GPtrArray) history = test_store_list_history (store, &query);

  return *tl_history_entry_get_id (g_ptr_array_index (history, 0));
}

/* An older change goes back only as long as nothing was built on it; then the sentence says what was. */
static void
test_older_changes (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autoptr (TlChange) cause = tl_change_new ("test");
  g_autoptr (GError) error = NULL;
  g_autoptr (TlSnapshot) snapshot = NULL;
  TlStore *store = test_store_new (NULL);
  TlDigest first, added, made = get_latest (store);
  TlId risk = test_store_add_risk (store, "R1", "One");

  added = get_latest (store);
  test_store_rename_risk (store, &risk, "Two");
  first = get_latest (store);
  tl_change_set_text (cause, "risk", &risk, "root_cause", "Handover");
  test_store_apply (store, cause);

  assert_refused (test_store_take_back (store, &made, &error), &error, TL_STORE_ERROR_INVALID, "can’t be taken back");
  assert_refused (test_store_take_back (store, &added, &error), &error, TL_STORE_ERROR_CONFLICT, " by Priya");
  g_assert_true (test_store_take_back (store, &first, &error));
  assert_title (store, "One");
  snapshot = test_store_load (store);
  g_assert_cmpstr (((const TlRiskFacts *) tl_snapshot_find_ref (snapshot, TL_TABLE_RISK, "R1"))->root_cause, ==, "Handover");
  assert_refused (test_store_take_back (store, &first, &error), &error, TL_STORE_ERROR_CONFLICT,
                  "Title of R1 was changed again on ");
  assert_refused (test_store_take_back (store, &added, &error), &error, TL_STORE_ERROR_CONFLICT,
                  "Root cause of R1 was changed again on ");
  undo (store);
  g_assert_true (test_store_take_back (store, &added, &error));
  assert_title (store, NULL);
  test_store_close (store);
}

/* A row that went comes back with all that it had, and one that others point to doesn't go. */
static void
test_rows_go_and_come_back (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autoptr (TlChange) gone = tl_change_new ("test");
  g_autoptr (TlChange) rating = tl_change_new ("test");
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;
  TlStore *store = test_store_new (NULL);
  TlId reading, row, risk = test_fill (store, &reading);
  TlDigest filled = get_latest (store);

  before = test_store_dump (store);
  tl_change_remove_row (gone, "reading", &reading);
  test_store_apply (store, gone);
  undo (store);
  after = test_store_dump (store);
  g_assert_cmpstr (before, ==, after);

  row = tl_id_source_make_id (tl_store_get_ids (store));
  tl_change_add_row (rating, "rating", &row);
  tl_change_set_id (rating, "rating", &row, "risk", &risk);
  tl_change_set_text (rating, "rating", &row, "date", "2026-02-01");
  tl_change_set (rating, "rating", &row, "likelihood", &(TlValue) { .type = TL_VALUE_INTEGER, .integer = 3 });
  tl_change_set (rating, "rating", &row, "impact", &(TlValue) { .type = TL_VALUE_INTEGER, .integer = 4 });
  test_store_apply (store, rating);
  assert_refused (test_store_take_back (store, &filled, &error), &error, TL_STORE_ERROR_INVALID, "can’t be removed");
  test_store_close (store);
}

/* One command, import or dialog is one step. */
static void
test_an_import_is_one_step (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *empty = NULL, *filled = NULL, *undone = NULL, *redone = NULL;
  TlStore *store = test_store_new (NULL);
  TlId reading;

  empty = test_store_dump (store);
  test_fill (store, &reading);
  filled = test_store_dump (store);
  undo (store);
  undone = test_store_dump (store);
  g_assert_cmpstr (undone, ==, empty);
  redo (store);
  redone = test_store_dump (store);
  g_assert_cmpstr (redone, ==, filled);
  test_store_close (store);
}

/* One of many things that somebody could do next. */
static void
do_something (TlStore *store,
              GRand   *random,
              guint    step)
{
  g_autoptr (TlSnapshot) snapshot = test_store_load (store);
  g_autoptr (TlChange) change = tl_change_new ("test");
  g_autofree char *text = g_strdup_printf ("Text %u", step);
  guint n = tl_snapshot_count (snapshot, TL_TABLE_RISK);
  const TlRiskFacts *risk =
    n > 0 ? tl_snapshot_get (snapshot, TL_TABLE_RISK, (guint) g_rand_int_range (random, 0, (int) n)) : NULL;

  if (risk == NULL || g_rand_int_range (random, 0, 4) == 0)
    {
      test_store_add_risk (store, NULL, text);
      return;
    }
  if (g_rand_boolean (random))
    tl_change_set_text (change, "risk", &risk->base.id, "root_cause", text);
  else if (g_rand_boolean (random))
    tl_change_set_text (change, "risk", &risk->base.id, "title", text);
  else if (risk->ownerships.n == 0 && risk->measures.n == 0 && risk->evidence.n == 0)
    tl_change_remove_row (change, "risk", &risk->base.id);
  else
    tl_change_set_day (change, "risk", &risk->base.id, "opened", tl_day_new (2026, 1, 1) + (int) step);
  test_store_apply (store, change);
}

/* Whatever was done, all of it goes back to the beginning and comes again, and each moment can be read as it was. */
static void
test_any_history (void)
{
  guint n_histories = g_getenv ("TL_TEST_FULL") != NULL ? 100 : 6;

  for (guint i = 0; i < n_histories; i++)
    {
      g_autoptr (TestDesk) desk = test_desk_new ();
      g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
      GRand *random = g_rand_new_with_seed (i);
      TlStore *store = test_store_new (NULL);
      guint n = (guint) g_rand_int_range (random, 5, 25);

      for (guint step = 0; step <= n; step++)
        {
          gint64 time;

          if (step > 0)
            do_something (store, random, step);
          time = tl_store_get_recorded (store);
          g_array_append_val (times, time);
          g_ptr_array_add (states, test_store_dump (store));
        }
      for (guint step = n; step > 0; step--)
        {
          g_autofree char *state = NULL;

          undo (store);
          state = test_store_dump (store);
          g_assert_cmpstr (state, ==, g_ptr_array_index (states, step - 1));
        }
      for (guint step = 1; step <= n; step++)
        {
          g_autofree char *state = NULL;

          redo (store);
          state = test_store_dump (store);
          g_assert_cmpstr (state, ==, g_ptr_array_index (states, step));
        }
      for (guint step = 0; step <= n; step++)
        {
          g_autoptr (GError) error = NULL;
          g_autoptr (TlSnapshot) then =
            test_store_load_recorded (store, g_array_index (times, gint64, step), &error);
          g_autofree char *state = NULL;

          g_assert_no_error (error);
          state = test_dump (then, TRUE);
          g_assert_cmpstr (state, ==, g_ptr_array_index (states, step));
        }
      test_store_close (store);
      g_rand_free (random);
    }
}

/* A bit of everything, read as it was recorded a moment ago, before it was there, and before there was a workbook. */
static void
test_as_recorded (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *before = NULL, *filled = NULL, *read = NULL, *first = NULL;
  g_autoptr (TlSnapshot) then = NULL, beginning = NULL;
  g_autoptr (GError) error = NULL;
  TlStore *store = test_store_new (NULL);
  gint64 made = tl_store_get_recorded (store), time;
  TlId reading, risk;

  before = test_store_dump (store);
  risk = test_fill (store, &reading);
  time = tl_store_get_recorded (store);
  filled = test_store_dump (store);
  test_store_rename_risk (store, &risk, "Another");
  undo (store);

  then = test_store_load_recorded (store, time, &error);
  g_assert_no_error (error);
  read = test_dump (then, TRUE);
  g_assert_cmpstr (read, ==, filled);
  beginning = test_store_load_recorded (store, time - 1, &error);
  g_assert_no_error (error);
  first = test_dump (beginning, TRUE);
  g_assert_cmpstr (first, ==, before);
  assert_refused (test_store_load_recorded (store, made - 1, &error) != NULL, &error, TL_STORE_ERROR_INVALID,
                  "The workbook began on ");
  test_store_close (store);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/undo/back-and-forth", test_back_and_forth);
  g_test_add_func ("/undo/restarts", test_across_restarts);
  g_test_add_func ("/undo/other-people", test_other_people);
  g_test_add_func ("/undo/older", test_older_changes);
  g_test_add_func ("/undo/rows", test_rows_go_and_come_back);
  g_test_add_func ("/undo/import", test_an_import_is_one_step);
  g_test_add_func ("/undo/any-history", test_any_history);
  g_test_add_func ("/recorded", test_as_recorded);
  return g_test_run ();
}
