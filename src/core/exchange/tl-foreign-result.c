/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-foreign-result.h"

#include <glib/gi18n-lib.h>

#include "tl-foreign-work.h"
#include "tl-progress.h"

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

static void
cell_free (TlForeignCell *cell)
{
  g_free (cell->text);
  g_free (cell);
}

static void
item_free (TlForeignItem *item)
{
  g_free (item->ref);
  g_ptr_array_unref (item->cells);
  g_free (item);
}

static TlForeignItem *
item_new (const TlForeignOut *out)
{
  const TlTableLayout *layout = tl_layout_get (out->table);
  TlForeignItem *item = g_new0 (TlForeignItem, 1);

  item->sheet = layout->sheet;
  item->ref = g_strdup (out->ref);
  item->added = out->existing == NULL;
  item->cells = g_ptr_array_new_with_free_func ((GDestroyNotify) cell_free);
  for (guint i = 0; i < layout->n_fields; i++)
    {
      TlForeignCell *cell;

      if (out->cells[i] == NULL)
        continue;
      cell = g_new (TlForeignCell, 1);
      *cell = (TlForeignCell) { layout->fields[i].heading, g_strdup (out->cells[i]) };
      g_ptr_array_add (item->cells, cell);
    }
  return item;
}

/* Returns: (nullable): the row in the preview, unless there are enough of its sheet */
static TlForeignRow *
get_row (TlForeignResult *self,
         guint            sheet,
         guint            number)
{
  TlForeignRow *row;
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      row = g_ptr_array_index (self->rows, i);
      if (row->sheet == sheet && row->row == number)
        return row;
      n += row->sheet == sheet;
    }
  if (n >= TL_FOREIGN_SHOWN_ROWS)
    return NULL;
  row = g_new (TlForeignRow, 1);
  *row = (TlForeignRow) { sheet, number, g_ptr_array_new_with_free_func ((GDestroyNotify) item_free) };
  g_ptr_array_add (self->rows, row);
  return row;
}

static int
compare_outs (gconstpointer a,
              gconstpointer b)
{
  const TlForeignOut *out_a = *(TlForeignOut * const *) a, *out_b = *(TlForeignOut * const *) b;

  if (out_a->sheet != out_b->sheet)
    return out_a->sheet < out_b->sheet ? -1 : 1;
  if (out_a->number != out_b->number)
    return out_a->number < out_b->number ? -1 : 1;
  return (int) out_a->table - (int) out_b->table;
}

/* Before what the workbook says already is filled in: only what the file says is shown. */
static void
show_rows (TlForeignWork *work)
{
  g_autoptr (GPtrArray) outs = g_ptr_array_new ();

  for (TlTable table = 0; table < TL_N_TABLES; table++)
    {
      for (guint i = 0; i < work->outs[table]->len; i++)
        g_ptr_array_add (outs, g_ptr_array_index (work->outs[table], i));
    }
  g_ptr_array_sort (outs, compare_outs);
  for (guint i = 0; i < outs->len; i++)
    {
      const TlForeignOut *out = g_ptr_array_index (outs, i);
      TlForeignRow *row = get_row (work->result, out->sheet, out->number);

      if (row != NULL)
        g_ptr_array_add (row->items, item_new (out));
    }
}

/* Those that need an answer first, then by what they are of and how often they stand there. */
static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  const TlForeignWord *word_a = *(TlForeignWord * const *) a, *word_b = *(TlForeignWord * const *) b;

  if ((word_a->meaning == NULL) != (word_b->meaning == NULL))
    return word_a->meaning == NULL ? -1 : 1;
  if (word_a->field != word_b->field)
    return (int) word_a->field - (int) word_b->field;
  if (word_a->n_rows != word_b->n_rows)
    return word_a->n_rows > word_b->n_rows ? -1 : 1;
  return g_strcmp0 (word_a->word, word_b->word);
}

/* People and risks first, so that what comes after can name them. */
static void
add_sheets (TlForeignWork *work)
{
  static const struct
  {
    TlForeignKind kind;
    void (*add) (TlForeignWork *work,
                 guint          sheet);
  } steps[] = {
    { TL_FOREIGN_KIND_PEOPLE, tl_foreign_people_add },
    { TL_FOREIGN_KIND_PLAN, tl_foreign_plan_add },
    { TL_FOREIGN_KIND_EVIDENCE, tl_foreign_evidence_add },
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      for (guint j = 0; j < work->mapping->n_sheets; j++)
        {
          if (work->mapping->layouts[j].kind == steps[i].kind && work->mapping->layouts[j].heading_row > 0)
            steps[i].add (work, j);
        }
    }
}

