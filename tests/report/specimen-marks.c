/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "specimen-private.h"

#include "tl-line-bar.h"
#include "tl-map-edge.h"
#include "tl-marks.h"

static const TlLinkState states[TL_N_LINE_LINKS] = {
  TL_LINK_STATE_SOUND, TL_LINK_STATE_SOUND, TL_LINK_STATE_WEAK, TL_LINK_STATE_SOUND,
  TL_LINK_STATE_MISSING, TL_LINK_STATE_WEAK, TL_LINK_STATE_MISSING, TL_LINK_STATE_SOUND,
};

static void
draw_link (Specimen *self,
           int       which,
           double    x,
           double    y)
{
  static const double radii[] = { TL_MARK_RADIUS_CELL, TL_MARK_RADIUS_REVIEW, TL_MARK_RADIUS_PAGE, TL_MARK_RADIUS_PAPER };

  tl_mark_link (self->cr, self->ink, which % 3, x, y, tl_ink_px (self->ink, radii[which / 3]), self->mirrored);
}

static void
draw_rating (Specimen *self,
             int       which,
             double    x,
             double    y)
{
  static const TlBand bands[] = { TL_BAND_HIGH, TL_BAND_MEDIUM, TL_BAND_LOW, TL_BAND_HIGH };
  static const int ratings[] = { 20, 12, 4, 0 };

  tl_mark_rating (self->cr, self->ink, ratings[which], bands[which], x, y);
}

static void
draw_finding (Specimen *self,
              int       which,
              double    x,
              double    y)
{
  tl_mark_finding (self->cr, self->ink, which, x, y);
}

static void
draw_evidence (Specimen *self,
               int       which,
               double    x,
               double    y)
{
  if (which == 8)
    tl_mark_selected (self->cr, self->ink, x, y);
  tl_mark_evidence (self->cr, self->ink, which == 8 ? TL_VERDICT_CONTRADICTS : which / 2,
                    which % 2 == 0 ? TL_EVIDENCE_KIND_OUTCOME : TL_EVIDENCE_KIND_ACTIVITY, x, y);
}

static void
draw_place (Specimen *self,
            int       which,
            double    x,
            double    y)
{
  if (which == 5)
    tl_mark_pooled (self->cr, self->ink, x, y);
  else
    tl_mark_place (self->cr, self->ink, which, x, y);
}

static void
draw_action (Specimen *self,
             int       which,
             double    x,
             double    y)
{
  void (*draw[]) (cairo_t *, const TlInk *, double, double) = {
    tl_mark_agreed, tl_mark_done, tl_mark_proven, tl_mark_due, tl_mark_moved,
  };

  draw[which] (self->cr, self->ink, x, y);
}

static void
draw_review (Specimen *self,
             int       which,
             double    x,
             double    y)
{
  tl_mark_review (self->cr, self->ink, which, x, y);
}

static const struct
{
  const char *name;
  void (*draw) (Specimen *self, int which, double x, double y);
  int n;
} families[] = {
  { "Links: missing, weak, sound; cell, review, page, paper", draw_link, 12 },
  { "Ratings: high, medium, low, unrated", draw_rating, 4 },
  { "Findings: act, watch, note", draw_finding, 3 },
  { "Evidence: none, supports, mixed, contradicts; outcome, activity; selected", draw_evidence, 9 },
  { "Places: in line, watch, weak, too few, unsampled; all", draw_place, 6 },
  { "Actions: agreed, done, proven, due, moved", draw_action, 5 },
  { "Review, challenge, decision, sign", draw_review, 4 },
};

static void
draw_family (Specimen     *self,
             double        width,
             double        height,
             gconstpointer data)
{
  guint family = GPOINTER_TO_UINT (data);
  double pitch = width / families[family].n;

  for (int i = 0; i < families[family].n; i++)
    families[family].draw (self, i, (i + 0.5) * pitch, height / 2);
}

static void
draw_lines (Specimen     *self,
            double        width,
            double        height,
            gconstpointer data)
{
  static const TlLineLink positions[] = { TL_LINE_LINK_FOUND, TL_LINE_LINK_DEFINED, TL_LINE_LINK_NONE };
  double cell_width, cell_height;

  tl_mark_line_cell_size (self->ink, &cell_width, &cell_height);
  for (guint i = 0; i < G_N_ELEMENTS (positions); i++)
    tl_mark_line_cell (self->cr, self->ink, states, positions[i], cell_width / 2, (i + 0.5) * cell_height * 1.1, self->mirrored);
  for (guint i = 0; i < 2; i++)
    tl_mark_line (self->cr, self->ink, states, TL_LINE_LINK_DEFINED, cell_width + tl_ink_px (self->ink, 30 + 30 * i),
                  tl_ink_px (self->ink, 8), tl_ink_px (self->ink, 15), tl_ink_px (self->ink, 5), TL_LINE_RUN_DOWN);
}

