/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-measure-chart.h"

#include "tl-process-chart.h"

/* In pixels of the design. */
#define WIDTH 240
#define HEIGHT 92
#define REACH 8

struct _TlMeasureChart
{
  TlDrawnCell parent_instance;

  TlAssessment *assessment;
  const TlMeasureJudgement *measure;
};

G_DEFINE_FINAL_TYPE (TlMeasureChart, tl_measure_chart, TL_TYPE_DRAWN_CELL)

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

static gboolean
tl_measure_chart_query_tooltip (GtkWidget  *widget,
                                int         x,
                                int         y,
                                gboolean    keyboard,
                                GtkTooltip *tooltip)
{
  TlMeasureChart *self = TL_MEASURE_CHART (widget);
  const TlInk *ink = tl_drawn_cell_get_ink (TL_DRAWN_CELL (self));
  guint index;

  if (!keyboard && self->measure != NULL)
    {
      g_autoptr(TlProcessChart) chart = create_chart (self, ink, gtk_widget_get_width (widget),
                                                      gtk_widget_get_height (widget));

      if (tl_process_chart_find_point (chart, x, y, tl_ink_px (ink, REACH), &index))
        {
          g_autofree char *text = tl_process_chart_describe_point (self->measure, index,
                                                                   tl_assessment_get_as_at (self->assessment));

          gtk_tooltip_set_text (tooltip, text);
          return TRUE;
        }
    }

  return GTK_WIDGET_CLASS (tl_measure_chart_parent_class)->query_tooltip (widget, x, y, keyboard, tooltip);
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

  G_OBJECT_CLASS (klass)->dispose = tl_measure_chart_dispose;
  GTK_WIDGET_CLASS (klass)->query_tooltip = tl_measure_chart_query_tooltip;
  cell_class->measure = tl_measure_chart_measure;
  cell_class->draw = tl_measure_chart_draw;
  cell_class->describe = tl_measure_chart_describe;
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
  tl_drawn_cell_update (TL_DRAWN_CELL (self));
}
