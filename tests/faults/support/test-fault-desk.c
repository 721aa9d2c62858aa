/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-fault-desk.h"

#include <glib/gstdio.h>

#include "test-asking.h"
#include "test-dump.h"
#include "test-filled.h"
#include "tl-database.h"
#include "tl-document-file.h"
#include "tl-reader.h"
#include "tl-schema.h"

#define NOTE "note"
#define GROUP "Working copy"

/* The log is brought into the file when it has more pages than this, and an edit adds some. */
#define LOG_LENGTH 1000
#define N_OF_EDIT 6
#define FRAME (4096 + 24)

static const char * const state_names[] = { "empty", "files", "clean", "killed", "killed-and-changed",
                                            "long" };

static void
remove_below (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_below (path);
      g_remove (path);
    }
}

static void
copy_below (const char *from,
            const char *to)
{
  g_autoptr (GDir) dir = g_dir_open (from, 0, NULL);
  const char *name;

  g_assert_cmpint (g_mkdir_with_parents (to, 0700), ==, 0);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *here = g_build_filename (from, name, NULL);
      g_autofree char *there = g_build_filename (to, name, NULL);
      g_autofree char *content = NULL;
      gsize length;

      if (g_file_test (here, G_FILE_TEST_IS_DIR))
        {
          copy_below (here, there);
          continue;
        }
      g_assert_true (g_file_get_contents (here, &content, &length, NULL));
      g_assert_true (g_file_set_contents_full (there, content, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
    }
}

static char *
get_mark (TestFaultDesk *self)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->document);
  g_autoptr (TlDocumentInfo) info = tl_document_look (file, NULL, NULL);

  return info != NULL ? g_strdup (info->mark) : NULL;
}

/* Puts the desk aside as it is at this moment, even while a program is using it: what a power cut would leave. */
void
test_fault_desk_keep (TestFaultDesk *self,
                      const char    *name)
{
  g_autofree char *folder = test_desk_path (self->shelf, name);

  remove_below (folder);
  copy_below (self->desk->folder, folder);
  g_hash_table_insert (self->marks, g_strdup (name), get_mark (self));
}

/* A document that is put back isn't the file that was there. A working copy that knew that one is to know this one. */
static void
mark_again (TestFaultDesk *self,
            const char    *before)
{
  g_autofree char *now = get_mark (self);
  g_autoptr (GDir) dir = g_dir_open (self->desk->copies, 0, NULL);
  const char *name;

  while (before != NULL && dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *note = g_build_filename (self->desk->copies, name, NOTE, NULL);
      g_autoptr (GKeyFile) keys = g_key_file_new ();
      g_autofree char *mark = NULL, *text = NULL;

      if (!g_key_file_load_from_file (keys, note, G_KEY_FILE_NONE, NULL))
        continue;
      mark = g_key_file_get_string (keys, GROUP, "Mark", NULL);
      if (g_strcmp0 (mark, before) != 0)
        continue;
      g_key_file_set_string (keys, GROUP, "Mark", now);
      text = g_key_file_to_data (keys, NULL, NULL);
      g_assert_true (g_file_set_contents_full (note, text, -1, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
    }
}

void
test_fault_desk_restore (TestFaultDesk *self,
                         const char    *name)
{
  g_autofree char *folder = test_desk_path (self->shelf, name);

  remove_below (self->desk->folder);
  copy_below (folder, self->desk->folder);
  mark_again (self, g_hash_table_lookup (self->marks, name));
}

void
test_fault_desk_lay_out (TestFaultDesk *self,
                         TestState      state)
{
  test_fault_desk_restore (self, state_names[state]);
}

static gsize
measure_log (TestFaultDesk *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->desk->copies, 0, NULL);
  const char *name;
  gsize length = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->desk->copies, name, "workbook.db-wal", NULL);
      GStatBuf found;

      if (g_stat (path, &found) == 0)
        length = (gsize) found.st_size;
    }
  return length / FRAME;
}

static void
make_long (TestFaultDesk *self)
{
  TlStore *store;
  guint n = 0;

  test_fault_desk_lay_out (self, TEST_STATE_CLEAN);
  store = test_store_open_file (self->document);
  while (measure_log (self) < LOG_LENGTH - N_OF_EDIT)
    {
      g_autofree char *title = g_strdup_printf ("Name %u", ++n);

      test_store_rename_first (store, title);
    }
  test_fault_desk_keep (self, state_names[TEST_STATE_LONG]);
  test_store_close (store);
}

/* Each state comes from the one before it. */
static void
make_states (TestFaultDesk *self)
{
  TlStore *store;
  TlId reading;

  test_fault_desk_keep (self, state_names[TEST_STATE_EMPTY]);
  store = test_store_new (NULL);
  test_fill (store, &reading);
  test_store_add_risk (store, "R2", "Late calls");
  test_store_rename_first (store, "Before");
  test_store_save (store, self->document);
  test_store_close (store);
  store = test_store_open_file (self->document);
  test_store_rename_first (store, "Elsewhere");
  test_store_add_risk (store, "R3", "Elsewhere");
  test_store_save (store, self->other);
  test_store_close (store);
  remove_below (self->desk->copies);
  test_fault_desk_keep (self, state_names[TEST_STATE_FILES]);

  store = test_store_open_file (self->document);
  test_store_close (store);
  test_fault_desk_keep (self, state_names[TEST_STATE_CLEAN]);
  store = test_store_open_file (self->document);
  test_store_rename_first (store, "Kept");
  test_fault_desk_keep (self, state_names[TEST_STATE_KILLED]);
  test_store_close (store);
  test_fault_desk_restore (self, state_names[TEST_STATE_KILLED]);
  test_fault_desk_change (self);
  test_fault_desk_keep (self, state_names[TEST_STATE_KILLED_AND_CHANGED]);
  make_long (self);
}

