/* SPDX-License-Identifier: GPL-3.0-or-later */
/* paper-floor WORDS OUT.pdf: the least that a pack can be, whatever the program: the words of each of its pages are set in
 * 10 pt by plain Pango, a line for a line, and drawn by plain cairo, on one thread. Nothing is read or concluded, nothing
 * wraps, there are no tables, charts, marks, links or tags, and nothing is done to the PDF afterwards. */

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#define WIDTH 595.28
#define HEIGHT 841.89
#define MARGIN 42.5
#define FONT "Adwaita Sans, Inter, sans-serif"

static PangoLayout *
create_layout (cairo_t *cr)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_from_string (FONT);

  pango_font_description_set_absolute_size (font, 10 * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  return layout;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PangoLayout) layout = NULL;
  g_autofree char *words = NULL;
  g_auto (GStrv) pages = NULL;
  cairo_surface_t *surface;
  cairo_t *cr;

  if (argc != 3)
    g_error ("Say which words, and where the PDF goes");
  if (!g_file_get_contents (argv[1], &words, NULL, &error))
    g_error ("%s", error->message);
  pages = g_strsplit (words, "\f", -1);
  surface = cairo_pdf_surface_create (argv[2], WIDTH, HEIGHT);
  cr = cairo_create (surface);
  layout = create_layout (cr);
  for (guint i = 0; pages[i] != NULL; i++)
    {
      g_autoptr (GRegex) gaps = g_regex_new (" {2,}", 0, 0, NULL);
      g_autofree char *page = g_regex_replace_literal (gaps, pages[i], -1, 0, " ", 0, NULL);

      pango_layout_set_text (layout, page, -1);
      cairo_move_to (cr, MARGIN, MARGIN);
      pango_cairo_show_layout (cr, layout);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    g_error ("%s", cairo_status_to_string (cairo_surface_status (surface)));
  cairo_surface_destroy (surface);
  return 0;
}
