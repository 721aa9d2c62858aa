/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-process-chart-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "tl-detail.h"
#include "tl-format.h"

#define LABEL_GAP 6
#define CALLOUT_GAP 7
#define MARK_ROOM 5
#define OBSTACLE 4
#define BASELINE_ROOM 26
/* At most this many signals are named in the chart: the first of each sort, to either side. */
#define MOST_KINDS 8

static void
clear_label (gpointer label)
{
  g_clear_object (&((TlChartLabel *) label)->layout);
}

static void
clear_note (gpointer note)
{
  g_clear_object (&((TlChartNote *) note)->layout);
}

static gboolean
has_baseline (const TlProcessChart *self)
{
  return self->options.size == TL_CHART_SIZE_FULL && self->measure->baseline_start != TL_NO_DAY
         && self->measure->baseline_end != TL_NO_DAY;
}

/* ── Scales ── */

static void
include_value (double  value,
               double *least,
               double *greatest)
{
  if (!isfinite (value))
    return;
  *least = MIN (*least, value);
  *greatest = MAX (*greatest, value);
}

static void
scale_values (TlProcessChart *self)
{
  const TlSeries *series = self->measure->series;
  double least = INFINITY, greatest = -INFINITY, from, to;

  for (guint i = self->first; i < series->n_points; i++)
    {
      include_value (series->points[i].value, &least, &greatest);
      include_value (series->points[i].lower, &least, &greatest);
      include_value (series->points[i].mean, &least, &greatest);
      include_value (series->points[i].upper, &least, &greatest);
    }
  include_value (self->measure->target_value, &least, &greatest);
  if (!(greatest >= least))
    least = greatest = 0;
  tl_axis_widen (least, greatest, self->options.size == TL_CHART_SIZE_FULL ? 0.12 : 0.06, &from, &to);
  self->values = (TlScale) { from, to, self->plot.y + self->plot.height, self->plot.y };
}

static void
scale_days (TlProcessChart *self)
{
  const TlSeries *series = self->measure->series;
  TlDay from, to;

  if (self->options.days != NULL)
    {
      self->days = *self->options.days;
      return;
    }
  from = series->n_points > self->first ? series->points[self->first].start : self->options.as_at - 91;
  to = series->n_points > 0 ? MAX (series->points[series->n_points - 1].end, self->options.as_at) : self->options.as_at;
  if (self->options.first_action != TL_NO_DAY && self->options.first_action <= self->options.as_at
      && self->options.from == TL_NO_DAY)
    from = MIN (from, self->options.first_action);
  self->days = (TlScale) { from, to + 1, self->plot.x, self->plot.x + self->plot.width };
}

