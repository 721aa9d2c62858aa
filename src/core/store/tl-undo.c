/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-undo-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-change-body.h"
#include "tl-change-private.h"
#include "tl-history-words.h"
#include "tl-row.h"
#include "tl-statement.h"
#include "tl-store-error.h"

/**
 * tl_undo_write_hex:
 * @digest: the id of a change
 * @hex: (out caller-allocates): the id as a note has it
 */
void
tl_undo_write_hex (const TlDigest *digest,
                   char            hex[TL_UNDO_HEX_LENGTH + 1])
{
  for (gsize i = 0; i < sizeof digest->bytes; i++)
    g_snprintf (hex + 2 * i, 3, "%02x", digest->bytes[i]);
}

/**
 * tl_undo_read_hex:
 * @hex: (nullable): the id of a change as a note has it
 * @digest: (out): the id
 *
 * Returns: whether it is one
 */
gboolean
tl_undo_read_hex (const char *hex,
                  TlDigest   *digest)
{
  if (hex == NULL || strlen (hex) != TL_UNDO_HEX_LENGTH)
    return FALSE;
  for (gsize i = 0; i < sizeof digest->bytes; i++)
    {
      int high = g_ascii_xdigit_value (hex[2 * i]), low = g_ascii_xdigit_value (hex[2 * i + 1]);

      if (high < 0 || low < 0)
        return FALSE;
      digest->bytes[i] = (guint8) (high << 4 | low);
    }
  return TRUE;
}

/**
 * tl_undo_is_undo:
 * @kind: a change's kind
 *
 * Returns: whether it took another change back
 */
gboolean
tl_undo_is_undo (const char *kind)
{
  return strcmp (kind, TL_CHANGE_KIND_UNDO) == 0 || strcmp (kind, TL_CHANGE_KIND_REDO) == 0;
}

/**
 * tl_undo_is_ordinary:
 * @kind: a change's kind
 *
 * Returns: whether a person did something by it; what the store does of itself stays done
 */
gboolean
tl_undo_is_ordinary (const char *kind)
{
  return !tl_undo_is_undo (kind) && strcmp (kind, TL_CHANGE_KIND_CREATE) != 0 && strcmp (kind, TL_CHANGE_KIND_COPY) != 0
         && strcmp (kind, TL_CHANGE_KIND_ERASE) != 0;
}

/**
 * tl_undo_is_possible:
 * @change: a sealed change
 *
 * Returns: whether it can be taken back: not the making of the workbook, a merge or an erasure, nor what has had
 *   something erased from it since
 */
gboolean
tl_undo_is_possible (const TlChange *change)
{
  const char *kind = tl_change_get_kind (change);

  return tl_change_get_actor (change) != NULL && !tl_change_get_seal (change)->erased
         && (tl_undo_is_undo (kind) || tl_undo_is_ordinary (kind));
}

/**
 * tl_undo_get_target:
 * @change: a change
 * @target: (out): the id of the change that it took back
 *
 * Returns: whether it took one back
 */
gboolean
tl_undo_get_target (const TlChange *change,
                    TlDigest       *target)
{
  return tl_undo_read_hex (tl_change_get_note (change, TL_NOTE_UNDOES), target);
}

/**
 * tl_undo_load_target:
 * @database: a connection
 * @change: a change
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the change that @change took back; %NULL also when it took back none
 */
TlChange *
tl_undo_load_target (TlDatabase      *database,
                     const TlChange  *change,
                     GError         **error)
{
  TlDigest target;

  if (!tl_undo_get_target (change, &target))
    return NULL;
  return tl_history_load (database, &target, error);
}

static gboolean
mentions (GBytes     *body,
          const TlId *row)
{
  char hex[TL_ID_HEX_LENGTH + 1];

  tl_id_to_hex (row, hex);
  return g_bytes_get_size (body) > 0
         && memmem (g_bytes_get_data (body, NULL), g_bytes_get_size (body), hex, TL_ID_HEX_LENGTH) != NULL;
}

/* The edits of a change that was read are in the order of table, row and column. */
static const TlEdit *
find_edit (const TlChange *change,
           const char     *table,
           const TlId     *row,
           const char     *column)
{
  guint first = 0, last = tl_change_get_n_edits (change);

  while (first < last)
    {
      guint middle = (first + last) / 2;
      const TlEdit *edit = tl_change_get_edit (change, middle);
      int order = strcmp (table, edit->table);

      if (order == 0)
        order = tl_id_compare (row, &edit->row);
      if (order == 0)
        order = strcmp (column, edit->column);
      if (order == 0)
        return edit;
      if (order < 0)
        last = middle;
      else
        first = middle + 1;
    }
  return NULL;
}

