/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-place-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-format.h"
#include "tl-sample-size.h"

/* What it takes to hold a place that does as the others do against the target. */
static double
get_enough (const TlPlaceComparison *self)
{
  const TlMeasureJudgement *measure = self->measure;
  double pooled = self->comparison->pooled_value;

  if (isnan (pooled) || isnan (measure->target_value))
    return NAN;
  if (measure->facts->kind == TL_MEASURE_KIND_PROPORTION)
    return tl_sample_size_for_proportion (pooled / 100, measure->target_value / 100);
  return measure->facts->kind == TL_MEASURE_KIND_COUNT ? tl_sample_size_for_rate (pooled, measure->target_value) : NAN;
}

static char *
say_enough_for_target (const TlPlaceComparison *self)
{
  const TlMeasureFacts *facts = self->measure->facts;
  double enough = get_enough (self);
  g_autofree char *n = tl_format_number (enough, 0);
  g_autofree char *pooled = tl_format_value (facts, self->comparison->pooled_value);
  g_autofree char *target = tl_format_target (facts, self->measure->target_value);
  gboolean meets = self->measure->at_most ? self->comparison->pooled_value <= self->measure->target_value
                                          : self->comparison->pooled_value >= self->measure->target_value;

  if (isnan (enough))
    return g_strdup ("");
  if (isinf (enough) || enough > 1e6)
    /* Translators: a target */
    return g_strdup_printf (_(" No sample would tell it from the target of %s if it does as the others do."), target);
  if (meets)
    /* Translators: a number of records, the value of all together, a target */
    return g_strdup_printf (_(" If it does as all together do (%2$s), %1$s would show that it meets %3$s."), n, pooled, target);
  /* Translators: a number of records, the value of all together, a target */
  return g_strdup_printf (_(" If it does as all together do (%2$s), %1$s would show that it misses %3$s."), n, pooled, target);
}

static char *
say_enough_to_judge (const TlPlaceComparison *self,
                     const TlPlaceJudgement  *place)
{
  g_autofree char *n = tl_format_number (place->denominator, 0);
  gboolean unsampled = place->state == TL_PLACE_STATE_UNSAMPLED;

  switch ((int) self->measure->facts->kind)
    {
    case TL_MEASURE_KIND_PROPORTION:
      if (unsampled || !isfinite (place->denominator))
        return g_strdup_printf (_("There are no records to judge it by; with %d it can be compared."), TL_ENOUGH_RECORDS);
      /* Translators: how many records there are, and how many are needed */
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s record is too few to judge it by; with %2$d it can be compared.",
                                           "%1$s records are too few to judge it by; with %2$d it can be compared.",
                                           (gulong) place->denominator), n, TL_ENOUGH_RECORDS);
    case TL_MEASURE_KIND_COUNT:
      if (unsampled || !isfinite (place->denominator))
        return g_strdup_printf (_("There is nothing to judge it by; with an exposure of %d it can be compared."),
                                TL_ENOUGH_RECORDS);
      /* Translators: how much exposure there is, and how much is needed */
      return g_strdup_printf (_("An exposure of %1$s is too little to judge it by; with %2$d it can be compared."), n,
                              TL_ENOUGH_RECORDS);
    default:
      return g_strdup_printf (_("It takes readings in %d periods to judge it."), TL_ENOUGH_VALUES);
    }
}

/**
 * tl_place_words_enough:
 * @self: a comparison
 * @place: one of its places
 *
 * Says of a place with too few records, or without a reading, how many would do: to be compared at all, and, if it does as
 * all together do, to be held against the target with 95 % confidence (see [func@Tl.sample_size_for_proportion]).
 *
 * Returns: (transfer full) (nullable): a sentence or two, %NULL for a place that is judged
 */
char *
tl_place_words_enough (const TlPlaceComparison *self,
                       const TlPlaceJudgement  *place)
{
  g_autofree char *judge = NULL;
  g_autofree char *target = NULL;

  if (!self->comparison->comparable
      || (place->state != TL_PLACE_STATE_TOO_FEW && place->state != TL_PLACE_STATE_UNSAMPLED))
    return NULL;
  judge = say_enough_to_judge (self, place);
  target = say_enough_for_target (self);
  return g_strconcat (judge, target, NULL);
}
