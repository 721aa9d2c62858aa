/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-verify.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-change-private.h"
#include "tl-erase-record.h"
#include "tl-fingerprint.h"
#include "tl-history-words.h"
#include "tl-statement.h"
#include "tl-store-error.h"
#include "tl-verify-private.h"

/* How much of the work is reading the history; the rest is comparing the tables. */
#define HISTORY_SHARE 0.8
/* SQLite's steps between two looks at the cancellable. */
#define STEPS 10000

/* What is known while the history is read. */
typedef struct
{
  TlDatabase *database;
  TlVerification *result;
  TlReplay *replay;
  GHashTable *times;
  /* What erasures say, and the changes that were found erased. */
  GArray *records;
  GHashTable *erased;
  GCancellable *cancellable;
  TlVerifyProgress progress;
  gpointer progress_data;
} Work;

/**
 * tl_verification_free:
 * @self: (transfer full): a result
 *
 * Frees a result.
 */
void
tl_verification_free (TlVerification *self)
{
  g_free (self->fault);
  g_clear_pointer (&self->followed, g_array_unref);
  g_clear_pointer (&self->erasures, g_array_unref);
  g_free (self);
}

static gboolean
refuse (GError     **error,
        const char  *reason)
{
  g_set_error_literal (error, TL_STORE_ERROR, TL_STORE_ERROR_CORRUPT, reason);
  return FALSE;
}

/* Names a change by when and by whom it was made, if only that can still be read. */
static char *
name_change (TlDatabase     *database,
             const TlDigest *id)
{
  sqlite3_stmt *statement = tl_database_prepare (database, "SELECT time, actor FROM change WHERE id = ?1", NULL);
  g_autofree char *when = NULL, *who = NULL;
  gboolean row = FALSE;
  TlId actor;

  if (statement == NULL)
    return g_strdup (_("A change"));
  tl_statement_bind_digest (statement, 1, id);
  if (!tl_database_step (database, statement, &row, NULL) || !row)
    return g_strdup (_("A change"));
  when = tl_history_words_when (sqlite3_column_int64 (statement, 0));
  row = tl_statement_get_id (statement, 1, &actor);
  sqlite3_reset (statement);
  if (!row)
    return g_strdup_printf (_("The merge of %s"), when);
  who = tl_history_words_who (database, &actor);
  return g_strdup_printf (_("The change of %1$s by %2$s"), when, who);
}

/* Puts the change's name before the reason. Only what is broken is a break: a disk that can't be read isn't. */
static gboolean
blame (TlDatabase      *database,
       const TlDigest  *id,
       GError          *reason,
       GError         **error)
{
  if (g_error_matches (reason, TL_STORE_ERROR, TL_STORE_ERROR_CORRUPT))
    {
      g_autofree char *name = name_change (database, id);

      g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_CORRUPT, _("%1$s doesn’t hold: %2$s."), name,
                   reason->message);
      g_error_free (reason);
    }
  else
    g_propagate_error (error, reason);
  return FALSE;
}

/* A merge is made by nobody, one tick after the later of its two parents, with a salt that both sides make alike. */
static gboolean
check_merge (Work            *self,
             const TlChange  *change,
             GError         **error)
{
  const TlChangeSeal *seal = tl_change_get_seal (change);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 salt[32];
  gsize length = sizeof salt;
  gint64 later = 0;

  for (guint i = 0; i < 2; i++)
    {
      g_checksum_update (sum, seal->parents[i].bytes, sizeof seal->parents[i].bytes);
      later = MAX (later, *(gint64 *) g_hash_table_lookup (self->times, &seal->parents[i]));
    }
  g_checksum_get_digest (sum, salt, &length);
  if (seal->actor != NULL || seal->time != later + 1 || seal->salt == NULL
      || g_bytes_get_size (seal->salt) != length || memcmp (g_bytes_get_data (seal->salt, NULL), salt, length) != 0)
    return refuse (error, _("it isn’t as a merge is made"));
  return TRUE;
}

static gboolean
check_seal (Work            *self,
            const TlChange  *change,
            GError         **error)
{
  const TlChangeSeal *seal = tl_change_get_seal (change);

  if ((seal->n_parents == 0) != (g_hash_table_size (self->times) == 0))
    return refuse (error, _("a history has one beginning, and what comes later follows something"));
  for (guint i = 0; i < seal->n_parents; i++)
    {
      const gint64 *time = g_hash_table_lookup (self->times, &seal->parents[i]);

      if (time == NULL || *time >= seal->time)
        return refuse (error, _("it isn’t later than what it follows"));
    }
  if (seal->version > TL_SCHEMA_VERSION)
    return refuse (error, _("it is of a newer version of the program than its workbook"));
  if (seal->n_parents == 2)
    return check_merge (self, change, error);
  if (seal->actor == NULL)
    return refuse (error, _("nobody made it"));
  if (seal->salt == NULL || g_bytes_get_size (seal->salt) != 16)
    return refuse (error, _("it has lost its salt, without which its content can’t be told from another"));
  return TRUE;
}

