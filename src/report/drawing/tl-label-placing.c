/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-label-placing.h"

#include <math.h>

/* How far apart from its point a callout may stand, in steps of its own height. */
#define CALLOUT_STEPS 8

gboolean
tl_box_overlaps (const TlBox *a,
                 const TlBox *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height && b->y < a->y + a->height;
}

gboolean
tl_box_contains (const TlBox *self,
                 double       x,
                 double       y)
{
  return x >= self->x && x <= self->x + self->width && y >= self->y && y <= self->y + self->height;
}

static int
compare_wanted (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  const TlMarginLabel *first = *(TlMarginLabel * const *) a, *second = *(TlMarginLabel * const *) b;

  if (first->wanted != second->wanted)
    return first->wanted < second->wanted ? -1 : 1;
  return first < second ? -1 : first > second;
}

static void
choose_shown (TlMarginLabel *labels,
              guint          n_labels,
              double         room)
{
  double used = 0;

  for (guint i = 0; i < n_labels; i++)
    {
      labels[i].shown = isfinite (labels[i].wanted);
      used += labels[i].shown ? labels[i].height : 0;
    }
  while (used > room)
    {
      TlMarginLabel *least = NULL;

      for (guint i = 0; i < n_labels; i++)
        if (labels[i].shown && (least == NULL || labels[i].rank >= least->rank))
          least = &labels[i];
      if (least == NULL)
        break;
      least->shown = FALSE;
      used -= least->height;
    }
}

/* A run of labels that touch: where its top is when each is as near to where it wants to be as the others let it. */
typedef struct
{
  guint first;
  guint n;
  double height;
  double sum;
} Run;

static double
run_top (const Run *run,
         double     from,
         double     to)
{
  return CLAMP (run->sum / run->n, from, MAX (from, to - run->height));
}

static void
append_to_run (Run       *run,
               const Run *next)
{
  run->sum += next->sum - next->n * run->height;
  run->height += next->height;
  run->n += next->n;
}

/**
 * tl_place_margin_labels:
 * @labels: (inout) (array length=n_labels): the labels
 * @n_labels: how many
 * @from: the least height
 * @to: the greatest height
 *
 * Places labels beside a chart so that none overlaps another, in the order of what they name and as near to it as they
 * can be. Where there isn't room for all, the least important are left out.
 */
void
tl_place_margin_labels (TlMarginLabel *labels,
                        guint          n_labels,
                        double         from,
                        double         to)
{
  g_autofree TlMarginLabel **order = g_new (TlMarginLabel *, n_labels + 1);
  g_autofree Run *runs = g_new (Run, n_labels + 1);
  guint n = 0, n_runs = 0;

  choose_shown (labels, n_labels, to - from);
  for (guint i = 0; i < n_labels; i++)
    if (labels[i].shown)
      order[n++] = &labels[i];
  g_sort_array (order, n, sizeof *order, compare_wanted, NULL);

  for (guint i = 0; i < n; i++)
    {
      runs[n_runs++] = (Run) { i, 1, order[i]->height, order[i]->wanted - order[i]->height / 2 };
      while (n_runs > 1
             && run_top (&runs[n_runs - 2], from, to) + runs[n_runs - 2].height > run_top (&runs[n_runs - 1], from, to))
        {
          append_to_run (&runs[n_runs - 2], &runs[n_runs - 1]);
          n_runs--;
        }
    }

  for (guint i = 0; i < n_runs; i++)
    {
      double at = run_top (&runs[i], from, to);

      for (guint j = runs[i].first; j < runs[i].first + runs[i].n; j++)
        {
          order[j]->placed = at + order[j]->height / 2;
          at += order[j]->height;
        }
    }
}

static gboolean
is_free (const TlBox     *box,
         const TlBox     *bounds,
         const TlBox     *obstacles,
         guint            n_obstacles,
         const TlCallout *callouts,
         guint            n_callouts)
{
  if (box->x < bounds->x || box->y < bounds->y || box->x + box->width > bounds->x + bounds->width
      || box->y + box->height > bounds->y + bounds->height)
    return FALSE;
  for (guint i = 0; i < n_obstacles; i++)
    if (tl_box_overlaps (box, &obstacles[i]))
      return FALSE;
  for (guint i = 0; i < n_callouts; i++)
    if (callouts[i].shown && tl_box_overlaps (box, &callouts[i].box))
      return FALSE;
  return TRUE;
}

/* Nearest first: straight above or below with its middle, then its end, then its start over the point, farther and
 * farther away. */
static TlBox
propose (const TlCallout *callout,
         guint            step,
         guint            side,
         guint            shift,
         double           gap)
{
  gboolean above = side == 0 ? callout->above : !callout->above;
  double away = gap + step * callout->height / 2;
  double parts[] = { 0.5, 0.85, 0.15 };

  return (TlBox) {
    .x = callout->x - callout->width * parts[shift],
    .y = above ? callout->y - away - callout->height : callout->y + away,
    .width = callout->width,
    .height = callout->height,
  };
}

/**
 * tl_place_callouts:
 * @callouts: (inout) (array length=n_callouts): the labels, most important first
 * @n_callouts: how many
 * @bounds: they stay within this
 * @obstacles: (array length=n_obstacles): they don't cover these
 * @n_obstacles: how many
 * @gap: they stand at least this far from their points
 *
 * Places labels in a chart near the points they name, so that none covers another or an obstacle. What finds no place
 * isn't shown.
 */
void
tl_place_callouts (TlCallout   *callouts,
                   guint        n_callouts,
                   const TlBox *bounds,
                   const TlBox *obstacles,
                   guint        n_obstacles,
                   double       gap)
{
  for (guint i = 0; i < n_callouts; i++)
    callouts[i].shown = FALSE;
  for (guint i = 0; i < n_callouts; i++)
    {
      for (guint step = 0; step < CALLOUT_STEPS && !callouts[i].shown; step++)
        for (guint side = 0; side < 2 && !callouts[i].shown; side++)
          for (guint shift = 0; shift < 3 && !callouts[i].shown; shift++)
            {
              callouts[i].box = propose (&callouts[i], step, side, shift, gap);
              callouts[i].shown = is_free (&callouts[i].box, bounds, obstacles, n_obstacles, callouts, i);
            }
    }
}
