/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-owner-map-canvas-private.h"

#include <math.h>

#include "tl-owner-node.h"

/* How long somebody may think between two letters, in milliseconds. */
#define FORGET_TIME 1500
#define ZOOM_STEP 1.15

/* ── The keyboard ── */

static gboolean
go_to (TlOwnerMapCanvas *self,
       guint             number)
{
  GtkWidget *node = tl_owner_map_canvas_reveal (self, number);

  /* A pointer that rests on another node meanwhile isn't what is looked at. */
  self->hovered = TL_NO_NODE;
  tl_owner_map_canvas_set_chosen (self, number);
  return node != NULL && gtk_widget_grab_focus (node);
}

/* One press of Tab comes to what was chosen last, or to the first risk, and one leaves. */
static gboolean
enter (TlOwnerMapCanvas *self)
{
  GtkWidget *node;
  guint number = self->chosen;

  if (self->map == NULL || tl_owner_map_get_n_nodes (self->map) == 0)
    return FALSE;
  if (number == TL_NO_NODE)
    number = tl_owner_map_get_at (self->map, TL_MAP_COLUMN_RISK, 0);
  node = tl_owner_map_canvas_reveal (self, number);
  return node != NULL && gtk_widget_grab_focus (node);
}

/* Of what a way leads to, what lies nearest in height to where it ends. */
static guint
find_next (TlOwnerMapCanvas *self)
{
  g_autoptr (GArray) next = tl_owner_map_list_next (self->map, self->way, self->n_way);
  double y = tl_owner_map_get_node (self->map, self->way[self->n_way - 1])->y, least = INFINITY;
  guint nearest = TL_NO_NODE;

  for (guint i = 0; i < next->len; i++)
    {
      guint number = g_array_index (next, guint, i);
      double distance = fabs (tl_owner_map_get_node (self->map, number)->y - y);

      if (distance >= least)
        continue;
      least = distance;
      nearest = number;
    }
  return nearest;
}

/* From a risk on only along its own paths, and back the way that was come: an edge alone may be another risk's. Elsewhere
 * along any edge. */
static guint
follow (TlOwnerMapCanvas *self,
        gboolean          onwards)
{
  guint to;

  if (tl_owner_map_get_node (self->map, self->focused)->column == TL_MAP_COLUMN_RISK)
    {
      self->way[0] = self->focused;
      self->n_way = 1;
    }
  if (self->n_way == 0 || self->way[self->n_way - 1] != self->focused)
    {
      self->n_way = 0;
      return tl_owner_map_follow (self->map, self->focused, onwards ? 1 : -1);
    }
  if (!onwards)
    return self->n_way > 1 ? self->way[--self->n_way - 1] : TL_NO_NODE;
  to = self->n_way < TL_N_MAP_COLUMNS ? find_next (self) : TL_NO_NODE;
  if (to != TL_NO_NODE)
    self->way[self->n_way++] = to;
  return to;
}

/* To another node of the column: on the way too, where it is on the same risk's paths. */
static guint
step (TlOwnerMapCanvas *self,
      int               rows)
{
  guint to = tl_owner_map_step (self->map, self->focused, rows);

  if (to != TL_NO_NODE && self->n_way > 1 && self->way[self->n_way - 1] == self->focused)
    {
      g_autoptr (GArray) beside = tl_owner_map_list_next (self->map, self->way, self->n_way - 1);

      for (guint i = 0; i < beside->len; i++)
        {
          if (g_array_index (beside, guint, i) == to)
            self->way[self->n_way - 1] = to;
        }
    }
  return to;
}

