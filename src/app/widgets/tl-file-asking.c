/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-file-asking.h"

static void
add_kind (GtkFileDialog *self,
          const char    *kind,
          const char    *suffix,
          va_list        more)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, kind);
  for (const char *each = suffix; each != NULL; each = va_arg (more, const char *))
    gtk_file_filter_add_suffix (filter, each);
  g_list_store_append (G_LIST_STORE (gtk_file_dialog_get_filters (self)), filter);
}

/**
 * tl_file_asking_new:
 * @title: what the file is for
 * @kind: what such files are called
 * @suffix: the end of their names, without the dot
 * @...: other ends, ended by %NULL
 *
 * Returns: (transfer full): a dialog that asks for a file of one kind
 */
GtkFileDialog *
tl_file_asking_new (const char *title,
                    const char *kind,
                    const char *suffix,
                    ...)
{
  GtkFileDialog *self = gtk_file_dialog_new ();
  g_autoptr (GListStore) kinds = g_list_store_new (GTK_TYPE_FILE_FILTER);
  va_list more;

  gtk_file_dialog_set_title (self, title);
  gtk_file_dialog_set_filters (self, G_LIST_MODEL (kinds));
  va_start (more, suffix);
  add_kind (self, kind, suffix, more);
  va_end (more);
  return self;
}

/**
 * tl_file_asking_add_kind:
 * @self: a dialog made by tl_file_asking_new()
 * @kind: what files of another kind are called
 * @suffix: the end of their names, without the dot
 * @...: other ends, ended by %NULL
 *
 * Lets another kind of file be chosen, too.
 */
void
tl_file_asking_add_kind (GtkFileDialog *self,
                         const char    *kind,
                         const char    *suffix,
                         ...)
{
  va_list more;

  va_start (more, suffix);
  add_kind (self, kind, suffix, more);
  va_end (more);
}
