/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-giving-way.h"
#include "tl-reader-detail.h"
#include "tl-schema.h"
#include "tl-snapshot-builder.h"
#include "tl-statement.h"
#include "tl-store-error.h"

/* Rows between two looks at the cancellable, and at whether to give way. */
#define ROWS 4096

/* Of each table the condition by which its rows are read, with an id as its only parameter; "" for all its rows, NULL for
 * none. */
typedef const char *(*Choose) (const TlSchemaTable *table);

typedef struct
{
  TlDatabase *database;
  TlSnapshotBuilder *builder;
  Choose choose;
  const TlId *id;
} Reading;

static const char *
get_select (const TlSchemaTable *table,
            const char          *condition)
{
  g_autoptr (GString) sql = g_string_new ("SELECT id");

  for (guint i = 0; i < table->n_columns; i++)
    g_string_append_printf (sql, ", %s", table->columns[i].name);
  g_string_append_printf (sql, " FROM %s%s%s", table->name, *condition != '\0' ? " WHERE " : "", condition);
  return g_intern_string (sql->str);
}

static gboolean
refuse (GError     **error,
        const char  *table)
{
  g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_CORRUPT, _("A row of “%s” can’t be read."), table);
  return FALSE;
}

static void
read_ref (sqlite3_stmt      *statement,
          TlSnapshotBuilder *builder,
          TlTable            table,
          const TlId        *id)
{
  g_auto (TlValue) kept = TL_VALUE_INIT;
  TlValue ref;
  char short_text[TL_SHORT_TEXT];

  if (!tl_statement_look_at_value (statement, 1, short_text, &ref))
    {
      tl_statement_get_value (statement, 1, &kept);
      ref = kept;
    }
  tl_snapshot_builder_begin_row (builder, table, id, ref.type == TL_VALUE_TEXT ? ref.text : NULL,
                                 sqlite3_column_type (statement, 2) == SQLITE_INTEGER
                                   ? (int) sqlite3_column_int64 (statement, 2) : 0);
}

/* Who did something has two columns, any other field one. */
static gboolean
read_field (sqlite3_stmt      *statement,
            int                column,
            TlSnapshotBuilder *builder,
            const TlField     *field)
{
  g_auto (TlValue) kept = TL_VALUE_INIT;
  g_auto (TlValue) text = TL_VALUE_INIT;
  TlValue value;
  char short_text[TL_SHORT_TEXT];

  if (!tl_statement_look_at_value (statement, column, short_text, &value))
    {
      tl_statement_get_value (statement, column, &kept);
      value = kept;
    }
  if (field->type == TL_FIELD_WHO)
    {
      tl_statement_get_value (statement, column + 1, &text);
      tl_snapshot_builder_set_who (builder, field, &value, &text);
    }
  else if (value.type != TL_VALUE_NULL)
    tl_snapshot_builder_set (builder, field, &value);
  else
    return (field->flags & TL_FIELD_REQUIRED) == 0;
  return TRUE;
}

/* The columns come in the order of the layout's fields, after id, ref and occurrence. */
static gboolean
read_row (sqlite3_stmt        *statement,
          TlSnapshotBuilder   *builder,
          const TlSchemaTable *table)
{
  const TlTableLayout *layout = tl_layout_get (table->table);
  int column = 3;
  TlId id;

  if (!tl_statement_get_id (statement, 0, &id))
    return FALSE;
  read_ref (statement, builder, table->table, &id);

  for (guint i = 0; i < layout->n_fields; i++)
    {
      const TlField *field = &layout->fields[i];
      TlId target;

      if (field->type == TL_FIELD_LINKS)
        continue;
      /* Most of what a reading is, is links. */
      if (field->type == TL_FIELD_LINK && tl_statement_get_id (statement, column, &target))
        tl_snapshot_builder_set_link (builder, field, &target);
      else if (!read_field (statement, column, builder, field))
        return FALSE;
      column += field->type == TL_FIELD_WHO ? 2 : 1;
    }
  return TRUE;
}

