/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-interval-chart.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-format.h"
#include "tl-label-placing.h"
#include "tl-marks.h"

/* In pixels of the design. */
#define PAD 24
#define CAP 4
#define TICK_ROOM 64

/**
 * tl_interval_chart_init:
 * @self: (out caller-allocates): the chart
 * @measure: a measure
 * @comparison: how its places compare
 * @ink: what it will be drawn with
 * @from: the left, in units of the drawing
 * @to: the right
 *
 * Finds a scale that holds every value and interval, the target and all places together.
 */
void
tl_interval_chart_init (TlIntervalChart          *self,
                        const TlMeasureJudgement *measure,
                        const TlComparison       *comparison,
                        const TlInk              *ink,
                        double                    from,
                        double                    to)
{
  double least = INFINITY, greatest = -INFINITY, pad = MIN (tl_ink_px (ink, PAD), (to - from) / 4);

  for (guint i = 0; i < comparison->n_places; i++)
    {
      tl_axis_include (comparison->places[i].value, &least, &greatest);
      tl_axis_include (comparison->places[i].low, &least, &greatest);
      tl_axis_include (comparison->places[i].high, &least, &greatest);
    }
  tl_axis_include (comparison->pooled_value, &least, &greatest);
  tl_axis_include (comparison->pooled_low, &least, &greatest);
  tl_axis_include (comparison->pooled_high, &least, &greatest);
  tl_axis_include (measure->target_value, &least, &greatest);
  if (!(greatest >= least))
    least = greatest = 0;
  if (!(greatest > least))
    tl_axis_widen (least, greatest, 0.5, &least, &greatest);

  self->measure = measure;
  self->comparison = comparison;
  self->scale = (TlScale) { least, greatest, from + pad, to - pad };
}

static double
across (const TlIntervalChart *self,
        double                 value)
{
  return tl_scale_to_position (&self->scale, value);
}

static GArray *
create_ticks (const TlIntervalChart *self,
              const TlInk           *ink,
              guint                 *decimals)
{
  double length = self->scale.end - self->scale.start, room = tl_ink_px (ink, TICK_ROOM);

  return tl_axis_number_ticks (self->scale.from, self->scale.to, (guint) CLAMP (length / room, 1, 8), decimals);
}

/**
 * tl_interval_chart_draw_lines:
 * @self: a chart
 * @ink: what to draw with
 * @cr: where to draw
 * @top: where a row, or all rows, begin
 * @bottom: where it ends
 *
 * Draws what runs down all rows: the grid, all places together, and the target, dashed.
 */
void
tl_interval_chart_draw_lines (const TlIntervalChart *self,
                              const TlInk           *ink,
                              cairo_t               *cr,
                              double                 top,
                              double                 bottom)
{
  g_autoptr(GArray) ticks = create_ticks (self, ink, NULL);

  cairo_save (cr);
  tl_ink_set_dash (ink, cr, 0, 0);
  for (guint i = 0; i < ticks->len; i++)
    {
      double x = across (self, g_array_index (ticks, TlTick, i).value);

      tl_ink_draw_line (ink, cr, x, top, x, bottom, 1, &ink->grid);
    }
  if (isfinite (self->comparison->pooled_value))
    {
      double x = across (self, self->comparison->pooled_value);

      tl_ink_draw_line (ink, cr, x, top, x, bottom, 1.2, &ink->accent);
    }
  if (isfinite (self->measure->target_value))
    {
      double x = across (self, self->measure->target_value);

      /* Dashes begin afresh in each row, at the same distance from its middle. */
      tl_ink_set_dash (ink, cr, 7, 4);
      tl_ink_draw_line (ink, cr, x, top, x, bottom, 1.5, &ink->text);
    }
  cairo_restore (cr);
}

static void
draw_interval (const TlIntervalChart *self,
               const TlInk           *ink,
               cairo_t               *cr,
               double                 low,
               double                 high,
               double                 y,
               double                 width,
               gboolean               dotted,
               const TlColour        *colour)
{
  double from = across (self, low), to = across (self, high), cap = tl_ink_px (ink, CAP);

  if (!isfinite (low) || !isfinite (high))
    return;
  cairo_save (cr);
  tl_ink_set_dash (ink, cr, 0, 0);
  tl_ink_draw_line (ink, cr, from, y - cap, from, y + cap, width, colour);
  tl_ink_draw_line (ink, cr, to, y - cap, to, y + cap, width, colour);
  if (dotted)
    tl_ink_set_dash (ink, cr, 3, 3);
  tl_ink_draw_line (ink, cr, from, y, to, y, width, colour);
  cairo_restore (cr);
}

/**
 * tl_interval_chart_draw_pooled:
 * @self: a chart
 * @ink: what to draw with
 * @cr: where to draw
 * @y: the middle of the row
 *
 * Draws all places together.
 */
