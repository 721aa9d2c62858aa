/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-timeline-drawing-private.h"

#include "tl-marks.h"

/* In pixels of the design. */
/* How far beyond what is drawn hatching goes on. */
#define HATCH_ROOM 16
/* How far marks reach, with their strokes. */
#define EVIDENCE_REACH 7
#define MARK_REACH 13
/* A long silence says how long it is again and again, so that its words are in sight wherever one looks. */
#define WORDS_PITCH 640

static TlDay
get_as_at (const TlTimelinePainting *p)
{
  return tl_assessment_get_as_at (p->layout->plan->assessment);
}

/* ── Actions ── */

/* Each day it was due before, the first one included. */
static void
draw_moved (const TlTimelinePainting *p,
            const TlActionJudgement  *action,
            double                    y)
{
  const TlFactsList events = action->facts->events;

  for (guint i = 0; i < events.n; i++)
    {
      const TlActionEventFacts *event = TL_FACTS_AT (events, TlActionEventFacts, i);

      if (event->what == TL_EVENT_KIND_MOVED && event->date != TL_NO_DAY && event->date <= get_as_at (p)
          && event->from_date != TL_NO_DAY && event->from_date != action->due)
        tl_mark_moved (p->cr, p->ink, tl_scale_day (&p->layout->days, event->from_date), y);
    }
}

static void
draw_done_action (const TlTimelinePainting *p,
                  const TlTimelineEntry    *entry,
                  double                    from,
                  double                    y)
{
  const TlActionJudgement *action = entry->subject;
  TlDay last = action->done != TL_NO_DAY ? action->done : action->ended;
  double done = tl_scale_day (&p->layout->days, last);

  tl_mark_action_bar (p->cr, p->ink, from, done, y, FALSE);
  if (action->proven != TL_NO_DAY)
    tl_mark_action_proof (p->cr, p->ink, done, tl_scale_day (&p->layout->days, action->proven), y);
  draw_moved (p, action, y);
  tl_mark_agreed (p->cr, p->ink, from, y);
  if (action->done != TL_NO_DAY)
    tl_mark_done (p->cr, p->ink, done, y);
  if (action->proven != TL_NO_DAY)
    tl_mark_proven (p->cr, p->ink, tl_scale_day (&p->layout->days, action->proven), y);
}

/* An open one goes on to today; what is overdue has stopped where it was due. */
static void
draw_open_action (const TlTimelinePainting *p,
                  const TlTimelineEntry    *entry,
                  double                    from,
                  double                    y)
{
  const TlActionJudgement *action = entry->subject;
  double today = tl_scale_to_position (&p->layout->days, get_as_at (p) + 1);
  double due = tl_scale_day (&p->layout->days, action->due);

  tl_mark_action_bar (p->cr, p->ink, from, action->days_overdue > 0 ? due : today, y, TRUE);
  draw_moved (p, action, y);
  tl_mark_agreed (p->cr, p->ink, from, y);
  if (action->due != TL_NO_DAY)
    tl_mark_due (p->cr, p->ink, due, y);
}

/* ── Silences ── */

/* Hatched from end to end. */
static void
draw_silence (const TlTimelinePainting *p,
              const TlTimelineGlyph    *glyph,
              double                    y)
{
  double from = MAX (glyph->left, p->part.x - HATCH_ROOM), to = MIN (glyph->right, p->part.x + p->part.width + HATCH_ROOM);

  tl_mark_silence (p->cr, p->ink, from, to, y, tl_ink_px (p->ink, TL_TIMELINE_SILENCE_HEIGHT), NULL);
}

/* ── Marks ── */

/* What is handed to the drawing of a mark. */
typedef struct
{
  const TlInk *ink;
  const TlTimelineEntry *entry;
} Mark;

