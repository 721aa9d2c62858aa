/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "merge-copies.h"

#include <glib/gstdio.h>

#include "tl-verify-private.h"

/* A copy in memory stays open as long as the program; one in a file until something else is done to it. */
typedef struct
{
  TlWriter *writer;
  TlIdSource *ids;
} Copy;

struct _MergeCopies
{
  char *folder;
  gboolean as_files;
  GHashTable *in_memory;
  GHashTable *in_files;
  /* The statements that carry a table from one copy to another: what empties, reads and fills it; and what tells which
   * tables have any rows. */
  GPtrArray *statements;
  char *look;
};

/* What every workbook is when it begins. */
#define EMPTY "empty"

static void
free_copy (Copy *copy)
{
  g_clear_pointer (&copy->writer, tl_writer_free);
  g_clear_object (&copy->ids);
  g_free (copy);
}

static GHashTable *
make_table (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) free_copy);
}

MergeCopies *
merge_copies_new (const char *folder)
{
  MergeCopies *self = g_new0 (MergeCopies, 1);

  self->folder = g_strdup (folder);
  self->in_memory = make_table ();
  self->in_files = make_table ();
  self->statements = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
merge_copies_free (MergeCopies *self)
{
  g_hash_table_unref (self->in_memory);
  g_hash_table_unref (self->in_files);
  g_ptr_array_unref (self->statements);
  g_free (self->look);
  g_free (self->folder);
  g_free (self);
}

static Copy *
add_copy (GHashTable *table,
          const char *name,
          const char *path,
          gboolean    is_new,
          gint64      time)
{
  g_autoptr (GError) error = NULL;
  Copy *copy = g_new0 (Copy, 1);

  g_hash_table_remove (table, name);
  copy->ids = tl_id_source_new_seeded ("model", time);
  copy->writer = is_new ? tl_writer_new_empty (path, copy->ids, &error) : tl_writer_new (path, copy->ids, &error);
  g_assert_no_error (error);
  g_hash_table_insert (table, g_strdup (name), copy);
  return copy;
}

/* ── In memory ── */

/* The tables of a workbook, whatever they are. */
static void
list_statements (MergeCopies *self,
                 TlDatabase  *database)
{
  g_autoptr (GError) error = NULL;
  sqlite3_stmt *tables = tl_database_prepare (database, "SELECT name FROM sqlite_schema WHERE type = 'table'", &error);
  g_autoptr (GString) look = g_string_new ("SELECT ");
  gboolean more = TRUE;

  g_assert_no_error (error);
  while (tl_database_step (database, tables, &more, &error) && more)
    {
      const char *name = (const char *) sqlite3_column_text (tables, 0);
      char *select = g_strdup_printf ("SELECT * FROM %s", name);
      int n = sqlite3_column_count (tl_database_prepare (database, select, &error));
      g_autoptr (GString) values = g_string_new ("?");

      for (int i = 1; i < n; i++)
        g_string_append (values, ", ?");
      g_ptr_array_add (self->statements, g_strdup_printf ("DELETE FROM %s", name));
      g_ptr_array_add (self->statements, select);
      g_ptr_array_add (self->statements, g_strdup_printf ("INSERT INTO %s VALUES (%s)", name, values->str));
      g_string_append_printf (look, "EXISTS (SELECT 1 FROM %s), ", name);
    }
  g_assert_no_error (error);
  g_string_append (look, "0");
  self->look = g_string_free_and_steal (g_steal_pointer (&look));
}

/* A statement that tells in which tables there are rows. */
static sqlite3_stmt *
look_into (MergeCopies *self,
           TlDatabase  *database)
{
  g_autoptr (GError) error = NULL;
  sqlite3_stmt *looking = tl_database_prepare (database, self->look, &error);
  gboolean row;

  g_assert_no_error (error);
  g_assert_true (tl_database_step (database, looking, &row, &error));
  return looking;
}

static void
carry_rows (TlDatabase *from,
            TlDatabase *to,
            const char *select,
            const char *insert)
{
  g_autoptr (GError) error = NULL;
  sqlite3_stmt *rows = tl_database_prepare (from, select, &error);
  gboolean more = TRUE;

  g_assert_no_error (error);
  while (tl_database_step (from, rows, &more, &error) && more)
    {
      sqlite3_stmt *row = tl_database_prepare (to, insert, &error);

      g_assert_no_error (error);
      for (int i = 0; i < sqlite3_column_count (rows); i++)
        sqlite3_bind_value (row, i + 1, sqlite3_column_value (rows, i));
      tl_database_step (to, row, NULL, &error);
      g_assert_no_error (error);
    }
  g_assert_no_error (error);
}

static void
carry_all (MergeCopies *self,
           Copy        *from,
           Copy        *to)
{
  TlDatabase *source = tl_writer_get_database (from->writer), *target = tl_writer_get_database (to->writer);
  const char * const *statements = (const char * const *) self->statements->pdata;
  guint n = self->statements->len / 3;
  sqlite3_stmt *has, *had;
  g_autoptr (GError) error = NULL;

  tl_database_run (target, "BEGIN", &error);
  has = look_into (self, source);
  had = look_into (self, target);
  /* Rows that point to others come after those, and go before them. */
  for (guint i = n; i > 0; i--)
    {
      if (sqlite3_column_int (had, (int) i - 1))
        tl_database_run (target, statements[3 * i - 3], &error);
    }
  for (guint i = 0; i < n; i++)
    {
      if (sqlite3_column_int (has, (int) i))
        carry_rows (source, target, statements[3 * i + 1], statements[3 * i + 2]);
    }
  sqlite3_reset (has);
  sqlite3_reset (had);
  tl_database_run (target, "COMMIT", &error);
  g_assert_no_error (error);
  tl_writer_set_head (to->writer, tl_writer_get_head (from->writer), tl_writer_get_head_time (from->writer));
}

static Copy *
get_in_memory (MergeCopies *self,
               const char  *name)
{
  Copy *copy = g_hash_table_lookup (self->in_memory, name);

  return copy != NULL ? copy : add_copy (self->in_memory, name, ":memory:", TRUE, MERGE_COPIES_BEGINNING);
}

/* ── In files ── */

static char *
get_path (MergeCopies *self,
          const char  *name)
{
  g_autofree char *base = g_strconcat (name, ".db", NULL);

  return g_build_filename (self->folder, base, NULL);
}

static void
drop (MergeCopies *self,
      const char  *name)
{
  g_autofree char *path = get_path (self, name);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);

  g_hash_table_remove (self->in_files, name);
  g_remove (path);
  g_remove (log);
}

