/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-owner-map-canvas-private.h"

#include <math.h>

#include "tl-owner-node.h"

/* Up to so many nodes are all there, for whoever has them read out one by one; more of them would take longer than a frame
 * to make, and of those only the ones near what is seen are there. */
#define MOST_WHOLE 100
/* How many rows around what is seen are there before they are seen, and how many at most are there that needn't be: few, so
 * that while the map is moved no frame has many to fill. */
#define ROWS_AROUND 2
#define ROWS_LEFT 3
/* In milliseconds: after that the map rests. */
#define REST_TIME 150

static void
show_look (TlOwnerMapCanvas *self,
           TlOwnerNode      *node)
{
  guint number = tl_owner_node_get_number (node);
  gboolean kept = self->trace != NULL && tl_map_trace_has_node (self->trace, number);

  tl_owner_node_set_look (node, number == self->chosen, kept, self->trace != NULL && !kept);
}

void
tl_owner_map_canvas_show_looks (TlOwnerMapCanvas *self)
{
  GHashTableIter iter;
  gpointer node;

  g_hash_table_iter_init (&iter, self->shown);
  while (g_hash_table_iter_next (&iter, NULL, &node))
    show_look (self, node);
}

static void
node_clicked_cb (TlOwnerMapCanvas *self,
                 TlOwnerNode      *node)
{
  guint number = tl_owner_node_get_number (node);

  /* A key clicks a moment after it is pressed, and the map may be another one by then. */
  if (g_hash_table_lookup (self->shown, GUINT_TO_POINTER (number)) == node)
    tl_owner_map_canvas_set_chosen (self, self->chosen == number ? TL_NO_NODE : number);
}

static void
node_enter_cb (GtkEventController *controller,
               double              x,
               double              y,
               TlOwnerMapCanvas   *self)
{
  self->hovered = tl_owner_node_get_number (TL_OWNER_NODE (gtk_event_controller_get_widget (controller)));
  tl_owner_map_canvas_update_trace (self);
}

static void
node_leave_cb (GtkEventController *controller,
               TlOwnerMapCanvas   *self)
{
  self->hovered = TL_NO_NODE;
  tl_owner_map_canvas_update_trace (self);
}

