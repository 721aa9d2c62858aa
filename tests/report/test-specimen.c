/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything that can be drawn looks as it did when somebody last looked at it and found it right. */
#include "pdf-reader.h"
#include "picture.h"
#include "specimen-sheet.h"

#include <locale.h>
#include <string.h>

/* Kept pictures have sixteen levels of each colour; beyond that, a few pixels at the edge of a letter may differ. */
#define TOLERANCE 20

/* They were drawn with the fonts of the build root; others would make other pictures. */
static gboolean
has_other_fonts (void)
{
  const char *place = g_getenv ("TL_BUILD_IN");

  return place == NULL || g_str_equal (place, "host");
}

static void
assert_looks_as_kept (cairo_surface_t *drawn,
                      const char      *name)
{
  g_autofree char *file = g_strconcat (name, ".png", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "pictures", file, NULL);
  g_autofree char *folder = g_test_build_filename (G_TEST_BUILT, "pictures", NULL);
  g_autofree char *other = g_build_filename (folder, file, NULL);
  cairo_surface_t *kept = cairo_image_surface_create_from_png (path);
  guint n_different = G_MAXUINT;

  if (cairo_surface_status (kept) == CAIRO_STATUS_SUCCESS
      && cairo_image_surface_get_width (kept) == cairo_image_surface_get_width (drawn)
      && cairo_image_surface_get_height (kept) == cairo_image_surface_get_height (drawn))
    n_different = picture_count_differences (kept, drawn);
  if (n_different > TOLERANCE)
    {
      g_mkdir_with_parents (folder, 0755);
      cairo_surface_write_to_png (drawn, other);
      g_test_message ("%s is no longer what it was (%u pixels): compare %s. If it is right, keep it with "
                      "build-aux/specimen --accept", name, n_different, other);
      g_test_fail ();
    }
  cairo_surface_destroy (kept);
}

static void
test_sheet (gconstpointer data)
{
  const SpecimenStyle *style = data;
  cairo_surface_t *drawn;

  if (has_other_fonts ())
    {
      g_test_skip ("Pictures are compared in the build root, whose fonts they have");
      return;
    }
  drawn = specimen_draw_sheet (style);
  if (g_str_equal (style->name, "paper"))
    g_assert_false (picture_has_colour (drawn));
  assert_looks_as_kept (drawn, style->name);
  cairo_surface_destroy (drawn);
}

static void
test_pages (void)
{
  g_autoptr(TlDocument) document = specimen_create_pages ();

  g_assert_cmpuint (tl_document_get_n_pages (document), ==, 2);
  if (has_other_fonts ())
    {
      g_test_skip ("Pictures are compared in the build root, whose fonts they have");
      return;
    }
  for (guint page = 0; page < 2; page++)
    {
      g_autofree char *name = g_strdup_printf ("page-%u", page + 1);
      cairo_surface_t *drawn = specimen_draw_page (document, page);

      assert_looks_as_kept (drawn, name);
      cairo_surface_destroy (drawn);
    }
}

static void
test_sheets_as_pdf (void)
{
  for (const SpecimenStyle *style = specimen_styles; style->name != NULL; style++)
    {
      g_autoptr(GBytes) pdf = specimen_print_sheet (style);
      g_autofree char *text = pdf_text (pdf);

      pdf_assert_sound (pdf);
      g_assert_cmpuint (pdf_n_pages (pdf), ==, 1);
      g_assert_nonnull (strstr (text, "target 95"));
      g_assert_nonnull (strstr (text, "Weir Cottage"));
    }
}

/* What a screen reader is told of every sort of block, in order. */
static void
test_pages_as_pdf (void)
{
  g_autoptr(GBytes) pdf = specimen_print_pages ();
  g_autofree char *structure = pdf_structure (pdf);
  g_autofree char *unpacked = pdf_unpacked (pdf);
  g_autofree char *text = pdf_text (pdf);
  g_autofree char *flat = text_flatten (text);

  text_assert_order (structure, "Document", "TOC", "TOCI", "Reference", "Link", "H1", "\"Cover\"", "H1", "\"Title\"",
                     "H2", "\"Subtitle\"", "H3", "\"Section\"", "P (block)", "\"Dimmed text", "Ελληνικά", "L (block)", "LI",
                     "Lbl", "LBody", "\"An item of a list\"", "LI", "\"12.\"", "H2", "Table", "THead", "TR", "TH", "\"Ref\"",
                     "TBody", "TR", "TH", "\"R1\"", "TD", "\"Tansy House\"", "Figure", "H2", "\"What was", "An answer stands",
                     NULL);
  /* A chart, and a drawn cell in each row, say what they show. */
  g_assert_cmpuint (text_count (unpacked, "/Alt "), ==, 21);
  g_assert_cmpuint (text_count (unpacked, "/Alt (Rating 20, high)"), ==, 20);
  g_assert_nonnull (strstr (flat, "Zażółć gęślą jaźń. Ελληνικά. Дом у реки."));
  g_assert_cmpuint (text_count (text, "Of 100"), ==, 2);
  pdf_assert_sound (pdf);
  pdf_assert_grey (pdf);
  pdf_assert_marked (pdf);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  for (const SpecimenStyle *style = specimen_styles; style->name != NULL; style++)
    {
      g_autofree char *path = g_strconcat ("/specimen/picture/", style->name, NULL);

      g_test_add_data_func (path, style, test_sheet);
    }
  g_test_add_func ("/specimen/picture/pages", test_pages);
  g_test_add_func ("/specimen/pdf/sheets", test_sheets_as_pdf);
  g_test_add_func ("/specimen/pdf/pages", test_pages_as_pdf);

  return g_test_run ();
}
