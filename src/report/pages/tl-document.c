/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-document-private.h"

static void
clear_bookmark (gpointer data)
{
  g_free (((TlBookmark *) data)->title);
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
  self->bookmarks = g_array_new (FALSE, FALSE, sizeof (TlBookmark));
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
  TlBookmark bookmark = {
    .title = g_strdup (title),
    .depth = MIN (depth, TL_PDF_DEEPEST_BOOKMARK),
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

void
tl_document_draw (TlDocument  *self,
                  TlFurniture *furniture,
                  TlCanvas    *canvas,
                  guint        page)
{
  tl_furniture_draw (furniture, canvas, &self->paper, page, tl_document_get_n_pages (self));
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
  tl_document_draw (self, &self->furniture, &canvas, page);
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
  tl_document_draw (self, &self->furniture, &canvas, page);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return g_string_free_and_steal (g_steal_pointer (&words));
}
