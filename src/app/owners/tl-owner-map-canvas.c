/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-owner-map-canvas.h"

#include "tl-map-edge.h"
#include "tl-owner-map-layout.h"
#include "tl-owner-node.h"
#include "tl-widget-ink.h"

/* How far apart edges leave one node, in pixels of the design, and what stays free at its corners. */
#define FAN 7
#define CORNER 8

struct _TlOwnerMapCanvas
{
  GtkWidget parent_instance;

  TlOwnerMap *map;
  GPtrArray *nodes;
  guint chosen;
  TlMapTrace *trace;
};

typedef enum
{
  PROP_CHOSEN = 1,
} TlOwnerMapCanvasProperty;

static GParamSpec *properties[PROP_CHOSEN + 1];

G_DEFINE_FINAL_TYPE (TlOwnerMapCanvas, tl_owner_map_canvas, GTK_TYPE_WIDGET)

static TlOwnerNode *
get_node (TlOwnerMapCanvas *self,
          guint             number)
{
  return g_ptr_array_index (self->nodes, number);
}

static void
update_looks (TlOwnerMapCanvas *self)
{
  g_clear_pointer (&self->trace, tl_map_trace_free);
  if (self->chosen != TL_NO_NODE)
    self->trace = tl_owner_map_trace (self->map, self->chosen);
  for (guint i = 0; i < self->nodes->len; i++)
    {
      gboolean kept = self->trace != NULL && tl_map_trace_has_node (self->trace, i);

      tl_owner_node_set_look (get_node (self, i), i == self->chosen, kept, self->chosen != TL_NO_NODE && !kept);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* How far from a node's middle an edge leaves it, which fan out in the order of their other ends. */
static double
get_fan (guint  place,
         guint  n,
         double height)
{
  return n < 2 ? 0 : (place - (n - 1) / 2.0) * MIN (FAN, (height - 2 * CORNER) / (n - 1));
}

static void
draw_edge (TlOwnerMapCanvas *self,
           cairo_t          *cr,
           const TlInk      *ink,
           guint             number,
           TlMapEdgeLook     look)
{
  const TlMapEdge *edge = tl_owner_map_get_edge (self->map, number);
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  graphene_rect_t from, to;
  double x1, x2, y1, y2;

  if (!gtk_widget_compute_bounds (GTK_WIDGET (get_node (self, edge->from)), GTK_WIDGET (self), &from)
      || !gtk_widget_compute_bounds (GTK_WIDGET (get_node (self, edge->to)), GTK_WIDGET (self), &to))
    return;

  x1 = mirrored ? from.origin.x : from.origin.x + from.size.width;
  x2 = mirrored ? to.origin.x + to.size.width : to.origin.x;
  y1 = from.origin.y + from.size.height / 2 + get_fan (edge->from_place, edge->n_from, from.size.height);
  y2 = to.origin.y + to.size.height / 2 + get_fan (edge->to_place, edge->n_to, to.size.height);
  tl_map_edge_draw (cr, ink, edge, look, x1, y1, x2, y2);
}

static void
draw_edges (TlOwnerMapCanvas *self,
            cairo_t          *cr)
{
  g_autoptr (TlInk) ink = tl_widget_ink_new (GTK_WIDGET (self));
  guint n_edges = tl_owner_map_get_n_edges (self->map);

  /* What is kept lies above what is dimmed. */
  for (int kept = 0; kept <= 1; kept++)
    {
      for (guint i = 0; i < n_edges; i++)
        {
          gboolean on_path = self->trace != NULL && tl_map_trace_has_edge (self->trace, i);

          if (on_path == kept)
            draw_edge (self, cr, ink, i, self->chosen == TL_NO_NODE ? TL_MAP_EDGE_PLAIN
                                         : on_path ? TL_MAP_EDGE_KEPT : TL_MAP_EDGE_DIMMED);
        }
    }
}

static void
tl_owner_map_canvas_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  TlOwnerMapCanvas *self = TL_OWNER_MAP_CANVAS (widget);

  if (self->map != NULL)
    {
      cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                                              (float) gtk_widget_get_height (widget)));

      draw_edges (self, cr);
      cairo_destroy (cr);
    }
  GTK_WIDGET_CLASS (tl_owner_map_canvas_parent_class)->snapshot (widget, snapshot);
}

static void
node_clicked_cb (TlOwnerMapCanvas *self,
                 TlOwnerNode      *node)
{
  guint number = tl_owner_node_get_number (node);

  tl_owner_map_canvas_set_chosen (self, self->chosen == number ? TL_NO_NODE : number);
}

static guint
find_focus (TlOwnerMapCanvas *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));

  return TL_IS_OWNER_NODE (focus) ? tl_owner_node_get_number (TL_OWNER_NODE (focus)) : TL_NO_NODE;
}

