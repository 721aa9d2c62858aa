/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-axis.h"

#include <math.h>

#include "tl-format.h"

#define DAYS_A_WEEK 7
#define SHORTEST_MONTH 28
#define SHORTEST_QUARTER 90
#define SHORTEST_YEAR 365

/**
 * tl_scale_to_position:
 * @self: the scale
 * @value: a value
 *
 * Returns: where it is; the middle when the scale has no length
 */
double
tl_scale_to_position (const TlScale *self,
                      double         value)
{
  if (self->to == self->from)
    return (self->start + self->end) / 2;
  return self->start + (value - self->from) / (self->to - self->from) * (self->end - self->start);
}

/**
 * tl_scale_to_value:
 * @self: the scale
 * @position: a position
 *
 * Returns: the value there
 */
double
tl_scale_to_value (const TlScale *self,
                   double         position)
{
  if (self->end == self->start)
    return self->from;
  return self->from + (position - self->start) / (self->end - self->start) * (self->to - self->from);
}

/**
 * tl_scale_day:
 * @self: a scale of days
 * @day: a day
 *
 * Days are placed at noon, so that a day's things stand in its middle, and a day's tick at its beginning.
 *
 * Returns: where it is
 */
double
tl_scale_day (const TlScale *self,
              TlDay          day)
{
  return tl_scale_to_position (self, day + 0.5);
}

/**
 * tl_axis_include:
 * @value: a value, or one that isn't known
 * @least: (inout): the least so far, infinite at first
 * @greatest: (inout): the greatest so far, minus infinite at first
 *
 * Makes sure that a value will be within an axis. What isn't finite asks for no room.
 */
void
tl_axis_include (double  value,
                 double *least,
                 double *greatest)
{
  if (!isfinite (value))
    return;
  *least = MIN (*least, value);
  *greatest = MAX (*greatest, value);
}

/**
 * tl_axis_widen:
 * @values_from: the least value to show
 * @values_to: the greatest value to show
 * @part: how much to leave free on either side, as a part of the whole
 * @from: (out): where the axis begins
 * @to: (out): where it ends
 *
 * Gives values room on an axis. Values that are all equal stand in the middle of an axis that still has a length.
 */
void
tl_axis_widen (double  values_from,
               double  values_to,
               double  part,
               double *from,
               double *to)
{
  double length = values_to - values_from;

  if (!(length > 0))
    length = MAX (fabs (values_to) / 5, 1);
  *from = values_from - length * part;
  *to = values_to + length * part;
  if (!(*to > *from))
    *to = nextafter (*from, INFINITY);
}

/* The greatest step of 1, 2 or 5 times a power of ten that gives at least this many. */
static double
choose_step (double length,
             guint  most)
{
  double rough = length / most;
  double power = pow (10, floor (log10 (rough)));
  double part = rough / power;

  if (part <= 1)
    return power;
  if (part <= 2)
    return 2 * power;
  if (part <= 5)
    return 5 * power;
  return 10 * power;
}

/**
 * tl_axis_number_ticks:
 * @from: where the axis begins
 * @to: where it ends
 * @most: how many ticks there is room for
 * @decimals: (out) (optional): how many decimals tell one tick from the next
 *
 * Finds ticks that a person can read: steps of 1, 2 or 5 times a power of ten.
 *
 * Returns: (transfer full) (element-type TlTick): the ticks, in order; none for an axis without a length
 */
GArray *
tl_axis_number_ticks (double  from,
                      double  to,
                      guint   most,
                      guint  *decimals)
{
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (TlTick));
  double step, first;

  if (decimals != NULL)
    *decimals = 0;
  if (!(to > from) || !isfinite (to - from) || most == 0)
    return ticks;

  step = choose_step (to - from, most);
  if (decimals != NULL && step < 1)
    *decimals = MIN (ceil (-log10 (step) - 1e-9), 15);
  first = ceil (from / step - 1e-9);
  for (guint i = 0; i <= most; i++)
    {
      TlTick tick = { .value = (first + i) * step };

      if (tick.value > to + step * 1e-9)
        break;
      /* Where the values are so great that a step is lost in them, a tick would stand on the one before. */
      if (ticks->len > 0 && tick.value <= g_array_index (ticks, TlTick, ticks->len - 1).value)
        break;
      tick.value = tick.value == 0 ? 0 : tick.value;
      g_array_append_val (ticks, tick);
    }

  return ticks;
}

