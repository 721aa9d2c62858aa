/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-practice-book-private.h"

#include <math.h>

#include "tl-format.h"
#include "tl-row-words.h"

static char *
say_row (TlTable        table,
         const TlFacts *row)
{
  g_autofree char *title = NULL;

  if (row == NULL)
    return NULL;
  title = tl_row_words_title (table, row);
  return row->ref != NULL ? g_strdup_printf ("%s %s", row->ref, title) : g_steal_pointer (&title);
}

static char *
say_rows (TlTable            table,
          const TlFactsList *rows)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_null_terminated (rows->n, g_free, TRUE);

  for (guint i = 0; i < rows->n; i++)
    g_ptr_array_add (names, say_row (table, rows->rows[i]));
  return rows->n > 0 ? g_strjoinv ("; ", (char **) names->pdata) : NULL;
}

/**
 * tl_practice_say_field:
 * @field: a field that may be seen
 * @row: a row of its table
 *
 * Returns: (transfer full) (nullable): what it says, in words; %NULL where it is empty
 */
char *
tl_practice_say_field (const TlField *field,
                       const TlFacts *row)
{
  gconstpointer member = (const char *) row + field->offset;

  switch (field->type)
    {
    case TL_FIELD_TEXT:
      return g_strdup (*(const char * const *) member);
    case TL_FIELD_TEXTS:
      return *(char ***) member != NULL ? g_strjoinv ("; ", *(char ***) member) : NULL;
    case TL_FIELD_DAY:
      return *(const TlDay *) member != TL_NO_DAY ? tl_format_day_long (*(const TlDay *) member) : NULL;
    case TL_FIELD_NUMBER:
      return isfinite (*(const double *) member) ? g_strdup_printf ("%g", *(const double *) member) : NULL;
    case TL_FIELD_WHOLE:
      return *(const int *) member != 0 ? g_strdup_printf ("%d", *(const int *) member) : NULL;
    case TL_FIELD_WORD:
      return *(const int *) member != 0 ? tl_format_capital (tl_word_label (field->words (), *(const int *) member)) : NULL;
    case TL_FIELD_LINK:
      return say_row (field->target, *(const TlFacts * const *) member);
    case TL_FIELD_LINKS:
      return say_rows (field->target, member);
    case TL_FIELD_WHO:
      return ((const TlWho *) member)->person != NULL ? say_row (TL_TABLE_PERSON, &((const TlWho *) member)->person->base)
                                                      : g_strdup (((const TlWho *) member)->text);
    default:
      g_return_val_if_reached (NULL);
    }
}
