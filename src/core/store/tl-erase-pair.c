/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-erase-pair.h"

#include <string.h>

#include "tl-change-body.h"
#include "tl-change-private.h"
#include "tl-erase-body.h"
#include "tl-erase-text.h"

/**
 * tl_erase_pair_name_field:
 * @edit: an edit
 *
 * Returns: (transfer full): its field, as `table:row:column`
 */
char *
tl_erase_pair_name_field (const TlEdit *edit)
{
  char hex[TL_ID_HEX_LENGTH + 1];

  tl_id_to_hex (&edit->row, hex);
  return g_strdup_printf ("%s:%s:%s", edit->table, hex, edit->column);
}

/**
 * tl_erase_pair_make_key:
 * @edit: an edit
 * @value: a value that its field had
 *
 * Returns: (transfer full) (nullable): what tells a text of one field, or the content of a file, from others; %NULL for
 *   what can't be erased
 */
char *
tl_erase_pair_make_key (const TlEdit  *edit,
                        const TlValue *value)
{
  g_autofree char *field = tl_erase_pair_name_field (edit);
  g_autofree char *content = NULL;

  if (value->type == TL_VALUE_TEXT)
    return g_strdup_printf ("%s:%s", field, value->text);
  if (value->type != TL_VALUE_BYTES)
    return NULL;
  content = g_base64_encode (g_bytes_get_data (value->bytes, NULL), g_bytes_get_size (value->bytes));
  return g_strdup_printf ("%s:%s", field, content);
}

static gboolean
is_same_field (const TlEdit *one,
               const TlEdit *other)
{
  return tl_id_equal (&one->row, &other->row) && strcmp (one->table, other->table) == 0
         && strcmp (one->column, other->column) == 0;
}

/* Both must say the same of themselves, of the same fields. */
static gboolean
is_same_frame (const TlChange *one,
               const TlChange *other)
{
  g_autoptr (GPtrArray) notes = tl_change_list_notes (one);
  g_autoptr (GPtrArray) other_notes = tl_change_list_notes (other);

  if (notes->len != other_notes->len || tl_change_get_n_edits (one) != tl_change_get_n_edits (other))
    return FALSE;
  for (guint i = 0; i < notes->len; i++)
    {
      const char *name = g_ptr_array_index (notes, i);

      if (g_strcmp0 (tl_change_get_note (one, name), tl_change_get_note (other, name)) != 0)
        return FALSE;
    }
  for (guint i = 0; i < tl_change_get_n_edits (one); i++)
    {
      if (!is_same_field (tl_change_get_edit (one, i), tl_change_get_edit (other, i)))
        return FALSE;
    }
  return TRUE;
}

static const TlSchemaColumn *
find_column (const TlEdit *edit)
{
  const TlSchemaTable *table = tl_schema_find_table (edit->table);
  int column = table != NULL ? tl_schema_table_find_column (table, edit->column) : -1;

  return column >= 0 && tl_erase_text_is_possible (table, (guint) column) ? &table->columns[column] : NULL;
}

static gboolean
is_rest (const TlEdit  *edit,
         const TlValue *before,
         const TlValue *after)
{
  const TlSchemaColumn *column = find_column (edit);

  return tl_value_equal (before, after) || (column != NULL && tl_erase_text_is_rest (column, before, after));
}

/**
 * tl_erase_pair_is_rest:
 * @before: a change as it was
 * @after: the same change as another copy has it
 *
 * Returns: whether @after says nothing that @before didn't
 */
gboolean
tl_erase_pair_is_rest (const TlChange *before,
                       const TlChange *after)
{
  if (!is_same_frame (before, after))
    return FALSE;
  for (guint i = 0; i < tl_change_get_n_edits (before); i++)
    {
      const TlEdit *was = tl_change_get_edit (before, i), *is = tl_change_get_edit (after, i);

      if (!is_rest (was, &was->old_value, &is->old_value) || !is_rest (was, &was->new_value, &is->new_value))
        return FALSE;
    }
  return TRUE;
}

