/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-timeline-canvas-private.h"

#include <math.h>

/* What part of the timeline is in sight. */

void
tl_timeline_canvas_drop_layout (TlTimelineCanvas *self)
{
  g_clear_pointer (&self->layout, tl_timeline_layout_free);
  tl_timeline_canvas_drop_drawn (self);
}

/* Of another length of time only what stands beside the plot looks as before. */
void
tl_timeline_canvas_drop_scale (TlTimelineCanvas *self)
{
  g_clear_pointer (&self->layout, tl_timeline_layout_free);
  tl_timeline_tiles_clear (self->tiles);
  g_clear_pointer (&self->words, tl_stamps_free);
}

TlTimelineLayout *
tl_timeline_canvas_get_layout (TlTimelineCanvas *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  if (self->layout != NULL || self->plan == NULL || width <= 0)
    return self->layout;
  self->layout = tl_timeline_layout_new (self->plan, tl_timeline_canvas_get_ink (self), self->charts, width,
                                         self->sight.span);
  /* Time runs to the right everywhere, and so does what scrolls it; names stand where reading begins. */
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    tl_timeline_layout_mirror (self->layout);
  return self->layout;
}

double
tl_timeline_canvas_get_scroll_x (TlTimelineCanvas *self)
{
  return self->hadjustment != NULL ? floor (gtk_adjustment_get_value (self->hadjustment)) : 0;
}

double
tl_timeline_canvas_get_scroll_y (TlTimelineCanvas *self)
{
  return self->vadjustment != NULL ? floor (gtk_adjustment_get_value (self->vadjustment)) : 0;
}

/* A list of what is in sight takes many frames' time to follow each of them: it follows once the view has stood still
 * for a frame. */
static gboolean
rest_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  TlTimelineCanvas *self = TL_TIMELINE_CANVAS (widget);

  if (self->is_moving)
    {
      self->is_moving = FALSE;
      return G_SOURCE_CONTINUE;
    }
  self->rest_id = 0;
  if (self->is_nearing)
    gtk_widget_queue_draw (widget);
  self->is_nearing = FALSE;
  tl_timeline_canvas_emit_view_changed (self);
  return G_SOURCE_REMOVE;
}

static void
say_view (TlTimelineCanvas *self)
{
  self->is_moving = TRUE;
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    tl_timeline_canvas_emit_view_changed (self);
  else if (self->rest_id == 0)
    self->rest_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), rest_cb, NULL, NULL);
}

static void
view_changed (TlTimelineCanvas *self)
{
  if (self->part != NULL)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  say_view (self);
}

/* The middle of what is seen when the day for which everything is shown stands where it does anew. */
double
tl_timeline_canvas_get_today_middle (TlTimelineCanvas *self,
                                     double            span)
{
  return tl_assessment_get_as_at (self->plan->assessment) + (0.5 - self->layout->today_at) * span;
}

void
tl_timeline_canvas_configure (TlTimelineCanvas *self)
{
  const TlTimelineLayout *layout = tl_timeline_canvas_get_layout (self);
  double height = gtk_widget_get_height (GTK_WIDGET (self)), page;

  if (layout == NULL)
    return;
  if (self->fit_waits)
    {
      tl_timeline_canvas_fit_now (self, FALSE);
      return;
    }
  if (self->wants_today)
    self->sight.middle = tl_timeline_canvas_get_today_middle (self, self->sight.span);
  self->configuring = TRUE;
  if (self->hadjustment != NULL)
    {
      double x = tl_scale_to_position (&layout->days, self->sight.middle) - layout->plot_width / 2;

      gtk_adjustment_configure (self->hadjustment, CLAMP (x, 0, MAX (layout->length - layout->plot_width, 0)), 0,
                                layout->length, layout->plot_width * 0.1, layout->plot_width * 0.9, layout->plot_width);
    }
  page = MAX (height - layout->axis_height, 1);
  if (self->vadjustment != NULL)
    gtk_adjustment_configure (self->vadjustment, gtk_adjustment_get_value (self->vadjustment), 0,
                              MAX (layout->height, page), page * 0.1, page * 0.9, page);
  self->configuring = FALSE;
  view_changed (self);
}

static void
scrolled_cb (TlTimelineCanvas *self)
{
  const TlTimelineLayout *layout = tl_timeline_canvas_get_layout (self);

  if (self->configuring || layout == NULL)
    return;
  self->wants_today = FALSE;
  self->sight.middle = tl_scale_to_value (&layout->days, tl_timeline_canvas_get_scroll_x (self) + layout->plot_width / 2);
  view_changed (self);
}

void
tl_timeline_canvas_set_adjustment (TlTimelineCanvas  *self,
                                   GtkAdjustment    **adjustment,
                                   GtkAdjustment     *value,
                                   const char        *property)
{
  if (*adjustment == value && value != NULL)
    return;
  if (*adjustment != NULL)
    g_signal_handlers_disconnect_by_func (*adjustment, scrolled_cb, self);
  g_clear_object (adjustment);
  /* Without a name it is let go of for good. */
  if (property == NULL)
    return;
  *adjustment = g_object_ref_sink (value != NULL ? value : gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  g_signal_connect_swapped (*adjustment, "value-changed", G_CALLBACK (scrolled_cb), self);
  tl_timeline_canvas_configure (self);
  g_object_notify (G_OBJECT (self), property);
}

/* Scrolls no farther than needed. */
void
tl_timeline_canvas_scroll_to_spot (TlTimelineCanvas *self)
{
  const TlTimelineLayout *layout = tl_timeline_canvas_get_layout (self);
  TlBox box;

  if (layout == NULL || !tl_timeline_canvas_locate_spot (self, &box))
    return;
  /* Of what is longer than the view its beginning is shown. */
  box.width = MIN (box.width, layout->plot_width / 2);
  if (self->hadjustment != NULL)
    gtk_adjustment_clamp_page (self->hadjustment, box.x, box.x + box.width + (self->spot.is_point ? layout->margin : 0));
  if (self->vadjustment != NULL)
    gtk_adjustment_clamp_page (self->vadjustment, box.y, box.y + box.height);
}

/**
 * tl_timeline_canvas_get_view:
 * @self: a canvas
 * @from: (out): the first day in sight
 * @until: (out): the last day in sight
 *
 * Says which days are in sight.
 */
void
tl_timeline_canvas_get_view (TlTimelineCanvas *self,
                             TlDay            *from,
                             TlDay            *until)
{
  const TlTimelineLayout *layout;
  double x;

  g_return_if_fail (TL_IS_TIMELINE_CANVAS (self));

  layout = tl_timeline_canvas_get_layout (self);
  *from = 1;
  *until = G_MAXINT32 - 1;
  if (layout == NULL)
    return;
  x = tl_timeline_canvas_get_scroll_x (self);
  /* Days stand at noon. */
  *from = (TlDay) MAX (ceil (tl_scale_to_value (&layout->days, x) - 0.5), 1);
  *until = (TlDay) MAX (floor (tl_scale_to_value (&layout->days, x + layout->plot_width) - 0.5), 1);
}

/**
 * tl_timeline_canvas_is_in_view:
 * @self: a canvas
 * @item: an item
 *
 * Returns: whether any of its days is in view
 */
gboolean
tl_timeline_canvas_is_in_view (TlTimelineCanvas *self,
                               TlTimelineItem   *item)
{
  TlDay from, until;

  g_return_val_if_fail (TL_IS_TIMELINE_CANVAS (self), FALSE);

  tl_timeline_canvas_get_view (self, &from, &until);
  return tl_timeline_item_get_date (item) <= until && tl_timeline_item_get_until (item) >= from;
}
