/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-random-edits.h"

#include <string.h>

/* Some of these say the same as others, to one who looks at their stems. */
static const char *texts[] = {
  "Check the medicines chart at each handover", "Checking medicines charts at handovers", "Train the night staff",
  "Audit call bells", "Weekly audit of call bells", "Priya Nair", "Ask people how they are", "   ", "Reg 12; SAF Safe; Reg 17",
  "“Missed” doses\nat night", "A",
};

static int
draw (int n)
{
  return g_test_rand_int_range (0, n);
}

static const TlFacts *
draw_row (const TlSnapshot *snapshot,
          TlTable           table)
{
  guint n = tl_snapshot_count (snapshot, table);

  return n > 0 ? tl_snapshot_get (snapshot, table, (guint) draw ((int) n)) : NULL;
}

static void
draw_day (TlValue *value)
{
  char iso[TL_DAY_ISO_LENGTH + 1];
  TlDay today = tl_day_new (2026, 6, 9);

  /* Mostly of late, seldom long ago or still to come. */
  tl_day_to_iso (today - draw (draw (3) == 0 ? 800 : 120) + (draw (6) == 0 ? 60 : 0), iso);
  tl_value_set_text (value, iso);
}

static void
draw_word (const TlField *field,
           TlValue       *value)
{
  GEnumClass *words = g_type_class_ref (field->words ());

  tl_value_set_text (value, words->values[draw ((int) words->n_values)].value_nick);
  g_type_class_unref (words);
}

static void
draw_number (const TlField *field,
             TlValue       *value)
{
  static const double numbers[] = { 0, 1, 2, 8, 9, 10, 20, 60, 85, 95, 100, 120, -3, 0.5 };

  if (field->type == TL_FIELD_WHOLE)
    tl_value_set_integer (value, (gint64) field->least + draw (MIN (12, (int) (field->most - field->least) + 1)));
  else
    tl_value_set_real (value, numbers[draw (G_N_ELEMENTS (numbers))]);
}

/* A value for a column of a field, or none. */
static void
draw_value (const TlSnapshot *snapshot,
            const TlField    *field,
            TlValue          *value)
{
  const TlFacts *target;

  tl_value_clear (value);
  if ((field->flags & TL_FIELD_REQUIRED) == 0 && draw (4) == 0)
    return;
  switch ((int) field->type)
    {
    case TL_FIELD_TEXT:
    case TL_FIELD_TEXTS:
      tl_value_set_text (value, texts[draw (G_N_ELEMENTS (texts))]);
      break;
    case TL_FIELD_DAY:
      draw_day (value);
      break;
    case TL_FIELD_WORD:
      draw_word (field, value);
      break;
    case TL_FIELD_LINK:
      target = draw_row (snapshot, field->target);
      if (target != NULL)
        tl_value_set_id (value, &target->id);
      break;
    default:
      draw_number (field, value);
    }
}

static void
set_field (const TlSnapshot *snapshot,
           TlChange         *change,
           TlTable           table,
           const TlId       *row,
           const TlField    *field)
{
  g_auto (TlValue) value = TL_VALUE_INIT;
  const TlFacts *person = draw_row (snapshot, TL_TABLE_PERSON);
  g_autofree char *by_person = g_strconcat (field->column, "_person", NULL);
  g_autofree char *by_text = g_strconcat (field->column, "_text", NULL);

  if (field->type == TL_FIELD_LINKS)
    return;
  if (field->type != TL_FIELD_WHO)
    {
      draw_value (snapshot, field, &value);
      tl_change_set (change, tl_layout_get (table)->name, row, field->column, &value);
      return;
    }
  if (draw (2) == 0 && person != NULL)
    tl_value_set_id (&value, &person->id);
  tl_change_set (change, tl_layout_get (table)->name, row, by_person, &value);
  tl_value_clear (&value);
  if (draw (2) == 0)
    tl_value_set_text (&value, texts[draw (G_N_ELEMENTS (texts))]);
  tl_change_set (change, tl_layout_get (table)->name, row, by_text, &value);
}

