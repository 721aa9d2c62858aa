/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean tl_sync_stream (GOutputStream  *stream,
                         GError        **error);
void     tl_sync_folder (const char     *path);

G_END_DECLS
