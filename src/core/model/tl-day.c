/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-day.h"

#include <stdlib.h>
#include <string.h>

/* Of the Gregorian calendar, also before there was one. Cells of a spreadsheet are hundreds of thousands of days, which is
 * too many for a library that checks each of its steps. */
static const int days_before_month[2][13] = {
  { 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365 },
  { 0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335, 366 },
};

#define DAYS_OF_4_YEARS (4 * 365 + 1)
#define DAYS_OF_100_YEARS (25 * DAYS_OF_4_YEARS - 1)
#define DAYS_OF_400_YEARS (4 * DAYS_OF_100_YEARS + 1)

static gboolean
is_leap (int year)
{
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int
count_days_of_month (int year,
                     int month)
{
  return days_before_month[is_leap (year)][month] - days_before_month[is_leap (year)][month - 1];
}

static int
count_days_before_year (int year)
{
  return (year - 1) * 365 + (year - 1) / 4 - (year - 1) / 100 + (year - 1) / 400;
}

/**
 * tl_day_new:
 * @year: 1 to 9999
 * @month: 1 to 12
 * @day: 1 to the month's length
 *
 * Returns: the day, or %TL_NO_DAY when there is no such day
 */
TlDay
tl_day_new (int year,
            int month,
            int day)
{
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > count_days_of_month (year, month))
    return TL_NO_DAY;
  return count_days_before_year (year) + days_before_month[is_leap (year)][month - 1] + day;
}

/**
 * tl_day_to_date:
 * @day: a day
 *
 * Returns: (transfer full) (nullable): the same as a date, or %NULL for %TL_NO_DAY
 */
GDate *
tl_day_to_date (TlDay day)
{
  return day > 0 ? g_date_new_julian ((guint32) day) : NULL;
}

/**
 * tl_day_from_time:
 * @time: a moment, in milliseconds of UTC since 1970
 *
 * Returns: the day that it is then by this computer's calendar, %TL_NO_DAY when it is too far away for one
 */
TlDay
tl_day_from_time (gint64 time)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time / 1000);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;

  return local != NULL ? tl_day_new (g_date_time_get_year (local), g_date_time_get_month (local),
                                     g_date_time_get_day_of_month (local)) : TL_NO_DAY;
}

/**
 * tl_day_today:
 *
 * Returns: the computer's date, where it stands
 */
TlDay
tl_day_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return tl_day_new (g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now));
}

static int
read_two (const char *digits)
{
  return (digits[0] - '0') * 10 + digits[1] - '0';
}

/**
 * tl_day_from_iso:
 * @text: a day as 2026-03-31
 * @day: (out): the day
 *
 * Returns: whether @text is exactly such a day; @day is only set if so
 */
gboolean
tl_day_from_iso (const char *text,
                 TlDay      *day)
{
  static const char shape[] = "0000-00-00";
  TlDay read;

  if (strlen (text) != TL_DAY_ISO_LENGTH)
    return FALSE;
  for (gsize i = 0; i < TL_DAY_ISO_LENGTH; i++)
    {
      if (shape[i] == '0' ? !g_ascii_isdigit (text[i]) : text[i] != shape[i])
        return FALSE;
    }

  read = tl_day_new (read_two (text) * 100 + read_two (text + 2), read_two (text + 5), read_two (text + 8));
  if (read == TL_NO_DAY)
    return FALSE;
  *day = read;
  return TRUE;
}

static void
write_two (char *digits,
           int   number)
{
  digits[0] = (char) ('0' + number / 10 % 10);
  digits[1] = (char) ('0' + number % 10);
}

/**
 * tl_day_to_iso:
 * @day: a day other than %TL_NO_DAY
 * @iso: (out caller-allocates): the day as 2026-03-31 and a zero
 *
 * Writes a day as the store and the spreadsheets hold it.
 */
void
tl_day_to_iso (TlDay day,
               char  iso[TL_DAY_ISO_LENGTH + 1])
{
  int year, month, day_of_month;

  tl_day_split (day, &year, &month, &day_of_month);
  /* An import writes hundreds of thousands, for which printing would take longer than all else. */
  write_two (iso, year / 100);
  write_two (iso + 2, year % 100);
  iso[4] = '-';
  write_two (iso + 5, month);
  iso[7] = '-';
  write_two (iso + 8, day_of_month);
  iso[TL_DAY_ISO_LENGTH] = '\0';
}

/**
 * tl_day_split:
 * @day: a day other than %TL_NO_DAY
 * @year: (out) (optional): its year
 * @month: (out) (optional): its month, 1 to 12
 * @day_of_month: (out) (optional): its day in the month, 1 to 31
 *
 * Tells a day's year, month and day of the month.
 */
void
tl_day_split (TlDay  day,
              int   *year,
              int   *month,
              int   *day_of_month)
{
  int rest = day - 1, y, m = 1, n;

  g_return_if_fail (day > 0);

  y = rest / DAYS_OF_400_YEARS * 400 + 1;
  rest %= DAYS_OF_400_YEARS;
  /* The last of four centuries, and the last of four years, has a day more. */
  n = MIN (rest / DAYS_OF_100_YEARS, 3);
  y += n * 100;
  rest -= n * DAYS_OF_100_YEARS;
  y += rest / DAYS_OF_4_YEARS * 4;
  rest %= DAYS_OF_4_YEARS;
  n = MIN (rest / 365, 3);
  y += n;
  rest -= n * 365;
  while (rest >= days_before_month[is_leap (y)][m])
    m++;

  if (year != NULL)
    *year = y;
  if (month != NULL)
    *month = m;
  if (day_of_month != NULL)
    *day_of_month = rest - days_before_month[is_leap (y)][m - 1] + 1;
}

/**
 * tl_day_add_months:
 * @day: a day other than %TL_NO_DAY
 * @months: how many months later, or earlier when negative
 *
 * Returns: the same day of that month, or its last day where it is shorter
 */
TlDay
tl_day_add_months (TlDay day,
                   int   months)
{
  GDate date;

  g_return_val_if_fail (day > 0, TL_NO_DAY);

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) day);
  if (months >= 0)
    g_date_add_months (&date, (guint) months);
  else
    g_date_subtract_months (&date, (guint) -months);
  return (TlDay) g_date_get_julian (&date);
}
