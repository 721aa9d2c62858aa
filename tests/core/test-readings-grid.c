/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-readings-grid.h"
#include "tl-workbook-undo.h"

#include <glib/gstdio.h>

/* The readings of a measure as a sheet, on real workbooks. */

typedef struct
{
  TlWorkbook *workbook;
  TlReadingsGrid *grid;
  TlId risk;
  TlId measure;
  TlId tansy;
  TlId rowan;
} Fixture;

static void
answer_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

static void
settle (TlWorkbook *workbook)
{
  while (tl_workbook_get_busy (workbook))
    g_main_context_iteration (NULL, TRUE);
}

static void
apply (TlWorkbook *workbook,
       TlChange   *change)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  tl_workbook_apply_async (workbook, change, NULL, answer_cb, &result);
  tl_workbook_apply_finish (workbook, wait_for (&result), &error);
  g_assert_no_error (error);
  settle (workbook);
}

/* Adds a row of texts; a column that begins with a star is a row's id. */
static TlId
add (Fixture    *fixture,
     TlChange   *change,
     const char *table,
     ...)
{
  TlId id = tl_id_source_make_id (tl_workbook_get_ids (fixture->workbook));
  va_list values;

  tl_change_add_row (change, table, &id);
  va_start (values, table);
  for (const char *column = va_arg (values, const char *); column != NULL; column = va_arg (values, const char *))
    {
      if (*column == '*')
        tl_change_set_id (change, table, &id, column + 1, va_arg (values, const TlId *));
      else
        tl_change_set_text (change, table, &id, column, va_arg (values, const char *));
    }
  va_end (values);
  return id;
}

static TlId
add_place (Fixture    *fixture,
           TlChange   *change,
           const char *ref,
           const char *name,
           const char *from_date,
           const char *until_date)
{
  TlId id = add (fixture, change, "place", "ref", ref, "name", name, "kind", "location", NULL);

  if (from_date != NULL)
    tl_change_set_text (change, "place", &id, "from_date", from_date);
  if (until_date != NULL)
    tl_change_set_text (change, "place", &id, "until_date", until_date);
  return id;
}

static void
add_reading (Fixture    *fixture,
             TlChange   *change,
             const TlId *place,
             const char *day,
             double      numerator,
             double      denominator)
{
  TlId id = add (fixture, change, "reading", "*measure", &fixture->measure, "*place", place, "date", day, NULL);
  g_auto (TlValue) value = TL_VALUE_INIT;

  tl_value_set_real (&value, numerator);
  tl_change_set (change, "reading", &id, "numerator", &value);
  tl_value_set_real (&value, denominator);
  tl_change_set (change, "reading", &id, "denominator", &value);
}

/* Two places that are there, one that closed; no reading yet. */
static void
begin (Fixture    *fixture,
       const char *today,
       const char *kind,
       const char *period)
{
  g_autoptr (TlChange) change = tl_change_new ("test");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TlIdSource) ids = tl_id_source_new_seeded ("grid", G_GINT64_CONSTANT (1775000000000));

  tl_workbook_open_async (TL_STORE_ORIGIN_NEW, NULL, ids, NULL, answer_cb, &result);
  fixture->workbook = tl_workbook_open_finish (wait_for (&result), &error);
  g_assert_no_error (error);
  settle (fixture->workbook);
  add (fixture, change, "setting", "key", TL_KEY_TODAY, "value", today, NULL);
  fixture->tansy = add_place (fixture, change, "TAN", "Tansy House", NULL, NULL);
  fixture->rowan = add_place (fixture, change, "ROW", "Rowan Court", NULL, NULL);
  add_place (fixture, change, "OLD", "Old Mill", NULL, "2020-01-01");
  fixture->risk = add (fixture, change, "risk", "ref", "R1", "title", "Medicine gaps", NULL);
  fixture->measure = add (fixture, change, "measure", "*risk", &fixture->risk, "ref", "M1", "title", "Charts without a gap",
                          "kind", kind, "direction", "at least", "period", period, NULL);
  apply (fixture->workbook, change);
}

