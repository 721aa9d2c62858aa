/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-merge.h"

#include <glib/gi18n-lib.h>

#include "tl-blob.h"
#include "tl-body-press.h"
#include "tl-change-private.h"
#include "tl-erase-merge.h"
#include "tl-erase-record.h"
#include "tl-history.h"
#include "tl-merge-intake.h"
#include "tl-merge-tables.h"
#include "tl-merge-trace.h"
#include "tl-row.h"
#include "tl-statement.h"
#include "tl-store-error.h"

typedef struct
{
  TlWriter *writer;
  TlDatabase *ours;
  TlDatabase *theirs;
  TlChangeGraph *graph;
  GArray *received;
  GArray *records;
  GHashTable *named;
  guint our_head;
  guint their_head;
  gboolean *mine;
  gboolean *other;
  TlDivergence *divergence;
  TlMergeTables tables;
  TlEraseMerge erasing;
} Merge;

static void
clear_merge (Merge *self)
{
  g_clear_pointer (&self->tables.rows, g_ptr_array_unref);
  g_clear_pointer (&self->tables.gone, g_ptr_array_unref);
  g_clear_pointer (&self->tables.coming, g_hash_table_unref);
  g_clear_pointer (&self->tables.united, g_hash_table_unref);
  g_clear_pointer (&self->tables.shown, tl_change_unref);
  g_clear_pointer (&self->tables.repairs, tl_change_unref);
  g_clear_pointer (&self->divergence, tl_divergence_free);
  g_clear_pointer (&self->graph, tl_change_graph_free);
  g_clear_pointer (&self->received, g_array_unref);
  g_clear_pointer (&self->records, g_array_unref);
  tl_erase_merge_clear (&self->erasing);
  g_clear_pointer (&self->named, g_hash_table_unref);
  g_clear_pointer (&self->mine, g_free);
  g_clear_pointer (&self->other, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Merge, clear_merge)

/**
 * tl_merged_clear:
 * @merged: what a merge did
 *
 * Frees what it holds.
 */
void
tl_merged_clear (TlMerged *merged)
{
  g_clear_pointer (&merged->shown, tl_change_unref);
}

/**
 * tl_merge_make_salt:
 * @parents: the ids of the two changes that a merge follows, in their order
 *
 * Both sides make the very same merge, so its salt can't be random.
 *
 * Returns: (transfer full): SHA-256 of the two
 */
GBytes *
tl_merge_make_salt (const TlDigest parents[2])
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  TlDigest salt;
  gsize length = sizeof salt.bytes;

  g_checksum_update (sum, (const guchar *) parents, 2 * sizeof (TlDigest));
  g_checksum_get_digest (sum, salt.bytes, &length);
  return g_bytes_new (salt.bytes, sizeof salt.bytes);
}

static gboolean
refuse (GError     **error,
        const char  *reason)
{
  g_set_error_literal (error, TL_STORE_ERROR, TL_STORE_ERROR_CORRUPT, reason);
  return FALSE;
}

/* Everything that came must belong to the other copy's head, or it would be a third end of the history. */
static gboolean
find_heads (Merge   *self,
            GError **error)
{
  TlDigest head;
  gint64 time;
  int index;

  if (!tl_database_read_head (self->theirs, &head, &time, error))
    return FALSE;
  self->graph = tl_change_graph_new (self->ours, error);
  if (self->graph == NULL)
    return FALSE;
  self->our_head = (guint) tl_change_graph_find (self->graph, tl_writer_get_head (self->writer));
  index = tl_change_graph_find (self->graph, &head);
  if (index < 0)
    return refuse (error, _("Its history has no end."));
  self->their_head = (guint) index;
  self->mine = tl_change_graph_get_ancestry (self->graph, self->our_head);
  self->other = tl_change_graph_get_ancestry (self->graph, self->their_head);
  for (guint i = 0; i < tl_change_graph_get_length (self->graph); i++)
    {
      if (!self->mine[i] && !self->other[i])
        return refuse (error, _("Its history has several ends."));
    }
  return TRUE;
}

static gboolean
keep_disagreements (Merge               *self,
                    const TlDivergence  *divergence,
                    const TlDigest      *merge,
                    GError             **error)
{
  for (guint i = 0; i < divergence->disagreements->len; i++)
    {
      const TlDisagreement *found = &g_array_index (divergence->disagreements, TlDisagreement, i);
      sqlite3_stmt *statement =
        tl_database_prepare (self->ours, "INSERT INTO conflict (merge, table_name, row, column_name, first, second) "
                                         "VALUES (?1, ?2, ?3, ?4, ?5, ?6)", error);

      if (statement == NULL)
        return FALSE;
      tl_statement_bind_digest (statement, 1, merge);
      tl_statement_bind_text (statement, 2, found->table->name);
      tl_statement_bind_id (statement, 3, &found->row);
      tl_statement_bind_text (statement, 4, found->column == TL_WRITE_LIVE
                                            ? TL_COLUMN_LIVE : found->table->columns[found->column].name);
      tl_statement_bind_digest (statement, 5, tl_change_graph_get_id (self->graph, found->first));
      tl_statement_bind_digest (statement, 6, tl_change_graph_get_id (self->graph, found->second));
      if (!tl_database_step (self->ours, statement, NULL, error))
        return FALSE;
    }
  return TRUE;
}

