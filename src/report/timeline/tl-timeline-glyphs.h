/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-axis.h"
#include "tl-ink.h"
#include "tl-timeline-plan.h"

G_BEGIN_DECLS

/**
 * TlTimelineGlyph:
 * @x: where its middle is, across
 * @left: where it begins
 * @right: where it ends
 * @first: index of its first mark in its lane's marks, or in what has a length
 * @n: how many marks it stands for; more than one is a count
 * @alarms: how many of them must not disappear in it
 * @is_long: whether it has a length
 * @hides_silence: whether it leaves no room to show a time in which expected evidence did not come
 *
 * What is drawn in a lane: a mark, a bar, a gap, or a count of several that have no room. Positions are those of the
 * layout.
 */
typedef struct
{
  double x;
  double left;
  double right;
  guint first;
  guint n;
  guint alarms;
  gboolean is_long;
  gboolean hides_silence;
} TlTimelineGlyph;

/**
 * TlTimelineGlyphSizes:
 * @reach: half the width of a mark
 * @gap: least distance between two glyphs
 * @pad: what a count has on either side of its number
 * @digit: width of a digit
 * @alarm: width of the mark that says that a count has something in it that must not disappear
 * @end: how far from its days' marks a silence stays
 *
 * How large glyphs are.
 */
typedef struct
{
  double reach;
  double gap;
  double pad;
  double digit;
  double alarm;
  double end;
} TlTimelineGlyphSizes;

double               tl_timeline_glyph_measure_digit (const TlInk            *ink);
TlTimelineGlyphSizes tl_timeline_glyph_sizes_new (const TlInk                *ink,
                                                  TlTimelineGroup             group,
                                                  double                      digit);
GArray              *tl_timeline_glyphs_place    (const TlTimelinePlan       *plan,
                                                  const TlTimelineLane       *lane,
                                                  const TlScale              *days,
                                                  const TlTimelineGlyphSizes *sizes,
                                                  double                      from,
                                                  double                      to);
const TlTimelineGlyph *
                     tl_timeline_glyphs_find     (const GArray               *glyphs,
                                                  const TlTimelineLane       *lane,
                                                  guint                       entry);
guint                tl_timeline_glyph_get_entry (const TlTimelineGlyph      *self,
                                                  const TlTimelineLane       *lane,
                                                  guint                       index);
guint                tl_timeline_count_digits    (guint                       n);
char                *tl_timeline_glyph_describe  (const TlTimelineGlyph      *self,
                                                  const TlTimelinePlan       *plan,
                                                  const TlTimelineLane       *lane);

G_END_DECLS
