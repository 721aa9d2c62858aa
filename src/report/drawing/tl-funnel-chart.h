/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-assessment.h"
#include "tl-ink.h"

G_BEGIN_DECLS

/**
 * TlFunnelLimit:
 * @TL_FUNNEL_LIMIT_WATCH: 95 %: once in twenty by chance
 * @TL_FUNNEL_LIMIT_WEAK: 99.8 %: once in five hundred by chance
 *
 * One of the two pairs of limits of a funnel.
 */
typedef enum
{
  TL_FUNNEL_LIMIT_WATCH,
  TL_FUNNEL_LIMIT_WEAK,
} TlFunnelLimit;

/**
 * TlFunnelChart:
 *
 * Places by their value against the size of their sample, with the limits that chance explains, laid out for a size. It
 * points into the judgement, which must outlive it.
 */
typedef struct _TlFunnelChart TlFunnelChart;

TlFunnelChart *tl_funnel_chart_new            (const TlInk              *ink,
                                               const TlMeasureJudgement *measure,
                                               const TlComparison       *comparison,
                                               double                    width,
                                               double                    height);
void           tl_funnel_chart_free           (TlFunnelChart            *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlFunnelChart, tl_funnel_chart_free)

void           tl_funnel_chart_draw           (const TlFunnelChart      *self,
                                               const TlInk              *ink,
                                               cairo_t                  *cr);
gboolean       tl_funnel_chart_find_place     (const TlFunnelChart      *self,
                                               double                    x,
                                               double                    y,
                                               double                    reach,
                                               guint                    *index);
gboolean       tl_funnel_chart_get_place      (const TlFunnelChart      *self,
                                               guint                     index,
                                               double                   *x,
                                               double                   *y);
double         tl_funnel_chart_get_limit_at   (const TlFunnelChart      *self,
                                               TlFunnelLimit             limit,
                                               gboolean                  above,
                                               double                    x);

gboolean       tl_funnel_chart_has_limits     (const TlMeasureJudgement *measure,
                                               const TlComparison       *comparison);
double         tl_funnel_chart_get_limit      (const TlMeasureJudgement *measure,
                                               const TlComparison       *comparison,
                                               TlFunnelLimit             limit,
                                               gboolean                  above,
                                               double                    denominator);
const char    *tl_funnel_chart_explain        (const TlMeasureJudgement *measure,
                                               const TlComparison       *comparison);
char          *tl_funnel_chart_describe       (const TlMeasureJudgement *measure,
                                               const TlComparison       *comparison);
char          *tl_funnel_chart_describe_place (const TlMeasureJudgement *measure,
                                               const TlComparison       *comparison,
                                               const TlPlaceJudgement   *place);

G_END_DECLS