static void
add_pair (TlChange      *change,
          TlTable        table,
          const TlField *field,
          const TlId    *row,
          const TlId    *target)
{
  g_autofree char *pairs = tl_field_get_pairs (table, field);
  TlId id = tl_field_get_pair_id (table, field, row, target);

  tl_change_add_row (change, pairs, &id);
  tl_change_set_id (change, pairs, &id, tl_layout_get (table)->name, row);
  tl_change_set_id (change, pairs, &id, tl_layout_get (field->target)->name, target);
}

static void
remove_pair (TlChange      *change,
             TlTable        table,
             const TlField *field,
             const TlId    *row,
             const TlId    *target)
{
  g_autofree char *pairs = tl_field_get_pairs (table, field);
  TlId id = tl_field_get_pair_id (table, field, row, target);

  tl_change_remove_row (change, pairs, &id);
}

static gboolean
is_listed (const TlFactsList *list,
           gconstpointer      row)
{
  for (guint i = 0; i < list->n; i++)
    {
      if (list->rows[i] == row)
        return TRUE;
    }
  return FALSE;
}

/* Puts a row into another one's list, or takes it out. */
static void
edit_list (const TlSnapshot *snapshot,
           TlChange         *change,
           TlTable           table,
           const TlFacts    *row,
           const TlField    *field)
{
  const TlFactsList *list = &G_STRUCT_MEMBER (TlFactsList, row, field->offset);
  const TlFacts *target = list->n > 0 && draw (2) == 0 ? list->rows[draw ((int) list->n)] : draw_row (snapshot, field->target);

  if (target == NULL)
    return;
  if (is_listed (list, target))
    remove_pair (change, table, field, &row->id, &target->id);
  else
    add_pair (change, table, field, &row->id, &target->id);
}

static void
edit_row (const TlSnapshot *snapshot,
          TlChange         *change,
          TlTable           table)
{
  const TlTableLayout *layout = tl_layout_get (table);
  const TlFacts *row = draw_row (snapshot, table);
  int n = draw (5) == 0 ? 3 : 1;

  for (int i = 0; row != NULL && i < n; i++)
    {
      const TlField *field = &layout->fields[draw ((int) layout->n_fields)];

      if (field->type == TL_FIELD_LINKS)
        edit_list (snapshot, change, table, row, field);
      else
        set_field (snapshot, change, table, &row->id, field);
    }
}

static void
add_row (const TlSnapshot *snapshot,
         TlChange         *change,
         TlIdSource       *ids,
         TlTable           table)
{
  const TlTableLayout *layout = tl_layout_get (table);
  TlId row = tl_id_source_make_id (ids);
  g_autofree char *ref = g_strdup_printf ("X%d", draw (40));

  tl_change_add_row (change, layout->name, &row);
  if (draw (3) > 0)
    tl_change_set_text (change, layout->name, &row, "ref", ref);
  for (guint i = 0; i < layout->n_fields; i++)
    {
      const TlField *field = &layout->fields[i];
      const TlFacts *target;

      if (field->type != TL_FIELD_LINKS)
        {
          set_field (snapshot, change, table, &row, field);
          continue;
        }
      target = draw (2) == 0 ? draw_row (snapshot, field->target) : NULL;
      if (target != NULL)
        add_pair (change, table, field, &row, &target->id);
    }
}

static void remove_with_all (const TlSnapshot *snapshot,
                             TlChange         *change,
                             TlTable           table,
                             const TlFacts    *row,
                             GHashTable       *gone);