static void
draw_course (Specimen     *self,
             double        width,
             double        height,
             gconstpointer data)
{
  const TlInk *ink = self->ink;
  cairo_t *cr = self->cr;
  double y = height * 0.3, first = width * 0.05, done = width * 0.35, proven = width * 0.5;

  tl_mark_action_bar (cr, ink, first, done, y, FALSE);
  tl_mark_action_proof (cr, ink, done, proven, y);
  tl_mark_agreed (cr, ink, first, y);
  tl_mark_done (cr, ink, done, y);
  tl_mark_proven (cr, ink, proven, y);
  tl_mark_action_bar (cr, ink, width * 0.62, width * 0.9, y, TRUE);
  tl_mark_agreed (cr, ink, width * 0.62, y);
  tl_mark_moved (cr, ink, width * 0.8, y);
  tl_mark_due (cr, ink, width * 0.9, y);
  tl_mark_silence (cr, ink, first, width * 0.6, height * 0.75, tl_ink_px (ink, 15), "8 weeks, none");
  tl_mark_silence (cr, ink, width * 0.7, width * 0.74, height * 0.75, tl_ink_px (ink, 15), "8 weeks, none");
}

static void
draw_edges (Specimen     *self,
            double        width,
            double        height,
            gconstpointer data)
{
  const TlMapEdge edges[] = { { .accountable = TRUE }, { 0 }, { .gap = TRUE }, { .accountable = TRUE, .gap = TRUE } };

  for (TlMapEdgeLook look = TL_MAP_EDGE_PLAIN; look <= TL_MAP_EDGE_DIMMED; look++)
    for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
      {
        double x = look * width / 3, y = (i + 0.3) * height / 4;

        tl_map_edge_draw (self->cr, self->ink, &edges[i], look, x, y, x + width * 0.28, y + height * 0.12);
      }
}

/* The same number is as wide in every bar; one alone still has room for its mark and number. */
static void
draw_bars (Specimen     *self,
           double        width,
           double        height,
           gconstpointer data)
{
  static const guint counts[][TL_N_LINK_STATES] = { { 0, 0, 10 }, { 1, 1, 8 }, { 7, 2, 1 }, { 120, 1, 1880 }, { 0, 3, 0 } };
  double bar = tl_line_bar_get_height (self->ink);

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      double widths[TL_N_LINK_STATES], used = 0, gap, x = self->mirrored ? width : 0;
      guint n = 0;

      tl_line_bar_share (self->ink, counts[i], width, widths);
      for (guint state = 0; state < TL_N_LINK_STATES; state++)
        {
          used += widths[state];
          n += widths[state] > 0;
        }
      gap = n > 1 ? (width - used) / (n - 1) : 0;
      for (int state = TL_LINK_STATE_SOUND; state >= TL_LINK_STATE_MISSING; state--)
        if (counts[i][state] > 0)
          {
            tl_line_bar_draw_part (self->cr, self->ink, state, counts[i][state], self->mirrored ? x - widths[state] : x,
                                   (i + 0.5) * bar * 1.3, widths[state], self->mirrored);
            x += self->mirrored ? -widths[state] - gap : widths[state] + gap;
          }
    }
}

void
specimen_add_marks (Specimen *self)
{
  static const double pitches[] = { 24, 44, 28, 28, 28, 24, 26 };

  specimen_begin (self, "Marks");
  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    specimen_add (self, families[i].name, tl_ink_px (self->ink, pitches[i] * families[i].n), tl_ink_px (self->ink, 32), draw_family,
                  GUINT_TO_POINTER (i));
  specimen_add (self, "The line: position Found, Defined, Complete; down a page", tl_ink_px (self->ink, 240), tl_ink_px (self->ink, 124),
                draw_lines, NULL);
  specimen_add (self, "Courses of actions, silence", tl_ink_px (self->ink, 260), tl_ink_px (self->ink, 60), draw_course, NULL);
  specimen_add (self, "Bars of a link: sound, weak, missing", tl_ink_px (self->ink, 420), tl_line_bar_get_height (self->ink) * 6.5,
                draw_bars, NULL);
  specimen_add (self, "Edges: plain, kept, dimmed", tl_ink_px (self->ink, 300), tl_ink_px (self->ink, 90), draw_edges, NULL);
}
