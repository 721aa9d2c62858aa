/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-readings-grid.h"

G_BEGIN_DECLS

/**
 * TlReadingsBlock:
 * @rows: (element-type GPtrArray): its rows, each an array of its cells' texts
 * @heading: (nullable): the row of headings, if it begins with one; not among @rows
 * @date_column: the column that says when; -1 for none
 * @cut: whether it was longer than anyone's readings are, and the rest was left
 *
 * Cells as a spreadsheet puts them on the clipboard.
 */
typedef struct
{
  GPtrArray *rows;
  GPtrArray *heading;
  int date_column;
  gboolean cut;
} TlReadingsBlock;

/**
 * TlReadingsWhen:
 * @day: the day, or one of the period that is meant
 * @exact: whether the day itself is
 *
 * When a row of a block is of.
 */
typedef struct
{
  TlDay day;
  gboolean exact;
} TlReadingsWhen;

void        tl_readings_block_read      (TlReadingsBlock *self,
                                         const char      *text,
                                         TlDay            today);
void        tl_readings_block_clear     (TlReadingsBlock *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlReadingsBlock, tl_readings_block_clear)
const char *tl_readings_block_get       (GPtrArray       *row,
                                         guint            column);
guint       tl_readings_block_get_width (TlReadingsBlock *self);
gboolean    tl_readings_block_read_when (const char      *text,
                                         TlDay            today,
                                         TlReadingsWhen  *when);

G_END_DECLS
