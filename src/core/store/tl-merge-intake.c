/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-merge-intake.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-attachment-name.h"
#include "tl-blob.h"
#include "tl-change-body.h"
#include "tl-change-private.h"
#include "tl-erase-record.h"
#include "tl-history.h"
#include "tl-merge.h"
#include "tl-row.h"
#include "tl-statement.h"
#include "tl-store-error.h"

/* The last millisecond of the year 9999: what is later is no time that anybody's clock showed. */
#define LATEST G_GINT64_CONSTANT (253402300799999)

static gboolean
refuse (GError     **error,
        const char  *reason)
{
  g_set_error_literal (error, TL_STORE_ERROR, TL_STORE_ERROR_CORRUPT, reason);
  return FALSE;
}

/* An edit must be one that our own writer could have made. */
static gboolean
check_edit (const TlEdit *edit)
{
  const TlSchemaTable *table = tl_schema_find_table (edit->table);
  g_auto (TlValue) value = TL_VALUE_INIT;
  int column;

  if (table == NULL || strcmp (table->name, TL_SCHEMA_WORKBOOK) == 0)
    return FALSE;
  if (strcmp (edit->column, TL_COLUMN_LIVE) == 0)
    return edit->new_value.type == TL_VALUE_INTEGER && (edit->new_value.integer == 0 || edit->new_value.integer == 1);

  column = tl_schema_table_find_column (table, edit->column);
  if (column < 0)
    return FALSE;
  tl_value_copy (&edit->new_value, &value);
  return tl_column_check (&table->columns[column], &value) && tl_value_equal (&value, &edit->new_value);
}

/* Every copy begins with the same change, and all that is known of a merge follows from its parents. Without a salt
 * nothing would say that a body is the one that the id was made from. */
static gboolean
check_seal (const TlChange *change)
{
  const TlChangeSeal *seal = tl_change_get_seal (change);
  g_autoptr (GBytes) salt = NULL;

  if (seal->time < 0 || seal->time > LATEST || seal->n_parents == 0 || seal->salt == NULL)
    return FALSE;
  if (seal->n_parents == 1)
    return seal->actor != NULL && g_bytes_get_size (seal->salt) == TL_SALT_LENGTH;
  salt = tl_merge_make_salt (seal->parents);
  return seal->actor == NULL && g_bytes_equal (seal->salt, salt)
         && strcmp (tl_change_get_kind (change), TL_CHANGE_KIND_MERGE) == 0;
}

static gboolean
check_change (const TlChange  *change,
              const TlDigest  *id,
              GError         **error)
{
  const TlChangeSeal *seal = tl_change_get_seal (change);

  if (!tl_digest_equal (tl_change_get_id (change), id))
    return refuse (error, _("A change in its history has been altered."));
  if (seal->version > TL_SCHEMA_VERSION)
    {
      g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_NEWER,
                   _("A newer version of Throughline has written into it. Install that version to open it."));
      return FALSE;
    }
  if (seal->version == 0 || !check_seal (change))
    return refuse (error, _("A change in its history isn’t one that Throughline makes."));
  for (guint i = 0; i < tl_change_get_n_edits (change); i++)
    {
      if (!check_edit (tl_change_get_edit (change, i)))
        return refuse (error, _("A change in its history sets something that a workbook can’t have."));
    }
  return TRUE;
}

static gboolean
check_parents (TlDatabase      *ours,
               const TlChange  *change,
               GError         **error)
{
  for (guint i = 0; i < tl_change_get_n_parents (change); i++)
    {
      sqlite3_stmt *statement = tl_database_prepare (ours, "SELECT time FROM change WHERE id = ?1", error);
      gboolean row;

      if (statement == NULL)
        return FALSE;
      tl_statement_bind_digest (statement, 1, tl_change_get_parent (change, i));
      if (!tl_database_step (ours, statement, &row, error))
        return FALSE;
      row = row && sqlite3_column_int64 (statement, 0) < tl_change_get_time (change);
      sqlite3_reset (statement);
      if (!row)
        return refuse (error, _("Its history doesn’t go on from this workbook’s."));
    }
  return TRUE;
}