/* The latest change within a span of time that edited a field, or, when @or_live, let its row come or go. */
static TlChange *
find_setter (TlDatabase *database,
             const char *table,
             const TlId *row,
             const char *column,
             gboolean    or_live,
             gint64      after,
             gint64      until)
{
  sqlite3_stmt *statement =
    tl_database_prepare (database, "SELECT id, body FROM change WHERE time > ?1 AND time <= ?2 "
                                   "ORDER BY time DESC, id DESC", NULL);
  TlChange *setter = NULL;
  gboolean more = TRUE;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, after);
  sqlite3_bind_int64 (statement, 2, until);
  while (setter == NULL)
    {
      g_autoptr (TlChange) change = NULL;
      g_autoptr (GBytes) compressed = NULL, body = NULL;
      TlDigest id;

      if (!tl_database_step (database, statement, &more, NULL) || !more)
        break;
      compressed = tl_statement_get_bytes (statement, 1);
      body = compressed != NULL ? tl_change_body_decompress (compressed, NULL) : NULL;
      if (body == NULL || !mentions (body, row) || !tl_statement_get_digest (statement, 0, &id))
        continue;
      change = tl_history_load (database, &id, NULL);
      if (change != NULL && (find_edit (change, table, row, column) != NULL
                             || (or_live && find_edit (change, table, row, TL_COLUMN_LIVE) != NULL)))
        setter = g_steal_pointer (&change);
    }
  sqlite3_reset (statement);
  return setter;
}

/* Says what came after the change that was to be taken back. */
static gboolean
refuse_later (TlDatabase           *database,
              const TlChange       *target,
              const TlSchemaTable  *table,
              const TlId           *row,
              const char           *column,
              GError              **error)
{
  g_autoptr (TlChange) later = find_setter (database, table->name, row, column, TRUE, tl_change_get_time (target),
                                             G_MAXINT64);
  g_autofree char *name = tl_history_words_row (database, table, row);
  g_autofree char *place = NULL, *when = NULL, *who = NULL;
  int index = tl_schema_table_find_column (table, column);

  if (index >= 0 && table->columns[index].heading != NULL && strcmp (table->name, TL_SETTING_TABLE) != 0)
    place = g_strdup_printf (C_("history", "%1$s of %2$s"), _(table->columns[index].heading), name);
  else
    place = g_strdup (name);
  if (later == NULL)
    {
      g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_CONFLICT,
                   _("%s isn’t as that change left it, so it can’t be taken back."), place);
      return FALSE;
    }
  when = tl_history_words_when (tl_change_get_time (later));
  who = tl_history_words_who (database, tl_change_get_actor (later));
  g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_CONFLICT,
               _("%1$s was changed again on %2$s by %3$s. Take that back first, or change it by hand."), place, when,
               who);
  if (error != NULL)
    tl_store_error_set_change (*error, tl_change_get_id (later));
  return FALSE;
}

/* Whether a field that the change didn't set is what it was when the change let its row come: nothing in a new row,
 * else what it had last been. */
static gboolean
is_untouched (TlDatabase     *database,
              const TlChange *target,
              const TlRow    *row,
              guint           column,
              gboolean        is_new)
{
  const char *table = row->table->name, *name = row->table->columns[column].name;
  g_autoptr (TlChange) setter = NULL;

  if (find_edit (target, table, &row->id, name) != NULL)
    return TRUE;
  if (!is_new)
    setter = find_setter (database, table, &row->id, name, FALSE, G_MININT64, tl_change_get_time (target));
  if (setter == NULL)
    return row->values[column].type == TL_VALUE_NULL;
  return tl_value_equal (&find_edit (setter, table, &row->id, name)->new_value, &row->values[column]);
}

static gboolean
check_untouched (TlDatabase      *database,
                 const TlChange  *target,
                 const TlRow     *row,
                 GError         **error)
{
  const TlEdit *live = find_edit (target, row->table->name, &row->id, TL_COLUMN_LIVE);

  for (guint i = 0; i < row->table->n_columns; i++)
    {
      if (!is_untouched (database, target, row, i, live->old_value.type == TL_VALUE_NULL))
        return refuse_later (database, target, row->table, &row->id, row->table->columns[i].name, error);
    }
  return TRUE;
}

