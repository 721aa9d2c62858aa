/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-process-chart-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-format.h"

/* The nearest point before this one that has a value. */
static const TlPoint *
find_previous (const TlSeries *series,
               guint           index)
{
  while (index > 0)
    if (isfinite (series->points[--index].value))
      return &series->points[index];
  return NULL;
}

static gboolean
is_same_signal (const TlPoint *a,
                const TlPoint *b)
{
  return a->signal == b->signal && a->side == b->side && a->segment == b->segment;
}

/* Whether a signal starts at this point. */
gboolean
tl_process_chart_begins_run (const TlSeries *series,
                             guint           index)
{
  const TlPoint *point = &series->points[index];
  const TlPoint *previous = find_previous (series, index);

  return point->signal != TL_SIGNAL_NONE && isfinite (point->value)
         && (previous == NULL || !is_same_signal (point, previous));
}

/* For how many points with a value the signal of this one goes on. */
guint
tl_process_chart_get_run (const TlSeries *series,
                          guint           index)
{
  guint n = 0;

  for (guint i = index; i < series->n_points; i++)
    {
      if (!isfinite (series->points[i].value))
        continue;
      if (!is_same_signal (&series->points[i], &series->points[index]))
        break;
      n++;
    }
  return n;
}

static const char *
get_signal_words (const TlPoint *point,
                  gboolean       lasting)
{
  gboolean high = point->side == TL_SIDE_HIGH;

  /* Translators: %s is a day, as in "29 Dec". */
  switch (point->signal)
    {
    case TL_SIGNAL_BEYOND:
      if (lasting)
        return high ? _("above the limit from %s") : _("below the limit from %s");
      return high ? _("above the limit, %s") : _("below the limit, %s");
    case TL_SIGNAL_TREND:
      return high ? _("seven rising, %s") : _("seven falling, %s");
    case TL_SIGNAL_TWO_IN_THREE:
      return high ? _("two of three near the upper limit, %s") : _("two of three near the lower limit, %s");
    case TL_SIGNAL_SHIFT:
      return high ? _("seven above the mean from %s") : _("seven below the mean from %s");
    case TL_SIGNAL_NONE:
    default:
      return NULL;
    }
}

/* What a signal is, in a few words with the day it starts. */
char *
tl_process_chart_name_signal (const TlPoint *point,
                              guint          run,
                              TlDay          as_at)
{
  g_autofree char *day = tl_format_day_short (point->start, as_at);
  const char *words = get_signal_words (point, run > 1);

  return words != NULL ? g_strdup_printf (words, day) : NULL;
}

static const char *
get_period_words (TlPeriod period)
{
  switch (period)
    {
    case TL_PERIOD_FORTNIGHTLY:
      return _("in the fortnight from %s");
    case TL_PERIOD_MONTHLY:
      return _("in the month from %s");
    case TL_PERIOD_QUARTERLY:
      return _("in the quarter from %s");
    case TL_PERIOD_WEEKLY:
    case TL_PERIOD_NONE:
    default:
      return _("in the week from %s");
    }
}

static guint
count_values (const TlSeries *series)
{
  guint n = 0;

  for (guint i = 0; i < series->n_points; i++)
    n += isfinite (series->points[i].value);
  return n;
}

static void
append_latest (GString                  *text,
               const TlMeasureJudgement *measure,
               TlDay                     as_at)
{
  g_autofree char *target = tl_format_target (measure->facts, measure->target_value);

  if (measure->latest != NULL)
    {
      g_autofree char *value = tl_format_value (measure->facts, measure->latest->value);
      g_autofree char *day = tl_format_day_short (measure->latest->start, as_at);
      g_autofree char *when = g_strdup_printf (get_period_words (measure->facts->period), day);

      /* Translators: a value and when it was measured, as in "latest 96.8 % in the week from 1 Jun". */
      g_string_append_printf (text, _("latest %s %s"), value, when);
    }
  else
    {
      g_string_append (text, _("no reading"));
    }
  g_string_append_printf (text, "; %s", target);
  if (isfinite (measure->target_value) && measure->latest != NULL)
    g_string_append_printf (text, ", %s", tl_word_label (TL_TYPE_TARGET_STATE, measure->target));
  g_string_append (text, ".");
}

static void
append_limits (GString                  *text,
               const TlMeasureJudgement *measure)
{
  const TlPoint *last = find_previous (measure->series, measure->series->n_points);

  if (last == NULL || !isfinite (last->mean))
    return;
  g_string_append (text, " ");
  if (isfinite (last->lower) && isfinite (last->upper))
    {
      g_autofree char *mean = tl_format_value (measure->facts, last->mean);
      g_autofree char *lower = tl_format_value (measure->facts, last->lower);
      g_autofree char *upper = tl_format_value (measure->facts, last->upper);

      g_string_append_printf (text, last->trial ? _("Mean %s, trial limits %s to %s.") : _("Mean %s, limits %s to %s."),
                              mean, lower, upper);
    }
  else
    {
      g_autofree char *mean = tl_format_value (measure->facts, last->mean);

      g_string_append_printf (text, _("Mean %s."), mean);
    }
}

