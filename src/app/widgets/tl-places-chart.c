/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-places-chart.h"

#include <glib/gi18n.h>

#include "tl-interval-chart.h"

/* In pixels of the design. */
#define WIDTH 240
#define MOST_WIDTH 224
#define ROW 19
/* The part of the width that names have. */
#define NAMES 0.42
/* The worst come first, so a few are enough; the rest are in Places. */
#define MOST 3

struct _TlPlacesChart
{
  TlComparisonChart parent_instance;
};

G_DEFINE_FINAL_TYPE (TlPlacesChart, tl_places_chart, TL_TYPE_COMPARISON_CHART)

static guint
count_rows (const TlComparison *comparison)
{
  return comparison != NULL ? MIN (comparison->n_places, MOST) : 0;
}

/* A row for each place, and one that says what the lines are and how many places there are besides. */
static void
tl_places_chart_measure (TlDrawnCell *cell,
                         const TlInk *ink,
                         double      *width,
                         double      *height)
{
  /* With large text names are cut sooner, rather than asking for a wider window. */
  *width = MIN (tl_ink_px (ink, WIDTH), MOST_WIDTH);
  *height = tl_ink_px (ink, ROW * (count_rows (tl_comparison_chart_get_comparison (TL_COMPARISON_CHART (cell))) + 1));
}

static void
draw_name (const TlInk *ink,
           cairo_t     *cr,
           const char  *name,
           gboolean     bold,
           double       x,
           double       y,
           double       room,
           gboolean     mirrored)
{
  g_autoptr(PangoLayout) layout = tl_ink_create_layout (ink, name, bold ? TL_TEXT_SMALL_BOLD : TL_TEXT_SMALL);

  pango_layout_set_width (layout, (int) (room * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (layout, mirrored ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  pango_layout_set_auto_dir (layout, FALSE);
  tl_ink_draw_layout (cr, layout, x, y, 0, &ink->text);
}

static void
draw_rest (const TlComparison *comparison,
           const TlInk        *ink,
           cairo_t            *cr,
           double              x,
           double              y,
           double              align)
{
  guint rest = comparison->n_places - count_rows (comparison);
  g_autofree char *text = NULL;

  if (rest == 0)
    return;
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more", rest), rest);
  tl_ink_draw_text (ink, cr, text, TL_TEXT_SMALL, x, y, align, &ink->dimmed);
}

/* The names stand at the start; values grow to the right everywhere. */
static void
tl_places_chart_draw (TlDrawnCell *cell,
                      const TlInk *ink,
                      cairo_t     *cr,
                      double       width,
                      double       height)
{
  const TlMeasureJudgement *measure = tl_comparison_chart_get_measure (TL_COMPARISON_CHART (cell));
  const TlComparison *comparison = tl_comparison_chart_get_comparison (TL_COMPARISON_CHART (cell));
  gboolean mirrored = tl_drawn_cell_is_mirrored (cell);
  double names = width * NAMES, row = tl_ink_px (ink, ROW);
  double from = mirrored ? 0 : names, to = mirrored ? width - names : width;
  guint n = count_rows (comparison);
  TlIntervalChart chart;

  if (comparison == NULL)
    return;
  tl_interval_chart_init (&chart, measure, comparison, ink, from, to);
  tl_interval_chart_draw_lines (&chart, ink, cr, 0, n * row);
  for (guint i = 0; i < n; i++)
    {
      const TlPlaceJudgement *place = &comparison->places[i];

      draw_name (ink, cr, place->place->name, place->state == TL_PLACE_STATE_WEAK, mirrored ? to : 0, (i + 0.5) * row,
                 names, mirrored);
      tl_interval_chart_draw_place (&chart, ink, cr, place, (i + 0.5) * row);
    }
  draw_rest (comparison, ink, cr, mirrored ? width : 0, (n + 0.5) * row, mirrored ? 1 : 0);
  tl_interval_chart_draw_names (&chart, ink, cr, (n + 0.5) * row);
}

static char *
tl_places_chart_describe (TlDrawnCell *cell)
{
  const TlComparison *comparison = tl_comparison_chart_get_comparison (TL_COMPARISON_CHART (cell));

  if (comparison == NULL)
    return NULL;
  return tl_interval_chart_describe (tl_comparison_chart_get_measure (TL_COMPARISON_CHART (cell)), comparison);
}

static guint
tl_places_chart_count_parts (TlChart *chart)
{
  return count_rows (tl_comparison_chart_get_comparison (TL_COMPARISON_CHART (chart)));
}

static char *
tl_places_chart_describe_part (TlChart *chart,
                               guint    index)
{
  TlComparisonChart *self = TL_COMPARISON_CHART (chart);

  return tl_interval_chart_describe_place (tl_comparison_chart_get_measure (self),
                                           &tl_comparison_chart_get_comparison (self)->places[index]);
}

static void
tl_places_chart_locate_parts (TlChart     *chart,
                              const TlInk *ink,
                              double       width,
                              double       height,
                              TlBox       *boxes)
{
  double row = tl_ink_px (ink, ROW);

  for (guint i = 0; i < tl_places_chart_count_parts (chart); i++)
    boxes[i] = (TlBox) { 0, i * row, width, row };
}

static void
tl_places_chart_class_init (TlPlacesChartClass *klass)
{
  TlDrawnCellClass *cell_class = TL_DRAWN_CELL_CLASS (klass);
  TlChartClass *chart_class = TL_CHART_CLASS (klass);

  cell_class->measure = tl_places_chart_measure;
  cell_class->draw = tl_places_chart_draw;
  cell_class->describe = tl_places_chart_describe;
  chart_class->count_parts = tl_places_chart_count_parts;
  chart_class->describe_part = tl_places_chart_describe_part;
  chart_class->locate_parts = tl_places_chart_locate_parts;
  tl_chart_class_set_parts (chart_class, TL_CHART_PARTS_ROWS);
}

static void
tl_places_chart_init (TlPlacesChart *self)
{
}

GtkWidget *
tl_places_chart_new (void)
{
  return g_object_new (TL_TYPE_PLACES_CHART, NULL);
}
