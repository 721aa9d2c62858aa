/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-backup-file.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "tl-backup-making.h"
#include "tl-backup-since-private.h"
#include "tl-document-file.h"
#include "tl-store-error.h"
#include "tl-store.h"
#include "tl-verify.h"
#include "tl-working-copy.h"

/* Names tried for what is set aside. */
#define MOST_NAMES 100

/* ── What there is ────────────────────────────────────────────────────────── */

typedef struct
{
  GFile *file;
  TlDay day;
  gint64 time;
} OfferJob;

static void
free_offer_job (OfferJob *job)
{
  g_object_unref (job->file);
  g_free (job);
}

/* Which document was there, by its backups or by what is left of the work on it. */
static gboolean
find_document (const char  *address,
               GPtrArray   *copies,
               TlId        *document)
{
  if (tl_backup_find_document (address, document))
    return TRUE;
  if (copies->len == 0)
    return FALSE;
  *document = tl_working_copy_get_note (g_ptr_array_index (copies, 0))->document;
  return TRUE;
}

static gboolean
is_in_backup (const TlBackup *newest,
              const TlDigest *head)
{
  g_autoptr (TlDatabase) database =
    newest != NULL ? tl_database_open (newest->path, TL_DATABASE_LOOK, NULL) : NULL;
  gboolean has = FALSE;

  return database != NULL && tl_database_has_change (database, head, &has, NULL) && has;
}

/* What was worked on last is often sound although the file isn't, and has more than any backup: so it is made one. */
static void
back_up_copy (TlWorkingCopy   *copy,
              const OfferJob  *job,
              GCancellable    *cancellable)
{
  const TlWorkingCopyNote *note = tl_working_copy_get_note (copy);
  const char *path = tl_working_copy_get_path (copy);
  g_autoptr (TlDatabase) database = tl_database_open (path, TL_DATABASE_WRITE, NULL);
  g_autoptr (GPtrArray) backups = tl_backup_list (&note->document, NULL);
  g_autoptr (TlBackupMaking) making = NULL;
  g_autoptr (TlBackup) made = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *remark = NULL;
  TlDigest head;
  gint64 time;

  if (database == NULL || backups == NULL || !tl_database_read_head (database, &head, &time, NULL)
      || is_in_backup (backups->len > 0 ? g_ptr_array_index (backups, 0) : NULL, &head)
      || !tl_database_checkpoint (database, TRUE, NULL))
    return;
  making = tl_backup_making_new (&note->document, job->day, job->time, &error);
  if (making != NULL && tl_backup_making_copy (making, path, &head, TL_BACKUP_MOST_BYTES, cancellable, &error))
    made = tl_backup_making_finish (making, TL_BACKUP_MOST_BYTES, &remark, cancellable, &error);
  if (made != NULL)
    tl_backup_note_address (&note->document, note->address, NULL);
  else
    g_message ("What was worked on last is no backup: %s", error->message);
}

static GPtrArray *
list (const TlId    *document,
      GCancellable  *cancellable,
      GError       **error)
{
  g_autoptr (GPtrArray) backups = tl_backup_list (document, error);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_backup_since_free);

  for (guint i = 0; backups != NULL && i < backups->len; i++)
    {
      TlBackupSince *since = tl_backup_since_new (g_ptr_array_index (backups, i), NULL, cancellable, error);

      if (since == NULL)
        return NULL;
      g_ptr_array_add (found, since);
    }
  return backups != NULL ? g_steal_pointer (&found) : NULL;
}

static GPtrArray *
offer (OfferJob      *job,
       GCancellable  *cancellable,
       GError       **error)
{
  g_autoptr (TlDocumentInfo) info = tl_document_look (job->file, cancellable, error);
  g_autoptr (GPtrArray) copies = NULL;
  TlId document;

  if (info == NULL)
    return NULL;
  copies = tl_working_copy_find (info->address);
  if (!find_document (info->address, copies, &document))
    return g_ptr_array_new_with_free_func ((GDestroyNotify) tl_backup_since_free);
  for (guint i = 0; i < copies->len; i++)
    {
      TlWorkingCopy *copy = g_ptr_array_index (copies, i);

      if (tl_id_equal (&tl_working_copy_get_note (copy)->document, &document))
        back_up_copy (copy, job, cancellable);
    }
  return list (&document, cancellable, error);
}