/**
 * tl_axis_date_step:
 * @day_length: how long a day is, in units of the drawing
 * @least: the least distance between ticks
 *
 * Returns: the smallest step whose ticks aren't closer than that
 */
TlDateStep
tl_axis_date_step (double day_length,
                   double least)
{
  if (day_length >= least)
    return TL_DATE_STEP_DAY;
  if (day_length * DAYS_A_WEEK >= least)
    return TL_DATE_STEP_WEEK;
  if (day_length * SHORTEST_MONTH >= least)
    return TL_DATE_STEP_MONTH;
  if (day_length * SHORTEST_QUARTER >= least)
    return TL_DATE_STEP_QUARTER;
  return TL_DATE_STEP_YEAR;
}

static TlDay
step_down (TlDay      day,
           TlDateStep step)
{
  int year, month, day_of_month;

  tl_day_split (day, &year, &month, &day_of_month);
  switch (step)
    {
    case TL_DATE_STEP_WEEK:
      /* 1 January of year 1, day 1, was a Monday. */
      return day - (day - 1) % DAYS_A_WEEK;
    case TL_DATE_STEP_MONTH:
      return day - day_of_month + 1;
    case TL_DATE_STEP_QUARTER:
      return tl_day_new (year, month - (month - 1) % 3, 1);
    case TL_DATE_STEP_YEAR:
      return tl_day_new (year, 1, 1);
    case TL_DATE_STEP_DAY:
    default:
      return day;
    }
}

static TlDay
step_up (TlDay      day,
         TlDateStep step)
{
  switch (step)
    {
    case TL_DATE_STEP_WEEK:
      return day + DAYS_A_WEEK;
    case TL_DATE_STEP_MONTH:
      return tl_day_add_months (day, 1);
    case TL_DATE_STEP_QUARTER:
      return tl_day_add_months (day, 3);
    case TL_DATE_STEP_YEAR:
      return tl_day_add_months (day, 12);
    case TL_DATE_STEP_DAY:
    default:
      return day + 1;
    }
}

/* A tick that begins a greater stretch: a month among days and weeks, a year among months and quarters. */
static gboolean
is_major (TlDay      day,
          TlDateStep step)
{
  int year, month, day_of_month;

  tl_day_split (day, &year, &month, &day_of_month);
  switch (step)
    {
    case TL_DATE_STEP_DAY:
      return day_of_month == 1;
    case TL_DATE_STEP_WEEK:
      return day_of_month <= DAYS_A_WEEK;
    case TL_DATE_STEP_YEAR:
      return FALSE;
    case TL_DATE_STEP_MONTH:
    case TL_DATE_STEP_QUARTER:
    default:
      return month == 1;
    }
}

/**
 * tl_axis_date_ticks:
 * @from: the first day
 * @to: the last day
 * @step: from one tick to the next
 *
 * Finds the days within a time that begin a step.
 *
 * Returns: (transfer full) (element-type TlTick): the ticks, in order
 */
GArray *
tl_axis_date_ticks (TlDay      from,
                    TlDay      to,
                    TlDateStep step)
{
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (TlTick));

  if (from == TL_NO_DAY || to == TL_NO_DAY || to < from)
    return ticks;
  for (TlDay day = step_down (from, step); day <= to; day = step_up (day, step))
    {
      TlTick tick = { .value = day, .major = is_major (day, step) };

      if (day >= from)
        g_array_append_val (ticks, tick);
    }

  return ticks;
}

/**
 * tl_axis_date_label:
 * @day: the day of a tick
 * @step: the step of the axis
 * @with_year: whether to say the year of a month or quarter
 *
 * Says a tick as it is read in Britain: "9 Jun", "Jun", "Jun 2026", "2026".
 *
 * Returns: (transfer full): the label
 */
char *
tl_axis_date_label (TlDay      day,
                    TlDateStep step,
                    gboolean   with_year)
{
  switch (step)
    {
    case TL_DATE_STEP_DAY:
    case TL_DATE_STEP_WEEK:
      return with_year ? tl_format_day (day) : tl_format_day_short (day, day);
    case TL_DATE_STEP_MONTH:
    case TL_DATE_STEP_QUARTER:
      return tl_format_month_short (day, with_year);
    case TL_DATE_STEP_YEAR:
    default:
      {
        int year;

        tl_day_split (day, &year, NULL, NULL);
        return g_strdup_printf ("%d", year);
      }
    }
}
