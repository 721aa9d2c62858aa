/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-writer.h"

#include <glib/gi18n-lib.h>

#include "tl-attached-file.h"
#include "tl-blob.h"
#include "tl-block-insert.h"
#include "tl-body-press.h"
#include "tl-change-private.h"
#include "tl-edit-run.h"
#include "tl-history.h"
#include "tl-progress.h"
#include "tl-refusal.h"
#include "tl-statement.h"
#include "tl-store-error.h"

/* Pages of the log after which it is brought into the file. */
#define LOG_LENGTH 1000

struct _TlWriter
{
  TlDatabase *database;
  TlIdSource *ids;
  TlId document;
  TlDigest head;
  gint64 head_time;
  gboolean has_head;
  gboolean held;
  /* While packed rows are put into their tables. */
  TlBodyPress *press;
};

static TlWriter *
writer_new (TlDatabase *database,
            TlIdSource *ids)
{
  TlWriter *self = g_new0 (TlWriter, 1);

  self->database = database;
  self->ids = g_object_ref (ids);
  return self;
}

static void
explain (const char  *path,
         GError      *reason,
         GError     **error)
{
  g_autofree char *name = g_filename_display_name (path);

  if (!g_error_matches (reason, TL_STORE_ERROR, TL_STORE_ERROR_CORRUPT))
    {
      g_propagate_error (error, reason);
      return;
    }
  g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_CORRUPT, _("“%s” is damaged: %s."), name, reason->message);
  g_error_free (reason);
}

static TlWriter *
open_writer (const char      *path,
             TlDatabaseMode   mode,
             TlIdSource      *ids,
             GError         **error)
{
  TlDatabase *database = tl_database_open (path, mode, error);
  g_autoptr (TlWriter) self = NULL;
  g_autoptr (GError) reason = NULL;

  if (database == NULL)
    return NULL;
  self = writer_new (database, ids);
  if (!tl_database_read_document (database, &self->document, &reason)
      || !tl_database_read_head (database, &self->head, &self->head_time, &reason))
    {
      explain (path, g_steal_pointer (&reason), error);
      return NULL;
    }
  self->has_head = TRUE;
  return g_steal_pointer (&self);
}

/**
 * tl_writer_new:
 * @path: path of a working copy's database
 * @ids: where salts and times come from
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a writer that lives on this thread
 */
TlWriter *
tl_writer_new (const char  *path,
               TlIdSource  *ids,
               GError     **error)
{
  return open_writer (path, TL_DATABASE_WRITE, ids, error);
}

/**
 * tl_writer_new_idle:
 * @path: path of a database that may not be written
 * @ids: where salts and times would come from
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a writer whose connection refuses to write
 */
TlWriter *
tl_writer_new_idle (const char  *path,
                    TlIdSource  *ids,
                    GError     **error)
{
  return open_writer (path, TL_DATABASE_READ, ids, error);
}

/**
 * tl_writer_free:
 * @self: (transfer full): a writer
 *
 * Closes the connection. What was committed stays in the log until the next checkpoint, however long.
 */
void
tl_writer_free (TlWriter *self)
{
  tl_database_close (self->database);
  g_object_unref (self->ids);
  g_free (self);
}

static GBytes *
make_salt (TlWriter *self)
{
  guint8 bytes[TL_SALT_LENGTH];

  tl_id_source_make_salt (self->ids, bytes);
  return g_bytes_new (bytes, sizeof bytes);
}

/* Once it is known what all other edits change, packed rows can go into the history while they go into their tables. */
static void
begin_press (TlWriter *self,
             TlChange *change)
{
  g_autoptr (GBytes) salt = NULL;

  if (tl_change_get_n_blocks (change) == 0)
    return;
  for (guint i = 0; i < tl_change_get_n_items (change); i++)
    {
      if (!tl_change_peek (change, i)->kept)
        return;
    }
  salt = make_salt (self);
  self->press = tl_body_press_begin (change, salt);
}