static void
place_points (TlProcessChart *self)
{
  const TlSeries *series = self->measure->series;
  g_autofree double *xs = g_new (double, series->n_points + 1);
  g_autofree double *ys = g_new (double, series->n_points + 1);
  guint n = 0;

  for (guint i = self->first; i < series->n_points; i++)
    {
      const TlPoint *point = &series->points[i];
      TlChartPoint placed = {
        .x = tl_scale_to_position (&self->days, (point->start + point->end + 1) / 2.0),
        .y = isfinite (point->value) ? tl_scale_to_position (&self->values, point->value) : NAN,
        .point = point,
      };

      g_array_append_val (self->points, placed);
      xs[n] = placed.x;
      ys[n] = placed.y;
      n++;
    }
  self->line = tl_detail_choose (xs, ys, n, 1);
  self->pitch = n > 1 ? (xs[n - 1] - xs[0]) / (n - 1) : self->plot.width;
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

  label.layout = tl_ink_create_layout (ink, text, bold ? TL_TEXT_SMALL_BOLD : TL_TEXT_SMALL);
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

static void
create_labels (TlProcessChart *self,
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
static void
place_labels (TlProcessChart *self)
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
  TlChartNote note = { tl_ink_create_layout (ink, text, TL_TEXT_SMALL_BOLD), leader };
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
          g_autofree char *text = g_strdup_printf (_("step change, %s"), day);

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
  if (has_baseline (self))
    room.bounds.height -= tl_ink_px (ink, BASELINE_ROOM - 4);
  room.hard = (TlBox *) (gpointer) hard->data;
  room.n_hard = hard->len;
  room.soft = (TlBox *) (gpointer) soft->data;
  room.n_soft = soft->len;
  tl_place_callouts ((TlCallout *) (gpointer) self->callouts->data, self->callouts->len, &room);
  /* What finds no place may stand across the line of a step change or the first action. */
  room.n_hard -= self->rules->len;
  tl_place_callouts ((TlCallout *) (gpointer) self->callouts->data, self->callouts->len, &room);
}

/* ── */

static guint
find_first (const TlSeries *series,
            TlDay           from)
{
  guint first = 0;

  while (first < series->n_points && series->points[first].end < from)
    first++;
  return first;
}

static void
lay_out_plot (TlProcessChart *self,
              const TlInk    *ink)
{
  double room = tl_ink_px (ink, MARK_ROOM);
  double foot = self->options.days == NULL ? self->options.size == TL_CHART_SIZE_FULL ? 22 : 20 : 0;
  double head = self->options.size == TL_CHART_SIZE_FULL ? self->options.first_action != TL_NO_DAY ? 16 : 4 : 0;
  double baseline = has_baseline (self) ? tl_ink_px (ink, BASELINE_ROOM) : 0;

  /* Labels that would take more room than the chart say nothing that its sentence doesn't. */
  if (self->options.days == NULL && self->label_width > self->width / 2)
    {
      g_array_set_size (self->labels, 0);
      self->label_width = 0;
    }
  foot = foot > 0 ? MAX (tl_ink_px (ink, foot), ink->text_size * ink->small * 1.5) : 0;
  if (self->options.days != NULL)
    {
      self->plot.x = MIN (self->options.days->start, self->options.days->end);
      self->plot.width = fabs (self->options.days->end - self->options.days->start);
    }
  else
    {
      self->plot.x = room;
      self->plot.width = MAX (self->width - room - self->label_width - tl_ink_px (ink, LABEL_GAP), 1);
    }
  self->plot.y = room + tl_ink_px (ink, head);
  self->plot.height = MAX (self->height - self->plot.y - room - foot, 1);
  scale_values (self);
  /* The bracket of the baseline stands beneath everything else. */
  self->values.start -= MIN (baseline, self->plot.height / 2);
}

/**
 * tl_process_chart_new:
 * @ink: what it will be drawn with
 * @measure: a measure
 * @options: how to draw it
 * @width: of the drawing
 * @height: of the drawing
 *
 * Lays out the chart of a measure: its points by the shape of their signal, the line, mean and limits, target, step
 * changes, the baseline that limits are frozen on and the first action, with labels that never overlap. The limits and
 * signals are those of the judgement; nothing is computed here.
 *
 * Returns: (transfer full): the chart
 */
TlProcessChart *
tl_process_chart_new (const TlInk                 *ink,
                      const TlMeasureJudgement    *measure,
                      const TlProcessChartOptions *options,
                      double                       width,
                      double                       height)
{
  TlProcessChart *self = g_new0 (TlProcessChart, 1);

  self->measure = measure;
  self->options = *options;
  self->width = width;
  self->height = height;
  self->first = find_first (measure->series, options->from);
  self->points = g_array_new (FALSE, FALSE, sizeof (TlChartPoint));
  self->rules = g_array_new (FALSE, FALSE, sizeof (TlChartRule));
  self->labels = g_array_new (FALSE, FALSE, sizeof (TlChartLabel));
  self->callouts = g_array_new (FALSE, FALSE, sizeof (TlCallout));
  self->notes = g_array_new (FALSE, FALSE, sizeof (TlChartNote));
  g_array_set_clear_func (self->labels, clear_label);
  g_array_set_clear_func (self->notes, clear_note);

  /* Once for the numbers of the labels, and again when their width is known. */
  lay_out_plot (self, ink);
  create_labels (self, ink);
  lay_out_plot (self, ink);
  scale_days (self);
  place_points (self);
  place_labels (self);
  if (options->size == TL_CHART_SIZE_FULL)
    {
      add_rules (self, ink);
      add_signals (self, ink);
      place_signals (self, ink);
    }
  self->has_foot = options->days == NULL;
  /* It was copied; the caller's may be gone. */
  self->options.days = NULL;

  return self;
}

void
tl_process_chart_free (TlProcessChart *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->points);
  g_array_unref (self->line);
  g_array_unref (self->rules);
  g_array_unref (self->labels);
  g_array_unref (self->callouts);
  g_array_unref (self->notes);
  g_free (self);
}

/* Whether a shown point has a signal of this sort. */
gboolean
tl_process_chart_spans_signal (const TlProcessChart *self,
                               TlFlag                good)
{
  for (guint i = 0; i < self->points->len; i++)
    {
      const TlChartPoint *placed = &g_array_index (self->points, TlChartPoint, i);

      if (isfinite (placed->y) && placed->point->signal != TL_SIGNAL_NONE && placed->point->good == good)
        return TRUE;
    }
  return FALSE;
}

/**
 * tl_process_chart_get_label_width:
 * @self: a chart
 *
 * Returns: how wide the labels beside it are
 */
double
tl_process_chart_get_label_width (const TlProcessChart *self)
{
  return self->label_width;
}

/**
 * tl_process_chart_find_point:
 * @self: a chart
 * @x: a position
 * @y: a position
 * @reach: how far away a point may be
 * @index: (out) (optional): index of the point in the measure's series
 *
 * Finds the point that is nearest to a position.
 *
 * Returns: whether there is one within reach
 */
gboolean
tl_process_chart_find_point (const TlProcessChart *self,
                             double                x,
                             double                y,
                             double                reach,
                             guint                *index)
{
  double nearest = reach;
  gboolean found = FALSE;

  for (guint i = 0; i < self->points->len; i++)
    {
      const TlChartPoint *placed = &g_array_index (self->points, TlChartPoint, i);
      double distance = hypot (placed->x - x, placed->y - y);

      if (isfinite (distance) && distance <= nearest)
        {
          nearest = distance;
          found = TRUE;
          if (index != NULL)
            *index = self->first + i;
        }
    }
  return found;
}

/**
 * tl_process_chart_get_point:
 * @self: a chart
 * @index: index of a point in the measure's series
 * @x: (out): where it is
 * @y: (out): where it is
 *
 * Says where a point is drawn.
 *
 * Returns: whether it is drawn; a period without a value isn't
 */
gboolean
tl_process_chart_get_point (const TlProcessChart *self,
                            guint                 index,
                            double               *x,
                            double               *y)
{
  const TlChartPoint *placed;

  if (index < self->first || index - self->first >= self->points->len)
    return FALSE;
  placed = &g_array_index (self->points, TlChartPoint, index - self->first);
  *x = placed->x;
  *y = placed->y;
  return isfinite (placed->y);
}
