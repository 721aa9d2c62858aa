/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A PDF that is put together of parts, each of which cairo drew. */
#include "config.h"

#include "pdf-reader.h"
#include "tl-pdf-book.h"

#include <cairo-pdf.h>
#include <string.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

#define WIDTH 200.0
#define HEIGHT 200.0
#define LINES 10

static const TlDocumentInfo info = {
  .title = "A title", .author = "An author", .subject = "A subject (with brackets)", .created = "2026-06-09T00:00:00Z",
};

/* Elements, artifacts that cairo numbers and never writes, a figure, and a link to a page that only the whole has. */
static void
draw_page (cairo_t *cr,
           guint    page)
{
  g_autofree char *target = tl_pdf_book_describe_link (page % 2, 20.0);
  g_autofree char *link = g_strdup_printf ("rect=[10 10 50 20] uri='%s'", target);
  g_autofree char *words = g_strdup_printf ("page %u", page);

  for (guint i = 0; i < LINES; i++)
    {
      const char *tag = i % 2 == 0 ? "P" : "Artifact";

      cairo_tag_begin (cr, tag, NULL);
      cairo_move_to (cr, 20.0, 30.0 + 8.0 * i);
      cairo_show_text (cr, words);
      cairo_tag_end (cr, tag);
    }
  cairo_tag_begin (cr, CAIRO_TAG_LINK, link);
  cairo_move_to (cr, 20.0, 20.0);
  cairo_show_text (cr, "leads");
  cairo_tag_end (cr, CAIRO_TAG_LINK);
  cairo_tag_begin (cr, "Figure", NULL);
  cairo_move_to (cr, 20.0, 150.0);
  cairo_show_text (cr, "shown");
  cairo_tag_end (cr, "Figure");
}

static GBytes *
draw_part (guint first,
           guint n_pages)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlPdfFile) file = tl_pdf_file_new (&error);
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (tl_pdf_file_append, file, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  GBytes *drawn;

  g_assert_no_error (error);
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, info.subject);
  cairo_tag_begin (cr, "Document", NULL);
  cairo_tag_begin (cr, "Sect", NULL);
  for (guint i = 0; i < n_pages; i++)
    {
      draw_page (cr, first + i);
      if (i + 1 == n_pages)
        {
          cairo_tag_end (cr, "Sect");
          cairo_tag_end (cr, "Document");
        }
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  g_assert_true (tl_pdf_file_flush (file, &error));
  drawn = tl_pdf_file_map (file, &error);
  g_assert_no_error (error);

  return drawn;
}

static gboolean
add (TlPdfBook     *book,
     GBytes        *drawn,
     TlPdfPart      part,
     GCancellable  *cancellable,
     GError       **error)
{
  g_autoptr (GPtrArray) alternatives = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < part.n_pages; i++)
    g_ptr_array_add (alternatives, g_strdup_printf ("Figure (%u) – “so” 100 %%", i));
  part.alternatives = alternatives;

  return tl_pdf_book_add (book, drawn, &part, cancellable, error);
}

static GBytes *
end (TlPdfBook *book)
{
  g_autoptr (GError) error = NULL;
  GBytes *pdf = tl_pdf_book_end (book, &info, "en-GB", &error);

  g_assert_no_error (error);
  return pdf;
}

static TlPdfBook *
new_book (guint n_pages)
{
  g_autoptr (GError) error = NULL;
  TlPdfBook *book = tl_pdf_book_new (n_pages, HEIGHT, &error);

  g_assert_no_error (error);
  return book;
}

