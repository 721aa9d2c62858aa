/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-data-file.h"

#include <glib/gi18n-lib.h>

/* The largest of ours is a hundredth of that. */
#define MOST_BYTES (1024 * 1024)

static GFile *
try_folder (const char *data,
            const char *name)
{
  g_autoptr (GFile) folder = g_file_new_build_filename (data, name, NULL);

  return g_file_query_file_type (folder, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_DIRECTORY ? g_steal_pointer (&folder)
                                                                                               : NULL;
}

/**
 * tl_data_file_find_folder:
 * @name: what it is called
 *
 * Looks for a folder of data files: in `THROUGHLINE_DATA_DIR`, which a build sets, and then where data is installed.
 *
 * Returns: (transfer full) (nullable): the folder
 */
GFile *
tl_data_file_find_folder (const char *name)
{
  const char *data = g_getenv ("THROUGHLINE_DATA_DIR");
  const char * const *shared = g_get_system_data_dirs ();
  GFile *folder = data != NULL ? try_folder (data, name) : NULL;

  for (guint i = 0; folder == NULL && shared[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (shared[i], "throughline", NULL);

      folder = try_folder (path, name);
    }
  return folder;
}

static gboolean
is_small (GFile         *file,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, cancellable,
                                                  error);

  if (info == NULL)
    return FALSE;
  if (g_file_info_get_size (info) <= MOST_BYTES)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("%s: it is too large to be a data file"),
               g_file_peek_path (file));
  return FALSE;
}

/**
 * tl_data_file_load:
 * @file: a file
 * @cancellable: (nullable): to cancel
 * @error: what is wrong with it, with its name
 *
 * Reads a data file. It waits for the disk.
 *
 * Returns: (transfer full): the object that it holds
 */
JsonNode *
tl_data_file_load (GFile         *file,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) problem = NULL;
  g_autofree char *text = NULL;
  gsize length = 0;
  JsonNode *root = NULL;

  if (!is_small (file, cancellable, error) || !g_file_load_contents (file, cancellable, &text, &length, NULL, error))
    return NULL;
  if (!json_parser_load_from_data (parser, text, (gssize) length, &problem))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("%1$s: it isn’t JSON: %2$s"), g_file_peek_path (file),
                   problem->message);
      return NULL;
    }
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("%s: it holds no object"), g_file_peek_path (file));
      return NULL;
    }
  return json_node_ref (root);
}

static JsonNode *
find_member (JsonNode   *node,
             const char *member)
{
  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_object_get_member (json_node_get_object (node), member) : NULL;
}

/**
 * tl_data_file_read_text:
 * @file: the file that it comes from
 * @node: an object
 * @member: one of its members
 * @error: what is wrong, with the file's name
 *
 * Returns: (transfer none): a text, never empty; it belongs to @node
 */
const char *
tl_data_file_read_text (GFile       *file,
                        JsonNode    *node,
                        const char  *member,
                        GError     **error)
{
  JsonNode *found = find_member (node, member);

  if (found != NULL && JSON_NODE_HOLDS_VALUE (found) && json_node_get_value_type (found) == G_TYPE_STRING
      && *json_node_get_string (found) != '\0')
    return json_node_get_string (found);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("%1$s: “%2$s” must be a text"), g_file_peek_path (file), member);
  return NULL;
}

/**
 * tl_data_file_read_list:
 * @file: the file that it comes from
 * @node: an object
 * @member: one of its members
 * @error: what is wrong, with the file's name
 *
 * Returns: (transfer none): a list; it belongs to @node
 */
JsonArray *
tl_data_file_read_list (GFile       *file,
                        JsonNode    *node,
                        const char  *member,
                        GError     **error)
{
  JsonNode *found = find_member (node, member);

  if (found != NULL && JSON_NODE_HOLDS_ARRAY (found))
    return json_node_get_array (found);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("%1$s: “%2$s” must be a list"), g_file_peek_path (file), member);
  return NULL;
}
