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
  TlChart parent_instance;

  TlAssessment *assessment;
  const TlMeasureJudgement *measure;
  const TlComparison *comparison;
};

G_DEFINE_FINAL_TYPE (TlPlacesFunnel, tl_places_funnel, TL_TYPE_CHART)

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
  TlPlacesFunnel *self = TL_PLACES_FUNNEL (cell);
  g_autoptr(TlFunnelChart) chart = NULL;

  if (self->comparison == NULL)
    return;
  chart = tl_funnel_chart_new (ink, self->measure, self->comparison, width, height);
  tl_funnel_chart_draw (chart, ink, cr);
}

static char *
tl_places_funnel_describe (TlDrawnCell *cell)
{
  TlPlacesFunnel *self = TL_PLACES_FUNNEL (cell);

  if (self->comparison == NULL)
    return NULL;
  return tl_funnel_chart_describe (self->measure, self->comparison);
}

static guint
tl_places_funnel_count_parts (TlChart *chart)
{
  TlPlacesFunnel *self = TL_PLACES_FUNNEL (chart);

  return self->comparison != NULL ? self->comparison->n_places : 0;
}

static char *
tl_places_funnel_describe_part (TlChart *chart,
                                guint    index)
{
  TlPlacesFunnel *self = TL_PLACES_FUNNEL (chart);

  return tl_funnel_chart_describe_place (self->measure, self->comparison, &self->comparison->places[index]);
}

static void
tl_places_funnel_locate_parts (TlChart     *chart,
                               const TlInk *ink,
                               double       width,
                               double       height,
                               TlBox       *boxes)
{
  TlPlacesFunnel *self = TL_PLACES_FUNNEL (chart);
  g_autoptr(TlFunnelChart) drawing = tl_funnel_chart_new (ink, self->measure, self->comparison, width, height);
  double side = tl_ink_px (ink, PART), x, y;

  for (guint i = 0; i < self->comparison->n_places; i++)
    if (tl_funnel_chart_get_place (drawing, i, &x, &y))
      boxes[i] = (TlBox) { x - side / 2, y - side / 2, side, side };
}

static void
tl_places_funnel_dispose (GObject *object)
{
  TlPlacesFunnel *self = TL_PLACES_FUNNEL (object);

  self->comparison = NULL;
  self->measure = NULL;
  g_clear_pointer (&self->assessment, tl_assessment_unref);

  G_OBJECT_CLASS (tl_places_funnel_parent_class)->dispose (object);
}

static void
tl_places_funnel_class_init (TlPlacesFunnelClass *klass)
{
  TlDrawnCellClass *cell_class = TL_DRAWN_CELL_CLASS (klass);
  TlChartClass *chart_class = TL_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_places_funnel_dispose;
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

GtkWidget *
tl_places_funnel_new (void)
{
  return g_object_new (TL_TYPE_PLACES_FUNNEL, NULL);
}

/**
 * tl_places_funnel_set_comparison:
 * @self: a funnel of places
 * @assessment: (nullable): what the judgements belong to
 * @measure: (nullable): what is concluded of a measure
 * @comparison: (nullable): one of its comparisons
 *
 * Shows a comparison, or none.
 */
void
tl_places_funnel_set_comparison (TlPlacesFunnel           *self,
                                 TlAssessment             *assessment,
                                 const TlMeasureJudgement *measure,
                                 const TlComparison       *comparison)
{
  g_return_if_fail (TL_IS_PLACES_FUNNEL (self));
  g_return_if_fail (comparison == NULL || (assessment != NULL && measure != NULL));

  if (comparison != NULL)
    tl_assessment_ref (assessment);
  g_clear_pointer (&self->assessment, tl_assessment_unref);
  self->assessment = comparison != NULL ? assessment : NULL;
  self->measure = comparison != NULL ? measure : NULL;
  self->comparison = comparison;
  tl_chart_update (TL_CHART (self));
}
