/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-process-chart-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-format.h"

#define LEADER_CLEAR 6

/* What is handed to the drawing of a text. */
typedef struct
{
  const TlInk *ink;
  PangoLayout *layout;
  const TlBox *box;
  const TlColour *colour;
  gboolean halo;
} Note;

static void
draw_note_cb (cairo_t       *cr,
              double         x,
              double         y,
              gconstpointer  data)
{
  const Note *note = data;

  if (note->halo)
    tl_ink_draw_halo (note->ink, cr, note->layout, x - note->box->width / 2, y - note->box->height / 2);
  tl_ink_draw_layout (cr, note->layout, x - note->box->width / 2, y, 0, note->colour);
}

static void
put_note (const Note *note,
          cairo_t    *cr,
          TlStamps   *stamps,
          guint       shape)
{
  const TlBox *box = note->box;
  const TlStamp stamp = {
    shape, box->width / 2 + tl_ink_px (note->ink, 3), box->height / 2 + tl_ink_px (note->ink, 3), draw_note_cb, note,
  };

  tl_stamps_put (stamps, cr, &stamp, box->x + box->width / 2, box->y + box->height / 2);
}

static gboolean
overlaps_any (const TlBox  *box,
              const GArray *boxes)
{
  for (guint i = 0; i < boxes->len; i++)
    if (tl_box_overlaps (box, &g_array_index (boxes, TlBox, i)))
      return TRUE;
  return FALSE;
}

/* Those that need not be moved come first: what is moved gives way to them. */
guint
tl_process_chart_draw_callouts (const TlProcessChart *self,
                                const TlInk          *ink,
                                cairo_t              *cr,
                                TlStamps             *stamps,
                                guint                 shape,
                                double                from,
                                double                to)
{
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (TlBox));

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->callouts->len; i++)
      {
        const TlCallout *callout = &g_array_index (self->callouts, TlCallout, i);
        const TlChartNote *note = &g_array_index (self->notes, TlChartNote, i);
        TlBox box = callout->box;
        double top, bottom;

        if (!callout->shown || !tl_box_keep_between (&box, callout->x, callout->x, from, to)
            || (box.x != callout->box.x) != (pass == 1) || overlaps_any (&box, boxes))
          continue;
        g_array_append_val (boxes, box);
        if (note->leader && tl_callout_get_leader (callout, tl_ink_px (ink, LEADER_CLEAR), &top, &bottom))
          tl_ink_draw_line (ink, cr, callout->x, top, callout->x, bottom, 1, &ink->dimmed);
        put_note (&(Note) { ink, note->layout, &box, &ink->text, TRUE }, cr, stamps, shape + i);
      }
  return shape + self->callouts->len;
}

/* ── Baseline ── */

static guint
count_baseline (const TlProcessChart *self)
{
  const TlSeries *series = self->measure->series;
  guint n = 0;

  for (guint i = 0; i < series->n_points; i++)
    n += series->points[i].start >= self->measure->baseline_start && series->points[i].end <= self->measure->baseline_end
         && isfinite (series->points[i].value);
  return n;
}

/* Beneath the bracket that its shapes have. Where little of that is seen, it stays without words. */
guint
tl_process_chart_draw_baseline_note (const TlProcessChart *self,
                                     const TlInk          *ink,
                                     cairo_t              *cr,
                                     TlStamps             *stamps,
                                     guint                 shape,
                                     double                from,
                                     double                to)
{
  double first, last, right = self->plot.x + self->plot.width, x;
  g_autofree char *periods = NULL, *text = NULL;
  g_autoptr (PangoLayout) layout = NULL;
  TlBox box = { 0 };

  if (!tl_process_chart_has_baseline (self))
    return shape;
  first = MAX (tl_scale_to_position (&self->days, self->measure->baseline_start), self->plot.x);
  last = tl_scale_to_position (&self->days, self->measure->baseline_end + 1);
  if (last <= first || last < from || first > to)
    return shape + 1;
  periods = tl_format_periods (self->measure->facts->period, count_baseline (self));
  text = g_strdup_printf (_("baseline, %s before the first action"), periods);
  layout = tl_ink_get_layout (ink, text, TL_TEXT_SMALL);
  tl_ink_measure_layout (layout, &box.width, &box.height);
  x = CLAMP ((first + last - box.width) / 2, self->plot.x, MAX (right - box.width, self->plot.x));
  box.x = x;
  box.y = self->plot.y + self->plot.height - tl_ink_px (ink, TL_CHART_BASELINE_ROOM - 4)
          + tl_ink_px (ink, TL_CHART_BASELINE_TICK) + tl_ink_px (ink, 10) - box.height / 2;
  if (tl_box_keep_between (&box, first, last, from, to)
      && (box.x == x || MIN (last, to) - MAX (first, from) >= MIN (last - first, box.width / 3)))
    put_note (&(Note) { ink, layout, &box, &ink->dimmed, FALSE }, cr, stamps, shape);
  return shape + 1;
}

/**
 * tl_process_chart_draw_labels:
 * @self: a chart
 * @ink: what to draw with
 * @cr: where to draw
 * @x: where the labels begin
 *
 * Draws the labels of target, mean and limits beside the chart.
 */
