/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-erase.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-blob.h"
#include "tl-change-body.h"
#include "tl-change-private.h"
#include "tl-erase-body.h"
#include "tl-erase-record.h"
#include "tl-history.h"
#include "tl-merge-trace.h"
#include "tl-row.h"
#include "tl-store-error.h"

typedef struct
{
  TlWriter *writer;
  TlDatabase *database;
  const TlErasure *erasure;
  GArray *records;
  TlChange *change;
  GCancellable *cancellable;
  TlEraseProgress progress;
  gpointer progress_data;
} Work;

static gboolean
looks_cb (const char *key,
          gsize       length,
          gpointer    data)
{
  return tl_erasure_has_row (((Work *) data)->erasure, key, length);
}

static void
erase_cb (const TlEdit *edit,
          TlValue      *old_value,
          TlValue      *new_value,
          gpointer      data)
{
  const TlErasure *erasure = ((Work *) data)->erasure;

  tl_erasure_erase (erasure, edit->table, &edit->row, edit->column, old_value);
  tl_erasure_erase (erasure, edit->table, &edit->row, edit->column, new_value);
}

static gboolean
erase_from_change (Work            *self,
                   const TlDigest  *id,
                   GError         **error)
{
  g_autoptr (GBytes) body = NULL, salt = NULL, rest = NULL, new_salt = NULL;
  TlEraseRecord record = { .change = *id };

  if (!tl_erase_record_load (self->database, id, &body, &salt, &record.before, error))
    return FALSE;
  rest = tl_erase_body_rewrite (body, looks_cb, erase_cb, self, error);
  if (rest == NULL)
    return FALSE;
  if (rest == body)
    return TRUE;
  new_salt = tl_erase_body_make_salt (salt);
  record.after = tl_change_body_get_digest (new_salt, rest);
  g_array_append_val (self->records, record);
  return tl_erase_record_rewrite (self->database, id, rest, new_salt, error);
}

static gboolean
erase_from_history (Work    *self,
                    GError **error)
{
  g_autoptr (GArray) list = tl_history_list (self->database, error);

  if (list == NULL)
    return FALSE;
  for (guint i = 0; i < list->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error)
          || !erase_from_change (self, &g_array_index (list, TlDigest, i), error))
        return FALSE;
      if (self->progress != NULL)
        self->progress ((i + 1.0) / list->len, self->progress_data);
    }
  return TRUE;
}

/* The erasure sets each field anew that it changes, so that in a merge it counts as what was said of the field last. */
static gboolean
erase_from_row (Work        *self,
                const char  *field,
                GError     **error)
{
  g_auto (GStrv) parts = g_strsplit (field, ":", 3);
  const TlSchemaTable *table = tl_schema_find_table (parts[0]);
  guint column = (guint) tl_schema_table_find_column (table, parts[2]);
  g_autoptr (TlRow) row = NULL;
  TlId id;

  if (!tl_id_from_hex (parts[1], &id))
    return TRUE;
  row = tl_row_load (self->database, table, &id, error);
  if (row == NULL)
    return FALSE;
  if (!row->exists || !tl_erasure_erase (self->erasure, table->name, &id, parts[2], &row->values[column]))
    return TRUE;
  tl_change_add_edit (self->change, table->name, &id, parts[2], &row->values[column], &row->values[column]);
  return tl_row_update (row, self->database, column, error);
}

static gboolean
erase_from_tables (Work       *self,
                   GPtrArray  *fields,
                   GError    **error)
{
  for (guint i = 0; i < fields->len; i++)
    {
      if (!erase_from_row (self, g_ptr_array_index (fields, i), error))
        return FALSE;
    }
  return tl_erase_record_forget_actors (self->database, tl_erasure_get_actors (self->erasure), error);
}

/* Whoever erases their own name doesn't give it again by erasing it. */
static const char *
get_actor_name (Work *self)
{
  TlIdSource *ids = tl_writer_get_ids (self->writer);
  GArray *actors = tl_erasure_get_actors (self->erasure);

  for (guint i = 0; i < actors->len; i++)
    {
      if (tl_id_equal (&g_array_index (actors, TlId, i), tl_id_source_get_actor (ids)))
        return NULL;
    }
  return tl_id_source_get_actor_name (ids);
}

