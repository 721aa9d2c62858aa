/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-place-matrix.h"

#include "tl-assessment-private.h"
#include "tl-evidence-rules.h"
#include "tl-place-rules.h"
#include "tl-signs.h"

#define DEEPEST 32

/* What is handed out stands first. */
typedef struct
{
  TlPlaceMatrix public;
  gatomicrefcount references;
  TlArena *arena;
  /* From a place to the number of its row, from 1. */
  GHashTable *rows;
} Holding;

G_DEFINE_BOXED_TYPE (TlPlaceMatrix, tl_place_matrix, tl_place_matrix_ref, tl_place_matrix_unref)

/* ── Rows and columns ── */

static void
list_rows (Holding *self)
{
  const TlJudge *judge = &self->public.assessment->judge;
  g_autoptr (GArray) rows = g_array_new (FALSE, TRUE, sizeof (TlMatrixRow));
  TlJudge own = *judge;

  for (guint i = 0; i < tl_snapshot_count (judge->snapshot, TL_TABLE_PLACE); i++)
    {
      TlMatrixRow row = { .place = tl_snapshot_get (judge->snapshot, TL_TABLE_PLACE, i) };

      if (row.place->kind != self->public.dimension || row.place == self->public.within
          || !tl_judge_is_current (judge, row.place->from_date, row.place->until_date)
          || !tl_place_is_within (row.place, self->public.within))
        continue;
      row.cells = tl_arena_allocate (self->arena, (self->public.n_columns + 1) * sizeof *row.cells);
      g_array_append_val (rows, row);
      g_hash_table_insert (self->rows, (gpointer) row.place, GUINT_TO_POINTER (rows->len));
    }
  own.arena = self->arena;
  self->public.n_rows = rows->len;
  self->public.rows = tl_judge_keep_array (&own, rows);
}

static void
list_columns (Holding *self)
{
  g_autoptr (GArray) columns = g_array_new (FALSE, TRUE, sizeof (TlMatrixColumn));
  TlJudge own = self->public.assessment->judge;

  for (guint i = 0; i < tl_assessment_get_n_risks (self->public.assessment); i++)
    {
      const TlRiskJudgement *risk = tl_assessment_get_risk (self->public.assessment, i);

      for (guint j = 0; risk->state == TL_RISK_STATE_OPEN && j < risk->n_measures; j++)
        {
          TlMatrixColumn column = { .risk = risk, .measure = &risk->measures[j] };

          if (column.measure->role != TL_ROLE_PRIMARY)
            continue;
          for (guint k = 0; k < column.measure->n_comparisons; k++)
            if (column.measure->comparisons[k].dimension == self->public.dimension)
              column.comparison = &column.measure->comparisons[k];
          g_array_append_val (columns, column);
        }
    }
  own.arena = self->arena;
  self->public.n_columns = columns->len;
  self->public.columns = tl_judge_keep_array (&own, columns);
}

static void
tally_state (TlPlaceTally *tally,
             TlPlaceState  state)
{
  tally->n_weak += state == TL_PLACE_STATE_WEAK;
  tally->n_watch += state == TL_PLACE_STATE_WATCH;
  tally->n_too_few += state == TL_PLACE_STATE_TOO_FEW;
  tally->n_unsampled += state == TL_PLACE_STATE_UNSAMPLED;
}

static void
fill_cells (Holding *self)
{
  for (guint i = 0; i < self->public.n_columns; i++)
    {
      const TlComparison *comparison = self->public.columns[i].comparison;

      for (guint j = 0; comparison != NULL && j < comparison->n_places; j++)
        {
          const TlPlaceJudgement *place = &comparison->places[j];
          guint row = GPOINTER_TO_UINT (g_hash_table_lookup (self->rows, place->place));

          if (row == 0)
            continue;
          self->public.rows[row - 1].cells[i] = place;
          if (!comparison->comparable)
            continue;
          tally_state (&self->public.rows[row - 1].tally, place->state);
          tally_state (&self->public.all, place->state);
        }
    }
}

/* ── What gathers at a place ── */