static gboolean
read_pair (sqlite3_stmt        *statement,
           TlSnapshotBuilder   *builder,
           const TlSchemaTable *table)
{
  TlId row, target;

  if (!tl_statement_get_id (statement, 1, &row) || !tl_statement_get_id (statement, 2, &target))
    return FALSE;
  tl_snapshot_builder_add_pair (builder, table->table, table->pairs, &row, &target);
  return TRUE;
}

static gboolean
read_setting (sqlite3_stmt      *statement,
              TlSnapshotBuilder *builder)
{
  g_auto (TlValue) key = TL_VALUE_INIT;
  g_auto (TlValue) value = TL_VALUE_INIT;

  tl_statement_get_value (statement, 1, &key);
  tl_statement_get_value (statement, 2, &value);
  if (key.type != TL_VALUE_TEXT)
    return FALSE;
  if (value.type == TL_VALUE_TEXT)
    tl_snapshot_builder_set_key (builder, key.text, value.text);
  return TRUE;
}

static gboolean
read_attachment (sqlite3_stmt      *statement,
                 TlSnapshotBuilder *builder)
{
  g_auto (TlValue) name = TL_VALUE_INIT;
  g_auto (TlValue) media_type = TL_VALUE_INIT;
  TlAttachmentFacts facts = { .size = sqlite3_column_int64 (statement, 5) };
  TlDigest content;
  TlId evidence;

  tl_statement_get_value (statement, 2, &name);
  tl_statement_get_value (statement, 3, &media_type);
  if (!tl_statement_get_id (statement, 0, &facts.id) || !tl_statement_get_id (statement, 1, &evidence)
      || name.type != TL_VALUE_TEXT || !tl_statement_get_digest (statement, 4, &content))
    return FALSE;
  facts.name = name.text;
  facts.media_type = media_type.type == TL_VALUE_TEXT ? media_type.text : NULL;
  memcpy (facts.content, content.bytes, sizeof facts.content);
  tl_snapshot_builder_add_attachment (builder, &evidence, &facts);
  return TRUE;
}

/* A file's length is known without its content being read. */
static gboolean
read_attachments (TlDatabase         *database,
                  TlSnapshotBuilder  *builder,
                  GError            **error)
{
  sqlite3_stmt *statement =
    tl_database_prepare (database, "SELECT attachment.id, evidence, name, media_type, attachment.content, "
                                   "length (blob.content) FROM attachment JOIN blob ON blob.hash = attachment.content "
                                   "WHERE evidence IS NOT NULL", error);
  gboolean more = TRUE;

  if (statement == NULL)
    return FALSE;
  while (more)
    {
      if (!tl_database_step (database, statement, &more, error))
        return FALSE;
      if (more && !read_attachment (statement, builder))
        {
          sqlite3_reset (statement);
          return refuse (error, TL_SCHEMA_ATTACHMENT);
        }
    }
  return TRUE;
}

static gboolean
read_attached_size (TlDatabase         *database,
                    TlSnapshotBuilder  *builder,
                    GError            **error)
{
  sqlite3_stmt *statement = tl_database_prepare (database, "SELECT length (content) FROM blob", error);
  gboolean more = TRUE;
  gint64 size = 0;

  if (statement == NULL)
    return FALSE;
  while (more)
    {
      if (!tl_database_step (database, statement, &more, error))
        return FALSE;
      if (more)
        size += sqlite3_column_int64 (statement, 0);
    }
  tl_snapshot_builder_set_attached_size (builder, size);
  return TRUE;
}

