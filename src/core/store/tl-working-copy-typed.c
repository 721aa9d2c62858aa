/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-working-copy-private.h"

#include <errno.h>
#include <glib/gstdio.h>

#include "tl-waiting.h"

/* More than this nobody types without leaving a field. */
#define MOST_TYPED (4 * 1024 * 1024)

/**
 * tl_working_copy_set_typed:
 * @database: the path of a working copy's database
 * @text: what was typed and isn't part of a change yet, empty for nothing
 *
 * Keeps what is being typed beside the database, durably, so that nothing of it is lost with the program.
 *
 * Returns: whether it is kept
 */
gboolean
tl_working_copy_set_typed (const char *database,
                           const char *text)
{
  g_autofree char *folder = g_path_get_dirname (database);
  g_autofree char *path = g_build_filename (folder, TL_WORKING_COPY_TYPED, NULL);

  tl_assert_may_wait ();

  if (*text == '\0')
    return g_unlink (path) == 0 || errno == ENOENT;
  return g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, NULL);
}

/**
 * tl_working_copy_get_typed:
 * @self: a working copy
 *
 * Returns: (transfer full) (nullable): what was being typed when its program ended
 */
char *
tl_working_copy_get_typed (TlWorkingCopy *self)
{
  g_autofree char *path = g_build_filename (self->folder, TL_WORKING_COPY_TYPED, NULL);
  GStatBuf status;
  char *text = NULL;

  if (g_stat (path, &status) != 0 || status.st_size > MOST_TYPED)
    return NULL;
  return g_file_get_contents (path, &text, NULL, NULL) ? text : NULL;
}

/**
 * tl_working_copy_take_typed:
 * @self: a working copy
 * @other: another one of the same document, which is no longer needed
 *
 * Takes over what was being typed in the other.
 */
void
tl_working_copy_take_typed (TlWorkingCopy *self,
                            TlWorkingCopy *other)
{
  g_autofree char *from = g_build_filename (other->folder, TL_WORKING_COPY_TYPED, NULL);
  g_autofree char *to = g_build_filename (self->folder, TL_WORKING_COPY_TYPED, NULL);

  g_rename (from, to);
}
