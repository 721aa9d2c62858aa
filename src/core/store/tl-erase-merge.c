/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-erase-merge.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-change-body.h"
#include "tl-change-private.h"
#include "tl-erase-body.h"
#include "tl-erase-pair.h"
#include "tl-erase-record.h"
#include "tl-history.h"
#include "tl-recall.h"
#include "tl-row.h"
#include "tl-store-error.h"

/* What one copy erased and the other doesn't know of, by change; and what that left of which text of a field. */
typedef struct
{
  GHashTable *records;
  GHashTable *rests;
  GHashTable *rows;
} Side;

typedef struct
{
  TlEraseMerge *result;
  TlDatabase *ours;
  TlDatabase *theirs;
  const TlChangeGraph *graph;
  const gboolean *mine;
  const gboolean *other;
  Side sides[2];
} Work;

static void
free_value (gpointer value)
{
  tl_value_clear (value);
  g_free (value);
}

static void
clear_work (Work *self)
{
  for (guint i = 0; i < 2; i++)
    {
      g_clear_pointer (&self->sides[i].records, g_hash_table_unref);
      g_clear_pointer (&self->sides[i].rests, g_hash_table_unref);
      g_clear_pointer (&self->sides[i].rows, g_hash_table_unref);
    }
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, clear_work)

/**
 * tl_erase_merge_clear:
 * @self: what came of it
 *
 * Frees what it holds.
 */
void
tl_erase_merge_clear (TlEraseMerge *self)
{
  g_clear_pointer (&self->records, g_array_unref);
  g_clear_pointer (&self->fields, g_hash_table_unref);
}

static gboolean
refuse (GError **error)
{
  g_set_error_literal (error, TL_STORE_ERROR, TL_STORE_ERROR_CORRUPT,
                       _("What was erased in it isn’t what its history says."));
  return FALSE;
}

static void
add_record (Side                *side,
            const TlEraseRecord *record)
{
  g_hash_table_insert (side->records, g_memdup2 (&record->change, sizeof record->change),
                       g_memdup2 (record, sizeof *record));
}

/* What was erased on each side alone. Of several erasures from one change the latest counts. */
static gboolean
collect (Work    *self,
         GArray  *received,
         GError **error)
{
  g_autoptr (GArray) kept = tl_erase_record_list (self->ours, error);

  if (kept == NULL)
    return FALSE;
  for (guint i = 0; i < 2; i++)
    {
      self->sides[i].records = g_hash_table_new_full (tl_digest_hash, tl_digest_same, g_free, g_free);
      self->sides[i].rests = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_value);
    }
  for (guint i = 0; i < kept->len; i++)
    {
      const TlEraseRecord *record = &g_array_index (kept, TlEraseRecord, i);
      int erasure = tl_change_graph_find (self->graph, &record->erasure);

      if (erasure >= 0 && self->mine[erasure] && !self->other[erasure])
        add_record (&self->sides[0], record);
    }
  for (guint i = 0; i < received->len; i++)
    add_record (&self->sides[1], &g_array_index (received, TlEraseRecord, i));
  return TRUE;
}

/* Until the merge is made, the later of the two heads stands for it. */
static gboolean
erase_more (Work            *self,
            const TlDigest  *change,
            const TlDigest  *before,
            GBytes          *body,
            GBytes          *salt,
            GError         **error)
{
  TlEraseRecord record = { .change = *change, .before = *before, .after = tl_change_body_get_digest (salt, body) };

  record.erasure = *tl_change_graph_get_id (self->graph, tl_change_graph_get_length (self->graph) - 1);
  g_array_append_val (self->result->records, record);
  self->result->erased = TRUE;
  return tl_erase_record_rewrite (self->ours, change, body, salt, error)
         && tl_erase_record_keep (self->ours, &record, error);
}

/* Both copies have erased something from a change, but not the same. */
static gboolean
combine (Work      *self,
         TlChange  *ours,
         TlChange  *theirs,
         GError   **error)
{
  const TlDigest *id = tl_change_get_id (ours);
  g_autoptr (GBytes) body = tl_erase_pair_combine (ours, theirs);
  g_autoptr (GBytes) salt = tl_erase_pair_make_salt (ours, theirs);
  g_autoptr (TlChange) rest = NULL;

  if (body == NULL)
    return refuse (error);
  if (!erase_more (self, id, &tl_change_get_seal (ours)->digest, body, salt, error))
    return FALSE;
  rest = tl_history_load (self->ours, id, error);
  if (rest == NULL)
    return FALSE;
  tl_erase_pair_learn (ours, rest, self->sides[1].rests, self->result->fields);
  tl_erase_pair_learn (theirs, rest, self->sides[0].rests, self->result->fields);
  return TRUE;
}