static gboolean
append (Work       *self,
        GPtrArray  *fields,
        GError    **error)
{
  g_autoptr (GHashTable) risks = NULL;

  tl_erase_record_note (self->change, self->records);
  tl_erase_record_note_fields (self->change, fields);
  tl_erase_record_note_actors (self->change, tl_erasure_get_actors (self->erasure));
  tl_change_settle (self->change);
  risks = tl_merge_trace_find (self->database, self->change, NULL, error);
  if (risks == NULL || !tl_writer_append (self->writer, self->change, get_actor_name (self), risks, error))
    return FALSE;
  for (guint i = 0; i < self->records->len; i++)
    {
      TlEraseRecord *record = &g_array_index (self->records, TlEraseRecord, i);

      record->erasure = *tl_change_get_id (self->change);
      if (!tl_erase_record_keep (self->database, record, error))
        return FALSE;
    }
  return TRUE;
}

/* The content of files that nothing names any more goes with their names. */
static gboolean
erase_files (Work       *self,
             GPtrArray  *fields,
             GError    **error)
{
  for (guint i = 0; i < fields->len; i++)
    {
      if (g_str_has_prefix (g_ptr_array_index (fields, i), TL_SCHEMA_ATTACHMENT ":"))
        return tl_blob_add_erased (self->database, error) && tl_blob_collect (self->database, error);
    }
  return TRUE;
}

static gboolean
erase (Work    *self,
       GError **error)
{
  g_autoptr (GPtrArray) fields = tl_erasure_list_fields (self->erasure);

  if (!erase_from_history (self, error) || !erase_from_tables (self, fields, error)
      || !erase_files (self, fields, error))
    return FALSE;
  if (self->records->len == 0 && tl_erasure_get_actors (self->erasure)->len == 0)
    {
      g_set_error_literal (error, TL_STORE_ERROR, TL_STORE_ERROR_NOT_FOUND,
                           _("There is nothing to erase: it isn’t there any more, nor in the history."));
      return FALSE;
    }
  return append (self, fields, error);
}

/**
 * tl_erase_run:
 * @writer: the one writer, on its thread
 * @erasure: what is to be erased
 * @progress: (nullable): hears how far it is
 * @progress_data: data for @progress
 * @cancellable: (nullable): a cancellable, until it is done
 * @error: return location for an error
 *
 * Erases for good, in one transaction: from every change that ever set what is erased, and from the tables. The ids of
 * changes stay; the erasure, itself a change, says of each from which it erased what its digest was and is. What was
 * erased stays in the file's free pages and its log until [func@Tl.database_scrub].
 *
 * Returns: (transfer full) (nullable): the erasure as a change; %NULL when nothing has happened
 */
TlChange *
tl_erase_run (TlWriter         *writer,
              const TlErasure  *erasure,
              TlEraseProgress   progress,
              gpointer          progress_data,
              GCancellable     *cancellable,
              GError          **error)
{
  g_autoptr (GArray) records = g_array_new (FALSE, FALSE, sizeof (TlEraseRecord));
  g_autoptr (TlChange) change = tl_change_new (TL_CHANGE_KIND_ERASE);
  TlDatabase *database = tl_writer_get_database (writer);
  Work work = { .writer = writer, .database = database, .erasure = erasure, .records = records, .change = change,
                .cancellable = cancellable, .progress = progress, .progress_data = progress_data };

  if (!tl_database_keep_nothing (database, error) || !tl_database_run (database, "BEGIN IMMEDIATE", error))
    return NULL;
  if (!erase (&work, error) || !tl_database_run (database, "COMMIT", error))
    {
      tl_database_run (database, "ROLLBACK", NULL);
      return NULL;
    }
  tl_writer_set_head (writer, tl_change_get_id (change), tl_change_get_time (change));
  return g_steal_pointer (&change);
}
