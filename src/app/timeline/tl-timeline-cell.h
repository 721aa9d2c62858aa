/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-styled-cell.h"
#include "tl-timeline-cells.h"
#include "tl-timeline-item.h"

G_BEGIN_DECLS

/**
 * TlTimelineCell:
 *
 * A cell of the list beneath the timeline: words in one line, before them the mark of what the item says, after them a
 * paper clip where it has files. One widget without others inside it, of which each row would have as many more to style,
 * to measure and to paint. Its size depends on the column, never on the words.
 */
#define TL_TYPE_TIMELINE_CELL (tl_timeline_cell_get_type ())
G_DECLARE_FINAL_TYPE (TlTimelineCell, tl_timeline_cell, TL, TIMELINE_CELL, TlStyledCell)

GtkWidget  *tl_timeline_cell_new       (TlTimelineColumn  column);
void        tl_timeline_cell_set_item  (TlTimelineCell   *self,
                                        TlTimelineItem   *item);
const char *tl_timeline_cell_get_words (TlTimelineCell   *self);

G_END_DECLS
