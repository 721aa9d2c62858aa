/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-timeline-layout.h"

G_BEGIN_DECLS

void tl_timeline_draw (const TlTimelineLayout *layout,
                       const TlInk            *ink,
                       cairo_t                *cr,
                       double                  width,
                       double                  height,
                       double                  scroll_x,
                       double                  scroll_y,
                       TlTimelineItem         *selected);

G_END_DECLS
