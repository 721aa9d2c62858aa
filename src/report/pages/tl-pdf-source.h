/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-pdf-syntax.h"

G_BEGIN_DECLS

/**
 * TlPdfSource:
 *
 * A PDF that cairo wrote, with a plain cross-reference table: its objects are read where they lie, when somebody asks.
 */
typedef struct _TlPdfSource TlPdfSource;

TlPdfSource *tl_pdf_source_new        (GBytes       *bytes);
void         tl_pdf_source_free       (TlPdfSource  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlPdfSource, tl_pdf_source_free)

guint        tl_pdf_source_get_size   (TlPdfSource  *self);
gboolean     tl_pdf_source_get_trailer (TlPdfSource *self,
                                       TlPdfSpan    *trailer);
gboolean     tl_pdf_source_get_object (TlPdfSource  *self,
                                       guint         number,
                                       TlPdfSpan    *object,
                                       TlPdfSpan    *data);
gboolean     tl_pdf_source_find       (TlPdfSource  *self,
                                       TlPdfSpan     dictionary,
                                       const char   *key,
                                       TlPdfSpan    *value);

G_END_DECLS
