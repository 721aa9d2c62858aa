/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-timeline-drawing-private.h"

#include <math.h>

#include "tl-format.h"
#include "tl-marks.h"

/* In pixels of the design. */
#define TICK_ROOM 56
#define FLAG_HEIGHT 17

static TlDay
get_as_at (const TlTimelinePainting *p)
{
  return tl_assessment_get_as_at (p->layout->plan->assessment);
}

/* Within the plot, positions are those of the layout. */
static void
enter_plot (const TlTimelinePainting *p)
{
  const TlTimelineLayout *layout = p->layout;

  cairo_save (p->cr);
  cairo_rectangle (p->cr, layout->gutter, layout->axis_height, layout->plot_width, p->height - layout->axis_height);
  cairo_clip (p->cr);
  cairo_translate (p->cr, layout->gutter - p->scroll_x, layout->axis_height - p->scroll_y);
}

static void
leave (const TlTimelinePainting *p)
{
  cairo_restore (p->cr);
}

/* A stroke on whole pixels stays one pixel wide. */
static double
snap (double position)
{
  return floor (position) + 0.5;
}

/* ── Time ── */

static TlDateStep
choose_step (const TlTimelinePainting *p)
{
  const TlScale *days = &p->layout->days;

  return tl_axis_date_step (p->layout->length / (days->to - days->from), tl_ink_px (p->ink, TICK_ROOM));
}

static GArray *
list_ticks (const TlTimelinePainting *p)
{
  TlDay from = (TlDay) floor (tl_scale_to_value (&p->layout->days, p->scroll_x));
  TlDay to = (TlDay) ceil (tl_scale_to_value (&p->layout->days, p->scroll_x + p->layout->plot_width));

  return tl_axis_date_ticks (MAX (from, 1), to, choose_step (p));
}

static void
draw_grid (const TlTimelinePainting *p)
{
  g_autoptr(GArray) ticks = list_ticks (p);
  double bottom = MAX (p->layout->height, p->height + p->scroll_y);
  double today = tl_scale_to_position (&p->layout->days, get_as_at (p) + 1);

  cairo_rectangle (p->cr, today, 0, p->layout->length - today, bottom);
  tl_ink_set_colour (p->cr, &p->ink->band);
  cairo_fill (p->cr);
  for (guint i = 0; i < ticks->len; i++)
    {
      double x = snap (tl_scale_to_position (&p->layout->days, g_array_index (ticks, TlTick, i).value));

      tl_ink_draw_line (p->ink, p->cr, x, 0, x, bottom, 1, &p->ink->grid);
    }
}

