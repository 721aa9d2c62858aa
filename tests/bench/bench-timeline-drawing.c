/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-timeline-drawing.h"

/* As in a window of 1366 × 768. */
#define WIDTH 1194
#define HEIGHT 500

struct _BenchTimelineDrawing
{
  TlTimelinePlan *plan;
  const TlInk *ink;
  TlStamps *stamps;
};

BenchTimelineDrawing *
bench_timeline_drawing_new (TlAssessment *assessment,
                            const TlInk  *ink)
{
  const TlTimelineScope scope = { .kind = TL_TIMELINE_SCOPE_WORKBOOK };
  BenchTimelineDrawing *self = g_new0 (BenchTimelineDrawing, 1);

  self->plan = tl_timeline_plan_new (assessment, &scope, NULL);
  self->ink = ink;
  self->stamps = tl_stamps_new (1);
  return self;
}

void
bench_timeline_drawing_free (BenchTimelineDrawing *self)
{
  if (self == NULL)
    return;
  tl_timeline_plan_unref (self->plan);
  tl_stamps_free (self->stamps);
  g_free (self);
}

/* Frames from ten years to a week. */
void
bench_timeline_drawing_zoom (BenchTimelineDrawing *self)
{
  static const double spans[] = { 3653, 1800, 900, 366, 180, 92, 30, 7 };
  const TlTimelineHighlight none = TL_TIMELINE_NO_HIGHLIGHT;

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      g_autoptr (TlTimelineLayout) layout = tl_timeline_layout_new (self->plan, self->ink, TL_TIMELINE_CHARTS_PRIMARY, WIDTH,
                                                                     spans[i]);
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) layout->plot_width, HEIGHT);
      cairo_t *cr = cairo_create (surface);
      TlBox part = { layout->length - layout->plot_width, 0, layout->plot_width, HEIGHT };

      cairo_translate (cr, -part.x, 0);
      tl_timeline_draw_plot (layout, self->ink, cr, self->stamps, TL_NO_DAY, &part, &none);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}
