/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where weakness gathers: places by measures, and what else comes together at a place. */
#include "config.h"

#include "tl-comparison-report.h"

#include "tl-format.h"
#include "tl-page-table.h"
#include "tl-paragraph.h"
#include "tl-report-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* So many measures stand beside the places of one table. */
#define MOST_COLUMNS 4
/* Of more measures or places than these, only those are printed in which something is weak or on watch: what is weak would
 * be lost among hundreds of pages. */
#define MANY_COLUMNS 24
#define MANY_ROWS 40
#define PADDING 2.5

static void
set_text (TlPageTable *table,
          guint        column,
          const char  *text,
          gboolean     strong)
{
  g_autofree char *markup = g_markup_escape_text (text != NULL ? text : "", -1);

  tl_page_table_set_cell (table, column, strong ? TL_PRINT_STRONG : TL_PRINT_BODY, markup);
}

/* ── Places by measures ── */

static char *
say_records (const TlPlaceJudgement *place)
{
  g_autofree char *of = tl_report_of (place->numerator, place->denominator);

  if (isfinite (place->numerator) || !isfinite (place->denominator))
    return g_steal_pointer (&of);
  /* Translators: how many a value averages */
  return g_strdup_printf (_("mean of %s"), of);
}

/* State and value, then the records that they rest on and what that makes of them. */
static void
set_cell (TlPageTable          *table,
          guint                 column,
          const TlMatrixColumn *of,
          const TlPlaceJudgement *place)
{
  gboolean weak = place != NULL && of->comparison->comparable && place->state == TL_PLACE_STATE_WEAK;
  g_autofree char *value = NULL;
  g_autofree char *records = NULL;
  g_autofree char *interval = NULL;
  g_autofree char *first = NULL;
  g_autofree char *markup = NULL;

  if (place == NULL)
    {
      set_text (table, column, "–", FALSE);
      return;
    }
  value = tl_format_value (of->measure->facts, place->value);
  records = say_records (place);
  interval = tl_report_interval (of->measure->facts, place->low, place->high);
  first = g_markup_printf_escaped (weak ? "<b>%s</b>" : "%s", of->comparison->comparable
                                                                ? tl_word_label (TL_TYPE_PLACE_STATE, place->state)
                                                                : _("not compared"));
  if (!isfinite (place->value))
    {
      tl_page_table_set_cell (table, column, TL_PRINT_BODY, first);
      return;
    }
  markup = g_markup_printf_escaped (isfinite (place->low) ? "%s\n%s\n%s" : "%s\n%s", value, records, interval);
  {
    g_autofree char *whole = g_strconcat (first, " ", markup, NULL);

    tl_page_table_set_cell (table, column, TL_PRINT_BODY, whole);
  }
}

static gboolean
lags (const TlPlaceJudgement *place)
{
  return place != NULL && (place->state == TL_PLACE_STATE_WEAK || place->state == TL_PLACE_STATE_WATCH);
}

static gboolean
row_lags (const TlMatrixRow *row,
          const guint       *columns,
          guint              n)
{
  for (guint i = 0; i < n; i++)
    {
      if (lags (row->cells[columns[i]]))
        return TRUE;
    }
  return FALSE;
}

static gboolean
column_lags (const TlComparison *comparison)
{
  for (guint i = 0; comparison->comparable && i < comparison->n_places; i++)
    {
      if (lags (&comparison->places[i]))
        return TRUE;
    }
  return FALSE;
}

