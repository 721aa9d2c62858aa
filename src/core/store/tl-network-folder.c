/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-network-folder.h"

#include <gio/gio.h>
#include <sys/vfs.h>

#include "tl-waiting.h"

/**
 * tl_network_folder_is_type:
 * @type: the type of a file system, as statfs(2) gives it
 *
 * The numbers are those of Linux's `include/uapi/linux/magic.h`, and of statfs(2) for what isn't in it any more.
 *
 * Returns: whether it is one whose files are on another computer
 */
gboolean
tl_network_folder_is_type (guint64 type)
{
  static const guint32 types[] = {
    0x6969,     /* NFS */
    0x517b,     /* SMB */
    0xff534d42, /* CIFS */
    0xfe534d42, /* SMB 2 and 3 */
    0x5346414f, /* AFS, OpenAFS */
    0x6b414653, /* AFS, the kernel's own */
    0x73757245, /* Coda */
    0x564c,     /* NCP */
    0x00c36400, /* Ceph */
    0x01021997, /* 9P */
    0x0bd00bd0, /* Lustre */
    0x01161970, /* GFS2 */
    0x7461636f, /* OCFS2 */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      /* Where a long has 32 bits the number may have been taken for a negative one. */
      if ((guint32) type == types[i])
        return TRUE;
    }
  return FALSE;
}

/**
 * tl_network_folder_is:
 * @path: the path of a folder
 *
 * Returns: whether it is on another computer, as far as that can be known
 */
gboolean
tl_network_folder_is (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info = NULL;
  struct statfs found;

  tl_assert_may_wait ();

  if (statfs (path, &found) == 0 && tl_network_folder_is_type ((guint64) found.f_type))
    return TRUE;
  /* GIO also knows those that are reached through FUSE. */
  info = g_file_query_filesystem_info (file, G_FILE_ATTRIBUTE_FILESYSTEM_REMOTE, NULL, NULL);
  return info != NULL && g_file_info_get_attribute_boolean (info, G_FILE_ATTRIBUTE_FILESYSTEM_REMOTE);
}
