/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-verify-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-attachment-name.h"
#include "tl-blob.h"
#include "tl-history-words.h"
#include "tl-statement.h"
#include "tl-store-error.h"

/* Rows between two looks at the cancellable. */
#define ROWS 4096

static gboolean
refuse (GError     **error,
        const char  *reason)
{
  g_set_error_literal (error, TL_STORE_ERROR, TL_STORE_ERROR_CORRUPT, reason);
  return FALSE;
}

static const char *
get_select (const TlSchemaTable *table)
{
  g_autoptr (GString) sql = g_string_new ("SELECT id");

  for (guint i = 0; i < table->n_columns; i++)
    g_string_append_printf (sql, ", %s", table->columns[i].name);
  g_string_append_printf (sql, " FROM %s", table->name);
  return g_intern_string (sql->str);
}

static const char *
get_sheet (const TlSchemaTable *table)
{
  return table->sheet != NULL ? _(table->sheet) : table->name;
}

static gboolean
refuse_row (TlDatabase           *database,
            const TlSchemaTable  *table,
            const TlId           *id,
            const char           *format,
            GError              **error)
{
  g_autofree char *name = tl_history_words_row (database, table, id);

  g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_CORRUPT, format, get_sheet (table), name);
  return FALSE;
}

static gboolean
refuse_value (TlDatabase           *database,
              const TlSchemaTable  *table,
              guint                 column,
              const TlReplayRow    *row,
              const TlValue        *value,
              GError              **error)
{
  const TlSchemaColumn *told = &table->columns[column];
  g_autofree char *name = tl_history_words_row (database, table, &row->id);
  g_autofree char *here = tl_history_words_value (database, told, value);
  g_autofree char *there = tl_history_words_value (database, told, &row->values[column]);

  g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_CORRUPT,
               _("%1$s, %2$s: “%3$s” is %4$s, but by the history it is %5$s. It was changed past the history."),
               get_sheet (table), name, told->heading != NULL ? _(told->heading) : told->name, here, there);
  return FALSE;
}

static gboolean
compare_row (TlDatabase           *database,
             sqlite3_stmt         *statement,
             const TlReplay       *replay,
             const TlSchemaTable  *table,
             GError              **error)
{
  const TlReplayRow *row;
  TlId id;

  if (!tl_statement_get_id (statement, 0, &id))
    return refuse (error, _("A row has no id."));
  row = tl_replay_find (replay, table, &id);
  if (row == NULL || !row->live)
    return refuse_row (database, table, &id, _("%1$s, %2$s: it is there, but not by the history."), error);

  for (guint i = 0; i < table->n_columns; i++)
    {
      g_auto (TlValue) value = TL_VALUE_INIT;

      tl_statement_get_value (statement, (int) i + 1, &value);
      if (!tl_value_equal (&value, &row->values[i]))
        return refuse_value (database, table, i, row, &value, error);
    }
  return TRUE;
}

/* A row that the table should have and hasn't. */
static gboolean
find_missing (TlDatabase           *database,
              const TlReplay       *replay,
              const TlSchemaTable  *table,
              guint                 n_found,
              GError              **error)
{
  GHashTableIter iter;
  gpointer value;
  guint n_live = 0;

  g_hash_table_iter_init (&iter, tl_replay_get_rows (replay, table));
  while (g_hash_table_iter_next (&iter, NULL, &value))
    n_live += ((const TlReplayRow *) value)->live;
  if (n_live == n_found)
    return TRUE;

  g_hash_table_iter_init (&iter, tl_replay_get_rows (replay, table));
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const TlReplayRow *row = value;
      sqlite3_stmt *statement = row->live ? tl_database_prepare (database, table->select, error) : NULL;
      gboolean there = FALSE;

      if (!row->live)
        continue;
      if (statement == NULL)
        return FALSE;
      tl_statement_bind_id (statement, 1, &row->id);
      if (!tl_database_step (database, statement, &there, error))
        return FALSE;
      sqlite3_reset (statement);
      if (!there)
        return refuse_row (database, table, &row->id, _("%1$s, %2$s: it isn’t there, but should be by the history."),
                           error);
    }
  return refuse (error, _("A table has a row twice."));
}

