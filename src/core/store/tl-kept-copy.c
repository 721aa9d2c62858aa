/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-kept-copy-private.h"

#include <glib/gi18n-lib.h>

#include "tl-document-file.h"
#include "tl-store-error.h"
#include "tl-working-copy.h"

G_DEFINE_FINAL_TYPE (TlKeptCopy, tl_kept_copy, G_TYPE_OBJECT)

static void
tl_kept_copy_finalize (GObject *object)
{
  TlKeptCopy *self = TL_KEPT_COPY (object);

  g_free (self->provider);
  g_clear_object (&self->file);
  g_clear_object (&self->folder);

  G_OBJECT_CLASS (tl_kept_copy_parent_class)->finalize (object);
}

static void
tl_kept_copy_class_init (TlKeptCopyClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_kept_copy_finalize;
}

static void
tl_kept_copy_init (TlKeptCopy *self)
{
}

/**
 * tl_kept_copy_get_document:
 * @self: a kept working copy
 *
 * Returns: (transfer none): the id of its document
 */
const TlId *
tl_kept_copy_get_document (TlKeptCopy *self)
{
  return &self->document;
}

/**
 * tl_kept_copy_get_provider:
 * @self: a kept working copy
 *
 * Returns: the provider's name, "" when it isn't known
 */
const char *
tl_kept_copy_get_provider (TlKeptCopy *self)
{
  return self->provider != NULL ? self->provider : "";
}

/**
 * tl_kept_copy_get_file:
 * @self: a kept working copy
 *
 * Returns: (transfer none) (nullable): where its file was last, %NULL when it was never saved
 */
GFile *
tl_kept_copy_get_file (TlKeptCopy *self)
{
  return self->file;
}

/**
 * tl_kept_copy_get_folder:
 * @self: a kept working copy
 *
 * Returns: (transfer none): what to open with %TL_STORE_ORIGIN_KEPT
 */
GFile *
tl_kept_copy_get_folder (TlKeptCopy *self)
{
  return self->folder;
}

/**
 * tl_kept_copy_get_place:
 * @self: a kept working copy
 *
 * Returns: whether its file is still there
 */
TlKeptPlace
tl_kept_copy_get_place (TlKeptCopy *self)
{
  return self->place;
}

/**
 * tl_kept_copy_get_trouble:
 * @self: a kept working copy
 *
 * Returns: whether it can be used
 */
TlKeptTrouble
tl_kept_copy_get_trouble (TlKeptCopy *self)
{
  return self->trouble;
}

/**
 * tl_kept_copy_get_edited:
 * @self: a kept working copy
 *
 * Returns: when its latest change was made, in milliseconds of UTC since 1970, 0 when that can't be read
 */
gint64
tl_kept_copy_get_edited (TlKeptCopy *self)
{
  return self->edited;
}

/**
 * tl_kept_copy_get_n_unsaved:
 * @self: a kept working copy
 *
 * Returns: how many changes its file hasn't, 0 when that can't be read
 */
guint
tl_kept_copy_get_n_unsaved (TlKeptCopy *self)
{
  return self->n_unsaved;
}

static void
remove_job (GTask        *task,
            gpointer      source,
            gpointer      data,
            GCancellable *cancellable)
{
  TlKeptCopy *self = source;
  GError *error = NULL;
  TlWorkingCopy *copy = tl_working_copy_take (g_file_peek_path (self->folder), &error);

  if (copy == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  tl_working_copy_discard (copy);
  g_task_return_boolean (task, TRUE);
}

/**
 * tl_kept_copy_remove_async:
 * @self: a kept working copy
 * @cancellable: (nullable): a cancellable, for as long as it hasn't begun
 * @callback: called when it is gone
 * @user_data: data for @callback
 *
 * Removes a working copy, and with it the changes that are nowhere else.
 */
void
tl_kept_copy_remove_async (TlKeptCopy          *self,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tl_kept_copy_remove_async);
  g_task_run_in_thread (task, remove_job);
}

/**
 * tl_kept_copy_remove_finish:
 * @self: a kept working copy
 * @result: what the callback was given
 * @error: return location for a #TlStoreError
 *
 * Returns: whether it is gone
 */
gboolean
tl_kept_copy_remove_finish (TlKeptCopy    *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
match_job (GTask        *task,
           gpointer      source,
           gpointer      data,
           GCancellable *cancellable)
{
  TlKeptCopy *self = source;
  GError *error = NULL;
  g_autoptr (TlDocumentInfo) info = tl_document_look (data, cancellable, &error);
  g_autofree char *name = g_file_get_parse_name (data);
  TlDigest head;
  TlId document;

  if (info == NULL || !tl_document_identify (info, &document, &head, cancellable, &error))
    g_task_return_error (task, error);
  else if (tl_id_equal (&document, &self->document))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_new_error (task, TL_STORE_ERROR, TL_STORE_ERROR_INVALID,
                             _("“%s” is another workbook, so these changes don’t belong in it, and nothing has been "
                               "changed. Choose the file, or a copy of the file, in which this work began."), name);
}

/**
 * tl_kept_copy_match_async:
 * @self: a kept working copy
 * @file: a file
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is known
 * @user_data: data for @callback
 *
 * Looks whether a file has the same document, so that the working copy's changes can be merged into it.
 */
void
tl_kept_copy_match_async (TlKeptCopy          *self,
                          GFile               *file,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tl_kept_copy_match_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, match_job);
}

/**
 * tl_kept_copy_match_finish:
 * @self: a kept working copy
 * @result: what the callback was given
 * @error: return location for a #TlStoreError
 *
 * Returns: whether the file has the same document
 */
gboolean
tl_kept_copy_match_finish (TlKeptCopy    *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
