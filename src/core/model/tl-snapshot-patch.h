/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-change.h"
#include "tl-snapshot.h"

G_BEGIN_DECLS

/**
 * TlSnapshotPatch:
 *
 * Brings a snapshot that nobody else holds up to date with one change, in place: the only way in which a snapshot ever
 * changes. It never waits for anything, and refuses what it can't follow exactly, before it has touched anything:
 *
 * - a change that doesn't come right after what the snapshot has: a merge, or one that follows another one;
 * - one of more than %TL_SNAPSHOT_PATCH_MOST edits, one that erases, and one of anything but rows of sheets and their
 *   lists: a key of the workbook, a file;
 * - a row that comes back, and that this snapshot hasn't seen go;
 * - another ref, or another occurrence, of a row that was there before;
 * - a snapshot that has used up its spare memory by earlier patches.
 *
 * Then the snapshot is read anew.
 */
typedef struct _TlSnapshotPatch TlSnapshotPatch;

#define TL_SNAPSHOT_PATCH_MOST 500

/**
 * TlPatchedRow:
 * @table: its table
 * @facts: the row
 * @is_new: it comes to be
 * @is_gone: it goes
 *
 * A row that a patch touches: itself, or a list of it.
 */
typedef struct
{
  TlTable table;
  TlFacts *facts;
  gboolean is_new;
  gboolean is_gone;

  /* The edits of the row itself, and whether its place among others may change by them. */
  guint start;
  guint end;
  gboolean moves;
} TlPatchedRow;

TlSnapshotPatch    *tl_snapshot_patch_new        (TlSnapshot             *snapshot,
                                                  const TlChange         *change);
void                tl_snapshot_patch_free       (TlSnapshotPatch        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlSnapshotPatch, tl_snapshot_patch_free)
guint               tl_snapshot_patch_get_n_rows (const TlSnapshotPatch  *self);
const TlPatchedRow *tl_snapshot_patch_get_row    (const TlSnapshotPatch  *self,
                                                  guint                   index);
void                tl_snapshot_patch_apply      (TlSnapshotPatch        *self);

G_END_DECLS
