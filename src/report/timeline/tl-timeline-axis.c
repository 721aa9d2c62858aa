/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-timeline-drawing.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-format.h"

/* In pixels of the design. */
#define TICK_ROOM 56
#define FLAG_HEIGHT 17
#define FLAG_PAD 6
#define LABEL_GAP 8

static TlDay
get_as_at (const TlTimelineLayout *layout)
{
  return tl_assessment_get_as_at (layout->plan->assessment);
}

/* ── Days that are marked ── */

static void
clear_flag (gpointer flag)
{
  g_free (((TlTimelineFlag *) flag)->text);
}

static void
add_flag (GArray *flags,
          TlDay   day,
          char   *text)
{
  TlTimelineFlag flag = { .day = day, .text = text, .filled = flags->len == 0 };

  g_array_append_val (flags, flag);
}

/* What matters most comes first, since the rest gives way to it. */
static void
collect_flags (const TlTimelineLayout *layout,
               TlDay                   today,
               GArray                 *flags)
{
  TlDay as_at = get_as_at (layout);
  const TlRiskJudgement *risk = layout->plan->risk;
  const struct
  {
    TlDay day;
    const char *text;
  } marked[] = {
    { risk != NULL ? risk->ended_on : TL_NO_DAY,
      risk != NULL && risk->state == TL_RISK_STATE_CLOSED ? C_("timeline", "closed") : C_("timeline", "ended") },
    { risk != NULL ? risk->reopened_on : TL_NO_DAY, C_("timeline", "reopened") },
    { risk != NULL ? risk->opened : TL_NO_DAY, C_("timeline", "opened") },
  };

  add_flag (flags, as_at + 1, tl_format_day_short (as_at, as_at));
  if (today != TL_NO_DAY && today != as_at)
    add_flag (flags, today + 1, g_strdup (_("today")));
  /* Their days are read off the axis, whose dates they would take the room of. */
  for (guint i = 0; i < G_N_ELEMENTS (marked); i++)
    if (marked[i].day != TL_NO_DAY && marked[i].day <= as_at)
      add_flag (flags, marked[i].day, g_strdup (marked[i].text));
}

static gboolean
overlaps_any (const TlBox  *box,
              const GArray *flags,
              guint         n)
{
  for (guint i = 0; i < n; i++)
    {
      const TlTimelineFlag *flag = &g_array_index (flags, TlTimelineFlag, i);

      if (flag->box.width > 0 && tl_box_overlaps (box, &flag->box))
        return TRUE;
    }
  return FALSE;
}

/**
 * tl_timeline_axis_list_flags:
 * @layout: a layout
 * @ink: what it is drawn with
 * @today: today, %TL_NO_DAY when it isn't to be marked
 * @scroll_x: how far time is scrolled
 *
 * Returns: (transfer full) (element-type TlTimelineFlag): the marked days, with words where there is room; positions are
 *   those of the whole drawing
 */
GArray *
tl_timeline_axis_list_flags (const TlTimelineLayout *layout,
                             const TlInk            *ink,
                             TlDay                   today,
                             double                  scroll_x)
{
  GArray *flags = g_array_new (FALSE, TRUE, sizeof (TlTimelineFlag));
  double right = layout->plot_left + layout->plot_width, height = tl_ink_px (ink, FLAG_HEIGHT);

  g_array_set_clear_func (flags, clear_flag);
  collect_flags (layout, today, flags);
  for (guint i = 0; i < flags->len; i++)
    {
      TlTimelineFlag *flag = &g_array_index (flags, TlTimelineFlag, i);
      double width = tl_ink_measure_text (ink, flag->text, TL_TEXT_SMALL_BOLD) + 2 * tl_ink_px (ink, FLAG_PAD);

      flag->x = layout->plot_left - scroll_x + tl_scale_to_position (&layout->days, flag->day);
      if (flag->x < layout->plot_left || flag->x > right)
        continue;
      for (guint side = 0; side < 2 && flag->box.width == 0; side++)
        {
          TlBox box = { side == 0 ? flag->x : flag->x - width, (layout->axis_height - height) / 2, width, height };

          if (box.x >= layout->plot_left && box.x + width <= right && !overlaps_any (&box, flags, i))
            flag->box = box;
        }
    }
  return flags;
}

