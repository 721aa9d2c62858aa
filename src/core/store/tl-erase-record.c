/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-erase-record.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-change-body.h"
#include "tl-history.h"
#include "tl-statement.h"
#include "tl-store-error.h"
#include "tl-undo-private.h"

/* Notes of an erasure, and of a merge that had to erase more: a word for each change, of its id, the digest before and
 * the digest after, joined by colons; each field; each actor. */
#define NOTE_CHANGES "erased"
#define NOTE_FIELDS "erased-fields"
#define NOTE_ACTORS "erased-actors"

/**
 * tl_digest_hash:
 * @digest: a digest
 *
 * Returns: a hash of it
 */
guint
tl_digest_hash (gconstpointer digest)
{
  guint hash;

  memcpy (&hash, digest, sizeof hash);
  return hash;
}

/**
 * tl_digest_same:
 * @a: a digest
 * @b: another digest
 *
 * Returns: whether both are the same, for tables
 */
gboolean
tl_digest_same (gconstpointer a,
                gconstpointer b)
{
  return tl_digest_equal (a, b);
}

/**
 * tl_erase_record_note:
 * @erasure: (inout): a change that isn't sealed
 * @records: (element-type TlEraseRecord): what it erases from other changes
 *
 * Lets a change say what it erased.
 */
void
tl_erase_record_note (TlChange *erasure,
                      GArray   *records)
{
  g_autoptr (GString) note = g_string_new (NULL);

  for (guint i = 0; i < records->len; i++)
    {
      const TlEraseRecord *record = &g_array_index (records, TlEraseRecord, i);
      char hex[3][TL_UNDO_HEX_LENGTH + 1];

      tl_undo_write_hex (&record->change, hex[0]);
      tl_undo_write_hex (&record->before, hex[1]);
      tl_undo_write_hex (&record->after, hex[2]);
      g_string_append_printf (note, "%s%s:%s:%s", i > 0 ? " " : "", hex[0], hex[1], hex[2]);
    }
  tl_change_set_note (erasure, NOTE_CHANGES, records->len > 0 ? note->str : NULL);
}

/**
 * tl_erase_record_read:
 * @erasure: a sealed change
 * @records: (inout) (element-type TlEraseRecord): what it says that it erased is added
 *
 * Returns: whether that could be read, and the change is of a kind that erases
 */
gboolean
tl_erase_record_read (const TlChange *erasure,
                      GArray         *records)
{
  const char *note = tl_change_get_note (erasure, NOTE_CHANGES);
  gboolean erases = strcmp (tl_change_get_kind (erasure), TL_CHANGE_KIND_ERASE) == 0
                    || tl_change_get_n_parents (erasure) == 2;
  g_auto (GStrv) words = NULL;

  if (note == NULL)
    return TRUE;
  words = g_strsplit (note, " ", -1);
  for (char **word = words; erases && *word != NULL; word++)
    {
      g_auto (GStrv) parts = g_strsplit (*word, ":", -1);
      TlEraseRecord record = { .erasure = *tl_change_get_id (erasure) };

      if (g_strv_length (parts) != 3 || !tl_undo_read_hex (parts[0], &record.change)
          || !tl_undo_read_hex (parts[1], &record.before) || !tl_undo_read_hex (parts[2], &record.after))
        return FALSE;
      g_array_append_val (records, record);
    }
  return erases;
}

/**
 * tl_erase_record_note_fields:
 * @erasure: (inout): a change that isn't sealed
 * @fields: (element-type utf8): the fields from which it erases, as [func@Tl.erasure_list_fields] names them
 *
 * Lets a change say from which fields it erased.
 */
void
tl_erase_record_note_fields (TlChange  *erasure,
                             GPtrArray *fields)
{
  g_autoptr (GString) note = g_string_new (NULL);

  for (guint i = 0; i < fields->len; i++)
    g_string_append_printf (note, "%s%s", i > 0 ? " " : "", (const char *) g_ptr_array_index (fields, i));
  tl_change_set_note (erasure, NOTE_FIELDS, fields->len > 0 ? note->str : NULL);
}

/**
 * tl_erase_record_read_fields:
 * @erasure: a change
 *
 * Returns: (transfer full) (element-type utf8): the fields from which it says that it erased
 */
GPtrArray *
tl_erase_record_read_fields (const TlChange *erasure)
{
  const char *note = tl_change_get_note (erasure, NOTE_FIELDS);
  g_auto (GStrv) words = g_strsplit (note != NULL ? note : "", " ", -1);
  GPtrArray *fields = g_ptr_array_new_with_free_func (g_free);

  for (char **word = words; *word != NULL; word++)
    g_ptr_array_add (fields, g_strdup (*word));
  return fields;
}

/**
 * tl_erase_record_note_actors:
 * @erasure: (inout): a change that isn't sealed
 * @actors: (element-type TlId): whose names it erases
 *
 * Lets a change say whose names it erased.
 */
