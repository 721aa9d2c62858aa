/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tl-change-private.h"
#include "tl-conflict-list.h"
#include "tl-history.h"
#include "tl-merge.h"
#include "tl-statement.h"
#include "tl-verify.h"

/* Does what test-merge-model.py tells it, a line at a time, to copies of a workbook, and answers each line with one of
 * its own: new, fork, edit, settle, merge, state, found, open, verify. */

/* The model's clock begins here, in milliseconds since 1970. */
#define BEGINNING 1000000

static const char *folder;

/* The copies that are open, by name: opening one takes longer than all that is done to it. */
static GHashTable *writers;

static char *
get_path (const char *copy)
{
  g_autofree char *name = g_strconcat (copy, ".db", NULL);

  return g_build_filename (folder, name, NULL);
}

/* Opens a copy anew, at a time of its own. */
static TlWriter *
open_at (const char *copy,
         gint64      time)
{
  g_autofree char *path = get_path (copy);
  g_autoptr (TlIdSource) ids = tl_id_source_new_seeded ("model", BEGINNING + time);
  g_autoptr (GError) error = NULL;
  TlWriter *writer;

  g_hash_table_remove (writers, copy);
  writer = tl_writer_new (path, ids, &error);
  g_assert_no_error (error);
  g_hash_table_insert (writers, g_strdup (copy), writer);
  return writer;
}

static TlWriter *
open_copy (const char *copy)
{
  TlWriter *writer = g_hash_table_lookup (writers, copy);

  return writer != NULL ? writer : open_at (copy, 0);
}

/* What isn't in the log any more is in the file. */
static char *
get_whole (const char *copy)
{
  g_assert_true (tl_database_checkpoint (tl_writer_get_database (open_copy (copy)), TRUE, NULL));
  return get_path (copy);
}

static void
drop (const char *copy)
{
  g_autofree char *path = get_path (copy);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);

  g_hash_table_remove (writers, copy);
  g_remove (path);
  g_remove (log);
}

static void
append_id (GString        *answer,
           const TlDigest *id)
{
  for (gsize i = 0; i < sizeof id->bytes; i++)
    g_string_append_printf (answer, "%02x", id->bytes[i]);
}

static void
answer_head (GString  *answer,
             TlWriter *writer)
{
  append_id (answer, tl_writer_get_head (writer));
  g_string_append_printf (answer, " %" G_GINT64_FORMAT, tl_writer_get_head_time (writer) - BEGINNING);
}

static void
make (GString  *answer,
      char    **words)
{
  g_autofree char *path = get_path (words[1]);
  g_autoptr (TlIdSource) ids = tl_id_source_new_seeded ("model", BEGINNING);
  g_autoptr (GError) error = NULL;
  TlWriter *writer;

  drop (words[1]);
  writer = tl_writer_new_empty (path, ids, &error);
  g_assert_no_error (error);
  answer_head (answer, writer);
  g_hash_table_insert (writers, g_strdup (words[1]), writer);
}

