/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-document-private.h"

#include "tl-progress.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

/* cairo keeps what it knows of every page until the last one is drawn, some 30 kB each. So it draws no more than this many
 * as one PDF, however many there are. Each of those has fonts of its own. */
#define PART_PAGES 250

/* A document that is being printed. */
typedef struct
{
  TlDocument *document;
  const TlDocumentInfo *info;
  TlPdfBook *book;
  TlCanvas canvas;
  /* The pages that are drawn now. */
  TlPdfFile *drawn;
  cairo_t *cr;
  TlPdfPart part;
} Printing;

static void
set_info (cairo_surface_t      *surface,
          const TlDocumentInfo *info)
{
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, info->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, info->author);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, info->subject);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Throughline " PACKAGE_VERSION);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, info->created);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, info->created);
}

/* A surface for the next pages. */
static gboolean
begin_part (Printing  *self,
            GError   **error)
{
  const TlPaper *paper = &self->document->paper;
  cairo_surface_t *surface;

  self->drawn = tl_pdf_file_new (error);
  if (self->drawn == NULL)
    return FALSE;

  surface = cairo_pdf_surface_create_for_stream (tl_pdf_file_append, self->drawn, paper->width, paper->height);
  /* Plain objects are read one by one, and packed once, when they come into the book. */
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  set_info (surface, self->info);
  self->cr = cairo_create (surface);
  cairo_surface_destroy (surface);
  tl_canvas_resume (&self->canvas, self->cr);
  self->part.n_continued = self->part.n_open;
  self->part.n_pages = 0;

  return TRUE;
}

static gboolean
close_drawn (Printing  *self,
             GError   **error)
{
  cairo_surface_t *surface = cairo_get_target (self->cr);
  cairo_status_t status = cairo_status (self->cr);

  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return tl_pdf_file_flush (self->drawn, error);

  g_set_error (error, TL_PDF_ERROR, TL_PDF_ERROR_DRAWING, _("The pages couldn’t be drawn: %s"),
               cairo_status_to_string (status));
  return FALSE;
}

/* Puts what is drawn into the book, and lets go of it. */
static gboolean
end_part (Printing      *self,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr (GPtrArray) alternatives = tl_canvas_steal_alternatives (&self->canvas);
  gboolean added = FALSE;

  self->part.alternatives = alternatives;
  if (close_drawn (self, error))
    {
      g_autoptr (GBytes) drawn = tl_pdf_file_map (self->drawn, error);

      added = drawn != NULL && tl_pdf_book_add (self->book, drawn, &self->part, cancellable, error);
    }
  g_clear_pointer (&self->cr, cairo_destroy);
  g_clear_pointer (&self->drawn, tl_pdf_file_free);

  return added;
}

static gboolean
print_page (Printing      *self,
            guint          page,
            GCancellable  *cancellable,
            GError       **error)
{
  gboolean last = page + 1 == tl_document_get_n_pages (self->document);
  gboolean ends;

  if (self->cr == NULL && !begin_part (self, error))
    return FALSE;
  if (page == 0)
    tl_canvas_begin (&self->canvas, "Document");
  tl_document_draw (self->document, &self->canvas, page);
  self->part.n_pages++;

  /* cairo forgets an element that ends after the last page. */
  if (last)
    tl_canvas_end (&self->canvas, "Document");
  ends = last || (self->part.n_pages >= PART_PAGES && tl_canvas_can_pause (&self->canvas));
  if (ends)
    self->part.n_open = tl_canvas_pause (&self->canvas);
  cairo_show_page (self->cr);

  return !ends || end_part (self, cancellable, error);
}

static gboolean
print_pages (Printing      *self,
             gboolean       let_go,
             GCancellable  *cancellable,
             GError       **error)
{
  guint n_pages = tl_document_get_n_pages (self->document);

  tl_progress_begin (cancellable, TL_PROGRESS_STAGE_DRAWING, n_pages);
  for (guint page = 0; page < n_pages; page++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error) || !print_page (self, page, cancellable, error))
        return FALSE;
      if (let_go)
        tl_flow_let_go (self->document->flow, page);
      tl_progress_step (cancellable, NULL);
    }

  return TRUE;
}

static void
add_bookmarks (Printing *self)
{
  TlDocument *document = self->document;

  for (guint i = 0; i < document->bookmarks->len; i++)
    {
      const TlBookmark *bookmark = &g_array_index (document->bookmarks, TlBookmark, i);
      TlPosition place = tl_flow_get_position (document->flow, bookmark->anchor->slice);

      tl_pdf_book_add_bookmark (self->book, bookmark->depth, bookmark->title, place.page, document->frame_y + place.y);
    }
}

static GBytes *
print_document (TlDocument            *self,
                const TlDocumentInfo  *info,
                gboolean               let_go,
                GCancellable          *cancellable,
                GError               **error)
{
  g_autoptr (TlPdfBook) book = tl_pdf_book_new (tl_document_get_n_pages (self), self->paper.height, error);
  Printing printing = { .document = self, .info = info, .book = book };
  GBytes *pdf;
  gboolean complete;

  if (book == NULL)
    return NULL;

  tl_canvas_init (&printing.canvas, NULL, self->typesetter, TRUE);
  add_bookmarks (&printing);
  complete = print_pages (&printing, let_go, cancellable, error);
  tl_canvas_clear (&printing.canvas);
  g_clear_pointer (&printing.cr, cairo_destroy);
  g_clear_pointer (&printing.drawn, tl_pdf_file_free);
  if (!complete)
    return NULL;

  tl_progress_begin (cancellable, TL_PROGRESS_STAGE_FINISHING, 1);
  pdf = tl_pdf_book_end (book, info, tl_typesetter_get_language (), error);
  tl_progress_step (cancellable, NULL);

  return pdf;
}

/**
 * tl_document_to_pdf:
 * @self: a finished document
 * @info: what the PDF says of itself
 * @cancellable: (nullable): asked before each page
 * @error: return location for an error
 *
 * Writes all pages as one tagged PDF. Domains of errors: %TL_PDF_ERROR, %G_IO_ERROR, %G_FILE_ERROR.
 *
 * Returns: (transfer full) (nullable): the PDF
 */
GBytes *
tl_document_to_pdf (TlDocument            *self,
                    const TlDocumentInfo  *info,
                    GCancellable          *cancellable,
                    GError               **error)
{
  return print_document (self, info, FALSE, cancellable, error);
}

/**
 * tl_document_free_to_pdf:
 * @self: (transfer full): a finished document
 * @info: what the PDF says of itself
 * @cancellable: (nullable): asked before each page
 * @error: return location for an error
 *
 * The same as tl_document_to_pdf(), of a document that nobody needs afterwards: each page is let go of once it is drawn.
 *
 * Returns: (transfer full) (nullable): the PDF
 */
GBytes *
tl_document_free_to_pdf (TlDocument            *self,
                         const TlDocumentInfo  *info,
                         GCancellable          *cancellable,
                         GError               **error)
{
  GBytes *pdf = print_document (self, info, TRUE, cancellable, error);

  tl_document_free (self);
  return pdf;
}
