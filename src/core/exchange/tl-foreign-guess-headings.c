/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-foreign-guess.h"

#include "tl-foreign-day.h"
#include "tl-foreign-headings.h"

/* Titles and notes above a table take a screen at most. */
#define MOST_ROWS_ABOVE 60
#define LONGEST_HEADING 90
/* Below this a word of a heading may as well be chance. */
#define LEAST_MATCH 4.0
#define LEAST_HEADINGS 12.0

/* How much a text looks like a heading of any kind; dates, numbers and paragraphs are none. */
static double
weigh_heading (const char *text)
{
  g_autofree char *folded = g_utf8_strlen (text, -1) <= LONGEST_HEADING ? tl_foreign_fold (text) : NULL;
  TlDay first, last;
  TlForeignDayKind day = tl_foreign_day_read (text, &first, &last);
  double best = 0;

  if (folded == NULL || *folded == '\0')
    return folded == NULL ? -3 : 0;
  if (tl_foreign_guess_is_number (text) || day == TL_FOREIGN_DAY_EXACT || day == TL_FOREIGN_DAY_PERIOD)
    return -6;
  for (TlForeignKind kind = TL_FOREIGN_KIND_PLAN; kind < TL_FOREIGN_N_KINDS; kind++)
    {
      for (guint i = 1; i < TL_FOREIGN_N_FIELDS && best < TL_FOREIGN_SURE; i++)
        {
          if (tl_foreign_kind_has_field (kind, i))
            best = MAX (best, tl_foreign_headings_match (kind, i, folded));
        }
    }
  return best >= LEAST_MATCH ? best : 0;
}

/* One title over the whole table isn't the heading of each of its columns. */
static gboolean
is_title (const TlForeignSheet *sheet,
          guint                 row,
          guint                 column)
{
  const TlSheetMerge *merge = tl_foreign_sheet_find_merge (sheet, row, column);
  guint n = tl_foreign_sheet_get_n_columns (sheet);

  return merge != NULL && n >= 3 && (merge->last_column - merge->first_column + 1) * 3 >= n * 2;
}

static double
weigh_rows (const TlForeignSheet *sheet,
            guint                 row,
            guint                 n_rows)
{
  double sum = 0;

  for (guint i = 0; i < tl_foreign_sheet_get_n_columns (sheet); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      const char *last = NULL;
      gboolean own = FALSE;

      for (guint j = 0; j < n_rows; j++)
        {
          const TlSheetMerge *merge = tl_foreign_sheet_find_merge (sheet, row + j, i);
          const char *part = tl_foreign_sheet_get_merged (sheet, row + j, i);

          if (is_title (sheet, row + j, i))
            return 0;
          if (g_strcmp0 (part, last) != 0)
            g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", part);
          last = part;
          own |= merge == NULL || merge->first_column == i;
        }
      /* A heading over several columns is one. */
      if (own)
        sum += weigh_heading (text->str);
    }
  return sum;
}

/* Headings that are merged downwards are as high as the whole of them. */
static void
follow_merges (const TlForeignSheet *sheet,
               guint                *row,
               guint                *n_rows)
{
  guint first = *row, last = *row + *n_rows - 1;

  for (guint i = 0; i < tl_foreign_sheet_get_n_columns (sheet); i++)
    {
      for (guint j = *row; j < *row + *n_rows; j++)
        {
          const TlSheetMerge *merge = tl_foreign_sheet_find_merge (sheet, j, i);

          if (merge == NULL || merge->last_row - merge->first_row >= 3)
            continue;
          first = MIN (first, merge->first_row);
          last = MAX (last, merge->last_row);
        }
    }
  if (last - first >= 3)
    return;
  *row = first;
  *n_rows = last - first + 1;
}

/* Without any telling heading: the first row that is as wide as the table. */
static guint
find_first_wide (const TlForeignSheet *sheet)
{
  guint n_filled = tl_foreign_sheet_get_n_filled (sheet), widest = 0;

  for (guint i = 0; i < 2; i++)
    {
      for (guint j = 0; j < n_filled && j < MOST_ROWS_ABOVE; j++)
        {
          guint row = tl_foreign_sheet_get_filled (sheet, j), n = 0;

          for (guint k = 0; k < tl_foreign_sheet_get_n_columns (sheet); k++)
            n += *tl_foreign_sheet_get_text (sheet, row, k) != '\0';
          if (i == 1 && n * 4 >= widest * 3)
            return row;
          widest = MAX (widest, n);
        }
    }
  return 0;
}

/**
 * tl_foreign_guess_headings:
 * @sheet: a sheet
 * @row: (out): the number of the first row with headings, 0 when the sheet is empty
 * @n_rows: (out): how many rows they take
 *
 * Guesses where a sheet's headings are, below titles and notes.
 */
void
tl_foreign_guess_headings (const TlForeignSheet *sheet,
                           guint                *row,
                           guint                *n_rows)
{
  guint n_filled = MIN (tl_foreign_sheet_get_n_filled (sheet), MOST_ROWS_ABOVE);
  double best = LEAST_HEADINGS;

  *row = 0;
  *n_rows = 1;
  for (guint i = 0; i < n_filled; i++)
    {
      guint number = tl_foreign_sheet_get_filled (sheet, i);
      double one = weigh_rows (sheet, number, 1), two = 0;

      if (i + 1 < n_filled && tl_foreign_sheet_get_filled (sheet, i + 1) == number + 1)
        two = weigh_rows (sheet, number, 2);
      /* A heading that is repeated further down is no better than the first. */
      if (one > best + 0.5)
        {
          best = one;
          *row = number;
          *n_rows = 1;
        }
      if (two > best + 5)
        {
          best = two;
          *row = number;
          *n_rows = 2;
        }
    }
  if (*row == 0)
    *row = find_first_wide (sheet);
  if (*row != 0)
    follow_merges (sheet, row, n_rows);
}
