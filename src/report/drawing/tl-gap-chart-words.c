/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-gap-chart-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-comparison-words.h"

/**
 * tl_gap_chart_explain:
 * @comparison: a comparison
 * @gaps: how its gap went
 *
 * Returns: (nullable): why there is no gap to draw, %NULL when there is one
 */
const char *
tl_gap_chart_explain (const TlPlaceComparison *comparison,
                      const TlGapSeries       *gaps)
{
  if (tl_gap_series_find_last (gaps) != NULL)
    return NULL;
  if (comparison->alone)
    return _("With one place there is no gap.");
  if (!comparison->comparison->comparable && comparison->measure->facts->kind == TL_MEASURE_KIND_COUNT)
    return _("Events without exposure have no gap, as places differ in size.");
  return _("It takes three periods, and readings from two places, before there is a gap to show.");
}

/**
 * tl_gap_chart_describe:
 * @comparison: a comparison
 * @gaps: how its gap went
 *
 * Says what the chart shows: whether the gap closes and who is behind, where it began, where it is and when it was widest.
 *
 * Returns: (transfer full): a few sentences
 */
char *
tl_gap_chart_describe (const TlPlaceComparison *comparison,
                       const TlGapSeries       *gaps)
{
  const TlMeasureFacts *facts = comparison->measure->facts;
  const TlGapPoint *last = tl_gap_series_find_last (gaps), *widest = NULL;
  g_autofree char *trend = NULL;
  GString *text;

  if (last == NULL)
    return g_strdup (tl_gap_chart_explain (comparison, gaps));
  trend = tl_comparison_say_gap (comparison, gaps);
  text = g_string_new (trend);
  for (guint i = 0; i < gaps->n_points; i++)
    if (isfinite (gaps->points[i].gap) && (widest == NULL || gaps->points[i].gap > widest->gap))
      widest = &gaps->points[i];
  {
    g_autofree char *at_widest = tl_gap_point_say (facts, widest);
    g_autofree char *now = tl_gap_point_say (facts, last);

    if (widest != last)
      /* Translators: a day, the gap then, and between which places it was */
      g_string_append_printf (text, _(" At its widest: %s."), at_widest);
    /* Translators: a day, the gap then, and between which places it was */
    g_string_append_printf (text, _(" At last: %s."), now);
  }
  return g_string_free_and_steal (text);
}
