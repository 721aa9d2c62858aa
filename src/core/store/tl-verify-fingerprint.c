/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-verify-private.h"

#include <glib/gi18n-lib.h>

#include "tl-fingerprint.h"
#include "tl-statement.h"
#include "tl-store-error.h"

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

/* The ids of the changes that a change came from, itself included. */
static GHashTable *
list_ancestors (TlDatabase      *database,
                const TlDigest  *change,
                GError         **error)
{
  g_autoptr (GHashTable) found = g_hash_table_new_full (hash_digest, equal_digests, g_free, NULL);
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (TlDigest));
  TlDigest at = *change;

  g_array_append_val (open, at);
  while (open->len > 0)
    {
      sqlite3_stmt *statement =
        tl_database_prepare (database, "SELECT parent FROM change_parent WHERE change = ?1", error);
      gboolean more = TRUE;

      at = g_array_index (open, TlDigest, open->len - 1);
      g_array_set_size (open, open->len - 1);
      if (statement == NULL)
        return NULL;
      if (!g_hash_table_add (found, g_memdup2 (&at, sizeof at)))
        continue;
      tl_statement_bind_digest (statement, 1, &at);
      while (more)
        {
          if (!tl_database_step (database, statement, &more, error))
            return NULL;
          if (more && tl_statement_get_digest (statement, 0, &at))
            g_array_append_val (open, at);
        }
    }
  return g_steal_pointer (&found);
}

/**
 * tl_verify_fingerprint:
 * @database: a connection
 * @list: (element-type TlDigest): all changes, in the order of their times
 * @fingerprint: a fingerprint as paper has it
 * @result: (inout): is told what became of it, and what followed
 * @error: return location for an error, %TL_STORE_ERROR_CORRUPT when no change has it
 *
 * Returns: whether it is of one of the changes
 */
gboolean
tl_verify_fingerprint (TlDatabase      *database,
                       GArray          *list,
                       const char      *fingerprint,
                       TlVerification  *result,
                       GError         **error)
{
  g_autoptr (GHashTable) ancestors = NULL;
  const TlDigest *match = NULL;

  result->fingerprint = TL_FINGERPRINT_STATE_ABSENT;
  for (guint i = 0; i < list->len && match == NULL; i++)
    {
      char text[TL_FINGERPRINT_LENGTH + 1];

      tl_fingerprint_write (&g_array_index (list, TlDigest, i), text);
      match = g_str_equal (text, fingerprint) ? &g_array_index (list, TlDigest, i) : NULL;
    }
  if (match == NULL)
    {
      g_set_error_literal (error, TL_STORE_ERROR, TL_STORE_ERROR_CORRUPT,
                           _("No change of this workbook has that fingerprint: it is another workbook’s, or this "
                             "one’s history has been written anew since."));
      return FALSE;
    }

  ancestors = list_ancestors (database, match, error);
  if (ancestors == NULL)
    return FALSE;
  for (guint i = 0; i < list->len; i++)
    {
      if (!g_hash_table_contains (ancestors, &g_array_index (list, TlDigest, i)))
        g_array_append_val (result->followed, g_array_index (list, TlDigest, i));
    }
  result->fingerprint = result->followed->len == 0 ? TL_FINGERPRINT_STATE_HEAD : TL_FINGERPRINT_STATE_BEFORE;
  return TRUE;
}
