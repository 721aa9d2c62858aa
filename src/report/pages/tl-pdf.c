/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-pdf.h"

#include "tl-pdf-content.h"

#include <glib/gi18n-lib.h>
#include <qpdf/qpdf-c.h>
#include <string.h>

/* cairo writes the structure of a document, but not its language, whether to show its title, what a figure says in
 * words, which cells a head speaks for, the order of tabs, or which lines only adorn. A reader needs all of them,
 * hence this last step. It also gives the file a sound cross-reference table. */

G_DEFINE_QUARK (tl-pdf-error-quark, tl_pdf_error)

typedef struct
{
  qpdf_data pdf;
  const char * const *alternatives;
  guint n_alternatives;
  guint n_figures;
  /* Numbers of pages, from 1, by object. */
  GHashTable *pages;
} Finish;

static void
set_key (Finish     *self,
         qpdf_oh     dictionary,
         const char *key,
         qpdf_oh     value)
{
  qpdf_oh_replace_key (self->pdf, dictionary, key, value);
  qpdf_oh_release (self->pdf, value);
}

static void
set_scope (Finish   *self,
           qpdf_oh   element,
           gboolean  in_head)
{
  qpdf_oh attributes = qpdf_oh_new_dictionary (self->pdf);

  set_key (self, attributes, "/O", qpdf_oh_new_name (self->pdf, "/Table"));
  set_key (self, attributes, "/Scope", qpdf_oh_new_name (self->pdf, in_head ? "/Column" : "/Row"));
  set_key (self, element, "/A", attributes);
}

/* Figures come in the order in which they were drawn. */
static void
set_alternative (Finish  *self,
                 qpdf_oh  element)
{
  if (self->n_figures < self->n_alternatives)
    set_key (self, element, "/Alt",
             qpdf_oh_new_unicode_string (self->pdf, self->alternatives[self->n_figures]));
  self->n_figures++;
}

static void finish_children (Finish  *self,
                             qpdf_oh  element,
                             gboolean in_head);