/* What a change says that it erased; only from what came before it. */
static gboolean
read_erasure (Work            *self,
              const TlChange  *change,
              GError         **error)
{
  guint n = self->records->len;

  if (tl_change_get_seal (change)->erased)
    g_hash_table_add (self->erased, g_memdup2 (tl_change_get_id (change), sizeof (TlDigest)));
  if (!tl_erase_record_read (change, self->records))
    return refuse (error, _("what it says that it erased can’t be read"));
  for (guint i = n; i < self->records->len; i++)
    {
      if (!g_hash_table_contains (self->times, &g_array_index (self->records, TlEraseRecord, i).change))
        return refuse (error, _("it says that it erased from a change that didn’t come before it"));
    }
  if (strcmp (tl_change_get_kind (change), TL_CHANGE_KIND_ERASE) == 0)
    g_array_append_val (self->result->erasures, *tl_change_get_id (change));
  return TRUE;
}

static gboolean
read_change (Work            *self,
             const TlDigest  *id,
             GError         **error)
{
  GError *reason = NULL;
  g_autoptr (TlChange) change = tl_history_load (self->database, id, &reason);
  gint64 time;

  if (change == NULL)
    {
      if (g_error_matches (reason, TL_STORE_ERROR, TL_STORE_ERROR_CORRUPT))
        {
          g_clear_error (&reason);
          refuse (&reason, _("its content can’t be read, or isn’t what its digest says"));
        }
      return blame (self->database, id, reason, error);
    }
  if (!tl_digest_equal (tl_change_get_id (change), id))
    {
      refuse (&reason, _("when, by whom, after what or as what it was made isn’t what its id says"));
      return blame (self->database, id, reason, error);
    }
  if (!check_seal (self, change, &reason) || !read_erasure (self, change, &reason)
      || !tl_replay_add (self->replay, change, &reason))
    return blame (self->database, id, reason, error);

  /* What a merge mends is found by the changes that it mends. */
  if (tl_change_get_n_parents (change) < 2 && !tl_verify_named_risks (self->database, change, error))
    return FALSE;

  time = tl_change_get_time (change);
  g_hash_table_insert (self->times, g_memdup2 (id, sizeof *id), g_memdup2 (&time, sizeof time));
  return TRUE;
}

static gboolean
count_changes (TlDatabase  *database,
               guint       *n,
               GError     **error)
{
  sqlite3_stmt *statement = tl_database_prepare (database, "SELECT count(*) FROM change", error);
  gboolean row;

  if (statement == NULL || !tl_database_step (database, statement, &row, error))
    return FALSE;
  *n = row ? (guint) sqlite3_column_int64 (statement, 0) : 0;
  sqlite3_reset (statement);
  return TRUE;
}

static gboolean
read_history (Work    *self,
              GArray  *list,
              GError **error)
{
  guint n;

  if (!count_changes (self->database, &n, error))
    return FALSE;
  if (n != list->len)
    return refuse (error, _("A change in the history has no id."));
  for (guint i = 0; i < n; i++)
    {
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error)
          || !read_change (self, &g_array_index (list, TlDigest, i), error))
        return FALSE;
      if (self->progress != NULL)
        self->progress (HISTORY_SHARE * (i + 1) / n, self->progress_data);
    }
  self->result->n_changes = n;
  self->result->n_erased = g_hash_table_size (self->erased);
  if (n > 0)
    self->result->head = g_array_index (list, TlDigest, n - 1);
  return TRUE;
}

static int
interrupt_cb (gpointer cancellable)
{
  return g_cancellable_is_cancelled (cancellable);
}

/* Indexes too: a damaged one hides rows that are there. */
static gboolean
check_pages (Work    *self,
             GError **error)
{
  sqlite3 *handle = tl_database_get_handle (self->database);
  g_autofree char *said = NULL;
  gboolean done;

  if (self->cancellable != NULL)
    sqlite3_progress_handler (handle, STEPS, interrupt_cb, self->cancellable);
  done = tl_database_check_pages (self->database, "PRAGMA integrity_check (1)", &said, error);
  sqlite3_progress_handler (handle, 0, NULL, NULL);
  if (!done || said == NULL)
    return done;
  g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_CORRUPT, _("The workbook is damaged: its pages don’t fit together (%s)."),
               said);
  return FALSE;
}

