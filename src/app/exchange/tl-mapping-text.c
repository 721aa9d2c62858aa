/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-mapping-text.h"

#include <glib/gi18n.h>

#include "tl-format.h"
#include "tl-layout.h"

/* What a row of a spreadsheet becomes, as a person reads it: days and names rather than refs. */

/* What a person would call a row by. */
static const char * const mains[] = { "Title", "Name", "Finding", "Sign", "Person" };

/**
 * tl_mapping_text_find_main:
 * @item: one thing that a row becomes
 *
 * Returns: (transfer none) (nullable): the cell that a person would call it by: its title, its name, what was found
 */
const TlForeignCell *
tl_mapping_text_find_main (const TlForeignItem *item)
{
  for (guint i = 0; i < G_N_ELEMENTS (mains); i++)
    {
      for (guint j = 0; j < item->cells->len; j++)
        {
          const TlForeignCell *cell = g_ptr_array_index (item->cells, j);

          if (g_str_equal (cell->column, mains[i]))
            return cell;
        }
    }
  return item->cells->len > 0 ? g_ptr_array_index (item->cells, 0) : NULL;
}

static const TlField *
find_field (TlTable     table,
            const char *heading)
{
  const TlTableLayout *layout = tl_layout_get (table);

  for (guint i = 0; i < layout->n_fields; i++)
    {
      if (g_str_equal (layout->fields[i].heading, heading))
        return &layout->fields[i];
    }
  return NULL;
}

/* Of a row that is there already. */
static const char *
find_existing_name (TlSnapshot *existing,
                    TlTable     table,
                    const char *ref)
{
  const guint8 *facts = tl_snapshot_find_ref (existing, table, ref);

  for (guint i = 0; facts != NULL && i < G_N_ELEMENTS (mains); i++)
    {
      const TlField *field = find_field (table, mains[i]);

      if (field != NULL && field->type == TL_FIELD_TEXT)
        return *(const char * const *) (gconstpointer) (facts + field->offset);
    }
  return NULL;
}

/* Of a row that comes with the same file. */
static const char *
find_new_name (const TlForeignResult *result,
               TlTable                table,
               const char            *ref)
{
  for (guint i = 0; i < result->rows->len; i++)
    {
      const TlForeignRow *row = g_ptr_array_index (result->rows, i);

      for (guint j = 0; j < row->items->len; j++)
        {
          const TlForeignItem *item = g_ptr_array_index (row->items, j);
          const TlForeignCell *main = tl_mapping_text_find_main (item);

          if (g_strcmp0 (item->ref, ref) == 0 && tl_layout_find_sheet (item->sheet) == table && main != NULL)
            return main->text;
        }
    }
  return NULL;
}

static char *
say_names (const TlForeignResult *result,
           TlSnapshot            *existing,
           TlTable                table,
           const char            *text)
{
  g_auto (GStrv) refs = g_strsplit (text, ";", -1);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) listed = NULL;

  for (guint i = 0; refs[i] != NULL; i++)
    {
      const char *ref = g_strstrip (refs[i]);
      const char *name = find_existing_name (existing, table, ref);

      name = name != NULL ? name : find_new_name (result, table, ref);
      g_strv_builder_add (names, name != NULL ? name : ref);
    }
  listed = g_strv_builder_end (names);
  return g_strjoinv ("; ", listed);
}

static char *
say_cell (const TlForeignResult *result,
          const TlForeignItem   *item,
          const TlForeignCell   *cell,
          TlSnapshot            *existing)
{
  TlTable table = tl_layout_find_sheet (item->sheet);
  const TlField *field = table != TL_NO_TABLE ? find_field (table, cell->column) : NULL;
  TlDay day;

  if (field != NULL && field->type == TL_FIELD_DAY && tl_day_from_iso (cell->text, &day))
    return tl_format_day (day);
  if (field != NULL && field->target != TL_NO_TABLE)
    return say_names (result, existing, field->target, cell->text);
  if (field != NULL && field->type == TL_FIELD_WHO)
    return say_names (result, existing, TL_TABLE_PERSON, cell->text);
  return g_strdup (cell->text);
}

/**
 * tl_mapping_text_say_cells:
 * @result: what a mapping makes of a spreadsheet
 * @item: one thing that a row becomes
 * @existing: the workbook
 *
 * Returns: (transfer full): all that it says but what it is called by, a line each
 */
char *
tl_mapping_text_say_cells (const TlForeignResult *result,
                           const TlForeignItem   *item,
                           TlSnapshot            *existing)
{
  const TlForeignCell *main = tl_mapping_text_find_main (item);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < item->cells->len; i++)
    {
      const TlForeignCell *cell = g_ptr_array_index (item->cells, i);
      g_autofree char *said = NULL;

      if (cell == main || *cell->text == '\0')
        continue;
      said = say_cell (result, item, cell, existing);
      if (text->len > 0)
        g_string_append_c (text, '\n');
      /* Translators: the heading of a column, and what stands there */
      g_string_append_printf (text, _("%1$s: %2$s"), cell->column, said);
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}
