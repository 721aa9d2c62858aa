/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-history-edit-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-change-private.h"
#include "tl-erase-pair.h"
#include "tl-erase-record.h"
#include "tl-erase-text.h"
#include "tl-history-words.h"
#include "tl-row.h"

/**
 * tl_history_edit_is_live:
 * @edit: an edit
 *
 * Returns: whether it adds a row, brings it back or removes it
 */
gboolean
tl_history_edit_is_live (const TlEdit *edit)
{
  return strcmp (edit->column, TL_COLUMN_LIVE) == 0;
}

/**
 * tl_history_edit_becomes_live:
 * @edit: an edit
 *
 * Returns: whether it adds a row or brings it back
 */
gboolean
tl_history_edit_becomes_live (const TlEdit *edit)
{
  return tl_history_edit_is_live (edit) && edit->new_value.type == TL_VALUE_INTEGER && edit->new_value.integer != 0;
}

static const char *
get_sheet (const TlSchemaTable *table)
{
  return table->sheet != NULL ? _(table->sheet) : table->name;
}

/**
 * tl_history_words_say_row:
 * @database: a connection
 * @table: the table that the edit is in
 * @edit: one that adds a row, brings it back or removes it
 *
 * Returns: (transfer full): what it did: "added R1 to Risks"
 */
char *
tl_history_words_say_row (TlDatabase          *database,
                          const TlSchemaTable *table,
                          const TlEdit        *edit)
{
  g_autofree char *name = tl_history_words_row (database, table, &edit->row);

  if (!tl_history_edit_becomes_live (edit))
    return g_strdup_printf (_("removed %1$s from %2$s"), name, get_sheet (table));
  if (edit->old_value.type == TL_VALUE_NULL)
    return g_strdup_printf (_("added %1$s to %2$s"), name, get_sheet (table));
  if (tl_value_equal (&edit->old_value, &edit->new_value))
    return g_strdup_printf (_("kept %1$s in %2$s"), name, get_sheet (table));
  return g_strdup_printf (_("brought %1$s back to %2$s"), name, get_sheet (table));
}

static char *
say_pair (TlDatabase          *database,
          const TlSchemaTable *table,
          const TlEdit        *edit)
{
  g_autoptr (TlRow) row = tl_row_load (database, table, &edit->row, NULL);
  g_autoptr (GHashTable) values = NULL;
  g_autofree char *owner = NULL, *member = NULL;
  const TlValue *ends[2] = { NULL };

  if (row != NULL && !row->exists)
    values = tl_history_find_values (database, table->name, &edit->row, NULL);
  for (guint i = 0; row != NULL && i < 2; i++)
    ends[i] = row->exists ? &row->values[i]
                          : values != NULL ? g_hash_table_lookup (values, table->columns[i].name) : NULL;
  if (ends[0] == NULL || ends[1] == NULL)
    return tl_history_words_say_row (database, table, edit);

  owner = tl_history_words_value (database, &table->columns[0], ends[0]);
  member = tl_history_words_value (database, &table->columns[1], ends[1]);
  /* Translators: what is put into a list or taken out, the list's heading, and whose list it is */
  return g_strdup_printf (tl_history_edit_becomes_live (edit) ? _("put %1$s into %2$s of %3$s") : _("took %1$s out of %2$s of %3$s"),
                          member, _(table->columns[1].heading), owner);
}

/**
 * tl_history_words_name_field:
 * @database: a connection
 * @table: a table
 * @column: a column of it
 * @id: a row's id
 *
 * A key of the workbook is called by its own name.
 *
 * Returns: (transfer full): the field's name: "Title of R1"
 */
char *
tl_history_words_name_field (TlDatabase           *database,
                             const TlSchemaTable  *table,
                             const TlSchemaColumn *column,
                             const TlId           *id)
{
  g_autofree char *row = tl_history_words_row (database, table, id);

  if (strcmp (table->name, TL_SETTING_TABLE) == 0)
    return g_steal_pointer (&row);
  return g_strdup_printf (C_("history", "%1$s of %2$s"),
                          column->heading != NULL ? _(column->heading) : column->name, row);
}

/**
 * tl_history_was_erased:
 * @database: a connection
 * @change: a change of its history
 * @edit: one of its edits
 *
 * Returns: whether something was erased for good from the field since, so that the edit may not say what it said
 */
