/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <fcntl.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#include "test-filled.h"
#include "test-fork.h"
#include "test-store.h"

#include "tl-document-header.h"
#include "tl-fingerprint.h"
#include "tl-store-merge.h"
#include "tl-verify-private.h"

/* Each byte of a small document in turn becomes another: it is told, or nothing that was recorded has changed. And a
 * history that is made anew as a whole holds, but not against a fingerprint that somebody kept. This program has no
 * thread but its own, so that as many of it can try as there are processors. */

/* Each how many bytes are flipped where there is little time; odd, so that each bit of a byte has its turn. */
#define STEP 401

/* What has become of the bytes. */
typedef struct
{
  guint told;
  guint names;
  guint nothing;
} Count;

typedef struct
{
  const char *folder;
  const char *path;
  gsize first;
  gsize step;
  gboolean one_bit;
  int answer;
} Part;

/* ── Documents ── */

static void
run_sql (const char *path,
         const char *sql)
{
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  if (sqlite3_exec (handle, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (handle));
  sqlite3_close (handle);
}

static TlStore *
open_copies (const char *folder,
             const char *name,
             const char *path,
             const char *seed)
{
  g_autofree char *copies = g_build_filename (folder, name, NULL);
  g_autoptr (TlIdSource) ids = tl_id_source_new_seeded (seed, 1767225600000);
  g_autoptr (GError) error = NULL;
  TlStore *store;

  tl_store_set_folder (copies);
  store = test_store_open (path != NULL ? TL_STORE_ORIGIN_FILE : TL_STORE_ORIGIN_NEW, path, ids, &error);
  g_assert_no_error (error);
  return store;
}

/* A bit of everything, with a row that has gone and one that came back, in pages as small as there are. */
static void
make_document (gpointer data)
{
  const Part *part = data;
  g_autoptr (TlChange) gone = tl_change_new ("test");
  g_autoptr (TlChange) back = tl_change_new ("test");
  TlStore *store = open_copies (part->folder, "ours", NULL, "ours");
  TlId reading, other, risk = test_fill (store, &reading);

  test_store_rename_risk (store, &risk, "Missed medicines");
  other = test_store_add_risk (store, "R2", "Late calls");
  tl_change_remove_row (gone, "reading", &reading);
  tl_change_remove_row (gone, "risk", &other);
  test_store_apply (store, gone);
  tl_change_add_row (back, "reading", &reading);
  test_store_apply (store, back);
  test_store_save (store, part->path);
  test_store_close (store);
  run_sql (part->path, "PRAGMA journal_mode = DELETE; PRAGMA page_size = 512; VACUUM");
}

/* The same after two people went separate ways and came together, which leaves a conflict. */
static void
make_merged_document (gpointer data)
{
  const Part *part = data;
  g_autofree char *theirs = g_strconcat (part->path, ".theirs", NULL);
  g_autoptr (TlChange) gone = tl_change_new ("test");
  TlStore *store;
  TlId risk;

  make_document (data);
  store = open_copies (part->folder, "theirs", part->path, "theirs");
  test_store_rename_first (store, "Missed doses");
  test_store_save (store, theirs);
  test_store_close (store);

  store = open_copies (part->folder, "ours", part->path, "ours again");
  test_store_rename_first (store, "Doses at night");
  risk = test_store_add_risk (store, "R3", "Falls");
  tl_change_remove_row (gone, "risk", &risk);
  test_store_apply (store, gone);
  {
    g_autoptr (TlStore) other = open_copies (part->folder, "theirs", theirs, "theirs again");

    /* Saving where the other has saved merges. */
    test_store_save (other, part->path);
  }
  test_store_save (store, NULL);
  test_store_close (store);
  run_sql (part->path, "PRAGMA journal_mode = DELETE; PRAGMA page_size = 512; VACUUM");
}

/* ── Flipping ── */

static void
append_rows (GString    *text,
             sqlite3    *handle,
             const char *sql)
{
  sqlite3_stmt *rows = NULL;

  sqlite3_prepare_v2 (handle, sql, -1, &rows, NULL);
  while (sqlite3_step (rows) == SQLITE_ROW)
    {
      for (int i = 0; i < sqlite3_column_count (rows); i++)
        {
          int length = sqlite3_column_bytes (rows, i);

          g_string_append_printf (text, "%d:%d:", sqlite3_column_type (rows, i), length);
          if (length > 0)
            g_string_append_len (text, sqlite3_column_blob (rows, i), length);
        }
      g_string_append_c (text, '\n');
    }
  sqlite3_finalize (rows);
}

/* All that the document holds, read past every index; what people are called, which is what they said and no part of
 * the history, by itself. */
static GBytes *
dump (TlDatabase  *database,
      GBytes     **names)
{
  g_autoptr (GString) text = g_string_new (NULL), called = g_string_new (NULL);
  sqlite3 *handle = tl_database_get_handle (database);
  sqlite3_stmt *tables = NULL;

  sqlite3_prepare_v2 (handle, "SELECT name, sql FROM sqlite_schema WHERE type = 'table' ORDER BY name", -1, &tables,
                      NULL);
  while (sqlite3_step (tables) == SQLITE_ROW)
    {
      const char *name = (const char *) sqlite3_column_text (tables, 0);
      gboolean actor = strcmp (name, "actor") == 0;
      g_autofree char *sql = g_strdup_printf ("SELECT %s FROM %s NOT INDEXED", actor ? "id" : "*", name);

      g_string_append_printf (text, "%s\n", (const char *) sqlite3_column_text (tables, 1));
      append_rows (text, handle, sql);
    }
  append_rows (called, handle, "SELECT id, name FROM actor NOT INDEXED");
  sqlite3_finalize (tables);
  *names = g_string_free_to_bytes (g_steal_pointer (&called));
  return g_string_free_to_bytes (g_steal_pointer (&text));
}

/* Whether opening or verifying says that something is wrong; if not, what there is to see. */
static gboolean
is_told (const char    *path,
         const guint8  *content,
         gsize          length,
         GBytes       **seen,
         GBytes       **names)
{
  g_autoptr (TlVerification) result = NULL;
  g_autoptr (TlDatabase) database = NULL;

  if (!tl_document_header_check (content, MIN (length, TL_DOCUMENT_HEADER_LENGTH), length, path, NULL))
    return TRUE;
  database = tl_database_open (path, TL_DATABASE_LOOK, NULL);
  if (database == NULL)
    return TRUE;
  result = tl_verify_database (database, NULL, NULL, NULL, NULL, NULL);
  if (result == NULL || result->fault != NULL)
    return TRUE;
  *seen = dump (database, names);
  return FALSE;
}

/* Flips some of the bytes, each in a file of this process's own. */
static void
flip (gpointer data)
{
  const Part *part = data;
  g_autofree char *path = g_strdup_printf ("%s.%d", part->path, getpid ());
  g_autofree guint8 *content = NULL;
  g_autoptr (GBytes) before = NULL, names_before = NULL;
  Count count = { 0 };
  gsize length;
  int file;

  g_assert_true (g_file_get_contents (part->path, (char **) &content, &length, NULL));
  g_assert_true (g_file_set_contents (path, (char *) content, (gssize) length, NULL));
  g_assert_cmpuint (content[16] << 8 | content[17], ==, 512);
  g_assert_false (is_told (path, content, length, &before, &names_before));
  file = open (path, O_WRONLY | O_CLOEXEC);
  for (gsize at = part->first; at < length; at += part->step)
    {
      g_autoptr (GBytes) after = NULL, names = NULL;
      guint8 was = content[at];

      content[at] ^= (guint8) (part->one_bit ? 1 << at % 8 : 0xff);
      g_assert_cmpint (pwrite (file, &content[at], 1, (off_t) at), ==, 1);
      if (is_told (path, content, length, &after, &names))
        count.told++;
      else if (!g_bytes_equal (before, after))
        g_error ("Byte %" G_GSIZE_FORMAT ", %u and now %u, changed something unseen in “%s”", at, was, content[at], path);
      else if (g_bytes_equal (names, names_before))
        count.nothing++;
      else
        count.names++;
      content[at] = was;
      g_assert_cmpint (pwrite (file, &was, 1, (off_t) at), ==, 1);
    }
  close (file);
  g_assert_cmpint (write (part->answer, &count, sizeof count), ==, sizeof count);
}

/* Lets every processor flip its share. */
static void
flip_all (const char *folder,
          const char *path,
          gsize       step,
          gboolean    one_bit,
          Count      *total)
{
  guint n = g_get_num_processors ();
  g_autofree pid_t *processes = g_new0 (pid_t, n);
  int ends[2];

  g_assert_cmpint (pipe (ends), ==, 0);
  for (guint i = 0; i < n; i++)
    {
      Part part = { folder, path, i * step, n * step, one_bit, ends[1] };

      processes[i] = test_fork_start (flip, &part);
    }
  for (guint i = 0; i < n; i++)
    {
      Count count;

      test_fork_wait (processes[i]);
      g_assert_cmpint (read (ends[0], &count, sizeof count), ==, sizeof count);
      total->told += count.told;
      total->names += count.names;
      total->nothing += count.nothing;
    }
  close (ends[0]);
  close (ends[1]);
}

static void
flip_document (TestForkFunc make,
               gsize        step)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = test_desk_path (desk, "a.throughline");
  Part part = { .folder = desk->folder, .path = path };
  Count count = { 0 };
  guint n;

  test_fork_run (make, &part);
  flip_all (desk->folder, path, step, FALSE, &count);
  flip_all (desk->folder, path, step, TRUE, &count);
  n = count.told + count.names + count.nothing;
  g_test_message ("%u flips of %s bytes, whole and by one bit: %u told, %u in the name that somebody gave, %u belong to "
                  "nothing, 0 unseen", n, step == 1 ? "all" : "some", count.told, count.names, count.nothing);
  g_assert_cmpuint (count.told, >, n / 4);
}

