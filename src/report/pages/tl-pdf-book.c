/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-pdf-book-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* cairo writes the structure of a document, but not its language, whether to show its title, what a figure says in
 * words, which cells a head speaks for, or the order of tabs. It also keeps all of the structure until the end. So it
 * writes some pages at a time, and here they are put together. What is on the pages is taken over as it was drawn. */

/* ── What all parts of it do ───────────────────────────────────────────────── */

void
tl_pdf_book_write_text (TlPdfBook *self,
                        guint      number,
                        TlPdfKind  kind)
{
  tl_pdf_writer_add (self->writer, number, kind, self->text->str, self->text->len);
}

/* Where to go: a page of the whole document, from 0, and how far down it. */
void
tl_pdf_book_append_place (TlPdfBook *self,
                          guint      page,
                          double     y)
{
  g_string_append_printf (self->text, "/Dest[%u 0 R/XYZ 0 ", self->first_page + page);
  tl_pdf_append_number (self->text, self->page_height - y);
  g_string_append (self->text, " 0]");
}

/* The number of a page of the part, which count from 1. */
guint
tl_pdf_book_get_page (TlPdfBook *self,
                      guint      page)
{
  return self->first_page + self->n_added + page - 1;
}

G_DEFINE_QUARK (tl-pdf-error-quark, tl_pdf_error)

/**
 * tl_pdf_book_new:
 * @n_pages: how many pages it will have
 * @page_height: how high each of them is, in points
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a PDF into which no part has come; %NULL with a %G_IO_ERROR when there is no file
 */
TlPdfBook *
tl_pdf_book_new (guint    n_pages,
                 double   page_height,
                 GError **error)
{
  TlPdfFile *file = tl_pdf_file_new (error);
  TlPdfBook *self;

  if (file == NULL)
    return NULL;

  self = g_new0 (TlPdfBook, 1);
  self->file = file;
  self->writer = tl_pdf_writer_new (file);
  self->text = g_string_new (NULL);
  self->page_height = page_height;
  self->n_pages = n_pages;
  self->root = tl_pdf_writer_reserve_row (self->writer, 6);
  self->info = self->root + 1;
  self->page_tree = self->root + 2;
  self->structure = self->root + 3;
  self->parent_tree = self->root + 4;
  self->metadata = self->root + 5;
  self->first_page = tl_pdf_writer_reserve_row (self->writer, n_pages);
  self->page_parents = g_array_new (FALSE, FALSE, sizeof (guint));
  self->link_parents = g_array_new (FALSE, FALSE, sizeof (guint));
  self->open = g_array_new (FALSE, FALSE, sizeof (TlPdfElement));
  g_array_set_clear_func (self->open, tl_pdf_element_clear);
  self->outermost = g_string_new (NULL);
  self->bookmarks = g_array_new (FALSE, FALSE, sizeof (TlPdfBookmark));
  g_array_set_clear_func (self->bookmarks, tl_pdf_bookmark_clear);

  return self;
}

/**
 * tl_pdf_book_free:
 * @self: (transfer full): a PDF
 */
void
tl_pdf_book_free (TlPdfBook *self)
{
  tl_pdf_writer_free (self->writer);
  tl_pdf_file_free (self->file);
  g_string_free (self->text, TRUE);
  g_array_unref (self->page_parents);
  g_array_unref (self->link_parents);
  g_array_unref (self->open);
  g_string_free (self->outermost, TRUE);
  g_array_unref (self->bookmarks);
  g_free (self);
}

/* ── Its parts ─────────────────────────────────────────────────────────────── */

static void
begin_part (TlPdfBook       *self,
            const TlPdfPart *part,
            TlPdfSource     *source,
            GCancellable    *cancellable)
{
  guint size = tl_pdf_source_get_size (source);

  self->part = part;
  self->source = source;
  self->cancellable = cancellable;
  self->numbers = g_new0 (guint, size);
  self->pages = g_new0 (guint, size);
  self->links = g_new0 (guint, size);
  self->queue = g_array_new (FALSE, FALSE, sizeof (guint));
  self->n_written = 0;
  self->n_figures = 0;
  self->contents = g_new (GArray *, part->n_pages);
  for (guint i = 0; i < part->n_pages; i++)
    self->contents[i] = g_array_new (FALSE, TRUE, sizeof (guint));
}

static void
end_part (TlPdfBook *self)
{
  for (guint i = 0; i < self->part->n_pages; i++)
    g_array_unref (self->contents[i]);
  g_clear_pointer (&self->contents, g_free);
  g_clear_pointer (&self->queue, g_array_unref);
  g_clear_pointer (&self->numbers, g_free);
  g_clear_pointer (&self->pages, g_free);
  g_clear_pointer (&self->links, g_free);
  self->part = NULL;
  self->source = NULL;
  self->cancellable = NULL;
}

