/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-store-merge.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "tl-conflict-list.h"
#include "tl-store-private.h"
#include "tl-store-question.h"

typedef struct
{
  TlStoreEngine *engine;
  GFile *file;
  /* A working copy that has been left, with the file. */
  TlKeptCopy *kept;
  GTask *telling;
} MergeJob;

/* What the writer's thread is asked to do, and its answer. */
typedef struct
{
  TlStoreEngine *engine;
  const char *path;
  GTask *telling;
  TlMerged merged;
  gboolean wants_conflicts;
  gboolean done;
  GPtrArray *conflicts;
  GError *error;
} MergeCall;

static void
free_merge_job (MergeJob *job)
{
  g_clear_object (&job->file);
  g_clear_object (&job->kept);
  g_object_unref (job->telling);
  g_free (job);
}

static void
free_merged (TlMerged *merged)
{
  tl_merged_clear (merged);
  g_free (merged);
}

/**
 * tl_merge_result_free:
 * @self: (transfer full): a result
 *
 * Frees a result.
 */
void
tl_merge_result_free (TlMergeResult *self)
{
  g_clear_pointer (&self->conflicts, g_ptr_array_unref);
  g_free (self);
}

static void
told_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (TlStore) self = user_data;
  TlMerged *merged = g_task_propagate_pointer (G_TASK (result), NULL);

  if (merged != NULL)
    {
      tl_store_set_merged (self, merged);
      free_merged (merged);
    }
}

/**
 * tl_store_prepare_merge:
 * @self: a store
 *
 * Makes the task by which a merge is told of, between the changes before and after it. It has to be returned, with
 * %NULL if there was no merge.
 *
 * Returns: (transfer full): the task
 */
GTask *
tl_store_prepare_merge (TlStore *self)
{
  GTask *telling = g_task_new (NULL, NULL, told_cb, g_object_ref (self));

  g_task_set_source_tag (telling, tl_store_prepare_merge);
  return telling;
}

/* On the writer's thread, so that nothing comes between a merge and the news of it. */
static void
merge_writer (gpointer data)
{
  MergeCall *call = data;
  TlMerged *told;

  if (!tl_merge_run (call->engine->writer, call->path, &call->merged, &call->error))
    return;
  told = g_new0 (TlMerged, 1);
  *told = call->merged;
  call->merged.shown = NULL;
  call->done = TRUE;
  g_task_return_pointer (call->telling, told, (GDestroyNotify) free_merged);
  /* What can't be listed just now is no reason to say that nothing was merged. */
  if (call->wants_conflicts)
    call->conflicts = tl_conflict_list (tl_writer_get_database (call->engine->writer), NULL);
}

static void
explain (const TlDocumentInfo  *info,
         GError               **error)
{
  g_autoptr (GError) reason = error != NULL ? g_steal_pointer (error) : NULL;
  g_autofree char *name = g_file_get_parse_name (info->file);

  if (reason == NULL)
    return;
  if (reason->domain == TL_STORE_ERROR
      && (reason->code == TL_STORE_ERROR_CORRUPT || reason->code == TL_STORE_ERROR_INVALID
          || reason->code == TL_STORE_ERROR_NEWER || reason->code == TL_STORE_ERROR_CONFLICT))
    g_set_error (error, TL_STORE_ERROR, reason->code == TL_STORE_ERROR_NEWER ? TL_STORE_ERROR_NEWER
                                                                              : TL_STORE_ERROR_CORRUPT,
                 _("The changes in “%s” can’t be taken in, and nothing has been changed. %s"), name, reason->message);
  else
    g_propagate_error (error, g_steal_pointer (&reason));
}

/**
 * tl_store_engine_merge:
 * @engine: the engine
 * @info: the other copy's file
 * @telling: from [func@Tl.store_prepare_merge]; returned in any case
 * @conflicts: (out) (optional) (element-type TlConflict): what is open afterwards
 * @merged: (out caller-allocates): what came of it, but for what has been told
 * @cancellable: (nullable): a cancellable
 * @error: return location for a #TlStoreError
 *
 * Takes the changes of another copy of this document in. On the saving thread.
 *
 * Returns: whether that worked; if not, nothing has happened
 */
