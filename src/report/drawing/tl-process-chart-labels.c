/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-process-chart-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-format.h"

#define CALLOUT_GAP 7
#define OBSTACLE 4
/* At most this many signals are named in the chart: the first of each sort, to either side. */
#define MOST_KINDS 8
/* In characters. */
#define LONGEST_REASON 36

/* Whether limits are frozen on a baseline that is to be shown. */
gboolean
tl_process_chart_has_baseline (const TlProcessChart *self)
{
  return self->options.size == TL_CHART_SIZE_FULL && self->measure->baseline_start != TL_NO_DAY
         && self->measure->baseline_end != TL_NO_DAY;
}

/* ── Labels beside the chart ── */

static guint
choose_decimals (const TlProcessChart *self)
{
  double range = self->values.to - self->values.from;

  if (self->options.size == TL_CHART_SIZE_SMALL)
    range *= 10;
  return (guint) CLAMP (ceil (-log10 (range / 100) - 0.5), 0, 4);
}

static char *
format_target (const TlProcessChart *self)
{
  double target = self->measure->target_value;

  for (int decimals = 0; decimals < 2; decimals++)
    if (fabs (target * pow (10, decimals) - round (target * pow (10, decimals))) < 1e-6)
      return tl_format_number (target, decimals);
  return tl_format_number (target, MAX (choose_decimals (self), 2));
}

static void
add_label (TlProcessChart *self,
           const TlInk    *ink,
           const char     *text,
           double          value,
           gboolean        bold)
{
  TlChartLabel label = { .bold = bold };
  double width;

  label.layout = tl_ink_get_layout (ink, text, bold ? TL_TEXT_SMALL_BOLD : TL_TEXT_SMALL);
  label.place.wanted = value;
  label.place.rank = self->labels->len;
  tl_ink_measure_layout (label.layout, &width, &label.place.height);
  label.place.height *= 0.9;
  self->label_width = MAX (self->label_width, width);
  g_array_append_val (self->labels, label);
}

/* Says a value beside the chart; the format of a small chart is the number alone. */
static void
add_number (TlProcessChart *self,
            const TlInk    *ink,
            const char     *format,
            double          value)
{
  g_autofree char *number = tl_format_number (value, choose_decimals (self));
  g_autofree char *text = NULL;

  if (!isfinite (value))
    return;
  text = self->options.size == TL_CHART_SIZE_FULL ? g_strdup_printf (format, number) : g_strdup (number);
  add_label (self, ink, text, value, FALSE);
}

static const TlPoint *
find_last_limits (const TlProcessChart *self)
{
  const TlSeries *series = self->measure->series;

  for (guint i = series->n_points; i > self->first; i--)
    if (isfinite (series->points[i - 1].mean))
      return &series->points[i - 1];
  return NULL;
}

/* Without a target or a mean the chart would have no figure at all. */
static void
add_plain_labels (TlProcessChart *self,
                  const TlInk    *ink)
{
  guint decimals;
  g_autoptr(GArray) ticks = tl_axis_number_ticks (self->values.from, self->values.to, 3, &decimals);

  for (guint i = 0; i < ticks->len && self->measure->series->n_points > 0; i++)
    {
      g_autofree char *text = tl_format_number (g_array_index (ticks, TlTick, i).value, decimals);

      add_label (self, ink, text, g_array_index (ticks, TlTick, i).value, FALSE);
    }
}

/* Target, mean and limits, or else plain figures; with their values, since the scale isn't known yet. */
void
tl_process_chart_create_labels (TlProcessChart *self,
                                const TlInk    *ink)
{
  const TlPoint *last = find_last_limits (self);

  if (isfinite (self->measure->target_value))
    {
      g_autofree char *number = format_target (self);
      g_autofree char *text = self->options.size == TL_CHART_SIZE_FULL
                                ? g_strdup_printf (C_("beside a chart", "target %s"), number) : g_strdup (number);

      add_label (self, ink, text, self->measure->target_value, TRUE);
    }
  if (last != NULL)
    {
      add_number (self, ink, C_("beside a chart", "mean %s"), last->mean);
      if (self->options.size == TL_CHART_SIZE_FULL)
        {
          const char *format = last->trial ? C_("beside a chart", "trial limit %s") : C_("beside a chart", "limit %s");

          add_number (self, ink, format, last->upper);
          add_number (self, ink, format, last->lower);
        }
    }
  if (self->labels->len == 0)
    add_plain_labels (self, ink);
}

/* Labels were made with their values, to know how wide they are; now the scale is known. */
void
tl_process_chart_place_labels (TlProcessChart *self)
{
  g_autofree TlMarginLabel *places = g_new (TlMarginLabel, self->labels->len + 1);

  for (guint i = 0; i < self->labels->len; i++)
    {
      places[i] = g_array_index (self->labels, TlChartLabel, i).place;
      places[i].wanted = tl_scale_to_position (&self->values, places[i].wanted);
    }
  tl_place_margin_labels (places, self->labels->len, 0, self->height);
  for (guint i = 0; i < self->labels->len; i++)
    g_array_index (self->labels, TlChartLabel, i).place = places[i];
}

