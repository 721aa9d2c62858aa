/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-verify-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-statement.h"
#include "tl-store-error.h"

/* What is kept beside the history so that a risk's changes are found without reading bodies. A change touches a risk
 * also through a measure or an action as it then was; what it names itself can be checked whatever came between. */

static gboolean
refuse (GError **error)
{
  g_set_error_literal (error, TL_STORE_ERROR, TL_STORE_ERROR_CORRUPT,
                       _("The list of which changes touch which risks isn’t what the history says."));
  return FALSE;
}

static void
add_named (GHashTable    *risks,
           const TlValue *value)
{
  TlId id;

  if (tl_value_get_id (value, &id) && !g_hash_table_contains (risks, &id))
    g_hash_table_add (risks, g_memdup2 (&id, sizeof id));
}

static GHashTable *
list_named (const TlChange *change)
{
  const char *risk = tl_layout_get (TL_TABLE_RISK)->name;
  GHashTable *risks = g_hash_table_new_full (tl_id_hash, tl_id_equal, g_free, NULL);

  for (guint i = 0; i < tl_change_get_n_edits (change); i++)
    {
      const TlEdit *edit = tl_change_get_edit (change, i);
      const TlSchemaTable *table = tl_schema_find_table (edit->table);
      int column = table != NULL ? tl_schema_table_find_column (table, edit->column) : -1;

      if (strcmp (edit->table, risk) == 0 && !g_hash_table_contains (risks, &edit->row))
        g_hash_table_add (risks, g_memdup2 (&edit->row, sizeof edit->row));
      if (column < 0 || g_strcmp0 (table->columns[column].target, risk) != 0)
        continue;
      add_named (risks, &edit->old_value);
      add_named (risks, &edit->new_value);
    }
  return risks;
}

/**
 * tl_verify_named_risks:
 * @database: a connection
 * @change: a change of its history
 * @error: return location for an error
 *
 * Returns: whether the change is found by every risk that it names
 */
gboolean
tl_verify_named_risks (TlDatabase      *database,
                       const TlChange  *change,
                       GError         **error)
{
  g_autoptr (GHashTable) risks = list_named (change);
  GHashTableIter iter;
  gpointer risk;

  g_hash_table_iter_init (&iter, risks);
  while (g_hash_table_iter_next (&iter, &risk, NULL))
    {
      sqlite3_stmt *statement =
        tl_database_prepare (database, "SELECT 1 FROM change_risk WHERE risk = ?1 AND change = ?2", error);
      gboolean found;

      if (statement == NULL)
        return FALSE;
      tl_statement_bind_id (statement, 1, risk);
      tl_statement_bind_digest (statement, 2, tl_change_get_id (change));
      if (!tl_database_step (database, statement, &found, error))
        return FALSE;
      sqlite3_reset (statement);
      if (!found)
        return refuse (error);
    }
  return TRUE;
}

/**
 * tl_verify_listed_risks:
 * @database: a connection
 * @replay: its whole history
 * @error: return location for an error
 *
 * Returns: whether only risks are listed that are or were there
 */
gboolean
tl_verify_listed_risks (TlDatabase      *database,
                        const TlReplay  *replay,
                        GError         **error)
{
  const TlSchemaTable *table = tl_schema_find_table (tl_layout_get (TL_TABLE_RISK)->name);
  sqlite3_stmt *statement = tl_database_prepare (database, "SELECT DISTINCT risk FROM change_risk", error);
  gboolean more = TRUE;
  TlId risk;

  if (statement == NULL)
    return FALSE;
  while (more)
    {
      if (!tl_database_step (database, statement, &more, error))
        return FALSE;
      if (more && (!tl_statement_get_id (statement, 0, &risk) || tl_replay_find (replay, table, &risk) == NULL))
        {
          sqlite3_reset (statement);
          return refuse (error);
        }
    }
  return TRUE;
}
