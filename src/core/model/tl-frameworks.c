/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-frameworks.h"

#include <glib/gi18n-lib.h>

#include "tl-data-file.h"
#include "tl-waiting.h"

typedef struct
{
  const TlFramework *from;
  const TlFramework *to;
  const TlFrameworkEntry *left;
  /* NULL where the other has nothing like it. */
  const TlFrameworkEntry *right;
  TlCrossing crossing;
} Pair;

struct _TlFrameworks
{
  gatomicrefcount references;
  GPtrArray *frameworks;
  GArray *pairs;
};

/* ── Reading ──────────────────────────────────────────────────────────────── */

static int
compare_files (gconstpointer a,
               gconstpointer b)
{
  g_autofree char *name_a = g_file_get_basename (*(GFile * const *) a), *name_b = g_file_get_basename (*(GFile * const *) b);

  return g_strcmp0 (name_a, name_b);
}

static GPtrArray *
list_files (GFile         *folder,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GFileEnumerator) enumerator = g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME,
                                                                      G_FILE_QUERY_INFO_NONE, cancellable, error);

  if (enumerator == NULL)
    return NULL;
  while (TRUE)
    {
      GFileInfo *info = NULL;
      GFile *child = NULL;

      if (!g_file_enumerator_iterate (enumerator, &info, &child, cancellable, error))
        return NULL;
      if (info == NULL)
        break;
      if (g_str_has_suffix (g_file_info_get_name (info), ".json"))
        g_ptr_array_add (files, g_object_ref (child));
    }
  g_ptr_array_sort (files, compare_files);
  return g_steal_pointer (&files);
}

static gboolean
is_crosswalk (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return g_str_has_prefix (name, "crosswalk");
}

static const TlFramework *
read_framework (TlFrameworks  *self,
                GFile         *file,
                JsonNode      *root,
                const char    *member,
                GError       **error)
{
  const char *title = tl_data_file_read_text (file, root, member, error);
  const TlFramework *framework = title != NULL ? tl_frameworks_find (self, title) : NULL;

  if (title != NULL && framework == NULL)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("%1$s: there is no framework “%2$s”"),
                 g_file_peek_path (file), title);
  return framework;
}

static const TlFrameworkEntry *
read_entry (GFile             *file,
            const TlFramework *framework,
            JsonNode          *node,
            const char        *member,
            GError           **error)
{
  const char *code = tl_data_file_read_text (file, node, member, error);
  const TlFrameworkEntry *entry = code != NULL ? tl_framework_find (framework, code) : NULL;

  if (code != NULL && entry == NULL)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("%1$s: “%2$s” isn’t part of “%3$s”"),
                 g_file_peek_path (file), code, tl_framework_get_title (framework));
  return entry;
}

static gboolean
read_crossing (GFile       *file,
               JsonNode    *node,
               TlCrossing  *crossing,
               GError     **error)
{
  const char *match = tl_data_file_read_text (file, node, "match", error);

  if (match == NULL)
    return FALSE;
  *crossing = g_str_equal (match, "same") ? TL_CROSSING_SAME
              : g_str_equal (match, "part") ? TL_CROSSING_PART
              : g_str_equal (match, "none") ? TL_CROSSING_NONE
                                            : TL_CROSSING_UNKNOWN;
  if (*crossing != TL_CROSSING_UNKNOWN)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("%1$s: “%2$s” is neither same, part nor none"),
               g_file_peek_path (file), match);
  return FALSE;
}

static gboolean
read_pair (TlFrameworks  *self,
           GFile         *file,
           Pair          *pair,
           JsonNode      *node,
           GError       **error)
{
  pair->left = read_entry (file, pair->from, node, "from", error);
  if (pair->left == NULL || !read_crossing (file, node, &pair->crossing, error))
    return FALSE;
  if (pair->crossing != TL_CROSSING_NONE)
    {
      pair->right = read_entry (file, pair->to, node, "to", error);
      if (pair->right == NULL)
        return FALSE;
    }
  g_array_append_vals (self->pairs, pair, 1);
  return TRUE;
}

