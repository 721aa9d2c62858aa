/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-comparison-period.h"

#include <glib/gi18n-lib.h>

#include "tl-format.h"
#include "tl-period.h"
#include "tl-series-rules.h"

static TlDay
get_quarter_end (const TlComparisonPeriod *self)
{
  return tl_period_get_end (TL_PERIOD_QUARTERLY, tl_period_get_number (TL_PERIOD_QUARTERLY, self->day));
}

/**
 * tl_comparison_period_list_quarters:
 * @measure: a measure
 *
 * Lists the quarters in which a counted period with a value ended, the latest first.
 *
 * Returns: (transfer full) (element-type TlComparisonPeriod): the quarters
 */
GArray *
tl_comparison_period_list_quarters (const TlMeasureJudgement *measure)
{
  GArray *quarters = g_array_new (FALSE, FALSE, sizeof (TlComparisonPeriod));
  TlDay last = TL_NO_DAY;

  for (guint i = measure->series->n_points; i > 0; i--)
    {
      const TlPoint *point = &measure->series->points[i - 1];
      TlComparisonPeriod period = { .span = TL_SPAN_QUARTER };

      if (!tl_point_has_value (point))
        continue;
      period.day = tl_period_get_start (TL_PERIOD_QUARTERLY, tl_period_get_number (TL_PERIOD_QUARTERLY, point->end));
      if (period.day != last)
        g_array_append_val (quarters, period);
      last = period.day;
    }
  return quarters;
}

/**
 * tl_comparison_period_before:
 * @action: an action of the measure's risk
 * @period: (out): the time before it
 *
 * Returns: whether there is one: the action says when it was agreed
 */
gboolean
tl_comparison_period_before (const TlActionJudgement *action,
                             TlComparisonPeriod      *period)
{
  *period = (TlComparisonPeriod) { TL_SPAN_BEFORE, action->facts->agreed, action->facts };
  return period->day != TL_NO_DAY;
}

/**
 * tl_comparison_period_after:
 * @action: an action of the measure's risk
 * @period: (out): the time after it
 *
 * Returns: whether there is one: the action is done
 */
gboolean
tl_comparison_period_after (const TlActionJudgement *action,
                            TlComparisonPeriod      *period)
{
  *period = (TlComparisonPeriod) { TL_SPAN_AFTER, action->done, action->facts };
  return period->day != TL_NO_DAY;
}

/**
 * tl_comparison_period_has_place:
 * @self: a time
 * @as_at: the day for which everything is shown
 * @place: a place
 *
 * Tells which places are compared. The latest window compares those of today; a quarter those that were there on any day
 * of it, so that one that has ended since isn't left out of its own past; before and after an action those that were
 * there just before it was agreed, or when it was done.
 *
 * Returns: whether the place was there then
 */
gboolean
tl_comparison_period_has_place (const TlComparisonPeriod *self,
                                TlDay                     as_at,
                                const TlPlaceFacts       *place)
{
  TlDay from = as_at, until = as_at;

  if (self->span == TL_SPAN_QUARTER)
    {
      from = self->day;
      until = MIN (get_quarter_end (self), as_at);
    }
  else if (self->span != TL_SPAN_LATEST)
    from = until = self->day - (self->span == TL_SPAN_BEFORE);
  return (place->from_date == TL_NO_DAY || place->from_date <= until)
         && (place->until_date == TL_NO_DAY || place->until_date > from);
}

/* What may belong to the time at all. */
static gboolean
may_have (const TlComparisonPeriod *self,
          const TlPoint            *point)
{
  if (!tl_point_has_value (point))
    return FALSE;
  switch (self->span)
    {
    case TL_SPAN_QUARTER:
      return point->end >= self->day && point->end <= get_quarter_end (self);
    case TL_SPAN_BEFORE:
      return point->end < self->day;
    case TL_SPAN_AFTER:
      return point->start >= self->day;
    case TL_SPAN_LATEST:
    default:
      return TRUE;
    }
}

/**
 * tl_comparison_period_find:
 * @self: a time
 * @series: a measure's series, all places together
 * @latest: (nullable): its latest period
 * @length: how many counted periods with values are wanted; a quarter takes all of its own
 * @first: (out): index of the first of them
 * @end: (out): index after the last
 *
 * Finds the periods that belong to the time; those without a value may lie between. Periods belong to the quarter in
 * which they end, as they count from then on.
 *
 * Returns: how many with values there are
 */
guint
tl_comparison_period_find (const TlComparisonPeriod *self,
                           const TlSeries           *series,
                           const TlPoint            *latest,
                           guint                     length,
                           guint                    *first,
                           guint                    *end)
{
  guint found = 0;

  if (self->span == TL_SPAN_LATEST)
    {
      *end = series->n_points;
      return tl_series_find_window (series, latest, length, first);
    }
  if (self->span == TL_SPAN_QUARTER)
    length = G_MAXUINT;

  *first = *end = 0;
  for (guint i = 0; i < series->n_points && found < length; i++)
    {
      guint index = self->span == TL_SPAN_AFTER ? i : series->n_points - 1 - i;

      if (!may_have (self, &series->points[index]))
        continue;
      *first = found == 0 ? index : MIN (*first, index);
      *end = MAX (*end, index + 1);
      found++;
    }
  return found;
}

static char *
say_quarter (const TlComparisonPeriod *self)
{
  g_autofree char *from = tl_format_month_short (self->day, FALSE);
  g_autofree char *to = tl_format_month_short (get_quarter_end (self), TRUE);

  /* Translators: first and last month of a quarter, as in "Jan to Mar 2026" */
  return g_strdup_printf (_("%1$s to %2$s"), from, to);
}

/**
 * tl_comparison_period_say:
 * @self: a time
 * @as_at: the day for which everything is shown
 *
 * Returns: (transfer full): what it is called, as in "Latest window", "Jan to Mar 2026", "Before “Weekly coaching”,
 *   agreed 3 Feb"
 */
char *
tl_comparison_period_say (const TlComparisonPeriod *self,
                          TlDay                     as_at)
{
  const char *title = self->action != NULL && self->action->title != NULL ? self->action->title : "";
  g_autofree char *day = self->day != TL_NO_DAY ? tl_format_day_short (self->day, as_at) : NULL;

  switch (self->span)
    {
    case TL_SPAN_QUARTER:
      return say_quarter (self);
    case TL_SPAN_BEFORE:
      /* Translators: an action, the day it was agreed */
      return g_strdup_printf (_("Before “%1$s”, agreed %2$s"), title, day);
    case TL_SPAN_AFTER:
      /* Translators: an action, the day it was done */
      return g_strdup_printf (_("After “%1$s”, done %2$s"), title, day);
    case TL_SPAN_LATEST:
    default:
      return g_strdup (_("Latest window"));
    }
}
