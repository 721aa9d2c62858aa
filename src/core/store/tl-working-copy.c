/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-working-copy-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "tl-store-error.h"
#include "tl-store.h"
#include "tl-sync.h"
#include "tl-waiting.h"

#define DATABASE "workbook.db"
#define LOCK "lock"
#define OPEN "open"
#define OPENED "opened"

/**
 * tl_working_copy_take_lock:
 * @folder: a folder
 * @flags: `O_CREAT`, or 0
 * @wait: whether to wait until nobody else has it
 *
 * The lock belongs to the open file, so that it ends with the program however that ends. One that another has is EAGAIN.
 *
 * Returns: the open file, -1 with `errno` when it can't be had
 */
int
tl_working_copy_take_lock (const char *folder,
                           int         flags,
                           gboolean    wait)
{
  g_autofree char *path = g_build_filename (folder, LOCK, NULL);
  struct flock whole = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
  int lock = open (path, O_RDWR | O_CLOEXEC | flags, 0600);

  if (lock >= 0 && fcntl (lock, wait ? F_OFD_SETLKW : F_OFD_SETLK, &whole) != 0)
    {
      int system = errno == EACCES ? EAGAIN : errno;

      g_clear_fd (&lock, NULL);
      errno = system;
    }
  return lock;
}

/**
 * tl_working_copy_refuse:
 * @folder: a folder of working copies, or within one
 * @system: what the system said
 * @error: (out): that it can't be written
 *
 * Returns: %FALSE
 */
gboolean
tl_working_copy_refuse (const char  *folder,
                        int          system,
                        GError     **error)
{
  g_autofree char *name = g_filename_display_name (folder);
  gboolean full = system == ENOSPC || system == EDQUOT;
  gboolean forbidden = system == EACCES || system == EPERM || system == EROFS;

  g_set_error (error, TL_STORE_ERROR,
               full ? TL_STORE_ERROR_FULL : forbidden ? TL_STORE_ERROR_READ_ONLY : TL_STORE_ERROR_FAILED,
               _("Throughline keeps what is being worked on in “%s”, which can’t be written: %s. "
                 "Make room, or let XDG_STATE_HOME name a folder on this computer that can."),
               name, g_strerror (system));
  return FALSE;
}

/**
 * tl_working_copy_ensure_base:
 * @error: return location for an error
 *
 * Returns: (transfer none) (nullable): the folder that holds the working copies, which is there
 */
const char *
tl_working_copy_ensure_base (GError **error)
{
  const char *base = tl_store_get_folder ();

  tl_assert_may_wait ();

  if (g_mkdir_with_parents (base, 0700) != 0)
    {
      tl_working_copy_refuse (base, errno, error);
      return NULL;
    }
  return base;
}

/**
 * tl_working_copy_make:
 * @folder: its folder
 * @lock: the lock of it, which becomes its own
 *
 * Returns: (transfer full): a working copy of which nothing has been read
 */
TlWorkingCopy *
tl_working_copy_make (const char *folder,
                      int         lock)
{
  TlWorkingCopy *self = g_new0 (TlWorkingCopy, 1);

  self->folder = g_strdup (folder);
  self->path = g_build_filename (folder, DATABASE, NULL);
  self->lock = lock;
  return self;
}

/**
 * tl_working_copy_new:
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a new, empty working copy
 */
TlWorkingCopy *
tl_working_copy_new (GError **error)
{
  const char *base = tl_working_copy_ensure_base (error);
  g_autofree char *folder = NULL;
  int all, lock = -1, system;

  if (base == NULL)
    return NULL;

  /* While one program makes a folder no other may take it for one that was left behind. */
  all = tl_working_copy_take_lock (base, O_CREAT, TRUE);
  folder = g_build_filename (base, "XXXXXX", NULL);
  if (all >= 0 && g_mkdtemp_full (folder, 0700) != NULL)
    lock = tl_working_copy_take_lock (folder, O_CREAT, FALSE);
  system = errno;
  g_clear_fd (&all, NULL);
  if (lock < 0)
    {
      tl_working_copy_refuse (base, system, error);
      return NULL;
    }
  if (!tl_store_is_passing (folder))
    tl_sync_folder (base);
  return tl_working_copy_make (folder, lock);
}

