/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-foreign-work.h"

#include <glib/gi18n-lib.h>

#include "tl-foreign-day.h"

/* What stands above a table is a title when it is no longer. */
#define LONGEST_TITLE 120

typedef struct
{
  guint sheet;
  TlForeignRisk *current;
  GPtrArray *latest;
  char *sheet_title;
} Plan;

/* Rows of a plan that names no concerns come under one, named as the plan is. */
static TlForeignRisk *
choose_unnamed (TlForeignWork        *work,
                Plan                 *plan,
                const TlForeignCells *cells)
{
  const char *title = *cells->section != '\0' ? cells->section : plan->sheet_title;
  TlForeignRisk *risk = tl_foreign_risk_find (work, cells, title, "");

  if (risk != NULL)
    return risk;
  if (*cells->section == '\0')
    tl_foreign_work_note (work, g_strdup_printf (_("%s: rows that name no concern come under one risk, “%s”"),
                                                 tl_foreign_sheet_get_name (tl_foreign_book_get_sheet (work->book,
                                                                                                       plan->sheet)),
                                                 title));
  return tl_foreign_risk_add (work, cells, title, "", -1);
}

static TlForeignRisk *
choose_risk (TlForeignWork        *work,
             Plan                 *plan,
             const TlForeignCells *cells)
{
  const char *text = tl_foreign_cells_get (cells, TL_FOREIGN_FIELD_RISK_TITLE);
  g_autofree char *written_ref = tl_foreign_one_line (tl_foreign_cells_get (cells, TL_FOREIGN_FIELD_RISK_REF));
  g_autofree char *title = tl_foreign_risk_make_title (text);
  TlForeignRisk *risk;

  if (*title == '\0' && cells->columns[TL_FOREIGN_FIELD_RISK_TITLE] < 0)
    return choose_unnamed (work, plan, cells);
  /* Below a concern, rows that name none go on with it. */
  if (*title == '\0')
    return plan->current != NULL ? plan->current : choose_unnamed (work, plan, cells);
  risk = tl_foreign_risk_find (work, cells, title, written_ref);
  if (risk != NULL && *risk->written_ref == '\0')
    g_set_str (&risk->written_ref, written_ref);
  if (risk != NULL)
    return risk;
  return tl_foreign_risk_add (work, cells, text, written_ref, cells->columns[TL_FOREIGN_FIELD_RISK_TITLE]);
}

/* A list of risks without actions says where each of them is. */
static void
add_scope (TlForeignWork        *work,
           const TlForeignCells *cells,
           TlForeignRisk        *risk)
{
  g_autofree char *kept = NULL;
  const char *place = tl_foreign_place_of_sheet (work, cells);

  if (place != NULL)
    tl_foreign_out_append (risk->out, "scope", place, "; ", -1);
  if (cells->columns[TL_FOREIGN_FIELD_ACTION_TITLE] >= 0)
    return;
  place = tl_foreign_place_find (work, cells, TL_FOREIGN_FIELD_ACTION_PLACE,
                                 tl_foreign_cells_get (cells, TL_FOREIGN_FIELD_ACTION_PLACE), &kept);
  if (place != NULL)
    tl_foreign_out_append (risk->out, "scope", place, "; ", cells->columns[TL_FOREIGN_FIELD_ACTION_PLACE]);
  if (kept != NULL)
    tl_foreign_risk_keep (work, cells, risk, TL_FOREIGN_FIELD_ACTION_PLACE, kept);
}

static void
take_row (TlForeignWork        *work,
          const TlForeignCells *cells,
          gpointer              data)
{
  Plan *plan = data;
  TlForeignRisk *risk = choose_risk (work, plan, cells);

  if (risk != plan->current)
    g_ptr_array_set_size (plan->latest, 0);
  plan->current = risk;
  tl_foreign_risk_tell (work, cells, risk);
  tl_foreign_owner_add (work, cells, risk);
  add_scope (work, cells, risk);
  tl_foreign_actions_add (work, cells, risk, plan->latest);
}

static void
expect_people (TlForeignWork        *work,
               const TlForeignCells *cells,
               gpointer              data)
{
  tl_foreign_who_expect (work, cells, TL_FOREIGN_FIELD_RISK_OWNER);
  tl_foreign_who_expect (work, cells, TL_FOREIGN_FIELD_ACTION_PERSON);
}

/* The title above the table, otherwise the name on the tab. What names a day is another title next month. */
static char *
find_sheet_title (TlForeignWork *work,
                  guint          index)
{
  const TlForeignSheet *sheet = tl_foreign_book_get_sheet (work->book, index);

  for (guint i = 0; i < tl_foreign_sheet_get_n_filled (sheet); i++)
    {
      guint row = tl_foreign_sheet_get_filled (sheet, i);

      if (row >= work->mapping->layouts[index].heading_row)
        break;
      for (guint j = 0; j < tl_foreign_sheet_get_n_columns (sheet); j++)
        {
          const char *text = tl_foreign_sheet_get_text (sheet, row, j);

          if (*text != '\0' && g_utf8_strlen (text, -1) <= LONGEST_TITLE && tl_foreign_day_find (text) == TL_NO_DAY)
            return tl_foreign_risk_make_title (text);
        }
    }
  return tl_foreign_risk_make_title (tl_foreign_sheet_get_name (sheet));
}

/**
 * tl_foreign_plan_add:
 * @work: a result in the making
 * @sheet: which sheet of the file
 *
 * Makes risks, their owners and ratings, and actions, of an action plan, tracker or register.
 */
void
tl_foreign_plan_add (TlForeignWork *work,
                     guint          sheet)
{
  g_autoptr (GPtrArray) latest = g_ptr_array_new ();
  g_autoptr (GHashTable) legend = tl_foreign_rows_explain (work, sheet);
  Plan plan = { sheet, NULL, latest, find_sheet_title (work, sheet) };

  work->legend = legend;
  tl_foreign_rows_walk (work, sheet, FALSE, expect_people, NULL);
  tl_foreign_rows_walk (work, sheet, TRUE, take_row, &plan);
  g_free (plan.sheet_title);
  work->legend = NULL;
}
