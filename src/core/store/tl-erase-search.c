/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-erase-search.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-erase-pair.h"
#include "tl-erase-text.h"
#include "tl-history-words.h"
#include "tl-history.h"
#include "tl-row.h"
#include "tl-statement.h"

static void
look_at (GHashTable    *found,
         const TlEdit  *edit,
         const TlValue *value,
         const char    *text)
{
  const TlSchemaTable *table = tl_schema_find_table (edit->table);
  int column = table != NULL ? tl_schema_table_find_column (table, edit->column) : -1;
  g_autofree char *field = NULL;
  TlTextFound *known;

  if (value->type != TL_VALUE_TEXT || column < 0 || !tl_erase_text_is_possible (table, (guint) column)
      || !tl_erase_text_contains (value->text, text))
    return;
  field = tl_erase_pair_name_field (edit);
  known = g_hash_table_lookup (found, field);
  if (known == NULL)
    {
      known = g_new0 (TlTextFound, 1);
      known->table = table->name;
      known->row = edit->row;
      known->column = table->columns[column].name;
      g_hash_table_insert (found, g_steal_pointer (&field), known);
    }
  g_set_str (&known->text, value->text);
}

/* What the history says is all that the tables can say. */
static gboolean
search_history (TlDatabase    *database,
                GHashTable    *found,
                const char    *text,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autoptr (GArray) list = tl_history_list (database, error);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      g_autoptr (TlChange) change = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      change = tl_history_load (database, &g_array_index (list, TlDigest, i), error);
      if (change == NULL)
        return FALSE;
      for (guint j = 0; j < tl_change_get_n_edits (change); j++)
        {
          const TlEdit *edit = tl_change_get_edit (change, j);

          look_at (found, edit, &edit->old_value, text);
          look_at (found, edit, &edit->new_value, text);
        }
    }
  return list != NULL;
}

static char *
name_place (TlDatabase          *database,
            const TlSchemaTable *table,
            const TlTextFound   *found)
{
  g_autofree char *row = tl_history_words_row (database, table, &found->row);
  const TlSchemaColumn *column = &table->columns[tl_schema_table_find_column (table, found->column)];
  const char *heading = column->heading != NULL ? _(column->heading) : column->name;

  if (strcmp (table->name, TL_SETTING_TABLE) == 0)
    return g_strdup (row);
  if (table->sheet == NULL)
    return g_strdup_printf (C_("history", "%1$s of %2$s"), heading, row);
  /* Translators: a sheet, one of its rows and a column: "Evidence, E12: What was found" */
  return g_strdup_printf (_("%1$s, %2$s: %3$s"), _(table->sheet), row, heading);
}

static gboolean
describe (TlDatabase   *database,
          TlTextFound  *found,
          const char   *text,
          GError      **error)
{
  const TlSchemaTable *table = tl_schema_find_table (found->table);
  g_autoptr (TlRow) row = tl_row_load (database, table, &found->row, error);
  const TlValue *value;

  if (row == NULL)
    return FALSE;
  value = &row->values[tl_schema_table_find_column (table, found->column)];
  found->now = row->exists && value->type == TL_VALUE_TEXT && tl_erase_text_contains (value->text, text);
  if (found->now)
    g_set_str (&found->text, value->text);
  found->place = name_place (database, table, found);
  return TRUE;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const TlTextFound *one = a, *other = b;
  int order = (one->table == NULL) - (other->table == NULL);

  if (order == 0)
    order = other->now - one->now;
  if (order == 0 && one->table != NULL)
    order = (int) tl_schema_find_table (one->table)->table - (int) tl_schema_find_table (other->table)->table;
  return order != 0 ? order : g_utf8_collate (one->place, other->place);
}

static gboolean
search_actors (TlDatabase  *database,
               GPtrArray   *list,
               const char  *text,
               GError     **error)
{
  sqlite3_stmt *statement = tl_database_prepare (database, "SELECT id, name FROM actor WHERE name IS NOT NULL", error);
  gboolean more = TRUE;

  if (statement == NULL)
    return FALSE;
  while (more)
    {
      g_autoptr (TlTextFound) found = g_new0 (TlTextFound, 1);

      if (!tl_database_step (database, statement, &more, error))
        return FALSE;
      if (!more || !tl_statement_get_id (statement, 0, &found->row))
        continue;
      found->text = tl_statement_get_text (statement, 1);
      found->place = g_strdup (_("History: who made changes"));
      found->now = TRUE;
      if (tl_erase_text_contains (found->text, text))
        g_ptr_array_add (list, g_steal_pointer (&found));
    }
  return TRUE;
}

/**
 * tl_erase_search:
 * @database: a connection, in a transaction
 * @text: a name
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Looks through every text that the workbook has or ever had, and the names of those who changed it.
 *
 * Returns: (transfer full) (nullable) (element-type TlTextFound): where the name is, as a whole and in whatever case:
 *   first what says it now
 */
GPtrArray *
tl_erase_search (TlDatabase    *database,
                 const char    *text,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_text_found_free);
  gboolean searched = search_history (database, found, text, cancellable, error);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_ptr_array_add (list, value);
  for (guint i = 0; searched && i < list->len; i++)
    searched = describe (database, g_ptr_array_index (list, i), text, error);
  if (!searched || !search_actors (database, list, text, error))
    return NULL;
  g_ptr_array_sort_values (list, compare);
  return g_steal_pointer (&list);
}