/* Arrow keys walk along edges and columns; whoever comes to a node by them chooses it, as in a list. */
gboolean
tl_owner_map_canvas_move_focus (GtkWidget        *widget,
                                GtkDirectionType  direction)
{
  TlOwnerMapCanvas *self = TL_OWNER_MAP_CANVAS (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  guint to = TL_NO_NODE;

  if (self->focused == TL_NO_NODE)
    return enter (self);
  switch (direction)
    {
    case GTK_DIR_LEFT:
    case GTK_DIR_RIGHT:
      to = follow (self, (direction == GTK_DIR_RIGHT) != mirrored);
      break;
    case GTK_DIR_UP:
    case GTK_DIR_DOWN:
      to = step (self, direction == GTK_DIR_DOWN ? 1 : -1);
      break;
    case GTK_DIR_TAB_FORWARD:
    case GTK_DIR_TAB_BACKWARD:
    default:
      return FALSE;
    }
  return to != TL_NO_NODE ? go_to (self, to) : gtk_widget_keynav_failed (widget, direction);
}

/* ── Typing a name ── */

static void
forget_cb (gpointer data)
{
  TlOwnerMapCanvas *self = data;

  self->forgetting = 0;
  g_string_truncate (self->typed, 0);
}

static gboolean
starts_a_word (const char *text,
               const char *folded)
{
  g_autofree char *all = g_utf8_casefold (text, -1);
  gsize length = strlen (folded);

  for (const char *at = all; at != NULL; at = strchr (at, ' '))
    {
      at += *at == ' ';
      if (strncmp (at, folded, length) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
matches (TlOwnerMapCanvas *self,
         guint             number,
         const char       *folded)
{
  const TlMapNode *node = tl_owner_map_get_node (self->map, number);

  return starts_a_word (node->title, folded) || (node->risk != NULL && node->caption != NULL && starts_a_word (node->caption, folded));
}

/* The next node in reading order whose title, or a risk's ref, has a word that begins so; the one with the keyboard stays as
 * long as it does. */
static guint
find_typed (TlOwnerMapCanvas *self)
{
  g_autofree char *folded = g_utf8_casefold (self->typed->str, -1);
  const TlMapNode *from = self->focused != TL_NO_NODE ? tl_owner_map_get_node (self->map, self->focused) : NULL;
  guint n = tl_owner_map_get_n_nodes (self->map), column = from != NULL ? (guint) from->column : 0, row = from != NULL ? from->row : 0;

  for (guint i = 0; i < n; i++)
    {
      guint number;

      while (row >= tl_owner_map_count (self->map, (TlMapColumn) column))
        {
          column = (column + 1) % TL_N_MAP_COLUMNS;
          row = 0;
        }
      number = tl_owner_map_get_at (self->map, (TlMapColumn) column, row++);
      if (matches (self, number, folded))
        return number;
    }
  return TL_NO_NODE;
}

static gboolean
type_letter (TlOwnerMapCanvas *self,
             guint             key)
{
  gunichar letter = gdk_keyval_to_unicode (key);
  guint found;

  if (!g_unichar_isprint (letter) || (letter == ' ' && self->typed->len == 0))
    return FALSE;
  g_string_append_unichar (self->typed, letter);
  g_clear_handle_id (&self->forgetting, g_source_remove);
  self->forgetting = g_timeout_add_once (FORGET_TIME, forget_cb, self);
  found = find_typed (self);
  if (found == TL_NO_NODE)
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    go_to (self, found);
  return TRUE;
}

static gboolean
go_along_column (TlOwnerMapCanvas *self,
                 gboolean          to_end)
{
  TlMapColumn column = tl_owner_map_get_node (self->map, self->focused)->column;

  return go_to (self, tl_owner_map_get_at (self->map, column, to_end ? tl_owner_map_count (self->map, column) - 1 : 0));
}

static gboolean
key_pressed_cb (TlOwnerMapCanvas      *self,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                GtkEventControllerKey *controller)
{
  if (self->map == NULL || self->focused == TL_NO_NODE || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return FALSE;
  switch (key)
    {
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      return go_along_column (self, FALSE);
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      return go_along_column (self, TRUE);
    case GDK_KEY_Escape:
      if (self->chosen == TL_NO_NODE)
        return FALSE;
      tl_owner_map_canvas_set_chosen (self, TL_NO_NODE);
      return TRUE;
    default:
      return type_letter (self, key);
    }
}

/* ── Larger and smaller ── */

static gboolean
scroll_cb (TlOwnerMapCanvas         *self,
           double                    dx,
           double                    dy,
           GtkEventControllerScroll *controller)
{
  if ((gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller)) & GDK_CONTROL_MASK) == 0 || dy == 0)
    return FALSE;
  tl_owner_map_canvas_step_zoom (self, dy < 0 ? 1 : -1);
  return TRUE;
}

static void
pinch_begin_cb (TlOwnerMapCanvas *self)
{
  self->zoom_before = tl_owner_map_canvas_get_zoom (self);
}

static void
pinch_cb (TlOwnerMapCanvas *self,
          double            scale)
{
  tl_owner_map_canvas_set_zoom (self, self->zoom_before * scale);
}

/**
 * tl_owner_map_canvas_step_zoom:
 * @self: a canvas
 * @steps: 1 for larger, -1 for smaller
 *
 * Draws the map a step larger or smaller.
 */
void
tl_owner_map_canvas_step_zoom (TlOwnerMapCanvas *self,
                               int               steps)
{
  double zoom = tl_owner_map_canvas_get_zoom (self);

  tl_owner_map_canvas_set_zoom (self, steps > 0 ? zoom * ZOOM_STEP : zoom / ZOOM_STEP);
}

void
tl_owner_map_canvas_set_up_input (TlOwnerMapCanvas *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *wheel = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL
                                                               | GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  /* Before a node takes a space for a press. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (wheel, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), wheel);
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
}