static gboolean
read_actor_name (TlDatabase  *theirs,
                 const TlId  *actor,
                 TlValue     *name,
                 GError     **error)
{
  sqlite3_stmt *statement = tl_database_prepare (theirs, "SELECT name FROM actor WHERE id = ?1", error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  tl_statement_bind_id (statement, 1, actor);
  if (!tl_database_step (theirs, statement, &row, error))
    return FALSE;
  if (row)
    tl_statement_get_value (statement, 0, name);
  sqlite3_reset (statement);
  return TRUE;
}

/* What somebody is called here stays, unless nobody knows it here. */
static gboolean
add_actor (TlDatabase  *ours,
           TlDatabase  *theirs,
           const TlId  *actor,
           GError     **error)
{
  g_auto (TlValue) name = TL_VALUE_INIT;
  sqlite3_stmt *statement =
    tl_database_prepare (ours, "INSERT INTO actor (id, name) VALUES (?1, ?2) ON CONFLICT (id) DO NOTHING", error);

  if (statement == NULL || !read_actor_name (theirs, actor, &name, error))
    return FALSE;
  tl_statement_bind_id (statement, 1, actor);
  tl_statement_bind_value (statement, 2, &name);
  return tl_database_step (ours, statement, NULL, error);
}

/* What the attachment is called that the edit gives content to; the edits of a row stand together. */
static const char *
find_file_name (const TlChange *change,
                const TlEdit   *content)
{
  for (guint i = 0; i < tl_change_get_n_edits (change); i++)
    {
      const TlEdit *edit = tl_change_get_edit (change, i);

      if (strcmp (edit->column, TL_ATTACHMENT_NAME) == 0 && strcmp (edit->table, content->table) == 0
          && tl_id_equal (&edit->row, &content->row) && edit->new_value.type == TL_VALUE_TEXT)
        return edit->new_value.text;
    }
  return "";
}

static void
note_files (const TlChange *change,
            GHashTable     *named)
{
  for (guint i = 0; i < tl_change_get_n_edits (change); i++)
    {
      const TlEdit *edit = tl_change_get_edit (change, i);

      if (strcmp (edit->table, TL_SCHEMA_ATTACHMENT) == 0 && strcmp (edit->column, TL_ATTACHMENT_CONTENT) == 0
          && edit->new_value.type == TL_VALUE_BYTES)
        g_hash_table_insert (named, g_bytes_ref (edit->new_value.bytes), g_strdup (find_file_name (change, edit)));
    }
}

/* What has come so far. */
typedef struct
{
  TlDatabase *ours;
  TlDatabase *theirs;
  GArray *records;
  GHashTable *erased;
  gboolean *erases;
  GHashTable *named;
} Intake;

/* Remembers what the change says that it erased, and of one from which something was erased how it came. */
static gboolean
note_erasing (Intake          *self,
              const TlChange  *change,
              GBytes          *body,
              GError         **error)
{
  const TlChangeSeal *seal = tl_change_get_seal (change);
  g_autoptr (GArray) actors = tl_erase_record_read_actors (change);
  TlDigest digest = tl_change_body_get_digest (seal->salt, body);

  if (seal->erased)
    g_hash_table_insert (self->erased, g_memdup2 (tl_change_get_id (change), sizeof digest),
                         g_memdup2 (&digest, sizeof digest));
  if (!tl_erase_record_read (change, self->records))
    return refuse (error, _("A change in its history isn’t one that Throughline makes."));
  if (strcmp (tl_change_get_kind (change), TL_CHANGE_KIND_ERASE) != 0)
    return TRUE;
  *self->erases = TRUE;
  return tl_database_keep_nothing (self->ours, error) && tl_erase_record_forget_actors (self->ours, actors, error);
}

/* The other copy's word isn't taken for what was erased: each must be what the latest erasure left. */
static gboolean
check_erased (Intake  *self,
              GError **error)
{
  g_autoptr (GHashTable) latest = g_hash_table_new (tl_digest_hash, tl_digest_same);
  GHashTableIter iter;
  gpointer change, digest;

  for (guint i = 0; i < self->records->len; i++)
    {
      TlEraseRecord *record = &g_array_index (self->records, TlEraseRecord, i);

      g_hash_table_insert (latest, &record->change, record);
    }
  g_hash_table_iter_init (&iter, self->erased);
  while (g_hash_table_iter_next (&iter, &change, &digest))
    {
      const TlEraseRecord *record = g_hash_table_lookup (latest, change);

      if (record == NULL || !tl_digest_equal (&record->after, digest))
        return refuse (error, _("What was erased in it isn’t what its history says."));
    }
  return TRUE;
}

static gboolean
receive (Intake          *self,
         const TlDigest  *id,
         GError         **error)
{
  TlDatabase *ours = self->ours, *theirs = self->theirs;
  g_autoptr (TlChange) change = tl_history_load (theirs, id, error);
  g_autoptr (GBytes) body = NULL, compressed = NULL;
  const TlId *actor;

  if (change == NULL || !check_change (change, id, error) || !check_parents (ours, change, error))
    return FALSE;
  actor = tl_change_get_actor (change);
  if (actor != NULL && !add_actor (ours, theirs, actor, error))
    return FALSE;
  note_files (change, self->named);
  body = tl_change_body_write (change);
  compressed = tl_change_body_compress (body);
  return note_erasing (self, change, body, error) && tl_history_receive (ours, change, compressed, error);
}

/**
 * tl_merge_intake_run:
 * @ours: the writer's connection, in a transaction
 * @theirs: a connection to another copy, from anywhere
 * @received: (inout) (element-type TlDigest): the changes that came
 * @records: (inout) (element-type TlEraseRecord): what they say that they erased
 * @erases: (inout): set where something was erased by one of them
 * @named: (inout) (element-type GBytes utf8): the files that they name: the SHA-256 of the content, and the name
 * @error: return location for an error, whose message is a whole sentence about the other copy
 *
 * Adds to the history the changes of another copy that it lacks, as they are. Each is read as if it came from an enemy:
 * its id must be that of its content, and its content must be what our own writer could have made.
 *
 * Returns: %FALSE when one is refused
 */
gboolean
tl_merge_intake_run (TlDatabase  *ours,
                     TlDatabase  *theirs,
                     GArray      *received,
                     GArray      *records,
                     gboolean    *erases,
                     GHashTable  *named,
                     GError     **error)
{
  g_autoptr (GArray) list = tl_history_list (theirs, error);
  g_autoptr (GHashTable) erased = g_hash_table_new_full (tl_digest_hash, tl_digest_same, g_free, g_free);
  Intake intake = { ours, theirs, records, erased, erases, named };

  if (list == NULL)
    return FALSE;
  for (guint i = 0; i < list->len; i++)
    {
      const TlDigest *id = &g_array_index (list, TlDigest, i);
      gboolean has;

      if (!tl_database_has_change (ours, id, &has, error) || (!has && !receive (&intake, id, error)))
        return FALSE;
      if (!has)
        g_array_append_val (received, *id);
    }
  return check_erased (&intake, error);
}

static GBytes *
find_hash (TlDigest *hash,
           GBytes   *bytes)
{
  if (g_bytes_get_size (bytes) != sizeof *hash)
    return NULL;
  memcpy (hash, g_bytes_get_data (bytes, NULL), sizeof *hash);
  return bytes;
}

static gboolean
refuse_file (const char  *name,
             gboolean     altered,
             GError     **error)
{
  g_autofree char *clean = tl_attachment_name_clean (name);

  g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_CORRUPT,
               altered ? _("The file “%s”, which is attached in it, has been altered.")
                       : _("The file “%s”, which is attached in it, is missing."), clean);
  return FALSE;
}

