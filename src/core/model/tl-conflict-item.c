/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-conflict-item.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-field-text.h"
#include "tl-locale.h"
#include "tl-schema.h"
#include "tl-workbook.h"

struct _TlConflictItem
{
  GObject parent_instance;

  TlConflict *conflict;
  /* What the field may hold, NULL for a row's existence. */
  const TlSchemaColumn *column;
  const TlField *field;
};

G_DEFINE_FINAL_TYPE (TlConflictItem, tl_conflict_item, G_TYPE_OBJECT)

static void
tl_conflict_item_finalize (GObject *object)
{
  g_clear_pointer (&TL_CONFLICT_ITEM (object)->conflict, tl_conflict_free);

  G_OBJECT_CLASS (tl_conflict_item_parent_class)->finalize (object);
}

static void
tl_conflict_item_class_init (TlConflictItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_conflict_item_finalize;
}

static void
tl_conflict_item_init (TlConflictItem *self)
{
}

static const TlField *
find_field (const TlSchemaTable *table,
            const char          *column)
{
  const TlTableLayout *layout = table->table != TL_NO_TABLE ? tl_layout_get (table->table) : NULL;

  for (guint i = 0; layout != NULL && i < layout->n_fields; i++)
    {
      if (g_strcmp0 (layout->fields[i].column, column) == 0)
        return &layout->fields[i];
    }
  return NULL;
}

/**
 * tl_conflict_item_new:
 * @conflict: (transfer full): a conflict
 *
 * Returns: (transfer full): the conflict as an object
 */
TlConflictItem *
tl_conflict_item_new (TlConflict *conflict)
{
  TlConflictItem *self = g_object_new (TL_TYPE_CONFLICT_ITEM, NULL);
  const TlSchemaTable *table = tl_schema_find_table (conflict->table);
  int column = tl_schema_table_find_column (table, conflict->column);

  self->conflict = conflict;
  if (column >= 0)
    self->column = &table->columns[column];
  if (column >= 0 && table->pairs == NULL)
    self->field = find_field (table, conflict->column);
  return self;
}

/**
 * tl_conflict_item_get_conflict:
 * @self: a conflict
 *
 * Returns: (transfer none): both values, who and when
 */
const TlConflict *
tl_conflict_item_get_conflict (TlConflictItem *self)
{
  return self->conflict;
}

/**
 * tl_conflict_item_is_shown:
 * @self: a conflict
 * @side: 0 for the earlier change, 1 for the later
 *
 * Returns: whether the workbook shows that side's value now
 */
gboolean
tl_conflict_item_is_shown (TlConflictItem *self,
                           guint           side)
{
  g_return_val_if_fail (side < G_N_ELEMENTS (self->conflict->sides), FALSE);

  return tl_value_equal (&self->conflict->sides[side].value, &self->conflict->now);
}

static gboolean
is_same_field (const TlConflict *a,
               const TlConflict *b)
{
  return tl_digest_equal (&a->merge, &b->merge) && strcmp (a->table, b->table) == 0 && tl_id_equal (&a->row, &b->row)
         && strcmp (a->column, b->column) == 0;
}

/**
 * tl_conflict_item_equal:
 * @self: a conflict
 * @other: another
 *
 * Returns: whether both say the same
 */
gboolean
tl_conflict_item_equal (TlConflictItem *self,
                        TlConflictItem *other)
{
  const TlConflict *a = self->conflict, *b = other->conflict;

  if (!is_same_field (a, b) || !tl_value_equal (&a->now, &b->now) || strcmp (a->place, b->place) != 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (a->sides); i++)
    {
      if (g_strcmp0 (a->sides[i].who, b->sides[i].who) != 0 || g_strcmp0 (a->sides[i].words, b->sides[i].words) != 0)
        return FALSE;
    }
  return TRUE;
}

/**
 * tl_conflict_item_get_field_type:
 * @self: a conflict whose field can be typed
 *
 * Returns: what the field holds
 */
TlFieldType
tl_conflict_item_get_field_type (TlConflictItem *self)
{
  return self->column != NULL ? self->column->type : TL_FIELD_TEXT;
}

/**
 * tl_conflict_item_get_words:
 * @self: a conflict
 *
 * Returns: the enum of the words that the field is chosen from, %G_TYPE_INVALID where it isn't
 */
GType
tl_conflict_item_get_words (TlConflictItem *self)
{
  return self->column != NULL && self->column->type == TL_FIELD_WORD ? self->column->words () : G_TYPE_INVALID;
}

/**
 * tl_conflict_item_can_be_typed:
 * @self: a conflict
 *
 * Returns: whether another value than the two can be given as text
 */
gboolean
tl_conflict_item_can_be_typed (TlConflictItem *self)
{
  if (self->column == NULL)
    return FALSE;
  switch ((int) self->column->type)
    {
    case TL_FIELD_TEXT:
    case TL_FIELD_TEXTS:
      return TRUE;
    case TL_FIELD_DAY:
    case TL_FIELD_WORD:
    case TL_FIELD_NUMBER:
    case TL_FIELD_WHOLE:
      return self->field != NULL;
    default:
      return FALSE;
    }
}

static gboolean
read_value (TlConflictItem  *self,
            const char      *text,
            TlValue         *value,
            char           **message)
{
  g_autofree char *number = NULL;

  if (self->field != NULL && self->field->type == TL_FIELD_NUMBER)
    number = tl_locale_read_number (text);
  if (self->field != NULL)
    return tl_field_text_read (self->field, number != NULL ? number : text, value, message);
  tl_value_set_text (value, text);
  return tl_field_text_check (text, message);
}

/**
 * tl_conflict_item_read:
 * @self: a conflict whose field can be typed
 * @text: what somebody typed; space around it is dropped, and nothing clears the field
 * @value: (out): what it says
 * @error: what is wrong with it
 *
 * Reads another value than the two, by the rules by which a cell of a spreadsheet is read.
 *
 * Returns: whether the field can have it
 */
gboolean
tl_conflict_item_read (TlConflictItem  *self,
                       const char      *text,
                       TlValue         *value,
                       GError         **error)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text)), *message = NULL;

  g_return_val_if_fail (tl_conflict_item_can_be_typed (self), FALSE);

  tl_value_clear (value);
  if (*trimmed == '\0' && !self->column->required)
    return TRUE;
  if (*trimmed == '\0')
    message = g_strdup (_("This can’t be left empty."));
  else if (read_value (self, trimmed, value, &message))
    return TRUE;
  g_set_error_literal (error, TL_WORKBOOK_ERROR, TL_WORKBOOK_ERROR_VALUE, message);
  return FALSE;
}
