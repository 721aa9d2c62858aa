/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-timeline-glyphs.h"

#include <math.h>

/* In pixels of the design. */
#define REACH 6.5
#define REVIEW_REACH 10
#define GAP 2
#define PAD 5
#define ALARM 14
#define END 9
/* A count takes no more than this, where what it counts goes on and on. */
#define MOST_WIDTH 40
/* Marks of one day stand beside each other: so many always, more where the day is wide enough. */
#define MOST_BESIDE 3
#define DAY_PART 0.92
/* The least that a silence shows of itself. */
#define LEAST_SILENCE 9

/**
 * tl_timeline_glyph_measure_digit:
 * @ink: what it is drawn with
 *
 * Returns: the width of a digit of a count
 */
double
tl_timeline_glyph_measure_digit (const TlInk *ink)
{
  return tl_ink_measure_text (ink, "0000000000", TL_TEXT_SMALL_BOLD) / 10;
}

TlTimelineGlyphSizes
tl_timeline_glyph_sizes_new (const TlInk     *ink,
                             TlTimelineGroup  group,
                             double           digit)
{
  return (TlTimelineGlyphSizes) {
    .reach = tl_ink_px (ink, group == TL_TIMELINE_GROUP_REVIEWS || group == TL_TIMELINE_GROUP_OWNERS ? REVIEW_REACH : REACH),
    .gap = tl_ink_px (ink, GAP),
    .pad = tl_ink_px (ink, PAD),
    .digit = digit,
    .alarm = tl_ink_px (ink, ALARM),
    .end = tl_ink_px (ink, END),
  };
}

/* What is handed from one part of the placing to the next. */
typedef struct
{
  const TlTimelinePlan *plan;
  const TlTimelineLane *lane;
  const TlScale *days;
  const TlTimelineGlyphSizes *sizes;
  double day_length;
  double from;
  GArray *glyphs;
} Placing;

/* How many figures a number has. */
guint
tl_timeline_count_digits (guint n)
{
  guint digits = 1;

  for (; n >= 10; n /= 10)
    digits++;
  return digits;
}

static double
measure_count (const Placing *p,
               guint          n,
               guint          alarms)
{
  double width = 2 * p->sizes->pad + tl_timeline_count_digits (n) * p->sizes->digit;

  return alarms > 0 ? width + p->sizes->alarm + tl_timeline_count_digits (alarms) * p->sizes->digit : width;
}

/* ── Marks ── */

static double
get_x (const Placing *p,
       guint          day)
{
  return tl_scale_day (p->days, p->lane->days[day]);
}

static guint
count_marks (const Placing *p,
             guint          day)
{
  return p->lane->starts[day + 1] - p->lane->starts[day];
}

/* Whether all marks of a day can be drawn beside each other. */
static gboolean
stand_beside (const Placing *p,
              guint          day)
{
  guint n = count_marks (p, day);

  return n <= MOST_BESIDE || n * 2 * p->sizes->reach <= p->day_length * DAY_PART;
}

static double
get_half (const Placing *p,
          guint          day)
{
  return stand_beside (p, day) ? count_marks (p, day) * p->sizes->reach : p->sizes->reach;
}

static void
add_marks (const Placing *p,
           guint          day)
{
  guint n = get_x (p, day) + get_half (p, day) >= p->from ? count_marks (p, day) : 0;
  double left = get_x (p, day) - n * p->sizes->reach;

  for (guint i = 0; i < n; i++)
    {
      guint position = p->lane->starts[day] + i;
      TlTimelineGlyph glyph = {
        .left = left + i * 2 * p->sizes->reach,
        .first = position,
        .n = 1,
        .alarms = tl_timeline_entry_alarms (&p->plan->entries[p->lane->marks[position]]),
      };

      glyph.x = glyph.left + p->sizes->reach;
      glyph.right = glyph.x + p->sizes->reach;
      g_array_append_val (p->glyphs, glyph);
    }
}

/* Counts the marks from a day on until what comes next has room, or the count is wide enough.
 *
 * Returns: the day after the last that it counts
 */
