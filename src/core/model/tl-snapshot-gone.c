/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-snapshot-private.h"

/* A change says of a row that goes, and of one that comes back as it was, only that it does. So a snapshot that is patched
 * remembers the rows that it has seen go, and knows pairs by their ids. */

/**
 * tl_snapshot_find_gone:
 * @self: a snapshot
 * @table: a table
 * @id: a row's id
 *
 * Returns: (transfer none) (nullable): the row as it was when it went, %NULL when this snapshot didn't see it go
 */
TlFacts *
tl_snapshot_find_gone (TlSnapshot *self,
                       TlTable     table,
                       const TlId *id)
{
  return self->gone[table] != NULL ? g_hash_table_lookup (self->gone[table], id) : NULL;
}

/**
 * tl_snapshot_keep_gone:
 * @self: a snapshot
 * @table: a table
 * @row: a row that goes
 *
 * Remembers a row as it was.
 */
void
tl_snapshot_keep_gone (TlSnapshot *self,
                       TlTable     table,
                       TlFacts    *row)
{
  if (self->gone[table] == NULL)
    self->gone[table] = g_hash_table_new (tl_id_hash, tl_id_equal);
  g_hash_table_insert (self->gone[table], &row->id, row);
}

typedef struct
{
  TlId id;
  TlSnapshotPair pair;
} KnownPair;

/**
 * tl_snapshot_keep_pair:
 * @self: a snapshot
 * @pair: a pair
 *
 * Remembers a pair by its id.
 */
void
tl_snapshot_keep_pair (TlSnapshot           *self,
                       const TlSnapshotPair *pair)
{
  KnownPair *known;

  /* Until somebody asks, none is known. */
  if (self->pairs == NULL)
    return;
  known = g_new (KnownPair, 1);
  known->id = tl_field_get_pair_id (pair->table, pair->field, &pair->row, &pair->target);
  known->pair = *pair;
  g_hash_table_replace (self->pairs, &known->id, known);
}

static void
learn_list (TlSnapshot    *self,
            TlTable        table,
            const TlField *field)
{
  for (guint i = 0; i < tl_snapshot_count (self, table); i++)
    {
      const TlFacts *row = tl_snapshot_get (self, table, i);
      const TlFactsList *list = TL_FACTS_FIELD (TlFactsList, row, field->offset);

      for (guint j = 0; j < list->n; j++)
        {
          const TlFacts *target = list->rows[j];
          TlSnapshotPair pair = { table, field, row->id, target->id };

          tl_snapshot_keep_pair (self, &pair);
        }
    }
}

static void
learn_pairs (TlSnapshot *self)
{
  self->pairs = g_hash_table_new_full (tl_id_hash, tl_id_equal, NULL, g_free);
  for (TlTable table = 0; table < TL_N_TABLES; table++)
    {
      const TlTableLayout *layout = tl_layout_get (table);

      for (guint i = 0; i < layout->n_fields; i++)
        {
          if (layout->fields[i].type == TL_FIELD_LINKS)
            learn_list (self, table, &layout->fields[i]);
        }
    }
}

/**
 * tl_snapshot_find_pair:
 * @self: a snapshot
 * @table: a table
 * @field: one of its fields, of type links
 * @id: the id of a pair's row
 * @pair: (out caller-allocates): the pair, also one that has been and isn't any more
 *
 * Returns: whether it is known
 */
gboolean
tl_snapshot_find_pair (TlSnapshot     *self,
                       TlTable         table,
                       const TlField  *field,
                       const TlId     *id,
                       TlSnapshotPair *pair)
{
  const KnownPair *known;

  if (self->pairs == NULL)
    learn_pairs (self);
  known = g_hash_table_lookup (self->pairs, id);
  if (known == NULL || known->pair.table != table || known->pair.field != field)
    return FALSE;
  *pair = known->pair;
  return TRUE;
}
