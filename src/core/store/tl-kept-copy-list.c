/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-kept-copy-private.h"

#include "tl-database.h"
#include "tl-document-file.h"
#include "tl-document-header.h"
#include "tl-snapshot.h"
#include "tl-schema.h"
#include "tl-statement.h"
#include "tl-working-copy.h"

/* Looking for working copies that have what no file has. One that a program is using isn't offered; while they are looked
 * at nobody else looks for one, and none is held while a file is waited for. */

static const char count_changes[] =
  "WITH RECURSIVE known (id) AS (SELECT ?1 UNION SELECT parent FROM change_parent JOIN known ON change = known.id) "
  "SELECT count (*) FROM change WHERE id NOT IN (SELECT id FROM known)";

static gboolean
count_unsaved (TlKeptCopy      *self,
               TlDatabase      *database,
               const TlDigest  *saved)
{
  sqlite3_stmt *statement = tl_database_prepare (database, count_changes, NULL);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  tl_statement_bind_digest (statement, 1, saved);
  if (!tl_database_step (database, statement, &row, NULL))
    return FALSE;
  self->n_unsaved = row ? (guint) sqlite3_column_int64 (statement, 0) : 0;
  sqlite3_reset (statement);
  return TRUE;
}

static void
read_provider (TlKeptCopy *self,
               TlDatabase *database)
{
  sqlite3_stmt *statement = tl_database_prepare (database, "SELECT value FROM setting WHERE key = ?1", NULL);
  gboolean row;

  if (statement == NULL)
    return;
  tl_statement_bind_text (statement, 1, TL_KEY_PROVIDER);
  if (!tl_database_step (database, statement, &row, NULL))
    return;
  if (row)
    self->provider = tl_statement_get_text (statement, 0);
  sqlite3_reset (statement);
}

static gboolean
is_newer (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) in = g_file_read (file, NULL, NULL);
  guint8 header[TL_DOCUMENT_HEADER_LENGTH] = { 0 };
  gsize length = 0;

  return in != NULL && g_input_stream_read_all (G_INPUT_STREAM (in), header, sizeof header, &length, NULL, NULL)
         && tl_document_header_get_version (header, length) > TL_SCHEMA_VERSION;
}

/* What is known of a working copy once it has been let go, to be compared with its file, which may be far away. */
typedef struct
{
  TlKeptCopy *kept;
  TlWorkingCopyNote note;
  TlDigest head;
} Found;

static void
clear_found (Found *found)
{
  g_clear_object (&found->kept);
  g_free (found->note.address);
  g_free (found->note.mark);
}

static gboolean
read_copy (Found       *found,
           const char  *path)
{
  g_autoptr (TlDatabase) database = tl_database_open (path, TL_DATABASE_READ, NULL);
  TlKeptCopy *kept = found->kept;

  if (database == NULL || !tl_database_check (database, FALSE, NULL, NULL)
      || !tl_database_read_document (database, &kept->document, NULL)
      || !tl_database_read_head (database, &found->head, &kept->edited, NULL))
    return FALSE;
  read_provider (kept, database);
  return count_unsaved (kept, database, &found->note.saved);
}

/* Takes ownership of the working copy, and lets it go again. One that a killed program left of a workbook that was only
 * looked at, and that has no file to come back to, is nobody's. */
static void
found_cb (TlWorkingCopy *taken,
          gpointer       user_data)
{
  g_autoptr (TlWorkingCopy) copy = taken;
  const TlWorkingCopyNote *note = tl_working_copy_get_note (copy);
  const char *path = tl_working_copy_get_path (copy);
  g_autofree char *folder = g_path_get_dirname (path);
  TlKeptCopy *kept = g_object_new (TL_TYPE_KEPT_COPY, NULL);
  Found found = { kept, { note->document, g_strdup (note->address), g_strdup (note->mark), note->saved }, { { 0 } } };

  kept->document = note->document;
  kept->file = note->address != NULL ? g_file_new_for_uri (note->address) : NULL;
  kept->folder = g_file_new_for_path (folder);
  if (is_newer (path))
    kept->trouble = TL_KEPT_TROUBLE_NEWER;
  else if (!read_copy (&found, path))
    kept->trouble = TL_KEPT_TROUBLE_DAMAGED;
  else if (note->address == NULL && tl_digest_equal (&found.head, &note->saved))
    {
      clear_found (&found);
      tl_working_copy_discard (g_steal_pointer (&copy));
      return;
    }
  g_array_append_val ((GArray *) user_data, found);
}

