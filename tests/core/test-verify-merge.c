/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/test-store.h"

#include <sqlite3.h>
#include <string.h>

#include "tl-erase.h"
#include "tl-verify.h"

/* What is kept of a merge beside its history: which fields both sides had set differently. */

typedef struct
{
  TestDesk *desk;
  char *path;
  TlId risk;
} Fixture;

static void
rename_at (const char *path,
           const TlId *risk,
           const char *seed,
           const char *title,
           const char *saved)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autoptr (TlIdSource) ids = tl_id_source_new_seeded (seed, 1767225600000);
  g_autoptr (GError) error = NULL;
  TlStore *store = test_store_open (TL_STORE_ORIGIN_FILE, path, ids, &error);

  g_assert_no_error (error);
  test_store_rename_risk (store, risk, title);
  test_store_save (store, saved);
  test_store_close (store);
}

/* A document in which two people called a risk something else, and then merged. */
static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  TlStore *store;

  self->desk = test_desk_new ();
  self->path = test_desk_make_document (self->desk);
  store = test_store_open_file (self->path);
  self->risk = test_store_find_risk (store);
  rename_at (self->path, &self->risk, "theirs", "Falls of Joan at night", NULL);
  test_store_rename_risk (store, &self->risk, "Falls of Joan in the garden");
  test_store_save (store, NULL);
  test_store_close (store);
  tl_store_set_folder (self->desk->copies);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_free (self->path);
  test_desk_free (self->desk);
}

static void
run_sql (const char *path,
         const char *sql)
{
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  if (sqlite3_exec (handle, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (handle));
  g_assert_cmpint (sqlite3_changes (handle), ==, 1);
  sqlite3_close (handle);
}

static void
assert_fault (const char *path,
              const char *part)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlVerification) found = tl_verify_path (path, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  if (part == NULL)
    g_assert_cmpstr (found->fault, ==, NULL);
  else if (found->fault == NULL || strstr (found->fault, part) == NULL)
    g_error ("“%s” isn't “… %s …”", found->fault, part);
}

static void
test_what_was_altered_is_told (Fixture       *self,
                               gconstpointer  data)
{
  static const char * const cases[] = {
    "DELETE FROM conflict",
    "UPDATE conflict SET column_name = 'root_cause'",
    "UPDATE conflict SET column_name = '_live'",
    "UPDATE conflict SET column_name = 'titel'",
    "UPDATE conflict SET table_name = 'action'",
    "UPDATE conflict SET table_name = 'nothing'",
    "UPDATE conflict SET row = zeroblob (16)",
    "UPDATE conflict SET first = second",
    "UPDATE conflict SET first = second, second = first",
    "UPDATE conflict SET merge = first",
    "INSERT INTO conflict SELECT merge, table_name, row, 'root_cause', first, second FROM conflict",
    "INSERT INTO conflict SELECT first, table_name, row, column_name, first, second FROM conflict",
  };
  g_autofree char *content = NULL;
  gsize length;

  assert_fault (self->path, NULL);
  g_assert_true (g_file_get_contents (self->path, &content, &length, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i]);
      g_assert_true (g_file_set_contents (self->path, content, (gssize) length, NULL));
      run_sql (self->path, cases[i]);
      assert_fault (self->path, "changed differently before a merge");
    }
}

static void
test_made_up_without_a_merge (Fixture       *self,
                              gconstpointer  data)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = test_desk_make_document (desk);

  assert_fault (path, NULL);
  run_sql (path, "INSERT INTO conflict SELECT id, 'risk', zeroblob (16), 'title', id, id FROM change LIMIT 1");
  assert_fault (path, "changed differently before a merge");
}

/* Both texts are gone for good, and are no longer different; that they were is kept. */
static void
test_what_was_erased_since (Fixture       *self,
                            gconstpointer  data)
{
  g_autoptr (TlErasure) erasure = tl_erasure_new ();
  g_autoptr (TlIdSource) ids = tl_id_source_new_seeded ("eraser", 1767225700000);
  g_autoptr (TlChange) change = NULL;
  g_autoptr (GError) error = NULL;
  TlWriter *writer = tl_writer_new (self->path, ids, &error);

  g_assert_no_error (error);
  tl_erasure_add_field (erasure, "risk", &self->risk, "baseline_issue");
  tl_erasure_add_part (erasure, "risk", &self->risk, "title", " of Joan at night");
  tl_erasure_add_part (erasure, "risk", &self->risk, "title", " of Joan in the garden");
  change = tl_erase_run (writer, erasure, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (change);
  g_assert_true (tl_database_checkpoint (tl_writer_get_database (writer), TRUE, &error));
  tl_writer_free (writer);
  assert_fault (self->path, NULL);
  run_sql (self->path, "UPDATE conflict SET first = second");
  assert_fault (self->path, "changed differently before a merge");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/verify-merge/altered", Fixture, NULL, set_up, test_what_was_altered_is_told, tear_down);
  g_test_add ("/verify-merge/made-up", Fixture, NULL, set_up, test_made_up_without_a_merge, tear_down);
  g_test_add ("/verify-merge/erased", Fixture, NULL, set_up, test_what_was_erased_since, tear_down);
  return g_test_run ();
}