/* What settled something by leaving it as it was is taken back by leaving it as it is; that has to be said too. */
static void
insist (TlChange *undo)
{
  tl_change_peek (undo, tl_change_get_n_edits (undo) - 1)->insists = TRUE;
}

static gboolean
take_back_live (TlDatabase      *database,
                const TlChange  *target,
                const TlEdit    *edit,
                const TlRow     *row,
                TlChange        *undo,
                GError         **error)
{
  gboolean came = edit->new_value.type == TL_VALUE_INTEGER && edit->new_value.integer != 0;

  if (row->exists != came)
    return refuse_later (database, target, row->table, &row->id, TL_COLUMN_LIVE, error);
  if (tl_value_equal (&edit->old_value, &edit->new_value))
    {
      tl_change_add_row (undo, edit->table, &edit->row);
      insist (undo);
      return TRUE;
    }
  if (!came)
    {
      tl_change_add_row (undo, edit->table, &edit->row);
      return TRUE;
    }
  tl_change_remove_row (undo, edit->table, &edit->row);
  return check_untouched (database, target, row, error);
}

/* Adds the opposite of one edit, if its field still is what the edit made it. */
static gboolean
take_back_edit (TlDatabase      *database,
                const TlChange  *target,
                const TlEdit    *edit,
                TlChange        *undo,
                GError         **error)
{
  const TlSchemaTable *table = tl_schema_find_table (edit->table);
  int column = table != NULL ? tl_schema_table_find_column (table, edit->column) : -1;
  gboolean live = strcmp (edit->column, TL_COLUMN_LIVE) == 0;
  g_autoptr (TlRow) row = NULL;

  if (table == NULL || (column < 0 && !live))
    {
      g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_CORRUPT, _("A change in the history can’t be read."));
      return FALSE;
    }
  row = tl_row_load (database, table, &edit->row, error);
  if (row == NULL)
    return FALSE;
  if (live)
    return take_back_live (database, target, edit, row, undo, error);
  if (!row->exists || !tl_value_equal (&row->values[column], &edit->new_value))
    return refuse_later (database, target, table, &edit->row, edit->column, error);

  tl_change_set (undo, edit->table, &edit->row, edit->column, &edit->old_value);
  if (tl_value_equal (&edit->old_value, &edit->new_value))
    insist (undo);
  return TRUE;
}

/* Says why a change can't be taken back at all. */
static void
refuse_kind (const TlChange  *change,
             GError         **error)
{
  if (strcmp (tl_change_get_kind (change), TL_CHANGE_KIND_ERASE) == 0)
    g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_INVALID, _("What was erased for good can’t be brought back."));
  else if (tl_change_get_seal (change)->erased)
    g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_INVALID,
                 _("Something of that change was erased for good, so it can’t be taken back. Change by hand what should "
                   "be different."));
  else
    g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_INVALID,
                 _("The making of a workbook, or the bringing together of two copies, can’t be taken back."));
}

/**
 * tl_undo_make:
 * @database: the writer's connection
 * @target: the id of a change
 * @error: return location for an error, %TL_STORE_ERROR_CONFLICT with a sentence that names what came later
 *
 * Makes the change that takes back another one, an undo too, to be applied before any other. It is refused unless every
 * field still has the value that @target gave it.
 *
 * Returns: (transfer full) (nullable): the change, not yet applied
 */
TlChange *
tl_undo_make (TlDatabase      *database,
              const TlDigest  *target,
              GError         **error)
{
  g_autoptr (TlChange) change = tl_history_load (database, target, error);
  g_autoptr (TlChange) undo = NULL;
  char hex[TL_UNDO_HEX_LENGTH + 1];

  if (change == NULL)
    return NULL;
  if (!tl_undo_is_possible (change))
    {
      refuse_kind (change, error);
      return NULL;
    }

  undo = tl_change_new (strcmp (tl_change_get_kind (change), TL_CHANGE_KIND_UNDO) == 0 ? TL_CHANGE_KIND_REDO
                                                                                        : TL_CHANGE_KIND_UNDO);
  for (guint i = 0; i < tl_change_get_n_edits (change); i++)
    {
      if (!take_back_edit (database, change, tl_change_get_edit (change, i), undo, error))
        return NULL;
    }
  tl_undo_write_hex (target, hex);
  tl_change_set_note (undo, TL_NOTE_UNDOES, hex);
  return g_steal_pointer (&undo);
}
