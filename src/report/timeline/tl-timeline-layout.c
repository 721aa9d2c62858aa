/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-timeline-layout.h"

#include <math.h>

#include "tl-timeline-words.h"

/* In pixels of the design. */
#define GUTTER 236
#define GUTTER_PART 0.32
#define MARGIN 84
#define AXIS 24
#define LANE 18
#define ACTION 17
#define REVIEW 26
#define GROUP_GAP 8
#define WORDS_AT 11
/* How far to the right today stands when everything is shown anew, unless the chart's labels need more room. */
#define TODAY_AT 0.84

static double
get_lane_height (TlTimelineGroup group)
{
  switch (group)
    {
    case TL_TIMELINE_GROUP_ACTIONS:
      return ACTION;
    case TL_TIMELINE_GROUP_REVIEWS:
    case TL_TIMELINE_GROUP_OWNERS:
      return REVIEW;
    case TL_TIMELINE_GROUP_FRONTLINE:
    case TL_TIMELINE_GROUP_VOICE:
    case TL_TIMELINE_GROUP_GOVERNANCE:
    default:
      return LANE;
    }
}

/* Lanes from the top, with some room around each group. */
static void
place_lanes (TlTimelineLayout *self,
             const TlInk      *ink)
{
  guint n = self->plan->lanes->len;
  double y = self->charts_height, digit = tl_timeline_glyph_measure_digit (ink);

  self->tops = g_new0 (double, n + 1);
  self->heights = g_new0 (double, n + 1);
  self->sizes = g_new0 (TlTimelineGlyphSizes, n + 1);
  for (guint i = 0; i < n; i++)
    {
      const TlTimelineLane *lane = g_ptr_array_index (self->plan->lanes, i);
      const TlTimelineLane *previous = i > 0 ? g_ptr_array_index (self->plan->lanes, i - 1) : NULL;
      gboolean review = lane->group >= TL_TIMELINE_GROUP_REVIEWS;

      if (previous == NULL || previous->group != lane->group)
        y += tl_ink_px (ink, previous == NULL ? GROUP_GAP / 2.0 : review ? GROUP_GAP / 2.0 : GROUP_GAP);
      self->tops[i] = y;
      self->heights[i] = tl_ink_px (ink, get_lane_height (lane->group));
      self->sizes[i] = tl_timeline_glyph_sizes_new (ink, lane->group, digit);
      y += self->heights[i];
    }
  self->height = y;
}

/* How much room what is said of late actions needs, where nothing is known yet. */
static double
measure_words (TlTimelineLayout *self,
               const TlInk      *ink)
{
  double widest = 0;

  for (guint i = 0; i < self->plan->lanes->len; i++)
    {
      const TlTimelineLane *lane = g_ptr_array_index (self->plan->lanes, i);
      const TlTimelineEntry *entry = lane->n_longs == 1 ? &self->plan->entries[lane->longs[0]] : NULL;
      g_autofree char *words = NULL;

      if (entry == NULL || entry->kind != TL_TIMELINE_KIND_ACTION || !tl_timeline_words_late (entry))
        continue;
      words = tl_timeline_words_says (self->plan, entry);
      widest = MAX (widest, tl_ink_measure_text (ink, words, TL_TEXT_SMALL_BOLD) + tl_ink_px (ink, WORDS_AT));
    }
  return MIN (widest, self->plot_width / 2);
}

/* The labels of the chart stand where nothing is known yet, so that much future can always be seen. */
static void
scale_days (TlTimelineLayout *self,
            const TlInk      *ink,
            double            margin,
            double            span)
{
  double as_at = tl_assessment_get_as_at (self->plan->assessment), from = self->plan->from_date, to;

  self->margin = self->plan->measure != NULL ? MIN (margin, self->plot_width / 2) : 0;
  self->today_at = MIN (TODAY_AT, 1 - (MAX (self->margin, self->words_width) + tl_ink_px (ink, 12)) / self->plot_width);
  to = MAX (self->plan->until_date, as_at + span * (1 - self->today_at));
  /* What is shorter than the view ends at its right. */
  from = MIN (from, to - span);
  self->length = self->plot_width * (to - from) / span;
  self->days = (TlScale) { from, to, 0, self->length };
}

