/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-readings-grid-private.h"

#include <glib/gi18n-lib.h>

#include "tl-period.h"
#include "tl-place-rules.h"
#include "tl-reading-text.h"

#include <string.h>

/* Which rows and columns a grid has, and which day a new reading gets. */

#define HABIT 60
#define MOST_PERIODS 600

static int
get_span (TlPeriod period)
{
  return period == TL_PERIOD_WEEKLY || period == TL_PERIOD_FORTNIGHTLY ? 13 : period == TL_PERIOD_QUARTERLY ? 8 : 12;
}

static TlSnapshot *
get_snapshot (TlReadingsGrid *self)
{
  return tl_assessment_get_snapshot (tl_workbook_get_assessment (self->workbook));
}

const TlMeasureFacts *
tl_readings_grid_find_measure (TlReadingsGrid *self)
{
  return tl_snapshot_find (get_snapshot (self), TL_TABLE_MEASURE, &self->measure);
}

/* ── Days ─────────────────────────────────────────────────────────────────── */

/* On which day of their periods the latest readings mostly are. */
static void
learn_habit (TlReadingsGrid       *self,
             const TlMeasureFacts *measure)
{
  guint n = MIN (measure->readings.n, HABIT), n_last = 0, most = 0;
  guint offsets[93] = { 0 };

  for (guint i = measure->readings.n - n; i < measure->readings.n; i++)
    {
      TlDay day = TL_FACTS_AT (measure->readings, TlReadingFacts, i)->date;
      int number = tl_period_get_number (self->period, day);
      int offset = day - tl_period_get_start (self->period, number);

      n_last += day == tl_period_get_end (self->period, number);
      offsets[CLAMP (offset, 0, 92)]++;
    }
  for (int i = 0; i < (int) G_N_ELEMENTS (offsets); i++)
    {
      if (offsets[i] <= most)
        continue;
      most = offsets[i];
      self->usual_offset = i;
    }
  self->usually_last = n_last >= most || most * 2 < n;
}

static TlDay
choose_day (TlReadingsGrid         *self,
            int                     period,
            const TlReadingsColumn *column)
{
  TlDay start = tl_period_get_start (self->period, period), end = tl_period_get_end (self->period, period);
  TlDay today = tl_workbook_get_today (self->workbook);
  TlDay day = self->usually_last ? end : MIN (start + self->usual_offset, end);

  for (gsize i = 0; i < G_N_ELEMENTS (column->places); i++)
    {
      const TlPlaceFacts *place = tl_snapshot_find (get_snapshot (self), TL_TABLE_PLACE, &column->places[i]);

      if (place != NULL && place->from_date > day && place->from_date <= end)
        day = place->from_date;
      if (place != NULL && place->until_date != TL_NO_DAY && place->until_date <= day && place->until_date > start)
        day = place->until_date - 1;
    }
  return MIN (day, today);
}

/* ── Cells ────────────────────────────────────────────────────────────────── */

static void
cell_free (TlReadingsCell *cell)
{
  g_free (cell->text);
  g_free (cell->first_text);
  g_free (cell->problem);
  g_free (cell);
}

static TlReadingsCell *
make_cell (TlReadingsGrid         *self,
           int                     period,
           const TlReadingsColumn *column)
{
  TlReadingsCell *cell = g_new0 (TlReadingsCell, 1);

  cell->column = column;
  cell->day = cell->first_day = choose_day (self, period, column);
  cell->text = g_strdup ("");
  cell->first_text = g_strdup ("");
  self->counts[TL_READINGS_KEPT]++;
  return cell;
}

static void
row_free (TlReadingsRow *row)
{
  g_ptr_array_unref (row->cells);
  g_free (row);
}

