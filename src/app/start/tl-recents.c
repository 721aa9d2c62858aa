/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-recents.h"

#define MEDIA_TYPE "application/vnd.throughline+sqlite3"

/**
 * tl_recents_add:
 * @file: a workbook that has been opened or saved
 * @provider: whose it is; may be empty
 *
 * Puts a workbook first among the recent ones.
 */
void
tl_recents_add (GFile      *file,
                const char *provider)
{
  g_autofree char *uri = g_file_get_uri (file), *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name != NULL ? name : "");
  char *groups[] = { NULL };
  GtkRecentData data = {
    .display_name = provider[0] != '\0' ? (char *) provider : shown,
    .mime_type = (char *) MEDIA_TYPE,
    .app_name = (char *) APPLICATION_ID,
    .app_exec = (char *) "throughline %u",
    .groups = groups,
    /* Whose workbook it is, is nobody else's business. */
    .is_private = TRUE,
  };

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

/**
 * tl_recents_remove:
 * @uri: where a workbook is or was
 *
 * Lets go of a recent workbook.
 */
void
tl_recents_remove (const char *uri)
{
  gtk_recent_manager_remove_item (gtk_recent_manager_get_default (), uri, NULL);
}

static int
compare_visits (gconstpointer a,
                gconstpointer b)
{
  GtkRecentInfo *first = *(GtkRecentInfo * const *) a, *second = *(GtkRecentInfo * const *) b;

  return g_date_time_compare (gtk_recent_info_get_modified (second), gtk_recent_info_get_modified (first));
}

/**
 * tl_recents_list:
 * @most: how many at most
 *
 * Returns: (transfer full) (element-type GtkRecentInfo): the workbooks that were open last, the latest first
 */
GPtrArray *
tl_recents_list (guint most)
{
  GList *items = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_recent_info_unref);

  for (GList *l = items; l != NULL; l = l->next)
    if (gtk_recent_info_has_application (l->data, APPLICATION_ID))
      g_ptr_array_add (list, gtk_recent_info_ref (l->data));
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);
  g_ptr_array_sort (list, compare_visits);
  if (list->len > most)
    g_ptr_array_set_size (list, (int) most);
  return list;
}
