/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-xlsx-ours.h"

#include "tl-foreign-sheet.h"
#include "tl-import-plan.h"
#include "tl-waiting.h"
#include "tl-xlsx-cells.h"

#define CHUNK (16 * 1024)

typedef struct
{
  const TlXlsxBook *book;
  gboolean ours;
} Looking;

/* No further than to the headings. */
static void
look_at (Looking    *self,
         const char *name,
         TlXlsxPart *part)
{
  TlSheet *sheet = tl_sheet_new (name);
  g_autoptr (TlXlsxCells) cells = tl_xlsx_cells_new (sheet, self->book, TRUE, NULL);
  g_autoptr (TlXlsxParser) parser = tl_xlsx_parser_new (&tl_xlsx_cells_handler, cells);
  g_autoptr (TlForeignSheet) found = NULL;
  g_autofree char *chunk = g_malloc (CHUNK);
  gsize got = 1;

  while (got > 0 && tl_sheet_get_heading_row (sheet) == 0)
    {
      if (!tl_xlsx_part_read (part, chunk, CHUNK, &got, NULL)
          || !tl_xlsx_parser_feed (parser, chunk, got, got == 0, NULL))
        break;
    }
  found = tl_foreign_sheet_new (sheet, FALSE);
  self->ours |= tl_foreign_sheet_is_ours (found);
}

static gboolean
look_at_part (const char  *part_name,
              TlXlsxPart  *part,
              gpointer     data,
              GError     **error)
{
  Looking *self = data;

  for (guint i = 0; i < tl_xlsx_book_get_n_sheets (self->book) && !self->ours; i++)
    {
      const TlXlsxSheetInfo *info = tl_xlsx_book_get_sheet (self->book, i);

      if (g_strcmp0 (info->part, part_name) == 0)
        {
          look_at (self, info->name, part);
          break;
        }
    }
  return TRUE;
}

/* Whether each tab that anybody sees is named as a sheet of ours. */
static gboolean
has_only_our_names (const TlXlsxBook *book)
{
  for (guint i = 0; i < tl_xlsx_book_get_n_sheets (book); i++)
    {
      const TlXlsxSheetInfo *info = tl_xlsx_book_get_sheet (book, i);

      if (!info->hidden && tl_import_find_sheet (info->name) == NULL)
        return FALSE;
    }
  return TRUE;
}

/**
 * tl_xlsx_is_ours:
 * @file: any file
 * @cancellable: (nullable): to stop it
 *
 * Looks at the beginning of each sheet, so that a spreadsheet of ours needn't be read as somebody else's first. Blocks:
 * not for the main thread.
 *
 * Returns: whether it is a spreadsheet of which all is ours: each visible sheet is named as one of ours, and one has its
 *   headings, too
 */
gboolean
tl_xlsx_is_ours (GFile        *file,
                 GCancellable *cancellable)
{
  g_autoptr (TlXlsxBook) book = NULL;
  Looking self = { NULL };

  tl_assert_may_wait ();

  book = tl_xlsx_book_read (file, cancellable, NULL);
  self.book = book;
  return book != NULL && has_only_our_names (book)
         && tl_xlsx_package_walk (file, look_at_part, &self, cancellable, NULL) && self.ours;
}
