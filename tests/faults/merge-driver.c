/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "merge-copies.h"

#include <stdio.h>
#include <stdlib.h>

#include "tl-change-private.h"
#include "tl-conflict-list.h"
#include "tl-statement.h"

/* Does what test-merge-model.py tells it, a line at a time, to copies of a workbook, and answers each line but a fork
 * with one of its own: new, fork, edit, settle, merge, verify. */

static MergeCopies *copies;

static void
append_id (GString        *answer,
           const TlDigest *id)
{
  static const char digits[] = "0123456789abcdef";

  for (gsize i = 0; i < sizeof id->bytes; i++)
    {
      g_string_append_c (answer, digits[id->bytes[i] >> 4]);
      g_string_append_c (answer, digits[id->bytes[i] & 0xf]);
    }
}

static void
answer_head (GString  *answer,
             TlWriter *writer)
{
  append_id (answer, tl_writer_get_head (writer));
  g_string_append_printf (answer, " %" G_GINT64_FORMAT, tl_writer_get_head_time (writer) - MERGE_COPIES_BEGINNING);
}

/* new COPY KIND, where KIND is memory or files. */
static void
make (GString  *answer,
      char    **words)
{
  merge_copies_begin (copies, words[1], g_str_equal (words[2], "files"));
  answer_head (answer, merge_copies_open (copies, words[1], 0));
}

static void
fork_copy (GString  *answer,
           char    **words)
{
  merge_copies_fork (copies, words[1], words[2]);
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
  gint64 time = MERGE_COPIES_BEGINNING + g_ascii_strtoll (words[2], NULL, 10);
  TlWriter *writer = merge_copies_open (copies, words[1], time);
  g_autoptr (TlChange) change = tl_change_new ("edit");
  g_autoptr (GError) error = NULL;

  for (char **word = words + 3; *word != NULL; word += 4)
    {
      add_edit (change, word[0], word[1], word[2], word[3]);
      if (g_str_equal (words[0], "settle"))
        tl_change_peek (change, tl_change_get_n_edits (change) - 1)->insists = TRUE;
    }
  tl_writer_apply (writer, change, NULL, &error);
  g_assert_no_error (error);
  if (tl_change_is_sealed (change))
    answer_head (answer, writer);
  else
    g_string_append (answer, "nothing");
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
tell_state (GString    *answer,
            TlDatabase *database)
{
  answer_rows (answer, database, "SELECT 'risk', id, ref, title, baseline_issue FROM risk");
  answer_rows (answer, database, "SELECT 'action', id, risk, title, expected_result FROM action");
  answer_rows (answer, database, "SELECT 'gone', row FROM removed_row");
}

static void
tell_found (GString    *answer,
            TlDatabase *database)
{
  answer_rows (answer, database,
               "SELECT row, column_name, first, second FROM conflict WHERE merge = "
               "(SELECT id FROM change ORDER BY time DESC LIMIT 1)");
}

static void
tell_open (GString    *answer,
           TlDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = tl_conflict_list (database, &error);

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

/* Answers all that there is to ask after a merge: the head; what this merge found; the tables; what is open. */
static void
merge (GString  *answer,
       char    **words)
{
  TlWriter *writer = merge_copies_open (copies, words[1], 0);
  TlDatabase *database = tl_writer_get_database (writer);
  g_auto (TlMerged) merged = { 0 };
  g_autoptr (GError) error = NULL;

  merge_copies_merge (copies, words[1], words[2], &merged, &error);
  g_assert_no_error (error);
  answer_head (answer, writer);
  g_string_append (answer, " ; ");
  tell_found (answer, database);
  g_string_append (answer, "; ");
  tell_state (answer, database);
  g_string_append (answer, "; ");
  tell_open (answer, database);
}

static void
verify (GString  *answer,
        char    **words)
{
  g_autofree char *found = merge_copies_verify (copies, words[1]);

  g_string_append (answer, found);
}

static const struct
{
  const char *name;
  void (*run) (GString  *answer,
               char    **words);
  gboolean silent;
} orders[] = {
  { "new", make },
  { "fork", fork_copy, TRUE },
  { "edit", edit },
  { "settle", edit },
  { "merge", merge },
  { "verify", verify },
};

int
main (int   argc,
      char *argv[])
{
  char *line = NULL;
  size_t size = 0;

  g_assert_cmpint (argc, ==, 2);
  copies = merge_copies_new (argv[1]);
  while (getline (&line, &size, stdin) > 0)
    {
      g_auto (GStrv) words = g_strsplit (g_strchomp (line), " ", -1);
      g_autoptr (GString) answer = g_string_new (NULL);
      guint i = 0;

      while (i < G_N_ELEMENTS (orders) && !g_str_equal (orders[i].name, words[0]))
        i++;
      g_assert_cmpuint (i, <, G_N_ELEMENTS (orders));
      orders[i].run (answer, words);
      if (orders[i].silent)
        continue;
      puts (answer->str);
      fflush (stdout);
    }
  free (line);
  merge_copies_free (copies);
  return 0;
}