static GtkWidget *
take_widget (TlOwnerMapCanvas *self,
             TlMapColumn       column)
{
  GtkEventController *motion;
  GtkWidget *node;

  if (self->spare[column]->len > 0)
    return g_ptr_array_steal_index (self->spare[column], self->spare[column]->len - 1);
  node = tl_owner_node_new ();
  motion = gtk_event_controller_motion_new ();
  g_signal_connect_object (motion, "enter", G_CALLBACK (node_enter_cb), self, 0);
  g_signal_connect_object (motion, "leave", G_CALLBACK (node_leave_cb), self, 0);
  gtk_widget_add_controller (node, motion);
  g_signal_connect_object (node, "clicked", G_CALLBACK (node_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (node, GTK_WIDGET (self));
  return node;
}

static GtkWidget *
show_node (TlOwnerMapCanvas *self,
           guint             number)
{
  const TlMapNode *node = tl_owner_map_get_node (self->map, number);
  GtkWidget *widget = g_hash_table_lookup (self->shown, GUINT_TO_POINTER (number));

  if (widget != NULL)
    return widget;
  widget = take_widget (self, node->column);
  tl_owner_node_set_node (TL_OWNER_NODE (widget), self->map, number);
  tl_owner_map_layout_set_place (tl_owner_map_canvas_get_layout (self), widget, node->column, node->y);
  gtk_widget_set_visible (widget, TRUE);
  show_look (self, TL_OWNER_NODE (widget));
  g_hash_table_insert (self->shown, GUINT_TO_POINTER (number), widget);
  return widget;
}

/* The first node of a column that ends below a height. */
static guint
find_first (TlOwnerMapCanvas *self,
            TlMapColumn       column,
            double            from)
{
  guint low = 0, high = tl_owner_map_count (self->map, column);

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (tl_owner_map_get_node (self->map, tl_owner_map_get_at (self->map, column, middle))->y + 1 > from)
        high = middle;
      else
        low = middle + 1;
    }
  return low;
}

/* What isn't needed any more is kept to be used again; those that aren't used at once are hidden afterwards. */
void
tl_owner_map_canvas_put_away (TlOwnerMapCanvas *self,
                              GHashTable       *kept)
{
  GHashTableIter iter;
  gpointer number, node;

  g_hash_table_iter_init (&iter, self->shown);
  while (g_hash_table_iter_next (&iter, &number, &node))
    {
      if (kept != NULL && g_hash_table_contains (kept, number))
        continue;
      if (kept == NULL)
        gtk_widget_set_visible (node, FALSE);
      g_ptr_array_add (self->spare[tl_owner_node_get_column (node)], node);
      g_hash_table_iter_remove (&iter);
    }
}

static void
hide_spare (TlOwnerMapCanvas *self)
{
  for (TlMapColumn column = 0; column < TL_N_MAP_COLUMNS; column++)
    {
      for (guint i = 0; i < self->spare[column]->len; i++)
        {
          GtkWidget *node = g_ptr_array_index (self->spare[column], i);

          if (!gtk_widget_get_visible (node))
            continue;
          gtk_widget_set_visible (node, FALSE);
          gtk_accessible_reset_relation (GTK_ACCESSIBLE (node), GTK_ACCESSIBLE_RELATION_FLOW_TO);
        }
    }
}

/* Whom a node leads to, as far as that is there; its description names all of them. */
static void
relate (TlOwnerMapCanvas *self,
        guint             number,
        GtkWidget        *node)
{
  g_autoptr (GList) others = NULL;
  GtkAccessibleRelation relation = GTK_ACCESSIBLE_RELATION_FLOW_TO;
  g_auto (GValue) value = G_VALUE_INIT;

  for (guint i = tl_owner_map_count_edges (self->map, number, 1); i > 0; i--)
    {
      GtkWidget *other = tl_owner_map_canvas_find_widget (self, tl_owner_map_get_joined (self->map, number, 1, i - 1));

      if (other != NULL)
        others = g_list_prepend (others, other);
    }
  if (others == NULL)
    {
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (node), relation);
      return;
    }
  g_value_init (&value, gtk_accessible_list_get_type ());
  g_value_take_boxed (&value, gtk_accessible_list_new_from_list (others));
  gtk_accessible_update_relation_value (GTK_ACCESSIBLE (node), 1, &relation, &value);
}

/* In reading order, so that screen readers go down each column in turn. */
static void
order_nodes (TlOwnerMapCanvas *self,
             TlMapColumn       column,
             GtkWidget       **previous)
{
  for (guint row = find_first (self, column, self->shown_from); row < tl_owner_map_count (self->map, column); row++)
    {
      guint number = tl_owner_map_get_at (self->map, column, row);
      GtkWidget *widget = tl_owner_map_canvas_find_widget (self, number);

      if (tl_owner_map_get_node (self->map, number)->y >= self->shown_to || widget == NULL)
        break;
      if (gtk_widget_get_prev_sibling (widget) != *previous)
        gtk_widget_insert_after (widget, GTK_WIDGET (self), *previous);
      *previous = widget;
    }
}

/* What only those need who hear or ask, who can wait until the map that is moved rests. */
void
tl_owner_map_canvas_say_nodes (TlOwnerMapCanvas *self)
{
  GtkWidget *previous = self->pattern;
  GHashTableIter iter;
  gpointer number, node;

  g_clear_handle_id (&self->saying, g_source_remove);
  if (self->map == NULL)
    return;
  for (TlMapColumn column = 0; column < TL_N_MAP_COLUMNS; column++)
    order_nodes (self, column, &previous);
  g_hash_table_iter_init (&iter, self->shown);
  while (g_hash_table_iter_next (&iter, &number, &node))
    {
      tl_owner_node_say (node, self->map);
      relate (self, GPOINTER_TO_UINT (number), node);
    }
}

static void
say_cb (gpointer data)
{
  TlOwnerMapCanvas *self = data;

  self->saying = 0;
  tl_owner_map_canvas_say_nodes (self);
}

static void
plan_saying (TlOwnerMapCanvas *self)
{
  g_clear_handle_id (&self->saying, g_source_remove);
  self->saying = g_timeout_add_once (REST_TIME, say_cb, self);
}

