/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-foreign-mapping.h"
#include "tl-import-plan.h"

G_BEGIN_DECLS

/* How many rows of each sheet are shown as they would become. */
#define TL_FOREIGN_SHOWN_ROWS 20

/**
 * TlForeignWord:
 * @field: what the columns tell in which it stands
 * @word: the word, as it stands there first
 * @n_rows: in how many rows it stands
 * @meaning: (nullable): what it means, "" when it is left out, %NULL when nobody knows
 * @guessed: whether the meaning is a guess that nobody has confirmed
 *
 * A word that isn't our own. Those without a meaning come first. A word without a meaning is a problem of the plan in
 * each of its rows; one that is left out of a date or of who does something is still kept, in the text of its row.
 */
typedef struct
{
  TlForeignField field;
  char *word;
  guint n_rows;
  char *meaning;
  gboolean guessed;
} TlForeignWord;

/**
 * TlForeignLeftOut:
 * @sheet: which sheet of the file, from 0
 * @column: which column, from 0
 * @heading: its heading, or how a spreadsheet calls the column ("column F") when it has none
 * @n_cells: how many of its cells have a text
 *
 * A column that is left out although something stands in it.
 */
typedef struct
{
  guint sheet;
  guint column;
  char *heading;
  guint n_cells;
} TlForeignLeftOut;

/**
 * TlForeignCell:
 * @column: the heading of our sheet's column
 * @text: what will stand there
 *
 * A cell of a row as it would become.
 */
typedef struct
{
  const char *column;
  char *text;
} TlForeignCell;

/**
 * TlForeignItem:
 * @sheet: our sheet, such as "Actions"
 * @ref: (nullable): its ref
 * @added: whether it would be new; otherwise it is in the workbook already
 * @cells: (element-type TlForeignCell): what it says
 *
 * One thing that a row becomes.
 */
typedef struct
{
  const char *sheet;
  char *ref;
  gboolean added;
  GPtrArray *cells;
} TlForeignItem;

/**
 * TlForeignRow:
 * @sheet: which sheet of the file, from 0
 * @row: the row's number as a spreadsheet shows it
 * @items: (element-type TlForeignItem): what becomes of it
 *
 * One of the first rows of a sheet, as it would become.
 */
typedef struct
{
  guint sheet;
  guint row;
  GPtrArray *items;
} TlForeignRow;

/**
 * TlForeignResult:
 * @plan: what the import would do, made by the very same way as from our own spreadsheet; its problems speak of the
 *   file's own sheets, rows and columns, and its notes name what was left out
 * @words: (element-type TlForeignWord): words that aren't our own
 * @left_out: (element-type TlForeignLeftOut): columns that are left out
 * @rows: (element-type TlForeignRow): the first rows as they would become
 *
 * What a mapping makes of a spreadsheet that isn't ours.
 */
typedef struct
{
  TlImportPlan *plan;
  GPtrArray *words;
  GPtrArray *left_out;
  GPtrArray *rows;
} TlForeignResult;

TlForeignResult *tl_foreign_result_new    (TlForeignBook          *book,
                                           const TlForeignMapping *mapping,
                                           TlSnapshot             *existing);
TlForeignResult *tl_foreign_result_make   (TlForeignBook          *book,
                                           const TlForeignMapping *mapping,
                                           TlSnapshot             *existing,
                                           GCancellable           *cancellable,
                                           GError                **error);
void             tl_foreign_result_async  (TlForeignBook          *book,
                                           const TlForeignMapping *mapping,
                                           TlSnapshot             *existing,
                                           GCancellable           *cancellable,
                                           GAsyncReadyCallback     callback,
                                           gpointer                user_data);
TlForeignResult *tl_foreign_result_finish (GAsyncResult           *result,
                                           GError                **error);
void             tl_foreign_result_free   (TlForeignResult        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlForeignResult, tl_foreign_result_free)

G_END_DECLS
