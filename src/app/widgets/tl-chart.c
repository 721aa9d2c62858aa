/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-chart.h"

#include <math.h>

#include "tl-chart-part.h"
#include "tl-chart-words.h"

/* How near the pointer must be to a point, in pixels of the design. */
#define REACH 8

typedef struct
{
  GPtrArray *parts;
  TlBox *boxes;
  TlChartPart *hovered;
  guint current;
} TlChartPrivate;

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TlChart, tl_chart, TL_TYPE_DRAWN_CELL)

static TlChartPrivate *
get_private (TlChart *self)
{
  return tl_chart_get_instance_private (self);
}

/* ── Parts ── */

static void
unparent_part (gpointer part)
{
  gtk_widget_unparent (part);
}

static gboolean
is_reachable (GtkWidget *part)
{
  return gtk_widget_get_child_visible (part);
}

static TlChartPart *
get_focused (TlChart *self)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self));

  return child != NULL && TL_IS_CHART_PART (child) && gtk_widget_has_focus (child) ? TL_CHART_PART (child) : NULL;
}

static void
add_part (TlChart    *self,
          guint       n_parts,
          const char *sentence)
{
  TlChartPrivate *priv = get_private (self);
  GtkWidget *part = tl_chart_part_new (priv->parts->len, n_parts, sentence);

  if (TL_CHART_GET_CLASS (self)->parts == TL_CHART_PARTS_ROWS)
    gtk_widget_add_css_class (part, "row");
  gtk_widget_set_parent (part, GTK_WIDGET (self));
  g_ptr_array_add (priv->parts, part);
}

/* Parts that are there are made to say something else, since to make hundreds anew takes a good part of a frame. Whoever is
 * at one of them isn't taken to what stands in its place now. */
static void
update_parts (TlChart *self)
{
  TlChartPrivate *priv = get_private (self);
  guint n_parts = TL_CHART_GET_CLASS (self)->count_parts (self);

  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
    g_ptr_array_set_size (priv->parts, 0);
  else if (priv->parts->len > n_parts)
    g_ptr_array_set_size (priv->parts, (int) n_parts);
  for (guint i = 0; i < n_parts; i++)
    {
      g_autofree char *sentence = TL_CHART_GET_CLASS (self)->describe_part (self, i);

      if (i < priv->parts->len)
        tl_chart_part_say (priv->parts->pdata[i], n_parts, sentence);
      else
        add_part (self, n_parts, sentence);
    }
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* The next part that is drawn, from one on. */
static TlChartPart *
find_reachable (TlChart *self,
                int      from,
                int      step)
{
  TlChartPrivate *priv = get_private (self);

  for (int i = from; i >= 0 && i < (int) priv->parts->len; i += step)
    if (is_reachable (priv->parts->pdata[i]))
      return priv->parts->pdata[i];
  return NULL;
}

static gboolean
focus_part (TlChart     *self,
            TlChartPart *part)
{
  TlChartPrivate *priv = get_private (self);

  if (part == NULL || !gtk_widget_grab_focus (GTK_WIDGET (part)))
    return FALSE;
  priv->current = tl_chart_part_get_index (part);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[CHOSEN], 0, priv->current);

  return TRUE;
}

/* Where the keyboard comes to: what was last looked at, at first the latest reading or the first part. */
static TlChartPart *
choose_part (TlChart *self)
{
  TlChartPrivate *priv = get_private (self);
  TlChartPart *part = find_reachable (self, (int) priv->current, -1);

  return part != NULL ? part : find_reachable (self, (int) priv->current, 1);
}

static gboolean
move (TlChart *self,
      int      from,
      int      step)
{
  TlChartPart *part = find_reachable (self, from, step);

  if (get_focused (self) == NULL)
    return FALSE;
  /* At its end the chart keeps the keyboard, as a list does. */
  if (part != NULL)
    focus_part (self, part);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));

  return TRUE;
}

static gboolean
move_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   data)
{
  TlChart *self = TL_CHART (widget);
  TlChartPrivate *priv = get_private (self);
  int step = g_variant_get_int32 (arguments);

  return move (self, (int) priv->current + step, step);
}

static gboolean
move_to_end_cb (GtkWidget *widget,
                GVariant  *arguments,
                gpointer   data)
{
  TlChart *self = TL_CHART (widget);
  gboolean last = g_variant_get_int32 (arguments) > 0;

  return move (self, last ? (int) get_private (self)->parts->len - 1 : 0, last ? -1 : 1);
}

/* ── Pointer ── */

