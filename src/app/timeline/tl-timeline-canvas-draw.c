/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-timeline-canvas-private.h"

#include <math.h>

#include "tl-chart-words.h"
#include "tl-drawn-pixels.h"
#include "tl-painting.h"

/* How the canvas draws: what can be kept while time is moved is kept. */

/* Draws a part of the plot of the canvas that is the data. */
void
tl_timeline_canvas_draw_tile (cairo_t     *cr,
                              const TlBox *part,
                              gpointer     data)
{
  TlTimelineCanvas *self = data;
  TlTimelineHighlight highlight = tl_timeline_canvas_get_highlight (self);

  tl_timeline_draw_plot (self->layout, tl_timeline_canvas_get_ink (self), cr, self->stamps, self->today, part, &highlight);
}

/* Shapes are kept as pixels where they end up as pixels. */
static void
keep_stamps (TlTimelineCanvas *self,
             double            scale,
             gboolean          pixels)
{
  if (self->stamps != NULL && (!pixels || tl_stamps_get_scale (self->stamps) != scale))
    g_clear_pointer (&self->stamps, tl_stamps_free);
  if (self->stamps == NULL && pixels)
    self->stamps = tl_stamps_new (scale);
}

static void
snapshot_plot (TlTimelineCanvas *self,
               GtkSnapshot      *snapshot,
               const TlBox      *seen)
{
  double scale = tl_drawn_pixels_find_scale (GTK_WIDGET (self));
  gboolean anew = tl_timeline_canvas_draws_anew (self);
  cairo_t *cr;

  keep_stamps (self, scale, anew || scale == floor (scale));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) self->layout->plot_left, (float) self->layout->axis_height));
  tl_timeline_tiles_set_as_surfaces (self->tiles, tl_painting_is_by_cairo (GTK_WIDGET (self)));
  if (anew)
    tl_timeline_tiles_snapshot_once (self->tiles, snapshot, seen, scale);
  else
    tl_timeline_tiles_snapshot (self->tiles, snapshot, seen, scale);
  if (self->words == NULL && !anew && scale == floor (scale))
    self->words = tl_stamps_new (scale);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) seen->width, (float) seen->height));
  cairo_translate (cr, -seen->x, -seen->y);
  tl_timeline_draw_words (self->layout, tl_timeline_canvas_get_ink (self), cr, self->words, seen);
  cairo_destroy (cr);
  gtk_snapshot_restore (snapshot);
}

/* The names and labels beside the plot, which stay while time is moved. */
static GskRenderNode *
draw_sides (TlTimelineCanvas *self,
            double            scroll_y,
            int               width,
            int               height,
            gboolean          in_future)
{
  const TlTimelineLayout *layout = self->layout;
  const TlInk *ink = tl_timeline_canvas_get_ink (self);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  double below = height - layout->axis_height, charts = MIN (layout->charts_height - scroll_y, below);
  cairo_t *cr;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT ((float) layout->names_left, (float) layout->axis_height,
                                                                 (float) layout->gutter, (float) below));
  cairo_translate (cr, layout->names_left, layout->axis_height - scroll_y);
  tl_timeline_draw_names (layout, ink, cr, MAX (layout->height, height + scroll_y));
  cairo_destroy (cr);
  if (charts > 0 && layout->margin > 0)
    {
      double left = layout->plot_left + layout->plot_width - layout->margin;

      cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT ((float) left, (float) layout->axis_height,
                                                                     (float) layout->margin, (float) charts));
      cairo_translate (cr, left, layout->axis_height - scroll_y);
      tl_timeline_draw_margin (layout, ink, cr, in_future);
      cairo_destroy (cr);
    }
  return gtk_snapshot_to_node (snapshot);
}

static void
snapshot_sides (TlTimelineCanvas *self,
                GtkSnapshot      *snapshot,
                const TlBox      *seen,
                int               width,
                int               height)
{
  const TlTimelineLayout *layout = self->layout;
  double as_at = tl_scale_to_position (&layout->days, tl_assessment_get_as_at (self->plan->assessment) + 1);
  gboolean in_future = as_at - seen->x <= layout->plot_width - layout->margin;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) layout->axis_height));

  tl_timeline_draw_axis (layout, tl_timeline_canvas_get_ink (self), cr, self->today, seen->x);
  cairo_destroy (cr);
  if (self->sides == NULL || self->sides_scroll != seen->y || self->sides_width != width || self->sides_height != height
      || self->sides_margin != layout->margin || self->sides_in_future != in_future)
    {
      g_clear_pointer (&self->sides, gsk_render_node_unref);
      self->sides = draw_sides (self, seen->y, width, height, in_future);
      self->sides_scroll = seen->y;
      self->sides_margin = layout->margin;
      self->sides_width = width;
      self->sides_height = height;
      self->sides_in_future = in_future;
    }
  if (self->sides != NULL)
    gtk_snapshot_append_node (snapshot, self->sides);
}

/* What has the keyboard is said beside it, for those who see. */
static void
snapshot_words (TlTimelineCanvas *self,
                GtkSnapshot      *snapshot,
                const TlBox      *seen)
{
  GtkWidget *widget = GTK_WIDGET (self);
  graphene_rect_t place;
  TlBox box;

  if (self->part == NULL || !gtk_widget_has_focus (self->part)
      || !(gtk_widget_get_state_flags (self->part) & GTK_STATE_FLAG_FOCUS_VISIBLE)
      || !tl_timeline_canvas_locate_spot (self, &box) || tl_timeline_canvas_draws_anew (self)
      || box.x + box.width < seen->x || box.x > seen->x + seen->width)
    return;
  place = GRAPHENE_RECT_INIT ((float) (box.x - seen->x + self->layout->plot_left),
                              (float) (box.y - seen->y + self->layout->axis_height), (float) box.width, (float) box.height);
  tl_chart_words_snapshot_at (widget, tl_timeline_canvas_get_ink (self), snapshot, &place, self->sentence);
}

void
tl_timeline_canvas_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  TlTimelineCanvas *self = TL_TIMELINE_CANVAS (widget);
  const TlTimelineLayout *layout = tl_timeline_canvas_get_layout (self);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  TlBox seen;

  if (layout == NULL || width <= 0 || height <= layout->axis_height)
    return;
  seen = (TlBox) {
    tl_timeline_canvas_get_scroll_x (self), tl_timeline_canvas_get_scroll_y (self), layout->plot_width,
    height - layout->axis_height,
  };
  snapshot_plot (self, snapshot, &seen);
  snapshot_sides (self, snapshot, &seen, width, height);
  snapshot_words (self, snapshot, &seen);
}
