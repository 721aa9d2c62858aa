/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages without a workbook: what flows, what breaks where, and what a PDF says of itself. */
#include "pdf-reader.h"
#include "tl-document.h"
#include "tl-group.h"
#include "tl-paragraph.h"
#include "tl-page-table.h"

#include <locale.h>
#include <string.h>

/* Enough for a table that a board would never read. Looking for memory errors takes thirty times as long. */
#ifdef __SANITIZE_ADDRESS__
#define LONG_TABLE 1000
#else
#define LONG_TABLE 10000
#endif

#define CHAPTERS 100
static TlFurniture furniture = {
  .provider = (char *) "Quillbrook Care",
  .report = (char *) "Trial",
  .as_at = (char *) "As at 9 June 2026",
  .history = (char *) "History ABCD EFGH IJKL MNOP QRST",
  .fingerprint = (char *) "ABCD EFGH IJKL MNOP QRST",
};

static const TlDocumentInfo info = {
  .title = "Trial of pages",
  .author = "Quillbrook Care",
  .subject = "Nothing in particular",
  .created = "2026-06-09T00:00:00Z",
};

static TlDocument *
new_document (void)
{
  TlPaper paper = tl_paper_a4 ();

  return tl_document_new (&paper, &furniture);
}

static GBytes *
print (TlDocument *document)
{
  g_autoptr (GError) error = NULL;
  GBytes *pdf;

  tl_document_finish (document);
  pdf = tl_document_to_pdf (document, &info, NULL, &error);
  g_assert_no_error (error);

  return pdf;
}

static TlPageTable *
new_table (void)
{
  TlPageTable *table = tl_page_table_new ();

  tl_page_table_add_column (table, "Number", TL_COLUMN_FIT, 0, PANGO_ALIGN_RIGHT);
  tl_page_table_add_column (table, "Place", TL_COLUMN_SHARE, 2, PANGO_ALIGN_LEFT);
  tl_page_table_add_column (table, "Note", TL_COLUMN_SHARE, 3, PANGO_ALIGN_LEFT);
  tl_page_table_set_row_heads (table, 0);

  return table;
}

static void
add_row (TlPageTable *table,
         const char  *number,
         const char  *place,
         const char  *note)
{
  tl_page_table_add_row (table, TL_ROW_PLAIN);
  tl_page_table_set_cell (table, 0, TL_PRINT_BODY, number);
  tl_page_table_set_cell (table, 1, TL_PRINT_BODY, place);
  tl_page_table_set_cell (table, 2, TL_PRINT_BODY, note);
}

/* Very many rows: every one printed, once, with the heads on each page. */
static void
test_long_table (void)
{
  g_autoptr (TlDocument) document = new_document ();
  TlPageTable *table = new_table ();
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;
  g_autofree char *elements = NULL;
  g_autoptr (GHashTable) words = NULL;
  guint n_pages;

  for (guint i = 0; i < LONG_TABLE; i++)
    {
      g_autofree char *number = g_strdup_printf ("n%05u", i);

      add_row (table, number, "Tansy House", "as before");
    }
  tl_flow_add_table (tl_document_get_flow (document), table);
  pdf = print (document);
  n_pages = pdf_n_pages (pdf);
  g_assert_cmpuint (n_pages, ==, tl_document_get_n_pages (document));
  g_assert_cmpuint (n_pages, >, LONG_TABLE / 50);

  text = pdf_text (pdf);
  words = text_count_words (text);
  for (guint i = 0; i < LONG_TABLE; i++)
    {
      g_autofree char *number = g_strdup_printf ("n%05u", i);

      g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (words, number)), ==, 1);
    }
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (words, "Place")), ==, n_pages);
  g_assert_cmpuint (text_count (text, "Page "), ==, n_pages);

  /* Structure has the heads once: those of later pages are furniture. */
  elements = pdf_elements (pdf);
  g_assert_cmpuint (text_count (elements, " TR\n"), ==, LONG_TABLE + 1);
  g_assert_cmpuint (text_count (elements, " TH"), ==, 3 + LONG_TABLE + 1);
  pdf_assert_sound (pdf);
}

