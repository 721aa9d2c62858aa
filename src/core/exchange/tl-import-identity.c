/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-import-plan-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-field-text.h"

static void
tell_taken (TlImportWork  *work,
            TlImportTable *table,
            TlImportRow   *row,
            const char    *column,
            const char    *text,
            TlImportRow   *first)
{
  g_autofree char *quoted = tl_field_text_quote (text);
  g_autofree char *message = g_strdup_printf (_("%s is already in row %u"), quoted,
                                              tl_sheet_get_row_number (table->sheet, first->index));

  tl_import_tell (work, table, row, column, text, message);
}

static void
find_ref (TlImportWork  *work,
          TlImportTable *table,
          TlImportRow   *row)
{
  const char *ref = table->ref_column >= 0 ? tl_sheet_get_cell (table->sheet, row->index, (guint) table->ref_column) : "";
  TlImportRow *first = g_hash_table_lookup (table->by_ref, ref);
  g_autofree char *message = NULL;

  if (*ref == '\0')
    {
      if (table->layout->has_ref_key && table->ref_column >= 0)
        tl_import_tell (work, table, row, "Ref", NULL, _("there must be a value here"));
      return;
    }
  if (!tl_field_text_check_ref (ref, &message))
    {
      tl_import_tell (work, table, row, "Ref", ref, message);
      return;
    }
  if (first != NULL)
    {
      tell_taken (work, table, row, "Ref", ref, first);
      return;
    }

  g_hash_table_insert (table->by_ref, (gpointer) ref, row);
  row->ref = ref;
  row->existing = tl_snapshot_find_ref (work->existing, table->table, ref);
}

/* Forums are named rather than numbered, and people don't always write a name with the same capitals. */
static void
find_forum (TlImportWork  *work,
            TlImportTable *table,
            TlImportRow   *row,
            GHashTable    *claimed)
{
  const TlField *field = tl_layout_find_field (TL_TABLE_FORUM, "name");
  int column = table->columns[field - table->layout->fields];
  const char *name = column >= 0 ? tl_sheet_get_cell (table->sheet, row->index, (guint) column) : "";
  g_autofree char *folded = g_utf8_casefold (name, -1);
  TlImportRow *first = g_hash_table_lookup (table->by_name, folded);

  if (*name == '\0')
    return;
  if (first != NULL)
    {
      tell_taken (work, table, row, field->heading, name, first);
      return;
    }
  if (row->existing == NULL)
    {
      row->existing = g_hash_table_lookup (table->existing_by_name, folded);
      if (row->existing != NULL && !g_hash_table_add (claimed, (gpointer) row->existing))
        row->existing = NULL;
    }
  row->key = tl_id_from_name (work->document, table->layout->sheet, "key", name, NULL);
  row->occurrence = 1;
  g_hash_table_insert (table->by_name, g_steal_pointer (&folded), row);
}

static void
find_forums (TlImportWork  *work,
             TlImportTable *table)
{
  g_autoptr (GHashTable) claimed = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < table->n_rows; i++)
    {
      if (table->rows[i].existing != NULL)
        g_hash_table_add (claimed, (gpointer) table->rows[i].existing);
    }
  for (guint i = 0; i < table->n_rows; i++)
    find_forum (work, table, &table->rows[i], claimed);
}

/**
 * tl_import_identity_find:
 * @work: a plan in the making
 * @table: a table whose columns have been found
 *
 * Finds out which row is which by its ref, and forums by their name, so that other sheets can name them.
 */
void
tl_import_identity_find (TlImportWork  *work,
                         TlImportTable *table)
{
  table->by_ref = g_hash_table_new (g_str_hash, g_str_equal);
  if (table->layout->has_ref_key && table->ref_column < 0 && table->n_rows > 0)
    {
      tl_import_tell_sheet (work, table->layout->sheet, 0, NULL, _("there is no column \"Ref\""), FALSE);
      for (guint i = 0; i < table->n_rows; i++)
        table->rows[i].bad = TRUE;
    }
  for (guint i = 0; i < table->n_rows; i++)
    find_ref (work, table, &table->rows[i]);

  if (table->table == TL_TABLE_FORUM)
    find_forums (work, table);
  if (table->layout->has_ref_key || table->table == TL_TABLE_FORUM)
    {
      for (guint i = 0; i < table->n_rows; i++)
        table->rows[i].id = tl_import_identity_make_id (work, table, &table->rows[i]);
    }
}

/**
 * tl_import_identity_make_id:
 * @work: a plan in the making
 * @table: a table
 * @row: a row of it, with its ref or key and existing row found
 *
 * Returns: the id of the row that exists, otherwise one made from the document, the sheet and the ref or natural key,
 *   so that two desks that import the same file make the same row
 */
TlId
tl_import_identity_make_id (TlImportWork  *work,
                            TlImportTable *table,
                            TlImportRow   *row)
{
  char occurrence[16] = "1";
  TlId id;

  if (row->existing != NULL)
    return row->existing->id;

  if (row->occurrence != 1)
    g_snprintf (occurrence, sizeof occurrence, "%d", row->occurrence);
  if (row->ref != NULL)
    id = tl_id_from_name (work->document, table->layout->sheet, "ref", row->ref, NULL);
  else
    id = tl_id_from_bytes (&row->key, occurrence, strlen (occurrence) + 1);

  /* A row that came from here before and has been given another ref or date since is another row now. */
  while (tl_snapshot_find (work->existing, table->table, &id) != NULL)
    id = tl_id_from_name (&id, "again", NULL);
  return id;
}

/**
 * tl_import_identity_resolve:
 * @work: a plan in the making
 * @target: a table with refs, or forums
 * @ref: a ref, or the name of a forum
 * @found: (out caller-allocates): the row
 *
 * Finds a row that a cell names, among the incoming ones first.
 *
 * Returns: whether there is one
 */
gboolean
tl_import_identity_resolve (TlImportWork   *work,
                            TlTable         target,
                            const char     *ref,
                            TlImportTarget *found)
{
  TlImportTable *table = &work->tables[target];
  g_autofree char *folded = target == TL_TABLE_FORUM ? g_utf8_casefold (ref, -1) : NULL;
  GHashTable *rows = folded != NULL ? table->by_name : table->by_ref;

  found->row = rows != NULL ? g_hash_table_lookup (rows, folded != NULL ? folded : ref) : NULL;
  if (found->row != NULL)
    found->existing = found->row->existing;
  else if (folded != NULL)
    found->existing = g_hash_table_lookup (table->existing_by_name, folded);
  else
    found->existing = tl_snapshot_find_ref (work->existing, target, ref);

  if (found->row != NULL)
    found->id = found->row->id;
  else if (found->existing != NULL)
    found->id = found->existing->id;
  return found->row != NULL || found->existing != NULL;
}