/* The day for which everything is shown, as a flag on its line. */
static TlBox
draw_flag (const TlTimelinePainting *p)
{
  const TlTimelineLayout *layout = p->layout;
  double x = layout->gutter - p->scroll_x + tl_scale_to_position (&layout->days, get_as_at (p) + 1);
  double right = layout->gutter + layout->plot_width, height = tl_ink_px (p->ink, FLAG_HEIGHT), width, radius;
  g_autofree char *day = tl_format_day_short (get_as_at (p), get_as_at (p));
  g_autoptr(PangoLayout) text = tl_ink_create_layout (p->ink, day, TL_TEXT_SMALL_BOLD);
  TlBox box;

  if (x < layout->gutter || x > right)
    return (TlBox) { 0 };
  tl_ink_measure_layout (text, &width, NULL);
  width += tl_ink_px (p->ink, 12);
  box = (TlBox) { x + width <= right ? x : x - width, (layout->axis_height - height) / 2, width, height };
  radius = tl_ink_px (p->ink, 3);
  cairo_new_sub_path (p->cr);
  cairo_arc (p->cr, box.x + box.width - radius, box.y + radius, radius, -G_PI_2, 0);
  cairo_arc (p->cr, box.x + box.width - radius, box.y + height - radius, radius, 0, G_PI_2);
  cairo_arc (p->cr, box.x + radius, box.y + height - radius, radius, G_PI_2, G_PI);
  cairo_arc (p->cr, box.x + radius, box.y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (p->cr);
  tl_ink_set_colour (p->cr, &p->ink->accent);
  cairo_fill (p->cr);
  tl_ink_draw_layout (p->cr, text, box.x + box.width / 2, box.y + height / 2, 0.5, &p->ink->ground);
  tl_ink_draw_line (p->ink, p->cr, x, box.y, x, p->height, 1.6, &p->ink->accent);

  return box;
}

static void
draw_dates (const TlTimelinePainting *p,
            const TlBox              *flag)
{
  const TlTimelineLayout *layout = p->layout;
  g_autoptr(GArray) ticks = list_ticks (p);
  TlDateStep step = choose_step (p);
  double free_from = layout->gutter;
  gboolean first = TRUE;

  cairo_save (p->cr);
  cairo_rectangle (p->cr, layout->gutter, 0, layout->plot_width, layout->axis_height);
  cairo_clip (p->cr);
  for (guint i = 0; i < ticks->len; i++)
    {
      const TlTick *tick = &g_array_index (ticks, TlTick, i);
      gboolean days = step == TL_DATE_STEP_DAY || step == TL_DATE_STEP_WEEK;
      gboolean with_year = first || (tick->major && !days);
      g_autofree char *label = tl_axis_date_label ((TlDay) tick->value, step, with_year);
      g_autoptr(PangoLayout) text = tl_ink_create_layout (p->ink, label, with_year ? TL_TEXT_SMALL_BOLD : TL_TEXT_SMALL);
      TlBox box = { layout->gutter - p->scroll_x + tl_scale_to_position (&layout->days, tick->value) + tl_ink_px (p->ink, 5),
                    0, 0, layout->axis_height };

      tl_ink_measure_layout (text, &box.width, NULL);
      if (box.x < free_from || box.x + box.width > layout->gutter + layout->plot_width || tl_box_overlaps (&box, flag))
        continue;
      tl_ink_draw_layout (p->cr, text, box.x, layout->axis_height / 2, 0, &p->ink->dimmed);
      free_from = box.x + box.width + tl_ink_px (p->ink, 8);
      first = FALSE;
    }
  cairo_restore (p->cr);
}

/* ── Items ── */

static void
draw_words (const TlTimelinePainting *p,
            TlTimelineItem           *item,
            double                    x,
            double                    y)
{
  tl_ink_draw_text (p->ink, p->cr, tl_timeline_item_get_says (item), TL_TEXT_SMALL_BOLD, x + tl_ink_px (p->ink, 9), y, 0,
                    &p->ink->watch);
}

/* Each day it was due before, the first one included. */
static void
draw_moved (const TlTimelinePainting *p,
            const TlActionJudgement  *action,
            double                    y)
{
  const TlFactsList events = action->facts->events;
  TlDay as_at = get_as_at (p);

  for (guint i = 0; i < events.n; i++)
    {
      const TlActionEventFacts *event = TL_FACTS_AT (events, TlActionEventFacts, i);

      if (event->what == TL_EVENT_KIND_MOVED && event->date != TL_NO_DAY && event->date <= as_at
          && event->from_date != TL_NO_DAY && event->from_date != action->due)
        tl_mark_moved (p->cr, p->ink, tl_scale_day (&p->layout->days, event->from_date), y);
    }
}

static void
draw_done_action (const TlTimelinePainting *p,
                  TlTimelineItem           *item,
                  const TlActionJudgement  *action,
                  double                    from,
                  double                    y)
{
  TlDay last = action->done != TL_NO_DAY ? action->done : action->ended;
  double done = tl_scale_day (&p->layout->days, last);

  tl_mark_action_bar (p->cr, p->ink, from, done, y, FALSE);
  if (action->proven != TL_NO_DAY)
    tl_mark_action_proof (p->cr, p->ink, done, tl_scale_day (&p->layout->days, action->proven), y);
  draw_moved (p, action, y);
  tl_mark_agreed (p->cr, p->ink, from, y);
  if (action->done != TL_NO_DAY)
    tl_mark_done (p->cr, p->ink, done, y);
  if (action->proven != TL_NO_DAY)
    tl_mark_proven (p->cr, p->ink, tl_scale_day (&p->layout->days, action->proven), y);
  else
    draw_words (p, item, done, y);
}

/* An open one goes on to today; what is overdue has stopped where it was due. */
static void
draw_open_action (const TlTimelinePainting *p,
                  TlTimelineItem           *item,
                  const TlActionJudgement  *action,
                  double                    from,
                  double                    y)
{
  double today = tl_scale_to_position (&p->layout->days, get_as_at (p) + 1);
  double due = tl_scale_day (&p->layout->days, action->due);

  tl_mark_action_bar (p->cr, p->ink, from, action->days_overdue > 0 ? due : today, y, TRUE);
  draw_moved (p, action, y);
  tl_mark_agreed (p->cr, p->ink, from, y);
  if (action->due != TL_NO_DAY)
    tl_mark_due (p->cr, p->ink, due, y);
  if (tl_timeline_item_is_late (item))
    draw_words (p, item, today, y);
}

static void
draw_action (const TlTimelinePainting *p,
             TlTimelineItem           *item,
             double                    from,
             double                    y)
{
  const TlActionJudgement *action = tl_timeline_item_get_action (item);

  if (action->open)
    draw_open_action (p, item, action, from, y);
  else
    draw_done_action (p, item, action, from, y);
}

static void
draw_item (const TlTimelinePainting *p,
           TlTimelineItem           *item,
           double                    x,
           double                    y)
{
  static const TlReviewMark marks[] = {
    [TL_TIMELINE_KIND_REVIEW] = TL_REVIEW_MARK_REVIEW,
    [TL_TIMELINE_KIND_CHALLENGE] = TL_REVIEW_MARK_CHALLENGE,
    [TL_TIMELINE_KIND_DECISION] = TL_REVIEW_MARK_DECISION,
    [TL_TIMELINE_KIND_SIGN] = TL_REVIEW_MARK_SIGN,
  };
  TlTimelineKind kind = tl_timeline_item_get_kind (item);

  switch (kind)
    {
    case TL_TIMELINE_KIND_EVIDENCE:
      tl_mark_evidence (p->cr, p->ink, tl_timeline_item_get_verdict (item), tl_timeline_item_get_evidence_kind (item), x, y);
      break;
    case TL_TIMELINE_KIND_SILENCE:
      {
        double gap = tl_ink_px (p->ink, 9), edge = tl_ink_px (p->ink, 2);
        double to = tl_scale_day (&p->layout->days, tl_timeline_item_get_until (item));

        /* Its words stand in the middle of what is seen of it. */
        tl_mark_silence (p->cr, p->ink, MAX (x + gap, p->scroll_x - edge),
                         MIN (to - gap, p->scroll_x + p->layout->plot_width + edge), y, tl_ink_px (p->ink, 14),
                         tl_timeline_item_get_says (item));
      }
      break;
    case TL_TIMELINE_KIND_ACTION:
      draw_action (p, item, x, y);
      break;
    case TL_TIMELINE_KIND_REVIEW:
    case TL_TIMELINE_KIND_CHALLENGE:
    case TL_TIMELINE_KIND_DECISION:
    case TL_TIMELINE_KIND_SIGN:
    default:
      tl_mark_review (p->cr, p->ink, marks[kind], x, y);
      break;
    }
}

/* A ring around a mark, a frame around what is long. */
static void
draw_selection (const TlTimelinePainting *p,
                TlTimelineItem           *item,
                const TlBox              *box,
                double                    x,
                double                    y)
{
  TlTimelineKind kind = tl_timeline_item_get_kind (item);

  if (kind != TL_TIMELINE_KIND_ACTION && kind != TL_TIMELINE_KIND_SILENCE)
    {
      tl_mark_selected (p->cr, p->ink, x, y);
      return;
    }
  cairo_rectangle (p->cr, box->x, box->y + 0.5, box->width, box->height - 1);
  tl_ink_set_colour (p->cr, &p->ink->selected);
  cairo_fill_preserve (p->cr);
  tl_ink_set_colour (p->cr, &p->ink->accent);
  cairo_set_line_width (p->cr, tl_ink_stroke (p->ink, 1.4));
  cairo_stroke (p->cr);
}

/* Only what can be seen; words stand to the right of what they belong to. */
static gboolean
is_seen (const TlTimelinePainting *p,
         const TlBox              *box)
{
  return box->x < p->scroll_x + p->layout->plot_width
         && box->x + box->width + tl_ink_px (p->ink, 160) > p->scroll_x;
}

static void
draw_lane (const TlTimelinePainting *p,
           guint                     index)
{
  const TlTimelineLane *lane = g_ptr_array_index (p->layout->plan->lanes, index);
  double y = p->layout->tops[index] + p->layout->heights[index] / 2;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < lane->items->len; i++)
      {
        TlTimelineItem *item = g_ptr_array_index (lane->items, i);
        TlBox box = tl_timeline_layout_get_box (p->layout, p->ink, index, i);
        double x = tl_timeline_layout_get_item_x (p->layout, p->ink, index, i);
        gboolean selected = item == p->selected;

        /* What is chosen is drawn last, so that its ring covers no neighbour's mark unseen. */
        if (selected != (pass == 1) || !is_seen (p, &box))
          continue;
        if (selected)
          draw_selection (p, item, &box, x, y);
        draw_item (p, item, x, y);
      }
}