/* ── Labels in the chart ── */

static void
add_callout (TlProcessChart *self,
             const TlInk    *ink,
             const char     *text,
             double          x,
             double          y,
             gboolean        above,
             gboolean        leader)
{
  TlChartNote note = { tl_ink_get_layout (ink, text, TL_TEXT_SMALL_BOLD), leader };
  TlCallout callout = { .x = x, .y = y, .above = above };

  tl_ink_measure_layout (note.layout, &callout.width, &callout.height);
  g_array_append_val (self->notes, note);
  g_array_append_val (self->callouts, callout);
}

/* Beside the top of its line: to the right, or where the drawing ends to the left. */
static void
add_rule (TlProcessChart *self,
          const TlInk    *ink,
          TlDay           day,
          gboolean        dashed,
          const char     *text)
{
  TlChartRule rule = { tl_scale_to_position (&self->days, day), dashed };
  TlCallout *callout;

  g_array_append_val (self->rules, rule);
  add_callout (self, ink, text, rule.x, self->plot.y, FALSE, FALSE);
  callout = &g_array_index (self->callouts, TlCallout, self->callouts->len - 1);
  for (guint row = 0; row < 4 && !callout->shown; row++)
    for (guint side = 0; side < 2 && !callout->shown; side++)
      {
        double gap = tl_ink_px (ink, 4);

        callout->box = (TlBox) {
          side == 0 ? rule.x + gap : rule.x - gap - callout->width, row * callout->height, callout->width, callout->height,
        };
        callout->shown = callout->box.x >= 0 && callout->box.x + callout->box.width <= self->plot.x + self->plot.width;
        for (guint i = 0; i + 1 < self->callouts->len && callout->shown; i++)
          callout->shown = !tl_box_overlaps (&callout->box, &g_array_index (self->callouts, TlCallout, i).box);
      }
}

/* With its reason, as far as that is short; the sentence of its point has all of it. */
static char *
say_step_change (const TlStepChangeFacts *change,
                 const char              *day)
{
  g_autofree char *text = g_strdup_printf (_("step change, %s"), day);
  g_autofree char *start = NULL;

  if (change->reason == NULL || *change->reason == '\0')
    return g_steal_pointer (&text);
  if (g_utf8_strlen (change->reason, -1) <= LONGEST_REASON)
    return g_strdup_printf ("%s: %s", text, change->reason);
  start = g_utf8_substring (change->reason, 0, LONGEST_REASON - 1);
  return g_strdup_printf ("%s: %s…", text, g_strchomp (start));
}

static void
add_rules (TlProcessChart *self,
           const TlInk    *ink)
{
  TlDay as_at = self->options.as_at, first_action = self->options.first_action;
  const TlFactsList changes = self->measure->facts->step_changes;

  if (first_action != TL_NO_DAY && first_action <= as_at && first_action >= self->days.from)
    {
      g_autofree char *day = tl_format_day_short (first_action, as_at);
      g_autofree char *text = g_strdup_printf (_("first action, %s"), day);

      add_rule (self, ink, first_action, FALSE, text);
    }
  for (guint i = 0; i < changes.n; i++)
    {
      const TlStepChangeFacts *change = TL_FACTS_AT (changes, TlStepChangeFacts, i);

      if (change->date != TL_NO_DAY && change->date <= as_at && change->date >= self->days.from)
        {
          g_autofree char *day = tl_format_day_short (change->date, as_at);
          g_autofree char *text = say_step_change (change, day);

          add_rule (self, ink, change->date, TRUE, text);
        }
    }
}

/* Concerns first; then a point beyond a limit says most, two in three least. */
static int
compare_signals (gconstpointer a,
                 gconstpointer b,
                 gpointer      data)
{
  static const int ranks[] = { 9, 0, 2, 3, 1 };
  const TlProcessChart *self = data;
  const TlPoint *first = g_array_index (self->points, TlChartPoint, *(const guint *) a).point;
  const TlPoint *second = g_array_index (self->points, TlChartPoint, *(const guint *) b).point;

  if ((first->good == TL_FLAG_NO) != (second->good == TL_FLAG_NO))
    return first->good == TL_FLAG_NO ? -1 : 1;
  if (first->signal != second->signal)
    return ranks[first->signal] - ranks[second->signal];
  return first->start - second->start;
}