/* A row is for all that lies beneath its place, too. */
static guint
find_row (const Holding      *self,
          const TlPlaceFacts *place)
{
  for (int depth = 0; place != NULL && depth < DEEPEST; depth++, place = place->parent)
    {
      guint row = GPOINTER_TO_UINT (g_hash_table_lookup (self->rows, place));

      if (row > 0)
        return row;
    }
  return 0;
}

static void
tally_risk (Holding           *self,
            const TlRiskFacts *risk)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->public.n_rows; i++)
    {
      TlMatrixRow *row = &self->public.rows[i];

      if (!tl_risk_compares_place (risk, row->place) && !tl_risk_names_within (risk, row->place))
        continue;
      row->tally.n_open_risks++;
      any = TRUE;
    }
  if (any)
    self->public.all.n_open_risks++;
  else
    self->public.elsewhere.n_open_risks++;
}

/* Where something is counted: at its row and for all rows together, or elsewhere. */
static void
list_tallies (Holding       *self,
              guint          row,
              TlPlaceTally **own,
              TlPlaceTally **all)
{
  *own = row > 0 ? &self->public.rows[row - 1].tally : &self->public.elsewhere;
  *all = row > 0 ? &self->public.all : NULL;
}

static void
tally_actions (Holding               *self,
               const TlRiskJudgement *risk)
{
  for (guint i = 0; i < risk->n_actions; i++)
    {
      const TlActionJudgement *action = &risk->actions[i];
      TlPlaceTally *tallies[2];

      if (!action->open)
        continue;
      list_tallies (self, find_row (self, action->facts->place), &tallies[0], &tallies[1]);
      for (guint j = 0; j < G_N_ELEMENTS (tallies) && tallies[j] != NULL; j++)
        {
          tallies[j]->n_overdue += action->days_overdue > 0;
          tallies[j]->n_moved += action->times_moved > 0;
        }
    }
}

static void
tally_evidence (Holding               *self,
                const TlRiskJudgement *risk,
                GHashTable            *seen)
{
  for (guint i = 0; i < risk->n_evidence; i++)
    {
      const TlEvidenceItem *item = &risk->evidence[i];
      TlPlaceTally *tallies[2];
      guint row;

      if (item->facts == NULL || item->kind != TL_EVIDENCE_KIND_OUTCOME || item->verdict != TL_VERDICT_CONTRADICTS
          || !tl_judge_is_within (&self->public.assessment->judge, item->date, TL_EVIDENCE_DAYS)
          || !g_hash_table_add (seen, (gpointer) item->facts))
        continue;
      row = find_row (self, item->facts->place);
      if (row == 0)
        row = find_row (self, item->facts->shift);
      if (row == 0)
        row = find_row (self, item->facts->staff_group);
      list_tallies (self, row, &tallies[0], &tallies[1]);
      tallies[0]->n_contradicting++;
      if (tallies[1] != NULL)
        tallies[1]->n_contradicting++;
    }
}

static void
tally_signs (Holding           *self,
             const TlRiskFacts *risk)
{
  for (guint i = 0; i < risk->signs.n; i++)
    {
      const TlSignFacts *sign = risk->signs.rows[i];
      int days = (int) MIN (tl_sign_get_days (sign), 100000);

      for (guint j = 0; j < sign->observed.n; j++)
        {
          const TlObservedSignFacts *observed = sign->observed.rows[j];
          TlPlaceTally *tallies[2];

          if (!tl_judge_is_within (&self->public.assessment->judge, observed->date, days))
            continue;
          list_tallies (self, find_row (self, observed->place), &tallies[0], &tallies[1]);
          tallies[0]->n_signs++;
          if (tallies[1] != NULL)
            tallies[1]->n_signs++;
        }
    }
}

static void
fill_tallies (Holding *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < tl_assessment_get_n_risks (self->public.assessment); i++)
    {
      const TlRiskJudgement *risk = tl_assessment_get_risk (self->public.assessment, i);

      if (risk->state != TL_RISK_STATE_OPEN)
        continue;
      tally_risk (self, risk->facts);
      tally_actions (self, risk);
      tally_evidence (self, risk, seen);
      tally_signs (self, risk->facts);
    }
}