/**
 * tl_merge_intake_files:
 * @ours: the writer's connection, in a transaction
 * @theirs: a connection to another copy, from anywhere
 * @named: (element-type GBytes utf8): the files that the changes that came name, from [func@Tl.merge_intake_run]
 * @error: return location for an error
 *
 * Takes over the files that belong to evidence and reviews, each checked against the digest by which it is named. Files
 * that no change names stay behind: nobody could ever see them.
 *
 * Returns: %FALSE when one of them is missing or altered, since nothing may get lost unseen
 */
gboolean
tl_merge_intake_files (TlDatabase  *ours,
                       TlDatabase  *theirs,
                       GHashTable  *named,
                       GError     **error)
{
  GHashTableIter iter;
  gpointer key, name;

  g_hash_table_iter_init (&iter, named);
  while (g_hash_table_iter_next (&iter, &key, &name))
    {
      TlDigest hash;
      gint64 our_size, their_size;

      if (find_hash (&hash, key) == NULL)
        continue;
      if (!tl_blob_get_size (ours, &hash, &our_size, error) || !tl_blob_get_size (theirs, &hash, &their_size, error))
        return FALSE;
      if (our_size >= 0)
        continue;
      if (their_size < 0)
        return refuse_file (name, FALSE, error);
      if (!tl_blob_copy (ours, theirs, &hash, error))
        {
          if (error == NULL || !g_error_matches (*error, TL_STORE_ERROR, TL_STORE_ERROR_CORRUPT))
            return FALSE;
          g_clear_error (error);
          return refuse_file (name, TRUE, error);
        }
    }
  return TRUE;
}
