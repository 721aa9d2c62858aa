/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-place-drawing.h"

typedef struct
{
  TlPlaceRow *row;
} TlPlaceDrawingPrivate;

typedef enum
{
  PROP_ROW = 1,
} TlPlaceDrawingProperty;

static GParamSpec *properties[PROP_ROW + 1];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TlPlaceDrawing, tl_place_drawing, TL_TYPE_DRAWN_CELL)

#define PRIVATE(self) ((TlPlaceDrawingPrivate *) tl_place_drawing_get_instance_private (self))

static void
tl_place_drawing_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  switch ((TlPlaceDrawingProperty) id)
    {
    case PROP_ROW:
      g_value_set_object (value, tl_place_drawing_get_row (TL_PLACE_DRAWING (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_place_drawing_set_property (GObject      *object,
                            guint         id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  switch ((TlPlaceDrawingProperty) id)
    {
    case PROP_ROW:
      tl_place_drawing_set_row (TL_PLACE_DRAWING (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_place_drawing_dispose (GObject *object)
{
  TlPlaceDrawingPrivate *priv = PRIVATE (TL_PLACE_DRAWING (object));

  if (priv->row != NULL)
    g_signal_handlers_disconnect_by_func (priv->row, tl_drawn_cell_update, object);
  g_clear_object (&priv->row);

  G_OBJECT_CLASS (tl_place_drawing_parent_class)->dispose (object);
}

static void
tl_place_drawing_class_init (TlPlaceDrawingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tl_place_drawing_get_property;
  object_class->set_property = tl_place_drawing_set_property;
  object_class->dispose = tl_place_drawing_dispose;

  /**
   * TlPlaceDrawing:row:
   *
   * The row that is shown.
   */
  properties[PROP_ROW] = g_param_spec_object ("row", NULL, NULL, TL_TYPE_PLACE_ROW,
                                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
tl_place_drawing_init (TlPlaceDrawing *self)
{
}

/**
 * tl_place_drawing_get_row:
 * @self: a drawing
 *
 * Returns: (transfer none) (nullable): the row that it shows
 */
TlPlaceRow *
tl_place_drawing_get_row (TlPlaceDrawing *self)
{
  g_return_val_if_fail (TL_IS_PLACE_DRAWING (self), NULL);

  return PRIVATE (self)->row;
}

/**
 * tl_place_drawing_set_row:
 * @self: a drawing
 * @row: (nullable): a row, or none to show nothing
 *
 * Sets what is shown.
 */
void
tl_place_drawing_set_row (TlPlaceDrawing *self,
                       TlPlaceRow  *row)
{
  TlPlaceDrawingPrivate *priv;

  g_return_if_fail (TL_IS_PLACE_DRAWING (self));

  priv = PRIVATE (self);
  if (priv->row == row)
    return;
  if (priv->row != NULL)
    g_signal_handlers_disconnect_by_func (priv->row, tl_drawn_cell_update, self);
  g_set_object (&priv->row, row);
  if (row != NULL)
    g_signal_connect_swapped (row, "changed", G_CALLBACK (tl_drawn_cell_update), self);
  tl_drawn_cell_update (TL_DRAWN_CELL (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ROW]);
}
