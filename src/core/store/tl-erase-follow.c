/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-erase-follow.h"

#include <glib/gi18n-lib.h>

#include "tl-backup-making.h"
#include "tl-document-file.h"
#include "tl-merge.h"
#include "tl-store-error.h"
#include "tl-waiting.h"
#include "tl-working-copy.h"

/* A backup that is being made when something is erased has it still, and is waited for. */
#define PATIENCE (20 * G_USEC_PER_SEC)
#define PAUSE (50 * 1000)

/* The working copy from which something has been erased, whose file has everything. */
typedef struct
{
  const char *path;
  const TlId *document;
  const TlDigest *head;
  TlIdSource *ids;
  TlDatabase *database;
  GPtrArray *copies;
} Source;

static TlBackupMaking *
begin_backup (const Source  *self,
              GError       **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  TlDay day = tl_day_new (g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now));
  gint64 until = g_get_monotonic_time () + PATIENCE;

  while (TRUE)
    {
      GError *reason = NULL;
      TlBackupMaking *making = tl_backup_making_new (self->document, day, g_get_real_time () / 1000, &reason);

      if (making != NULL)
        return making;
      if (!g_error_matches (reason, TL_STORE_ERROR, TL_STORE_ERROR_BUSY) || g_get_monotonic_time () > until)
        {
          g_propagate_error (error, reason);
          return NULL;
        }
      g_error_free (reason);
      g_usleep (PAUSE);
    }
}

static gboolean
make_backup (const Source    *self,
             const char      *path,
             const TlDigest  *head,
             GError         **error)
{
  g_autoptr (TlBackupMaking) making = begin_backup (self, error);
  g_autoptr (TlBackup) made = NULL;
  g_autofree char *remark = NULL;

  if (making == NULL || !tl_backup_making_copy (making, path, head, G_MAXUINT64, NULL, error))
    return FALSE;
  made = tl_backup_making_finish (making, G_MAXUINT64, &remark, NULL, error);
  return made != NULL;
}

/* Lets a copy that went its own way take the erasure in, without a trace of what it was. */
static gboolean
bring_up (const Source  *self,
          const char    *path,
          TlDigest      *head,
          GError       **error)
{
  g_autoptr (TlWriter) writer = tl_writer_new (path, self->ids, error);
  g_auto (TlMerged) merged = { 0 };

  if (writer == NULL || !tl_merge_run (writer, self->path, &merged, error)
      || !tl_database_scrub (tl_writer_get_database (writer), error))
    return FALSE;
  *head = *tl_writer_get_head (writer);
  return TRUE;
}

/* A backup of a copy that went its own way is the last to have what was done there. */
static gboolean
renew_other (const Source    *self,
             const TlBackup  *backup,
             GError         **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (backup->path);
  g_autoptr (TlDocumentInfo) info = tl_document_look (file, NULL, error);
  TlWorkingCopy *copy = info != NULL ? tl_working_copy_new (error) : NULL;
  const char *path;
  TlDigest head;
  gboolean done;

  if (copy == NULL)
    return FALSE;
  path = tl_working_copy_get_path (copy);
  done = tl_document_take_in (info, path, NULL, error) && bring_up (self, path, &head, error)
         && make_backup (self, path, &head, error);
  tl_working_copy_discard (copy);
  return done;
}

static gboolean
read_head (const TlBackup *backup,
           TlDigest       *head)
{
  g_autoptr (TlDatabase) database = tl_database_open (backup->path, TL_DATABASE_LOOK, NULL);
  gint64 time;

  return database != NULL && tl_database_read_head (database, head, &time, NULL);
}

/* Each older backup goes when the new one, opened and verified, is there; all that it had is in the history. One that
 * can't be read any more saves nobody, and may hold what was erased. */
static gboolean
renew_backups (const Source  *self,
               GError       **error)
{
  g_autoptr (GPtrArray) backups = tl_backup_list (self->document, error);

  if (backups == NULL)
    return FALSE;
  if (backups->len == 0)
    return TRUE;
  if (!make_backup (self, self->path, self->head, error))
    return FALSE;
  for (guint i = 0; i < backups->len; i++)
    {
      const TlBackup *backup = g_ptr_array_index (backups, i);
      gboolean ours = TRUE;
      TlDigest head;

      if (read_head (backup, &head) && !tl_database_has_change (self->database, &head, &ours, error))
        return FALSE;
      if ((!ours && !renew_other (self, backup, error)) || !tl_backup_remove (backup, error))
        return FALSE;
    }
  return TRUE;
}

static void
found_cb (TlWorkingCopy *copy,
          gpointer       user_data)
{
  Source *self = user_data;

  if (tl_id_equal (&tl_working_copy_get_note (copy)->document, self->document))
    g_ptr_array_add (self->copies, copy);
  else
    tl_working_copy_free (copy);
}

/* One that has nothing unsaved and nothing of its own isn't needed: its file is opened anew. */
static gboolean
is_needless (const Source   *self,
             TlWorkingCopy  *copy)
{
  g_autoptr (TlDatabase) database = tl_database_open (tl_working_copy_get_path (copy), TL_DATABASE_READ, NULL);
  gboolean ours = FALSE;
  TlDigest head;
  gint64 time;

  return database != NULL && tl_database_read_head (database, &head, &time, NULL)
         && tl_digest_equal (&head, &tl_working_copy_get_note (copy)->saved)
         && tl_database_has_change (self->database, &head, &ours, NULL) && ours;
}

static gboolean
follow_copies (Source  *self,
               GError **error)
{
  self->copies = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_working_copy_free);
  tl_working_copy_each (found_cb, self);
  while (self->copies->len > 0)
    {
      TlWorkingCopy *copy = g_ptr_array_index (self->copies, self->copies->len - 1);
      TlDigest head;

      if (is_needless (self, copy))
        tl_working_copy_discard (g_ptr_array_steal_index (self->copies, self->copies->len - 1));
      else if (bring_up (self, tl_working_copy_get_path (copy), &head, error))
        g_ptr_array_remove_index (self->copies, self->copies->len - 1);
      else
        return FALSE;
    }
  return TRUE;
}

/**
 * tl_erase_follow:
 * @path: path of the working copy's database from which something was erased, which is being held
 * @document: the document's id
 * @head: the change up to which it has everything
 * @ids: where ids, salts and times come from
 * @error: return location for an error
 *
 * Lets what else this computer has of a document follow an erasure. Backups are made anew: the history, from which one
 * can go back as far as from them, is what they are of. Other working copies that no program is using take the erasure
 * in as they would when they merge, or go if all that they have is saved and here too. This may take a while.
 *
 * Returns: whether nothing of what was erased is left here, but where another program has it open
 */
gboolean
tl_erase_follow (const char      *path,
                 const TlId      *document,
                 const TlDigest  *head,
                 TlIdSource      *ids,
                 GError         **error)
{
  Source self = { .path = path, .document = document, .head = head, .ids = ids };
  gboolean done;

  tl_assert_may_wait ();
  self.database = tl_database_open (path, TL_DATABASE_LOOK, error);
  if (self.database == NULL)
    return FALSE;
  done = renew_backups (&self, error) && follow_copies (&self, error);
  g_clear_pointer (&self.copies, g_ptr_array_unref);
  tl_database_close (self.database);
  return done;
}