static gboolean
apply_runs (TlWriter      *self,
            TlChange      *change,
            GArray        *runs,
            TlRiskTrace   *trace,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (GArray) packed = tl_block_insert_list (change, self->database, error);
  guint next = 0;

  if (packed == NULL || !tl_edit_run_apply_all (runs, packed, &next, self->database, trace, cancellable, error))
    return FALSE;
  begin_press (self, change);
  if (!tl_block_insert_below (packed, &next, G_MAXUINT, self->database, trace, cancellable, error)
      || !tl_edit_run_finish_all (runs, self->database, error))
    return FALSE;
  if (!tl_database_has_broken_links (self->database))
    return TRUE;

  for (guint i = 0; i < runs->len; i++)
    {
      if (!tl_edit_run_explain (&g_array_index (runs, TlEditRun, i), self->database, error))
        return FALSE;
    }
  return TRUE;
}

/* Returns the body as the database holds it. */
static GBytes *
seal (TlWriter *self,
      TlChange *change)
{
  g_autoptr (GBytes) salt = NULL;
  GBytes *pressed = NULL;
  TlChangeSeal made = { .actor = tl_id_source_get_actor (self->ids), .version = TL_SCHEMA_VERSION };

  if (self->press != NULL)
    {
      pressed = tl_body_press_end (g_steal_pointer (&self->press), &salt, &made.digest);
    }
  else
    {
      salt = make_salt (self);
      pressed = tl_body_press (change, salt, &made.digest);
    }
  made.salt = salt;
  made.time = tl_id_source_get_time (self->ids);
  if (self->has_head)
    {
      made.parents[made.n_parents++] = self->head;
      made.time = MAX (made.time, self->head_time + 1);
    }
  tl_change_seal (change, &made);
  return pressed;
}

/**
 * tl_writer_append:
 * @self: a writer, in a transaction that its caller commits
 * @change: a change that isn't sealed and whose edits are in order; sealed afterwards
 * @actor_name: (nullable): what whoever makes it is called
 * @risks: (element-type TlId): the risks that it touches, as a set
 * @error: return location for an error
 *
 * Appends a change to the history, whose edits have been applied.
 *
 * Returns: whether that worked
 */
gboolean
tl_writer_append (TlWriter    *self,
                  TlChange    *change,
                  const char  *actor_name,
                  GHashTable  *risks,
                  GError     **error)
{
  g_autoptr (GBytes) pressed = seal (self, change);

  return tl_history_append (self->database, change, pressed, actor_name, risks, error);
}

/* Content comes first: no row may name what isn't there. */
static gboolean
add_files (TlWriter  *self,
           TlChange  *change,
           GError   **error)
{
  GPtrArray *files = tl_change_get_files (change);

  for (guint i = 0; files != NULL && i < files->len; i++)
    {
      TlAttachedFile *file = g_ptr_array_index (files, i);

      if (!tl_blob_add (self->database, tl_attached_file_get_hash (file), tl_attached_file_get_fd (file),
                        tl_attached_file_get_size (file), error))
        return FALSE;
    }
  return TRUE;
}

/* All that a change does to the tables, in a transaction that is left open if that worked. */
static gboolean
apply_edits (TlWriter      *self,
             TlChange      *change,
             TlRiskTrace   *trace,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr (GArray) runs = tl_edit_run_list (change, error);
  guint n_rows = runs != NULL ? runs->len : 0;

  if (runs == NULL || !tl_database_run (self->database, "BEGIN IMMEDIATE", error))
    return FALSE;
  for (guint i = 0; i < tl_change_get_n_blocks (change); i++)
    n_rows += tl_row_block_get_n_rows (tl_change_get_block (change, i));
  tl_progress_begin (cancellable, TL_PROGRESS_STAGE_WRITING, n_rows);
  if (add_files (self, change, error) && apply_runs (self, change, runs, trace, cancellable, error)
      && (tl_change_get_n_blocks (change) == 0 || !tl_database_has_broken_links (self->database)))
    return TRUE;
  g_clear_pointer (&self->press, tl_body_press_stop);
  tl_database_run (self->database, "ROLLBACK", NULL);
  return FALSE;
}

/* Packed rows are tried as they are first, which is quick but can't say what is wrong. */
static gboolean
try_edits (TlWriter      *self,
           TlChange      *change,
           TlRiskTrace  **trace,
           GCancellable  *cancellable,
           GError       **error)
{
  *trace = tl_risk_trace_new (self->database);
  if (tl_change_get_n_blocks (change) > 0)
    {
      if (apply_edits (self, change, *trace, cancellable, NULL))
        return TRUE;
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      tl_change_unpack (change);
      tl_risk_trace_free (*trace);
      *trace = tl_risk_trace_new (self->database);
    }
  return apply_edits (self, change, *trace, cancellable, error);
}