static guint
add_count (const Placing *p,
           guint          first)
{
  const TlTimelineLane *lane = p->lane;
  double from = get_x (p, first), least = from - p->sizes->reach, most = p->sizes->reach / REACH * MOST_WIDTH;
  TlTimelineGlyph glyph = { .first = lane->starts[first] };
  guint end = first + 1;

  for (;; end++)
    {
      double width, next = end < lane->n_days ? get_x (p, end) - get_half (p, end) - p->sizes->gap : INFINITY;

      glyph.n = lane->starts[end] - lane->starts[first];
      glyph.alarms = lane->alarms[end] - lane->alarms[first];
      width = measure_count (p, glyph.n, glyph.alarms);
      glyph.left = MAX (least, (from + get_x (p, end - 1) - width) / 2);
      if (glyph.left + width > next && get_x (p, end) - from >= most)
        glyph.left = next - width;
      glyph.right = glyph.left + width;
      if (glyph.left >= least && glyph.right <= next && (glyph.n > 1 || end == lane->n_days))
        break;
    }
  glyph.x = (glyph.left + glyph.right) / 2;
  if (glyph.right >= p->from)
    g_array_append_val (p->glyphs, glyph);

  return end;
}

/* A day that no count before it reaches, however much that counts: what is placed from there on is always placed alike. */
static guint
find_start (const Placing *p,
            double         from)
{
  guint day = tl_timeline_lane_find_day (p->lane, (TlDay) CLAMP (floor (tl_scale_to_value (p->days, from)), 1, G_MAXINT32));
  double widest = measure_count (p, p->lane->n_marks, p->lane->alarms[p->lane->n_days]) + p->sizes->gap;

  for (day = MIN (day, p->lane->n_days); day > 0; day--)
    if (day < p->lane->n_days && get_x (p, day) < from
        && get_x (p, day) - get_half (p, day) - get_x (p, day - 1) >= MAX (widest, get_half (p, day - 1) + p->sizes->gap))
      break;
  return day;
}

static void
place_marks (const Placing *p,
             double         from,
             double         to)
{
  const TlTimelineLane *lane = p->lane;

  for (guint day = find_start (p, from); day < lane->n_days && get_x (p, day) - get_half (p, day) <= to;)
    {
      double right = get_x (p, day) + get_half (p, day) + p->sizes->gap;
      gboolean free = day + 1 >= lane->n_days || get_x (p, day + 1) - get_half (p, day + 1) >= right;

      if (stand_beside (p, day) && (free || count_marks (p, day) == 0))
        add_marks (p, day++);
      else
        day = add_count (p, day);
    }
}

/* ── What has a length ── */

static void
add_action (const Placing *p,
            guint          index)
{
  const TlTimelineEntry *entry = &p->plan->entries[p->lane->longs[index]];
  TlTimelineGlyph glyph = {
    .x = tl_scale_day (p->days, entry->date),
    .first = index,
    .n = 1,
    .alarms = tl_timeline_entry_alarms (entry),
    .is_long = TRUE,
  };

  glyph.left = glyph.x - p->sizes->end;
  glyph.right = tl_scale_day (p->days, entry->until) + p->sizes->end;
  g_array_append_val (p->glyphs, glyph);
}

/* The widest part of a silence that no mark covers. */
static gboolean
find_free (const Placing *p,
           guint          n_marks,
           double        *from,
           double        *to)
{
  double best_from = *from, best_to = *from, at = *from;

  for (guint i = 0; i < n_marks; i++)
    {
      const TlTimelineGlyph *mark = &g_array_index (p->glyphs, TlTimelineGlyph, i);

      if (mark->right <= at || mark->left >= *to)
        continue;
      if (mark->left - at > best_to - best_from)
        {
          best_from = at;
          best_to = mark->left;
        }
      at = MAX (at, mark->right);
    }
  if (*to - at > best_to - best_from)
    {
      best_from = at;
      best_to = *to;
    }
  *from = best_from;
  *to = best_to;
  return best_to - best_from >= p->sizes->end / END * LEAST_SILENCE - 1e-6;
}

/* Whatever stands nearest says that there was a silence; without anything near it has room of its own. */
static void
mark_hiding (const Placing *p,
             guint          n_marks,
             double         middle)
{
  TlTimelineGlyph *nearest = NULL;

  for (guint i = 0; i < n_marks; i++)
    {
      TlTimelineGlyph *mark = &g_array_index (p->glyphs, TlTimelineGlyph, i);

      if (nearest == NULL || fabs (mark->x - middle) < fabs (nearest->x - middle))
        nearest = mark;
    }
  if (nearest != NULL)
    nearest->hides_silence = TRUE;
}

