/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-row.h"

#include <math.h>
#include <string.h>

#include "tl-statement.h"

/* Longer than any minutes; a text of this length is a mistake. */
#define LONGEST_TEXT 1000000

/* The tables hold no number beyond this. */
#define LARGEST 1e300

/**
 * tl_row_load:
 * @database: a connection
 * @table: a table
 * @id: id of a row, which need not be there
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the row as it is
 */
TlRow *
tl_row_load (TlDatabase           *database,
             const TlSchemaTable  *table,
             const TlId           *id,
             GError              **error)
{
  g_autoptr (TlRow) self = g_new0 (TlRow, 1);
  sqlite3_stmt *statement = tl_database_prepare (database, table->select, error);

  self->table = table;
  self->id = *id;
  self->values = g_new0 (TlValue, table->n_columns);
  if (statement == NULL)
    return NULL;

  tl_statement_bind_id (statement, 1, id);
  if (!tl_database_step (database, statement, &self->exists, error))
    return NULL;
  for (guint i = 0; self->exists && i < table->n_columns; i++)
    tl_statement_get_value (statement, (int) i + 1, &self->values[i]);
  sqlite3_reset (statement);
  return g_steal_pointer (&self);
}

/**
 * tl_row_free:
 * @self: (transfer full): a row
 *
 * Frees what is known of a row.
 */
void
tl_row_free (TlRow *self)
{
  for (guint i = 0; i < self->table->n_columns; i++)
    tl_value_clear (&self->values[i]);
  g_free (self->values);
  g_free (self);
}

/**
 * tl_row_insert:
 * @self: a row that isn't there
 * @database: the writer's connection
 * @error: return location for an error
 *
 * Puts a row into its table. A link to its own table stays empty, since the other row may come later.
 *
 * Returns: whether that worked
 */
gboolean
tl_row_insert (TlRow       *self,
               TlDatabase  *database,
               GError     **error)
{
  sqlite3_stmt *statement = tl_database_prepare (database, self->table->insert, error);

  if (statement == NULL)
    return FALSE;
  tl_statement_bind_id (statement, 1, &self->id);
  for (guint i = 0; i < self->table->n_columns; i++)
    {
      if (g_strcmp0 (self->table->columns[i].target, self->table->name) != 0)
        tl_statement_bind_value (statement, (int) i + 2, &self->values[i]);
    }
  return tl_database_step (database, statement, NULL, error);
}

/**
 * tl_row_update:
 * @self: a row that is there
 * @database: the writer's connection
 * @column: index of a column
 * @error: return location for an error
 *
 * Writes one column.
 *
 * Returns: whether that worked
 */
gboolean
tl_row_update (TlRow       *self,
               TlDatabase  *database,
               guint        column,
               GError     **error)
{
  sqlite3_stmt *statement = tl_database_prepare (database, self->table->updates[column], error);

  if (statement == NULL)
    return FALSE;
  tl_statement_bind_id (statement, 1, &self->id);
  tl_statement_bind_value (statement, 2, &self->values[column]);
  return tl_database_step (database, statement, NULL, error);
}

/**
 * tl_row_remove:
 * @self: a row that is there
 * @database: the writer's connection
 * @error: return location for an error
 *
 * Takes a row out of its table.
 *
 * Returns: whether that worked
 */
gboolean
tl_row_remove (TlRow       *self,
               TlDatabase  *database,
               GError     **error)
{
  sqlite3_stmt *statement = tl_database_prepare (database, self->table->remove, error);

  if (statement == NULL)
    return FALSE;
  tl_statement_bind_id (statement, 1, &self->id);
  return tl_database_step (database, statement, NULL, error);
}

static gboolean
find_any (TlDatabase  *database,
          const char  *table,
          const char  *column,
          const TlId  *id,
          gboolean    *found,
          GError     **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT 1 FROM %s WHERE %s = ?1 LIMIT 1", table, column);
  sqlite3_stmt *statement = tl_database_prepare (database, g_intern_string (sql), error);

  if (statement == NULL)
    return FALSE;
  tl_statement_bind_id (statement, 1, id);
  if (!tl_database_step (database, statement, found, error))
    return FALSE;
  sqlite3_reset (statement);
  return TRUE;
}