/* ── Dates ── */

static TlDateStep
choose_step (const TlTimelineLayout *layout,
             const TlInk            *ink)
{
  return tl_axis_date_step (layout->length / (layout->days.to - layout->days.from), tl_ink_px (ink, TICK_ROOM));
}

/**
 * tl_timeline_axis_list_ticks:
 * @layout: a layout
 * @ink: what it is drawn with
 * @from: a position across
 * @to: a position not before it
 *
 * Returns: (transfer full) (element-type TlTick): the days that have a line between the two positions
 */
GArray *
tl_timeline_axis_list_ticks (const TlTimelineLayout *layout,
                             const TlInk            *ink,
                             double                  from,
                             double                  to)
{
  TlDay first = (TlDay) floor (tl_scale_to_value (&layout->days, from));
  TlDay last = (TlDay) ceil (tl_scale_to_value (&layout->days, to));

  return tl_axis_date_ticks (MAX (first, 1), last, choose_step (layout, ink));
}

static void
clear_date (gpointer label)
{
  g_free (((TlTimelineDateLabel *) label)->text);
}

/* Takes the text; whether it stands in the plot and free of the flags. */
static gboolean
add_date (const TlTimelineLayout *layout,
          const TlInk            *ink,
          const GArray           *flags,
          GArray                 *labels,
          char                   *text,
          double                  x,
          double                  free_from,
          gboolean                bold)
{
  TlTimelineDateLabel label = { text, { x, 0, 0, layout->axis_height }, bold };

  label.box.width = tl_ink_measure_text (ink, text, bold ? TL_TEXT_SMALL_BOLD : TL_TEXT_SMALL);
  if (x < free_from || x + label.box.width > layout->plot_left + layout->plot_width
      || overlaps_any (&label.box, flags, flags->len))
    {
      g_free (text);
      return FALSE;
    }
  g_array_append_val (labels, label);
  return TRUE;
}

/* Where no date has room at its line, the first that is seen stands at the left, as short as it must be. */
static void
add_only_date (const TlTimelineLayout *layout,
               const TlInk            *ink,
               const GArray           *flags,
               GArray                 *labels,
               double                  scroll_x)
{
  TlDay day = (TlDay) MAX (ceil (tl_scale_to_value (&layout->days, scroll_x)), 1);
  TlDateStep step = choose_step (layout, ink);

  for (guint with_year = 2; with_year > 0 && labels->len == 0; with_year--)
    add_date (layout, ink, flags, labels, tl_axis_date_label (day, step, with_year == 2),
              layout->plot_left + tl_ink_px (ink, 5), layout->plot_left, TRUE);
}

/**
 * tl_timeline_axis_list_dates:
 * @layout: a layout
 * @ink: what it is drawn with
 * @flags: (element-type TlTimelineFlag): the days that are marked, which dates give way to
 * @scroll_x: how far time is scrolled
 *
 * Returns: (transfer full) (element-type TlTimelineDateLabel): the dates on the axis, none over another or over a flag;
 *   positions are those of the whole drawing
 */