/* ── All of it ── */

/* Between the chart and the lanes, and between groups. */
static void
draw_separators (const TlTimelinePainting *p)
{
  const TlTimelineLayout *layout = p->layout;

  cairo_save (p->cr);
  cairo_rectangle (p->cr, 0, layout->axis_height, p->width, p->height - layout->axis_height);
  cairo_clip (p->cr);
  for (guint i = 0; i < layout->plan->lanes->len; i++)
    {
      const TlTimelineLane *lane = g_ptr_array_index (layout->plan->lanes, i);
      const TlTimelineLane *previous = i > 0 ? g_ptr_array_index (layout->plan->lanes, i - 1) : NULL;
      double above = i > 0 ? layout->tops[i - 1] + layout->heights[i - 1] : layout->chart_height;
      double y = snap (layout->axis_height - p->scroll_y + (above + layout->tops[i]) / 2);

      if (previous == NULL || previous->group != lane->group)
        tl_ink_draw_line (p->ink, p->cr, 0, y, p->width, y, 1, &p->ink->grid);
    }
  cairo_restore (p->cr);
}

static void
draw_chart (const TlTimelinePainting *p)
{
  if (p->layout->chart != NULL)
    tl_process_chart_draw (p->layout->chart, p->ink, p->cr);
}

/* The labels cover what is at the right of the chart: the future, as long as today is in view. */
static void
draw_chart_labels (const TlTimelinePainting *p)
{
  const TlTimelineLayout *layout = p->layout;
  double left = p->width - layout->margin;
  double today = layout->gutter - p->scroll_x + tl_scale_to_position (&layout->days, get_as_at (p) + 1);

  if (layout->chart == NULL)
    return;
  cairo_save (p->cr);
  cairo_rectangle (p->cr, left, layout->axis_height, layout->margin, p->height - layout->axis_height);
  cairo_clip (p->cr);
  cairo_translate (p->cr, 0, layout->axis_height - p->scroll_y);
  cairo_rectangle (p->cr, left, 0, layout->margin, layout->chart_height);
  tl_ink_set_colour (p->cr, today <= left ? &p->ink->band : &p->ink->ground);
  cairo_fill (p->cr);
  tl_process_chart_draw_labels (layout->chart, p->ink, p->cr, left + tl_ink_px (p->ink, 6));
  cairo_restore (p->cr);
}

