/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-database.h"
#include "tl-snapshot.h"

G_BEGIN_DECLS

/**
 * TlReadAhead:
 *
 * A document that is read, on a thread of its own, while its checks go on. What was read counts only once they are over.
 */
typedef struct _TlReadAhead TlReadAhead;

TlReadAhead *tl_read_ahead_new  (const char   *path);
void         tl_read_ahead_free (TlReadAhead  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlReadAhead, tl_read_ahead_free)

TlSnapshot  *tl_read_ahead_take (TlReadAhead  *self,
                                 TlDatabase   *database,
                                 GCancellable *cancellable);

G_END_DECLS