/* What has the keyboard stays. */
static void
show_nodes (TlOwnerMapCanvas *self,
            double            from,
            double            to)
{
  g_autoptr (GHashTable) kept = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (guint));

  self->shown_from = from;
  self->shown_to = to;
  for (TlMapColumn column = 0; column < TL_N_MAP_COLUMNS; column++)
    {
      for (guint row = find_first (self, column, from); row < tl_owner_map_count (self->map, column); row++)
        {
          guint number = tl_owner_map_get_at (self->map, column, row);

          if (tl_owner_map_get_node (self->map, number)->y >= to)
            break;
          g_hash_table_add (kept, GUINT_TO_POINTER (number));
          g_array_append_val (wanted, number);
        }
    }
  if (self->focused != TL_NO_NODE)
    g_hash_table_add (kept, GUINT_TO_POINTER (self->focused));
  tl_owner_map_canvas_put_away (self, kept);
  for (guint i = 0; i < wanted->len; i++)
    show_node (self, g_array_index (wanted, guint, i));
  hide_spare (self);
}

static gboolean
is_whole (TlOwnerMapCanvas *self)
{
  return tl_owner_map_get_n_nodes (self->map) <= MOST_WHOLE;
}

void
tl_owner_map_canvas_update_nodes (TlOwnerMapCanvas *self)
{
  double pitch = tl_owner_map_layout_get_pitch (tl_owner_map_canvas_get_layout (self)), from, to;

  if (self->map == NULL)
    return;
  if (is_whole (self))
    {
      show_nodes (self, -1, tl_owner_map_get_height (self->map) + 1);
      tl_owner_map_canvas_say_nodes (self);
      return;
    }
  if (self->down == NULL || pitch <= 0)
    return;
  from = floor (gtk_adjustment_get_value (self->down) / pitch) - ROWS_AROUND;
  to = ceil ((gtk_adjustment_get_value (self->down) + gtk_adjustment_get_page_size (self->down)) / pitch) + ROWS_AROUND;
  /* As long as what is seen is there, and little else, nothing is moved about. */
  if (from >= self->shown_from && to <= self->shown_to && to - from + ROWS_LEFT >= self->shown_to - self->shown_from)
    return;
  show_nodes (self, from, to);
  plan_saying (self);
}

static gboolean
update_nodes_cb (GtkWidget     *widget,
                 GdkFrameClock *clock,
                 gpointer       data)
{
  TlOwnerMapCanvas *self = TL_OWNER_MAP_CANVAS (widget);

  self->updating = 0;
  tl_owner_map_canvas_update_nodes (self);
  return G_SOURCE_REMOVE;
}

/* What is found out while things are laid out is done before the next frame. */
void
tl_owner_map_canvas_plan_update (TlOwnerMapCanvas *self)
{
  if (self->updating == 0)
    self->updating = gtk_widget_add_tick_callback (GTK_WIDGET (self), update_nodes_cb, NULL, NULL);
}

static void
scrolled_cb (TlOwnerMapCanvas *self)
{
  tl_owner_map_canvas_update_nodes (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
tl_owner_map_canvas_take_scroller (TlOwnerMapCanvas *self)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);

  g_clear_object (&self->across);
  if (self->down != NULL)
    g_signal_handlers_disconnect_by_data (self->down, self);
  g_clear_object (&self->down);
  if (scroller == NULL)
    return;
  self->across = g_object_ref (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scroller)));
  self->down = g_object_ref (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)));
  g_signal_connect_object (self->down, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->down, "changed", G_CALLBACK (tl_owner_map_canvas_plan_update), self, G_CONNECT_SWAPPED);
}

/**
 * tl_owner_map_canvas_align:
 * @self: a canvas
 * @headings: what is laid out as its columns are, by a TlOwnerMapLayout
 *
 * Lets headings stand above the columns, as wide as those are.
 */
void
tl_owner_map_canvas_align (TlOwnerMapCanvas *self,
                           GtkWidget        *headings)
{
  tl_owner_map_layout_set_column_pattern (TL_OWNER_MAP_LAYOUT (gtk_widget_get_layout_manager (headings)), self->pattern);
}
