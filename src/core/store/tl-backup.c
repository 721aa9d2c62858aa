/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-backup.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "tl-store-error.h"
#include "tl-store.h"
#include "tl-sync.h"
#include "tl-waiting.h"

#define FOLDER "backups"
#define SUFFIX ".throughline"
#define ABOUT "about"
#define GROUP "Document"

G_DEFINE_BOXED_TYPE (TlBackup, tl_backup, tl_backup_copy, tl_backup_free)

/**
 * tl_backup_copy:
 * @self: a backup
 *
 * Returns: (transfer full): what is known of it, once more
 */
TlBackup *
tl_backup_copy (const TlBackup *self)
{
  TlBackup *copy = g_memdup2 (self, sizeof *self);

  copy->path = g_strdup (self->path);
  return copy;
}

/**
 * tl_backup_free:
 * @self: (transfer full): a backup
 *
 * Frees what is known of a backup, which stays where it is.
 */
void
tl_backup_free (TlBackup *self)
{
  g_free (self->path);
  g_free (self);
}

/**
 * tl_backup_get_folder:
 * @document: (nullable): a document's id
 *
 * Returns: (transfer full): the path of the folder of its backups, or of all documents'; it may not exist
 */
char *
tl_backup_get_folder (const TlId *document)
{
  char hex[TL_ID_HEX_LENGTH + 1];

  if (document == NULL)
    return g_build_filename (tl_store_get_folder (), FOLDER, NULL);
  tl_id_to_hex (document, hex);
  return g_build_filename (tl_store_get_folder (), FOLDER, hex, NULL);
}

/* "000012-2026-11-21-1795277327000.throughline": its place in the order, the day, and the moment. */
static TlBackup *
read_name (const TlId *document,
           const char *folder,
           const char *name)
{
  g_autofree char *again = NULL, *path = NULL;
  char iso[TL_DAY_ISO_LENGTH + 1];
  TlBackup backup = { .document = *document };
  GStatBuf found;

  if (sscanf (name, "%6u-%10[0-9-]-%15" G_GINT64_MODIFIER "d", &backup.sequence, iso, &backup.time) != 3
      || !tl_day_from_iso (iso, &backup.day))
    return NULL;
  again = g_strdup_printf ("%06u-%s-%" G_GINT64_FORMAT SUFFIX, backup.sequence, iso, backup.time);
  path = g_build_filename (folder, name, NULL);
  if (strcmp (name, again) != 0 || g_lstat (path, &found) != 0 || !S_ISREG (found.st_mode))
    return NULL;
  backup.size = (guint64) found.st_size;
  backup.path = path;
  return tl_backup_copy (&backup);
}

static gboolean
refuse_folder (const char  *folder,
               int          system,
               GError     **error)
{
  g_autofree char *name = g_filename_display_name (folder);

  g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_FAILED, _("The folder of backups, “%s”, can’t be read: %s."),
               name, g_strerror (system));
  return FALSE;
}