static Copy *
open_file (MergeCopies *self,
           const char  *name,
           gint64       time)
{
  g_autofree char *path = get_path (self, name);

  return add_copy (self->in_files, name, path, FALSE, time);
}

/* What isn't in the log any more is in the file. */
static char *
get_whole (MergeCopies *self,
           const char  *name)
{
  Copy *copy = g_hash_table_lookup (self->in_files, name);

  if (copy == NULL)
    copy = open_file (self, name, MERGE_COPIES_BEGINNING);
  g_assert_true (tl_database_checkpoint (tl_writer_get_database (copy->writer), TRUE, NULL));
  return get_path (self, name);
}

static void
fork_file (MergeCopies *self,
           const char  *from,
           const char  *to)
{
  g_autofree char *source = get_whole (self, from);
  g_autofree char *target = get_path (self, to);
  g_autofree char *content = NULL;
  gsize length;

  drop (self, to);
  g_assert_true (g_file_get_contents (source, &content, &length, NULL));
  g_assert_true (g_file_set_contents_full (target, content, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

/* ── Either ── */

/* Makes a new workbook, the same each time. */
void
merge_copies_begin (MergeCopies *self,
                    const char  *name,
                    gboolean     as_files)
{
  g_autofree char *path = get_path (self, name);

  self->as_files = as_files;
  if (as_files)
    {
      drop (self, name);
      add_copy (self->in_files, name, path, TRUE, MERGE_COPIES_BEGINNING);
      return;
    }
  if (self->statements->len == 0)
    list_statements (self, tl_writer_get_database (get_in_memory (self, EMPTY)->writer));
  carry_all (self, get_in_memory (self, EMPTY), get_in_memory (self, name));
}

/* Opens a copy for one change, made at a time of its own; 0 for none. */
TlWriter *
merge_copies_open (MergeCopies *self,
                   const char  *name,
                   gint64       time)
{
  Copy *copy;

  if (!self->as_files)
    {
      copy = get_in_memory (self, name);
      tl_id_source_set_time (copy->ids, time);
      return copy->writer;
    }
  copy = g_hash_table_lookup (self->in_files, name);
  if (copy == NULL || time != 0)
    copy = open_file (self, name, time);
  return copy->writer;
}

/* Makes a copy as it is now, in the place of any that has that name. */
void
merge_copies_fork (MergeCopies *self,
                   const char  *from,
                   const char  *to)
{
  if (self->as_files)
    fork_file (self, from, to);
  else
    carry_all (self, get_in_memory (self, from), get_in_memory (self, to));
}

gboolean
merge_copies_merge (MergeCopies  *self,
                    const char   *ours,
                    const char   *theirs,
                    TlMerged     *merged,
                    GError      **error)
{
  TlWriter *writer = merge_copies_open (self, ours, 0);
  g_autofree char *path = NULL;

  if (!self->as_files)
    return tl_merge_take (writer, tl_writer_get_database (get_in_memory (self, theirs)->writer), merged, error);
  path = get_whole (self, theirs);
  return tl_merge_run (writer, path, merged, error);
}

/* What is wrong with a copy, "sound" for nothing. */
char *
merge_copies_verify (MergeCopies *self,
                     const char  *name)
{
  g_autofree char *path = self->as_files ? get_whole (self, name) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TlVerification) found =
    path != NULL ? tl_verify_path (path, NULL, NULL, NULL, NULL, &error)
                 : tl_verify_database (tl_writer_get_database (get_in_memory (self, name)->writer), NULL, NULL, NULL,
                                       NULL, &error);

  g_assert_no_error (error);
  return g_strdup (found->fault != NULL ? found->fault : "sound");
}
