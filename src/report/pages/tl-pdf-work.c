/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-pdf-work.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* cairo writes the structure of a document, but not its language, whether to show its title, what a figure says in
 * words, which cells a head speaks for, or the order of tabs. A reader needs all of them, hence this last step. What is
 * on the pages is taken over as it was drawn. */

static void
set_key (TlPdfWork  *self,
         qpdf_oh     dictionary,
         const char *key,
         qpdf_oh     value)
{
  qpdf_oh_replace_key (self->pdf, dictionary, key, value);
  qpdf_oh_release (self->pdf, value);
}

static void
set_scope (TlPdfWork *self,
           qpdf_oh    element,
           gboolean   in_head)
{
  qpdf_oh attributes = qpdf_oh_new_dictionary (self->pdf);

  set_key (self, attributes, "/O", qpdf_oh_new_name (self->pdf, "/Table"));
  set_key (self, attributes, "/Scope", qpdf_oh_new_name (self->pdf, in_head ? "/Column" : "/Row"));
  set_key (self, element, "/A", attributes);
}

/* Figures come in the order in which they were drawn. */
static void
set_alternative (TlPdfWork *self,
                 qpdf_oh    element)
{
  if (self->n_figures < self->alternatives->len)
    set_key (self, element, "/Alt",
             qpdf_oh_new_unicode_string (self->pdf, g_ptr_array_index (self->alternatives, self->n_figures)));
  self->n_figures++;
}

static void finish_children (TlPdfWork *self,
                             qpdf_oh    element,
                             gboolean   in_head);

static void
finish_element (TlPdfWork *self,
                qpdf_oh    element,
                gboolean   in_head)
{
  qpdf_oh type;

  if (!qpdf_oh_is_dictionary (self->pdf, element))
    return;

  type = qpdf_oh_get_key (self->pdf, element, "/S");
  if (qpdf_oh_is_name_and_equals (self->pdf, type, "/Figure"))
    set_alternative (self, element);
  else if (qpdf_oh_is_name_and_equals (self->pdf, type, "/TH"))
    set_scope (self, element, in_head);
  else if (qpdf_oh_is_name_and_equals (self->pdf, type, "/THead"))
    in_head = TRUE;

  /* Nothing but text lies beneath these, and they are most of the tree. */
  if (!qpdf_oh_is_name_and_equals (self->pdf, type, "/P"))
    finish_children (self, element, in_head);
  qpdf_oh_release (self->pdf, type);
}

static void
finish_children (TlPdfWork *self,
                 qpdf_oh    element,
                 gboolean   in_head)
{
  qpdf_oh children = qpdf_oh_get_key (self->pdf, element, "/K");

  if (qpdf_oh_is_array (self->pdf, children))
    {
      int n_children = qpdf_oh_get_array_n_items (self->pdf, children);

      for (int i = 0; i < n_children && !g_cancellable_is_cancelled (self->cancellable); i++)
        {
          qpdf_oh child = qpdf_oh_get_array_item (self->pdf, children, i);

          finish_element (self, child, in_head);
          qpdf_oh_release (self->pdf, child);
        }
    }
  else
    {
      finish_element (self, children, in_head);
    }
  qpdf_oh_release (self->pdf, children);
}

/* A link says where it leads. */
static void
describe_link (TlPdfWork *self,
               qpdf_oh    link)
{
  qpdf_oh destination = qpdf_oh_get_key (self->pdf, link, "/Dest");

  if (qpdf_oh_is_array (self->pdf, destination) && qpdf_oh_get_array_n_items (self->pdf, destination) > 0)
    {
      qpdf_oh page = qpdf_oh_get_array_item (self->pdf, destination, 0);
      int number = GPOINTER_TO_INT (g_hash_table_lookup (self->pages,
                                                         GINT_TO_POINTER (qpdf_oh_get_object_id (self->pdf, page))));
      g_autofree char *words = g_strdup_printf (_("To page %d"), number);

      set_key (self, link, "/Contents", qpdf_oh_new_unicode_string (self->pdf, words));
      qpdf_oh_release (self->pdf, page);
    }
  qpdf_oh_release (self->pdf, destination);
}

static void
describe_links (TlPdfWork *self,
                qpdf_oh    page)
{
  qpdf_oh annotations = qpdf_oh_get_key (self->pdf, page, "/Annots");
  int n = qpdf_oh_is_array (self->pdf, annotations) ? qpdf_oh_get_array_n_items (self->pdf, annotations) : 0;

  for (int i = 0; i < n; i++)
    {
      qpdf_oh link = qpdf_oh_get_array_item (self->pdf, annotations, i);

      describe_link (self, link);
      qpdf_oh_release (self->pdf, link);
    }
  qpdf_oh_release (self->pdf, annotations);
}

