/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-interval-cell.h"

#include "tl-interval-chart.h"

/* In pixels of the design. */
#define WIDTH 200
#define HEIGHT 24

struct _TlIntervalCell
{
  TlPlaceDrawing parent_instance;

  TlIntervalPart part;
};

G_DEFINE_FINAL_TYPE (TlIntervalCell, tl_interval_cell, TL_TYPE_PLACE_DRAWING)

static void
tl_interval_cell_measure (TlDrawnCell *cell,
                          const TlInk *ink,
                          double      *width,
                          double      *height)
{
  /* As narrow with large text as without: nothing is written on it. */
  *width = WIDTH;
  *height = tl_ink_px (ink, HEIGHT);
}

/* Within a place, all together are those of the place, though the line down the rows is of all. */
static void
draw_pooled (const TlIntervalChart *chart,
             TlPlaceRow            *row,
             const TlInk           *ink,
             cairo_t               *cr,
             double                 y)
{
  const TlPlaceComparison *shown = tl_place_row_get_shown (row);
  TlComparison here = *chart->comparison;
  TlIntervalChart of_here = *chart;

  here.pooled_value = shown->here.value;
  here.pooled_low = shown->here.low;
  here.pooled_high = shown->here.high;
  of_here.comparison = &here;
  tl_interval_chart_draw_pooled (&of_here, ink, cr, y);
}

static void
tl_interval_cell_draw (TlDrawnCell *cell,
                       const TlInk *ink,
                       cairo_t     *cr,
                       double       width,
                       double       height)
{
  TlIntervalCell *self = TL_INTERVAL_CELL (cell);
  TlPlaceRow *row = tl_place_drawing_get_row (TL_PLACE_DRAWING (cell));
  const TlComparison *comparison = row != NULL ? tl_place_row_get_comparison (row) : NULL;
  const TlPlaceJudgement *place = row != NULL ? tl_place_row_get_place (row) : NULL;
  TlIntervalChart chart;

  /* What can't be compared isn't drawn on one scale. */
  if (comparison == NULL || !comparison->comparable)
    return;
  tl_interval_chart_init (&chart, tl_place_row_get_measure (row), comparison, ink, 0, width);
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
      if (place != NULL)
        tl_interval_chart_draw_place (&chart, ink, cr, place, height / 2);
      else
        draw_pooled (&chart, row, ink, cr, height / 2);
      break;
    }
}

static char *
tl_interval_cell_describe (TlDrawnCell *cell)
{
  TlPlaceRow *row = tl_place_drawing_get_row (TL_PLACE_DRAWING (cell));

  return row != NULL && TL_INTERVAL_CELL (cell)->part == TL_INTERVAL_PART_PLACE ? tl_place_row_describe (row) : NULL;
}

static void
tl_interval_cell_class_init (TlIntervalCellClass *klass)
{
  TlDrawnCellClass *cell_class = TL_DRAWN_CELL_CLASS (klass);

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
