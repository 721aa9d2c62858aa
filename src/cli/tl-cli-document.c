/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-cli-document.h"

#include <glib-unix.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "tl-assessment-threads.h"
#include "tl-cli.h"
#include "tl-cli-work.h"

struct _TlCliDocument
{
  TlStore *store;
  char *folder;
  guint sources[3];
};

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        remove_folder (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

static void
keep_result_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

/* Whoever stops a command doesn't want its working copy to stay. The store's threads end with the program, even in
 * the middle of a save: the file is replaced as a whole or not at all. */
static gboolean
stopped_cb (gpointer user_data)
{
  TlCliDocument *self = user_data;

  if (self->folder != NULL)
    remove_folder (self->folder);
  _exit (TL_CLI_EXIT_ERROR);
}

static void
clean_up_when_stopped (TlCliDocument *self)
{
  static const int stopping[] = { SIGINT, SIGTERM, SIGHUP };

  for (guint i = 0; i < G_N_ELEMENTS (stopping); i++)
    self->sources[i] = g_unix_signal_add (stopping[i], stopped_cb, self);
}

/* A command has nothing else to do than to wait. */
static GAsyncResult *
wait_for (const char    *what,
          GAsyncResult **result)
{
  tl_cli_work_begin (what);
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  tl_cli_work_end ();
  return *result;
}

static void
replace_message (GError     **error,
                 const char  *message)
{
  g_autoptr (GError) told = g_steal_pointer (error);

  g_set_error_literal (error, told->domain, told->code, message);
}

/* The line that tells of an error begins with the file's name already. */
static void
explain_opening (GFile   *file,
                 GError **error)
{
  g_autofree char *name = file != NULL ? g_file_get_parse_name (file) : NULL;
  g_autofree char *quoted = g_strdup_printf ("“%s” ", name);
  g_autofree char *message = NULL;

  if (!g_str_has_prefix ((*error)->message, quoted))
    return;
  message = g_strdup_printf (_("the file %s"), (*error)->message + strlen (quoted));
  replace_message (error, message);
}

/**
 * tl_cli_explain_writing:
 * @error: (inout): why a file couldn't be written
 *
 * The store tells somebody at a window that their changes are kept, and GIO names the file again. After a command
 * nothing is kept, and the line begins with the file's name.
 */
void
tl_cli_explain_writing (GError **error)
{
  static const struct
  {
    TlStoreError store;
    GIOErrorEnum io;
    const char *message;
  } reasons[] = {
    { TL_STORE_ERROR_FULL, G_IO_ERROR_NO_SPACE, N_("nothing was written: the disk is full") },
    { TL_STORE_ERROR_READ_ONLY, G_IO_ERROR_READ_ONLY, N_("nothing was written: it isn't allowed there") },
    { TL_STORE_ERROR_READ_ONLY, G_IO_ERROR_PERMISSION_DENIED, N_("nothing was written: it isn't allowed there") },
    { TL_STORE_ERROR_NOT_FOUND, G_IO_ERROR_NOT_FOUND, N_("nothing was written: its folder isn't there") },
    { TL_STORE_ERROR_NOT_FOUND, G_IO_ERROR_IS_DIRECTORY, N_("nothing was written: this is a folder") },
    { TL_STORE_ERROR_BUSY, G_IO_ERROR_BUSY, N_("nothing was written: another program is writing it; try again") },
    { TL_STORE_ERROR_CONFLICT, G_IO_ERROR_WRONG_ETAG,
      N_("nothing was written: somebody has changed it meanwhile; try again") },
    { TL_STORE_ERROR_CORRUPT, G_IO_ERROR_INVALID_DATA,
      N_("what is there now isn't what was written; open a backup or another copy") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      if (!g_error_matches (*error, TL_STORE_ERROR, (int) reasons[i].store)
          && !g_error_matches (*error, G_IO_ERROR, (int) reasons[i].io))
        continue;
      replace_message (error, _(reasons[i].message));
      return;
    }
}

static TlCliDocument *
open_store (TlStoreOrigin   origin,
            GFile          *file,
            TlIdSource     *ids,
            GError        **error)
{
  g_autoptr (TlCliDocument) self = g_new0 (TlCliDocument, 1);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) local_error = NULL;

  clean_up_when_stopped (self);
  self->folder = g_dir_make_tmp ("throughline-cli-XXXXXX", error);
  if (self->folder == NULL)
    return NULL;
  tl_store_set_folder (self->folder);
  tl_store_set_passing ();
  tl_store_open_async (origin, file, ids, NULL, keep_result_cb, &result);
  self->store = tl_store_open_finish (wait_for (_("Opening"), &result), &local_error);
  if (self->store != NULL)
    return g_steal_pointer (&self);
  explain_opening (file, &local_error);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

/**
 * tl_cli_document_new:
 * @ids: where new ids come from
 * @error: why not
 *
 * Returns: (transfer full): a new, empty document, %NULL on an error
 */
TlCliDocument *
tl_cli_document_new (TlIdSource  *ids,
                     GError     **error)
{
  return open_store (TL_STORE_ORIGIN_NEW, NULL, ids, error);
}

/**
 * tl_cli_document_open:
 * @path: a file as it was given
 * @ids: (nullable): where new ids come from, %NULL for a command that only reads
 * @error: why not
 *
 * Opens a document. One that a newer version saved is refused, also for reading: a window can say beside everything it
 * shows that something isn't shown; what a command prints is passed on without that.
 *
 * Returns: (transfer full): the document in the file, %NULL on an error
 */
TlCliDocument *
tl_cli_document_open (const char  *path,
                      TlIdSource  *ids,
                      GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (TlIdSource) reader = tl_id_source_new_seeded ("reader", 0);
  TlCliDocument *self = open_store (TL_STORE_ORIGIN_FILE, file, ids != NULL ? ids : reader, error);

  if (self == NULL || tl_store_get_read_only_reason (self->store) != TL_READ_ONLY_REASON_NEWER)
    return self;
  tl_cli_document_close (self);
  g_set_error_literal (error, TL_STORE_ERROR, TL_STORE_ERROR_NEWER,
                       _("a newer version of Throughline saved it, and what that version added would be missing from "
                         "everything said here; update Throughline, or read it in its window"));
  return NULL;
}

/**
 * tl_cli_document_close:
 * @self: (transfer full): a document
 *
 * Closes a document; what wasn't saved goes with its working copy.
 */
void
tl_cli_document_close (TlCliDocument *self)
{
  if (self->store != NULL)
    {
      g_autoptr (GAsyncResult) result = NULL;

      tl_store_close_async (self->store, keep_result_cb, &result);
      tl_store_close_finish (self->store, wait_for (_("Closing"), &result), NULL);
      g_object_unref (self->store);
    }
  if (self->folder != NULL)
    remove_folder (self->folder);
  for (guint i = 0; i < G_N_ELEMENTS (self->sources); i++)
    g_source_remove (self->sources[i]);
  g_free (self->folder);
  g_free (self);
}

/**
 * tl_cli_document_get_store:
 * @self: a document
 *
 * Returns: (transfer none): its store
 */
TlStore *
tl_cli_document_get_store (TlCliDocument *self)
{
  return self->store;
}

/**
 * tl_cli_document_load:
 * @self: a document
 * @error: why not
 *
 * Returns: (transfer full): all its facts, %NULL on an error
 */
TlSnapshot *
tl_cli_document_load (TlCliDocument  *self,
                      GError        **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  tl_store_load_async (self->store, NULL, keep_result_cb, &result);
  return tl_store_load_finish (self->store, wait_for (_("Reading"), &result), error);
}

/**
 * tl_cli_document_apply:
 * @self: a document
 * @change: a change
 * @error: why not
 *
 * Applies a change to the working copy.
 *
 * Returns: whether it was applied
 */
gboolean
tl_cli_document_apply (TlCliDocument  *self,
                       TlChange       *change,
                       GError        **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (TlChange) applied = NULL;

  tl_store_apply_async (self->store, change, tl_cli_work_get_progress (), keep_result_cb, &result);
  applied = tl_store_apply_finish (self->store, wait_for (_("Writing"), &result), error);
  return applied != NULL;
}

/**
 * tl_cli_document_merge:
 * @self: a document
 * @path: another copy of it, as it was given
 * @error: why not
 *
 * Takes another copy's changes into the working copy.
 *
 * Returns: (transfer full): what came of it, %NULL on an error
 */
TlMergeResult *
tl_cli_document_merge (TlCliDocument  *self,
                       const char     *path,
                       GError        **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) local_error = NULL;
  TlMergeResult *merged;

  tl_store_merge_async (self->store, file, NULL, keep_result_cb, &result);
  merged = tl_store_merge_finish (self->store, wait_for (_("Merging"), &result), &local_error);
  if (merged == NULL)
    {
      explain_opening (file, &local_error);
      g_propagate_error (error, g_steal_pointer (&local_error));
    }
  return merged;
}

/**
 * tl_cli_document_read_other:
 * @self: a document
 * @path: a file that holds a workbook, as it was given
 * @error: why not
 *
 * Reads another workbook, to be merged or brought in.
 *
 * Returns: (transfer full): what it is, %NULL on an error
 */
TlOtherWorkbook *
tl_cli_document_read_other (TlCliDocument  *self,
                            const char     *path,
                            GError        **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) local_error = NULL;
  TlOtherWorkbook *other;

  tl_store_read_other_async (self->store, file, NULL, keep_result_cb, &result);
  other = tl_store_read_other_finish (self->store, wait_for (_("Reading"), &result), &local_error);
  if (other == NULL)
    {
      explain_opening (file, &local_error);
      g_propagate_error (error, g_steal_pointer (&local_error));
    }
  return other;
}

