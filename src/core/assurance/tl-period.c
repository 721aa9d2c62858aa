/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-period.h"

/* Day 1 is a Monday, as is 5 January 1970, on which a fortnight begins: an even number of weeks later. */
#define FIRST_FORTNIGHT_WEEK ((719167 - 1) / 7)

G_STATIC_ASSERT ((719167 - 1) % 7 == 0);

static int
divide_down (int number,
             int divisor)
{
  return number >= 0 ? number / divisor : -((-number + divisor - 1) / divisor);
}

/**
 * tl_period_get_number:
 * @period: weekly (ISO weeks), fortnightly (pairs of weeks from Monday 5 January 1970), monthly or quarterly; none is
 *   taken as monthly
 * @day: a day other than %TL_NO_DAY
 *
 * Returns: the number of the period that contains the day; the next period has the next number
 */
int
tl_period_get_number (TlPeriod period,
                      TlDay    day)
{
  int week = (day - 1) / 7, year, month;

  switch ((int) period)
    {
    case TL_PERIOD_WEEKLY:
      return week;
    case TL_PERIOD_FORTNIGHTLY:
      return divide_down (week - FIRST_FORTNIGHT_WEEK, 2);
    case TL_PERIOD_QUARTERLY:
      tl_day_split (day, &year, &month, NULL);
      return year * 4 + (month - 1) / 3;
    default:
      tl_day_split (day, &year, &month, NULL);
      return year * 12 + month - 1;
    }
}

/**
 * tl_period_get_start:
 * @period: a sort of period
 * @number: its number
 *
 * Returns: its first day
 */
TlDay
tl_period_get_start (TlPeriod period,
                     int      number)
{
  switch ((int) period)
    {
    case TL_PERIOD_WEEKLY:
      return number * 7 + 1;
    case TL_PERIOD_FORTNIGHTLY:
      return (number * 2 + FIRST_FORTNIGHT_WEEK) * 7 + 1;
    case TL_PERIOD_QUARTERLY:
      return tl_day_new (number / 4, number % 4 * 3 + 1, 1);
    default:
      return tl_day_new (number / 12, number % 12 + 1, 1);
    }
}

/**
 * tl_period_get_end:
 * @period: a sort of period
 * @number: its number
 *
 * Returns: its last day
 */
TlDay
tl_period_get_end (TlPeriod period,
                   int      number)
{
  TlDay next = tl_period_get_start (period, number + 1);

  /* The last period of year 9999 has no next one. */
  return next != TL_NO_DAY ? next - 1 : tl_day_new (9999, 12, 31);
}