/* A cell that is longer than a page goes on on the next, and none of it is lost. */
static void
test_long_cell (void)
{
  g_autoptr (TlDocument) document = new_document ();
  TlPageTable *table = new_table ();
  g_autoptr (GString) note = g_string_new (NULL);
  g_autoptr (GHashTable) words = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;
  g_autofree char *structure = NULL;

  for (guint i = 0; i < 1200; i++)
    g_string_append_printf (note, "word%04u ", i);
  add_row (table, "1", "Damson Row", "short");
  add_row (table, "2", "Weir Cottage", note->str);
  add_row (table, "3", "Tansy House", "after");
  tl_flow_add_table (tl_document_get_flow (document), table);
  pdf = print (document);

  text = pdf_text (pdf);
  words = text_count_words (text);
  for (guint i = 0; i < 1200; i++)
    {
      g_autofree char *word = g_strdup_printf ("word%04u", i);

      g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (words, word)), ==, 1);
    }
  g_assert_cmpuint (pdf_n_pages (pdf), >=, 3);
  structure = pdf_structure (pdf);
  text_assert_order (structure, "\"Damson Row\"", "\"Weir Cottage\"", "word0000", "word1199", "\"Tansy House\"", NULL);
  g_assert_cmpuint (text_count (structure, "    TR\n"), ==, 4);
  pdf_assert_sound (pdf);
}

static double
ink_right_edge (TlDocument *document,
                guint       page)
{
  cairo_rectangle_t sheet = { 0.0, 0.0, 2000.0, 2000.0 };
  cairo_surface_t *recording = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &sheet);
  cairo_t *cr = cairo_create (recording);
  double x, y, width, height;

  tl_document_draw_page (document, cr, page);
  cairo_destroy (cr);
  cairo_recording_surface_ink_extents (recording, &x, &y, &width, &height);
  cairo_surface_destroy (recording);

  return x + width;
}

/* A word without end wraps inside itself; nothing leaves the sheet. */
static void
test_long_word (void)
{
  g_autoptr (TlDocument) document = new_document ();
  TlFlow *flow = tl_document_get_flow (document);
  TlPageTable *table = new_table ();
  g_autofree char *word = g_strnfill (900, 'w');
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;
  TlPaper paper = tl_paper_a4 ();

  tl_flow_add_heading (flow, 1, TL_PRINT_TITLE, word, NULL);
  tl_flow_add_paragraph (flow, TL_PRINT_BODY, word);
  add_row (table, word, word, word);
  tl_flow_add_table (flow, table);
  pdf = print (document);

  text = pdf_text (pdf);
  g_assert_cmpuint (text_count (text, "w"), >=, 5 * 900);
  for (guint i = 0; i < tl_document_get_n_pages (document); i++)
    g_assert_cmpfloat (ink_right_edge (document, i), <=, paper.width - paper.right + 1.0);
}

/* A paragraph never leaves or brings a single line, a heading never stands last, a list keeps its labels. */
static void
test_breaks (void)
{
  for (guint filler = 46; filler < 58; filler++)
    {
      g_autoptr (TlDocument) document = new_document ();
      TlFlow *flow = tl_document_get_flow (document);
      g_autoptr (GBytes) pdf = NULL;

      for (guint i = 0; i < filler; i++)
        tl_flow_add_paragraph (flow, TL_PRINT_BODY, "filler");
      tl_flow_add_heading (flow, 2, TL_PRINT_SECTION, "Heading", NULL);
      tl_flow_add_paragraph (flow, TL_PRINT_BODY, "first\nsecond\nthird\nfourth");
      pdf = print (document);

      for (guint page = 0; page < pdf_n_pages (pdf); page++)
        {
          g_autofree char *text = pdf_page_text (pdf, page);
          gboolean first = strstr (text, "first") != NULL;
          gboolean third = strstr (text, "third") != NULL;

          g_assert_true (first == (strstr (text, "second") != NULL));
          g_assert_true (third == (strstr (text, "fourth") != NULL));
          g_assert_true (first == (strstr (text, "Heading") != NULL));
        }
    }
}

