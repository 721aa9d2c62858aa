/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-history.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-change-body.h"
#include "tl-change-private.h"
#include "tl-erase-record.h"
#include "tl-statement.h"
#include "tl-store-error.h"

static gboolean
append_actor (TlDatabase  *database,
              const TlId  *actor,
              const char  *name,
              GError     **error)
{
  sqlite3_stmt *statement =
    tl_database_prepare (database, "INSERT INTO actor (id, name) VALUES (?1, ?2) "
                                   "ON CONFLICT (id) DO UPDATE SET name = ?2 WHERE name IS NOT ?2", error);

  if (statement == NULL)
    return FALSE;
  tl_statement_bind_id (statement, 1, actor);
  tl_statement_bind_text (statement, 2, name != NULL && *name != '\0' ? name : NULL);
  return tl_database_step (database, statement, NULL, error);
}

static gboolean
append_row (TlDatabase  *database,
            TlChange    *change,
            GBytes      *compressed,
            GError     **error)
{
  const TlChangeSeal *seal = tl_change_get_seal (change);
  sqlite3_stmt *statement =
    tl_database_prepare (database, "INSERT INTO change (id, time, actor, kind, version, salt, digest, body) "
                                   "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)", error);

  if (statement == NULL)
    return FALSE;
  tl_statement_bind_digest (statement, 1, tl_change_get_id (change));
  sqlite3_bind_int64 (statement, 2, seal->time);
  tl_statement_bind_id (statement, 3, seal->actor);
  tl_statement_bind_text (statement, 4, tl_change_get_kind (change));
  sqlite3_bind_int64 (statement, 5, seal->version);
  tl_statement_bind_bytes (statement, 6, seal->salt);
  tl_statement_bind_digest (statement, 7, &seal->digest);
  tl_statement_bind_bytes (statement, 8, compressed);
  return tl_database_step (database, statement, NULL, error);
}