static void
open_grid (Fixture *fixture)
{
  g_clear_object (&fixture->grid);
  fixture->grid = tl_readings_grid_new (fixture->workbook, &fixture->measure);
  g_assert_nonnull (fixture->grid);
}

static void
end (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;

  g_clear_object (&fixture->grid);
  tl_workbook_close_async (fixture->workbook, answer_cb, &result);
  g_assert_true (tl_workbook_close_finish (fixture->workbook, wait_for (&result), NULL));
  g_clear_object (&fixture->workbook);
}

static gboolean
save (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gboolean changed;

  tl_readings_grid_save_async (fixture->grid, NULL, answer_cb, &result);
  tl_readings_grid_save_finish (fixture->grid, wait_for (&result), &changed, &error);
  g_assert_no_error (error);
  settle (fixture->workbook);
  return changed;
}

static const TlMeasureFacts *
get_measure (Fixture *fixture)
{
  TlSnapshot *snapshot = tl_assessment_get_snapshot (tl_workbook_get_assessment (fixture->workbook));

  return tl_snapshot_find (snapshot, TL_TABLE_MEASURE, &fixture->measure);
}

static char *
list_readings (Fixture *fixture)
{
  const TlMeasureFacts *measure = get_measure (fixture);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < measure->readings.n; i++)
    {
      const TlReadingFacts *reading = TL_FACTS_AT (measure->readings, TlReadingFacts, i);
      char iso[TL_DAY_ISO_LENGTH + 1];

      tl_day_to_iso (reading->date, iso);
      g_ptr_array_add (lines, g_strdup_printf ("%s %s %g/%g %g", iso, reading->place != NULL ? reading->place->base.ref : "-",
                                               reading->numerator, reading->denominator, reading->value));
    }
  g_ptr_array_sort_values (lines, (GCompareFunc) g_strcmp0);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("; ", (char **) lines->pdata);
}

#define assert_readings(fixture, expected) \
  G_STMT_START { g_autofree char *list = list_readings (fixture); g_assert_cmpstr (list, ==, expected); } G_STMT_END
#define assert_describes(fixture, expected) \
  G_STMT_START { g_autofree char *words = tl_readings_grid_describe ((fixture)->grid); \
    g_assert_cmpstr (words, ==, expected); } G_STMT_END

static guint
find_column (Fixture    *fixture,
             const char *title)
{
  for (guint i = 0; i < tl_readings_grid_get_n_columns (fixture->grid); i++)
    {
      if (g_str_equal (tl_readings_grid_title_column (fixture->grid, i), title))
        return i;
    }
  g_assert_not_reached ();
}

static guint
find_row (Fixture    *fixture,
          const char *title)
{
  for (guint i = 0; i < tl_readings_grid_get_n_rows (fixture->grid); i++)
    {
      g_autofree char *says = tl_readings_grid_title_row (fixture->grid, i);

      if (g_str_equal (says, title))
        return i;
    }
  g_error ("There is no row %s", title);
}

static void
type (Fixture    *fixture,
      const char *row,
      const char *place,
      const char *text)
{
  tl_readings_grid_set_text (fixture->grid, find_row (fixture, row), find_column (fixture, place), text);
}

static const char *
get_text (Fixture    *fixture,
          const char *row,
          const char *place)
{
  return tl_readings_grid_get_text (fixture->grid, find_row (fixture, row), find_column (fixture, place));
}

static const char *
get_problem (Fixture    *fixture,
             const char *row,
             const char *place)
{
  return tl_readings_grid_get_problem (fixture->grid, find_row (fixture, row), find_column (fixture, place));
}

/* ── Typing ───────────────────────────────────────────────────────────────── */

