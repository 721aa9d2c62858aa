/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-timeline-canvas-private.h"

#include <math.h>

#define ZOOM_TIME 200
#define GLIDE_TIME 600
#define QUARTER 92.0
#define YEAR 366.0

/* ── Looking somewhere else ── */

/* Nearer, around the day that stays where it is. */
static TlTimelineSight
find_between (const TlTimelineSight *from,
              const TlTimelineSight *to,
              double                 part)
{
  TlTimelineSight sight = { .span = from->span * pow (to->span / from->span, part) };

  if (fabs (to->span - from->span) < 1e-6 * from->span)
    {
      sight.middle = from->middle + (to->middle - from->middle) * part;
    }
  else
    {
      double still = (to->middle * from->span - from->middle * to->span) / (from->span - to->span);

      sight.middle = still + (from->middle - still) * sight.span / from->span;
    }
  return sight;
}

static void
set_sight (TlTimelineCanvas      *self,
           const TlTimelineSight *sight)
{
  gboolean zoomed = sight->span != self->sight.span;

  self->sight = *sight;
  self->is_nearing = zoomed && gtk_widget_get_mapped (GTK_WIDGET (self));
  if (zoomed)
    tl_timeline_canvas_drop_scale (self);
  tl_timeline_canvas_configure (self);
  if (zoomed)
    g_object_notify (G_OBJECT (self), "span");
}

static void
move_cb (double   part,
         gpointer data)
{
  TlTimelineCanvas *self = data;
  TlTimelineSight sight = find_between (&self->motion.from, &self->motion.to, part);

  self->wants_today = FALSE;
  set_sight (self, part >= 1 ? &self->motion.to : &sight);
}

static void
moved_cb (TlTimelineCanvas *self)
{
  self->wants_today = self->motion.wants_today;
  tl_timeline_canvas_configure (self);
}

static AdwAnimation *
create_animation (TlTimelineCanvas       *self,
                  guint                   time,
                  AdwEasing               easing,
                  AdwAnimationTargetFunc  callback)
{
  AdwAnimation *animation = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, time,
                                                     adw_callback_animation_target_new (callback, self, NULL));

  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (animation), easing);
  return animation;
}

void
tl_timeline_canvas_stop (TlTimelineCanvas *self)
{
  if (self->motion.animation != NULL)
    adw_animation_pause (self->motion.animation);
  if (self->glide != NULL)
    adw_animation_pause (self->glide);
}

gboolean
tl_timeline_canvas_is_zooming (TlTimelineCanvas *self)
{
  return self->motion.animation != NULL && adw_animation_get_state (self->motion.animation) == ADW_ANIMATION_PLAYING
         && self->motion.from.span != self->motion.to.span;
}

/* Whether each frame is drawn anew, so that nothing of it is worth keeping. */
gboolean
tl_timeline_canvas_draws_anew (TlTimelineCanvas *self)
{
  return self->is_nearing || tl_timeline_canvas_is_zooming (self);
}

/* Where there is no motion, by the person's wish or because nothing is shown yet, it is there at once. */
static void
look (TlTimelineCanvas *self,
      TlTimelineSight   sight,
      gboolean          smoothly,
      gboolean          wants_today,
      gboolean          is_fitted)
{
  const TlTimelineLayout *layout = tl_timeline_canvas_get_layout (self);

  sight.span = CLAMP (sight.span, TL_TIMELINE_LEAST_SPAN, TL_TIMELINE_MOST_SPAN);
  tl_timeline_canvas_stop (self);
  self->is_fitted = is_fitted;
  self->fit_waits = FALSE;
  self->motion.from = self->sight;
  self->motion.to = sight;
  self->motion.wants_today = wants_today;
  if (!smoothly || layout == NULL)
    {
      self->wants_today = wants_today;
      set_sight (self, &sight);
      return;
    }
  if (self->motion.animation == NULL)
    {
      self->motion.animation = create_animation (self, ZOOM_TIME, ADW_EASE_OUT_CUBIC, move_cb);
      g_signal_connect_swapped (self->motion.animation, "done", G_CALLBACK (moved_cb), self);
    }
  adw_animation_reset (self->motion.animation);
  adw_animation_play (self->motion.animation);
}

void
tl_timeline_canvas_look (TlTimelineCanvas *self,
                         TlTimelineSight   sight,
                         gboolean          smoothly,
                         gboolean          wants_today)
{
  look (self, sight, smoothly, wants_today, FALSE);
}

