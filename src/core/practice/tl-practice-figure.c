/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-practice-figure.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "tl-format.h"
#include "tl-place-series.h"
#include "tl-statistics.h"

static void
figure_free (gpointer data)
{
  TlPracticeFigure *self = data;

  g_free (self->judgement.series->points);
  g_free (self->judgement.series);
  g_free (self->latest);
  g_free (self->window);
  g_free (self);
}

/* A chart keeps its points, line, target and limits; what is ordinary and what isn't is for the trainee to see. */
static TlSeries *
copy_plain (const TlSeries *series)
{
  TlSeries *copy = g_memdup2 (series, sizeof *series);

  copy->points = g_memdup2 (series->points, series->n_points * sizeof (TlPoint));
  for (guint i = 0; i < copy->n_points; i++)
    {
      copy->points[i].signal = TL_SIGNAL_NONE;
      copy->points[i].side = TL_SIDE_NONE;
      copy->points[i].good = TL_FLAG_NONE;
    }
  return copy;
}

static char *
say_sum (const TlMeasureFacts *measure,
         double                numerator,
         double                denominator,
         double                value,
         double                low,
         double                high)
{
  g_autofree char *figure = tl_format_value (measure, value);
  g_autofree char *of = NULL, *from = NULL, *to = NULL;
  GString *text;

  if (!isfinite (value))
    return g_strdup (_("no reading"));
  text = g_string_new (NULL);
  if (isfinite (numerator) && isfinite (denominator))
    {
      of = g_strdup_printf (_("%1$g of %2$g"), numerator, denominator);
      g_string_append_printf (text, "%s · ", of);
    }
  g_string_append (text, figure);
  if (isfinite (low) && isfinite (high))
    {
      from = tl_format_value (measure, low);
      to = tl_format_value (measure, high);
      g_string_append (text, " · ");
      /* Translators: the bounds of a 95 % interval */
      g_string_append_printf (text, _("95 %% interval %1$s to %2$s"), from, to);
    }
  return g_string_free (text, FALSE);
}

static TlPracticeFigure *
figure_new (const TlMeasureJudgement *judgement,
            const TlSeries           *series,
            const TlPlaceFacts       *place)
{
  TlPracticeFigure *self = g_new0 (TlPracticeFigure, 1);

  self->judgement.facts = judgement->facts;
  self->judgement.role = judgement->role;
  self->judgement.target_value = judgement->target_value;
  self->judgement.at_most = judgement->at_most;
  self->judgement.baseline_value = judgement->baseline_value;
  self->judgement.baseline_start = judgement->baseline_start;
  self->judgement.baseline_end = judgement->baseline_end;
  self->judgement.held_since = self->judgement.met_since = TL_NO_DAY;
  self->judgement.series = copy_plain (series);
  self->place = place;
  for (guint i = 0; i < self->judgement.series->n_points; i++)
    if (isfinite (self->judgement.series->points[i].value))
      self->judgement.latest = &self->judgement.series->points[i];
  return self;
}

static char *
say_window (const TlComparison *comparison)
{
  g_autofree char *from = tl_format_day (comparison->window_start);
  g_autofree char *until = tl_format_day (comparison->window_end);

  return g_strdup_printf (_("%1$s to %2$s"), from, until);
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const TlPracticeFigure *first = *(TlPracticeFigure * const *) a, *second = *(TlPracticeFigure * const *) b;

  return g_strcmp0 (first->place->name, second->place->name);
}

/* By name: in the order of a comparison, the weak come first. */
static void
add_places (GPtrArray                *figures,
            const TlAssessment       *assessment,
            const TlMeasureJudgement *judgement,
            const TlComparison       *comparison)
{
  g_autoptr (TlPlaceSeries) series = tl_place_series_new (assessment, judgement, comparison);
  g_autoptr (GPtrArray) places = g_ptr_array_new ();

  for (guint i = 0; i < comparison->n_places; i++)
    {
      const TlPlaceJudgement *place = &comparison->places[i];
      TlPracticeFigure *figure = figure_new (judgement, tl_place_series_get (series, i), place->place);

      figure->latest = say_sum (judgement->facts, place->numerator, place->denominator, place->value, place->low, place->high);
      figure->window = say_window (comparison);
      g_ptr_array_add (places, figure);
    }
  g_ptr_array_sort (places, compare_places);
  for (guint i = 0; i < places->len; i++)
    g_ptr_array_add (figures, g_ptr_array_index (places, i));
}

static const TlMeasureJudgement *
find_judgement (const TlAssessment   *assessment,
                const TlMeasureFacts *measure)
{
  const TlRiskJudgement *risk = measure->risk != NULL ? tl_assessment_find_risk (assessment, &measure->risk->base.id) : NULL;

  for (guint i = 0; risk != NULL && i < risk->n_measures; i++)
    if (risk->measures[i].facts == measure)
      return &risk->measures[i];
  return NULL;
}

/**
 * tl_practice_list_figures:
 * @assessment: what is concluded of a case's workbook; outlives the figures
 * @measure: one of its measures
 *
 * A trainee sees a measure as figures and charts, and nothing that the program concludes from them.
 *
 * Returns: (transfer full) (element-type TlPracticeFigure): all places together first, then each place by name
 */
GPtrArray *
tl_practice_list_figures (const TlAssessment   *assessment,
                          const TlMeasureFacts *measure)
{
  GPtrArray *figures = g_ptr_array_new_with_free_func (figure_free);
  const TlMeasureJudgement *judgement = find_judgement (assessment, measure);
  TlPracticeFigure *all;

  if (judgement == NULL)
    return figures;
  all = figure_new (judgement, judgement->series, NULL);
  g_ptr_array_add (figures, all);
  if (judgement->n_comparisons > 0)
    {
      const TlComparison *comparison = &judgement->comparisons[0];

      all->latest = say_sum (measure, comparison->pooled_numerator, comparison->pooled_denominator, comparison->pooled_value,
                             comparison->pooled_low, comparison->pooled_high);
      all->window = say_window (comparison);
    }
  else if (all->judgement.latest != NULL)
    {
      const TlPoint *latest = all->judgement.latest;
      double low = NAN, high = NAN;

      if (measure->kind == TL_MEASURE_KIND_PROPORTION && latest->denominator > 0)
        tl_wilson_interval (latest->numerator, latest->denominator, &low, &high);
      all->latest = say_sum (measure, latest->numerator, latest->denominator, latest->value, low * 100, high * 100);
      all->window = tl_format_day (latest->start);
    }
  for (guint i = 0; i < judgement->n_comparisons; i++)
    add_places (figures, assessment, judgement, &judgement->comparisons[i]);
  return figures;
}
