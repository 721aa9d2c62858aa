/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-backup-since-private.h"

#include <glib/gi18n-lib.h>

#include "tl-change-graph.h"
#include "tl-document-file.h"
#include "tl-history-entry.h"
#include "tl-history-page.h"
#include "tl-history-words.h"
#include "tl-store-error.h"

/* As many as somebody reads before they decide. */
#define MOST_LATEST 5

/**
 * tl_backup_since_free:
 * @self: (transfer full): what is known of a backup
 *
 * Frees it; the backup stays where it is.
 */
void
tl_backup_since_free (TlBackupSince *self)
{
  tl_backup_free (self->backup);
  g_free (self->fault);
  g_free (self->last_who);
  g_ptr_array_unref (self->latest);
  g_free (self);
}

static gboolean
look_inside (TlBackupSince  *self,
             GCancellable   *cancellable,
             GError        **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->backup->path);
  g_autoptr (TlDocumentInfo) info = tl_document_look (file, cancellable, error);
  g_autoptr (TlDatabase) database = NULL;
  TlId document;

  if (info == NULL
      || !tl_document_read_head (info, self->backup->path, &document, &self->head, cancellable, error))
    return FALSE;
  if (!tl_id_equal (&document, &self->backup->document))
    {
      g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_CORRUPT, _("It is of another workbook."));
      return FALSE;
    }
  database = tl_database_open (self->backup->path, TL_DATABASE_LOOK, error);
  return database != NULL && tl_database_read_head (database, &self->head, &self->head_time, error);
}

/* The changes that people made after it, the latest first. */
static GArray *
list_since (TlChangeGraph  *graph,
            guint           head,
            guint          *n)
{
  g_autofree gboolean *before = tl_change_graph_get_ancestry (graph, head);
  GArray *latest = g_array_new (FALSE, FALSE, sizeof (TlDigest));

  *n = 0;
  for (guint i = tl_change_graph_get_length (graph); i > 0; i--)
    {
      guint parents[2];

      /* A merge brings what others did, and is nothing that anybody did. */
      if (before[i - 1] || tl_change_graph_get_parents (graph, i - 1, parents) == 2)
        continue;
      *n += 1;
      if (latest->len < MOST_LATEST)
        g_array_append_vals (latest, tl_change_graph_get_id (graph, i - 1), 1);
    }
  return latest;
}

static gboolean
compare (TlBackupSince  *self,
         TlDatabase     *database,
         GCancellable   *cancellable,
         GError        **error)
{
  g_autoptr (TlChangeGraph) graph = tl_change_graph_new (database, error);
  g_autoptr (GArray) latest = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  int head;

  if (graph == NULL)
    return FALSE;
  head = tl_change_graph_find (graph, &self->head);
  if (head < 0)
    return TRUE;
  self->compared = TRUE;
  latest = list_since (graph, (guint) head, &self->n_changes);
  entries = tl_history_read_changes (database, latest, cancellable, error);
  if (entries == NULL)
    return FALSE;
  g_ptr_array_unref (self->latest);
  self->latest = g_steal_pointer (&entries);
  if (self->latest->len > 0)
    {
      TlHistoryEntry *last = g_ptr_array_index (self->latest, 0);

      self->last_time = tl_history_entry_get_time (last);
      self->last_who = g_strdup (tl_history_entry_get_who (last));
    }
  return TRUE;
}

/**
 * tl_backup_since_new:
 * @backup: a backup
 * @database: (nullable): the document that it is of, in a transaction; %NULL when that can't be read
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error in @database; whatever is wrong with the backup is its fault
 *
 * Opens a backup to see how far it goes, and finds what the document's history says of the time since.
 *
 * Returns: (transfer full) (nullable): what is known
 */
TlBackupSince *
tl_backup_since_new (const TlBackup  *backup,
                     TlDatabase      *database,
                     GCancellable    *cancellable,
                     GError         **error)
{
  g_autoptr (TlBackupSince) self = g_new0 (TlBackupSince, 1);
  g_autoptr (GError) reason = NULL;

  self->backup = tl_backup_copy (backup);
  self->latest = g_ptr_array_new_with_free_func (g_object_unref);
  if (!look_inside (self, cancellable, &reason))
    {
      if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        {
          g_propagate_error (error, g_steal_pointer (&reason));
          return NULL;
        }
      self->fault = g_strdup (reason->message);
    }
  else if (database != NULL && !compare (self, database, cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * tl_backup_since_say:
 * @self: what is known of a backup
 *
 * Returns: (transfer full): what changed since, as a sentence without a full stop
 */
char *
tl_backup_since_say (const TlBackupSince *self)
{
  g_autofree char *when = NULL;

  if (self->fault != NULL)
    return g_strdup_printf (_("It can’t be opened any more: %s"), self->fault);
  if (!self->compared)
    {
      when = tl_history_words_when (self->head_time);
      /* Translators: %s is a moment, such as "3 December 2025 at 14:03" */
      return g_strdup_printf (_("Its last change is of %s"), when);
    }
  if (self->n_changes == 0)
    return g_strdup (_("Nothing has changed since"));
  when = tl_history_words_when (self->last_time);
  if (self->n_changes == 1)
    /* Translators: who, and a moment such as "3 December 2025 at 14:03" */
    return g_strdup_printf (_("1 change since, by %1$s on %2$s"), self->last_who, when);
  /* Translators: how many, who, and a moment such as "3 December 2025 at 14:03" */
  return g_strdup_printf (ngettext ("%1$u change since, the last by %2$s on %3$s",
                                    "%1$u changes since, the last by %2$s on %3$s", self->n_changes),
                          self->n_changes, self->last_who, when);
}

/**
 * tl_backup_say_when:
 * @backup: a backup
 *
 * Returns: (transfer full): when it was made, by this computer's clock, as "3 December 2025 at 14:03"
 */
char *
tl_backup_say_when (const TlBackup *backup)
{
  return tl_history_words_when (backup->time);
}
