/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-restore.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-history.h"
#include "tl-row.h"
#include "tl-store-error.h"
#include "tl-undo-private.h"
#include "tl-write-set.h"

/* Lets a row be what it was. */
static gboolean
put_back (TlDatabase      *ours,
          TlDatabase      *earlier,
          const TlWrite   *write,
          TlChange        *change,
          GError         **error)
{
  g_autoptr (TlRow) now = tl_row_load (ours, write->table, &write->row, error);
  g_autoptr (TlRow) before = now != NULL ? tl_row_load (earlier, write->table, &write->row, error) : NULL;

  if (before == NULL)
    return FALSE;
  if (!before->exists)
    {
      if (now->exists)
        tl_change_remove_row (change, write->table->name, &write->row);
      return TRUE;
    }
  if (!now->exists)
    tl_change_add_row (change, write->table->name, &write->row);
  for (guint i = 0; i < write->table->n_columns; i++)
    {
      if (!now->exists || !tl_value_equal (&now->values[i], &before->values[i]))
        tl_change_set (change, write->table->name, &write->row, write->table->columns[i].name, &before->values[i]);
    }
  return TRUE;
}

static TlWriteSet *
find_writes_since (TlDatabase      *ours,
                   const TlDigest  *head,
                   TlChangeGraph  **graph,
                   GError         **error)
{
  g_autofree gboolean *all = NULL, *before = NULL;
  int index;

  *graph = tl_change_graph_new (ours, error);
  if (*graph == NULL)
    return NULL;
  index = tl_change_graph_find (*graph, head);
  if (index < 0)
    {
      g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_INVALID,
                   _("The backup has changes that this workbook doesn’t have."));
      return NULL;
    }
  before = tl_change_graph_get_ancestry (*graph, (guint) index);
  all = g_new (gboolean, tl_change_graph_get_length (*graph));
  for (guint i = 0; i < tl_change_graph_get_length (*graph); i++)
    all[i] = TRUE;
  return tl_write_set_new (*graph, all, before, error);
}

/**
 * tl_restore_make:
 * @ours: the writer's connection
 * @earlier: the document as it was when @head was its latest change
 * @head: a change of our history
 * @error: return location for an error
 *
 * Makes the change that gives every field the value that it had in an earlier copy of the document, lets rows that have
 * come since go, and brings back those that have gone. Nothing in the history goes: what was done since can still be
 * read, and taking this one change back brings it all back.
 *
 * Returns: (transfer full) (nullable): the change, not yet applied
 */
TlChange *
tl_restore_make (TlDatabase      *ours,
                 TlDatabase      *earlier,
                 const TlDigest  *head,
                 GError         **error)
{
  g_autoptr (TlChangeGraph) graph = NULL;
  g_autoptr (GHashTable) since = find_writes_since (ours, head, &graph, error);
  g_autoptr (TlChange) change = tl_change_new (TL_CHANGE_KIND_RESTORE);
  g_autoptr (GPtrArray) writes = NULL;
  const TlWrite *last = NULL;
  char hex[TL_UNDO_HEX_LENGTH + 1];

  if (since == NULL)
    return NULL;
  writes = tl_write_set_sort (since);
  for (guint i = 0; i < writes->len; i++)
    {
      const TlWrite *write = g_ptr_array_index (writes, i);
      gboolean same = last != NULL && last->table == write->table && tl_id_equal (&last->row, &write->row);

      if (!same && strcmp (write->table->name, TL_SCHEMA_WORKBOOK) != 0
          && !put_back (ours, earlier, write, change, error))
        return NULL;
      last = write;
    }
  tl_undo_write_hex (head, hex);
  tl_change_set_note (change, TL_NOTE_RESTORES, hex);
  return g_steal_pointer (&change);
}

/**
 * tl_restore_load_target:
 * @database: a connection
 * @change: a change
 *
 * Returns: (transfer full) (nullable): the change up to which @change put everything back; %NULL also when it did no such
 *   thing
 */
TlChange *
tl_restore_load_target (TlDatabase     *database,
                        const TlChange *change)
{
  TlDigest head;

  return tl_undo_read_hex (tl_change_get_note (change, TL_NOTE_RESTORES), &head)
         ? tl_history_load (database, &head, NULL) : NULL;
}
