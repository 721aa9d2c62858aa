/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-document-private.h"

#include "tl-progress.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

/* cairo keeps what it knows of every page until the last one is drawn, some 30 kB each. So it draws no more than this many
 * as one PDF, however many there are. Each of those has fonts of its own. */
#define PART_PAGES 250

/* What has fewer pages is drawn as one, whatever the processors; anything longer in two stretches at once, whose fonts
 * take some room in the PDF twice. */
#define LEAST_STRETCH 40

/* Pages that are drawn. */
typedef struct
{
  TlPdfFile *file;
  TlPdfPart part;
} Drawn;

/* A stretch of a document that is being printed. */
typedef struct
{
  TlDocument *document;
  const TlDocumentInfo *info;
  GCancellable *cancellable;
  gboolean let_go;
  guint first_page;
  guint end_page;
  TlCanvas canvas;
  /* Its own: cairo keeps in a surface such as the code's what it has to do with a PDF, and two at once would get mixed. */
  TlFurniture furniture;
  /* The pages that are drawn now. */
  Drawn drawn;
  cairo_t *cr;
  guint n_open;
  /* Where what is drawn goes at once, or what is drawn. */
  TlPdfBook *book;
  GArray *waiting;
  gint n_drawn;
  GError *error;
} Stretch;

static void
clear_drawn (gpointer data)
{
  Drawn *drawn = data;

  g_clear_pointer (&drawn->file, tl_pdf_file_free);
  g_clear_pointer (&drawn->part.alternatives, g_ptr_array_unref);
}

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
begin_part (Stretch *self)
{
  const TlPaper *paper = &self->document->paper;
  cairo_surface_t *surface;

  self->drawn.file = tl_pdf_file_new (&self->error);
  if (self->drawn.file == NULL)
    return FALSE;

  surface = cairo_pdf_surface_create_for_stream (tl_pdf_file_append, self->drawn.file, paper->width, paper->height);
  /* Plain objects are read one by one, and packed once, when they come into the book. */
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  set_info (surface, self->info);
  self->cr = cairo_create (surface);
  cairo_surface_destroy (surface);
  tl_canvas_resume (&self->canvas, self->cr);
  self->drawn.part.n_continued = self->n_open;
  self->drawn.part.n_pages = 0;

  return TRUE;
}

static gboolean
close_drawn (Stretch *self)
{
  cairo_surface_t *surface = cairo_get_target (self->cr);
  cairo_status_t status = cairo_status (self->cr);

  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  g_clear_pointer (&self->cr, cairo_destroy);
  if (status == CAIRO_STATUS_SUCCESS)
    return tl_pdf_file_flush (self->drawn.file, &self->error);

  g_set_error (&self->error, TL_PDF_ERROR, TL_PDF_ERROR_DRAWING, _("The pages couldn’t be drawn: %s"),
               cairo_status_to_string (status));
  return FALSE;
}

static gboolean
put_into_book (TlPdfBook     *book,
               const Drawn   *drawn,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr (GBytes) bytes = tl_pdf_file_map (drawn->file, error);

  return bytes != NULL && tl_pdf_book_add (book, bytes, &drawn->part, cancellable, error);
}

/* Puts what is drawn into the book, and lets go of it; or keeps it until what comes before is there. */
static gboolean
end_part (Stretch *self)
{
  gboolean ended;

  self->drawn.part.n_open = self->n_open;
  self->drawn.part.alternatives = tl_canvas_steal_alternatives (&self->canvas);
  if (!close_drawn (self))
    return FALSE;

  if (self->book == NULL)
    {
      g_array_append_val (self->waiting, self->drawn);
      self->drawn = (Drawn) { 0 };
      return TRUE;
    }
  ended = put_into_book (self->book, &self->drawn, self->cancellable, &self->error);
  clear_drawn (&self->drawn);

  return ended;
}

static gboolean
print_page (Stretch *self,
            guint    page)
{
  gboolean last = page + 1 == tl_document_get_n_pages (self->document);
  gboolean ends;

  if (self->cr == NULL && !begin_part (self))
    return FALSE;
  if (page == 0)
    tl_canvas_begin (&self->canvas, "Document");
  tl_document_draw (self->document, &self->furniture, &self->canvas, page);
  self->drawn.part.n_pages++;

  /* cairo forgets an element that ends after the last page. */
  if (last)
    tl_canvas_end (&self->canvas, "Document");
  ends = page + 1 == self->end_page
         || (self->drawn.part.n_pages >= PART_PAGES && tl_canvas_can_pause (&self->canvas));
  if (ends)
    self->n_open = tl_canvas_pause (&self->canvas);
  cairo_show_page (self->cr);

  return !ends || end_part (self);
}

/* One more page, and what another thread drew meanwhile. */
static void
count_pages (Stretch *self,
             Stretch *other,
             guint   *n_counted)
{
  guint n_others = other != NULL ? (guint) g_atomic_int_get (&other->n_drawn) : 0;

  tl_progress_step (self->cancellable, NULL);
  for (; *n_counted < n_others; (*n_counted)++)
    tl_progress_step (self->cancellable, NULL);
}

