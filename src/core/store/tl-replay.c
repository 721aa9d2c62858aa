/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-replay.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-blob.h"
#include "tl-snapshot-builder.h"
#include "tl-store-error.h"

/* The rows of one table. */
typedef struct
{
  const TlSchemaTable *table;
  GHashTable *rows;
} Table;

struct _TlReplay
{
  Table *tables;
  guint n_tables;
  TlDigest last;
  guint n_changes;
  gboolean linear;
};

/**
 * tl_replay_new:
 *
 * Returns: (transfer full): the tables before the first change
 */
TlReplay *
tl_replay_new (void)
{
  TlReplay *self = g_new0 (TlReplay, 1);
  const TlSchemaTable *tables = tl_schema_get_tables (&self->n_tables);

  self->linear = TRUE;
  self->tables = g_new0 (Table, self->n_tables);
  for (guint i = 0; i < self->n_tables; i++)
    {
      self->tables[i].table = &tables[i];
      self->tables[i].rows = g_hash_table_new (tl_id_hash, tl_id_equal);
    }
  return self;
}

static void
free_row (TlReplayRow *row,
          guint        n_columns)
{
  for (guint i = 0; i < n_columns; i++)
    tl_value_clear (&row->values[i]);
  g_free (row->values);
  g_free (row);
}

/**
 * tl_replay_free:
 * @self: (transfer full): a replay
 *
 * Frees a replay.
 */
void
tl_replay_free (TlReplay *self)
{
  for (guint i = 0; i < self->n_tables; i++)
    {
      GHashTableIter iter;
      gpointer row;

      g_hash_table_iter_init (&iter, self->tables[i].rows);
      while (g_hash_table_iter_next (&iter, NULL, &row))
        free_row (row, self->tables[i].table->n_columns);
      g_hash_table_unref (self->tables[i].rows);
    }
  g_free (self->tables);
  g_free (self);
}

static GHashTable *
get_rows (const TlReplay      *self,
          const TlSchemaTable *table)
{
  guint n_tables;

  return self->tables[table - tl_schema_get_tables (&n_tables)].rows;
}

static TlReplayRow *
take_row (TlReplay            *self,
          const TlSchemaTable *table,
          const TlId          *id)
{
  GHashTable *rows = get_rows (self, table);
  TlReplayRow *row = g_hash_table_lookup (rows, id);

  if (row == NULL)
    {
      row = g_new0 (TlReplayRow, 1);
      row->id = *id;
      row->values = g_new0 (TlValue, table->n_columns);
      g_hash_table_insert (rows, &row->id, row);
    }
  return row;
}

static gboolean
refuse (GError     **error,
        const char  *reason)
{
  g_set_error_literal (error, TL_STORE_ERROR, TL_STORE_ERROR_CORRUPT, reason);
  return FALSE;
}

/* Where nobody else changed anything meanwhile, what a change says that a field was must be so. */
static gboolean
check_old (const TlReplay *self,
           const TlEdit   *edit,
           const TlValue  *now,
           GError        **error)
{
  return !self->linear || tl_value_equal (&edit->old_value, now)
         || refuse (error, _("what it says that a field was isn’t what the changes before it made it"));
}

static gboolean
set_live (TlReplay        *self,
          TlReplayRow     *row,
          const TlEdit    *edit,
          gboolean         is_new,
          const TlDigest  *change,
          GError         **error)
{
  g_auto (TlValue) now = TL_VALUE_INIT;

  if (!is_new)
    tl_value_set_integer (&now, row->live);
  if (edit->new_value.type != TL_VALUE_INTEGER)
    return refuse (error, _("it doesn’t say whether a row is there"));
  if (!check_old (self, edit, &now, error))
    return FALSE;
  row->live = edit->new_value.integer != 0;
  row->removed_by = *change;
  return TRUE;
}

static gboolean
set_value (TlReplay             *self,
           const TlSchemaTable  *table,
           TlReplayRow          *row,
           const TlEdit         *edit,
           GError              **error)
{
  int column = tl_schema_table_find_column (table, edit->column);

  if (column < 0)
    return refuse (error, _("it names a column that a workbook doesn’t have"));
  if (self->linear && !row->live)
    return refuse (error, _("it changes a row that wasn’t there"));
  if (!check_old (self, edit, &row->values[column], error))
    return FALSE;
  tl_value_copy (&edit->new_value, &row->values[column]);
  return TRUE;
}

/* Whether all so far is one line, so that each change knew of every other before it. */
static void
follow (TlReplay       *self,
        const TlChange *change)
{
  if (self->n_changes == 0)
    self->linear = tl_change_get_n_parents (change) == 0;
  else
    self->linear = self->linear && tl_change_get_n_parents (change) == 1
                   && tl_digest_equal (tl_change_get_parent (change, 0), &self->last);
  self->last = *tl_change_get_id (change);
  self->n_changes++;
}

