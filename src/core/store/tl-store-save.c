/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-store-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "tl-document-file.h"

typedef struct
{
  TlStoreEngine *engine;
  GFile *file;
  gboolean chosen;
  TlDigest head;
  const TlDigest *asked;
  gboolean has_asked;
  TlDocumentInfo *changed;
  GTask *telling;
  gboolean told;
  char *address;
  GError *error;
} SaveJob;

static void
free_save_job (SaveJob *job)
{
  g_object_unref (job->file);
  g_object_unref (job->telling);
  g_clear_pointer (&job->changed, tl_document_info_free);
  g_clear_error (&job->error);
  g_free (job->address);
  g_free (job);
}

static void
ask_writer (gpointer data)
{
  SaveJob *job = data;

  tl_database_has_change (tl_writer_get_database (job->engine->writer), job->asked, &job->has_asked, &job->error);
}

/* Whether our history has a change. */
static gboolean
ask_for_change (SaveJob         *job,
                const TlDigest  *change,
                GError         **error)
{
  job->asked = change;
  tl_worker_call (job->engine->writing, ask_writer, job);
  if (job->error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&job->error));
  return FALSE;
}

static gboolean
refuse_conflict (const TlDocumentInfo  *info,
                 const char            *sentence,
                 GError               **error)
{
  g_autofree char *name = g_file_get_parse_name (info->file);
  g_autofree char *message = g_strdup_printf (sentence, name);

  g_clear_error (error);
  g_set_error_literal (error, TL_STORE_ERROR, TL_STORE_ERROR_CONFLICT, message);
  return FALSE;
}

static void
refuse_newer (const TlDocumentInfo  *info,
              GError               **error)
{
  g_autofree char *name = g_file_get_parse_name (info->file);

  g_clear_error (error);
  g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_NEWER,
               _("“%s” has been saved by a newer version of Throughline, so this one can’t save there. Your changes are "
                 "kept on this computer. Save them as a copy: the newer version can merge it."), name);
}

static gboolean
refuse_busy (const TlDocumentInfo  *info,
             GError               **error)
{
  return refuse_conflict (info, _("“%s” is being changed by somebody else all the time, so your changes haven’t been "
                                  "saved there yet. They are kept on this computer."), error);
}

/* What a file holds that another program has written since we last did. */
static gboolean
look_inside (SaveJob               *job,
             const TlDocumentInfo  *info,
             TlId                  *document,
             TlDigest              *head,
             GCancellable          *cancellable,
             GError               **error)
{
  g_autofree char *incoming = tl_working_copy_get_incoming (job->engine->copy);
  gboolean readable = tl_document_take_in (info, incoming, cancellable, error)
                      && tl_document_read_head (info, incoming, document, head, cancellable, error);

  g_unlink (incoming);
  return readable;
}

/* Whether a file that isn't as we left it may be replaced: not if it holds anybody's changes to this document that we
 * don't have, which are to be taken in first. Another file's place is taken only where whoever chose it said so. */
static gboolean
may_replace (SaveJob               *job,
             const TlDocumentInfo  *info,
             gboolean              *taking_in,
             GCancellable          *cancellable,
             GError               **error)
{
  const TlWorkingCopyNote *note = tl_working_copy_get_note (job->engine->copy);
  gboolean same_place = g_strcmp0 (note->address, info->address) == 0;
  GError *reason = NULL;
  TlDigest head;
  TlId document;

  if (!look_inside (job, info, &document, &head, cancellable, &reason))
    {
      if (g_error_matches (reason, TL_STORE_ERROR, TL_STORE_ERROR_NOT_A_WORKBOOK)
          || g_error_matches (reason, TL_STORE_ERROR, TL_STORE_ERROR_CORRUPT))
        {
          g_error_free (reason);
          return !same_place
                 || refuse_conflict (info, _("“%s” isn’t the workbook any more that was opened, so it hasn’t been "
                                             "saved there. Save it under another name."), error);
        }
      if (same_place && g_error_matches (reason, TL_STORE_ERROR, TL_STORE_ERROR_NEWER))
        refuse_newer (info, &reason);
      g_propagate_error (error, reason);
      return FALSE;
    }
  if (!tl_id_equal (&document, &note->document))
    return !same_place
           || refuse_conflict (info, _("“%s” has become another workbook, so this one hasn’t been saved there. Save it "
                                       "under another name."), error);

  if (!ask_for_change (job, &head, error))
    return FALSE;
  *taking_in = !job->has_asked;
  return job->has_asked || refuse_busy (info, error);
}

