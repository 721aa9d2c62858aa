/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-layout-private.h"

#include <string.h>

/**
 * tl_layout_get:
 * @table: a table
 *
 * Returns: (transfer none): its description
 */
const TlTableLayout *
tl_layout_get (TlTable table)
{
  g_return_val_if_fail (table < TL_N_TABLES, NULL);

  return &tl_layouts[table];
}

/**
 * tl_layout_find_table:
 * @name: a table's name in the database
 *
 * Returns: the table, %TL_NO_TABLE when there is none
 */
TlTable
tl_layout_find_table (const char *name)
{
  TlTable table = 0;

  while (table < TL_N_TABLES && strcmp (tl_layouts[table].name, name) != 0)
    table++;
  return table;
}

/**
 * tl_layout_find_sheet:
 * @sheet: a sheet's name
 *
 * Looks a sheet up without regard to the case of its letters.
 *
 * Returns: the table, %TL_NO_TABLE when there is none
 */
TlTable
tl_layout_find_sheet (const char *sheet)
{
  TlTable table = 0;

  while (table < TL_N_TABLES && g_ascii_strcasecmp (tl_layouts[table].sheet, sheet) != 0)
    table++;
  return table;
}

/**
 * tl_layout_find_field:
 * @table: a table
 * @column: a field's name in the database
 *
 * Returns: (transfer none) (nullable): its description, %NULL when the table has no such field
 */
const TlField *
tl_layout_find_field (TlTable     table,
                      const char *column)
{
  const TlTableLayout *layout = tl_layout_get (table);

  for (guint i = 0; i < layout->n_fields; i++)
    {
      if (strcmp (layout->fields[i].column, column) == 0)
        return &layout->fields[i];
    }
  return NULL;
}

/**
 * tl_field_get_pairs:
 * @table: a table
 * @field: one of its fields, of type %TL_FIELD_LINKS
 *
 * Returns: (transfer full): the name of the table that holds the field's pairs, such as `evidence_risk`; its columns
 *   are `id`, the one table's name and the other's
 */
char *
tl_field_get_pairs (TlTable        table,
                    const TlField *field)
{
  g_return_val_if_fail (field->type == TL_FIELD_LINKS, NULL);

  return g_strdup_printf ("%s_%s", tl_layouts[table].name, tl_layouts[field->target].name);
}

/**
 * tl_layout_find_pairs:
 * @name: a table's name in the database
 * @table: (out): the table that has the list
 * @field: (out): the list
 *
 * Returns: whether it is a table that holds the pairs of a list
 */
gboolean
tl_layout_find_pairs (const char     *name,
                      TlTable        *table,
                      const TlField **field)
{
  for (TlTable one = 0; one < TL_N_TABLES; one++)
    {
      for (guint i = 0; i < tl_layouts[one].n_fields; i++)
        {
          g_autofree char *pairs = NULL;

          if (tl_layouts[one].fields[i].type != TL_FIELD_LINKS)
            continue;
          pairs = tl_field_get_pairs (one, &tl_layouts[one].fields[i]);
          if (!g_str_equal (pairs, name))
            continue;
          *table = one;
          *field = &tl_layouts[one].fields[i];
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * tl_field_get_pair_id:
 * @table: a table
 * @field: one of its fields, of type %TL_FIELD_LINKS
 * @row: a row of the table
 * @target: a row of the field's target
 *
 * Two people who put the same row into the same list make the same pair, and whoever takes it out again needn't look
 * its id up.
 *
 * Returns: the id of the pair's row
 */
TlId
tl_field_get_pair_id (TlTable        table,
                      const TlField *field,
                      const TlId    *row,
                      const TlId    *target)
{
  g_autofree char *pairs = tl_field_get_pairs (table, field);
  char hex[TL_ID_HEX_LENGTH + 1];

  tl_id_to_hex (target, hex);
  return tl_id_from_name (row, pairs, hex, NULL);
}

/**
 * tl_setting_get_id:
 * @document: the document's id
 * @key: a key of the Workbook sheet
 *
 * Returns: the id of the row of %TL_SETTING_TABLE that holds the key, the same wherever it is made
 */
TlId
tl_setting_get_id (const TlId *document,
                   const char *key)
{
  return tl_id_from_name (document, TL_SETTING_TABLE, key, NULL);
}
