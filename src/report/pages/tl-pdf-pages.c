/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-pdf-book-private.h"

#include <glib/gi18n-lib.h>

/* What comes into a PDF of each part: its pages, and whatever they refer to, with new numbers. */

guint
tl_pdf_book_give_number (TlPdfBook *self,
                         guint      number)
{
  if (self->numbers[number] == 0)
    self->numbers[number] = tl_pdf_writer_reserve (self->writer, TL_PDF_KIND_OTHER);
  return self->numbers[number];
}

/* The new number of an object that something refers to, and that will therefore be written, too. */
guint
tl_pdf_book_renumber (guint    number,
                      gpointer data)
{
  TlPdfBook *self = data;
  TlPdfSpan object;

  if (number >= tl_pdf_source_get_size (self->source))
    return 0;
  if (self->numbers[number] == 0)
    {
      if (!tl_pdf_source_get_object (self->source, number, &object, NULL))
        return 0;
      g_array_append_val (self->queue, number);
    }
  return tl_pdf_book_give_number (self, number);
}

/* The entries of a dictionary but for some, with the brackets open. */
static void
append_entries (TlPdfBook          *self,
                TlPdfSpan           dictionary,
                const char * const *but)
{
  TlPdfSpan rest, key, value;

  if (!tl_pdf_open (dictionary, "<<", &rest))
    return;
  while (tl_pdf_next_entry (&rest, &key, &value))
    {
      gboolean left_out = FALSE;

      for (guint i = 0; but[i] != NULL; i++)
        left_out = left_out || tl_pdf_equals (key, but[i]);
      if (!left_out)
        tl_pdf_append (self->text, (TlPdfSpan) { key.at, value.end }, tl_pdf_book_renumber, self);
    }
}

static void
write_stream (TlPdfBook *self,
              guint      number,
              TlPdfSpan  dictionary,
              TlPdfSpan  data)
{
  static const char * const but[] = { "/Length", NULL };

  g_string_truncate (self->text, 0);
  append_entries (self, dictionary, but);
  tl_pdf_writer_add_stream (self->writer, number, self->text->str, data.at, (gsize) (data.end - data.at));
}

/* cairo numbers the letters of a TrueType font as the font does, and doesn't say so. */
static void
write_font (TlPdfBook *self,
            guint      number,
            TlPdfSpan  font)
{
  static const char * const but[] = { "/CIDToGIDMap", NULL };

  g_string_assign (self->text, "<<");
  append_entries (self, font, but);
  g_string_append (self->text, "/CIDToGIDMap/Identity>>");
  tl_pdf_book_write_text (self, number, TL_PDF_KIND_OTHER);
}

static gboolean
write_object (TlPdfBook *self,
              guint      old)
{
  TlPdfSpan object, data, type;

  if (!tl_pdf_source_get_object (self->source, old, &object, &data))
    return FALSE;
  if (data.at != NULL)
    {
      write_stream (self, self->numbers[old], object, data);
    }
  else if (tl_pdf_find (object, "/Subtype", &type) && tl_pdf_equals (type, "/CIDFontType2"))
    {
      write_font (self, self->numbers[old], object);
    }
  else
    {
      g_string_truncate (self->text, 0);
      tl_pdf_append (self->text, object, tl_pdf_book_renumber, self);
      tl_pdf_book_write_text (self, self->numbers[old], TL_PDF_KIND_OTHER);
    }

  return TRUE;
}

/* What was referred to so far, and what that refers to. */
static gboolean
write_queue (TlPdfBook *self)
{
  for (; self->n_written < self->queue->len; self->n_written++)
    if (!write_object (self, g_array_index (self->queue, guint, self->n_written)))
      return FALSE;

  return TRUE;
}

/* ── Links ─────────────────────────────────────────────────────────────────── */

/* A link says where it leads, to whoever sees it and to whoever doesn't. */
static gboolean
append_target (TlPdfBook *self,
               TlPdfSpan  link)
{
  TlPdfSpan action, address;
  g_autofree char *text = NULL, *words = NULL;
  g_auto (GStrv) parts = NULL;
  guint64 page;

  if (!tl_pdf_source_find (self->source, link, "/A", &action) || !tl_pdf_find (action, "/URI", &address)
      || address.end - address.at < 2)
    return FALSE;
  text = g_strndup (address.at + 1, (gsize) (address.end - address.at) - 2);
  parts = g_strsplit (text, ":", 3);
  if (g_strv_length (parts) != 3 || !g_ascii_string_to_unsigned (parts[1], 10, 0, self->n_pages - 1, &page, NULL))
    return FALSE;

  tl_pdf_book_append_place (self, (guint) page, g_ascii_strtod (parts[2], NULL));
  words = g_strdup_printf (_("To page %d"), (int) page + 1);
  g_string_append (self->text, "/Contents");
  tl_pdf_append_words (self->text, words);

  return TRUE;
}

