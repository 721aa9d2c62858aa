/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-blob.h"

#include <string.h>

#include "tl-change-body.h"
#include "tl-schema.h"
#include "tl-statement.h"

static guint
hash_digest (gconstpointer digest)
{
  return *(const guint *) digest;
}

static gboolean
equal_digests (gconstpointer a,
               gconstpointer b)
{
  return tl_digest_equal (a, b);
}

static GHashTable *
list_all (TlDatabase  *database,
          GError     **error)
{
  g_autoptr (GHashTable) hashes = g_hash_table_new_full (hash_digest, equal_digests, g_free, NULL);
  sqlite3_stmt *statement = tl_database_prepare (database, "SELECT hash FROM blob", error);
  gboolean more = TRUE;
  TlDigest hash;

  if (statement == NULL)
    return NULL;
  while (more)
    {
      if (!tl_database_step (database, statement, &more, error))
        return NULL;
      if (more && tl_statement_get_digest (statement, 0, &hash))
        g_hash_table_add (hashes, g_memdup2 (&hash, sizeof hash));
    }
  return g_steal_pointer (&hashes);
}

static void
keep (GHashTable    *hashes,
      const TlValue *value)
{
  if (value->type == TL_VALUE_BYTES && g_bytes_get_size (value->bytes) == sizeof (TlDigest))
    g_hash_table_remove (hashes, g_bytes_get_data (value->bytes, NULL));
}

static gboolean
keep_named (GHashTable  *hashes,
            GBytes      *body,
            GError     **error)
{
  g_autoptr (TlChange) change = NULL;

  /* Few changes are of attachments. */
  if (g_bytes_get_size (body) == 0
      || memmem (g_bytes_get_data (body, NULL), g_bytes_get_size (body), TL_SCHEMA_ATTACHMENT,
                 strlen (TL_SCHEMA_ATTACHMENT)) == NULL)
    return TRUE;
  change = tl_change_new (TL_CHANGE_KIND_CREATE);
  if (!tl_change_body_read (change, body, error))
    return FALSE;
  for (guint i = 0; i < tl_change_get_n_edits (change); i++)
    {
      const TlEdit *edit = tl_change_get_edit (change, i);

      if (strcmp (edit->table, TL_SCHEMA_ATTACHMENT) != 0 || strcmp (edit->column, TL_ATTACHMENT_CONTENT) != 0)
        continue;
      keep (hashes, &edit->old_value);
      keep (hashes, &edit->new_value);
    }
  return TRUE;
}

static gboolean
find_unnamed (TlDatabase  *database,
              GHashTable  *hashes,
              GError     **error)
{
  sqlite3_stmt *statement = tl_database_prepare (database, "SELECT body FROM change", error);
  gboolean more = TRUE;

  if (statement == NULL)
    return FALSE;
  while (more)
    {
      g_autoptr (GBytes) compressed = NULL, body = NULL;

      if (!tl_database_step (database, statement, &more, error))
        return FALSE;
      if (!more)
        break;
      compressed = tl_statement_get_bytes (statement, 0);
      body = compressed != NULL ? tl_change_body_decompress (compressed, error) : g_bytes_new_static (NULL, 0);
      if (body == NULL || !keep_named (hashes, body, error))
        {
          sqlite3_reset (statement);
          return FALSE;
        }
    }
  return TRUE;
}

/**
 * tl_blob_collect:
 * @database: the writer's connection, in a transaction
 * @error: return location for an error
 *
 * Removes the files that nothing in the whole history names any more, which only erasing can bring about: whatever was
 * merely removed can be brought back, with its content.
 *
 * Returns: whether that worked
 */
gboolean
tl_blob_collect (TlDatabase  *database,
                 GError     **error)
{
  g_autoptr (GHashTable) hashes = list_all (database, error);
  GHashTableIter iter;
  gpointer hash;

  if (hashes == NULL || (g_hash_table_size (hashes) > 0 && !find_unnamed (database, hashes, error)))
    return FALSE;
  g_hash_table_iter_init (&iter, hashes);
  while (g_hash_table_iter_next (&iter, &hash, NULL))
    {
      sqlite3_stmt *statement = tl_database_prepare (database, "DELETE FROM blob WHERE hash = ?1", error);

      if (statement == NULL)
        return FALSE;
      tl_statement_bind_digest (statement, 1, hash);
      if (!tl_database_step (database, statement, NULL, error))
        return FALSE;
    }
  return TRUE;
}