static void
test_no_byte_of_one_hand (void)
{
  flip_document (make_document, g_getenv ("TL_TEST_FULL") != NULL ? 11 : STEP);
}

static void
test_no_byte_of_a_merge (void)
{
  flip_document (make_merged_document, g_getenv ("TL_TEST_FULL") != NULL ? 1 : STEP);
}

/* ── Making anew ── */

#define N_CHANGES 12

/* A history of so many changes, of which @forged is another than it was, with all that follows made to fit. */
typedef struct
{
  const char *folder;
  guint forged;
  char fingerprints[N_CHANGES][TL_FINGERPRINT_LENGTH + 1];
} History;

static char *
get_history_path (const History *self)
{
  g_autofree char *name = g_strdup_printf ("%u.throughline", self->forged);

  return g_build_filename (self->folder, name, NULL);
}

/* Whoever has the program and the text can do this: same people, ids, salts and times, and every digest anew. */
static void
make_history (History *self)
{
  g_autofree char *path = get_history_path (self);
  TlStore *store = open_copies (self->folder, "anew", NULL, "anew");
  TlId risk = { { 0 } };

  for (guint i = 0; i < N_CHANGES; i++)
    {
      g_autofree char *title = g_strdup_printf (i == self->forged ? "All is well" : "Falls %u", i);
      g_autofree char *fingerprint = NULL;

      if (i == 0)
        risk = test_store_add_risk (store, "R1", title);
      else
        test_store_rename_risk (store, &risk, title);
      fingerprint = tl_store_get_fingerprint (store);
      g_strlcpy (self->fingerprints[i], fingerprint, sizeof self->fingerprints[i]);
    }
  test_store_save (store, path);
  test_store_close (store);
}

