/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-format.h"

#include <glib/gi18n-lib.h>

#include <math.h>
#include <string.h>

#include "tl-locale.h"

/* Month names come from our own translations, not the computer's locale, so that paper is the same everywhere. */
static const char *
get_month (int month)
{
  static const char * const months[] = {
    N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"),
    N_("July"), N_("August"), N_("September"), N_("October"), N_("November"), N_("December"),
  };

  return _(months[month - 1]);
}

static const char *
get_short_month (int month)
{
  static const char * const months[] = {
    NC_("short month", "Jan"), NC_("short month", "Feb"), NC_("short month", "Mar"), NC_("short month", "Apr"),
    NC_("short month", "May"), NC_("short month", "Jun"), NC_("short month", "Jul"), NC_("short month", "Aug"),
    NC_("short month", "Sep"), NC_("short month", "Oct"), NC_("short month", "Nov"), NC_("short month", "Dec"),
  };

  return g_dpgettext2 (GETTEXT_PACKAGE, "short month", months[month - 1]);
}

/**
 * tl_format_names_month:
 * @month: a month from 1 to 12
 * @text: a word that somebody typed
 *
 * Returns: whether the word is the month, or three letters of it or more, in the reader's language
 */
gboolean
tl_format_names_month (int         month,
                       const char *text)
{
  g_autofree char *typed = g_utf8_casefold (text, -1);
  g_autofree char *name = g_utf8_casefold (get_month (month), -1);
  g_autofree char *short_name = g_utf8_casefold (get_short_month (month), -1);

  return g_str_equal (typed, short_name) || (g_utf8_strlen (typed, -1) >= 3 && g_str_has_prefix (name, typed));
}

/**
 * tl_format_day:
 * @day: a day other than %TL_NO_DAY
 *
 * Returns: (transfer full): the day as "9 Jun 2026"
 */
char *
tl_format_day (TlDay day)
{
  int year, month, day_of_month;

  g_return_val_if_fail (day > 0, g_strdup (""));

  tl_day_split (day, &year, &month, &day_of_month);
  /* Translators: day of the month, short month, year */
  return g_strdup_printf (_("%1$d %2$s %3$d"), day_of_month, get_short_month (month), year);
}

/**
 * tl_format_day_short:
 * @day: a day other than %TL_NO_DAY
 * @as_at: the day for which everything is shown
 *
 * Returns: (transfer full): the day as "9 Jun", with its year when that leaves a doubt: more than half a year from @as_at
 */
char *
tl_format_day_short (TlDay day,
                     TlDay as_at)
{
  int month, day_of_month;

  g_return_val_if_fail (day > 0, g_strdup (""));

  if (as_at == TL_NO_DAY || ABS (day - as_at) > 183)
    return tl_format_day (day);
  tl_day_split (day, NULL, &month, &day_of_month);
  /* Translators: day of the month, short month */
  return g_strdup_printf (_("%1$d %2$s"), day_of_month, get_short_month (month));
}

/**
 * tl_format_day_long:
 * @day: a day other than %TL_NO_DAY
 *
 * Returns: (transfer full): the day as "9 June 2026"
 */
char *
tl_format_day_long (TlDay day)
{
  int year, month, day_of_month;

  g_return_val_if_fail (day > 0, g_strdup (""));

  tl_day_split (day, &year, &month, &day_of_month);
  /* Translators: day of the month, month, year */
  return g_strdup_printf (_("%1$d %2$s %3$d"), day_of_month, get_month (month), year);
}

/**
 * tl_format_month_short:
 * @day: a day other than %TL_NO_DAY
 * @with_year: whether to say its year
 *
 * Returns: (transfer full): the day's month as "Jun" or "Jun 2026"
 */
char *
tl_format_month_short (TlDay    day,
                       gboolean with_year)
{
  int year, month;

  g_return_val_if_fail (day > 0, g_strdup (""));

  tl_day_split (day, &year, &month, NULL);
  if (!with_year)
    return g_strdup (get_short_month (month));
  /* Translators: short month, year */
  return g_strdup_printf (_("%1$s %2$d"), get_short_month (month), year);
}

/**
 * tl_format_days:
 * @days: how many days, 0 or more
 *
 * Returns: (transfer full): a length of time that is easy to grasp: "9 days", "6 weeks", "4 months"
 */
