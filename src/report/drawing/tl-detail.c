/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-detail.h"

#include <math.h>

/* The points of one strip of the drawing that must stay. */
typedef struct
{
  guint first;
  guint last;
  guint least;
  guint greatest;
  guint gap;
} Strip;

#define NO_POINT G_MAXUINT

static void
append_once (GArray *chosen,
             guint   index)
{
  if (index != NO_POINT && (chosen->len == 0 || g_array_index (chosen, guint, chosen->len - 1) < index))
    g_array_append_val (chosen, index);
}

static int
compare_indices (gconstpointer a,
                 gconstpointer b,
                 gpointer      data)
{
  guint first = *(const guint *) a, second = *(const guint *) b;

  return first < second ? -1 : first > second;
}

static void
append_strip (GArray      *chosen,
              const Strip *strip)
{
  guint indices[] = { strip->first, strip->least, strip->greatest, strip->gap, strip->last };

  g_sort_array (indices, G_N_ELEMENTS (indices), sizeof *indices, compare_indices, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (indices); i++)
    append_once (chosen, indices[i]);
}

static void
include_point (Strip        *strip,
               const double *ys,
               guint         i)
{
  strip->last = i;
  if (isnan (ys[i]))
    strip->gap = i;
  else
    {
      if (strip->least == NO_POINT || ys[i] < ys[strip->least])
        strip->least = i;
      if (strip->greatest == NO_POINT || ys[i] > ys[strip->greatest])
        strip->greatest = i;
    }
}

/**
 * tl_detail_choose:
 * @xs: (array length=n): where the points are, in order
 * @ys: (array length=n): their values; %NAN is a gap
 * @n: how many
 * @width: the width of a strip of the drawing that can't show more than its extremes
 *
 * Chooses the points that a line needs to look the same: of each strip the first, the last, the least, the greatest and
 * a gap. Values are never averaged, so an extreme is never lost.
 *
 * Returns: (transfer full) (element-type guint): the indices of the points, in order
 */
GArray *
tl_detail_choose (const double *xs,
                  const double *ys,
                  guint         n,
                  double        width)
{
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < n;)
    {
      double end = width > 0 ? (floor (xs[i] / width) + 1) * width : xs[i];
      Strip strip = { i, i, NO_POINT, NO_POINT, NO_POINT };

      do
        include_point (&strip, ys, i++);
      while (i < n && xs[i] < end);
      append_strip (chosen, &strip);
    }

  return chosen;
}
