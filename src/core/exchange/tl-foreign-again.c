/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-foreign-again.h"

#include "tl-foreign-mapping-private.h"

/* A row more or less above the table is no other table. */
#define ROWS_TRIED 60

static guint
find_sheet (const TlForeignMapping *self,
            const char             *name)
{
  for (guint i = 0; i < self->n_sheets; i++)
    {
      if (g_str_equal (tl_foreign_sheet_get_name (tl_foreign_book_get_sheet (self->book, i)), name))
        return i;
    }
  return G_MAXUINT;
}

/* Which of the columns with its heading a column is. */
static guint
count_before (const TlForeignLayout *layout,
              guint                  column)
{
  guint n = 0;

  for (guint i = 0; i < column; i++)
    n += g_str_equal (layout->headings[i], layout->headings[column]);
  return n;
}

static guint
find_column (const TlForeignLayout *layout,
             const char            *heading,
             guint                  occurrence)
{
  for (guint i = 0; i < layout->n_columns; i++)
    {
      if (g_str_equal (layout->headings[i], heading) && occurrence-- == 0)
        return i;
    }
  return G_MAXUINT;
}

/* Columns may have come and gone, but a row of headings has most of those that it had. */
static gboolean
is_alike (const TlForeignLayout *before,
          const TlForeignLayout *now)
{
  guint n = 0, n_found = 0;

  for (guint i = 0; i < before->n_columns; i++)
    {
      if (*before->headings[i] == '\0')
        continue;
      n++;
      n_found += find_column (now, before->headings[i], 0) != G_MAXUINT;
    }
  return n > 0 && n_found * 2 > n;
}

static gboolean
find_headings (TlForeignMapping      *made,
               guint                  sheet,
               const TlForeignLayout *before)
{
  const TlForeignSheet *rows = tl_foreign_book_get_sheet (made->book, sheet);
  guint n = MIN (tl_foreign_sheet_get_n_filled (rows), ROWS_TRIED);

  tl_foreign_mapping_set_heading_row (made, sheet, before->heading_row, before->n_heading_rows);
  for (guint i = 0; i < n && !is_alike (before, &made->layouts[sheet]); i++)
    tl_foreign_mapping_set_heading_row (made, sheet, tl_foreign_sheet_get_filled (rows, i), before->n_heading_rows);
  return is_alike (before, &made->layouts[sheet]);
}

static void
take_sheet (TlForeignMapping      *made,
            guint                  sheet,
            const TlForeignLayout *before)
{
  TlForeignLayout *now = &made->layouts[sheet];
  guint row = now->heading_row, n_rows = now->n_heading_rows;

  if (before->heading_row == 0)
    return;
  if (!find_headings (made, sheet, before))
    {
      tl_foreign_mapping_set_heading_row (made, sheet, row, n_rows);
      return;
    }
  tl_foreign_mapping_set_kind (made, sheet, before->kind);
  now->split = before->split;
  now->remembered = before->remembered;
  for (guint i = 0; i < now->n_columns; i++)
    {
      guint column = find_column (before, now->headings[i], count_before (now, i));

      /* A column that wasn't there is whatever it was guessed to be, unless another one is that already. */
      if (column != G_MAXUINT)
        tl_foreign_mapping_set_field (made, sheet, i, before->fields[column]);
    }
}

/**
 * tl_foreign_mapping_again:
 * @self: how a file was understood
 * @book: the same file, read again
 * @existing: the workbook
 * @memory: (nullable): how such sheets were understood before
 *
 * Understands a file that somebody has mended in the meantime as it was understood before: nothing that was said of its
 * sheets, columns and words has to be said again.
 *
 * Returns: (transfer full): the mapping of @book
 */
TlForeignMapping *
tl_foreign_mapping_again (const TlForeignMapping *self,
                          TlForeignBook          *book,
                          TlSnapshot             *existing,
                          TlForeignMemory        *memory)
{
  TlForeignMapping *made = tl_foreign_mapping_guess (book, existing, memory);

  if (self->as_of != TL_NO_DAY)
    made->as_of = self->as_of;
  for (guint i = 0; i < made->n_sheets; i++)
    {
      guint before = find_sheet (self, tl_foreign_sheet_get_name (tl_foreign_book_get_sheet (book, i)));

      if (before != G_MAXUINT)
        take_sheet (made, i, &self->layouts[before]);
    }
  for (guint i = 0; i < self->meanings->len; i++)
    {
      const TlForeignMeaning *meaning = g_ptr_array_index (self->meanings, i);

      tl_foreign_mapping_set_meaning (made, meaning->field, meaning->word, meaning->meaning);
    }
  return made;
}
