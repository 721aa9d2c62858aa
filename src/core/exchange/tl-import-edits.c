/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-import-plan-private.h"

#include <math.h>
#include <string.h>

#include "tl-export-text.h"
#include "tl-format.h"

/* More than anybody reads before an import; the rest is counted. */
#define MOST_DIFFERENCES 1000

/* The edits of one row. */
typedef struct
{
  TlImportWork *work;
  TlImportTable *table;
  TlImportRow *row;
  TlChange *change;
  gboolean packed;
} Writing;

static void
set (Writing       *self,
     const char    *column,
     const TlValue *value)
{
  if (self->packed)
    tl_change_pack (self->change, self->table->layout->name, column, value);
  else
    tl_change_set (self->change, self->table->layout->name, &self->row->id, column, value);
}

static void
set_text (Writing    *self,
          const char *column,
          const char *text)
{
  /* It is only looked at. */
  TlValue value = { .type = text != NULL ? TL_VALUE_TEXT : TL_VALUE_NULL, .text = (char *) text };

  set (self, column, &value);
}

static void
set_id (Writing    *self,
        const char *column,
        const TlId *id)
{
  TlValue value = TL_VALUE_INIT;

  if (id != NULL && !tl_id_is_none (id))
    value = (TlValue) { .type = TL_VALUE_BYTES, .bytes = tl_import_share_id (self->work, id) };
  set (self, column, &value);
}

static void
write_text (Writing       *self,
            const TlField *field,
            const char    *text)
{
  const char *now = self->row->existing != NULL ? TL_IMPORT_FACT (char *, self->row->existing, field) : NULL;

  if (g_strcmp0 (now, text) != 0)
    set_text (self, field->column, text);
}

static void
write_texts (Writing             *self,
             const TlField       *field,
             const char * const  *texts)
{
  static const char *none[] = { NULL };
  const char * const *now =
    self->row->existing != NULL ? TL_IMPORT_FACT (char * const *, self->row->existing, field) : NULL;
  g_autofree char *joined = NULL;

  if (g_strv_equal (now != NULL ? now : none, texts != NULL ? texts : none))
    return;
  joined = texts != NULL ? g_strjoinv ("; ", (char **) texts) : NULL;
  set_text (self, field->column, joined);
}

static void
write_day (Writing       *self,
           const TlField *field,
           TlDay          day)
{
  TlDay now = self->row->existing != NULL ? TL_IMPORT_FACT (TlDay, self->row->existing, field) : TL_NO_DAY;
  char iso[TL_DAY_ISO_LENGTH + 1];

  if (now == day)
    return;
  if (day != TL_NO_DAY)
    tl_day_to_iso (day, iso);
  set_text (self, field->column, day != TL_NO_DAY ? iso : NULL);
}

static void
write_number (Writing       *self,
              const TlField *field,
              double         number)
{
  double now = self->row->existing != NULL ? TL_IMPORT_FACT (double, self->row->existing, field) : NAN;
  g_auto (TlValue) value = TL_VALUE_INIT;

  if (now == number || (isnan (now) && isnan (number)))
    return;
  if (!isnan (number))
    tl_value_set_real (&value, number);
  set (self, field->column, &value);
}

static void
write_whole (Writing       *self,
             const TlField *field,
             gboolean       given,
             int            whole)
{
  int now = self->row->existing != NULL ? TL_IMPORT_FACT (int, self->row->existing, field) : 0;
  g_auto (TlValue) value = TL_VALUE_INIT;

  if (now == whole)
    return;
  if (given)
    tl_value_set_integer (&value, whole);
  set (self, field->column, &value);
}

static void
write_word (Writing       *self,
            const TlField *field,
            int            word)
{
  int now = self->row->existing != NULL ? TL_IMPORT_FACT (int, self->row->existing, field) : 0;

  if (now != word)
    set_text (self, field->column, word != 0 ? tl_word_get (field->words (), word) : NULL);
}

static gboolean
is_same_row (const TlFacts        *now,
             const TlImportTarget *target)
{
  if (now == NULL || target == NULL)
    return now == NULL && target == NULL;
  return tl_id_equal (&now->id, &target->id);
}

