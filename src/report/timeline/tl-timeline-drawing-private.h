/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-timeline-drawing.h"

G_BEGIN_DECLS

/* In pixels of the design. */
#define TL_TIMELINE_COUNT_HEIGHT 15
#define TL_TIMELINE_SILENCE_HEIGHT 14

/* From which number on stamps of a sort are counted. */
enum
{
  TL_TIMELINE_STAMP_PILL = 0x1000,
  TL_TIMELINE_STAMP_ALARM = 0x2000,
  TL_TIMELINE_STAMP_FIGURE = 0x3000,
  TL_TIMELINE_STAMP_MARK = 0x4000,
};

/* What is handed from one part of the painting of lanes and charts to the next. */
typedef struct
{
  TlTimelineLayout *layout;
  const TlInk *ink;
  cairo_t *cr;
  TlStamps *stamps;
  TlBox part;
  TlTimelineHighlight highlight;
} TlTimelinePainting;

void   tl_timeline_draw_lanes (const TlTimelinePainting *p);
void   tl_timeline_draw_glyph (const TlTimelinePainting *p,
                               guint                     lane,
                               const TlTimelineGlyph    *glyph,
                               double                    y);
void   tl_timeline_add_pill   (cairo_t                  *cr,
                               double                    left,
                               double                    right,
                               double                    y,
                               double                    height);
void   tl_timeline_draw_count (const TlTimelinePainting *p,
                               guint                     lane,
                               const TlTimelineGlyph    *glyph,
                               double                    y);
GArray *tl_timeline_list_separators (const TlTimelineLayout *layout);

G_END_DECLS