/* What a disk says it has written isn't always what can be read; and another program that had looked before we wrote may
 * have written just after. */
static gboolean
read_back (SaveJob               *job,
           const TlDocumentInfo  *info,
           gboolean              *overtaken,
           GCancellable          *cancellable,
           GError               **error)
{
  const TlWorkingCopyNote *note = tl_working_copy_get_note (job->engine->copy);
  g_autofree char *path = tl_document_dup_path (info);
  g_autofree char *name = g_file_get_parse_name (info->file);
  TlDigest head;
  TlId document;
  gboolean readable = path != NULL ? tl_document_read_head (info, path, &document, &head, cancellable, error)
                                   : look_inside (job, info, &document, &head, cancellable, error);

  if (!readable || tl_digest_equal (&head, &job->head))
    return readable;
  if (tl_id_equal (&document, &note->document))
    {
      if (!ask_for_change (job, &head, error))
        return FALSE;
      *overtaken = !job->has_asked;
    }
  if (*overtaken)
    return refuse_busy (info, error);
  g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_CORRUPT,
               _("“%s” was saved, but what is there isn’t what was written. Your changes are kept on this computer. "
                 "Save it somewhere else."), name);
  return FALSE;
}

/* A document that isn't where it was has been moved, or its drive isn't there and what is there is only the empty
 * folder that it is mounted on. Another file of that name would hide what happened. */
static gboolean
is_missing (SaveJob              *job,
            const TlDocumentInfo *info)
{
  const TlWorkingCopyNote *note = tl_working_copy_get_note (job->engine->copy);

  return !info->exists && !job->chosen && note->mark != NULL && g_strcmp0 (note->address, info->address) == 0;
}

static void
note_saved (SaveJob              *job,
            const TlDocumentInfo *info)
{
  const TlWorkingCopyNote *before = tl_working_copy_get_note (job->engine->copy);
  TlWorkingCopyNote note = { before->document, g_strdup (info->address), g_strdup (info->mark), job->head };

  /* Without a note the file is only looked at more closely when it is next opened. */
  tl_working_copy_set_note (job->engine->copy, &note, NULL);
  g_free (note.address);
  g_free (note.mark);
}

static gboolean
save_held (SaveJob       *job,
           GCancellable  *cancellable,
           GError       **error)
{
  const TlWorkingCopyNote *note = tl_working_copy_get_note (job->engine->copy);
  g_autoptr (TlDocumentInfo) info = tl_document_look (job->file, cancellable, error);
  g_autoptr (TlDocumentInfo) saved = NULL;
  gboolean as_left, taking_in = FALSE;

  if (info == NULL)
    return FALSE;
  if (info->exists && !info->can_write)
    {
      g_autofree char *name = g_file_get_parse_name (info->file);

      g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_READ_ONLY,
                   _("“%s” can’t be saved here: the file may only be read. Your changes are kept on this computer. "
                     "Save it under another name."), name);
      return FALSE;
    }

  if (is_missing (job, info))
    {
      g_autofree char *name = g_file_get_parse_name (info->file);

      g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_NOT_FOUND,
                   _("“%s” isn’t there any more: it may have been moved, renamed or removed, or its drive isn’t "
                     "connected. Your changes are kept on this computer. Open it where it is now, or save it under "
                     "a name of your choice."), name);
      return FALSE;
    }

  g_set_str (&job->address, info->address);
  as_left = info->exists && g_strcmp0 (info->address, note->address) == 0 && g_strcmp0 (info->mark, note->mark) == 0;
  if (as_left && tl_digest_equal (&job->head, &note->saved))
    return TRUE;
  if (info->exists && !as_left && !may_replace (job, info, &taking_in, cancellable, error))
    {
      if (taking_in)
        job->changed = g_steal_pointer (&info);
      return FALSE;
    }
  if (!tl_document_write (info, tl_working_copy_get_path (job->engine->copy), cancellable, error))
    return FALSE;

  /* It is saved; nothing may stop what makes sure of that. */
  saved = tl_document_look (job->file, NULL, error);
  if (saved == NULL)
    return FALSE;
  if (!read_back (job, saved, &taking_in, NULL, error))
    {
      if (taking_in)
        job->changed = g_steal_pointer (&saved);
      return FALSE;
    }
  note_saved (job, saved);
  return TRUE;
}

