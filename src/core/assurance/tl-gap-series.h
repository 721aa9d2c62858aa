/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-place-comparison.h"

G_BEGIN_DECLS

/**
 * TlGapEnd:
 * @place: (nullable): the place
 * @numerator: its sum; %NAN when there is none
 * @denominator: its sum; %NAN when there is none
 * @value: its percentage, rate or mean
 *
 * The best or the worst place of some periods.
 */
typedef struct
{
  const TlPlaceFacts *place;
  double numerator;
  double denominator;
  double value;
} TlGapEnd;

/**
 * TlGapPoint:
 * @start: first day of the periods that it rests on
 * @end: last day of the last of them, where it is drawn
 * @n_periods: how many periods with a value it rests on
 * @n_places: how many places have a value in them
 * @worst: the worst place
 * @best: the best place
 * @pooled: all places together; %NAN when they don't add up
 * @gap: best minus worst; %NAN where fewer than two places have a value
 * @low: lower bound of the gap's 95 % interval; %NAN where there is none
 * @high: its upper bound
 *
 * The gap between the best and the worst place at some time.
 */
typedef struct
{
  TlDay start;
  TlDay end;
  guint n_periods;
  guint n_places;
  TlGapEnd worst;
  TlGapEnd best;
  double pooled;
  double gap;
  double low;
  double high;
} TlGapPoint;

/**
 * TlGapSeries:
 * @points: (array length=n_points): the gap at the end of each period that counts and has a value, from the third on
 * @n_points: how many
 * @window: over how many periods each reaches back, where there are so many
 *
 * How the gap between places went. A month of one place is often but a handful of records, so each point adds up as many
 * periods as the comparison does; the first rests on the first three, and the last is the comparison's own gap: what the
 * words say of narrowing and widening compares these two.
 */
typedef struct
{
  TlGapPoint *points;
  guint n_points;
  guint window;
} TlGapSeries;

TlGapSeries *tl_gap_series_new      (const TlPlaceComparison *comparison);
void         tl_gap_series_free     (TlGapSeries             *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlGapSeries, tl_gap_series_free)

const TlGapPoint *tl_gap_series_find_last (const TlGapSeries    *self);

G_END_DECLS