/* The other copy's word isn't taken for what its merges found. */
static gboolean
keep_their_disagreements (Merge    *self,
                          GError  **error)
{
  for (guint i = 0; i < self->received->len; i++)
    {
      const TlDigest *id = &g_array_index (self->received, TlDigest, i);
      g_autoptr (TlDivergence) divergence = NULL;
      guint parents[2];

      if (tl_change_graph_get_parents (self->graph, (guint) tl_change_graph_find (self->graph, id), parents) < 2)
        continue;
      divergence = tl_divergence_new (self->graph, parents[0], parents[1], error);
      if (divergence == NULL || !keep_disagreements (self, divergence, id, error))
        return FALSE;
    }
  return TRUE;
}

/* What was set since the first change that only one of the two has: earlier changes have no say in what comes. */
static gboolean
unite (Merge    *self,
       GError  **error)
{
  guint n = tl_change_graph_get_length (self->graph);
  g_autofree gboolean *late = g_new0 (gboolean, n);
  gboolean is_late = FALSE;

  for (guint i = 0; i < n; i++)
    late[i] = is_late = is_late || self->mine[i] != self->other[i];
  self->tables.united = tl_write_set_new (self->graph, late, NULL, error);
  self->tables.coming = self->tables.united != NULL
                        ? tl_write_set_new (self->graph, self->other, self->mine, error) : NULL;
  return self->tables.coming != NULL;
}

static gboolean
bring_tables_up (Merge    *self,
                 GError  **error)
{
  TlMergeTables *tables = &self->tables;

  if (!self->other[self->our_head])
    {
      self->divergence = tl_divergence_new (self->graph, self->our_head, self->their_head, error);
      if (self->divergence == NULL)
        return FALSE;
    }
  if (!unite (self, error))
    return FALSE;
  tables->database = self->ours;
  tables->graph = self->graph;
  tables->divergence = self->divergence;
  tables->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_row_free);
  tables->gone = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_row_free);
  tables->shown = tl_change_new (TL_CHANGE_KIND_MERGE);
  tables->repairs = tl_change_new (TL_CHANGE_KIND_MERGE);
  return tl_merge_tables_apply (tables, error) && tl_merge_tables_repair (tables, error);
}

static gboolean
check_links (TlDatabase  *database,
             GError     **error)
{
  sqlite3_stmt *statement = tl_database_prepare (database, "PRAGMA foreign_key_check", error);
  gboolean row;

  if (statement == NULL || !tl_database_step (database, statement, &row, error))
    return FALSE;
  sqlite3_reset (statement);
  return !row || refuse (error, _("Its changes point to rows or files that aren’t in it."));
}

static gboolean
get_version (Merge    *self,
             guint     index,
             guint    *version,
             GError  **error)
{
  TlChange *change = tl_change_graph_load (self->graph, index, error);

  if (change == NULL)
    return FALSE;
  *version = MAX (*version, tl_change_get_seal (change)->version);
  return TRUE;
}

/* The change that follows both: nothing in it depends on who makes it, where or when. */
static gboolean
append_merge (Merge     *self,
              TlMerged  *merged,
              GError   **error)
{
  TlChange *change = self->tables.repairs;
  guint first = MIN (self->our_head, self->their_head), last = MAX (self->our_head, self->their_head);
  TlChangeSeal seal = { .n_parents = 2, .time = tl_change_graph_get_time (self->graph, last) + 1 };
  g_autoptr (GHashTable) risks = NULL;
  g_autoptr (GBytes) pressed = NULL, salt = NULL;

  seal.parents[0] = *tl_change_graph_get_id (self->graph, first);
  seal.parents[1] = *tl_change_graph_get_id (self->graph, last);
  if (tl_digest_compare (&seal.parents[0], &seal.parents[1]) > 0)
    {
      seal.parents[0] = *tl_change_graph_get_id (self->graph, last);
      seal.parents[1] = *tl_change_graph_get_id (self->graph, first);
    }
  if (!get_version (self, first, &seal.version, error) || !get_version (self, last, &seal.version, error))
    return FALSE;

  tl_erase_record_note (change, self->erasing.records);
  tl_change_settle (change);
  salt = tl_merge_make_salt (seal.parents);
  seal.salt = salt;
  pressed = tl_body_press (change, salt, &seal.digest);
  tl_change_seal (change, &seal);
  merged->merged = TRUE;
  merged->head = *tl_change_get_id (change);
  merged->time = seal.time;
  merged->n_conflicts = self->divergence->disagreements->len;
  risks = tl_merge_trace_find (self->ours, change, NULL, error);
  return risks != NULL && tl_history_append (self->ours, change, pressed, NULL, risks, error)
         && keep_disagreements (self, self->divergence, &merged->head, error);
}