/* What names a row that goes: what must name it goes too, the rest names nothing. */
static void
let_go_of (const TlSnapshot *snapshot,
           TlChange         *change,
           TlTable           table,
           const TlField    *field,
           const TlFacts    *target,
           GHashTable       *gone)
{
  g_auto (TlValue) nothing = TL_VALUE_INIT;
  g_autofree char *by_person = g_strconcat (field->column, "_person", NULL);

  for (guint i = 0; i < tl_snapshot_count (snapshot, table); i++)
    {
      const TlFacts *row = tl_snapshot_get (snapshot, table, i);
      const char *column = field->type == TL_FIELD_WHO ? by_person : field->column;

      if (field->type == TL_FIELD_LINKS)
        {
          if (is_listed (&G_STRUCT_MEMBER (TlFactsList, row, field->offset), target))
            remove_pair (change, table, field, &row->id, &target->id);
        }
      else if (G_STRUCT_MEMBER (gconstpointer, row, field->offset) != target)
        continue;
      else if ((field->flags & TL_FIELD_REQUIRED) != 0)
        remove_with_all (snapshot, change, table, row, gone);
      else if (!g_hash_table_contains (gone, row))
        tl_change_set (change, tl_layout_get (table)->name, &row->id, column, &nothing);
    }
}

static void
remove_with_all (const TlSnapshot *snapshot,
                 TlChange         *change,
                 TlTable           table,
                 const TlFacts    *row,
                 GHashTable       *gone)
{
  const TlTableLayout *layout = tl_layout_get (table);

  if (!g_hash_table_add (gone, (gpointer) row))
    return;
  tl_change_remove_row (change, layout->name, &row->id);
  for (guint i = 0; i < layout->n_fields; i++)
    {
      const TlFactsList *list = &G_STRUCT_MEMBER (TlFactsList, row, layout->fields[i].offset);

      for (guint j = 0; layout->fields[i].type == TL_FIELD_LINKS && j < list->n; j++)
        remove_pair (change, table, &layout->fields[i], &row->id, &((const TlFacts *) list->rows[j])->id);
    }
  for (TlTable other = 0; other < TL_N_TABLES; other++)
    {
      for (guint i = 0; i < tl_layout_get (other)->n_fields; i++)
        {
          const TlField *field = &tl_layout_get (other)->fields[i];

          if (field->target == table || (field->type == TL_FIELD_WHO && table == TL_TABLE_PERSON))
            let_go_of (snapshot, change, other, field, row, gone);
        }
    }
}

static void
remove_row (const TlSnapshot *snapshot,
            TlChange         *change,
            TlTable           table)
{
  g_autoptr (GHashTable) gone = g_hash_table_new (NULL, NULL);
  const TlFacts *row = draw_row (snapshot, table);

  if (row != NULL)
    remove_with_all (snapshot, change, table, row, gone);
}

static void
change_key (const TlSnapshot *snapshot,
            TlChange         *change)
{
  TlId id = tl_setting_get_id (tl_snapshot_get_document (snapshot), "Overload risks");
  g_autofree char *number = g_strdup_printf ("%d", 1 + draw (5));

  tl_change_add_row (change, TL_SETTING_TABLE, &id);
  tl_change_set_text (change, TL_SETTING_TABLE, &id, TL_SETTING_KEY, "Overload risks");
  tl_change_set_text (change, TL_SETTING_TABLE, &id, TL_SETTING_VALUE, number);
}

/* Much rests on people, reviews and evidence, so these are drawn more often than the other tables. */
static TlTable
draw_table (void)
{
  static const TlTable shared[] = { TL_TABLE_PERSON, TL_TABLE_FORUM, TL_TABLE_REVIEW, TL_TABLE_RISK, TL_TABLE_EVIDENCE };

  return draw (3) == 0 ? shared[draw (G_N_ELEMENTS (shared))] : (TlTable) draw (TL_N_TABLES);
}

TlChange *
test_random_change (const TlSnapshot *snapshot,
                    TlIdSource       *ids)
{
  TlChange *change = tl_change_new ("random");
  int n = draw (8) == 0 ? 4 : 1;

  for (int i = 0; i < n; i++)
    {
      TlTable table = draw_table ();
      int what = draw (100);

      if (what < 1)
        change_key (snapshot, change);
      else if (what < 45)
        add_row (snapshot, change, ids, table);
      else if (what < 55)
        remove_row (snapshot, change, table);
      else
        edit_row (snapshot, change, table);
    }
  return change;
}
