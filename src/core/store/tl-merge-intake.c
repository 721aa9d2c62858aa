/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-merge-intake.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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

/* What has come so far. */
typedef struct
{
  TlDatabase *ours;
  TlDatabase *theirs;
  GArray *records;
  GHashTable *erased;
  gboolean *erases;
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
  g_autoptr (GBytes) body = NULL;
  const TlId *actor;

  if (change == NULL || !check_change (change, id, error) || !check_parents (ours, change, error))
    return FALSE;
  actor = tl_change_get_actor (change);
  if (actor != NULL && !add_actor (ours, theirs, actor, error))
    return FALSE;
  body = tl_change_body_write (change);
  return note_erasing (self, change, body, error) && tl_history_receive (ours, change, body, error);
}

/**
 * tl_merge_intake_run:
 * @ours: the writer's connection, in a transaction
 * @theirs: a connection to another copy, from anywhere
 * @received: (inout) (element-type TlDigest): the changes that came
 * @records: (inout) (element-type TlEraseRecord): what they say that they erased
 * @erases: (inout): set where something was erased by one of them
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
                     GError     **error)
{
  g_autoptr (GArray) list = tl_history_list (theirs, error);
  g_autoptr (GHashTable) erased = g_hash_table_new_full (tl_digest_hash, tl_digest_same, g_free, g_free);
  Intake intake = { ours, theirs, records, erased, erases };

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

static gboolean
is_content (GBytes   *content,
            TlDigest *hash)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  TlDigest found;
  gsize length = sizeof found.bytes;

  if (g_bytes_get_size (content) > 0)
    g_checksum_update (sum, g_bytes_get_data (content, NULL), (gssize) g_bytes_get_size (content));
  g_checksum_get_digest (sum, found.bytes, &length);
  return tl_digest_equal (&found, hash);
}

static gboolean
receive_file (TlDatabase  *ours,
              TlDigest    *hash,
              GBytes      *content,
              GError     **error)
{
  sqlite3_stmt *statement =
    tl_database_prepare (ours, "INSERT INTO blob (hash, content) VALUES (?1, ?2) ON CONFLICT (hash) DO NOTHING",
                         error);

  if (statement == NULL)
    return FALSE;
  tl_statement_bind_digest (statement, 1, hash);
  tl_statement_bind_bytes (statement, 2, content);
  return tl_database_step (ours, statement, NULL, error);
}

static gboolean
has_file (TlDatabase  *ours,
          TlDigest    *hash,
          gboolean    *has,
          GError     **error)
{
  sqlite3_stmt *statement = tl_database_prepare (ours, "SELECT 1 FROM blob WHERE hash = ?1", error);

  if (statement == NULL)
    return FALSE;
  tl_statement_bind_digest (statement, 1, hash);
  if (!tl_database_step (ours, statement, has, error))
    return FALSE;
  sqlite3_reset (statement);
  return TRUE;
}

/**
 * tl_merge_intake_files:
 * @ours: the writer's connection, in a transaction
 * @theirs: a connection to another copy, from anywhere
 * @error: return location for an error
 *
 * Takes over the files that belong to evidence and reviews, each checked against the digest by which it is named.
 *
 * Returns: whether that worked
 */
gboolean
tl_merge_intake_files (TlDatabase  *ours,
                       TlDatabase  *theirs,
                       GError     **error)
{
  sqlite3_stmt *statement = tl_database_prepare (theirs, "SELECT hash, content FROM blob ORDER BY hash", error);
  gboolean more = TRUE, has;
  TlDigest hash;

  if (statement == NULL)
    return FALSE;
  while (more)
    {
      g_autoptr (GBytes) content = NULL;

      if (!tl_database_step (theirs, statement, &more, error))
        return FALSE;
      if (!more || !tl_statement_get_digest (statement, 0, &hash))
        continue;
      if (!has_file (ours, &hash, &has, error))
        break;
      if (has)
        continue;
      content = tl_statement_get_bytes (statement, 1);
      if (!is_content (content, &hash))
        {
          refuse (error, _("A file that is attached in it has been altered."));
          break;
        }
      if (!receive_file (ours, &hash, content, error))
        break;
    }
  sqlite3_reset (statement);
  return !more;
}
