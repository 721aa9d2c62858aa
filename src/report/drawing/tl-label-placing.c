/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-label-placing.h"

#include <math.h>

/* How far apart from its point a callout may stand, in steps of its own height. */
#define CALLOUT_STEPS 8

/**
 * tl_box_keep_between:
 * @self: (inout): where a label stands
 * @first: where what it names begins
 * @last: where that ends
 * @from: where what is seen begins
 * @to: where that ends
 *
 * Moves a label no farther than needed so that all of it is seen, as long as anything of what it names is.
 *
 * Returns: whether it is to be shown: never in part
 */
gboolean
tl_box_keep_between (TlBox  *self,
                     double  first,
                     double  last,
                     double  from,
                     double  to)
{
  if (last < from || first > to || self->width > to - from)
    return FALSE;
  self->x = CLAMP (self->x, from, to - self->width);
  return TRUE;
}

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

/* Where a callout may stand, best first: its middle, end or start over or under the point, or beside it. */
typedef enum
{
  SPOT_NEAR,
  SPOT_NEAR_END,
  SPOT_NEAR_START,
  SPOT_NEAR_BEFORE,
  SPOT_NEAR_AFTER,
  SPOT_RIGHT,
  SPOT_FAR,
  SPOT_FAR_END,
  SPOT_FAR_START,
  SPOT_FAR_BEFORE,
  SPOT_FAR_AFTER,
  SPOT_LEFT,
  N_SPOTS
} Spot;

static TlBox
propose (const TlCallout *callout,
         Spot             spot,
         guint            step,
         double           gap)
{
  static const double parts[N_SPOTS] = { 0.5, 0.85, 0.15, 0.97, 0.03, 0, 0.5, 0.85, 0.15, 0.97, 0.03, 0 };
  gboolean above = (spot < SPOT_FAR) == callout->above;
  double away = gap + step * callout->height / 2;
  TlBox box = { callout->x - callout->width * parts[spot], 0, callout->width, callout->height };

  if (spot == SPOT_RIGHT || spot == SPOT_LEFT)
    {
      box.x = spot == SPOT_RIGHT ? callout->x + 1.4 * gap : callout->x - 1.4 * gap - callout->width;
      /* A little towards where there is more room, as far as it still reads as level with the point. */
      box.y = callout->y - callout->height * (callout->above ? 0.75 : 0.25);
    }
  else
    {
      box.y = above ? callout->y - away - callout->height : callout->y + away;
    }

  return box;
}

static guint
count_overlaps (const TlBox *box,
                const TlBox *others,
                guint        n_others)
{
  guint n = 0;

  for (guint i = 0; i < n_others; i++)
    n += tl_box_overlaps (box, &others[i]);
  return n;
}

/* The line from a label to its point, without its end at the point itself. */
static TlBox
find_leader (const TlCallout *callout,
             const TlBox     *box,
             double           gap)
{
  double from = box->y > callout->y ? callout->y + gap : box->y + box->height;
  double to = box->y > callout->y ? box->y : callout->y - gap;

  return (TlBox) { callout->x - 0.5, from, 1, MAX (to - from, 0) };
}

static gboolean
is_free (const TlCallout     *callouts,
         guint                n_callouts,
         guint                index,
         const TlBox         *box,
         const TlCalloutRoom *room)
{
  const TlBox *bounds = &room->bounds;
  TlBox leader = find_leader (&callouts[index], box, room->gap);

  if (box->x < bounds->x || box->y < bounds->y || box->x + box->width > bounds->x + bounds->width
      || box->y + box->height > bounds->y + bounds->height)
    return FALSE;
  if (count_overlaps (box, room->hard, room->n_hard) > 0)
    return FALSE;
  if (leader.height > 0 && count_overlaps (&leader, room->hard, room->n_hard) > 0)
    return FALSE;
  for (guint i = 0; i < n_callouts; i++)
    {
      TlBox other;

      if (i == index || !callouts[i].shown)
        continue;
      other = find_leader (&callouts[i], &callouts[i].box, room->gap);
      if (tl_box_overlaps (box, &callouts[i].box) || (other.height > 0 && tl_box_overlaps (box, &other))
          || (leader.height > 0 && tl_box_overlaps (&leader, &callouts[i].box)))
        return FALSE;
    }
  return TRUE;
}

/* Near and clear is best; what a label covers costs as much as some distance, the wrong side more. */
static void
place_callout (TlCallout           *callouts,
               guint                n_callouts,
               guint                index,
               const TlCalloutRoom *room)
{
  static const double costs[N_SPOTS] = { 0, 0.3, 0.3, 0.6, 0.6, 1, 3, 3.3, 3.3, 3.6, 3.6, 1.2 };
  double least = INFINITY;

  for (guint step = 0; step < CALLOUT_STEPS; step++)
    for (Spot spot = SPOT_NEAR; spot < N_SPOTS; spot++)
      {
        TlBox box = propose (&callouts[index], spot, step, room->gap);
        double cost = step + costs[spot];

        /* What can't be better than what was found needn't be looked at any closer. */
        if (cost >= least || (step > 0 && (spot == SPOT_RIGHT || spot == SPOT_LEFT)))
          continue;
        cost += 3 * count_overlaps (&box, room->soft, room->n_soft);
        if (cost < least && is_free (callouts, n_callouts, index, &box, room))
          {
            least = cost;
            callouts[index].box = box;
          }
      }
  callouts[index].shown = isfinite (least);
}

/**
 * tl_callout_get_leader:
 * @self: a label that is shown
 * @clear: how far a leader ends from its point
 * @from: (out): where it leaves the label, level with the point
 * @to: (out): where it ends
 *
 * Finds the line from a label down or up to the point that it names.
 *
 * Returns: whether it needs one, to be known as the name of a point that it isn't beside
 */
gboolean
tl_callout_get_leader (const TlCallout *self,
                       double           clear,
                       double          *from,
                       double          *to)
{
  gboolean under = self->box.y > self->y;

  if (!self->shown || self->x < self->box.x || self->x > self->box.x + self->box.width)
    return FALSE;
  *from = under ? self->box.y : self->box.y + self->box.height;
  *to = under ? self->y + clear : self->y - clear;

  return fabs (*from - self->y) > 2 * clear;
}

/**
 * tl_place_callouts:
 * @callouts: (inout) (array length=n_callouts): the labels, most important first
 * @n_callouts: how many
 * @room: where they may stand
 *
 * Places labels in a chart near the points they name, so that none covers another or anything that matters. What finds
 * no place isn't shown. Those already shown stay where they are.
 */
void
tl_place_callouts (TlCallout           *callouts,
                   guint                n_callouts,
                   const TlCalloutRoom *room)
{
  for (guint i = 0; i < n_callouts; i++)
    if (!callouts[i].shown)
      place_callout (callouts, n_callouts, i, room);
}
