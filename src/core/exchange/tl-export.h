/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tl-snapshot.h"

G_BEGIN_DECLS

/**
 * TlExportColumn:
 * @heading: its heading
 * @field: (nullable): the field below it, %NULL for a ref, a key or a value
 * @required: whether each row must have a value there
 *
 * A column of a sheet.
 */
typedef struct
{
  const char *heading;
  const TlField *field;
  gboolean required;
} TlExportColumn;

/**
 * TlExportCell:
 * @text: (nullable): its text; for a day and a number it is as a person would type it for an import
 * @day: the day, else %TL_NO_DAY
 * @number: the number, else NAN
 *
 * A cell of a row. It is empty when @text is %NULL.
 */
typedef struct
{
  const char *text;
  TlDay day;
  double number;
} TlExportCell;

/**
 * TlExportWriter:
 * @begin: called before the rows of a sheet
 * @add: called for each row, with a cell for each column
 * @end: called after the rows of a sheet
 *
 * Where sheets are written to. A function that returns %FALSE has set the error, and ends the export.
 */
typedef struct
{
  gboolean (*begin) (gpointer               self,
                     const char            *sheet,
                     const TlExportColumn  *columns,
                     guint                  n_columns,
                     guint                  n_rows,
                     GError               **error);
  gboolean (*add)   (gpointer               self,
                     const TlExportCell    *cells,
                     GError               **error);
  gboolean (*end)   (gpointer               self,
                     GError               **error);
} TlExportWriter;

gboolean tl_export_write (const TlSnapshot     *snapshot,
                          const TlExportWriter *writer,
                          gpointer              self,
                          GCancellable         *cancellable,
                          GError              **error);

G_END_DECLS
