/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-process-chart.h"

G_BEGIN_DECLS

/* The room beneath the points for the bracket of the baseline, in pixels of the design. */
#define TL_CHART_BASELINE_ROOM 26
#define TL_CHART_BASELINE_TICK 5

/* A point that is shown; y is NAN for a period without a value. */
typedef struct
{
  double x;
  double y;
  const TlPoint *point;
} TlChartPoint;

/* Points that share mean and limits, and where these are drawn; NAN where there is none. Of the n points from index
 * first on, the last stretch goes on to the day for which everything is shown. */
typedef struct
{
  guint first;
  guint n;
  double from;
  double to;
  double mean;
  double lower;
  double upper;
  gboolean trial;
} TlChartStretch;

/* A label beside the chart. */
typedef struct
{
  TlMarginLabel place;
  PangoLayout *layout;
  gboolean bold;
} TlChartLabel;

/* A label in the chart; a rule's label has no leader. */
typedef struct
{
  PangoLayout *layout;
  gboolean leader;
} TlChartNote;

/* A day with a line down the chart. */
typedef struct
{
  double x;
  gboolean dashed;
} TlChartRule;

struct _TlProcessChart
{
  const TlMeasureJudgement *measure;
  TlProcessChartOptions options;
  double width;
  double height;
  TlBox plot;
  TlScale days;
  TlScale values;
  guint first;
  GArray *points;
  GArray *stretches;
  GArray *line;
  GArray *rules;
  GArray *labels;
  GArray *callouts;
  GArray *notes;
  double label_width;
  double pitch;
  gboolean has_foot;
};

void     tl_process_chart_draw_signal   (const TlProcessChart *self,
                                         const TlInk          *ink,
                                         cairo_t              *cr,
                                         TlFlag                good,
                                         double                x,
                                         double                y);
guint    tl_process_chart_draw_callouts (const TlProcessChart *self,
                                         const TlInk          *ink,
                                         cairo_t              *cr,
                                         TlStamps             *stamps,
                                         guint                 shape,
                                         double                from,
                                         double                to);
guint    tl_process_chart_draw_baseline_note (const TlProcessChart *self,
                                         const TlInk          *ink,
                                         cairo_t              *cr,
                                         TlStamps             *stamps,
                                         guint                 shape,
                                         double                from,
                                         double                to);
void     tl_process_chart_draw_foot     (const TlProcessChart *self,
                                         const TlInk          *ink,
                                         cairo_t              *cr);
void     tl_process_chart_draw_nothing  (const TlProcessChart *self,
                                         const TlInk          *ink,
                                         cairo_t              *cr);

gboolean tl_process_chart_has_baseline  (const TlProcessChart *self);
void     tl_process_chart_create_labels (TlProcessChart       *self,
                                         const TlInk          *ink);
void     tl_process_chart_place_labels  (TlProcessChart       *self);
void     tl_process_chart_add_notes     (TlProcessChart       *self,
                                         const TlInk          *ink);
gboolean tl_process_chart_spans_signal (const TlProcessChart *self,
                                        TlFlag                good);
char    *tl_process_chart_name_signal  (const TlPoint        *point,
                                        guint                 run,
                                        TlDay                 as_at);
guint    tl_process_chart_get_run      (const TlSeries       *series,
                                        guint                 index);
gboolean tl_process_chart_begins_run   (const TlSeries       *series,
                                        guint                 index);

G_END_DECLS
