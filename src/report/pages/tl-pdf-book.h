/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tl-pdf-file.h"
#include "tl-pdf-metadata.h"

G_BEGIN_DECLS

/**
 * TL_PDF_ERROR:
 *
 * Errors of writing a PDF.
 */
#define TL_PDF_ERROR (tl_pdf_error_quark ())
GQuark tl_pdf_error_quark (void);

/**
 * TlPdfError:
 * @TL_PDF_ERROR_DRAWING: cairo couldn't draw it
 * @TL_PDF_ERROR_FINISHING: what was drawn couldn't be put into its last form
 *
 * What went wrong.
 */
typedef enum
{
  TL_PDF_ERROR_DRAWING,
  TL_PDF_ERROR_FINISHING,
} TlPdfError;

/**
 * TL_PDF_DEEPEST_BOOKMARK:
 *
 * How deep a bookmark may lie beneath others.
 */
#define TL_PDF_DEEPEST_BOOKMARK 3

/**
 * TlPdfPart:
 * @n_pages: how many pages it has
 * @n_continued: how many elements that the part before it left open it goes on with, outermost first
 * @n_open: how many it leaves open
 * @alternatives: (element-type utf8): what its figures say in words, in the order they were drawn
 *
 * Some pages of a document, which cairo has written as a PDF of their own.
 */
typedef struct
{
  guint n_pages;
  guint n_continued;
  guint n_open;
  GPtrArray *alternatives;
} TlPdfPart;

/**
 * TlPdfBook:
 *
 * A tagged PDF that is put together of parts, each of which is let go of once it is in. Of what is in it no more is kept
 * than where its objects are. It says what cairo can't write: its language, that its title be shown, what figures say in
 * words, which cells a head speaks for, where links lead, in which order tabs go.
 */
typedef struct _TlPdfBook TlPdfBook;

TlPdfBook *tl_pdf_book_new          (guint                  n_pages,
                                     double                 page_height,
                                     GError               **error);
void       tl_pdf_book_free         (TlPdfBook             *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlPdfBook, tl_pdf_book_free)

gboolean   tl_pdf_book_add          (TlPdfBook             *self,
                                     GBytes                *drawn,
                                     const TlPdfPart       *part,
                                     GCancellable          *cancellable,
                                     GError               **error);
void       tl_pdf_book_add_bookmark (TlPdfBook             *self,
                                     guint                  depth,
                                     const char            *title,
                                     guint                  page,
                                     double                 y);
GBytes    *tl_pdf_book_end          (TlPdfBook             *self,
                                     const TlDocumentInfo  *info,
                                     const char            *language,
                                     GError               **error);

char      *tl_pdf_book_describe_link (guint                 page,
                                      double                y);

G_END_DECLS
