/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-measure-chart.h"

#include "tl-process-chart.h"

/* In pixels of the design. */
#define WIDTH 240
#define HEIGHT 92
#define PART 16

struct _TlMeasureChart
{
  TlChart parent_instance;

  TlAssessment *assessment;
  const TlMeasureJudgement *measure;
};

G_DEFINE_FINAL_TYPE (TlMeasureChart, tl_measure_chart, TL_TYPE_CHART)

static void
tl_measure_chart_measure (TlDrawnCell *cell,
                          const TlInk *ink,
                          double      *width,
                          double      *height)
{
  *width = tl_ink_px (ink, WIDTH);
  *height = tl_ink_px (ink, HEIGHT);
}

static TlProcessChart *
create_chart (TlMeasureChart *self,
              const TlInk    *ink,
              double          width,
              double          height)
{
  TlProcessChartOptions options = {
    .size = TL_CHART_SIZE_SMALL,
    .as_at = tl_assessment_get_as_at (self->assessment),
  };

  return tl_process_chart_new (ink, self->measure, &options, width, height);
}

static void
tl_measure_chart_draw (TlDrawnCell *cell,
                       const TlInk *ink,
                       cairo_t     *cr,
                       double       width,
                       double       height)
{
  TlMeasureChart *self = TL_MEASURE_CHART (cell);
  g_autoptr(TlProcessChart) chart = NULL;

  if (self->measure == NULL)
    return;
  chart = create_chart (self, ink, width, height);
  tl_process_chart_draw (chart, ink, cr);
}

static char *
tl_measure_chart_describe (TlDrawnCell *cell)
{
  TlMeasureChart *self = TL_MEASURE_CHART (cell);

  if (self->measure == NULL)
    return NULL;
  return tl_process_chart_describe (self->measure, tl_assessment_get_as_at (self->assessment));
}

static guint
tl_measure_chart_count_parts (TlChart *chart)
{
  TlMeasureChart *self = TL_MEASURE_CHART (chart);

  return self->measure != NULL ? self->measure->series->n_points : 0;
}

static char *
tl_measure_chart_describe_part (TlChart *chart,
                                guint    index)
{
  TlMeasureChart *self = TL_MEASURE_CHART (chart);

  return tl_process_chart_describe_point (self->measure, index, tl_assessment_get_as_at (self->assessment));
}

static void
tl_measure_chart_locate_parts (TlChart     *chart,
                               const TlInk *ink,
                               double       width,
                               double       height,
                               TlBox       *boxes)
{
  TlMeasureChart *self = TL_MEASURE_CHART (chart);
  g_autoptr(TlProcessChart) drawing = create_chart (self, ink, width, height);
  double side = tl_ink_px (ink, PART), x, y;

  for (guint i = 0; i < self->measure->series->n_points; i++)
    if (tl_process_chart_get_point (drawing, i, &x, &y))
      boxes[i] = (TlBox) { x - side / 2, y - side / 2, side, side };
}

static void
tl_measure_chart_dispose (GObject *object)
{
  TlMeasureChart *self = TL_MEASURE_CHART (object);

  self->measure = NULL;
  g_clear_pointer (&self->assessment, tl_assessment_unref);

  G_OBJECT_CLASS (tl_measure_chart_parent_class)->dispose (object);
}

static void
tl_measure_chart_class_init (TlMeasureChartClass *klass)
{
  TlDrawnCellClass *cell_class = TL_DRAWN_CELL_CLASS (klass);
  TlChartClass *chart_class = TL_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_measure_chart_dispose;
  cell_class->measure = tl_measure_chart_measure;
  cell_class->draw = tl_measure_chart_draw;
  cell_class->describe = tl_measure_chart_describe;
  chart_class->count_parts = tl_measure_chart_count_parts;
  chart_class->describe_part = tl_measure_chart_describe_part;
  chart_class->locate_parts = tl_measure_chart_locate_parts;
  tl_chart_class_set_parts (chart_class, TL_CHART_PARTS_TIMES);
}

static void
tl_measure_chart_init (TlMeasureChart *self)
{
}

GtkWidget *
tl_measure_chart_new (void)
{
  return g_object_new (TL_TYPE_MEASURE_CHART, NULL);
}

/**
 * tl_measure_chart_set_measure:
 * @self: a measure's chart
 * @assessment: (nullable): what the measure's judgement belongs to
 * @measure: (nullable): what is concluded of a measure
 *
 * Shows a measure, or none.
 */
void
tl_measure_chart_set_measure (TlMeasureChart           *self,
                              TlAssessment             *assessment,
                              const TlMeasureJudgement *measure)
{
  g_return_if_fail (TL_IS_MEASURE_CHART (self));
  g_return_if_fail (measure == NULL || assessment != NULL);

  if (measure != NULL)
    tl_assessment_ref (assessment);
  g_clear_pointer (&self->assessment, tl_assessment_unref);
  self->assessment = measure != NULL ? assessment : NULL;
  self->measure = measure;
  tl_chart_update (TL_CHART (self));
}
