/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "support/test-measure.h"
#include "support/test-workbook.h"
#include "tl-place-matrix.h"

#define RISKS "Risks\nRef | Title | Opened | Scope\nR1 | Gaps in records | 2025-01-01 | \nR2 | Late medicines | 2025-01-01 | L1; T3\n\n" \
  "Measures\nRef | Risk | Title | Role | Kind | Direction | Period | Target\n" \
  "M1 | R1 | Complete | primary | proportion | at least | monthly | 90\n" \
  "M2 | R2 | On time | primary | proportion | at least | monthly | 90\n" \
  "M3 | R2 | Errors | supporting | count | at most | monthly | 3\n\n"
#define PLACES "Places\nRef | Name | Kind | Parent | Until\nP | Provider | provider | |\n" \
  "L1 | Ash | location | P |\nL2 | Beech | location | P |\nL3 | Cedar | location | P |\nL4 | Old house | location | P | 2026-01-01\n" \
  "T1 | Ash East | team | L1 |\nT2 | Ash West | team | L1 |\nT3 | Beech North | team | L2 |\n\n"
#define READINGS "Readings\nMeasure | Date | Place | Numerator | Denominator\n" \
  "M1 | 2026-03-02 | T1 | 98 | 100\nM1 | 2026-03-02 | T2 | 97 | 100\nM1 | 2026-03-02 | T3 | 20 | 40\n" \
  "M1 | 2026-03-02 | L3 | 5 | 6\nM2 | 2026-03-02 | T1 | 19 | 20\nM2 | 2026-03-02 | T2 | 18 | 20\nM2 | 2026-03-02 | T3 | 1 | 20\n\n"
#define WORK "Actions\nRef | Risk | Title | Place | Agreed | Due | Done\n" \
  "A1 | R1 | Coach | T3 | 2026-01-01 | 2026-02-01 |\nA2 | R2 | Check | L2 | 2026-01-01 | 2026-03-01 |\n" \
  "A3 | R2 | Order | | 2026-01-01 | 2026-02-01 |\nA4 | R1 | Post | L2 | 2026-01-01 | 2026-02-01 | 2026-01-20\n\n" \
  "Action events\nAction | Date | What | From | To\nA2 | 2026-02-20 | moved | 2026-03-01 | 2026-06-01\n\n" \
  "Evidence\nRef | Date | Source | Finding | Kind | Verdict | Risks | Place\n" \
  "E1 | 2026-03-01 | observation | Missed rounds | outcome | contradicts | R1; R2 | T3\n" \
  "E2 | 2025-11-01 | observation | Long ago | outcome | contradicts | R1 | T3\n" \
  "E3 | 2026-03-01 | observation | All well | outcome | supports | R1 | L1\n\n" \
  "Warning signs\nRef | Risk | Sign | Times | Within days\nS1 | R1 | Rounds skipped | 2 | 31\n\n" \
  "Observed signs\nSign | Date | Place\nS1 | 2026-03-20 | L2\nS1 | 2026-03-21 | T3\nS1 | 2026-01-01 | L2\nS1 | 2026-03-22 |\n"

typedef struct
{
  TlSnapshot *snapshot;
  TlAssessment *assessment;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->snapshot = test_workbook_read (RISKS, PLACES, READINGS, WORK, NULL);
  self->assessment = tl_assessment_new (self->snapshot, test_day ("2026-04-01"));
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  tl_assessment_unref (self->assessment);
  tl_snapshot_unref (self->snapshot);
}

static const TlPlaceFacts *
get_place (const Fixture *self,
           const char    *ref)
{
  return tl_snapshot_find_ref (self->snapshot, TL_TABLE_PLACE, ref);
}

static const TlMatrixRow *
find_row (const TlPlaceMatrix *matrix,
          const char          *ref)
{
  for (guint i = 0; i < matrix->n_rows; i++)
    {
      if (g_str_equal (matrix->rows[i].place->base.ref, ref))
        return &matrix->rows[i];
    }
  return NULL;
}

