/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-readings-grid-private.h"

#include <glib/gi18n-lib.h>

#include "tl-format.h"
#include "tl-period.h"
#include "tl-reading-text.h"

/* What is said of a grid. */

static char *
title_period (TlReadingsGrid *self,
              int             period,
              gboolean        aloud)
{
  TlDay start = tl_period_get_start (self->period, period);
  g_autofree char *day = aloud ? tl_format_day_long (start)
                               : tl_format_day_short (start, tl_workbook_get_today (self->workbook));
  g_autofree char *first = NULL, *last = NULL;

  switch ((int) self->period)
    {
    case TL_PERIOD_WEEKLY:
      /* Translators: %s is the week's Monday, such as "2 Jun" */
      return g_strdup_printf (aloud ? _("week of %s") : _("Week of %s"), day);
    case TL_PERIOD_FORTNIGHTLY:
      /* Translators: %s is the fortnight's first Monday, such as "2 Jun" */
      return g_strdup_printf (aloud ? _("fortnight of %s") : _("Fortnight of %s"), day);
    case TL_PERIOD_QUARTERLY:
      first = tl_format_month_short (start, FALSE);
      last = tl_format_month_short (tl_period_get_end (self->period, period), TRUE);
      /* Translators: a quarter's first and last month, such as "Apr–Jun 2026" */
      return g_strdup_printf (_("%1$s–%2$s"), first, last);
    default:
      return tl_format_month_short (start, TRUE);
    }
}

static char *
title_row (TlReadingsGrid *self,
           guint           row,
           gboolean        aloud)
{
  const TlReadingsRow *one = TL_READINGS_ROW (self, row);
  g_autofree char *period = title_period (self, one->period, aloud);

  if (one->nth == 0)
    return g_steal_pointer (&period);
  /* Translators: a period, and which reading of it: "Jun 2026, reading 2" */
  return g_strdup_printf (_("%1$s, reading %2$u"), period, one->nth + 1);
}

/**
 * tl_readings_grid_title_row:
 * @self: a grid
 * @row: a row of it
 *
 * Returns: (transfer full): its period, as "Week of 2 Jun", "Jun 2026" or "Apr–Jun 2026"
 */
char *
tl_readings_grid_title_row (TlReadingsGrid *self,
                            guint           row)
{
  g_return_val_if_fail (row < self->rows->len, NULL);

  return title_row (self, row, FALSE);
}

/**
 * tl_readings_grid_title_column:
 * @self: a grid
 * @column: a column of it
 *
 * Returns: (transfer none): the name of its place, shift or staff group
 */
const char *
tl_readings_grid_title_column (TlReadingsGrid *self,
                               guint           column)
{
  g_return_val_if_fail (column < self->columns->len, "");

  return TL_READINGS_COLUMN (self, column)->title;
}

static char *
speak (const char *text)
{
  return *text != '\0' ? tl_reading_text_speak (text) : g_strdup (_("empty"));
}

/* "29 of 30, changed from 28 of 30". */
static char *
tell_cell (const TlReadingsCell *cell)
{
  g_autofree char *now = speak (cell->text), *first = speak (cell->first_text);

  switch (cell->state)
    {
    case TL_READINGS_ADDED:
      /* Translators: a reading, such as "29 of 30" */
      return g_strdup_printf (_("%s, added"), now);
    case TL_READINGS_CHANGED:
      /* Translators: a reading as it is and as it was, such as "29 of 30" */
      return g_strdup_printf (_("%1$s, changed from %2$s"), now, first);
    case TL_READINGS_REMOVED:
      /* Translators: a reading as it was, such as "29 of 30" */
      return g_strdup_printf (_("empty, %s removed"), first);
    case TL_READINGS_WRONG:
      /* Translators: what was typed, and why it can't be kept */
      return g_strdup_printf (_("“%1$s”, can’t be kept. %2$s"), cell->text, cell->problem);
    case TL_READINGS_KEPT:
    default:
      return g_steal_pointer (&now);
    }
}

/**
 * tl_readings_grid_name_cell:
 * @self: a grid
 * @row: a row of it
 * @column: a column of it
 *
 * Returns: (transfer full): all there is to say of a cell, as in "Tansy House, week of 2 June 2026: 29 of 30, added"
 */
