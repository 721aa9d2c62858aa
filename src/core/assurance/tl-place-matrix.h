/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-assessment.h"

G_BEGIN_DECLS

/**
 * TlPlaceTally:
 * @n_weak: at how many measures it is weak
 * @n_watch: at how many it is on watch
 * @n_too_few: for how many it has too few records
 * @n_unsampled: for how many it has no reading
 * @n_open_risks: open risks that are about it
 * @n_overdue: open actions of open risks there that are overdue
 * @n_moved: those whose due date was moved later at least once
 * @n_contradicting: contradicting outcome evidence on open risks from there in the last 92 days
 * @n_signs: warning signs of open risks seen there, each within the days that it says
 *
 * What gathers at a place and those beneath it. Everything is counted once, however many risks it is linked to.
 */
typedef struct
{
  guint n_weak;
  guint n_watch;
  guint n_too_few;
  guint n_unsampled;
  guint n_open_risks;
  guint n_overdue;
  guint n_moved;
  guint n_contradicting;
  guint n_signs;
} TlPlaceTally;

/**
 * TlMatrixColumn:
 * @risk: an open risk
 * @measure: a primary measure of it
 * @comparison: (nullable): how the places of the matrix compare by it; %NULL when they don't
 *
 * A measure across the matrix.
 */
typedef struct
{
  const TlRiskJudgement *risk;
  const TlMeasureJudgement *measure;
  const TlComparison *comparison;
} TlMatrixColumn;

/**
 * TlMatrixRow:
 * @place: the place
 * @cells: (array length=n_columns): the place as the column's comparison has it, %NULL where it isn't compared by it
 * @tally: what gathers there
 *
 * A place down the matrix.
 */
typedef struct
{
  const TlPlaceFacts *place;
  const TlPlaceJudgement **cells;
  TlPlaceTally tally;
} TlMatrixRow;

/**
 * TlPlaceMatrix:
 * @assessment: what it was drawn from, which it holds
 * @dimension: the kind of place
 * @within: (nullable): the place that all rows lie beneath
 * @columns: (array length=n_columns): the primary measures of open risks, in the order of the risks
 * @n_columns: how many
 * @rows: (array length=n_rows): the places, those where most is weak first
 * @n_rows: how many
 * @all: the same over all rows, nothing counted twice
 * @elsewhere: what is at no place of the rows, or says no place
 *
 * Places by primary measures, to see where weakness gathers. Cells are those of the comparisons that findings rest on.
 */
typedef struct
{
  TlAssessment *assessment;
  TlPlaceKind dimension;
  const TlPlaceFacts *within;
  TlMatrixColumn *columns;
  guint n_columns;
  TlMatrixRow *rows;
  guint n_rows;
  TlPlaceTally all;
  TlPlaceTally elsewhere;
} TlPlaceMatrix;

#define TL_TYPE_PLACE_MATRIX (tl_place_matrix_get_type ())
GType          tl_place_matrix_get_type (void);
TlPlaceMatrix *tl_place_matrix_new      (TlAssessment       *assessment,
                                         TlPlaceKind         dimension,
                                         const TlPlaceFacts *within);
TlPlaceMatrix *tl_place_matrix_ref      (TlPlaceMatrix      *self);
void           tl_place_matrix_unref    (TlPlaceMatrix      *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlPlaceMatrix, tl_place_matrix_unref)

GPtrArray     *tl_place_list_path       (const TlPlaceFacts *place);
TlPlaceKind    tl_place_find_kind_within (const TlAssessment *assessment,
                                          const TlPlaceFacts *within);

G_END_DECLS
