/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-foreign-result.h"

#include <glib/gi18n-lib.h>

#include "tl-foreign-mapping-private.h"

static void
word_free (TlForeignWord *word)
{
  g_free (word->word);
  g_free (word->meaning);
  g_free (word);
}

static void
left_out_free (TlForeignLeftOut *left_out)
{
  g_free (left_out->heading);
  g_free (left_out);
}

static void
row_free (TlForeignRow *row)
{
  g_ptr_array_unref (row->items);
  g_free (row);
}

/* As a spreadsheet names it, from A. */
static char *
name_column (guint column)
{
  char letters[4] = { 0 };
  guint at = G_N_ELEMENTS (letters) - 1;

  for (guint rest = column + 1; rest > 0 && at > 0; rest = (rest - 1) / 26)
    letters[--at] = (char) ('A' + (rest - 1) % 26);
  return g_strdup_printf (_("column %s"), letters + at);
}

static void
find_left_out (TlForeignResult        *self,
               TlForeignBook          *book,
               const TlForeignMapping *mapping,
               guint                   index)
{
  const TlForeignLayout *layout = &mapping->layouts[index];
  const TlForeignSheet *sheet = tl_foreign_book_get_sheet (book, index);

  for (guint i = 0; i < layout->n_columns; i++)
    {
      TlForeignLeftOut *left_out;
      guint n = 0;

      if (layout->kind == TL_FOREIGN_KIND_NONE || layout->fields[i] != TL_FOREIGN_FIELD_NONE)
        continue;
      for (guint j = 0; j < tl_foreign_sheet_get_n_filled (sheet); j++)
        {
          guint row = tl_foreign_sheet_get_filled (sheet, j);

          n += row >= layout->heading_row + layout->n_heading_rows && *tl_foreign_sheet_get_text (sheet, row, i) != '\0';
        }
      if (n == 0)
        continue;
      left_out = g_new (TlForeignLeftOut, 1);
      *left_out = (TlForeignLeftOut) { index, i, *layout->headings[i] != '\0' ? g_strdup (layout->headings[i])
                                                                              : name_column (i), n };
      g_ptr_array_add (self->left_out, left_out);
    }
}

/**
 * tl_foreign_result_new:
 * @book: a spreadsheet that isn't ours
 * @mapping: how it is understood
 * @existing: the workbook as it is
 *
 * Works out what becomes of a spreadsheet that isn't ours: its rows are written down as rows of our own sheets, which
 * then take the very way that our own spreadsheet takes. Rows that the workbook has from an earlier import are
 * recognised by their texts and refs, so that a second import changes nothing. Takes as long as the file is large: not
 * for the main thread.
 *
 * Returns: (transfer full): the result
 */
TlForeignResult *
tl_foreign_result_new (TlForeignBook          *book,
                       const TlForeignMapping *mapping,
                       TlSnapshot             *existing)
{
  TlForeignResult *self = g_new0 (TlForeignResult, 1);

  self->words = g_ptr_array_new_with_free_func ((GDestroyNotify) word_free);
  self->left_out = g_ptr_array_new_with_free_func ((GDestroyNotify) left_out_free);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  for (guint i = 0; i < mapping->n_sheets; i++)
    find_left_out (self, book, mapping, i);
  self->plan = tl_import_plan_new (existing, tl_sheets_new ());
  return self;
}

/**
 * tl_foreign_result_free:
 * @self: (transfer full): a result
 *
 * Frees it with its plan, whose change lives on with whoever holds it.
 */
void
tl_foreign_result_free (TlForeignResult *self)
{
  tl_import_plan_free (self->plan);
  g_ptr_array_unref (self->words);
  g_ptr_array_unref (self->left_out);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

typedef struct
{
  TlForeignBook *book;
  TlForeignMapping *mapping;
  TlSnapshot *existing;
} Job;

static void
job_free (Job *job)
{
  tl_foreign_book_unref (job->book);
  tl_foreign_mapping_free (job->mapping);
  tl_snapshot_unref (job->existing);
  g_free (job);
}

static void
work_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Job *job = data;

  g_task_return_pointer (task, tl_foreign_result_new (job->book, job->mapping, job->existing),
                         (GDestroyNotify) tl_foreign_result_free);
}

/**
 * tl_foreign_result_async:
 * @book: a spreadsheet that isn't ours
 * @mapping: how it is understood; it is copied, so that it may be changed meanwhile
 * @existing: the workbook as it is
 * @cancellable: (nullable): to stop it
 * @callback: called when it is known what becomes of it
 * @user_data: for @callback
 *
 * Works out what becomes of a spreadsheet that isn't ours, on a thread of its own.
 */
void
tl_foreign_result_async (TlForeignBook          *book,
                         const TlForeignMapping *mapping,
                         TlSnapshot             *existing,
                         GCancellable           *cancellable,
                         GAsyncReadyCallback     callback,
                         gpointer                user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new (Job, 1);

  *job = (Job) { tl_foreign_book_ref (book), tl_foreign_mapping_copy (mapping), tl_snapshot_ref (existing) };
  g_task_set_source_tag (task, tl_foreign_result_async);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, work_in_thread);
}

/**
 * tl_foreign_result_finish:
 * @result: what the callback was given
 * @error: why there is none
 *
 * Returns: (transfer full) (nullable): what becomes of it
 */
TlForeignResult *
tl_foreign_result_finish (GAsyncResult  *result,
                          GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
