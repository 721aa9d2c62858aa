/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-owner-map-canvas-private.h"

#include "tl-owner-node.h"

typedef enum
{
  PROP_CHOSEN = 1,
  PROP_ZOOM,
} TlOwnerMapCanvasProperty;

static GParamSpec *properties[PROP_ZOOM + 1];

G_DEFINE_FINAL_TYPE (TlOwnerMapCanvas, tl_owner_map_canvas, GTK_TYPE_WIDGET)

TlOwnerMapLayout *
tl_owner_map_canvas_get_layout (TlOwnerMapCanvas *self)
{
  return TL_OWNER_MAP_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));
}

/* ── Which paths are traced ── */

/* What the pointer is on comes before what has the keyboard, and that before what was chosen. */
static guint
find_traced (TlOwnerMapCanvas *self)
{
  if (self->hovered != TL_NO_NODE)
    return self->hovered;
  return self->focused != TL_NO_NODE ? self->focused : self->chosen;
}

void
tl_owner_map_canvas_update_trace (TlOwnerMapCanvas *self)
{
  guint traced = find_traced (self);

  if (self->map != NULL && traced != self->traced)
    {
      g_clear_pointer (&self->trace, tl_map_trace_free);
      self->traced = traced;
      if (traced != TL_NO_NODE)
        self->trace = tl_owner_map_trace (self->map, traced);
      tl_owner_map_canvas_forget_edges (self);
    }
  tl_owner_map_canvas_show_looks (self);
}

/* ── Where it is, and what it looks like ── */

static void
tl_owner_map_canvas_map (GtkWidget *widget)
{
  tl_owner_map_canvas_take_scroller (TL_OWNER_MAP_CANVAS (widget));
  GTK_WIDGET_CLASS (tl_owner_map_canvas_parent_class)->map (widget);
  tl_owner_map_canvas_plan_update (TL_OWNER_MAP_CANVAS (widget));
}

static void
tl_owner_map_canvas_css_changed (GtkWidget         *widget,
                                 GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (tl_owner_map_canvas_parent_class)->css_changed (widget, change);
  tl_owner_map_canvas_forget_edges (TL_OWNER_MAP_CANVAS (widget));
}

/* Laid out anew, the edges are elsewhere, and other nodes may be seen. */
static void
follow_layout (TlOwnerMapCanvas *self)
{
  double pitch = tl_owner_map_layout_get_pitch (tl_owner_map_canvas_get_layout (self));
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  if (pitch == self->drawn_pitch && width == self->drawn_width)
    return;
  self->drawn_pitch = pitch;
  self->drawn_width = width;
  self->shown_to = self->shown_from;
  tl_owner_map_canvas_forget_places (self);
  tl_owner_map_canvas_plan_update (self);
}

static void
tl_owner_map_canvas_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  TlOwnerMapCanvas *self = TL_OWNER_MAP_CANVAS (widget);

  if (self->map != NULL)
    {
      follow_layout (self);
      tl_owner_map_canvas_draw_edges (self, snapshot);
    }
  tl_owner_map_canvas_draw_nodes (self, snapshot);
}

/* A node that is put away may be given the keyboard back, but stands for nothing. */
static guint
find_number (TlOwnerMapCanvas *self,
             GtkWidget        *child)
{
  guint number = TL_IS_OWNER_NODE (child) ? tl_owner_node_get_number (TL_OWNER_NODE (child)) : TL_NO_NODE;

  return number != TL_NO_NODE && tl_owner_map_canvas_find_widget (self, number) == child ? number : TL_NO_NODE;
}

/* Who has the keyboard, which traces its paths as the pointer does. */
static void
tl_owner_map_canvas_set_focus_child (GtkWidget *widget,
                                     GtkWidget *child)
{
  TlOwnerMapCanvas *self = TL_OWNER_MAP_CANVAS (widget);

  GTK_WIDGET_CLASS (tl_owner_map_canvas_parent_class)->set_focus_child (widget, child);
  self->focused = find_number (self, child);
  tl_owner_map_canvas_update_trace (self);
}

