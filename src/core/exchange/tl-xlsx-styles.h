/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-xlsx-book.h"

G_BEGIN_DECLS

/**
 * TlXlsxStyles:
 *
 * Which styles of a spreadsheet show a number as a day or a percentage.
 */
typedef struct _TlXlsxStyles TlXlsxStyles;

TlXlsxStyles *tl_xlsx_styles_new  (void);
void          tl_xlsx_styles_free (TlXlsxStyles        *self);
gboolean      tl_xlsx_styles_read (TlXlsxStyles        *self,
                                   TlXlsxPart          *part,
                                   GError             **error);
TlXlsxStyle   tl_xlsx_styles_get  (const TlXlsxStyles  *self,
                                   guint64              index);

G_END_DECLS
