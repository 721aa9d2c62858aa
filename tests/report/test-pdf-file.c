/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A PDF between cairo, which draws it, and qpdf, which finishes it. */
#include "pdf-reader.h"
#include "tl-pdf.h"

#include <cairo-pdf.h>
#include <string.h>

static const TlDocumentInfo info = {
  .title = "A title", .author = "An author", .subject = "A subject", .created = "2026-06-09T00:00:00Z",
};

/* A page with an element, an artifact that cairo numbers and never writes, and a figure. */
static TlPdfFile *
draw (void)
{
  g_autoptr (GError) error = NULL;
  TlPdfFile *file = tl_pdf_file_new (&error);
  cairo_surface_t *surface;
  cairo_t *cr;

  g_assert_no_error (error);
  surface = cairo_pdf_surface_create_for_stream (tl_pdf_file_append, file, 200.0, 200.0);
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  cr = cairo_create (surface);
  cairo_tag_begin (cr, "Document", NULL);
  for (guint i = 0; i < 20; i++)
    {
      cairo_tag_begin (cr, i % 2 == 0 ? "P" : "Artifact", NULL);
      cairo_move_to (cr, 20.0, 20.0 + 8.0 * i);
      cairo_show_text (cr, "words");
      cairo_tag_end (cr, i % 2 == 0 ? "P" : "Artifact");
    }
  cairo_tag_end (cr, "Document");
  cairo_show_page (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);

  return file;
}

/* What cairo says of artifacts is put right, so that nobody takes the file for damaged. */
static void
test_mend (void)
{
  g_autoptr (TlPdfFile) file = draw ();
  g_autoptr (GBytes) mended = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (tl_pdf_file_mend (file, &error));
  g_assert_no_error (error);
  mended = tl_pdf_file_map (file, &error);
  g_assert_no_error (error);
  pdf_assert_sound (mended);
  text = pdf_text (mended);
  g_assert_cmpuint (strlen (text), >, 20 * strlen ("words"));
}

static void
assert_left_alone (const char *content)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlPdfFile) file = tl_pdf_file_new (&error);
  g_autoptr (GBytes) left = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (tl_pdf_file_append (file, (const guchar *) content, (guint) strlen (content)), ==, CAIRO_STATUS_SUCCESS);
  g_assert_true (tl_pdf_file_mend (file, &error));
  g_assert_no_error (error);
  left = tl_pdf_file_map (file, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (left, NULL), g_bytes_get_size (left), content, strlen (content));
}

/* Another cairo may write otherwise: then nothing is changed, and qpdf finds its own way. */
static void
test_left_alone (void)
{
#define PADDING "%                                                                                \n"
  assert_left_alone ("short");
  assert_left_alone (PADDING "no table anywhere");
  assert_left_alone (PADDING "startxref\n99999999999\n%%EOF\n");
  assert_left_alone (PADDING "startxref\n3\n%%EOF\n");
  assert_left_alone ("xref\n0 4000000000\n" PADDING "startxref\n0\n%%EOF\n");
  assert_left_alone ("xref\n0 9\n0000000000 65535 f \n" PADDING "startxref\n0\n%%EOF\n");
  assert_left_alone ("xref\n0 1\n0000000000 65535 f \n" PADDING "startxref\n0\n%%EOF\n");
#undef PADDING
}

static GBytes *
finish (TlPdfFile     *drawn,
        GCancellable  *cancellable,
        GError       **error)
{
  g_autoptr (GPtrArray) alternatives = g_ptr_array_new ();

  return tl_pdf_finish (drawn, &info, "en-GB", alternatives, cancellable, error);
}

static void
test_finish (void)
{
  TlPdfFile *drawn = draw ();
  g_autoptr (GBytes) finished = NULL;
  g_autofree char *said = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (tl_pdf_file_mend (drawn, &error));
  g_assert_no_error (error);
  finished = finish (drawn, NULL, &error);
  g_assert_no_error (error);
  pdf_assert_sound (finished);
  said = pdf_info (finished);
  g_assert_nonnull (strstr (said, "1.7"));
}

/* Nobody waits for qpdf to come to its end. */
static void
test_cancel (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (finish (draw (), cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_damaged (void)
{
  g_autoptr (GError) error = NULL;
  TlPdfFile *file = tl_pdf_file_new (&error);

  g_assert_no_error (error);
  g_assert_cmpint (tl_pdf_file_append (file, (const guchar *) "no PDF", 6), ==, CAIRO_STATUS_SUCCESS);
  g_assert_true (tl_pdf_file_mend (file, &error));
  g_assert_null (finish (file, NULL, &error));
  g_assert_error (error, TL_PDF_ERROR, TL_PDF_ERROR_FINISHING);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pdf-file/mend", test_mend);
  g_test_add_func ("/pdf-file/left-alone", test_left_alone);
  g_test_add_func ("/pdf-file/finish", test_finish);
  g_test_add_func ("/pdf-file/cancel", test_cancel);
  g_test_add_func ("/pdf-file/damaged", test_damaged);

  return g_test_run ();
}
