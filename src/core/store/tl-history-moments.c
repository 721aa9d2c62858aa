/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-history-moments.h"

#include <glib/gi18n-lib.h>

#include "tl-format.h"

/**
 * tl_history_words_when:
 * @time: milliseconds since 1970, UTC
 *
 * Returns: (transfer full): the moment by this computer's clock, as "3 December 2025 at 14:03"
 */
char *
tl_history_words_when (gint64 time)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time / 1000);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  g_autofree char *day = NULL;

  if (local == NULL)
    return g_strdup (_("an unknown moment"));
  day = tl_format_day_long (tl_day_new (g_date_time_get_year (local), g_date_time_get_month (local),
                                        g_date_time_get_day_of_month (local)));
  /* Translators: a day, and the hours and minutes */
  return g_strdup_printf (_("%1$s at %2$02d:%3$02d"), day, g_date_time_get_hour (local),
                          g_date_time_get_minute (local));
}

/**
 * tl_history_words_clock:
 * @time: milliseconds since 1970, UTC
 *
 * Returns: (transfer full): the time of day by this computer's clock, as "14:03"; "" for an unknown moment
 */
char *
tl_history_words_clock (gint64 time)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time / 1000);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;

  return local != NULL ? g_date_time_format (local, "%H:%M") : g_strdup ("");
}