/* Silences that overlap are one of several; one that marks leave no room for is said by the counts that cover it. */
static guint
add_silences (const Placing *p,
              guint          first,
              guint          end,
              guint          n_marks)
{
  const TlTimelineEntry *entries = p->plan->entries;
  TlDay until = entries[p->lane->longs[first]].until;
  TlTimelineGlyph glyph = { .first = first, .is_long = TRUE };
  guint next = first + 1;
  double from, to, least = p->sizes->end / END * LEAST_SILENCE;

  for (; next < end && entries[p->lane->longs[next]].date < until; next++)
    until = MAX (until, entries[p->lane->longs[next]].until);
  from = tl_scale_day (p->days, entries[p->lane->longs[first]].date) + p->sizes->end;
  to = tl_scale_day (p->days, until) - p->sizes->end;
  if (to - from < least)
    {
      double middle = (from + to) / 2;

      from = middle - least / 2;
      to = middle + least / 2;
    }
  if (p->glyphs->len > n_marks)
    from = MAX (from, g_array_index (p->glyphs, TlTimelineGlyph, p->glyphs->len - 1).right + p->sizes->gap);
  glyph.n = next - first;
  glyph.left = from;
  glyph.right = to;
  if (find_free (p, n_marks, &glyph.left, &glyph.right))
    {
      glyph.x = (glyph.left + glyph.right) / 2;
      g_array_append_val (p->glyphs, glyph);
    }
  else
    {
      mark_hiding (p, n_marks, (from + to) / 2);
    }
  return next;
}

static void
place_longs (const Placing *p,
             double         from,
             double         to)
{
  TlDay first_day = (TlDay) CLAMP (floor (tl_scale_to_value (p->days, from)), 1, G_MAXINT32);
  TlDay last_day = (TlDay) CLAMP (ceil (tl_scale_to_value (p->days, to)), 1, G_MAXINT32);
  guint first, end, n_marks = p->glyphs->len;

  if (!tl_timeline_lane_find_long (p->lane, p->plan->entries, first_day, last_day, &first, &end))
    return;
  /* Those that overlap are counted together from the first of them on, wherever it lies. */
  while (first > 0 && p->lane->latest[first - 1] > p->plan->entries[p->lane->longs[first]].date)
    first--;
  while (first < end)
    {
      if (p->plan->entries[p->lane->longs[first]].kind == TL_TIMELINE_KIND_ACTION)
        add_action (p, first++);
      else
        first = add_silences (p, first, p->lane->n_longs, n_marks);
    }
}

/**
 * tl_timeline_glyphs_place:
 * @plan: what stands on the timeline
 * @lane: one of its lanes
 * @days: from days to positions across
 * @sizes: how large glyphs are
 * @from: a position across
 * @to: a position not before it
 *
 * Places what can be seen of a lane between two positions. Marks that would touch become a count of them; no two marks or
 * counts ever touch. What stands at a day doesn't depend on where is looked, so that it stays while the timeline is
 * moved, and the work grows with the days that something stands on, not with how much does.
 *
 * Returns: (transfer full) (element-type TlTimelineGlyph): the glyphs: marks and counts from the left, then what has a
 *   length
 */
GArray *
tl_timeline_glyphs_place (const TlTimelinePlan       *plan,
                          const TlTimelineLane       *lane,
                          const TlScale              *days,
                          const TlTimelineGlyphSizes *sizes,
                          double                      from,
                          double                      to)
{
  Placing p = {
    .plan = plan,
    .lane = lane,
    .days = days,
    .sizes = sizes,
    .from = from,
    .day_length = (days->end - days->start) / (days->to - days->from),
    .glyphs = g_array_new (FALSE, FALSE, sizeof (TlTimelineGlyph)),
  };

  place_marks (&p, from, to);
  place_longs (&p, from, to);

  return p.glyphs;
}

static gboolean
has_entry (const TlTimelineGlyph *glyph,
           const TlTimelineLane  *lane,
           guint                  entry)
{
  guint low = glyph->first, high = glyph->first + glyph->n;
  const guint *positions = glyph->is_long ? lane->longs : lane->marks;

  /* Positions within a lane grow with time, as entries do. */
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (positions[middle] < entry)
        low = middle + 1;
      else
        high = middle;
    }
  return low < glyph->first + glyph->n && positions[low] == entry;
}

/**
 * tl_timeline_glyphs_find:
 * @glyphs: (element-type TlTimelineGlyph): what is drawn in a lane
 * @lane: the lane
 * @entry: an entry of its plan
 *
 * Returns: (transfer none) (nullable): what of it shows the entry, alone or with others
 */
const TlTimelineGlyph *
tl_timeline_glyphs_find (const GArray         *glyphs,
                         const TlTimelineLane *lane,
                         guint                 entry)
{
  for (guint i = 0; i < glyphs->len; i++)
    if (has_entry (&g_array_index (glyphs, TlTimelineGlyph, i), lane, entry))
      return &g_array_index (glyphs, TlTimelineGlyph, i);
  return NULL;
}