TestFaultDesk *
test_fault_desk_new (void)
{
  TestFaultDesk *self = g_new0 (TestFaultDesk, 1);

  self->shelf = test_desk_new ();
  self->desk = test_desk_new ();
  self->document = test_desk_path (self->desk, "a.throughline");
  self->other = test_desk_path (self->desk, "b.throughline");
  self->marks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  make_states (self);
  return self;
}

void
test_fault_desk_free (TestFaultDesk *self)
{
  g_hash_table_unref (self->marks);
  g_free (self->document);
  g_free (self->other);
  test_desk_free (self->desk);
  test_desk_free (self->shelf);
  g_free (self);
}

/* Somebody else saves: the document becomes the other copy. */
void
test_fault_desk_change (TestFaultDesk *self)
{
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (self->other, &content, &length, NULL));
  g_assert_true (g_file_set_contents (self->document, content, (gssize) length, NULL));
}

TlStore *
test_fault_desk_open (TestFaultDesk  *self,
                      TlStoreOrigin   origin,
                      GError        **error)
{
  static const TlId actor = { { 1, 2, 3 } };
  g_autoptr (TlIdSource) ids = tl_id_source_new (&actor, "Priya");

  return test_store_open (origin, origin != TL_STORE_ORIGIN_NEW ? self->document : NULL, ids, error);
}

/* All that is in a store, %NULL if its history doesn't hold. */
char *
test_fault_desk_dump (TlStore  *store,
                      GError  **error)
{
  g_autoptr (TlSnapshot) snapshot = test_store_try_load (store, error);
  g_autoptr (TlVerification) found = snapshot != NULL ? test_store_try_verify (store, error) : NULL;

  if (found != NULL && found->fault != NULL)
    g_set_error_literal (error, TL_STORE_ERROR, TL_STORE_ERROR_CORRUPT, found->fault);
  return found != NULL && found->fault == NULL ? test_dump (snapshot, FALSE) : NULL;
}

/* All that is in the document's file, as somebody without our working copies would find it. */
char *
test_fault_desk_dump_file (TestFaultDesk  *self,
                           GError        **error)
{
  g_autoptr (TestDesk) elsewhere = test_desk_new ();
  TlStore *store = test_fault_desk_open (self, TL_STORE_ORIGIN_FILE, error);
  char *dump = store != NULL ? test_fault_desk_dump (store, error) : NULL;

  if (store != NULL)
    test_store_close (store);
  tl_store_set_folder (self->desk->copies);
  return dump;
}

static char *
dump_copy (const char *path)
{
  g_autoptr (TlDatabase) database = tl_database_open (path, TL_DATABASE_READ, NULL);
  g_autoptr (TlSnapshot) snapshot = database != NULL ? tl_reader_load (database, NULL, NULL) : NULL;

  return snapshot != NULL ? test_dump (snapshot, FALSE) : NULL;
}

/* Whether there is a working copy with just that in it. */
gboolean
test_fault_desk_has_copy (TestFaultDesk *self,
                          const char    *dump)
{
  g_autoptr (GDir) dir = g_dir_open (self->desk->copies, 0, NULL);
  const char *name;
  gboolean has = FALSE;

  while (!has && dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->desk->copies, name, "workbook.db", NULL);
      g_autofree char *found = g_file_test (path, G_FILE_TEST_EXISTS) ? dump_copy (path) : NULL;

      has = g_strcmp0 (found, dump) == 0;
    }
  return has;
}

static char *
ask (sqlite3    *handle,
     const char *question)
{
  sqlite3_stmt *statement = NULL;
  g_autoptr (GString) answer = g_string_new (NULL);

  g_assert_cmpint (sqlite3_prepare_v2 (handle, question, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_string_append_printf (answer, "%s\n", (const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  return g_string_free_and_steal (g_steal_pointer (&answer));
}

/* Returns: (nullable): what is wrong with the indexes of the working copy, which is the only one: one is missing, or has
 * other rows than its table */
char *
test_fault_desk_check_indexes (TestFaultDesk *self)
{
  static const char list[] = "SELECT sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL ORDER BY name";
  g_autoptr (GDir) dir = g_dir_open (self->desk->copies, 0, NULL);
  g_autofree char *path = g_build_filename (self->desk->copies, g_dir_read_name (dir), "workbook.db", NULL);
  g_autofree char *expected = NULL, *found = NULL, *sound = NULL;
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open_v2 (":memory:", &handle, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, tl_schema_get_sql (), NULL, NULL, NULL), ==, SQLITE_OK);
  expected = ask (handle, list);
  sqlite3_close (handle);
  g_assert_cmpint (sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  found = ask (handle, list);
  sound = ask (handle, "PRAGMA integrity_check");
  sqlite3_close (handle);
  if (!g_str_equal (found, expected))
    return g_strdup ("an index is missing or another");
  return g_str_equal (sound, "ok\n") ? NULL : g_steal_pointer (&sound);
}
