/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-xlsx-package.h"

G_BEGIN_DECLS

/**
 * TlXlsxStyle:
 * @TL_XLSX_STYLE_PLAIN: a number is a number
 * @TL_XLSX_STYLE_DAY: a number is a day
 * @TL_XLSX_STYLE_MONTH: a number is a day of which only month and year are shown, as in Mar-26
 * @TL_XLSX_STYLE_PERCENT: a number is shown a hundredfold, with its sign
 *
 * How a cell shows its number.
 */
typedef enum
{
  TL_XLSX_STYLE_PLAIN,
  TL_XLSX_STYLE_DAY,
  TL_XLSX_STYLE_MONTH,
  TL_XLSX_STYLE_PERCENT,
} TlXlsxStyle;

/**
 * TlXlsxSheetInfo:
 * @name: its name, as on its tab
 * @part: (nullable): the part that holds it
 * @hidden: whether nobody sees it
 *
 * A sheet that a spreadsheet lists.
 */
typedef struct
{
  char *name;
  char *part;
  gboolean hidden;
  char *relation;
} TlXlsxSheetInfo;

/**
 * TlXlsxBook:
 *
 * What a spreadsheet says about its sheets, before any of them is read: their names, its shared texts and styles.
 */
typedef struct _TlXlsxBook TlXlsxBook;

TlXlsxBook  *tl_xlsx_book_read         (GFile             *file,
                                        GCancellable      *cancellable,
                                        GError           **error);
void         tl_xlsx_book_free         (TlXlsxBook        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlXlsxBook, tl_xlsx_book_free)

guint        tl_xlsx_book_get_n_sheets (const TlXlsxBook  *self);
const TlXlsxSheetInfo *tl_xlsx_book_get_sheet (const TlXlsxBook *self,
                                        guint              sheet);
const char  *tl_xlsx_book_get_text     (const TlXlsxBook  *self,
                                        guint64            index);
TlXlsxStyle  tl_xlsx_book_get_style    (const TlXlsxBook  *self,
                                        guint64            index);
gboolean     tl_xlsx_book_get_from_1904 (const TlXlsxBook *self);

G_END_DECLS
