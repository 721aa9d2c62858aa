/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-drawn-cell.h"
#include "tl-timeline-item.h"

G_BEGIN_DECLS

/**
 * TlTimelineMark:
 *
 * The mark of an item of the timeline, in the list beneath it. The words beside it say the same.
 */
#define TL_TYPE_TIMELINE_MARK (tl_timeline_mark_get_type ())
G_DECLARE_FINAL_TYPE (TlTimelineMark, tl_timeline_mark, TL, TIMELINE_MARK, TlDrawnCell)

void tl_timeline_mark_set_item (TlTimelineMark *self,
                                TlTimelineItem *item);

G_END_DECLS