/**
 * tl_pdf_book_add:
 * @self: a PDF
 * @drawn: its next pages as cairo wrote them
 * @part: what there is to know about them
 * @cancellable: (nullable): asked before each page and element
 * @error: return location for an error
 *
 * Puts pages into it. Errors: %TL_PDF_ERROR_FINISHING, %G_IO_ERROR_CANCELLED.
 *
 * Returns: whether they are in it
 */
gboolean
tl_pdf_book_add (TlPdfBook        *self,
                 GBytes           *drawn,
                 const TlPdfPart  *part,
                 GCancellable     *cancellable,
                 GError          **error)
{
  g_autoptr (TlPdfSource) source = tl_pdf_source_new (drawn);
  gboolean added = FALSE;

  if (source != NULL && self->n_added + part->n_pages <= self->n_pages)
    {
      begin_part (self, part, source, cancellable);
      added = tl_pdf_book_add_pages (self);
      end_part (self);
    }
  if (!added && !g_cancellable_set_error_if_cancelled (cancellable, error))
    g_set_error (error, TL_PDF_ERROR, TL_PDF_ERROR_FINISHING, _("The PDF couldn’t be finished: %s"),
                 _("what was drawn can’t be read"));

  return added;
}

/**
 * tl_pdf_book_add_bookmark:
 * @self: a PDF
 * @depth: 0 for a part, 1 for what is in it, and so on
 * @title: what it is called
 * @page: the page it leads to, from 0
 * @y: how far down that page, in points
 */
void
tl_pdf_book_add_bookmark (TlPdfBook  *self,
                          guint       depth,
                          const char *title,
                          guint       page,
                          double      y)
{
  guint n = self->bookmarks->len;
  TlPdfBookmark bookmark = {
    .title = g_strdup (title),
    .page = page,
    .y = y,
  };

  /* One deeper than the one before at most. */
  if (n > 0)
    bookmark.depth = MIN (MIN (depth, TL_PDF_DEEPEST_BOOKMARK), g_array_index (self->bookmarks, TlPdfBookmark, n - 1).depth + 1);
  g_array_append_val (self->bookmarks, bookmark);
}

/**
 * tl_pdf_book_describe_link:
 * @page: a page of the whole document, from 0
 * @y: how far down that page, in points
 *
 * Returns: (transfer full): the address that cairo is to be told of a link there, since it knows no page of another part
 */
char *
tl_pdf_book_describe_link (guint  page,
                           double y)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup_printf ("page:%u:%s", page, g_ascii_formatd (digits, sizeof digits, "%.2f", y));
}

/* ── The whole ─────────────────────────────────────────────────────────────── */

static void
write_page_tree (TlPdfBook *self)
{
  g_string_assign (self->text, "<</Type/Pages/Kids[");
  for (guint i = 0; i < self->n_pages; i++)
    g_string_append_printf (self->text, "%u 0 R ", self->first_page + i);
  g_string_append_printf (self->text, "]/Count %u>>", self->n_pages);
  tl_pdf_book_write_text (self, self->page_tree, TL_PDF_KIND_OTHER);
}

static void
write_root (TlPdfBook  *self,
            const char *language,
            guint       outline)
{
  g_string_printf (self->text, "<</Type/Catalog/Pages %u 0 R/StructTreeRoot %u 0 R/Metadata %u 0 R/MarkInfo<</Marked true>>"
                   "/ViewerPreferences<</DisplayDocTitle true>>/Lang", self->page_tree, self->structure, self->metadata);
  tl_pdf_append_words (self->text, language);
  if (outline > 0)
    g_string_append_printf (self->text, "/Outlines %u 0 R", outline);
  g_string_append (self->text, ">>");
  tl_pdf_book_write_text (self, self->root, TL_PDF_KIND_OTHER);
}

/**
 * tl_pdf_book_end:
 * @self: a PDF with all its pages
 * @info: what it says of itself
 * @language: its language, as "en-GB"
 * @error: return location for an error
 *
 * Writes what holds its parts together. Errors: %G_IO_ERROR, %G_FILE_ERROR.
 *
 * Returns: (transfer full) (nullable): the PDF, the same bytes for the same input
 */
GBytes *
tl_pdf_book_end (TlPdfBook             *self,
                 const TlDocumentInfo  *info,
                 const char            *language,
                 GError               **error)
{
  g_autofree char *metadata = tl_pdf_write_metadata (info, language);
  guint outline = tl_pdf_book_write_outline (self);

  g_return_val_if_fail (self->n_added == self->n_pages, NULL);

  write_page_tree (self);
  tl_pdf_book_end_structure (self);
  tl_pdf_writer_add_stream (self->writer, self->metadata, "/Type/Metadata/Subtype/XML", metadata, strlen (metadata));
  write_root (self, language, outline);

  return tl_pdf_writer_end (self->writer, self->root, self->info, error) ? tl_pdf_file_map (self->file, error) : NULL;
}
