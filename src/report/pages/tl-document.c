/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-document.h"
#include "tl-pdf.h"
#include "tl-progress.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#define DEEPEST_BOOKMARK 3

typedef struct
{
  char *title;
  guint depth;
  TlAnchor *anchor;
} Bookmark;

struct _TlDocument
{
  TlPaper paper;
  TlFurniture furniture;
  TlTypesetter *typesetter;
  TlFlow *flow;
  TlThread *thread;
  GPtrArray *typesetters;
  GPtrArray *anchors;
  GArray *bookmarks;
  double frame_y;
};

static void
clear_bookmark (gpointer data)
{
  g_free (((Bookmark *) data)->title);
}

/**
 * tl_document_new:
 * @paper: the sheet
 * @furniture: what stands on every page
 *
 * Returns: (transfer full): an empty document
 */
TlDocument *
tl_document_new (const TlPaper     *paper,
                 const TlFurniture *furniture)
{
  TlDocument *self = g_new0 (TlDocument, 1);
  double height;

  self->paper = *paper;
  tl_furniture_copy (furniture, &self->furniture);

  self->typesetter = tl_typesetter_new ();
  self->frame_y = paper->top + tl_furniture_get_header_height (&self->furniture, self->typesetter, paper);
  height = paper->height - self->frame_y - paper->bottom
           - tl_furniture_get_footer_height (&self->furniture, self->typesetter, paper);
  self->flow = tl_flow_new (self->typesetter, paper->left, paper->width - paper->left - paper->right, height);
  self->thread = tl_thread_new (self->flow);
  self->typesetters = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_typesetter_free);
  self->anchors = g_ptr_array_new_with_free_func (g_free);
  self->bookmarks = g_array_new (FALSE, FALSE, sizeof (Bookmark));
  g_array_set_clear_func (self->bookmarks, clear_bookmark);

  return self;
}

/**
 * tl_document_free:
 * @self: (transfer full): a document
 *
 * Frees a document with all that was laid out.
 */
void
tl_document_free (TlDocument *self)
{
  tl_thread_free (self->thread);
  tl_flow_free (self->flow);
  g_ptr_array_unref (self->typesetters);
  tl_typesetter_free (self->typesetter);
  tl_furniture_clear (&self->furniture);
  g_ptr_array_unref (self->anchors);
  g_array_unref (self->bookmarks);
  g_free (self);
}

/**
 * tl_document_get_flow:
 * @self: a document
 *
 * Returns: (transfer none): the flow that fills its pages
 */
TlFlow *
tl_document_get_flow (TlDocument *self)
{
  return self->flow;
}

/**
 * tl_document_get_thread:
 * @self: a document
 *
 * Returns: (transfer none): the thread down its margin
 */
TlThread *
tl_document_get_thread (TlDocument *self)
{
  return self->thread;
}

/**
 * tl_document_new_typesetter:
 * @self: a document
 *
 * A typesetter sets one text at a time. Where several threads lay out, each has its own, and what they set draws the same.
 *
 * Returns: (transfer none): a typesetter that lives as long as the document
 */
TlTypesetter *
tl_document_new_typesetter (TlDocument *self)
{
  TlTypesetter *typesetter = tl_typesetter_new ();

  g_ptr_array_add (self->typesetters, typesetter);

  return typesetter;
}

/**
 * tl_document_new_anchor:
 * @self: a document
 *
 * Returns: (transfer none): an anchor that lives as long as the document
 */
TlAnchor *
tl_document_new_anchor (TlDocument *self)
{
  TlAnchor *anchor = g_new0 (TlAnchor, 1);

  g_ptr_array_add (self->anchors, anchor);

  return anchor;
}

/**
 * tl_document_add_bookmark:
 * @self: a document
 * @depth: 0 for a part, 1 for what is in it, and so on
 * @title: what it is called
 * @anchor: where it leads
 */