static gboolean
list_folder (const TlId  *document,
             GPtrArray   *found,
             GError     **error)
{
  g_autofree char *folder = tl_backup_get_folder (document);
  g_autoptr (GError) reason = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &reason);
  const char *name;

  if (g_error_matches (reason, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    return TRUE;
  if (dir == NULL)
    return refuse_folder (folder, errno, error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      TlBackup *backup = read_name (document, folder, name);

      if (backup != NULL)
        g_ptr_array_add (found, backup);
    }
  return TRUE;
}

static gboolean
list_all (GPtrArray  *found,
          GError    **error)
{
  g_autofree char *folder = tl_backup_get_folder (NULL);
  g_autoptr (GError) reason = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &reason);
  const char *name;
  TlId document;

  if (g_error_matches (reason, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    return TRUE;
  if (dir == NULL)
    return refuse_folder (folder, errno, error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      if (tl_id_from_hex (name, &document) && !list_folder (&document, found, error))
        return FALSE;
    }
  return TRUE;
}

static int
compare_backups (gconstpointer a,
                 gconstpointer b)
{
  const TlBackup *first = a, *second = b;

  if (first->sequence != second->sequence)
    return first->sequence > second->sequence ? -1 : 1;
  return tl_id_compare (&first->document, &second->document);
}

/**
 * tl_backup_list:
 * @document: (nullable): a document's id, %NULL for all documents
 * @error: return location for an error
 *
 * Looks which backups there are on this computer. None of them is opened.
 *
 * Returns: (transfer full) (nullable) (element-type TlBackup): the backups, the last made first
 */
GPtrArray *
tl_backup_list (const TlId  *document,
                GError     **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_backup_free);

  tl_assert_may_wait ();
  if (document != NULL ? !list_folder (document, found, error) : !list_all (found, error))
    return NULL;
  g_ptr_array_sort_values (found, compare_backups);
  return g_steal_pointer (&found);
}

/**
 * tl_backup_remove:
 * @self: a backup
 * @error: return location for an error
 *
 * Removes a backup from this computer. It isn't an error if it is gone already.
 *
 * Returns: whether it is gone
 */
gboolean
tl_backup_remove (const TlBackup  *self,
                  GError         **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *name = NULL;
  int system;

  tl_assert_may_wait ();
  if (g_unlink (self->path) == 0 || errno == ENOENT)
    {
      tl_sync_folder (folder);
      return TRUE;
    }
  system = errno;
  name = g_filename_display_name (self->path);
  g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_FAILED, _("The backup “%s” can’t be removed: %s."), name,
               g_strerror (system));
  return FALSE;
}

/**
 * tl_backup_remove_all:
 * @document: a document's id
 * @error: return location for an error
 *
 * Removes all backups of a document from this computer, and what is left of any that was being made.
 *
 * Returns: whether all are gone
 */
gboolean
tl_backup_remove_all (const TlId  *document,
                      GError     **error)
{
  g_autofree char *folder = tl_backup_get_folder (document);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      TlBackup backup = { .path = path };

      if (!tl_backup_remove (&backup, error))
        return FALSE;
    }
  g_rmdir (folder);
  return TRUE;
}

/**
 * tl_backup_note_address:
 * @document: a document's id, of which there is a folder of backups
 * @address: the URI of its file
 * @error: return location for an error
 *
 * Notes where a document is.
 *
 * Returns: whether that worked
 */
gboolean
tl_backup_note_address (const TlId  *document,
                        const char  *address,
                        GError     **error)
{
  g_autofree char *folder = tl_backup_get_folder (document);
  g_autofree char *path = g_build_filename (folder, ABOUT, NULL);
  g_autoptr (GKeyFile) keys = g_key_file_new ();

  g_key_file_set_string (keys, GROUP, "Address", address);
  return g_key_file_save_to_file (keys, path, error);
}

/**
 * tl_backup_read_address:
 * @document: a document's id
 *
 * Returns: (transfer full) (nullable): the URI of its file when its latest backup was made
 */
char *
tl_backup_read_address (const TlId *document)
{
  g_autofree char *folder = tl_backup_get_folder (document);
  g_autofree char *path = g_build_filename (folder, ABOUT, NULL);
  g_autoptr (GKeyFile) keys = g_key_file_new ();

  if (!g_key_file_load_from_file (keys, path, G_KEY_FILE_NONE, NULL))
    return NULL;
  return g_key_file_get_string (keys, GROUP, "Address", NULL);
}

/**
 * tl_backup_find_document:
 * @address: the URI of a file, with symbolic links followed
 * @document: (out): the id of the document that was there
 *
 * Finds of which document a file is that can't be read any more: the one that was backed up there last.
 *
 * Returns: whether there is one with a backup
 */
gboolean
tl_backup_find_document (const char *address,
                         TlId       *document)
{
  g_autoptr (GPtrArray) all = tl_backup_list (NULL, NULL);

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const TlBackup *backup = g_ptr_array_index (all, i);
      g_autofree char *noted = tl_backup_read_address (&backup->document);

      if (g_strcmp0 (noted, address) != 0)
        continue;
      *document = backup->document;
      return TRUE;
    }
  return FALSE;
}
