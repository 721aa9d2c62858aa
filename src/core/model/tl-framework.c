/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-framework.h"

#include <glib/gi18n-lib.h>

#include "tl-data-file.h"

struct _TlFramework
{
  TlFrameworkKind kind;
  const char *title;
  const char *date;
  const char *status;
  const char *source;
  GArray *entries;
  /* Holds all the texts. */
  JsonNode *root;
};

static gboolean
read_kind (TlFramework  *self,
           GFile        *file,
           GError      **error)
{
  const char *kind = tl_data_file_read_text (file, self->root, "kind", error);

  if (kind == NULL)
    return FALSE;
  if (!g_str_equal (kind, "framework") && !g_str_equal (kind, "regulations"))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("%1$s: “%2$s” is neither a framework nor regulations"),
                   g_file_peek_path (file), kind);
      return FALSE;
    }
  self->kind = g_str_equal (kind, "framework") ? TL_FRAMEWORK_ASSESSMENT : TL_FRAMEWORK_REGULATIONS;
  return TRUE;
}

static gboolean
read_head (TlFramework  *self,
           GFile        *file,
           GError      **error)
{
  return read_kind (self, file, error)
         && (self->title = tl_data_file_read_text (file, self->root, "title", error)) != NULL
         && (self->date = tl_data_file_read_text (file, self->root, "date", error)) != NULL
         && (self->status = tl_data_file_read_text (file, self->root, "status", error)) != NULL
         && (self->source = tl_data_file_read_text (file, self->root, "source", error)) != NULL;
}

static gboolean
read_entry (TlFramework  *self,
            GFile        *file,
            const char   *group,
            JsonNode     *node,
            GError      **error)
{
  TlFrameworkEntry entry = { .group = group };

  entry.title = tl_data_file_read_text (file, node, "title", error);
  if (entry.title != NULL)
    entry.code = self->kind == TL_FRAMEWORK_ASSESSMENT ? entry.title : tl_data_file_read_text (file, node, "code", error);
  if (entry.code == NULL)
    return FALSE;
  if (tl_framework_find (self, entry.code) != NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("%1$s: “%2$s” is there twice"), g_file_peek_path (file),
                   entry.code);
      return FALSE;
    }
  g_array_append_val (self->entries, entry);
  return TRUE;
}

static gboolean
read_group (TlFramework  *self,
            GFile        *file,
            JsonNode     *node,
            GError      **error)
{
  const char *title = tl_data_file_read_text (file, node, "title", error);
  JsonArray *entries = title != NULL ? tl_data_file_read_list (file, node, "entries", error) : NULL;

  if (entries == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (entries); i++)
    if (!read_entry (self, file, title, json_array_get_element (entries, i), error))
      return FALSE;
  return TRUE;
}

/**
 * tl_framework_load:
 * @file: a data file
 * @cancellable: (nullable): to cancel
 * @error: what is wrong with it, with its name
 *
 * Reads a framework or a set of regulations. It waits for the disk.
 *
 * Returns: (transfer full): the framework
 */
TlFramework *
tl_framework_load (GFile         *file,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autoptr (TlFramework) self = g_new0 (TlFramework, 1);
  JsonArray *groups = NULL;

  self->entries = g_array_new (FALSE, TRUE, sizeof (TlFrameworkEntry));
  self->root = tl_data_file_load (file, cancellable, error);
  if (self->root == NULL || !read_head (self, file, error))
    return NULL;
  groups = tl_data_file_read_list (file, self->root, "groups", error);
  for (guint i = 0; groups != NULL && i < json_array_get_length (groups); i++)
    if (!read_group (self, file, json_array_get_element (groups, i), error))
      return NULL;
  return groups != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * tl_framework_free:
 * @self: (transfer full): a framework
 */
void
tl_framework_free (TlFramework *self)
{
  g_array_unref (self->entries);
  g_clear_pointer (&self->root, json_node_unref);
  g_free (self);
}

/**
 * tl_framework_get_kind:
 * @self: a framework
 *
 * Returns: what sort it is
 */
TlFrameworkKind
tl_framework_get_kind (const TlFramework *self)
{
  return self->kind;
}

/**
 * tl_framework_get_title:
 * @self: a framework
 *
 * Returns: what it is called; a workbook's setting names it so
 */
const char *
tl_framework_get_title (const TlFramework *self)
{
  return self->title;
}

/**
 * tl_framework_get_date:
 * @self: a framework
 *
 * Returns: its year or its ISO day
 */
const char *
tl_framework_get_date (const TlFramework *self)
{
  return self->date;
}

/**
 * tl_framework_get_status:
 * @self: a framework
 *
 * Returns: whether it is in force
 */
const char *
tl_framework_get_status (const TlFramework *self)
{
  return self->status;
}

/**
 * tl_framework_get_source:
 * @self: a framework
 *
 * Returns: where its titles are taken from
 */
const char *
tl_framework_get_source (const TlFramework *self)
{
  return self->source;
}

/**
 * tl_framework_get_n_entries:
 * @self: a framework
 *
 * Returns: how many statements or regulations it has
 */
guint
tl_framework_get_n_entries (const TlFramework *self)
{
  return self->entries->len;
}

/**
 * tl_framework_get_entry:
 * @self: a framework
 * @index: which one
 *
 * Returns: (transfer none): a statement or regulation, in the order of the framework
 */
const TlFrameworkEntry *
tl_framework_get_entry (const TlFramework *self,
                        guint              index)
{
  g_return_val_if_fail (index < self->entries->len, NULL);

  return &g_array_index (self->entries, TlFrameworkEntry, index);
}

static gboolean
same (const char *a,
      const char *b)
{
  g_autofree char *folded_a = g_utf8_casefold (a, -1), *folded_b = g_utf8_casefold (b, -1);

  return g_str_equal (folded_a, folded_b);
}

/**
 * tl_framework_find:
 * @self: a framework
 * @code: how a risk names a statement or regulation
 *
 * Returns: (transfer none) (nullable): which one that is, whatever its capitals
 */
const TlFrameworkEntry *
tl_framework_find (const TlFramework *self,
                   const char        *code)
{
  for (guint i = 0; i < self->entries->len; i++)
    if (same (g_array_index (self->entries, TlFrameworkEntry, i).code, code))
      return &g_array_index (self->entries, TlFrameworkEntry, i);
  return NULL;
}
