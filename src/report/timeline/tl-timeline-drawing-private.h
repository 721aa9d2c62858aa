/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-timeline-drawing.h"

G_BEGIN_DECLS

/* What is handed from one part of the painting of lanes and charts to the next. */
typedef struct
{
  TlTimelineLayout *layout;
  const TlInk *ink;
  cairo_t *cr;
  TlBox part;
  TlTimelineHighlight highlight;
} TlTimelinePainting;

void   tl_timeline_draw_lanes (const TlTimelinePainting *p);
void   tl_timeline_draw_glyph (const TlTimelinePainting *p,
                               guint                     lane,
                               const TlTimelineGlyph    *glyph,
                               double                    y);
GArray *tl_timeline_list_separators (const TlTimelineLayout *layout);

G_END_DECLS
