/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-sync.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gfiledescriptorbased.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "tl-waiting.h"

/**
 * tl_sync_stream:
 * @stream: a stream that is being written, of any kind
 * @error: return location for an error
 *
 * Waits until what has been written is on the disk, where the stream is a file of this computer.
 *
 * Returns: whether it is
 */
gboolean
tl_sync_stream (GOutputStream  *stream,
                GError        **error)
{
  int system;

  tl_assert_may_wait ();

  if (!G_IS_FILE_DESCRIPTOR_BASED (stream)
      || fsync (g_file_descriptor_based_get_fd (G_FILE_DESCRIPTOR_BASED (stream))) == 0)
    return TRUE;

  /* Not every file system knows how. */
  system = errno;
  if (system == EINVAL || system == ENOTSUP)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, (int) g_io_error_from_errno (system), g_strerror (system));
  return FALSE;
}

/**
 * tl_sync_folder:
 * @path: path of a folder on this computer
 *
 * Waits until the names in a folder are on the disk; a file is only as lasting as its name. Where that can't be had,
 * the file system does it in its own time.
 */
void
tl_sync_folder (const char *path)
{
  int fd;

  tl_assert_may_wait ();

  fd = open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0)
    return;
  if (fsync (fd) != 0)
    g_debug ("%s can't be synchronised: %s", path, g_strerror (errno));
  g_clear_fd (&fd, NULL);
}