static gboolean
read_crosswalk (TlFrameworks  *self,
                GFile         *file,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autoptr (JsonNode) root = tl_data_file_load (file, cancellable, error);
  const TlFramework *from = root != NULL ? read_framework (self, file, root, "from", error) : NULL;
  const TlFramework *to = from != NULL ? read_framework (self, file, root, "to", error) : NULL;
  JsonArray *pairs = to != NULL ? tl_data_file_read_list (file, root, "pairs", error) : NULL;

  if (pairs == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (pairs); i++)
    {
      Pair pair = { .from = from, .to = to };

      if (!read_pair (self, file, &pair, json_array_get_element (pairs, i), error))
        return FALSE;
    }
  return TRUE;
}

/**
 * tl_frameworks_load:
 * @folder: a folder of data files
 * @cancellable: (nullable): to cancel
 * @error: what is wrong with which file
 *
 * Reads all frameworks, sets of regulations and crosswalks of a folder, in the order of their files' names. It waits for
 * the disk.
 *
 * Returns: (transfer full): what there is
 */
TlFrameworks *
tl_frameworks_load (GFile         *folder,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autoptr (TlFrameworks) self = g_new0 (TlFrameworks, 1);
  g_autoptr (GPtrArray) files = NULL;

  tl_assert_may_wait ();
  g_atomic_ref_count_init (&self->references);
  self->frameworks = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_framework_free);
  self->pairs = g_array_new (FALSE, TRUE, sizeof (Pair));

  files = list_files (folder, cancellable, error);
  for (guint i = 0; files != NULL && i < files->len; i++)
    {
      TlFramework *framework = NULL;

      if (is_crosswalk (g_ptr_array_index (files, i)))
        continue;
      framework = tl_framework_load (g_ptr_array_index (files, i), cancellable, error);
      if (framework == NULL)
        return NULL;
      g_ptr_array_add (self->frameworks, framework);
    }
  /* They speak of the others. */
  for (guint i = 0; files != NULL && i < files->len; i++)
    if (is_crosswalk (g_ptr_array_index (files, i))
        && !read_crosswalk (self, g_ptr_array_index (files, i), cancellable, error))
      return NULL;
  return files != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * tl_frameworks_ref:
 * @self: frameworks
 *
 * Returns: (transfer full): the same
 */
TlFrameworks *
tl_frameworks_ref (TlFrameworks *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

/**
 * tl_frameworks_unref:
 * @self: (transfer full): frameworks
 */
void
tl_frameworks_unref (TlFrameworks *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_array_unref (self->pairs);
  g_ptr_array_unref (self->frameworks);
  g_free (self);
}

/* ── Those that are installed ─────────────────────────────────────────────── */

/**
 * tl_frameworks_load_installed:
 * @cancellable: (nullable): to cancel
 * @error: why they couldn't be read
 *
 * Reads the installed frameworks, and waits for the disk.
 *
 * Returns: (transfer full) (nullable): the frameworks
 */
TlFrameworks *
tl_frameworks_load_installed (GCancellable  *cancellable,
                              GError       **error)
{
  g_autoptr (GFile) folder = tl_data_file_find_folder ("frameworks");

  if (folder != NULL)
    return tl_frameworks_load (folder, cancellable, error);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                       _("The frameworks aren’t installed. Install Throughline again to have them."));
  return NULL;
}

static void
load_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  GError *error = NULL;
  TlFrameworks *self = tl_frameworks_load_installed (cancellable, &error);

  if (self != NULL)
    g_task_return_pointer (task, self, (GDestroyNotify) tl_frameworks_unref);
  else
    g_task_return_error (task, error);
}

/**
 * tl_frameworks_get_async:
 * @cancellable: (nullable): to cancel
 * @callback: called when they are read
 * @user_data: for @callback
 *
 * Reads the installed frameworks, in a thread.
 */
