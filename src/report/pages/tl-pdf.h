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

GBytes *tl_pdf_finish (TlPdfFile            *drawn,
                       const TlDocumentInfo *info,
                       const char           *language,
                       GPtrArray            *alternatives,
                       GCancellable         *cancellable,
                       GError              **error);

G_END_DECLS
