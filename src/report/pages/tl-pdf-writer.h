/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-pdf-file.h"

G_BEGIN_DECLS

/**
 * TlPdfKind:
 * @TL_PDF_KIND_TEXT: an element of the structure in which there is nothing but what is drawn
 * @TL_PDF_KIND_GROUP: an element that holds others
 * @TL_PDF_KIND_LIST: which element each piece of a page belongs to
 * @TL_PDF_KIND_OTHER: anything else
 *
 * What an object is like.
 */
typedef enum
{
  TL_PDF_KIND_TEXT,
  TL_PDF_KIND_GROUP,
  TL_PDF_KIND_LIST,
  TL_PDF_KIND_OTHER,
  TL_PDF_N_KINDS,
} TlPdfKind;

/**
 * TlPdfWriter:
 *
 * Writes the objects of a PDF into a file, one after another. It keeps nothing of them but where they are; small ones are
 * packed by the hundred, which viewers read faster than as many plain ones.
 */
typedef struct _TlPdfWriter TlPdfWriter;

TlPdfWriter *tl_pdf_writer_new        (TlPdfFile    *file);
void         tl_pdf_writer_free       (TlPdfWriter  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlPdfWriter, tl_pdf_writer_free)

guint        tl_pdf_writer_reserve    (TlPdfWriter  *self,
                                       TlPdfKind     kind);
guint        tl_pdf_writer_reserve_row (TlPdfWriter *self,
                                       guint         n);
void         tl_pdf_writer_add        (TlPdfWriter  *self,
                                       guint         number,
                                       TlPdfKind     kind,
                                       const char   *object,
                                       gsize         length);
void         tl_pdf_writer_add_stream (TlPdfWriter  *self,
                                       guint         number,
                                       const char   *entries,
                                       const void   *data,
                                       gsize         length);
gboolean     tl_pdf_writer_end        (TlPdfWriter  *self,
                                       guint         root,
                                       guint         info,
                                       GError      **error);

G_END_DECLS