static void
lay_out_charts (TlTimelineLayout *self,
                const TlInk      *ink,
                double            span)
{
  double margin = tl_ink_px (ink, MARGIN), wanted = 0;

  self->charts_height = tl_timeline_bands_lay_out (self->bands, self->plan, ink, &self->days, self->length);
  for (guint i = 0; i < self->bands->len; i++)
    wanted = MAX (wanted, tl_process_chart_get_label_width (((TlTimelineBand *) self->bands->pdata[i])->chart)
                            + tl_ink_px (ink, 14));
  if (wanted <= margin)
    return;
  scale_days (self, ink, wanted, span);
  self->charts_height = tl_timeline_bands_lay_out (self->bands, self->plan, ink, &self->days, self->length);
}

/**
 * tl_timeline_layout_new:
 * @plan: what stands on it
 * @ink: what it will be drawn with
 * @charts: which charts stand above the lanes
 * @width: how wide all of it is
 * @span: how many days are seen at once
 *
 * Returns: (transfer full): where everything stands
 */
TlTimelineLayout *
tl_timeline_layout_new (TlTimelinePlan   *plan,
                        const TlInk      *ink,
                        TlTimelineCharts  charts,
                        double            width,
                        double            span)
{
  TlTimelineLayout *self = g_new0 (TlTimelineLayout, 1);

  self->plan = tl_timeline_plan_ref (plan);
  /* On whole pixels, so that what is kept as pixels neither blurs nor shows where it is put together. */
  self->gutter = round (MIN (tl_ink_px (ink, GUTTER), width * GUTTER_PART));
  self->plot_left = self->gutter;
  self->plot_width = MAX (width - self->gutter, 1);
  self->axis_height = round (tl_ink_px (ink, AXIS));
  self->bands = tl_timeline_bands_new (plan, charts);
  self->words_width = measure_words (self, ink);
  scale_days (self, ink, tl_ink_px (ink, MARGIN), MAX (span, 1));
  lay_out_charts (self, ink, MAX (span, 1));
  place_lanes (self, ink);
  self->glyphs = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  return self;
}

void
tl_timeline_layout_free (TlTimelineLayout *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->bands);
  g_ptr_array_unref (self->glyphs);
  for (guint i = 0; i < G_N_ELEMENTS (self->digits); i++)
    g_clear_object (&self->digits[i]);
  g_free (self->tops);
  g_free (self->heights);
  g_free (self->sizes);
  tl_timeline_plan_unref (self->plan);
  g_free (self);
}

/**
 * tl_timeline_layout_mirror:
 * @self: a layout
 *
 * Puts the names at the right, for those who read from there. Time goes on to the right all the same.
 */
void
tl_timeline_layout_mirror (TlTimelineLayout *self)
{
  self->plot_left = 0;
  self->names_left = self->plot_width;
}

/**
 * tl_timeline_layout_get_whole:
 * @self: a layout
 *
 * Returns: how many days are to be seen so that everything is, and the future that can always be seen
 */
double
tl_timeline_layout_get_whole (const TlTimelineLayout *self)
{
  double past = tl_assessment_get_as_at (self->plan->assessment) - self->plan->from_date;

  return MAX (tl_timeline_plan_get_whole (self->plan), past / self->today_at);
}

/**
 * tl_timeline_layout_get_digit:
 * @self: a layout
 * @ink: what it is drawn with
 * @digit: a digit
 *
 * Sets a digit once for all counts: there may be hundreds in sight, and setting a text takes longer than drawing it.
 *
 * Returns: (transfer none): the digit
 */
PangoLayout *
tl_timeline_layout_get_digit (TlTimelineLayout *self,
                              const TlInk      *ink,
                              guint             digit)
{
  const char text[] = { (char) ('0' + digit), '\0' };

  if (self->digits[digit] == NULL)
    self->digits[digit] = tl_ink_create_layout (ink, text, TL_TEXT_SMALL_BOLD);
  return self->digits[digit];
}

/**
 * tl_timeline_layout_get_glyphs:
 * @self: a layout
 * @from: a position across
 * @to: a position not before it
 *
 * Places what can be seen of all lanes between two positions, and somewhat to either side. What is beyond isn't kept.
 *
 * Returns: (transfer none) (element-type GArray): an array of #TlTimelineGlyph for each lane
 */
