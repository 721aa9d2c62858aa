/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-join-values.h"

#include <math.h>

#include "tl-layout.h"

#define FACT(Type) (*(const Type *) (gconstpointer) ((const guint8 *) row + field->offset))

static void
set_day (TlValue *value,
         TlDay    day)
{
  char iso[TL_DAY_ISO_LENGTH + 1];

  if (day == TL_NO_DAY)
    return;
  tl_day_to_iso (day, iso);
  tl_value_set_text (value, iso);
}

static void
set_texts (TlValue            *value,
           const char * const *texts)
{
  if (texts != NULL && texts[0] != NULL)
    tl_value_take_text (value, g_strjoinv ("; ", (char **) texts));
}

static gboolean
set_link (TlValue       *value,
          TlTable        table,
          const TlFacts *target,
          TlJoinLink     link,
          gpointer       data)
{
  TlId id;

  if (target == NULL)
    return TRUE;
  if (!link (table, target, &id, data))
    return FALSE;
  tl_value_set_id (value, &id);
  return TRUE;
}

static void
read_who (const TlField *field,
          gconstpointer  row,
          TlJoinLink     link,
          TlJoinValue    pass,
          gpointer       data)
{
  const TlWho *who = &FACT (TlWho);
  g_autofree char *person_column = g_strconcat (field->column, "_person", NULL);
  g_autofree char *text_column = g_strconcat (field->column, "_text", NULL);
  g_auto (TlValue) person = TL_VALUE_INIT;
  g_auto (TlValue) text = TL_VALUE_INIT;
  gboolean there = set_link (&person, TL_TABLE_PERSON, (const TlFacts *) who->person, link, data);

  tl_value_set_text (&text, who->text);
  pass (person_column, &person, !there, data);
  pass (text_column, &text, FALSE, data);
}

/**
 * tl_join_values_keep_links:
 * @table: a table
 * @row: a row
 * @id: (out): its id
 * @data: nothing
 *
 * A #TlJoinLink for a row's own workbook.
 *
 * Returns: %TRUE
 */
gboolean
tl_join_values_keep_links (TlTable        table,
                           const TlFacts *row,
                           TlId          *id,
                           gpointer       data)
{
  *id = row->id;
  return TRUE;
}

/**
 * tl_join_values_read:
 * @field: a field, but a list
 * @row: facts of its table
 * @link: says which id a row that is pointed to has
 * @value: is given each column of the field with its value
 * @data: data for @link and @value
 *
 * Reads from facts what the database has of them.
 */
void
tl_join_values_read (const TlField *field,
                     gconstpointer  row,
                     TlJoinLink     link,
                     TlJoinValue    value,
                     gpointer       data)
{
  g_auto (TlValue) found = TL_VALUE_INIT;
  gboolean there = TRUE;

  switch (field->type)
    {
    case TL_FIELD_TEXT:
      tl_value_set_text (&found, FACT (char *));
      break;
    case TL_FIELD_TEXTS:
      set_texts (&found, FACT (char * const *));
      break;
    case TL_FIELD_DAY:
      set_day (&found, FACT (TlDay));
      break;
    case TL_FIELD_NUMBER:
      if (!isnan (FACT (double)))
        tl_value_set_real (&found, FACT (double));
      break;
    case TL_FIELD_WHOLE:
      if (FACT (int) != 0)
        tl_value_set_integer (&found, FACT (int));
      break;
    case TL_FIELD_WORD:
      if (FACT (int) != 0)
        tl_value_set_text (&found, tl_word_get (field->words (), FACT (int)));
      break;
    case TL_FIELD_LINK:
      there = set_link (&found, field->target, FACT (TlFacts *), link, data);
      break;
    case TL_FIELD_WHO:
      read_who (field, row, link, value, data);
      return;
    default:
      g_return_if_reached ();
    }
  value (field->column, &found, !there, data);
}
