/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlArena:
 *
 * Memory that is handed out in small pieces and freed all at once: a snapshot's rows and texts.
 */
typedef struct _TlArena TlArena;

TlArena    *tl_arena_new      (void);
void        tl_arena_free     (TlArena    *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlArena, tl_arena_free)
gpointer    tl_arena_allocate (TlArena    *self,
                               gsize       size);
const char *tl_arena_keep     (TlArena    *self,
                               const char *text);

G_END_DECLS
