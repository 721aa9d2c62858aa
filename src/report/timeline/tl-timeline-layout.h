/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-axis.h"
#include "tl-ink.h"
#include "tl-label-placing.h"
#include "tl-place-series.h"
#include "tl-process-chart.h"
#include "tl-timeline-glyphs.h"

G_BEGIN_DECLS

/**
 * TlTimelineCharts:
 * @TL_TIMELINE_CHARTS_PRIMARY: the primary measure
 * @TL_TIMELINE_CHARTS_ALL: all measures, one above another
 * @TL_TIMELINE_CHARTS_LOCATION: the primary measure at each location, one small chart above another
 * @TL_TIMELINE_CHARTS_TEAM: the same by team
 * @TL_TIMELINE_CHARTS_SHIFT: the same by shift
 * @TL_TIMELINE_CHARTS_STAFF_GROUP: the same by staff group
 *
 * Which charts stand above the lanes.
 */
typedef enum
{
  TL_TIMELINE_CHARTS_PRIMARY,
  TL_TIMELINE_CHARTS_ALL,
  TL_TIMELINE_CHARTS_LOCATION,
  TL_TIMELINE_CHARTS_TEAM,
  TL_TIMELINE_CHARTS_SHIFT,
  TL_TIMELINE_CHARTS_STAFF_GROUP,
} TlTimelineCharts;

/**
 * TlTimelineBand:
 * @measure: what is drawn
 * @place: (nullable): the place whose readings it has, %NULL for all places
 * @chart: its chart
 * @top: where it begins, beneath the dates
 * @height: how high it is
 *
 * A chart above the lanes.
 */
typedef struct
{
  const TlMeasureJudgement *measure;
  const TlPlaceFacts *place;
  TlProcessChart *chart;
  double top;
  double height;

  /*< private >*/
  TlMeasureJudgement *own;
  TlPlaceSeries *series;
} TlTimelineBand;

/**
 * TlTimelineLayout:
 * @plan: what stands on it
 * @gutter: width of the names
 * @names_left: where the names begin across
 * @plot_left: where the plot begins across
 * @margin: width of the charts' labels, which cover the right of the charts
 * @plot_width: width beside the names, in which time is seen
 * @today_at: which part of that width lies before today when everything is shown anew
 * @axis_height: height of the dates at the top, which stay when the rest scrolls
 * @bands: (element-type TlTimelineBand): the charts, from the top
 * @charts_height: height of all charts, which begin beneath the dates
 * @height: height of everything beneath the dates
 * @days: from days to positions across, from the first day that can be scrolled to
 * @length: width of all days
 * @tops: (array): where each lane begins, beneath the dates
 * @heights: (array): how high each lane is
 *
 * Where everything stands, for a width and a length of time. Positions are in units of the drawing; across they begin
 * at the first day, down beneath the dates.
 */
typedef struct
{
  TlTimelinePlan *plan;
  double gutter;
  double names_left;
  double plot_left;
  double margin;
  double plot_width;
  double today_at;
  double axis_height;
  GPtrArray *bands;
  double charts_height;
  double height;
  TlScale days;
  double length;
  double *tops;
  double *heights;

  /*< private >*/
  GPtrArray *glyphs;
  TlTimelineGlyphSizes *sizes;
  double glyphs_from;
  double glyphs_to;
  PangoLayout *digits[10];
  double words_width;
} TlTimelineLayout;

TlTimelineLayout *tl_timeline_layout_new       (TlTimelinePlan         *plan,
                                                const TlInk            *ink,
                                                TlTimelineCharts        charts,
                                                double                  width,
                                                double                  span);
void              tl_timeline_layout_free      (TlTimelineLayout       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlTimelineLayout, tl_timeline_layout_free)

void              tl_timeline_layout_mirror    (TlTimelineLayout       *self);
double            tl_timeline_layout_get_whole (const TlTimelineLayout *self);
GPtrArray        *tl_timeline_layout_get_glyphs (TlTimelineLayout      *self,
                                                double                  from,
                                                double                  to);
const TlTimelineGlyph *
                  tl_timeline_layout_find_glyph (TlTimelineLayout      *self,
                                                guint                   entry,
                                                guint                  *lane);
const TlTimelineGlyph *
                  tl_timeline_layout_pick_glyph (TlTimelineLayout      *self,
                                                double                  x,
                                                double                  y,
                                                guint                  *lane);
PangoLayout      *tl_timeline_layout_get_digit (TlTimelineLayout       *self,
                                                const TlInk            *ink,
                                                guint                   digit);
TlBox             tl_timeline_layout_get_box   (const TlTimelineLayout *self,
                                                const TlTimelineGlyph  *glyph,
                                                guint                   lane);
const TlTimelineBand *
                  tl_timeline_layout_pick_point (const TlTimelineLayout *self,
                                                double                  x,
                                                double                  y,
                                                double                  reach,
                                                guint                  *point);

/* The charts of a layout, in tl-timeline-bands.c. */
GPtrArray        *tl_timeline_bands_new        (const TlTimelinePlan   *plan,
                                                TlTimelineCharts        charts);
double            tl_timeline_bands_lay_out    (GPtrArray              *bands,
                                                const TlTimelinePlan   *plan,
                                                const TlInk            *ink,
                                                const TlScale          *days,
                                                double                  length);
gboolean          tl_timeline_plan_offers      (const TlTimelinePlan   *plan,
                                                TlTimelineCharts        charts);
char             *tl_timeline_band_describe_point (const TlTimelineBand *self,
                                                guint                   point,
                                                TlDay                   as_at);

G_END_DECLS
