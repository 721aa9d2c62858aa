/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-ink.h"
#include "tl-label-placing.h"
#include "tl-series.h"

G_BEGIN_DECLS

/* How many periods a sparkline shows at most. */
#define TL_SPARK_PERIODS 16

guint tl_spark_take (const TlSeries *series,
                     double          values[TL_SPARK_PERIODS]);
void  tl_spark_size (const TlInk    *ink,
                     double         *width,
                     double         *height);
void  tl_spark_draw (cairo_t        *cr,
                     const TlInk    *ink,
                     const double   *values,
                     guint           n_values,
                     double          target,
                     const TlBox    *box);

G_END_DECLS