gboolean
tl_store_engine_merge (TlStoreEngine         *engine,
                       const TlDocumentInfo  *info,
                       GTask                 *telling,
                       GPtrArray            **conflicts,
                       TlMerged              *merged,
                       GCancellable          *cancellable,
                       GError               **error)
{
  g_autofree char *incoming = tl_working_copy_get_incoming (engine->copy);
  g_autofree char *name = g_file_get_parse_name (info->file);
  MergeCall call = { .engine = engine, .path = incoming, .telling = telling, .wants_conflicts = conflicts != NULL };
  TlDigest head;
  TlId document;
  gboolean readable = tl_document_take_in (info, incoming, cancellable, error)
                      && tl_document_check (info, incoming, NULL, &document, &head, cancellable, error);

  if (readable && !tl_id_equal (&document, &tl_working_copy_get_note (engine->copy)->document))
    {
      g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_INVALID,
                   _("“%s” is another workbook, not a copy of this one. Only copies can be merged."), name);
      readable = FALSE;
    }
  if (readable)
    {
      tl_working_copy_mark_traces (engine->copy, TRUE);
      tl_worker_call (engine->writing, merge_writer, &call);
    }
  g_unlink (incoming);
  if (readable && !(call.done && call.merged.erased))
    tl_working_copy_mark_traces (engine->copy, FALSE);
  else if (readable)
    tl_store_engine_scrub (engine, NULL);
  if (!call.done)
    g_task_return_pointer (telling, NULL, NULL);
  if (!readable)
    return FALSE;
  if (call.error != NULL)
    {
      g_propagate_error (error, call.error);
      explain (info, error);
      return FALSE;
    }
  *merged = call.merged;
  if (conflicts != NULL)
    *conflicts = call.conflicts;
  return TRUE;
}

static gboolean
look (GFile           *file,
      TlDocumentInfo **info,
      GCancellable    *cancellable,
      GError         **error)
{
  g_autofree char *name = g_file_get_parse_name (file);

  *info = tl_document_look (file, cancellable, error);
  if (*info == NULL)
    return FALSE;
  if ((*info)->exists)
    return TRUE;
  g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_NOT_FOUND,
               _("“%s” isn’t there. It may have been moved or renamed."), name);
  return FALSE;
}

/* A program that was killed left its last changes in the log. */
static gboolean
bring_together (TlWorkingCopy  *copy,
                GError        **error)
{
  g_autoptr (TlDatabase) database = tl_database_open (tl_working_copy_get_path (copy), TL_DATABASE_WRITE, error);

  return database != NULL && tl_database_checkpoint (database, TRUE, error);
}

static gboolean
refuse_other (TlKeptCopy  *kept,
              GError     **error)
{
  const char *provider = tl_kept_copy_get_provider (kept);

  g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_INVALID,
               /* Translators: %s is the name of a provider */
               _("This is another workbook, so the changes of “%s” don’t belong in it, and nothing has been changed."),
               provider[0] != '\0' ? provider : _("Unnamed provider"));
  return FALSE;
}

/* What has been taken in is here now, durably, and needn't be kept apart. */
static gboolean
merge_kept (MergeJob      *job,
            GPtrArray    **conflicts,
            TlMerged      *merged,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (TlWorkingCopy) copy =
    tl_working_copy_take (g_file_peek_path (tl_kept_copy_get_folder (job->kept)), error);
  g_autoptr (TlDocumentInfo) info = NULL;
  gboolean ready;

  ready = copy != NULL
          && (tl_id_equal (tl_kept_copy_get_document (job->kept), &tl_working_copy_get_note (job->engine->copy)->document)
              || refuse_other (job->kept, error))
          && bring_together (copy, error);
  if (ready)
    {
      g_autoptr (GFile) database = g_file_new_for_path (tl_working_copy_get_path (copy));

      info = tl_document_look (database, cancellable, error);
    }
  if (info == NULL)
    {
      g_task_return_pointer (job->telling, NULL, NULL);
      return FALSE;
    }
  if (!tl_store_engine_merge (job->engine, info, job->telling, conflicts, merged, cancellable, error))
    return FALSE;
  tl_working_copy_discard (g_steal_pointer (&copy));
  return TRUE;
}

static gboolean
merge_file (MergeJob      *job,
            GPtrArray    **conflicts,
            TlMerged      *merged,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (TlDocumentInfo) info = NULL;

  if (look (job->file, &info, cancellable, error))
    return tl_store_engine_merge (job->engine, info, job->telling, conflicts, merged, cancellable, error);
  g_task_return_pointer (job->telling, NULL, NULL);
  return FALSE;
}

