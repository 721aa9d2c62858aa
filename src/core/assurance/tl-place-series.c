/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-place-series.h"

#include "tl-assessment-private.h"
#include "tl-comparison.h"

struct _TlPlaceSeries
{
  TlArena *arena;
  TlComparison comparison;
};

/**
 * tl_place_series_new:
 * @assessment: what is concluded
 * @measure: one of its measures
 * @comparison: one of the measure's comparisons
 *
 * Puts the readings of each place into the measure's periods.
 *
 * Returns: (transfer full): the series of the comparison's places
 */
TlPlaceSeries *
tl_place_series_new (const TlAssessment       *assessment,
                     const TlMeasureJudgement *measure,
                     const TlComparison       *comparison)
{
  TlPlaceSeries *self = g_rc_box_new0 (TlPlaceSeries);
  TlJudge judge = assessment->judge;
  g_auto (TlSamples) samples = { NULL };

  self->arena = tl_arena_new ();
  judge.arena = self->arena;
  tl_samples_init (&samples, &judge, measure->facts);
  tl_comparison_copy_with_series (comparison, &judge, &samples, &self->comparison);
  return self;
}

/**
 * tl_place_series_ref:
 * @self: series of places
 *
 * Returns: (transfer full): the same, held once more
 */
TlPlaceSeries *
tl_place_series_ref (TlPlaceSeries *self)
{
  return g_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  TlPlaceSeries *self = data;

  tl_arena_free (self->arena);
}

/**
 * tl_place_series_unref:
 * @self: (transfer full): series of places
 *
 * Lets go of them; the last to do so frees them.
 */
void
tl_place_series_unref (TlPlaceSeries *self)
{
  g_rc_box_release_full (self, clear);
}

/**
 * tl_place_series_get:
 * @self: series of places
 * @place: which of the comparison's places, from 0
 *
 * Returns: (transfer none): its series, without limits
 */
TlSeries *
tl_place_series_get (TlPlaceSeries *self,
                     guint          place)
{
  g_return_val_if_fail (place < self->comparison.n_places, NULL);

  return self->comparison.places[place].series;
}
