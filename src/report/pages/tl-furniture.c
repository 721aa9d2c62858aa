/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-furniture.h"

#include "tl-fingerprint-code.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define RULE_GAP 5.0
#define HEADER_GAP 9.0
#define FOOTER_GAP 5.0
#define COLUMN_GAP 12.0

/* Modules of 0.4 mm: a worn printer still separates them, and a telephone reads them. */
#define CODE_SIZE 23.1
#define CODE_GAP 9.0

/**
 * tl_furniture_copy:
 * @self: the furniture
 * @copy: (out caller-allocates): a copy, ready to be drawn; clear it with tl_furniture_clear()
 */
void
tl_furniture_copy (const TlFurniture *self,
                   TlFurniture       *copy)
{
  *copy = (TlFurniture) {
    .provider = g_strdup (self->provider),
    .report = g_strdup (self->report),
    .as_at = g_strdup (self->as_at),
    .history = g_strdup (self->history),
    .fingerprint = g_strdup (self->fingerprint),
    .watermark = g_strdup (self->watermark),
    .code = self->fingerprint != NULL ? tl_fingerprint_code_new (self->fingerprint) : NULL,
  };
}

/**
 * tl_furniture_clear:
 * @self: the furniture
 *
 * Frees its texts.
 */
void
tl_furniture_clear (TlFurniture *self)
{
  g_clear_pointer (&self->provider, g_free);
  g_clear_pointer (&self->report, g_free);
  g_clear_pointer (&self->as_at, g_free);
  g_clear_pointer (&self->history, g_free);
  g_clear_pointer (&self->fingerprint, g_free);
  g_clear_pointer (&self->watermark, g_free);
  g_clear_pointer (&self->code, cairo_surface_destroy);
  g_clear_pointer (&self->same, cairo_surface_destroy);
}

static char *
left_header (TlFurniture *self)
{
  /* Em space between, as one text: it wraps when a provider's name is long. */
  return g_markup_printf_escaped ("<b>%s</b>\u2003<span foreground=\"#4a4a4a\">%s</span>", self->provider,
                                  self->report);
}

static char *
right_header (TlFurniture *self)
{
  return g_markup_printf_escaped ("<b>%s</b>", self->as_at);
}

static char *
right_footer (guint page,
              guint n_pages)
{
  g_autofree char *text = g_strdup_printf (_("Page %u of %u"), page + 1, n_pages);

  return g_markup_printf_escaped ("<b>%s</b>", text);
}

static double
text_width (const TlPaper *paper)
{
  return paper->width - paper->left - paper->right;
}

/* The width that is left beside a text at the right. */
static double
left_width (TlTypesetter  *typesetter,
            const TlPaper *paper,
            const char    *right)
{
  return text_width (paper) - tl_typesetter_get_width (typesetter, TL_PRINT_BODY, right) - COLUMN_GAP;
}

static double
measure (TlTypesetter *typesetter,
         const char   *markup,
         double        width)
{
  g_autoptr (PangoLayout) layout = tl_typesetter_layout (typesetter, TL_PRINT_BODY, markup, width, PANGO_ALIGN_LEFT);

  return tl_layout_height (layout, tl_typesetter_get_leading (typesetter, TL_PRINT_BODY));
}

/* Where the footer's text begins: beside the code. */
static double
footer_inset (TlFurniture *self)
{
  return self->code != NULL ? CODE_SIZE + CODE_GAP : 0.0;
}

static double
measure_footer (TlFurniture   *self,
                TlTypesetter  *typesetter,
                const TlPaper *paper)
{
  g_autofree char *left = g_markup_escape_text (self->history, -1);
  g_autofree char *right = right_footer (9999, 9999);

  return measure (typesetter, left, left_width (typesetter, paper, right) - footer_inset (self));
}

/**
 * tl_furniture_get_header_height:
 * @self: the furniture
 * @typesetter: makes its text
 * @paper: the sheet
 *
 * Returns: from the top margin to the top of the frame
 */
double
tl_furniture_get_header_height (TlFurniture   *self,
                                TlTypesetter  *typesetter,
                                const TlPaper *paper)
{
  g_autofree char *left = left_header (self);
  g_autofree char *right = right_header (self);

  return measure (typesetter, left, left_width (typesetter, paper, right)) + RULE_GAP + HEADER_GAP;
}

/**
 * tl_furniture_get_footer_height:
 * @self: the furniture
 * @typesetter: makes its text
 * @paper: the sheet
 *
 * Returns: from the bottom of the frame to the bottom margin
 */
double
tl_furniture_get_footer_height (TlFurniture   *self,
                                TlTypesetter  *typesetter,
                                const TlPaper *paper)
{
  double text = measure_footer (self, typesetter, paper);

  return FOOTER_GAP + RULE_GAP + (self->code != NULL ? MAX (text, CODE_SIZE) : text);
}