char *
tl_format_days (int days)
{
  int months;

  if (days < 28)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day", "%d days", (gulong) days), days);
  if (days < 92)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d week", "%d weeks", (gulong) days / 7), days / 7);
  months = (int) lround (days / 30.4375);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d month", "%d months", (gulong) months), months);
}

/* With as many decimals as asked for, or, where it is to be plain, without zeros at their end. */
static char *
write_number (double   number,
              int      decimals,
              gboolean plain)
{
  char format[8], digits[G_ASCII_DTOSTR_BUF_SIZE + 320];
  g_autofree char *written = NULL;
  gboolean negative;

  if (!isfinite (number))
    return g_strdup ("–");
  g_snprintf (format, sizeof format, "%%.%df", CLAMP (decimals, 0, 9));
  g_ascii_formatd (digits, sizeof digits, format, fabs (number));
  /* What rounds to nothing has no sign. */
  negative = number < 0 && strspn (digits, "0.") != strlen (digits);
  for (gsize length = strlen (digits); plain && strchr (digits, '.') != NULL && strchr ("0.", digits[length - 1]) != NULL;)
    digits[--length] = '\0';
  written = tl_locale_write_number (digits, TRUE);
  return negative ? g_strconcat ("−", written, NULL) : g_steal_pointer (&written);
}

/**
 * tl_format_number:
 * @number: a number
 * @decimals: how many decimals, 0 to 9
 *
 * Returns: (transfer full): the number as its reader's locale writes it, with a true minus sign; a dash when it isn't a
 *   number
 */
char *
tl_format_number (double number,
                  int    decimals)
{
  return write_number (number, decimals, FALSE);
}

/* What isn't nothing must never look like nothing: below a tenth two digits are told, wherever they begin. */
static int
count_decimals (double number)
{
  double magnitude = fabs (number);

  return magnitude >= 0.1 || magnitude == 0 ? 2 : MIN (1 - (int) floor (log10 (magnitude)), 6);
}

/* As many decimals as are needed and no more than two, or two digits of what is very small; for targets as people type them. */
static char *
format_plain (double number)
{
  return write_number (number, count_decimals (number), TRUE);
}

/**
 * tl_format_value:
 * @measure: a measure
 * @value: a value of it: a percentage from 0 to 100 for a proportion
 *
 * Returns: (transfer full): the value as "96.8 %", "7 a week", "2.4 a month" or "12.5 minutes"; a dash when there is none
 */
char *
tl_format_value (const TlMeasureFacts *measure,
                 double                value)
{
  g_autofree char *number = NULL;

  if (!isfinite (value))
    return g_strdup ("–");
  if (measure->kind == TL_MEASURE_KIND_PROPORTION)
    {
      number = tl_format_number (value, 1);
      /* Translators: a percentage; the space is one that doesn't break */
      return g_strdup_printf (_("%s %%"), number);
    }

  if (fabs (value) < 0.1)
    number = format_plain (value);
  else
    number = fabs (value - round (value)) < 0.005 ? tl_format_number (value, 0) : tl_format_number (value, fabs (value) < 1 ? 2 : 1);
  if (measure->unit != NULL)
    return g_strdup_printf ("%s %s", number, measure->unit);
  if (measure->kind == TL_MEASURE_KIND_VALUE)
    return g_steal_pointer (&number);
  switch ((int) measure->period)
    {
    case TL_PERIOD_WEEKLY:
      return g_strdup_printf (_("%s a week"), number);
    case TL_PERIOD_FORTNIGHTLY:
      return g_strdup_printf (_("%s a fortnight"), number);
    case TL_PERIOD_MONTHLY:
      return g_strdup_printf (_("%s a month"), number);
    case TL_PERIOD_QUARTERLY:
      return g_strdup_printf (_("%s a quarter"), number);
    default:
      return g_steal_pointer (&number);
    }
}

/**
 * tl_format_scale_value:
 * @measure: a measure
 * @value: a value of its axis
 * @decimals: how many decimals tell it from its neighbours
 *
 * Returns: (transfer full): the value as it is written along an axis: "70 %" or "7"
 */
char *
tl_format_scale_value (const TlMeasureFacts *measure,
                       double                value,
                       int                   decimals)
{
  g_autofree char *number = tl_format_number (value, decimals);

  if (measure->kind != TL_MEASURE_KIND_PROPORTION)
    return g_steal_pointer (&number);
  return g_strdup_printf (_("%s %%"), number);
}