static gboolean
append_parents (TlDatabase  *database,
                TlChange    *change,
                GError     **error)
{
  for (guint i = 0; i < tl_change_get_n_parents (change); i++)
    {
      sqlite3_stmt *statement =
        tl_database_prepare (database, "INSERT INTO change_parent (change, parent) VALUES (?1, ?2)", error);

      if (statement == NULL)
        return FALSE;
      tl_statement_bind_digest (statement, 1, tl_change_get_id (change));
      tl_statement_bind_digest (statement, 2, tl_change_get_parent (change, i));
      if (!tl_database_step (database, statement, NULL, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
append_risks (TlDatabase  *database,
              TlChange    *change,
              GHashTable  *risks,
              GError     **error)
{
  GHashTableIter iter;
  gpointer risk;

  g_hash_table_iter_init (&iter, risks);
  while (g_hash_table_iter_next (&iter, &risk, NULL))
    {
      sqlite3_stmt *statement =
        tl_database_prepare (database, "INSERT INTO change_risk (risk, change) VALUES (?1, ?2)", error);

      if (statement == NULL)
        return FALSE;
      tl_statement_bind_id (statement, 1, risk);
      tl_statement_bind_digest (statement, 2, tl_change_get_id (change));
      if (!tl_database_step (database, statement, NULL, error))
        return FALSE;
    }
  return TRUE;
}

/* Which rows have gone, by the edits of their existence; packed ones have never been. */
static gboolean
append_removals (TlDatabase  *database,
                 TlChange    *change,
                 GError     **error)
{
  for (guint i = 0; i < tl_change_get_n_items (change); i++)
    {
      const TlEdit *edit = &tl_change_peek (change, i)->edit;
      gboolean goes = edit->new_value.type == TL_VALUE_INTEGER && edit->new_value.integer == 0;
      sqlite3_stmt *statement;

      /* A row that has never been can't have been taken out. */
      if (strcmp (edit->column, TL_COLUMN_LIVE) != 0 || (!goes && edit->old_value.type == TL_VALUE_NULL))
        continue;

      statement = tl_database_prepare (database,
                                       goes ? "INSERT INTO removed_row (table_name, row, change) VALUES (?1, ?2, ?3)"
                                            : "DELETE FROM removed_row WHERE table_name = ?1 AND row = ?2", error);
      if (statement == NULL)
        return FALSE;
      tl_statement_bind_text (statement, 1, edit->table);
      tl_statement_bind_id (statement, 2, &edit->row);
      if (goes)
        tl_statement_bind_digest (statement, 3, tl_change_get_id (change));
      if (!tl_database_step (database, statement, NULL, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * tl_history_append:
 * @database: the writer's connection, in a transaction
 * @change: a sealed change
 * @compressed: its body as the database holds it
 * @actor_name: (nullable): what its actor is called
 * @risks: (element-type TlId): the risks that it touches, as a set
 * @error: return location for an error
 *
 * Adds a change to the history.
 *
 * Returns: whether that worked
 */
gboolean
tl_history_append (TlDatabase  *database,
                   TlChange    *change,
                   GBytes      *compressed,
                   const char  *actor_name,
                   GHashTable  *risks,
                   GError     **error)
{
  const TlId *actor = tl_change_get_actor (change);

  return (actor == NULL || append_actor (database, actor, actor_name, error))
         && append_row (database, change, compressed, error)
         && append_parents (database, change, error)
         && append_risks (database, change, risks, error)
         && append_removals (database, change, error);
}

/**
 * tl_history_receive:
 * @database: the writer's connection, in a transaction
 * @change: a sealed change that another copy made, whose actor and parents are known
 * @compressed: its body as the database holds it
 * @error: return location for an error
 *
 * Adds a change to the history as it is. What is kept beside it depends on what else there is, and is left to the
 * merge.
 *
 * Returns: whether that worked
 */
gboolean
tl_history_receive (TlDatabase  *database,
                    TlChange    *change,
                    GBytes      *compressed,
                    GError     **error)
{
  return append_row (database, change, compressed, error) && append_parents (database, change, error);
}

static gboolean
load_parents (TlDatabase      *database,
              const TlDigest  *id,
              TlChangeSeal    *seal,
              GError         **error)
{
  sqlite3_stmt *statement =
    tl_database_prepare (database, "SELECT parent FROM change_parent WHERE change = ?1 ORDER BY parent", error);
  gboolean row = TRUE;

  if (statement == NULL)
    return FALSE;
  tl_statement_bind_digest (statement, 1, id);
  while (row)
    {
      if (!tl_database_step (database, statement, &row, error))
        return FALSE;
      if (row && (seal->n_parents == G_N_ELEMENTS (seal->parents)
                  || !tl_statement_get_digest (statement, 0, &seal->parents[seal->n_parents++])))
        {
          sqlite3_reset (statement);
          g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_CORRUPT, _("A change in the history can’t be read."));
          return FALSE;
        }
    }
  return TRUE;
}

/* A body that isn't the one from which the id was made is what an erasure left of it, or was altered. */
static gboolean
check_erased (TlDatabase      *database,
              const TlDigest  *id,
              const TlDigest  *digest,
              GError         **error)
{
  TlEraseRecord record;
  gboolean found;

  if (!tl_erase_record_find (database, id, &record, &found, error))
    return FALSE;
  if (found && tl_digest_equal (&record.after, digest))
    return TRUE;
  g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_CORRUPT, _("A change in the history has been altered."));
  return FALSE;
}

/**
 * tl_history_load:
 * @database: a connection
 * @id: the id of a change
 * @error: return location for an error
 *
 * Reads a change back. Its id is worked out anew from what was read, so that it differs from @id if anything but the
 * body was altered, and is refused if the body was, but by an erasure.
 *
 * Returns: (transfer full) (nullable): the change, sealed
 */
TlChange *
tl_history_load (TlDatabase      *database,
                 const TlDigest  *id,
                 GError         **error)
{
  sqlite3_stmt *statement =
    tl_database_prepare (database,
                         "SELECT time, actor, kind, version, salt, digest, body FROM change WHERE id = ?1", error);
  g_autoptr (TlChange) change = NULL;
  g_autoptr (GBytes) salt = NULL, compressed = NULL, body = NULL;
  TlChangeSeal seal = { .n_parents = 0 };
  TlDigest digest;
  TlId actor;
  gboolean row;

  if (statement == NULL)
    return NULL;
  tl_statement_bind_digest (statement, 1, id);
  if (!tl_database_step (database, statement, &row, error))
    return NULL;
  if (row)
    {
      g_autofree char *kind = tl_statement_get_text (statement, 2);

      change = kind != NULL && *kind != '\0' && g_utf8_validate (kind, -1, NULL) ? tl_change_new (kind) : NULL;
      seal.time = sqlite3_column_int64 (statement, 0);
      seal.actor = tl_statement_get_id (statement, 1, &actor) ? &actor : NULL;
      seal.version = (guint) sqlite3_column_int64 (statement, 3);
      salt = tl_statement_get_bytes (statement, 4);
      compressed = tl_statement_get_bytes (statement, 6);
      row = tl_statement_get_digest (statement, 5, &seal.digest);
    }
  sqlite3_reset (statement);
  if (change == NULL || compressed == NULL || !row)
    {
      g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_CORRUPT, _("A change in the history can’t be read."));
      return NULL;
    }

  body = tl_change_body_decompress (compressed, error);
  if (body == NULL || !tl_change_body_read (change, body, error) || !load_parents (database, id, &seal, error))
    return NULL;

  if (salt != NULL)
    {
      digest = tl_change_body_get_digest (salt, body);
      seal.erased = !tl_digest_equal (&digest, &seal.digest);
      if (seal.erased && !check_erased (database, id, &digest, error))
        return NULL;
    }
  seal.salt = salt;
  tl_change_seal (change, &seal);
  return g_steal_pointer (&change);
}

/**
 * tl_history_list:
 * @database: a connection
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type TlDigest): the ids of all changes, by time and then by id
 */
GArray *
tl_history_list (TlDatabase  *database,
                 GError     **error)
{
  sqlite3_stmt *statement = tl_database_prepare (database, "SELECT id FROM change ORDER BY time, id", error);
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (TlDigest));
  gboolean row = TRUE;
  TlDigest id;

  if (statement == NULL)
    return NULL;
  while (row)
    {
      if (!tl_database_step (database, statement, &row, error))
        return NULL;
      if (row && tl_statement_get_digest (statement, 0, &id))
        g_array_append_val (list, id);
    }
  return g_steal_pointer (&list);
}

/**
 * tl_history_was_removed:
 * @database: a connection
 * @table: name of a table
 * @row: id of a row that isn't there
 * @removed: (out): whether it once was
 * @error: return location for an error
 *
 * Returns: whether that could be found out
 */
gboolean
tl_history_was_removed (TlDatabase  *database,
                        const char  *table,
                        const TlId  *row,
                        gboolean    *removed,
                        GError     **error)
{
  sqlite3_stmt *statement =
    tl_database_prepare (database, "SELECT 1 FROM removed_row WHERE table_name = ?1 AND row = ?2", error);

  if (statement == NULL)
    return FALSE;
  tl_statement_bind_text (statement, 1, table);
  tl_statement_bind_id (statement, 2, row);
  if (!tl_database_step (database, statement, removed, error))
    return FALSE;
  sqlite3_reset (statement);
  return TRUE;
}