/* The day at a position of the widget stays there. */
void
tl_timeline_canvas_zoom_about (TlTimelineCanvas *self,
                               double            factor,
                               double            x,
                               gboolean          smoothly)
{
  const TlTimelineLayout *layout = tl_timeline_canvas_get_layout (self);
  TlTimelineSight sight = self->sight;
  double part, still;

  if (layout == NULL)
    return;
  /* Steps that follow one another go on from where the last one goes to. */
  if (tl_timeline_canvas_is_zooming (self))
    sight = self->motion.to;
  part = CLAMP ((x - layout->plot_left) / layout->plot_width, 0, 1) - 0.5;
  still = sight.middle + part * sight.span;
  sight.span = CLAMP (sight.span / factor, TL_TIMELINE_LEAST_SPAN, TL_TIMELINE_MOST_SPAN);
  sight.middle = still - part * sight.span;
  tl_timeline_canvas_look (self, sight, smoothly, FALSE);
}

/* ── Gliding on after a drag ── */

static void
glide_cb (double   value,
          gpointer data)
{
  TlTimelineCanvas *self = data;

  if (self->hadjustment != NULL)
    gtk_adjustment_set_value (self->hadjustment, value);
}

void
tl_timeline_canvas_glide (TlTimelineCanvas *self,
                          double            distance)
{
  double from;

  if (self->hadjustment == NULL)
    return;
  tl_timeline_canvas_stop (self);
  if (self->glide == NULL)
    self->glide = create_animation (self, GLIDE_TIME, ADW_EASE_OUT_QUINT, glide_cb);
  from = gtk_adjustment_get_value (self->hadjustment);
  adw_timed_animation_set_value_from (ADW_TIMED_ANIMATION (self->glide), from);
  adw_timed_animation_set_value_to (ADW_TIMED_ANIMATION (self->glide), from + distance);
  adw_animation_reset (self->glide);
  adw_animation_play (self->glide);
}

/* ── What others ask for ── */

/**
 * tl_timeline_canvas_zoom:
 * @self: a canvas
 * @factor: how much nearer; below 1 to see more days
 *
 * Zooms smoothly, around what is chosen when it is in sight, else around the middle, or the day for which everything is
 * shown while that is kept in sight.
 */
void
tl_timeline_canvas_zoom (TlTimelineCanvas *self,
                         double            factor)
{
  const TlTimelineLayout *layout;
  double x;
  TlBox box;

  g_return_if_fail (TL_IS_TIMELINE_CANVAS (self));

  layout = tl_timeline_canvas_get_layout (self);
  if (layout == NULL)
    return;
  x = layout->plot_left + layout->plot_width / 2;
  if (tl_timeline_canvas_locate_spot (self, &box))
    {
      double at = box.x + MIN (box.width, layout->plot_width) / 2 - tl_timeline_canvas_get_scroll_x (self);

      if (at >= 0 && at <= layout->plot_width)
        x = layout->plot_left + at;
    }
  else if (self->wants_today)
    {
      TlTimelineSight sight = { .span = CLAMP (self->sight.span / factor, TL_TIMELINE_LEAST_SPAN, TL_TIMELINE_MOST_SPAN) };

      sight.middle = tl_timeline_canvas_get_today_middle (self, sight.span);
      tl_timeline_canvas_look (self, sight, TRUE, TRUE);
      return;
    }
  tl_timeline_canvas_zoom_about (self, factor, x, TRUE);
}

static TlTimelineSight
find_scope (TlTimelineCanvas       *self,
            const TlTimelineLayout *layout,
            gboolean               *until_today)
{
  const TlRiskJudgement *risk = self->plan->risk;
  TlDay as_at = tl_assessment_get_as_at (self->plan->assessment);
  double from = risk != NULL && risk->opened != TL_NO_DAY ? risk->opened : self->plan->from_date;
  double seen = 1 - layout->margin / layout->plot_width, length;

  if (risk != NULL && risk->ended_on != TL_NO_DAY)
    {
      /* What came after it ended is a part of how it ended. */
      length = MAX (MIN (risk->ended_on + (risk->ended_on - from) * 0.2, as_at) - from, TL_TIMELINE_LEAST_SPAN);
      *until_today = FALSE;
      return (TlTimelineSight) { from - length * 0.04 + length * 1.08 / seen / 2, length * 1.08 / seen };
    }
  length = MAX (as_at + 1 - from, TL_TIMELINE_LEAST_SPAN) * 1.04 / layout->today_at;
  *until_today = TRUE;
  return (TlTimelineSight) { tl_timeline_canvas_get_today_middle (self, length), length };
}