static gboolean
apply (TlWriter      *self,
       TlChange      *change,
       GCancellable  *cancellable,
       GError       **error)
{
  g_autoptr (TlRiskTrace) trace = NULL;

  tl_change_settle (change);
  if (!try_edits (self, change, &trace, cancellable, error))
    return FALSE;
  tl_change_drop_unkept (change);
  if (tl_change_get_n_edits (change) == 0)
    return tl_database_run (self->database, "ROLLBACK", error);

  tl_progress_begin (cancellable, TL_PROGRESS_STAGE_FINISHING, 0);
  if (!tl_writer_append (self, change, tl_id_source_get_actor_name (self->ids), tl_risk_trace_get_risks (trace), error)
      || g_cancellable_set_error_if_cancelled (cancellable, error)
      || !tl_database_run (self->database, "COMMIT", error))
    {
      tl_database_run (self->database, "ROLLBACK", NULL);
      tl_change_unseal (change);
      return FALSE;
    }

  self->head = *tl_change_get_id (change);
  self->head_time = tl_change_get_time (change);
  self->has_head = TRUE;
  g_clear_pointer (&change->files, g_ptr_array_unref);
  /* A log that grows longer is no loss, so nobody need hear of it. */
  if (!self->held && tl_database_get_log_length (self->database) > LOG_LENGTH)
    tl_database_checkpoint (self->database, FALSE, NULL);
  return TRUE;
}

/**
 * tl_writer_new_empty:
 * @path: path of a file that doesn't exist
 * @ids: where ids, salts and times come from
 * @error: return location for an error
 *
 * Makes the database of a new, empty document, whose history begins with its creation.
 *
 * Returns: (transfer full) (nullable): a writer that lives on this thread
 */