void
tl_erase_record_note_actors (TlChange *erasure,
                             GArray   *actors)
{
  g_autoptr (GString) note = g_string_new (NULL);

  for (guint i = 0; i < actors->len; i++)
    {
      char hex[TL_ID_HEX_LENGTH + 1];

      tl_id_to_hex (&g_array_index (actors, TlId, i), hex);
      g_string_append_printf (note, "%s%s", i > 0 ? " " : "", hex);
    }
  tl_change_set_note (erasure, NOTE_ACTORS, actors->len > 0 ? note->str : NULL);
}

/**
 * tl_erase_record_read_actors:
 * @erasure: a change
 *
 * Returns: (transfer full) (element-type TlId): whose names it says that it erased
 */
GArray *
tl_erase_record_read_actors (const TlChange *erasure)
{
  const char *note = tl_change_get_note (erasure, NOTE_ACTORS);
  g_auto (GStrv) words = g_strsplit (note != NULL ? note : "", " ", -1);
  GArray *actors = g_array_new (FALSE, FALSE, sizeof (TlId));
  TlId actor;

  for (char **word = words; *word != NULL; word++)
    {
      if (tl_id_from_hex (*word, &actor))
        g_array_append_val (actors, actor);
    }
  return actors;
}

/**
 * tl_erase_record_keep:
 * @database: the writer's connection, in a transaction
 * @record: what an erasure says of a change
 * @error: return location for an error
 *
 * Keeps beside the history how a change is since the latest erasure.
 *
 * Returns: whether that worked
 */
gboolean
tl_erase_record_keep (TlDatabase           *database,
                      const TlEraseRecord  *record,
                      GError              **error)
{
  sqlite3_stmt *statement =
    tl_database_prepare (database, "INSERT INTO erased_change (change, erasure, digest) VALUES (?1, ?2, ?3) "
                                   "ON CONFLICT (change) DO UPDATE SET erasure = ?2, digest = ?3", error);

  if (statement == NULL)
    return FALSE;
  tl_statement_bind_digest (statement, 1, &record->change);
  tl_statement_bind_digest (statement, 2, &record->erasure);
  tl_statement_bind_digest (statement, 3, &record->after);
  return tl_database_step (database, statement, NULL, error);
}

/**
 * tl_erase_record_rewrite:
 * @database: the writer's connection, in a transaction
 * @change: the id of a change
 * @body: its body without what was erased, not compressed
 * @salt: its new salt
 * @error: return location for an error
 *
 * Takes what was erased out of a change; its id and all that the id was made from stay.
 *
 * Returns: whether that worked
 */
gboolean
tl_erase_record_rewrite (TlDatabase      *database,
                         const TlDigest  *change,
                         GBytes          *body,
                         GBytes          *salt,
                         GError         **error)
{
  sqlite3_stmt *statement =
    tl_database_prepare (database, "UPDATE change SET body = ?2, salt = ?3 WHERE id = ?1", error);
  g_autoptr (GBytes) compressed = tl_change_body_compress (body);

  if (statement == NULL)
    return FALSE;
  tl_statement_bind_digest (statement, 1, change);
  tl_statement_bind_bytes (statement, 2, compressed);
  tl_statement_bind_bytes (statement, 3, salt);
  return tl_database_step (database, statement, NULL, error);
}

/**
 * tl_erase_record_load:
 * @database: a connection
 * @change: the id of a change
 * @body: (out) (transfer full): its body as it is
 * @salt: (out) (transfer full): its salt as it is
 * @digest: (out): the digest from which its id is made
 * @error: return location for an error
 *
 * Reads of a change what erasing needs, without reading through its edits.
 *
 * Returns: whether that worked
 */
gboolean
tl_erase_record_load (TlDatabase      *database,
                      const TlDigest  *change,
                      GBytes         **body,
                      GBytes         **salt,
                      TlDigest        *digest,
                      GError         **error)
{
  sqlite3_stmt *statement =
    tl_database_prepare (database, "SELECT body, salt, digest FROM change WHERE id = ?1", error);
  g_autoptr (GBytes) compressed = NULL;
  gboolean row;

  if (statement == NULL)
    return FALSE;
  tl_statement_bind_digest (statement, 1, change);
  if (!tl_database_step (database, statement, &row, error))
    return FALSE;
  compressed = row ? tl_statement_get_bytes (statement, 0) : NULL;
  *salt = row ? tl_statement_get_bytes (statement, 1) : NULL;
  row = row && tl_statement_get_digest (statement, 2, digest);
  sqlite3_reset (statement);
  if (compressed == NULL || *salt == NULL || !row)
    {
      g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_CORRUPT, _("A change in the history can’t be read."));
      return FALSE;
    }
  *body = tl_change_body_decompress (compressed, error);
  return *body != NULL;
}

static gboolean
get_record (sqlite3_stmt  *statement,
            TlEraseRecord *record)
{
  return tl_statement_get_digest (statement, 0, &record->change)
         && tl_statement_get_digest (statement, 1, &record->erasure)
         && tl_statement_get_digest (statement, 2, &record->before)
         && tl_statement_get_digest (statement, 3, &record->after);
}

