/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-axis.h"
#include "tl-gap-chart.h"
#include "tl-label-placing.h"

G_BEGIN_DECLS

/* In pixels of the design: between the plot and its labels. */
#define TL_GAP_LABEL_GAP 8

/* What a line is, beside its end, the most important first. */
typedef enum
{
  TL_GAP_LABEL_TARGET,
  TL_GAP_LABEL_WORST,
  TL_GAP_LABEL_BEST,
  TL_GAP_LABEL_POOLED,
  TL_N_GAP_LABELS,
} TlGapLabel;

struct _TlGapChart
{
  const TlPlaceComparison *comparison;
  const TlGapSeries *gaps;
  double width;
  double height;
  TlBox plot;
  TlScale days;
  TlScale values;
  TlMarginLabel places[TL_N_GAP_LABELS];
  PangoLayout *labels[TL_N_GAP_LABELS];
};

GArray *tl_gap_chart_create_ticks (const TlGapChart *self,
                                   const TlInk      *ink,
                                   guint            *decimals);

G_END_DECLS
