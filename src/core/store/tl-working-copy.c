/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-working-copy.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "tl-store-error.h"
#include "tl-store.h"
#include "tl-sync.h"
#include "tl-waiting.h"

#define DATABASE "workbook.db"
#define LOCK "lock"
#define NOTE "note"
#define OPEN "open"
#define GROUP "Working copy"
#define TRACES "traces"
#define OPENED "opened"

struct _TlWorkingCopy
{
  char *folder;
  char *path;
  int lock;
  TlWorkingCopyNote note;
};

/* The lock belongs to the open file, so that it ends with the program however that ends. One that another has is EAGAIN. */
static int
take_lock (const char *folder,
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

static gboolean
refuse_folder (const char  *folder,
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

static const char *
ensure_base (GError **error)
{
  const char *base = tl_store_get_folder ();

  tl_assert_may_wait ();

  if (g_mkdir_with_parents (base, 0700) != 0)
    {
      refuse_folder (base, errno, error);
      return NULL;
    }
  return base;
}

static TlWorkingCopy *
working_copy_new (const char *folder,
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
  const char *base = ensure_base (error);
  g_autofree char *folder = NULL;
  int all, lock = -1, system;

  if (base == NULL)
    return NULL;

  /* While one program makes a folder no other may take it for one that was left behind. */
  all = take_lock (base, O_CREAT, TRUE);
  folder = g_build_filename (base, "XXXXXX", NULL);
  if (all >= 0 && g_mkdtemp_full (folder, 0700) != NULL)
    lock = take_lock (folder, O_CREAT, FALSE);
  system = errno;
  g_clear_fd (&all, NULL);
  if (lock < 0)
    {
      refuse_folder (base, system, error);
      return NULL;
    }
  tl_sync_folder (base);
  return working_copy_new (folder, lock);
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
  static const char * const ours[] = { DATABASE, NOTE, OPEN, TL_WORKING_COPY_INCOMING, TRACES };

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
  g_autofree char *note = g_build_filename (folder, NOTE, NULL);
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

static gboolean
read_digest (const char *hex,
             TlDigest   *digest)
{
  if (hex == NULL || strlen (hex) != 2 * sizeof digest->bytes)
    return FALSE;
  for (gsize i = 0; i < sizeof digest->bytes; i++)
    {
      int high = g_ascii_xdigit_value (hex[2 * i]), low = g_ascii_xdigit_value (hex[2 * i + 1]);

      if (high < 0 || low < 0)
        return FALSE;
      digest->bytes[i] = (guint8) (high << 4 | low);
    }
  return TRUE;
}

static void
clear_note (TlWorkingCopyNote *note)
{
  g_clear_pointer (&note->address, g_free);
  g_clear_pointer (&note->mark, g_free);
}

/* Returns: whether it was read; one that is damaged says nothing */
static gboolean
read_note (TlWorkingCopy  *self,
           GError        **error)
{
  g_autofree char *path = g_build_filename (self->folder, NOTE, NULL);
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autofree char *document = NULL, *saved = NULL;
  TlWorkingCopyNote note = { 0 };
  g_autoptr (GError) reason = NULL;

  if (!g_key_file_load_from_file (keys, path, G_KEY_FILE_NONE, &reason))
    {
      if (reason->domain == G_KEY_FILE_ERROR)
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  document = g_key_file_get_string (keys, GROUP, "Document", NULL);
  saved = g_key_file_get_string (keys, GROUP, "Saved", NULL);
  if (document == NULL || !tl_id_from_hex (document, &note.document) || !read_digest (saved, &note.saved))
    {
      /* Notes are whole when they are written, so this one wasn't read to its end. */
      g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_IO, g_strerror (EIO));
      return FALSE;
    }
  note.address = g_key_file_get_string (keys, GROUP, "Address", NULL);
  note.mark = g_key_file_get_string (keys, GROUP, "Mark", NULL);
  clear_note (&self->note);
  self->note = note;
  return TRUE;
}

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
  lock = take_lock (folder, 0, FALSE);
  if (lock < 0)
    return explain_no_lock (folder, errno, error);
  self = working_copy_new (folder, lock);
  tl_working_copy_clear_opened (self);
  if (read_note (self, &reason))
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
  const char *base = ensure_base (error);
  g_autoptr (GDir) dir = base != NULL ? g_dir_open (base, 0, NULL) : NULL;
  int all, system = errno;
  gboolean sure = TRUE;
  const char *name;

  if (base == NULL)
    return FALSE;
  if (dir == NULL)
    return refuse_reading (base, system, error);
  all = take_lock (base, O_CREAT, TRUE);
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
  const char *base = ensure_base (error);
  TlWorkingCopy *copy;
  int all;

  if (base == NULL)
    return NULL;
  all = take_lock (base, O_CREAT, TRUE);
  take (folder, &copy, NULL);
  g_clear_fd (&all, NULL);
  if (copy == NULL)
    g_set_error_literal (error, TL_STORE_ERROR, TL_STORE_ERROR_BUSY,
                         _("These changes are open in another window already, or have been saved or removed meanwhile."));
  return copy;
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
  clear_note (&self->note);
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
  refuse_folder (opened, errno, error);
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

/**
 * tl_working_copy_get_note:
 * @self: a working copy
 *
 * Returns: (transfer none): what is noted
 */
const TlWorkingCopyNote *
tl_working_copy_get_note (TlWorkingCopy *self)
{
  return &self->note;
}

static void
set_hex (GKeyFile     *keys,
         const char   *key,
         const guint8 *bytes,
         gsize         length)
{
  g_autoptr (GString) hex = g_string_new (NULL);

  for (gsize i = 0; i < length; i++)
    g_string_append_printf (hex, "%02x", bytes[i]);
  g_key_file_set_string (keys, GROUP, key, hex->str);
}

/**
 * tl_working_copy_set_note:
 * @self: a working copy
 * @note: what to note
 * @error: return location for an error
 *
 * Notes which document this is, where its file is and what is saved, durably.
 *
 * Returns: whether that worked
 */
gboolean
tl_working_copy_set_note (TlWorkingCopy            *self,
                          const TlWorkingCopyNote  *note,
                          GError                  **error)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autofree char *path = g_build_filename (self->folder, NOTE, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) failure = NULL;
  TlWorkingCopyNote kept = { note->document, g_strdup (note->address), g_strdup (note->mark), note->saved };
  gsize length;

  tl_assert_may_wait ();

  clear_note (&self->note);
  self->note = kept;
  set_hex (keys, "Document", note->document.bytes, sizeof note->document.bytes);
  set_hex (keys, "Saved", note->saved.bytes, sizeof note->saved.bytes);
  if (kept.address != NULL)
    g_key_file_set_string (keys, GROUP, "Address", kept.address);
  if (kept.mark != NULL)
    g_key_file_set_string (keys, GROUP, "Mark", kept.mark);

  text = g_key_file_to_data (keys, &length, NULL);
  if (g_file_set_contents_full (path, text, (gssize) length,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, &failure))
    return TRUE;
  return refuse_folder (self->folder,
                        g_error_matches (failure, G_FILE_ERROR, G_FILE_ERROR_NOSPC) ? ENOSPC
                        : g_error_matches (failure, G_FILE_ERROR, G_FILE_ERROR_ACCES) ? EACCES : EIO, error);
}

/**
 * tl_working_copy_mark_traces:
 * @self: a working copy
 * @traces: whether its database may have traces of what was erased for good
 *
 * Notes, durably, that the database is to be written anew before anything else is done with it, or that it has been.
 */
void
tl_working_copy_mark_traces (TlWorkingCopy *self,
                             gboolean       traces)
{
  g_autofree char *path = g_build_filename (self->folder, TRACES, NULL);

  if (traces)
    g_file_set_contents_full (path, "", 0, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, NULL);
  else
    g_unlink (path);
}

/**
 * tl_working_copy_has_traces:
 * @self: a working copy
 *
 * Returns: whether its database may have traces of what was erased for good
 */
gboolean
tl_working_copy_has_traces (TlWorkingCopy *self)
{
  g_autofree char *path = g_build_filename (self->folder, TRACES, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}
