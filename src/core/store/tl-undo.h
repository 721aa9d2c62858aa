/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-history.h"

G_BEGIN_DECLS

/* Undo takes back a change as a new change that names it; redo takes back an undo. */

/* The note that names the change that was taken back, by its id in hexadecimal digits. */
#define TL_NOTE_UNDOES "undoes"

/**
 * TlUndoFound:
 * @can_undo: whether there is a change to undo
 * @undo: the latest change of this person at this computer that hasn't been taken back
 * @can_redo: whether there is an undo to take back
 * @redo: their latest undo, unless they changed something since
 *
 * What undo and redo would do now.
 */
typedef struct
{
  gboolean can_undo;
  TlDigest undo;
  gboolean can_redo;
  TlDigest redo;
} TlUndoFound;

gboolean  tl_undo_find        (TlDatabase      *database,
                               const TlId      *actor,
                               TlUndoFound     *found,
                               GError         **error);
gboolean  tl_undo_is_possible (const TlChange  *change);
gboolean  tl_undo_get_target  (const TlChange  *change,
                               TlDigest        *target);
TlChange *tl_undo_make        (TlDatabase      *database,
                               const TlDigest  *target,
                               GError         **error);
TlChange *tl_undo_load_target (TlDatabase      *database,
                               const TlChange  *change,
                               GError         **error);

G_END_DECLS