/* Two parts, with a page and with two; the section goes on from one to the other, or ends with it. */
static GBytes *
make (gboolean goes_on)
{
  g_autoptr (TlPdfBook) book = new_book (3);
  g_autoptr (GBytes) first = draw_part (0, 1), second = draw_part (1, 2);
  g_autoptr (GError) error = NULL;
  guint n_open = goes_on ? 2 : 1;

  tl_pdf_book_add_bookmark (book, 0, "First", 0, 0.0);
  tl_pdf_book_add_bookmark (book, 1, "Beneath “it” – and Ω", 1, 10.0);
  tl_pdf_book_add_bookmark (book, 0, "Last", 2, 20.0);
  g_assert_true (add (book, first, (TlPdfPart) { .n_pages = 1, .n_open = n_open }, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (add (book, second, (TlPdfPart) { .n_pages = 2, .n_continued = n_open }, NULL, &error));
  g_assert_no_error (error);

  return end (book);
}

/* What was one document is one again: pages and words in order, elements that go on, links between parts. */
static void
test_parts (void)
{
  g_autoptr (GBytes) pdf = make (TRUE), again = make (TRUE);
  g_autofree char *text = NULL, *structure = NULL, *unpacked = NULL, *said = NULL;

  pdf_assert_sound (pdf);
  pdf_assert_marked (pdf);
  g_assert_cmpuint (pdf_n_pages (pdf), ==, 3);
  text = pdf_text (pdf);
  text_assert_order (text, "page 0", "page 1", "page 2", NULL);
  structure = pdf_structure (pdf);
  g_assert_cmpuint (text_count (structure, "Document\n"), ==, 1);
  g_assert_cmpuint (text_count (structure, "Sect\n"), ==, 1);
  g_assert_cmpuint (text_count (structure, "  P (block)"), ==, 3 * LINES / 2);
  text_assert_order (structure, "\"page 0\"", "\"leads\"", "\"page 1\"", "\"leads\"", "\"page 2\"", NULL);
  unpacked = pdf_unpacked (pdf);
  g_assert_cmpuint (text_count (unpacked, "/Contents (To page 1)"), ==, 2);
  g_assert_cmpuint (text_count (unpacked, "/Contents (To page 2)"), ==, 1);
  g_assert_cmpuint (text_count (unpacked, "/Alt (Figure \\(0\\) "), ==, 2);
  g_assert_cmpuint (text_count (unpacked, "/Alt (Figure \\(1\\) "), ==, 1);
  g_assert_cmpuint (text_count (unpacked, "/Title (First)"), ==, 1);
  said = pdf_info (pdf);
  g_assert_nonnull (strstr (said, "A subject (with brackets)"));
  g_assert_nonnull (strstr (said, "1.7"));
  g_assert_true (g_bytes_equal (pdf, again));
}

/* What ends with a part stays in it. */
static void
test_ends (void)
{
  g_autoptr (GBytes) pdf = make (FALSE);
  g_autofree char *structure = pdf_elements (pdf);

  pdf_assert_sound (pdf);
  g_assert_cmpuint (text_count (structure, "Document\n"), ==, 1);
  g_assert_cmpuint (text_count (structure, "Sect\n"), ==, 2);
}

/* A pack of thousands of pages: what is kept of each is where its objects are, and no more. */
static void
test_memory (void)
{
#ifdef __GLIBC__
  const guint n_parts = 40, n_pages = 10;
  g_autoptr (TlPdfBook) book = new_book (n_parts * n_pages);
  g_autoptr (GBytes) drawn = draw_part (0, n_pages), pdf = NULL;
  gsize before = 0;

  for (guint i = 0; i < n_parts; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (add (book, drawn, (TlPdfPart) { .n_pages = n_pages, .n_continued = i > 0 ? 1 : 0,
                                                     .n_open = i + 1 < n_parts ? 1 : 0 }, NULL, &error));
      g_assert_no_error (error);
      if (i == n_parts / 2)
        before = mallinfo2 ().uordblks;
    }
  /* A page has a dozen elements here; each took a kilobyte. */
  g_assert_cmpuint (mallinfo2 ().uordblks, <, before + n_parts / 2 * n_pages * 1024);
  pdf = end (book);
  pdf_assert_sound (pdf);
  g_assert_cmpuint (pdf_n_pages (pdf), ==, n_parts * n_pages);
#else
  g_test_skip ("Only glibc says how much memory is in use");
#endif
}

static void
test_cancel (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (TlPdfBook) book = new_book (1);
  g_autoptr (GBytes) drawn = draw_part (0, 1);
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (add (book, drawn, (TlPdfPart) { .n_pages = 1 }, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
assert_refused (GBytes    *drawn,
                TlPdfPart  part)
{
  g_autoptr (TlPdfBook) book = new_book (2);
  g_autoptr (GError) error = NULL;

  g_assert_false (add (book, drawn, part, NULL, &error));
  g_assert_error (error, TL_PDF_ERROR, TL_PDF_ERROR_FINISHING);
}

static void
assert_text_refused (const char *text)
{
  g_autoptr (GBytes) drawn = g_bytes_new (text, strlen (text));

  assert_refused (drawn, (TlPdfPart) { .n_pages = 1 });
}

/* Another cairo may write otherwise: that is said, whatever it is, and nothing wrong is written. */
static void
test_damaged (void)
{
  g_autoptr (GBytes) drawn = draw_part (0, 1);
  gsize length;
  const char *data = g_bytes_get_data (drawn, &length);

  assert_text_refused ("");
  assert_text_refused ("no PDF");
  assert_text_refused ("startxref\n99999999999\n%%EOF\n");
  assert_text_refused ("startxref\n3\n%%EOF\n");
  assert_text_refused ("xref\n0 4000000000\nstartxref\n0\n%%EOF\n");
  assert_text_refused ("xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Root 0 0 R >>\nstartxref\n0\n%%EOF\n");
  assert_text_refused ("xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Root [ << (\nstartxref\n0\n%%EOF\n");
  assert_refused (drawn, (TlPdfPart) { .n_pages = 2 });

  /* Anything may be missing; it ends, and at no wrong place. */
  for (gsize i = 0; i < length; i += 97)
    {
      g_autofree char *changed = g_memdup2 (data, length);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (TlPdfBook) book = new_book (1);

      changed[i] = changed[i] == '<' ? '(' : '<';
      bytes = g_bytes_new_take (g_steal_pointer (&changed), length);
      add (book, bytes, (TlPdfPart) { .n_pages = 1 }, NULL, NULL);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pdf-book/parts", test_parts);
  g_test_add_func ("/pdf-book/ends", test_ends);
  g_test_add_func ("/pdf-book/memory", test_memory);
  g_test_add_func ("/pdf-book/cancel", test_cancel);
  g_test_add_func ("/pdf-book/damaged", test_damaged);

  return g_test_run ();
}