/**
 * tl_replay_add:
 * @self: a replay
 * @change: a sealed change, not earlier than those before
 * @error: return location for a %TL_STORE_ERROR_CORRUPT, whose message goes on after "… doesn't fit: "
 *
 * Goes on by one change. As long as the history is one line, what the change says of the fields' values before it is
 * checked too.
 *
 * Returns: whether the change fits the tables and what came before it
 */
gboolean
tl_replay_add (TlReplay        *self,
               const TlChange  *change,
               GError         **error)
{
  const TlSchemaTable *table = NULL;
  const char *name = NULL;

  follow (self, change);
  for (guint i = 0; i < tl_change_get_n_edits (change); i++)
    {
      const TlEdit *edit = tl_change_get_edit (change, i);
      gboolean is_new;
      TlReplayRow *row;

      /* The same name is the same pointer within a change. */
      if (edit->table != name)
        table = tl_schema_find_table (edit->table);
      name = edit->table;
      if (table == NULL)
        return refuse (error, _("it names a table that a workbook doesn’t have"));
      is_new = !g_hash_table_contains (get_rows (self, table), &edit->row);
      row = take_row (self, table, &edit->row);
      if (strcmp (edit->column, TL_COLUMN_LIVE) == 0
          ? !set_live (self, row, edit, is_new, tl_change_get_id (change), error)
          : !set_value (self, table, row, edit, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * tl_replay_is_linear:
 * @self: a replay
 *
 * Returns: whether no two copies went separate ways so far
 */
gboolean
tl_replay_is_linear (const TlReplay *self)
{
  return self->linear;
}

/**
 * tl_replay_find:
 * @self: a replay
 * @table: a table
 * @id: id of a row
 *
 * Returns: (transfer none) (nullable): the row, %NULL when there has never been one
 */
const TlReplayRow *
tl_replay_find (const TlReplay       *self,
                const TlSchemaTable  *table,
                const TlId           *id)
{
  return g_hash_table_lookup (get_rows (self, table), id);
}

/**
 * tl_replay_get_rows:
 * @self: a replay
 * @table: a table
 *
 * Returns: (transfer none) (element-type TlId TlReplayRow): all rows that the table has or had
 */
GHashTable *
tl_replay_get_rows (const TlReplay      *self,
                    const TlSchemaTable *table)
{
  return get_rows (self, table);
}

static gboolean
build_row (TlSnapshotBuilder   *builder,
           const TlSchemaTable *table,
           const TlReplayRow   *row)
{
  const TlTableLayout *layout = tl_layout_get (table->table);
  const TlValue *value = row->values;

  tl_snapshot_builder_begin_row (builder, table->table, &row->id, value[0].type == TL_VALUE_TEXT ? value[0].text : NULL,
                                 value[1].type == TL_VALUE_INTEGER ? (int) value[1].integer : 0);
  value += 2;
  for (guint i = 0; i < layout->n_fields; i++)
    {
      const TlField *field = &layout->fields[i];

      if (field->type == TL_FIELD_LINKS)
        continue;
      if (field->type == TL_FIELD_WHO)
        {
          tl_snapshot_builder_set_who (builder, field, &value[0], &value[1]);
          value++;
        }
      else if (value->type != TL_VALUE_NULL)
        tl_snapshot_builder_set (builder, field, value);
      else if ((field->flags & TL_FIELD_REQUIRED) != 0)
        return FALSE;
      value++;
    }
  return TRUE;
}

static gboolean
build_pair (TlSnapshotBuilder   *builder,
            const TlSchemaTable *table,
            const TlReplayRow   *row)
{
  TlId first, second;

  if (!tl_value_get_id (&row->values[0], &first) || !tl_value_get_id (&row->values[1], &second))
    return FALSE;
  tl_snapshot_builder_add_pair (builder, table->table, table->pairs, &first, &second);
  return TRUE;
}

static gboolean
build_setting (TlSnapshotBuilder *builder,
               const TlReplayRow *row)
{
  if (row->values[0].type != TL_VALUE_TEXT)
    return FALSE;
  if (row->values[1].type == TL_VALUE_TEXT)
    tl_snapshot_builder_set_key (builder, row->values[0].text, row->values[1].text);
  return TRUE;
}

/* Content isn't part of the history; what has been erased since is gone from every past too. */
static gboolean
build_attachment (TlSnapshotBuilder   *builder,
                  TlDatabase          *database,
                  const TlSchemaTable *table,
                  const TlReplayRow   *row)
{
  const TlValue *name = &row->values[tl_schema_table_find_column (table, TL_ATTACHMENT_NAME)];
  const TlValue *content = &row->values[tl_schema_table_find_column (table, TL_ATTACHMENT_CONTENT)];
  const TlValue *media_type = &row->values[tl_schema_table_find_column (table, "media_type")];
  TlAttachmentFacts facts = { .id = row->id };
  TlId evidence;
  TlDigest hash;

  if (!tl_value_get_id (&row->values[tl_schema_table_find_column (table, "evidence")], &evidence)
      || name->type != TL_VALUE_TEXT || content->type != TL_VALUE_BYTES || g_bytes_get_size (content->bytes) != sizeof hash)
    return TRUE;
  memcpy (&hash, g_bytes_get_data (content->bytes, NULL), sizeof hash);
  if (!tl_blob_get_size (database, &hash, &facts.size, NULL))
    return FALSE;
  facts.name = name->text;
  facts.media_type = media_type->type == TL_VALUE_TEXT ? media_type->text : NULL;
  memcpy (facts.content, hash.bytes, sizeof facts.content);
  if (facts.size >= 0)
    tl_snapshot_builder_add_attachment (builder, &evidence, &facts);
  return TRUE;
}

static gboolean
build_table (TlSnapshotBuilder *builder,
             TlDatabase        *database,
             const Table       *table)
{
  GHashTableIter iter;
  gpointer value;
  gboolean sound = TRUE;

  g_hash_table_iter_init (&iter, table->rows);
  while (sound && g_hash_table_iter_next (&iter, NULL, &value))
    {
      const TlReplayRow *row = value;

      if (!row->live)
        continue;
      if (table->table->pairs != NULL)
        sound = build_pair (builder, table->table, row);
      else if (table->table->table != TL_NO_TABLE)
        sound = build_row (builder, table->table, row);
      else if (strcmp (table->table->name, TL_SETTING_TABLE) == 0)
        sound = build_setting (builder, row);
      else if (strcmp (table->table->name, TL_SCHEMA_ATTACHMENT) == 0)
        sound = build_attachment (builder, database, table->table, row);
    }
  return sound;
}

static gboolean
find_document (const TlReplay *self,
               TlId           *document)
{
  GHashTable *rows = get_rows (self, tl_schema_find_table (TL_SCHEMA_WORKBOOK));
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    {
      if (!((TlReplayRow *) row)->live)
        continue;
      *document = ((TlReplayRow *) row)->id;
      return TRUE;
    }
  return FALSE;
}

static gboolean
revive_targets (TlReplay    *self,
                const Table *table,
                TlReplayRow *row)
{
  gboolean revived = FALSE;

  for (guint i = 0; i < table->table->n_columns; i++)
    {
      const TlSchemaTable *target =
        table->table->columns[i].target != NULL ? tl_schema_find_table (table->table->columns[i].target) : NULL;
      TlReplayRow *other;
      TlId id;

      if (target == NULL || !tl_value_get_id (&row->values[i], &id))
        continue;
      other = g_hash_table_lookup (get_rows (self, target), &id);
      if (other == NULL || other->live)
        continue;
      other->live = TRUE;
      revived = TRUE;
    }
  return revived;
}

/* Before two copies are merged one may name what the other has removed; merging keeps that, and so is it here. */
static void
revive (TlReplay *self)
{
  gboolean again = !self->linear;

  while (again)
    {
      again = FALSE;
      for (guint i = 0; i < self->n_tables; i++)
        {
          GHashTableIter iter;
          gpointer row;

          g_hash_table_iter_init (&iter, self->tables[i].rows);
          while (g_hash_table_iter_next (&iter, NULL, &row))
            again |= ((TlReplayRow *) row)->live && revive_targets (self, &self->tables[i], row);
        }
    }
}

/**
 * tl_replay_build:
 * @self: a replay, to which nothing is added afterwards
 * @database: a connection to where the history is from, which has the attached files
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what the workbook said after the changes so far
 */
TlSnapshot *
tl_replay_build (TlReplay    *self,
                 TlDatabase  *database,
                 GError     **error)
{
  g_autoptr (TlSnapshotBuilder) builder = NULL;
  TlId document;

  if (!find_document (self, &document))
    {
      refuse (error, _("The history doesn’t say which document it is of."));
      return NULL;
    }
  revive (self);
  builder = tl_snapshot_builder_new (&document);
  for (guint i = 0; i < self->n_tables; i++)
    {
      if (!build_table (builder, database, &self->tables[i]))
        {
          g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_CORRUPT, _("A row of “%s” can’t be read."),
                       self->tables[i].table->name);
          return NULL;
        }
    }
  return tl_snapshot_builder_end (builder);
}
