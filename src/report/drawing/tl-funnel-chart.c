/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-funnel-chart-private.h"

#include <math.h>

#include "tl-format.h"
#include "tl-funnel.h"
#include "tl-sample-size.h"

/* In pixels of the design. */
#define PAD 8
#define LEAST_PLOT 60

/* ── Limits ── */

/**
 * tl_funnel_chart_has_limits:
 * @measure: a measure
 * @comparison: how its places compare
 *
 * Returns: whether chance has limits here: it has for proportions and for counts with exposure, not for quantities
 */
gboolean
tl_funnel_chart_has_limits (const TlMeasureJudgement *measure,
                            const TlComparison       *comparison)
{
  if (!comparison->comparable || !isfinite (comparison->pooled_value))
    return FALSE;
  if (measure->facts->kind == TL_MEASURE_KIND_PROPORTION)
    return comparison->pooled_denominator > 0;
  return measure->facts->kind == TL_MEASURE_KIND_COUNT && comparison->pooled_value > 0;
}

/**
 * tl_funnel_chart_get_limit:
 * @measure: a measure
 * @comparison: how its places compare, with limits
 * @limit: which pair of limits
 * @above: %TRUE for the upper one
 * @denominator: the size of a sample, above 0
 *
 * The limit by the rule that places are judged by, with any allowance for overdispersion: D. J. Spiegelhalter, Funnel
 * Plots for Comparing Institutional Performance, Statistics in Medicine 24 (2005), on the arcsine scale; counts by the
 * exact Poisson tail.
 *
 * Returns: the limit in the measure's unit; %NAN where no place of that size could lie beyond it
 */
double
tl_funnel_chart_get_limit (const TlMeasureJudgement *measure,
                           const TlComparison       *comparison,
                           TlFunnelLimit             limit,
                           gboolean                  above,
                           double                    denominator)
{
  double z = limit == TL_FUNNEL_LIMIT_WEAK ? TL_FUNNEL_WEAK : TL_FUNNEL_WATCH;

  if (measure->facts->kind == TL_MEASURE_KIND_PROPORTION)
    return 100 * tl_funnel_get_limit (CLAMP (comparison->pooled_value / 100, 0, 1), denominator, comparison->spread,
                                      above ? z : -z);
  return tl_funnel_get_rate_limit (comparison->pooled_value, denominator,
                                   limit == TL_FUNNEL_LIMIT_WEAK ? TL_FUNNEL_TAIL_WEAK : TL_FUNNEL_TAIL_WATCH, above);
}

/**
 * tl_funnel_chart_get_limit_at:
 * @self: a chart
 * @limit: which pair of limits
 * @above: %TRUE for the upper one
 * @x: a position
 *
 * Returns: how high the limit is drawn there; %NAN where it isn't
 */
double
tl_funnel_chart_get_limit_at (const TlFunnelChart *self,
                              TlFunnelLimit        limit,
                              gboolean             above,
                              double               x)
{
  double size = tl_scale_to_value (&self->sizes, x);

  if (!self->limited || !(size > 0))
    return NAN;
  return tl_scale_to_position (&self->values, tl_funnel_chart_get_limit (self->measure, self->comparison, limit, above, size));
}

/* ── Scales ── */

gboolean
tl_funnel_chart_is_placed (const TlPlaceJudgement *place)
{
  return isfinite (place->value) && place->denominator > 0 && place->state != TL_PLACE_STATE_UNSAMPLED;
}

/* Every place, both lines, and the inner limits of every place that is large enough to judge. */
static void
find_range (const TlFunnelChart *self,
            double              *from,
            double              *to,
            double              *most)
{
  const TlComparison *comparison = self->comparison;
  double least = INFINITY, greatest = -INFINITY;

  /* The limits of smaller samples would make the chart too tall to read. */
  *most = TL_ENOUGH_RECORDS;
  tl_axis_include (comparison->pooled_value, &least, &greatest);
  tl_axis_include (self->measure->target_value, &least, &greatest);
  for (guint i = 0; i < comparison->n_places; i++)
    {
      const TlPlaceJudgement *place = &comparison->places[i];

      if (!tl_funnel_chart_is_placed (place))
        continue;
      *most = MAX (*most, place->denominator);
      tl_axis_include (place->value, &least, &greatest);
      for (gboolean above = FALSE; above <= TRUE && self->limited && place->denominator >= TL_ENOUGH_RECORDS; above++)
        tl_axis_include (tl_funnel_chart_get_limit (self->measure, comparison, TL_FUNNEL_LIMIT_WATCH, above,
                                                    place->denominator), &least, &greatest);
    }
  if (!(greatest >= least))
    least = greatest = 0;
  if (!(greatest > least))
    tl_axis_widen (least, greatest, 0.5, &least, &greatest);
  *from = least;
  *to = greatest;
}

GArray *
tl_funnel_chart_create_ticks (const TlScale *scale,
                              double         room,
                              guint         *decimals)
{
  return tl_axis_number_ticks (scale->from, scale->to, (guint) CLAMP (fabs (scale->end - scale->start) / room, 1, 8), decimals);
}

char *
tl_funnel_chart_format_value (const TlFunnelChart *self,
                              double               value,
                              guint                decimals)
{
  return tl_format_scale_value (self->measure->facts, value, (int) decimals);
}

