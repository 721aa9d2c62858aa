/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-comparison-report.h"

#include "tl-contents.h"
#include "tl-flow.h"
#include "tl-group.h"
#include "tl-pack.h"
#include "tl-paragraph.h"

#include <glib/gi18n-lib.h>

/* An action is of one risk; the others stand as they are. */
static TlComparisonPeriod
choose_period (const TlComparisonPeriod *period,
               const TlRiskJudgement    *risk)
{
  if (period->action != NULL && period->action->risk != risk->facts)
    return TL_COMPARISON_LATEST;
  return *period;
}

/* Measures that show the outcome, and any other that is uneven: nobody is hidden by a measure's role. */
static gboolean
is_printed (const TlMeasureJudgement *measure)
{
  if (measure->role == TL_ROLE_PRIMARY)
    return TRUE;
  for (guint i = 0; i < measure->n_comparisons; i++)
    {
      if (measure->comparisons[i].n_weak > 0)
        return TRUE;
    }
  return FALSE;
}

static guint
add_measure (TlDocument               *document,
             TlAssessment             *assessment,
             const TlRiskJudgement    *risk,
             const TlMeasureJudgement *measure,
             const TlComparisonPeriod *period)
{
  TlComparisonPeriod own = choose_period (period, risk);
  guint n = 0;

  for (TlPlaceKind kind = TL_PLACE_KIND_LOCATION; kind <= TL_PLACE_KIND_STAFF_GROUP; kind++)
    {
      g_autoptr (TlPlaceComparison) comparison = NULL;

      if (!tl_place_comparison_may_have (assessment, measure, kind))
        continue;
      comparison = tl_place_comparison_new (assessment, measure, kind, &own, NULL);
      tl_comparison_report_add_measure (document, comparison);
      n++;
    }
  return n;
}

static void
add_nothing (TlFlow *flow)
{
  tl_flow_add_space (flow, 8.0);
  tl_flow_add_paragraph (flow, TL_PRINT_BODY,
                         _("No measure of these risks names a place, so there is nothing to compare."));
}

/**
 * tl_comparison_report_add:
 * @document: a document
 * @assessment: all conclusions; must outlive the document
 * @risks: (element-type TlRiskJudgement): the risks, in the order they are printed
 * @period: for what time their measures are compared; before or after an action, only those of its risk
 * @cancellable: (nullable): asked before each measure
 * @error: return location for an error
 *
 * Adds the location comparison: where weakness gathers, then each measure by each kind of place.
 *
 * Returns: whether it is complete; %FALSE when cancelled
 */
gboolean
tl_comparison_report_add (TlDocument                *document,
                          TlAssessment              *assessment,
                          GPtrArray                 *risks,
                          const TlComparisonPeriod  *period,
                          GCancellable              *cancellable,
                          GError                   **error)
{
  TlFlow *flow = tl_document_get_flow (document);
  guint n = 0;

  tl_flow_add_heading (flow, 1, TL_PRINT_TITLE, _("Location comparison"), NULL);
  tl_flow_add_space (flow, 4.0);
  tl_flow_add_paragraph (flow, TL_PRINT_DIMMED,
                         _("An average isn’t assurance. Each place stands with its own records, and with how sure they make us."));
  if (risks->len == 0)
    {
      tl_flow_add_space (flow, 8.0);
      tl_pack_add_nothing (document);
      return TRUE;
    }
  tl_comparison_report_add_matrix (flow, assessment, risks);
  for (guint i = 0; i < risks->len; i++)
    {
      const TlRiskJudgement *risk = g_ptr_array_index (risks, i);

      for (guint j = 0; j < risk->n_measures; j++)
        {
          if (g_cancellable_set_error_if_cancelled (cancellable, error))
            return FALSE;
          if (is_printed (&risk->measures[j]))
            n += add_measure (document, assessment, risk, &risk->measures[j], period);
        }
    }
  if (n == 0)
    add_nothing (flow);
  return TRUE;
}
