/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-timeline-drawing.h"

G_BEGIN_DECLS

/* The timeline of everything, drawn anew as while it is zoomed: laid out, placed, and all that is seen drawn. */
typedef struct _BenchTimelineDrawing BenchTimelineDrawing;

BenchTimelineDrawing *bench_timeline_drawing_new  (TlAssessment         *assessment,
                                                   const TlInk          *ink);
void                  bench_timeline_drawing_free (BenchTimelineDrawing *self);
void                  bench_timeline_drawing_zoom (BenchTimelineDrawing *self);

G_END_DECLS
