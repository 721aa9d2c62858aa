/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-import-plan-private.h"

#include <glib/gi18n-lib.h>

#include "tl-field-text.h"

#include <string.h>

static int
find_field (const TlImportTable *table,
            const char          *column)
{
  const TlField *field = tl_layout_find_field (table->table, column);

  return field != NULL ? (int) (field - table->layout->fields) : -1;
}

static const char *
get_written (const TlImportTable *table,
             const TlImportRow   *row,
             int                  field)
{
  return tl_sheet_get_cell (table->sheet, row->index, (guint) table->columns[field]);
}

/* The day that a field will have: the cell's, else the one it has now. */
static TlDay
get_day (const TlImportTable *table,
         const TlImportRow   *row,
         const TlImportCell  *cells,
         int                  field)
{
  if (cells[field].state == TL_IMPORT_CELL_VALUE)
    return cells[field].day;
  if (cells[field].state == TL_IMPORT_CELL_ABSENT && row->existing != NULL)
    return TL_IMPORT_FACT (TlDay, row->existing, &table->layout->fields[field]);
  return TL_NO_DAY;
}

static void
check_days (TlImportWork       *work,
            TlImportTable      *table,
            TlImportRow        *row,
            const TlImportCell *cells)
{
  int from = table->from_field, until = table->until_field;
  TlDay from_day, until_day;
  g_autofree char *message = NULL;

  if (from < 0 || until < 0)
    return;
  from_day = get_day (table, row, cells, from);
  until_day = get_day (table, row, cells, until);
  if (from_day == TL_NO_DAY || until_day == TL_NO_DAY || until_day >= from_day)
    return;

  if (cells[until].state == TL_IMPORT_CELL_VALUE)
    {
      message = tl_field_text_say_before (get_written (table, row, until), table->layout->fields[from].heading);
      tl_import_tell (work, table, row, "Until", get_written (table, row, until), message);
    }
  else if (cells[from].state == TL_IMPORT_CELL_VALUE)
    {
      message = tl_field_text_say_after (get_written (table, row, from), table->layout->fields[until].heading);
      tl_import_tell (work, table, row, "From", get_written (table, row, from), message);
    }
}

/* A risk linked with itself, or an action merged into itself. */
static void
check_other (TlImportWork       *work,
             TlImportTable      *table,
             TlImportRow        *row,
             const TlImportCell *cells)
{
  int first = -1;

  for (guint i = 0; i < table->layout->n_fields; i++)
    {
      const TlField *field = &table->layout->fields[i];
      g_autofree char *message = NULL;

      if (field->type != TL_FIELD_LINK || (field->target != TL_TABLE_RISK && field->target != TL_TABLE_ACTION)
          || cells[i].state != TL_IMPORT_CELL_VALUE)
        continue;
      if (first < 0 || table->layout->fields[first].target != field->target)
        {
          first = (int) i;
          continue;
        }
      if (!tl_id_equal (&cells[i].target.id, &cells[first].target.id))
        continue;
      message = tl_field_text_say_same (get_written (table, row, (int) i), table->layout->fields[first].heading);
      tl_import_tell (work, table, row, field->heading, get_written (table, row, (int) i), message);
    }
}

static TlPlaceKind
get_kind (const TlImportTarget *target)
{
  if (target->row != NULL && target->row->place_kind != TL_PLACE_KIND_NONE)
    return target->row->place_kind;
  return target->existing != NULL ? ((const TlPlaceFacts *) target->existing)->kind : TL_PLACE_KIND_NONE;
}

/* A location under "Shift" would be compared as if it were one. */
static void
check_kind (TlImportWork       *work,
            TlImportTable      *table,
            TlImportRow        *row,
            const TlImportCell *cells,
            int                 field,
            TlPlaceKind         kind)
{
  TlPlaceKind found;
  g_autofree char *message = NULL;

  if (field < 0 || cells[field].state != TL_IMPORT_CELL_VALUE)
    return;
  found = get_kind (&cells[field].target);
  if (found == kind || found == TL_PLACE_KIND_NONE)
    return;

  message = tl_field_text_say_kind (get_written (table, row, field), kind);
  tl_import_tell (work, table, row, table->layout->fields[field].heading, get_written (table, row, field), message);
}

/**
 * tl_import_check_find_fields:
 * @table: a table
 *
 * Finds the fields that have to agree with others, once for all rows.
 */
void
tl_import_check_find_fields (TlImportTable *table)
{
  table->from_field = find_field (table, "from_date");
  table->until_field = find_field (table, "until_date");
  table->shift_field = find_field (table, "shift");
  table->staff_group_field = find_field (table, "staff_group");
}

/**
 * tl_import_check_row:
 * @work: a plan in the making
 * @table: a table
 * @row: a row of it
 * @cells: what its cells say
 *
 * Checks whether the cells of a row agree with each other.
 */
void
tl_import_check_row (TlImportWork       *work,
                     TlImportTable      *table,
                     TlImportRow        *row,
                     const TlImportCell *cells)
{
  check_days (work, table, row, cells);
  check_other (work, table, row, cells);
  check_kind (work, table, row, cells, table->shift_field, TL_PLACE_KIND_SHIFT);
  check_kind (work, table, row, cells, table->staff_group_field, TL_PLACE_KIND_STAFF_GROUP);
}

