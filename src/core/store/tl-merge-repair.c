/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-merge-tables.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-change-private.h"
#include "tl-history.h"
#include "tl-row.h"
#include "tl-statement.h"
#include "tl-store-error.h"

/* A row that one side edited while the other removed it stays: said even where it is there by the latest change, so
 * that a third copy hears of it. */
static void
note_kept (TlMergeTables *self)
{
  for (guint i = 0; i < self->divergence->kept->len; i++)
    {
      const TlWrite *removal = g_ptr_array_index (self->divergence->kept, i);
      const TlWrite *last = tl_write_set_find (self->united, removal->table, &removal->row, TL_WRITE_LIVE);
      g_auto (TlValue) live = TL_VALUE_INIT;

      tl_value_set_integer (&live, TRUE);
      tl_change_add_edit (self->repairs, removal->table->name, &removal->row, TL_COLUMN_LIVE, last->value, &live);
    }
}

static gboolean
bring_back (TlMergeTables        *self,
            const TlSchemaTable  *table,
            const TlId           *row,
            GError              **error)
{
  g_autoptr (TlChange) change = tl_change_new (TL_CHANGE_KIND_MERGE);
  g_auto (TlValue) gone = TL_VALUE_INIT;
  g_auto (TlValue) live = TL_VALUE_INIT;

  tl_value_set_integer (&gone, FALSE);
  tl_value_set_integer (&live, TRUE);
  tl_change_add_row (change, table->name, row);
  if (!tl_merge_tables_apply_change (self, change, error))
    return FALSE;
  tl_change_add_edit (self->repairs, table->name, row, TL_COLUMN_LIVE, &gone, &live);
  return TRUE;
}

/* Brings back what a row points to, where that has been removed; what never was can't be. */
static gboolean
bring_back_targets (TlMergeTables  *self,
                    const TlRow    *row,
                    GError        **error)
{
  for (guint i = 0; i < row->table->n_columns; i++)
    {
      const char *name = row->table->columns[i].target;
      const TlSchemaTable *target = name != NULL ? tl_schema_find_table (name) : NULL;
      gboolean exists, removed;
      TlId id;

      if (target == NULL || !tl_value_get_id (&row->values[i], &id))
        continue;
      if (!tl_row_exists (self->database, name, &id, &exists, error))
        return FALSE;
      if (exists)
        continue;
      if (!tl_history_was_removed (self->database, name, &id, &removed, error)
          || (removed && !bring_back (self, target, &id, error)))
        return FALSE;
    }
  return TRUE;
}

