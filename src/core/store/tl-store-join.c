/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-store-join.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "tl-erase-record.h"
#include "tl-history.h"
#include "tl-merge-intake.h"
#include "tl-reader.h"
#include "tl-statement.h"
#include "tl-store-private.h"
#include "tl-undo.h"

typedef struct
{
  TlStoreEngine *engine;
  GFile *file;
  TlChange *change;
  const char *incoming;
  gboolean done;
  GError *error;
} JoinJob;

static void
free_job (JoinJob *job)
{
  g_object_unref (job->file);
  g_clear_pointer (&job->change, tl_change_unref);
  g_clear_error (&job->error);
  g_free (job);
}

static void
free_value (gpointer value)
{
  tl_value_clear (value);
  g_free (value);
}

/**
 * tl_other_workbook_free:
 * @self: (transfer full): what was read
 *
 * Frees it.
 */
void
tl_other_workbook_free (TlOtherWorkbook *self)
{
  g_clear_pointer (&self->snapshot, tl_snapshot_unref);
  g_clear_pointer (&self->brought, g_hash_table_unref);
  g_free (self);
}

/* ── Reading ──────────────────────────────────────────────────────────────── */

static void
note_edits (GHashTable     *brought,
            const TlChange *change)
{
  for (guint i = 0; i < tl_change_get_n_edits (change); i++)
    {
      const TlEdit *edit = tl_change_get_edit (change, i);
      char hex[TL_ID_HEX_LENGTH + 1];
      TlValue *value = g_new0 (TlValue, 1);

      tl_id_to_hex (&edit->row, hex);
      tl_value_copy (&edit->new_value, value);
      g_hash_table_insert (brought, g_strdup_printf ("%s:%s:%s", edit->table, hex, edit->column), value);
    }
}

static GArray *
list_imports (TlDatabase  *database,
              GError     **error)
{
  sqlite3_stmt *statement =
    tl_database_prepare (database, "SELECT id FROM change WHERE kind = ?1 OR kind = ?2 OR kind = ?3 ORDER BY time, id",
                         error);
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (TlDigest));
  gboolean more = TRUE;
  TlDigest id;

  if (statement == NULL)
    return NULL;
  tl_statement_bind_text (statement, 1, TL_CHANGE_KIND_IMPORT);
  tl_statement_bind_text (statement, 2, TL_CHANGE_KIND_UNDO);
  tl_statement_bind_text (statement, 3, TL_CHANGE_KIND_REDO);
  while (more)
    {
      if (!tl_database_step (database, statement, &more, error))
        return NULL;
      if (more && tl_statement_get_digest (statement, 0, &id))
        g_array_append_val (list, id);
    }
  return g_steal_pointer (&list);
}

/* Which changes have been taken back, and not done again. */
static void
note_undo (GHashTable     *undone,
           GHashTable     *targets,
           const TlChange *change)
{
  TlDigest target;

  if (!tl_undo_get_target (change, &target))
    return;
  g_hash_table_insert (targets, g_memdup2 (tl_change_get_id (change), sizeof target),
                       g_memdup2 (&target, sizeof target));
  if (strcmp (tl_change_get_kind (change), TL_CHANGE_KIND_UNDO) == 0)
    g_hash_table_add (undone, g_memdup2 (&target, sizeof target));
  else if (g_hash_table_lookup (targets, &target) != NULL)
    g_hash_table_remove (undone, g_hash_table_lookup (targets, &target));
}

/* By the changes that brought it in, but those that were taken back. */
static GHashTable *
list_brought (const char    *path,
              const TlId    *other,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr (TlDatabase) database = tl_database_open (path, TL_DATABASE_READ, error);
  g_autoptr (GHashTable) brought = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_value);
  g_autoptr (GArray) list = database != NULL ? list_imports (database, error) : NULL;
  g_autoptr (GHashTable) undone = g_hash_table_new_full (tl_digest_hash, tl_digest_same, g_free, NULL);
  g_autoptr (GHashTable) targets = g_hash_table_new_full (tl_digest_hash, tl_digest_same, g_free, g_free);
  g_autoptr (GPtrArray) joins = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_change_unref);
  char hex[TL_ID_HEX_LENGTH + 1];

  if (list == NULL)
    return NULL;
  tl_id_to_hex (other, hex);
  for (guint i = 0; i < list->len; i++)
    {
      g_autoptr (TlChange) change = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      change = tl_history_load (database, &g_array_index (list, TlDigest, i), error);
      if (change == NULL)
        return NULL;
      note_undo (undone, targets, change);
      if (g_strcmp0 (tl_change_get_note (change, TL_NOTE_JOINS), hex) == 0)
        g_ptr_array_add (joins, g_steal_pointer (&change));
    }
  for (guint i = 0; i < joins->len; i++)
    {
      const TlChange *join = g_ptr_array_index (joins, i);

      if (!g_hash_table_contains (undone, tl_change_get_id (join)))
        note_edits (brought, join);
    }
  return g_steal_pointer (&brought);
}

