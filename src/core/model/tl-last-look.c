/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-last-look.h"

#include "tl-place-comparison.h"

/* Of a workbook where nothing has been looked at so many risks are tried, one of which has something to compare. */
#define MOST_RISKS 8

typedef struct
{
  TlId document;
  TlId risk;
} Workbook;

struct _TlLastLook
{
  GArray *workbooks;
  GArray *measures;
};

/**
 * tl_last_look_new:
 *
 * Returns: (transfer full): one that knows of nothing
 */
TlLastLook *
tl_last_look_new (void)
{
  TlLastLook *self = g_new0 (TlLastLook, 1);

  self->workbooks = g_array_new (FALSE, FALSE, sizeof (Workbook));
  self->measures = g_array_new (FALSE, FALSE, sizeof (TlId));
  return self;
}

/**
 * tl_last_look_free:
 * @self: (transfer full): a last look
 *
 * Frees it.
 */
void
tl_last_look_free (TlLastLook *self)
{
  g_array_unref (self->workbooks);
  g_array_unref (self->measures);
  g_free (self);
}

/**
 * tl_last_look_add_workbook:
 * @self: a last look
 * @document: a workbook that was left with its comparison of places in sight
 * @risk: (nullable): the risk in hand
 *
 * Adds a workbook.
 */
void
tl_last_look_add_workbook (TlLastLook *self,
                           const TlId *document,
                           const TlId *risk)
{
  Workbook workbook = { .document = *document };

  if (risk != NULL)
    workbook.risk = *risk;
  g_array_append_val (self->workbooks, workbook);
}

/**
 * tl_last_look_add_measure:
 * @self: a last look
 * @measure: a measure of any workbook, the one that was compared last first
 *
 * Adds a measure.
 */
void
tl_last_look_add_measure (TlLastLook *self,
                          const TlId *measure)
{
  g_array_append_val (self->measures, *measure);
}

static const Workbook *
find_workbook (const TlLastLook *self,
               const TlId       *document)
{
  for (guint i = 0; i < self->workbooks->len; i++)
    {
      if (tl_id_equal (&g_array_index (self->workbooks, Workbook, i).document, document))
        return &g_array_index (self->workbooks, Workbook, i);
    }
  return NULL;
}

static gboolean
may_compare (TlAssessment *detailed)
{
  for (guint i = 0; i < tl_assessment_get_n_risks (detailed); i++)
    {
      const TlRiskJudgement *risk = tl_assessment_get_risk (detailed, i);

      for (guint j = 0; j < risk->n_measures; j++)
        {
          if (tl_place_comparison_may_be (detailed, &risk->measures[j]))
            return TRUE;
        }
    }
  return FALSE;
}

/* One that isn't of this workbook, or has nothing to compare, is passed over. Of a practice case nothing is shown, which is
 * there for others to conclude. */
static TlAssessment *
look_at (TlStore      *store,
         const TlId   *risk,
         TlDay         as_at,
         GCancellable *cancellable)
{
  g_autoptr (TlSnapshot) snapshot = tl_store_read_detail (store, risk, cancellable);
  g_autoptr (TlAssessment) detailed = snapshot != NULL ? tl_assessment_new_detail (snapshot, as_at) : NULL;

  return detailed != NULL && tl_snapshot_count (snapshot, TL_TABLE_ANSWER) == 0 && may_compare (detailed)
           ? g_steal_pointer (&detailed) : NULL;
}

/**
 * tl_last_look_take:
 * @self: a last look
 * @store: a document that has just been opened, on the writer's thread
 * @outlined: the outline of its risks
 * @cancellable: (nullable): to cancel
 *
 * Reads and judges the one risk whose comparison is shown when the workbook is opened where it was left: the risk that was
 * in hand, else that of the measure compared last, else the first that has something to compare.
 *
 * Returns: (transfer full) (nullable): what is concluded of that risk; %NULL when no comparison will be in sight
 */
TlAssessment *
tl_last_look_take (const TlLastLook *self,
                   TlStore          *store,
                   TlAssessment     *outlined,
                   GCancellable     *cancellable)
{
  const Workbook *workbook = find_workbook (self, tl_snapshot_get_document (tl_assessment_get_snapshot (outlined)));
  TlDay as_at = tl_assessment_get_as_at (outlined);
  TlAssessment *detailed = NULL;

  if (workbook == NULL)
    return NULL;
  if (!tl_id_is_none (&workbook->risk))
    detailed = look_at (store, &workbook->risk, as_at, cancellable);
  for (guint i = 0; detailed == NULL && i < self->measures->len; i++)
    detailed = look_at (store, &g_array_index (self->measures, TlId, i), as_at, cancellable);
  for (guint i = 0; detailed == NULL && i < MIN (tl_assessment_get_n_risks (outlined), MOST_RISKS); i++)
    detailed = look_at (store, &tl_assessment_get_risk (outlined, i)->facts->base.id, as_at, cancellable);
  return detailed;
}