/* Arrow keys walk along edges and columns; whoever comes to a node by them chooses it, as in a list. */
static gboolean
tl_owner_map_canvas_focus (GtkWidget        *widget,
                           GtkDirectionType  direction)
{
  TlOwnerMapCanvas *self = TL_OWNER_MAP_CANVAS (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  guint from = find_focus (self), to = TL_NO_NODE;

  if (from == TL_NO_NODE)
    return GTK_WIDGET_CLASS (tl_owner_map_canvas_parent_class)->focus (widget, direction);
  switch (direction)
    {
    case GTK_DIR_LEFT:
    case GTK_DIR_RIGHT:
      to = tl_owner_map_follow (self->map, from, (direction == GTK_DIR_RIGHT) != mirrored ? 1 : -1);
      break;
    case GTK_DIR_UP:
    case GTK_DIR_DOWN:
      to = tl_owner_map_step (self->map, from, direction == GTK_DIR_DOWN ? 1 : -1);
      break;
    case GTK_DIR_TAB_FORWARD:
    case GTK_DIR_TAB_BACKWARD:
    default:
      return GTK_WIDGET_CLASS (tl_owner_map_canvas_parent_class)->focus (widget, direction);
    }

  if (to == TL_NO_NODE)
    return gtk_widget_keynav_failed (widget, direction);
  tl_owner_map_canvas_set_chosen (self, to);
  return gtk_widget_grab_focus (GTK_WIDGET (get_node (self, to)));
}

static void
clear_nodes (TlOwnerMapCanvas *self)
{
  g_ptr_array_set_size (self->nodes, 0);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_first_child (GTK_WIDGET (self)))
    gtk_widget_unparent (child);
}

static void
tl_owner_map_canvas_get_property (GObject    *object,
                                  guint       id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  switch ((TlOwnerMapCanvasProperty) id)
    {
    case PROP_CHOSEN:
      g_value_set_uint (value, TL_OWNER_MAP_CANVAS (object)->chosen);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_owner_map_canvas_dispose (GObject *object)
{
  TlOwnerMapCanvas *self = TL_OWNER_MAP_CANVAS (object);

  clear_nodes (self);
  g_clear_pointer (&self->trace, tl_map_trace_free);
  g_clear_pointer (&self->map, tl_owner_map_free);

  G_OBJECT_CLASS (tl_owner_map_canvas_parent_class)->dispose (object);
}

static void
tl_owner_map_canvas_finalize (GObject *object)
{
  g_ptr_array_unref (TL_OWNER_MAP_CANVAS (object)->nodes);

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
  widget_class->snapshot = tl_owner_map_canvas_snapshot;
  widget_class->focus = tl_owner_map_canvas_focus;

  /**
   * TlOwnerMapCanvas:chosen:
   *
   * Number of the node whose paths are kept, %TL_NO_NODE when all are.
   */
  properties[PROP_CHOSEN] = g_param_spec_uint ("chosen", NULL, NULL, 0, TL_NO_NODE, TL_NO_NODE,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_layout_manager_type (widget_class, TL_TYPE_OWNER_MAP_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "ownermap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
tl_owner_map_canvas_init (TlOwnerMapCanvas *self)
{
  self->nodes = g_ptr_array_new ();
  self->chosen = TL_NO_NODE;
}

/* The nodes in reading order, so that Tab and screen readers go down each column in turn. */
static void
add_nodes (TlOwnerMapCanvas *self)
{
  TlOwnerMapLayout *layout = TL_OWNER_MAP_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  for (guint i = 0; i < tl_owner_map_get_n_nodes (self->map); i++)
    g_ptr_array_add (self->nodes, tl_owner_node_new (self->map, i));

  for (TlMapColumn column = 0; column < TL_N_MAP_COLUMNS; column++)
    {
      for (guint row = 0; row < tl_owner_map_count (self->map, column); row++)
        {
          for (guint i = 0; i < self->nodes->len; i++)
            {
              const TlMapNode *node = tl_owner_map_get_node (self->map, i);
              GtkWidget *child = GTK_WIDGET (get_node (self, i));

              if (node->column != column || node->row != row)
                continue;
              gtk_widget_set_parent (child, GTK_WIDGET (self));
              tl_owner_map_layout_set_place (layout, child, column, node->y);
              g_signal_connect_object (child, "clicked", G_CALLBACK (node_clicked_cb), self, G_CONNECT_SWAPPED);
            }
        }
    }
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
  tl_owner_map_canvas_set_chosen (self, TL_NO_NODE);
  clear_nodes (self);
  g_clear_pointer (&self->map, tl_owner_map_free);
  self->map = map;
  if (map != NULL)
    add_nodes (self);
  update_looks (self);
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
  if (self->map != NULL)
    update_looks (self);
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
