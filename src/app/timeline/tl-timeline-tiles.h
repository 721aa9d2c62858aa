/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-label-placing.h"

G_BEGIN_DECLS

/**
 * TlTimelineTiles:
 *
 * What was drawn of something large, kept in squares while it is moved about, so that only what comes into sight is drawn.
 * No more is kept than what is seen and a little around it.
 */
typedef struct _TlTimelineTiles TlTimelineTiles;

/* Draws a part of the whole, in its own positions. */
typedef void (*TlTimelineTileFunc) (cairo_t     *cr,
                                    const TlBox *part,
                                    gpointer     data);

TlTimelineTiles *tl_timeline_tiles_new      (TlTimelineTileFunc  draw,
                                             gpointer            data);
void             tl_timeline_tiles_free     (TlTimelineTiles    *self);
void             tl_timeline_tiles_set_as_surfaces (TlTimelineTiles *self,
                                             gboolean            as_surfaces);
void             tl_timeline_tiles_clear    (TlTimelineTiles    *self);
void             tl_timeline_tiles_clear_part (TlTimelineTiles  *self,
                                             const TlBox        *part);
void             tl_timeline_tiles_snapshot (TlTimelineTiles    *self,
                                             GtkSnapshot        *snapshot,
                                             const TlBox        *seen,
                                             double              scale);
void             tl_timeline_tiles_snapshot_once (TlTimelineTiles *self,
                                             GtkSnapshot        *snapshot,
                                             const TlBox        *seen,
                                             double              scale);
guint            tl_timeline_tiles_count    (TlTimelineTiles    *self);

G_END_DECLS
