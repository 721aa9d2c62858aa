/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-workbook-attachments.h"

#include "tl-store-attach.h"
#include "tl-workbook-private.h"

#include <glib/gi18n-lib.h>

#include <string.h>

/* ── Adding ── */

typedef struct
{
  TlId evidence;
  TlAttachResult *result;
} Attaching;

static void
free_attaching (Attaching *attaching)
{
  g_clear_pointer (&attaching->result, tl_attach_result_free);
  g_free (attaching);
}

/**
 * tl_attach_result_free:
 * @self: (transfer full): what became of some files
 *
 * Frees it.
 */
void
tl_attach_result_free (TlAttachResult *self)
{
  g_ptr_array_unref (self->refused);
  g_free (self);
}

static const TlEvidenceFacts *
find_evidence (TlWorkbook *self,
               const TlId *evidence)
{
  return tl_snapshot_find (tl_assessment_get_snapshot (tl_workbook_get_assessment (self)), TL_TABLE_EVIDENCE, evidence);
}

static gboolean
is_same_file (const TlAttachedFile *file,
              const char           *name,
              const guint8         *content)
{
  return strcmp (tl_attached_file_get_name (file), name) == 0
         && memcmp (tl_attached_file_get_hash (file)->bytes, content, sizeof (TlDigest)) == 0;
}

/* The same file twice on the same evidence says no more than once. */
static gboolean
is_attached (TlWorkbook           *self,
             const TlId           *evidence,
             const GPtrArray      *added,
             const TlAttachedFile *file)
{
  const TlEvidenceFacts *facts = find_evidence (self, evidence);

  for (guint i = 0; facts != NULL && i < facts->attachments.n; i++)
    {
      const TlAttachmentFacts *attachment = TL_FACTS_AT (facts->attachments, TlAttachmentFacts, i);

      if (is_same_file (file, attachment->name, attachment->content))
        return TRUE;
    }
  for (guint i = 0; i < added->len; i++)
    {
      const TlAttachedFile *other = g_ptr_array_index (added, i);

      if (is_same_file (file, tl_attached_file_get_name (other), tl_attached_file_get_hash (other)->bytes))
        return TRUE;
    }
  return FALSE;
}

static void
add_file (TlWorkbook     *self,
          TlChange       *change,
          const TlId     *evidence,
          TlAttachedFile *file)
{
  TlId row = tl_id_source_make_id (tl_workbook_get_ids (self));
  g_auto (TlValue) content = TL_VALUE_INIT;

  tl_value_set_bytes (&content, tl_attached_file_get_hash (file)->bytes, sizeof (TlDigest));
  tl_change_add_row (change, "attachment", &row);
  tl_change_set_id (change, "attachment", &row, "evidence", evidence);
  tl_change_set_text (change, "attachment", &row, "name", tl_attached_file_get_name (file));
  tl_change_set_text (change, "attachment", &row, "media_type", tl_attached_file_get_media_type (file));
  tl_change_set (change, "attachment", &row, "content", &content);
  tl_change_add_file (change, file);
}

static void
attached_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Attaching *attaching = g_task_get_task_data (task);
  GError *error = NULL;

  if (tl_workbook_apply_finish (TL_WORKBOOK (source), result, &error))
    g_task_return_pointer (task, g_steal_pointer (&attaching->result), (GDestroyNotify) tl_attach_result_free);
  else
    g_task_return_error (task, error);
}

