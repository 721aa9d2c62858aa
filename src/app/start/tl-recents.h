/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The workbooks that were open last, as the desktop keeps them for all programs. */

void       tl_recents_add    (GFile      *file,
                              const char *provider);
void       tl_recents_remove (const char *uri);
GPtrArray *tl_recents_list   (guint       most);

G_END_DECLS