static gboolean
take_theirs (Work                 *self,
             TlChange             *ours,
             TlChange             *theirs,
             const TlEraseRecord  *record,
             GError              **error)
{
  g_autoptr (GBytes) body = tl_change_body_write (theirs);
  GBytes *salt = tl_change_get_seal (theirs)->salt;
  TlDigest digest = tl_change_body_get_digest (salt, body);

  if (!tl_digest_equal (&digest, &record->after) || !tl_erase_pair_is_rest (ours, theirs))
    return refuse (error);
  tl_erase_pair_learn (ours, theirs, self->sides[1].rests, self->result->fields);
  self->result->erased = TRUE;
  return tl_erase_record_rewrite (self->ours, &record->change, body, salt, error)
         && tl_erase_record_keep (self->ours, record, error);
}

/* A change that both copies have, and from which at least one has erased what the other has still. */
static gboolean
compare (Work            *self,
         const TlDigest  *id,
         GError         **error)
{
  const TlEraseRecord *mine = g_hash_table_lookup (self->sides[0].records, id);
  const TlEraseRecord *other = g_hash_table_lookup (self->sides[1].records, id);
  g_autoptr (TlChange) ours = NULL, theirs = NULL;

  if (mine == NULL && other == NULL)
    return TRUE;
  if (mine != NULL && other != NULL && tl_digest_equal (&mine->after, &other->after))
    return TRUE;
  ours = tl_history_load (self->ours, id, error);
  theirs = ours != NULL ? tl_history_load (self->theirs, id, error) : NULL;
  if (theirs == NULL)
    return FALSE;
  if (mine != NULL && other != NULL)
    return combine (self, ours, theirs, error);
  if (other != NULL)
    return take_theirs (self, ours, theirs, other, error);
  if (!tl_erase_pair_is_rest (theirs, ours))
    return refuse (error);
  tl_erase_pair_learn (theirs, ours, self->sides[0].rests, self->result->fields);
  return TRUE;
}

/* The rows whose lines in a body are to be looked at. */
static void
list_rows (Work *self)
{
  for (guint i = 0; i < 2; i++)
    {
      GHashTableIter iter;
      gpointer key;

      self->sides[i].rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_hash_table_iter_init (&iter, self->sides[i].rests);
      while (g_hash_table_iter_next (&iter, &key, NULL))
        {
          g_auto (GStrv) parts = g_strsplit (key, ":", 3);

          g_hash_table_add (self->sides[i].rows, g_strdup_printf ("[\"%s\",\"%s\",", parts[0], parts[1]));
        }
    }
}

static gboolean
looks_cb (const char *key,
          gsize       length,
          gpointer    data)
{
  g_autofree char *row = g_strndup (key, length);

  return g_hash_table_contains (((Side *) data)->rows, row);
}

static void
erase_value (const Side   *side,
             const TlEdit *edit,
             TlValue      *value)
{
  g_autofree char *key = tl_erase_pair_make_key (edit, value);
  const TlValue *rest = key != NULL ? g_hash_table_lookup (side->rests, key) : NULL;

  if (rest != NULL)
    tl_value_copy (rest, value);
}

static void
erase_cb (const TlEdit *edit,
          TlValue      *old_value,
          TlValue      *new_value,
          gpointer      data)
{
  erase_value (data, edit, old_value);
  erase_value (data, edit, new_value);
}

/* Who didn't know of an erasure goes on repeating what the field was. */
static gboolean
erase_repetition (Work            *self,
                  Side            *side,
                  const TlDigest  *id,
                  GError         **error)
{
  g_autoptr (GBytes) body = NULL, salt = NULL, rest = NULL, new_salt = NULL;
  TlDigest digest;

  if (!tl_erase_record_load (self->ours, id, &body, &salt, &digest, error))
    return FALSE;
  rest = tl_erase_body_rewrite (body, looks_cb, erase_cb, side, error);
  if (rest == NULL || rest == body)
    return rest != NULL;
  new_salt = tl_erase_body_make_salt (salt);
  return erase_more (self, id, &digest, rest, new_salt, error);
}

static gboolean
run (Work    *self,
     GError **error)
{
  guint n = tl_change_graph_get_length (self->graph);

  for (guint i = 0; i < n; i++)
    {
      if (self->mine[i] && self->other[i] && !compare (self, tl_change_graph_get_id (self->graph, i), error))
        return FALSE;
    }
  list_rows (self);
  for (guint i = 0; i < n; i++)
    {
      Side *unknown = self->mine[i] ? &self->sides[1] : &self->sides[0];

      if (self->mine[i] != self->other[i] && g_hash_table_size (unknown->rests) > 0
          && !erase_repetition (self, unknown, tl_change_graph_get_id (self->graph, i), error))
        return FALSE;
    }
  return TRUE;
}

