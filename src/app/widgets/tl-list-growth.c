/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-list-growth.h"

/* A row and a card are at least so high, in pixels; at first there are as many as the window has room for. */
#define ROW_HEIGHT 54
/* What every window has above them. */
#define HEADER 47
/* Of a window that nothing is known of. */
#define USUAL_HEIGHT 768
/* As many rows as can be made between two frames. */
#define STEP 6
/* A list keeps this many rows about what it shows, however long it is. */
#define MOST_ROWS 210
/* Somebody who types asks for others before long; until then no row is made that is only thrown away. */
#define QUIET_MS 250
/* As many as can be let go in a turn of the main loop beside what else it does; twice as many are worth several turns. */
#define STEP_BACK 30

struct _TlListGrowth
{
  GObject parent_instance;

  GtkSliceListModel *slice;
  /* Not held: what the list is in. */
  GtkWidget *widget;
  int around;
  GdkFrameClock *clock;
  /* How many rows there were at first, and when there will be more. */
  guint first;
  guint next;
  /* What is done once there are few rows again. */
  GArray *waiting;
  guint shrinking;
};

typedef struct
{
  TlListGrowthFunc func;
  gpointer user_data;
} Waiting;

enum
{
  GROWN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlListGrowth, tl_list_growth, G_TYPE_OBJECT)

static void
leave_clock (TlListGrowth *self)
{
  g_clear_handle_id (&self->next, g_source_remove);
  if (self->clock != NULL)
    g_signal_handlers_disconnect_by_data (self->clock, self);
  g_clear_object (&self->clock);
}

/* A window that hasn't been shown yet will have the size that it is to have. */
static int
find_height (TlListGrowth *self)
{
  GtkRoot *root = gtk_widget_get_root (self->widget);
  int height = 0;

  if (gtk_widget_get_height (self->widget) > 0)
    return gtk_widget_get_height (self->widget);
  if (GTK_IS_WINDOW (root))
    gtk_window_get_default_size (GTK_WINDOW (root), NULL, &height);
  return (height > 0 ? height : USUAL_HEIGHT) - HEADER;
}

static guint
count_first (TlListGrowth *self)
{
  return (guint) MAX (find_height (self) - self->around, 0) / ROW_HEIGHT + 1;
}

static gboolean
grow_cb (gpointer user_data)
{
  TlListGrowth *self = user_data;
  guint size = gtk_slice_list_model_get_size (self->slice) + STEP;
  guint n = g_list_model_get_n_items (gtk_slice_list_model_get_model (self->slice));

  self->next = 0;
  if (size >= MIN (n, MOST_ROWS))
    {
      leave_clock (self);
      size = G_MAXUINT;
    }
  gtk_slice_list_model_set_size (self->slice, size);
  g_signal_emit (self, signals[GROWN], 0);
  return G_SOURCE_REMOVE;
}

static void
painted_cb (TlListGrowth *self)
{
  if (self->next != 0 || self->shrinking != 0)
    return;
  /* Unless the window has become larger than it was to be. */
  if (gtk_slice_list_model_get_size (self->slice) == self->first && count_first (self) <= self->first)
    self->next = g_timeout_add (QUIET_MS, grow_cb, self);
  else
    self->next = g_idle_add (grow_cb, self);
}

