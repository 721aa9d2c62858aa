/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-history.h"

#include <string.h>

#include "tl-recall.h"

/* What the rows were that are gone, while changes are being told of on this thread. */
typedef struct
{
  TlRecall *recall;
  guint depth;
} Remembered;

static void
free_remembered (gpointer data)
{
  Remembered *self = data;

  tl_recall_free (self->recall);
  g_free (self);
}

static GPrivate remembered = G_PRIVATE_INIT (free_remembered);

/* More rows of a table aren't told of by name. */
#define MOST_REMEMBERED 100

/**
 * tl_history_remember_rows:
 * @database: a connection
 * @change: (nullable): a change that is to be told of, %NULL before several are
 *
 * Reads the history once for the rows that went with a change, of which each would take a reading of its own, and remembers
 * each row that is asked for, as the workbook mustn't change meanwhile. They are forgotten by
 * [func@Tl.history_forget_rows], of which there is one for each call.
 */
void
tl_history_remember_rows (TlDatabase     *database,
                          const TlChange *change)
{
  g_autoptr (TlRecall) recall = tl_recall_new ();
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  Remembered *known = g_private_get (&remembered);
  guint n = 0;

  if (known == NULL)
    {
      known = g_new0 (Remembered, 1);
      known->recall = tl_recall_new ();
      g_private_set (&remembered, known);
    }
  known->depth++;
  for (guint i = 0; change != NULL && i < tl_change_get_n_edits (change); i++)
    {
      const TlEdit *edit = tl_change_get_edit (change, i);
      guint of_table = GPOINTER_TO_UINT (g_hash_table_lookup (counts, edit->table));

      if (strcmp (edit->column, TL_COLUMN_LIVE) != 0 || edit->new_value.type != TL_VALUE_INTEGER
          || edit->new_value.integer != 0 || of_table == MOST_REMEMBERED
          || tl_recall_get (known->recall, edit->table, &edit->row) != NULL)
        continue;
      g_hash_table_insert (counts, (gpointer) edit->table, GUINT_TO_POINTER (of_table + 1));
      tl_recall_add (recall, edit->table, &edit->row);
      n++;
    }
  if (n > 1 && tl_recall_run (recall, database, NULL))
    tl_recall_take (known->recall, recall);
}

/**
 * tl_history_forget_rows:
 *
 * Forgets what was remembered on this thread.
 */
void
tl_history_forget_rows (void)
{
  Remembered *known = g_private_get (&remembered);

  if (known != NULL && --known->depth == 0)
    g_private_replace (&remembered, NULL);
}

/**
 * tl_history_find_values:
 * @database: a connection
 * @table: name of a table
 * @row: id of a row that isn't there any more
 * @error: return location for an error
 *
 * Reads the history for the values that a row's fields last had.
 *
 * Returns: (transfer full) (nullable) (element-type utf8 TlValue): the values by column
 */
GHashTable *
tl_history_find_values (TlDatabase  *database,
                        const char  *table,
                        const TlId  *row,
                        GError     **error)
{
  g_autoptr (TlRecall) recall = NULL;
  Remembered *known = g_private_get (&remembered);
  GHashTable *values = known != NULL ? tl_recall_get (known->recall, table, row) : NULL;

  if (values != NULL)
    return g_hash_table_ref (values);
  recall = tl_recall_new ();
  tl_recall_add (recall, table, row);
  if (!tl_recall_run (recall, database, error))
    return NULL;
  if (known != NULL)
    tl_recall_take (known->recall, recall);
  return g_hash_table_ref (tl_recall_get (recall, table, row));
}
