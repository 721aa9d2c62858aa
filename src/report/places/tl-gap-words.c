/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-comparison-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-format.h"
#include "tl-report-words.h"

/**
 * tl_gap_format:
 * @measure: a measure
 * @gap: a gap between two places
 *
 * Returns: (transfer full): the gap in percentage points or in the measure's unit: "24 points", "2.4 a month"
 */
char *
tl_gap_format (const TlMeasureFacts *measure,
               double                gap)
{
  if (measure->kind == TL_MEASURE_KIND_PROPORTION && isfinite (gap))
    {
      double shown = round (gap);
      gboolean whole = gap >= 10 || fabs (gap - shown) < 0.05;
      g_autofree char *number = tl_format_number (gap, whole ? 0 : 1);

      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s point", "%s points", whole ? (gulong) fabs (shown) : 2), number);
    }
  return tl_format_value (measure, gap);
}

static char *
say_end (const TlMeasureFacts *measure,
         const TlGapEnd       *end)
{
  g_autofree char *value = tl_format_value (measure, end->value);
  g_autofree char *of = tl_report_of (end->numerator, end->denominator);

  if (!isfinite (end->numerator))
    return g_strdup_printf (_("%1$s (%2$s)"), end->place->name, value);
  return g_strdup_printf (_("%1$s (%2$s, %3$s)"), end->place->name, value, of);
}

/**
 * tl_gap_point_say:
 * @measure: a measure
 * @point: the gap at some time
 *
 * Returns: (transfer full): "To 31 Mar 2026: 24 points (95 % interval 11 to 40), from Ash (97.0 %, 97 of 100) down to Elder
 *   (75.0 %, 30 of 40)", or that there is no gap to speak of
 */
char *
tl_gap_point_say (const TlMeasureFacts *measure,
                  const TlGapPoint     *point)
{
  g_autofree char *day = tl_format_day (point->end);
  g_autofree char *gap = NULL;
  g_autofree char *best = NULL;
  g_autofree char *worst = NULL;
  g_autofree char *interval = NULL;

  if (!isfinite (point->gap))
    /* Translators: a day */
    return g_strdup_printf (_("To %s: fewer than two places have a value"), day);
  gap = tl_gap_format (measure, point->gap);
  best = say_end (measure, &point->best);
  worst = say_end (measure, &point->worst);
  if (!isfinite (point->low))
    /* Translators: a day, a gap, the best place, the worst place */
    return g_strdup_printf (_("To %1$s: %2$s, between %3$s and %4$s"), day, gap, best, worst);
  {
    g_autofree char *low = tl_format_number (point->low, 0);
    g_autofree char *high = tl_format_number (point->high, 0);

    /* Translators: a day, a gap, the ends of its interval, the best place, the worst place */
    return g_strdup_printf (_("To %1$s: %2$s, 95 %% interval %3$s to %4$s, between %5$s and %6$s"), day, gap, low, high, best,
                            worst);
  }
}

static const TlGapPoint *
find_last (const TlGapSeries *gaps,
           TlDay              until)
{
  for (guint i = gaps->n_points; i > 0; i--)
    {
      if (gaps->points[i - 1].end <= until && isfinite (gaps->points[i - 1].gap))
        return &gaps->points[i - 1];
    }
  return NULL;
}

/* What reaches back to the very first reading can't be compared with what was before it. */
static gboolean
is_all_there_is (const TlPlaceComparison *self)
{
  const TlSeries *series = self->measure->series;

  return series->n_points == 0 || self->comparison->window_start <= series->points[0].start;
}

static char *
say_trend (const TlPlaceComparison *self)
{
  const TlMeasureFacts *facts = self->measure->facts;
  g_autofree char *first = tl_gap_format (facts, self->comparison->first_gap);
  g_autofree char *now = tl_gap_format (facts, self->comparison->gap);

  switch (is_all_there_is (self) ? TL_GAP_NOT_KNOWN : self->comparison->gap_trend)
    {
    case TL_GAP_NARROWING:
      /* Translators: a gap at first, and now */
      return g_strdup_printf (_("The gap between best and worst place closes: it was %1$s in the first three periods and is %2$s."),
                              first, now);
    case TL_GAP_WIDENING:
      /* Translators: a gap at first, and now */
      return g_strdup_printf (_("The gap between best and worst place widens: it was %1$s in the first three periods and is %2$s."),
                              first, now);
    case TL_GAP_STEADY:
      /* Translators: a gap at first, and now */
      return g_strdup_printf (_("The gap between best and worst place doesn’t close: it was %1$s in the first three periods and is %2$s."),
                              first, now);
    case TL_GAP_NOT_KNOWN:
    default:
      /* Translators: %s is a gap */
      return g_strdup_printf (_("The gap between best and worst place is %s; there is no earlier one to compare it with."), now);
    }
}

/* Whether it is still the same place that is behind. */
static char *
say_worst (const TlPlaceComparison *self,
           const TlGapSeries       *gaps)
{
  const TlGapPoint *now = find_last (gaps, self->comparison->window_end);
  const TlGapPoint *first = gaps->n_points > 0 ? &gaps->points[0] : NULL;

  if (now == NULL)
    return g_strdup ("");
  if (first == now || !isfinite (first->gap))
    /* Translators: a place */
    return g_strdup_printf (_("%s is furthest behind."), now->worst.place->name);
  if (first->worst.place == now->worst.place)
    return g_strdup_printf (_("%s was and is furthest behind."), now->worst.place->name);
  /* Translators: the place that is furthest behind now, and the one that was at first */
  return g_strdup_printf (_("%1$s is furthest behind; at first it was %2$s."), now->worst.place->name, first->worst.place->name);
}

/**
 * tl_comparison_say_gap:
 * @self: a comparison
 * @gaps: (nullable): how its gap went, to name who is behind
 *
 * Returns: (transfer full) (nullable): how far apart the best and the worst place are, whether that closes, and who is
 *   behind; %NULL when there is no gap to speak of
 */
char *
tl_comparison_say_gap (const TlPlaceComparison *self,
                       const TlGapSeries       *gaps)
{
  g_autofree char *trend = NULL;
  g_autofree char *worst = NULL;

  if (self->alone || !isfinite (self->comparison->gap))
    return NULL;
  trend = say_trend (self);
  worst = gaps != NULL ? say_worst (self, gaps) : g_strdup ("");
  return g_strconcat (trend, *worst != '\0' ? " " : "", worst, NULL);
}