static void
begin (TlListGrowth *self)
{
  if (self->clock != NULL || gtk_slice_list_model_get_size (self->slice) == G_MAXUINT)
    return;
  self->clock = g_object_ref (gtk_widget_get_frame_clock (self->widget));
  g_signal_connect_object (self->clock, "after-paint", G_CALLBACK (painted_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

/* ── Back to few rows ─────────────────────────────────────────────────────── */

static void
begin_again (TlListGrowth *self)
{
  g_autoptr (GArray) waiting = self->waiting;

  self->waiting = g_array_new (FALSE, FALSE, sizeof (Waiting));
  g_clear_handle_id (&self->shrinking, g_source_remove);
  g_clear_handle_id (&self->next, g_source_remove);
  self->first = count_first (self);
  gtk_slice_list_model_set_size (self->slice, self->first);
  if (gtk_widget_get_mapped (self->widget))
    begin (self);
  for (guint i = 0; i < waiting->len; i++)
    g_array_index (waiting, Waiting, i).func (g_array_index (waiting, Waiting, i).user_data);
}

static gboolean
shrink_cb (gpointer user_data)
{
  TlListGrowth *self = user_data;
  guint n = MIN (g_list_model_get_n_items (G_LIST_MODEL (self->slice)), MOST_ROWS);

  if (n > self->first)
    {
      gtk_slice_list_model_set_size (self->slice, n > self->first + STEP_BACK ? n - STEP_BACK : self->first);
      return G_SOURCE_CONTINUE;
    }
  self->shrinking = 0;
  begin_again (self);
  return G_SOURCE_REMOVE;
}

static gboolean
is_waiting (TlListGrowth     *self,
            TlListGrowthFunc  func,
            gpointer          user_data)
{
  for (guint i = 0; i < self->waiting->len; i++)
    if (g_array_index (self->waiting, Waiting, i).func == func
        && g_array_index (self->waiting, Waiting, i).user_data == user_data)
      return TRUE;
  return FALSE;
}

/* Nobody sees it any more; what was to be done is done all the same. */
static void
unmapped_cb (TlListGrowth *self)
{
  if (self->shrinking != 0)
    begin_again (self);
  leave_clock (self);
}

static void
tl_list_growth_dispose (GObject *object)
{
  TlListGrowth *self = TL_LIST_GROWTH (object);

  g_clear_handle_id (&self->shrinking, g_source_remove);
  leave_clock (self);
  g_clear_object (&self->slice);

  G_OBJECT_CLASS (tl_list_growth_parent_class)->dispose (object);
}

static void
tl_list_growth_finalize (GObject *object)
{
  g_array_unref (TL_LIST_GROWTH (object)->waiting);

  G_OBJECT_CLASS (tl_list_growth_parent_class)->finalize (object);
}

static void
tl_list_growth_class_init (TlListGrowthClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_list_growth_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_list_growth_finalize;

  /**
   * TlListGrowth::grown:
   * @self: the growth
   *
   * There are more rows than before.
   */
  signals[GROWN] = g_signal_new ("grown", TL_TYPE_LIST_GROWTH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tl_list_growth_init (TlListGrowth *self)
{
  self->waiting = g_array_new (FALSE, FALSE, sizeof (Waiting));
}

/**
 * tl_list_growth_new:
 * @slice: what the list shows
 * @widget: what the list is in
 * @around: how much of the height of @widget is never the list's, in pixels
 *
 * Returns: (transfer full): grows @slice from when @widget is shown
 */
TlListGrowth *
tl_list_growth_new (GtkSliceListModel *slice,
                    GtkWidget         *widget,
                    int                around)
{
  TlListGrowth *self = g_object_new (TL_TYPE_LIST_GROWTH, NULL);

  self->slice = g_object_ref (slice);
  self->widget = widget;
  self->around = around;
  self->first = count_first (self);
  gtk_slice_list_model_set_size (slice, self->first);
  g_signal_connect_object (widget, "map", G_CALLBACK (begin), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (widget, "unmap", G_CALLBACK (unmapped_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * tl_list_growth_reach:
 * @self: a growth
 * @position: a row of the whole list
 *
 * Offers so many rows that this one is among them, since it is wanted now.
 */
void
tl_list_growth_reach (TlListGrowth *self,
                      guint         position)
{
  g_return_if_fail (TL_IS_LIST_GROWTH (self));

  if (position >= gtk_slice_list_model_get_size (self->slice))
    gtk_slice_list_model_set_size (self->slice, position + 1);
}

/**
 * tl_list_growth_restart:
 * @self: a growth
 *
 * Begins again with as many rows as are seen, before the list is filled with others.
 */
void
tl_list_growth_restart (TlListGrowth *self)
{
  g_return_if_fail (TL_IS_LIST_GROWTH (self));

  begin_again (self);
}

/**
 * tl_list_growth_restart_for:
 * @self: a growth
 * @func: fills the list with others, as it is to be when it is called
 * @user_data: for @func
 *
 * Does the same, and then calls @func: at once, or where many rows are to be let go, which takes longer than a frame, in
 * a later turn of the main loop. What waits already isn't called twice. Nothing is called after the growth's end.
 */
void
tl_list_growth_restart_for (TlListGrowth     *self,
                            TlListGrowthFunc  func,
                            gpointer          user_data)
{
  const Waiting waiting = { func, user_data };

  g_return_if_fail (TL_IS_LIST_GROWTH (self));
  g_return_if_fail (func != NULL);

  if (is_waiting (self, func, user_data))
    return;
  g_array_append_val (self->waiting, waiting);
  if (self->shrinking != 0)
    return;
  g_clear_handle_id (&self->next, g_source_remove);
  self->first = count_first (self);
  if (gtk_widget_get_mapped (self->widget)
      && g_list_model_get_n_items (G_LIST_MODEL (self->slice)) >= self->first + 2 * STEP_BACK)
    self->shrinking = g_idle_add_full (G_PRIORITY_DEFAULT, shrink_cb, self, NULL);
  else
    begin_again (self);
}