static gboolean
check_database (Work    *self,
                GError **error)
{
  GError *reason = NULL;

  if (!check_pages (self, error))
    return FALSE;
  if (tl_database_check (self->database, TRUE, self->cancellable, &reason))
    return TRUE;
  if (!g_error_matches (reason, TL_STORE_ERROR, TL_STORE_ERROR_CORRUPT))
    {
      g_propagate_error (error, reason);
      return FALSE;
    }
  g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_CORRUPT, _("The workbook is damaged: %s."), reason->message);
  g_error_free (reason);
  return FALSE;
}

static gboolean
verify (Work        *self,
        const char  *fingerprint,
        GError     **error)
{
  g_autoptr (GArray) list = NULL;

  if (!check_database (self, error))
    return FALSE;
  list = tl_history_list (self->database, error);
  return list != NULL && read_history (self, list, error)
         && tl_verify_erased (self->database, self->records, self->erased, error)
         && tl_verify_tables (self->database, self->replay, self->cancellable, error)
         && tl_verify_conflicts (self->database, tl_replay_is_linear (self->replay), self->cancellable, error)
         && (fingerprint == NULL || tl_verify_fingerprint (self->database, list, fingerprint, self->result, error));
}

/**
 * tl_verify_database:
 * @database: a connection, outside a transaction
 * @fingerprint: (nullable): a fingerprint that somebody kept, in any spacing and case
 * @progress: (nullable): hears how far it is
 * @progress_data: data for @progress
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error: it was cancelled, can't be read, or @fingerprint isn't one
 *
 * Reads the whole history from its beginning: whether every change is what its id says, follows what it says it
 * follows, and is later; whether all of them together make the tables what they are; and whether @fingerprint is of one
 * of them. Names of people and bytes that belong to nothing are all that may differ unseen.
 *
 * Returns: (transfer full) (nullable): what was found
 */
TlVerification *
tl_verify_database (TlDatabase        *database,
                    const char        *fingerprint,
                    TlVerifyProgress   progress,
                    gpointer           progress_data,
                    GCancellable      *cancellable,
                    GError           **error)
{
  g_autoptr (TlVerification) result = g_new0 (TlVerification, 1);
  g_autoptr (TlReplay) replay = tl_replay_new ();
  g_autoptr (GHashTable) times = g_hash_table_new_full (tl_digest_hash, tl_digest_same, g_free, g_free);
  g_autoptr (GArray) records = g_array_new (FALSE, FALSE, sizeof (TlEraseRecord));
  g_autoptr (GHashTable) erased = g_hash_table_new_full (tl_digest_hash, tl_digest_same, g_free, NULL);
  Work work = { .database = database, .result = result, .replay = replay, .times = times, .records = records,
                .erased = erased, .cancellable = cancellable, .progress = progress, .progress_data = progress_data };
  char kept[TL_FINGERPRINT_LENGTH + 1];
  GError *reason = NULL;
  gboolean holds;

  result->followed = g_array_new (FALSE, FALSE, sizeof (TlDigest));
  result->erasures = g_array_new (FALSE, FALSE, sizeof (TlDigest));
  if (fingerprint != NULL && !tl_fingerprint_read (fingerprint, kept))
    {
      g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_INVALID,
                   _("“%s” isn’t a fingerprint, which is twenty letters and digits from 2 to 7. Copy it again."),
                   fingerprint);
      return NULL;
    }
  if (!tl_database_run (database, "BEGIN", error))
    return NULL;
  holds = verify (&work, fingerprint != NULL ? kept : NULL, &reason);
  tl_database_run (database, "ROLLBACK", NULL);

  if (!holds && !g_error_matches (reason, TL_STORE_ERROR, TL_STORE_ERROR_CORRUPT))
    {
      g_propagate_error (error, reason);
      return NULL;
    }
  if (!holds)
    {
      result->fault = g_strdup (reason->message);
      g_error_free (reason);
    }
  if (progress != NULL)
    progress (1, progress_data);
  return g_steal_pointer (&result);
}

/**
 * tl_verify_path:
 * @path: path of a document on this computer that nobody writes
 * @fingerprint: (nullable): a fingerprint that somebody kept
 * @progress: (nullable): hears how far it is
 * @progress_data: data for @progress
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Verifies a document where it lies, such as a backup; not on the main thread of a window.
 *
 * Returns: (transfer full) (nullable): what was found
 */
TlVerification *
tl_verify_path (const char        *path,
                const char        *fingerprint,
                TlVerifyProgress   progress,
                gpointer           progress_data,
                GCancellable      *cancellable,
                GError           **error)
{
  g_autoptr (TlDatabase) database = tl_database_open (path, TL_DATABASE_LOOK, error);

  if (database == NULL)
    return NULL;
  return tl_verify_database (database, fingerprint, progress, progress_data, cancellable, error);
}
