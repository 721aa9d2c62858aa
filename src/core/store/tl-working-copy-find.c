/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-working-copy-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "tl-store-error.h"

static gboolean
refuse_reading (const char  *folder,
                int          system,
                GError     **error)
{
  g_autofree char *name = g_filename_display_name (folder);

  g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_FAILED,
               _("What you were working on is in “%s”, which can’t be read: %s. Try again. If it stays like that, move this "
                 "folder elsewhere and keep it, then open the workbook again."), name, g_strerror (system));
  return FALSE;
}

/* Another program has it, or it was left before anything could be done in it, and then goes if it is empty. Whether
 * anything else is in the way is said. */
static gboolean
explain_no_lock (const char  *folder,
                 int          system,
                 GError     **error)
{
  if (system == ENOENT)
    g_rmdir (folder);
  return system == ENOENT || system == EAGAIN || refuse_reading (folder, system, error);
}

/* Takes what is no other program's. A folder without a note was left before anything could be done in it; one whose note
 * can't be read may hold what is nowhere else, although nobody knows whose. Returns whether all could be found out. */
static gboolean
take (const char     *folder,
      TlWorkingCopy **copy,
      GError        **error)
{
  g_autoptr (TlWorkingCopy) self = NULL;
  g_autoptr (GError) reason = NULL;
  GStatBuf found;
  int lock;

  *copy = NULL;
  if (g_lstat (folder, &found) != 0)
    return errno == ENOENT || refuse_reading (folder, errno, error);
  if (!S_ISDIR (found.st_mode))
    return TRUE;
  lock = tl_working_copy_take_lock (folder, 0, FALSE);
  if (lock < 0)
    return explain_no_lock (folder, errno, error);
  self = tl_working_copy_make (folder, lock);
  tl_working_copy_clear_opened (self);
  if (tl_working_copy_read_note (self, &reason))
    {
      *copy = g_steal_pointer (&self);
      return TRUE;
    }
  if (g_error_matches (reason, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    {
      tl_working_copy_discard (g_steal_pointer (&self));
      return TRUE;
    }
  *copy = g_steal_pointer (&self);
  return refuse_reading (folder, EIO, error);
}

static gboolean
go_through (TlWorkingCopyFunc   func,
            gpointer            user_data,
            GError            **error)
{
  const char *base = tl_working_copy_ensure_base (error);
  g_autoptr (GDir) dir = base != NULL ? g_dir_open (base, 0, NULL) : NULL;
  int all, system = errno;
  gboolean sure = TRUE;
  const char *name;

  if (base == NULL)
    return FALSE;
  if (dir == NULL)
    return refuse_reading (base, system, error);
  all = tl_working_copy_take_lock (base, O_CREAT, TRUE);
  while (sure && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (base, name, NULL);
      TlWorkingCopy *copy;

      /* Whoever doesn't ask goes on. */
      sure = take (folder, &copy, error) || error == NULL;
      if (copy != NULL)
        func (copy, user_data);
    }
  g_clear_fd (&all, NULL);
  return sure;
}

/**
 * tl_working_copy_each:
 * @func: is given each working copy, to be freed, with its lock
 * @user_data: data for @func
 *
 * Goes through the working copies that no program is using. Until it ends nobody else looks for working copies, so @func
 * must not wait for anything but this computer's own disk.
 */
void
tl_working_copy_each (TlWorkingCopyFunc func,
                      gpointer          user_data)
{
  go_through (func, user_data, NULL);
}

typedef struct
{
  const char *address;
  GPtrArray *found;
} Search;

static void
compare_cb (TlWorkingCopy *copy,
            gpointer       user_data)
{
  Search *search = user_data;

  if (search->address == NULL || g_strcmp0 (copy->note.address, search->address) == 0)
    g_ptr_array_add (search->found, copy);
  else
    tl_working_copy_free (copy);
}

/**
 * tl_working_copy_find:
 * @address: (nullable): the URI of a document's file, %NULL for any or none
 *
 * Finds the working copies that no program is using and whose document was last there.
 *
 * Returns: (transfer full) (element-type TlWorkingCopy): the working copies, now ours
 */
GPtrArray *
tl_working_copy_find (const char *address)
{
  Search search = { address, g_ptr_array_new_with_free_func ((GDestroyNotify) tl_working_copy_free) };

  tl_working_copy_each (compare_cb, &search);
  return search.found;
}

/**
 * tl_working_copy_find_all:
 * @address: the URI of a document's file
 * @error: return location for an error
 *
 * Does the same, and is sure of it: a working copy that can't be looked at just now might be one of them, and hold what
 * is nowhere else.
 *
 * Returns: (transfer full) (nullable) (element-type TlWorkingCopy): the working copies, now ours
 */
GPtrArray *
tl_working_copy_find_all (const char  *address,
                          GError     **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_working_copy_free);
  Search search = { address, found };
  GError *reason = NULL;

  if (go_through (compare_cb, &search, &reason))
    return g_steal_pointer (&found);
  g_propagate_error (error, reason);
  return NULL;
}

/**
 * tl_working_copy_take:
 * @folder: the path of a working copy that was found before
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the working copy, now ours
 */
TlWorkingCopy *
tl_working_copy_take (const char  *folder,
                      GError     **error)
{
  const char *base = tl_working_copy_ensure_base (error);
  TlWorkingCopy *copy;
  int all;

  if (base == NULL)
    return NULL;
  all = tl_working_copy_take_lock (base, O_CREAT, TRUE);
  take (folder, &copy, NULL);
  g_clear_fd (&all, NULL);
  if (copy == NULL)
    g_set_error_literal (error, TL_STORE_ERROR, TL_STORE_ERROR_BUSY,
                         _("These changes are open in another window already, or have been saved or removed meanwhile."));
  return copy;
}
