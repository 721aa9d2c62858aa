/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-axis.h"
#include "tl-funnel-chart.h"
#include "tl-label-placing.h"

G_BEGIN_DECLS

/* In pixels of the design: between the plot and its labels, and how far ticks stand apart. */
#define TL_FUNNEL_LABEL_GAP 6
#define TL_FUNNEL_TICK_ROOM 64
#define TL_FUNNEL_ROW_ROOM 34

#define MOST_NAMES 12
#define MOST_LABELS 6

/* A label beside the chart: what a line is, at its end. */
typedef struct
{
  TlMarginLabel place;
  PangoLayout *layout;
  const TlColour *colour;
} TlFunnelLabel;

struct _TlFunnelChart
{
  const TlMeasureJudgement *measure;
  const TlComparison *comparison;
  double width;
  double height;
  TlBox plot;
  TlScale sizes;
  TlScale values;
  gboolean limited;
  TlFunnelLabel labels[MOST_LABELS];
  guint n_labels;
  TlCallout callouts[MOST_NAMES];
  PangoLayout *names[MOST_NAMES];
  guint n_names;
};

GArray *tl_funnel_chart_create_ticks (const TlScale       *scale,
                                      double               room,
                                      guint               *decimals);
char   *tl_funnel_chart_format_value (const TlFunnelChart *self,
                                      double               value,
                                      guint                decimals);

gboolean tl_funnel_chart_is_placed    (const TlPlaceJudgement *place);
void   tl_funnel_chart_add_labels     (TlFunnelChart       *self,
                                       const TlInk         *ink);
double tl_funnel_chart_measure_labels (const TlFunnelChart *self);
void   tl_funnel_chart_place_labels   (TlFunnelChart       *self);
void   tl_funnel_chart_add_names      (TlFunnelChart       *self,
                                       const TlInk         *ink);
void   tl_funnel_chart_place_names    (TlFunnelChart       *self,
                                       const TlInk         *ink);

G_END_DECLS
