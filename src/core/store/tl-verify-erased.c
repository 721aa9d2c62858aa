/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-verify-private.h"

#include <glib/gi18n-lib.h>

#include "tl-erase-record.h"
#include "tl-store-error.h"

static gboolean
count_kept (TlDatabase  *database,
            guint       *n,
            GError     **error)
{
  sqlite3_stmt *statement = tl_database_prepare (database, "SELECT count(*) FROM erased_change", error);
  gboolean row;

  if (statement == NULL || !tl_database_step (database, statement, &row, error))
    return FALSE;
  *n = row ? (guint) sqlite3_column_int64 (statement, 0) : 0;
  sqlite3_reset (statement);
  return TRUE;
}

static gboolean
is_same (const TlEraseRecord *kept,
         const TlEraseRecord *said)
{
  return said != NULL && tl_digest_equal (&kept->erasure, &said->erasure)
         && tl_digest_equal (&kept->before, &said->before) && tl_digest_equal (&kept->after, &said->after);
}

/**
 * tl_verify_erased:
 * @database: a connection
 * @records: (element-type TlEraseRecord): what the erasures say, in the order of their times
 * @erased: (element-type TlDigest): the changes whose content isn't what it was when they were made
 * @error: return location for an error
 *
 * Returns: whether exactly those changes aren't what they were from which an erasure says that it erased, and each is
 *   what the latest of them left
 */
gboolean
tl_verify_erased (TlDatabase  *database,
                  GArray      *records,
                  GHashTable  *erased,
                  GError     **error)
{
  g_autoptr (GHashTable) latest = g_hash_table_new (tl_digest_hash, tl_digest_same);
  g_autoptr (GArray) kept = tl_erase_record_list (database, error);
  gboolean holds;
  guint n;

  if (kept == NULL || !count_kept (database, &n, error))
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    {
      TlEraseRecord *record = &g_array_index (records, TlEraseRecord, i);

      g_hash_table_insert (latest, &record->change, record);
    }
  holds = n == kept->len && n == g_hash_table_size (latest) && n == g_hash_table_size (erased);
  for (guint i = 0; holds && i < n; i++)
    {
      const TlEraseRecord *record = &g_array_index (kept, TlEraseRecord, i);

      holds = is_same (record, g_hash_table_lookup (latest, &record->change))
              && g_hash_table_contains (erased, &record->change);
    }
  if (!holds)
    g_set_error_literal (error, TL_STORE_ERROR, TL_STORE_ERROR_CORRUPT,
                         _("What was erased for good isn’t what the history says."));
  return holds;
}
