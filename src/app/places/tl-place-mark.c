/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-place-mark.h"

#include "tl-marks.h"

#define SIZE 16

struct _TlPlaceMark
{
  TlDrawnCell parent_instance;

  TlPlaceRow *row;
};

typedef enum
{
  PROP_ROW = 1,
} TlPlaceMarkProperty;

static GParamSpec *properties[PROP_ROW + 1];

G_DEFINE_FINAL_TYPE (TlPlaceMark, tl_place_mark, TL_TYPE_DRAWN_CELL)

static void
tl_place_mark_measure (TlDrawnCell *cell,
                       const TlInk *ink,
                       double      *width,
                       double      *height)
{
  *width = *height = tl_ink_px (ink, SIZE);
}

/* All together is a diamond, or the mark to act on when they hide what is weak; what isn't compared has no mark. */
static void
tl_place_mark_draw (TlDrawnCell *cell,
                    const TlInk *ink,
                    cairo_t     *cr,
                    double       width,
                    double       height)
{
  TlPlaceRow *row = TL_PLACE_MARK (cell)->row;
  const TlPlaceJudgement *place = row != NULL ? tl_place_row_get_place (row) : NULL;

  if (row == NULL || !tl_place_row_get_comparison (row)->comparable)
    return;
  if (place != NULL)
    tl_mark_place (cr, ink, place->state, width / 2, height / 2);
  else if (tl_place_row_get_comparison (row)->hidden)
    tl_mark_finding (cr, ink, TL_SEVERITY_ACT, width / 2, height / 2);
  else
    tl_mark_pooled (cr, ink, width / 2, height / 2);
}

static char *
tl_place_mark_describe (TlDrawnCell *cell)
{
  TlPlaceRow *row = TL_PLACE_MARK (cell)->row;
  char *state = NULL;

  if (row != NULL)
    g_object_get (row, "state", &state, NULL);
  return state;
}

static void
tl_place_mark_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  switch ((TlPlaceMarkProperty) id)
    {
    case PROP_ROW:
      g_value_set_object (value, TL_PLACE_MARK (object)->row);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_place_mark_set_property (GObject      *object,
                            guint         id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  switch ((TlPlaceMarkProperty) id)
    {
    case PROP_ROW:
      tl_place_mark_set_row (TL_PLACE_MARK (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_place_mark_dispose (GObject *object)
{
  TlPlaceRow *row = TL_PLACE_MARK (object)->row;

  if (row != NULL)
    g_signal_handlers_disconnect_by_func (row, tl_drawn_cell_update, object);
  g_clear_object (&TL_PLACE_MARK (object)->row);

  G_OBJECT_CLASS (tl_place_mark_parent_class)->dispose (object);
}

static void
tl_place_mark_class_init (TlPlaceMarkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  TlDrawnCellClass *cell_class = TL_DRAWN_CELL_CLASS (klass);

  object_class->get_property = tl_place_mark_get_property;
  object_class->set_property = tl_place_mark_set_property;
  object_class->dispose = tl_place_mark_dispose;
  cell_class->measure = tl_place_mark_measure;
  cell_class->draw = tl_place_mark_draw;
  cell_class->describe = tl_place_mark_describe;

  /**
   * TlPlaceMark:row:
   *
   * The row whose state is shown.
   */
  properties[PROP_ROW] = g_param_spec_object ("row", NULL, NULL, TL_TYPE_PLACE_ROW,
                                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
tl_place_mark_init (TlPlaceMark *self)
{
}

/**
 * tl_place_mark_set_row:
 * @self: a mark
 * @row: (nullable): a row
 *
 * Shows the state of a row.
 */
void
tl_place_mark_set_row (TlPlaceMark *self,
                       TlPlaceRow  *row)
{
  g_return_if_fail (TL_IS_PLACE_MARK (self));

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
