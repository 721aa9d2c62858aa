/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-statement.h"

#include <string.h>

/* The latest statement of this thread to which something couldn't be bound, and why. */
static _Thread_local sqlite3_stmt *unbound;
static _Thread_local int failure;

static void
note (sqlite3_stmt *statement,
      int           result)
{
  if (result == SQLITE_OK)
    return;
  unbound = statement;
  failure = result;
}

/**
 * tl_statement_take_failure:
 * @statement: a statement
 *
 * Returns: what went wrong when something was bound to it, `SQLITE_OK` when nothing did or it has been told already
 */
int
tl_statement_take_failure (sqlite3_stmt *statement)
{
  if (unbound != statement)
    return SQLITE_OK;
  unbound = NULL;
  return failure;
}

/**
 * tl_statement_bind_id:
 * @statement: a statement
 * @index: a parameter
 * @id: (nullable): an id
 *
 * Binds an id, or null.
 */
void
tl_statement_bind_id (sqlite3_stmt *statement,
                      int           index,
                      const TlId   *id)
{
  if (id != NULL)
    note (statement, sqlite3_bind_blob (statement, index, id->bytes, sizeof id->bytes, SQLITE_TRANSIENT));
  else
    note (statement, sqlite3_bind_null (statement, index));
}

/**
 * tl_statement_bind_own_id:
 * @statement: a statement
 * @index: a parameter
 * @id: an id that stays until the statement has run
 *
 * Binds an id, without a copy of it.
 */
void
tl_statement_bind_own_id (sqlite3_stmt *statement,
                          int           index,
                          const TlId   *id)
{
  note (statement, sqlite3_bind_blob (statement, index, id->bytes, sizeof id->bytes, SQLITE_STATIC));
}

/**
 * tl_statement_bind_digest:
 * @statement: a statement
 * @index: a parameter
 * @digest: a digest
 *
 * Binds a digest.
 */
void
tl_statement_bind_digest (sqlite3_stmt   *statement,
                          int             index,
                          const TlDigest *digest)
{
  note (statement, sqlite3_bind_blob (statement, index, digest->bytes, sizeof digest->bytes, SQLITE_TRANSIENT));
}

/**
 * tl_statement_bind_bytes:
 * @statement: a statement
 * @index: a parameter
 * @bytes: (nullable): bytes that stay until the statement has run
 *
 * Binds bytes, or null.
 */
void
tl_statement_bind_bytes (sqlite3_stmt *statement,
                         int           index,
                         GBytes       *bytes)
{
  if (bytes == NULL)
    note (statement, sqlite3_bind_null (statement, index));
  else if (g_bytes_get_size (bytes) == 0)
    note (statement, sqlite3_bind_zeroblob (statement, index, 0));
  else
    note (statement, sqlite3_bind_blob64 (statement, index, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                          SQLITE_STATIC));
}

/**
 * tl_statement_bind_text:
 * @statement: a statement
 * @index: a parameter
 * @text: (nullable): a text that stays until the statement has run
 *
 * Binds a text, or null.
 */
void
tl_statement_bind_text (sqlite3_stmt *statement,
                        int           index,
                        const char   *text)
{
  if (text != NULL)
    note (statement, sqlite3_bind_text64 (statement, index, text, strlen (text), SQLITE_STATIC, SQLITE_UTF8));
  else
    note (statement, sqlite3_bind_null (statement, index));
}

/**
 * tl_statement_bind_value:
 * @statement: a statement
 * @index: a parameter
 * @value: a value that stays until the statement has run
 *
 * Binds a value.
 */
void
tl_statement_bind_value (sqlite3_stmt  *statement,
                         int            index,
                         const TlValue *value)
{
  switch (value->type)
    {
    case TL_VALUE_INTEGER:
      note (statement, sqlite3_bind_int64 (statement, index, value->integer));
      break;
    case TL_VALUE_REAL:
      note (statement, sqlite3_bind_double (statement, index, value->real));
      break;
    case TL_VALUE_TEXT:
      tl_statement_bind_text (statement, index, value->text);
      break;
    case TL_VALUE_BYTES:
      tl_statement_bind_bytes (statement, index, value->bytes);
      break;
    case TL_VALUE_NULL:
    default:
      note (statement, sqlite3_bind_null (statement, index));
      break;
    }
}

static gboolean
get_fixed (sqlite3_stmt *statement,
           int           column,
           gpointer      bytes,
           int           length)
{
  gconstpointer data = sqlite3_column_blob (statement, column);

  if (data == NULL || sqlite3_column_bytes (statement, column) != length)
    return FALSE;
  memcpy (bytes, data, (gsize) length);
  return TRUE;
}

/**
 * tl_statement_get_id:
 * @statement: a statement at a row
 * @column: a column
 * @id: (out): the id
 *
 * Returns: whether the column holds an id; @id is only set if so
 */
