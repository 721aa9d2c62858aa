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
  TlPlaceRow *row;
};

typedef enum
{
  PROP_ROW = 1,
} TlIntervalCellProperty;

static GParamSpec *properties[PROP_ROW + 1];

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
  const TlComparison *comparison = self->row != NULL ? tl_place_row_get_comparison (self->row) : NULL;
  const TlPlaceJudgement *place = self->row != NULL ? tl_place_row_get_place (self->row) : NULL;
  TlIntervalChart chart;

  /* What can't be compared isn't drawn on one scale. */
  if (comparison == NULL || !comparison->comparable)
    return;
  tl_interval_chart_init (&chart, tl_place_row_get_measure (self->row), comparison, ink, 0, width);
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
        draw_pooled (&chart, self->row, ink, cr, height / 2);
      break;
    }
}

static char *
tl_interval_cell_describe (TlDrawnCell *cell)
{
  TlIntervalCell *self = TL_INTERVAL_CELL (cell);

  return self->row != NULL && self->part == TL_INTERVAL_PART_PLACE ? tl_place_row_describe (self->row) : NULL;
}

static void
tl_interval_cell_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch ((TlIntervalCellProperty) id)
    {
    case PROP_ROW:
      g_value_set_object (value, TL_INTERVAL_CELL (object)->row);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_interval_cell_set_property (GObject      *object,
                               guint         id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  switch ((TlIntervalCellProperty) id)
    {
    case PROP_ROW:
      tl_interval_cell_set_row (TL_INTERVAL_CELL (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_interval_cell_dispose (GObject *object)
{
  TlPlaceRow *row = TL_INTERVAL_CELL (object)->row;

  if (row != NULL)
    g_signal_handlers_disconnect_by_func (row, tl_drawn_cell_update, object);
  g_clear_object (&TL_INTERVAL_CELL (object)->row);

  G_OBJECT_CLASS (tl_interval_cell_parent_class)->dispose (object);
}

static void
tl_interval_cell_class_init (TlIntervalCellClass *klass)
{
  TlDrawnCellClass *cell_class = TL_DRAWN_CELL_CLASS (klass);

  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tl_interval_cell_get_property;
  object_class->set_property = tl_interval_cell_set_property;
  object_class->dispose = tl_interval_cell_dispose;
  cell_class->measure = tl_interval_cell_measure;
  cell_class->draw = tl_interval_cell_draw;
  cell_class->describe = tl_interval_cell_describe;

  /**
   * TlIntervalCell:row:
   *
   * The row that it shows; parts that belong to all rows may be given any.
   */
  properties[PROP_ROW] = g_param_spec_object ("row", NULL, NULL, TL_TYPE_PLACE_ROW,
                                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

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
 * tl_interval_cell_get_row:
 * @self: an interval cell
 *
 * Returns: (transfer none) (nullable): the row that it shows
 */
TlPlaceRow *
tl_interval_cell_get_row (TlIntervalCell *self)
{
  g_return_val_if_fail (TL_IS_INTERVAL_CELL (self), NULL);

  return self->row;
}

/**
 * tl_interval_cell_set_row:
 * @self: an interval cell
 * @row: (nullable): a row, or none to show nothing
 *
 * Sets what is shown.
 */
void
tl_interval_cell_set_row (TlIntervalCell *self,
                          TlPlaceRow     *row)
{
  g_return_if_fail (TL_IS_INTERVAL_CELL (self));

  if (self->row == row)
    return;
  if (self->row != NULL)
    g_signal_handlers_disconnect_by_func (self->row, tl_drawn_cell_update, self);
  g_set_object (&self->row, row);
  if (row != NULL)
    g_signal_connect_swapped (row, "changed", G_CALLBACK (tl_drawn_cell_update), self);
  tl_drawn_cell_update (TL_DRAWN_CELL (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ROW]);
}
