/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-timeline-canvas-private.h"

#include "tl-chart-part.h"

/* Where in the timeline the keyboard is, and which item is chosen. */

/* How far around a point of a chart counts as it, in pixels of the design. */
#define POINT 9
/* How much of the time around a count is seen once it is opened. */
#define ROOM_AROUND 1.5

/* The count that the keyboard is at, if that can be opened. */
const TlTimelineGlyph *
tl_timeline_canvas_get_count (TlTimelineCanvas *self,
                              guint            *lane)
{
  TlTimelineLayout *layout = tl_timeline_canvas_get_layout (self);
  const TlTimelineGlyph *glyph;

  if (layout == NULL || !self->spot.is_set || self->spot.is_point || self->selected != NULL)
    return NULL;
  glyph = tl_timeline_layout_find_glyph (layout, self->spot.entry, lane);
  return glyph != NULL && tl_timeline_can_open (layout, self->sight.span, glyph, *lane) ? glyph : NULL;
}

/* Comes as near as what is counted fills the view, or as near as one can. */
void
tl_timeline_canvas_open (TlTimelineCanvas      *self,
                         const TlTimelineGlyph *count,
                         guint                  lane)
{
  const TlTimelineLane *row = g_ptr_array_index (self->plan->lanes, lane);
  TlDay from = self->plan->entries[tl_timeline_glyph_get_entry (count, row, 0)].date;
  TlDay until = self->plan->entries[tl_timeline_glyph_get_entry (count, row, count->n - 1)].date;
  double span = MIN ((until - from + 1) * ROOM_AROUND, self->sight.span / 2);

  tl_timeline_canvas_look (self, (TlTimelineSight) { (from + until + 1) / 2.0, span }, TRUE, FALSE);
}

/* Where in the layout the keyboard is. */
gboolean
tl_timeline_canvas_locate_spot (TlTimelineCanvas *self,
                                TlBox            *box)
{
  TlTimelineLayout *layout = tl_timeline_canvas_get_layout (self);
  double reach = tl_ink_px (tl_timeline_canvas_get_ink (self), POINT);

  if (layout == NULL || !self->spot.is_set)
    return FALSE;
  if (self->spot.is_point)
    {
      const TlTimelineBand *band;
      double x, y;

      if (self->spot.band >= layout->bands->len)
        return FALSE;
      band = g_ptr_array_index (layout->bands, self->spot.band);
      if (!tl_process_chart_get_point (band->chart, self->spot.point, &x, &y))
        return FALSE;
      *box = (TlBox) { x - reach, band->top + y - reach, 2 * reach, 2 * reach };
    }
  else
    {
      guint lane;
      const TlTimelineGlyph *glyph = tl_timeline_layout_find_glyph (layout, self->spot.entry, &lane);
      double x = tl_scale_day (&layout->days, self->plan->entries[self->spot.entry].date);

      *box = glyph != NULL ? tl_timeline_layout_get_box (layout, glyph, lane)
                           : (TlBox) { x - reach, layout->tops[lane], 2 * reach, layout->heights[lane] };
    }
  return TRUE;
}

TlTimelineHighlight
tl_timeline_canvas_get_highlight (TlTimelineCanvas *self)
{
  TlTimelineHighlight highlight = TL_TIMELINE_NO_HIGHLIGHT;

  if (!self->spot.is_set || self->layout == NULL)
    return highlight;
  if (!self->spot.is_point)
    highlight.entry = self->spot.entry;
  else if (self->spot.band < self->layout->bands->len)
    {
      highlight.band = g_ptr_array_index (self->layout->bands, self->spot.band);
      highlight.point = self->spot.point;
    }
  return highlight;
}

