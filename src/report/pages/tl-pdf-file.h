/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TlPdfFile:
 *
 * A PDF that is being made, on the disk rather than in memory: a file without a name, so that nothing of it stays
 * whatever happens.
 */
typedef struct _TlPdfFile TlPdfFile;

TlPdfFile      *tl_pdf_file_new      (GError              **error);
void            tl_pdf_file_free     (TlPdfFile            *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlPdfFile, tl_pdf_file_free)

cairo_status_t  tl_pdf_file_append   (void                 *self,
                                      const unsigned char  *data,
                                      unsigned int          length);
gboolean        tl_pdf_file_flush    (TlPdfFile            *self,
                                      GError              **error);
GBytes         *tl_pdf_file_map      (TlPdfFile            *self,
                                      GError              **error);

G_END_DECLS