/* Draws a stretch; the thread that everyone looks at counts the other's pages, too. */
static gboolean
print_stretch (Stretch *self,
               Stretch *other)
{
  guint n_counted = 0;

  for (guint page = self->first_page; page < self->end_page; page++)
    {
      if (g_cancellable_set_error_if_cancelled (self->cancellable, &self->error) || !print_page (self, page))
        return FALSE;
      if (self->let_go)
        tl_flow_let_go (self->document->flow, page);
      g_atomic_int_inc (&self->n_drawn);
      if (self->book != NULL)
        count_pages (self, other, &n_counted);
    }

  return TRUE;
}

static gpointer
print_beside (gpointer data)
{
  return GINT_TO_POINTER (print_stretch (data, NULL));
}

static void
init_canvas (Stretch *self)
{
  tl_canvas_init (&self->canvas, NULL, tl_document_new_typesetter (self->document), TRUE);
  tl_furniture_copy (&self->document->furniture, &self->furniture);
}

static void
clear_stretch (Stretch *self)
{
  tl_furniture_clear (&self->furniture);
  tl_canvas_clear (&self->canvas);
  g_clear_pointer (&self->cr, cairo_destroy);
  clear_drawn (&self->drawn);
  g_clear_pointer (&self->waiting, g_array_unref);
  g_clear_error (&self->error);
}

/* ── All of it ─────────────────────────────────────────────────────────────── */

/* The page near the middle at which nothing goes on that began before; behind the last when there is none, or too little. */
static guint
find_middle (TlDocument *document)
{
  guint n_pages = tl_document_get_n_pages (document);

  if (n_pages < 2 * LEAST_STRETCH)
    return n_pages;
  for (guint page = TL_DOCUMENT_FIRST_STRETCH (n_pages); page < n_pages - LEAST_STRETCH / 2; page++)
    if (tl_flow_begins_apart (document->flow, page))
      return page;

  return n_pages;
}

/* The rest of the pages, on a thread of its own. */
static void
init_rest (Stretch       *self,
           const Stretch *first)
{
  *self = *first;
  self->first_page = first->end_page;
  self->end_page = tl_document_get_n_pages (self->document);
  self->book = NULL;
  self->waiting = g_array_new (FALSE, FALSE, sizeof (Drawn));
  g_array_set_clear_func (self->waiting, clear_drawn);
  init_canvas (self);
  tl_canvas_go_on (&self->canvas, "Document");
  self->n_open = 1;
}

static gboolean
add_rest (Stretch       *self,
          TlPdfBook     *book,
          GError       **error)
{
  for (guint i = 0; i < self->waiting->len; i++)
    if (!put_into_book (book, &g_array_index (self->waiting, Drawn, i), self->cancellable, error))
      return FALSE;

  return TRUE;
}

/* Thousands of set texts take a while to free. */
static gpointer
let_go_of_texts (gpointer data)
{
  TlDocument *document = data;

  for (guint i = 0; i < document->typesetters->len; i++)
    tl_typesetter_let_go (g_ptr_array_index (document->typesetters, i));
  tl_typesetter_let_go (document->typesetter);

  return NULL;
}

static gboolean
print_in_two (Stretch  *first,
              GError  **error)
{
  Stretch rest = { 0 };
  GThread *thread, *cleaner = NULL;
  gboolean complete;

  init_rest (&rest, first);
  thread = g_thread_new ("pages", print_beside, &rest);
  complete = print_stretch (first, &rest);
  complete = GPOINTER_TO_INT (g_thread_join (thread)) && complete;
  if (first->let_go)
    cleaner = g_thread_new ("cleaner", let_go_of_texts, first->document);
  if (complete)
    complete = add_rest (&rest, first->book, error);
  else
    g_propagate_error (error, first->error != NULL ? g_steal_pointer (&first->error) : g_steal_pointer (&rest.error));
  if (cleaner != NULL)
    g_thread_join (cleaner);
  clear_stretch (&rest);

  return complete;
}

static gboolean
print_pages (Stretch  *self,
             GError  **error)
{
  guint n_pages = tl_document_get_n_pages (self->document);

  self->end_page = find_middle (self->document);
  tl_progress_begin (self->cancellable, TL_PROGRESS_STAGE_DRAWING, n_pages);
  if (self->end_page < n_pages)
    return print_in_two (self, error);
  if (print_stretch (self, NULL))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&self->error));

  return FALSE;
}

static void
add_bookmarks (Stretch *self)
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
  Stretch stretch = { .document = self, .info = info, .cancellable = cancellable, .let_go = let_go, .book = book };
  GBytes *pdf;
  gboolean complete;

  if (book == NULL)
    return NULL;

  init_canvas (&stretch);
  add_bookmarks (&stretch);
  complete = print_pages (&stretch, error);
  clear_stretch (&stretch);
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
