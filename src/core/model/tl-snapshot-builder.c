/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-snapshot-builder.h"
#include "tl-snapshot-private.h"

#include <string.h>

/* Ten thousand years would need a place for each of their days. */
#define MOST_DAYS 100000

struct _TlSnapshotBuilder
{
  TlSnapshot *snapshot;
  TlTable table;
  TlFacts *row;
  GArray *links;
  GArray *pairs;
};

/* A link to a row that hasn't come yet. */
typedef struct
{
  gconstpointer *place;
  TlTable target;
  TlId id;
} PendingLink;

/**
 * tl_snapshot_builder_new:
 * @document: the document's id
 *
 * Returns: (transfer full): a builder without rows
 */
TlSnapshotBuilder *
tl_snapshot_builder_new (const TlId *document)
{
  TlSnapshotBuilder *self = g_new0 (TlSnapshotBuilder, 1);

  self->snapshot = tl_snapshot_new (document);
  self->links = g_array_new (FALSE, FALSE, sizeof (PendingLink));
  self->pairs = g_array_new (FALSE, FALSE, sizeof (TlSnapshotPair));
  return self;
}

/**
 * tl_snapshot_builder_free:
 * @self: (transfer full): a builder
 *
 * Frees a builder and what it has built so far.
 */
void
tl_snapshot_builder_free (TlSnapshotBuilder *self)
{
  g_clear_pointer (&self->snapshot, tl_snapshot_unref);
  g_array_unref (self->links);
  g_array_unref (self->pairs);
  g_free (self);
}

/**
 * tl_snapshot_builder_set_head:
 * @self: a builder
 * @head: the id of a change
 *
 * Says up to which change the rows have everything.
 */
void
tl_snapshot_builder_set_head (TlSnapshotBuilder *self,
                              const TlDigest    *head)
{
  self->snapshot->head = *head;
  self->snapshot->has_head = TRUE;
}

/**
 * tl_snapshot_builder_set_key:
 * @self: a builder
 * @key: a key of the Workbook sheet
 * @value: (nullable): its value
 *
 * Sets one of the workbook's own keys.
 */
void
tl_snapshot_builder_set_key (TlSnapshotBuilder *self,
                             const char        *key,
                             const char        *value)
{
  TlArena *arena = self->snapshot->arena;

  if (value == NULL)
    g_hash_table_remove (self->snapshot->keys, key);
  else
    g_hash_table_insert (self->snapshot->keys, (gpointer) tl_arena_keep (arena, key),
                         (gpointer) tl_arena_keep (arena, value));
}

/**
 * tl_snapshot_builder_begin_row:
 * @self: a builder
 * @table: the row's table
 * @id: the row's id, not yet used in this table
 * @ref: (nullable): its ref
 * @occurrence: which one of several imported rows with the same natural key, 0 when not imported
 *
 * Begins a row, without any values; what is set next goes into it.
 */
void
tl_snapshot_builder_begin_row (TlSnapshotBuilder *self,
                               TlTable            table,
                               const TlId        *id,
                               const char        *ref,
                               int                occurrence)
{
  TlFacts *row = tl_facts_new (self->snapshot->arena, table, id, ref, occurrence);

  g_ptr_array_add (self->snapshot->tables[table].rows, row);
  g_hash_table_insert (self->snapshot->tables[table].by_id, &row->id, row);
  self->table = table;
  self->row = row;
}

static void
set_link (TlSnapshotBuilder *self,
          gconstpointer     *place,
          TlTable            target,
          const TlId        *id)
{
  PendingLink link = { place, target, *id };

  *place = tl_snapshot_find (self->snapshot, target, id);
  if (*place == NULL)
    g_array_append_val (self->links, link);
}

/**
 * tl_snapshot_builder_set:
 * @self: a builder with a row begun
 * @field: a field of the row's table, of any type but who and links
 * @value: its value as the database holds it
 *
 * Sets one field of the row. A value of the wrong type counts as missing.
 */
void
tl_snapshot_builder_set (TlSnapshotBuilder *self,
                         const TlField     *field,
                         const TlValue     *value)
{
  TlId id;

  g_return_if_fail (self->row != NULL);

  if (field->type != TL_FIELD_LINK)
    tl_facts_set (self->snapshot->arena, self->row, field, value);
  else if (tl_value_get_id (value, &id))
    tl_snapshot_builder_set_link (self, field, &id);
}

/**
 * tl_snapshot_builder_set_link:
 * @self: a builder with a row begun
 * @field: a field of the row's table, of type link
 * @target: id of a row of the field's target, which may come later
 *
 * Sets one link of the row, as [func@Tl.snapshot_builder_set] would, without a value in between.
 */
void
tl_snapshot_builder_set_link (TlSnapshotBuilder *self,
                              const TlField     *field,
                              const TlId        *target)
{
  g_return_if_fail (self->row != NULL);

  set_link (self, TL_FACTS_FIELD (gconstpointer, self->row, field->offset), field->target, target);
}

/**
 * tl_snapshot_builder_set_who:
 * @self: a builder with a row begun
 * @field: a field of the row's table, of type who
 * @person: the id of a person, or null
 * @text: a text, or null
 *
 * Sets who did something.
 */
void
tl_snapshot_builder_set_who (TlSnapshotBuilder *self,
                             const TlField     *field,
                             const TlValue     *person,
                             const TlValue     *text)
{
  TlWho *who;
  TlId id;

  g_return_if_fail (self->row != NULL);

  who = TL_FACTS_FIELD (TlWho, self->row, field->offset);
  if (tl_value_get_id (person, &id))
    set_link (self, TL_FACTS_FIELD (gconstpointer, who, G_STRUCT_OFFSET (TlWho, person)), TL_TABLE_PERSON, &id);
  if (text->type == TL_VALUE_TEXT && *text->text != '\0')
    who->text = tl_arena_keep (self->snapshot->arena, text->text);
}

