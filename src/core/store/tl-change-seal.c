/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-change-private.h"

#include <string.h>

static int
compare_fields (const TlEdit *a,
                const TlEdit *b)
{
  int order = a->table == b->table ? 0 : strcmp (a->table, b->table);

  if (order == 0)
    order = tl_id_compare (&a->row, &b->row);
  if (order == 0 && a->column != b->column)
    order = strcmp (a->column, b->column);
  return order;
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  const TlChangeItem *item_a = a, *item_b = b;
  int order = compare_fields (&item_a->edit, &item_b->edit);

  return order != 0 ? order : item_a->sequence < item_b->sequence ? -1 : 1;
}

/* Keeps the items for which @keeps is true, in their order. */
static void
filter (TlChange *self,
        gboolean (*keeps) (TlChange *self, guint index))
{
  guint n = 0;

  for (guint i = 0; i < self->items->len; i++)
    {
      TlChangeItem *item = &g_array_index (self->items, TlChangeItem, i);

      if (keeps (self, i))
        {
          if (n != i)
            {
              g_array_index (self->items, TlChangeItem, n) = *item;
              memset (item, 0, sizeof *item);
            }
          n++;
        }
      else
        {
          tl_change_item_clear (item);
        }
    }
  g_array_set_size (self->items, n);
}

static gboolean
is_last_of_its_field (TlChange *self,
                      guint     index)
{
  return index + 1 == self->items->len
         || compare_fields (&tl_change_peek (self, index)->edit, &tl_change_peek (self, index + 1)->edit) != 0;
}

/**
 * tl_change_sort:
 * @self: a change
 *
 * Puts the edits in the order of table, row and column.
 */
void
tl_change_sort (TlChange *self)
{
  g_array_sort (self->items, compare_items);
}

static gboolean
has_edit_of (TlChange   *self,
             TlRowBlock *block)
{
  const char *table = tl_row_block_get_table (block);
  guint row = 0, n_rows = tl_row_block_get_n_rows (block);

  for (guint i = 0; i < self->items->len && row < n_rows;)
    {
      const TlEdit *edit = &tl_change_peek (self, i)->edit;
      TlId id;
      int order = 1;

      if (edit->table == table)
        {
          id = tl_row_block_get_id (block, row);
          order = tl_id_compare (&id, &edit->row);
        }
      if (order == 0)
        return TRUE;
      if (order < 0)
        row++;
      else
        i++;
    }
  return FALSE;
}

static int
compare_blocks (gconstpointer a,
                gconstpointer b)
{
  return strcmp (tl_row_block_get_table (a), tl_row_block_get_table (b));
}

/* A row that is packed twice, or edited besides, is no case for packing. */
static void
settle_blocks (TlChange *self)
{
  gboolean mixed = FALSE;

  g_ptr_array_sort_values (self->blocks, compare_blocks);
  for (guint i = 0; i < self->blocks->len; i++)
    {
      TlRowBlock *block = g_ptr_array_index (self->blocks, i);

      mixed |= !tl_row_block_settle (block) || has_edit_of (self, block);
    }
  if (!mixed)
    return;
  tl_change_unpack (self);
  filter (self, is_last_of_its_field);
}

/**
 * tl_change_settle:
 * @self: a change that isn't sealed
 *
 * Puts the edits in the order of table, row and column, and keeps only the last of each field.
 */
void
tl_change_settle (TlChange *self)
{
  g_clear_pointer (&self->recall, tl_recall_free);
  tl_change_sort (self);
  filter (self, is_last_of_its_field);
  if (self->blocks != NULL)
    settle_blocks (self);
}

static gboolean
is_kept (TlChange *self,
         guint     index)
{
  return tl_change_peek (self, index)->kept;
}

/**
 * tl_change_drop_unkept:
 * @self: a change that isn't sealed
 *
 * Drops the edits that change nothing.
 */
void
tl_change_drop_unkept (TlChange *self)
{
  filter (self, is_kept);
}

static void
add_hashed (GChecksum     *sum,
            gconstpointer  data,
            gsize          length)
{
  guint32 big_endian = GUINT32_TO_BE ((guint32) length);

  g_checksum_update (sum, (const guchar *) &big_endian, sizeof big_endian);
  if (length > 0)
    g_checksum_update (sum, data, (gssize) length);
}