/* Goes to the time that was asked for, now that there is a width to show it in. */
void
tl_timeline_canvas_fit_now (TlTimelineCanvas *self,
                            gboolean          smoothly)
{
  const TlTimelineLayout *layout = self->layout;
  TlTimelineSight sight = { .span = YEAR };
  gboolean until_today = TRUE;

  switch (self->fit)
    {
    case TL_TIMELINE_FIT_SCOPE:
      sight = find_scope (self, layout, &until_today);
      break;
    case TL_TIMELINE_FIT_QUARTER:
      sight.span = QUARTER;
      break;
    case TL_TIMELINE_FIT_ALL:
      sight.span = CLAMP (tl_timeline_layout_get_whole (layout), TL_TIMELINE_LEAST_SPAN, TL_TIMELINE_MOST_SPAN);
      break;
    case TL_TIMELINE_FIT_YEAR:
    default:
      break;
    }
  if (until_today)
    sight.middle = tl_timeline_canvas_get_today_middle (self, sight.span);
  look (self, sight, smoothly, until_today, TRUE);
}

/**
 * tl_timeline_canvas_fit:
 * @self: a canvas
 * @fit: which time to show
 *
 * Goes smoothly to where all of a time is seen; before anything is shown, at once when it is.
 */
void
tl_timeline_canvas_fit (TlTimelineCanvas *self,
                        TlTimelineFit     fit)
{
  g_return_if_fail (TL_IS_TIMELINE_CANVAS (self));

  self->fit = fit;
  self->is_fitted = TRUE;
  self->fit_waits = tl_timeline_canvas_get_layout (self) == NULL;
  if (!self->fit_waits)
    tl_timeline_canvas_fit_now (self, TRUE);
}

/**
 * tl_timeline_canvas_is_fitted:
 * @self: a canvas
 *
 * Returns: whether the time that [method@Tl.TimelineCanvas.fit] was last asked for is shown or on its way, and nobody has
 *   looked elsewhere since
 */
gboolean
tl_timeline_canvas_is_fitted (TlTimelineCanvas *self)
{
  g_return_val_if_fail (TL_IS_TIMELINE_CANVAS (self), FALSE);

  return self->is_fitted;
}

/**
 * tl_timeline_canvas_show_today:
 * @self: a canvas
 *
 * Goes at once to the day for which everything is shown.
 */
void
tl_timeline_canvas_show_today (TlTimelineCanvas *self)
{
  g_return_if_fail (TL_IS_TIMELINE_CANVAS (self));

  if (self->plan == NULL)
    return;
  tl_timeline_canvas_stop (self);
  self->wants_today = TRUE;
  tl_timeline_canvas_configure (self);
}

double
tl_timeline_canvas_get_span (TlTimelineCanvas *self)
{
  g_return_val_if_fail (TL_IS_TIMELINE_CANVAS (self), TL_TIMELINE_FIRST_SPAN);

  return self->sight.span;
}

/**
 * tl_timeline_canvas_set_span:
 * @self: a canvas
 * @span: how many days to see at once, from a week to ten years
 *
 * Zooms at once, around the item that is chosen when it is in view, else around today or the middle.
 */
void
tl_timeline_canvas_set_span (TlTimelineCanvas *self,
                             double            span)
{
  TlTimelineSight sight = { 0 };

  g_return_if_fail (TL_IS_TIMELINE_CANVAS (self));

  sight.span = CLAMP (span, TL_TIMELINE_LEAST_SPAN, TL_TIMELINE_MOST_SPAN);
  sight.middle = self->sight.middle;
  if (sight.span == self->sight.span)
    return;
  if (self->selected != NULL && tl_timeline_canvas_is_in_view (self, self->selected))
    {
      double still = tl_timeline_item_get_date (self->selected);

      sight.middle = still + (self->sight.middle - still) * sight.span / self->sight.span;
      self->wants_today = FALSE;
    }
  tl_timeline_canvas_look (self, sight, FALSE, self->wants_today);
}

/**
 * tl_timeline_canvas_get_position:
 * @self: a canvas
 * @middle: (out): the day in the middle of what is seen
 * @span: (out): how many days are seen
 *
 * Says where one looks, to come back to it.
 */
void
tl_timeline_canvas_get_position (TlTimelineCanvas *self,
                                 double           *middle,
                                 double           *span)
{
  g_return_if_fail (TL_IS_TIMELINE_CANVAS (self));

  *middle = self->sight.middle;
  *span = self->sight.span;
}

/**
 * tl_timeline_canvas_set_position:
 * @self: a canvas
 * @middle: the day in the middle of what is seen
 * @span: how many days are seen
 *
 * Looks there at once.
 */
void
tl_timeline_canvas_set_position (TlTimelineCanvas *self,
                                 double            middle,
                                 double            span)
{
  g_return_if_fail (TL_IS_TIMELINE_CANVAS (self));

  tl_timeline_canvas_look (self, (TlTimelineSight) { middle, span }, FALSE, FALSE);
}
