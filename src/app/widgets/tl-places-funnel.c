/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-places-funnel.h"

#include "tl-funnel-chart.h"

/* In pixels of the design. */
#define LEAST_WIDTH 150
#define LEAST_HEIGHT 150
#define PART 20

struct _TlPlacesFunnel
{
  TlComparisonChart parent_instance;
};

G_DEFINE_FINAL_TYPE (TlPlacesFunnel, tl_places_funnel, TL_TYPE_COMPARISON_CHART)

static void
tl_places_funnel_measure (TlDrawnCell *cell,
                          const TlInk *ink,
                          double      *width,
                          double      *height)
{
  *width = tl_ink_px (ink, LEAST_WIDTH);
  *height = tl_ink_px (ink, LEAST_HEIGHT);
}

static void
tl_places_funnel_draw (TlDrawnCell *cell,
                       const TlInk *ink,
                       cairo_t     *cr,
                       double       width,
                       double       height)
{
  const TlComparison *comparison = tl_comparison_chart_get_comparison (TL_COMPARISON_CHART (cell));
  g_autoptr(TlFunnelChart) chart = NULL;

  if (comparison == NULL)
    return;
  chart = tl_funnel_chart_new (ink, tl_comparison_chart_get_measure (TL_COMPARISON_CHART (cell)), comparison, width, height);
  tl_funnel_chart_draw (chart, ink, cr);
}

static char *
tl_places_funnel_describe (TlDrawnCell *cell)
{
  const TlComparison *comparison = tl_comparison_chart_get_comparison (TL_COMPARISON_CHART (cell));

  if (comparison == NULL)
    return NULL;
  return tl_funnel_chart_describe (tl_comparison_chart_get_measure (TL_COMPARISON_CHART (cell)), comparison);
}

static guint
tl_places_funnel_count_parts (TlChart *chart)
{
  const TlComparison *comparison = tl_comparison_chart_get_comparison (TL_COMPARISON_CHART (chart));

  return comparison != NULL ? comparison->n_places : 0;
}

static char *
tl_places_funnel_describe_part (TlChart *chart,
                                guint    index)
{
  const TlComparison *comparison = tl_comparison_chart_get_comparison (TL_COMPARISON_CHART (chart));

  return tl_funnel_chart_describe_place (tl_comparison_chart_get_measure (TL_COMPARISON_CHART (chart)), comparison,
                                         &comparison->places[index]);
}

static void
tl_places_funnel_locate_parts (TlChart     *chart,
                               const TlInk *ink,
                               double       width,
                               double       height,
                               TlBox       *boxes)
{
  const TlMeasureJudgement *measure = tl_comparison_chart_get_measure (TL_COMPARISON_CHART (chart));
  const TlComparison *comparison = tl_comparison_chart_get_comparison (TL_COMPARISON_CHART (chart));
  g_autoptr(TlFunnelChart) drawing = tl_funnel_chart_new (ink, measure, comparison, width, height);
  double side = tl_ink_px (ink, PART), x, y;

  for (guint i = 0; i < comparison->n_places; i++)
    if (tl_funnel_chart_get_place (drawing, i, &x, &y))
      boxes[i] = (TlBox) { x - side / 2, y - side / 2, side, side };
}

static void
tl_places_funnel_class_init (TlPlacesFunnelClass *klass)
{
  TlDrawnCellClass *cell_class = TL_DRAWN_CELL_CLASS (klass);
  TlChartClass *chart_class = TL_CHART_CLASS (klass);

  cell_class->measure = tl_places_funnel_measure;
  cell_class->draw = tl_places_funnel_draw;
  cell_class->describe = tl_places_funnel_describe;
  chart_class->count_parts = tl_places_funnel_count_parts;
  chart_class->describe_part = tl_places_funnel_describe_part;
  chart_class->locate_parts = tl_places_funnel_locate_parts;
  tl_chart_class_set_parts (chart_class, TL_CHART_PARTS_POINTS);
}

static void
tl_places_funnel_init (TlPlacesFunnel *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_FILL);
}
