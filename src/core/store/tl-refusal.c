/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-refusal.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-locale.h"
#include "tl-store-error.h"

/* A text is shown as far as it helps to recognise it. */
#define SHOWN_CHARACTERS 60

static const char *
get_sheet (const TlSchemaTable *table)
{
  return table->sheet != NULL ? table->sheet : table->name;
}

/* "Risks R7", or just "Ratings" where rows have no ref. */
static char *
name_row (const TlRow *row)
{
  int ref = tl_schema_table_find_column (row->table, "ref");

  if (ref >= 0 && row->values[ref].type == TL_VALUE_TEXT)
    return g_strdup_printf ("%s %s", get_sheet (row->table), row->values[ref].text);
  return g_strdup (get_sheet (row->table));
}

static char *
show_value (const TlValue *value)
{
  g_autofree char *start = NULL;
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  switch (value->type)
    {
    case TL_VALUE_INTEGER:
      return g_strdup_printf ("%" G_GINT64_FORMAT, value->integer);
    case TL_VALUE_REAL:
      return tl_locale_write_number (g_ascii_formatd (digits, sizeof digits, "%.15g", value->real), FALSE);
    case TL_VALUE_TEXT:
      if (!g_utf8_validate (value->text, -1, NULL))
        return g_strdup (_("a text that isn’t UTF-8"));
      start = g_utf8_strlen (value->text, -1) > SHOWN_CHARACTERS
              ? g_utf8_substring (value->text, 0, SHOWN_CHARACTERS) : NULL;
      return start != NULL ? g_strdup_printf ("“%s…”", start) : g_strdup_printf ("“%s”", value->text);
    case TL_VALUE_BYTES:
      return g_strdup (_("some bytes"));
    case TL_VALUE_NULL:
    default:
      return g_strdup (_("nothing"));
    }
}

static char *
say_expected (const TlSchemaColumn *column)
{
  g_autofree char *words = NULL;

  switch ((int) column->type)
    {
    case TL_FIELD_DAY:
      return g_strdup (_("a day such as 2026-03-31"));
    case TL_FIELD_NUMBER:
      return g_strdup (_("a number"));
    case TL_FIELD_WHOLE:
      return isfinite (column->most)
             ? g_strdup_printf (_("a whole number from %.0f to %.0f"), column->least, column->most)
             : g_strdup (_("a whole number from 0"));
    case TL_FIELD_WORD:
      words = tl_word_list (column->words ());
      return g_strdup_printf (_("one of: %s"), words);
    case TL_FIELD_LINK:
      return g_strdup (_("a row’s id"));
    default:
      return g_strdup (_("a text of reasonable length"));
    }
}

static const char *
get_heading (const TlSchemaColumn *column)
{
  return column->heading != NULL ? column->heading : column->name;
}

/**
 * tl_refuse_value:
 * @row: the row
 * @column: one of its columns
 * @value: what the column may not have
 * @error: return location for an error
 *
 * Returns: %FALSE
 */
gboolean
tl_refuse_value (const TlRow           *row,
                 const TlSchemaColumn  *column,
                 const TlValue         *value,
                 GError               **error)
{
  g_autofree char *name = name_row (row);
  g_autofree char *shown = show_value (value);
  g_autofree char *expected = say_expected (column);

  if (value->type == TL_VALUE_NULL)
    g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_INVALID, _("%s, column “%s”: it must have a value."), name,
                 get_heading (column));
  else
    g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_INVALID, _("%s, column “%s”: %s is not %s."), name,
                 get_heading (column), shown, expected);
  return FALSE;
}

/**
 * tl_refuse_conflict:
 * @row: the row
 * @column: the name of a column that was expected to be different
 * @value: what it has
 * @error: return location for an error
 *
 * Returns: %FALSE
 */
gboolean
tl_refuse_conflict (const TlRow    *row,
                    const char     *column,
                    const TlValue  *value,
                    GError        **error)
{
  int index = tl_schema_table_find_column (row->table, column);
  g_autofree char *name = name_row (row);
  g_autofree char *shown = show_value (value);

  if (index >= 0)
    g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_CONFLICT,
                 _("%s, column “%s” has been changed meanwhile, to %s. Look at it and try again."), name,
                 get_heading (&row->table->columns[index]), shown);
  else
    g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_CONFLICT,
                 _("%s has been added or removed meanwhile. Look at it and try again."), name);
  return FALSE;
}

/**
 * tl_refuse_absent:
 * @row: a row that isn't there
 * @error: return location for an error
 *
 * Returns: %FALSE
 */
gboolean
tl_refuse_absent (const TlRow  *row,
                  GError      **error)
{
  g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_CONFLICT,
               _("A row of %s that was to be changed has been removed meanwhile."), get_sheet (row->table));
  return FALSE;
}

/**
 * tl_refuse_name:
 * @table: a table that no change may touch, or
 * @column: (nullable): a column that it doesn't have
 * @error: return location for an error
 *
 * Returns: %FALSE
 */
gboolean
tl_refuse_name (const char  *table,
                const char  *column,
                GError     **error)
{
  if (column != NULL)
    g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_INVALID, _("A workbook’s “%s” has no “%s”."), table, column);
  else
    g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_INVALID, _("No change can be made to “%s”."), table);
  return FALSE;
}

/**
 * tl_refuse_link:
 * @row: the row
 * @column: one of its columns, which would point to a row that isn't there
 * @error: return location for an error
 *
 * Returns: %FALSE
 */
gboolean
tl_refuse_link (const TlRow           *row,
                const TlSchemaColumn  *column,
                GError               **error)
{
  const TlSchemaTable *target = tl_schema_find_table (column->target);
  g_autofree char *name = name_row (row);

  g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_INVALID,
               _("%s, column “%s”: what it points to isn’t in %s any more."), name, get_heading (column),
               target != NULL ? get_sheet (target) : column->target);
  return FALSE;
}

/**
 * tl_refuse_removal:
 * @row: a row that was to be removed
 * @named_in: a table with a row that points to it
 * @error: return location for an error
 *
 * Returns: %FALSE
 */
gboolean
tl_refuse_removal (const TlRow          *row,
                   const TlSchemaTable  *named_in,
                   GError              **error)
{
  g_autofree char *name = name_row (row);

  g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_INVALID,
               _("%s can’t be removed, since %s still name it. Change or remove those first."), name,
               get_sheet (named_in));
  return FALSE;
}