/**
 * tl_cli_document_join:
 * @self: a document
 * @path: another workbook's file, as it was given
 * @change: what to bring in of it
 * @error: why not
 *
 * Brings another workbook in.
 *
 * Returns: whether it is in the working copy
 */
gboolean
tl_cli_document_join (TlCliDocument  *self,
                      const char     *path,
                      TlChange       *change,
                      GError        **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GAsyncResult) result = NULL;

  tl_store_join_async (self->store, file, change, NULL, keep_result_cb, &result);
  return tl_store_join_finish (self->store, wait_for (_("Writing"), &result), error);
}

/**
 * tl_cli_document_save:
 * @self: a document
 * @path: (nullable): where, as it was given; %NULL for the file that it came from
 * @error: why not
 *
 * Saves a document.
 *
 * Returns: whether the file has it; if not, the file is as it was
 */
gboolean
tl_cli_document_save (TlCliDocument  *self,
                      const char     *path,
                      GError        **error)
{
  g_autoptr (GFile) file = path != NULL ? g_file_new_for_commandline_arg (path) : NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) local_error = NULL;

  tl_store_save_async (self->store, file, NULL, keep_result_cb, &result);
  if (tl_store_save_finish (self->store, wait_for (_("Saving"), &result), &local_error))
    return TRUE;
  tl_cli_explain_writing (&local_error);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/**
 * tl_cli_document_assess:
 * @self: a document
 * @as_at: (nullable): the day that was asked for; %NULL for the workbook's own today, else the computer's date
 * @error: why not
 *
 * Returns: (transfer full): what is concluded as at that day, %NULL on an error
 */