/* A month of weekly readings is one change, which can be taken back; readings that are there are updated, not doubled. */
static void
test_one_change (void)
{
  Fixture fixture = { 0 };
  g_autoptr (TlChange) before = tl_change_new ("test");
  g_autoptr (GAsyncResult) undone = NULL;
  g_autofree char *name = NULL;

  begin (&fixture, "2026-06-10", "proportion", "weekly");
  add_reading (&fixture, before, &fixture.tansy, "2026-05-31", 28, 30);
  apply (fixture.workbook, before);
  open_grid (&fixture);
  g_assert_cmpuint (tl_readings_grid_get_n_columns (fixture.grid), ==, 2);
  g_assert_cmpstr (get_text (&fixture, "Week of 25 May", "Tansy House"), ==, "28/30");
  g_assert_false (save (&fixture));

  type (&fixture, "Week of 25 May", "Tansy House", "29 of 30");
  type (&fixture, "Week of 25 May", "Rowan Court", " 19 out of 20 ");
  type (&fixture, "Week of 1 Jun", "Tansy House", "96.5 %");
  type (&fixture, "Week of 8 Jun", "Tansy House", "1,180/1,200");
  type (&fixture, "Week of 8 Jun", "Rowan Court", "0/0");
  assert_describes (&fixture, "4 readings added, 1 changed");
  name = tl_readings_grid_name_cell (fixture.grid, find_row (&fixture, "Week of 25 May"), find_column (&fixture, "Tansy House"));
  g_assert_cmpstr (name, ==, "Tansy House, week of 25 May 2026: 29 of 30, changed from 28 of 30");

  /* The one that was there is on a Sunday, so are the new ones; in the running week it is today. */
  g_assert_true (save (&fixture));
  assert_readings (&fixture, "2026-05-31 ROW 19/20 nan; 2026-05-31 TAN 29/30 nan; 2026-06-07 TAN nan/nan 96.5; "
                             "2026-06-10 ROW 0/0 nan; 2026-06-10 TAN 1180/1200 nan");
  tl_workbook_undo_async (fixture.workbook, NULL, answer_cb, &undone);
  wait_for (&undone);
  settle (fixture.workbook);
  assert_readings (&fixture, "2026-05-31 TAN 28/30 nan");
  end (&fixture);
}

/* Typing what is there, however it is written, changes nothing; emptying a reading removes it. */
static void
test_the_same_is_no_change (void)
{
  Fixture fixture = { 0 };
  g_autoptr (TlChange) before = tl_change_new ("test");

  begin (&fixture, "2026-06-10", "proportion", "weekly");
  add_reading (&fixture, before, &fixture.tansy, "2026-06-04", 28, 30);
  apply (fixture.workbook, before);
  open_grid (&fixture);
  type (&fixture, "Week of 1 Jun", "Tansy House", "28 of 30");
  g_assert_false (tl_readings_grid_is_changed (fixture.grid));
  g_assert_null (tl_readings_grid_make_change (fixture.grid));

  type (&fixture, "Week of 1 Jun", "Tansy House", "  ");
  type (&fixture, "Week of 25 May", "Tansy House", "1/2");
  assert_describes (&fixture, "1 reading added, 1 removed");
  g_assert_true (tl_readings_grid_undo (fixture.grid));
  g_assert_true (tl_readings_grid_undo (fixture.grid));
  g_assert_cmpstr (get_text (&fixture, "Week of 1 Jun", "Tansy House"), ==, "28/30");
  g_assert_true (tl_readings_grid_redo (fixture.grid));
  g_assert_true (tl_readings_grid_redo (fixture.grid));
  g_assert_false (tl_readings_grid_redo (fixture.grid));
  g_assert_true (save (&fixture));
  /* On a Thursday, as the one before was. */
  assert_readings (&fixture, "2026-05-28 TAN 1/2 nan");
  end (&fixture);
}