/* A sheet that was made of another is told by that one's name. */
static const char *
name_sheet (const TlImportTable *table,
            guint                row)
{
  const char *origin = tl_sheet_get_origin (table->sheet, row, NULL);

  return origin != NULL ? origin : table->layout->sheet;
}

/**
 * tl_import_check_missing:
 * @work: a plan in the making
 * @table: a table whose rows have all been recognised
 *
 * Reports columns that aren't there although new rows need them, each once.
 */
void
tl_import_check_missing (TlImportWork  *work,
                         TlImportTable *table)
{
  for (guint i = 0; i < table->layout->n_fields; i++)
    {
      const TlField *field = &table->layout->fields[i];
      gboolean told = FALSE;

      if (table->columns[i] >= 0 || !(field->flags & TL_FIELD_REQUIRED))
        continue;
      for (guint j = 0; j < table->n_rows; j++)
        {
          g_autofree char *message = NULL;

          if (table->rows[j].existing != NULL)
            continue;
          table->rows[j].bad = TRUE;
          if (told)
            continue;
          message = g_strdup_printf (_("there is no column \"%s\", which each new row needs"), field->heading);
          tl_import_tell_sheet (work, name_sheet (table, j), 0, field->heading, message, FALSE);
          told = TRUE;
        }
    }
}

/* Which places lie above which, once the rows that aren't bad are imported. */
static GHashTable *
map_parents (TlImportWork *work)
{
  TlImportTable *table = &work->tables[TL_TABLE_PLACE];
  int parent = find_field (table, "parent");
  GHashTable *parents = g_hash_table_new_full (tl_id_hash, tl_id_equal, g_free, g_free);

  for (guint i = 0; i < tl_snapshot_count (work->existing, TL_TABLE_PLACE); i++)
    {
      const TlPlaceFacts *place = tl_snapshot_get (work->existing, TL_TABLE_PLACE, i);

      if (place->parent != NULL)
        g_hash_table_replace (parents, g_memdup2 (&place->base.id, sizeof (TlId)),
                              g_memdup2 (&place->parent->base.id, sizeof (TlId)));
    }
  for (guint i = 0; i < table->n_rows && table->columns[parent] >= 0; i++)
    {
      TlImportRow *row = &table->rows[i];
      const char *written = get_written (table, row, parent);
      TlImportTarget target = { 0 };

      if (row->dropped)
        continue;
      if (*written == '\0')
        g_hash_table_remove (parents, &row->id);
      else if (tl_import_identity_resolve (work, TL_TABLE_PLACE, written, &target))
        g_hash_table_replace (parents, g_memdup2 (&row->id, sizeof (TlId)), g_memdup2 (&target.id, sizeof (TlId)));
    }
  return parents;
}

/* Returns: (nullable): a place of a circle that is above @start, unless an earlier walk has been there */
static const TlId *
find_circle (GHashTable *parents,
             GHashTable *visited,
             const TlId *start)
{
  const TlId *at = start;

  while (at != NULL && !g_hash_table_contains (visited, at))
    {
      g_hash_table_insert (visited, (gpointer) at, (gpointer) start);
      at = g_hash_table_lookup (parents, at);
    }
  return at != NULL && g_hash_table_lookup (visited, at) == start ? at : NULL;
}

/* Returns: whether there was a row to blame */
static gboolean
tell_circle (TlImportWork *work,
             GHashTable   *parents,
             GHashTable   *rows,
             const TlId   *first)
{
  TlImportTable *table = &work->tables[TL_TABLE_PLACE];
  int parent = find_field (table, "parent");
  const TlId *at = first;
  gboolean told = FALSE;

  do
    {
      TlImportRow *row = g_hash_table_lookup (rows, at);

      if (row != NULL && !row->dropped && table->columns[parent] >= 0 && *get_written (table, row, parent) != '\0')
        {
          g_autofree char *message = tl_field_text_say_circle (get_written (table, row, parent));

          tl_import_tell (work, table, row, "Parent", get_written (table, row, parent), message);
          told = TRUE;
        }
      at = g_hash_table_lookup (parents, at);
    }
  while (!tl_id_equal (at, first));
  return told;
}

/**
 * tl_import_check_places:
 * @work: a plan in the making
 *
 * Reports places that would lie within themselves; rows already dropped count as they are in the workbook.
 *
 * Returns: whether there are none
 */
gboolean
tl_import_check_places (TlImportWork *work)
{
  TlImportTable *table = &work->tables[TL_TABLE_PLACE];
  g_autoptr (GHashTable) parents = map_parents (work);
  g_autoptr (GHashTable) visited = g_hash_table_new (tl_id_hash, tl_id_equal);
  g_autoptr (GHashTable) rows = g_hash_table_new (tl_id_hash, tl_id_equal);
  gboolean sound = TRUE;

  for (guint i = 0; i < table->n_rows; i++)
    g_hash_table_insert (rows, &table->rows[i].id, &table->rows[i]);
  for (guint i = 0; i < table->n_rows; i++)
    {
      const TlId *circle = find_circle (parents, visited, &table->rows[i].id);

      if (circle != NULL && tell_circle (work, parents, rows, circle))
        sound = FALSE;
    }
  return sound;
}