static void
check_history (const History *forged,
               const History *honest)
{
  g_autofree char *path = get_history_path (forged);
  g_autoptr (TlVerification) alone = tl_verify_path (path, NULL, NULL, NULL, NULL, NULL);

  g_assert_cmpstr (alone->fault, ==, NULL);
  for (guint i = 0; i < N_CHANGES; i++)
    {
      g_autoptr (TlVerification) found = tl_verify_path (path, honest->fingerprints[i], NULL, NULL, NULL, NULL);

      g_assert_cmpint (found->fingerprint == TL_FINGERPRINT_STATE_ABSENT, ==, i >= forged->forged);
      g_assert_cmpint (found->fault != NULL, ==, i >= forged->forged);
    }
}

static void
make_and_check (gpointer data)
{
  const char *folder = data;
  History honest = { .folder = folder, .forged = N_CHANGES };

  make_history (&honest);
  check_history (&honest, &honest);
  for (guint i = 0; i < N_CHANGES; i++)
    {
      History forged = { .folder = folder, .forged = i };

      make_history (&forged);
      check_history (&forged, &honest);
    }
}

/* By itself such a history holds; against every fingerprint that was taken at or after what was forged it fails. */
static void
test_a_history_made_anew (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();

  test_fork_run (make_and_check, desk->folder);
  g_test_message ("%u histories made anew, each held against %u fingerprints: 0 unseen", N_CHANGES, N_CHANGES);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/flips/one-hand", test_no_byte_of_one_hand);
  g_test_add_func ("/flips/merged", test_no_byte_of_a_merge);
  g_test_add_func ("/flips/made-anew", test_a_history_made_anew);
  return g_test_run ();
}