static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  const TlMatrixRow *row_a = a, *row_b = b;
  const TlPlaceTally *tally_a = &row_a->tally, *tally_b = &row_b->tally;

  if (tally_a->n_weak != tally_b->n_weak)
    return tally_a->n_weak < tally_b->n_weak ? 1 : -1;
  if (tally_a->n_watch != tally_b->n_watch)
    return tally_a->n_watch < tally_b->n_watch ? 1 : -1;
  if (tally_a->n_overdue != tally_b->n_overdue)
    return tally_a->n_overdue < tally_b->n_overdue ? 1 : -1;
  return tl_facts_compare_refs (row_a->place->base.ref, row_b->place->base.ref);
}

/**
 * tl_place_matrix_new:
 * @assessment: what is concluded
 * @dimension: location, team, shift or staff group
 * @within: (nullable): only places beneath this one; %NULL for all
 *
 * Sets the current places of a kind against the primary measures of all open risks. It takes time in proportion to
 * places times measures, and may be called on any thread.
 *
 * Returns: (transfer full): the matrix, maybe without rows or columns
 */
TlPlaceMatrix *
tl_place_matrix_new (TlAssessment       *assessment,
                     TlPlaceKind         dimension,
                     const TlPlaceFacts *within)
{
  Holding *self = g_new0 (Holding, 1);

  g_atomic_ref_count_init (&self->references);
  self->arena = tl_arena_new ();
  self->rows = g_hash_table_new (NULL, NULL);
  self->public.assessment = tl_assessment_ref (assessment);
  self->public.dimension = dimension;
  self->public.within = within;

  list_columns (self);
  list_rows (self);
  fill_cells (self);
  fill_tallies (self);
  g_sort_array (self->public.rows, self->public.n_rows, sizeof *self->public.rows, compare_rows, NULL);
  return &self->public;
}

/**
 * tl_place_matrix_ref:
 * @self: a matrix
 *
 * Returns: (transfer full): the same matrix, held once more
 */
TlPlaceMatrix *
tl_place_matrix_ref (TlPlaceMatrix *self)
{
  g_atomic_ref_count_inc (&((Holding *) self)->references);
  return self;
}

/**
 * tl_place_matrix_unref:
 * @self: (transfer full): a matrix
 *
 * Lets go of it; the last to do so frees it, and lets go of the assessment.
 */
void
tl_place_matrix_unref (TlPlaceMatrix *self)
{
  Holding *holding = (Holding *) self;

  if (!g_atomic_ref_count_dec (&holding->references))
    return;
  g_hash_table_unref (holding->rows);
  tl_arena_free (holding->arena);
  tl_assessment_unref (self->assessment);
  g_free (holding);
}

/* ── The way down from the provider ── */

/**
 * tl_place_list_path:
 * @place: (nullable): a place
 *
 * Returns: (transfer full) (element-type TlPlaceFacts): the places from the top down to it, itself last; none for %NULL
 */
GPtrArray *
tl_place_list_path (const TlPlaceFacts *place)
{
  GPtrArray *path = g_ptr_array_new ();

  for (int depth = 0; place != NULL && depth < DEEPEST; depth++, place = place->parent)
    g_ptr_array_insert (path, 0, (gpointer) place);
  return path;
}

/**
 * tl_place_find_kind_within:
 * @assessment: what is concluded
 * @within: (nullable): a place, %NULL for the whole provider
 *
 * Tells what one sees by going into a place: of a provider its locations, of a location its teams.
 *
 * Returns: the kind of the nearest current places beneath it; none when there are none
 */
TlPlaceKind
tl_place_find_kind_within (const TlAssessment *assessment,
                           const TlPlaceFacts *within)
{
  const TlJudge *judge = &assessment->judge;
  TlPlaceKind found = TL_PLACE_KIND_NONE;

  for (guint i = 0; i < tl_snapshot_count (judge->snapshot, TL_TABLE_PLACE); i++)
    {
      const TlPlaceFacts *place = tl_snapshot_get (judge->snapshot, TL_TABLE_PLACE, i);

      if (place == within || (place->kind != TL_PLACE_KIND_LOCATION && place->kind != TL_PLACE_KIND_TEAM)
          || !tl_judge_is_current (judge, place->from_date, place->until_date) || !tl_place_is_within (place, within))
        continue;
      if (found == TL_PLACE_KIND_NONE || place->kind < found)
        found = place->kind;
    }
  return found;
}
