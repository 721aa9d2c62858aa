/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-practice-page-private.h"

#include <glib/gi18n-lib.h>

#include "tl-data-file.h"

static gboolean
fail (GError     **error,
      GFile       *file,
      const char  *member,
      const char  *expected)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("%1$s: “%2$s” must be %3$s"), g_file_peek_path (file), member,
               expected);
  return FALSE;
}

static gboolean
read_number (GFile       *file,
             JsonNode    *root,
             const char  *member,
             int          least,
             int          most,
             int         *number,
             GError     **error)
{
  JsonNode *node = json_object_get_member (json_node_get_object (root), member);
  gint64 value = node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64
                   ? json_node_get_int (node)
                   : G_MININT64;
  g_autofree char *expected = g_strdup_printf (_("a whole number from %1$d to %2$d"), least, most);

  if (value < least || value > most)
    return fail (error, file, member, expected);
  *number = (int) value;
  return TRUE;
}

/* @least: how many texts there must be */
static gboolean
read_texts (TlPracticePage       *self,
            GFile                *file,
            JsonNode             *node,
            const char           *member,
            guint                 least,
            const char * const  **texts,
            GError              **error)
{
  JsonArray *array = tl_data_file_read_list (file, node, member, error);
  guint n = array != NULL ? json_array_get_length (array) : 0;
  const char **list = array != NULL ? g_new0 (const char *, n + 1) : NULL;

  if (array == NULL)
    return FALSE;
  g_ptr_array_add (self->lists, list);
  for (guint i = 0; i < n; i++)
    {
      JsonNode *text = json_array_get_element (array, i);

      if (!JSON_NODE_HOLDS_VALUE (text) || json_node_get_value_type (text) != G_TYPE_STRING || *json_node_get_string (text) == '\0')
        return fail (error, file, member, _("a list of texts"));
      list[i] = json_node_get_string (text);
    }
  *texts = list;
  return n >= least || fail (error, file, member, _("a list with something in it"));
}

static gboolean
read_extract (TlPracticePage  *self,
              GFile           *file,
              JsonNode        *node,
              GError         **error)
{
  TlPracticeExtract extract = { NULL };
  const char *source = NULL, *date = NULL;
  int word = 0;

  if ((extract.ref = tl_data_file_read_text (file, node, "ref", error)) == NULL
      || (extract.from = tl_data_file_read_text (file, node, "from", error)) == NULL
      || (extract.title = tl_data_file_read_text (file, node, "title", error)) == NULL
      || (source = tl_data_file_read_text (file, node, "source", error)) == NULL
      || (date = tl_data_file_read_text (file, node, "date", error)) == NULL
      || !read_texts (self, file, node, "text", 1, &extract.text, error)
      || !read_texts (self, file, node, "risks", 0, &extract.risks, error))
    return FALSE;
  if (!tl_word_find (TL_TYPE_SOURCE, source, &word))
    return fail (error, file, "source", _("a source of evidence"));
  if (!tl_day_from_iso (date, &extract.date))
    return fail (error, file, "date", _("a day, such as 2026-03-31"));
  extract.source = (TlSource) word;
  if (json_object_has_member (json_node_get_object (node), "place"))
    {
      extract.place = tl_data_file_read_text (file, node, "place", error);
      if (extract.place == NULL)
        return FALSE;
    }
  g_array_append_val (self->extracts, extract);
  return TRUE;
}

static gboolean
read_extracts (TlPracticePage  *self,
               GFile           *file,
               GError         **error)
{
  JsonArray *extracts = tl_data_file_read_list (file, self->root, "extracts", error);

  for (guint i = 0; extracts != NULL && i < json_array_get_length (extracts); i++)
    if (!read_extract (self, file, json_array_get_element (extracts, i), error))
      return FALSE;
  return extracts != NULL;
}

static gboolean
read_model (TlPracticePage  *self,
            GFile           *file,
            GError         **error)
{
  JsonNode *node = json_object_get_member (json_node_get_object (self->root), "finding");
  TlPracticeModel *model = &self->model;

  return (model->risk = tl_data_file_read_text (file, node, "risk", error)) != NULL
         && (model->fact = tl_data_file_read_text (file, node, "fact", error)) != NULL
         && (model->reach = tl_data_file_read_text (file, node, "reach", error)) != NULL
         && read_texts (self, file, node, "sources", 2, &model->sources, error)
         && read_texts (self, file, node, "places", 0, &model->places, error)
         && read_texts (self, file, node, "regulations", 1, &model->regulations, error);
}

/* Before all else: what a later version writes may be otherwise in every part. */
static gboolean
check_version (GFile     *file,
               JsonNode  *root,
               GError   **error)
{
  JsonNode *node = json_object_get_member (json_node_get_object (root), "version");
  gint64 version = node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64
                     ? json_node_get_int (node)
                     : 0;

  if (version > TL_PRACTICE_VERSION)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                   _("%s: this case was made for a newer version of Throughline; update Throughline to practise on it"),
                   g_file_peek_path (file));
      return FALSE;
    }
  return version == TL_PRACTICE_VERSION || fail (error, file, "version", "1");
}

/**
 * tl_practice_page_load:
 * @file: the page
 * @cancellable: (nullable): to cancel
 * @error: what is wrong with it, with its name
 *
 * Reads the page of a case. It waits for the disk.
 *
 * Returns: (transfer full): the page
 */
TlPracticePage *
tl_practice_page_load (GFile         *file,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_autoptr (TlPracticePage) self = g_new0 (TlPracticePage, 1);

  self->lists = g_ptr_array_new_with_free_func (g_free);
  self->extracts = g_array_new (FALSE, TRUE, sizeof (TlPracticeExtract));
  self->root = tl_data_file_load (file, cancellable, error);
  if (self->root == NULL || !check_version (file, self->root, error)
      || (self->title = tl_data_file_read_text (file, self->root, "title", error)) == NULL
      || (self->care = tl_data_file_read_text (file, self->root, "care", error)) == NULL
      || !read_number (file, self->root, "level", 1, TL_PRACTICE_LEVELS, &self->level, error)
      || !read_number (file, self->root, "minutes", 1, 24 * 60, &self->minutes, error)
      || !read_texts (self, file, self->root, "setting", 1, &self->setting, error)
      || !read_texts (self, file, self->root, "questions", 1, &self->questions, error)
      || !read_texts (self, file, self->root, "teaches", 1, &self->teaches, error)
      || !read_texts (self, file, self->root, "trail", 1, &self->trail, error)
      || !read_extracts (self, file, error)
      || !read_model (self, file, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * tl_practice_page_free:
 * @self: (transfer full): a page
 */
void
tl_practice_page_free (TlPracticePage *self)
{
  g_ptr_array_unref (self->lists);
  g_array_unref (self->extracts);
  g_clear_pointer (&self->root, json_node_unref);
  g_free (self);
}
