/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-snapshot-builder.h"
#include "tl-snapshot-private.h"

#include <math.h>
#include <string.h>

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

typedef struct
{
  TlTable table;
  const TlField *field;
  TlId row;
  TlId target;
} Pair;

#define FIELD_POINTER(Type, row, offset) ((Type *) (gpointer) ((guint8 *) (row) + (offset)))

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
  self->pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
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
  const TlTableLayout *layout = tl_layout_get (table);
  TlFacts *row = tl_arena_allocate (self->snapshot->arena, layout->facts_size);

  row->id = *id;
  row->ref = ref != NULL && *ref != '\0' ? tl_arena_keep (self->snapshot->arena, ref) : NULL;
  row->occurrence = occurrence;
  for (guint i = 0; i < layout->n_fields; i++)
    {
      if (layout->fields[i].type == TL_FIELD_NUMBER)
        *FIELD_POINTER (double, row, layout->fields[i].offset) = NAN;
    }

  g_ptr_array_add (self->snapshot->tables[table].rows, row);
  g_hash_table_insert (self->snapshot->tables[table].by_id, &row->id, row);
  self->table = table;
  self->row = row;
}

static const char * const *
split_texts (TlSnapshotBuilder *self,
             const char        *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ";", -1);
  const char **kept = tl_arena_allocate (self->snapshot->arena, (g_strv_length (parts) + 1) * sizeof *kept);
  guint n = 0;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (*g_strstrip (parts[i]) != '\0')
        kept[n++] = tl_arena_keep (self->snapshot->arena, parts[i]);
    }
  return kept;
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

static void
set_text (TlSnapshotBuilder *self,
          const TlField     *field,
          const char        *text)
{
  TlDay day = TL_NO_DAY;
  int word = 0;

  switch ((int) field->type)
    {
    case TL_FIELD_TEXT:
      *FIELD_POINTER (const char *, self->row, field->offset) =
        *text != '\0' ? tl_arena_keep (self->snapshot->arena, text) : NULL;
      break;
    case TL_FIELD_TEXTS:
      *FIELD_POINTER (const char * const *, self->row, field->offset) = split_texts (self, text);
      break;
    case TL_FIELD_DAY:
      tl_day_from_iso (text, &day);
      *FIELD_POINTER (TlDay, self->row, field->offset) = day;
      break;
    case TL_FIELD_WORD:
      tl_word_find (field->words (), text, &word);
      *FIELD_POINTER (int, self->row, field->offset) = word;
      break;
    default:
      break;
    }
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

  if (value->type == TL_VALUE_TEXT)
    set_text (self, field, value->text);
  else if (field->type == TL_FIELD_LINK && tl_value_get_id (value, &id))
    tl_snapshot_builder_set_link (self, field, &id);
  else if (field->type == TL_FIELD_WHOLE && value->type == TL_VALUE_INTEGER)
    *FIELD_POINTER (int, self->row, field->offset) = (int) CLAMP (value->integer, G_MININT, G_MAXINT);
  else if (field->type == TL_FIELD_NUMBER && value->type == TL_VALUE_INTEGER)
    *FIELD_POINTER (double, self->row, field->offset) = (double) value->integer;
  else if (field->type == TL_FIELD_NUMBER && value->type == TL_VALUE_REAL && isfinite (value->real))
    *FIELD_POINTER (double, self->row, field->offset) = value->real;
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

  set_link (self, FIELD_POINTER (gconstpointer, self->row, field->offset), field->target, target);
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

  who = FIELD_POINTER (TlWho, self->row, field->offset);
  if (tl_value_get_id (person, &id))
    set_link (self, FIELD_POINTER (gconstpointer, who, G_STRUCT_OFFSET (TlWho, person)), TL_TABLE_PERSON, &id);
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
  Pair pair = { table, field, *row, *target };

  g_array_append_val (self->pairs, pair);
}

static int compare_rows (TlTable        table,
                         const TlFacts *a,
                         const TlFacts *b);

static int
compare_field (const TlField *field,
               const TlFacts *a,
               const TlFacts *b)
{
  gconstpointer at_a = (const guint8 *) a + field->offset;
  gconstpointer at_b = (const guint8 *) b + field->offset;

  switch ((int) field->type)
    {
    case TL_FIELD_DAY:
      return *(const TlDay *) at_a - *(const TlDay *) at_b;
    case TL_FIELD_WORD:
      return *(const int *) at_a - *(const int *) at_b;
    case TL_FIELD_TEXT:
      return tl_facts_compare_refs (*(const char * const *) at_a, *(const char * const *) at_b);
    case TL_FIELD_LINK:
      {
        const TlFacts *to_a = *(const TlFacts * const *) at_a;
        const TlFacts *to_b = *(const TlFacts * const *) at_b;

        if (to_a == NULL || to_b == NULL || to_a == to_b)
          return (to_a == NULL) - (to_b == NULL);
        return compare_rows (field->target, to_a, to_b);
      }
    default:
      return 0;
    }
}

/* Sorting a million rows asks twenty million times. */
static const TlField *
get_order (TlTable table)
{
  static const TlField *orders[TL_N_TABLES];
  static gsize known = 0;

  if (g_once_init_enter (&known))
    {
      for (TlTable one = 0; one < TL_N_TABLES; one++)
        {
          const TlTableLayout *layout = tl_layout_get (one);

          orders[one] = layout->order != NULL ? tl_layout_find_field (one, layout->order) : NULL;
        }
      g_once_init_leave (&known, 1);
    }
  return orders[table];
}

