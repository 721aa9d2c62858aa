/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-change.h"

G_BEGIN_DECLS

/**
 * TlConflictSide:
 * @change: the change that set the field
 * @time: when, in milliseconds since 1970, UTC
 * @who: (nullable): what its actor is called; %NULL when a merge did it
 * @value: what it set the field to; for a row's existence 1 or 0
 *
 * What one of two people did.
 */
typedef struct
{
  TlDigest change;
  gint64 time;
  char *who;
  TlValue value;
} TlConflictSide;

/**
 * TlConflict:
 * @merge: the change that brought the two together
 * @table: (transfer none): name of the table
 * @row: id of the row
 * @column: (transfer none): name of the column; `_live` where one removed the row and the other edited it
 * @sides: the earlier of the two changes, and the later; but for a row that stays the field has the later's value
 * @sentence: what the row and the field are called, and who set what when
 *
 * A field that two people set differently, neither knowing of the other, and that nobody has set since.
 */
typedef struct
{
  TlDigest merge;
  const char *table;
  TlId row;
  const char *column;
  TlConflictSide sides[2];
  char *sentence;
} TlConflict;

void tl_conflict_free   (TlConflict       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlConflict, tl_conflict_free)
void tl_conflict_settle (const TlConflict *self,
                         TlChange         *change,
                         const TlValue    *value);

G_END_DECLS