void
tl_process_chart_draw_labels (const TlProcessChart *self,
                              const TlInk          *ink,
                              cairo_t              *cr,
                              double                x)
{
  for (guint i = 0; i < self->labels->len; i++)
    {
      const TlChartLabel *label = &g_array_index (self->labels, TlChartLabel, i);

      if (label->place.shown)
        tl_ink_draw_layout (cr, label->layout, x, label->place.placed, 0, label->bold ? &ink->text : &ink->dimmed);
    }
}

static double
measure_legend (const TlInk *ink,
                const char  *text)
{
  return tl_ink_measure_text (ink, text, TL_TEXT_SMALL) + tl_ink_px (ink, 14);
}

static void
draw_legend (const TlProcessChart *self,
             const TlInk          *ink,
             cairo_t              *cr,
             TlFlag                good,
             const char           *text,
             double                x,
             double                y,
             gboolean              mirrored)
{
  double side = mirrored ? -1 : 1;

  tl_process_chart_draw_signal (self, ink, cr, good, x + side * tl_ink_px (ink, 4), y);
  tl_ink_draw_text (ink, cr, text, TL_TEXT_SMALL, x + side * tl_ink_px (ink, 14), y, mirrored ? 1 : 0, &ink->dimmed);
}

/* The first and the last month, and between them what the shapes say, as far as there is room. */
void
tl_process_chart_draw_foot (const TlProcessChart *self,
                            const TlInk          *ink,
                            cairo_t              *cr)
{
  gboolean full = self->options.size == TL_CHART_SIZE_FULL;
  double y = self->height - ink->text_size * ink->small * 0.7;
  double right = self->plot.x + self->plot.width, space = tl_ink_px (ink, 18);
  g_autofree char *first = tl_format_month_short ((TlDay) self->days.from, full);
  g_autofree char *last = tl_format_month_short ((TlDay) self->days.to - 1, full);
  double first_width = tl_ink_measure_text (ink, first, TL_TEXT_SMALL), last_width = tl_ink_measure_text (ink, last, TL_TEXT_SMALL);
  /* One month needs no two ends. */
  gboolean both_ends = !g_str_equal (first, last) && first_width + last_width + space < self->plot.width;
  double from = self->plot.x + (both_ends ? first_width : 0), to = right - last_width;
  const char *good = tl_process_chart_spans_signal (self, TL_FLAG_YES) ? _("improvement signal") : NULL;
  const char *bad = tl_process_chart_spans_signal (self, TL_FLAG_NO) ? _("concern signal") : NULL;
  double good_width = good != NULL ? measure_legend (ink, good) : 0;
  double bad_width = bad != NULL ? measure_legend (ink, bad) : 0;
  double both = good_width + bad_width + (good != NULL && bad != NULL ? space : 0);
  double x;

  if (both_ends)
    tl_ink_draw_text (ink, cr, first, TL_TEXT_SMALL, self->plot.x, y, 0, &ink->dimmed);
  tl_ink_draw_text (ink, cr, last, TL_TEXT_SMALL, right, y, 1, &ink->dimmed);
  if (both > to - from - 2 * space && bad != NULL && good != NULL)
    {
      good = NULL;
      both = bad_width;
    }
  if (both == 0 || both > to - from - 2 * space)
    return;
  x = (from + to - both) / 2;
  if (good != NULL)
    {
      draw_legend (self, ink, cr, TL_FLAG_YES, good, x, y, FALSE);
      x += good_width + space;
    }
  if (bad != NULL)
    draw_legend (self, ink, cr, TL_FLAG_NO, bad, x, y, FALSE);
}

/* Clear of the target, where the latest reading would stand, as long as there is room. */
void
tl_process_chart_draw_nothing (const TlProcessChart *self,
                               const TlInk          *ink,
                               cairo_t              *cr)
{
  double x = MIN (tl_scale_to_position (&self->days, self->options.as_at + 1), self->plot.x + self->plot.width);
  double target = tl_scale_to_position (&self->values, self->measure->target_value);
  double line = ink->text_size * ink->small, y = self->plot.y + self->plot.height * 0.25;
  const char *text = _("No reading yet");

  if (isfinite (target) && fabs (y - target) < line)
    y = target - line >= line / 2 ? target - line : target + line;
  if (tl_ink_measure_text (ink, text, TL_TEXT_SMALL) + tl_ink_px (ink, 6) <= x - self->plot.x)
    tl_ink_draw_text (ink, cr, text, TL_TEXT_SMALL, x - tl_ink_px (ink, 6), y, 1, &ink->dimmed);
}

/**
 * tl_process_chart_draw_legend:
 * @self: a chart
 * @ink: what to draw with
 * @cr: where to draw
 * @x: where it begins: its left, mirrored its right
 * @y: the middle of its first line
 * @room: how wide it may be
 * @mirrored: whether it is read from the right
 *
 * Draws what the shapes of signals mean, one beneath another, those that the chart has; a text that is too long is left
 * out.
 */
void
tl_process_chart_draw_legend (const TlProcessChart *self,
                              const TlInk          *ink,
                              cairo_t              *cr,
                              double                x,
                              double                y,
                              double                room,
                              gboolean              mirrored)
{
  const struct
  {
    TlFlag good;
    const char *text;
  } lines[] = { { TL_FLAG_YES, _("improving") }, { TL_FLAG_NO, _("of concern") } };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (tl_process_chart_spans_signal (self, lines[i].good) && measure_legend (ink, lines[i].text) <= room)
      {
        draw_legend (self, ink, cr, lines[i].good, lines[i].text, x, y, mirrored);
        y += ink->text_size * 1.3;
      }
}