GArray *
tl_timeline_axis_list_dates (const TlTimelineLayout *layout,
                             const TlInk            *ink,
                             const GArray           *flags,
                             double                  scroll_x)
{
  GArray *labels = g_array_new (FALSE, TRUE, sizeof (TlTimelineDateLabel));
  g_autoptr (GArray) ticks = tl_timeline_axis_list_ticks (layout, ink, scroll_x, scroll_x + layout->plot_width);
  TlDateStep step = choose_step (layout, ink);
  double free_from = layout->plot_left;

  g_array_set_clear_func (labels, clear_date);
  for (guint i = 0; i < ticks->len; i++)
    {
      const TlTick *tick = &g_array_index (ticks, TlTick, i);
      gboolean days = step == TL_DATE_STEP_DAY || step == TL_DATE_STEP_WEEK;
      gboolean bold = labels->len == 0 || (tick->major && !days);
      double x = layout->plot_left - scroll_x + tl_scale_to_position (&layout->days, tick->value) + tl_ink_px (ink, 5);

      if (add_date (layout, ink, flags, labels, tl_axis_date_label ((TlDay) tick->value, step, bold), x, free_from, bold))
        free_from = x + g_array_index (labels, TlTimelineDateLabel, labels->len - 1).box.width + tl_ink_px (ink, LABEL_GAP);
    }
  if (labels->len == 0)
    add_only_date (layout, ink, flags, labels, scroll_x);
  return labels;
}

/* ── Drawing ── */

static void
add_rounded (cairo_t     *cr,
             const TlBox *box,
             double       radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, box->x + box->width - radius, box->y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, box->x + box->width - radius, box->y + box->height - radius, radius, 0, G_PI_2);
  cairo_arc (cr, box->x + radius, box->y + box->height - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, box->x + radius, box->y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

static void
draw_flag (const TlInk          *ink,
           cairo_t              *cr,
           const TlTimelineFlag *flag,
           double                bottom)
{
  const TlColour *colour = flag->filled ? &ink->accent : &ink->text;

  tl_ink_draw_line (ink, cr, flag->x, flag->box.width > 0 ? flag->box.y : bottom / 2, flag->x, bottom,
                    flag->filled ? 1.6 : 1.2, colour);
  if (flag->box.width == 0)
    return;
  if (flag->filled)
    {
      add_rounded (cr, &flag->box, tl_ink_px (ink, 3));
      tl_ink_set_colour (cr, &ink->accent);
      cairo_fill (cr);
    }
  tl_ink_draw_text (ink, cr, flag->text, TL_TEXT_SMALL_BOLD, flag->box.x + flag->box.width / 2,
                    flag->box.y + flag->box.height / 2, 0.5, flag->filled ? &ink->ground : &ink->text);
}

/**
 * tl_timeline_draw_axis:
 * @layout: where everything stands
 * @ink: what to draw with
 * @cr: where to draw
 * @today: today, %TL_NO_DAY when it isn't to be marked
 * @scroll_x: how far time is scrolled
 *
 * Draws the dates at the top, and the days that are marked among them.
 */
void
tl_timeline_draw_axis (const TlTimelineLayout *layout,
                       const TlInk            *ink,
                       cairo_t                *cr,
                       TlDay                   today,
                       double                  scroll_x)
{
  g_autoptr (GArray) flags = tl_timeline_axis_list_flags (layout, ink, today, scroll_x);
  g_autoptr (GArray) dates = tl_timeline_axis_list_dates (layout, ink, flags, scroll_x);

  tl_ink_set_dash (ink, cr, 0, 0);
  for (guint i = 0; i < dates->len; i++)
    {
      const TlTimelineDateLabel *label = &g_array_index (dates, TlTimelineDateLabel, i);

      tl_ink_draw_text (ink, cr, label->text, label->bold ? TL_TEXT_SMALL_BOLD : TL_TEXT_SMALL, label->box.x,
                        layout->axis_height / 2, 0, &ink->dimmed);
    }
  for (guint i = flags->len; i > 0; i--)
    {
      const TlTimelineFlag *flag = &g_array_index (flags, TlTimelineFlag, i - 1);

      if (flag->x >= layout->plot_left && flag->x <= layout->plot_left + layout->plot_width)
        draw_flag (ink, cr, flag, layout->axis_height);
    }
}