gboolean
tl_history_was_erased (TlDatabase     *database,
                       const TlChange *change,
                       const TlEdit   *edit)
{
  g_autoptr (TlChange) erasure = NULL;
  g_autoptr (GPtrArray) fields = NULL;
  g_autofree char *field = NULL;
  TlEraseRecord record;
  gboolean found;

  if (!tl_change_is_sealed (change) || !tl_change_get_seal (change)->erased
      || !tl_erase_record_find (database, tl_change_get_id (change), &record, &found, NULL) || !found)
    return FALSE;
  erasure = tl_history_load (database, &record.erasure, NULL);
  fields = erasure != NULL ? tl_erase_record_read_fields (erasure) : NULL;
  if (fields == NULL)
    return FALSE;
  field = tl_erase_pair_name_field (edit);
  return g_ptr_array_find_with_equal_func (fields, field, g_str_equal, NULL)
         || (fields->len == 0 && tl_value_equal (&edit->old_value, &edit->new_value));
}

static char *
say_value_or_erased (TlDatabase           *database,
                     const TlSchemaColumn *column,
                     const TlValue        *value)
{
  if (tl_erase_text_is_erased (value))
    return g_strdup (_("what has been erased"));
  return tl_history_words_value (database, column, value);
}

static char *
say_erased_field (TlDatabase           *database,
                  const TlSchemaColumn *column,
                  const TlEdit         *edit,
                  const char           *place)
{
  g_autofree char *before = say_value_or_erased (database, column, &edit->old_value);
  g_autofree char *after = say_value_or_erased (database, column, &edit->new_value);

  if (tl_value_equal (&edit->old_value, &edit->new_value))
    return g_strdup_printf (_("set %1$s to %2$s"), place, after);
  return g_strdup_printf (_("changed %1$s from %2$s to %3$s"), place, before, after);
}

static char *
say_field (TlDatabase           *database,
           const TlChange       *change,
           const TlSchemaTable  *table,
           const TlSchemaColumn *column,
           const TlEdit         *edit)
{
  g_autofree char *before = tl_history_words_value (database, column, &edit->old_value);
  g_autofree char *after = tl_history_words_value (database, column, &edit->new_value);
  g_autofree char *place = tl_history_words_name_field (database, table, column, &edit->row);

  if (tl_history_was_erased (database, change, edit))
    return say_erased_field (database, column, edit, place);
  if (tl_value_equal (&edit->old_value, &edit->new_value))
    /* Translators: a field, and what it is */
    return g_strdup_printf (_("kept %1$s as %2$s"), place, after);
  if (edit->old_value.type == TL_VALUE_NULL)
    return g_strdup_printf (_("set %1$s to %2$s"), place, after);
  if (edit->new_value.type == TL_VALUE_NULL)
    return g_strdup_printf (_("cleared %1$s, which was %2$s"), place, before);
  return g_strdup_printf (_("changed %1$s from %2$s to %3$s"), place, before, after);
}

static gboolean
is_known (const TlEdit *edit)
{
  const TlSchemaTable *table = tl_schema_find_table (edit->table);

  return table != NULL && (tl_history_edit_is_live (edit) || tl_schema_table_find_column (table, edit->column) >= 0);
}

/**
 * tl_history_says_edit:
 * @edit: an edit
 *
 * Returns: whether people are told of it by itself: not where another edit of the same change says it, nor of a field
 *   that this version doesn't know
 */
gboolean
tl_history_says_edit (const TlEdit *edit)
{
  const TlSchemaTable *table = tl_schema_find_table (edit->table);

  if (!is_known (edit) || strcmp (edit->table, TL_SCHEMA_WORKBOOK) == 0)
    return FALSE;
  if (strcmp (edit->table, TL_SETTING_TABLE) == 0)
    return strcmp (edit->column, TL_SETTING_VALUE) == 0 || (tl_history_edit_is_live (edit) && !tl_history_edit_becomes_live (edit));
  return tl_history_edit_is_live (edit) || (table->pairs == NULL && strcmp (edit->column, "occurrence") != 0);
}

/**
 * tl_history_words_say_edit:
 * @database: a connection
 * @change: a change of its history
 * @edit: one of its edits
 *
 * Returns: (transfer full) (nullable): what the edit says, %NULL where another edit of the change says it
 */
char *
tl_history_words_say_edit (TlDatabase     *database,
                           const TlChange *change,
                           const TlEdit   *edit)
{
  const TlSchemaTable *table = tl_schema_find_table (edit->table);

  if (!is_known (edit))
    return g_strdup_printf (_("changed “%s”"), edit->table);
  if (!tl_history_says_edit (edit))
    return NULL;
  if (tl_history_edit_is_live (edit))
    return table->pairs != NULL ? say_pair (database, table, edit) : tl_history_words_say_row (database, table, edit);
  return say_field (database, change, table,
                    &table->columns[tl_schema_table_find_column (table, edit->column)], edit);
}
