/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "specimen-private.h"

#include <cairo-pdf.h>
#include <math.h>

#define MARGIN 20
#define GAP 24
#define TEXT (44.0 / 3)

const SpecimenStyle specimen_styles[] = {
  { "light", FALSE },
  { "dark", FALSE },
  { "high-contrast", FALSE },
  { "high-contrast-dark", FALSE },
  { "paper", FALSE },
  { "right-to-left", TRUE },
  { "large", FALSE },
  { NULL, FALSE },
};

TlInk *
specimen_create_ink (const SpecimenStyle *style)
{
  if (g_str_equal (style->name, "dark"))
    return tl_ink_new_dark (TEXT);
  if (g_str_has_prefix (style->name, "high-contrast"))
    return tl_ink_new_high_contrast (TEXT, g_str_has_suffix (style->name, "dark"));
  if (g_str_equal (style->name, "paper"))
    return tl_ink_new_paper (TEXT);
  return tl_ink_new_light (g_str_equal (style->name, "large") ? 2 * TEXT : TEXT);
}

static void
end_row (Specimen *self)
{
  self->y += self->row;
  self->x = MARGIN;
  self->row = 0;
}

/* Sets a text at the side where reading begins, within a width. */
static double
set_text (Specimen   *self,
          const char *text,
          TlTextStyle style,
          double      x,
          double      width)
{
  g_autoptr(PangoLayout) layout = tl_ink_create_layout (self->ink, text, style);
  double height;

  pango_layout_set_single_paragraph_mode (layout, FALSE);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_alignment (layout, self->mirrored ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  tl_ink_measure_layout (layout, NULL, &height);
  tl_ink_draw_layout (self->cr, layout, self->mirrored ? SPECIMEN_WIDTH - x - width : x, self->y + height / 2, 0,
                      style == TL_TEXT_BODY_BOLD ? &self->ink->text : &self->ink->dimmed);

  return height;
}

/* Begins a group of drawings. */
void
specimen_begin (Specimen   *self,
                const char *heading)
{
  end_row (self);
  self->y += GAP / 2;
  self->y += set_text (self, heading, TL_TEXT_BODY_BOLD, MARGIN, SPECIMEN_WIDTH - 2 * MARGIN) + GAP / 2;
}

/* Adds a drawing under its caption: beside the last one, or in a row of its own where there is no room. */
void
specimen_add (Specimen     *self,
              const char   *caption,
              double        width,
              double        height,
              SpecimenFunc  draw,
              gconstpointer data)
{
  double room = SPECIMEN_WIDTH - 2 * MARGIN, top;

  width = MIN (width, room);
  if (self->x + width > MARGIN + room)
    end_row (self);
  top = set_text (self, caption, TL_TEXT_SMALL, self->x, width) + 6;
  cairo_save (self->cr);
  cairo_translate (self->cr, self->mirrored ? SPECIMEN_WIDTH - self->x - width : self->x, self->y + top);
  draw (self, width, height, data);
  cairo_restore (self->cr);
  self->row = MAX (self->row, top + height + GAP);
  self->x += width + GAP;
}

/* Fills a sheet, and says how long it is. */
static double
fill_sheet (const TlInk *ink,
            cairo_t     *cr,
            gboolean     mirrored)
{
  Specimen self = { .cr = cr, .ink = ink, .mirrored = mirrored, .x = MARGIN, .y = MARGIN };

  specimen_add_marks (&self);
  specimen_add_charts (&self);
  specimen_add_places (&self);
  specimen_add_timeline (&self);
  end_row (&self);

  return ceil (self.y + MARGIN - GAP);
}

static double
measure_sheet (const TlInk *ink,
               gboolean     mirrored)
{
  cairo_surface_t *nowhere = cairo_recording_surface_create (CAIRO_CONTENT_COLOR, NULL);
  cairo_t *cr = cairo_create (nowhere);
  double height = fill_sheet (ink, cr, mirrored);

  cairo_destroy (cr);
  cairo_surface_destroy (nowhere);

  return height;
}

static void
draw_on (const SpecimenStyle *style,
         const TlInk         *ink,
         cairo_surface_t     *surface)
{
  cairo_t *cr = cairo_create (surface);

  tl_ink_set_colour (cr, &ink->ground);
  cairo_paint (cr);
  fill_sheet (ink, cr, style->mirrored);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
}

/* The sheet in a style, as a picture. */
cairo_surface_t *
specimen_draw_sheet (const SpecimenStyle *style)
{
  g_autoptr(TlInk) ink = specimen_create_ink (style);
  int height = (int) measure_sheet (ink, style->mirrored);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SPECIMEN_WIDTH, height);

  draw_on (style, ink, surface);

  return surface;
}

static cairo_status_t
append_cb (void                *data,
           const unsigned char *bytes,
           unsigned int         n_bytes)
{
  g_byte_array_append (data, bytes, n_bytes);
  return CAIRO_STATUS_SUCCESS;
}

/* The sheet in a style, as a page of a PDF. */
GBytes *
specimen_print_sheet (const SpecimenStyle *style)
{
  g_autoptr(TlInk) ink = specimen_create_ink (style);
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_cb, bytes, SPECIMEN_WIDTH, measure_sheet (ink, style->mirrored));

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, "2026-06-09T00:00:00Z");
  draw_on (style, ink, surface);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);

  return g_byte_array_free_to_bytes (bytes);
}
