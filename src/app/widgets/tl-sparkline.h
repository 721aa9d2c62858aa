/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-assessment.h"
#include "tl-drawn-cell.h"

G_BEGIN_DECLS

/**
 * TlSparkline:
 *
 * The way a measure goes, in a table: its last periods against the target.
 */
#define TL_TYPE_SPARKLINE (tl_sparkline_get_type ())
G_DECLARE_FINAL_TYPE (TlSparkline, tl_sparkline, TL, SPARKLINE, TlDrawnCell)

GtkWidget *tl_sparkline_new         (void);
void       tl_sparkline_await       (TlSparkline              *self);
void       tl_sparkline_set_series  (TlSparkline              *self,
                                     const TlSeries           *series,
                                     double                    target,
                                     const char               *sentence);
void       tl_sparkline_set_measure (TlSparkline              *self,
                                     const TlMeasureJudgement *measure);

G_END_DECLS