/**
 * tl_timeline_draw:
 * @layout: where everything stands
 * @ink: what to draw with
 * @cr: where to draw
 * @width: how much is seen
 * @height: how much is seen
 * @scroll_x: how far time is scrolled
 * @scroll_y: how far the lanes are scrolled
 * @selected: (nullable): the item that is chosen
 *
 * Draws the timeline: dates at the top, names at the left, and between them the chart and the lanes.
 */
void
tl_timeline_draw (const TlTimelineLayout *layout,
                  const TlInk            *ink,
                  cairo_t                *cr,
                  double                  width,
                  double                  height,
                  double                  scroll_x,
                  double                  scroll_y,
                  TlTimelineItem         *selected)
{
  TlTimelinePainting p = { layout, ink, cr, width, height, scroll_x, scroll_y, selected };
  TlBox flag;

  tl_ink_set_dash (ink, cr, 0, 0);
  enter_plot (&p);
  draw_grid (&p);
  draw_chart (&p);
  leave (&p);
  draw_chart_labels (&p);
  draw_separators (&p);
  enter_plot (&p);
  for (guint i = 0; i < layout->plan->lanes->len; i++)
    draw_lane (&p, i);
  leave (&p);
  flag = draw_flag (&p);
  draw_dates (&p, &flag);
  tl_timeline_draw_names (&p);
}
