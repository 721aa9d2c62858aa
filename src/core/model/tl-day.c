/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-day.h"

#include <stdlib.h>
#include <string.h>

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
  GDate date;

  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31
      || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return TL_NO_DAY;

  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return (TlDay) g_date_get_julian (&date);
}

/**
 * tl_day_from_date:
 * @date: (nullable): a date
 *
 * Returns: the day, or %TL_NO_DAY for %NULL or an invalid date
 */
TlDay
tl_day_from_date (const GDate *date)
{
  return date != NULL && g_date_valid (date) ? (TlDay) g_date_get_julian (date) : TL_NO_DAY;
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
  GDate date;

  g_return_if_fail (day > 0);

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) day);
  if (year != NULL)
    *year = g_date_get_year (&date);
  if (month != NULL)
    *month = g_date_get_month (&date);
  if (day_of_month != NULL)
    *day_of_month = g_date_get_day (&date);
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