static TlDocumentInfo *
take_in (JoinJob       *job,
         const char    *incoming,
         TlId          *document,
         GCancellable  *cancellable,
         GError       **error)
{
  g_autoptr (TlDocumentInfo) info = tl_document_look (job->file, cancellable, error);
  g_autofree char *name = g_file_get_parse_name (job->file);
  TlDigest head;

  if (info == NULL)
    return NULL;
  if (!info->exists)
    {
      g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_NOT_FOUND,
                   _("“%s” isn’t there. It may have been moved or renamed."), name);
      return NULL;
    }
  if (!tl_document_take_in (info, incoming, cancellable, error)
      || !tl_document_check (info, incoming, NULL, document, &head, cancellable, error))
    return NULL;
  return g_steal_pointer (&info);
}

/* What was invented must not come among what is real. */
static gboolean
is_practice (JoinJob     *job,
             TlSnapshot  *snapshot,
             GError     **error)
{
  g_autofree char *name = g_file_get_parse_name (job->file);

  if (tl_snapshot_count (snapshot, TL_TABLE_ANSWER) == 0)
    return FALSE;
  g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_INVALID,
               _("“%s” is a practice case, about an invented service. Nothing of it may come into another workbook."), name);
  return TRUE;
}

static gboolean
read_other (JoinJob          *job,
            TlOtherWorkbook  *other,
            GCancellable     *cancellable,
            GError          **error)
{
  g_autofree char *incoming = tl_working_copy_get_incoming (job->engine->copy);
  g_autoptr (TlDocumentInfo) info = take_in (job, incoming, &other->document, cancellable, error);
  g_autoptr (TlDatabase) database = NULL;
  gboolean done = info != NULL;

  if (done)
    other->same = tl_id_equal (&other->document, &tl_working_copy_get_note (job->engine->copy)->document);
  if (done && !other->same)
    {
      database = tl_database_open (incoming, TL_DATABASE_LOOK, error);
      other->snapshot = database != NULL ? tl_reader_load (database, cancellable, error) : NULL;
      if (other->snapshot != NULL && is_practice (job, other->snapshot, error))
        g_clear_pointer (&other->snapshot, tl_snapshot_unref);
      other->brought = other->snapshot != NULL
                       ? list_brought (tl_working_copy_get_path (job->engine->copy), &other->document, cancellable, error)
                       : NULL;
      done = other->brought != NULL;
    }
  g_unlink (incoming);
  return done;
}

static void
read_job (GTask        *task,
          gpointer      source,
          gpointer      data,
          GCancellable *cancellable)
{
  TlOtherWorkbook *other = g_new0 (TlOtherWorkbook, 1);
  GError *error = NULL;

  if (read_other (data, other, cancellable, &error))
    g_task_return_pointer (task, other, (GDestroyNotify) tl_other_workbook_free);
  else
    {
      tl_other_workbook_free (other);
      g_task_return_error (task, error);
    }
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  TlOtherWorkbook *other = g_task_propagate_pointer (G_TASK (result), &error);

  if (other != NULL)
    g_task_return_pointer (task, other, (GDestroyNotify) tl_other_workbook_free);
  else
    g_task_return_error (task, error);
}

static JoinJob *
new_job (TlStore *self,
         GFile   *file)
{
  JoinJob *job = g_new0 (JoinJob, 1);

  job->engine = &self->engine;
  job->file = g_object_ref (file);
  return job;
}

/**
 * tl_store_read_other_async:
 * @self: a store
 * @file: a file that holds a workbook
 * @cancellable: (nullable): a cancellable
 * @callback: called when it has been read
 * @user_data: data for @callback
 *
 * Reads another workbook, checked as one that is opened. Nothing is changed, neither there nor here.
 */
void
tl_store_read_other_async (TlStore             *self,
                           GFile               *file,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  GTask *task, *inner;

  g_return_if_fail (TL_IS_STORE (self) && !self->closed);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, tl_store_read_other_async);
  inner = g_task_new (NULL, cancellable, read_cb, task);
  g_task_set_task_data (inner, new_job (self, file), (GDestroyNotify) free_job);
  tl_worker_push (self->engine.saving, inner, read_job);
}