/**
 * tl_erase_merge_run:
 * @self: (out caller-allocates): what came of it
 * @ours: the writer's connection, in a transaction, whose history has all changes of both
 * @theirs: a connection to the other copy
 * @graph: the united history, of which no change has been read yet
 * @mine: for each change, whether our head knows of it
 * @other: for each change, whether theirs does
 * @received: (element-type TlEraseRecord): what the changes say that they erased that came, in the order of their times
 * @error: return location for an error, whose message is a whole sentence about the other copy
 *
 * Erases here what the other copy erased, and what either erased also where the other, not knowing, went on repeating
 * it. Whoever merges, both come to the same.
 *
 * Returns: whether that worked
 */
gboolean
tl_erase_merge_run (TlEraseMerge         *self,
                    TlDatabase           *ours,
                    TlDatabase           *theirs,
                    const TlChangeGraph  *graph,
                    const gboolean       *mine,
                    const gboolean       *other,
                    GArray               *received,
                    GError              **error)
{
  g_auto (Work) work = { .result = self, .ours = ours, .theirs = theirs, .graph = graph, .mine = mine, .other = other };

  self->records = g_array_new (FALSE, FALSE, sizeof (TlEraseRecord));
  self->fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!collect (&work, received, error))
    return FALSE;
  if (g_hash_table_size (work.sides[0].records) == 0 && g_hash_table_size (work.sides[1].records) == 0)
    return TRUE;
  if (!tl_database_keep_nothing (ours, error))
    return FALSE;
  /* Changes that came erased are known as such from now on. */
  for (guint i = 0; i < received->len; i++)
    {
      const TlEraseRecord *record = &g_array_index (received, TlEraseRecord, i);
      int change = tl_change_graph_find (graph, &record->change);

      if (change < 0)
        return refuse (error);
      if (!mine[change] && !tl_erase_record_keep (ours, record, error))
        return FALSE;
    }
  return run (&work, error);
}

static gboolean
refresh (TlDatabase  *ours,
         TlRecall    *recall,
         const char  *field,
         TlChange    *shown,
         GError     **error)
{
  g_auto (GStrv) parts = g_strsplit (field, ":", 3);
  const TlSchemaTable *table = tl_schema_find_table (parts[0]);
  int column = tl_schema_table_find_column (table, parts[2]);
  g_autoptr (TlRow) row = NULL;
  g_auto (TlValue) before = TL_VALUE_INIT;
  const TlValue *now;
  TlId id;

  if (!tl_id_from_hex (parts[1], &id))
    return TRUE;
  row = tl_row_load (ours, table, &id, error);
  if (row == NULL)
    return FALSE;
  now = g_hash_table_lookup (tl_recall_get (recall, table->name, &id), parts[2]);
  if (!row->exists || now == NULL || tl_value_equal (now, &row->values[column]))
    return TRUE;
  tl_value_copy (&row->values[column], &before);
  tl_value_copy (now, &row->values[column]);
  tl_change_add_edit (shown, table->name, &id, parts[2], &before, now);
  return tl_row_update (row, ours, (guint) column, error);
}

/**
 * tl_erase_merge_tables:
 * @self: what was erased
 * @ours: the writer's connection, in a transaction, whose tables are what the united history says but for that
 * @shown: (inout): is told what becomes different in the tables
 * @error: return location for an error
 *
 * Lets the tables say of the fields from which something was erased what the history says now.
 *
 * Returns: whether that worked
 */
gboolean
tl_erase_merge_tables (TlEraseMerge  *self,
                       TlDatabase    *ours,
                       TlChange      *shown,
                       GError       **error)
{
  g_autoptr (TlRecall) recall = tl_recall_new ();
  GHashTableIter iter;
  gpointer field;

  if (g_hash_table_size (self->fields) == 0)
    return TRUE;
  g_hash_table_iter_init (&iter, self->fields);
  while (g_hash_table_iter_next (&iter, &field, NULL))
    {
      g_auto (GStrv) parts = g_strsplit (field, ":", 3);
      TlId id;

      if (tl_id_from_hex (parts[1], &id))
        tl_recall_add (recall, parts[0], &id);
    }
  if (!tl_recall_run (recall, ours, error))
    return FALSE;
  g_hash_table_iter_init (&iter, self->fields);
  while (g_hash_table_iter_next (&iter, &field, NULL))
    {
      if (!refresh (ours, recall, field, shown, error))
        return FALSE;
    }
  return TRUE;
}
