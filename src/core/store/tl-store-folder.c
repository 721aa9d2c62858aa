/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-store.h"

static char *chosen_folder;
static gboolean passing;

/**
 * tl_store_set_folder:
 * @folder: the path of a private folder on this computer
 *
 * Says where working copies are made, before the first is. A program that changes a file and leaves has its own, so
 * that it doesn't wait for a window that has the same document open.
 */
void
tl_store_set_folder (const char *folder)
{
  g_set_str (&chosen_folder, folder);
}

/**
 * tl_store_set_passing:
 *
 * Says that working copies go with the program, whatever becomes of it, before the first is made. Then nothing waits for
 * the disk until a document is saved; what isn't saved is lost.
 */
void
tl_store_set_passing (void)
{
  passing = TRUE;
}

/**
 * tl_store_is_passing:
 * @path: path of a file
 *
 * Returns: whether it is in a working copy that goes with the program
 */
gboolean
tl_store_is_passing (const char *path)
{
  return passing && chosen_folder != NULL && g_str_has_prefix (path, chosen_folder);
}

/**
 * tl_store_get_folder:
 *
 * Returns: (transfer none): the path of the folder that holds the working copies; it may not exist yet
 */
const char *
tl_store_get_folder (void)
{
  static char *standard_folder;

  if (chosen_folder != NULL)
    return chosen_folder;
  if (g_once_init_enter_pointer (&standard_folder))
    g_once_init_leave_pointer (&standard_folder, g_build_filename (g_get_user_state_dir (), "throughline", NULL));
  return standard_folder;
}