/* What both leave of a value; where each erased another part of it, nothing. */
static gboolean
combine_values (const TlEdit  *edit,
                const TlValue *one,
                const TlValue *other,
                TlValue       *rest)
{
  tl_value_copy (is_rest (edit, one, other) ? other : one, rest);
  if (is_rest (edit, one, other) || is_rest (edit, other, one))
    return TRUE;
  if (find_column (edit) == NULL)
    return FALSE;
  tl_erase_text_empty (find_column (edit), rest);
  return TRUE;
}

/**
 * tl_erase_pair_combine:
 * @one: a change from which something was erased
 * @other: the same change, from which something else was erased
 *
 * Returns: (transfer full) (nullable): the body without either, the same for either order; %NULL if one of them can't
 *   have come from the other's original
 */
GBytes *
tl_erase_pair_combine (const TlChange *one,
                       const TlChange *other)
{
  g_autoptr (TlChange) rest = tl_change_new (tl_change_get_kind (one));
  g_autoptr (GPtrArray) notes = tl_change_list_notes (one);

  if (!is_same_frame (one, other))
    return NULL;
  for (guint i = 0; i < notes->len; i++)
    tl_change_set_note (rest, g_ptr_array_index (notes, i), tl_change_get_note (one, g_ptr_array_index (notes, i)));
  for (guint i = 0; i < tl_change_get_n_edits (one); i++)
    {
      const TlEdit *first = tl_change_get_edit (one, i), *second = tl_change_get_edit (other, i);
      g_auto (TlValue) old_value = TL_VALUE_INIT;
      g_auto (TlValue) new_value = TL_VALUE_INIT;

      if (!combine_values (first, &first->old_value, &second->old_value, &old_value)
          || !combine_values (first, &first->new_value, &second->new_value, &new_value))
        return NULL;
      tl_change_add_edit (rest, first->table, &first->row, first->column, &old_value, &new_value);
    }
  return tl_change_body_write (rest);
}

/**
 * tl_erase_pair_make_salt:
 * @one: a change from which something was erased
 * @other: the same change, from which something else was erased
 *
 * Returns: (transfer full): the salt of what both leave, the same for either order
 */
GBytes *
tl_erase_pair_make_salt (const TlChange *one,
                         const TlChange *other)
{
  GBytes *first = tl_change_get_seal (one)->salt, *second = tl_change_get_seal (other)->salt;
  GByteArray *both = g_byte_array_new ();
  g_autoptr (GBytes) joined = NULL;

  if (g_bytes_compare (first, second) > 0)
    {
      first = tl_change_get_seal (other)->salt;
      second = tl_change_get_seal (one)->salt;
    }
  g_byte_array_append (both, g_bytes_get_data (first, NULL), (guint) g_bytes_get_size (first));
  g_byte_array_append (both, g_bytes_get_data (second, NULL), (guint) g_bytes_get_size (second));
  joined = g_byte_array_free_to_bytes (both);
  return tl_erase_body_make_salt (joined);
}

static void
learn_value (const TlEdit  *edit,
             const TlValue *before,
             const TlValue *after,
             GHashTable    *rests,
             GHashTable    *fields)
{
  char *key = tl_value_equal (before, after) ? NULL : tl_erase_pair_make_key (edit, before);
  TlValue *rest;

  if (key == NULL)
    return;
  rest = g_new0 (TlValue, 1);
  tl_value_copy (after, rest);
  g_hash_table_insert (rests, key, rest);
  g_hash_table_add (fields, tl_erase_pair_name_field (edit));
}

/**
 * tl_erase_pair_learn:
 * @before: a change as it was
 * @after: what is left of it
 * @rests: (inout) (element-type utf8 TlValue): what is left of which text of a field, by [func@Tl.erase_pair_make_key]
 * @fields: (inout) (element-type utf8): the fields from which something was erased
 *
 * Learns from a change what was erased.
 */
void
tl_erase_pair_learn (const TlChange *before,
                     const TlChange *after,
                     GHashTable     *rests,
                     GHashTable     *fields)
{
  for (guint i = 0; i < tl_change_get_n_edits (before); i++)
    {
      const TlEdit *was = tl_change_get_edit (before, i), *is = tl_change_get_edit (after, i);

      learn_value (was, &was->old_value, &is->old_value, rests, fields);
      learn_value (was, &was->new_value, &is->new_value, rests, fields);
    }
}
