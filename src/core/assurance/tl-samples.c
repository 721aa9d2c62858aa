/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-samples.h"

#include <string.h>

#include "tl-period.h"

#define DEEPEST 32

/* Where a reading was taken: one of its three kinds of place may lie above another's, or be none, which lies above
 * all. */
typedef struct
{
  const TlPlaceFacts *place;
  const TlPlaceFacts *shift;
  const TlPlaceFacts *staff_group;
} Spot;

static guint
hash_spot (gconstpointer key)
{
  const Spot *spot = key;

  return g_direct_hash (spot->place) * 31 * 31 + g_direct_hash (spot->shift) * 31 + g_direct_hash (spot->staff_group);
}

static gboolean
equal_spots (gconstpointer a,
             gconstpointer b)
{
  const Spot *spot_a = a, *spot_b = b;

  return spot_a->place == spot_b->place && spot_a->shift == spot_b->shift
         && spot_a->staff_group == spot_b->staff_group;
}

static Spot
get_spot (const TlReadingFacts *reading)
{
  return (Spot) { reading->place, reading->shift, reading->staff_group };
}

static int
get_depth (const TlPlaceFacts *place)
{
  int depth = 0;

  while (place != NULL && depth < DEEPEST)
    {
      depth++;
      place = place->parent;
    }
  return depth;
}

/* Spots of the same depths can't lie above one another, which is how most measures are read. */
static gboolean
are_level (const TlSample *samples,
           guint           n)
{
  Spot first = get_spot (samples[0].reading);
  int place = get_depth (first.place), shift = get_depth (first.shift), group = get_depth (first.staff_group);

  for (guint i = 1; i < n; i++)
    {
      Spot spot = get_spot (samples[i].reading);

      if (get_depth (spot.place) != place || get_depth (spot.shift) != shift || get_depth (spot.staff_group) != group)
        return FALSE;
    }
  return TRUE;
}

static const TlPlaceFacts *
climb (const TlPlaceFacts *place,
       int                 step,
       gboolean           *ended)
{
  for (int i = 0; i < step; i++)
    {
      if (place == NULL)
        {
          *ended = TRUE;
          return NULL;
        }
      place = place->parent;
    }
  *ended = step > DEEPEST;
  return place;
}

/* Notes every spot that lies above one: each of its three places, or any above it, or none, but not all the same. */
static void
note_spots_above (GHashTable *above,
                  Spot        spot)
{
  gboolean ended;

  for (int i = 0;; i++)
    {
      const TlPlaceFacts *place = climb (spot.place, i, &ended);

      if (ended)
        break;
      for (int j = 0;; j++)
        {
          const TlPlaceFacts *shift = climb (spot.shift, j, &ended);

          if (ended)
            break;
          for (int k = 0;; k++)
            {
              Spot higher = { place, shift, climb (spot.staff_group, k, &ended) };

              if (ended)
                break;
              if (i + j + k > 0 && !g_hash_table_contains (above, &higher))
                g_hash_table_add (above, g_memdup2 (&higher, sizeof higher));
            }
        }
    }
}

/* Leaves out, within a period, what lies above something else; returns how many remain at the front. */
static guint
leave_out_above (TlSample *samples,
                 guint     n)
{
  g_autoptr (GHashTable) above = NULL;
  g_autoptr (GHashTable) seen = NULL;
  guint kept = 0;

  if (n < 2 || are_level (samples, n))
    return n;

  above = g_hash_table_new_full (hash_spot, equal_spots, g_free, NULL);
  seen = g_hash_table_new_full (hash_spot, equal_spots, g_free, NULL);
  for (guint i = 0; i < n; i++)
    {
      Spot spot = get_spot (samples[i].reading);

      if (g_hash_table_contains (seen, &spot))
        continue;
      g_hash_table_add (seen, g_memdup2 (&spot, sizeof spot));
      note_spots_above (above, spot);
    }
  for (guint i = 0; i < n; i++)
    {
      Spot spot = get_spot (samples[i].reading);

      if (!g_hash_table_contains (above, &spot))
        samples[kept++] = samples[i];
    }
  return kept;
}

static void
read_samples (TlSamples     *self,
              const TlJudge *judge)
{
  TlDay start = 0, end = 0;
  int period = 0;

  for (guint i = 0; i < self->measure->readings.n; i++)
    {
      const TlReadingFacts *reading = self->measure->readings.rows[i];
      TlReadingValue numbers = tl_reading_get_value (reading, self->measure->kind);

      if (reading->date == TL_NO_DAY || reading->date > judge->as_at)
        continue;
      if (numbers.sort == TL_READING_IMPOSSIBLE)
        {
          self->left_out++;
          continue;
        }
      /* Readings come by date, so most are in the period of the one before. */
      if (reading->date < start || reading->date > end)
        {
          period = tl_period_get_number (self->measure->period, reading->date);
          start = tl_period_get_start (self->measure->period, period);
          end = tl_period_get_end (self->measure->period, period);
        }
      self->samples[self->n++] = (TlSample) { reading, period, numbers };
    }
}

/**
 * tl_samples_init:
 * @self: (out): the readings that count
 * @judge: a judge
 * @measure: a measure
 *
 * Gathers the readings that count. Within a period one that lies above another is left out, so that nothing counts
 * twice: its place, shift and staff group each are the same, above, or not said, and not all the same. What is
 * impossible displaces nothing; 0 of 0 does.
 */
void
tl_samples_init (TlSamples            *self,
                 const TlJudge        *judge,
                 const TlMeasureFacts *measure)
{
  guint kept = 0, next;

  *self = (TlSamples) { .measure = measure, .samples = g_new (TlSample, measure->readings.n) };
  read_samples (self, judge);
  for (guint i = 0; i < self->n; i = next)
    {
      guint remain;

      for (next = i + 1; next < self->n && self->samples[next].period == self->samples[i].period; next++)
        ;
      remain = leave_out_above (&self->samples[i], next - i);
      memmove (&self->samples[kept], &self->samples[i], remain * sizeof *self->samples);
      self->left_out_above += next - i - remain;
      kept += remain;
    }
  self->n = kept;
}

/**
 * tl_samples_clear:
 * @self: readings
 *
 * Frees what they hold.
 */
void
tl_samples_clear (TlSamples *self)
{
  g_clear_pointer (&self->samples, g_free);
}

/**
 * tl_reading_get_place:
 * @reading: a reading
 * @dimension: location, team, shift or staff group
 *
 * Returns: (nullable): the place of that kind that the reading belongs to: the one it names, or the nearest above it
 */
const TlPlaceFacts *
tl_reading_get_place (const TlReadingFacts *reading,
                      TlPlaceKind           dimension)
{
  const TlPlaceFacts *named[] = { reading->place, reading->shift, reading->staff_group };

  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    {
      const TlPlaceFacts *place = named[i];

      for (int depth = 0; place != NULL && depth < DEEPEST; depth++)
        {
          if (place->kind == dimension)
            return place;
          place = place->parent;
        }
    }
  return NULL;
}