/* Finds the period's row, or puts one in behind those that it has. */
guint
tl_readings_grid_add_row (TlReadingsGrid *self,
                          int             period,
                          guint           nth)
{
  TlReadingsRow *row;
  guint at = self->rows->len;

  while (at > 0 && (TL_READINGS_ROW (self, at - 1)->period > period
                    || (TL_READINGS_ROW (self, at - 1)->period == period && TL_READINGS_ROW (self, at - 1)->nth >= nth)))
    at--;
  if (at < self->rows->len && TL_READINGS_ROW (self, at)->period == period && TL_READINGS_ROW (self, at)->nth == nth)
    return at;

  row = g_new0 (TlReadingsRow, 1);
  row->period = period;
  row->nth = nth;
  row->cells = g_ptr_array_new_with_free_func ((GDestroyNotify) cell_free);
  for (guint i = 0; i < self->columns->len; i++)
    g_ptr_array_add (row->cells, make_cell (self, period, TL_READINGS_COLUMN (self, i)));
  g_ptr_array_insert (self->rows, (int) at, row);
  return at;
}

/* ── Columns ──────────────────────────────────────────────────────────────── */

static void
column_free (TlReadingsColumn *column)
{
  g_free (column->title);
  g_free (column);
}

static guint
hash_column (gconstpointer key)
{
  const TlReadingsColumn *column = key;
  guint hash = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (column->places); i++)
    hash = hash * 31 + tl_id_hash (&column->places[i]);
  return hash;
}

static gboolean
is_same_column (gconstpointer a,
                gconstpointer b)
{
  return memcmp (((const TlReadingsColumn *) a)->places, ((const TlReadingsColumn *) b)->places,
                 sizeof ((const TlReadingsColumn *) a)->places) == 0;
}

/* Where each column stands; they are sorted once. */
static void
number_columns (TlReadingsGrid *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    g_hash_table_insert (self->places, g_ptr_array_index (self->columns, i), GUINT_TO_POINTER (i + 1));
}

static char *
title_column (const TlPlaceFacts **places)
{
  const char *names[4] = { NULL };
  guint n = 0;

  for (int i = 0; i < 3; i++)
    {
      if (places[i] != NULL)
        names[n++] = places[i]->name;
    }
  /* Translators: readings that name no place */
  return n > 0 ? g_strjoinv (", ", (char **) names) : g_strdup (_("All places"));
}

guint
tl_readings_grid_add_column (TlReadingsGrid     *self,
                             const TlPlaceFacts *place,
                             const TlPlaceFacts *shift,
                             const TlPlaceFacts *staff_group)
{
  const TlPlaceFacts *places[3] = { place, shift, staff_group };
  TlReadingsColumn key = { 0 }, *column;
  gpointer known;

  for (int i = 0; i < 3; i++)
    {
      if (places[i] != NULL)
        key.places[i] = places[i]->base.id;
    }
  known = g_hash_table_lookup (self->places, &key);
  if (known != NULL)
    return GPOINTER_TO_UINT (known) - 1;
  column = g_memdup2 (&key, sizeof key);
  column->title = title_column (places);
  g_ptr_array_add (self->columns, column);
  g_hash_table_insert (self->places, column, GUINT_TO_POINTER (self->columns->len));
  for (guint i = 0; i < self->rows->len; i++)
    g_ptr_array_add (TL_READINGS_ROW (self, i)->cells, make_cell (self, TL_READINGS_ROW (self, i)->period, column));
  return self->columns->len - 1;
}

static guint
add_column_of (TlReadingsGrid     *self,
               const TlPlaceFacts *place)
{
  if (place->kind == TL_PLACE_KIND_SHIFT)
    return tl_readings_grid_add_column (self, NULL, place, NULL);
  if (place->kind == TL_PLACE_KIND_STAFF_GROUP)
    return tl_readings_grid_add_column (self, NULL, NULL, place);
  return tl_readings_grid_add_column (self, place, NULL, NULL);
}

