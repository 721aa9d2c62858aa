/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-scrolled-grid.h"

typedef struct
{
  GtkAdjustment *adjustments[2];
  guint policies[2];

  /* As it was last laid out, and how far it was scrolled. */
  TlGridShape shape;
  int left;
  int top;
} TlScrolledGridPrivate;

typedef enum
{
  PROP_HADJUSTMENT = 1,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
} TlScrolledGridProperty;

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (TlScrolledGrid, tl_scrolled_grid, GTK_TYPE_WIDGET,
                                  G_ADD_PRIVATE (TlScrolledGrid)
                                  G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

#define PRIVATE(self) ((TlScrolledGridPrivate *) tl_scrolled_grid_get_instance_private (self))

static void
set_adjustment (TlScrolledGrid *self,
                int             which,
                GtkAdjustment  *adjustment)
{
  TlScrolledGridPrivate *priv = PRIVATE (self);

  if (priv->adjustments[which] != NULL)
    g_signal_handlers_disconnect_by_func (priv->adjustments[which], gtk_widget_queue_allocate, self);
  g_set_object (&priv->adjustments[which], adjustment);
  if (adjustment != NULL)
    g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_allocate), self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
tl_scrolled_grid_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  TlScrolledGridPrivate *priv = PRIVATE (TL_SCROLLED_GRID (object));

  switch ((TlScrolledGridProperty) id)
    {
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      g_value_set_object (value, priv->adjustments[id - PROP_HADJUSTMENT]);
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, (int) priv->policies[id - PROP_HSCROLL_POLICY]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_scrolled_grid_set_property (GObject      *object,
                               guint         id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  TlScrolledGrid *self = TL_SCROLLED_GRID (object);

  switch ((TlScrolledGridProperty) id)
    {
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      set_adjustment (self, (int) id - PROP_HADJUSTMENT, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      PRIVATE (self)->policies[id - PROP_HSCROLL_POLICY] = (guint) g_value_get_enum (value);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_scrolled_grid_dispose (GObject *object)
{
  set_adjustment (TL_SCROLLED_GRID (object), 0, NULL);
  set_adjustment (TL_SCROLLED_GRID (object), 1, NULL);

  G_OBJECT_CLASS (tl_scrolled_grid_parent_class)->dispose (object);
}

static void
tl_scrolled_grid_class_init (TlScrolledGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tl_scrolled_grid_get_property;
  object_class->set_property = tl_scrolled_grid_set_property;
  object_class->dispose = tl_scrolled_grid_dispose;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
}

static void
tl_scrolled_grid_init (TlScrolledGrid *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * tl_scrolled_grid_get_value:
 * @self: a grid
 * @orientation: across or down
 *
 * Returns: how far it is scrolled, in pixels; 0 outside a scrolled window
 */
double
tl_scrolled_grid_get_value (TlScrolledGrid *self,
                            GtkOrientation  orientation)
{
  GtkAdjustment *adjustment = PRIVATE (self)->adjustments[orientation];

  return adjustment != NULL ? gtk_adjustment_get_value (adjustment) : 0;
}

static int
configure (TlScrolledGrid *self,
           GtkOrientation  orientation,
           int             page,
           int             length)
{
  TlScrolledGridPrivate *priv = PRIVATE (self);
  GtkAdjustment *adjustment = priv->adjustments[orientation];
  double value;

  if (adjustment == NULL)
    return 0;
  page = MAX (page, 1);
  value = CLAMP (gtk_adjustment_get_value (adjustment), 0, MAX (length - page, 0));
  gtk_adjustment_configure (adjustment, value, 0, MAX (length, page), priv->shape.row_height, page * 0.9, page);
  return (int) value;
}

/**
 * tl_scrolled_grid_take_shape:
 * @self: a grid
 * @shape: how large its parts are
 * @width: how wide all of it is
 * @height: how high all of it is
 *
 * Tells the scrolled window how large the grid is. Called as it is laid out, before parts are placed.
 */
void
tl_scrolled_grid_take_shape (TlScrolledGrid    *self,
                             const TlGridShape *shape,
                             int                width,
                             int                height)
{
  TlScrolledGridPrivate *priv = PRIVATE (self);

  priv->shape = *shape;
  priv->left = configure (self, GTK_ORIENTATION_HORIZONTAL, width - shape->head_width,
                          shape->column_width * (int) shape->n_columns);
  priv->top = configure (self, GTK_ORIENTATION_VERTICAL, height - shape->head_height,
                         shape->row_height * (int) shape->n_rows);
}

/* From the side at which reading begins; no part is narrower than it can be. */
static void
place (TlScrolledGrid *self,
       GtkWidget      *child,
       int             x,
       int             y,
       int             width,
       int             height)
{
  int whole = gtk_widget_get_width (GTK_WIDGET (self)), minimum;
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  width = MAX (width, minimum);
  gtk_widget_size_allocate (child, &(GtkAllocation) { mirrored ? whole - x - width : x, y, width, height }, -1);
}

static int
get_x (const TlScrolledGridPrivate *priv,
       guint                        column)
{
  return priv->shape.head_width + (int) column * priv->shape.column_width - priv->left;
}

static int
get_y (const TlScrolledGridPrivate *priv,
       guint                        row)
{
  return priv->shape.head_height + (int) row * priv->shape.row_height - priv->top;
}

/**
 * tl_scrolled_grid_place_cell:
 * @self: a grid
 * @cell: a child
 * @row: its row
 * @column: its column
 *
 * Puts a cell where it stands.
 */
void
tl_scrolled_grid_place_cell (TlScrolledGrid *self,
                             GtkWidget      *cell,
                             guint           row,
                             guint           column)
{
  const TlScrolledGridPrivate *priv = PRIVATE (self);

  place (self, cell, get_x (priv, column), get_y (priv, row), priv->shape.column_width, priv->shape.row_height);
}

/**
 * tl_scrolled_grid_place_row_head:
 * @self: a grid
 * @head: a child
 * @row: its row
 *
 * Puts the heading of a row beside it.
 */
void
tl_scrolled_grid_place_row_head (TlScrolledGrid *self,
                                 GtkWidget      *head,
                                 guint           row)
{
  const TlScrolledGridPrivate *priv = PRIVATE (self);

  place (self, head, 0, get_y (priv, row), priv->shape.head_width, priv->shape.row_height);
}

/**
 * tl_scrolled_grid_place_column_head:
 * @self: a grid
 * @head: a child
 * @column: its column
 *
 * Puts the heading of a column above it.
 */
void
tl_scrolled_grid_place_column_head (TlScrolledGrid *self,
                                    GtkWidget      *head,
                                    guint           column)
{
  const TlScrolledGridPrivate *priv = PRIVATE (self);

  place (self, head, get_x (priv, column), 0, priv->shape.column_width, priv->shape.head_height);
}

/**
 * tl_scrolled_grid_place_corner:
 * @self: a grid
 * @corner: a child
 *
 * Puts what covers the scrolled headings where the two kinds of them meet.
 */
void
tl_scrolled_grid_place_corner (TlScrolledGrid *self,
                               GtkWidget      *corner)
{
  const TlScrolledGridPrivate *priv = PRIVATE (self);

  place (self, corner, 0, 0, priv->shape.head_width, priv->shape.head_height);
}

/**
 * tl_scrolled_grid_bring_into_sight:
 * @self: a grid that has been laid out
 * @row: row of a cell
 * @column: column of a cell
 *
 * Scrolls as little as brings a cell into sight.
 */
void
tl_scrolled_grid_bring_into_sight (TlScrolledGrid *self,
                                   guint           row,
                                   guint           column)
{
  TlScrolledGridPrivate *priv = PRIVATE (self);
  double x = (double) column * priv->shape.column_width, y = (double) row * priv->shape.row_height;

  if (priv->adjustments[GTK_ORIENTATION_HORIZONTAL] != NULL)
    gtk_adjustment_clamp_page (priv->adjustments[GTK_ORIENTATION_HORIZONTAL], x, x + priv->shape.column_width);
  if (priv->adjustments[GTK_ORIENTATION_VERTICAL] != NULL)
    gtk_adjustment_clamp_page (priv->adjustments[GTK_ORIENTATION_VERTICAL], y, y + priv->shape.row_height);
}
