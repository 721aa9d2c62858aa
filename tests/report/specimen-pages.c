/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "specimen-sheet.h"

#include "measure.h"
#include "tl-figure.h"
#include "tl-group.h"
#include "tl-page-table.h"
#include "tl-paragraph.h"
#include "tl-process-chart.h"

#define LONG_WORD "LlanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogochLlanfairpwllgwyngyllgogerychwyrndrobwllll"
#define SCRIPTS "Zażółć gęślą jaźń. Ελληνικά. Дом у реки. بيت الرعاية على النهر. בית על הנהר. Việt Nam."

static TlFurniture furniture = {
  .provider = (char *) "Quillbrook Care",
  .report = (char *) "Specimen of pages",
  .as_at = (char *) "As at 9 June 2026",
  .history = (char *) "History ABCD EFGH IJKL MNOP QRST",
  .fingerprint = (char *) "ABCD EFGH IJKL MNOP QRST",
};

static void
draw_lead (TlCanvas      *canvas,
           double         x,
           double         y,
           gconstpointer  data)
{
  tl_mark_finding (canvas->cr, canvas->ink, GPOINTER_TO_INT (data), x + 6, y);
}

static void
draw_chart (TlCanvas *canvas,
            double    x,
            double    y,
            double    width,
            double    height,
            gpointer  data)
{
  const Measure *measure = data;
  TlProcessChartOptions options = {
    .size = TL_CHART_SIZE_FULL, .as_at = tl_day_new (2026, 6, 9), .first_action = measure->series.points[12].start,
  };
  g_autoptr(TlProcessChart) chart = tl_process_chart_new (canvas->ink, &measure->judgement, &options, width, height);
  g_autofree char *words = tl_process_chart_describe (&measure->judgement, options.as_at);

  tl_canvas_begin_figure (canvas, words);
  cairo_save (canvas->cr);
  cairo_translate (canvas->cr, x, y);
  tl_process_chart_draw (chart, canvas->ink, canvas->cr);
  cairo_restore (canvas->cr);
  tl_canvas_end_figure (canvas);
}

static void
free_measure (gpointer measure)
{
  measure_free (measure);
}

static void
draw_cell (TlCanvas *canvas,
           double    x,
           double    y,
           double    width,
           double    height,
           gpointer  data)
{
  tl_canvas_begin_figure (canvas, "Rating 20, high");
  tl_mark_rating (canvas->cr, canvas->ink, 20, TL_BAND_HIGH, x + width / 2, y + height / 2);
  tl_canvas_end_figure (canvas);
}

static void
add_texts (TlDocument *document)
{
  static const struct
  {
    TlPrintStyle style;
    const char *text;
  } styles[] = {
    { TL_PRINT_COVER, "Cover" }, { TL_PRINT_TITLE, "Title" }, { TL_PRINT_SUBTITLE, "Subtitle" }, { TL_PRINT_SECTION, "Section" },
    { TL_PRINT_QUESTION, "What was wrong?" },
  };
  TlFlow *flow = tl_document_get_flow (document);
  TlLeadMark act = { draw_lead, GINT_TO_POINTER (TL_SEVERITY_ACT), 16 }, watch = { draw_lead, GINT_TO_POINTER (TL_SEVERITY_WATCH), 16 };

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    tl_flow_add_heading (flow, i < 2 ? 1 : MIN (i, 3), styles[i].style, styles[i].text, NULL);
  tl_flow_add_space (flow, 10);
  tl_flow_add_paragraph (flow, TL_PRINT_BODY, "Body text runs from margin to margin and breaks between words. It is never smaller than ten "
                                              "points, and of a paragraph that goes on overleaf at least two lines stand on either page.");
  tl_flow_add_paragraph (flow, TL_PRINT_DIMMED, "Dimmed text supports what stands before it.");
  tl_flow_add_paragraph (flow, TL_PRINT_STRONG, "Strong text says it.");
  tl_flow_add_space (flow, 10);
  tl_flow_add_paragraph (flow, TL_PRINT_BODY, SCRIPTS);
  tl_flow_add_paragraph (flow, TL_PRINT_BODY, LONG_WORD LONG_WORD);
  tl_flow_add_space (flow, 10);
  tl_flow_add_rule (flow, 0.8, 0.6);
  tl_flow_add_space (flow, 10);
  tl_flow_add_marked (flow, TL_PRINT_BODY, "A paragraph that begins with a mark, and goes on beside it when it is longer than one line, as "
                                           "this one is.", &act);
  tl_flow_add_space (flow, 10);
  tl_flow_begin_group (flow, "L");
  tl_flow_add_item (flow, "•", "An item of a list");
  tl_flow_add_item (flow, "12.", "An item with a number, whose second line stands under its first rather than under the number, as is "
                                 "seen here.");
  tl_flow_add_marked_item (flow, TL_PRINT_BODY, "An item with a mark", &watch);
  tl_flow_end_group (flow, "L");
}

