/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-database.h"

#include <glib/gi18n-lib.h>

#include "tl-schema.h"
#include "tl-statement.h"
#include "tl-store-error.h"

/* A document of a newer version is only ever read, and only by the names that we know. Whatever else it has is passed
 * over, as long as it can't have changed what those names say. */

static gboolean
refuse (GError     **error,
        const char  *reason,
        const char  *name)
{
  g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_NEWER, reason, name);
  return FALSE;
}

/* Tables and indices are data. Triggers and views are programs, and a virtual table, which has no page of its own, would
 * let a library of the file's choice read it. */
static gboolean
check_kinds (TlDatabase  *self,
             GError     **error)
{
  sqlite3_stmt *statement = tl_database_prepare (self, "SELECT type, name, rootpage FROM sqlite_schema", error);
  gboolean more = TRUE, data = TRUE;
  g_autofree char *name = NULL;

  if (statement == NULL)
    return FALSE;
  while (more && data)
    {
      const char *type;

      if (!tl_database_step (self, statement, &more, error))
        return FALSE;
      if (!more)
        break;
      type = (const char *) sqlite3_column_text (statement, 0);
      data = (g_strcmp0 (type, "table") == 0 || g_strcmp0 (type, "index") == 0)
             && sqlite3_column_int64 (statement, 2) > 0;
      if (!data)
        name = g_strdup ((const char *) sqlite3_column_text (statement, 1));
    }
  sqlite3_reset (statement);
  /* Translators: %s is the name of a part of a file */
  return data || refuse (error, _("its “%s” isn’t data"), name);
}

/* Adds what a PRAGMA says of a table, one line for each row that @flatten gives one for. */
static gboolean
describe (TlDatabase  *self,
          const char  *pragma,
          const char  *table,
          char      *(*flatten) (sqlite3_stmt *statement),
          GHashTable  *lines,
          GError     **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA %s (%s)", pragma, table);
  sqlite3_stmt *statement = tl_database_prepare (self, g_intern_string (sql), error);
  gboolean more = TRUE;

  if (statement == NULL)
    return FALSE;
  while (more)
    {
      if (!tl_database_step (self, statement, &more, error))
        return FALSE;
      if (more)
        g_hash_table_add (lines, flatten (statement));
    }
  return TRUE;
}

static const char *
get_text (sqlite3_stmt *statement,
          int           column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);

  return text != NULL ? text : "";
}

/* The kind of a table, and whether its values must be of their columns' types. */
static char *
flatten_table (sqlite3_stmt *statement)
{
  return g_strdup_printf ("table %s %s", get_text (statement, 2), get_text (statement, 5));
}

/* A column's name and type, and whether it is kept or made from others. */
static char *
flatten_column (sqlite3_stmt *statement)
{
  return g_strdup_printf ("column %s %s %s", get_text (statement, 1), get_text (statement, 2), get_text (statement, 6));
}

/* Which table a link leads to. */
static char *
flatten_link (sqlite3_stmt *statement)
{
  return g_strdup_printf ("link %s %s %s", get_text (statement, 3), get_text (statement, 2), get_text (statement, 4));
}

static gboolean
describe_table (TlDatabase  *self,
                const char  *table,
                GHashTable  *lines,
                GError     **error)
{
  return describe (self, "table_list", table, flatten_table, lines, error)
         && describe (self, "table_xinfo", table, flatten_column, lines, error)
         && describe (self, "foreign_key_list", table, flatten_link, lines, error);
}

/* A table of ours, as it should be: its name, then a line for each thing that must be so. */
static GHashTable *
list_expected (TlDatabase  *plain,
               GError     **error)
{
  g_autoptr (GHashTable) tables =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);
  sqlite3_stmt *statement =
    tl_database_prepare (plain, "SELECT name FROM sqlite_schema WHERE type = 'table'", error);
  GHashTableIter iter;
  gpointer name, lines;
  gboolean more = TRUE;

  while (statement != NULL && more)
    {
      if (!tl_database_step (plain, statement, &more, error))
        return NULL;
      if (more)
        g_hash_table_insert (tables, g_strdup (get_text (statement, 0)),
                             g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL));
    }
  if (statement == NULL)
    return NULL;
  g_hash_table_iter_init (&iter, tables);
  while (g_hash_table_iter_next (&iter, &name, &lines))
    {
      if (!describe_table (plain, name, lines, error))
        return NULL;
    }
  return g_steal_pointer (&tables);
}

