/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-day-text.h"

#include "tl-format.h"

/**
 * tl_day_text_parse:
 * @text: what somebody typed
 * @near: a day whose year is meant when none is typed
 *
 * Reads a day as people in Britain write it: "9 June 2026", "9 Jun", "9/6/2026", "09.06.26", or "2026-06-09"; months may
 * be named in the reader's own language, too.
 *
 * Returns: the day, %TL_NO_DAY when it isn't one
 */
TlDay
tl_day_text_parse (const char *text,
                   TlDay       near)
{
  static const char * const months[] = {
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
  };
  g_autofree char *trimmed = g_strstrip (g_ascii_strdown (text, -1));
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) split = NULL, parts = NULL;
  guint64 day, month = 0, year;
  int this_year;
  TlDay iso;

  if (tl_day_from_iso (trimmed, &iso))
    return iso;

  split = g_strsplit_set (trimmed, " /.-,", -1);
  for (guint i = 0; split[i] != NULL; i++)
    if (split[i][0] != '\0')
      g_strv_builder_add (builder, split[i]);
  parts = g_strv_builder_end (builder);
  tl_day_split (near, &this_year, NULL, NULL);
  year = (guint64) this_year;

  if (!g_ascii_isdigit (trimmed[0]) || g_strv_length (parts) < 2 || g_strv_length (parts) > 3 ||
      !g_ascii_string_to_unsigned (parts[0], 10, 1, 31, &day, NULL))
    return TL_NO_DAY;
  for (guint i = 0; i < G_N_ELEMENTS (months) && month == 0; i++)
    if (strlen (parts[1]) >= 3 && g_str_has_prefix (months[i], parts[1]))
      month = i + 1;
  for (int i = 1; i <= (int) G_N_ELEMENTS (months) && month == 0; i++)
    if (tl_format_names_month (i, parts[1]))
      month = (guint64) i;
  if (month == 0 && !g_ascii_string_to_unsigned (parts[1], 10, 1, 12, &month, NULL))
    return TL_NO_DAY;
  if (parts[2] != NULL && !g_ascii_string_to_unsigned (parts[2], 10, 0, 9999, &year, NULL))
    return TL_NO_DAY;
  if (parts[2] != NULL && strlen (parts[2]) == 2)
    year += (guint64) (this_year / 100 * 100);

  return tl_day_new ((int) year, (int) month, (int) day);
}
