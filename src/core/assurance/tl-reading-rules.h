/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-facts.h"

G_BEGIN_DECLS

/**
 * TlReadingSort:
 * @TL_READING_IMPOSSIBLE: it can't be so, or lacks its number: kept, marked and left out
 * @TL_READING_NOTHING: 0 of 0: there was nothing to sample
 * @TL_READING_BARE: a percentage without its numbers
 * @TL_READING_COUNTED: events, or a quantity, without a denominator
 * @TL_READING_SAMPLED: with numerator and denominator, or a quantity and how many it averages
 *
 * What can be done with a reading.
 */
typedef enum
{
  TL_READING_IMPOSSIBLE,
  TL_READING_NOTHING,
  TL_READING_BARE,
  TL_READING_COUNTED,
  TL_READING_SAMPLED,
} TlReadingSort;

/**
 * TlReadingValue:
 * @sort: what can be done with it
 * @numerator: events, or the quantity times its weight; %NAN for a bare percentage
 * @denominator: sample, exposure or weight; %NAN when it isn't said, but 1 for a quantity
 * @value: percentage, events or rate, quantity; %NAN when there is none
 *
 * A reading's numbers, settled.
 */
typedef struct
{
  TlReadingSort sort;
  double numerator;
  double denominator;
  double value;
} TlReadingValue;

TlReadingValue tl_reading_get_value     (const TlReadingFacts *reading,
                                         TlMeasureKind         kind);
double         tl_measure_get_baseline  (const TlMeasureFacts *measure);
gboolean       tl_measure_get_baseline_counts (const TlMeasureFacts *measure,
                                               double               *numerator,
                                               double               *denominator);
double         tl_measure_get_target    (const TlMeasureFacts *measure);
gboolean       tl_measure_is_at_most    (const TlMeasureFacts *measure);
gboolean       tl_measure_meets         (const TlMeasureFacts *measure,
                                         double                target,
                                         double                value);
TlRole         tl_measure_get_role      (const TlMeasureFacts *measure);

G_END_DECLS