static gboolean
check_names (TlDatabase  *self,
             GError     **error)
{
  g_autoptr (TlDatabase) plain = tl_database_open (":memory:", TL_DATABASE_CREATE, error);
  g_autoptr (GHashTable) expected = plain != NULL ? list_expected (plain, error) : NULL;
  GHashTableIter iter;
  gpointer name, lines;

  if (expected == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, expected);
  while (g_hash_table_iter_next (&iter, &name, &lines))
    {
      g_autoptr (GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      GHashTableIter line_iter;
      gpointer line;

      if (!describe_table (self, name, found, error))
        return FALSE;
      g_hash_table_iter_init (&line_iter, lines);
      while (g_hash_table_iter_next (&line_iter, &line, NULL))
        {
          if (!g_hash_table_contains (found, line))
            /* Translators: %s is the name of a table */
            return refuse (error, _("it keeps “%s” in another way"), name);
        }
    }
  return TRUE;
}

/* Words of a list that has grown, and days that aren't days, would be shown as something else. */
static gboolean
check_column (TlDatabase            *self,
              const TlSchemaTable   *table,
              const TlSchemaColumn  *column,
              GError               **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT DISTINCT %s FROM %s WHERE %s IS NOT NULL", column->name, table->name,
                                          column->name);
  sqlite3_stmt *statement = tl_database_prepare (self, g_intern_string (sql), error);
  gboolean more = TRUE, known = TRUE;
  TlDay day;
  int word;

  if (statement == NULL)
    return FALSE;
  while (more && known)
    {
      if (!tl_database_step (self, statement, &more, error))
        return FALSE;
      if (more && column->type == TL_FIELD_WORD)
        known = tl_word_find (column->words (), get_text (statement, 0), &word);
      else if (more)
        known = tl_day_from_iso (get_text (statement, 0), &day);
    }
  sqlite3_reset (statement);
  /* Translators: %s is the name of a table */
  return known || refuse (error, _("its “%s” says something that this version has no word for"), table->name);
}

static gboolean
check_values (TlDatabase    *self,
              GCancellable  *cancellable,
              GError       **error)
{
  guint n_tables;
  const TlSchemaTable *tables = tl_schema_get_tables (&n_tables);

  for (guint i = 0; i < n_tables; i++)
    {
      for (guint j = 0; j < tables[i].n_columns; j++)
        {
          TlFieldType type = tables[i].columns[j].type;

          if ((type == TL_FIELD_WORD || type == TL_FIELD_DAY)
              && (g_cancellable_set_error_if_cancelled (cancellable, error)
                  || !check_column (self, &tables[i], &tables[i].columns[j], error)))
            return FALSE;
        }
    }
  return TRUE;
}

/**
 * tl_database_check_newer:
 * @self: a connection that only reads
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error: %TL_STORE_ERROR_NEWER with a reason that goes on after "…, since "; or
 *   %TL_STORE_ERROR_CORRUPT with one that goes on after "… is damaged: "
 *
 * Checks that a database made by a newer version can be read truthfully: every table and column that we know is there,
 * of the same type, leads to the same table, and says nothing that we have no word for; pages and links fit together; and
 * whatever else there is, is data. Tables and columns that we don't know are passed over.
 *
 * Returns: whether it can
 */
gboolean
tl_database_check_newer (TlDatabase    *self,
                         GCancellable  *cancellable,
                         GError       **error)
{
  return check_kinds (self, error)
         && check_names (self, error)
         && tl_database_check_content (self, cancellable, error)
         && check_values (self, cancellable, error);
}
