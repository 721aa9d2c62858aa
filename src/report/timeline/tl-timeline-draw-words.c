/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-timeline-drawing-private.h"

#include "tl-format.h"
#include "tl-timeline-words.h"

/* What is written in the plot: it is all in sight or isn't there, however far time is scrolled. */

/* In pixels of the design. */
#define EDGE 4
#define WORDS_AT 9
#define PAD 4

typedef struct
{
  TlTimelineLayout *layout;
  const TlInk *ink;
  cairo_t *cr;
  double from;
  double to;
} Writing;

/* Returns: (transfer full) (nullable): the words, %NULL where there is no room for them */
static PangoLayout *
set_words (const Writing *w,
           const char    *words,
           double         room,
           double        *width)
{
  g_autoptr (PangoLayout) text = tl_ink_create_layout (w->ink, words, TL_TEXT_SMALL_BOLD);

  tl_ink_measure_layout (text, width, NULL);
  return *width <= room ? g_steal_pointer (&text) : NULL;
}

/* In the middle of what is seen of the hatching: how long it is, at least. */
static void
write_silence (const Writing         *w,
               const TlTimelineGlyph *glyph,
               const TlTimelineEntry *entry,
               double                 y)
{
  double from = MAX (glyph->left, w->from), to = MIN (glyph->right, w->to), pad = tl_ink_px (w->ink, PAD), width, height;
  g_autofree char *words = NULL, *length = NULL;
  g_autoptr (PangoLayout) text = NULL;

  if (to - from <= 2 * pad)
    return;
  words = tl_timeline_words_says (w->layout->plan, entry);
  text = set_words (w, words, to - from - 2 * pad, &width);
  if (text == NULL)
    {
      length = tl_format_days (((const TlSilence *) entry->subject)->days);
      pad /= 2;
      text = set_words (w, length, to - from - 2 * pad, &width);
    }
  if (text == NULL)
    return;
  height = tl_ink_px (w->ink, TL_TIMELINE_SILENCE_HEIGHT + 1);
  cairo_rectangle (w->cr, (from + to - width) / 2 - pad, y - height / 2, width + 2 * pad, height);
  tl_ink_set_colour (w->cr, &w->ink->ground);
  cairo_fill (w->cr);
  tl_ink_draw_layout (w->cr, text, (from + to) / 2, y, 0.5, &w->ink->text);
}

/* Right of where it ends, or of today while it hasn't. */
static void
write_action (const Writing         *w,
              const TlTimelineEntry *entry,
              double                 y)
{
  const TlActionJudgement *action = entry->subject;
  TlDay last = action->open ? tl_assessment_get_as_at (w->layout->plan->assessment)
               : action->done != TL_NO_DAY ? action->done : action->ended;
  double x = action->open ? tl_scale_to_position (&w->layout->days, last + 1) : tl_scale_day (&w->layout->days, last);
  g_autofree char *words = NULL;
  g_autoptr (PangoLayout) text = NULL;
  double width;

  if (action->open ? !tl_timeline_words_late (entry) : action->proven != TL_NO_DAY)
    return;
  x += tl_ink_px (w->ink, WORDS_AT);
  if (x < w->from || x > w->to)
    return;
  words = tl_timeline_words_says (w->layout->plan, entry);
  text = tl_ink_create_layout (w->ink, words, TL_TEXT_SMALL_BOLD);
  tl_ink_measure_layout (text, &width, NULL);
  if (x + width <= w->to)
    tl_ink_draw_layout (w->cr, text, x, y, 0, &w->ink->watch);
}

static void
write_lane (const Writing *w,
            guint          index,
            const GArray  *glyphs)
{
  const TlTimelineLane *lane = g_ptr_array_index (w->layout->plan->lanes, index);
  double y = w->layout->tops[index] + w->layout->heights[index] / 2;

  for (guint i = 0; i < glyphs->len; i++)
    {
      const TlTimelineGlyph *glyph = &g_array_index (glyphs, TlTimelineGlyph, i);
      const TlTimelineEntry *entry = &w->layout->plan->entries[tl_timeline_glyph_get_entry (glyph, lane, 0)];

      if (!glyph->is_long)
        continue;
      if (entry->kind == TL_TIMELINE_KIND_ACTION)
        write_action (w, entry, y);
      else if (glyph->n == 1)
        write_silence (w, glyph, entry, y);
    }
}

/**
 * tl_timeline_draw_words:
 * @layout: where everything stands
 * @ink: what to draw with
 * @cr: where to draw, in the positions of the layout
 * @stamps: (nullable): where what is written is kept as long as the layout is
 * @seen: what is seen
 *
 * Writes what charts, actions and times without evidence say of themselves, over what tl_timeline_draw_plot () draws.
 */
void
tl_timeline_draw_words (TlTimelineLayout *layout,
                        const TlInk      *ink,
                        cairo_t          *cr,
                        TlStamps         *stamps,
                        const TlBox      *seen)
{
  double edge = tl_ink_px (ink, EDGE);
  Writing w = { layout, ink, cr, seen->x + edge, seen->x + seen->width - edge };
  GPtrArray *lanes = tl_timeline_layout_get_glyphs (layout, seen->x, seen->x + seen->width);
  guint shape = 0;

  cairo_save (cr);
  cairo_rectangle (cr, seen->x, seen->y, seen->width, seen->height);
  cairo_clip (cr);
  for (guint i = 0; i < layout->bands->len; i++)
    {
      const TlTimelineBand *band = g_ptr_array_index (layout->bands, i);

      cairo_save (cr);
      cairo_translate (cr, 0, band->top);
      shape = tl_process_chart_draw_notes (band->chart, ink, cr, stamps, shape, w.from, w.to - layout->margin);
      cairo_restore (cr);
    }
  for (guint i = 0; i < lanes->len; i++)
    if (layout->tops[i] + layout->heights[i] >= seen->y && layout->tops[i] <= seen->y + seen->height)
      write_lane (&w, i, g_ptr_array_index (lanes, i));
  cairo_restore (cr);
}
