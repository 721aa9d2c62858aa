/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-timeline-layout.h"

/* In pixels of the design. */
#define FULL 172
#define SMALL 104
#define ROOM 6

static void
band_free (gpointer data)
{
  TlTimelineBand *self = data;

  tl_process_chart_free (self->chart);
  g_free (self->own);
  g_clear_pointer (&self->series, tl_place_series_unref);
  g_free (self);
}

static void
add_band (GPtrArray                *bands,
          const TlMeasureJudgement *measure)
{
  TlTimelineBand *band = g_new0 (TlTimelineBand, 1);

  band->measure = measure;
  g_ptr_array_add (bands, band);
}

/* A place's own readings, as a chart against the same target; what was concluded of all places isn't said of one. */
static void
add_place (GPtrArray                *bands,
           const TlMeasureJudgement *measure,
           const TlPlaceFacts       *place,
           TlPlaceSeries            *series,
           guint                     index)
{
  TlTimelineBand *band = g_new0 (TlTimelineBand, 1);

  band->series = tl_place_series_ref (series);
  band->own = g_memdup2 (measure, sizeof *measure);
  band->own->series = tl_place_series_get (series, index);
  band->own->latest = NULL;
  band->own->baseline_start = TL_NO_DAY;
  band->own->baseline_end = TL_NO_DAY;
  band->own->comparisons = NULL;
  band->own->n_comparisons = 0;
  band->measure = band->own;
  band->place = place;
  g_ptr_array_add (bands, band);
}

static TlPlaceKind
get_dimension (TlTimelineCharts charts)
{
  switch (charts)
    {
    case TL_TIMELINE_CHARTS_TEAM:
      return TL_PLACE_KIND_TEAM;
    case TL_TIMELINE_CHARTS_SHIFT:
      return TL_PLACE_KIND_SHIFT;
    case TL_TIMELINE_CHARTS_STAFF_GROUP:
      return TL_PLACE_KIND_STAFF_GROUP;
    case TL_TIMELINE_CHARTS_PRIMARY:
    case TL_TIMELINE_CHARTS_ALL:
    case TL_TIMELINE_CHARTS_LOCATION:
    default:
      return TL_PLACE_KIND_LOCATION;
    }
}

static const TlComparison *
find_comparison (const TlTimelinePlan *plan,
                 TlTimelineCharts      charts)
{
  for (guint i = 0; plan->measure != NULL && i < plan->measure->n_comparisons; i++)
    if (plan->measure->comparisons[i].dimension == get_dimension (charts))
      return &plan->measure->comparisons[i];
  return NULL;
}

/**
 * tl_timeline_plan_offers:
 * @plan: what stands on the timeline
 * @charts: which charts
 *
 * Returns: whether there are such charts, and not the primary measure's alone
 */
gboolean
tl_timeline_plan_offers (const TlTimelinePlan *plan,
                         TlTimelineCharts      charts)
{
  const TlComparison *comparison;

  if (charts == TL_TIMELINE_CHARTS_PRIMARY)
    return plan->measure != NULL;
  if (charts == TL_TIMELINE_CHARTS_ALL)
    return plan->risk != NULL && plan->risk->n_measures > 1;
  comparison = find_comparison (plan, charts);
  return comparison != NULL && comparison->n_places > 0;
}

/**
 * tl_timeline_bands_new:
 * @plan: what stands on the timeline
 * @charts: which charts to show; those that there aren't are the primary measure's
 *
 * Returns: (transfer full) (element-type TlTimelineBand): the charts, not yet laid out
 */
GPtrArray *
tl_timeline_bands_new (const TlTimelinePlan *plan,
                       TlTimelineCharts      charts)
{
  GPtrArray *bands = g_ptr_array_new_with_free_func (band_free);

  if (plan->measure == NULL)
    return bands;
  add_band (bands, plan->measure);
  if (!tl_timeline_plan_offers (plan, charts) || charts == TL_TIMELINE_CHARTS_PRIMARY)
    return bands;
  if (charts == TL_TIMELINE_CHARTS_ALL)
    {
      for (guint i = 0; i < plan->risk->n_measures; i++)
        if (&plan->risk->measures[i] != plan->measure)
          add_band (bands, &plan->risk->measures[i]);
    }
  else
    {
      const TlComparison *comparison = find_comparison (plan, charts);
      g_autoptr (TlPlaceSeries) series = tl_place_series_new (plan->assessment, plan->measure, comparison);

      for (guint i = 0; i < comparison->n_places; i++)
        add_place (bands, plan->measure, comparison->places[i].place, series, i);
    }
  return bands;
}

/* Small charts of one measure are read against one another, so all have the scale that the widest needs. */
static void
find_values (const GPtrArray *bands,
             double          *least,
             double          *greatest)
{
  for (guint i = 0; i < bands->len; i++)
    {
      const TlTimelineBand *band = g_ptr_array_index (bands, i);

      for (guint j = 0; band->place != NULL && j < band->measure->series->n_points; j++)
        {
          double value = band->measure->series->points[j].value;

          if (value < *least)
            *least = value;
          if (value > *greatest)
            *greatest = value;
        }
    }
}

/**
 * tl_timeline_bands_lay_out:
 * @bands: (element-type TlTimelineBand): charts
 * @plan: what stands on the timeline
 * @ink: what they will be drawn with
 * @days: the time scale
 * @length: width of all days
 *
 * Lays charts out one above another on a time scale.
 *
 * Returns: how high they are together
 */
double
tl_timeline_bands_lay_out (GPtrArray            *bands,
                           const TlTimelinePlan *plan,
                           const TlInk          *ink,
                           const TlScale        *days,
                           double                length)
{
  double y = 0, least = G_MAXDOUBLE, greatest = -G_MAXDOUBLE;

  find_values (bands, &least, &greatest);
  for (guint i = 0; i < bands->len; i++)
    {
      TlTimelineBand *band = g_ptr_array_index (bands, i);
      TlProcessChartOptions options = {
        .size = i == 0 ? TL_CHART_SIZE_FULL : TL_CHART_SIZE_SMALL,
        .as_at = tl_assessment_get_as_at (plan->assessment),
        .days = days,
        .least = least,
        .greatest = greatest,
        .has_values = band->place != NULL && greatest >= least,
      };

      band->top = y;
      band->height = tl_ink_px (ink, i == 0 ? FULL : SMALL);
      g_clear_pointer (&band->chart, tl_process_chart_free);
      band->chart = tl_process_chart_new (ink, band->measure, &options, length, band->height);
      y += band->height + (i + 1 < bands->len ? tl_ink_px (ink, ROOM) : 0);
    }
  return y;
}

/**
 * tl_timeline_band_describe_point:
 * @self: a chart of a timeline
 * @point: index of a point of its series
 * @as_at: the day for which everything is shown
 *
 * Returns: (transfer full): what the point is, and which signal in plain words
 */
char *
tl_timeline_band_describe_point (const TlTimelineBand *self,
                                 guint                 point,
                                 TlDay                 as_at)
{
  g_autofree char *words = tl_process_chart_describe_point (self->measure, point, as_at);
  const char *name = self->place != NULL ? self->place->name : self->measure->facts->title;

  return name != NULL ? g_strdup_printf ("%s: %s", name, words) : g_steal_pointer (&words);
}