static void
merge_job (GTask        *task,
           gpointer      source,
           gpointer      data,
           GCancellable *cancellable)
{
  MergeJob *job = data;
  GPtrArray *conflicts = NULL;
  TlMergeResult *result;
  GError *error = NULL;
  TlMerged merged;

  if (!(job->kept != NULL ? merge_kept : merge_file) (job, &conflicts, &merged, cancellable, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  result = g_new0 (TlMergeResult, 1);
  result->n_changes = merged.n_received;
  result->n_conflicts = merged.n_conflicts;
  result->conflicts = conflicts;
  g_task_return_pointer (task, result, (GDestroyNotify) tl_merge_result_free);
}

static void
merged_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  TlMergeResult *merged = g_task_propagate_pointer (G_TASK (result), &error);

  if (merged != NULL)
    g_task_return_pointer (task, merged, (GDestroyNotify) tl_merge_result_free);
  else
    g_task_return_error (task, error);
}

static void
start_merge (TlStore             *self,
             GFile               *file,
             TlKeptCopy          *kept,
             GCancellable        *cancellable,
             GAsyncReadyCallback  callback,
             gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data), *inner;
  MergeJob *job;

  g_task_set_source_tag (task, tl_store_merge_async);
  /* What has been taken in stays, even if nobody wants it any more. */
  g_task_set_check_cancellable (task, FALSE);
  if (self->read_only)
    {
      g_task_return_error (task, tl_store_make_read_only_error (self));
      g_object_unref (task);
      return;
    }

  inner = g_task_new (NULL, cancellable, merged_cb, task);
  g_task_set_check_cancellable (inner, FALSE);
  job = g_new0 (MergeJob, 1);
  job->engine = &self->engine;
  g_set_object (&job->file, file);
  g_set_object (&job->kept, kept);
  job->telling = tl_store_prepare_merge (self);
  g_task_set_task_data (inner, job, (GDestroyNotify) free_merge_job);
  tl_worker_push (self->engine.saving, inner, merge_job);
}

/**
 * tl_store_merge_async:
 * @self: a store
 * @file: another copy of the same document
 * @cancellable: (nullable): a cancellable, for as long as it hasn't begun
 * @callback: called when its changes are durable here, or refused
 * @user_data: data for @callback
 *
 * Takes the changes of another copy in: all of them or none. The other copy stays as it is.
 */
void
tl_store_merge_async (TlStore             *self,
                      GFile               *file,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_return_if_fail (TL_IS_STORE (self) && !self->closed);

  start_merge (self, file, NULL, cancellable, callback, user_data);
}

/**
 * tl_store_merge_kept_async:
 * @self: a store
 * @kept: a working copy of the same document that was left on this computer
 * @cancellable: (nullable): a cancellable, for as long as it hasn't begun
 * @callback: called when its changes are durable here, or refused
 * @user_data: data for @callback
 *
 * Takes the changes of a working copy in, all of them or none, and then removes it. Finish with
 * [method@Tl.Store.merge_finish].
 */
void
tl_store_merge_kept_async (TlStore             *self,
                           TlKeptCopy          *kept,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_return_if_fail (TL_IS_STORE (self) && !self->closed);
  g_return_if_fail (TL_IS_KEPT_COPY (kept));

  start_merge (self, NULL, kept, cancellable, callback, user_data);
}

/**
 * tl_store_merge_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for a #TlStoreError
 *
 * Returns: (transfer full) (nullable): what came, and which conflicts there are now
 */
TlMergeResult *
tl_store_merge_finish (TlStore       *self,
                       GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gpointer
answer_conflicts (TlStoreQuestion  *self,
                  TlDatabase       *database,
                  GCancellable     *cancellable,
                  GError          **error)
{
  return tl_conflict_list (database, error);
}

/**
 * tl_store_list_conflicts_async:
 * @self: a store
 * @cancellable: (nullable): a cancellable
 * @callback: called when they have been found
 * @user_data: data for @callback
 *
 * Looks which conflicts are open.
 */
void
tl_store_list_conflicts_async (TlStore             *self,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  TlStoreQuestion *question;

  g_return_if_fail (TL_IS_STORE (self) && !self->closed);

  question = g_new0 (TlStoreQuestion, 1);
  question->answer = answer_conflicts;
  question->free_answer = (GDestroyNotify) g_ptr_array_unref;
  tl_store_ask (self, question, tl_store_list_conflicts_async, cancellable, callback, user_data);
}

/**
 * tl_store_list_conflicts_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for a #TlStoreError
 *
 * Returns: (transfer full) (nullable) (element-type TlConflict): the open conflicts
 */
GPtrArray *
tl_store_list_conflicts_finish (TlStore       *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  return tl_store_ask_finish (self, result, error);
}