static void
add_structured (TlDocument *document)
{
  TlFlow *flow = tl_document_get_flow (document);
  TlPageTable *table = new_table ();
  TlAnchor *anchor = tl_document_new_anchor (document);

  tl_flow_begin_group (flow, "Sect");
  tl_flow_add_heading (flow, 1, TL_PRINT_TITLE, "Five officials find fifty affidavits", NULL);
  tl_flow_begin_group (flow, "TOC");
  tl_flow_add_entry (flow, "The far part", anchor);
  tl_flow_end_group (flow, "TOC");
  tl_flow_begin_group (flow, "L");
  tl_flow_add_item (flow, "•", "an item");
  tl_flow_add_item (flow, "•", "another item");
  tl_flow_end_group (flow, "L");
  add_row (table, "1", "Tansy House", "first");
  tl_flow_add_table (flow, table);
  tl_flow_end_group (flow, "Sect");

  tl_flow_add_new_page (flow);
  tl_flow_begin_group (flow, "Sect");
  tl_flow_add_anchor (flow, anchor);
  tl_document_add_bookmark (document, 0, "The far part", anchor);
  tl_flow_add_heading (flow, 2, TL_PRINT_SECTION, "The far part", NULL);
  tl_flow_add_paragraph (flow, TL_PRINT_BODY, "Zażółć gęślą jaźń, Ελληνικά, and <b>bold</b> text.");
  tl_flow_end_group (flow, "Sect");
}

/* What a screen reader is told, and what the file says of itself. */
static void
test_structure (void)
{
  g_autoptr (TlDocument) document = new_document ();
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *structure = NULL;
  g_autofree char *described = NULL;
  g_autofree char *unpacked = NULL;
  g_autofree char *text = NULL;

  add_structured (document);
  pdf = print (document);
  structure = pdf_structure (pdf);
  text_assert_order (structure,
                     "Document", "Sect", "H1", "\"Five officials find fifty affidavits\"",
                     "TOC", "TOCI", "Reference", "Link", "The far part", "2",
                     "L (block)", "LI", "Lbl", "LBody", "\"an item\"", "LI", "\"another item\"",
                     "Table", "THead", "TR", "TH", "\"Place\"", "TBody", "TR", "TH", "\"1\"", "TD", "\"Tansy House\"",
                     "Sect", "H2", "\"The far part\"", "P (block)", "Zażółć gęślą jaźń", NULL);
  g_assert_null (strstr (structure, "Page 1"));

  described = pdf_info (pdf);
  text_assert_order (described, "Title:", "Trial of pages", "Author:", "Quillbrook Care",
                     "CreationDate:", "2026-06-09", "Tagged:", "yes", NULL);
  unpacked = pdf_unpacked (pdf);
  g_assert_nonnull (strstr (unpacked, "/Lang (en-GB)"));
  g_assert_nonnull (strstr (unpacked, "/DisplayDocTitle true"));
  g_assert_nonnull (strstr (unpacked, "/Outlines"));
  g_assert_cmpuint (text_count (unpacked, "/Scope /Column"), ==, 3);
  g_assert_cmpuint (text_count (unpacked, "/Scope /Row"), ==, 1);

  text = pdf_text (pdf);
  g_assert_nonnull (strstr (text, "Page 1 of 2"));
  g_assert_nonnull (strstr (text, "Page 2 of 2"));
  pdf_assert_sound (pdf);
  pdf_assert_grey (pdf);
  pdf_assert_marked (pdf);
}

/* A space between two words in bold type is all that is drawn in ordinary type there, and it has nothing to see. */
static void
test_spaces (void)
{
  g_autoptr (TlDocument) document = new_document ();
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *structure = NULL;

  for (guint i = 0; i < 150; i++)
    {
      tl_flow_add_space (tl_document_get_flow (document), 0.37);
      tl_flow_add_paragraph (tl_document_get_flow (document), TL_PRINT_BODY, "<b>first</b> <b>second</b>");
    }
  pdf = print (document);
  structure = pdf_structure (pdf);
  g_assert_cmpuint (text_count (structure, "\"first second\""), ==, 150);
}