TlWriter *
tl_writer_new_empty (const char  *path,
                     TlIdSource  *ids,
                     GError     **error)
{
  TlDatabase *database = tl_database_open (path, TL_DATABASE_CREATE, error);
  g_autoptr (TlChange) change = tl_change_new (TL_CHANGE_KIND_CREATE);
  g_autoptr (TlWriter) self = NULL;

  if (database == NULL)
    return NULL;
  self = writer_new (database, ids);
  self->document = tl_id_source_make_id (ids);
  tl_change_add_row (change, TL_SCHEMA_WORKBOOK, &self->document);
  return apply (self, change, NULL, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * tl_writer_apply:
 * @self: a writer
 * @change: a change that isn't sealed
 * @cancellable: (nullable): to stop it; a #TlProgress is told how far it is
 * @error: return location for an error
 *
 * Checks a change, applies it in one transaction, and appends it to the history; it is durable when this returns.
 * Afterwards it is sealed and holds only edits that changed something. One that changes nothing at all stays unsealed
 * and isn't kept.
 *
 * Returns: %FALSE when it is refused or can't be kept; then nothing has happened
 */
gboolean
tl_writer_apply (TlWriter      *self,
                 TlChange      *change,
                 GCancellable  *cancellable,
                 GError       **error)
{
  /* Which document it is, is the store's own affair. */
  for (guint i = 0; i < tl_change_get_n_items (change); i++)
    {
      if (g_str_equal (tl_change_peek (change, i)->edit.table, TL_SCHEMA_WORKBOOK))
        return tl_refuse_name (TL_SCHEMA_WORKBOOK, NULL, error);
    }
  for (guint i = 0; i < tl_change_get_n_blocks (change); i++)
    {
      if (g_str_equal (tl_row_block_get_table (tl_change_get_block (change, i)), TL_SCHEMA_WORKBOOK))
        return tl_refuse_name (TL_SCHEMA_WORKBOOK, NULL, error);
    }
  return apply (self, change, cancellable, error);
}

/* The workbook's keys have ids that are made from the document's. */
static gboolean
copy_settings (TlWriter    *self,
               TlChange    *change,
               const TlId  *document,
               GError     **error)
{
  sqlite3_stmt *statement = tl_database_prepare (self->database, "SELECT id, key, value FROM setting", error);
  gboolean more = TRUE;
  TlId row;

  if (statement == NULL)
    return FALSE;
  while (more)
    {
      g_auto (TlValue) key = TL_VALUE_INIT;
      g_auto (TlValue) value = TL_VALUE_INIT;

      if (!tl_database_step (self->database, statement, &more, error))
        return FALSE;
      if (!more || !tl_statement_get_id (statement, 0, &row))
        continue;
      tl_statement_get_value (statement, 1, &key);
      tl_statement_get_value (statement, 2, &value);
      tl_change_remove_row (change, TL_SETTING_TABLE, &row);
      row = tl_setting_get_id (document, key.text);
      tl_change_add_row (change, TL_SETTING_TABLE, &row);
      tl_change_set (change, TL_SETTING_TABLE, &row, TL_SETTING_KEY, &key);
      tl_change_set (change, TL_SETTING_TABLE, &row, TL_SETTING_VALUE, &value);
    }
  return TRUE;
}

/**
 * tl_writer_copy:
 * @self: a writer
 * @error: return location for an error
 *
 * Makes the working copy another document: same content and history, and an id of its own.
 *
 * Returns: whether that worked
 */
gboolean
tl_writer_copy (TlWriter  *self,
                GError   **error)
{
  g_autoptr (TlChange) change = tl_change_new (TL_CHANGE_KIND_COPY);
  TlId document = tl_id_source_make_id (self->ids);

  tl_change_remove_row (change, TL_SCHEMA_WORKBOOK, &self->document);
  tl_change_add_row (change, TL_SCHEMA_WORKBOOK, &document);
  if (!copy_settings (self, change, &document, error) || !apply (self, change, NULL, error))
    return FALSE;
  self->document = document;
  return TRUE;
}

/**
 * tl_writer_set_head:
 * @self: a writer whose database has been brought further than its head, by a merge
 * @head: the id of the change that now stands for the present state
 * @time: its time
 *
 * Takes note of a new head.
 */
void
tl_writer_set_head (TlWriter       *self,
                    const TlDigest *head,
                    gint64          time)
{
  self->head = *head;
  self->head_time = time;
}

/**
 * tl_writer_get_ids:
 * @self: a writer
 *
 * Returns: (transfer none): where its salts and times come from
 */
TlIdSource *
tl_writer_get_ids (TlWriter *self)
{
  return self->ids;
}

/**
 * tl_writer_hold:
 * @self: a writer
 * @head: (out): the change up to which the file has everything
 * @error: return location for an error
 *
 * Brings all that was committed into the file, and from then on leaves the file alone, so that it can be read while
 * edits go on into the log. Ended by [func@Tl.writer_release].
 *
 * Returns: whether that worked
 */
gboolean
tl_writer_hold (TlWriter  *self,
                TlDigest  *head,
                GError   **error)
{
  g_return_val_if_fail (!self->held, FALSE);

  if (!tl_database_checkpoint (self->database, TRUE, error))
    return FALSE;
  self->held = TRUE;
  *head = self->head;
  return TRUE;
}

/**
 * tl_writer_release:
 * @self: a writer that was held
 *
 * Lets the file be written again.
 */
void
tl_writer_release (TlWriter *self)
{
  self->held = FALSE;
}

/**
 * tl_writer_get_database:
 * @self: a writer
 *
 * Returns: (transfer none): its connection
 */
TlDatabase *
tl_writer_get_database (TlWriter *self)
{
  return self->database;
}

/**
 * tl_writer_get_head:
 * @self: a writer
 *
 * Returns: (transfer none): the id of the change that stands for the present state
 */
const TlDigest *
tl_writer_get_head (TlWriter *self)
{
  return &self->head;
}

/**
 * tl_writer_get_head_time:
 * @self: a writer
 *
 * Returns: when that change was made, in milliseconds of UTC since 1970
 */
gint64
tl_writer_get_head_time (TlWriter *self)
{
  return self->head_time;
}

/**
 * tl_writer_get_document:
 * @self: a writer
 *
 * Returns: (transfer none): the document's id
 */
const TlId *
tl_writer_get_document (TlWriter *self)
{
  return &self->document;
}
