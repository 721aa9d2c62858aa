/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-backup-making.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "tl-backup-plan.h"
#include "tl-document-file.h"
#include "tl-store-error.h"
#include "tl-sync.h"
#include "tl-verify.h"
#include "tl-waiting.h"

/* Not called as a working copy's lock is, so that the folder is never taken for one. */
#define GUARD "guard"
#define PARTIAL "making.partial"

struct _TlBackupMaking
{
  TlId document;
  TlDay day;
  gint64 time;
  TlDigest head;
  char *folder;
  char *path;
  int guard;
};

/* The guard belongs to the open file, so that it ends with the program however that ends. */
static int
take_guard (const char *folder,
            gboolean    wait)
{
  g_autofree char *path = g_build_filename (folder, GUARD, NULL);
  struct flock whole = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
  int guard = open (path, O_RDWR | O_CLOEXEC | O_CREAT, 0600);

  if (guard >= 0 && fcntl (guard, wait ? F_OFD_SETLKW : F_OFD_SETLK, &whole) != 0)
    g_clear_fd (&guard, NULL);
  return guard;
}

static gboolean
refuse (const char  *folder,
        int          system,
        GError     **error)
{
  g_autofree char *name = g_filename_display_name (folder);

  if (system == ENOSPC || system == EDQUOT)
    g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_FULL,
                 _("No backup could be made: the disk of this computer is full. Make some room; what was saved is as it "
                   "was."));
  else
    g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_FAILED,
                 _("No backup could be made in “%s”: %s. What was saved is as it was."), name, g_strerror (system));
  return FALSE;
}

/* What a program that was killed has left: GIO's own temporary files among it. */
static gboolean
remove_left (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if ((strcmp (name, PARTIAL) == 0 || g_str_has_prefix (name, ".goutputstream-")) && g_unlink (path) != 0)
        return FALSE;
    }
  return TRUE;
}

/**
 * tl_backup_making_new:
 * @document: a document's id
 * @day: the day on which it is made, by this computer's calendar
 * @time: when it is made, in milliseconds of UTC since 1970
 * @error: return location for an error; %TL_STORE_ERROR_BUSY while another program makes one of this document
 *
 * Begins a backup. What a program that was killed has left of one is removed.
 *
 * Returns: (transfer full) (nullable): a backup that is being made
 */
TlBackupMaking *
tl_backup_making_new (const TlId  *document,
                      TlDay        day,
                      gint64       time,
                      GError     **error)
{
  g_autoptr (TlBackupMaking) self = g_new0 (TlBackupMaking, 1);

  tl_assert_may_wait ();
  self->document = *document;
  self->day = day;
  self->time = time;
  self->folder = tl_backup_get_folder (document);
  self->path = g_build_filename (self->folder, PARTIAL, NULL);
  self->guard = -1;
  if (g_mkdir_with_parents (self->folder, 0700) != 0)
    {
      refuse (self->folder, errno, error);
      return NULL;
    }
  self->guard = take_guard (self->folder, FALSE);
  if (self->guard < 0 && (errno == EAGAIN || errno == EACCES))
    {
      g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_BUSY, _("A backup of this workbook is being made already."));
      return NULL;
    }
  if (self->guard < 0 || !remove_left (self->folder))
    {
      refuse (self->folder, errno, error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * tl_backup_making_free:
 * @self: (transfer full): a backup that was being made
 *
 * Frees it; what isn't finished is removed.
 */
void
tl_backup_making_free (TlBackupMaking *self)
{
  if (self->guard >= 0)
    g_unlink (self->path);
  g_clear_fd (&self->guard, NULL);
  g_free (self->folder);
  g_free (self->path);
  g_free (self);
}

/* Says of a backup what was said of a saved file. */
static gboolean
explain (TlBackupMaking  *self,
         GError          *reason,
         GError         **error)
{
  if (g_error_matches (reason, TL_STORE_ERROR, TL_STORE_ERROR_FULL))
    refuse (self->folder, ENOSPC, error);
  else if (g_error_matches (reason, TL_STORE_ERROR, TL_STORE_ERROR_READ_ONLY))
    refuse (self->folder, EACCES, error);
  else if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_error_copy (reason));
  else
    g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_FAILED,
                 _("No backup could be made: %s What was saved is as it was."), reason->message);
  g_error_free (reason);
  return FALSE;
}

static gboolean
check_size (const char  *path,
            guint64      most_bytes,
            GError     **error)
{
  g_autofree char *limit = g_format_size (most_bytes);
  GStatBuf found;

  if (g_stat (path, &found) != 0 || (guint64) found.st_size <= most_bytes)
    return TRUE;
  g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_FULL,
               _("No backup is made any more: this workbook alone is larger than the %s that all backups may take. Keep "
                 "a copy of it yourself."), limit);
  return FALSE;
}

/**
 * tl_backup_making_copy:
 * @self: a backup that is being made
 * @path: path of a working copy's database, which is being held
 * @head: the change up to which it has everything
 * @most_bytes: what all backups may take; a document that alone takes more has none
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Copies the document, until it is on the disk.
 *
 * Returns: whether that worked
 */