static void
append_signals (GString        *text,
                const TlSeries *series,
                TlDay           as_at)
{
  gboolean any = FALSE;

  for (guint i = 0; i < series->n_points; i++)
    if (tl_process_chart_begins_run (series, i))
      {
        const TlPoint *point = &series->points[i];
        g_autofree char *words = tl_process_chart_name_signal (point, tl_process_chart_get_run (series, i), as_at);

        if (!any)
          g_string_append (text, _(" Signals: "));
        else
          g_string_append (text, "; ");
        g_string_append (text, words);
        if (point->good == TL_FLAG_YES)
          g_string_append (text, _(" (improving)"));
        else if (point->good == TL_FLAG_NO)
          g_string_append (text, _(" (of concern)"));
        any = TRUE;
      }
  g_string_append (text, any ? "." : count_values (series) > 1 ? _(" Nothing but ordinary variation.") : "");
}

static void
append_span (GString                  *text,
             const TlMeasureJudgement *measure,
             TlDay                     as_at)
{
  const TlSeries *series = measure->series;
  guint n = count_values (series);

  if (n > 0)
    {
      g_autofree char *periods = tl_format_periods (measure->facts->period, n);
      g_autofree char *from = tl_format_day (series->points[0].start);
      g_autofree char *to = tl_format_day (MIN (series->points[series->n_points - 1].end, as_at));

      /* Translators: a number of periods and two days, as in "12 weeks with a reading, 8 Sep 2025 to 30 Nov 2025". */
      g_string_append_printf (text, _("%s with a reading, %s to %s; "), periods, from, to);
    }
}

/**
 * tl_process_chart_describe:
 * @measure: a measure
 * @as_at: the day for which everything is shown
 *
 * Says what a measure's chart shows: how long, the latest value against the target, mean and limits, and each signal.
 *
 * Returns: (transfer full): a few sentences
 */
char *
tl_process_chart_describe (const TlMeasureJudgement *measure,
                           TlDay                     as_at)
{
  GString *text = g_string_new (measure->facts->title != NULL ? measure->facts->title : _("Measure"));

  g_string_append (text, ": ");
  append_span (text, measure, as_at);
  append_latest (text, measure, as_at);
  append_limits (text, measure);
  append_signals (text, measure->series, as_at);

  return g_string_free_and_steal (text);
}

/**
 * tl_process_chart_describe_briefly:
 * @measure: a measure
 *
 * Says what a measure's sparkline shows.
 *
 * Returns: (transfer full): a sentence
 */
char *
tl_process_chart_describe_briefly (const TlMeasureJudgement *measure)
{
  GString *text = g_string_new (measure->facts->title != NULL ? measure->facts->title : _("Measure"));

  g_string_append (text, ": ");
  /* The latest period is never older than half a year, so its year is no question. */
  append_latest (text, measure, measure->latest != NULL ? measure->latest->end : TL_NO_DAY);

  return g_string_free_and_steal (text);
}

/* What was changed on purpose in the time of a point, and why. */
static void
append_step_changes (GString                  *text,
                     const TlMeasureJudgement *measure,
                     const TlPoint            *point,
                     TlDay                     as_at)
{
  const TlFactsList changes = measure->facts->step_changes;

  for (guint i = 0; i < changes.n; i++)
    {
      const TlStepChangeFacts *change = TL_FACTS_AT (changes, TlStepChangeFacts, i);
      g_autofree char *day = NULL;

      if (change->date == TL_NO_DAY || change->date > as_at || change->date < point->start || change->date > point->end)
        continue;
      day = tl_format_day_short (change->date, as_at);
      g_string_append_printf (text, _("; step change, %s"), day);
      if (change->reason != NULL && *change->reason != '\0')
        g_string_append_printf (text, ": %s", change->reason);
    }
}

/**
 * tl_process_chart_describe_point:
 * @measure: a measure
 * @index: a point of its series
 * @as_at: the day for which everything is shown
 *
 * Says what a point of a chart shows, and why it is a signal when it is.
 *
 * Returns: (transfer full): a sentence
 */
char *
tl_process_chart_describe_point (const TlMeasureJudgement *measure,
                                 guint                     index,
                                 TlDay                     as_at)
{
  const TlPoint *point = &measure->series->points[index];
  g_autofree char *from = tl_format_day_short (point->start, as_at);
  g_autofree char *to = tl_format_day_short (point->end, as_at);
  g_autofree char *value = tl_format_value (measure->facts, point->value);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, _("%s to %s: "), from, to);
  if (point->nothing_to_sample)
    g_string_append (text, _("nothing to sample"));
  else if (!isfinite (point->value))
    g_string_append (text, _("no reading"));
  else
    g_string_append (text, value);

  if (isfinite (point->numerator) && isfinite (point->denominator))
    {
      g_autofree char *numerator = tl_format_number (point->numerator, 0);
      g_autofree char *denominator = tl_format_number (point->denominator, 0);

      g_string_append_printf (text, _(", %s of %s"), numerator, denominator);
    }
  if (isfinite (point->value) && point->signal != TL_SIGNAL_NONE)
    {
      g_autofree char *words = tl_process_chart_name_signal (point, 1, as_at);

      g_string_append_printf (text, "; %s", words);
      if (point->good == TL_FLAG_YES)
        g_string_append (text, _(": more than chance, and for the better"));
      else if (point->good == TL_FLAG_NO)
        g_string_append (text, _(": more than chance, and for the worse"));
    }
  append_step_changes (text, measure, point, as_at);
  if (!point->ended)
    g_string_append (text, _("; still running"));

  return g_string_free_and_steal (text);
}