static void
add_table (TlDocument *document)
{
  TlPageTable *table = tl_page_table_new ();

  tl_page_table_add_column (table, "Ref", TL_COLUMN_FIT, 0, PANGO_ALIGN_LEFT);
  tl_page_table_add_column (table, "Place", TL_COLUMN_SHARE, 2, PANGO_ALIGN_LEFT);
  tl_page_table_add_column (table, "Rating", TL_COLUMN_FIXED, 48, PANGO_ALIGN_CENTER);
  tl_page_table_add_column (table, "Of 100", TL_COLUMN_FIT, 0, PANGO_ALIGN_RIGHT);
  tl_page_table_set_row_heads (table, 0);
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *ref = g_strdup_printf ("R%u", i + 1);
      g_autofree char *figure = g_strdup_printf ("%u", (i * 37) % 100);

      tl_page_table_add_row (table, i == 19 ? TL_ROW_SUM : TL_ROW_PLAIN);
      tl_page_table_set_cell (table, 0, TL_PRINT_STRONG, ref);
      tl_page_table_set_cell (table, 1, TL_PRINT_BODY, i == 2 ? LONG_WORD : i == 3 ? SCRIPTS : i == 19 ? "All places" : "Tansy House");
      tl_page_table_set_drawing (table, 2, draw_cell, NULL, NULL, 40, 22);
      tl_page_table_set_cell (table, 3, TL_PRINT_BODY, figure);
    }
  tl_flow_add_table (tl_document_get_flow (document), table);
}

static void
add_thread (TlDocument *document)
{
  static const TlQuestion questions[] = {
    { "What was wrong?", "Found", 2, TL_THREAD_MARK_FIRST, TL_LINK_STATE_SOUND },
    { "Who answers for it?", "Owned", 2, TL_THREAD_MARK_SOLID, TL_LINK_STATE_WEAK },
    { "What would better look like?", "Defined", 2, TL_THREAD_MARK_DOTTED, TL_LINK_STATE_MISSING },
    { "What is still watched?", NULL, 2, TL_THREAD_MARK_NONE, TL_LINK_STATE_MISSING },
  };
  TlThread *thread = tl_document_get_thread (document);

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      tl_thread_begin_question (thread, &questions[i]);
      tl_flow_add_paragraph (tl_document_get_flow (document), TL_PRINT_BODY,
                             "An answer stands beside its question, and the thread runs down the margin from mark to mark: solid as far as "
                             "the line holds, dotted beyond.");
      tl_flow_add_space (tl_document_get_flow (document), 12);
      tl_thread_end_question (thread);
    }
}

/* Every block of a page, on A4, over several pages. */
TlDocument *
specimen_create_pages (void)
{
  TlPaper paper = tl_paper_a4 ();
  TlDocument *document = tl_document_new (&paper, &furniture);
  TlFlow *flow = tl_document_get_flow (document);
  TlAnchor *blocks = tl_document_new_anchor (document), *table = tl_document_new_anchor (document);

  tl_flow_begin_group (flow, "TOC");
  tl_flow_add_entry (flow, "Texts and lists", blocks);
  tl_flow_add_entries (flow, "A table", table, "A figure", table);
  tl_flow_end_group (flow, "TOC");
  tl_flow_add_anchor (flow, blocks);
  tl_document_add_bookmark (document, 0, "Texts and lists", blocks);
  tl_flow_add_space (flow, 16);
  add_texts (document);
  tl_flow_add_space (flow, 16);
  tl_flow_add_anchor (flow, table);
  tl_document_add_bookmark (document, 0, "A table and a figure", table);
  tl_flow_add_heading (flow, 2, TL_PRINT_SECTION, "A table whose heads come again", NULL);
  add_table (document);
  tl_flow_add_space (flow, 16);
  tl_flow_add_figure (flow, draw_chart, measure_new_medicines (), free_measure, 190);
  tl_flow_add_space (flow, 16);
  add_thread (document);
  tl_document_finish (document);

  return document;
}

GBytes *
specimen_print_pages (void)
{
  static const TlDocumentInfo info = {
    .title = "Specimen of pages", .author = "Quillbrook Care", .subject = "Every block", .created = "2026-06-09T00:00:00Z",
  };
  g_autoptr(TlDocument) document = specimen_create_pages ();
  g_autoptr(GError) error = NULL;
  GBytes *pdf = tl_document_to_pdf (document, &info, NULL, &error);

  g_assert_no_error (error);

  return pdf;
}

/* A page as a picture of 100 dots to the inch. */
cairo_surface_t *
specimen_draw_page (TlDocument *document,
                    guint       page)
{
  const double scale = 100.0 / 72;
  TlPaper paper = tl_paper_a4 ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (paper.width * scale), (int) (paper.height * scale));
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  tl_document_draw_page (document, cr, page);
  cairo_destroy (cr);

  return surface;
}
