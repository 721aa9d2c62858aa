/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-chart-words.h"

#include "tl-label-placing.h"

/* In pixels of the design. */
#define PAD 6
#define GAP 6

/**
 * tl_chart_words_snapshot_at:
 * @chart: a chart
 * @ink: what it is drawn with
 * @snapshot: where to draw
 * @place: where in it is what the words speak of
 * @sentence: the words
 *
 * Says something beside it, for those who see it; within the chart, so that nothing cuts the words off.
 */
void
tl_chart_words_snapshot_at (GtkWidget             *chart,
                            const TlInk           *ink,
                            GtkSnapshot           *snapshot,
                            const graphene_rect_t *place,
                            const char            *sentence)
{
  g_autoptr(PangoLayout) layout = tl_ink_create_layout (ink, sentence, TL_TEXT_SMALL);
  int width = gtk_widget_get_width (chart), height = gtk_widget_get_height (chart);
  double pad = tl_ink_px (ink, PAD), gap = tl_ink_px (ink, GAP), x, y;
  PangoRectangle logical;
  GskRoundedRect box;
  TlBox text;
  cairo_t *cr;

  pango_layout_set_single_paragraph_mode (layout, FALSE);
  pango_layout_set_width (layout, (int) MAX ((width - 2 * pad) * PANGO_SCALE, 1));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_auto_dir (layout, TRUE);
  /* As wide as its longest line. */
  pango_layout_get_extents (layout, NULL, &logical);
  pango_layout_set_width (layout, logical.width);
  tl_ink_measure_layout (layout, &text.width, &text.height);
  text.width += 2 * pad;
  text.height += pad;
  x = CLAMP (place->origin.x + place->size.width / 2 - text.width / 2, 0, MAX (width - text.width, 0));
  y = place->origin.y - gap - text.height;
  if (y < 0)
    y = place->origin.y + place->size.height + gap;
  y = CLAMP (y, 0, MAX (height - text.height, 0));

  gsk_rounded_rect_init_from_rect (&box, &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) text.width, (float) text.height),
                                   (float) pad);
  gtk_snapshot_push_rounded_clip (snapshot, &box);
  gtk_snapshot_append_color (snapshot, &(GdkRGBA) { (float) ink->text.red, (float) ink->text.green, (float) ink->text.blue, 1 },
                             &box.bounds);
  gtk_snapshot_pop (snapshot);
  cr = gtk_snapshot_append_cairo (snapshot, &box.bounds);
  cairo_move_to (cr, x + pad, y + pad / 2);
  tl_ink_set_colour (cr, &ink->ground);
  pango_cairo_show_layout (cr, layout);
  cairo_destroy (cr);
}

/**
 * tl_chart_words_snapshot:
 * @chart: a chart
 * @ink: what it is drawn with
 * @snapshot: where to draw
 * @part: the part of it that the words speak of
 * @sentence: the words
 *
 * Says a part beside it.
 */
void
tl_chart_words_snapshot (GtkWidget   *chart,
                         const TlInk *ink,
                         GtkSnapshot *snapshot,
                         GtkWidget   *part,
                         const char  *sentence)
{
  graphene_rect_t place;

  if (gtk_widget_compute_bounds (part, chart, &place))
    tl_chart_words_snapshot_at (chart, ink, snapshot, &place, sentence);
}
