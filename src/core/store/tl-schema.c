/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-schema.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "tl-store-resources.h"

#define ID_LENGTH sizeof (TlId)
#define HASH_LENGTH 32

/* Made once from the layout and kept for as long as the process runs. */
typedef struct
{
  GArray *tables;
  GHashTable *by_name;
} Schema;

static TlSchemaColumn
make_column (const char  *name,
             const char  *heading,
             TlFieldType  type,
             gboolean     required)
{
  return (TlSchemaColumn) { .name = name, .heading = heading, .type = type, .required = required,
                            .length = ID_LENGTH, .least = -INFINITY, .most = INFINITY };
}

static void
add_column (GArray      *columns,
            const char  *name,
            const char  *heading,
            TlFieldType  type,
            gboolean     required)
{
  TlSchemaColumn column = make_column (name, heading, type, required);

  g_array_append_val (columns, column);
}

static void
add_link (GArray     *columns,
          const char *name,
          const char *heading,
          const char *target,
          gsize       length,
          gboolean    required)
{
  TlSchemaColumn column = make_column (name, heading, TL_FIELD_LINK, required);

  column.target = target;
  column.length = length;
  g_array_append_val (columns, column);
}

static void
add_field (GArray        *columns,
           const TlField *field)
{
  TlSchemaColumn column = make_column (field->column, field->heading, field->type,
                                       (field->flags & TL_FIELD_REQUIRED) != 0);

  if (field->type == TL_FIELD_WHO)
    {
      g_autofree char *person = g_strconcat (field->column, "_person", NULL);
      g_autofree char *text = g_strconcat (field->column, "_text", NULL);

      add_link (columns, g_intern_string (person), field->heading, tl_layout_get (TL_TABLE_PERSON)->name, ID_LENGTH,
                FALSE);
      add_column (columns, g_intern_string (text), field->heading, TL_FIELD_TEXT, FALSE);
      return;
    }

  column.words = field->words;
  column.least = field->least;
  column.most = field->most;
  if (field->type == TL_FIELD_LINK)
    column.target = tl_layout_get (field->target)->name;
  g_array_append_val (columns, column);
}

static void
add_row_columns (GArray *columns)
{
  TlSchemaColumn occurrence = make_column ("occurrence", NULL, TL_FIELD_WHOLE, FALSE);

  add_column (columns, "ref", "Ref", TL_FIELD_TEXT, FALSE);
  occurrence.least = 0;
  g_array_append_val (columns, occurrence);
}

static void
write_statements (TlSchemaTable *table)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GString) places = g_string_new (NULL);
  const char **updates = g_new0 (const char *, table->n_columns + 1);

  for (guint i = 0; i < table->n_columns; i++)
    {
      g_string_append_printf (names, ", %s", table->columns[i].name);
      g_string_append_printf (places, ", ?%u", i + 2);
      updates[i] = g_strdup_printf ("UPDATE %s SET %s = ?2 WHERE id = ?1", table->name, table->columns[i].name);
    }
  table->updates = updates;
  table->select = g_strdup_printf ("SELECT id%s FROM %s WHERE id = ?1", names->str, table->name);
  table->insert = g_strdup_printf ("INSERT INTO %s (id%s) VALUES (?1%s)", table->name, names->str, places->str);
  table->remove = g_strdup_printf ("DELETE FROM %s WHERE id = ?1", table->name);
}

static void
add_table (Schema        *schema,
           const char    *name,
           const char    *sheet,
           TlTable        layout,
           const TlField *pairs,
           GArray        *columns)
{
  TlSchemaTable table = { .name = name, .sheet = sheet, .table = layout, .pairs = pairs };

  table.n_columns = columns->len;
  table.columns = (const TlSchemaColumn *) (gpointer) g_array_free (columns, FALSE);
  write_statements (&table);
  g_array_append_val (schema->tables, table);
}

static GArray *
new_columns (void)
{
  return g_array_new (FALSE, FALSE, sizeof (TlSchemaColumn));
}

static void
add_pairs (Schema        *schema,
           TlTable        table,
           const TlField *field)
{
  const char *row = tl_layout_get (table)->name;
  const char *target = tl_layout_get (field->target)->name;
  GArray *columns = new_columns ();

  add_link (columns, row, tl_layout_get (table)->sheet, row, ID_LENGTH, TRUE);
  add_link (columns, target, field->heading, target, ID_LENGTH, TRUE);
  add_table (schema, tl_field_get_pairs (table, field), tl_layout_get (table)->sheet, table, field, columns);
}

static void
add_layout (Schema *schema)
{
  for (TlTable table = 0; table < TL_N_TABLES; table++)
    {
      const TlTableLayout *layout = tl_layout_get (table);
      GArray *columns = new_columns ();

      add_row_columns (columns);
      for (guint i = 0; i < layout->n_fields; i++)
        {
          if (layout->fields[i].type != TL_FIELD_LINKS)
            add_field (columns, &layout->fields[i]);
        }
      add_table (schema, layout->name, layout->sheet, table, NULL, columns);

      for (guint i = 0; i < layout->n_fields; i++)
        {
          if (layout->fields[i].type == TL_FIELD_LINKS)
            add_pairs (schema, table, &layout->fields[i]);
        }
    }
}