static void
test_fonts (void)
{
  g_autoptr (TlDocument) document = new_document ();
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *fonts = NULL;
  g_auto (GStrv) lines = NULL;

  add_structured (document);
  pdf = print (document);
  fonts = pdf_fonts (pdf);
  lines = g_strsplit (g_strchomp (fonts), "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >, 2);
  for (guint i = 2; lines[i] != NULL; i++)
    {
      /* embedded, subset, with a way back to text; of its own letters a document has no others than it shows */
      if (strstr (lines[i], strstr (lines[i], "Type 3") != NULL ? "yes no  yes" : "yes yes yes") == NULL)
        g_error ("%s", lines[i]);
    }
}

static void
test_same_bytes (void)
{
  g_autoptr (TlDocument) first = new_document ();
  g_autoptr (TlDocument) second = new_document ();
  g_autoptr (GBytes) one = NULL;
  g_autoptr (GBytes) two = NULL;

  add_structured (first);
  add_structured (second);
  one = print (first);
  two = print (second);
  g_assert_cmpmem (g_bytes_get_data (one, NULL), g_bytes_get_size (one),
                   g_bytes_get_data (two, NULL), g_bytes_get_size (two));
}

/* A document of a hundred chapters, in one group if they belong together. */
static GBytes *
print_chapters (gboolean together)
{
  g_autoptr (TlDocument) document = new_document ();
  TlFlow *flow = tl_document_get_flow (document);

  if (together)
    tl_flow_begin_group (flow, "Part");
  for (guint i = 1; i <= CHAPTERS; i++)
    {
      g_autofree char *name = g_strdup_printf ("Chapter %u", i);

      if (i > 1)
        tl_flow_add_new_page (flow);
      tl_flow_begin_group (flow, "Sect");
      tl_flow_add_heading (flow, 1, TL_PRINT_TITLE, name, NULL);
      tl_flow_end_group (flow, "Sect");
    }
  if (together)
    tl_flow_end_group (flow, "Part");
  return print (document);
}

/* A long document is drawn in two stretches at once, each with its fonts: in one structure, and the same each time. */
static void
test_stretches (void)
{
  g_autoptr (GBytes) pdf = print_chapters (FALSE), again = print_chapters (FALSE), whole = print_chapters (TRUE);
  g_autofree char *structure = pdf_structure (pdf), *fonts = pdf_fonts (pdf), *whole_fonts = pdf_fonts (whole);
  g_autofree char *text = pdf_text (pdf), *whole_text = pdf_text (whole);

  g_assert_true (g_bytes_equal (pdf, again));
  g_assert_cmpuint (pdf_n_pages (pdf), ==, CHAPTERS);
  g_assert_cmpstr (text, ==, whole_text);
  g_assert_cmpuint (text_count (structure, "Document"), ==, 1);
  g_assert_cmpuint (text_count (structure, "\"Chapter "), ==, CHAPTERS);
  text_assert_order (structure, "\"Chapter 1\"", "\"Chapter 44\"", "\"Chapter 45\"", "\"Chapter 46\"", "\"Chapter 100\"", NULL);
  g_assert_cmpuint (text_count (fonts, "\n"), >, text_count (whole_fonts, "\n"));
  pdf_assert_sound (pdf);
}

static void
test_cancel (void)
{
  g_autoptr (TlDocument) document = new_document ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  add_structured (document);
  tl_document_finish (document);
  g_cancellable_cancel (cancellable);
  g_assert_null (tl_document_to_pdf (document, &info, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_paper (void)
{
  TlPaper a4 = tl_paper_a4 ();
  TlPaper letter = tl_paper_letter ();
  TlPaper label = tl_paper_new (170.0, 255.0);

  g_assert_cmpfloat_with_epsilon (a4.width, 595.28, 0.01);
  g_assert_cmpfloat_with_epsilon (a4.height, 841.89, 0.01);
  g_assert_true (tl_paper_is_usable (&a4));
  g_assert_true (tl_paper_is_usable (&letter));
  g_assert_false (tl_paper_is_usable (&label));

  g_assert_cmpfloat (tl_paper_by_name ("letter").width, ==, letter.width);
  g_assert_cmpfloat_with_epsilon (tl_paper_by_name ("a3").height, 2 * a4.width, 0.01);
  /* What isn't known is what offices use where the program is: A4 here, Letter where that locale is installed. */
  g_assert_cmpfloat (tl_paper_by_name ("").height, ==, a4.height);
  if (setlocale (LC_PAPER, "en_US.UTF-8") != NULL)
    g_assert_cmpfloat (tl_paper_by_name (NULL).height, ==, letter.height);
  setlocale (LC_PAPER, "");
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pages/long-table", test_long_table);
  g_test_add_func ("/pages/long-cell", test_long_cell);
  g_test_add_func ("/pages/long-word", test_long_word);
  g_test_add_func ("/pages/breaks", test_breaks);
  g_test_add_func ("/pages/structure", test_structure);
  g_test_add_func ("/pages/spaces", test_spaces);
  g_test_add_func ("/pages/fonts", test_fonts);
  g_test_add_func ("/pages/same-bytes", test_same_bytes);
  g_test_add_func ("/pages/stretches", test_stretches);
  g_test_add_func ("/pages/cancel", test_cancel);
  g_test_add_func ("/pages/paper", test_paper);

  return g_test_run ();
}