static gboolean
write_link (TlPdfBook *self,
            guint      old)
{
  static const char * const but[] = { "/A", "/Contents", "/StructParent", NULL };
  TlPdfSpan link;

  if (!tl_pdf_source_get_object (self->source, old, &link, NULL))
    return FALSE;
  g_string_assign (self->text, "<<");
  append_entries (self, link, but);
  g_string_append_printf (self->text, "/StructParent %u", self->n_pages + self->link_parents->len);
  if (!append_target (self, link))
    return FALSE;
  g_string_append (self->text, ">>");
  g_array_append_val (self->link_parents, self->links[old]);
  tl_pdf_book_write_text (self, tl_pdf_book_give_number (self, old), TL_PDF_KIND_OTHER);

  return TRUE;
}

/* The links of a page, and the list of them; nothing when there are none. */
static gboolean
write_links (TlPdfBook *self,
             TlPdfSpan  page,
             GString   *list)
{
  TlPdfSpan links, rest, link;

  if (!tl_pdf_source_find (self->source, page, "/Annots", &links) || !tl_pdf_open (links, "[", &rest))
    return TRUE;
  while (tl_pdf_next_value (&rest, &link))
    {
      guint old = tl_pdf_get_reference (link);

      if (old == 0 || old >= tl_pdf_source_get_size (self->source) || !write_link (self, old))
        return FALSE;
      g_string_append_printf (list, "%u 0 R ", self->numbers[old]);
    }

  return TRUE;
}

/* ── Pages ─────────────────────────────────────────────────────────────────── */

static gboolean
write_page (TlPdfBook *self,
            guint      old)
{
  static const char * const but[] = { "/Parent", "/StructParents", "/Tabs", "/Annots", NULL };
  g_autoptr (GString) links = g_string_new (NULL);
  TlPdfSpan page;

  if (!tl_pdf_source_get_object (self->source, old, &page, NULL) || !write_links (self, page, links))
    return FALSE;
  g_string_assign (self->text, "<<");
  append_entries (self, page, but);
  if (links->len > 0)
    g_string_append_printf (self->text, "/Annots[%s]", links->str);
  g_string_append_printf (self->text, "/Parent %u 0 R/Tabs/S/StructParents %u>>", self->page_tree, self->page_parents->len);
  tl_pdf_book_write_text (self, self->numbers[old], TL_PDF_KIND_OTHER);

  return TRUE;
}

/* Whose each piece of a page's content is, by its number. */
static void
write_contents (TlPdfBook *self,
                GArray    *contents)
{
  guint number = tl_pdf_writer_reserve (self->writer, TL_PDF_KIND_LIST);

  g_string_assign (self->text, "[");
  for (guint i = 0; i < contents->len; i++)
    {
      tl_pdf_append_reference (self->text, g_array_index (contents, guint, i));
      g_string_append_c (self->text, ' ');
    }
  g_string_append (self->text, "]");
  tl_pdf_book_write_text (self, number, TL_PDF_KIND_LIST);
  g_array_append_val (self->page_parents, number);
}

/* Finds the part's pages, which have their numbers already. */
static guint *
list_pages (TlPdfBook *self,
            TlPdfSpan  root)
{
  g_autofree guint *olds = g_new0 (guint, self->part->n_pages);
  TlPdfSpan tree, kids, rest, kid;
  guint n = 0;

  if (!tl_pdf_source_find (self->source, root, "/Pages", &tree) || !tl_pdf_source_find (self->source, tree, "/Kids", &kids)
      || !tl_pdf_open (kids, "[", &rest))
    return NULL;
  for (; tl_pdf_next_value (&rest, &kid); n++)
    {
      guint old = tl_pdf_get_reference (kid);

      if (old == 0 || old >= tl_pdf_source_get_size (self->source) || n >= self->part->n_pages)
        return NULL;
      olds[n] = old;
      self->pages[old] = n + 1;
      self->numbers[old] = tl_pdf_book_get_page (self, n + 1);
    }

  return n == self->part->n_pages ? g_steal_pointer (&olds) : NULL;
}

/* Adds the pages of a part, and all that they need; %FALSE when they can't be read, or it was cancelled. */
gboolean
tl_pdf_book_add_pages (TlPdfBook *self)
{
  TlPdfSpan trailer, root, info;
  g_autofree guint *olds = NULL;

  if (!tl_pdf_source_get_trailer (self->source, &trailer) || !tl_pdf_source_find (self->source, trailer, "/Root", &root))
    return FALSE;
  olds = list_pages (self, root);
  if (olds == NULL || !tl_pdf_book_add_structure (self, root))
    return FALSE;
  for (guint i = 0; i < self->part->n_pages; i++)
    {
      if (g_cancellable_is_cancelled (self->cancellable) || !write_page (self, olds[i]) || !write_queue (self))
        return FALSE;
      write_contents (self, self->contents[i]);
    }
  self->n_added += self->part->n_pages;

  /* Each part says the same of the whole. */
  if (self->n_added == self->n_pages && tl_pdf_source_find (self->source, trailer, "/Info", &info))
    {
      g_string_truncate (self->text, 0);
      tl_pdf_append (self->text, info, tl_pdf_book_renumber, self);
      tl_pdf_book_write_text (self, self->info, TL_PDF_KIND_OTHER);
    }

  return TRUE;
}