/* Days, people and places that are left out are kept in the text of their row; words of lists and ratings aren't. */
static void
note_words (TlForeignWork *work)
{
  for (guint i = 0; i < work->result->words->len; i++)
    {
      const TlForeignWord *word = g_ptr_array_index (work->result->words, i);
      TlForeignFieldType type = tl_foreign_field_get_type (word->field);

      if (g_strcmp0 (word->meaning, "") == 0 && (type == TL_FOREIGN_TYPE_WORD || type == TL_FOREIGN_TYPE_RATING))
        tl_foreign_work_note (work, g_strdup_printf (ngettext ("“%s” (%s) was left out of %u row",
                                                               "“%s” (%s) was left out of %u rows", word->n_rows),
                                                     word->word, tl_foreign_field_get_label (word->field), word->n_rows));
    }
}

/* What stands above a table, and what isn't taken at all, is told rather than lost in silence. */
static void
note_left_out (TlForeignWork *work)
{
  for (guint i = 0; i < work->result->left_out->len; i++)
    {
      const TlForeignLeftOut *left_out = g_ptr_array_index (work->result->left_out, i);
      const TlForeignSheet *sheet = tl_foreign_book_get_sheet (work->book, left_out->sheet);

      tl_foreign_work_note (work, g_strdup_printf (_("%s: the column “%s” was left out"),
                                                   tl_foreign_sheet_get_name (sheet), left_out->heading));
    }
  for (guint i = 0; i < work->mapping->n_sheets; i++)
    {
      const TlForeignSheet *sheet = tl_foreign_book_get_sheet (work->book, i);

      if (work->mapping->layouts[i].kind == TL_FOREIGN_KIND_NONE && tl_foreign_sheet_get_n_filled (sheet) > 0)
        tl_foreign_work_note (work, g_strdup_printf (_("the sheet “%s” was left out"), tl_foreign_sheet_get_name (sheet)));
    }
}

static void
begin_counting (TlForeignWork *work)
{
  gsize n_rows = 0;

  for (guint i = 0; i < work->mapping->n_sheets; i++)
    {
      if (work->mapping->layouts[i].kind != TL_FOREIGN_KIND_NONE)
        n_rows += tl_foreign_sheet_get_n_filled (tl_foreign_book_get_sheet (work->book, i));
    }
  tl_progress_begin (work->cancellable, TL_PROGRESS_STAGE_TELLING, n_rows);
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
  return tl_foreign_result_make (book, mapping, existing, NULL, NULL);
}

/**
 * tl_foreign_result_make:
 * @book: a spreadsheet that isn't ours
 * @mapping: how it is understood
 * @existing: the workbook as it is
 * @cancellable: (nullable): to stop it; a #TlProgress is told how far it is
 * @error: that it was stopped
 *
 * As [ctor@Tl.ForeignResult.new], for work that takes long.
 *
 * Returns: (transfer full) (nullable): the result
 */
TlForeignResult *
tl_foreign_result_make (TlForeignBook           *book,
                        const TlForeignMapping  *mapping,
                        TlSnapshot              *existing,
                        GCancellable            *cancellable,
                        GError                 **error)
{
  g_autoptr (TlForeignResult) self = g_new0 (TlForeignResult, 1);
  TlForeignWork work = { .book = book, .cancellable = cancellable, .mapping = mapping, .existing = existing,
                         .result = self };

  self->words = g_ptr_array_new_with_free_func ((GDestroyNotify) word_free);
  self->left_out = g_ptr_array_new_with_free_func ((GDestroyNotify) left_out_free);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  for (guint i = 0; i < mapping->n_sheets; i++)
    find_left_out (self, book, mapping, i);
  tl_foreign_work_begin (&work);
  begin_counting (&work);
  add_sheets (&work);
  show_rows (&work);
  note_left_out (&work);
  note_words (&work);
  tl_foreign_out_finish (&work);
  g_ptr_array_sort (self->words, compare_words);
  self->plan = tl_import_plan_make (existing, work.sheets, cancellable, error);
  tl_foreign_work_end (&work);
  return self->plan != NULL ? g_steal_pointer (&self) : NULL;
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
  g_clear_pointer (&self->plan, tl_import_plan_free);
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
  GError *error = NULL;
  TlForeignResult *made = tl_foreign_result_make (job->book, job->mapping, job->existing, cancellable, &error);

  if (made != NULL)
    g_task_return_pointer (task, made, (GDestroyNotify) tl_foreign_result_free);
  else
    g_task_return_error (task, error);
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