static void
tl_owner_map_canvas_get_property (GObject    *object,
                                  guint       id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  TlOwnerMapCanvas *self = TL_OWNER_MAP_CANVAS (object);

  switch ((TlOwnerMapCanvasProperty) id)
    {
    case PROP_CHOSEN:
      g_value_set_uint (value, self->chosen);
      break;
    case PROP_ZOOM:
      g_value_set_double (value, tl_owner_map_canvas_get_zoom (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_owner_map_canvas_set_property (GObject      *object,
                                  guint         id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  switch ((TlOwnerMapCanvasProperty) id)
    {
    case PROP_ZOOM:
      tl_owner_map_canvas_set_zoom (TL_OWNER_MAP_CANVAS (object), g_value_get_double (value));
      break;
    case PROP_CHOSEN:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_owner_map_canvas_dispose (GObject *object)
{
  TlOwnerMapCanvas *self = TL_OWNER_MAP_CANVAS (object);

  g_clear_handle_id (&self->forgetting, g_source_remove);
  g_clear_handle_id (&self->saying, g_source_remove);
  tl_owner_map_canvas_forget_places (self);
  tl_owner_map_canvas_put_away (self, NULL);
  for (TlMapColumn column = 0; column < TL_N_MAP_COLUMNS; column++)
    g_ptr_array_set_size (self->spare[column], 0);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_first_child (GTK_WIDGET (self)))
    gtk_widget_unparent (child);
  self->pattern = NULL;
  g_clear_object (&self->across);
  g_clear_object (&self->down);
  g_clear_pointer (&self->trace, tl_map_trace_free);
  g_clear_pointer (&self->map, tl_owner_map_free);

  G_OBJECT_CLASS (tl_owner_map_canvas_parent_class)->dispose (object);
}

static void
tl_owner_map_canvas_finalize (GObject *object)
{
  TlOwnerMapCanvas *self = TL_OWNER_MAP_CANVAS (object);

  g_hash_table_unref (self->shown);
  for (TlMapColumn column = 0; column < TL_N_MAP_COLUMNS; column++)
    g_ptr_array_unref (self->spare[column]);
  g_ptr_array_unref (self->bands);
  g_string_free (self->typed, TRUE);

  G_OBJECT_CLASS (tl_owner_map_canvas_parent_class)->finalize (object);
}

static void
tl_owner_map_canvas_class_init (TlOwnerMapCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_owner_map_canvas_dispose;
  object_class->finalize = tl_owner_map_canvas_finalize;
  object_class->get_property = tl_owner_map_canvas_get_property;
  object_class->set_property = tl_owner_map_canvas_set_property;
  widget_class->map = tl_owner_map_canvas_map;
  widget_class->css_changed = tl_owner_map_canvas_css_changed;
  widget_class->snapshot = tl_owner_map_canvas_snapshot;
  widget_class->focus = tl_owner_map_canvas_move_focus;
  widget_class->set_focus_child = tl_owner_map_canvas_set_focus_child;

  /**
   * TlOwnerMapCanvas:chosen:
   *
   * Number of the node whose paths are kept, %TL_NO_NODE when all are.
   */
  properties[PROP_CHOSEN] = g_param_spec_uint ("chosen", NULL, NULL, 0, TL_NO_NODE, TL_NO_NODE,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  /**
   * TlOwnerMapCanvas:zoom:
   *
   * How much larger than usual the map is drawn, never so small that it can't be read.
   */
  properties[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, TL_OWNER_MAP_LEAST_ZOOM, TL_OWNER_MAP_MOST_ZOOM, 1,
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_layout_manager_type (widget_class, TL_TYPE_OWNER_MAP_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "ownermap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
tl_owner_map_canvas_init (TlOwnerMapCanvas *self)
{
  self->shown = g_hash_table_new (NULL, NULL);
  for (TlMapColumn column = 0; column < TL_N_MAP_COLUMNS; column++)
    self->spare[column] = g_ptr_array_new ();
  self->bands = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_owner_map_band_free);
  self->typed = g_string_new ("");
  self->chosen = self->hovered = self->focused = self->traced = TL_NO_NODE;
  self->pattern = tl_owner_node_new_pattern ();
  gtk_widget_set_parent (self->pattern, GTK_WIDGET (self));
  tl_owner_map_layout_set_pattern (tl_owner_map_canvas_get_layout (self), self->pattern);
  tl_owner_map_canvas_set_up_input (self);
}

/**
 * tl_owner_map_canvas_set_map:
 * @self: a canvas
 * @map: (transfer full) (nullable): the map to show
 *
 * Shows another map; nothing is chosen in it.
 */
void
tl_owner_map_canvas_set_map (TlOwnerMapCanvas *self,
                             TlOwnerMap       *map)
{
  self->hovered = self->focused = TL_NO_NODE;
  self->n_way = 0;
  tl_owner_map_canvas_set_chosen (self, TL_NO_NODE);
  tl_owner_map_canvas_put_away (self, NULL);
  g_clear_pointer (&self->trace, tl_map_trace_free);
  self->traced = TL_NO_NODE;
  g_clear_pointer (&self->map, tl_owner_map_free);
  self->map = map;
  self->shown_to = self->shown_from;
  tl_owner_map_layout_set_rows (tl_owner_map_canvas_get_layout (self), map != NULL ? tl_owner_map_get_height (map) : 0);
  tl_owner_map_canvas_forget_places (self);
  tl_owner_map_canvas_update_nodes (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * tl_owner_map_canvas_get_map:
 * @self: a canvas
 *
 * Returns: (transfer none) (nullable): the map that it shows
 */
const TlOwnerMap *
tl_owner_map_canvas_get_map (TlOwnerMapCanvas *self)
{
  return self->map;
}

/**
 * tl_owner_map_canvas_set_chosen:
 * @self: a canvas
 * @number: number of a node, %TL_NO_NODE for none
 *
 * Keeps the paths of a node and dims the others.
 */
void
tl_owner_map_canvas_set_chosen (TlOwnerMapCanvas *self,
                                guint             number)
{
  if (self->chosen == number)
    return;
  self->chosen = number;
  tl_owner_map_canvas_update_trace (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOSEN]);
}

/**
 * tl_owner_map_canvas_get_chosen:
 * @self: a canvas
 *
 * Returns: number of the node whose paths are kept, %TL_NO_NODE when all are
 */
guint
tl_owner_map_canvas_get_chosen (TlOwnerMapCanvas *self)
{
  return self->chosen;
}

/**
 * tl_owner_map_canvas_find_widget:
 * @self: a canvas
 * @number: number of a node
 *
 * Returns: (transfer none) (nullable): the button that shows it, %NULL where it is too far from what is seen
 */
GtkWidget *
tl_owner_map_canvas_find_widget (TlOwnerMapCanvas *self,
                                 guint             number)
{
  return g_hash_table_lookup (self->shown, GUINT_TO_POINTER (number));
}

static void
bring_into (GtkAdjustment *adjustment,
            double         from,
            double         length)
{
  if (adjustment != NULL)
    gtk_adjustment_clamp_page (adjustment, from, from + length);
}

/**
 * tl_owner_map_canvas_reveal:
 * @self: a canvas
 * @number: number of a node
 *
 * Scrolls until a node is seen.
 *
 * Returns: (transfer none) (nullable): the button that shows it, %NULL before the map has a size
 */
GtkWidget *
tl_owner_map_canvas_reveal (TlOwnerMapCanvas *self,
                            guint             number)
{
  const TlMapNode *node = tl_owner_map_get_node (self->map, number);
  graphene_rect_t box;

  tl_owner_map_layout_get_box (tl_owner_map_canvas_get_layout (self), node->column, node->y, &box);
  if (box.size.height > 0)
    {
      bring_into (self->across, box.origin.x, box.size.width);
      bring_into (self->down, box.origin.y, box.size.height);
    }
  tl_owner_map_canvas_update_nodes (self);
  /* Whoever goes there asks what it is. */
  tl_owner_map_canvas_say_nodes (self);
  return tl_owner_map_canvas_find_widget (self, number);
}

/**
 * tl_owner_map_canvas_get_zoom:
 * @self: a canvas
 *
 * Returns: how much larger than usual the map is drawn
 */
double
tl_owner_map_canvas_get_zoom (TlOwnerMapCanvas *self)
{
  return tl_owner_map_layout_get_zoom (tl_owner_map_canvas_get_layout (self));
}

/**
 * tl_owner_map_canvas_set_zoom:
 * @self: a canvas
 * @zoom: how much larger than usual the map is to be drawn
 *
 * Draws the map larger or smaller, as far as it can be read.
 */
void
tl_owner_map_canvas_set_zoom (TlOwnerMapCanvas *self,
                              double            zoom)
{
  zoom = CLAMP (zoom, TL_OWNER_MAP_LEAST_ZOOM, TL_OWNER_MAP_MOST_ZOOM);
  if (zoom == tl_owner_map_canvas_get_zoom (self))
    return;
  tl_owner_map_layout_set_zoom (tl_owner_map_canvas_get_layout (self), zoom);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
}

/**
 * tl_owner_map_canvas_fit:
 * @self: a canvas
 *
 * Draws the map as large as it fits into what is seen, but no larger than usual, and no smaller than can be read.
 */
void
tl_owner_map_canvas_fit (TlOwnerMapCanvas *self)
{
  double zoom = tl_owner_map_canvas_get_zoom (self);
  int width, height;

  if (self->down == NULL || self->map == NULL)
    return;
  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  if (width > 0 && height > 0)
    tl_owner_map_canvas_set_zoom (self, MIN (MIN (gtk_adjustment_get_page_size (self->across) * zoom / width,
                                                  gtk_adjustment_get_page_size (self->down) * zoom / height), 1));
}