static gboolean
compare_table (TlDatabase           *database,
               const TlReplay       *replay,
               const TlSchemaTable  *table,
               GCancellable         *cancellable,
               GError              **error)
{
  sqlite3_stmt *statement = tl_database_prepare (database, get_select (table), error);
  gboolean more = TRUE;
  guint n = 0;

  if (statement == NULL)
    return FALSE;
  while (more)
    {
      if (n % ROWS == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        break;
      if (!tl_database_step (database, statement, &more, error))
        return FALSE;
      if (!more)
        return find_missing (database, replay, table, n, error);
      n++;
      if (!compare_row (database, statement, replay, table, error))
        break;
    }
  sqlite3_reset (statement);
  return FALSE;
}

/* Rows that have gone are remembered beside their tables. */
static gboolean
compare_removed (TlDatabase      *database,
                 const TlReplay  *replay,
                 GError         **error)
{
  sqlite3_stmt *statement = tl_database_prepare (database, "SELECT table_name, row, change FROM removed_row", error);
  guint n_tables, n = 0;
  const TlSchemaTable *tables = tl_schema_get_tables (&n_tables);
  gboolean more = TRUE, same = TRUE;

  if (statement == NULL)
    return FALSE;
  while (more && same)
    {
      const TlSchemaTable *table;
      const TlReplayRow *row;
      g_autofree char *name = NULL;
      TlDigest change;
      TlId id;

      if (!tl_database_step (database, statement, &more, error))
        return FALSE;
      if (!more)
        break;
      name = tl_statement_get_text (statement, 0);
      table = name != NULL ? tl_schema_find_table (name) : NULL;
      row = table != NULL && tl_statement_get_id (statement, 1, &id) ? tl_replay_find (replay, table, &id) : NULL;
      same = row != NULL && !row->live && tl_statement_get_digest (statement, 2, &change)
             && (!tl_replay_is_linear (replay) || tl_digest_equal (&change, &row->removed_by));
      n++;
    }
  sqlite3_reset (statement);

  for (guint i = 0; same && i < n_tables; i++)
    {
      GHashTableIter iter;
      gpointer row;

      g_hash_table_iter_init (&iter, tl_replay_get_rows (replay, &tables[i]));
      while (g_hash_table_iter_next (&iter, NULL, &row))
        n -= !((const TlReplayRow *) row)->live;
    }
  return (same && n == 0) || refuse (error, _("The list of removed rows isn’t what the history says."));
}

static gboolean
refuse_file (const TlReplayRow  *row,
             const char         *sentence,
             GError            **error)
{
  const TlSchemaTable *table = tl_schema_find_table (TL_SCHEMA_ATTACHMENT);
  const TlValue *name = &row->values[tl_schema_table_find_column (table, TL_ATTACHMENT_NAME)];
  g_autofree char *clean = tl_attachment_name_clean (name->type == TL_VALUE_TEXT ? name->text : NULL);
  g_autofree char *message = g_strdup_printf (sentence, clean);

  return refuse (error, message);
}

/* Attached files and frozen minutes are named by what they hold. Those that were removed are kept too, so that they can
 * be brought back. */
static gboolean
check_file (TlDatabase         *database,
            const TlReplayRow  *row,
            GHashTable         *checked,
            GCancellable       *cancellable,
            GError            **error)
{
  const TlSchemaTable *table = tl_schema_find_table (TL_SCHEMA_ATTACHMENT);
  const TlValue *content = &row->values[tl_schema_table_find_column (table, TL_ATTACHMENT_CONTENT)];
  gboolean sound;
  TlDigest hash;
  gint64 size;

  if (content->type != TL_VALUE_BYTES || g_bytes_get_size (content->bytes) != sizeof hash
      || g_hash_table_contains (checked, content->bytes))
    return TRUE;
  memcpy (&hash, g_bytes_get_data (content->bytes, NULL), sizeof hash);
  if (!tl_blob_get_size (database, &hash, &size, error))
    return FALSE;
  if (size < 0)
    return refuse_file (row, _("The attached file “%s” is missing."), error);
  if (!tl_blob_check (database, &hash, cancellable, &sound, error))
    return FALSE;
  if (!sound)
    return refuse_file (row, _("The attached file “%s” isn’t what it was when it was added."), error);
  g_hash_table_add (checked, g_bytes_ref (content->bytes));
  return TRUE;
}

/* A file that nothing names belongs to nothing that was recorded, but nobody has put it there openly. */
static gboolean
check_unnamed (TlDatabase    *database,
               GHashTable    *checked,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr (GArray) hashes = g_array_new (FALSE, FALSE, sizeof (TlDigest));
  sqlite3_stmt *statement = tl_database_prepare (database, "SELECT hash FROM blob", error);
  gboolean more = TRUE, sound;
  TlDigest hash;

  if (statement == NULL)
    return FALSE;
  while (more)
    {
      g_autoptr (GBytes) bytes = NULL;

      if (!tl_database_step (database, statement, &more, error))
        return FALSE;
      if (!more || !tl_statement_get_digest (statement, 0, &hash))
        continue;
      bytes = g_bytes_new (hash.bytes, sizeof hash.bytes);
      if (!g_hash_table_contains (checked, bytes))
        g_array_append_val (hashes, hash);
    }
  for (guint i = 0; i < hashes->len; i++)
    {
      if (!tl_blob_check (database, &g_array_index (hashes, TlDigest, i), cancellable, &sound, error))
        return FALSE;
      if (!sound)
        return refuse (error, _("An attached file isn’t what it was when it was added."));
    }
  return TRUE;
}

static gboolean
check_files (TlDatabase    *database,
             TlReplay      *replay,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr (GHashTable) checked = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref,
                                                          NULL);
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, tl_replay_get_rows (replay, tl_schema_find_table (TL_SCHEMA_ATTACHMENT)));
  while (g_hash_table_iter_next (&iter, NULL, &row))
    {
      if (!check_file (database, row, checked, cancellable, error))
        return FALSE;
    }
  return check_unnamed (database, checked, cancellable, error);
}

/**
 * tl_verify_tables:
 * @database: a connection
 * @replay: its whole history
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error, %TL_STORE_ERROR_CORRUPT for the first difference
 *
 * Compares the tables with what the history makes of them.
 *
 * Returns: whether they are the same
 */
gboolean
tl_verify_tables (TlDatabase    *database,
                  TlReplay      *replay,
                  GCancellable  *cancellable,
                  GError       **error)
{
  guint n_tables;
  const TlSchemaTable *tables = tl_schema_get_tables (&n_tables);

  for (guint i = 0; i < n_tables; i++)
    {
      if (!compare_table (database, replay, &tables[i], cancellable, error))
        return FALSE;
    }
  return compare_removed (database, replay, error) && check_files (database, replay, cancellable, error)
         && tl_verify_listed_risks (database, replay, error);
}