/**
 * tl_format_target:
 * @measure: a measure
 * @target: its target as a percentage, rate or value; %NAN when it has none
 *
 * Returns: (transfer full): the target as "at least 95 %" or "at most 4", "no target" when there is none
 */
char *
tl_format_target (const TlMeasureFacts *measure,
                  double                target)
{
  g_autofree char *number = NULL;
  g_autofree char *amount = NULL;

  if (!isfinite (target))
    return g_strdup (_("no target"));
  number = format_plain (target);
  amount = measure->kind == TL_MEASURE_KIND_PROPORTION ? g_strdup_printf (_("%s %%"), number) : g_strdup (number);
  if (measure->direction == TL_DIRECTION_AT_LEAST)
    return g_strdup_printf (_("at least %s"), amount);
  return g_strdup_printf (_("at most %s"), amount);
}

/**
 * tl_format_periods:
 * @period: a measure's period
 * @n: how many
 *
 * Returns: (transfer full): as many periods as "12 weeks" or "3 months"
 */
char *
tl_format_periods (TlPeriod period,
                   guint    n)
{
  switch ((int) period)
    {
    case TL_PERIOD_WEEKLY:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u week", "%u weeks", n), n);
    case TL_PERIOD_FORTNIGHTLY:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u fortnight", "%u fortnights", n), n);
    case TL_PERIOD_MONTHLY:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u month", "%u months", n), n);
    case TL_PERIOD_QUARTERLY:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u quarter", "%u quarters", n), n);
    default:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u period", "%u periods", n), n);
    }
}

/**
 * tl_format_size:
 * @bytes: the length of a file
 *
 * Returns: (transfer full): the length as people say it, in decimal units: "312 bytes", "2.4 kB" or "25 MB"
 */
char *
tl_format_size (gint64 bytes)
{
  static const char * const units[] = { N_("%s kB"), N_("%s MB"), N_("%s GB") };
  double amount = (double) bytes / 1000;
  g_autofree char *number = NULL;
  guint unit = 0;

  if (bytes < 1000)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u byte", "%u bytes", (gulong) MAX (bytes, 0)),
                            (guint) MAX (bytes, 0));
  /* From what would be rounded to a thousand on, the next unit says it. */
  while (amount >= 999.5 && unit + 1 < G_N_ELEMENTS (units))
    {
      amount /= 1000;
      unit++;
    }
  number = tl_format_number (amount, amount < 9.95 && fabs (amount - round (amount)) >= 0.05 ? 1 : 0);
  return g_strdup_printf (_(units[unit]), number);
}

/**
 * tl_format_capital:
 * @text: a word or sentence
 *
 * Returns: (transfer full): the same, beginning with a capital letter
 */
char *
tl_format_capital (const char *text)
{
  g_autofree char *first = NULL;

  if (*text == '\0')
    return g_strdup ("");
  first = g_utf8_strup (text, g_utf8_next_char (text) - text);
  return g_strconcat (first, g_utf8_next_char (text), NULL);
}

/**
 * tl_format_list:
 * @items: (array zero-terminated=1): some words
 *
 * Returns: (transfer full): the words as a person lists them: "Tansy House, Weir Cottage and Damson Row"
 */
char *
tl_format_list (const char * const *items)
{
  guint n = g_strv_length ((char **) items);
  g_autoptr (GString) list = g_string_new (n > 0 ? items[0] : "");

  for (guint i = 1; i < n; i++)
    {
      /* Translators: what separates the last two of several things */
      g_string_append (list, i + 1 < n ? ", " : _(" and "));
      g_string_append (list, items[i]);
    }
  return g_string_free_and_steal (g_steal_pointer (&list));
}

/**
 * tl_format_risk:
 * @risk: a risk
 *
 * Returns: (transfer full): its ref and title, as far as it has them: "R6 Incidents without learning"
 */
char *
tl_format_risk (const TlRiskFacts *risk)
{
  if (risk->base.ref == NULL || risk->title == NULL)
    return g_strdup (risk->title != NULL ? risk->title : risk->base.ref != NULL ? risk->base.ref : "");
  /* Translators: a risk's ref and its title: "R6 Incidents without learning" */
  return g_strdup_printf (_("%1$s %2$s"), risk->base.ref, risk->title);
}