static void
draw_mark_cb (cairo_t       *cr,
              double         x,
              double         y,
              gconstpointer  data)
{
  const TlInk *ink = ((const Mark *) data)->ink;
  const TlTimelineEntry *entry = ((const Mark *) data)->entry;

  switch ((TlTimelineKind) entry->kind)
    {
    case TL_TIMELINE_KIND_EVIDENCE:
      tl_mark_evidence (cr, ink, entry->verdict, entry->evidence_kind, x, y);
      break;
    case TL_TIMELINE_KIND_ACTION:
      {
        const TlActionJudgement *action = entry->subject;

        if (action->proven != TL_NO_DAY)
          tl_mark_proven (cr, ink, x, y);
        else if (action->done != TL_NO_DAY)
          tl_mark_done (cr, ink, x, y);
        else
          tl_mark_agreed (cr, ink, x, y);
      }
      break;
    case TL_TIMELINE_KIND_CHALLENGE:
      tl_mark_review (cr, ink, TL_REVIEW_MARK_CHALLENGE, x, y);
      break;
    case TL_TIMELINE_KIND_DECISION:
      tl_mark_review (cr, ink, TL_REVIEW_MARK_DECISION, x, y);
      break;
    case TL_TIMELINE_KIND_SIGN:
      tl_mark_review (cr, ink, TL_REVIEW_MARK_SIGN, x, y);
      break;
    case TL_TIMELINE_KIND_OWNERSHIP:
      tl_mark_owner (cr, ink, ((const TlOwnershipFacts *) entry->subject)->part == TL_PART_CLAIMED, x, y);
      break;
    case TL_TIMELINE_KIND_REVIEW:
    case TL_TIMELINE_KIND_SILENCE:
    default:
      tl_mark_review (cr, ink, TL_REVIEW_MARK_REVIEW, x, y);
      break;
    }
}

/* Marks of one number look alike. */
static guint
find_shape (const TlTimelineEntry *entry)
{
  const TlActionJudgement *action;
  guint look = 0;

  switch ((TlTimelineKind) entry->kind)
    {
    case TL_TIMELINE_KIND_EVIDENCE:
      look = entry->verdict * 8u + entry->evidence_kind;
      break;
    case TL_TIMELINE_KIND_ACTION:
      action = entry->subject;
      look = action->proven != TL_NO_DAY ? 2 : action->done != TL_NO_DAY;
      break;
    case TL_TIMELINE_KIND_OWNERSHIP:
      look = ((const TlOwnershipFacts *) entry->subject)->part == TL_PART_CLAIMED;
      break;
    case TL_TIMELINE_KIND_SILENCE:
    case TL_TIMELINE_KIND_REVIEW:
    case TL_TIMELINE_KIND_CHALLENGE:
    case TL_TIMELINE_KIND_DECISION:
    case TL_TIMELINE_KIND_SIGN:
    default:
      break;
    }
  return TL_TIMELINE_STAMP_MARK + entry->kind * 256u + look;
}

static void
draw_mark (const TlTimelinePainting *p,
           const TlTimelineEntry    *entry,
           double                    x,
           double                    y)
{
  const Mark mark = { p->ink, entry };
  double reach = tl_ink_px (p->ink, entry->kind == TL_TIMELINE_KIND_EVIDENCE ? EVIDENCE_REACH : MARK_REACH);

  tl_stamps_put (p->stamps, p->cr, &(TlStamp) { find_shape (entry), reach, reach, draw_mark_cb, &mark }, x, y);
}

/* A ring around a mark, a frame around what is long or a count. */
static void
draw_selection (const TlTimelinePainting *p,
                guint                     lane,
                const TlTimelineGlyph    *glyph,
                double                    y)
{
  TlBox box = tl_timeline_layout_get_box (p->layout, glyph, lane);

  if (!glyph->is_long && glyph->n == 1)
    {
      tl_mark_selected (p->cr, p->ink, glyph->x, y);
      return;
    }
  if (glyph->is_long)
    cairo_rectangle (p->cr, box.x, box.y + 0.5, box.width, box.height - 1);
  else
    tl_timeline_add_pill (p->cr, glyph->left - 1.5, glyph->right + 1.5, y,
                          MIN (box.height, tl_ink_px (p->ink, TL_TIMELINE_COUNT_HEIGHT + 3)));
  tl_ink_set_colour (p->cr, &p->ink->selected);
  cairo_fill_preserve (p->cr);
  tl_ink_set_colour (p->cr, &p->ink->accent);
  cairo_set_line_width (p->cr, tl_ink_stroke (p->ink, glyph->is_long ? 1.4 : 2));
  cairo_stroke (p->cr);
}