gboolean
tl_statement_get_id (sqlite3_stmt *statement,
                     int           column,
                     TlId         *id)
{
  return get_fixed (statement, column, id->bytes, sizeof id->bytes);
}

/**
 * tl_statement_get_digest:
 * @statement: a statement at a row
 * @column: a column
 * @digest: (out): the digest
 *
 * Returns: whether the column holds a digest; @digest is only set if so
 */
gboolean
tl_statement_get_digest (sqlite3_stmt *statement,
                         int           column,
                         TlDigest     *digest)
{
  return get_fixed (statement, column, digest->bytes, sizeof digest->bytes);
}

/**
 * tl_statement_get_bytes:
 * @statement: a statement at a row
 * @column: a column
 *
 * Returns: (transfer full) (nullable): a copy of the bytes that the column holds, %NULL for null
 */
GBytes *
tl_statement_get_bytes (sqlite3_stmt *statement,
                        int           column)
{
  gconstpointer data = sqlite3_column_blob (statement, column);

  if (sqlite3_column_type (statement, column) == SQLITE_NULL)
    return NULL;
  return g_bytes_new (data, (gsize) sqlite3_column_bytes (statement, column));
}

/**
 * tl_statement_get_text:
 * @statement: a statement at a row
 * @column: a column
 *
 * Returns: (transfer full) (nullable): the text that the column holds, which may be no UTF-8; %NULL for null. Unlike
 *   SQLite's own this needs none of SQLite's memory, and so is never %NULL for want of it.
 */
char *
tl_statement_get_text (sqlite3_stmt *statement,
                       int           column)
{
  gboolean is_null = sqlite3_column_type (statement, column) == SQLITE_NULL;
  const char *text = sqlite3_column_blob (statement, column);

  return is_null ? NULL : g_strndup (text != NULL ? text : "", (gsize) sqlite3_column_bytes (statement, column));
}

/**
 * tl_statement_get_value:
 * @statement: a statement at a row
 * @column: a column
 * @value: (inout): what the column holds
 *
 * Reads a value. Text that isn't UTF-8, as a file from outside may hold, becomes so.
 */
void
tl_statement_get_value (sqlite3_stmt *statement,
                        int           column,
                        TlValue      *value)
{
  const char *text;
  int length;

  switch (sqlite3_column_type (statement, column))
    {
    case SQLITE_INTEGER:
      tl_value_set_integer (value, sqlite3_column_int64 (statement, column));
      break;
    case SQLITE_FLOAT:
      tl_value_set_real (value, sqlite3_column_double (statement, column));
      break;
    case SQLITE_TEXT:
      /* As bytes, since SQLite would need memory to add a zero byte. */
      text = sqlite3_column_blob (statement, column);
      length = sqlite3_column_bytes (statement, column);
      tl_value_take_text (value, g_utf8_make_valid (text != NULL ? text : "", length));
      break;
    case SQLITE_BLOB:
      tl_value_clear (value);
      value->type = TL_VALUE_BYTES;
      value->bytes = tl_statement_get_bytes (statement, column);
      break;
    case SQLITE_NULL:
    default:
      tl_value_clear (value);
      break;
    }
}

/**
 * tl_statement_look_at_value:
 * @statement: a statement at a row
 * @column: a column
 * @short_text: (out caller-allocates): where a text of fewer than %TL_SHORT_TEXT bytes is put
 * @value: (out): what the column holds; it has nothing that would have to be freed
 *
 * Does the same as [func@Tl.statement_get_value] for what can be had without a copy on the heap, which is most of what is
 * read by the million.
 *
 * Returns: whether it can
 */
gboolean
tl_statement_look_at_value (sqlite3_stmt *statement,
                            int           column,
                            char          short_text[TL_SHORT_TEXT],
                            TlValue      *value)
{
  gconstpointer bytes;
  int length;

  switch (sqlite3_column_type (statement, column))
    {
    case SQLITE_INTEGER:
      *value = (TlValue) { .type = TL_VALUE_INTEGER, .integer = sqlite3_column_int64 (statement, column) };
      return TRUE;
    case SQLITE_FLOAT:
      *value = (TlValue) { .type = TL_VALUE_REAL, .real = sqlite3_column_double (statement, column) };
      return TRUE;
    case SQLITE_NULL:
      *value = (TlValue) TL_VALUE_INIT;
      return TRUE;
    case SQLITE_TEXT:
      bytes = sqlite3_column_blob (statement, column);
      length = sqlite3_column_bytes (statement, column);
      if (bytes == NULL || length >= TL_SHORT_TEXT || !g_utf8_validate_len (bytes, (gsize) length, NULL))
        return FALSE;
      memcpy (short_text, bytes, (gsize) length);
      short_text[length] = '\0';
      *value = (TlValue) { .type = TL_VALUE_TEXT, .text = short_text };
      return TRUE;
    default:
      return FALSE;
    }
}