/**
 * tl_snapshot_builder_add_pair:
 * @self: a builder
 * @table: a table
 * @field: one of its fields, of type links
 * @row: a row of the table
 * @target: a row of the field's target
 *
 * Adds a row to another row's list; both may come later.
 */
void
tl_snapshot_builder_add_pair (TlSnapshotBuilder *self,
                              TlTable            table,
                              const TlField     *field,
                              const TlId        *row,
                              const TlId        *target)
{
  TlSnapshotPair pair = { table, field, *row, *target };

  g_array_append_val (self->pairs, pair);
}

/**
 * tl_snapshot_builder_add_attachment:
 * @self: a builder
 * @evidence: the evidence that it is attached to, which may come later
 * @attachment: what is known of it
 *
 * Adds a file that is attached to evidence.
 */
void
tl_snapshot_builder_add_attachment (TlSnapshotBuilder       *self,
                                    const TlId              *evidence,
                                    const TlAttachmentFacts *attachment)
{
  tl_snapshot_add_attachment (self->snapshot, evidence, attachment);
}

/**
 * tl_snapshot_builder_set_attached_size:
 * @self: a builder
 * @size: the length in bytes of all files that the workbook carries
 *
 * Sets how much the files make up.
 */
void
tl_snapshot_builder_set_attached_size (TlSnapshotBuilder *self,
                                       gint64             size)
{
  self->snapshot->attached_size = size;
}

static int
compare_pointers (gconstpointer a,
                  gconstpointer b,
                  gpointer      table)
{
  return tl_facts_compare (GPOINTER_TO_INT (table), *(const TlFacts * const *) a, *(const TlFacts * const *) b);
}

static TlDay
get_day (const GPtrArray *rows,
         guint            index,
         const TlField   *field)
{
  return *TL_FACTS_FIELD (TlDay, g_ptr_array_index (rows, index), field->offset);
}

static void
sort_some (gpointer *rows,
           gsize     n,
           TlTable   table)
{
  for (gsize i = 1; i < n; i++)
    {
      if (compare_pointers (&rows[i - 1], &rows[i], GINT_TO_POINTER (table)) <= 0)
        continue;
      g_sort_array (rows, n, sizeof *rows, compare_pointers, GINT_TO_POINTER (table));
      return;
    }
}

/* Puts each row with those of its day, and only these in order, which they often are already: a million rows compared one
 * with another take as long as reading them. Returns whether the days lie close enough together for that. */
static gboolean
sort_by_day (GPtrArray     *rows,
             TlTable        table,
             const TlField *field)
{
  TlDay first = G_MAXINT, last = G_MININT;
  g_autofree gpointer *sorted = NULL;
  g_autofree guint *ends = NULL;

  for (guint i = 0; i < rows->len; i++)
    {
      TlDay day = get_day (rows, i, field);

      first = MIN (first, day);
      last = MAX (last, day);
    }
  if (rows->len == 0 || (gint64) last - first > MOST_DAYS)
    return FALSE;

  ends = g_new0 (guint, last - first + 2);
  for (guint i = 0; i < rows->len; i++)
    ends[get_day (rows, i, field) - first + 1]++;
  for (TlDay day = first; day < last; day++)
    ends[day - first + 1] += ends[day - first];
  sorted = g_new (gpointer, rows->len);
  for (guint i = 0; i < rows->len; i++)
    sorted[ends[get_day (rows, i, field) - first]++] = g_ptr_array_index (rows, i);
  for (TlDay day = first; day <= last; day++)
    {
      guint begin = day > first ? ends[day - first - 1] : 0;

      sort_some (sorted + begin, ends[day - first] - begin, table);
    }
  memcpy (rows->pdata, sorted, rows->len * sizeof *sorted);
  return TRUE;
}

static void
sort_rows (TlSnapshot *snapshot)
{
  for (TlTable table = 0; table < TL_N_TABLES; table++)
    {
      GPtrArray *rows = snapshot->tables[table].rows;
      const TlField *order = tl_facts_get_order (table);

      if (order == NULL || order->type != TL_FIELD_DAY || !sort_by_day (rows, table, order))
        g_ptr_array_sort_with_data (rows, compare_pointers, GINT_TO_POINTER (table));
      for (guint i = rows->len; i > 0; i--)
        {
          TlFacts *row = g_ptr_array_index (rows, i - 1);

          if (row->ref != NULL)
            g_hash_table_insert (snapshot->tables[table].by_ref, (gpointer) row->ref, row);
        }
    }
}

/**
 * tl_snapshot_builder_end:
 * @self: a builder
 *
 * Resolves links, puts rows in order and fills the lists. The builder can only be freed afterwards.
 *
 * Returns: (transfer full): the snapshot
 */
TlSnapshot *
tl_snapshot_builder_end (TlSnapshotBuilder *self)
{
  for (guint i = 0; i < self->links->len; i++)
    {
      const PendingLink *link = &g_array_index (self->links, PendingLink, i);

      *link->place = tl_snapshot_find (self->snapshot, link->target, &link->id);
    }
  sort_rows (self->snapshot);
  tl_snapshot_fill_lists (self->snapshot, self->pairs);
  tl_snapshot_hand_out_attachments (self->snapshot);
  tl_snapshot_read_settings (self->snapshot);

  self->row = NULL;
  return g_steal_pointer (&self->snapshot);
}