static void
taken_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TlWorkbook *self = g_task_get_source_object (task);
  Attaching *attaching = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (TlTakenFiles) taken = tl_store_take_files_finish (TL_STORE (source), result, &error);
  g_autoptr (TlChange) change = NULL;
  g_autoptr (GPtrArray) added = g_ptr_array_new ();

  if (taken == NULL || !tl_workbook_check_editable (self, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  g_ptr_array_extend_and_steal (attaching->result->refused, g_steal_pointer (&taken->refused));
  change = tl_change_new (TL_CHANGE_KIND_ATTACH);
  for (guint i = 0; i < taken->files->len; i++)
    {
      TlAttachedFile *file = g_ptr_array_index (taken->files, i);

      if (is_attached (self, &attaching->evidence, added, file))
        {
          g_ptr_array_add (attaching->result->refused,
                           g_error_new (TL_WORKBOOK_ERROR, TL_WORKBOOK_ERROR_FILES, _("“%s” is attached here already."),
                                        tl_attached_file_get_name (file)));
          continue;
        }
      add_file (self, change, &attaching->evidence, file);
      g_ptr_array_add (added, file);
    }
  attaching->result->n_added = added->len;
  if (added->len > 0)
    tl_workbook_apply_async (self, change, g_task_get_cancellable (task), attached_cb, g_object_ref (task));
  else
    g_task_return_pointer (task, g_steal_pointer (&attaching->result), (GDestroyNotify) tl_attach_result_free);
}

static gboolean
check_files (TlWorkbook  *self,
             GPtrArray   *files,
             GError     **error)
{
  if (!tl_workbook_check_editable (self, error))
    return FALSE;
  if (files->len > 0 && files->len <= TL_ATTACH_MOST_FILES)
    return TRUE;
  g_set_error (error, TL_WORKBOOK_ERROR, TL_WORKBOOK_ERROR_FILES,
               _("%1$u files are too many at a time. Add up to %2$u that show something about this piece of evidence."),
               files->len, TL_ATTACH_MOST_FILES);
  return FALSE;
}

/**
 * tl_workbook_attach_files_async:
 * @self: a workbook
 * @evidence: the evidence that they belong to
 * @files: (element-type GFile): files from anywhere
 * @progress: (nullable): hears how far it is; no more once @cancellable is cancelled
 * @progress_data: data for @progress
 * @cancellable: (nullable): to cancel while they are read; then none is attached
 * @callback: called when they are attached
 * @user_data: for @callback
 *
 * Attaches files to a piece of evidence, all in one change. Those that can't be are told, and keep the others from
 * nothing.
 */
void
tl_workbook_attach_files_async (TlWorkbook             *self,
                                const TlId             *evidence,
                                GPtrArray              *files,
                                TlAttachedFileProgress  progress,
                                gpointer                progress_data,
                                GCancellable           *cancellable,
                                GAsyncReadyCallback     callback,
                                gpointer                user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Attaching *attaching = g_new0 (Attaching, 1);
  GError *error = NULL;

  g_task_set_source_tag (task, tl_workbook_attach_files_async);
  /* What is attached is, even if nobody wants it any more. */
  g_task_set_check_cancellable (task, FALSE);
  attaching->evidence = *evidence;
  attaching->result = g_new0 (TlAttachResult, 1);
  attaching->result->refused = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);
  g_task_set_task_data (task, attaching, (GDestroyNotify) free_attaching);
  if (!check_files (self, files, &error))
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  tl_store_take_files_async (self->store, files, progress, progress_data, cancellable, taken_cb, task);
}

/**
 * tl_workbook_attach_files_finish:
 * @self: a workbook
 * @result: what the callback was given
 * @error: a %TL_WORKBOOK_ERROR or a %TL_STORE_ERROR, or that it was cancelled; nothing is attached then
 *
 * Returns: (transfer full) (nullable): what became of the files
 */
