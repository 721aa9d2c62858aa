/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-interval-chart.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-comparison-words.h"
#include "tl-format.h"
#include "tl-sample-size.h"

static void
append_figures (GString                  *text,
                const TlMeasureJudgement *measure,
                double                    numerator,
                double                    denominator,
                double                    value,
                double                    low,
                double                    high)
{
  g_autofree char *said = tl_format_value (measure->facts, value);

  if (isfinite (numerator) && isfinite (denominator))
    {
      g_autofree char *n = tl_format_number (numerator, 0);
      g_autofree char *of = tl_format_number (denominator, 0);

      g_string_append_printf (text, _("%s of %s, "), n, of);
    }
  g_string_append (text, said);
  if (isfinite (low) && isfinite (high))
    {
      g_autofree char *from = tl_format_number (low, 1);
      g_autofree char *to = tl_format_number (high, 1);

      g_string_append_printf (text, _(", 95 %% interval %s to %s"), from, to);
    }
}

/**
 * tl_interval_chart_describe_pooled:
 * @measure: a measure
 * @comparison: how its places compare
 *
 * Returns: (transfer full): what the row of all places together shows, in a sentence
 */
char *
tl_interval_chart_describe_pooled (const TlMeasureJudgement *measure,
                                   const TlComparison       *comparison)
{
  GString *text = g_string_new (_("All places: "));

  append_figures (text, measure, comparison->pooled_numerator, comparison->pooled_denominator, comparison->pooled_value,
                  comparison->pooled_low, comparison->pooled_high);
  if (comparison->hidden)
    {
      g_autofree char *hides = tl_comparison_say_hides (comparison);
      g_autofree char *weak = tl_comparison_list_weak (measure->facts, comparison);

      g_string_append_printf (text, *weak != '\0' ? "; %s: %s" : "; %s", hides, weak);
    }

  return g_string_free_and_steal (text);
}

/**
 * tl_interval_chart_describe_place:
 * @measure: a measure
 * @place: a place
 *
 * Returns: (transfer full): what the row of a place shows, in a sentence
 */
char *
tl_interval_chart_describe_place (const TlMeasureJudgement *measure,
                                  const TlPlaceJudgement   *place)
{
  GString *text = g_string_new (place->place->name);

  g_string_append (text, ": ");
  if (isfinite (place->value))
    {
      append_figures (text, measure, place->numerator, place->denominator, place->value, place->low, place->high);
      g_string_append (text, ", ");
    }
  g_string_append (text, tl_word_label (TL_TYPE_PLACE_STATE, place->state));

  return g_string_free_and_steal (text);
}

/**
 * tl_interval_chart_describe:
 * @measure: a measure
 * @comparison: how its places compare
 *
 * Says what a chart of intervals shows: all places together, and each place.
 *
 * Returns: (transfer full): a few sentences
 */
char *
tl_interval_chart_describe (const TlMeasureJudgement *measure,
                            const TlComparison       *comparison)
{
  g_autofree char *pooled = tl_interval_chart_describe_pooled (measure, comparison);
  g_autofree char *target = tl_format_target (measure->facts, measure->target_value);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s (%s).", pooled, target);
  for (guint i = 0; i < comparison->n_places; i++)
    {
      g_autofree char *place = tl_interval_chart_describe_place (measure, &comparison->places[i]);

      g_string_append_printf (text, " %s.", place);
    }

  return g_string_free_and_steal (text);
}

/* Whether even the good end of a place's interval misses the target. */
static gboolean
misses_wholly (const TlMeasureJudgement *measure,
               const TlPlaceJudgement   *place)
{
  double target = measure->target_value;

  if (!isfinite (target) || !isfinite (place->low) || !isfinite (place->high))
    return FALSE;
  return measure->at_most ? place->low > target : place->high < target;
}

static char *
explain_weak (const TlMeasureJudgement *measure,
              const TlPlaceJudgement   *place)
{
  g_autofree char *bound = NULL;

  if (measure->facts->kind == TL_MEASURE_KIND_VALUE)
    return g_strdup (_("weak: its last three all miss the target"));
  if (!misses_wholly (measure, place))
    return g_strdup (_("weak: worse than the others, beyond what chance explains"));
  bound = tl_format_value (measure->facts, measure->at_most ? place->low : place->high);
  return measure->at_most ? g_strdup_printf (_("weak: even the bottom of its interval, %s, is above the target"), bound)
                          : g_strdup_printf (_("weak: even the top of its interval, %s, is below the target"), bound);
}

static char *
explain_too_few (const TlMeasureJudgement *measure,
                 const TlPlaceJudgement   *place)
{
  if (measure->facts->kind == TL_MEASURE_KIND_VALUE)
    return g_strdup_printf (_("too few: fewer than %d periods have a reading"), TL_ENOUGH_VALUES);
  return g_strdup_printf (_("too few: fewer than %d records are too few to judge"), TL_ENOUGH_RECORDS);
}

/**
 * tl_interval_chart_explain_place:
 * @measure: a measure
 * @place: a place
 *
 * Returns: (transfer full): why the place is in its state, without a final stop
 */
char *
tl_interval_chart_explain_place (const TlMeasureJudgement *measure,
                                 const TlPlaceJudgement   *place)
{
  switch (place->state)
    {
    case TL_PLACE_STATE_WEAK:
      return explain_weak (measure, place);
    case TL_PLACE_STATE_WATCH:
      return measure->facts->kind == TL_MEASURE_KIND_VALUE
               ? g_strdup (_("watch: its latest misses the target"))
               : g_strdup (_("watch: worse than the others, by more than chance usually explains"));
    case TL_PLACE_STATE_TOO_FEW:
      return explain_too_few (measure, place);
    case TL_PLACE_STATE_UNSAMPLED:
      return g_strdup (_("unsampled: no reading in this time"));
    case TL_PLACE_STATE_IN_LINE:
    default:
      return g_strdup (_("in line with the others"));
    }
}

/**
 * tl_interval_chart_describe_gap:
 * @measure: a measure
 * @comparison: how its places compare
 *
 * Returns: (transfer full) (nullable): the gap between best and worst place and whether it changes; none when there is
 *   no gap to speak of
 */
char *
tl_interval_chart_describe_gap (const TlMeasureJudgement *measure,
                                const TlComparison       *comparison)
{
  g_autofree char *now = NULL;
  g_autofree char *first = NULL;

  if (!isfinite (comparison->gap))
    return NULL;
  now = tl_gap_format (measure->facts, comparison->gap);
  if (comparison->gap_trend == TL_GAP_NOT_KNOWN || !isfinite (comparison->first_gap))
    return g_strdup_printf (_("Gap between best and worst place: %s"), now);
  first = tl_gap_format (measure->facts, comparison->first_gap);
  /* Translators: a gap now, the gap at first, and "narrowing", "widening" or "steady" */
  return g_strdup_printf (_("Gap between best and worst place: %s, was %s, %s"), now, first,
                          tl_word_label (TL_TYPE_GAP_TREND, comparison->gap_trend));
}