/* A row that the other side refers to isn't deleted. Each row that comes back is in turn looked at by the last loop. */
static gboolean
bring_back_orphans (TlMergeTables  *self,
                    GError        **error)
{
  for (guint i = 0; i < self->gone->len; i++)
    {
      const TlRow *row = g_ptr_array_index (self->gone, i);
      const TlSchemaTable *user;
      gboolean exists;

      if (!tl_row_exists (self->database, row->table->name, &row->id, &exists, error))
        return FALSE;
      if (exists)
        continue;
      if (!tl_row_find_user (row, self->database, &user, error)
          || (user != NULL && !bring_back (self, row->table, &row->id, error)))
        return FALSE;
    }
  for (guint i = 0; i < self->rows->len; i++)
    {
      g_autoptr (TlRow) row = NULL;
      const TlRow *touched = g_ptr_array_index (self->rows, i);

      row = tl_row_load (self->database, touched->table, &touched->id, error);
      if (row == NULL || !bring_back_targets (self, row, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
has_ref (TlMergeTables        *self,
         const TlSchemaTable  *table,
         const char           *ref,
         gboolean             *has,
         GError              **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT 1 FROM %s WHERE ref = ?1 LIMIT 1", table->name);
  sqlite3_stmt *statement = tl_database_prepare (self->database, g_intern_string (sql), error);

  if (statement == NULL)
    return FALSE;
  tl_statement_bind_text (statement, 1, ref);
  if (!tl_database_step (self->database, statement, has, error))
    return FALSE;
  sqlite3_reset (statement);
  return TRUE;
}

/* "R12" has the letters "R"; the numbers below @next are taken. */
static char *
find_free_ref (TlMergeTables        *self,
               const TlSchemaTable  *table,
               const char           *ref,
               GHashTable           *next,
               GError              **error)
{
  gsize length = strlen (ref);
  g_autofree char *letters = NULL;
  gboolean taken = TRUE;

  while (length > 0 && g_ascii_isdigit (ref[length - 1]))
    length--;
  letters = g_strndup (ref, length);
  for (guint n = MAX (GPOINTER_TO_UINT (g_hash_table_lookup (next, letters)), 1);; n++)
    {
      g_autofree char *tried = g_strdup_printf ("%s%u", letters, n);

      if (!has_ref (self, table, tried, &taken, error))
        return NULL;
      if (taken)
        continue;
      g_hash_table_insert (next, g_steal_pointer (&letters), GUINT_TO_POINTER (n + 1));
      return g_steal_pointer (&tried);
    }
}

static gboolean
renumber (TlMergeTables        *self,
          const TlSchemaTable  *table,
          const TlId           *id,
          GHashTable           *next,
          GError              **error)
{
  int column = tl_schema_table_find_column (table, "ref");
  g_autoptr (TlRow) row = tl_row_load (self->database, table, id, error);
  g_auto (TlValue) before = TL_VALUE_INIT;
  char *ref;

  if (row == NULL)
    return FALSE;
  tl_value_copy (&row->values[column], &before);
  ref = find_free_ref (self, table, before.text, next, error);
  if (ref == NULL)
    return FALSE;
  tl_value_take_text (&row->values[column], ref);
  tl_change_add_edit (self->repairs, table->name, id, "ref", &before, &row->values[column]);
  tl_change_add_edit (self->shown, table->name, id, "ref", &before, &row->values[column]);
  return tl_row_update (row, self->database, (guint) column, error);
}

/* The rows of a table that have the ref of another, in the order of their ids; the first with each ref keeps it. */
static GArray *
list_later_rows (TlMergeTables        *self,
                 const TlSchemaTable  *table,
                 GError              **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id, ref FROM %s WHERE ref IN (SELECT ref FROM %s WHERE ref IS NOT NULL "
                                          "GROUP BY ref HAVING count (*) > 1) ORDER BY id", table->name, table->name);
  sqlite3_stmt *statement = tl_database_prepare (self->database, g_intern_string (sql), error);
  g_autoptr (GHashTable) used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) later = g_array_new (FALSE, FALSE, sizeof (TlId));
  gboolean more = TRUE;
  TlId id;

  if (statement == NULL)
    return NULL;
  while (more)
    {
      g_autofree char *ref = NULL;

      if (!tl_database_step (self->database, statement, &more, error))
        return NULL;
      ref = more ? tl_statement_get_text (statement, 1) : NULL;
      if (ref == NULL || !tl_statement_get_id (statement, 0, &id))
        continue;
      if (!g_hash_table_add (used, g_strdup (ref)))
        g_array_append_val (later, id);
    }
  return g_steal_pointer (&later);
}

static gboolean
renumber_rows (TlMergeTables  *self,
               GError        **error)
{
  guint n_tables;
  const TlSchemaTable *tables = tl_schema_get_tables (&n_tables);

  for (guint i = 0; i < n_tables; i++)
    {
      g_autoptr (GHashTable) next = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_autoptr (GArray) later = NULL;

      if (tl_schema_table_find_column (&tables[i], "ref") < 0)
        continue;
      later = list_later_rows (self, &tables[i], error);
      if (later == NULL)
        return FALSE;
      for (guint j = 0; j < later->len; j++)
        {
          if (!renumber (self, &tables[i], &g_array_index (later, TlId, j), next, error))
            return FALSE;
        }
    }
  return TRUE;
}

/**
 * tl_merge_tables_repair:
 * @self: what the merge works on, whose tables are what the united history says
 * @error: return location for an error
 *
 * Lets the tables keep their rules: a row that the other side edited or refers to isn't deleted, and of two equal refs
 * the later row gets the next free number with the same letters. Either side comes to the same repairs.
 *
 * Returns: whether that worked
 */
gboolean
tl_merge_tables_repair (TlMergeTables  *self,
                        GError        **error)
{
  if (self->divergence != NULL)
    {
      note_kept (self);
      if (tl_database_has_broken_links (self->database) && !bring_back_orphans (self, error))
        return FALSE;
      if (!renumber_rows (self, error))
        return FALSE;
    }
  if (!tl_database_has_broken_links (self->database))
    return TRUE;
  g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_CORRUPT,
               _("Its changes point to rows or files that aren’t in it."));
  return FALSE;
}