void
tl_interval_chart_draw_pooled (const TlIntervalChart *self,
                               const TlInk           *ink,
                               cairo_t               *cr,
                               double                 y)
{
  const TlComparison *comparison = self->comparison;

  if (!isfinite (comparison->pooled_value))
    return;
  draw_interval (self, ink, cr, comparison->pooled_low, comparison->pooled_high, y, 2, FALSE, &ink->accent);
  tl_mark_pooled (cr, ink, across (self, comparison->pooled_value), y);
}

/**
 * tl_interval_chart_draw_place:
 * @self: a chart
 * @ink: what to draw with
 * @cr: where to draw
 * @place: a place
 * @y: the middle of the row
 *
 * Draws a place: its mark on its interval. One without a reading has neither.
 */
void
tl_interval_chart_draw_place (const TlIntervalChart  *self,
                              const TlInk            *ink,
                              cairo_t                *cr,
                              const TlPlaceJudgement *place,
                              double                  y)
{
  gboolean weak = place->state == TL_PLACE_STATE_WEAK, few = place->state == TL_PLACE_STATE_TOO_FEW;
  gboolean watch = place->state == TL_PLACE_STATE_WATCH;

  if (!isfinite (place->value) || place->state == TL_PLACE_STATE_UNSAMPLED)
    return;
  draw_interval (self, ink, cr, place->low, place->high, y, weak ? 2.4 : 2, few,
                 weak || watch ? &ink->text : few ? &ink->dimmed : &ink->accent);
  tl_mark_place (cr, ink, place->state, across (self, place->value), y);
}

/**
 * tl_interval_chart_draw_ticks:
 * @self: a chart
 * @ink: what to draw with
 * @cr: where to draw
 * @y: the middle of the text
 *
 * Draws the values of the scale, to stand above the rows.
 */
void
tl_interval_chart_draw_ticks (const TlIntervalChart *self,
                              const TlInk           *ink,
                              cairo_t               *cr,
                              double                 y)
{
  guint decimals;
  g_autoptr(GArray) ticks = create_ticks (self, ink, &decimals);

  for (guint i = 0; i < ticks->len; i++)
    {
      double value = g_array_index (ticks, TlTick, i).value;
      g_autofree char *text = tl_format_scale_value (self->measure->facts, value, decimals);

      tl_ink_draw_text (ink, cr, text, TL_TEXT_SMALL, across (self, value), y, 0.5, &ink->dimmed);
    }
}

static char *
name_target (const TlIntervalChart *self)
{
  double target = self->measure->target_value;
  int decimals = fabs (target - round (target)) < 1e-6 ? 0 : fabs (target * 10 - round (target * 10)) < 1e-6 ? 1 : 2;
  g_autofree char *value = tl_format_scale_value (self->measure->facts, target, decimals);

  return isfinite (target) ? g_strdup_printf (C_("beside a chart", "target %s"), value) : NULL;
}

static char *
name_pooled (const TlIntervalChart *self)
{
  double pooled = self->comparison->pooled_value;
  int decimals = self->measure->facts->kind != TL_MEASURE_KIND_PROPORTION && fabs (pooled) < 1 ? 3 : 1;
  g_autofree char *value = tl_format_scale_value (self->measure->facts, pooled, decimals);

  return isfinite (pooled) ? g_strdup_printf (C_("beside a chart", "all %s"), value) : NULL;
}

/**
 * tl_interval_chart_draw_names:
 * @self: a chart
 * @ink: what to draw with
 * @cr: where to draw
 * @y: the middle of the text
 *
 * Draws what the two lines are, target and all places together, to stand beneath the rows.
 */
void
tl_interval_chart_draw_names (const TlIntervalChart *self,
                              const TlInk           *ink,
                              cairo_t               *cr,
                              double                 y)
{
  g_autofree char *target = name_target (self);
  g_autofree char *pooled = name_pooled (self);
  const char *names[2] = { target, pooled };
  double values[2] = { self->measure->target_value, self->comparison->pooled_value };
  PangoLayout *layouts[2] = { NULL, NULL };
  TlMarginLabel labels[2];

  /* Side by side rather than one above another, but placed by the same rule. */
  for (guint i = 0; i < 2; i++)
    {
      labels[i] = (TlMarginLabel) { .wanted = names[i] != NULL ? across (self, values[i]) : NAN, .rank = i };
      if (names[i] == NULL)
        continue;
      layouts[i] = tl_ink_get_layout (ink, names[i], TL_TEXT_SMALL_BOLD);
      tl_ink_measure_layout (layouts[i], &labels[i].height, NULL);
      labels[i].height += tl_ink_px (ink, 12);
    }
  tl_place_margin_labels (labels, 2, self->scale.start - tl_ink_px (ink, PAD), self->scale.end + tl_ink_px (ink, PAD));
  for (guint i = 0; i < 2; i++)
    {
      if (layouts[i] != NULL && labels[i].shown)
        tl_ink_draw_layout (cr, layouts[i], labels[i].placed, y, 0.5, i == 0 ? &ink->text : &ink->accent);
      g_clear_object (&layouts[i]);
    }
}
