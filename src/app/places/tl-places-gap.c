/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-places-gap.h"

#include <math.h>

#include "tl-comparison-words.h"
#include "tl-gap-chart.h"

/* In pixels of the design. */
#define LEAST_WIDTH 150
#define LEAST_HEIGHT 150
#define PART 20

struct _TlPlacesGap
{
  TlChart parent_instance;

  TlPlaceComparison *comparison;
  TlGapSeries *gaps;
};

G_DEFINE_FINAL_TYPE (TlPlacesGap, tl_places_gap, TL_TYPE_CHART)

static void
tl_places_gap_measure (TlDrawnCell *cell,
                       const TlInk *ink,
                       double      *width,
                       double      *height)
{
  *width = tl_ink_px (ink, LEAST_WIDTH);
  *height = tl_ink_px (ink, LEAST_HEIGHT);
}

static void
tl_places_gap_draw (TlDrawnCell *cell,
                    const TlInk *ink,
                    cairo_t     *cr,
                    double       width,
                    double       height)
{
  TlPlacesGap *self = TL_PLACES_GAP (cell);
  g_autoptr (TlGapChart) chart = NULL;

  if (self->comparison == NULL)
    return;
  chart = tl_gap_chart_new (ink, self->comparison, self->gaps, width, height);
  tl_gap_chart_draw (chart, ink, cr);
}

static char *
tl_places_gap_describe (TlDrawnCell *cell)
{
  TlPlacesGap *self = TL_PLACES_GAP (cell);

  return self->comparison != NULL ? tl_gap_chart_describe (self->comparison, self->gaps) : NULL;
}

static guint
tl_places_gap_count_parts (TlChart *chart)
{
  TlPlacesGap *self = TL_PLACES_GAP (chart);

  return self->gaps != NULL ? self->gaps->n_points : 0;
}

static char *
tl_places_gap_describe_part (TlChart *chart,
                             guint    index)
{
  TlPlacesGap *self = TL_PLACES_GAP (chart);

  return tl_gap_point_say (self->comparison->measure->facts, &self->gaps->points[index]);
}

static void
tl_places_gap_locate_parts (TlChart     *chart,
                            const TlInk *ink,
                            double       width,
                            double       height,
                            TlBox       *boxes)
{
  TlPlacesGap *self = TL_PLACES_GAP (chart);
  g_autoptr (TlGapChart) drawing = tl_gap_chart_new (ink, self->comparison, self->gaps, width, height);
  double side = tl_ink_px (ink, PART), x, worst, best;

  for (guint i = 0; i < self->gaps->n_points; i++)
    if (tl_gap_chart_get_point (drawing, i, &x, &worst, &best))
      boxes[i] = (TlBox) { x - side / 2, MIN (worst, best) - side / 2, side, fabs (worst - best) + side };
}

static void
tl_places_gap_dispose (GObject *object)
{
  TlPlacesGap *self = TL_PLACES_GAP (object);

  g_clear_pointer (&self->gaps, tl_gap_series_free);
  g_clear_pointer (&self->comparison, tl_place_comparison_unref);

  G_OBJECT_CLASS (tl_places_gap_parent_class)->dispose (object);
}

static void
tl_places_gap_class_init (TlPlacesGapClass *klass)
{
  TlDrawnCellClass *cell_class = TL_DRAWN_CELL_CLASS (klass);
  TlChartClass *chart_class = TL_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_places_gap_dispose;
  cell_class->measure = tl_places_gap_measure;
  cell_class->draw = tl_places_gap_draw;
  cell_class->describe = tl_places_gap_describe;
  chart_class->count_parts = tl_places_gap_count_parts;
  chart_class->describe_part = tl_places_gap_describe_part;
  chart_class->locate_parts = tl_places_gap_locate_parts;
  tl_chart_class_set_parts (chart_class, TL_CHART_PARTS_TIMES);
}

static void
tl_places_gap_init (TlPlacesGap *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_FILL);
}

/**
 * tl_places_gap_set_comparison:
 * @self: a chart of a gap
 * @comparison: (nullable): the comparison whose gap is shown, or none
 *
 * Shows how the gap of a comparison went.
 */
void
tl_places_gap_set_comparison (TlPlacesGap       *self,
                              TlPlaceComparison *comparison)
{
  g_return_if_fail (TL_IS_PLACES_GAP (self));

  if (self->comparison == comparison)
    return;
  g_clear_pointer (&self->gaps, tl_gap_series_free);
  g_clear_pointer (&self->comparison, tl_place_comparison_unref);
  if (comparison != NULL)
    {
      self->comparison = tl_place_comparison_ref (comparison);
      self->gaps = tl_gap_series_new (comparison);
    }
  tl_chart_update (TL_CHART (self));
}

/**
 * tl_places_gap_explain:
 * @self: a chart of a gap
 *
 * Returns: (nullable): why there is no gap to show; none when there is one
 */
const char *
tl_places_gap_explain (TlPlacesGap *self)
{
  g_return_val_if_fail (TL_IS_PLACES_GAP (self), NULL);

  return self->comparison != NULL ? tl_gap_chart_explain (self->comparison, self->gaps) : NULL;
}

/**
 * tl_places_gap_say:
 * @self: a chart of a gap
 *
 * Returns: (transfer full) (nullable): whether the gap closes, in a sentence
 */
char *
tl_places_gap_say (TlPlacesGap *self)
{
  g_return_val_if_fail (TL_IS_PLACES_GAP (self), NULL);

  return self->comparison != NULL ? tl_comparison_say_gap (self->comparison, self->gaps) : NULL;
}
