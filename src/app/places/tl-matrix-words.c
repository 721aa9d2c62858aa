/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-matrix-words.h"

#include <glib/gi18n.h>

#include "tl-interval-chart.h"

static gboolean
is_empty (const TlPlaceTally *tally)
{
  return tally->n_overdue + tally->n_moved + tally->n_contradicting + tally->n_signs == 0;
}

guint
tl_matrix_count_rows (const TlPlaceMatrix *matrix)
{
  return matrix->n_rows + 1 + (is_empty (&matrix->elsewhere) ? 0 : 1);
}

guint
tl_matrix_count_columns (const TlPlaceMatrix *matrix)
{
  return TL_MATRIX_N_TALLIES + matrix->n_columns;
}

/* Returns: (nullable): the place of a row; none for all together and for what is at none of them */
const TlMatrixRow *
tl_matrix_get_row (const TlPlaceMatrix *matrix,
                   guint                row)
{
  return row > 0 && row <= matrix->n_rows ? &matrix->rows[row - 1] : NULL;
}

/* Returns: (nullable): the measure of a column; none where it counts what gathers */
const TlMatrixColumn *
tl_matrix_get_column (const TlPlaceMatrix *matrix,
                      guint                column)
{
  return column >= TL_MATRIX_N_TALLIES && column - TL_MATRIX_N_TALLIES < matrix->n_columns
           ? &matrix->columns[column - TL_MATRIX_N_TALLIES] : NULL;
}

/* Returns: (nullable): how a place compares by a measure; none where it doesn't */
const TlPlaceJudgement *
tl_matrix_get_place (const TlPlaceMatrix *matrix,
                     guint                row,
                     guint                column)
{
  const TlMatrixRow *place = tl_matrix_get_row (matrix, row);
  const TlMatrixColumn *measure = tl_matrix_get_column (matrix, column);

  return place != NULL && measure != NULL && measure->comparison != NULL && measure->comparison->comparable
           ? place->cells[column - TL_MATRIX_N_TALLIES] : NULL;
}

static const TlPlaceTally *
get_tallies (const TlPlaceMatrix *matrix,
             guint                row)
{
  const TlMatrixRow *place = tl_matrix_get_row (matrix, row);

  if (place != NULL)
    return &place->tally;
  return row == 0 ? &matrix->all : &matrix->elsewhere;
}

guint
tl_matrix_get_tally (const TlPlaceMatrix *matrix,
                     guint                row,
                     guint                column)
{
  const TlPlaceTally *tally = get_tallies (matrix, row);
  const guint tallies[TL_MATRIX_N_TALLIES] = { tally->n_overdue, tally->n_moved, tally->n_contradicting, tally->n_signs };

  return column < TL_MATRIX_N_TALLIES ? tallies[column] : 0;
}

char *
tl_matrix_name_row (const TlPlaceMatrix *matrix,
                    guint                row)
{
  const TlMatrixRow *place = tl_matrix_get_row (matrix, row);

  if (place != NULL)
    return g_strdup (place->place->name);
  if (row > 0)
    return g_strdup (_("At none of these"));
  if (matrix->within != NULL)
    return g_strdup_printf (_("All of %s"), matrix->within->name);
  return g_strdup (_("All places"));
}

char *
tl_matrix_name_column (const TlPlaceMatrix *matrix,
                       guint                column)
{
  static const char * const tallies[TL_MATRIX_N_TALLIES] = {
    N_("Actions overdue"), N_("Actions moved"), N_("Evidence against"), N_("Signs seen"),
  };
  const TlMatrixColumn *measure = tl_matrix_get_column (matrix, column);

  if (measure == NULL)
    return g_strdup (column < TL_MATRIX_N_TALLIES ? _(tallies[column]) : "");
  return g_strdup_printf ("%s %s", measure->risk->facts->base.ref != NULL ? measure->risk->facts->base.ref : "",
                          measure->measure->facts->title != NULL ? measure->measure->facts->title : "");
}

/* How a place, or all together, do by a measure. */
static char *
describe_measure (const TlPlaceMatrix *matrix,
                  guint                row,
                  guint                column)
{
  const TlMatrixColumn *measure = tl_matrix_get_column (matrix, column);
  const TlPlaceJudgement *place = tl_matrix_get_place (matrix, row, column);
  g_autofree char *name = tl_matrix_name_row (matrix, row);

  if (place != NULL)
    return tl_interval_chart_describe_place (measure->measure, place);
  if (row == 0 && measure->comparison != NULL && measure->comparison->comparable && matrix->within == NULL)
    return tl_interval_chart_describe_pooled (measure->measure, measure->comparison);
  return g_strdup_printf (_("%s: not compared"), name);
}

/* Returns: (transfer full): what a cell is about and what it says */
char *
tl_matrix_describe_cell (const TlPlaceMatrix *matrix,
                         guint                row,
                         guint                column)
{
  g_autofree char *title = tl_matrix_name_column (matrix, column);
  g_autofree char *name = NULL;
  g_autofree char *said = NULL;

  if (tl_matrix_get_column (matrix, column) == NULL)
    {
      name = tl_matrix_name_row (matrix, row);
      /* Translators: a place, what is counted there, and how many, as in "Damson Row, actions overdue: 2" */
      return g_strdup_printf (_("%1$s, %2$s: %3$u"), name, title, tl_matrix_get_tally (matrix, row, column));
    }
  said = describe_measure (matrix, row, column);
  /* Translators: a measure, then how a place does by it */
  return g_strdup_printf (_("%1$s. %2$s"), title, said);
}
