/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-owner-report-private.h"

#include <glib/gi18n-lib.h>

#include "tl-map-edge.h"
#include "tl-marks.h"

/* In points: the share of the width between two columns, what stands around the text of a node, between its parts, and
 * beneath the headings. */
#define COLUMN_GAP_SHARE 0.075
#define PADDING_X 7.0
#define PADDING_Y 4.0
#define SPACING 5.0
#define HEAD_SPACE 5.0
#define CORNER 5.0
#define OUTLINE 0.9
/* How far apart edges leave one node. */
#define FAN 5.0
/* More lines than these would leave no room for other nodes; the list has all words. */
#define MOST_TITLE_LINES 3
#define MOST_CAPTION_LINES 2

static double
get_node_width (double width)
{
  return (width - (TL_N_MAP_COLUMNS - 1) * COLUMN_GAP_SHARE * width) / TL_N_MAP_COLUMNS;
}

/* ── The texts of a node ── */

/* As markup, cut short where it takes more lines than there is room for. */
static char *
fit_text (TlTypesetter *typesetter,
          TlPrintStyle  style,
          const char   *text,
          double        width,
          int           most_lines)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);
  g_autoptr (PangoLayout) layout = tl_typesetter_layout (typesetter, style, markup, width, PANGO_ALIGN_LEFT);
  const PangoLayoutLine *line;
  g_autofree char *start = NULL;
  const char *end;

  if (pango_layout_get_line_count (layout) <= most_lines)
    return g_steal_pointer (&markup);
  line = pango_layout_get_line_readonly (layout, most_lines - 1);
  end = text + line->start_index + line->length;
  for (guint i = 0; i < 2 && end > text; i++)
    end = g_utf8_find_prev_char (text, end);
  start = g_strndup (text, (gsize) (end - text));
  g_strchomp (start);
  return g_markup_printf_escaped ("%s…", start);
}

/* How many of an owner's risks are on this sheet, where others are elsewhere; and what the sheet before has begun. */
static char *
caption_node (const TlMapNode *node,
              guint            n_here,
              guint            n_all,
              gboolean         continued)
{
  if (continued)
    /* Translators: after the ref of a risk whose ways didn't all have room on the page before */
    return g_strdup_printf (_("%s, continued"), node->caption);
  if (node->column == TL_MAP_COLUMN_OWNER && n_here < n_all)
    /* Translators: how many risks somebody answers for, such as "4 risks", and how many of them are on this page */
    return g_strdup_printf (_("%1$s, %2$u on this page"), node->caption, n_here);
  return g_strdup (node->caption != NULL ? node->caption : "");
}

typedef struct
{
  char *title;
  TlPrintStyle title_style;
  char *caption;
  char *badge;
  double mark;
  double width;
  double line;
} Words;