static void
offer_job (GTask        *task,
           gpointer      source,
           gpointer      data,
           GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *found = offer (data, cancellable, &error);

  if (found != NULL)
    g_task_return_pointer (task, found, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * tl_backup_offer_async:
 * @file: a document's file, which can't be opened or isn't there
 * @day: today, by this computer's calendar
 * @time: now, in milliseconds of UTC since 1970
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is known
 * @user_data: data for @callback
 *
 * Finds the backups of the document that was in a file. Where what was worked on last is still on this computer, a
 * backup is made of it first.
 */
void
tl_backup_offer_async (GFile               *file,
                       TlDay                day,
                       gint64               time,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  OfferJob *job = g_new0 (OfferJob, 1);

  g_task_set_source_tag (task, tl_backup_offer_async);
  job->file = g_object_ref (file);
  job->day = day;
  job->time = time;
  g_task_set_task_data (task, job, (GDestroyNotify) free_offer_job);
  g_task_run_in_thread (task, offer_job);
}

/**
 * tl_backup_offer_finish:
 * @result: what the callback was given
 * @error: return location for a #TlStoreError
 *
 * Returns: (transfer full) (nullable) (element-type TlBackupSince): the backups, the last made first
 */
GPtrArray *
tl_backup_offer_finish (GAsyncResult  *result,
                        GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ── Putting one back ─────────────────────────────────────────────────────── */

typedef struct
{
  TlBackup *backup;
  GFile *file;
  GFile *aside;
  gboolean has_more;
} PutBackJob;

static void
free_put_back_job (PutBackJob *job)
{
  tl_backup_free (job->backup);
  g_object_unref (job->file);
  g_clear_object (&job->aside);
  g_free (job);
}

static gboolean
is_sound (const TlBackup  *backup,
          GCancellable    *cancellable,
          GError         **error)
{
  g_autoptr (TlVerification) found = tl_verify_path (backup->path, NULL, NULL, NULL, cancellable, error);

  if (found != NULL && found->fault != NULL)
    g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_CORRUPT,
                 _("This backup is damaged, and nothing has been changed. Try another one. %s"), found->fault);
  return found != NULL && found->fault == NULL;
}

/* The latest that is sound, so that nothing that was said gets lost; at least the one that was chosen. */
static TlBackup *
find_latest (const TlBackup  *chosen,
             GCancellable    *cancellable,
             GError         **error)
{
  g_autoptr (GPtrArray) backups = tl_backup_list (&chosen->document, error);

  if (backups == NULL || !is_sound (chosen, cancellable, error))
    return NULL;
  for (guint i = 0; i < backups->len; i++)
    {
      const TlBackup *backup = g_ptr_array_index (backups, i);

      if (backup->sequence <= chosen->sequence)
        break;
      if (is_sound (backup, cancellable, NULL))
        return tl_backup_copy (backup);
    }
  return tl_backup_copy (chosen);
}

/* Names beside a file are lost behind the document portal, which shows a program that one file. */
static gboolean
has_folder (GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *portal = g_build_filename (g_get_user_runtime_dir (), "doc", "", NULL);

  return path != NULL && !g_str_has_prefix (path, portal);
}

static GFile *
find_folder (GFile    *file,
             gboolean  beside)
{
  g_autofree char *path = NULL;

  if (beside)
    return g_file_get_parent (file);
  path = g_build_filename (tl_store_get_folder (), "damaged", NULL);
  g_mkdir_with_parents (path, 0700);
  return g_file_new_for_path (path);
}

static GFile *
copy_aside (GFile         *file,
            gboolean       beside,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (GFile) folder = find_folder (file, beside);
  g_autofree char *base = g_file_get_basename (file);

  if (g_str_has_suffix (base, ".throughline"))
    base[strlen (base) - strlen (".throughline")] = '\0';
  for (guint i = 1; folder != NULL && i <= MOST_NAMES; i++)
    {
      /* Translators: a name of a file that is set aside, and a number where there are several */
      g_autofree char *name = i == 1 ? g_strdup_printf (_("%s (damaged).throughline"), base)
                                     : g_strdup_printf (_("%s (damaged %u).throughline"), base, i);
      g_autoptr (GFile) aside = g_file_get_child (folder, name);
      g_autoptr (GError) reason = NULL;

      if (g_file_copy (file, aside, G_FILE_COPY_NOFOLLOW_SYMLINKS, cancellable, NULL, NULL, &reason))
        return g_steal_pointer (&aside);
      if (!g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_EXISTS))
        {
          g_propagate_error (error, g_steal_pointer (&reason));
          return NULL;
        }
    }
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_EXISTS, _("there are too many of that name already"));
  return NULL;
}