void
tl_frameworks_get_async (GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, tl_frameworks_get_async);
  g_task_run_in_thread (task, load_thread);
}

/**
 * tl_frameworks_get_finish:
 * @result: what the callback was given
 * @error: why they couldn't be read
 *
 * Returns: (transfer full): the frameworks
 */
TlFrameworks *
tl_frameworks_get_finish (GAsyncResult  *result,
                          GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ── What there is ────────────────────────────────────────────────────────── */

/**
 * tl_frameworks_get_n:
 * @self: frameworks
 *
 * Returns: how many frameworks and sets of regulations there are
 */
guint
tl_frameworks_get_n (const TlFrameworks *self)
{
  return self->frameworks->len;
}

/**
 * tl_frameworks_get:
 * @self: frameworks
 * @index: which one
 *
 * Returns: (transfer none): a framework or a set of regulations
 */
const TlFramework *
tl_frameworks_get (const TlFrameworks *self,
                   guint               index)
{
  g_return_val_if_fail (index < self->frameworks->len, NULL);

  return g_ptr_array_index (self->frameworks, index);
}

/**
 * tl_frameworks_find:
 * @self: frameworks
 * @title: (nullable): what a workbook's setting says
 *
 * Returns: (transfer none) (nullable): the framework of that title
 */
const TlFramework *
tl_frameworks_find (const TlFrameworks *self,
                    const char         *title)
{
  for (guint i = 0; title != NULL && i < self->frameworks->len; i++)
    {
      const TlFramework *framework = g_ptr_array_index (self->frameworks, i);

      if (tl_framework_get_kind (framework) == TL_FRAMEWORK_ASSESSMENT && g_str_equal (tl_framework_get_title (framework), title))
        return framework;
    }
  return NULL;
}

/**
 * tl_frameworks_find_regulation:
 * @self: frameworks
 * @code: how a risk names a regulation
 *
 * Returns: (transfer none) (nullable): which one that is
 */
const TlFrameworkEntry *
tl_frameworks_find_regulation (const TlFrameworks *self,
                               const char         *code)
{
  for (guint i = 0; i < self->frameworks->len; i++)
    {
      const TlFramework *framework = g_ptr_array_index (self->frameworks, i);
      const TlFrameworkEntry *entry = NULL;

      if (tl_framework_get_kind (framework) == TL_FRAMEWORK_REGULATIONS)
        entry = tl_framework_find (framework, code);
      if (entry != NULL)
        return entry;
    }
  return NULL;
}

/**
 * tl_frameworks_cross:
 * @self: frameworks
 * @from: a framework
 * @code: a statement of it
 * @to: another framework
 * @entries: (element-type TlFrameworkEntry): where to add what it is there
 *
 * Follows a crosswalk, in either direction. What a crosswalk says is a judgement, for people to confirm.
 *
 * Returns: how much of the statement is found; the weakest where it is found in several
 */
TlCrossing
tl_frameworks_cross (const TlFrameworks *self,
                     const TlFramework  *from,
                     const char         *code,
                     const TlFramework  *to,
                     GPtrArray          *entries)
{
  const TlFrameworkEntry *entry = tl_framework_find (from, code);
  TlCrossing crossing = TL_CROSSING_UNKNOWN;

  for (guint i = 0; entry != NULL && i < self->pairs->len; i++)
    {
      const Pair *pair = &g_array_index (self->pairs, Pair, i);
      gboolean forth = pair->from == from && pair->to == to && pair->left == entry;
      gboolean back = pair->from == to && pair->to == from && pair->right == entry;

      if (!forth && !back)
        continue;
      if (pair->crossing != TL_CROSSING_NONE)
        g_ptr_array_add (entries, (gpointer) (forth ? pair->right : pair->left));
      crossing = crossing == TL_CROSSING_UNKNOWN ? pair->crossing : MIN (crossing, pair->crossing);
    }
  return crossing;
}
