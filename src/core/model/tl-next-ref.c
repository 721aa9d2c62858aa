/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-next-ref.h"

#include <string.h>

/* Where the latest numbers are kept: what was just added may not be in the snapshot yet. */
#define GIVEN_KEY "tl-given-refs"
#define LONGEST_NUMBER 9

static const char *
get_usual_letters (TlTable table)
{
  switch ((int) table)
    {
    case TL_TABLE_PLACE:
      return "L";
    case TL_TABLE_PERSON:
      return "P";
    case TL_TABLE_RISK:
      return "R";
    case TL_TABLE_MEASURE:
      return "M";
    case TL_TABLE_ACTION:
      return "A";
    case TL_TABLE_EVIDENCE:
      return "E";
    case TL_TABLE_REVIEW:
      return "V";
    case TL_TABLE_WARNING_SIGN:
      return "S";
    default:
      return "G";
    }
}

/* "R12" has the letters "R" and the number 12. */
static gboolean
split (const char *ref,
       char      **letters,
       guint      *number)
{
  gsize length = strlen (ref), start = length;

  while (start > 0 && g_ascii_isdigit (ref[start - 1]))
    start--;
  if (start == length || length - start > LONGEST_NUMBER)
    return FALSE;
  *letters = g_strndup (ref, start);
  *number = (guint) g_ascii_strtoull (ref + start, NULL, 10);
  return TRUE;
}

/* Of the workbook's own letters the latest row's are taken: that is how they are numbered now. */
static char *
find_letters (TlSnapshot *snapshot,
              TlTable     table)
{
  char *letters = NULL;
  guint number;

  for (guint i = tl_snapshot_count (snapshot, table); i > 0; i--)
    {
      const TlFacts *row = tl_snapshot_get (snapshot, table, i - 1);

      if (row->ref != NULL && split (row->ref, &letters, &number))
        return letters;
    }
  return g_strdup (get_usual_letters (table));
}

static guint
find_greatest (TlSnapshot *snapshot,
               TlTable     table,
               const char *letters)
{
  guint greatest = 0;

  for (guint i = 0; i < tl_snapshot_count (snapshot, table); i++)
    {
      const TlFacts *row = tl_snapshot_get (snapshot, table, i);
      g_autofree char *own = NULL;
      guint number;

      if (row->ref != NULL && split (row->ref, &own, &number) && g_str_equal (own, letters))
        greatest = MAX (greatest, number);
    }
  return greatest;
}

/**
 * tl_next_ref_find:
 * @workbook: a workbook
 * @table: a table whose rows have refs
 *
 * Gives a number to a row that is to be added: one more than the greatest with the letters that the workbook uses. A
 * number that was given isn't given again while the workbook is open, so that a ref doesn't come to mean something else.
 *
 * Returns: (transfer full): a ref such as "A12"
 */
char *
tl_next_ref_find (TlWorkbook *workbook,
                  TlTable     table)
{
  TlSnapshot *snapshot = tl_assessment_get_snapshot (tl_workbook_get_assessment (workbook));
  g_autofree char *letters = find_letters (snapshot, table);
  g_autofree char *key = g_strdup_printf ("%d %s", (int) table, letters);
  GHashTable *given = g_object_get_data (G_OBJECT (workbook), GIVEN_KEY);
  guint number;

  if (given == NULL)
    {
      given = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_object_set_data_full (G_OBJECT (workbook), GIVEN_KEY, given, (GDestroyNotify) g_hash_table_unref);
    }
  number = MAX (find_greatest (snapshot, table, letters), GPOINTER_TO_UINT (g_hash_table_lookup (given, key))) + 1;
  g_hash_table_replace (given, g_steal_pointer (&key), GUINT_TO_POINTER (number));
  return g_strdup_printf ("%s%u", letters, number);
}
