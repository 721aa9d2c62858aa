/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-erasure.h"

#include <string.h>

#include "tl-erase-text.h"

typedef enum
{
  ERASE_ALL,
  ERASE_EARLIER,
  ERASE_PART,
} How;

/* One thing that happens to every value that a field has or had; @text is what is kept, or the part that is cut out. */
typedef struct
{
  How how;
  char *text;
} Step;

struct _TlErasure
{
  gatomicrefcount references;
  /* Steps by field, "table:row:column"; and the beginnings of the lines of such rows in a change's body. */
  GHashTable *fields;
  GHashTable *rows;
  GArray *actors;
};

G_DEFINE_BOXED_TYPE (TlErasure, tl_erasure, tl_erasure_ref, tl_erasure_unref)

static void
free_step (Step *step)
{
  g_free (step->text);
  g_free (step);
}

static char *
make_key (const char *table,
          const TlId *row,
          const char *column)
{
  char hex[TL_ID_HEX_LENGTH + 1];

  tl_id_to_hex (row, hex);
  return g_strdup_printf ("%s:%s:%s", table, hex, column);
}

/**
 * tl_erasure_new:
 *
 * Returns: (transfer full): an erasure of nothing
 */
TlErasure *
tl_erasure_new (void)
{
  TlErasure *self = g_new0 (TlErasure, 1);

  g_atomic_ref_count_init (&self->references);
  self->fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->actors = g_array_new (FALSE, FALSE, sizeof (TlId));
  return self;
}

/**
 * tl_erasure_ref:
 * @self: an erasure
 *
 * Returns: (transfer full): the erasure
 */
