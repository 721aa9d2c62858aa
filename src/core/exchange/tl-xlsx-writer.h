/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-export.h"

G_BEGIN_DECLS

/* A hidden sheet, with the words that columns of others offer. */
#define TL_XLSX_LISTS "Lists"

/**
 * TlXlsxWriter:
 *
 * Writes sheets into a spreadsheet, one at a time and row by row, so that memory doesn't grow with it.
 */
typedef struct _TlXlsxWriter TlXlsxWriter;

extern const TlExportWriter tl_xlsx_writer;

TlXlsxWriter *tl_xlsx_writer_new   (const char    *path,
                                    const char    *title,
                                    gint64         recorded,
                                    GError       **error);
gboolean      tl_xlsx_writer_close (TlXlsxWriter  *self,
                                    GError       **error);
void          tl_xlsx_writer_free  (TlXlsxWriter  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlXlsxWriter, tl_xlsx_writer_free)

G_END_DECLS
