/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-drawn-cell.h"
#include "tl-label-placing.h"

G_BEGIN_DECLS

/**
 * TlChart:
 *
 * A drawing whose parts can be told apart: points or rows. The pointer finds the nearest, which a tooltip says. One press
 * of Tab comes to the part that was last looked at and one leaves, arrows, Home and End go from part to part, and what
 * has the keyboard is said beside it. A screen reader walks the parts as a list.
 */
#define TL_TYPE_CHART (tl_chart_get_type ())
G_DECLARE_DERIVABLE_TYPE (TlChart, tl_chart, TL, CHART, TlDrawnCell)

/**
 * TlChartParts:
 * @TL_CHART_PARTS_TIMES: points in time, that are walked to the left and right, from the latest
 * @TL_CHART_PARTS_POINTS: points, that are walked to the left and right, from the first
 * @TL_CHART_PARTS_ROWS: rows, that are walked up and down, from the first
 *
 * What the parts of a chart are.
 */
typedef enum
{
  TL_CHART_PARTS_TIMES,
  TL_CHART_PARTS_POINTS,
  TL_CHART_PARTS_ROWS,
} TlChartParts;

/**
 * TlChartClass:
 * @count_parts: how many parts there are
 * @describe_part: (transfer full): what a part is, in a sentence
 * @locate_parts: where the parts are in a drawing of some size; the width of one that isn't drawn is 0
 */
struct _TlChartClass
{
  TlDrawnCellClass parent_class;

  /*< private >*/
  TlChartParts parts;

  /*< public >*/
  guint    (* count_parts)   (TlChart     *self);
  char *   (* describe_part) (TlChart     *self,
                              guint        index);
  void     (* locate_parts)  (TlChart     *self,
                              const TlInk *ink,
                              double       width,
                              double       height,
                              TlBox       *boxes);
  gpointer padding[4];
};

void     tl_chart_class_set_parts (TlChartClass *klass,
                                   TlChartParts  parts);

void     tl_chart_update          (TlChart      *self);
gboolean tl_chart_get_current     (TlChart      *self,
                                   guint        *index);

G_END_DECLS
