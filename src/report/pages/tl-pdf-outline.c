/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-pdf-book-private.h"

/* Bookmarks (ISO 32000-1, clause 12.3.3): each knows those beside, above and beneath it. The outermost are open, so that
 * what is right beneath them is seen, and all others are shut. */

void
tl_pdf_bookmark_clear (gpointer bookmark)
{
  g_free (((TlPdfBookmark *) bookmark)->title);
}

static const TlPdfBookmark *
get_bookmark (TlPdfBook *self,
              guint      index)
{
  return &g_array_index (self->bookmarks, TlPdfBookmark, index);
}

/* The next bookmark from @index on that is no deeper than @depth. */
static guint
find_end (TlPdfBook *self,
          guint      index,
          guint      depth)
{
  while (index < self->bookmarks->len && get_bookmark (self, index)->depth > depth)
    index++;
  return index;
}

/* The children of a bookmark, or the outermost, of which the first is at @index. Returns: how many there are */
static int
append_children (TlPdfBook *self,
                 guint      first,
                 guint      index)
{
  guint depth = get_bookmark (self, index)->depth, last = index;
  int n = 0;

  for (guint i = index; i < self->bookmarks->len && get_bookmark (self, i)->depth == depth; i = find_end (self, i + 1, depth))
    {
      last = i;
      n++;
    }
  g_string_append_printf (self->text, "/First %u 0 R/Last %u 0 R", first + index, first + last);

  return n;
}

static void
write_bookmark (TlPdfBook *self,
                guint      first,
                guint      index,
                guint      parent,
                guint      previous)
{
  const TlPdfBookmark *bookmark = get_bookmark (self, index);
  guint next = find_end (self, index + 1, bookmark->depth);

  g_string_assign (self->text, "<<");
  if (next > index + 1)
    {
      int n = append_children (self, first, index + 1);

      g_string_append_printf (self->text, "/Count %d", bookmark->depth == 0 ? n : -n);
    }
  if (next < self->bookmarks->len && get_bookmark (self, next)->depth == bookmark->depth)
    g_string_append_printf (self->text, "/Next %u 0 R", first + next);
  if (previous > 0)
    g_string_append_printf (self->text, "/Prev %u 0 R", previous);
  g_string_append_printf (self->text, "/Parent %u 0 R/Title", parent);
  tl_pdf_append_words (self->text, bookmark->title);
  tl_pdf_book_append_place (self, bookmark->page, bookmark->y);
  g_string_append (self->text, ">>");
  tl_pdf_book_write_text (self, first + index, TL_PDF_KIND_OTHER);
}

/* What is seen at first: the outermost, and what is right beneath them. */
static guint
count_seen (TlPdfBook *self)
{
  guint n = 0;

  for (guint i = 0; i < self->bookmarks->len; i++)
    if (get_bookmark (self, i)->depth < 2)
      n++;

  return n;
}

/* Returns: the number of what holds the bookmarks; 0 when there are none */
guint
tl_pdf_book_write_outline (TlPdfBook *self)
{
  /* The last bookmark of each depth, which is above those that are deeper. */
  guint last[TL_PDF_DEEPEST_BOOKMARK + 2] = { 0 };
  guint root, first;

  if (self->bookmarks->len == 0)
    return 0;
  root = last[0] = tl_pdf_writer_reserve_row (self->writer, 1);
  first = tl_pdf_writer_reserve_row (self->writer, self->bookmarks->len);
  for (guint i = 0; i < self->bookmarks->len; i++)
    {
      guint depth = get_bookmark (self, i)->depth;

      write_bookmark (self, first, i, last[depth], last[depth + 1]);
      last[depth + 1] = first + i;
      if (depth < TL_PDF_DEEPEST_BOOKMARK)
        last[depth + 2] = 0;
    }

  g_string_assign (self->text, "<</Type/Outlines");
  append_children (self, first, 0);
  g_string_append_printf (self->text, "/Count %u>>", count_seen (self));
  tl_pdf_book_write_text (self, root, TL_PDF_KIND_OTHER);

  return root;
}