char *
tl_readings_grid_name_cell (TlReadingsGrid *self,
                            guint           row,
                            guint           column)
{
  TlReadingsCell *cell = tl_readings_grid_get_cell (self, row, column);
  g_autofree char *period = title_row (self, row, TRUE), *says = tell_cell (cell);

  /* Translators: a place, a period, and what is in that cell: "Tansy House, week of 2 June 2026: 29 of 30" */
  return g_strdup_printf (_("%1$s, %2$s: %3$s"), TL_READINGS_COLUMN (self, column)->title, period, says);
}

/**
 * tl_readings_grid_explain_cell:
 * @self: a grid
 * @row: a row of it
 * @column: a column of it
 *
 * Returns: (transfer full): what is wrong with a cell, else which day its reading has or gets, as a sentence
 */
char *
tl_readings_grid_explain_cell (TlReadingsGrid *self,
                               guint           row,
                               guint           column)
{
  TlReadingsCell *cell = tl_readings_grid_get_cell (self, row, column);
  g_autofree char *period = title_row (self, row, FALSE), *day = tl_format_day_long (cell->day);
  g_autofree char *first = tl_reading_text_speak (cell->first_text);
  const char *place = TL_READINGS_COLUMN (self, column)->title;

  switch (cell->state)
    {
    case TL_READINGS_WRONG:
      /* Translators: a place, a period, and what is wrong there */
      return g_strdup_printf (_("%1$s, %2$s: %3$s"), place, period, cell->problem);
    case TL_READINGS_CHANGED:
      /* Translators: a place, a period, a reading as it was, and its day */
      return g_strdup_printf (_("%1$s, %2$s: was %3$s, recorded on %4$s."), place, period, first, day);
    case TL_READINGS_REMOVED:
      return g_strdup_printf (_("%1$s, %2$s: %3$s of %4$s will be removed."), place, period, first, day);
    case TL_READINGS_ADDED:
      /* Translators: a place, a period, and the day that a new reading gets */
      return g_strdup_printf (_("%1$s, %2$s: will be recorded on %3$s."), place, period, day);
    case TL_READINGS_KEPT:
    default:
      if (*cell->text == '\0')
        return g_strdup_printf (_("%1$s, %2$s: no reading."), place, period);
      /* Translators: a place, a period, and the day of a reading */
      return g_strdup_printf (_("%1$s, %2$s: recorded on %3$s."), place, period, day);
    }
}

/* The first of what is counted says what it is of. */
static char *
count_first (TlReadingsState state,
             guint           n)
{
  switch ((int) state)
    {
    case TL_READINGS_ADDED:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u reading added", "%u readings added", n), n);
    case TL_READINGS_CHANGED:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u reading changed", "%u readings changed", n), n);
    case TL_READINGS_REMOVED:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u reading removed", "%u readings removed", n), n);
    default:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u reading can’t be kept", "%u readings can’t be kept", n), n);
    }
}

static char *
count_more (TlReadingsState state,
            guint           n)
{
  switch ((int) state)
    {
    case TL_READINGS_CHANGED:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u changed", "%u changed", n), n);
    case TL_READINGS_REMOVED:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u removed", "%u removed", n), n);
    default:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u can’t be kept", "%u can’t be kept", n), n);
    }
}

/**
 * tl_readings_grid_describe:
 * @self: a grid
 *
 * Returns: (transfer full): what was typed, as in "3 readings added, 1 changed, 2 can’t be kept"
 */
char *
tl_readings_grid_describe (TlReadingsGrid *self)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (TlReadingsState state = TL_READINGS_ADDED; state <= TL_READINGS_WRONG; state++)
    {
      g_autofree char *part = NULL;
      guint n = self->counts[state];

      if (n == 0)
        continue;
      part = words->len == 0 ? count_first (state, n) : count_more (state, n);
      if (words->len > 0)
        g_string_append (words, ", ");
      g_string_append (words, part);
    }
  return words->len > 0 ? g_string_free_and_steal (g_steal_pointer (&words)) : g_strdup (_("Nothing typed yet"));
}