static int
compare_rows (TlTable        table,
              const TlFacts *a,
              const TlFacts *b)
{
  const TlField *field = get_order (table);
  int order = 0;

  if (field != NULL)
    order = compare_field (field, a, b);
  if (order == 0)
    order = tl_facts_compare_refs (a->ref, b->ref);
  if (order == 0)
    order = tl_id_compare (&a->id, &b->id);
  return order;
}

static int
compare_pointers (gconstpointer a,
                  gconstpointer b,
                  gpointer      table)
{
  return compare_rows (GPOINTER_TO_INT (table), *(const TlFacts * const *) a, *(const TlFacts * const *) b);
}

static void
sort_rows (TlSnapshot *snapshot)
{
  for (TlTable table = 0; table < TL_N_TABLES; table++)
    {
      GPtrArray *rows = snapshot->tables[table].rows;

      g_ptr_array_sort_with_data (rows, compare_pointers, GINT_TO_POINTER (table));
      for (guint i = rows->len; i > 0; i--)
        {
          TlFacts *row = g_ptr_array_index (rows, i - 1);

          if (row->ref != NULL)
            g_hash_table_insert (snapshot->tables[table].by_ref, (gpointer) row->ref, row);
        }
    }
}

/* Lists are filled in two passes, so that each is one piece of memory: the first pass counts, the second adds. */
static void
add_to_list (TlArena       *arena,
             TlFactsList   *list,
             gconstpointer  row,
             gboolean       count_only)
{
  if (count_only)
    {
      list->n++;
      return;
    }
  if (list->rows == NULL)
    {
      list->rows = tl_arena_allocate (arena, list->n * sizeof *list->rows);
      list->n = 0;
    }
  list->rows[list->n++] = row;
}

static int
compare_pairs (gconstpointer a,
               gconstpointer b,
               gpointer      snapshot)
{
  const Pair *pair_a = a, *pair_b = b;

  return compare_rows (pair_a->field->target, tl_snapshot_find (snapshot, pair_a->field->target, &pair_a->target),
                       tl_snapshot_find (snapshot, pair_b->field->target, &pair_b->target));
}

static int
compare_pairs_by_field (gconstpointer a,
                        gconstpointer b,
                        gpointer      snapshot)
{
  const Pair *pair_a = a, *pair_b = b;

  if (pair_a->field != pair_b->field)
    return pair_a->field < pair_b->field ? -1 : 1;
  return compare_pairs (a, b, snapshot);
}

/* A row that isn't there, as in a file that was altered, leaves no pair behind. */
static void
drop_broken_pairs (TlSnapshotBuilder *self)
{
  for (guint i = self->pairs->len; i > 0; i--)
    {
      const Pair *pair = &g_array_index (self->pairs, Pair, i - 1);

      if (tl_snapshot_find (self->snapshot, pair->table, &pair->row) == NULL
          || tl_snapshot_find (self->snapshot, pair->field->target, &pair->target) == NULL)
        g_array_remove_index_fast (self->pairs, i - 1);
    }
  g_array_sort_with_data (self->pairs, compare_pairs_by_field, self->snapshot);
}

static void
fill_pairs (TlSnapshotBuilder *self,
            gboolean           count_only)
{
  for (guint i = 0; i < self->pairs->len; i++)
    {
      const Pair *pair = &g_array_index (self->pairs, Pair, i);
      gconstpointer row = tl_snapshot_find (self->snapshot, pair->table, &pair->row);
      gconstpointer target = tl_snapshot_find (self->snapshot, pair->field->target, &pair->target);

      add_to_list (self->snapshot->arena, FIELD_POINTER (TlFactsList, row, pair->field->offset), target, count_only);
    }
}

static void
fill_back_lists (TlSnapshot    *snapshot,
                 TlTable        table,
                 const TlField *field,
                 gboolean       count_only)
{
  GPtrArray *rows = snapshot->tables[table].rows;

  for (guint i = 0; i < rows->len; i++)
    {
      gpointer row = g_ptr_array_index (rows, i);
      TlFactsList single = { FIELD_POINTER (gconstpointer, row, field->offset), 1 };
      const TlFactsList *targets =
        field->type == TL_FIELD_LINKS ? FIELD_POINTER (TlFactsList, row, field->offset) : &single;

      for (guint j = 0; j < targets->n; j++)
        {
          if (targets->rows[j] != NULL)
            add_to_list (snapshot->arena, FIELD_POINTER (TlFactsList, targets->rows[j], field->back_offset), row,
                         count_only);
        }
    }
}

static void
fill_lists (TlSnapshotBuilder *self)
{
  fill_pairs (self, TRUE);
  fill_pairs (self, FALSE);

  for (TlTable table = 0; table < TL_N_TABLES; table++)
    {
      const TlTableLayout *layout = tl_layout_get (table);

      for (guint i = 0; i < layout->n_fields; i++)
        {
          if (layout->fields[i].back_offset == 0)
            continue;
          fill_back_lists (self->snapshot, table, &layout->fields[i], TRUE);
          fill_back_lists (self->snapshot, table, &layout->fields[i], FALSE);
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
  drop_broken_pairs (self);
  fill_lists (self);
  tl_snapshot_read_settings (self->snapshot);

  self->row = NULL;
  return g_steal_pointer (&self->snapshot);
}
