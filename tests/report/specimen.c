/* SPDX-License-Identifier: GPL-3.0-or-later */
/* specimen FOLDER: draws the specimen in every style, as pictures and as PDF. */
#include "specimen-sheet.h"

#include <locale.h>

static void
keep_picture (const char      *folder,
              const char      *name,
              cairo_surface_t *picture)
{
  g_autofree char *file = g_strconcat (name, ".png", NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);

  if (cairo_surface_write_to_png (picture, path) != CAIRO_STATUS_SUCCESS)
    g_error ("%s can’t be written", path);
  g_print ("%s\n", path);
  cairo_surface_destroy (picture);
}

static void
keep_pdf (const char *folder,
          const char *name,
          GBytes     *pdf)
{
  g_autofree char *file = g_strconcat (name, ".pdf", NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autoptr(GError) error = NULL;

  if (!g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), &error))
    g_error ("%s", error->message);
  g_print ("%s\n", path);
  g_bytes_unref (pdf);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(TlDocument) document = NULL;

  setlocale (LC_ALL, "");
  if (argc != 2)
    {
      g_printerr ("usage: specimen FOLDER\n");
      return 2;
    }
  for (const SpecimenStyle *style = specimen_styles; style->name != NULL; style++)
    {
      keep_picture (argv[1], style->name, specimen_draw_sheet (style));
      keep_pdf (argv[1], style->name, specimen_print_sheet (style));
    }
  document = specimen_create_pages ();
  for (guint page = 0; page < tl_document_get_n_pages (document); page++)
    {
      g_autofree char *name = g_strdup_printf ("page-%u", page + 1);

      keep_picture (argv[1], name, specimen_draw_page (document, page));
    }
  keep_pdf (argv[1], "pages", specimen_print_pages ());

  return 0;
}