/* How wide the values beside the plot are. */
static double
measure_ticks (const TlFunnelChart *self,
               const TlInk         *ink)
{
  guint decimals;
  g_autoptr(GArray) ticks = tl_funnel_chart_create_ticks (&self->values, tl_ink_px (ink, TL_FUNNEL_ROW_ROOM), &decimals);
  double widest = 0;

  for (guint i = 0; i < ticks->len; i++)
    {
      g_autofree char *text = tl_funnel_chart_format_value (self, g_array_index (ticks, TlTick, i).value, decimals);

      widest = MAX (widest, tl_ink_measure_text (ink, text, TL_TEXT_SMALL));
    }
  return widest;
}

/* ── Layout ── */

static void
lay_out (TlFunnelChart *self,
         const TlInk   *ink)
{
  double pad = tl_ink_px (ink, PAD), foot = ink->text_size * ink->small * 1.5, gap = tl_ink_px (ink, TL_FUNNEL_LABEL_GAP);
  double from, to, most, left, right;

  find_range (self, &from, &to, &most);
  /* The ticks depend on the height alone, so their width is known before the plot's. */
  self->plot.y = pad;
  self->plot.height = MAX (self->height - self->plot.y - foot - pad, 1);
  self->values = (TlScale) { from, to, self->plot.y + self->plot.height - pad, self->plot.y + pad };
  self->sizes.to = most;
  tl_funnel_chart_add_labels (self, ink);
  left = measure_ticks (self, ink) + gap;
  right = tl_funnel_chart_measure_labels (self) + gap;
  /* What would leave the chart no room says nothing that its sentence doesn't. */
  if (self->width - left - right < tl_ink_px (ink, LEAST_PLOT))
    {
      for (guint i = 0; i < self->n_labels; i++)
        g_clear_object (&self->labels[i].layout);
      self->n_labels = 0;
      right = gap;
    }
  if (self->width - left - right < tl_ink_px (ink, LEAST_PLOT))
    left = gap;
  self->plot.x = left;
  self->plot.width = MAX (self->width - left - right, 1);
  self->sizes = (TlScale) { 0, most, self->plot.x, self->plot.x + MAX (self->plot.width - 1.5 * pad, 1) };
}

/**
 * tl_funnel_chart_new:
 * @ink: what it will be drawn with
 * @measure: a measure
 * @comparison: how its places compare
 * @width: of the drawing
 * @height: of the drawing
 *
 * Lays out the places of a comparison by the size of their sample: the smaller it is, the farther chance alone may take
 * a place from all places together. What a place is shows by its shape and, when it is weak or on watch, by its name. The
 * places are judged already; nothing is concluded here.
 *
 * Returns: (transfer full): the chart
 */
TlFunnelChart *
tl_funnel_chart_new (const TlInk              *ink,
                     const TlMeasureJudgement *measure,
                     const TlComparison       *comparison,
                     double                    width,
                     double                    height)
{
  TlFunnelChart *self = g_new0 (TlFunnelChart, 1);

  self->measure = measure;
  self->comparison = comparison;
  self->width = width;
  self->height = height;
  self->limited = tl_funnel_chart_has_limits (measure, comparison);
  lay_out (self, ink);
  tl_funnel_chart_place_labels (self);
  tl_funnel_chart_add_names (self, ink);
  tl_funnel_chart_place_names (self, ink);

  return self;
}

void
tl_funnel_chart_free (TlFunnelChart *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n_labels; i++)
    g_clear_object (&self->labels[i].layout);
  for (guint i = 0; i < self->n_names; i++)
    g_clear_object (&self->names[i]);
  g_free (self);
}

/**
 * tl_funnel_chart_get_place:
 * @self: a chart
 * @index: index of a place in the comparison
 * @x: (out): where it is
 * @y: (out): where it is
 *
 * Says where a place is drawn.
 *
 * Returns: whether it is drawn; one without a value, or whose sample has no size, isn't
 */
gboolean
tl_funnel_chart_get_place (const TlFunnelChart *self,
                           guint                index,
                           double              *x,
                           double              *y)
{
  const TlPlaceJudgement *place;

  if (index >= self->comparison->n_places)
    return FALSE;
  place = &self->comparison->places[index];
  if (!tl_funnel_chart_is_placed (place))
    return FALSE;
  *x = tl_scale_to_position (&self->sizes, place->denominator);
  *y = tl_scale_to_position (&self->values, place->value);
  return TRUE;
}

/**
 * tl_funnel_chart_find_place:
 * @self: a chart
 * @x: a position
 * @y: a position
 * @reach: how far away a place may be
 * @index: (out) (optional): index of the place in the comparison
 *
 * Finds the place that is nearest to a position; of two that are equally near the worse.
 *
 * Returns: whether there is one within reach
 */
gboolean
tl_funnel_chart_find_place (const TlFunnelChart *self,
                            double               x,
                            double               y,
                            double               reach,
                            guint               *index)
{
  double nearest = INFINITY, at_x, at_y;

  for (guint i = 0; i < self->comparison->n_places; i++)
    if (tl_funnel_chart_get_place (self, i, &at_x, &at_y) && hypot (at_x - x, at_y - y) <= reach
        && hypot (at_x - x, at_y - y) < nearest)
      {
        nearest = hypot (at_x - x, at_y - y);
        if (index != NULL)
          *index = i;
      }
  return isfinite (nearest);
}
