/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-import-problem.h"

G_BEGIN_DECLS

/* No real recovery comes near these; a hostile file ends at them. Rows and characters are what a spreadsheet holds. */
#define TL_SHEET_MAX_COLUMNS 256
#define TL_SHEET_MAX_ROWS 1048576
#define TL_SHEET_MAX_CHARACTERS 32767
#define TL_SHEET_MAX_CELLS 20000000
#define TL_SHEET_MAX_BYTES (512 * 1024 * 1024)
#define TL_SHEET_MAX_MERGES 10000

/**
 * TlSheetMerge:
 * @first_row: the number of its first row as a spreadsheet shows it
 * @first_column: its first column, from 0
 * @last_row: the number of its last row
 * @last_column: its last column
 *
 * Cells that are shown as one; the text of all of them stands in the first.
 */
typedef struct
{
  guint first_row;
  guint first_column;
  guint last_row;
  guint last_column;
} TlSheetMerge;

/**
 * TlSheet:
 *
 * A sheet of a spreadsheet as plain text: headings and rows of cells, whatever file they came from. Texts have no
 * surrounding space; rows without any text aren't kept, but each row knows its number.
 */
typedef struct _TlSheet TlSheet;

TlSheet    *tl_sheet_new            (const char    *name);
void        tl_sheet_free           (TlSheet       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlSheet, tl_sheet_free)

gboolean    tl_sheet_add_cell       (TlSheet       *self,
                                     const char    *text,
                                     gsize          length,
                                     GError       **error);
gboolean    tl_sheet_start_row      (TlSheet       *self,
                                     guint          number,
                                     GError       **error);
gboolean    tl_sheet_end_row        (TlSheet       *self,
                                     GError       **error);

TlSheet    *tl_sheet_new_piece      (void);
gboolean    tl_sheet_append         (TlSheet       *self,
                                     TlSheet       *piece);

const char *tl_sheet_get_name       (const TlSheet *self);
guint       tl_sheet_get_n_columns  (const TlSheet *self);
const char *tl_sheet_get_heading    (const TlSheet *self,
                                     guint          column);
guint       tl_sheet_get_heading_row (const TlSheet *self);
guint       tl_sheet_get_n_rows     (const TlSheet *self);
guint       tl_sheet_get_row_number (const TlSheet *self,
                                     guint          row);
guint       tl_sheet_get_n_cells    (const TlSheet *self,
                                     guint          row);
const char *tl_sheet_get_cell       (const TlSheet *self,
                                     guint          row,
                                     guint          column);
gboolean    tl_sheet_add_merge      (TlSheet       *self,
                                     const TlSheetMerge *merge,
                                     GError       **error);
guint       tl_sheet_get_n_merges   (const TlSheet *self);
const TlSheetMerge *tl_sheet_get_merge (const TlSheet *self,
                                     guint          merge);
void        tl_sheet_set_origin     (TlSheet       *self,
                                     guint          row,
                                     const char    *sheet,
                                     guint          number);
void        tl_sheet_set_origin_heading (TlSheet   *self,
                                     guint          row,
                                     guint          column,
                                     const char    *heading);
void        tl_sheet_set_doubtful   (TlSheet       *self,
                                     guint          row);
gboolean    tl_sheet_is_doubtful    (const TlSheet *self,
                                     guint          row);
const char *tl_sheet_get_origin     (const TlSheet *self,
                                     guint          row,
                                     guint         *number);
const char *tl_sheet_get_origin_heading (const TlSheet *self,
                                     guint          row,
                                     guint          column);
guint       tl_sheet_get_current_row (const TlSheet *self);
const char *tl_sheet_get_current_heading (const TlSheet *self);

/**
 * TlSheets:
 * @sheets: (element-type TlSheet): what could be read
 * @problems: (element-type TlImportProblem): sheets that couldn't
 * @notes: (element-type utf8): what was left out, a sentence each
 *
 * What was found in one source.
 */
typedef struct
{
  GPtrArray *sheets;
  GPtrArray *problems;
  GPtrArray *notes;
} TlSheets;

TlSheets   *tl_sheets_new           (void);
void        tl_sheets_free          (TlSheets      *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlSheets, tl_sheets_free)

G_END_DECLS