/* A dotted line beneath a mark: beside it expected evidence did not come, which has no room of its own. */
static void
draw_hidden_silence (const TlTimelinePainting *p,
                     const TlTimelineGlyph    *glyph,
                     double                    y)
{
  double below = y + tl_ink_px (p->ink, 8);

  tl_ink_set_dash (p->ink, p->cr, 2, 2);
  tl_ink_draw_line (p->ink, p->cr, glyph->left, below, glyph->right, below, 1.2, &p->ink->text);
  tl_ink_set_dash (p->ink, p->cr, 0, 0);
}

/* Draws what stands in a lane, a mark, a count or what has a length. */
void
tl_timeline_draw_glyph (const TlTimelinePainting *p,
                        guint                     index,
                        const TlTimelineGlyph    *glyph,
                        double                    y)
{
  const TlTimelineLane *lane = g_ptr_array_index (p->layout->plan->lanes, index);
  const TlTimelineEntry *entry = &p->layout->plan->entries[tl_timeline_glyph_get_entry (glyph, lane, 0)];

  if (glyph->is_long && entry->kind == TL_TIMELINE_KIND_SILENCE)
    draw_silence (p, glyph, y);
  else if (glyph->is_long && ((const TlActionJudgement *) entry->subject)->open)
    draw_open_action (p, entry, glyph->x, y);
  else if (glyph->is_long)
    draw_done_action (p, entry, glyph->x, y);
  else if (glyph->n > 1)
    tl_timeline_draw_count (p, index, glyph, y);
  else
    draw_mark (p, entry, glyph->x, y);
  if (glyph->hides_silence && glyph->n == 1)
    draw_hidden_silence (p, glyph, y);
}

/* What has a length is drawn first, beneath the marks. */
static void
draw_lane (const TlTimelinePainting *p,
           guint                     index,
           const GArray             *glyphs,
           const TlTimelineGlyph    *chosen)
{
  double y = p->layout->tops[index] + p->layout->heights[index] / 2;

  for (guint i = glyphs->len; i > 0; i--)
    {
      const TlTimelineGlyph *glyph = &g_array_index (glyphs, TlTimelineGlyph, i - 1);

      if (glyph == chosen || glyph->left > p->part.x + p->part.width + tl_ink_px (p->ink, 12)
          || glyph->right + tl_ink_px (p->ink, 12) < p->part.x)
        continue;
      tl_timeline_draw_glyph (p, index, glyph, y);
    }
  /* What is chosen is drawn last, so that its ring covers no neighbour's mark unseen. */
  if (chosen == NULL)
    return;
  draw_selection (p, index, chosen, y);
  tl_timeline_draw_glyph (p, index, chosen, y);
}

void
tl_timeline_draw_lanes (const TlTimelinePainting *p)
{
  GPtrArray *lanes = tl_timeline_layout_get_glyphs (p->layout, p->part.x, p->part.x + p->part.width);
  guint entry = p->highlight.entry;

  for (guint i = 0; i < lanes->len; i++)
    {
      const GArray *glyphs = g_ptr_array_index (lanes, i);
      const TlTimelineGlyph *chosen = NULL;

      if (p->layout->tops[i] + p->layout->heights[i] < p->part.y || p->layout->tops[i] > p->part.y + p->part.height)
        continue;
      if (entry != TL_TIMELINE_NO_ENTRY && tl_timeline_plan_get_lane (p->layout->plan, entry) == i)
        chosen = tl_timeline_glyphs_find (glyphs, g_ptr_array_index (p->layout->plan->lanes, i), entry);
      draw_lane (p, i, glyphs, chosen);
    }
}
