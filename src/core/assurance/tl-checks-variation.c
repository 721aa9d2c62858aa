/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-checks.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-format.h"
#include "tl-series-rules.h"

#define WIDENING_PERIODS 6

typedef void (*ComparisonFunc) (TlCheckRun               *run,
                                const TlRiskJudgement    *risk,
                                const TlMeasureJudgement *measure,
                                const TlComparison       *comparison);

static void
foreach_comparison (TlCheckRun            *run,
                    const TlRiskJudgement *risk,
                    ComparisonFunc         function)
{
  for (guint i = 0; i < risk->n_measures; i++)
    {
      for (guint j = 0; j < risk->measures[i].n_comparisons; j++)
        function (run, risk, &risk->measures[i], &risk->measures[i].comparisons[j]);
    }
}

static void
add (TlCheckRun               *run,
     const TlRiskJudgement    *risk,
     const TlMeasureJudgement *measure,
     const TlPlaceJudgement   *place,
     char                     *text,
     const char               *settle)
{
  TlFinding *finding = tl_check_add (run, risk, text, settle);

  finding->subject = measure->facts->base.ref;
  finding->place = place->place;
}

/* The figures of a place and of all, as a person would say them. */
static char *
say_figures (const TlMeasureJudgement *measure,
             const TlComparison       *comparison,
             const TlPlaceJudgement   *place)
{
  g_autofree char *here = tl_format_value (measure->facts, place->value);
  g_autofree char *all = tl_format_value (measure->facts, comparison->pooled_value);

  if (isnan (place->value) || isnan (comparison->pooled_value))
    return g_strdup_printf (_("“%s” misses its target there"), measure->facts->title);
  /* Translators: a measure, its value at one place, its value for all together */
  return g_strdup_printf (_("“%1$s” is %2$s there, %3$s overall"), measure->facts->title, here, all);
}

static void
find_hidden (TlCheckRun               *run,
             const TlRiskJudgement    *risk,
             const TlMeasureJudgement *measure,
             const TlComparison       *comparison)
{
  for (guint i = 0; comparison->hidden && i < comparison->n_weak; i++)
    {
      const TlPlaceJudgement *place = &comparison->places[i];
      g_autofree char *figures = say_figures (measure, comparison, place);

      add (run, risk, measure, place,
           /* Translators: a place, its figures */
           g_strdup_printf (_("The average hides %1$s: %2$s."), place->place->name, figures),
           _("Support that place, and look at it on its own until it is in line."));
    }
}

/* The target is met for all together, but a place is weak. */
void
tl_check_variation_hidden (TlCheckRun            *run,
                           const TlRiskJudgement *risk)
{
  foreach_comparison (run, risk, find_hidden);
}

static void
find_weak (TlCheckRun               *run,
           const TlRiskJudgement    *risk,
           const TlMeasureJudgement *measure,
           const TlComparison       *comparison)
{
  for (guint i = 0; !comparison->hidden && i < comparison->n_weak; i++)
    {
      const TlPlaceJudgement *place = &comparison->places[i];
      g_autofree char *figures = say_figures (measure, comparison, place);

      add (run, risk, measure, place,
           g_strdup_printf (_("%1$s is weaker than the others: %2$s."), place->place->name, figures),
           _("Find out why, and support that place."));
    }
}

/* A place is weak, and so are all together. */
void
tl_check_variation_weak (TlCheckRun            *run,
                         const TlRiskJudgement *risk)
{
  foreach_comparison (run, risk, find_weak);
}

static void
find_watch (TlCheckRun               *run,
            const TlRiskJudgement    *risk,
            const TlMeasureJudgement *measure,
            const TlComparison       *comparison)
{
  for (guint i = 0; i < comparison->n_places; i++)
    {
      const TlPlaceJudgement *place = &comparison->places[i];
      g_autofree char *figures = NULL;

      if (place->state != TL_PLACE_STATE_WATCH)
        continue;
      figures = say_figures (measure, comparison, place);
      add (run, risk, measure, place,
           g_strdup_printf (_("%1$s may be falling behind: %2$s."), place->place->name, figures),
           _("Look there more often until it is clear."));
    }
}