/**
 * tl_erase_record_find:
 * @database: a connection
 * @change: the id of a change
 * @record: (out): what was erased from it last
 * @found: (out): whether anything was
 * @error: return location for an error
 *
 * Returns: whether that could be found out
 */
gboolean
tl_erase_record_find (TlDatabase      *database,
                      const TlDigest  *change,
                      TlEraseRecord   *record,
                      gboolean        *found,
                      GError         **error)
{
  sqlite3_stmt *statement =
    tl_database_prepare (database, "SELECT change.id, erasure, change.digest, erased_change.digest FROM erased_change "
                                   "JOIN change ON change.id = erased_change.change WHERE change.id = ?1", error);

  if (statement == NULL)
    return FALSE;
  tl_statement_bind_digest (statement, 1, change);
  if (!tl_database_step (database, statement, found, error))
    return FALSE;
  *found = *found && get_record (statement, record);
  sqlite3_reset (statement);
  return TRUE;
}

/**
 * tl_erase_record_list:
 * @database: a connection
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type TlEraseRecord): what is kept, in the order of the changes' ids
 */
GArray *
tl_erase_record_list (TlDatabase  *database,
                      GError     **error)
{
  sqlite3_stmt *statement =
    tl_database_prepare (database, "SELECT change.id, erasure, change.digest, erased_change.digest FROM erased_change "
                                   "JOIN change ON change.id = erased_change.change ORDER BY change.id", error);
  g_autoptr (GArray) records = g_array_new (FALSE, FALSE, sizeof (TlEraseRecord));
  gboolean more = TRUE;
  TlEraseRecord record;

  if (statement == NULL)
    return NULL;
  while (more)
    {
      if (!tl_database_step (database, statement, &more, error))
        return NULL;
      if (more && get_record (statement, &record))
        g_array_append_val (records, record);
    }
  return g_steal_pointer (&records);
}

/* The changes that may have erased something, by time and id. */
static GArray *
list_erasures (TlDatabase  *database,
               GError     **error)
{
  sqlite3_stmt *statement =
    tl_database_prepare (database, "SELECT id FROM change WHERE kind = ?1 OR kind = ?2 ORDER BY time, id", error);
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (TlDigest));
  gboolean more = TRUE;
  TlDigest id;

  if (statement == NULL)
    return NULL;
  tl_statement_bind_text (statement, 1, TL_CHANGE_KIND_ERASE);
  tl_statement_bind_text (statement, 2, TL_CHANGE_KIND_MERGE);
  while (more)
    {
      if (!tl_database_step (database, statement, &more, error))
        return NULL;
      if (more && tl_statement_get_digest (statement, 0, &id))
        g_array_append_val (list, id);
    }
  return g_steal_pointer (&list);
}

/**
 * tl_erase_record_rebuild:
 * @database: the writer's connection, in a transaction
 * @error: return location for an error
 *
 * Makes what is kept beside the history anew from what the erasures themselves say: of several that erased from a
 * change the latest counts.
 *
 * Returns: whether that worked
 */
gboolean
tl_erase_record_rebuild (TlDatabase  *database,
                         GError     **error)
{
  g_autoptr (GArray) erasures = list_erasures (database, error);
  g_autoptr (GArray) records = g_array_new (FALSE, FALSE, sizeof (TlEraseRecord));

  if (erasures == NULL)
    return FALSE;
  for (guint i = 0; i < erasures->len; i++)
    {
      g_autoptr (TlChange) erasure = tl_history_load (database, &g_array_index (erasures, TlDigest, i), error);

      if (erasure == NULL)
        return FALSE;
      if (!tl_erase_record_read (erasure, records))
        {
          g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_CORRUPT, _("A change in the history can’t be read."));
          return FALSE;
        }
    }
  if (!tl_database_run (database, "DELETE FROM erased_change", error))
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    {
      if (!tl_erase_record_keep (database, &g_array_index (records, TlEraseRecord, i), error))
        return FALSE;
    }
  return TRUE;
}

/**
 * tl_erase_record_forget_actors:
 * @database: the writer's connection, in a transaction
 * @actors: (element-type TlId): people who made changes
 * @error: return location for an error
 *
 * Erases the names that they gave.
 *
 * Returns: whether that worked
 */
gboolean
tl_erase_record_forget_actors (TlDatabase  *database,
                               GArray      *actors,
                               GError     **error)
{
  for (guint i = 0; i < actors->len; i++)
    {
      sqlite3_stmt *statement = tl_database_prepare (database, "UPDATE actor SET name = NULL WHERE id = ?1", error);

      if (statement == NULL)
        return FALSE;
      tl_statement_bind_id (statement, 1, &g_array_index (actors, TlId, i));
      if (!tl_database_step (database, statement, NULL, error))
        return FALSE;
    }
  return TRUE;
}