/* What the file has that is there now, if it is this document's. */
static TlKeptPlace
look_at_file (Found     *found,
              TlDigest  *in_file,
              gboolean  *has_head)
{
  g_autoptr (TlDocumentInfo) info = tl_document_look (found->kept->file, NULL, NULL);
  TlId document;

  *has_head = FALSE;
  *in_file = found->note.saved;
  if (info != NULL && !info->exists)
    return TL_KEPT_PLACE_GONE;
  if (info == NULL)
    return TL_KEPT_PLACE_OTHER;
  if (g_strcmp0 (info->mark, found->note.mark) == 0)
    return TL_KEPT_PLACE_FILE;
  if (!tl_document_identify (info, &document, in_file, NULL, NULL) || !tl_id_equal (&document, &found->kept->document))
    return TL_KEPT_PLACE_OTHER;
  *has_head = tl_document_has_change (info, &found->head);
  return TL_KEPT_PLACE_FILE;
}

/* A file that has been put back to what it was before has less than was saved to it. */
static gboolean
count_since (Found          *found,
             const TlDigest *in_file)
{
  g_autoptr (TlWorkingCopy) copy = tl_working_copy_take (g_file_peek_path (found->kept->folder), NULL);
  g_autoptr (TlDatabase) database = NULL;

  if (copy == NULL)
    return FALSE;
  database = tl_database_open (tl_working_copy_get_path (copy), TL_DATABASE_READ, NULL);
  return database != NULL && count_unsaved (found->kept, database, in_file);
}

/* Returns: whether the working copy has what its file hasn't */
static gboolean
compare_with_file (Found *found)
{
  gboolean unsaved = !tl_digest_equal (&found->head, &found->note.saved), has_head;
  TlKeptCopy *kept = found->kept;
  TlDigest in_file;

  if (kept->file == NULL)
    return TRUE;
  kept->place = kept->trouble == TL_KEPT_TROUBLE_DAMAGED ? TL_KEPT_PLACE_FILE : TL_KEPT_PLACE_GONE;
  if (kept->trouble != TL_KEPT_TROUBLE_NONE)
    return TRUE;
  kept->place = look_at_file (found, &in_file, &has_head);
  if (kept->place != TL_KEPT_PLACE_FILE || has_head || tl_digest_equal (&in_file, &found->head))
    return unsaved && !has_head;
  return unsaved || count_since (found, &in_file);
}

/* Those that can be gone on with first, and of them the latest edited. */
static int
compare (gconstpointer a,
         gconstpointer b)
{
  const TlKeptCopy *first = *(TlKeptCopy * const *) a, *second = *(TlKeptCopy * const *) b;

  if (first->trouble != second->trouble)
    return (int) first->trouble - (int) second->trouble;
  return first->edited == second->edited ? 0 : first->edited > second->edited ? -1 : 1;
}

static void
list_job (GTask        *task,
          gpointer      source,
          gpointer      data,
          GCancellable *cancellable)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));

  g_array_set_clear_func (found, (GDestroyNotify) clear_found);
  tl_working_copy_each (found_cb, found);
  for (guint i = 0; i < found->len; i++)
    {
      Found *one = &g_array_index (found, Found, i);

      if (!g_cancellable_is_cancelled (cancellable) && compare_with_file (one))
        g_ptr_array_add (list, g_steal_pointer (&one->kept));
    }
  g_ptr_array_sort (list, compare);
  g_task_return_pointer (task, list, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * tl_kept_copy_list_async:
 * @cancellable: (nullable): a cancellable
 * @callback: called when they have been looked for
 * @user_data: data for @callback
 *
 * Looks for working copies on this computer that no program is using and that have changes which no file has.
 */
void
tl_kept_copy_list_async (GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, tl_kept_copy_list_async);
  g_task_run_in_thread (task, list_job);
}

/**
 * tl_kept_copy_list_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type TlKeptCopy): those that can be gone on with first, the latest edited
 *   before others
 */
GPtrArray *
tl_kept_copy_list_finish (GAsyncResult  *result,
                          GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
