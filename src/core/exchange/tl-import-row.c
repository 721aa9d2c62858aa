/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-import-plan-private.h"

#include <glib/gi18n-lib.h>

#include "tl-field-text.h"

static char *
say_unknown (TlTable     target,
             const char *ref)
{
  g_autofree char *quoted = tl_field_text_quote (ref);

  switch ((int) target)
    {
    case TL_TABLE_PLACE:
      return g_strdup_printf (_("there is no place %s"), quoted);
    case TL_TABLE_PERSON:
      return g_strdup_printf (_("there is no person %s"), quoted);
    case TL_TABLE_FORUM:
      return g_strdup_printf (_("there is no forum %s"), quoted);
    case TL_TABLE_RISK:
      return g_strdup_printf (_("there is no risk %s"), quoted);
    case TL_TABLE_MEASURE:
      return g_strdup_printf (_("there is no measure %s"), quoted);
    case TL_TABLE_ACTION:
      return g_strdup_printf (_("there is no action %s"), quoted);
    case TL_TABLE_EVIDENCE:
      return g_strdup_printf (_("there is no evidence %s"), quoted);
    case TL_TABLE_REVIEW:
      return g_strdup_printf (_("there is no review %s"), quoted);
    case TL_TABLE_WARNING_SIGN:
      return g_strdup_printf (_("there is no warning sign %s"), quoted);
    case TL_TABLE_LEARNING:
      return g_strdup_printf (_("there is no learning %s"), quoted);
    default:
      return g_strdup_printf (_("there is no row %s"), quoted);
    }
}

static gboolean
read_target (TlImportWork   *work,
             TlTable         target,
             const char     *ref,
             TlImportTarget *found,
             char          **message)
{
  if (tl_import_identity_resolve (work, target, ref, found))
    return TRUE;
  *message = say_unknown (target, ref);
  return FALSE;
}

static gboolean
read_targets (TlImportWork   *work,
              const TlField  *field,
              const char     *text,
              TlImportCell   *cell,
              char          **message)
{
  g_auto (GStrv) refs = tl_field_text_split_list (text);

  cell->targets = g_array_new (FALSE, TRUE, sizeof (TlImportTarget));
  for (guint i = 0; refs[i] != NULL; i++)
    {
      TlImportTarget found = { 0 };

      if (!read_target (work, field->target, refs[i], &found, message))
        return FALSE;
      g_array_append_val (cell->targets, found);
    }
  if (cell->targets->len == 0)
    cell->state = TL_IMPORT_CELL_EMPTY;
  return TRUE;
}

static gboolean
read_value (TlImportWork   *work,
            const TlField  *field,
            const char     *text,
            TlImportCell   *cell,
            char          **message)
{
  switch (field->type)
    {
    case TL_FIELD_TEXT:
      cell->text = text;
      return tl_field_text_check (text, message);
    case TL_FIELD_TEXTS:
      cell->texts = tl_field_text_split_list (text);
      if (cell->texts[0] == NULL)
        cell->state = TL_IMPORT_CELL_EMPTY;
      return tl_field_text_check (text, message);
    case TL_FIELD_DAY:
      return tl_field_text_read_day (text, &cell->day, message);
    case TL_FIELD_NUMBER:
      return tl_field_text_read_number (field, text, &cell->number, message);
    case TL_FIELD_WHOLE:
      return tl_field_text_read_whole (field, text, &cell->whole, message);
    case TL_FIELD_WORD:
      return tl_field_text_read_word (field->words (), text, &cell->whole, message);
    case TL_FIELD_LINK:
      return read_target (work, field->target, text, &cell->target, message);
    case TL_FIELD_LINKS:
      return read_targets (work, field, text, cell, message);
    case TL_FIELD_WHO:
      if (!tl_import_identity_resolve (work, TL_TABLE_PERSON, text, &cell->target))
        cell->text = text;
      return tl_field_text_check (text, message);
    default:
      g_return_val_if_reached (FALSE);
    }
}

static void
read_cell (TlImportWork  *work,
           TlImportTable *table,
           TlImportRow   *row,
           const TlField *field,
           const char    *text,
           TlImportCell  *cell,
           gboolean       tell)
{
  g_autofree char *message = NULL;

  cell->state = *text != '\0' ? TL_IMPORT_CELL_VALUE : TL_IMPORT_CELL_EMPTY;
  if (cell->state == TL_IMPORT_CELL_VALUE && !read_value (work, field, text, cell, &message))
    {
      cell->state = TL_IMPORT_CELL_BAD;
      if (tell)
        tl_import_tell (work, table, row, field->heading, text, message);
    }
  if (cell->state == TL_IMPORT_CELL_EMPTY && (field->flags & TL_FIELD_REQUIRED))
    {
      cell->state = TL_IMPORT_CELL_BAD;
      if (tell)
        tl_import_tell (work, table, row, field->heading, NULL, _("there must be a value here"));
    }
}

/**
 * tl_import_row_read:
 * @work: a plan in the making
 * @table: a table
 * @row: a row of it
 * @cells: (out caller-allocates): what its cells say, one for each field; clear them afterwards
 * @tell: whether to report what is wrong
 *
 * Reads the cells of a row.
 */
void
tl_import_row_read (TlImportWork  *work,
                    TlImportTable *table,
                    TlImportRow   *row,
                    TlImportCell  *cells,
                    gboolean       tell)
{
  for (guint i = 0; i < table->layout->n_fields; i++)
    {
      const TlField *field = &table->layout->fields[i];

      cells[i] = (TlImportCell) { 0 };
      if (table->columns[i] >= 0)
        read_cell (work, table, row, field, tl_sheet_get_cell (table->sheet, row->index, (guint) table->columns[i]),
                   &cells[i], tell);
      if (table->table == TL_TABLE_PLACE && cells[i].state == TL_IMPORT_CELL_VALUE && field->type == TL_FIELD_WORD)
        row->place_kind = cells[i].whole;
    }
}

/**
 * tl_import_cells_clear:
 * @table: a table
 * @cells: what the cells of one of its rows say
 *
 * Frees what was read.
 */
void
tl_import_cells_clear (const TlImportTable *table,
                       TlImportCell        *cells)
{
  for (guint i = 0; i < table->layout->n_fields; i++)
    {
      g_strfreev (cells[i].texts);
      g_clear_pointer (&cells[i].targets, g_array_unref);
    }
}
