/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-assessment.h"
#include "tl-axis.h"
#include "tl-ink.h"

G_BEGIN_DECLS

/**
 * TlIntervalChart:
 * @measure: the measure
 * @comparison: how its places compare
 * @scale: from values to positions across
 *
 * Dots with intervals, one a row, against the target and all places together. Rows are drawn one by one, at heights that
 * whoever lays out the table gives; they share the scale. It points into the judgement, which must outlive it.
 */
typedef struct
{
  const TlMeasureJudgement *measure;
  const TlComparison *comparison;
  TlScale scale;
} TlIntervalChart;

void  tl_interval_chart_init           (TlIntervalChart          *self,
                                        const TlMeasureJudgement *measure,
                                        const TlComparison       *comparison,
                                        const TlInk              *ink,
                                        double                    from,
                                        double                    to);
void  tl_interval_chart_draw_lines     (const TlIntervalChart    *self,
                                        const TlInk              *ink,
                                        cairo_t                  *cr,
                                        double                    top,
                                        double                    bottom);
void  tl_interval_chart_draw_pooled    (const TlIntervalChart    *self,
                                        const TlInk              *ink,
                                        cairo_t                  *cr,
                                        double                    y);
void  tl_interval_chart_draw_place     (const TlIntervalChart    *self,
                                        const TlInk              *ink,
                                        cairo_t                  *cr,
                                        const TlPlaceJudgement   *place,
                                        double                    y);
void  tl_interval_chart_draw_ticks     (const TlIntervalChart    *self,
                                        const TlInk              *ink,
                                        cairo_t                  *cr,
                                        double                    y);
void  tl_interval_chart_draw_names     (const TlIntervalChart    *self,
                                        const TlInk              *ink,
                                        cairo_t                  *cr,
                                        double                    y);

char *tl_interval_chart_describe       (const TlMeasureJudgement *measure,
                                        const TlComparison       *comparison);
char *tl_interval_chart_describe_pooled (const TlMeasureJudgement *measure,
                                        const TlComparison       *comparison);
char *tl_interval_chart_describe_place (const TlMeasureJudgement *measure,
                                        const TlPlaceJudgement   *place);
char *tl_interval_chart_explain_place  (const TlMeasureJudgement *measure,
                                        const TlPlaceJudgement   *place);
char *tl_interval_chart_describe_gap   (const TlMeasureJudgement *measure,
                                        const TlComparison       *comparison);

G_END_DECLS
