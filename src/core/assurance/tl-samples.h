/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-judge.h"
#include "tl-reading-rules.h"

G_BEGIN_DECLS

/**
 * TlSample:
 * @reading: the reading
 * @period: number of its period
 * @numbers: its numbers
 *
 * A reading that counts.
 */
typedef struct
{
  const TlReadingFacts *reading;
  int period;
  TlReadingValue numbers;
} TlSample;

/**
 * TlSamples:
 * @measure: the measure
 * @samples: (array length=n): the readings that count, by period
 * @n: how many
 * @left_out: how many were left out because they are impossible
 * @left_out_above: how many were left out because places below have readings in the same period
 *
 * A measure's readings up to the as-at date, without those that would count twice.
 */
typedef struct
{
  const TlMeasureFacts *measure;
  TlSample *samples;
  guint n;
  guint left_out;
  guint left_out_above;
} TlSamples;

void                tl_samples_init       (TlSamples            *self,
                                           const TlJudge        *judge,
                                           const TlMeasureFacts *measure);
void                tl_samples_clear      (TlSamples            *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlSamples, tl_samples_clear)

const TlPlaceFacts *tl_reading_get_place  (const TlReadingFacts *reading,
                                           TlPlaceKind           dimension);

G_END_DECLS