static void
words_clear (Words *words)
{
  g_free (words->title);
  g_free (words->caption);
  g_free (words->badge);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

static Words
set_words (const TlMapNode *node,
           const char      *caption,
           TlTypesetter    *typesetter,
           double           width)
{
  const TlInk *ink = tl_typesetter_get_ink (typesetter);
  Words words = { .title_style = node->column <= TL_MAP_COLUMN_OWNER ? TL_PRINT_STRONG : TL_PRINT_BODY };
  double mark = 0;

  tl_mark_rating_size (ink, &mark, NULL);
  words.mark = node->risk != NULL ? mark + SPACING : 0;
  words.width = width - 2 * PADDING_X - words.mark;
  words.line = tl_typesetter_get_leading (typesetter, TL_PRINT_BODY);
  words.title = fit_text (typesetter, words.title_style, node->title != NULL ? node->title : "", words.width, MOST_TITLE_LINES);
  words.caption = fit_text (typesetter, TL_PRINT_DIMMED, caption, words.width, MOST_CAPTION_LINES);
  if (node->badge != NULL)
    words.badge = fit_text (typesetter, TL_PRINT_BODY, node->badge, words.width - tl_ink_px (ink, 15) - SPACING,
                            MOST_CAPTION_LINES);
  return words;
}

static double
measure_text (TlTypesetter *typesetter,
              TlPrintStyle  style,
              const char   *markup,
              double        width)
{
  g_autoptr (PangoLayout) layout = NULL;

  if (markup == NULL || *markup == '\0')
    return 0;
  layout = tl_typesetter_layout (typesetter, style, markup, width, PANGO_ALIGN_LEFT);
  return tl_layout_height (layout, tl_typesetter_get_leading (typesetter, style));
}

static double
get_badge_width (const Words  *words,
                 TlTypesetter *typesetter)
{
  return words->width - tl_ink_px (tl_typesetter_get_ink (typesetter), 15) - SPACING;
}

/**
 * tl_printed_map_measure:
 * @map: a map
 * @node: a node of it
 * @typesetter: makes its text
 * @width: how wide the page is
 *
 * Returns: how high the node is on paper, in points
 */
double
tl_printed_map_measure (const TlOwnerMap *map,
                        guint             node,
                        TlTypesetter     *typesetter,
                        double            width)
{
  const TlMapNode *what = tl_owner_map_get_node (map, node);
  guint n_risks = tl_owner_map_count_edges (map, node, -1);
  /* As long as it may become. */
  g_autofree char *caption = caption_node (what, n_risks > 1 ? n_risks - 1 : n_risks, n_risks, FALSE);
  g_auto (Words) words = set_words (what, caption, typesetter, get_node_width (width));

  return 2 * PADDING_Y + measure_text (typesetter, words.title_style, words.title, words.width)
         + measure_text (typesetter, TL_PRINT_DIMMED, words.caption, words.width)
         + measure_text (typesetter, TL_PRINT_BODY, words.badge, get_badge_width (&words, typesetter));
}

/* ── Drawing ── */

static void
draw_box (const TlMapNode *node,
          cairo_t         *cr,
          const TlInk     *ink,
          double           x,
          double           y,
          double           width,
          double           height)
{
  cairo_save (cr);
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - CORNER, y + CORNER, CORNER, -G_PI_2, 0);
  cairo_arc (cr, x + width - CORNER, y + height - CORNER, CORNER, 0, G_PI_2);
  cairo_arc (cr, x + CORNER, y + height - CORNER, CORNER, G_PI_2, G_PI);
  cairo_arc (cr, x + CORNER, y + CORNER, CORNER, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
  tl_ink_set_colour (cr, &ink->ground);
  cairo_fill_preserve (cr);
  cairo_set_line_width (cr, OUTLINE);
  tl_ink_set_dash (ink, cr, node->gap ? 4 : 0, 3);
  tl_ink_set_colour (cr, &ink->text);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* The gravest findings behind a risk's ref, each by its mark and how many there are. */
static void
draw_findings (TlCanvas              *canvas,
               const TlRiskJudgement *risk,
               double                 x,
               double                 y,
               double                 line)
{
  double mark = tl_ink_px (canvas->ink, 15);

  for (TlSeverity severity = TL_SEVERITY_ACT; severity <= TL_SEVERITY_WATCH; severity++)
    {
      g_autofree char *number = g_strdup_printf ("%u", risk->n_findings[severity]);

      if (risk->n_findings[severity] == 0)
        continue;
      tl_mark_finding (canvas->cr, canvas->ink, severity, x + mark / 2, y + line / 2);
      x += mark + 2;
      tl_canvas_show_text (canvas, TL_PRINT_BODY, number, x, y, -1, PANGO_ALIGN_LEFT);
      x += tl_typesetter_get_width (canvas->typesetter, TL_PRINT_BODY, number) + SPACING;
    }
}

static double
draw_text (TlCanvas     *canvas,
           TlPrintStyle  style,
           const char   *markup,
           double        x,
           double        y,
           double        width)
{
  if (markup == NULL || *markup == '\0')
    return 0;
  tl_canvas_show_text (canvas, style, markup, x, y, width, PANGO_ALIGN_LEFT);
  return measure_text (canvas->typesetter, style, markup, width);
}

static void
draw_node (TlCanvas        *canvas,
           const TlMapNode *node,
           const char      *caption,
           double           x,
           double           y,
           double           width,
           double           height)
{
  g_auto (Words) words = set_words (node, caption, canvas->typesetter, width);
  double left = x + PADDING_X + words.mark, mark = tl_ink_px (canvas->ink, 15);

  if (!node->flat)
    draw_box (node, canvas->cr, canvas->ink, x, y, width, height);
  if (node->risk != NULL)
    tl_mark_rating (canvas->cr, canvas->ink, node->risk->rating, node->risk->band,
                    x + PADDING_X + (words.mark - SPACING) / 2, y + height / 2);
  y += PADDING_Y;
  y += draw_text (canvas, words.title_style, words.title, left, y, words.width);
  if (node->risk != NULL)
    draw_findings (canvas, node->risk,
                   left + tl_typesetter_get_width (canvas->typesetter, TL_PRINT_DIMMED, words.caption) + SPACING, y, words.line);
  y += draw_text (canvas, TL_PRINT_DIMMED, words.caption, left, y, words.width);
  if (words.badge == NULL)
    return;
  tl_mark_finding (canvas->cr, canvas->ink, node->badge_severity, left + mark / 2, y + words.line / 2);
  draw_text (canvas, TL_PRINT_BODY, words.badge, left + mark + SPACING, y, get_badge_width (&words, canvas->typesetter));
}

static double
get_fan (guint  place,
         guint  n,
         double height)
{
  return n < 2 ? 0 : (place - (n - 1) / 2.0) * MIN (FAN, (height - 2 * CORNER) / (n - 1));
}

static void
draw_edges (const TlPrintedMap *self,
            const TlOwnerSheet *sheet,
            TlCanvas           *canvas,
            double              x,
            double              y,
            double              width)
{
  double node_width = get_node_width (width), pitch = node_width + COLUMN_GAP_SHARE * width;

  for (guint i = 0; i < sheet->edges->len; i++)
    {
      const TlMapEdge *edge = &g_array_index (sheet->edges, TlMapEdge, i);
      TlMapColumn column = tl_owner_map_get_node (self->map, edge->from)->column;
      const TlSheetNode *from = tl_owner_sheet_find (sheet, column, edge->from);
      const TlSheetNode *to = tl_owner_sheet_find (sheet, column + 1, edge->to);
      double left = x + column * pitch + node_width;

      tl_map_edge_draw (canvas->cr, canvas->ink, edge, TL_MAP_EDGE_PRINTED,
                        left, y + from->y + from->height / 2 + get_fan (edge->from_place, edge->n_from, from->height),
                        left + pitch - node_width, y + to->y + to->height / 2 + get_fan (edge->to_place, edge->n_to, to->height));
    }
}

static void
draw_headings (TlCanvas *canvas,
               double    x,
               double    y,
               double    width)
{
  const char *headings[TL_N_MAP_COLUMNS] = { _("Risks"), _("Accountable owner"), _("Supporting roles"), _("Evidence sources") };

  for (TlMapColumn column = 0; column < TL_N_MAP_COLUMNS; column++)
    {
      g_autofree char *markup = g_markup_escape_text (headings[column], -1);

      tl_canvas_show_text (canvas, TL_PRINT_STRONG, markup, x + column * (get_node_width (width) + COLUMN_GAP_SHARE * width), y,
                           get_node_width (width), PANGO_ALIGN_LEFT);
    }
}

/**
 * tl_printed_map_get_head:
 * @typesetter: makes its text
 *
 * Returns: how much room the headings of the columns take, which come again on every sheet
 */
double
tl_printed_map_get_head (TlTypesetter *typesetter)
{
  return tl_typesetter_get_leading (typesetter, TL_PRINT_STRONG) + HEAD_SPACE;
}

/**
 * tl_printed_map_draw_sheet:
 * @self: a map on paper
 * @sheet: which of its sheets
 * @canvas: where to draw
 * @x: left edge
 * @y: upper edge
 * @width: how wide
 *
 * Draws the headings, the edges, and over them the nodes.
 */
void
tl_printed_map_draw_sheet (const TlPrintedMap *self,
                           guint               sheet,
                           TlCanvas           *canvas,
                           double              x,
                           double              y,
                           double              width)
{
  const TlOwnerSheet *shown = g_ptr_array_index (self->sheets, sheet);
  double node_width = get_node_width (width);

  draw_headings (canvas, x, y, width);
  y += tl_printed_map_get_head (canvas->typesetter);
  draw_edges (self, shown, canvas, x, y, width);
  for (TlMapColumn column = 0; column < TL_N_MAP_COLUMNS; column++)
    {
      for (guint i = 0; i < shown->columns[column]->len; i++)
        {
          const TlSheetNode *place = &g_array_index (shown->columns[column], TlSheetNode, i);
          const TlMapNode *node = tl_owner_map_get_node (self->map, place->node);
          g_autofree char *caption = NULL;
          guint n_here = 0;

          for (guint j = 0; j < shown->edges->len; j++)
            n_here += g_array_index (shown->edges, TlMapEdge, j).to == place->node;
          caption = caption_node (node, n_here, tl_owner_map_count_edges (self->map, place->node, -1),
                                  place->node == shown->continued);
          draw_node (canvas, node, caption, x + column * (node_width + COLUMN_GAP_SHARE * width), y + place->y, node_width,
                     place->height);
        }
    }
}