gboolean
tl_backup_making_copy (TlBackupMaking  *self,
                       const char      *path,
                       const TlDigest  *head,
                       guint64          most_bytes,
                       GCancellable    *cancellable,
                       GError         **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  g_autoptr (TlDocumentInfo) info = NULL;
  GError *reason = NULL;

  if (!check_size (path, most_bytes, error))
    return FALSE;
  self->head = *head;
  info = tl_document_look (file, cancellable, &reason);
  if (info == NULL || !tl_document_write (info, path, cancellable, &reason))
    return explain (self, reason, error);
  g_chmod (self->path, 0600);
  return TRUE;
}

/* Reads it as whoever needs it will: from its beginning to its end. */
static gboolean
check (TlBackupMaking  *self,
       GCancellable    *cancellable,
       GError         **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  g_autoptr (TlDocumentInfo) info = tl_document_look (file, cancellable, error);
  g_autoptr (TlVerification) found = NULL;
  TlDigest head;
  TlId document;

  if (info == NULL || !tl_document_read_head (info, self->path, &document, &head, cancellable, error))
    return FALSE;
  found = tl_verify_path (self->path, NULL, NULL, NULL, cancellable, error);
  if (found == NULL)
    return FALSE;
  if (found->fault == NULL && tl_id_equal (&document, &self->document) && tl_digest_equal (&head, &self->head)
      && tl_digest_equal (&found->head, &self->head))
    return TRUE;
  g_set_error_literal (error, TL_STORE_ERROR, TL_STORE_ERROR_CORRUPT,
                       found->fault != NULL ? found->fault : _("What was written isn’t what can be read."));
  return FALSE;
}

static gboolean
check_or_explain (TlBackupMaking  *self,
                  GCancellable    *cancellable,
                  GError         **error)
{
  GError *reason = NULL;

  if (check (self, cancellable, &reason))
    return TRUE;
  if (!g_error_matches (reason, TL_STORE_ERROR, TL_STORE_ERROR_CORRUPT))
    return explain (self, reason, error);
  g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_CORRUPT,
               _("The latest backup didn’t pass its checks, so it isn’t kept, and earlier ones stay: %s"),
               reason->message);
  g_error_free (reason);
  return FALSE;
}

/* The ones that are no longer needed go, now that another is there. */
static gboolean
make_room (TlBackupMaking  *self,
           guint64          most_bytes,
           char           **remark,
           GError         **error)
{
  g_autoptr (GPtrArray) all = tl_backup_list (NULL, error);
  g_autoptr (GPtrArray) going = NULL;
  guint64 bytes = 0;

  if (all == NULL)
    return FALSE;
  going = tl_backup_plan (all, most_bytes, &bytes);
  for (guint i = 0; i < going->len; i++)
    {
      if (!tl_backup_remove (g_ptr_array_index (going, i), error))
        return FALSE;
    }
  if (bytes > most_bytes)
    {
      g_autofree char *taken = g_format_size (bytes), *limit = g_format_size (most_bytes);

      /* Translators: two amounts, such as "2.3 GB" */
      *remark = g_strdup_printf (_("The backups on this computer take %1$s, which is more than the %2$s meant for them: "
                                   "the latest of each workbook is kept even so."), taken, limit);
    }
  return TRUE;
}

static TlBackup *
name_it (TlBackupMaking  *self,
         GError         **error)
{
  g_autoptr (GPtrArray) all = tl_backup_list (NULL, error);
  g_autofree char *name = NULL;
  TlBackup made = { .document = self->document, .sequence = 1, .day = self->day, .time = self->time };
  char iso[TL_DAY_ISO_LENGTH + 1];
  GStatBuf found;

  if (all == NULL)
    return NULL;
  if (all->len > 0)
    made.sequence = ((const TlBackup *) g_ptr_array_index (all, 0))->sequence + 1;
  tl_day_to_iso (self->day, iso);
  name = g_strdup_printf ("%06u-%s-%" G_GINT64_FORMAT ".throughline", made.sequence, iso, self->time);
  made.path = g_build_filename (self->folder, name, NULL);
  if (g_stat (self->path, &found) == 0 && g_rename (self->path, made.path) == 0)
    {
      TlBackup *backup;

      made.size = (guint64) found.st_size;
      tl_sync_folder (self->folder);
      backup = tl_backup_copy (&made);
      g_free (made.path);
      return backup;
    }
  refuse (self->folder, errno, error);
  g_free (made.path);
  return NULL;
}

/**
 * tl_backup_making_finish:
 * @self: a backup that has been copied
 * @most_bytes: what all backups on this computer may take
 * @remark: (out): what whoever looks at the backups should know even so, or %NULL
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Opens and verifies what was copied, gives it a backup's name, and only then removes those that are no longer needed.
 * This may take a while.
 *
 * Returns: (transfer full) (nullable): the backup
 */
TlBackup *
tl_backup_making_finish (TlBackupMaking  *self,
                         guint64          most_bytes,
                         char           **remark,
                         GCancellable    *cancellable,
                         GError         **error)
{
  g_autofree char *base = tl_backup_get_folder (NULL);
  TlBackup *made = NULL;
  GError *reason = NULL;
  int all;

  tl_assert_may_wait ();
  *remark = NULL;
  if (!check_or_explain (self, cancellable, error))
    return NULL;
  /* While one program names and counts, no other does. */
  all = take_guard (base, TRUE);
  made = name_it (self, error);
  if (made != NULL && !make_room (self, most_bytes, remark, &reason))
    {
      g_set_str (remark, reason->message);
      g_clear_error (&reason);
    }
  g_clear_fd (&all, NULL);
  return made;
}