static void
finish_element (Finish   *self,
                qpdf_oh   element,
                gboolean  in_head)
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
finish_children (Finish   *self,
                 qpdf_oh   element,
                 gboolean  in_head)
{
  qpdf_oh children = qpdf_oh_get_key (self->pdf, element, "/K");

  if (qpdf_oh_is_array (self->pdf, children))
    {
      int n_children = qpdf_oh_get_array_n_items (self->pdf, children);

      for (int i = 0; i < n_children; i++)
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
describe_link (Finish  *self,
               qpdf_oh  link)
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
describe_links (Finish  *self,
                qpdf_oh  page)
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

static void
add_metadata (Finish               *self,
              qpdf_oh               root,
              const TlDocumentInfo *info,
              const char           *language)
{
  g_autofree char *packet = tl_pdf_write_metadata (info, language);
  qpdf_oh stream = qpdf_oh_new_stream (self->pdf);
  qpdf_oh dictionary = qpdf_oh_get_dict (self->pdf, stream);
  qpdf_oh nothing = qpdf_oh_new_null (self->pdf);

  qpdf_oh_replace_stream_data (self->pdf, stream, (const unsigned char *) packet, strlen (packet), nothing, nothing);
  set_key (self, dictionary, "/Type", qpdf_oh_new_name (self->pdf, "/Metadata"));
  set_key (self, dictionary, "/Subtype", qpdf_oh_new_name (self->pdf, "/XML"));
  set_key (self, root, "/Metadata", stream);
  qpdf_oh_release (self->pdf, dictionary);
  qpdf_oh_release (self->pdf, nothing);
}

static void
finish_page (Finish  *self,
             qpdf_oh  page)
{
  qpdf_oh contents = qpdf_oh_get_key (self->pdf, page, "/Contents");
  unsigned char *content = NULL;
  size_t length = 0;

  set_key (self, page, "/Tabs", qpdf_oh_new_name (self->pdf, "/S"));
  describe_links (self, page);

  if (qpdf_oh_is_stream (self->pdf, contents)
      && !(qpdf_oh_get_page_content_data (self->pdf, page, &content, &length) & QPDF_ERRORS))
    {
      g_autoptr (GByteArray) marked = tl_pdf_mark_artifacts (content, length);
      qpdf_oh nothing = qpdf_oh_new_null (self->pdf);

      if (marked != NULL)
        qpdf_oh_replace_stream_data (self->pdf, contents, marked->data, marked->len, nothing, nothing);
      qpdf_oh_release (self->pdf, nothing);
      qpdf_oh_free_buffer (&content);
    }
  qpdf_oh_release (self->pdf, contents);
}

static void
finish_document (Finish               *self,
                 const TlDocumentInfo *info,
                 const char           *language)
{
  qpdf_oh root = qpdf_get_root (self->pdf);
  qpdf_oh preferences = qpdf_oh_new_dictionary (self->pdf);
  qpdf_oh structure = qpdf_oh_get_key (self->pdf, root, "/StructTreeRoot");
  int n_pages = qpdf_get_num_pages (self->pdf);

  set_key (self, preferences, "/DisplayDocTitle", qpdf_oh_new_bool (self->pdf, QPDF_TRUE));
  set_key (self, root, "/ViewerPreferences", preferences);
  set_key (self, root, "/Lang", qpdf_oh_new_unicode_string (self->pdf, language));
  if (qpdf_oh_is_dictionary (self->pdf, structure))
    finish_children (self, structure, FALSE);
  qpdf_oh_release (self->pdf, structure);
  add_metadata (self, root, info, language);

  self->pages = g_hash_table_new (NULL, NULL);
  for (int i = 0; i < n_pages; i++)
    {
      qpdf_oh page = qpdf_get_page_n (self->pdf, (size_t) i);

      g_hash_table_insert (self->pages, GINT_TO_POINTER (qpdf_oh_get_object_id (self->pdf, page)), GINT_TO_POINTER (i + 1));
      qpdf_oh_release (self->pdf, page);
    }
  for (int i = 0; i < n_pages; i++)
    {
      qpdf_oh page = qpdf_get_page_n (self->pdf, (size_t) i);

      finish_page (self, page);
      qpdf_oh_release (self->pdf, page);
    }
  g_clear_pointer (&self->pages, g_hash_table_unref);
  qpdf_oh_release (self->pdf, root);
}

static GBytes *
write_document (Finish *self)
{
  const unsigned char *written;
  GBytes *bytes = NULL;

  if (qpdf_init_write_memory (self->pdf) & QPDF_ERRORS)
    return NULL;

  /* Object streams: small, and read by viewers that give up at very many plain objects. The id comes from what is
   * written, so that the same pages are the same bytes. */
  qpdf_set_object_stream_mode (self->pdf, qpdf_o_generate);
  qpdf_set_deterministic_ID (self->pdf, QPDF_TRUE);
  if (qpdf_write (self->pdf) & QPDF_ERRORS)
    return NULL;

  written = qpdf_get_buffer (self->pdf);
  if (written != NULL)
    bytes = g_bytes_new (written, qpdf_get_buffer_length (self->pdf));

  return bytes;
}

/**
 * tl_pdf_finish:
 * @drawn: what cairo wrote
 * @info: what it says of itself
 * @language: its language, as "en-GB"
 * @alternatives: (array length=n_alternatives): what the figures say in words, in the order they were drawn
 * @n_alternatives: how many
 * @error: return location for an error
 *
 * Puts what cairo can't write into a tagged PDF. Domain of errors: %TL_PDF_ERROR.
 *
 * Returns: (transfer full) (nullable): the PDF, the same bytes for the same input
 */
GBytes *
tl_pdf_finish (GBytes              *drawn,
               const TlDocumentInfo *info,
               const char          *language,
               const char * const  *alternatives,
               guint                n_alternatives,
               GError             **error)
{
  Finish self = { .pdf = qpdf_init (), .alternatives = alternatives, .n_alternatives = n_alternatives };
  GBytes *finished = NULL;

  qpdf_silence_errors (self.pdf);
  qpdf_set_suppress_warnings (self.pdf, QPDF_TRUE);

  if (!(qpdf_read_memory (self.pdf, "report", g_bytes_get_data (drawn, NULL), g_bytes_get_size (drawn), NULL)
        & QPDF_ERRORS))
    {
      finish_document (&self, info, language);
      finished = write_document (&self);
    }

  if (finished == NULL)
    g_set_error (error, TL_PDF_ERROR, TL_PDF_ERROR_FINISHING, _("The PDF couldn’t be finished: %s"),
                 qpdf_has_error (self.pdf)
                   ? qpdf_get_error_full_text (self.pdf, qpdf_get_error (self.pdf))
                   : _("it has no content"));
  qpdf_cleanup (&self.pdf);

  return finished;
}
