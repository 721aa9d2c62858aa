/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-history-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-blob.h"
#include "tl-format.h"
#include "tl-locale.h"
#include "tl-row.h"
#include "tl-statement.h"

/* A text is shown as far as it helps to recognise it. */
#define SHOWN_CHARACTERS 60
/* A reading is of its measure, which is of its risk: far enough. */
#define DEPTH 2

/**
 * tl_history_words_kind:
 * @kind: a change's kind
 *
 * Returns: (transfer none): what kind of change people would call it
 */
const char *
tl_history_words_kind (const char *kind)
{
  static const struct
  {
    const char *kind;
    const char *words;
  } kinds[] = {
    { TL_CHANGE_KIND_CREATE, N_("Made") },
    { TL_CHANGE_KIND_COPY, N_("Copied") },
    { TL_CHANGE_KIND_IMPORT, N_("Imported") },
    { TL_CHANGE_KIND_UNDO, N_("Taken back") },
    { TL_CHANGE_KIND_REDO, N_("Done again") },
    { TL_CHANGE_KIND_MERGE, N_("Merged") },
    { TL_CHANGE_KIND_SETTLE, N_("Settled") },
    { TL_CHANGE_KIND_ERASE, N_("Erased") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (strcmp (kind, kinds[i].kind) == 0)
        return _(kinds[i].words);
    }
  return _("Edited");
}

static char *
quote (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *start = NULL;

  g_strdelimit (valid, "\n\r\t", ' ');
  if (g_utf8_strlen (valid, -1) <= SHOWN_CHARACTERS)
    return g_strdup_printf (_("“%s”"), valid);
  start = g_utf8_substring (valid, 0, SHOWN_CHARACTERS);
  return g_strdup_printf (_("“%s…”"), start);
}

/* The row as it is, or as it last was. */
static TlRow *
load_row (TlDatabase          *database,
          const TlSchemaTable *table,
          const TlId          *id)
{
  g_autoptr (TlRow) row = tl_row_load (database, table, id, NULL);
  g_autoptr (GHashTable) values = NULL;

  if (row == NULL || row->exists)
    return g_steal_pointer (&row);
  values = tl_history_find_values (database, table->name, id, NULL);
  for (guint i = 0; values != NULL && i < table->n_columns; i++)
    {
      const TlValue *value = g_hash_table_lookup (values, table->columns[i].name);

      if (value != NULL)
        tl_value_copy (value, &row->values[i]);
    }
  return g_steal_pointer (&row);
}

static const char *
get_text (const TlRow *row,
          const char  *column)
{
  int index = tl_schema_table_find_column (row->table, column);

  return index >= 0 && row->values[index].type == TL_VALUE_TEXT ? row->values[index].text : NULL;
}

/* People and places are known by their names, most others by their refs. */
static char *
get_own_name (const TlRow *row)
{
  static const char * const plain[] = { "name", "ref", TL_SETTING_KEY };
  static const char * const quoted[] = { "title", "finding", "sign", "text" };

  for (gsize i = 0; i < G_N_ELEMENTS (plain); i++)
    {
      if (get_text (row, plain[i]) != NULL)
        return g_strdup (get_text (row, plain[i]));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (quoted); i++)
    {
      if (get_text (row, quoted[i]) != NULL)
        return quote (get_text (row, quoted[i]));
    }
  return NULL;
}

static const char *
get_sheet (const TlSchemaTable *table)
{
  return table->sheet != NULL ? _(table->sheet) : table->name;
}

static char *
name_row (TlDatabase          *database,
          const TlSchemaTable *table,
          const TlId          *id,
          guint                depth)
{
  g_autoptr (TlRow) row = load_row (database, table, id);
  char *name = row != NULL ? get_own_name (row) : NULL;

  for (guint i = 0; row != NULL && name == NULL && depth > 0 && i < table->n_columns; i++)
    {
      const TlSchemaTable *target =
        table->columns[i].target != NULL ? tl_schema_find_table (table->columns[i].target) : NULL;
      g_autofree char *owner = NULL;
      TlId link;

      if (target == NULL || !tl_value_get_id (&row->values[i], &link))
        continue;
      owner = name_row (database, target, &link, depth - 1);
      /* Translators: a sheet's name, and what one of its rows belongs to: "Ratings of R1" */
      name = g_strdup_printf (C_("history", "%1$s of %2$s"), get_sheet (table), owner);
    }
  return name != NULL ? name : g_strdup_printf (_("a row of %s"), get_sheet (table));
}

/**
 * tl_history_words_row:
 * @database: a connection
 * @table: a table
 * @row: id of a row that it has or had
 *
 * Returns: (transfer full): what people call the row: its name, its ref, or what it belongs to
 */
char *
tl_history_words_row (TlDatabase          *database,
                      const TlSchemaTable *table,
                      const TlId          *row)
{
  return name_row (database, table, row, DEPTH);
}

static char *
say_text (const TlSchemaColumn *column,
          const char           *text)
{
  int word;
  TlDay day;

  if (column->type == TL_FIELD_DAY && tl_day_from_iso (text, &day))
    return tl_format_day_long (day);
  if (column->type == TL_FIELD_WORD && tl_word_find (column->words (), text, &word))
    return g_strdup (tl_word_label (column->words (), word));
  return quote (text);
}

static char *
name_content (TlDatabase *database,
              GBytes     *bytes)
{
  g_autofree char *size = NULL;
  gint64 length = -1;
  TlDigest hash;

  if (g_bytes_get_size (bytes) == sizeof hash)
    {
      memcpy (&hash, g_bytes_get_data (bytes, NULL), sizeof hash);
      tl_blob_get_size (database, &hash, &length, NULL);
    }
  if (length < 0)
    return g_strdup (_("a file"));
  size = tl_format_size (length);
  /* Translators: the size of a file, as in "a file of 240 kB" */
  return g_strdup_printf (_("a file of %s"), size);
}

/**
 * tl_history_words_value:
 * @database: a connection
 * @column: the column that has it
 * @value: a value
 *
 * Returns: (transfer full): the value as people would say it
 */
char *
tl_history_words_value (TlDatabase           *database,
                        const TlSchemaColumn *column,
                        const TlValue        *value)
{
  const TlSchemaTable *target = column->target != NULL ? tl_schema_find_table (column->target) : NULL;
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  TlId id;

  switch (value->type)
    {
    case TL_VALUE_INTEGER:
      return g_strdup_printf ("%" G_GINT64_FORMAT, value->integer);
    case TL_VALUE_REAL:
      return tl_locale_write_number (g_ascii_formatd (digits, sizeof digits, "%.15g", value->real), FALSE);
    case TL_VALUE_TEXT:
      return say_text (column, value->text);
    case TL_VALUE_BYTES:
      if (target != NULL && tl_value_get_id (value, &id))
        return tl_history_words_row (database, target, &id);
      return name_content (database, value->bytes);
    case TL_VALUE_NULL:
    default:
      return g_strdup (_("nothing"));
    }
}

/**
 * tl_history_words_whole:
 * @database: a connection
 * @column: the column that has it
 * @value: a value
 *
 * Returns: (transfer full): the value as people would say it; of a text all of it, without quotation marks
 */
char *
tl_history_words_whole (TlDatabase           *database,
                        const TlSchemaColumn *column,
                        const TlValue        *value)
{
  TlDay day;
  int word;

  if (value->type == TL_VALUE_TEXT && !(column->type == TL_FIELD_DAY && tl_day_from_iso (value->text, &day))
      && !(column->type == TL_FIELD_WORD && tl_word_find (column->words (), value->text, &word)))
    return g_utf8_make_valid (value->text, -1);
  return tl_history_words_value (database, column, value);
}

/**
 * tl_history_words_who:
 * @database: a connection
 * @actor: (nullable): who made a change
 *
 * Returns: (transfer full): the name that they gave
 */
char *
tl_history_words_who (TlDatabase *database,
                      const TlId *actor)
{
  sqlite3_stmt *statement =
    actor != NULL ? tl_database_prepare (database, "SELECT name FROM actor WHERE id = ?1", NULL) : NULL;
  gboolean row = FALSE;
  char *name = NULL;

  if (statement != NULL)
    {
      tl_statement_bind_id (statement, 1, actor);
      if (tl_database_step (database, statement, &row, NULL) && row)
        name = tl_statement_get_text (statement, 0);
      sqlite3_reset (statement);
    }
  return name != NULL ? name : g_strdup (_("Somebody who gave no name"));
}
