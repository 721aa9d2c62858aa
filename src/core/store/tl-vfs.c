/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-vfs.h"

#include <errno.h>
#include <sqlite3.h>

#include "tl-waiting.h"

#define NAME "throughline"
#define SMALLEST_PAGE 512

/* The ways of one kind of file, and with what some of them are replaced. SQLite has very few kinds. */
typedef struct
{
  sqlite3_io_methods ours;
  const sqlite3_io_methods *real;
} Methods;

static sqlite3_vfs vfs;
static sqlite3_vfs *real_vfs;

/* What a check says of pages doesn't tell those that are wrong from those that couldn't be read. */
static _Thread_local int failure;

static const sqlite3_io_methods *
get_real (sqlite3_file *file)
{
  return ((const Methods *) file->pMethods)->real;
}

/* SQLite takes less than it asked for as the end of the file and goes on with zeros, which it would show as empty
 * fields and write back. So what is there must have been read; and the file doesn't end within a page. */
static int
judge_short_read (sqlite3_file  *file,
                  int            length,
                  sqlite3_int64  offset)
{
  sqlite3_int64 size = 0;

  errno = EIO;
  if (get_real (file)->xFileSize (file, &size) != SQLITE_OK || offset + length <= size)
    return SQLITE_IOERR_READ;
  return offset < size && offset >= SMALLEST_PAGE ? SQLITE_CORRUPT : SQLITE_IOERR_SHORT_READ;
}

static int
read_file (sqlite3_file  *file,
           void          *buffer,
           int            length,
           sqlite3_int64  offset)
{
  int result;

  tl_assert_may_wait ();

  result = get_real (file)->xRead (file, buffer, length, offset);
  if (result == SQLITE_IOERR_SHORT_READ)
    result = judge_short_read (file, length, offset);
  if (result != SQLITE_OK && result != SQLITE_IOERR_SHORT_READ)
    failure = result;
  return result;
}

static int
write_file (sqlite3_file  *file,
            const void    *buffer,
            int            length,
            sqlite3_int64  offset)
{
  tl_assert_may_wait ();

  return get_real (file)->xWrite (file, buffer, length, offset);
}

static int
sync_file (sqlite3_file *file,
           int           flags)
{
  tl_assert_may_wait ();

  return get_real (file)->xSync (file, flags);
}

static const Methods *
find_methods (const sqlite3_io_methods *real)
{
  static GMutex lock;
  static GPtrArray *known;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);
  Methods *methods;

  if (known == NULL)
    known = g_ptr_array_new ();
  for (guint i = 0; i < known->len; i++)
    {
      methods = g_ptr_array_index (known, i);
      if (methods->real == real)
        return methods;
    }
  methods = g_new0 (Methods, 1);
  methods->ours = *real;
  methods->ours.xRead = read_file;
  methods->ours.xWrite = write_file;
  methods->ours.xSync = sync_file;
  methods->real = real;
  g_ptr_array_add (known, methods);
  return methods;
}

/* A journal may well end in the middle, and is read until it does. */
static int
open_file (sqlite3_vfs  *self,
           const char   *path,
           sqlite3_file *file,
           int           flags,
           int          *flags_then)
{
  int result;

  tl_assert_may_wait ();

  result = real_vfs->xOpen (real_vfs, path, file, flags, flags_then);
  if (file->pMethods != NULL && (flags & (SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL)) != 0)
    file->pMethods = &find_methods (file->pMethods)->ours;
  return result;
}

/**
 * tl_vfs_get_name:
 *
 * Returns: (transfer none): the name by which a connection is opened
 */
const char *
tl_vfs_get_name (void)
{
  static gsize registered;

  if (g_once_init_enter (&registered))
    {
      real_vfs = sqlite3_vfs_find (NULL);
      vfs = *real_vfs;
      vfs.zName = NAME;
      vfs.pNext = NULL;
      vfs.xOpen = open_file;
      sqlite3_vfs_register (&vfs, FALSE);
      g_once_init_leave (&registered, 1);
    }
  return NAME;
}

/**
 * tl_vfs_forget:
 *
 * Forgets what couldn't be read on this thread.
 */
void
tl_vfs_forget (void)
{
  failure = SQLITE_OK;
}

/**
 * tl_vfs_get_failure:
 *
 * Returns: what went wrong when something couldn't be read on this thread since [func@Tl.vfs_forget], otherwise 0
 */
int
tl_vfs_get_failure (void)
{
  return failure;
}
