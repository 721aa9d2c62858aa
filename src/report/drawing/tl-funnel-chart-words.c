/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-funnel-chart.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-format.h"
#include "tl-interval-chart.h"

/* Beyond which limit, if any; on either side, since chance knows no good or bad. */
static const char *
name_position (const TlMeasureJudgement *measure,
               const TlComparison       *comparison,
               const TlPlaceJudgement   *place)
{
  static const struct
  {
    TlFunnelLimit limit;
    gboolean above;
    const char *words;
  } beyond[] = {
    /* xgettext:no-c-format */
    { TL_FUNNEL_LIMIT_WEAK, TRUE, N_("above the 99.8 % limit") },
    /* xgettext:no-c-format */
    { TL_FUNNEL_LIMIT_WEAK, FALSE, N_("below the 99.8 % limit") },
    /* xgettext:no-c-format */
    { TL_FUNNEL_LIMIT_WATCH, TRUE, N_("above the 95 % limit") },
    /* xgettext:no-c-format */
    { TL_FUNNEL_LIMIT_WATCH, FALSE, N_("below the 95 % limit") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (beyond); i++)
    {
      double limit = tl_funnel_chart_get_limit (measure, comparison, beyond[i].limit, beyond[i].above, place->denominator);

      if (beyond[i].above ? place->value > limit : place->value < limit)
        return _(beyond[i].words);
    }
  return _("within the limits");
}

/**
 * tl_funnel_chart_describe_place:
 * @measure: a measure
 * @comparison: how its places compare
 * @place: one of them
 *
 * Returns: (transfer full): what a place is in the funnel: its figures, its state, and where it lies, without a final stop
 */
char *
tl_funnel_chart_describe_place (const TlMeasureJudgement *measure,
                                const TlComparison       *comparison,
                                const TlPlaceJudgement   *place)
{
  g_autofree char *said = tl_interval_chart_describe_place (measure, place);

  if (!tl_funnel_chart_has_limits (measure, comparison) || !isfinite (place->value) || !(place->denominator > 0))
    return g_steal_pointer (&said);
  return g_strdup_printf (C_("a place and where it lies", "%s; %s"), said, name_position (measure, comparison, place));
}

/**
 * tl_funnel_chart_explain:
 * @measure: a measure
 * @comparison: how its places compare
 *
 * Returns: (nullable): what must be known of the limits: why there are none, or that they are wider than chance
 */
const char *
tl_funnel_chart_explain (const TlMeasureJudgement *measure,
                         const TlComparison       *comparison)
{
  if (tl_funnel_chart_has_limits (measure, comparison))
    return comparison->adjusted ? _("The limits allow for places that differ by more than chance.") : NULL;
  if (measure->facts->kind == TL_MEASURE_KIND_VALUE)
    return _("A quantity has no limits by the size of a sample; its places are judged by the target.");
  if (measure->facts->kind == TL_MEASURE_KIND_COUNT && !comparison->comparable)
    return _("Events without exposure can’t be compared between places.");
  return _("There are no readings to compare.");
}

/**
 * tl_funnel_chart_describe:
 * @measure: a measure
 * @comparison: how its places compare
 *
 * Says what a funnel shows: all places together, those that are weak or on watch, and how many the others are.
 *
 * Returns: (transfer full): a few sentences
 */
char *
tl_funnel_chart_describe (const TlMeasureJudgement *measure,
                          const TlComparison       *comparison)
{
  g_autofree char *pooled = tl_interval_chart_describe_pooled (measure, comparison);
  g_autofree char *target = tl_format_target (measure->facts, measure->target_value);
  guint counts[TL_PLACE_STATE_UNSAMPLED + 1] = { 0 };
  GString *text;

  if (!tl_funnel_chart_has_limits (measure, comparison))
    return g_strdup (tl_funnel_chart_explain (measure, comparison));
  text = g_string_new (NULL);
  g_string_append_printf (text, "%s (%s).", pooled, target);
  if (tl_funnel_chart_explain (measure, comparison) != NULL)
    g_string_append_printf (text, " %s", tl_funnel_chart_explain (measure, comparison));
  for (guint i = 0; i < comparison->n_places; i++)
    {
      const TlPlaceJudgement *place = &comparison->places[i];
      g_autofree char *said = NULL;

      counts[place->state]++;
      if (place->state != TL_PLACE_STATE_WEAK && place->state != TL_PLACE_STATE_WATCH)
        continue;
      said = tl_funnel_chart_describe_place (measure, comparison, place);
      g_string_append_printf (text, " %s.", said);
    }
  for (guint state = 0; state < G_N_ELEMENTS (counts); state++)
    if (counts[state] > 0 && state != TL_PLACE_STATE_WEAK && state != TL_PLACE_STATE_WATCH)
      /* Translators: a number of places, and their state: in line, too few, unsampled */
      g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, " %u place: %s.", " %u places: %s.", counts[state]),
                              counts[state], tl_word_label (TL_TYPE_PLACE_STATE, (int) state));

  return g_string_free_and_steal (text);
}
