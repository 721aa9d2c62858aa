/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-process-chart-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-format.h"

#define LEADER_CLEAR 6

void
tl_process_chart_draw_callouts (const TlProcessChart *self,
                                const TlInk          *ink,
                                cairo_t              *cr)
{
  for (guint i = 0; i < self->callouts->len; i++)
    {
      const TlCallout *callout = &g_array_index (self->callouts, TlCallout, i);
      const TlChartNote *note = &g_array_index (self->notes, TlChartNote, i);
      double from, to;

      if (!callout->shown)
        continue;
      if (note->leader && tl_callout_get_leader (callout, tl_ink_px (ink, LEADER_CLEAR), &from, &to))
        tl_ink_draw_line (ink, cr, callout->x, from, callout->x, to, 1, &ink->dimmed);
      tl_ink_draw_halo (ink, cr, note->layout, callout->box.x, callout->box.y);
      tl_ink_draw_layout (cr, note->layout, callout->box.x, callout->box.y + callout->box.height / 2, 0, &ink->text);
    }
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
             double                y)
{
  tl_process_chart_draw_signal (self, ink, cr, good, x + tl_ink_px (ink, 4), y);
  tl_ink_draw_text (ink, cr, text, TL_TEXT_SMALL, x + tl_ink_px (ink, 14), y, 0, &ink->dimmed);
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
      draw_legend (self, ink, cr, TL_FLAG_YES, good, x, y);
      x += good_width + space;
    }
  if (bad != NULL)
    draw_legend (self, ink, cr, TL_FLAG_NO, bad, x, y);
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
 * @x: its left
 * @y: the middle of its first line
 * @room: how wide it may be
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
                              double                room)
{
  const struct
  {
    TlFlag good;
    const char *text;
  } lines[] = { { TL_FLAG_YES, _("improving") }, { TL_FLAG_NO, _("of concern") } };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (tl_process_chart_spans_signal (self, lines[i].good) && measure_legend (ink, lines[i].text) <= room)
      {
        draw_legend (self, ink, cr, lines[i].good, lines[i].text, x, y);
        y += ink->text_size * 1.3;
      }
}
