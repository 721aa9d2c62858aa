/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-timeline-drawing.h"

G_BEGIN_DECLS

/* What is handed from one part of the painting to the next. */
typedef struct
{
  const TlTimelineLayout *layout;
  const TlInk *ink;
  cairo_t *cr;
  double width;
  double height;
  double scroll_x;
  double scroll_y;
  TlTimelineItem *selected;
} TlTimelinePainting;

void tl_timeline_draw_names (const TlTimelinePainting *p);

G_END_DECLS