/* What can't be kept stays as it was typed, with the reason, and keeps nothing else from being typed. */
static void
test_wrong (void)
{
  static const struct
  {
    const char *kind, *text, *problem;
  } cases[] = {
    { "proportion", "31/30", "\"31\" is more than the \"30\" of which it is a part." },
    { "proportion", "-1/30", "\"-1\" is less than nothing." },
    { "proportion", "1/0", "It must be more than 0, since the share is taken of it." },
    { "proportion", "29/", "Give the number that the share is taken of." },
    { "proportion", "/30", "There must be a value here, since \"Denominator\" has one." },
    { "proportion", "101%", "\"101%\" is not a percentage from 0 to 100." },
    { "proportion", "29/thirty", "\"thirty\" is not a number." },
    { "proportion", "29/30/31", "\"30/31\" is not a number." },
    { "proportion", "29,5/30", "\"29,5\" is not a number; write it without commas, and with a point before decimals." },
    { "count", "three", "\"three\" is not a number." },
    { "count", "-3", "\"-3\" is less than nothing." },
    { "value", "1,234", "\"1,234\" is not a number; write it without commas, and with a point before decimals." },
    { "value", "-0.5", "\"-0.5\" is less than nothing." },
    { "value", "#REF!", "\"#REF!\" is not a number." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Fixture fixture = { 0 };
      g_autoptr (GAsyncResult) refused = NULL;
      g_autoptr (GError) error = NULL;

      begin (&fixture, "2026-06-10", cases[i].kind, "monthly");
      open_grid (&fixture);
      type (&fixture, "May 2026", "Tansy House", cases[i].text);
      g_assert_cmpstr (get_problem (&fixture, "May 2026", "Tansy House"), ==, cases[i].problem);
      g_assert_cmpstr (get_text (&fixture, "May 2026", "Tansy House"), ==, cases[i].text);
      assert_describes (&fixture, "1 reading can’t be kept");
      tl_readings_grid_save_async (fixture.grid, NULL, answer_cb, &refused);
      g_assert_false (tl_readings_grid_save_finish (fixture.grid, wait_for (&refused), NULL, &error));
      g_assert_error (error, TL_WORKBOOK_ERROR, TL_WORKBOOK_ERROR_VALUE);
      assert_readings (&fixture, "");
      end (&fixture);
    }
}

/* A bare number isn't a share: it could be so many, or so many in a hundred. */
static void
test_bare_numbers (void)
{
  Fixture fixture = { 0 };

  begin (&fixture, "2026-06-10", "proportion", "monthly");
  open_grid (&fixture);
  type (&fixture, "May 2026", "Tansy House", "29");
  g_assert_true (g_str_has_prefix (get_problem (&fixture, "May 2026", "Tansy House"), "\"29\" is not a share; "));
  end (&fixture);

  begin (&fixture, "2026-06-10", "count", "monthly");
  open_grid (&fixture);
  type (&fixture, "May 2026", "Tansy House", "1,234");
  type (&fixture, "May 2026", "Rowan Court", "3 of 120");
  g_assert_true (save (&fixture));
  assert_readings (&fixture, "2026-05-31 ROW 3/120 nan; 2026-05-31 TAN 1234/nan nan");
  end (&fixture);

  begin (&fixture, "2026-06-10", "value", "monthly");
  open_grid (&fixture);
  type (&fixture, "May 2026", "Tansy House", "1,234.5");
  type (&fixture, "May 2026", "Rowan Court", "12.5/17");
  g_assert_true (save (&fixture));
  assert_readings (&fixture, "2026-05-31 ROW nan/17 12.5; 2026-05-31 TAN nan/nan 1234.5");
  end (&fixture);
}

/* ── Periods and days ─────────────────────────────────────────────────────── */

/* Without a habit a reading is on its period's last day: at a year's end, and in a leap year's February. */
static void
test_periods (void)
{
  static const struct
  {
    const char *today, *period, *row, *expected;
  } cases[] = {
    { "2024-03-15", "monthly", "Feb 2024", "2024-02-29 TAN 1/2 nan" },
    { "2024-02-29", "monthly", "Feb 2024", "2024-02-29 TAN 1/2 nan" },
    { "2023-03-01", "monthly", "Feb 2023", "2023-02-28 TAN 1/2 nan" },
    { "2026-01-01", "monthly", "Dec 2025", "2025-12-31 TAN 1/2 nan" },
    { "2026-01-01", "weekly", "Week of 29 Dec", "2026-01-01 TAN 1/2 nan" },
    { "2026-01-05", "weekly", "Week of 29 Dec", "2026-01-04 TAN 1/2 nan" },
    { "2026-06-10", "fortnightly", "Fortnight of 25 May", "2026-06-07 TAN 1/2 nan" },
    { "2026-01-01", "quarterly", "Oct–Dec 2025", "2025-12-31 TAN 1/2 nan" },
    { "2026-06-10", "quarterly", "Apr–Jun 2026", "2026-06-10 TAN 1/2 nan" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Fixture fixture = { 0 };

      begin (&fixture, cases[i].today, "proportion", cases[i].period);
      open_grid (&fixture);
      type (&fixture, cases[i].row, "Tansy House", "1/2");
      g_assert_true (save (&fixture));
      assert_readings (&fixture, cases[i].expected);
      end (&fixture);
    }
}

/* A place that came in the middle of a period has its readings from then on, and none before. */
static void
test_places_come_and_go (void)
{
  Fixture fixture = { 0 };
  g_autoptr (TlChange) change = tl_change_new ("test");
  guint rows;

  begin (&fixture, "2026-06-10", "proportion", "monthly");
  tl_change_set_text (change, "place", &fixture.rowan, "from_date", "2026-04-20");
  tl_change_set_text (change, "place", &fixture.tansy, "until_date", "2026-04-10");
  apply (fixture.workbook, change);
  open_grid (&fixture);
  g_assert_cmpuint (tl_readings_grid_get_n_columns (fixture.grid), ==, 1);
  tl_readings_grid_add_place (fixture.grid, &fixture.tansy);
  type (&fixture, "Mar 2026", "Rowan Court", "1/2");
  type (&fixture, "Apr 2026", "Rowan Court", "1/2");
  type (&fixture, "Apr 2026", "Tansy House", "2/2");
  type (&fixture, "May 2026", "Tansy House", "2/2");
  g_assert_cmpstr (get_problem (&fixture, "Mar 2026", "Rowan Court"), ==, "Rowan Court was there only from 20 April 2026.");
  g_assert_cmpstr (get_problem (&fixture, "May 2026", "Tansy House"), ==, "Tansy House was there only until 10 April 2026.");
  type (&fixture, "Mar 2026", "Rowan Court", "");
  type (&fixture, "May 2026", "Tansy House", "");
  g_assert_true (save (&fixture));
  assert_readings (&fixture, "2026-04-09 TAN 2/2 nan; 2026-04-30 ROW 1/2 nan");

  rows = tl_readings_grid_get_n_rows (fixture.grid);
  g_assert_true (tl_readings_grid_show_earlier (fixture.grid));
  g_assert_cmpuint (tl_readings_grid_get_n_rows (fixture.grid), ==, 2 * rows);
  end (&fixture);
}

/* Several readings of a place in one period have a row each, and all are shown. */
static void
test_several_in_a_period (void)
{
  Fixture fixture = { 0 };
  g_autoptr (TlChange) before = tl_change_new ("test");
  g_autofree char *left_out = NULL;

  begin (&fixture, "2026-06-10", "proportion", "monthly");
  add_reading (&fixture, before, &fixture.tansy, "2026-05-04", 28, 30);
  add_reading (&fixture, before, &fixture.tansy, "2026-05-18", 29, 30);
  apply (fixture.workbook, before);
  open_grid (&fixture);
  g_assert_cmpstr (get_text (&fixture, "May 2026", "Tansy House"), ==, "28/30");
  g_assert_cmpstr (get_text (&fixture, "May 2026, reading 2", "Tansy House"), ==, "29/30");

  /* What is pasted finds the reading of its day; more of the period become more readings. */
  left_out = tl_readings_grid_paste (fixture.grid, 0, find_column (&fixture, "Tansy House"),
                                     "18/05/2026\t30/30\n04/05/2026\t28/30\n25/05/2026\t27/30\n");
  g_assert_null (left_out);
  assert_describes (&fixture, "1 reading added, 1 changed");
  g_assert_true (save (&fixture));
  assert_readings (&fixture, "2026-05-04 TAN 28/30 nan; 2026-05-18 TAN 30/30 nan; 2026-05-25 TAN 27/30 nan");
  end (&fixture);
}

/* ── Pasting ──────────────────────────────────────────────────────────────── */

static void
test_paste (void)
{
  static const struct
  {
    const char *name, *block, *expected;
  } cases[] = {
    { "plain", "1/2\t3/4\r\n5/6\t7/8\r\n", "2026-04-30 ROW 1/2 nan; 2026-04-30 TAN 3/4 nan; 2026-05-31 ROW 5/6 nan; 2026-05-31 TAN 7/8 nan" },
    { "headings", "Tansy House\trowan court\n3/4\t1/2", "2026-04-30 ROW 1/2 nan; 2026-04-30 TAN 3/4 nan" },
    { "refs", "Date\tTAN\n2026-05-12\t3/4", "2026-05-12 TAN 3/4 nan" },
    { "months", "\tTansy House\nApr-26\t3/4\nMay 2026\t5/6", "2026-04-30 TAN 3/4 nan; 2026-05-31 TAN 5/6 nan" },
    { "midnight", "2026-05-12 00:00:00\t3/4", "2026-05-12 ROW 3/4 nan" },
    { "percent", "96.7%\t88 %", "2026-04-30 ROW nan/nan 96.7; 2026-04-30 TAN nan/nan 88" },
    { "pairs", "1\t2\t3\t4", "2026-04-30 ROW 1/2 nan; 2026-04-30 TAN 3/4 nan" },
    { "dated pairs", "12/05/2026\t1,118\t1,200", "2026-05-12 ROW 1118/1200 nan" },
    { "quoted", "\"1/2\"\t\"3/4\"", "2026-04-30 ROW 1/2 nan; 2026-04-30 TAN 3/4 nan" },
    { "along the top", "\tApr 2026\tMay 2026\nTansy House\t1/2\t3/4\n", "2026-04-30 TAN 1/2 nan; 2026-05-31 TAN 3/4 nan" },
    { "earlier", "2024-02-29\t1/2", "2024-02-29 ROW 1/2 nan" },
    { "empty cells", "\t3/4\n\n1/2\t", "2026-04-30 TAN 3/4 nan; 2026-06-10 ROW 1/2 nan" },
    { "nothing", "\n\t\n", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Fixture fixture = { 0 };
      g_autofree char *left_out = NULL;

      begin (&fixture, "2026-06-10", "proportion", "monthly");
      open_grid (&fixture);
      g_test_message ("%s", cases[i].name);
      left_out = tl_readings_grid_paste (fixture.grid, find_row (&fixture, "Apr 2026"), 0, cases[i].block);
      g_assert_cmpstr (left_out, ==, NULL);
      g_assert_cmpuint (tl_readings_grid_count (fixture.grid, TL_READINGS_WRONG), ==, 0);
      save (&fixture);
      assert_readings (&fixture, cases[i].expected);
      end (&fixture);
    }
}

/* Junk is marked cell by cell; what has no place is said; nothing is put where it doesn't belong; all is one step. */
static void
test_paste_junk (void)
{
  Fixture fixture = { 0 };
  g_autofree char *first = NULL, *second = NULL, *third = NULL, *much = NULL, *told = NULL;
  g_autoptr (GString) long_block = g_string_new (NULL);

  begin (&fixture, "2026-06-10", "proportion", "monthly");
  open_grid (&fixture);
  first = tl_readings_grid_paste (fixture.grid, find_row (&fixture, "May 2026"), 0,
                                  "n/a\t29/30\t1/2\nabc\t40/30\n3/4\t1/2");
  g_assert_cmpstr (first, ==, "There were more columns than places; those behind the last were left out. "
                              "There were more rows than periods up to today; those behind the last were left out.");
  assert_describes (&fixture, "1 reading added, 3 can’t be kept");
  g_assert_cmpstr (get_text (&fixture, "May 2026", "Rowan Court"), ==, "n/a");
  g_assert_true (g_str_has_prefix (get_problem (&fixture, "May 2026", "Rowan Court"), "\"n/a\" is not a share; "));
  g_assert_cmpstr (get_text (&fixture, "Jun 2026", "Rowan Court"), ==, "abc");
  g_assert_true (tl_readings_grid_undo (fixture.grid));
  g_assert_false (tl_readings_grid_is_changed (fixture.grid));

  second = tl_readings_grid_paste (fixture.grid, 0, 0, "Date\tTansy House\tElm Lodge\nsoon\t1/2\t1/2\n2026-07-01\t1/2\n"
                                                       "2026-05-01\t1/2\t3/4\n2026-04-01\t1/2\n1066-10-14\t1/2");
  g_assert_cmpstr (second, ==, "\"soon\" is not a date; its row was left out. \"2026-07-01\" is still to come; its row was "
                               "left out. There is no place called \"Elm Lodge\"; its column was left out. \"1066-10-14\" is "
                               "too long ago; its row was left out.");
  assert_describes (&fixture, "2 readings added");

  third = tl_readings_grid_paste (fixture.grid, 0, 0, "\xff\xfe\t\"\"\"\n\t\t\t\x01");
  for (guint i = 0; i < 100000; i++)
    g_string_append (long_block, "1/2\t");
  for (guint i = 0; i < 100000; i++)
    g_string_append (long_block, "1/2\n");
  much = tl_readings_grid_paste (fixture.grid, 0, 0, long_block->str);
  g_assert_nonnull (much);
  g_assert_cmpuint (tl_readings_grid_get_n_columns (fixture.grid), ==, 2);
  end (&fixture);
}

/* What is copied can be pasted again. */
static void
test_copy (void)
{
  Fixture fixture = { 0 };
  g_autofree char *block = NULL, *left_out = NULL;
  guint row;

  begin (&fixture, "2026-06-10", "proportion", "monthly");
  open_grid (&fixture);
  row = find_row (&fixture, "Apr 2026");
  type (&fixture, "Apr 2026", "Rowan Court", "1/2");
  type (&fixture, "May 2026", "Tansy House", "96.7%");
  block = tl_readings_grid_copy (fixture.grid, row, 0, row + 1, 1);
  g_assert_cmpstr (block, ==, "1/2\t\n\t96.7%");
  tl_readings_grid_empty (fixture.grid, row, 0, row + 1, 1);
  g_assert_false (tl_readings_grid_is_changed (fixture.grid));
  left_out = tl_readings_grid_paste (fixture.grid, row, 0, block);
  g_assert_null (left_out);
  assert_describes (&fixture, "2 readings added");
  end (&fixture);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);

  for (const char *name = folder != NULL ? g_dir_read_name (folder) : NULL; name != NULL; name = g_dir_read_name (folder))
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_folder (child);
    }
  g_remove (path);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder = g_dir_make_tmp ("throughline-XXXXXX", NULL);
  int status;

  g_test_init (&argc, &argv, NULL);
  tl_store_set_folder (folder);
  g_test_add_func ("/readings-grid/one-change", test_one_change);
  g_test_add_func ("/readings-grid/the-same-is-no-change", test_the_same_is_no_change);
  g_test_add_func ("/readings-grid/wrong", test_wrong);
  g_test_add_func ("/readings-grid/bare-numbers", test_bare_numbers);
  g_test_add_func ("/readings-grid/periods", test_periods);
  g_test_add_func ("/readings-grid/places-come-and-go", test_places_come_and_go);
  g_test_add_func ("/readings-grid/several-in-a-period", test_several_in_a_period);
  g_test_add_func ("/readings-grid/paste", test_paste);
  g_test_add_func ("/readings-grid/paste-junk", test_paste_junk);
  g_test_add_func ("/readings-grid/copy", test_copy);
  status = g_test_run ();
  remove_folder (folder);
  return status;
}