/* cairo numbers the letters of a TrueType font as the font does, and doesn't say so. */
static void
finish_font (TlPdfWork *self,
             qpdf_oh    font)
{
  qpdf_oh descendants = qpdf_oh_get_key (self->pdf, font, "/DescendantFonts");

  if (qpdf_oh_is_array (self->pdf, descendants) && qpdf_oh_get_array_n_items (self->pdf, descendants) > 0)
    {
      qpdf_oh descendant = qpdf_oh_get_array_item (self->pdf, descendants, 0);
      qpdf_oh type = qpdf_oh_get_key (self->pdf, descendant, "/Subtype");

      if (qpdf_oh_is_name_and_equals (self->pdf, type, "/CIDFontType2")
          && !qpdf_oh_has_key (self->pdf, descendant, "/CIDToGIDMap"))
        set_key (self, descendant, "/CIDToGIDMap", qpdf_oh_new_name (self->pdf, "/Identity"));
      qpdf_oh_release (self->pdf, type);
      qpdf_oh_release (self->pdf, descendant);
    }
  qpdf_oh_release (self->pdf, descendants);
}

static void
finish_fonts (TlPdfWork *self,
              qpdf_oh    page)
{
  qpdf_oh resources = qpdf_oh_get_key (self->pdf, page, "/Resources");
  qpdf_oh fonts = qpdf_oh_get_key (self->pdf, resources, "/Font");

  qpdf_oh_begin_dict_key_iter (self->pdf, fonts);
  while (qpdf_oh_dict_more_keys (self->pdf))
    {
      qpdf_oh font = qpdf_oh_get_key (self->pdf, fonts, qpdf_oh_dict_next_key (self->pdf));

      if (g_hash_table_add (self->fonts, GINT_TO_POINTER (qpdf_oh_get_object_id (self->pdf, font))))
        finish_font (self, font);
      qpdf_oh_release (self->pdf, font);
    }
  qpdf_oh_release (self->pdf, fonts);
  qpdf_oh_release (self->pdf, resources);
}

static void
add_metadata (TlPdfWork *self,
              qpdf_oh    root)
{
  qpdf_oh stream = qpdf_oh_new_stream (self->pdf);
  qpdf_oh dictionary = qpdf_oh_get_dict (self->pdf, stream);
  qpdf_oh nothing = qpdf_oh_new_null (self->pdf);

  qpdf_oh_replace_stream_data (self->pdf, stream, (const unsigned char *) self->metadata,
                                strlen (self->metadata), nothing, nothing);
  set_key (self, dictionary, "/Type", qpdf_oh_new_name (self->pdf, "/Metadata"));
  set_key (self, dictionary, "/Subtype", qpdf_oh_new_name (self->pdf, "/XML"));
  set_key (self, root, "/Metadata", stream);
  qpdf_oh_release (self->pdf, dictionary);
  qpdf_oh_release (self->pdf, nothing);
}

static void
number_pages (TlPdfWork *self,
              int        n_pages)
{
  self->pages = g_hash_table_new (NULL, NULL);
  for (int i = 0; i < n_pages; i++)
    {
      qpdf_oh page = qpdf_get_page_n (self->pdf, (size_t) i);

      g_hash_table_insert (self->pages, GINT_TO_POINTER (qpdf_oh_get_object_id (self->pdf, page)), GINT_TO_POINTER (i + 1));
      qpdf_oh_release (self->pdf, page);
    }
}

/**
 * tl_pdf_work_complete:
 * @self: a PDF that was read
 *
 * Puts into it what cairo can't write. When it is cancelled it leaves off anywhere.
 */
void
tl_pdf_work_complete (TlPdfWork *self)
{
  qpdf_oh root = qpdf_get_root (self->pdf);
  qpdf_oh preferences = qpdf_oh_new_dictionary (self->pdf);
  qpdf_oh structure = qpdf_oh_get_key (self->pdf, root, "/StructTreeRoot");
  int n_pages = qpdf_get_num_pages (self->pdf);

  set_key (self, preferences, "/DisplayDocTitle", qpdf_oh_new_bool (self->pdf, QPDF_TRUE));
  set_key (self, root, "/ViewerPreferences", preferences);
  set_key (self, root, "/Lang", qpdf_oh_new_unicode_string (self->pdf, self->language));
  if (qpdf_oh_is_dictionary (self->pdf, structure))
    finish_children (self, structure, FALSE);
  qpdf_oh_release (self->pdf, structure);
  add_metadata (self, root);

  number_pages (self, n_pages);
  self->fonts = g_hash_table_new (NULL, NULL);
  for (int i = 0; i < n_pages; i++)
    {
      qpdf_oh page = qpdf_get_page_n (self->pdf, (size_t) i);

      set_key (self, page, "/Tabs", qpdf_oh_new_name (self->pdf, "/S"));
      describe_links (self, page);
      finish_fonts (self, page);
      qpdf_oh_release (self->pdf, page);
    }
  g_clear_pointer (&self->pages, g_hash_table_unref);
  g_clear_pointer (&self->fonts, g_hash_table_unref);
  qpdf_oh_release (self->pdf, root);
}
