/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-history-reviews.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-history-words.h"
#include "tl-row.h"

static const TlEdit *
find_edit (const TlChange *change,
           const char     *table,
           const char     *column)
{
  for (guint i = 0; i < tl_change_get_n_edits (change); i++)
    {
      const TlEdit *edit = tl_change_get_edit (change, i);

      if (strcmp (edit->table, table) == 0 && (column == NULL || strcmp (edit->column, column) == 0))
        return edit;
    }
  return NULL;
}

/* The first row of a table that the change touches, by name. */
static char *
name_row (TlDatabase     *database,
          const TlChange *change,
          const char     *table)
{
  const TlEdit *edit = find_edit (change, table, NULL);

  return edit != NULL ? tl_history_words_row (database, tl_schema_find_table (table), &edit->row) : NULL;
}

/* What the first touched row of a table holds: by the change, or else as it is now; %NULL when that can't be said. */
static char *
say_value (TlDatabase     *database,
           const TlChange *change,
           const char     *name,
           const char     *column)
{
  const TlSchemaTable *table = tl_schema_find_table (name);
  int index = tl_schema_table_find_column (table, column);
  const TlEdit *set = find_edit (change, name, column), *any = find_edit (change, name, NULL);
  g_autoptr (TlRow) row = NULL;

  if (set != NULL && set->new_value.type != TL_VALUE_NULL)
    return tl_history_words_value (database, &table->columns[index], &set->new_value);
  row = any != NULL ? tl_row_load (database, table, &any->row, NULL) : NULL;
  if (row == NULL || !row->exists || row->values[index].type == TL_VALUE_NULL)
    return NULL;
  return tl_history_words_value (database, &table->columns[index], &row->values[index]);
}

/* Takes over both texts. */
static char *
put (const char *words,
     char       *first,
     char       *second)
{
  char *text = first != NULL && second != NULL ? g_strdup_printf (words, first, second) : NULL;

  g_free (first);
  g_free (second);
  return text;
}

static char *
put_one (const char *words,
         char       *first)
{
  char *text = first != NULL ? g_strdup_printf (words, first) : NULL;

  g_free (first);
  return text;
}

/**
 * tl_history_say_review:
 * @database: a connection
 * @change: a change of its history
 *
 * Returns: (transfer full) (nullable): what it did in a review, to be put behind a person's name; %NULL for what was done
 *   elsewhere, and where it can't be said shortly
 */
char *
tl_history_say_review (TlDatabase     *database,
                       const TlChange *change)
{
  const char *kind = tl_change_get_kind (change);

  if (strcmp (kind, "review.start") == 0)
    /* Translators: %s is a review */
    return put_one (_("started the review %s"), name_row (database, change, "review"));
  if (strcmp (kind, "review.finish") == 0)
    /* Translators: %s is a review */
    return put_one (_("finished the review %s"), name_row (database, change, "review"));
  if (strcmp (kind, "review.set-agenda") == 0)
    /* Translators: %s is a review */
    return put_one (_("settled the agenda of %s"), say_value (database, change, "agenda_item", "review"));
  if (strcmp (kind, "looked_at.add") == 0 || strcmp (kind, "looked_at.edit") == 0)
    /* Translators: a risk, a review */
    return put (_("noted what was seen of %1$s in %2$s"), say_value (database, change, "looked_at", "risk"),
                say_value (database, change, "looked_at", "review"));
  if (strcmp (kind, "challenge.add") == 0)
    /* Translators: a risk, a question */
    return put (_("asked about %1$s: %2$s"), say_value (database, change, "challenge", "risk"),
                say_value (database, change, "challenge", "question"));
  if (strcmp (kind, "challenge.edit") == 0 && find_edit (change, "challenge", "answer") != NULL)
    /* Translators: a question, its answer */
    return put (_("answered %1$s: %2$s"), say_value (database, change, "challenge", "question"),
                say_value (database, change, "challenge", "answer"));
  if (strcmp (kind, "review.decide") == 0 || strcmp (kind, "review.continue") == 0)
    /* Translators: a risk, what was decided */
    return put (_("decided on %1$s: %2$s"), say_value (database, change, "decision", "risk"),
                say_value (database, change, "decision", "decision"));
  return NULL;
}
