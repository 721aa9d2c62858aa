/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-dump.h"

#include <math.h>
#include <string.h>

#define FACT(Type, row, field) (*(const Type *) (gconstpointer) ((const guint8 *) (row) + (field)->offset))

/* A row as another one names it: its ref, otherwise a forum's name. */
static const char *
get_name (TlTable        table,
          const TlFacts *row)
{
  if (table == TL_TABLE_FORUM)
    return ((const TlForumFacts *) row)->name;
  return row->ref;
}

static void
dump_who (GString     *line,
          const TlWho *who)
{
  if (who->person != NULL)
    g_string_append_printf (line, "person %s", who->person->base.ref);
  if (who->text != NULL)
    g_string_append (line, who->text);
}

static void
dump_list (GString       *line,
           TlTable        target,
           const TlFactsList *list)
{
  for (guint i = 0; i < list->n; i++)
    g_string_append_printf (line, "%s%s", i > 0 ? ";" : "", get_name (target, list->rows[i]));
}

static void
dump_field (GString       *line,
            const TlField *field,
            gconstpointer  row)
{
  char iso[TL_DAY_ISO_LENGTH + 1];
  g_autofree char *joined = NULL;

  switch (field->type)
    {
    case TL_FIELD_TEXT:
      g_string_append (line, FACT (char *, row, field) != NULL ? FACT (char *, row, field) : "");
      break;
    case TL_FIELD_TEXTS:
      joined = G_STRUCT_MEMBER (char **, row, field->offset) != NULL
                 ? g_strjoinv (";", G_STRUCT_MEMBER (char **, row, field->offset)) : NULL;
      g_string_append (line, joined != NULL ? joined : "");
      break;
    case TL_FIELD_DAY:
      if (FACT (TlDay, row, field) != TL_NO_DAY)
        {
          tl_day_to_iso (FACT (TlDay, row, field), iso);
          g_string_append (line, iso);
        }
      break;
    case TL_FIELD_NUMBER:
      if (!isnan (FACT (double, row, field)))
        g_string_append_printf (line, "%.15g", FACT (double, row, field));
      break;
    case TL_FIELD_WHOLE:
      if (FACT (int, row, field) != 0)
        g_string_append_printf (line, "%d", FACT (int, row, field));
      break;
    case TL_FIELD_WORD:
      g_string_append (line, tl_word_get (field->words (), FACT (int, row, field)));
      break;
    case TL_FIELD_LINK:
      if (FACT (TlFacts *, row, field) != NULL)
        g_string_append_printf (line, "%s", get_name (field->target, FACT (TlFacts *, row, field)));
      break;
    case TL_FIELD_LINKS:
      dump_list (line, field->target, &FACT (TlFactsList, row, field));
      break;
    case TL_FIELD_WHO:
      dump_who (line, &FACT (TlWho, row, field));
      break;
    default:
      g_assert_not_reached ();
    }
}

/* As in "Risks R1 | Title=Missed doses | Likelihood=4"; what is missing isn't named. */
char *
test_dump_row (const TlSnapshot *snapshot,
               TlTable           table,
               gconstpointer     row)
{
  const TlTableLayout *layout = tl_layout_get (table);
  const TlFacts *facts = row;
  g_autoptr (GString) line = g_string_new (layout->sheet);

  if (facts->ref != NULL)
    g_string_append_printf (line, " %s", facts->ref);
  for (guint i = 0; i < layout->n_fields; i++)
    {
      g_autoptr (GString) value = g_string_new (NULL);

      dump_field (value, &layout->fields[i], row);
      if (value->len > 0)
        g_string_append_printf (line, " | %s=%s", layout->fields[i].heading, value->str);
    }
  return g_string_free_and_steal (g_steal_pointer (&line));
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char * const *) a, *(char * const *) b);
}

/* Lines are sorted within each sheet: rows that only their ids tell apart have no order of their own. */
static void
dump_table (GString          *text,
            const TlSnapshot *snapshot,
            TlTable           table,
            gboolean          with_ids)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < tl_snapshot_count (snapshot, table); i++)
    {
      const TlFacts *row = tl_snapshot_get (snapshot, table, i);
      g_autofree char *line = test_dump_row (snapshot, table, row);
      char hex[TL_ID_HEX_LENGTH + 1];

      tl_id_to_hex (&row->id, hex);
      g_ptr_array_add (lines, g_strconcat (line, with_ids ? " " : NULL, hex, NULL));
    }
  g_ptr_array_sort (lines, compare_lines);
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "%s\n", (char *) g_ptr_array_index (lines, i));
}

char *
test_dump (const TlSnapshot *snapshot,
           gboolean          with_ids)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char * const *keys = tl_snapshot_list_keys ();

  for (guint i = 0; keys[i] != NULL; i++)
    {
      if (tl_snapshot_get_key (snapshot, keys[i]) != NULL)
        g_string_append_printf (text, "Workbook | %s=%s\n", keys[i], tl_snapshot_get_key (snapshot, keys[i]));
    }
  for (TlTable table = 0; table < TL_N_TABLES; table++)
    dump_table (text, snapshot, table, with_ids);
  return g_string_free_and_steal (g_steal_pointer (&text));
}
