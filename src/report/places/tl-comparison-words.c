/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-comparison-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-format.h"
#include "tl-reading-rules.h"
#include "tl-report-words.h"
#include "tl-sample-size.h"

/* More names than these aren't read. */
#define MOST_NAMES 3

/**
 * tl_comparison_say_time:
 * @self: a comparison
 *
 * Returns: (transfer full): for what time it is: "1 Jan to 31 Mar, 3 months", or that nothing was read then
 */
char *
tl_comparison_say_time (const TlPlaceComparison *self)
{
  const TlComparison *comparison = self->comparison;
  TlDay as_at = tl_assessment_get_as_at (self->assessment);
  g_autofree char *from = NULL;
  g_autofree char *until = NULL;
  g_autofree char *periods = NULL;

  if (comparison->window_periods == 0)
    return g_strdup (_("nothing was read in this time"));
  from = tl_format_day_short (comparison->window_start, as_at);
  until = tl_format_day_short (comparison->window_end, as_at);
  periods = tl_format_periods (self->measure->facts->period, comparison->window_periods);
  /* Translators: first and last day, and a number of periods, as in "1 Jan to 31 Mar, 3 months" */
  return g_strdup_printf (_("%1$s to %2$s, %3$s"), from, until, periods);
}

/* ── Why there is nothing to judge ── */

static char *
say_alone (const TlPlaceComparison *self)
{
  const TlComparison *comparison = self->comparison;
  const char *kind = tl_word_label (TL_TYPE_PLACE_KIND, comparison->dimension);

  if (comparison->n_places == 0)
    /* Translators: %s is a kind of place, such as "team" */
    return g_strdup_printf (_("No %s was there at this time, so there is nothing to compare."), kind);
  /* Translators: a place, and its kind, such as "team" */
  return g_strdup_printf (_("%1$s is the only %2$s, so there is nothing to compare it with."), comparison->places[0].place->name,
                          kind);
}

static char *
say_not_compared (const TlPlaceComparison *self)
{
  if (self->alone)
    return say_alone (self);
  if (self->comparison->n_places == 0)
    /* Translators: %s is a place */
    return g_strdup_printf (_("There is nothing to compare within %s."), self->within->name);
  if (self->comparison->window_periods == 0)
    return g_strdup (_("Nothing was read in this time, so places can’t be compared."));
  if (self->comparison->comparable)
    return NULL;
  return self->measure->facts->kind == TL_MEASURE_KIND_COUNT
           ? g_strdup (_("These are counts without an exposure, such as shifts worked, so places can’t be compared."))
           : g_strdup (_("Without a target places can’t be judged by this measure."));
}

/* ── The verdict ── */

static char *
say_weak_place (const TlMeasureFacts   *facts,
                const TlPlaceJudgement *place)
{
  g_autofree char *value = tl_format_value (facts, place->value);
  g_autofree char *of = tl_report_of (place->numerator, place->denominator);

  if (!isfinite (place->value))
    return g_strdup (place->place->name);
  if (!isfinite (place->numerator))
    /* Translators: a place and its value, as in "Elder House (41 minutes)" */
    return g_strdup_printf (_("%1$s (%2$s)"), place->place->name, value);
  /* Translators: a place, its value, and how many of how many, as in "Elder House (75.0 %, 30 of 40)" */
  return g_strdup_printf (_("%1$s (%2$s, %3$s)"), place->place->name, value, of);
}

/**
 * tl_comparison_list_weak:
 * @facts: the measure
 * @comparison: how its places compare
 *
 * Returns: (transfer full): the weak places with their figures, the weakest first; only the first few by name
 */
char *
tl_comparison_list_weak (const TlMeasureFacts *facts,
                         const TlComparison   *comparison)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;
  guint named = comparison->n_weak <= MOST_NAMES + 1 ? comparison->n_weak : MOST_NAMES;
  guint more = comparison->n_weak - named;

  for (guint i = 0; i < named; i++)
    g_strv_builder_take (names, say_weak_place (facts, &comparison->places[i]));
  if (more > 0)
    g_strv_builder_take (names, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more", "%u more", more), more));
  list = g_strv_builder_end (names);
  return tl_format_list ((const char * const *) list);
}

static char *
say_weak_within (const TlPlaceComparison *self,
                 const char              *weak)
{
  g_autofree char *value = tl_format_value (self->measure->facts, self->here.value);
  guint n = self->comparison->n_weak;

  if (!self->comparison->hidden)
    /* Translators: weak places, and the place that they are within */
    return g_strdup_printf (_("Weak within %2$s: %1$s."), weak, self->within->name);
  /* Translators: weak places, the place that they are within, and the value of all within it */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "All of %2$s meet the target with %3$s, which hides a weak place: %1$s.",
                                       "All of %2$s meet the target with %3$s, which hides weak places: %1$s.", n),
                          weak, self->within->name, value);
}