/* What the readings that are shown are of; kinds tells of which kinds of place, where each is of one place. */
static void
add_columns_of_readings (TlReadingsGrid       *self,
                         const TlMeasureFacts *measure,
                         TlDay                 since,
                         guint                *kinds)
{
  for (guint i = 0; i < measure->readings.n; i++)
    {
      const TlReadingFacts *reading = TL_FACTS_AT (measure->readings, TlReadingFacts, i);
      const TlPlaceFacts *places[3] = { reading->place, reading->shift, reading->staff_group };
      guint n = 0;

      if (reading->date < since)
        continue;
      tl_readings_grid_add_column (self, reading->place, reading->shift, reading->staff_group);
      for (int j = 0; j < 3; j++)
        {
          if (places[j] == NULL)
            continue;
          *kinds |= 1u << places[j]->kind;
          n++;
        }
      /* Those that are of several at once, or of none, are what they are. */
      if (n != 1)
        *kinds |= 1u << TL_PLACE_KIND_NONE;
    }
}

static gboolean
is_current (TlReadingsGrid     *self,
            const TlPlaceFacts *place)
{
  TlDay today = tl_workbook_get_today (self->workbook);

  return place->from_date <= today && (place->until_date == TL_NO_DAY || place->until_date > today);
}

static void
add_columns_of_scope (TlReadingsGrid    *self,
                      const TlRiskFacts *risk,
                      guint              kinds)
{
  TlSnapshot *snapshot = get_snapshot (self);

  for (guint i = 0; i < tl_snapshot_count (snapshot, TL_TABLE_PLACE); i++)
    {
      const TlPlaceFacts *place = tl_snapshot_get (snapshot, TL_TABLE_PLACE, i);

      if ((kinds & (1u << place->kind)) != 0 && is_current (self, place) && tl_risk_compares_place (risk, place))
        add_column_of (self, place);
    }
}

/* A measure without readings begins with the places that its risk names, else with the locations. */
static guint
guess_kinds (const TlRiskFacts *risk)
{
  guint kinds = 0;

  for (guint i = 0; i < risk->scope.n; i++)
    kinds |= 1u << TL_FACTS_AT (risk->scope, TlPlaceFacts, i)->kind;
  kinds &= ~((1u << TL_PLACE_KIND_PROVIDER) | (1u << TL_PLACE_KIND_NONE));
  return kinds != 0 ? kinds : 1u << TL_PLACE_KIND_LOCATION;
}

static int
compare_columns (gconstpointer a,
                 gconstpointer b,
                 gpointer      data)
{
  const TlReadingsColumn *one = *(TlReadingsColumn * const *) a, *two = *(TlReadingsColumn * const *) b;

  for (gsize i = 0; i < G_N_ELEMENTS (one->places); i++)
    {
      const TlFacts *place = tl_snapshot_find (data, TL_TABLE_PLACE, &one->places[i]);
      const TlFacts *other = tl_snapshot_find (data, TL_TABLE_PLACE, &two->places[i]);
      int order = (place != NULL) - (other != NULL);

      if (order == 0 && place != NULL)
        order = tl_facts_compare (TL_TABLE_PLACE, place, other);
      if (order != 0)
        return order;
    }
  return 0;
}

/* ── Readings ─────────────────────────────────────────────────────────────── */

static void
show_reading (TlReadingsGrid       *self,
              const TlReadingFacts *reading,
              int                   period)
{
  guint column = tl_readings_grid_add_column (self, reading->place, reading->shift, reading->staff_group);
  TlReadingsCell *cell = NULL;

  for (guint nth = 0; cell == NULL || !tl_id_is_none (&cell->reading); nth++)
    cell = tl_readings_grid_get_cell (self, tl_readings_grid_add_row (self, period, nth), column);
  cell->reading = reading->base.id;
  cell->day = cell->first_day = reading->date;
  g_free (cell->first_text);
  cell->first_text = tl_reading_text_write (self->kind, reading->numerator, reading->denominator, reading->value);
  g_set_str (&cell->text, cell->first_text);
}

static void
show_periods (TlReadingsGrid       *self,
              const TlMeasureFacts *measure,
              int                   first,
              int                   last)
{
  for (int period = first; period <= last; period++)
    tl_readings_grid_add_row (self, period, 0);
  for (guint i = 0; i < measure->readings.n; i++)
    {
      const TlReadingFacts *reading = TL_FACTS_AT (measure->readings, TlReadingFacts, i);
      int period = tl_period_get_number (self->period, reading->date);

      if (period >= first && period <= last)
        show_reading (self, reading, period);
    }
}

