/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What SQLite's file format says at the beginning of a file (sqlite.org, "Database File Format", section 1.3). */

#define TL_DOCUMENT_HEADER_LENGTH 100

gboolean tl_document_header_check       (const guint8  *header,
                                         gsize          length,
                                         guint64        file_length,
                                         const char    *name,
                                         GError       **error);
gboolean tl_document_header_read        (const guint8  *header,
                                         gsize          length,
                                         guint64        file_length,
                                         const char    *name,
                                         guint32       *version,
                                         GError       **error);
guint32  tl_document_header_get_version (const guint8  *header,
                                         gsize          length);
void     tl_document_header_set_rollback (guint8       *header);

G_END_DECLS