TlAssessment *
tl_cli_document_assess (TlCliDocument  *self,
                        const char     *as_at,
                        GError        **error)
{
  g_autoptr (TlSnapshot) snapshot = NULL;
  TlDay day = TL_NO_DAY;

  if (as_at != NULL && !tl_day_from_iso (as_at, &day))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _("\"%s\" is not a date; write it as 2026-03-31"), as_at);
      return NULL;
    }
  snapshot = tl_cli_document_load (self, error);
  if (snapshot == NULL)
    return NULL;
  if (day == TL_NO_DAY)
    day = tl_snapshot_get_today (snapshot);
  if (day == TL_NO_DAY)
    day = tl_day_today ();
  return tl_assessment_new_on_threads (snapshot, day, g_get_num_processors ());
}

static void
tell_progress (double   fraction,
               gpointer data)
{
  tl_cli_work_advance (fraction);
}

/**
 * tl_cli_document_verify:
 * @self: a document
 * @fingerprint: (nullable): a fingerprint to look for
 * @error: why not
 *
 * Returns: (transfer full): whether the document is what its history says, %NULL on an error
 */
TlVerification *
tl_cli_document_verify (TlCliDocument  *self,
                        const char     *fingerprint,
                        GError        **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  tl_store_verify_async (self->store, fingerprint, tell_progress, NULL, NULL, keep_result_cb, &result);
  return tl_store_verify_finish (self->store, wait_for (_("Going through the history"), &result), error);
}

/**
 * tl_cli_document_list_history:
 * @self: a document
 * @query: which part of its history
 * @error: why not
 *
 * Returns: (transfer full) (element-type TlHistoryEntry): the changes, the latest first, %NULL on an error
 */
GPtrArray *
tl_cli_document_list_history (TlCliDocument         *self,
                              const TlHistoryQuery  *query,
                              GError               **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  tl_store_list_history_async (self->store, query, NULL, keep_result_cb, &result);
  return tl_store_list_history_finish (self->store, wait_for (_("Reading the history"), &result), error);
}

/**
 * tl_cli_document_read_changes:
 * @self: a document
 * @ids: (element-type TlDigest): ids of changes
 * @error: why not
 *
 * Returns: (transfer full) (element-type TlHistoryEntry): the changes, %NULL on an error
 */
GPtrArray *
tl_cli_document_read_changes (TlCliDocument  *self,
                              GArray         *ids,
                              GError        **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  tl_store_read_changes_async (self->store, ids, NULL, keep_result_cb, &result);
  return tl_store_read_changes_finish (self->store, wait_for (_("Reading the history"), &result), error);
}

/**
 * tl_cli_make_ids:
 * @seed: (nullable): a seed, for a workbook that is built the same again and again
 * @command: the command's name, so that two commands with the same seed don't repeat each other
 * @error: why not
 *
 * Returns: (transfer full): where new ids, salts and times come from, %NULL on an error
 */
TlIdSource *
tl_cli_make_ids (const char  *seed,
                 const char  *command,
                 GError     **error)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  g_autofree char *own_seed = NULL;
  guint64 seconds;

  if (seed == NULL)
    return tl_id_source_new_for_user ();
  if (epoch == NULL || !g_ascii_string_to_unsigned (epoch, 10, 0, G_MAXINT32, &seconds, NULL))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                           _("with --seed the time must be in SOURCE_DATE_EPOCH, in seconds since 1970"));
      return NULL;
    }
  own_seed = g_strconcat (seed, " ", command, NULL);
  return tl_id_source_new_seeded (own_seed, (gint64) seconds * 1000);
}