static void
write_link (Writing              *self,
            const TlField        *field,
            const TlImportTarget *target)
{
  const TlFacts *now = self->row->existing != NULL ? TL_IMPORT_FACT (TlFacts *, self->row->existing, field) : NULL;

  if (!is_same_row (now, target))
    set_id (self, field->column, target != NULL ? &target->id : NULL);
}

static void
write_who (Writing            *self,
           const TlField      *field,
           const TlImportCell *cell)
{
  static const TlWho nobody;
  const TlWho *now = self->row->existing != NULL ? &TL_IMPORT_FACT (TlWho, self->row->existing, field) : &nobody;
  const TlFacts *person = (const TlFacts *) now->person;
  gboolean is_person = cell->state == TL_IMPORT_CELL_VALUE && cell->text == NULL;
  g_autofree char *person_column = g_strconcat (field->column, "_person", NULL);
  g_autofree char *text_column = g_strconcat (field->column, "_text", NULL);

  if (!is_same_row (person, is_person ? &cell->target : NULL))
    set_id (self, person_column, is_person ? &cell->target.id : NULL);
  if (g_strcmp0 (now->text, cell->text) != 0)
    set_text (self, text_column, cell->text);
}

static void
add_pair (Writing       *self,
          const TlField *field,
          const char    *pairs,
          const TlId    *target)
{
  TlId id = tl_field_get_pair_id (self->table->table, field, &self->row->id, target);

  g_auto (TlValue) one = TL_VALUE_INIT, other = TL_VALUE_INIT;

  tl_value_set_id (&one, &self->row->id);
  tl_value_set_id (&other, target);
  if (self->packed && tl_change_pack_row (self->change, pairs, &id))
    {
      tl_change_pack (self->change, pairs, self->table->layout->name, &one);
      tl_change_pack (self->change, pairs, tl_layout_get (field->target)->name, &other);
      return;
    }
  tl_change_add_row (self->change, pairs, &id);
  tl_change_set (self->change, pairs, &id, self->table->layout->name, &one);
  tl_change_set (self->change, pairs, &id, tl_layout_get (field->target)->name, &other);
}

static void
write_links (Writing       *self,
             const TlField *field,
             const GArray  *targets)
{
  g_autofree char *pairs = tl_field_get_pairs (self->table->table, field);
  g_autoptr (GHashTable) now = g_hash_table_new (tl_id_hash, tl_id_equal);
  const TlFactsList *list =
    self->row->existing != NULL ? &TL_IMPORT_FACT (TlFactsList, self->row->existing, field) : NULL;
  GHashTableIter iter;
  gpointer gone;

  for (guint i = 0; list != NULL && i < list->n; i++)
    g_hash_table_add (now, (gpointer) &TL_FACTS_AT (*list, TlFacts, i)->id);
  for (guint i = 0; targets != NULL && i < targets->len; i++)
    {
      const TlId *target = &g_array_index (targets, TlImportTarget, i).id;

      if (!g_hash_table_remove (now, target))
        add_pair (self, field, pairs, target);
    }

  g_hash_table_iter_init (&iter, now);
  while (g_hash_table_iter_next (&iter, &gone, NULL))
    {
      TlId id = tl_field_get_pair_id (self->table->table, field, &self->row->id, gone);

      tl_change_remove_row (self->change, pairs, &id);
    }
}

static void
write_cell (Writing            *self,
            const TlField      *field,
            const TlImportCell *cell)
{
  gboolean given = cell->state == TL_IMPORT_CELL_VALUE;

  switch (field->type)
    {
    case TL_FIELD_TEXT:
      write_text (self, field, given ? cell->text : NULL);
      break;
    case TL_FIELD_TEXTS:
      write_texts (self, field, given ? (const char * const *) cell->texts : NULL);
      break;
    case TL_FIELD_DAY:
      write_day (self, field, given ? cell->day : TL_NO_DAY);
      break;
    case TL_FIELD_NUMBER:
      write_number (self, field, given ? cell->number : NAN);
      break;
    case TL_FIELD_WHOLE:
      write_whole (self, field, given, given ? cell->whole : 0);
      break;
    case TL_FIELD_WORD:
      write_word (self, field, given ? cell->whole : 0);
      break;
    case TL_FIELD_LINK:
      write_link (self, field, given ? &cell->target : NULL);
      break;
    case TL_FIELD_LINKS:
      write_links (self, field, given ? cell->targets : NULL);
      break;
    case TL_FIELD_WHO:
      write_who (self, field, cell);
      break;
    default:
      g_return_if_reached ();
    }
}

