/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-store-backup.h"

#include "tl-backup-making.h"
#include "tl-backup-plan.h"
#include "tl-backup-since-private.h"
#include "tl-store-question.h"

/* Copying belongs to the saving thread, since it needs the working copy; what takes long comes after, on a thread of its
 * own, when the document may even be closed. */

static guint64 most_bytes = TL_BACKUP_MOST_BYTES;

typedef struct
{
  TlStoreEngine *engine;
  TlId document;
  char *address;
  TlBackupOccasion occasion;
  TlDay day;
  gint64 time;
  TlBackupMaking *making;
} BackUpJob;

typedef struct
{
  TlBackup *made;
  char *remark;
} Answer;

static void
free_job (BackUpJob *job)
{
  g_clear_pointer (&job->making, tl_backup_making_free);
  g_free (job->address);
  g_free (job);
}

static void
free_answer (Answer *answer)
{
  g_clear_pointer (&answer->made, tl_backup_free);
  g_free (answer->remark);
  g_free (answer);
}

/**
 * tl_store_set_backup_room:
 * @bytes: what all backups on this computer may take
 *
 * Says how much room there is for backups, before any is made.
 */
void
tl_store_set_backup_room (guint64 bytes)
{
  most_bytes = bytes;
}

/* Whether the latest backup has all that the working copy has. */
static gboolean
has_head (const TlBackup *newest,
          const TlDigest *head)
{
  g_autoptr (TlDatabase) database =
    newest != NULL ? tl_database_open (newest->path, TL_DATABASE_LOOK, NULL) : NULL;
  gboolean has = FALSE;

  return database != NULL && tl_database_has_change (database, head, &has, NULL) && has;
}

static gboolean
copy_held (BackUpJob       *job,
           const TlBackup  *newest,
           const TlDigest  *head,
           GCancellable    *cancellable,
           GError         **error)
{
  if (has_head (newest, head))
    return TRUE;
  job->making = tl_backup_making_new (&job->document, job->day, job->time, error);
  if (job->making == NULL)
    return FALSE;
  if (tl_backup_making_copy (job->making, tl_working_copy_get_path (job->engine->copy), head, most_bytes, cancellable,
                             error))
    return TRUE;
  g_clear_pointer (&job->making, tl_backup_making_free);
  return FALSE;
}

/* A workbook that was saved under another name is looked for there. Savings are in their order on this thread, so that
 * the last says where it is; without the note its backups are still found by its id. */
static void
note_move (const BackUpJob *job)
{
  g_autofree char *noted = tl_backup_read_address (&job->document);

  if (job->address != NULL && g_strcmp0 (noted, job->address) != 0)
    tl_backup_note_address (&job->document, job->address, NULL);
}

static gboolean
copy (BackUpJob     *job,
      GCancellable  *cancellable,
      GError       **error)
{
  g_autoptr (GPtrArray) backups = tl_backup_list (&job->document, error);
  const TlBackup *newest;
  gboolean copied;
  TlDigest head;

  if (backups == NULL)
    return FALSE;
  job->address = g_strdup (tl_working_copy_get_note (job->engine->copy)->address);
  newest = backups->len > 0 ? g_ptr_array_index (backups, 0) : NULL;
  if (newest != NULL)
    note_move (job);
  if (job->occasion == TL_BACKUP_OCCASION_DAY && !tl_backup_is_due (newest, job->day, job->time))
    return TRUE;
  if (!tl_store_engine_hold (job->engine, &head, error))
    return FALSE;
  copied = copy_held (job, newest, &head, cancellable, error);
  tl_store_engine_release (job->engine);
  note_move (job);
  return copied;
}

