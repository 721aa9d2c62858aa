/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-snapshot-private.h"

#include <math.h>

/**
 * tl_facts_new:
 * @arena: where they are kept
 * @table: a table
 * @id: the row's id
 * @ref: (nullable): its ref
 * @occurrence: which one of several imported rows with the same natural key, 0 when not imported
 *
 * Returns: (transfer none): the facts of a row without any values
 */
TlFacts *
tl_facts_new (TlArena    *arena,
              TlTable     table,
              const TlId *id,
              const char *ref,
              int         occurrence)
{
  const TlTableLayout *layout = tl_layout_get (table);
  TlFacts *row = tl_arena_allocate (arena, layout->facts_size);

  row->id = *id;
  row->ref = ref != NULL && *ref != '\0' ? tl_arena_keep (arena, ref) : NULL;
  row->occurrence = occurrence;
  for (guint i = 0; i < layout->n_fields; i++)
    {
      if (layout->fields[i].type == TL_FIELD_NUMBER)
        *TL_FACTS_FIELD (double, row, layout->fields[i].offset) = NAN;
    }
  return row;
}

static const char * const *
split_texts (TlArena    *arena,
             const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ";", -1);
  const char **kept = tl_arena_allocate (arena, (g_strv_length (parts) + 1) * sizeof *kept);
  guint n = 0;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (*g_strstrip (parts[i]) != '\0')
        kept[n++] = tl_arena_keep (arena, parts[i]);
    }
  return kept;
}

static TlDay
read_day (const char *text)
{
  TlDay day = TL_NO_DAY;

  return text != NULL && tl_day_from_iso (text, &day) ? day : TL_NO_DAY;
}

static int
read_word (const TlField *field,
           const char    *text)
{
  int word = 0;

  if (text != NULL)
    tl_word_find (field->words (), text, &word);
  return word;
}

static double
read_number (const TlValue *value)
{
  if (value->type == TL_VALUE_INTEGER)
    return (double) value->integer;
  return value->type == TL_VALUE_REAL && isfinite (value->real) ? value->real : NAN;
}

static int
read_whole (const TlValue *value)
{
  return value->type == TL_VALUE_INTEGER ? (int) CLAMP (value->integer, G_MININT, G_MAXINT) : 0;
}

/**
 * tl_facts_set:
 * @arena: where texts are kept
 * @row: a row
 * @field: one of its fields, of any type but who, link and links
 * @value: its value as the database holds it; one of the wrong type, or null, counts as missing
 *
 * Sets a field.
 */
void
tl_facts_set (TlArena       *arena,
              TlFacts       *row,
              const TlField *field,
              const TlValue *value)
{
  const char *text = value->type == TL_VALUE_TEXT ? value->text : NULL;

  switch ((int) field->type)
    {
    case TL_FIELD_TEXT:
      *TL_FACTS_FIELD (const char *, row, field->offset) =
        text != NULL && *text != '\0' ? tl_arena_keep (arena, text) : NULL;
      break;
    case TL_FIELD_TEXTS:
      *TL_FACTS_FIELD (const char * const *, row, field->offset) = text != NULL ? split_texts (arena, text) : NULL;
      break;
    case TL_FIELD_DAY:
      *TL_FACTS_FIELD (TlDay, row, field->offset) = read_day (text);
      break;
    case TL_FIELD_WORD:
      *TL_FACTS_FIELD (int, row, field->offset) = read_word (field, text);
      break;
    case TL_FIELD_NUMBER:
      *TL_FACTS_FIELD (double, row, field->offset) = read_number (value);
      break;
    case TL_FIELD_WHOLE:
      *TL_FACTS_FIELD (int, row, field->offset) = read_whole (value);
      break;
    default:
      g_return_if_reached ();
    }
}