TlErasure *
tl_erasure_ref (TlErasure *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

/**
 * tl_erasure_unref:
 * @self: (transfer full): an erasure
 *
 * Lets go of an erasure.
 */
void
tl_erasure_unref (TlErasure *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_hash_table_unref (self->fields);
  g_hash_table_unref (self->rows);
  g_array_unref (self->actors);
  g_free (self);
}

static gboolean
add_step (TlErasure  *self,
          const char *table_name,
          const TlId *row,
          const char *column_name,
          How         how,
          const char *text)
{
  const TlSchemaTable *table = tl_schema_find_table (table_name);
  int column = table != NULL ? tl_schema_table_find_column (table, column_name) : -1;
  char hex[TL_ID_HEX_LENGTH + 1];
  GPtrArray *steps;
  Step *step;
  char *key;

  if (column < 0 || !tl_erase_text_is_possible (table, (guint) column))
    return FALSE;
  key = make_key (table_name, row, column_name);
  steps = g_hash_table_lookup (self->fields, key);
  if (steps == NULL)
    {
      steps = g_ptr_array_new_with_free_func ((GDestroyNotify) free_step);
      g_hash_table_insert (self->fields, g_strdup (key), steps);
    }
  g_free (key);
  step = g_new0 (Step, 1);
  step->how = how;
  step->text = g_strdup (text);
  g_ptr_array_add (steps, step);
  tl_id_to_hex (row, hex);
  g_hash_table_add (self->rows, g_strdup_printf ("[\"%s\",\"%s\",", table_name, hex));
  return TRUE;
}

/**
 * tl_erasure_add_field:
 * @self: an erasure that hasn't been given to a store
 * @table: name of a table
 * @row: id of a row that it has or had
 * @column: name of a column
 *
 * Adds a field whose text is to go, with all that it ever was. The content of an attached file goes too, once nothing in
 * the history names it.
 *
 * Returns: whether the column holds texts, or the content of files
 */
gboolean
tl_erasure_add_field (TlErasure  *self,
                      const char *table,
                      const TlId *row,
                      const char *column)
{
  return add_step (self, table, row, column, ERASE_ALL, NULL);
}

/**
 * tl_erasure_add_earlier:
 * @self: an erasure that hasn't been given to a store
 * @table: name of a table
 * @row: id of a row that it has or had
 * @column: name of a column
 * @kept: (nullable): what the field says now
 *
 * Adds a field whose earlier texts are to go, all but @kept.
 *
 * Returns: whether the column holds texts
 */
gboolean
tl_erasure_add_earlier (TlErasure  *self,
                        const char *table,
                        const TlId *row,
                        const char *column,
                        const char *kept)
{
  return add_step (self, table, row, column, ERASE_EARLIER, kept);
}

/**
 * tl_erasure_add_part:
 * @self: an erasure that hasn't been given to a store
 * @table: name of a table
 * @row: id of a row that it has or had
 * @column: name of a column
 * @part: a name
 *
 * Adds a field from whose texts, now and ever, a name is to be cut out.
 *
 * Returns: whether the column holds texts
 */
gboolean
tl_erasure_add_part (TlErasure  *self,
                     const char *table,
                     const TlId *row,
                     const char *column,
                     const char *part)
{
  g_return_val_if_fail (part != NULL && *part != '\0', FALSE);

  return add_step (self, table, row, column, ERASE_PART, part);
}

/**
 * tl_erasure_add_actor:
 * @self: an erasure that hasn't been given to a store
 * @actor: id of somebody who made changes
 *
 * Adds the name that somebody gave who made changes; their changes stay.
 */
void
tl_erasure_add_actor (TlErasure  *self,
                      const TlId *actor)
{
  g_array_append_val (self->actors, *actor);
}

/**
 * tl_erasure_get_actors:
 * @self: an erasure
 *
 * Returns: (transfer none) (element-type TlId): whose names are to be erased
 */
GArray *
tl_erasure_get_actors (const TlErasure *self)
{
  return self->actors;
}

/**
 * tl_erasure_list_fields:
 * @self: an erasure
 *
 * Returns: (transfer container) (element-type utf8): its fields, each as `table:row:column`, in order
 */
GPtrArray *
tl_erasure_list_fields (const TlErasure *self)
{
  GPtrArray *fields = g_hash_table_get_keys_as_ptr_array (self->fields);

  g_ptr_array_sort_values (fields, (GCompareFunc) strcmp);
  return fields;
}

/**
 * tl_erasure_has_row:
 * @self: an erasure
 * @key: how a line in a change's body begins that is about a row
 * @length: its length
 *
 * Returns: whether a field of that row is among what is to be erased
 */
gboolean
tl_erasure_has_row (const TlErasure *self,
                    const char      *key,
                    gsize            length)
{
  g_autofree char *row = g_strndup (key, length);

  return g_hash_table_contains (self->rows, row);
}

static void
take_step (const Step           *step,
           const TlSchemaColumn *column,
           TlValue              *value)
{
  g_autofree char *rest = NULL;

  /* Of a file there is no part that could stay. */
  if (value->type == TL_VALUE_BYTES && step->how == ERASE_ALL)
    tl_erase_text_empty (column, value);
  if (value->type != TL_VALUE_TEXT)
    return;
  if (step->how == ERASE_PART)
    {
      rest = tl_erase_text_cut (value->text, step->text);
      if (g_strcmp0 (rest, TL_ERASED_TEXT) == 0)
        tl_erase_text_empty (column, value);
      else if (rest != NULL)
        tl_value_set_text (value, rest);
    }
  else if (step->how == ERASE_ALL || g_strcmp0 (value->text, step->text) != 0)
    tl_erase_text_empty (column, value);
}

/**
 * tl_erasure_erase:
 * @self: an erasure
 * @table: name of a table
 * @row: id of a row
 * @column: name of a column
 * @value: (inout): a value that the field has or had
 *
 * Erases from a value what is to be erased. Of the same value it always leaves the same.
 *
 * Returns: whether the value isn't what it was
 */
gboolean
tl_erasure_erase (const TlErasure *self,
                  const char      *table,
                  const TlId      *row,
                  const char      *column,
                  TlValue         *value)
{
  g_autofree char *key = make_key (table, row, column);
  const GPtrArray *steps = g_hash_table_lookup (self->fields, key);
  const TlSchemaTable *schema = tl_schema_find_table (table);
  g_auto (TlValue) before = TL_VALUE_INIT;

  tl_value_copy (value, &before);
  for (guint i = 0; steps != NULL && i < steps->len; i++)
    take_step (g_ptr_array_index (steps, i), &schema->columns[tl_schema_table_find_column (schema, column)], value);
  return !tl_value_equal (&before, value);
}
