/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Both names of each function are wanted, with and without 64. */
#undef _FILE_OFFSET_BITS
#undef _FORTIFY_SOURCE

#include "test-fault.h"

#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <sys/vfs.h>
#include <unistd.h>

/* The C library's functions for files, as this program and the libraries that it is linked with see them: they come
 * first here, and go on to the real ones. */

#define IO TEST_FAULT_BROKEN
#define FULL TEST_FAULT_FULL
#define FORBIDDEN TEST_FAULT_FORBIDDEN
#define MOST_FILES 1024

#define REAL(name) \
  ({ static gpointer kept; (__typeof__ (&name)) find_real (&kept, #name); })

static const char *paths[MOST_FILES];

static gpointer
find_real (gpointer   *kept,
           const char *name)
{
  if (*kept == NULL)
    *kept = dlsym (RTLD_NEXT, name);
  return *kept;
}

static gboolean
path_strikes (const char *call,
              guint       kinds,
              const char *path)
{
  return !test_fault_is_inside () && test_fault_is_below (path)
         && test_fault_strikes (TEST_FAULT_FILES, kinds, call, path);
}

/* Only files that were opened below the folder, and not by the database, have a path here. */
static gboolean
file_strikes (const char *call,
              guint       kinds,
              int         fd)
{
  return fd >= 0 && fd < MOST_FILES && paths[fd] != NULL && !test_fault_is_inside ()
         && test_fault_strikes (TEST_FAULT_FILES, kinds, call, paths[fd]);
}

static int
keep_path (int         fd,
           const char *path)
{
  if (fd >= 0 && fd < MOST_FILES && !test_fault_is_inside () && test_fault_is_below (path))
    paths[fd] = g_intern_string (path);
  return fd;
}

static gboolean
open_strikes (const char *path,
              int         flags)
{
  return path_strikes ((flags & O_CREAT) != 0 ? "create" : "open", IO | FORBIDDEN | ((flags & O_CREAT) != 0 ? FULL : 0),
                       path);
}

static mode_t
get_mode (int     flags,
          va_list arguments)
{
  return (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg (arguments, mode_t) : 0;
}

#define DEFINE_OPEN(name) \
int \
name (const char *path, \
      int         flags, \
      ...) \
{ \
  va_list arguments; \
  mode_t mode; \
  va_start (arguments, flags); \
  mode = get_mode (flags, arguments); \
  va_end (arguments); \
  return open_strikes (path, flags) ? -1 : keep_path (REAL (name) (path, flags, mode), path); \
}

#define DEFINE_OPENAT(name) \
int \
name (int         folder, \
      const char *path, \
      int         flags, \
      ...) \
{ \
  va_list arguments; \
  mode_t mode; \
  va_start (arguments, flags); \
  mode = get_mode (flags, arguments); \
  va_end (arguments); \
  return open_strikes (path, flags) ? -1 : keep_path (REAL (name) (folder, path, flags, mode), path); \
}

#define DEFINE_STAT(name, Stat) \
int \
name (const char *restrict  path, \
      struct Stat *restrict found) \
{ \
  return path_strikes ("look at", IO, path) ? -1 : REAL (name) (path, found); \
}

#define DEFINE_FSTAT(name, Stat) \
int \
name (int          fd, \
      struct Stat *found) \
{ \
  return file_strikes ("look at", IO, fd) ? -1 : REAL (name) (fd, found); \
}

DEFINE_OPEN (open)
DEFINE_OPEN (open64)
DEFINE_OPENAT (openat)
DEFINE_OPENAT (openat64)
DEFINE_STAT (stat, stat)
DEFINE_STAT (stat64, stat64)
DEFINE_STAT (lstat, stat)
DEFINE_STAT (lstat64, stat64)
DEFINE_STAT (statfs, statfs)
DEFINE_STAT (statfs64, statfs64)
DEFINE_FSTAT (fstat, stat)
DEFINE_FSTAT (fstat64, stat64)

int
statx (int                    folder,
       const char *restrict   path,
       int                    flags,
       unsigned               mask,
       struct statx *restrict found)
{
  if (path_strikes ("look at", IO, path) || file_strikes ("look at", IO, folder))
    return -1;
  return REAL (statx) (folder, path, flags, mask, found);
}

int
access (const char *path,
        int         mode)
{
  return path_strikes ("look whether it is allowed at", IO, path) ? -1 : REAL (access) (path, mode);
}

char *
realpath (const char *restrict path,
          char *restrict       resolved)
{
  return path_strikes ("resolve", IO, path) ? NULL : REAL (realpath) (path, resolved);
}

DIR *
opendir (const char *path)
{
  return path_strikes ("list", IO | FORBIDDEN, path) ? NULL : REAL (opendir) (path);
}

int
mkdir (const char *path,
       mode_t      mode)
{
  return path_strikes ("make folder", IO | FULL | FORBIDDEN, path) ? -1 : REAL (mkdir) (path, mode);
}

int
rmdir (const char *path)
{
  return path_strikes ("remove folder", IO | FORBIDDEN, path) ? -1 : REAL (rmdir) (path);
}

int
unlink (const char *path)
{
  return path_strikes ("delete", IO | FORBIDDEN, path) ? -1 : REAL (unlink) (path);
}

int
rename (const char *from,
        const char *to)
{
  return path_strikes ("rename", IO | FULL | FORBIDDEN, from) ? -1 : REAL (rename) (from, to);
}

int
renameat2 (int         from_folder,
           const char *from,
           int         to_folder,
           const char *to,
           unsigned    flags)
{
  return path_strikes ("rename", IO | FULL | FORBIDDEN, from) ? -1
         : REAL (renameat2) (from_folder, from, to_folder, to, flags);
}

ssize_t
read (int      fd,
      gpointer buffer,
      size_t   length)
{
  if (!file_strikes ("read", IO | TEST_FAULT_SHORT, fd))
    return REAL (read) (fd, buffer, length);
  /* As from a file that somebody is shortening. */
  return test_fault_get_kind () == TEST_FAULT_SHORT ? 0 : -1;
}

ssize_t
write (int           fd,
       gconstpointer buffer,
       size_t        length)
{
  if (!file_strikes ("write", IO | FULL, fd))
    return REAL (write) (fd, buffer, length);
  REAL (write) (fd, buffer, length / 2);
  errno = test_fault_get_errno ();
  return -1;
}

ssize_t
writev (int                 fd,
        const struct iovec *parts,
        int                 n)
{
  return file_strikes ("write", IO | FULL, fd) ? -1 : REAL (writev) (fd, parts, n);
}

int
fsync (int fd)
{
  return file_strikes ("sync", IO | FULL | TEST_FAULT_UNSYNCED, fd) ? -1 : REAL (fsync) (fd);
}

int
fdatasync (int fd)
{
  return file_strikes ("sync", IO | FULL | TEST_FAULT_UNSYNCED, fd) ? -1 : REAL (fdatasync) (fd);
}

int
ftruncate64 (int     fd,
             off64_t length)
{
  return file_strikes ("truncate", IO | FULL, fd) ? -1 : REAL (ftruncate64) (fd, length);
}

/* Locks, as far as one is wanted rather than given back. */
int
fcntl64 (int fd,
         int command,
         ...)
{
  gboolean locks = command == F_OFD_SETLK || command == F_OFD_SETLKW;
  gpointer argument;
  va_list arguments;

  va_start (arguments, command);
  argument = va_arg (arguments, gpointer);
  va_end (arguments);
  return locks && file_strikes ("lock", IO, fd) ? -1 : REAL (fcntl64) (fd, command, argument);
}

/* This never fails: GIO closes once more what it couldn't close, which is then somebody else's. By then all has been
 * brought to the disk, so that nothing depends on it. */
int
close (int fd)
{
  if (fd >= 0 && fd < MOST_FILES)
    paths[fd] = NULL;
  return REAL (close) (fd);
}
