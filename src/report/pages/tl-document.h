/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tl-contents.h"
#include "tl-furniture.h"
#include "tl-pdf-book.h"
#include "tl-thread.h"

G_BEGIN_DECLS

/**
 * TlDocument:
 *
 * A flow on sheets of paper, with furniture on every page, a thread down the margin and bookmarks. Fill its flow,
 * finish it, then draw its pages or write them as a PDF.
 */
typedef struct _TlDocument TlDocument;

/* How many of @n are in the first of the two stretches in which a long document is printed at once. It is shorter, since it
 * comes into the PDF while the rest is still being drawn. */
#define TL_DOCUMENT_FIRST_STRETCH(n) ((n) * 7 / 15)

TlDocument *tl_document_new          (const TlPaper        *paper,
                                      const TlFurniture    *furniture);
void        tl_document_free         (TlDocument           *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlDocument, tl_document_free)

TlFlow     *tl_document_get_flow     (TlDocument           *self);
TlThread   *tl_document_get_thread   (TlDocument           *self);
TlTypesetter *tl_document_new_typesetter (TlDocument       *self);
TlAnchor   *tl_document_new_anchor   (TlDocument           *self);
void        tl_document_add_bookmark (TlDocument           *self,
                                      guint                 depth,
                                      const char           *title,
                                      TlAnchor             *anchor);

void        tl_document_finish       (TlDocument           *self);
guint       tl_document_get_n_pages  (TlDocument           *self);
void        tl_document_draw_page    (TlDocument           *self,
                                      cairo_t              *cr,
                                      guint                 page);
char       *tl_document_read_page    (TlDocument           *self,
                                      guint                 page);
GBytes     *tl_document_to_pdf       (TlDocument           *self,
                                      const TlDocumentInfo *info,
                                      GCancellable         *cancellable,
                                      GError              **error);
GBytes     *tl_document_free_to_pdf  (TlDocument           *self,
                                      const TlDocumentInfo *info,
                                      GCancellable         *cancellable,
                                      GError              **error);

G_END_DECLS
