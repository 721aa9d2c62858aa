/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-assessment.h"
#include "tl-axis.h"
#include "tl-ink.h"
#include "tl-stamps.h"
#include "tl-label-placing.h"

G_BEGIN_DECLS

/**
 * TlChartSize:
 * @TL_CHART_SIZE_SMALL: beside a risk: smaller points, target and mean as numbers, nothing named
 * @TL_CHART_SIZE_FULL: on its own: everything labelled, the first point of each signal named
 *
 * How much a chart has room to say.
 */
typedef enum
{
  TL_CHART_SIZE_SMALL,
  TL_CHART_SIZE_FULL,
} TlChartSize;

/**
 * TlProcessChartOptions:
 * @size: how much to say
 * @as_at: the day for which everything is shown; limits are drawn up to it
 * @from: the first day to show, %TL_NO_DAY for the first of the series
 * @first_action: the day of a line that says "first action", %TL_NO_DAY for none
 * @days: (nullable): the time scale to draw on, when something else draws the axis and calls
 *   tl_process_chart_draw_labels() for the labels beside it; %NULL to span the width
 * @has_values: whether @least and @greatest must have room too, so that charts can be compared
 * @least: a value
 * @greatest: a value not below it
 *
 * How to draw a process chart.
 */
typedef struct
{
  TlChartSize size;
  TlDay as_at;
  TlDay from;
  TlDay first_action;
  const TlScale *days;
  gboolean has_values;
  double least;
  double greatest;
} TlProcessChartOptions;

/**
 * TlProcessChart:
 *
 * The chart of a measure, laid out for a size. It points into the measure's judgement, which must outlive it.
 */
typedef struct _TlProcessChart TlProcessChart;

TlProcessChart *tl_process_chart_new           (const TlInk                 *ink,
                                                const TlMeasureJudgement    *measure,
                                                const TlProcessChartOptions *options,
                                                double                       width,
                                                double                       height);
void            tl_process_chart_free          (TlProcessChart              *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlProcessChart, tl_process_chart_free)

void            tl_process_chart_draw          (const TlProcessChart        *self,
                                                const TlInk                 *ink,
                                                cairo_t                     *cr);
void            tl_process_chart_draw_shapes   (const TlProcessChart        *self,
                                                const TlInk                 *ink,
                                                cairo_t                     *cr);
guint           tl_process_chart_draw_notes    (const TlProcessChart        *self,
                                                const TlInk                 *ink,
                                                cairo_t                     *cr,
                                                TlStamps                    *stamps,
                                                guint                        shape,
                                                double                       from,
                                                double                       to);
void            tl_process_chart_draw_labels   (const TlProcessChart        *self,
                                                const TlInk                 *ink,
                                                cairo_t                     *cr,
                                                double                       x);
void            tl_process_chart_draw_legend   (const TlProcessChart        *self,
                                                const TlInk                 *ink,
                                                cairo_t                     *cr,
                                                double                       x,
                                                double                       y,
                                                double                       room,
                                                gboolean                     mirrored);
double          tl_process_chart_get_label_width (const TlProcessChart      *self);
gboolean        tl_process_chart_find_point    (const TlProcessChart        *self,
                                                double                       x,
                                                double                       y,
                                                double                       reach,
                                                guint                       *index);
gboolean        tl_process_chart_get_point     (const TlProcessChart        *self,
                                                guint                        index,
                                                double                      *x,
                                                double                      *y);

char           *tl_process_chart_describe      (const TlMeasureJudgement    *measure,
                                                TlDay                        as_at);
char           *tl_process_chart_describe_briefly (const TlMeasureJudgement *measure);
char           *tl_process_chart_describe_point (const TlMeasureJudgement   *measure,
                                                guint                        index,
                                                TlDay                        as_at);

G_END_DECLS