void
tl_document_add_bookmark (TlDocument *self,
                          guint       depth,
                          const char *title,
                          TlAnchor   *anchor)
{
  Bookmark bookmark = {
    .title = g_strdup (title),
    .depth = MIN (depth, DEEPEST_BOOKMARK),
    .anchor = anchor,
  };

  g_array_append_val (self->bookmarks, bookmark);
}

/**
 * tl_document_finish:
 * @self: a document whose flow is complete
 *
 * Lays its pages out.
 */
void
tl_document_finish (TlDocument *self)
{
  tl_flow_break (self->flow);
  tl_thread_break (self->thread);
}

/**
 * tl_document_get_n_pages:
 * @self: a finished document
 *
 * Returns: how many pages it has
 */
guint
tl_document_get_n_pages (TlDocument *self)
{
  return tl_flow_get_n_pages (self->flow);
}

static void
draw_page (TlDocument *self,
           TlCanvas   *canvas,
           guint       page)
{
  tl_furniture_draw (&self->furniture, canvas, &self->paper, page, tl_document_get_n_pages (self));
  tl_thread_draw_page (self->thread, canvas, page, self->frame_y);
  tl_flow_draw_page (self->flow, canvas, page, self->frame_y);
  tl_canvas_end_page (canvas);
}

/**
 * tl_document_draw_page:
 * @self: a finished document
 * @cr: where to draw, in points from the upper left corner of the sheet
 * @page: number of the page, from 0
 */
void
tl_document_draw_page (TlDocument *self,
                       cairo_t    *cr,
                       guint       page)
{
  g_auto (TlCanvas) canvas = { 0 };

  tl_canvas_init (&canvas, cr, self->typesetter, FALSE);
  cairo_save (cr);
  draw_page (self, &canvas, page);
  cairo_restore (cr);
}

/**
 * tl_document_read_page:
 * @self: a finished document
 * @page: number of the page, from 0
 *
 * Returns: (transfer full): what the page says, a line for each of its lines; what is on every page is left out
 */
char *
tl_document_read_page (TlDocument *self,
                       guint       page)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  cairo_t *cr = cairo_create (surface);
  g_auto (TlCanvas) canvas = { 0 };
  g_autoptr (GString) words = g_string_new (NULL);

  tl_canvas_init (&canvas, cr, self->typesetter, FALSE);
  tl_canvas_listen (&canvas, words);
  draw_page (self, &canvas, page);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return g_string_free_and_steal (g_steal_pointer (&words));
}

/* ── PDF ───────────────────────────────────────────────────────────────────── */

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

