/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-interval-cell.h"

#include "tl-interval-chart.h"

/* In pixels of the design. */
#define WIDTH 200
#define HEIGHT 24

struct _TlIntervalCell
{
  TlDrawnCell parent_instance;

  TlIntervalPart part;
  TlAssessment *assessment;
  const TlMeasureJudgement *measure;
  const TlComparison *comparison;
  const TlPlaceJudgement *place;
};

G_DEFINE_FINAL_TYPE (TlIntervalCell, tl_interval_cell, TL_TYPE_DRAWN_CELL)

static void
tl_interval_cell_measure (TlDrawnCell *cell,
                          const TlInk *ink,
                          double      *width,
                          double      *height)
{
  *width = tl_ink_px (ink, WIDTH);
  *height = tl_ink_px (ink, HEIGHT);
}

static void
tl_interval_cell_draw (TlDrawnCell *cell,
                       const TlInk *ink,
                       cairo_t     *cr,
                       double       width,
                       double       height)
{
  TlIntervalCell *self = TL_INTERVAL_CELL (cell);
  TlIntervalChart chart;

  /* What can't be compared isn't drawn on one scale. */
  if (self->comparison == NULL || !self->comparison->comparable)
    return;
  tl_interval_chart_init (&chart, self->measure, self->comparison, ink, 0, width);
  switch (self->part)
    {
    case TL_INTERVAL_PART_TICKS:
      tl_interval_chart_draw_ticks (&chart, ink, cr, height / 2);
      break;
    case TL_INTERVAL_PART_NAMES:
      tl_interval_chart_draw_names (&chart, ink, cr, height / 2);
      break;
    case TL_INTERVAL_PART_PLACE:
    default:
      tl_interval_chart_draw_lines (&chart, ink, cr, 0, height);
      if (self->place != NULL)
        tl_interval_chart_draw_place (&chart, ink, cr, self->place, height / 2);
      else
        tl_interval_chart_draw_pooled (&chart, ink, cr, height / 2);
      break;
    }
}

static char *
tl_interval_cell_describe (TlDrawnCell *cell)
{
  TlIntervalCell *self = TL_INTERVAL_CELL (cell);

  if (self->comparison == NULL || self->part != TL_INTERVAL_PART_PLACE)
    return NULL;
  return self->place != NULL ? tl_interval_chart_describe_place (self->measure, self->place)
                             : tl_interval_chart_describe_pooled (self->measure, self->comparison);
}

static void
tl_interval_cell_dispose (GObject *object)
{
  TlIntervalCell *self = TL_INTERVAL_CELL (object);

  self->comparison = NULL;
  g_clear_pointer (&self->assessment, tl_assessment_unref);

  G_OBJECT_CLASS (tl_interval_cell_parent_class)->dispose (object);
}

static void
tl_interval_cell_class_init (TlIntervalCellClass *klass)
{
  TlDrawnCellClass *cell_class = TL_DRAWN_CELL_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_interval_cell_dispose;
  cell_class->measure = tl_interval_cell_measure;
  cell_class->draw = tl_interval_cell_draw;
  cell_class->describe = tl_interval_cell_describe;

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "interval-cell");
}

/* The lines run from row to row. */
static void
tl_interval_cell_init (TlIntervalCell *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_FILL);
}

/**
 * tl_interval_cell_new:
 * @part: what it draws
 *
 * Returns: (transfer full): a new cell
 */
GtkWidget *
tl_interval_cell_new (TlIntervalPart part)
{
  TlIntervalCell *self = g_object_new (TL_TYPE_INTERVAL_CELL,
                                       "accessible-role", part == TL_INTERVAL_PART_PLACE
                                                            ? GTK_ACCESSIBLE_ROLE_IMG
                                                            : GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                       NULL);

  self->part = part;

  return GTK_WIDGET (self);
}

/**
 * tl_interval_cell_set_place:
 * @self: an interval cell
 * @assessment: (nullable): what the judgements belong to
 * @measure: (nullable): a measure
 * @comparison: (nullable): one of its comparisons; %NULL to show nothing
 * @place: (nullable): one of its places, %NULL for all together
 *
 * Sets what is shown.
 */
void
tl_interval_cell_set_place (TlIntervalCell           *self,
                            TlAssessment             *assessment,
                            const TlMeasureJudgement *measure,
                            const TlComparison       *comparison,
                            const TlPlaceJudgement   *place)
{
  g_return_if_fail (TL_IS_INTERVAL_CELL (self));
  g_return_if_fail (comparison == NULL || (assessment != NULL && measure != NULL));

  if (comparison != NULL)
    tl_assessment_ref (assessment);
  g_clear_pointer (&self->assessment, tl_assessment_unref);
  self->assessment = comparison != NULL ? assessment : NULL;
  self->measure = measure;
  self->comparison = comparison;
  self->place = place;
  tl_drawn_cell_update (TL_DRAWN_CELL (self));
}