static char *
show_day (TlDay day)
{
  return day != TL_NO_DAY ? tl_format_day (day) : g_strdup ("");
}

/* What is there and will be something else is shown before it happens. */
static void
note_difference (Writing            *self,
                 guint               index,
                 const TlImportCell *cell)
{
  TlImportPlan *plan = self->work->plan;
  const TlField *field = &self->table->layout->fields[index];
  const char *text = tl_sheet_get_cell (self->table->sheet, self->row->index, (guint) self->table->columns[index]);
  gboolean day = field->type == TL_FIELD_DAY;
  TlImportDifference *difference;

  if (plan->differences->len >= MOST_DIFFERENCES)
    {
      plan->n_unlisted_differences++;
      return;
    }
  difference = g_new0 (TlImportDifference, 1);
  difference->sheet = self->table->layout->sheet;
  difference->row = tl_sheet_get_row_number (self->table->sheet, self->row->index);
  difference->ref = g_strdup (self->row->ref);
  difference->column = field->heading;
  difference->before = day ? show_day (TL_IMPORT_FACT (TlDay, self->row->existing, field))
                           : tl_export_get_text (field, self->row->existing);
  difference->after = day ? show_day (cell->state == TL_IMPORT_CELL_VALUE ? cell->day : TL_NO_DAY) : g_strdup (text);
  if (difference->before == NULL)
    difference->before = g_strdup ("");
  g_ptr_array_add (plan->differences, difference);
}

static void
begin_row (Writing *self)
{
  g_auto (TlValue) occurrence = TL_VALUE_INIT;

  if (self->row->existing == NULL)
    {
      self->packed = tl_change_pack_row (self->change, self->table->layout->name, &self->row->id);
      if (!self->packed)
        tl_change_add_row (self->change, self->table->layout->name, &self->row->id);
      tl_value_set_integer (&occurrence, self->row->occurrence);
      if (self->row->occurrence > 0)
        set (self, "occurrence", &occurrence);
    }
  if (self->row->ref != NULL && (self->row->existing == NULL || self->row->existing->ref == NULL))
    set_text (self, "ref", self->row->ref);
}

/**
 * tl_import_edits_add:
 * @work: a plan in the making
 * @table: a table
 * @row: a row of it
 *
 * Adds to the change what the row changes, and counts it. A column that isn't there leaves its field as it is; an
 * empty cell empties it.
 */
void
tl_import_edits_add (TlImportWork  *work,
                     TlImportTable *table,
                     TlImportRow   *row)
{
  TlImportCounts *counts = &work->plan->counts[table->table];
  TlChange *change = work->plan->change;
  Writing self = { work, table, row, change, FALSE };
  TlImportCell cells[TL_IMPORT_MAX_FIELDS];
  guint before = row->existing != NULL ? tl_change_get_n_edits (change) : 0;

  if (row->dropped)
    {
      counts->left_out++;
      return;
    }

  begin_row (&self);
  tl_import_row_read (work, table, row, cells, FALSE);
  for (guint i = 0; i < table->layout->n_fields; i++)
    {
      guint n_edits = row->existing != NULL ? tl_change_get_n_edits (change) : 0;

      if (cells[i].state == TL_IMPORT_CELL_ABSENT)
        continue;
      write_cell (&self, &table->layout->fields[i], &cells[i]);
      if (row->existing != NULL && tl_change_get_n_edits (change) > n_edits)
        note_difference (&self, i, &cells[i]);
    }
  tl_import_cells_clear (table, cells);

  if (row->existing == NULL)
    counts->added++;
  else if (tl_change_get_n_edits (change) > before)
    counts->changed++;
  else
    counts->unchanged++;
}