static void
add_outline (TlDocument      *self,
             cairo_surface_t *surface)
{
  int parents[DEEPEST_BOOKMARK + 2] = { CAIRO_PDF_OUTLINE_ROOT };

  for (guint i = 0; i < self->bookmarks->len; i++)
    {
      const Bookmark *bookmark = &g_array_index (self->bookmarks, Bookmark, i);
      TlPosition place = tl_flow_get_position (self->flow, bookmark->anchor->slice);
      char y[G_ASCII_DTOSTR_BUF_SIZE];
      g_autofree char *attributes = NULL;

      attributes = g_strdup_printf ("page=%u pos=[0 %s]", place.page + 1,
                                    g_ascii_formatd (y, sizeof y, "%.2f", self->frame_y + place.y));
      parents[bookmark->depth + 1] = cairo_pdf_surface_add_outline (surface, parents[bookmark->depth], bookmark->title,
                                                                    attributes, bookmark->depth == 0
                                                                                  ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
      for (guint depth = bookmark->depth + 2; depth < G_N_ELEMENTS (parents); depth++)
        parents[depth] = parents[bookmark->depth + 1];
    }
}

static gboolean
draw_all (TlDocument    *self,
          TlCanvas      *canvas,
          gboolean       let_go,
          GCancellable  *cancellable,
          GError       **error)
{
  guint n_pages = tl_document_get_n_pages (self);

  tl_progress_begin (cancellable, TL_PROGRESS_STAGE_DRAWING, n_pages);
  tl_canvas_begin (canvas, "Document");
  for (guint page = 0; page < n_pages; page++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      draw_page (self, canvas, page);
      if (let_go)
        tl_flow_let_go (self->flow, page);
      tl_progress_step (cancellable, NULL);

      /* cairo forgets an element that ends after the last page. */
      if (page + 1 == n_pages)
        tl_canvas_end (canvas, "Document");
      cairo_show_page (canvas->cr);
    }

  return TRUE;
}

/* What cairo wrote, sound and whole. */
static gboolean
close_drawn (TlPdfFile       *drawn,
             cairo_surface_t *surface,
             cairo_t         *cr,
             GError         **error)
{
  cairo_status_t status = cairo_status (cr);

  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return tl_pdf_file_mend (drawn, error);

  g_set_error (error, TL_PDF_ERROR, TL_PDF_ERROR_DRAWING, _("The pages couldn’t be drawn: %s"),
               cairo_status_to_string (status));
  return FALSE;
}

static TlPdfFile *
draw_pdf (TlDocument            *self,
          const TlDocumentInfo  *info,
          gboolean               let_go,
          GPtrArray            **alternatives,
          GCancellable          *cancellable,
          GError               **error)
{
  g_autoptr (TlPdfFile) drawn = tl_pdf_file_new (error);
  g_auto (TlCanvas) canvas = { 0 };
  cairo_surface_t *surface;
  cairo_t *cr;
  gboolean complete;

  if (drawn == NULL)
    return NULL;

  surface = cairo_pdf_surface_create_for_stream (tl_pdf_file_append, drawn, self->paper.width, self->paper.height);
  /* Plain objects are read one by one, and packed once, when it is finished. */
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  cr = cairo_create (surface);
  set_info (surface, info);
  tl_canvas_init (&canvas, cr, self->typesetter, TRUE);
  add_outline (self, surface);
  complete = draw_all (self, &canvas, let_go, cancellable, error) && close_drawn (drawn, surface, cr, error);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  if (!complete)
    return NULL;

  *alternatives = tl_canvas_steal_alternatives (&canvas);
  return g_steal_pointer (&drawn);
}

/**
 * tl_document_draw_pdf:
 * @self: a finished document
 * @info: what the PDF says of itself
 * @alternatives: (out) (transfer full) (element-type utf8): what its figures say
 * @cancellable: (nullable): asked before each page
 * @error: return location for an error
 *
 * Draws all pages as one tagged PDF, which tl_pdf_finish() then finishes. Each page is let go of once it is drawn, so that
 * afterwards the document can only be freed. Domains of errors: %TL_PDF_ERROR, %G_IO_ERROR.
 *
 * Returns: (transfer full) (nullable): the PDF as cairo wrote it
 */
TlPdfFile *
tl_document_draw_pdf (TlDocument            *self,
                      const TlDocumentInfo  *info,
                      GPtrArray            **alternatives,
                      GCancellable          *cancellable,
                      GError               **error)
{
  return draw_pdf (self, info, TRUE, alternatives, cancellable, error);
}

/**
 * tl_document_to_pdf:
 * @self: a finished document
 * @info: what the PDF says of itself
 * @cancellable: (nullable): to cancel
 * @error: return location for an error
 *
 * Writes all pages as one tagged PDF. Domains of errors: %TL_PDF_ERROR, %G_IO_ERROR.
 *
 * Returns: (transfer full) (nullable): the PDF
 */
GBytes *
tl_document_to_pdf (TlDocument            *self,
                    const TlDocumentInfo  *info,
                    GCancellable          *cancellable,
                    GError               **error)
{
  g_autoptr (GPtrArray) alternatives = NULL;
  TlPdfFile *drawn = draw_pdf (self, info, FALSE, &alternatives, cancellable, error);

  if (drawn == NULL)
    return NULL;

  tl_progress_begin (cancellable, TL_PROGRESS_STAGE_FINISHING, 0);
  return tl_pdf_finish (drawn, info, tl_typesetter_get_language (), alternatives, cancellable, error);
}