static void
add_chunk (TlFlow              *flow,
           const TlPlaceMatrix *matrix,
           const guint         *columns,
           guint                n)
{
  TlPageTable *table = tl_page_table_new ();
  g_autofree char *kind = tl_format_capital (tl_word_label (TL_TYPE_PLACE_KIND, matrix->dimension));

  tl_page_table_add_column (table, kind, TL_COLUMN_SHARE, 1.2, PANGO_ALIGN_LEFT);
  for (guint i = 0; i < n; i++)
    {
      const TlMatrixColumn *column = &matrix->columns[columns[i]];
      g_autofree char *title = g_strdup_printf ("%s %s", column->risk->facts->base.ref != NULL ? column->risk->facts->base.ref : "",
                                                column->measure->facts->title != NULL ? column->measure->facts->title : "");
      g_autofree char *heading = g_markup_escape_text (g_strstrip (title), -1);

      tl_page_table_add_column (table, heading, TL_COLUMN_SHARE, 1.0, PANGO_ALIGN_LEFT);
    }
  tl_page_table_set_row_heads (table, 0);
  tl_page_table_set_padding (table, PADDING);
  for (guint i = 0; i < matrix->n_rows; i++)
    {
      const TlMatrixRow *row = &matrix->rows[i];

      if (matrix->n_rows > MANY_ROWS && !row_lags (row, columns, n))
        continue;
      tl_page_table_add_row (table, TL_ROW_PLAIN);
      set_text (table, 0, row->place->name, row->tally.n_weak > 0);
      for (guint j = 0; j < n; j++)
        set_cell (table, j + 1, &matrix->columns[columns[j]], row->cells[columns[j]]);
    }
  tl_flow_add_space (flow, 6.0);
  tl_flow_add_table (flow, table);
}

static gboolean
is_chosen (GPtrArray             *risks,
           const TlRiskJudgement *risk)
{
  return g_ptr_array_find (risks, risk, NULL);
}

static GArray *
choose_columns (const TlPlaceMatrix *matrix,
                GPtrArray           *risks,
                guint               *n_left_out)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n = 0;

  for (guint i = 0; i < matrix->n_columns; i++)
    n += matrix->columns[i].comparison != NULL && is_chosen (risks, matrix->columns[i].risk);
  for (guint i = 0; i < matrix->n_columns; i++)
    {
      if (matrix->columns[i].comparison == NULL || !is_chosen (risks, matrix->columns[i].risk)
          || (n > MANY_COLUMNS && !column_lags (matrix->columns[i].comparison)))
        continue;
      g_array_append_val (columns, i);
    }
  *n_left_out = n - columns->len;
  return columns;
}

static void
say_left_out (TlFlow              *flow,
              const TlPlaceMatrix *matrix,
              guint                n_left_out)
{
  if (n_left_out > 0)
    {
      g_autofree char *said = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                            "%u measure in which no place is weak or on watch isn’t shown here.",
                                                            "%u measures in which no place is weak or on watch aren’t shown here.",
                                                            n_left_out), n_left_out);

      tl_flow_add_space (flow, 4.0);
      tl_flow_add_paragraph (flow, TL_PRINT_BODY, said);
    }
  if (matrix->n_rows > MANY_ROWS)
    {
      g_autofree char *said = g_strdup_printf (_("Of %u places only those are shown here that are weak or on watch in one of the measures beside them."),
                                               matrix->n_rows);

      tl_flow_add_space (flow, 4.0);
      tl_flow_add_paragraph (flow, TL_PRINT_BODY, said);
    }
}

static void
add_cells (TlFlow              *flow,
           const TlPlaceMatrix *matrix,
           GPtrArray           *risks)
{
  guint n_left_out;
  g_autoptr (GArray) columns = choose_columns (matrix, risks, &n_left_out);

  say_left_out (flow, matrix, n_left_out);
  for (guint i = 0; i < columns->len; i += MOST_COLUMNS)
    add_chunk (flow, matrix, &g_array_index (columns, guint, i), MIN (columns->len - i, MOST_COLUMNS));
}

/* ── What gathers at a place ── */

static void
add_tally (TlPageTable        *table,
           const char         *name,
           const TlPlaceTally *tally,
           gboolean            judged)
{
  const guint numbers[] = { tally->n_open_risks, tally->n_weak, tally->n_watch, tally->n_overdue, tally->n_moved,
                            tally->n_contradicting, tally->n_signs };

  tl_page_table_add_row (table, TL_ROW_PLAIN);
  set_text (table, 0, name, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *number = numbers[i] > 0 ? g_strdup_printf ("%u", numbers[i]) : g_strdup ("–");
      gboolean none = !judged && (i == 1 || i == 2);

      set_text (table, i + 1, none ? "" : number, i == 1 && numbers[i] > 0);
    }
}