/**
 * tl_store_read_other_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for a #TlStoreError
 *
 * Returns: (transfer full) (nullable): what was read
 */
TlOtherWorkbook *
tl_store_read_other_finish (TlStore       *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ── Bringing in ──────────────────────────────────────────────────────────── */

/* The files that the change names, with what they are called. */
static GHashTable *
list_files (const TlChange *change)
{
  GHashTable *named =
    g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, g_free);
  const char *name = "";

  for (guint i = 0; i < tl_change_get_n_edits (change); i++)
    {
      const TlEdit *edit = tl_change_get_edit (change, i);

      if (strcmp (edit->table, "attachment") != 0)
        continue;
      if (strcmp (edit->column, "name") == 0 && edit->new_value.type == TL_VALUE_TEXT)
        name = edit->new_value.text;
      else if (strcmp (edit->column, "content") == 0 && edit->new_value.type == TL_VALUE_BYTES)
        g_hash_table_insert (named, g_bytes_ref (edit->new_value.bytes), g_strdup (name));
    }
  return named;
}

static gboolean
take_files (TlDatabase      *ours,
            const char      *incoming,
            const TlChange  *change,
            GError         **error)
{
  g_autoptr (TlDatabase) theirs = tl_database_open (incoming, TL_DATABASE_LOOK, error);
  g_autoptr (GHashTable) named = list_files (change);

  if (theirs == NULL || !tl_database_run (ours, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (tl_merge_intake_files (ours, theirs, named, error) && tl_database_run (ours, "COMMIT", error))
    return TRUE;
  tl_database_run (ours, "ROLLBACK", NULL);
  return FALSE;
}

/* A file that no row names, since the change was refused, is nobody's and goes when others do. */
static void
join_writer (gpointer data)
{
  JoinJob *job = data;

  job->done = take_files (tl_writer_get_database (job->engine->writer), job->incoming, job->change, &job->error)
              && tl_writer_apply (job->engine->writer, job->change, NULL, &job->error);
}

static void
join_job (GTask        *task,
          gpointer      source,
          gpointer      data,
          GCancellable *cancellable)
{
  JoinJob *job = data;
  g_autofree char *incoming = tl_working_copy_get_incoming (job->engine->copy);
  g_autoptr (TlDocumentInfo) info = NULL;
  GError *error = NULL;
  TlId document;

  info = take_in (job, incoming, &document, cancellable, &error);
  if (info != NULL)
    {
      job->incoming = incoming;
      tl_worker_call (job->engine->writing, join_writer, job);
    }
  g_unlink (incoming);
  if (job->done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error != NULL ? error : g_steal_pointer (&job->error));
}

static void
joined_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  JoinJob *job = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (task, error);
      return;
    }
  if (tl_change_is_sealed (job->change))
    tl_store_set_applied (g_task_get_source_object (task), job->change);
  g_task_return_boolean (task, TRUE);
}

/**
 * tl_store_join_async:
 * @self: a store
 * @file: another workbook's file, which has been read before
 * @change: what to bring in of it, not sealed; it is the store's until the answer comes
 * @cancellable: (nullable): a cancellable, for as long as it hasn't begun
 * @callback: called when it is durable, or refused
 * @user_data: data for @callback
 *
 * Brings another workbook's facts in as one change that can be undone, with the files that are attached to them.
 */
void
tl_store_join_async (TlStore             *self,
                     GFile               *file,
                     TlChange            *change,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  GTask *task, *inner;
  JoinJob *job;

  g_return_if_fail (TL_IS_STORE (self) && !self->closed);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, tl_store_join_async);
  /* What is durable has been done, even if nobody wants it any more. */
  g_task_set_check_cancellable (task, FALSE);
  if (self->read_only)
    {
      g_task_return_error (task, tl_store_make_read_only_error (self));
      g_object_unref (task);
      return;
    }
  job = new_job (self, file);
  job->change = tl_change_ref (change);
  inner = g_task_new (NULL, cancellable, joined_cb, task);
  g_task_set_check_cancellable (inner, FALSE);
  g_task_set_task_data (inner, job, (GDestroyNotify) free_job);
  tl_worker_push (self->engine.saving, inner, join_job);
}

/**
 * tl_store_join_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for a #TlStoreError
 *
 * Returns: whether it is brought in
 */
gboolean
tl_store_join_finish (TlStore       *self,
                      GAsyncResult  *result,
                      GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
