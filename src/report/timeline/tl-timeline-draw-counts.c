/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-timeline-drawing-private.h"

#include "tl-marks.h"

/* How several things are drawn that have no room beside each other. */

/* In pixels of the design. */
#define ALARM_REACH 10

void
tl_timeline_add_pill (cairo_t *cr,
                      double   left,
                      double   right,
                      double   y,
                      double   height)
{
  double radius = height / 2;

  cairo_new_sub_path (cr);
  cairo_arc (cr, right - radius, y, radius, -G_PI_2, G_PI_2);
  cairo_arc (cr, left + radius, y, radius, G_PI_2, 3 * G_PI_2);
  cairo_close_path (cr);
}

/* What is handed to the drawing of what must not disappear. */
typedef struct
{
  const TlInk *ink;
  TlTimelineGroup group;
} Alarm;

/* The mark of what must not disappear, as it would stand in the lane. */
static void
draw_alarm_cb (cairo_t       *cr,
               double         x,
               double         y,
               gconstpointer  data)
{
  const Alarm *alarm = data;

  if (alarm->group == TL_TIMELINE_GROUP_REVIEWS)
    tl_mark_review (cr, alarm->ink, TL_REVIEW_MARK_SIGN, x, y);
  else if (alarm->group == TL_TIMELINE_GROUP_ACTIONS)
    tl_mark_due (cr, alarm->ink, x, y);
  else
    tl_mark_evidence (cr, alarm->ink, TL_VERDICT_CONTRADICTS, TL_EVIDENCE_KIND_OUTCOME, x, y);
}

static void
draw_alarm (const TlTimelinePainting *p,
            const TlTimelineLane     *lane,
            double                    x,
            double                    y)
{
  const Alarm alarm = { p->ink, lane->group };
  double reach = tl_ink_px (p->ink, ALARM_REACH);

  tl_stamps_put (p->stamps, p->cr, &(TlStamp) { TL_TIMELINE_STAMP_ALARM + lane->group, reach, reach, draw_alarm_cb, &alarm },
                 x, y);
}

/* ── Figures ── */

/* What is handed to the drawing of a figure. */
typedef struct
{
  const TlTimelinePainting *painting;
  guint digit;
} Figure;

static void
draw_figure_cb (cairo_t       *cr,
                double         x,
                double         y,
                gconstpointer  data)
{
  const Figure *figure = data;
  const TlTimelinePainting *p = figure->painting;

  tl_ink_draw_layout (cr, tl_timeline_layout_get_digit (p->layout, p->ink, figure->digit), x, y, 0.5, &p->ink->text);
}

/* Figures are of equal width, so that each stands by itself. */
static void
draw_number (const TlTimelinePainting   *p,
             const TlTimelineGlyphSizes *sizes,
             guint                       number,
             double                      right,
             double                      y)
{
  do
    {
      const Figure figure = { p, number % 10 };
      const TlStamp stamp = {
        TL_TIMELINE_STAMP_FIGURE + figure.digit, sizes->digit, p->ink->text_size, draw_figure_cb, &figure,
      };

      tl_stamps_put (p->stamps, p->cr, &stamp, right - sizes->digit / 2, y);
      right -= sizes->digit;
      number /= 10;
    }
  while (number > 0);
}

/* What is handed to the drawing of a pill. */
typedef struct
{
  const TlInk *ink;
  double width;
  gboolean hides_silence;
} Pill;

static void
draw_pill_cb (cairo_t       *cr,
              double         x,
              double         y,
              gconstpointer  data)
{
  const Pill *pill = data;

  tl_timeline_add_pill (cr, x - pill->width / 2 + 0.5, x + pill->width / 2 - 0.5, y,
                        tl_ink_px (pill->ink, TL_TIMELINE_COUNT_HEIGHT));
  tl_ink_set_colour (cr, &pill->ink->ground);
  cairo_fill_preserve (cr);
  if (pill->hides_silence)
    tl_ink_set_dash (pill->ink, cr, 2, 2);
  tl_ink_set_colour (cr, pill->hides_silence ? &pill->ink->text : &pill->ink->faint);
  cairo_set_line_width (cr, tl_ink_stroke (pill->ink, 1.2));
  cairo_stroke (cr);
  tl_ink_set_dash (pill->ink, cr, 0, 0);
}

/* Pills of as many figures are as wide. */
static void
draw_pill (const TlTimelinePainting *p,
           const TlTimelineGlyph    *glyph,
           double                    y)
{
  const Pill pill = { p->ink, glyph->right - glyph->left, glyph->hides_silence };
  guint figures = tl_timeline_count_digits (glyph->n) * 16 + (glyph->alarms > 0 ? tl_timeline_count_digits (glyph->alarms) : 0);
  const TlStamp stamp = {
    .shape = TL_TIMELINE_STAMP_PILL + figures * 2 + (glyph->hides_silence ? 1 : 0),
    .reach_x = pill.width / 2 + 1,
    .reach_y = tl_ink_px (p->ink, TL_TIMELINE_COUNT_HEIGHT / 2.0 + 1),
    .draw = draw_pill_cb,
    .data = &pill,
  };

  tl_stamps_put (p->stamps, p->cr, &stamp, (glyph->left + glyph->right) / 2, y);
}

/* How many, and beside it how many of them contradict: 17 ▼3. */
void
tl_timeline_draw_count (const TlTimelinePainting *p,
                        guint                     index,
                        const TlTimelineGlyph    *glyph,
                        double                    y)
{
  const TlTimelineLane *lane = g_ptr_array_index (p->layout->plan->lanes, index);
  const TlTimelineGlyphSizes *sizes = &p->layout->sizes[index];
  double right = glyph->right - sizes->pad;

  draw_pill (p, glyph, y);
  if (glyph->alarms > 0)
    {
      draw_number (p, sizes, glyph->alarms, right, y);
      right -= tl_timeline_count_digits (glyph->alarms) * sizes->digit + sizes->alarm;
      draw_alarm (p, lane, right + sizes->alarm / 2 + tl_ink_px (p->ink, 0.5), y);
    }
  draw_number (p, sizes, glyph->n, right, y);
}