static void
add_signals (TlProcessChart *self,
             const TlInk    *ink)
{
  const TlSeries *series = self->measure->series;
  gboolean seen[TL_SIGNAL_SHIFT + 1][TL_SIDE_LOW + 1] = { 0 };
  guint found[MOST_KINDS], n_found = 0;

  for (guint i = 0; i < self->points->len && n_found < MOST_KINDS; i++)
    {
      const TlPoint *point = g_array_index (self->points, TlChartPoint, i).point;

      if (tl_process_chart_begins_run (series, self->first + i) && !seen[point->signal][point->side])
        {
          seen[point->signal][point->side] = TRUE;
          found[n_found++] = i;
        }
    }
  g_sort_array (found, n_found, sizeof *found, compare_signals, self);
  for (guint i = 0; i < n_found; i++)
    {
      const TlChartPoint *placed = &g_array_index (self->points, TlChartPoint, found[i]);
      g_autofree char *text = tl_process_chart_name_signal (placed->point,
                                                            tl_process_chart_get_run (series, self->first + found[i]),
                                                            self->options.as_at);

      add_callout (self, ink, text, placed->x, placed->y, placed->point->side == TL_SIDE_HIGH, TRUE);
    }
}

static void
append_obstacle (GArray *obstacles,
                 double  x,
                 double  y,
                 double  half)
{
  TlBox box = { x - half, y - half, 2 * half, 2 * half };

  g_array_append_val (obstacles, box);
}

/* The line and its points as small boxes along it. */
static GArray *
list_obstacles (const TlProcessChart *self,
                const TlInk          *ink)
{
  GArray *obstacles = g_array_new (FALSE, FALSE, sizeof (TlBox));
  double half = tl_ink_px (ink, OBSTACLE);
  const TlChartPoint *previous = NULL;

  for (guint i = 0; i < self->points->len; i++)
    {
      const TlChartPoint *point = &g_array_index (self->points, TlChartPoint, i);

      if (isnan (point->y))
        {
          previous = point->point->nothing_to_sample ? previous : NULL;
          continue;
        }
      append_obstacle (obstacles, point->x, point->y, half);
      if (previous != NULL)
        {
          double length = MAX (fabs (point->x - previous->x), fabs (point->y - previous->y));
          guint steps = (guint) MIN (length / (2 * half), 100);

          for (guint step = 1; step < steps; step++)
            append_obstacle (obstacles, previous->x + (point->x - previous->x) * step / steps,
                             previous->y + (point->y - previous->y) * step / steps, half / 2);
        }
      previous = point;
    }
  return obstacles;
}

static GArray *
list_levels (const TlProcessChart *self,
             const TlInk          *ink)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (TlBox));
  const TlPoint *last = find_last_limits (self);
  double half = tl_ink_px (ink, 3);
  double levels[] = {
    self->measure->target_value, last ? last->mean : NAN, last ? last->lower : NAN, last ? last->upper : NAN,
  };

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      TlBox box = { self->plot.x, tl_scale_to_position (&self->values, levels[i]) - half, self->plot.width, 2 * half };

      if (isfinite (levels[i]))
        g_array_append_val (boxes, box);
    }
  return boxes;
}

static void
place_signals (TlProcessChart *self,
               const TlInk    *ink)
{
  g_autoptr(GArray) hard = list_obstacles (self, ink);
  g_autoptr(GArray) soft = list_levels (self, ink);
  TlCalloutRoom room = {
    .bounds = { self->plot.x, 0, self->plot.width, self->plot.y + self->plot.height },
    .gap = tl_ink_px (ink, CALLOUT_GAP),
  };

  for (guint i = 0; i < self->rules->len; i++)
    {
      TlBox box = { g_array_index (self->rules, TlChartRule, i).x - 1, 0, 2, self->height };

      g_array_append_val (hard, box);
    }
  /* What isn't known yet isn't written on. */
  room.bounds.width = MIN (room.bounds.width,
                           tl_scale_to_position (&self->days, self->options.as_at + 1) - room.bounds.x);
  if (tl_process_chart_has_baseline (self))
    room.bounds.height -= tl_ink_px (ink, TL_CHART_BASELINE_ROOM - 4);
  room.hard = (TlBox *) (gpointer) hard->data;
  room.n_hard = hard->len;
  room.soft = (TlBox *) (gpointer) soft->data;
  room.n_soft = soft->len;
  tl_place_callouts ((TlCallout *) (gpointer) self->callouts->data, self->callouts->len, &room);
  /* What finds no place may stand across the line of a step change or the first action. */
  room.n_hard -= self->rules->len;
  tl_place_callouts ((TlCallout *) (gpointer) self->callouts->data, self->callouts->len, &room);
}

/* Names the first action, step changes and the first point of each signal. */
void
tl_process_chart_add_notes (TlProcessChart *self,
                            const TlInk    *ink)
{
  add_rules (self, ink);
  add_signals (self, ink);
  place_signals (self, ink);
}