static gboolean
go_on_from (Merge     *self,
            TlMerged  *merged,
            GError   **error)
{
  if (self->divergence != NULL)
    return append_merge (self, merged, error);
  merged->head = *tl_change_graph_get_id (self->graph, self->their_head);
  merged->time = tl_change_graph_get_time (self->graph, self->their_head);
  return TRUE;
}

/* Now that the merge is there that had to erase more, it is the one that did. */
static gboolean
keep_erased (Merge   *self,
             GError **error)
{
  return (self->records->len == 0 && self->erasing.records->len == 0) || tl_erase_record_rebuild (self->ours, error);
}

/* What one copy erased of files is gone for good once nothing in the united history names it. */
static gboolean
erase_files (Merge   *self,
             GError **error)
{
  GHashTableIter iter;
  gpointer field;

  g_hash_table_iter_init (&iter, self->erasing.fields);
  while (g_hash_table_iter_next (&iter, &field, NULL))
    {
      if (g_str_has_prefix (field, TL_SCHEMA_ATTACHMENT ":"))
        return tl_blob_add_erased (self->ours, error) && tl_blob_collect (self->ours, error);
    }
  return TRUE;
}

static gboolean
merge (Merge     *self,
       TlMerged  *merged,
       GError   **error)
{
  g_autoptr (TlMergeTrace) trace = NULL;

  if (!tl_merge_intake_run (self->ours, self->theirs, self->received, self->records, &merged->erased, self->named,
                            error))
    return FALSE;
  merged->n_received = self->received->len;
  if (self->received->len == 0)
    return TRUE;

  if (!find_heads (self, error)
      || !tl_erase_merge_run (&self->erasing, self->ours, self->theirs, self->graph, self->mine, self->other,
                              self->records, error)
      || !keep_their_disagreements (self, error)
      || !tl_merge_intake_files (self->ours, self->theirs, self->named, error))
    return FALSE;
  /* Which risks a change touches shows partly before and partly after. */
  trace = tl_merge_trace_new (self->ours, self->graph, self->received);
  if (!tl_merge_trace_look (trace, error) || !bring_tables_up (self, error)
      || !tl_erase_merge_tables (&self->erasing, self->ours, self->tables.shown, error)
      || !tl_merge_trace_keep (trace, self->tables.coming, error) || !go_on_from (self, merged, error)
      || !keep_erased (self, error) || !erase_files (self, error)
      || !check_links (self->ours, error))
    return FALSE;

  merged->erased |= self->erasing.erased;
  tl_change_settle (self->tables.shown);
  merged->shown = g_steal_pointer (&self->tables.shown);
  return TRUE;
}

/**
 * tl_merge_take:
 * @writer: the one writer, on its thread
 * @theirs: a connection to another copy of the same document, which nobody writes meanwhile
 * @merged: (out caller-allocates): what came of it
 * @error: return location for an error, whose message is a whole sentence about the other copy
 *
 * Takes another copy's changes into this one, in one transaction: the history becomes the union of both, each field has
 * the value of the latest change that set it, and where both have gone on a merge change follows both. The other copy
 * would make the very same one.
 *
 * Returns: whether it has all of the other copy now; if not, nothing has happened
 */
gboolean
tl_merge_take (TlWriter    *writer,
               TlDatabase  *theirs,
               TlMerged    *merged,
               GError     **error)
{
  g_auto (Merge) self = { .writer = writer, .ours = tl_writer_get_database (writer), .theirs = theirs };

  *merged = (TlMerged) { .head = *tl_writer_get_head (writer), .time = tl_writer_get_head_time (writer) };
  self.received = g_array_new (FALSE, FALSE, sizeof (TlDigest));
  self.records = g_array_new (FALSE, FALSE, sizeof (TlEraseRecord));
  self.named = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, g_free);
  if (!tl_database_run (self.ours, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (!merge (&self, merged, error) || !tl_database_run (self.ours, "COMMIT", error))
    {
      tl_database_run (self.ours, "ROLLBACK", NULL);
      tl_merged_clear (merged);
      return FALSE;
    }
  tl_writer_set_head (writer, &merged->head, merged->time);
  return TRUE;
}

/**
 * tl_merge_run:
 * @writer: the one writer, on its thread
 * @path: path of another copy of the same document, which nobody writes and which has been checked as a database
 * @merged: (out caller-allocates): what came of it
 * @error: return location for an error, whose message is a whole sentence about the other copy
 *
 * Does [func@Tl.merge_take] with a file.
 *
 * Returns: whether it has all of the other copy now; if not, nothing has happened
 */
gboolean
tl_merge_run (TlWriter    *writer,
              const char  *path,
              TlMerged    *merged,
              GError     **error)
{
  g_autoptr (TlDatabase) theirs = tl_database_open (path, TL_DATABASE_LOOK, error);

  *merged = (TlMerged) { .head = *tl_writer_get_head (writer), .time = tl_writer_get_head_time (writer) };
  return theirs != NULL && tl_merge_take (writer, theirs, merged, error);
}
