/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-history-fields.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-erase-record.h"
#include "tl-erase-text.h"
#include "tl-history-edit-words.h"
#include "tl-history-words.h"
#include "tl-row.h"

/* An import of a thousand rows is told of by its first. */
#define MOST_FIELDS 100

/**
 * tl_history_field_free:
 * @self: (transfer full): a field
 *
 * Frees what a change did to a field.
 */
void
tl_history_field_free (TlHistoryField *self)
{
  g_free (self->place);
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

static TlHistoryField *
new_field (char *place,
           char *before,
           char *after)
{
  TlHistoryField *self = g_new0 (TlHistoryField, 1);

  self->place = place;
  self->before = before;
  self->after = after;
  return self;
}

static gboolean
is_true (const TlValue *value)
{
  return value->type == TL_VALUE_INTEGER && value->integer != 0;
}

/* A row that comes, goes or stays. */
static TlHistoryField *
tell_row (TlDatabase          *database,
          const TlSchemaTable *table,
          const TlEdit        *edit)
{
  const char *sheet = table->sheet != NULL ? _(table->sheet) : table->name;
  g_autofree char *row = tl_history_words_row (database, table, &edit->row);
  const char *what = _("Added");

  if (!is_true (&edit->new_value))
    what = _("Removed");
  else if (is_true (&edit->old_value))
    what = _("Kept");
  else if (edit->old_value.type != TL_VALUE_NULL)
    what = _("Brought back");
  /* Translators: one of a sheet's rows, and the sheet */
  return new_field (g_strdup_printf (_("%1$s in %2$s"), row, sheet), NULL, g_strdup (what));
}

/* What is put into a list or taken out of it. */
static TlHistoryField *
tell_pair (TlDatabase          *database,
           const TlSchemaTable *table,
           const TlEdit        *edit)
{
  g_autoptr (TlRow) row = tl_row_load (database, table, &edit->row, NULL);
  g_autoptr (GHashTable) values = NULL;
  const TlValue *ends[2] = { NULL };
  g_autofree char *owner = NULL, *place = NULL;
  char *member;

  if (row != NULL && !row->exists)
    values = tl_history_find_values (database, table->name, &edit->row, NULL);
  for (guint i = 0; row != NULL && i < 2; i++)
    ends[i] = row->exists ? &row->values[i]
                          : values != NULL ? g_hash_table_lookup (values, table->columns[i].name) : NULL;
  if (ends[0] == NULL || ends[1] == NULL)
    return tell_row (database, table, edit);

  owner = tl_history_words_value (database, &table->columns[0], ends[0]);
  member = tl_history_words_value (database, &table->columns[1], ends[1]);
  place = g_strdup_printf (C_("history", "%1$s of %2$s"), _(table->columns[1].heading), owner);
  if (is_true (&edit->new_value))
    return new_field (g_steal_pointer (&place), NULL, member);
  return new_field (g_steal_pointer (&place), member, NULL);
}

static TlHistoryField *
tell_field (TlDatabase           *database,
            const TlChange       *change,
            const TlSchemaTable  *table,
            const TlSchemaColumn *column,
            const TlEdit         *edit)
{
  gboolean erased = tl_history_was_erased (database, change, edit);
  g_autofree char *row = tl_history_words_row (database, table, &edit->row);
  char *before = NULL, *after = NULL, *place;

  if (strcmp (table->name, TL_SETTING_TABLE) == 0)
    place = g_steal_pointer (&row);
  else
    place = g_strdup_printf (C_("history", "%1$s of %2$s"),
                             column->heading != NULL ? _(column->heading) : column->name, row);
  if (erased && tl_erase_text_is_erased (&edit->old_value))
    before = g_strdup (_("erased for good"));
  else if (edit->old_value.type != TL_VALUE_NULL)
    before = tl_history_words_whole (database, column, &edit->old_value);
  if (erased && tl_erase_text_is_erased (&edit->new_value))
    after = g_strdup (_("erased for good"));
  else if (edit->new_value.type != TL_VALUE_NULL)
    after = tl_history_words_whole (database, column, &edit->new_value);
  return new_field (place, before, after);
}

static TlHistoryField *
tell (TlDatabase     *database,
      const TlChange *change,
      const TlEdit   *edit)
{
  const TlSchemaTable *table = tl_schema_find_table (edit->table);
  int column = table != NULL ? tl_schema_table_find_column (table, edit->column) : -1;

  if (strcmp (edit->column, TL_COLUMN_LIVE) == 0)
    return table->pairs != NULL ? tell_pair (database, table, edit) : tell_row (database, table, edit);
  return tell_field (database, change, table, &table->columns[column], edit);
}

/* What an erasure erased, also of rows that have gone. */
static void
add_erased (GPtrArray      *fields,
            TlDatabase     *database,
            const TlChange *change,
            guint          *n_left)
{
  g_autoptr (GPtrArray) erased = tl_erase_record_read_fields (change);

  for (guint i = 0; i < erased->len; i++)
    {
      g_auto (GStrv) parts = g_strsplit (g_ptr_array_index (erased, i), ":", 3);
      const TlSchemaTable *table = g_strv_length (parts) == 3 ? tl_schema_find_table (parts[0]) : NULL;
      int column = table != NULL ? tl_schema_table_find_column (table, parts[2]) : -1;
      g_autofree char *row = NULL;
      const char *heading;
      TlId id;

      if (column < 0 || !tl_id_from_hex (parts[1], &id))
        continue;
      if (fields->len == MOST_FIELDS)
        {
          *n_left += 1;
          continue;
        }
      heading = table->columns[column].heading != NULL ? _(table->columns[column].heading) : parts[2];
      row = tl_history_words_row (database, table, &id);
      g_ptr_array_add (fields, new_field (g_strdup_printf (C_("history", "%1$s of %2$s"), heading, row), NULL,
                                          g_strdup (_("erased for good"))));
    }
}

/**
 * tl_history_list_fields:
 * @database: a connection
 * @change: a change of its history
 * @n_left: (out): how many more there are
 *
 * Returns: (transfer full) (element-type TlHistoryField): what the change did to each field; of a very long change the
 *   beginning
 */
GPtrArray *
tl_history_list_fields (TlDatabase     *database,
                        const TlChange *change,
                        guint          *n_left)
{
  GPtrArray *fields = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_history_field_free);

  *n_left = 0;
  if (strcmp (tl_change_get_kind (change), TL_CHANGE_KIND_ERASE) == 0)
    {
      add_erased (fields, database, change, n_left);
      return fields;
    }
  for (guint i = 0; i < tl_change_get_n_edits (change); i++)
    {
      const TlEdit *edit = tl_change_get_edit (change, i);

      if (!tl_history_says_edit (edit))
        continue;
      if (fields->len == MOST_FIELDS)
        *n_left += 1;
      else
        g_ptr_array_add (fields, tell (database, change, edit));
    }
  return fields;
}

/**
 * tl_history_list_fields_if:
 * @database: a connection
 * @change: a change of its history
 * @wants: says which edits are asked for
 * @data: for @wants
 *
 * Returns: (transfer full) (element-type TlHistoryField): what the change did to each field that is asked for
 */
GPtrArray *
tl_history_list_fields_if (TlDatabase     *database,
                           const TlChange *change,
                           TlEditFunc      wants,
                           gpointer        data)
{
  GPtrArray *fields = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_history_field_free);

  for (guint i = 0; i < tl_change_get_n_edits (change); i++)
    {
      const TlEdit *edit = tl_change_get_edit (change, i);

      if (tl_history_says_edit (edit) && wants (edit, data))
        g_ptr_array_add (fields, tell (database, change, edit));
    }
  return fields;
}