/* Chooses the columns, and shows the latest periods. */
void
tl_readings_grid_load (TlReadingsGrid       *self,
                       const TlMeasureFacts *measure)
{
  guint kinds = 0;

  self->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) column_free);
  self->places = g_hash_table_new (hash_column, is_same_column);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  learn_habit (self, measure);
  self->last_period = tl_period_get_number (self->period, tl_workbook_get_today (self->workbook));
  self->first_period = self->last_period - get_span (self->period) + 1;

  add_columns_of_readings (self, measure, tl_period_get_start (self->period, self->first_period), &kinds);
  if (self->columns->len == 0)
    add_columns_of_readings (self, measure, TL_NO_DAY, &kinds);
  if (self->columns->len == 0)
    kinds = guess_kinds (measure->risk);
  if ((kinds & (1u << TL_PLACE_KIND_NONE)) == 0)
    add_columns_of_scope (self, measure->risk, kinds);
  if (self->columns->len == 0)
    tl_readings_grid_add_column (self, NULL, NULL, NULL);
  g_ptr_array_sort_with_data (self->columns, compare_columns, get_snapshot (self));
  number_columns (self);
  show_periods (self, measure, self->first_period, self->last_period);
}

/* Shows earlier periods too, with what they have. */
void
tl_readings_grid_begin_at (TlReadingsGrid *self,
                           int             period)
{
  const TlMeasureFacts *measure = tl_readings_grid_find_measure (self);
  int last = self->first_period - 1;

  if (period > last || measure == NULL)
    return;
  self->first_period = period;
  show_periods (self, measure, period, last);
}

/**
 * tl_readings_grid_show_earlier:
 * @self: a grid
 *
 * Puts as many earlier periods before the first one as the grid began with.
 *
 * Returns: whether there was room for more
 */
gboolean
tl_readings_grid_show_earlier (TlReadingsGrid *self)
{
  int first = self->first_period - get_span (self->period);

  g_return_val_if_fail (TL_IS_READINGS_GRID (self), FALSE);

  if (self->last_period - first >= MOST_PERIODS || tl_period_get_start (self->period, first) <= tl_day_new (1900, 1, 1))
    return FALSE;
  tl_readings_grid_begin_at (self, first);
  tl_readings_grid_tell_shape (self);
  return TRUE;
}

/**
 * tl_readings_grid_add_place:
 * @self: a grid
 * @place: the id of a place, shift or staff group
 *
 * Puts a column for it behind the others, unless there is one.
 */
void
tl_readings_grid_add_place (TlReadingsGrid *self,
                            const TlId     *place)
{
  const TlPlaceFacts *facts = tl_snapshot_find (get_snapshot (self), TL_TABLE_PLACE, place);

  g_return_if_fail (TL_IS_READINGS_GRID (self));

  if (facts == NULL)
    return;
  add_column_of (self, facts);
  tl_readings_grid_tell_shape (self);
}

/**
 * tl_readings_grid_find_start:
 * @self: a grid
 * @row: (out): a row
 * @column: (out): a column
 *
 * Tells where somebody will begin to type: the first room in the latest ended period that lacks a reading, else in the
 * running one.
 */
void
tl_readings_grid_find_start (TlReadingsGrid *self,
                             guint          *row,
                             guint          *column)
{
  guint last = self->rows->len - 1;

  *row = last;
  *column = 0;
  for (guint i = 0; i < 2 && i <= last; i++)
    {
      guint at = last > 0 ? (i == 0 ? last - 1 : last) : 0;

      for (guint j = 0; j < self->columns->len; j++)
        {
          if (!tl_id_is_none (&tl_readings_grid_get_cell (self, at, j)->reading))
            continue;
          *row = at;
          *column = j;
          return;
        }
    }
}
