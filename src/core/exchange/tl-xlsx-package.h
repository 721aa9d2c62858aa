/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TlXlsxPart:
 *
 * One file inside a spreadsheet, while it is read.
 */
typedef struct _TlXlsxPart TlXlsxPart;

/**
 * TlXlsxPartFunc:
 * @name: the part's name, such as `xl/workbook.xml`
 * @part: the part
 * @user_data: what was given with the function
 * @error: why the spreadsheet can't be read
 *
 * Looks at a part, and reads it if it likes.
 *
 * Returns: whether to go on
 */
typedef gboolean (*TlXlsxPartFunc) (const char  *name,
                                    TlXlsxPart  *part,
                                    gpointer     user_data,
                                    GError     **error);

gboolean tl_xlsx_package_walk (GFile           *file,
                               TlXlsxPartFunc   func,
                               gpointer         user_data,
                               GCancellable    *cancellable,
                               GError         **error);
gboolean tl_xlsx_part_read    (TlXlsxPart      *self,
                               void            *buffer,
                               gsize            length,
                               gsize           *got,
                               GError         **error);
gboolean tl_xlsx_part_is_long (TlXlsxPart      *self);
GCancellable *tl_xlsx_part_get_cancellable (TlXlsxPart *self);
gboolean tl_xlsx_refuse       (const char      *message,
                               GError         **error);
gboolean tl_xlsx_refuse_damaged (GError       **error);

G_END_DECLS
