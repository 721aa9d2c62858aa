/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <sqlite3.h>

#include "ratio.h"
#include "test-store.h"

/* store FILE SIZE: row B8. An edit until it is durable, against a bare commit in a copy of the same database with the
 * same pragmas; a save, against VACUUM INTO. Everything is on the file system that TMPDIR names. */

typedef struct
{
  TestDesk *desk;
  TlStore *store;
  sqlite3 *database;
  sqlite3_stmt *update;
  char *saved;
  char *vacuumed;
  TlId risk;
  guint n_edits;
} Bench;

static void
run (Bench      *self,
     const char *sql)
{
  if (sqlite3_exec (self->database, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (self->database));
}

static double
edit (gpointer data)
{
  Bench *self = data;
  g_autofree char *title = g_strdup_printf ("Edited %u times", ++self->n_edits);
  gint64 start = g_get_monotonic_time ();

  test_store_rename_risk (self->store, &self->risk, title);
  return bench_since (start);
}

static double
commit (gpointer data)
{
  Bench *self = data;
  g_autofree char *title = g_strdup_printf ("Committed %u times", ++self->n_edits);
  gint64 start = g_get_monotonic_time ();

  run (self, "BEGIN IMMEDIATE");
  sqlite3_bind_text (self->update, 1, title, -1, SQLITE_TRANSIENT);
  g_assert_cmpint (sqlite3_step (self->update), ==, SQLITE_DONE);
  sqlite3_reset (self->update);
  run (self, "COMMIT");
  return bench_since (start);
}

/* Without an edit before it there would be nothing to save. */
static double
save (gpointer data)
{
  Bench *self = data;
  g_autofree char *title = g_strdup_printf ("Edited %u times", ++self->n_edits);
  gint64 start;

  test_store_rename_risk (self->store, &self->risk, title);
  start = g_get_monotonic_time ();
  test_store_save (self->store, self->saved);
  return bench_since (start);
}

static double
vacuum (gpointer data)
{
  Bench *self = data;
  g_autofree char *sql = g_strdup_printf ("VACUUM INTO '%s'", self->vacuumed);
  gint64 start;

  g_unlink (self->vacuumed);
  start = g_get_monotonic_time ();
  run (self, sql);
  return bench_since (start);
}

/* The copy has the pragmas of the writer's connection. */
static void
open_database (Bench      *self,
               const char *path)
{
  g_autofree char *copy = test_desk_path (self->desk, "copy.db");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) target = g_file_new_for_path (copy);
  g_autoptr (GError) error = NULL;
  g_autofree char *sql = NULL;
  char hex[TL_ID_HEX_LENGTH + 1];

  g_file_copy (file, target, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sqlite3_open (copy, &self->database), ==, SQLITE_OK);
  run (self, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; "
             "PRAGMA cache_size = -65536; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0");
  tl_id_to_hex (&self->risk, hex);
  sql = g_strdup_printf ("UPDATE risk SET title = ?1 WHERE id = x'%s'", hex);
  g_assert_cmpint (sqlite3_prepare_v2 (self->database, sql, -1, &self->update, NULL), ==, SQLITE_OK);
}

int
main (int    argc,
      char **argv)
{
  static const BenchTitle edits = { "B8 edit", "edit to durable", "bare commit", 2 };
  static const BenchTitle saves = { "B8 save", "save", "VACUUM INTO", 1.5 };
  Bench self = { 0 };
  TlSnapshot *snapshot;

  setlocale (LC_ALL, "");
  g_return_val_if_fail (argc == 3, 2);

  self.desk = test_desk_new ();
  self.saved = test_desk_path (self.desk, "saved.throughline");
  self.vacuumed = test_desk_path (self.desk, "vacuumed.db");
  self.store = test_store_open_file (argv[1]);
  snapshot = test_store_load (self.store);
  self.risk = ((const TlFacts *) tl_snapshot_get (snapshot, TL_TABLE_RISK, 0))->id;
  tl_snapshot_unref (snapshot);
  open_database (&self, argv[1]);

  bench_compare (argv[2], &edits, edit, commit, &self);
  test_store_save (self.store, self.saved);
  bench_compare (argv[2], &saves, save, vacuum, &self);

  sqlite3_finalize (self.update);
  sqlite3_close (self.database);
  test_store_close (self.store);
  test_desk_free (self.desk);
  g_free (self.saved);
  g_free (self.vacuumed);
  return 0;
}