static void
test_gathering (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr (TlPlaceMatrix) matrix = tl_place_matrix_new (self->assessment, TL_PLACE_KIND_LOCATION, NULL);
  const TlMatrixRow *beech;

  /* Primary measures alone, and places of today. */
  g_assert_cmpuint (matrix->n_columns, ==, 2);
  g_assert_cmpuint (matrix->n_rows, ==, 3);
  g_assert_null (find_row (matrix, "L4"));
  /* Beech is the weak one, so it comes first; what its team did counts for it, and the same evidence once. */
  beech = &matrix->rows[0];
  g_assert_cmpstr (beech->place->name, ==, "Beech");
  g_assert_cmpuint (beech->tally.n_weak, ==, 1);
  g_assert_cmpuint (beech->tally.n_open_risks, ==, 2);
  g_assert_cmpuint (beech->tally.n_overdue, ==, 1);
  g_assert_cmpuint (beech->tally.n_moved, ==, 1);
  g_assert_cmpuint (beech->tally.n_contradicting, ==, 1);
  g_assert_cmpuint (beech->tally.n_signs, ==, 2);
  g_assert_cmpuint (find_row (matrix, "L3")->tally.n_open_risks, ==, 1);
  g_assert_cmpuint (find_row (matrix, "L3")->tally.n_too_few, ==, 1);
  g_assert_cmpuint (find_row (matrix, "L1")->tally.n_contradicting, ==, 0);
  /* What says no place is somewhere too. */
  g_assert_cmpuint (matrix->all.n_overdue, ==, 1);
  g_assert_cmpuint (matrix->elsewhere.n_overdue, ==, 1);
  g_assert_cmpuint (matrix->all.n_open_risks, ==, 2);
  g_assert_cmpuint (matrix->all.n_signs, ==, 2);
  g_assert_cmpuint (matrix->elsewhere.n_signs, ==, 1);
}

static void
check_sums (const TlPlaceMatrix *matrix)
{
  for (guint i = 0; i < matrix->n_columns; i++)
    {
      const TlComparison *comparison = matrix->columns[i].comparison;
      double numerator = 0, denominator = 0;
      guint n = 0;

      for (guint j = 0; j < matrix->n_rows; j++)
        {
          const TlPlaceJudgement *cell = matrix->rows[j].cells[i];

          if (cell == NULL)
            continue;
          n++;
          g_assert_true (cell->place == matrix->rows[j].place);
          numerator += isfinite (cell->numerator) ? cell->numerator : 0;
          denominator += isfinite (cell->denominator) ? cell->denominator : 0;
        }
      g_assert_nonnull (comparison);
      g_assert_cmpuint (n, ==, comparison->n_places);
      g_assert_cmpfloat_with_epsilon (numerator, comparison->pooled_numerator, 1e-9);
      g_assert_cmpfloat_with_epsilon (denominator, comparison->pooled_denominator, 1e-9);
    }
}

/* A cell is the comparison's own place, and the cells of a column come to what the comparison says of all. */
static void
test_sums_agree (Fixture       *self,
                 gconstpointer  data)
{
  g_autoptr (TlPlaceMatrix) teams = tl_place_matrix_new (self->assessment, TL_PLACE_KIND_TEAM, NULL);

  g_assert_cmpuint (teams->n_rows, ==, 3);
  check_sums (teams);
  /* The second risk is about Ash's teams and one of Beech's. */
  g_assert_cmpuint (teams->columns[1].comparison->n_places, ==, 3);
  g_assert_cmpuint (find_row (teams, "T3")->tally.n_weak, ==, 2);
}

static void
test_going_in (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr (TlPlaceMatrix) ash = tl_place_matrix_new (self->assessment, TL_PLACE_KIND_TEAM, get_place (self, "L1"));
  g_autoptr (GPtrArray) path = tl_place_list_path (get_place (self, "T3"));

  g_assert_cmpuint (ash->n_rows, ==, 2);
  g_assert_null (find_row (ash, "T3"));
  g_assert_cmpuint (ash->all.n_overdue, ==, 0);
  g_assert_cmpuint (ash->elsewhere.n_overdue, ==, 2);

  g_assert_cmpint (tl_place_find_kind_within (self->assessment, NULL), ==, TL_PLACE_KIND_LOCATION);
  g_assert_cmpint (tl_place_find_kind_within (self->assessment, get_place (self, "P")), ==, TL_PLACE_KIND_LOCATION);
  g_assert_cmpint (tl_place_find_kind_within (self->assessment, get_place (self, "L1")), ==, TL_PLACE_KIND_TEAM);
  g_assert_cmpint (tl_place_find_kind_within (self->assessment, get_place (self, "L3")), ==, TL_PLACE_KIND_NONE);
  g_assert_cmpuint (path->len, ==, 3);
  g_assert_true (g_ptr_array_index (path, 0) == get_place (self, "P"));
  g_assert_true (g_ptr_array_index (path, 2) == get_place (self, "T3"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/place-matrix/gathering", Fixture, NULL, set_up, test_gathering, tear_down);
  g_test_add ("/place-matrix/sums-agree", Fixture, NULL, set_up, test_sums_agree, tear_down);
  g_test_add ("/place-matrix/going-in", Fixture, NULL, set_up, test_going_in, tear_down);

  return g_test_run ();
}