/* A place may be weaker than the others. */
void
tl_check_variation_watch (TlCheckRun            *run,
                          const TlRiskJudgement *risk)
{
  foreach_comparison (run, risk, find_watch);
}

static void
find_unsampled (TlCheckRun               *run,
                const TlRiskJudgement    *risk,
                const TlMeasureJudgement *measure,
                const TlComparison       *comparison)
{
  /* Counts without exposure aren't compared, so no place is missed. */
  if (measure->facts->kind == TL_MEASURE_KIND_COUNT && !comparison->comparable)
    return;
  /* Unsampled places come last, so the first tells whether any was sampled. */
  if (comparison->places[0].state == TL_PLACE_STATE_UNSAMPLED)
    return;
  for (guint i = 0; i < comparison->n_places; i++)
    {
      const TlPlaceJudgement *place = &comparison->places[i];

      if (place->state == TL_PLACE_STATE_UNSAMPLED)
        add (run, risk, measure, place,
             g_strdup_printf (_("“%1$s” has no reading for %2$s, while others have one."), measure->facts->title, place->place->name),
             _("Take a sample there too."));
    }
}

/* A place has no reading while others have one. */
void
tl_check_variation_unsampled (TlCheckRun            *run,
                              const TlRiskJudgement *risk)
{
  foreach_comparison (run, risk, find_unsampled);
}

static void
find_unexplained (TlCheckRun               *run,
                  const TlRiskJudgement    *risk,
                  const TlMeasureJudgement *measure,
                  const TlComparison       *comparison)
{
  for (guint i = 0; i < comparison->n_weak; i++)
    {
      const TlPlaceJudgement *place = &comparison->places[i];
      char *text;

      if (place->cause != NULL && place->n_open_support > 0)
        continue;
      if (place->cause != NULL)
        text = g_strdup_printf (_("%s is weak, and no support is under way there."), place->place->name);
      else if (place->n_open_support > 0)
        text = g_strdup_printf (_("%s is weak, and nothing says why."), place->place->name);
      else
        text = g_strdup_printf (_("%s is weak; nothing says why, and no support is under way there."), place->place->name);
      add (run, risk, measure, place, text, _("Record the cause, and agree a support action at that place."));
    }
}

/* A weak place has no recorded cause or no open support action. */
void
tl_check_variation_unexplained (TlCheckRun            *run,
                                const TlRiskJudgement *risk)
{
  foreach_comparison (run, risk, find_unexplained);
}

static void
find_widening (TlCheckRun               *run,
               const TlRiskJudgement    *risk,
               const TlMeasureJudgement *measure,
               const TlComparison       *comparison)
{
  const TlPlaceJudgement *worst = &comparison->places[0];
  g_autofree char *now = NULL;
  g_autofree char *first = NULL;

  if (comparison->gap_trend != TL_GAP_WIDENING || tl_series_count_before (measure->series, G_MAXINT32) < WIDENING_PERIODS
      || (worst->state != TL_PLACE_STATE_WEAK && worst->state != TL_PLACE_STATE_WATCH))
    return;
  now = tl_format_number (comparison->gap, 1);
  first = tl_format_number (comparison->first_gap, 1);
  add (run, risk, measure, worst,
       /* Translators: a measure, a gap between places now and at first, the worst place */
       g_strdup_printf (_("The gap in “%1$s” has grown from %2$s to %3$s; %4$s is furthest behind."), measure->facts->title,
                        first, now, worst->place->name),
       _("Support the place that is furthest behind."));
}

/* The gap between the best and the worst place grows. */
void
tl_check_variation_widening (TlCheckRun            *run,
                             const TlRiskJudgement *risk)
{
  foreach_comparison (run, risk, find_widening);
}
