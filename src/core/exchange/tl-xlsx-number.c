/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-xlsx-number.h"

#include <math.h>

#include "tl-day.h"
#include "tl-export-text.h"

/* 31 December 9999, the last day that a spreadsheet knows. */
#define LAST_SERIAL 2958465.0
#define DAYS_UNTIL_1904 1462
#define SHORT_NUMBER 9

/* Somebody who typed a month meant no day, whatever the program made of it. */
static void
show_day (GString     *value,
          TlXlsxStyle  style,
          gboolean     as_shown,
          TlDay        day)
{
  static const char * const months[] = {
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
  };
  char iso[TL_DAY_ISO_LENGTH + 1];
  int year, month, day_of_month;

  if (as_shown && style == TL_XLSX_STYLE_MONTH)
    {
      tl_day_split (day, &year, &month, &day_of_month);
      g_string_printf (value, "%s %d", months[month - 1], year);
      return;
    }
  tl_day_to_iso (day, iso);
  g_string_assign (value, iso);
}

/**
 * tl_xlsx_read_short_whole:
 * @text: what stands in a cell
 * @number: (out): the number
 *
 * Most numbers are a few digits, which shows them as they are to be.
 *
 * Returns: whether it is such a number
 */
gboolean
tl_xlsx_read_short_whole (const GString *text,
                          double        *number)
{
  int whole = 0;

  if (text->len == 0 || text->len > SHORT_NUMBER || (text->str[0] == '0' && text->len > 1))
    return FALSE;
  for (gsize i = 0; i < text->len; i++)
    {
      if (!g_ascii_isdigit (text->str[i]))
        return FALSE;
      whole = whole * 10 + (text->str[i] - '0');
    }
  *number = whole;
  return TRUE;
}

/**
 * tl_xlsx_show_number:
 * @value: (inout): a number as it is in the file, which becomes what the cell shows
 * @style: how cells of its style show numbers
 * @as_shown: whether a date of which only the month is shown is a month, rather than the day that it stands for
 * @from_1904: whether days count from 1904
 *
 * Writes a number as somebody would who copies what the cell shows. What isn't a number stays as it is.
 */
void
tl_xlsx_show_number (GString     *value,
                     TlXlsxStyle  style,
                     gboolean     as_shown,
                     gboolean     from_1904)
{
  char *end;
  double number;
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  gboolean is_short = tl_xlsx_read_short_whole (value, &number);

  if (is_short && style == TL_XLSX_STYLE_PLAIN)
    return;
  if (is_short)
    end = value->str + value->len;
  else
    number = g_ascii_strtod (value->str, &end);
  if (end == value->str || *end != '\0' || !isfinite (number))
    return;
  if ((style == TL_XLSX_STYLE_DAY || style == TL_XLSX_STYLE_MONTH) && number >= 1 && number <= LAST_SERIAL)
    {
      int serial = (int) number + (from_1904 ? DAYS_UNTIL_1904 : 0);

      /* There was no 29 February 1900, which spreadsheets count all the same. */
      show_day (value, style, as_shown, tl_day_new (1899, 12, 30) + serial + (serial < 60));
      return;
    }
  if (style == TL_XLSX_STYLE_PERCENT)
    {
      g_ascii_formatd (digits, sizeof digits, "%.15g", number * 100);
      g_string_assign (value, digits);
      g_string_append_c (value, '%');
      return;
    }
  tl_export_write_number (number, digits);
  g_string_assign (value, digits);
}
