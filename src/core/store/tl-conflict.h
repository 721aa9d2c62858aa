/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-change.h"

G_BEGIN_DECLS

/**
 * TlConflictSide:
 * @change: the change that set the field
 * @time: when, in milliseconds since 1970, UTC
 * @when: the same by this computer's clock, in words
 * @actor: the id of who made it; all zeros when a merge did it
 * @who: (nullable): what its actor is called; %NULL when a merge did it
 * @value: what it set the field to; for a row's existence 1 or 0
 * @words: the value as people would say it, all of it
 *
 * What one of two people did.
 */
typedef struct
{
  TlDigest change;
  gint64 time;
  char *when;
  TlId actor;
  char *who;
  TlValue value;
  char *words;
} TlConflictSide;

/**
 * TlConflict:
 * @merge: the change that brought the two together
 * @table: (transfer none): name of the table
 * @row: id of the row
 * @column: (transfer none): name of the column; `_live` where one removed the row and the other edited it
 * @sides: the earlier of the two changes, and the later; but for a row that stays the field has the later's value
 * @now: what the workbook says now; for a row's existence 1 or 0
 * @place: what the field and the row are called
 * @sentence: what the row and the field are called, and who set what when
 *
 * A field that two people set differently, neither knowing of the other, and that nobody has set since; having taken
 * back what set it counts as not having set it.
 */
typedef struct
{
  TlDigest merge;
  const char *table;
  TlId row;
  const char *column;
  TlConflictSide sides[2];
  TlValue now;
  char *place;
  char *sentence;
} TlConflict;

void tl_conflict_free   (TlConflict       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlConflict, tl_conflict_free)
void tl_conflict_settle (const TlConflict *self,
                         TlChange         *change,
                         const TlValue    *value);

G_END_DECLS