/* Across the page from corner to corner: light enough to read what stands on it, dark enough for a copier. */
static void
draw_watermark (TlFurniture   *self,
                TlCanvas      *canvas,
                const TlPaper *paper)
{
  g_autofree char *markup = g_markup_printf_escaped ("<span weight=\"heavy\" size=\"96pt\" foreground=\"#e2e2e2\">%s</span>", self->watermark);
  g_autoptr (PangoLayout) layout = tl_typesetter_layout (canvas->typesetter, TL_PRINT_COVER, markup, paper->height, PANGO_ALIGN_CENTER);
  int width, height;

  pango_layout_get_size (layout, &width, &height);
  cairo_save (canvas->cr);
  cairo_translate (canvas->cr, paper->width / 2, paper->height / 2);
  cairo_rotate (canvas->cr, -atan2 (paper->height, paper->width));
  cairo_move_to (canvas->cr, -paper->height / 2, -height / (2.0 * PANGO_SCALE));
  pango_cairo_show_layout (canvas->cr, layout);
  cairo_restore (canvas->cr);
}

static double
get_footer_rule (TlFurniture   *self,
                 TlTypesetter  *typesetter,
                 const TlPaper *paper)
{
  return paper->height - paper->bottom - tl_furniture_get_footer_height (self, typesetter, paper) + FOOTER_GAP;
}

/* The top of the footer's words, which stand beside the middle of the code. */
static double
get_footer_top (TlFurniture   *self,
                TlTypesetter  *typesetter,
                const TlPaper *paper)
{
  double room = tl_furniture_get_footer_height (self, typesetter, paper) - FOOTER_GAP - RULE_GAP;

  return get_footer_rule (self, typesetter, paper) + RULE_GAP
         + MAX (0.0, room - measure_footer (self, typesetter, paper)) / 2.0;
}

/* What is the same on every page. */
static void
draw_same (TlFurniture   *self,
           TlCanvas      *canvas,
           const TlPaper *paper)
{
  g_autofree char *left = left_header (self);
  g_autofree char *right = right_header (self);
  g_autofree char *history = g_markup_escape_text (self->history, -1);
  g_autofree char *widest = right_footer (9999, 9999);

  if (self->watermark != NULL)
    draw_watermark (self, canvas, paper);
  tl_canvas_show_text (canvas, TL_PRINT_BODY, left, paper->left, paper->top,
                       left_width (canvas->typesetter, paper, right), PANGO_ALIGN_LEFT);
  tl_canvas_show_text (canvas, TL_PRINT_BODY, right, paper->left, paper->top, text_width (paper), PANGO_ALIGN_RIGHT);
  if (self->code != NULL)
    tl_fingerprint_code_draw (self->code, canvas->cr, paper->left,
                              get_footer_rule (self, canvas->typesetter, paper) + RULE_GAP, CODE_SIZE);
  tl_canvas_show_text (canvas, TL_PRINT_BODY, history, paper->left + footer_inset (self),
                       get_footer_top (self, canvas->typesetter, paper),
                       left_width (canvas->typesetter, paper, widest) - footer_inset (self), PANGO_ALIGN_LEFT);
}

/* The same, so that a PDF holds it once however many pages show it. */
static cairo_surface_t *
record_same (TlFurniture   *self,
             TlTypesetter  *typesetter,
             const TlPaper *paper)
{
  cairo_rectangle_t sheet = { 0.0, 0.0, paper->width, paper->height };
  cairo_surface_t *same = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &sheet);
  cairo_t *cr = cairo_create (same);
  g_auto (TlCanvas) canvas = { 0 };

  tl_canvas_init (&canvas, cr, typesetter, FALSE);
  draw_same (self, &canvas, paper);
  cairo_destroy (cr);

  return same;
}

/**
 * tl_furniture_draw:
 * @self: the furniture
 * @canvas: where to draw
 * @paper: the sheet
 * @page: number of the page, from 0
 * @n_pages: how many there are
 */
void
tl_furniture_draw (TlFurniture   *self,
                   TlCanvas      *canvas,
                   const TlPaper *paper,
                   guint          page,
                   guint          n_pages)
{
  g_autofree char *number = right_footer (page, n_pages);
  double right_edge = paper->width - paper->right;
  double header = tl_furniture_get_header_height (self, canvas->typesetter, paper);

  tl_canvas_begin_artifact (canvas);

  if (canvas->tagged)
    {
      if (self->same == NULL)
        self->same = record_same (self, canvas->typesetter, paper);
      cairo_set_source_surface (canvas->cr, self->same, 0.0, 0.0);
      cairo_paint (canvas->cr);
    }
  else
    {
      draw_same (self, canvas, paper);
    }
  tl_canvas_rule (canvas, paper->left, right_edge, paper->top + header - HEADER_GAP, 0.7, 0.0);
  tl_canvas_rule (canvas, paper->left, right_edge, get_footer_rule (self, canvas->typesetter, paper), 0.6, 0.54);
  tl_canvas_show_text (canvas, TL_PRINT_BODY, number, paper->left, get_footer_top (self, canvas->typesetter, paper),
                       text_width (paper), PANGO_ALIGN_RIGHT);

  tl_canvas_end_artifact (canvas);
}