/* Whether anything but risks and silence comes together there. */
static gboolean
gathers (const TlPlaceTally *tally)
{
  return tally->n_weak + tally->n_watch + tally->n_overdue + tally->n_moved + tally->n_contradicting + tally->n_signs > 0;
}

static void
add_tallies (TlFlow              *flow,
             const TlPlaceMatrix *matrix)
{
  TlPageTable *table = tl_page_table_new ();
  g_autofree char *kind = tl_format_capital (tl_word_label (TL_TYPE_PLACE_KIND, matrix->dimension));
  const char *headings[] = { _("Open risks"), _("Weak in"), _("On watch in"), _("Overdue actions"), _("Moved actions"),
                             _("Contradictions"), _("Signs seen") };
  g_autofree char *elsewhere = g_strdup_printf (_("No %s named"), tl_word_label (TL_TYPE_PLACE_KIND, matrix->dimension));

  tl_page_table_add_column (table, kind, TL_COLUMN_SHARE, 2.2, PANGO_ALIGN_LEFT);
  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    tl_page_table_add_column (table, headings[i], TL_COLUMN_SHARE, 1.0, PANGO_ALIGN_RIGHT);
  tl_page_table_set_row_heads (table, 0);
  tl_page_table_set_padding (table, PADDING);
  for (guint i = 0; i < matrix->n_rows; i++)
    if (matrix->n_rows <= MANY_ROWS || gathers (&matrix->rows[i].tally))
      add_tally (table, matrix->rows[i].place->name, &matrix->rows[i].tally, TRUE);
  add_tally (table, elsewhere, &matrix->elsewhere, FALSE);
  tl_flow_add_space (flow, 6.0);
  tl_flow_add_table (flow, table);
}

static gboolean
has_cells (const TlPlaceMatrix *matrix,
           GPtrArray           *risks)
{
  for (guint i = 0; i < matrix->n_columns; i++)
    {
      if (matrix->columns[i].comparison != NULL && is_chosen (risks, matrix->columns[i].risk))
        return TRUE;
    }
  return FALSE;
}

/**
 * tl_comparison_report_add_matrix:
 * @flow: a flow
 * @assessment: all conclusions; must outlive the flow
 * @risks: (element-type TlRiskJudgement): the risks whose primary measures are shown
 *
 * Adds, for each kind of place that any of the measures compares, the places by measures in their latest windows, and what
 * gathers at each place over all open risks. Those where most is weak come first.
 *
 * Returns: whether there was anything to compare
 */
gboolean
tl_comparison_report_add_matrix (TlFlow       *flow,
                                 TlAssessment *assessment,
                                 GPtrArray    *risks)
{
  gboolean any = FALSE;

  for (TlPlaceKind kind = TL_PLACE_KIND_LOCATION; kind <= TL_PLACE_KIND_STAFF_GROUP; kind++)
    {
      g_autoptr (TlPlaceMatrix) matrix = tl_place_matrix_new (assessment, kind, NULL);
      g_autofree char *title = NULL;

      if (!has_cells (matrix, risks))
        continue;
      any = TRUE;
      title = g_strdup_printf (_("Where weakness gathers, by %s"), tl_word_label (TL_TYPE_PLACE_KIND, kind));
      tl_flow_add_space (flow, 14.0);
      tl_flow_add_heading (flow, 2, TL_PRINT_SECTION, title, NULL);
      tl_flow_add_space (flow, 2.0);
      tl_flow_add_paragraph (flow, TL_PRINT_DIMMED,
                             /* xgettext:no-c-format */
                             _("Primary measures of open risks, each in its latest window: state and value, records, 95 % interval."));
      tl_flow_keep_with_next (flow);
      add_cells (flow, matrix, risks);
      tl_flow_add_space (flow, 10.0);
      tl_flow_add_paragraph (flow, TL_PRINT_DIMMED,
                             _("What else gathers there, with what lies beneath it: nothing is counted twice in a row. Contradictions are those of 92 days."));
      tl_flow_keep_with_next (flow);
      add_tallies (flow, matrix);
    }

  return any;
}
