/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-fault.h"

#include <errno.h>
#include <sqlite3.h>
#include <string.h>

/* SQLite's own VFS with calls that fail. A write that does has written half, and a short read fills up with zeros, as
 * SQLite expects. */

#define IO TEST_FAULT_BROKEN
#define FULL TEST_FAULT_FULL

typedef struct
{
  sqlite3_file base;
  const char *path;
  sqlite3_file *real;
} File;

static sqlite3_vfs vfs;
static sqlite3_vfs *real_vfs;

static gboolean
strikes (const char *call,
         guint       kinds,
         const char *path)
{
  return test_fault_is_below (path) && test_fault_strikes (TEST_FAULT_DATABASE, kinds, call, path);
}

static sqlite3_file *
enter (sqlite3_file *file)
{
  test_fault_enter ();
  return ((File *) file)->real;
}

static int
leave (int result)
{
  test_fault_leave ();
  return result;
}

static int
close_file (sqlite3_file *file)
{
  sqlite3_file *real = enter (file);

  return leave (real->pMethods->xClose (real));
}

static int
read_file (sqlite3_file  *file,
           gpointer       buffer,
           int            length,
           sqlite3_int64  offset)
{
  sqlite3_file *real = enter (file);
  int result = real->pMethods->xRead (real, buffer, length, offset);

  if (!strikes ("read", IO | TEST_FAULT_SHORT, ((File *) file)->path))
    return leave (result);
  if (test_fault_get_kind () == IO)
    return leave (SQLITE_IOERR_READ);
  memset ((guint8 *) buffer + length / 2, 0, (gsize) (length - length / 2));
  return leave (SQLITE_IOERR_SHORT_READ);
}

static int
write_file (sqlite3_file  *file,
            gconstpointer  buffer,
            int            length,
            sqlite3_int64  offset)
{
  sqlite3_file *real = enter (file);

  if (!strikes ("write", IO | FULL, ((File *) file)->path))
    return leave (real->pMethods->xWrite (real, buffer, length, offset));
  real->pMethods->xWrite (real, buffer, length / 2, offset);
  errno = test_fault_get_errno ();
  return leave (test_fault_get_kind () == FULL ? SQLITE_FULL : SQLITE_IOERR_WRITE);
}

static int
truncate_file (sqlite3_file  *file,
               sqlite3_int64  length)
{
  sqlite3_file *real = enter (file);

  if (strikes ("truncate", IO | FULL, ((File *) file)->path))
    return leave (SQLITE_IOERR_TRUNCATE);
  return leave (real->pMethods->xTruncate (real, length));
}

static int
sync_file (sqlite3_file *file,
           int           flags)
{
  sqlite3_file *real = enter (file);

  if (strikes ("sync", IO | FULL | TEST_FAULT_UNSYNCED, ((File *) file)->path))
    return leave (SQLITE_IOERR_FSYNC);
  return leave (real->pMethods->xSync (real, flags));
}

static int
measure_file (sqlite3_file  *file,
              sqlite3_int64 *length)
{
  sqlite3_file *real = enter (file);

  if (strikes ("measure", IO, ((File *) file)->path))
    return leave (SQLITE_IOERR_FSTAT);
  return leave (real->pMethods->xFileSize (real, length));
}

static int
lock_file (sqlite3_file *file,
           int           lock)
{
  sqlite3_file *real = enter (file);

  if (strikes ("lock", IO, ((File *) file)->path))
    return leave (SQLITE_IOERR_LOCK);
  return leave (real->pMethods->xLock (real, lock));
}

static int
unlock_file (sqlite3_file *file,
             int           lock)
{
  sqlite3_file *real = enter (file);

  return leave (real->pMethods->xUnlock (real, lock));
}

static int
check_reserved_lock (sqlite3_file *file,
                     int          *reserved)
{
  sqlite3_file *real = enter (file);

  if (strikes ("look for a lock", IO, ((File *) file)->path))
    return leave (SQLITE_IOERR_CHECKRESERVEDLOCK);
  return leave (real->pMethods->xCheckReservedLock (real, reserved));
}

static int
control_file (sqlite3_file *file,
              int           what,
              gpointer      data)
{
  sqlite3_file *real = enter (file);

  return leave (real->pMethods->xFileControl (real, what, data));
}

static int
get_sector_size (sqlite3_file *file)
{
  sqlite3_file *real = enter (file);

  return leave (real->pMethods->xSectorSize (real));
}

