/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-recall.h"

#include <string.h>

#include "tl-body-lines.h"
#include "tl-change-body.h"
#include "tl-statement.h"

/* A row is known by how the line of an edit of it begins, ["table","hexadecimal id", */
struct _TlRecall
{
  GHashTable *rows;
  /* The values of those before whose beginning nothing is to be found. */
  GHashTable *begun;
};

static char *
make_key (const char *table,
          const TlId *row)
{
  char hex[TL_ID_HEX_LENGTH + 1];

  tl_id_to_hex (row, hex);
  return g_strdup_printf ("[\"%s\",\"%s\",", table, hex);
}

static void
free_value (gpointer value)
{
  tl_value_clear (value);
  g_free (value);
}

/**
 * tl_recall_new:
 *
 * Returns: (transfer full): a recall of no rows
 */
TlRecall *
tl_recall_new (void)
{
  TlRecall *self = g_new0 (TlRecall, 1);

  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);
  self->begun = g_hash_table_new (NULL, NULL);
  return self;
}

/**
 * tl_recall_free:
 * @self: (transfer full): a recall
 *
 * Frees a recall.
 */
void
tl_recall_free (TlRecall *self)
{
  g_hash_table_unref (self->begun);
  g_hash_table_unref (self->rows);
  g_free (self);
}

/**
 * tl_recall_add:
 * @self: a recall that hasn't run
 * @table: name of a table
 * @row: id of a row
 *
 * Adds a row to those that are looked for.
 */
void
tl_recall_add (TlRecall   *self,
               const char *table,
               const TlId *row)
{
  g_hash_table_insert (self->rows, make_key (table, row),
                       g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_value));
}

/**
 * tl_recall_get:
 * @self: a recall that has run
 * @table: name of a table
 * @row: id of a row
 *
 * Returns: (transfer none) (nullable) (element-type utf8 TlValue): the row's values by column, %NULL for a row that
 *   wasn't looked for
 */
GHashTable *
tl_recall_get (TlRecall   *self,
               const char *table,
               const TlId *row)
{
  g_autofree char *key = make_key (table, row);

  return g_hash_table_lookup (self->rows, key);
}

/**
 * tl_recall_take:
 * @self: a recall
 * @other: another that has run
 *
 * Takes over what another has found.
 */
void
tl_recall_take (TlRecall *self,
                TlRecall *other)
{
  GHashTableIter iter;
  gpointer key, values;

  g_hash_table_iter_init (&iter, other->rows);
  while (g_hash_table_iter_next (&iter, &key, &values))
    g_hash_table_insert (self->rows, g_strdup (key), g_hash_table_ref (values));
}

/* The lines of a body that are of rows looked for. */
static GBytes *
pick_lines (TlRecall *self,
            GBytes   *body)
{
  const char *text = g_bytes_get_data (body, NULL);
  GString *picked = g_string_new (NULL);
  g_auto (TlBodyLines) lines;
  gsize header = G_MAXSIZE;

  tl_body_lines_begin (&lines, body);
  while (tl_body_lines_next (&lines))
    {
      if (lines.key->len == 0 || !g_hash_table_contains (self->rows, lines.key->str))
        continue;
      if (lines.is_new_row && lines.header_start != header)
        {
          header = lines.header_start;
          g_string_append_len (picked, text + header, (gssize) (lines.header_end - header));
        }
      g_string_append_len (picked, text + lines.start, (gssize) (lines.end - lines.start));
    }
  return g_string_free_to_bytes (picked);
}

/* Whether a row came to be here, and nowhere else: a change's time is later than those of all that it follows, and no two
 * copies make the same id, except of what they import, which goes by its key (version 5). */
static gboolean
is_beginning (const TlEdit *edit)
{
  return strcmp (edit->column, TL_COLUMN_LIVE) == 0 && edit->old_value.type == TL_VALUE_NULL
         && edit->new_value.type == TL_VALUE_INTEGER && edit->new_value.integer != 0 && edit->row.bytes[6] >> 4 == 7;
}

/* Takes over what no later change has set. */
static void
take_values (TlRecall       *self,
             const TlChange *change)
{
  for (guint i = 0; i < tl_change_get_n_edits (change); i++)
    {
      const TlEdit *edit = tl_change_get_edit (change, i);
      GHashTable *values = tl_recall_get (self, edit->table, &edit->row);
      TlValue *value;

      if (values != NULL && is_beginning (edit))
        g_hash_table_add (self->begun, values);
      if (values == NULL || g_hash_table_contains (values, edit->column))
        continue;
      value = g_new0 (TlValue, 1);
      tl_value_copy (&edit->new_value, value);
      g_hash_table_insert (values, g_strdup (edit->column), value);
    }
}

/**
 * tl_recall_run:
 * @self: a recall
 * @database: a connection
 * @error: return location for an error
 *
 * Reads the history, from the latest change back to where all the rows came to be, for the values that their fields last had.
 *
 * Returns: whether that worked
 */
gboolean
tl_recall_run (TlRecall    *self,
               TlDatabase  *database,
               GError     **error)
{
  sqlite3_stmt *statement =
    tl_database_prepare (database, "SELECT body FROM change ORDER BY time DESC, id DESC", error);
  gboolean more = TRUE;

  if (statement == NULL)
    return FALSE;
  while (more && g_hash_table_size (self->begun) < g_hash_table_size (self->rows))
    {
      g_autoptr (TlChange) change = tl_change_new (TL_CHANGE_KIND_CREATE);
      g_autoptr (GBytes) compressed = NULL, body = NULL, lines = NULL;

      if (!tl_database_step (database, statement, &more, error))
        return FALSE;
      compressed = more ? tl_statement_get_bytes (statement, 0) : NULL;
      if (compressed == NULL)
        continue;
      body = tl_change_body_decompress (compressed, error);
      lines = body != NULL ? pick_lines (self, body) : NULL;
      if (lines == NULL || !tl_change_body_read_part (change, lines, error))
        {
          sqlite3_reset (statement);
          return FALSE;
        }
      take_values (self, change);
    }
  sqlite3_reset (statement);
  return TRUE;
}
