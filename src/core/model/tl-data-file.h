/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* The data files that are installed beside the program. They may be replaced by hand, so they are read with care. */

GFile      *tl_data_file_find_folder (const char    *name);
JsonNode   *tl_data_file_load        (GFile         *file,
                                      GCancellable  *cancellable,
                                      GError       **error);
const char *tl_data_file_read_text   (GFile         *file,
                                      JsonNode      *node,
                                      const char    *member,
                                      GError       **error);
JsonArray  *tl_data_file_read_list   (GFile         *file,
                                      JsonNode      *node,
                                      const char    *member,
                                      GError       **error);

G_END_DECLS