/* What is in there are copies; other programs may have put their own locks beside them. */
static void
remove_opened (const char *folder)
{
  g_autofree char *opened = g_build_filename (folder, OPENED, NULL);
  g_autoptr (GDir) dir = g_file_test (opened, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (opened, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inner = g_build_filename (opened, name, NULL);
      g_autoptr (GDir) files = g_file_test (inner, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (inner, 0, NULL);
      const char *file;

      while (files != NULL && (file = g_dir_read_name (files)) != NULL)
        {
          g_autofree char *path = g_build_filename (inner, file, NULL);

          g_unlink (path);
        }
      g_rmdir (inner);
    }
  g_rmdir (opened);
}

static gboolean
is_ours (const char *name)
{
  static const char * const ours[] = { DATABASE, TL_WORKING_COPY_NOTE, OPEN, TL_WORKING_COPY_INCOMING, TL_WORKING_COPY_TRACES,
                                       TL_WORKING_COPY_TYPED };

  for (gsize i = 0; i < G_N_ELEMENTS (ours); i++)
    {
      if (g_str_has_prefix (name, ours[i]))
        return TRUE;
    }
  return FALSE;
}

/* Only what is ours is removed. The note goes first, since without it nobody takes what is left for a working copy, and
 * the lock last, since without it nobody would see that it is one that wasn't removed wholly. */
static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autofree char *lock = g_build_filename (folder, LOCK, NULL);
  g_autofree char *note = g_build_filename (folder, TL_WORKING_COPY_NOTE, NULL);
  gboolean all = dir != NULL;
  const char *name;

  tl_assert_may_wait ();

  if (g_unlink (note) != 0 && errno != ENOENT)
    return;
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (is_ours (name) && g_unlink (path) != 0 && errno != ENOENT)
        all = FALSE;
    }
  remove_opened (folder);
  if (all)
    g_unlink (lock);
  g_rmdir (folder);
}

/**
 * tl_working_copy_begin:
 * @self: a working copy that is opened
 *
 * Marks a working copy as open.
 *
 * Returns: whether it was marked already, so that the program which had it open was ended in the middle
 */
gboolean
tl_working_copy_begin (TlWorkingCopy *self)
{
  g_autofree char *path = g_build_filename (self->folder, OPEN, NULL);
  int file = open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  gboolean marked = file < 0 && errno == EEXIST;

  tl_assert_may_wait ();

  g_clear_fd (&file, NULL);
  return marked;
}

/**
 * tl_working_copy_end:
 * @self: a working copy that is closed
 *
 * Takes the mark away.
 */
void
tl_working_copy_end (TlWorkingCopy *self)
{
  g_autofree char *path = g_build_filename (self->folder, OPEN, NULL);

  tl_assert_may_wait ();

  g_unlink (path);
}

/**
 * tl_working_copy_free:
 * @self: (transfer full): a working copy
 *
 * Lets go of a working copy, which stays on this computer.
 */
void
tl_working_copy_free (TlWorkingCopy *self)
{
  g_clear_fd (&self->lock, NULL);
  tl_working_copy_clear_note (&self->note);
  g_free (self->folder);
  g_free (self->path);
  g_free (self);
}

/**
 * tl_working_copy_discard:
 * @self: (transfer full): a working copy
 *
 * Removes a working copy from this computer.
 */
void
tl_working_copy_discard (TlWorkingCopy *self)
{
  remove_folder (self->folder);
  tl_working_copy_free (self);
}

/**
 * tl_working_copy_get_path:
 * @self: a working copy
 *
 * Returns: (transfer none): the path of its database
 */
const char *
tl_working_copy_get_path (TlWorkingCopy *self)
{
  return self->path;
}

/**
 * tl_working_copy_get_incoming:
 * @self: a working copy
 *
 * Returns: (transfer full): the path of a file beside the database, for a document that is taken in to be looked at
 */
char *
tl_working_copy_get_incoming (TlWorkingCopy *self)
{
  return g_build_filename (self->folder, TL_WORKING_COPY_INCOMING, NULL);
}

/**
 * tl_working_copy_make_opened:
 * @self: a working copy
 * @error: return location for an error
 *
 * Makes a folder for a copy of an attached file that another program is to open. It goes when the document is closed or,
 * after the program was killed, when any document is next opened. It lies beside the database rather than among caches,
 * so that all that is kept of a document on this computer is in one place and goes at once.
 *
 * Returns: (transfer full) (nullable): the path of a new, empty, private folder
 */
char *
tl_working_copy_make_opened (TlWorkingCopy  *self,
                             GError        **error)
{
  g_autofree char *opened = g_build_filename (self->folder, OPENED, NULL);
  g_autofree char *folder = g_build_filename (opened, "XXXXXX", NULL);

  tl_assert_may_wait ();

  if (g_mkdir_with_parents (opened, 0700) == 0 && g_mkdtemp_full (folder, 0700) != NULL)
    return g_steal_pointer (&folder);
  tl_working_copy_refuse (opened, errno, error);
  return NULL;
}

/**
 * tl_working_copy_clear_opened:
 * @self: a working copy
 *
 * Removes the copies of attached files that other programs opened.
 */
void
tl_working_copy_clear_opened (TlWorkingCopy *self)
{
  tl_assert_may_wait ();

  remove_opened (self->folder);
}