static char *
say_weak (const TlPlaceComparison *self)
{
  guint n = self->comparison->n_weak;
  g_autofree char *weak = tl_comparison_list_weak (self->measure->facts, self->comparison);
  g_autofree char *overall = tl_format_value (self->measure->facts, self->comparison->pooled_value);

  if (self->within != NULL)
    return say_weak_within (self, weak);
  if (!self->comparison->hidden && isnan (self->comparison->pooled_value))
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "A place is weak: %s.", "Places are weak: %s.", n), weak);
  if (!self->comparison->hidden)
    /* Translators: weak places, and the value of all together */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "A place is weak: %1$s, against %2$s for all together.",
                                         "Places are weak: %1$s, against %2$s for all together.", n), weak, overall);
  if (isnan (self->comparison->pooled_value))
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "All together meet the target, which hides a weak place: %s.",
                                         "All together meet the target, which hides weak places: %s.", n), weak);
  /* Translators: weak places, and the value of all together */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "All together meet the target with %2$s, which hides a weak place: %1$s.",
                                       "All together meet the target with %2$s, which hides weak places: %1$s.", n),
                          weak, overall);
}

static char *
say_gap_too_large (const TlPlaceComparison *self)
{
  g_autofree char *gap = tl_gap_format (self->measure->facts, self->comparison->gap);
  g_autofree char *largest = tl_gap_format (self->measure->facts, self->measure->facts->largest_gap);

  return self->comparison->hidden
           /* Translators: a gap between places, and the largest one allowed */
           ? g_strdup_printf (_("All together meet the target, which hides a gap of %1$s between places; %2$s is the most it may be."),
                              gap, largest)
           : g_strdup_printf (_("No place is weak by comparison, but the gap between them is %1$s; %2$s is the most it may be."), gap,
                              largest);
}

static char *
say_not_known (const TlPlaceComparison *self)
{
  guint n_few = 0, n_unsampled = 0;
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;
  g_autofree char *said = NULL;

  for (guint i = 0; i < self->comparison->n_places; i++)
    {
      n_few += self->comparison->places[i].state == TL_PLACE_STATE_TOO_FEW;
      n_unsampled += self->comparison->places[i].state == TL_PLACE_STATE_UNSAMPLED;
    }
  if (n_few > 0)
    g_strv_builder_take (parts, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u place has too few records to judge",
                                                              "%u places have too few records to judge", n_few), n_few));
  if (n_unsampled > 0)
    g_strv_builder_take (parts, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u place has no reading",
                                                              "%u places have no reading", n_unsampled), n_unsampled));
  list = g_strv_builder_end (parts);
  said = tl_format_list ((const char * const *) list);
  if (*said == '\0')
    return g_strdup (_("No place is weak by comparison."));
  /* Translators: %s is how many places have too few records, or no reading */
  return g_strdup_printf (_("No place is shown to be weak by comparison, but whether they are even isn’t known: %s."), said);
}

/* Places that are all alike may all be poor. */
static gboolean
misses_target (const TlPlaceComparison *self)
{
  const TlMeasureJudgement *measure = self->measure;

  if (isnan (measure->target_value))
    return FALSE;
  if (self->within == NULL)
    return measure->target == TL_TARGET_NOT_MET;
  return isfinite (self->here.value) && !tl_measure_meets (measure->facts, measure->target_value, self->here.value);
}

static char *
say_judged (const TlPlaceComparison *self)
{
  if (self->comparison->n_weak > 0)
    return say_weak (self);
  if (self->within == NULL && self->comparison->evenness == TL_EVENNESS_UNEVEN)
    return say_gap_too_large (self);
  if (self->comparison->evenness == TL_EVENNESS_EVEN)
    return g_strdup (_("No place is weak by comparison, and every one has records enough to tell."));
  return say_not_known (self);
}

/**
 * tl_comparison_say_verdict:
 * @self: a comparison
 *
 * Says what the comparison comes to: that all together hide a weak place, and which; that a place is weak; that it is
 * even; that it isn't known, and why; or why nothing can be compared. Where all together miss the target it says so, for
 * to be like the others is no comfort then.
 *
 * Returns: (transfer full): a sentence or two
 */
char *
tl_comparison_say_verdict (const TlPlaceComparison *self)
{
  char *not_compared = say_not_compared (self);
  g_autofree char *judged = NULL;

  if (not_compared != NULL)
    return not_compared;
  judged = say_judged (self);
  if (!misses_target (self))
    return g_steal_pointer (&judged);
  /* Translators: follows a sentence on how places compare */
  return g_strconcat (judged, " ", _("The target itself is not met."), NULL);
}

/**
 * tl_comparison_say_hides:
 * @comparison: how places compare, or those within one
 *
 * Returns: (transfer full) (nullable): what all places together hide, in few words: "hides 1 weak place"; %NULL when they
 *   hide nothing
 */
char *
tl_comparison_say_hides (const TlComparison *comparison)
{
  if (!comparison->hidden)
    return NULL;
  if (comparison->n_weak == 0)
    return g_strdup (_("hides a gap"));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "hides %u weak place", "hides %u weak places", comparison->n_weak),
                          comparison->n_weak);
}

/**
 * tl_comparison_say_method:
 * @self: a comparison
 *
 * Returns: (transfer full): how the figures are made, and from when a place is judged
 */
char *
tl_comparison_say_method (const TlPlaceComparison *self)
{
  switch ((int) self->measure->facts->kind)
    {
    case TL_MEASURE_KIND_PROPORTION:
      return g_strdup_printf (_("Sums of records, never averages of percentages. Fewer than %d records is too few to judge."),
                              TL_ENOUGH_RECORDS);
    case TL_MEASURE_KIND_COUNT:
      return g_strdup (_("Events over exposure, both summed."));
    default:
      return g_strdup_printf (_("Means weighted by what they average. Fewer than %d periods is too few to judge."),
                              TL_ENOUGH_VALUES);
    }
}
