/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-drawn-cell.h"
#include "tl-timeline-item.h"

G_BEGIN_DECLS

/* Pixels of the design. */
#define TL_TIMELINE_MARK_SIZE 18

/**
 * TlTimelineMark:
 *
 * The mark of an item of the timeline, in the list beneath it. The words beside it say the same.
 */
#define TL_TYPE_TIMELINE_MARK (tl_timeline_mark_get_type ())
G_DECLARE_FINAL_TYPE (TlTimelineMark, tl_timeline_mark, TL, TIMELINE_MARK, TlDrawnCell)

void tl_timeline_mark_set_item  (TlTimelineMark *self,
                                 TlTimelineItem *item);
void tl_timeline_mark_draw_item (TlTimelineItem *item,
                                 const TlInk    *ink,
                                 cairo_t        *cr,
                                 double          x,
                                 double          y);

G_END_DECLS
