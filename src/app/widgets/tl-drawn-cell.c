/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-drawn-cell.h"

#include <math.h>

#include "tl-drawn-pixels.h"
#include "tl-fitted-text.h"
#include "tl-widget-ink.h"

typedef struct
{
  TlInk *ink;
  char *sentence;
  /* The size that was last asked for, and whether any was. */
  int width;
  int height;
  gboolean is_measured;
} TlDrawnCellPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TlDrawnCell, tl_drawn_cell, TL_TYPE_STYLED_CELL)

/* The size of text is a rounded number; what that adds is no pixel. */
static void
find_size (TlDrawnCell *self,
           int         *width,
           int         *height)
{
  double exact_width = 0, exact_height = 0;

  TL_DRAWN_CELL_GET_CLASS (self)->measure (self, tl_drawn_cell_get_ink (self), &exact_width, &exact_height);
  *width = (int) ceil (exact_width - 0.05);
  *height = (int) ceil (exact_height - 0.05);
}

static void
tl_drawn_cell_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  TlDrawnCell *self = TL_DRAWN_CELL (widget);
  TlDrawnCellPrivate *priv = tl_drawn_cell_get_instance_private (self);

  find_size (self, &priv->width, &priv->height);
  priv->is_measured = TRUE;
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? priv->width : priv->height;
}

static void
draw_cb (cairo_t *cr,
         double   width,
         double   height,
         gpointer data)
{
  TL_DRAWN_CELL_GET_CLASS (data)->draw (data, tl_drawn_cell_get_ink (data), cr, width, height);
}

static void
tl_drawn_cell_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  TlDrawnCell *self = TL_DRAWN_CELL (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, width, height);
  cairo_t *cr;

  if (width <= 0 || height <= 0)
    return;
  if (!TL_DRAWN_CELL_GET_CLASS (self)->stays_shapes)
    {
      tl_drawn_pixels_snapshot (widget, snapshot, &bounds, draw_cb, self);
      return;
    }
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  draw_cb (cr, width, height, self);
  cairo_destroy (cr);
}

/* Fonts and colours come from the style. */
static void
tl_drawn_cell_forget_style (TlStyledCell *cell)
{
  TlDrawnCellPrivate *priv = tl_drawn_cell_get_instance_private (TL_DRAWN_CELL (cell));

  g_clear_pointer (&priv->ink, tl_ink_free);
  priv->is_measured = FALSE;
}

/* Asked for when it is wanted. To be given a text beforehand, GTK asks the display each time where the pointer is, which
 * takes longer than all else when a row is given another risk. What a chart of hundreds of places says would cover it, and
 * takes longer than a frame to lay out; a screen reader is told all of it. */
static gboolean
tl_drawn_cell_query_tooltip (GtkWidget  *widget,
                             int         x,
                             int         y,
                             gboolean    keyboard,
                             GtkTooltip *tooltip)
{
  TlDrawnCellPrivate *priv = tl_drawn_cell_get_instance_private (TL_DRAWN_CELL (widget));

  if (priv->sentence != NULL)
    {
      g_autofree char *fitted = tl_fitted_text (priv->sentence, TL_FITTED_ROW);

      gtk_tooltip_set_text (tooltip, fitted);
    }
  return priv->sentence != NULL;
}

static void
tl_drawn_cell_finalize (GObject *object)
{
  TlDrawnCellPrivate *priv = tl_drawn_cell_get_instance_private (TL_DRAWN_CELL (object));

  g_free (priv->sentence);

  G_OBJECT_CLASS (tl_drawn_cell_parent_class)->finalize (object);
}

static void
tl_drawn_cell_class_init (TlDrawnCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = tl_drawn_cell_finalize;
  widget_class->measure = tl_drawn_cell_measure;
  widget_class->snapshot = tl_drawn_cell_snapshot;
  widget_class->query_tooltip = tl_drawn_cell_query_tooltip;
  TL_STYLED_CELL_CLASS (klass)->forget_style = tl_drawn_cell_forget_style;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "drawn-cell");
}

static void
tl_drawn_cell_init (TlDrawnCell *self)
{
}

/* A cell of a table whose size changes has all cells of its column measured again, which takes longer than a frame. */
static void
queue (TlDrawnCell *self)
{
  TlDrawnCellPrivate *priv = tl_drawn_cell_get_instance_private (self);
  int width, height;

  if (priv->is_measured)
    {
      find_size (self, &width, &height);
      priv->is_measured = width == priv->width && height == priv->height;
    }
  if (priv->is_measured)
    gtk_widget_queue_draw (GTK_WIDGET (self));
  else
    gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * tl_drawn_cell_update:
 * @self: a drawn cell
 *
 * Draws and describes it anew; called when what it shows has changed.
 */
void
tl_drawn_cell_update (TlDrawnCell *self)
{
  TlDrawnCellPrivate *priv = tl_drawn_cell_get_instance_private (self);
  g_autofree char *sentence = TL_DRAWN_CELL_GET_CLASS (self)->describe (self);

  queue (self);
  if (!g_set_str (&priv->sentence, sentence))
    return;
  if (sentence != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL);
}

/**
 * tl_drawn_cell_draw_awaited:
 * @self: a drawn cell
 * @ink: what it draws with
 * @cr: where
 * @x: the middle
 * @y: the middle
 *
 * Draws that what it shows isn't known yet.
 */
void
tl_drawn_cell_draw_awaited (TlDrawnCell *self,
                            const TlInk *ink,
                            cairo_t     *cr,
                            double       x,
                            double       y)
{
  g_autoptr (PangoLayout) layout = tl_ink_create_layout (ink, "…", TL_TEXT_SMALL);

  tl_ink_draw_layout (cr, layout, x, y, 0.5, &ink->dimmed);
}

/**
 * tl_drawn_cell_get_ink:
 * @self: a drawn cell
 *
 * Returns: (transfer none): what it draws with, good until its style changes
 */
const TlInk *
tl_drawn_cell_get_ink (TlDrawnCell *self)
{
  TlDrawnCellPrivate *priv = tl_drawn_cell_get_instance_private (self);

  if (priv->ink == NULL)
    priv->ink = tl_widget_ink_new (GTK_WIDGET (self));

  return priv->ink;
}

/**
 * tl_drawn_cell_is_mirrored:
 * @self: a drawn cell
 *
 * Returns: whether text runs from right to left
 */
gboolean
tl_drawn_cell_is_mirrored (TlDrawnCell *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

/**
 * tl_drawn_cell_get_sentence:
 * @self: a drawn cell
 *
 * Returns: (nullable): what it shows, in a sentence
 */
const char *
tl_drawn_cell_get_sentence (TlDrawnCell *self)
{
  TlDrawnCellPrivate *priv = tl_drawn_cell_get_instance_private (self);

  return priv->sentence;
}
