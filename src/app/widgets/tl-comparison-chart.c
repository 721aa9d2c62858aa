/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-comparison-chart.h"

typedef struct
{
  TlAssessment *assessment;
  const TlMeasureJudgement *measure;
  const TlComparison *comparison;
} TlComparisonChartPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TlComparisonChart, tl_comparison_chart, TL_TYPE_CHART)

#define PRIVATE(self) ((TlComparisonChartPrivate *) tl_comparison_chart_get_instance_private (self))

static void
tl_comparison_chart_dispose (GObject *object)
{
  TlComparisonChartPrivate *priv = PRIVATE (TL_COMPARISON_CHART (object));

  priv->comparison = NULL;
  priv->measure = NULL;
  g_clear_pointer (&priv->assessment, tl_assessment_unref);

  G_OBJECT_CLASS (tl_comparison_chart_parent_class)->dispose (object);
}

static void
tl_comparison_chart_class_init (TlComparisonChartClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_comparison_chart_dispose;
}

static void
tl_comparison_chart_init (TlComparisonChart *self)
{
}

/**
 * tl_comparison_chart_get_measure:
 * @self: a chart of places
 *
 * Returns: (transfer none) (nullable): what is concluded of the measure that is shown
 */
const TlMeasureJudgement *
tl_comparison_chart_get_measure (TlComparisonChart *self)
{
  g_return_val_if_fail (TL_IS_COMPARISON_CHART (self), NULL);

  return PRIVATE (self)->measure;
}

/**
 * tl_comparison_chart_get_comparison:
 * @self: a chart of places
 *
 * Returns: (transfer none) (nullable): the comparison that is shown
 */
const TlComparison *
tl_comparison_chart_get_comparison (TlComparisonChart *self)
{
  g_return_val_if_fail (TL_IS_COMPARISON_CHART (self), NULL);

  return PRIVATE (self)->comparison;
}

/**
 * tl_comparison_chart_set_comparison:
 * @self: a chart of places
 * @assessment: (nullable): what the judgements belong to
 * @measure: (nullable): what is concluded of a measure
 * @comparison: (nullable): one of its comparisons
 *
 * Shows a comparison, or none.
 */
void
tl_comparison_chart_set_comparison (TlComparisonChart        *self,
                                    TlAssessment             *assessment,
                                    const TlMeasureJudgement *measure,
                                    const TlComparison       *comparison)
{
  TlComparisonChartPrivate *priv;

  g_return_if_fail (TL_IS_COMPARISON_CHART (self));
  g_return_if_fail (comparison == NULL || (assessment != NULL && measure != NULL));

  priv = PRIVATE (self);
  if (comparison != NULL)
    tl_assessment_ref (assessment);
  g_clear_pointer (&priv->assessment, tl_assessment_unref);
  priv->assessment = comparison != NULL ? assessment : NULL;
  priv->measure = comparison != NULL ? measure : NULL;
  priv->comparison = comparison;
  tl_chart_update (TL_CHART (self));
}