/* Each field is preceded by its length as a big-endian number of 32 bits; numbers are big-endian too. */
static TlDigest
compute_id (const TlChange *self)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  gint64 time = GINT64_TO_BE (self->seal.time);
  guint32 version = GUINT32_TO_BE (self->seal.version);
  TlDigest id;
  gsize length = sizeof id.bytes;

  add_hashed (sum, self->seal.parents, self->seal.n_parents * sizeof (TlDigest));
  add_hashed (sum, &time, sizeof time);
  add_hashed (sum, self->actor.bytes, self->seal.actor != NULL ? sizeof self->actor.bytes : 0);
  add_hashed (sum, self->kind, strlen (self->kind));
  add_hashed (sum, &version, sizeof version);
  add_hashed (sum, self->seal.digest.bytes, sizeof self->seal.digest.bytes);
  g_checksum_get_digest (sum, id.bytes, &length);
  return id;
}

/**
 * tl_change_seal:
 * @self: a change that isn't sealed
 * @seal: what makes it a part of the history
 *
 * Works out the id of a change, which from now on never changes.
 */
void
tl_change_seal (TlChange           *self,
                const TlChangeSeal *seal)
{
  g_return_if_fail (!self->sealed);
  g_return_if_fail (seal->n_parents <= G_N_ELEMENTS (seal->parents));
  g_return_if_fail (seal->n_parents < 2 || tl_digest_compare (&seal->parents[0], &seal->parents[1]) < 0);

  self->seal = *seal;
  if (seal->salt != NULL)
    g_bytes_ref (seal->salt);
  if (seal->actor != NULL)
    {
      self->actor = *seal->actor;
      self->seal.actor = &self->actor;
    }
  self->id = compute_id (self);
  self->sealed = TRUE;
}

/**
 * tl_change_unseal:
 * @self: a sealed change that no history has
 *
 * Takes back [func@Tl.change_seal], for a change that couldn't be kept.
 */
void
tl_change_unseal (TlChange *self)
{
  g_clear_pointer (&self->seal.salt, g_bytes_unref);
  memset (&self->seal, 0, sizeof self->seal);
  self->sealed = FALSE;
}

/**
 * tl_change_get_seal:
 * @self: a sealed change
 *
 * Returns: (transfer none): what makes it a part of the history
 */
const TlChangeSeal *
tl_change_get_seal (const TlChange *self)
{
  g_return_val_if_fail (self->sealed, NULL);

  return &self->seal;
}

/**
 * tl_change_is_sealed:
 * @self: a change
 *
 * Returns: whether it is part of a history, and so has an id and never changes
 */
gboolean
tl_change_is_sealed (const TlChange *self)
{
  return self->sealed;
}

/**
 * tl_change_get_id:
 * @self: a sealed change
 *
 * Returns: (transfer none): its id
 */
const TlDigest *
tl_change_get_id (const TlChange *self)
{
  g_return_val_if_fail (self->sealed, NULL);

  return &self->id;
}

/**
 * tl_change_get_time:
 * @self: a sealed change
 *
 * Returns: when it was made, in milliseconds since 1970, UTC
 */
gint64
tl_change_get_time (const TlChange *self)
{
  g_return_val_if_fail (self->sealed, 0);

  return self->seal.time;
}

/**
 * tl_change_get_actor:
 * @self: a sealed change
 *
 * Returns: (transfer none) (nullable): the id of who made it; %NULL for a merge
 */
const TlId *
tl_change_get_actor (const TlChange *self)
{
  g_return_val_if_fail (self->sealed, NULL);

  return self->seal.actor;
}

/**
 * tl_change_get_n_parents:
 * @self: a sealed change
 *
 * Returns: how many changes it follows: none for the first, two for a merge
 */
guint
tl_change_get_n_parents (const TlChange *self)
{
  g_return_val_if_fail (self->sealed, 0);

  return self->seal.n_parents;
}

/**
 * tl_change_get_parent:
 * @self: a sealed change
 * @index: less than the number of its parents
 *
 * Returns: (transfer none): the id of a change that it follows; two are in the order of their ids
 */
const TlDigest *
tl_change_get_parent (const TlChange *self,
                      guint           index)
{
  g_return_val_if_fail (self->sealed && index < self->seal.n_parents, NULL);

  return &self->seal.parents[index];
}

/**
 * tl_digest_compare:
 * @a: a digest
 * @b: another digest
 *
 * Returns: less than, equal to or greater than zero, by the order of the bytes
 */
int
tl_digest_compare (const TlDigest *a,
                   const TlDigest *b)
{
  return memcmp (a, b, sizeof *a);
}

/**
 * tl_digest_equal:
 * @a: a digest
 * @b: another digest
 *
 * Returns: whether both are the same
 */
gboolean
tl_digest_equal (const TlDigest *a,
                 const TlDigest *b)
{
  return tl_digest_compare (a, b) == 0;
}