static gboolean
save (SaveJob       *job,
      GCancellable  *cancellable,
      GError       **error)
{
  gboolean saved;

  if (!tl_store_engine_hold (job->engine, &job->head, error))
    return FALSE;
  saved = save_held (job, cancellable, error);
  tl_store_engine_release (job->engine);
  return saved;
}

/* What somebody else has put into the file becomes ours too, and then the file gets everything. */
static gboolean
merge_and_save (SaveJob       *job,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autoptr (TlDocumentInfo) changed = g_steal_pointer (&job->changed);
  TlMerged merged;

  job->told = TRUE;
  return tl_store_engine_merge (job->engine, changed, job->telling, NULL, &merged, cancellable, error)
         && save (job, cancellable, error);
}

static void
save_job (GTask        *task,
          gpointer      source,
          gpointer      data,
          GCancellable *cancellable)
{
  SaveJob *job = data;
  GError *error = NULL;
  gboolean saved = save (job, cancellable, &error);

  if (!saved && job->changed != NULL)
    {
      g_clear_error (&error);
      saved = merge_and_save (job, cancellable, &error);
    }
  if (!job->told)
    g_task_return_pointer (job->telling, NULL, NULL);

  if (saved)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  const SaveJob *job = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (task, error);
      return;
    }
  tl_store_set_saved (g_task_get_source_object (task), job->file, job->address, &job->head, job->told);
  g_task_return_boolean (task, TRUE);
}

/**
 * tl_store_save_async:
 * @self: a store
 * @file: (nullable): where to, %NULL for where it is; another workbook that is there is replaced
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is saved, or can't be
 * @user_data: data for @callback
 *
 * Lets the document's file, as a whole, become what the working copy is at this moment; changes go on meanwhile. The
 * document is then where it was saved. If somebody else has changed the document in that file, their changes are taken
 * in first. When this fails the file is as it was.
 */
void
tl_store_save_async (TlStore             *self,
                     GFile               *file,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  GTask *task, *inner;
  SaveJob *job;

  g_return_if_fail (TL_IS_STORE (self) && !self->closed);
  g_return_if_fail (file != NULL || self->file != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, tl_store_save_async);
  /* What has been saved is, even if nobody wants it any more. */
  g_task_set_check_cancellable (task, FALSE);
  if (self->reason == TL_READ_ONLY_REASON_NEWER)
    {
      /* What we can't read we can't promise to write. */
      g_task_return_error (task, tl_store_make_read_only_error (self));
      g_object_unref (task);
      return;
    }
  inner = g_task_new (NULL, cancellable, saved_cb, task);
  g_task_set_check_cancellable (inner, FALSE);
  job = g_new0 (SaveJob, 1);
  job->engine = &self->engine;
  job->file = g_object_ref (file != NULL ? file : self->file);
  job->chosen = file != NULL;
  job->telling = tl_store_prepare_merge (self);
  g_task_set_task_data (inner, job, (GDestroyNotify) free_save_job);
  tl_worker_push (self->engine.saving, inner, save_job);
}

/**
 * tl_store_save_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for a #TlStoreError
 *
 * Returns: whether it is saved
 */
gboolean
tl_store_save_finish (TlStore       *self,
                      GAsyncResult  *result,
                      GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