static gboolean
read_table (const Reading        *self,
            const TlSchemaTable  *table,
            const char           *condition,
            GCancellable         *cancellable,
            GError              **error)
{
  sqlite3_stmt *statement = tl_database_prepare (self->database, get_select (table, condition), error);
  gboolean more = TRUE, sound = TRUE;

  if (statement == NULL)
    return FALSE;
  if (*condition != '\0')
    tl_statement_bind_id (statement, 1, self->id);
  for (guint n = 0; more && sound; n++)
    {
      if (n % ROWS == ROWS - 1)
        tl_giving_way_wait ();
      if (n % ROWS == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        break;
      if (!tl_database_step (self->database, statement, &more, error))
        return FALSE;
      if (!more)
        return TRUE;
      if (table->pairs != NULL)
        sound = read_pair (statement, self->builder, table);
      else if (table->table != TL_NO_TABLE)
        sound = read_row (statement, self->builder, table);
      else
        sound = read_setting (statement, self->builder);
    }
  sqlite3_reset (statement);
  return sound ? FALSE : refuse (error, table->name);
}

/* What the state, the rating, the owner and the next review of a risk rest on, and the objects that lists show. */
static const char *
choose_outline (const TlSchemaTable *table)
{
  static const TlTable tables[] = {
    TL_NO_TABLE,       TL_TABLE_PLACE,  TL_TABLE_PERSON,    TL_TABLE_RISK,      TL_TABLE_RATING,
    TL_TABLE_OWNERSHIP, TL_TABLE_REVIEW, TL_TABLE_LOOKED_AT, TL_TABLE_CHALLENGE, TL_TABLE_DECISION,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      if (tables[i] == table->table)
        return "";
    }
  return NULL;
}

static const char *
choose_all (const TlSchemaTable *table)
{
  return "";
}

static gboolean
read_tables (const Reading  *self,
             GCancellable   *cancellable,
             GError        **error)
{
  guint n_tables;
  const TlSchemaTable *tables = tl_schema_get_tables (&n_tables);

  for (guint i = 0; i < n_tables; i++)
    {
      const char *condition = self->choose (&tables[i]);

      /* Of the workbook's own tables only its keys are facts. */
      if (tables[i].table == TL_NO_TABLE && !g_str_equal (tables[i].name, TL_SETTING_TABLE))
        continue;
      if (condition != NULL && !read_table (self, &tables[i], condition, cancellable, error))
        return FALSE;
    }
  return self->choose != choose_all
         || (read_attachments (self->database, self->builder, error)
             && read_attached_size (self->database, self->builder, error));
}

static TlSnapshot *
load (TlDatabase    *database,
      Choose         choose,
      const TlId    *id,
      GCancellable  *cancellable,
      GError       **error)
{
  g_autoptr (TlSnapshotBuilder) builder = NULL;
  gboolean done;
  TlDigest head;
  gint64 time;
  TlId document;

  if (!tl_database_run (database, "BEGIN", error))
    return NULL;
  done = tl_database_read_document (database, &document, error) && tl_database_read_head (database, &head, &time, error);
  if (done)
    {
      const Reading reading = { database, builder = tl_snapshot_builder_new (&document), choose, id };

      tl_snapshot_builder_set_head (builder, &head);
      done = read_tables (&reading, cancellable, error);
    }
  tl_database_run (database, "ROLLBACK", NULL);
  return done ? tl_snapshot_builder_end (builder) : NULL;
}

/**
 * tl_reader_load:
 * @database: a connection
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Reads all facts, as they are at one moment; the database's snapshot ends before this returns.
 *
 * Returns: (transfer full) (nullable): the facts
 */
TlSnapshot *
tl_reader_load (TlDatabase    *database,
                GCancellable  *cancellable,
                GError       **error)
{
  return load (database, choose_all, NULL, cancellable, error);
}

/**
 * tl_reader_load_outline:
 * @database: a connection
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Reads only what the outline of each risk rests on (see [func@Tl.judge_outline]), which takes a few hundredths of a
 * second where all takes seconds.
 *
 * Returns: (transfer full) (nullable): these facts; of every other table there is none
 */
TlSnapshot *
tl_reader_load_outline (TlDatabase    *database,
                        GCancellable  *cancellable,
                        GError       **error)
{
  return load (database, choose_outline, NULL, cancellable, error);
}

/**
 * tl_reader_load_detail:
 * @database: a connection
 * @risk: id of a risk, or of one of its measures
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Reads one risk with all that is recorded of it, and the places, people and settings that this needs: what is concluded
 * of the risk itself (see [func@Tl.judge_risk]) is then the same as when all is read.
 *
 * Returns: (transfer full) (nullable): these facts, of no other risk any; %NULL without an error when there is no such risk
 */
TlSnapshot *
tl_reader_load_detail (TlDatabase    *database,
                       const TlId    *risk,
                       GCancellable  *cancellable,
                       GError       **error)
{
  TlId id;

  return tl_reader_detail_find_risk (database, risk, &id, error)
           ? load (database, tl_reader_detail_choose, &id, cancellable, error) : NULL;
}