/* Only what has or had a ring is drawn anew. */
static void
redraw_spot (TlTimelineCanvas *self)
{
  const double ring = 6;
  TlBox box;

  if (!tl_timeline_canvas_locate_spot (self, &box))
    return;
  box = (TlBox) { box.x - ring, box.y - ring, box.width + 2 * ring, box.height + 2 * ring };
  tl_timeline_tiles_clear_part (self->tiles, &box);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* ── The keyboard ── */

gboolean
tl_timeline_canvas_has_keyboard (TlTimelineCanvas *self)
{
  return gtk_widget_is_focus (GTK_WIDGET (self)) || (self->part != NULL && gtk_widget_is_focus (self->part));
}

/* The part has no room of its own; it stands where what it says is drawn, as far as that is in sight. */
void
tl_timeline_canvas_place_part (TlTimelineCanvas *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  GtkAllocation place = { 0, 0, 1, 1 };
  TlBox box;

  if (self->part == NULL || !gtk_widget_should_layout (self->part))
    return;
  if (tl_timeline_canvas_locate_spot (self, &box))
    {
      double x = box.x - tl_timeline_canvas_get_scroll_x (self) + self->layout->plot_left;
      double y = box.y - tl_timeline_canvas_get_scroll_y (self) + self->layout->axis_height;

      place.x = (int) CLAMP (x, 0, MAX (width - 1, 0));
      place.y = (int) CLAMP (y, 0, MAX (height - 1, 0));
      place.width = (int) CLAMP (box.width, 1, MAX (width - place.x, 1));
      place.height = (int) CLAMP (box.height, 1, MAX (height - place.y, 1));
    }
  gtk_widget_measure (self->part, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->part, &place, -1);
}

/* A new part for each place, so that a screen reader says what it comes to. */
static void
replace_part (TlTimelineCanvas *self)
{
  gboolean keyboard = tl_timeline_canvas_has_keyboard (self);
  GtkWidget *before = g_steal_pointer (&self->part);

  if (self->spot.is_set && self->sentence != NULL)
    {
      self->part = tl_chart_part_new (self->spot.is_point ? self->spot.point : self->spot.entry,
                                      self->spot.is_point ? G_MAXINT : self->plan->n_entries, self->sentence);
      gtk_widget_set_parent (self->part, GTK_WIDGET (self));
    }
  if (keyboard)
    gtk_widget_grab_focus (self->part != NULL ? self->part : GTK_WIDGET (self));
  g_clear_pointer (&before, gtk_widget_unparent);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Says what is there to a screen reader. */
static void
say_spot (TlTimelineCanvas *self)
{
  TlTimelineLayout *layout = tl_timeline_canvas_get_layout (self);

  g_clear_pointer (&self->sentence, g_free);
  if (self->selected != NULL)
    self->sentence = tl_timeline_item_describe (self->selected);
  else if (self->spot.is_set && layout != NULL)
    self->sentence = tl_timeline_spot_describe (layout, self->sight.span, &self->spot);
  if (self->sentence != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, self->sentence, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  replace_part (self);
}

static gboolean
tl_timeline_canvas_grab_focus (GtkWidget *widget)
{
  TlTimelineCanvas *self = TL_TIMELINE_CANVAS (widget);

  if (self->part != NULL)
    return gtk_widget_grab_focus (self->part);
  return GTK_WIDGET_CLASS (g_type_class_peek_parent (GTK_WIDGET_GET_CLASS (widget)))->grab_focus (widget);
}

/* One stop: from thing to thing go the arrows, and Tab leaves. */
static gboolean
tl_timeline_canvas_focus (GtkWidget        *widget,
                          GtkDirectionType  direction)
{
  if (tl_timeline_canvas_has_keyboard (TL_TIMELINE_CANVAS (widget)))
    return FALSE;
  return gtk_widget_grab_focus (widget);
}

void
tl_timeline_canvas_class_install_spot (GtkWidgetClass *widget_class)
{
  widget_class->grab_focus = tl_timeline_canvas_grab_focus;
  widget_class->focus = tl_timeline_canvas_focus;
}

/* ── Choosing ── */

static void
choose (TlTimelineCanvas *self,
        TlTimelineItem   *item)
{
  if (g_set_object (&self->selected, item))
    g_object_notify (G_OBJECT (self), "selected");
}

/* Goes somewhere: an item is chosen there, a count or a point isn't one. */
void
tl_timeline_canvas_set_spot (TlTimelineCanvas *self,
                             TlTimelineSpot    spot)
{
  TlTimelineLayout *layout = tl_timeline_canvas_get_layout (self);
  g_autoptr (TlTimelineItem) item = NULL;
  const TlTimelineGlyph *glyph;
  guint lane;

  redraw_spot (self);
  self->spot = spot;
  if (!spot.is_point && layout != NULL)
    {
      glyph = tl_timeline_layout_find_glyph (layout, spot.entry, &lane);
      if (glyph == NULL || !tl_timeline_can_open (layout, self->sight.span, glyph, lane))
        item = tl_timeline_plan_get_item (self->plan, spot.entry);
    }
  redraw_spot (self);
  tl_timeline_canvas_scroll_to_spot (self);
  choose (self, item);
  say_spot (self);
}

void
tl_timeline_canvas_clear_spot (TlTimelineCanvas *self)
{
  redraw_spot (self);
  self->spot = (TlTimelineSpot) { 0 };
  choose (self, NULL);
  say_spot (self);
}

/**
 * tl_timeline_canvas_get_selected:
 * @self: a canvas
 *
 * Returns: (transfer none) (nullable): the item that is chosen
 */
TlTimelineItem *
tl_timeline_canvas_get_selected (TlTimelineCanvas *self)
{
  g_return_val_if_fail (TL_IS_TIMELINE_CANVAS (self), NULL);

  return self->selected;
}

/**
 * tl_timeline_canvas_set_selected:
 * @self: a canvas
 * @item: (nullable): an item of its plan
 *
 * Chooses an item, also one that only a count shows. It is said, too.
 */
void
tl_timeline_canvas_set_selected (TlTimelineCanvas *self,
                                 TlTimelineItem   *item)
{
  g_return_if_fail (TL_IS_TIMELINE_CANVAS (self));
  g_return_if_fail (item == NULL || tl_timeline_item_get_plan (item) == self->plan);

  if (item == self->selected && (item != NULL || !self->spot.is_set))
    return;
  if (item == NULL)
    {
      tl_timeline_canvas_clear_spot (self);
      return;
    }
  redraw_spot (self);
  self->spot = (TlTimelineSpot) { .is_set = TRUE, .entry = tl_timeline_item_get_position (item) };
  redraw_spot (self);
  choose (self, item);
  say_spot (self);
}
