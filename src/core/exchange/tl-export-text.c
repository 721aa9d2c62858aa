/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-export-text.h"

#include <math.h>

#define SEPARATOR "; "
/* A double has so many digits at most; mostly fewer tell it from its neighbours. */
#define MOST_DIGITS 17
#define LEAST_DIGITS 15
#define SHORT_WHOLE 1e9

/**
 * tl_export_write_number:
 * @number: a finite number
 * @digits: room for %G_ASCII_DTOSTR_BUF_SIZE bytes
 *
 * Writes a number with a point and as few digits as tell it from every other.
 */
void
tl_export_write_number (double  number,
                        char   *digits)
{
  /* Most are whole and not long. */
  if (fabs (number) < SHORT_WHOLE && number == floor (number) && (number != 0 || !signbit (number)))
    {
      g_snprintf (digits, G_ASCII_DTOSTR_BUF_SIZE, "%d", (int) number);
      return;
    }
  for (int n = LEAST_DIGITS; n <= MOST_DIGITS; n++)
    {
      char format[8];

      g_snprintf (format, sizeof format, "%%.%dg", n);
      g_ascii_formatd (digits, G_ASCII_DTOSTR_BUF_SIZE, format, number);
      if (g_ascii_strtod (digits, NULL) == number)
        return;
    }
}

/**
 * tl_export_join_texts:
 * @texts: (nullable): several texts
 *
 * Returns: (transfer full) (nullable): them in one cell, %NULL if there are none
 */
char *
tl_export_join_texts (const char * const *texts)
{
  return texts != NULL && texts[0] != NULL ? g_strjoinv (SEPARATOR, (char **) texts) : NULL;
}

/**
 * tl_export_name_row:
 * @table: a table that others point to
 * @row: (nullable): a row of it
 *
 * Returns: (transfer full) (nullable): how other sheets name the row: a forum by its name, anything else by its ref.
 *   One that has lost its ref is still told from all others, by its id.
 */
char *
tl_export_name_row (TlTable        table,
                    const TlFacts *row)
{
  char hex[TL_ID_HEX_LENGTH + 1];

  if (row == NULL)
    return NULL;
  if (table == TL_TABLE_FORUM)
    return g_strdup (((const TlForumFacts *) row)->name);
  if (row->ref != NULL)
    return g_strdup (row->ref);
  tl_id_to_hex (&row->id, hex);
  return g_strdup (hex);
}

/**
 * tl_export_join_rows:
 * @table: a table that others point to
 * @rows: rows of it
 *
 * Returns: (transfer full) (nullable): their names in one cell, %NULL if there are none
 */
char *
tl_export_join_rows (TlTable            table,
                     const TlFactsList *rows)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) joined = NULL;

  for (guint i = 0; i < rows->n; i++)
    g_strv_builder_take (names, tl_export_name_row (table, rows->rows[i]));
  joined = g_strv_builder_end (names);
  return tl_export_join_texts ((const char * const *) joined);
}

static char *
get_number (double number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  if (isnan (number))
    return NULL;
  tl_export_write_number (number, digits);
  return g_strdup (digits);
}

static char *
get_day (TlDay day)
{
  char iso[TL_DAY_ISO_LENGTH + 1];

  if (day == TL_NO_DAY)
    return NULL;
  tl_day_to_iso (day, iso);
  return g_strdup (iso);
}

#define FACT(Type) (*(const Type *) (gconstpointer) ((const guint8 *) row + field->offset))

/**
 * tl_export_get_text:
 * @field: a field
 * @row: facts that have it
 *
 * Returns: (transfer full) (nullable): what is in the field, as a person would type it for an import; %NULL or an
 *   empty text when nothing is
 */
char *
tl_export_get_text (const TlField *field,
                    gconstpointer  row)
{
  switch (field->type)
    {
    case TL_FIELD_TEXT:
      return g_strdup (FACT (char *));
    case TL_FIELD_TEXTS:
      return tl_export_join_texts (FACT (char * const *));
    case TL_FIELD_DAY:
      return get_day (FACT (TlDay));
    case TL_FIELD_NUMBER:
      return get_number (FACT (double));
    case TL_FIELD_WHOLE:
      return get_number (FACT (int) != 0 ? FACT (int) : NAN);
    case TL_FIELD_WORD:
      return g_strdup (tl_word_get (field->words (), FACT (int)));
    case TL_FIELD_LINK:
      return tl_export_name_row (field->target, FACT (TlFacts *));
    case TL_FIELD_LINKS:
      return tl_export_join_rows (field->target, &FACT (TlFactsList));
    case TL_FIELD_WHO:
      return FACT (TlWho).person != NULL ? tl_export_name_row (TL_TABLE_PERSON, &FACT (TlWho).person->base)
                                         : g_strdup (FACT (TlWho).text);
    default:
      g_assert_not_reached ();
    }
}