static int
get_characteristics (sqlite3_file *file)
{
  sqlite3_file *real = enter (file);

  return leave (real->pMethods->xDeviceCharacteristics (real));
}

static int
map_memory (sqlite3_file   *file,
            int             region,
            int             size,
            int             extend,
            void volatile **memory)
{
  sqlite3_file *real = enter (file);

  *memory = NULL;
  if (strikes ("map memory", extend ? IO | FULL : IO, ((File *) file)->path))
    return leave (extend ? SQLITE_IOERR_SHMSIZE : SQLITE_IOERR_SHMMAP);
  return leave (real->pMethods->xShmMap (real, region, size, extend, memory));
}

static int
lock_memory (sqlite3_file *file,
             int           offset,
             int           n,
             int           flags)
{
  sqlite3_file *real = enter (file);

  if ((flags & SQLITE_SHM_LOCK) != 0 && strikes ("lock memory", IO, ((File *) file)->path))
    return leave (SQLITE_IOERR_SHMLOCK);
  return leave (real->pMethods->xShmLock (real, offset, n, flags));
}

static void
order_memory (sqlite3_file *file)
{
  sqlite3_file *real = enter (file);

  real->pMethods->xShmBarrier (real);
  leave (SQLITE_OK);
}

static int
unmap_memory (sqlite3_file *file,
              int           remove)
{
  sqlite3_file *real = enter (file);

  return leave (real->pMethods->xShmUnmap (real, remove));
}

static const sqlite3_io_methods methods = {
  .iVersion = 2,
  .xClose = close_file,
  .xRead = read_file,
  .xWrite = write_file,
  .xTruncate = truncate_file,
  .xSync = sync_file,
  .xFileSize = measure_file,
  .xLock = lock_file,
  .xUnlock = unlock_file,
  .xCheckReservedLock = check_reserved_lock,
  .xFileControl = control_file,
  .xSectorSize = get_sector_size,
  .xDeviceCharacteristics = get_characteristics,
  .xShmMap = map_memory,
  .xShmLock = lock_memory,
  .xShmBarrier = order_memory,
  .xShmUnmap = unmap_memory,
};

/* The real file follows ours in the memory that SQLite gives. */
static int
open_file (sqlite3_vfs  *self,
           const char   *path,
           sqlite3_file *file,
           int           flags,
           int          *flags_then)
{
  File *ours = (File *) file;
  guint kinds = IO | TEST_FAULT_FORBIDDEN | ((flags & SQLITE_OPEN_CREATE) != 0 ? FULL : 0);
  int result;

  ours->base.pMethods = NULL;
  ours->path = path;
  ours->real = (sqlite3_file *) (ours + 1);
  if (strikes ("open", kinds, path))
    return SQLITE_CANTOPEN;
  test_fault_enter ();
  result = real_vfs->xOpen (real_vfs, path, ours->real, flags, flags_then);
  test_fault_leave ();
  if (ours->real->pMethods != NULL)
    ours->base.pMethods = &methods;
  return result;
}

static int
delete_file (sqlite3_vfs *self,
             const char  *path,
             int          sync)
{
  if (strikes ("delete", IO | TEST_FAULT_FORBIDDEN, path))
    return SQLITE_IOERR_DELETE;
  test_fault_enter ();
  return leave (real_vfs->xDelete (real_vfs, path, sync));
}

static int
look_for_file (sqlite3_vfs *self,
               const char  *path,
               int          flags,
               int         *found)
{
  if (strikes ("look for", IO, path))
    return SQLITE_IOERR_ACCESS;
  test_fault_enter ();
  return leave (real_vfs->xAccess (real_vfs, path, flags, found));
}

static int
complete_path (sqlite3_vfs *self,
               const char  *path,
               int          length,
               char        *complete)
{
  if (strikes ("complete path", IO, path))
    return SQLITE_CANTOPEN_FULLPATH;
  test_fault_enter ();
  return leave (real_vfs->xFullPathname (real_vfs, path, length, complete));
}

void
test_fault_vfs_install (void)
{
  real_vfs = sqlite3_vfs_find (NULL);
  vfs = *real_vfs;
  vfs.zName = "faults";
  vfs.pNext = NULL;
  vfs.szOsFile = (int) sizeof (File) + real_vfs->szOsFile;
  vfs.xOpen = open_file;
  vfs.xDelete = delete_file;
  vfs.xAccess = look_for_file;
  vfs.xFullPathname = complete_path;
  g_assert_cmpint (sqlite3_vfs_register (&vfs, TRUE), ==, SQLITE_OK);
}
