/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-gap-series.h"
#include "tl-ink.h"

G_BEGIN_DECLS

/**
 * TlGapChart:
 *
 * How far apart the best and the worst place were, over time, with all places together and the target, laid out for a
 * size. It points into the gaps, which must outlive it.
 */
typedef struct _TlGapChart TlGapChart;

TlGapChart *tl_gap_chart_new        (const TlInk             *ink,
                                     const TlPlaceComparison *comparison,
                                     const TlGapSeries       *gaps,
                                     double                   width,
                                     double                   height);
void        tl_gap_chart_free       (TlGapChart              *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlGapChart, tl_gap_chart_free)

void        tl_gap_chart_draw       (const TlGapChart        *self,
                                     const TlInk             *ink,
                                     cairo_t                 *cr);
gboolean    tl_gap_chart_find_point (const TlGapChart        *self,
                                     double                   x,
                                     double                   reach,
                                     guint                   *index);
gboolean    tl_gap_chart_get_point  (const TlGapChart        *self,
                                     guint                    index,
                                     double                  *x,
                                     double                  *worst,
                                     double                  *best);
const char *tl_gap_chart_explain    (const TlPlaceComparison *comparison,
                                     const TlGapSeries       *gaps);
char       *tl_gap_chart_describe   (const TlPlaceComparison *comparison,
                                     const TlGapSeries       *gaps);

G_END_DECLS
