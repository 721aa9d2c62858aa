/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-process-chart.h"

G_BEGIN_DECLS

/* A point that is shown; y is NAN for a period without a value. */
typedef struct
{
  double x;
  double y;
  const TlPoint *point;
} TlChartPoint;

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
  GArray *line;
  GArray *rules;
  GArray *labels;
  GArray *callouts;
  GArray *notes;
  double label_width;
  double pitch;
  gboolean has_foot;
};

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