static void
add_own_tables (Schema *schema)
{
  GArray *columns = new_columns ();

  add_table (schema, TL_SCHEMA_WORKBOOK, NULL, TL_NO_TABLE, NULL, columns);

  columns = new_columns ();
  add_column (columns, TL_SETTING_KEY, "Key", TL_FIELD_TEXT, TRUE);
  add_column (columns, TL_SETTING_VALUE, "Value", TL_FIELD_TEXT, FALSE);
  add_table (schema, TL_SETTING_TABLE, "Workbook", TL_NO_TABLE, NULL, columns);

  columns = new_columns ();
  add_row_columns (columns);
  add_link (columns, "evidence", N_("Evidence"), "evidence", ID_LENGTH, FALSE);
  add_link (columns, "review", N_("Review"), "review", ID_LENGTH, FALSE);
  add_column (columns, TL_ATTACHMENT_NAME, N_("Name"), TL_FIELD_TEXT, TRUE);
  add_column (columns, "media_type", N_("Type"), TL_FIELD_TEXT, FALSE);
  add_link (columns, TL_ATTACHMENT_CONTENT, N_("Content"), TL_SCHEMA_BLOB, HASH_LENGTH, TRUE);
  add_table (schema, TL_SCHEMA_ATTACHMENT, N_("Attachments"), TL_NO_TABLE, NULL, columns);
}

/* A table comes after those that its links point to; only a place points to its own table. */
static guint
rank_table (Schema        *schema,
            TlSchemaTable *table,
            guint          depth)
{
  guint rank = 1;

  g_assert (depth <= schema->tables->len);
  if (table->rank != 0)
    return table->rank;

  for (guint i = 0; i < table->n_columns; i++)
    {
      TlSchemaTable *target = NULL;

      if (table->columns[i].target != NULL)
        target = g_hash_table_lookup (schema->by_name, table->columns[i].target);
      if (target != NULL && target != table)
        rank = MAX (rank, rank_table (schema, target, depth + 1) + 1);
    }
  table->rank = rank;
  return rank;
}

static const Schema *
get_schema (void)
{
  static Schema schema;
  static gsize made;

  if (g_once_init_enter (&made))
    {
      schema.tables = g_array_new (FALSE, FALSE, sizeof (TlSchemaTable));
      schema.by_name = g_hash_table_new (g_str_hash, g_str_equal);
      add_own_tables (&schema);
      add_layout (&schema);

      for (guint i = 0; i < schema.tables->len; i++)
        {
          TlSchemaTable *table = &g_array_index (schema.tables, TlSchemaTable, i);

          g_hash_table_insert (schema.by_name, (gpointer) table->name, table);
        }
      for (guint i = 0; i < schema.tables->len; i++)
        rank_table (&schema, &g_array_index (schema.tables, TlSchemaTable, i), 0);
      g_once_init_leave (&made, 1);
    }
  return &schema;
}

/**
 * tl_schema_get_sql:
 *
 * Returns: (transfer none): the statements that make an empty database
 */
const char *
tl_schema_get_sql (void)
{
  static const char path[] = "/org/throughline/Throughline/store/schema.sql";
  static GBytes *sql;

  if (g_once_init_enter_pointer (&sql))
    {
      /* A resource's data ends with a zero byte that its size doesn't count. */
      GBytes *found = g_resource_lookup_data (tl_store_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

      g_assert (found != NULL);
      g_once_init_leave_pointer (&sql, found);
    }
  return g_bytes_get_data (sql, NULL);
}

/**
 * tl_schema_get_tables:
 * @n_tables: (out): how many
 *
 * Returns: (transfer none) (array length=n_tables): all tables that changes may touch
 */
const TlSchemaTable *
tl_schema_get_tables (guint *n_tables)
{
  const Schema *schema = get_schema ();

  *n_tables = schema->tables->len;
  return (const TlSchemaTable *) (gpointer) schema->tables->data;
}

/**
 * tl_schema_find_table:
 * @name: a table's name in the database
 *
 * Returns: (transfer none) (nullable): the table, %NULL when changes can't touch any of that name
 */
const TlSchemaTable *
tl_schema_find_table (const char *name)
{
  return g_hash_table_lookup (get_schema ()->by_name, name);
}

/**
 * tl_schema_table_find_column:
 * @self: a table
 * @name: a column's name in the database
 *
 * Returns: the column's index, -1 when the table has none of that name
 */
int
tl_schema_table_find_column (const TlSchemaTable *self,
                             const char          *name)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      if (strcmp (self->columns[i].name, name) == 0)
        return (int) i;
    }
  return -1;
}