/* Somebody may still be able to get something out of it: what is damaged isn't thrown away. */
static gboolean
set_aside (PutBackJob    *job,
           GFile         *file,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (GError) reason = NULL;

  if (has_folder (file))
    job->aside = copy_aside (file, TRUE, cancellable, NULL);
  if (job->aside == NULL && !g_cancellable_is_cancelled (cancellable))
    job->aside = copy_aside (file, FALSE, cancellable, &reason);
  if (job->aside != NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return job->aside != NULL;
  g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_FAILED,
               _("The damaged file can’t be kept under another name, so nothing has been changed: %s. Make some room and "
                 "try again, or open the backup as a copy."), reason->message);
  return FALSE;
}

static gboolean
put_back (PutBackJob    *job,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr (TlBackup) latest = find_latest (job->backup, cancellable, error);
  g_autoptr (TlDocumentInfo) info = latest != NULL ? tl_document_look (job->file, cancellable, error) : NULL;

  if (info == NULL || (info->exists && !set_aside (job, info->file, cancellable, error)))
    return FALSE;
  if (!tl_document_write (info, latest->path, cancellable, error))
    {
      /* Nothing was replaced, so nothing need lie about twice. */
      if (job->aside != NULL)
        g_file_delete (job->aside, NULL, NULL);
      return FALSE;
    }
  job->has_more = latest->sequence != job->backup->sequence;
  return TRUE;
}

static void
put_back_job (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  GError *error = NULL;

  if (put_back (data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * tl_backup_put_back_async:
 * @self: a backup
 * @file: the file of its document, which can't be opened or isn't there; nobody has it open
 * @cancellable: (nullable): a cancellable
 * @callback: called when there is a sound document in the file
 * @user_data: data for @callback
 *
 * Lets the latest sound backup take the place of a file, which is kept under another name. If that isn't @self, the file
 * has more than @self, and [method@Tl.Store.restore_async] puts everything back once it is open: nothing that was said
 * since gets lost.
 */
void
tl_backup_put_back_async (const TlBackup      *self,
                          GFile               *file,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  PutBackJob *job = g_new0 (PutBackJob, 1);

  g_task_set_source_tag (task, tl_backup_put_back_async);
  /* What has been replaced is, even if nobody wants it any more. */
  g_task_set_check_cancellable (task, FALSE);
  job->backup = tl_backup_copy (self);
  job->file = g_object_ref (file);
  g_task_set_task_data (task, job, (GDestroyNotify) free_put_back_job);
  g_task_run_in_thread (task, put_back_job);
}

/**
 * tl_backup_put_back_finish:
 * @result: what the callback was given
 * @aside: (out) (optional) (nullable): where the damaged file is now, %NULL when there was none
 * @has_more: (out): whether the file has more than the backup
 * @error: return location for a #TlStoreError
 *
 * Returns: whether there is a sound document in the file
 */
gboolean
tl_backup_put_back_finish (GAsyncResult  *result,
                           GFile        **aside,
                           gboolean      *has_more,
                           GError       **error)
{
  PutBackJob *job = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  if (aside != NULL)
    *aside = g_steal_pointer (&job->aside);
  *has_more = job->has_more;
  return TRUE;
}
