/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Over a network neither locks nor a database's log can be trusted. */

gboolean tl_network_folder_is      (const char *path);
gboolean tl_network_folder_is_type (guint64     type);

G_END_DECLS