TlAttachResult *
tl_workbook_attach_files_finish (TlWorkbook    *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ── Taking off ── */

/**
 * tl_workbook_remove_attachment_async:
 * @self: a workbook
 * @attachment: an attachment of it
 * @cancellable: (nullable): to cancel
 * @callback: called when it is removed
 * @user_data: for @callback
 *
 * Takes a file off its evidence. Its content stays, so that this can be undone. Finish with
 * [method@Tl.Workbook.apply_finish].
 */
void
tl_workbook_remove_attachment_async (TlWorkbook          *self,
                                     const TlId          *attachment,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data)
{
  g_autoptr (TlChange) change = NULL;
  GError *error = NULL;

  if (!tl_workbook_check_editable (self, &error))
    {
      tl_workbook_refuse (self, error, callback, user_data);
      return;
    }
  change = tl_change_new (TL_CHANGE_KIND_DETACH);
  tl_change_remove_row (change, "attachment", attachment);
  tl_workbook_apply_async (self, change, cancellable, callback, user_data);
}

/* ── Getting out ── */

static void
unpacked_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  GFile *file = tl_store_unpack_file_finish (TL_STORE (source), result, &error);

  if (file != NULL)
    g_task_return_pointer (task, file, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * tl_workbook_unpack_attachment_async:
 * @self: a workbook
 * @attachment: an attachment of it
 * @cancellable: (nullable): to cancel
 * @callback: called when it is there
 * @user_data: for @callback
 *
 * Writes an attached file out, under its own name, for another program to open: a private copy that can only be read and
 * goes when the workbook is closed.
 */
void
tl_workbook_unpack_attachment_async (TlWorkbook              *self,
                                     const TlAttachmentFacts *attachment,
                                     GCancellable            *cancellable,
                                     GAsyncReadyCallback      callback,
                                     gpointer                 user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  TlDigest content;

  g_task_set_source_tag (task, tl_workbook_unpack_attachment_async);
  memcpy (content.bytes, attachment->content, sizeof content.bytes);
  tl_store_unpack_file_async (self->store, &content, attachment->name, cancellable, unpacked_cb, task);
}

/**
 * tl_workbook_unpack_attachment_finish:
 * @self: a workbook
 * @result: what the callback was given
 * @error: a %TL_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): the copy
 */
GFile *
tl_workbook_unpack_attachment_finish (TlWorkbook    *self,
                                      GAsyncResult  *result,
                                      GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
copied_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GFile *destination = g_task_get_task_data (task);
  g_autofree char *name = g_file_get_parse_name (destination);
  GError *error = NULL;

  /* The folder that held it goes with the others when the workbook is closed. */
  g_file_delete_async (G_FILE (source), G_PRIORITY_LOW, NULL, NULL, NULL);
  if (g_file_copy_finish (G_FILE (source), result, &error))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  if (error->domain == G_IO_ERROR && error->code != G_IO_ERROR_CANCELLED)
    {
      g_autofree char *reason = g_steal_pointer (&error->message);

      error->message = g_strdup_printf (_("“%1$s” can’t be saved: %2$s. Save it somewhere else."), name, reason);
    }
  g_task_return_error (task, error);
}

static void
unpacked_to_save_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (GFile) file = tl_store_unpack_file_finish (TL_STORE (source), result, &error);

  if (file == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  /* Our copy can only be read; what somebody saves is theirs. */
  g_file_copy_async (file, g_task_get_task_data (task), G_FILE_COPY_OVERWRITE | G_FILE_COPY_TARGET_DEFAULT_PERMS,
                     G_PRIORITY_DEFAULT, g_task_get_cancellable (task), NULL, NULL, copied_cb, g_object_ref (task));
}

/**
 * tl_workbook_save_attachment_async:
 * @self: a workbook
 * @attachment: an attachment of it
 * @destination: where to; a file that is there is replaced
 * @cancellable: (nullable): to cancel
 * @callback: called when it is saved
 * @user_data: for @callback
 *
 * Saves a copy of an attached file.
 */
void
tl_workbook_save_attachment_async (TlWorkbook              *self,
                                   const TlAttachmentFacts *attachment,
                                   GFile                   *destination,
                                   GCancellable            *cancellable,
                                   GAsyncReadyCallback      callback,
                                   gpointer                 user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  TlDigest content;

  g_task_set_source_tag (task, tl_workbook_save_attachment_async);
  g_task_set_task_data (task, g_object_ref (destination), g_object_unref);
  memcpy (content.bytes, attachment->content, sizeof content.bytes);
  tl_store_unpack_file_async (self->store, &content, attachment->name, cancellable, unpacked_to_save_cb, task);
}

/**
 * tl_workbook_save_attachment_finish:
 * @self: a workbook
 * @result: what the callback was given
 * @error: a %TL_STORE_ERROR or an I/O error
 *
 * Returns: whether it is saved
 */
gboolean
tl_workbook_save_attachment_finish (TlWorkbook    *self,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