GPtrArray *
tl_timeline_layout_get_glyphs (TlTimelineLayout *self,
                               double            from,
                               double            to)
{
  if (self->glyphs->len > 0 && from >= self->glyphs_from && to <= self->glyphs_to)
    return self->glyphs;
  g_ptr_array_set_size (self->glyphs, 0);
  self->glyphs_from = from - self->plot_width / 2;
  self->glyphs_to = to + self->plot_width / 2;
  for (guint i = 0; i < self->plan->lanes->len; i++)
    g_ptr_array_add (self->glyphs, tl_timeline_glyphs_place (self->plan, g_ptr_array_index (self->plan->lanes, i),
                                                             &self->days, &self->sizes[i], self->glyphs_from,
                                                             self->glyphs_to));
  return self->glyphs;
}

/**
 * tl_timeline_layout_find_glyph:
 * @self: a layout
 * @entry: an entry of its plan
 * @lane: (out): its lane
 *
 * Returns: (transfer none) (nullable): what shows the entry, alone or with others; %NULL for a silence that only counts
 *   speak of
 */
const TlTimelineGlyph *
tl_timeline_layout_find_glyph (TlTimelineLayout *self,
                               guint             entry,
                               guint            *lane)
{
  double from = tl_scale_day (&self->days, self->plan->entries[entry].date);
  double to = tl_scale_day (&self->days, self->plan->entries[entry].until);
  GArray *glyphs;

  *lane = tl_timeline_plan_get_lane (self->plan, entry);
  if (to - from > 2 * self->plot_width)
    to = from;
  glyphs = g_ptr_array_index (tl_timeline_layout_get_glyphs (self, from, to), *lane);
  return tl_timeline_glyphs_find (glyphs, g_ptr_array_index (self->plan->lanes, *lane), entry);
}

/**
 * tl_timeline_layout_get_box:
 * @self: a layout
 * @glyph: what is drawn
 * @lane: its lane
 *
 * Returns: the box that can be pressed to choose it
 */
TlBox
tl_timeline_layout_get_box (const TlTimelineLayout *self,
                            const TlTimelineGlyph  *glyph,
                            guint                   lane)
{
  return (TlBox) { glyph->left, self->tops[lane], glyph->right - glyph->left, self->heights[lane] };
}

/**
 * tl_timeline_layout_pick_glyph:
 * @self: a layout
 * @x: a position across
 * @y: a position down
 * @lane: (out): its lane
 *
 * Returns: (transfer none) (nullable): what is drawn there; a long one gives way to a mark that stands on it
 */
const TlTimelineGlyph *
tl_timeline_layout_pick_glyph (TlTimelineLayout *self,
                               double            x,
                               double            y,
                               guint            *lane)
{
  GArray *glyphs;

  for (*lane = 0; *lane < self->plan->lanes->len; (*lane)++)
    if (y >= self->tops[*lane] && y <= self->tops[*lane] + self->heights[*lane])
      break;
  if (*lane == self->plan->lanes->len)
    return NULL;
  /* Marks come before what has a length. */
  glyphs = g_ptr_array_index (tl_timeline_layout_get_glyphs (self, x, x), *lane);
  for (guint i = 0; i < glyphs->len; i++)
    {
      const TlTimelineGlyph *glyph = &g_array_index (glyphs, TlTimelineGlyph, i);

      if (x >= glyph->left && x <= glyph->right)
        return glyph;
    }
  return NULL;
}

/**
 * tl_timeline_layout_pick_point:
 * @self: a layout
 * @x: a position across
 * @y: a position down
 * @reach: how far away a point may be
 * @point: (out): index of the point in its measure's series
 *
 * Returns: (transfer none) (nullable): the chart whose point is there
 */
const TlTimelineBand *
tl_timeline_layout_pick_point (const TlTimelineLayout *self,
                               double                  x,
                               double                  y,
                               double                  reach,
                               guint                  *point)
{
  for (guint i = 0; i < self->bands->len; i++)
    {
      const TlTimelineBand *band = g_ptr_array_index (self->bands, i);

      if (y >= band->top && y < band->top + band->height
          && tl_process_chart_find_point (band->chart, x, y - band->top, reach, point))
        return band;
    }
  return NULL;
}