static void
fork_copy (GString  *answer,
           char    **words)
{
  g_autofree char *from = get_whole (words[1]);
  g_autofree char *to = get_path (words[2]);
  g_autofree char *content = NULL;
  gsize length;

  drop (words[2]);
  g_assert_true (g_file_get_contents (from, &content, &length, NULL));
  g_assert_true (g_file_set_contents_full (to, content, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

static void
add_edit (TlChange   *change,
          const char *table,
          const char *hex,
          const char *column,
          const char *text)
{
  TlId row, target;

  g_assert_true (tl_id_from_hex (hex, &row));
  if (g_str_equal (column, TL_COLUMN_LIVE) && g_str_equal (text, "1"))
    tl_change_add_row (change, table, &row);
  else if (g_str_equal (column, TL_COLUMN_LIVE))
    tl_change_remove_row (change, table, &row);
  else if (tl_id_from_hex (text, &target))
    tl_change_set_id (change, table, &row, column, &target);
  else
    tl_change_set_text (change, table, &row, column, text);
}

/* edit COPY TIME (TABLE ROW COLUMN VALUE)…; settle insists. */
static void
edit (GString  *answer,
      char    **words)
{
  TlWriter *writer = open_at (words[1], g_ascii_strtoll (words[2], NULL, 10));
  g_autoptr (TlChange) change = tl_change_new ("edit");
  g_autoptr (GError) error = NULL;

  for (char **word = words + 3; *word != NULL; word += 4)
    {
      add_edit (change, word[0], word[1], word[2], word[3]);
      if (g_str_equal (words[0], "settle"))
        tl_change_peek (change, tl_change_get_n_edits (change) - 1)->insists = TRUE;
    }
  tl_writer_apply (writer, change, &error);
  g_assert_no_error (error);
  if (tl_change_is_sealed (change))
    answer_head (answer, writer);
  else
    g_string_append (answer, "nothing");
}

static void
merge (GString  *answer,
       char    **words)
{
  TlWriter *writer = open_copy (words[1]);
  g_autofree char *path = get_whole (words[2]);
  g_auto (TlMerged) merged = { 0 };
  g_autoptr (GError) error = NULL;

  tl_merge_run (writer, path, &merged, &error);
  g_assert_no_error (error);
  answer_head (answer, writer);
}

static void
append_value (GString       *answer,
              const TlValue *value)
{
  char hex[TL_ID_HEX_LENGTH + 1];
  TlId id;

  if (tl_value_get_id (value, &id))
    {
      tl_id_to_hex (&id, hex);
      g_string_append (answer, hex);
    }
  else if (value->type == TL_VALUE_TEXT)
    g_string_append (answer, value->text);
  else if (value->type == TL_VALUE_INTEGER)
    g_string_append_printf (answer, "%" G_GINT64_FORMAT, value->integer);
}

static void
answer_rows (GString    *answer,
             TlDatabase *database,
             const char *sql)
{
  g_autoptr (GError) error = NULL;
  sqlite3_stmt *statement = tl_database_prepare (database, sql, &error);
  gboolean more = TRUE;

  g_assert_no_error (error);
  while (tl_database_step (database, statement, &more, &error) && more)
    {
      for (int i = 0; i < sqlite3_column_count (statement); i++)
        {
          g_auto (TlValue) value = TL_VALUE_INIT;
          TlDigest digest;

          if (i > 0)
            g_string_append_c (answer, ',');
          if (tl_statement_get_digest (statement, i, &digest))
            {
              append_id (answer, &digest);
              continue;
            }
          tl_statement_get_value (statement, i, &value);
          append_value (answer, &value);
        }
      g_string_append_c (answer, ' ');
    }
  g_assert_no_error (error);
}

/* The rows of the tables, which must also be what the history says was removed. */
static void
tell_state (GString  *answer,
            char    **words)
{
  TlWriter *writer = open_copy (words[1]);
  TlDatabase *database = tl_writer_get_database (writer);

  answer_rows (answer, database, "SELECT 'risk', id, ref, title, baseline_issue FROM risk");
  answer_rows (answer, database, "SELECT 'action', id, risk, title, expected_result FROM action");
  answer_rows (answer, database, "SELECT 'gone', row FROM removed_row");
}

static void
tell_found (GString  *answer,
            char    **words)
{
  TlWriter *writer = open_copy (words[1]);

  answer_rows (answer, tl_writer_get_database (writer),
               "SELECT row, column_name, first, second FROM conflict WHERE merge = "
               "(SELECT id FROM change ORDER BY time DESC LIMIT 1)");
}

static void
tell_open (GString  *answer,
           char    **words)
{
  TlWriter *writer = open_copy (words[1]);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = tl_conflict_list (tl_writer_get_database (writer), &error);

  g_assert_no_error (error);
  for (guint i = 0; i < list->len; i++)
    {
      const TlConflict *conflict = g_ptr_array_index (list, i);
      char hex[TL_ID_HEX_LENGTH + 1];

      tl_id_to_hex (&conflict->row, hex);
      append_id (answer, &conflict->merge);
      g_string_append_printf (answer, ",%s,%s", hex, conflict->column);
      for (guint j = 0; j < G_N_ELEMENTS (conflict->sides); j++)
        {
          g_string_append_c (answer, ',');
          append_id (answer, &conflict->sides[j].change);
          g_string_append_c (answer, ',');
          append_value (answer, &conflict->sides[j].value);
        }
      g_string_append_c (answer, ' ');
    }
}

static void
verify (GString  *answer,
        char    **words)
{
  g_autofree char *path = get_whole (words[1]);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlVerification) found = tl_verify_path (path, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_string_append (answer, found->fault != NULL ? found->fault : "sound");
}

static const struct
{
  const char *name;
  void (*run) (GString  *answer,
               char    **words);
} orders[] = {
  { "new", make },
  { "fork", fork_copy },
  { "edit", edit },
  { "settle", edit },
  { "merge", merge },
  { "state", tell_state },
  { "found", tell_found },
  { "open", tell_open },
  { "verify", verify },
};

int
main (int   argc,
      char *argv[])
{
  char *line = NULL;
  size_t size = 0;

  g_assert_cmpint (argc, ==, 2);
  folder = argv[1];
  writers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) tl_writer_free);
  while (getline (&line, &size, stdin) > 0)
    {
      g_auto (GStrv) words = g_strsplit (g_strchomp (line), " ", -1);
      g_autoptr (GString) answer = g_string_new (NULL);
      guint i = 0;

      while (i < G_N_ELEMENTS (orders) && !g_str_equal (orders[i].name, words[0]))
        i++;
      g_assert_cmpuint (i, <, G_N_ELEMENTS (orders));
      orders[i].run (answer, words);
      puts (answer->str);
      fflush (stdout);
    }
  free (line);
  g_hash_table_unref (writers);
  return 0;
}