static void
hover (TlChart     *self,
       TlChartPart *part)
{
  TlChartPrivate *priv = get_private (self);

  if (priv->hovered == part)
    return;
  if (priv->hovered != NULL)
    gtk_widget_unset_state_flags (GTK_WIDGET (priv->hovered), GTK_STATE_FLAG_PRELIGHT);
  priv->hovered = part;
  if (part != NULL)
    gtk_widget_set_state_flags (GTK_WIDGET (part), GTK_STATE_FLAG_PRELIGHT, FALSE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* How far from a part a position is; infinitely when it isn't near. */
static double
get_distance (TlChart     *self,
              const TlBox *box,
              double       x,
              double       y)
{
  double distance;

  if (TL_CHART_GET_CLASS (self)->parts == TL_CHART_PARTS_ROWS)
    return tl_box_contains (box, x, y) ? 0 : INFINITY;
  distance = hypot (box->x + box->width / 2 - x, box->y + box->height / 2 - y);

  return distance <= tl_ink_px (tl_drawn_cell_get_ink (TL_DRAWN_CELL (self)), REACH) ? distance : INFINITY;
}

static TlChartPart *
find_part (TlChart *self,
           double   x,
           double   y)
{
  TlChartPrivate *priv = get_private (self);
  TlChartPart *found = NULL;
  double nearest = INFINITY;

  for (guint i = 0; i < priv->parts->len && priv->boxes != NULL; i++)
    if (is_reachable (priv->parts->pdata[i]) && get_distance (self, &priv->boxes[i], x, y) < nearest)
      {
        nearest = get_distance (self, &priv->boxes[i], x, y);
        found = priv->parts->pdata[i];
      }
  return found;
}

static void
moved_cb (TlChart *self,
          double   x,
          double   y)
{
  hover (self, find_part (self, x, y));
}

static void
left_cb (TlChart *self)
{
  hover (self, NULL);
}

static void
pressed_cb (TlChart *self,
            int      n_press,
            double   x,
            double   y)
{
  TlChartPart *part = find_part (self, x, y);

  if (part != NULL)
    focus_part (self, part);
}

static gboolean
tl_chart_query_tooltip (GtkWidget  *widget,
                        int         x,
                        int         y,
                        gboolean    keyboard,
                        GtkTooltip *tooltip)
{
  TlChart *self = TL_CHART (widget);
  TlChartPart *part = keyboard ? get_focused (self) : find_part (self, x, y);

  if (part == NULL)
    return GTK_WIDGET_CLASS (tl_chart_parent_class)->query_tooltip (widget, x, y, keyboard, tooltip);
  gtk_tooltip_set_text (tooltip, tl_chart_part_get_sentence (part));

  return TRUE;
}

/* ── Overrides ── */

static void
tl_chart_size_allocate (GtkWidget *widget,
                        int        width,
                        int        height,
                        int        baseline)
{
  TlChart *self = TL_CHART (widget);
  TlChartPrivate *priv = get_private (self);

  g_free (priv->boxes);
  priv->boxes = g_new0 (TlBox, priv->parts->len + 1);
  if (priv->parts->len > 0)
    TL_CHART_GET_CLASS (self)->locate_parts (self, tl_drawn_cell_get_ink (TL_DRAWN_CELL (self)), width, height, priv->boxes);
  for (guint i = 0; i < priv->parts->len; i++)
    {
      GtkAllocation place = {
        (int) round (priv->boxes[i].x), (int) round (priv->boxes[i].y), (int) round (priv->boxes[i].width),
        (int) round (priv->boxes[i].height),
      };

      gtk_widget_set_child_visible (priv->parts->pdata[i], place.width > 0);
      gtk_widget_measure (priv->parts->pdata[i], GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      if (place.width > 0)
        gtk_widget_size_allocate (priv->parts->pdata[i], &place, -1);
    }
}

static void
tl_chart_snapshot (GtkWidget   *widget,
                   GtkSnapshot *snapshot)
{
  TlChart *self = TL_CHART (widget);
  TlChartPrivate *priv = get_private (self);
  TlChartPart *focused = get_focused (self);

  GTK_WIDGET_CLASS (tl_chart_parent_class)->snapshot (widget, snapshot);

  /* The others have nothing to draw. */
  if (priv->hovered != NULL && priv->hovered != focused)
    gtk_widget_snapshot_child (widget, GTK_WIDGET (priv->hovered), snapshot);
  if (focused == NULL)
    return;
  gtk_widget_snapshot_child (widget, GTK_WIDGET (focused), snapshot);
  if (gtk_widget_get_state_flags (GTK_WIDGET (focused)) & GTK_STATE_FLAG_FOCUS_VISIBLE)
    tl_chart_words_snapshot (widget, tl_drawn_cell_get_ink (TL_DRAWN_CELL (self)), snapshot, GTK_WIDGET (focused),
                             tl_chart_part_get_sentence (focused));
}

static gboolean
tl_chart_focus (GtkWidget        *widget,
                GtkDirectionType  direction)
{
  TlChart *self = TL_CHART (widget);

  /* One stop: from part to part go the arrows, and Tab leaves. */
  if (gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;

  return focus_part (self, choose_part (self));
}

static gboolean
tl_chart_grab_focus (GtkWidget *widget)
{
  return focus_part (TL_CHART (widget), choose_part (TL_CHART (widget)));
}

static void
focus_changed_cb (TlChart *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
tl_chart_dispose (GObject *object)
{
  TlChartPrivate *priv = get_private (TL_CHART (object));

  priv->hovered = NULL;
  g_ptr_array_set_size (priv->parts, 0);

  G_OBJECT_CLASS (tl_chart_parent_class)->dispose (object);
}

static void
tl_chart_finalize (GObject *object)
{
  TlChartPrivate *priv = get_private (TL_CHART (object));

  g_ptr_array_unref (priv->parts);
  g_free (priv->boxes);

  G_OBJECT_CLASS (tl_chart_parent_class)->finalize (object);
}

static void
add_move (GtkWidgetClass *widget_class,
          guint           key,
          guint           keypad_key,
          GtkShortcutFunc callback,
          int             step)
{
  gtk_widget_class_add_binding (widget_class, key, 0, callback, "i", step);
  gtk_widget_class_add_binding (widget_class, keypad_key, 0, callback, "i", step);
}

/* Time and values run the same way in every language, so left is left. */
static void
tl_chart_class_init (TlChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_chart_dispose;
  object_class->finalize = tl_chart_finalize;
  TL_DRAWN_CELL_CLASS (klass)->stays_shapes = TRUE;
  widget_class->size_allocate = tl_chart_size_allocate;
  widget_class->snapshot = tl_chart_snapshot;
  widget_class->query_tooltip = tl_chart_query_tooltip;
  widget_class->focus = tl_chart_focus;
  widget_class->grab_focus = tl_chart_grab_focus;

  /**
   * TlChart::chosen:
   * @self: a chart
   * @index: index of a part
   *
   * A part was pressed or come to by keyboard.
   */
  signals[CHOSEN] = g_signal_new ("chosen", TL_TYPE_CHART, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_UINT);

  add_move (widget_class, GDK_KEY_Home, GDK_KEY_KP_Home, move_to_end_cb, -1);
  add_move (widget_class, GDK_KEY_End, GDK_KEY_KP_End, move_to_end_cb, 1);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
  gtk_widget_class_set_css_name (widget_class, "chart");
}

static void
tl_chart_init (TlChart *self)
{
  TlChartPrivate *priv = get_private (self);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  priv->parts = g_ptr_array_new_with_free_func (unparent_part);
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (moved_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (moved_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (left_cb), self);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_changed_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_changed_cb), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * tl_chart_class_set_parts:
 * @klass: the class of a chart
 * @parts: what its parts are
 *
 * Says what the parts of a kind of chart are, and so which arrows walk them; each kind does so once.
 */
void
tl_chart_class_set_parts (TlChartClass *klass,
                          TlChartParts  parts)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  klass->parts = parts;
  if (parts != TL_CHART_PARTS_ROWS)
    {
      add_move (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, move_cb, -1);
      add_move (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, move_cb, 1);
    }
  else
    {
      add_move (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, move_cb, -1);
      add_move (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, move_cb, 1);
    }
}

/**
 * tl_chart_update:
 * @self: a chart
 *
 * Draws and describes it anew, with its parts; called when what it shows has changed. Charts by time begin with their
 * latest part, rows with the first.
 */
void
tl_chart_update (TlChart *self)
{
  TlChartPrivate *priv = get_private (self);

  g_return_if_fail (TL_IS_CHART (self));

  hover (self, NULL);
  g_clear_pointer (&priv->boxes, g_free);
  update_parts (self);
  priv->current = TL_CHART_GET_CLASS (self)->parts == TL_CHART_PARTS_TIMES && priv->parts->len > 0 ? priv->parts->len - 1 : 0;
  tl_drawn_cell_update (TL_DRAWN_CELL (self));
}

/**
 * tl_chart_get_current:
 * @self: a chart
 * @index: (out): the part that has the keyboard
 *
 * Returns: whether any has it
 */
gboolean
tl_chart_get_current (TlChart *self,
                      guint   *index)
{
  TlChartPart *focused;

  g_return_val_if_fail (TL_IS_CHART (self), FALSE);

  focused = get_focused (self);
  if (focused != NULL)
    *index = tl_chart_part_get_index (focused);

  return focused != NULL;
}
