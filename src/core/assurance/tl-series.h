/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-facts.h"
#include "tl-states.h"

G_BEGIN_DECLS

/**
 * TlPoint:
 * @start: first day of the period
 * @end: last day of the period
 * @numerator: sum of the numerators; %NAN when not counted
 * @denominator: sum of the denominators or exposures; %NAN when none
 * @value: percentage (0 to 100) of a proportion, count or rate of a count, mean of a value; %NAN when the period has none
 * @ended: whether the period has ended
 * @counted: whether the period counts towards windows, runs and limits
 * @nothing_to_sample: whether all its readings are 0 of 0, which neither breaks nor lengthens a run
 * @mean: the mean of the limits that apply at this point; %NAN when there are none
 * @lower: lower process limit; %NAN when there is none
 * @upper: upper process limit; %NAN when there is none
 * @trial: whether the limits rest on fewer than 12 points
 * @segment: number of the stretch between recorded step changes, from 0
 * @signal: its signal on the measure's chart
 * @side: which way the signal points
 * @good: whether that is the measure's good way; %TL_FLAG_NONE without a signal
 *
 * A period of a measure's series, with the limits of the measure's chart.
 */
typedef struct
{
  TlDay start;
  TlDay end;
  double numerator;
  double denominator;
  double value;
  gboolean ended;
  gboolean counted;
  gboolean nothing_to_sample;
  double mean;
  double lower;
  double upper;
  gboolean trial;
  guint segment;
  TlSignal signal;
  TlSide side;
  TlFlag good;
} TlPoint;

/**
 * TlSeries:
 * @points: (array length=n_points): every period from the first with a reading to the last, in order; those without a
 *   reading have no value
 * @n_points: how many
 * @left_out: readings that were left out because they are impossible
 * @left_out_above: readings that were left out because places below have readings in the same period
 *
 * A measure in its own periods, for a set of places.
 */
typedef struct
{
  TlPoint *points;
  guint n_points;
  guint left_out;
  guint left_out_above;
} TlSeries;

G_END_DECLS