/**
 * tl_row_exists:
 * @database: a connection
 * @table: name of a table
 * @id: id of a row
 * @exists: (out): whether the table has it
 * @error: return location for an error
 *
 * Returns: whether that could be found out
 */
gboolean
tl_row_exists (TlDatabase  *database,
               const char  *table,
               const TlId  *id,
               gboolean    *exists,
               GError     **error)
{
  return find_any (database, table, "id", id, exists, error);
}

/**
 * tl_row_find_user:
 * @self: a row
 * @database: a connection
 * @table: (out) (nullable): the first table that has a row which points to it, %NULL when there is none
 * @error: return location for an error
 *
 * Returns: whether that could be found out
 */
gboolean
tl_row_find_user (const TlRow          *self,
                  TlDatabase           *database,
                  const TlSchemaTable **table,
                  GError              **error)
{
  guint n_tables;
  const TlSchemaTable *tables = tl_schema_get_tables (&n_tables);
  gboolean found = FALSE;

  *table = NULL;
  for (guint i = 0; i < n_tables && !found; i++)
    {
      for (guint j = 0; j < tables[i].n_columns && !found; j++)
        {
          if (g_strcmp0 (tables[i].columns[j].target, self->table->name) != 0)
            continue;
          if (!find_any (database, tables[i].name, tables[i].columns[j].name, &self->id, &found, error))
            return FALSE;
          *table = found ? &tables[i] : NULL;
        }
    }
  return TRUE;
}

static gboolean
check_number (const TlSchemaColumn *column,
              TlValue              *value)
{
  if (value->type == TL_VALUE_INTEGER)
    tl_value_set_real (value, (double) value->integer);
  if (value->type != TL_VALUE_REAL || !isfinite (value->real) || fabs (value->real) >= LARGEST)
    return FALSE;
  /* The database knows one zero only. */
  if (value->real == 0)
    tl_value_set_real (value, 0);
  return value->real >= column->least && value->real <= column->most;
}

static gboolean
check_word (const TlSchemaColumn *column,
            const TlValue        *value)
{
  /* The classes of static enums live as long as the process. */
  GEnumClass *words = g_type_class_peek (column->words ());
  const GEnumValue *word;

  if (words == NULL)
    words = g_type_class_ref (column->words ());
  word = g_enum_get_value_by_nick (words, value->text);
  return word != NULL && word->value != 0;
}

/**
 * tl_column_check:
 * @column: a column
 * @value: (inout): a value for it
 *
 * Checks whether a column may have a value, and brings it into the form in which it is kept: an empty text is null, a
 * number is never whole by accident.
 *
 * Returns: whether it may
 */
gboolean
tl_column_check (const TlSchemaColumn *column,
                 TlValue              *value)
{
  TlDay day;

  if (value->type == TL_VALUE_TEXT && *value->text == '\0')
    tl_value_clear (value);
  if (value->type == TL_VALUE_NULL)
    return !column->required;

  switch ((int) column->type)
    {
    case TL_FIELD_TEXT:
    case TL_FIELD_TEXTS:
      return value->type == TL_VALUE_TEXT && strlen (value->text) <= LONGEST_TEXT
             && g_utf8_validate (value->text, -1, NULL);
    case TL_FIELD_DAY:
      return value->type == TL_VALUE_TEXT && tl_day_from_iso (value->text, &day);
    case TL_FIELD_NUMBER:
      return check_number (column, value);
    case TL_FIELD_WHOLE:
      return value->type == TL_VALUE_INTEGER && (double) value->integer >= column->least
             && (double) value->integer <= column->most && ABS (value->integer) <= G_MAXINT32;
    case TL_FIELD_WORD:
      return value->type == TL_VALUE_TEXT && check_word (column, value);
    case TL_FIELD_LINK:
      return value->type == TL_VALUE_BYTES && g_bytes_get_size (value->bytes) == column->length;
    default:
      g_return_val_if_reached (FALSE);
    }
}