static void
copy_job (GTask        *task,
          gpointer      source,
          gpointer      data,
          GCancellable *cancellable)
{
  GError *error = NULL;

  if (copy (data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
finish_job (GTask        *task,
            gpointer      source,
            gpointer      data,
            GCancellable *cancellable)
{
  BackUpJob *job = data;
  Answer *answer = g_new0 (Answer, 1);
  GError *error = NULL;

  answer->made = tl_backup_making_finish (job->making, most_bytes, &answer->remark, cancellable, &error);
  g_clear_pointer (&job->making, tl_backup_making_free);
  if (answer->made != NULL)
    g_task_return_pointer (task, answer, (GDestroyNotify) free_answer);
  else
    {
      free_answer (answer);
      g_task_return_error (task, error);
    }
}

static void
finished_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  Answer *answer = g_task_propagate_pointer (G_TASK (result), &error);

  if (answer != NULL)
    g_task_return_pointer (task, answer, (GDestroyNotify) free_answer);
  else
    g_task_return_error (task, error);
}

static void
copied_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  BackUpJob *job = g_task_get_task_data (task);
  g_autoptr (GTask) inner = NULL;
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_error (task, error);
  else if (job->making == NULL)
    g_task_return_pointer (task, g_new0 (Answer, 1), (GDestroyNotify) free_answer);
  else
    {
      /* Without a source object, since that thread may be the last to let go of the task. */
      inner = g_task_new (NULL, g_task_get_cancellable (task), finished_cb, g_object_ref (task));
      g_task_set_check_cancellable (inner, FALSE);
      g_task_set_task_data (inner, job, NULL);
      g_task_run_in_thread (inner, finish_job);
    }
}

/**
 * tl_store_back_up_async:
 * @self: a store
 * @occasion: why
 * @day: today, by this computer's calendar
 * @time: now, in milliseconds of UTC since 1970
 * @cancellable: (nullable): a cancellable
 * @callback: called when there is a backup, or none is needed, or it can't be made
 * @user_data: data for @callback
 *
 * Makes a backup of what the working copy has, if one is due, or if the latest doesn't have all of it. The backup gets
 * its name when it has been opened and verified, and only then others make room for it. The document may be changed,
 * saved and closed meanwhile.
 */
void
tl_store_back_up_async (TlStore             *self,
                        TlBackupOccasion     occasion,
                        TlDay                day,
                        gint64               time,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  GTask *task, *inner;
  BackUpJob *job;

  g_return_if_fail (TL_IS_STORE (self) && !self->closed);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, tl_store_back_up_async);
  g_task_set_check_cancellable (task, FALSE);
  inner = g_task_new (NULL, cancellable, copied_cb, task);
  job = g_new0 (BackUpJob, 1);
  job->engine = &self->engine;
  job->document = self->document;
  job->occasion = occasion;
  job->day = day;
  job->time = time;
  g_task_set_task_data (task, job, (GDestroyNotify) free_job);
  g_task_set_task_data (inner, job, NULL);
  tl_worker_push (self->engine.saving, inner, copy_job);
}

/**
 * tl_store_back_up_finish:
 * @self: a store
 * @result: what the callback was given
 * @made: (out) (optional) (nullable): the backup, %NULL when none was needed
 * @remark: (out) (nullable): a sentence for whoever looks at the backups, %NULL when all is as it should be
 * @error: return location for a #TlStoreError, whose message is such a sentence too
 *
 * Returns: %FALSE when a backup should have been made and couldn't be; nothing else is the worse for it
 */
gboolean
tl_store_back_up_finish (TlStore       *self,
                         GAsyncResult  *result,
                         TlBackup     **made,
                         char         **remark,
                         GError       **error)
{
  Answer *answer;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  answer = g_task_propagate_pointer (G_TASK (result), error);
  if (made != NULL)
    *made = answer != NULL ? g_steal_pointer (&answer->made) : NULL;
  *remark = answer != NULL ? g_steal_pointer (&answer->remark) : NULL;
  if (answer == NULL)
    return FALSE;
  free_answer (answer);
  return TRUE;
}

static gpointer
answer_backups (TlStoreQuestion  *self,
                TlDatabase       *database,
                GCancellable     *cancellable,
                GError          **error)
{
  g_autoptr (GPtrArray) backups = tl_backup_list (&self->document, error);
  g_autoptr (GPtrArray) answer = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_backup_since_free);
  gboolean read = TRUE;

  if (backups == NULL)
    return NULL;
  for (guint i = 0; read && i < backups->len; i++)
    {
      TlBackupSince *since = tl_backup_since_new (g_ptr_array_index (backups, i), database, cancellable, error);

      read = since != NULL;
      if (read)
        g_ptr_array_add (answer, since);
    }
  return read ? g_steal_pointer (&answer) : NULL;
}

/**
 * tl_store_list_backups_async:
 * @self: a store
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is known
 * @user_data: data for @callback
 *
 * Looks which backups of the document there are, and what changed since each was made.
 */
void
tl_store_list_backups_async (TlStore             *self,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  TlStoreQuestion *question;

  g_return_if_fail (TL_IS_STORE (self) && !self->closed);

  question = g_new0 (TlStoreQuestion, 1);
  question->answer = answer_backups;
  question->free_answer = (GDestroyNotify) g_ptr_array_unref;
  question->document = self->document;
  tl_store_ask (self, question, tl_store_list_backups_async, cancellable, callback, user_data);
}

/**
 * tl_store_list_backups_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for a #TlStoreError
 *
 * Returns: (transfer full) (nullable) (element-type TlBackupSince): the backups, the last made first
 */
GPtrArray *
tl_store_list_backups_finish (TlStore       *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  return tl_store_ask_finish (self, result, error);
}
