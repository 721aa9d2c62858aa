/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-canvas.h"

#include "tl-pdf-book.h"

/* What a canvas says of the structure of a document. */

/**
 * tl_canvas_begin:
 * @self: a canvas
 * @name: a structure type of PDF, such as `Table` or `H1`
 *
 * Begins an element of the document's structure. Those that only hold others may stay open over pages.
 */
void
tl_canvas_begin (TlCanvas   *self,
                 const char *name)
{
  if (!self->tagged)
    return;
  cairo_tag_begin (self->cr, name, NULL);
  g_ptr_array_add (self->open, (gpointer) g_intern_string (name));
}

/**
 * tl_canvas_end:
 * @self: a canvas
 * @name: what was given to tl_canvas_begin()
 *
 * Ends the innermost element.
 */
void
tl_canvas_end (TlCanvas   *self,
               const char *name)
{
  if (!self->tagged)
    return;
  cairo_tag_end (self->cr, name);
  g_ptr_array_set_size (self->open, (int) self->open->len - 1);
}

/**
 * tl_canvas_can_pause:
 * @self: a canvas on which all of a page is drawn
 *
 * Returns: whether no paragraph or cell goes on that is being put together of pieces, so that the next page may be drawn
 *   on something else
 */
gboolean
tl_canvas_can_pause (TlCanvas *self)
{
  return self->n_gathering == 0;
}

/**
 * tl_canvas_pause:
 * @self: a canvas on which all of a page is drawn
 *
 * Ends every element that is open, until tl_canvas_resume().
 *
 * Returns: how many those are
 */
guint
tl_canvas_pause (TlCanvas *self)
{
  for (guint i = self->open->len; i > 0; i--)
    cairo_tag_end (self->cr, g_ptr_array_index (self->open, i - 1));

  return self->open->len;
}

/**
 * tl_canvas_resume:
 * @self: a canvas
 * @cr: where to draw from now on
 *
 * Begins elements again that tl_canvas_pause() ended.
 */
void
tl_canvas_resume (TlCanvas *self,
                  cairo_t  *cr)
{
  self->cr = cr;
  for (guint i = 0; i < self->open->len; i++)
    cairo_tag_begin (cr, g_ptr_array_index (self->open, i), NULL);
}

/**
 * tl_canvas_go_on:
 * @self: a canvas on which nothing is drawn
 * @name: an element that is open where its first page begins, as tl_canvas_pause() left it
 */
void
tl_canvas_go_on (TlCanvas   *self,
                 const char *name)
{
  g_ptr_array_add (self->open, (gpointer) g_intern_string (name));
}

/**
 * tl_canvas_begin_link:
 * @self: a canvas
 * @page: the page it leads to, from 0
 * @page_y: how far down that page
 * @area: where to click, in user space
 *
 * Begins a link to another place in the document.
 */
void
tl_canvas_begin_link (TlCanvas                *self,
                      guint                    page,
                      double                   page_y,
                      const cairo_rectangle_t *area)
{
  const double values[] = { area->x, area->y, area->width, area->height };
  char numbers[G_N_ELEMENTS (values)][G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *attributes = NULL, *target = NULL;

  if (!self->tagged)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    g_ascii_formatd (numbers[i], sizeof numbers[i], "%.2f", values[i]);
  target = tl_pdf_book_describe_link (page, page_y);
  attributes = g_strdup_printf ("rect=[%s %s %s %s] uri='%s'", numbers[0], numbers[1], numbers[2], numbers[3], target);
  cairo_tag_begin (self->cr, CAIRO_TAG_LINK, attributes);
}

/**
 * tl_canvas_end_link:
 * @self: a canvas
 *
 * Ends a link.
 */
void
tl_canvas_end_link (TlCanvas *self)
{
  if (self->tagged)
    cairo_tag_end (self->cr, CAIRO_TAG_LINK);
}

/**
 * tl_canvas_begin_piece:
 * @self: a canvas
 * @tag: the paragraph or cell that it is a piece of
 * @name: its structure type
 *
 * Begins a piece of something that tl_canvas_gather() will put together.
 */
void
tl_canvas_begin_piece (TlCanvas   *self,
                       TlTag      *tag,
                       const char *name)
{
  g_autofree char *attributes = NULL;
  guint content;

  if (!self->tagged)
    return;

  content = self->n_contents++;
  if (tag->contents == NULL)
    {
      tag->contents = g_array_new (FALSE, FALSE, sizeof (guint));
      self->n_gathering++;
    }
  g_array_append_val (tag->contents, content);
  attributes = g_strdup_printf ("tag_name='%s' id='c%u'", name, content);
  cairo_tag_begin (self->cr, CAIRO_TAG_CONTENT, attributes);
}

/**
 * tl_canvas_end_piece:
 * @self: a canvas
 *
 * Ends a piece.
 */
void
tl_canvas_end_piece (TlCanvas *self)
{
  if (self->tagged)
    cairo_tag_end (self->cr, CAIRO_TAG_CONTENT);
}

/**
 * tl_canvas_gather:
 * @self: a canvas
 * @tag: a paragraph or cell of which all pieces are drawn
 * @name: its structure type
 *
 * Puts the pieces into the document's structure, as one element and in the order they were drawn.
 */
void
tl_canvas_gather (TlCanvas   *self,
                  TlTag      *tag,
                  const char *name)
{
  if (!self->tagged)
    return;

  cairo_tag_begin (self->cr, name, NULL);
  for (guint i = 0; tag->contents != NULL && i < tag->contents->len; i++)
    {
      g_autofree char *attributes = g_strdup_printf ("ref='c%u'", g_array_index (tag->contents, guint, i));

      cairo_tag_begin (self->cr, CAIRO_TAG_CONTENT_REF, attributes);
      cairo_tag_end (self->cr, CAIRO_TAG_CONTENT_REF);
    }
  cairo_tag_end (self->cr, name);
  if (tag->contents != NULL)
    self->n_gathering--;
  tl_tag_clear (tag);
}

/**
 * tl_tag_clear:
 * @tag: a paragraph or cell
 *
 * Forgets its pieces.
 */
void
tl_tag_clear (TlTag *tag)
{
  g_clear_pointer (&tag->contents, g_array_unref);
}
