/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-import-plan-private.h"

#include "tl-progress.h"

/* What is done with one row of a table after the other takes long when there are many. Then several threads each take
 * some of them, one after the other as they stand in the sheet: nothing is changed meanwhile but the rows themselves, and
 * what each thread has to tell is listed in the order of the sheet when all are done. */

#define FEWEST_ROWS 4000
#define MOST_THREADS 4
/* How often a thread that counts nothing looks whether to go on. */
#define ROWS_AT_A_TIME 1000

typedef struct
{
  TlImportWork work;
  TlImportTable *table;
  TlImportRowsFunc func;
  guint start;
  guint end;
  gboolean counts;
  GThread *thread;
  gboolean done;
} Part;

static gboolean
step (Part  *self,
      guint  n_done)
{
  if (self->counts)
    return tl_progress_step (self->work.cancellable, NULL);
  return n_done % ROWS_AT_A_TIME != 0 || !g_cancellable_is_cancelled (self->work.cancellable);
}

static void
do_part (Part *self)
{
  TlImportCell cells[TL_IMPORT_MAX_FIELDS];

  for (guint i = self->start; i < self->end; i++)
    {
      self->func (&self->work, self->table, &self->table->rows[i], cells);
      if (!step (self, i - self->start + 1))
        return;
    }
  self->done = TRUE;
}

static gpointer
do_part_aside (gpointer data)
{
  do_part (data);
  return NULL;
}

/* Whoever shows how far it is hears of it on one thread only. */
static void
begin_aside (Part *self)
{
  self->counts = FALSE;
  self->work.plan = g_new0 (TlImportPlan, 1);
  self->work.plan->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_import_problem_free);
  self->work.name = g_byte_array_new ();
  self->thread = g_thread_new ("throughline-rows", do_part_aside, self);
}

static void
end_aside (Part         *self,
           TlImportWork *work)
{
  TlImportPlan *plan = self->work.plan;

  g_thread_join (self->thread);
  while (plan->problems->len > 0)
    tl_import_list_problem (work->plan, g_ptr_array_steal_index (plan->problems, 0));
  work->plan->n_unlisted += plan->n_unlisted;
  g_ptr_array_unref (plan->problems);
  g_free (plan);
  g_byte_array_unref (self->work.name);
}

/**
 * tl_import_rows_share:
 * @work: a plan in the making
 * @table: a table
 * @func: what is done with each row; on several threads, if there are many
 * @counts: whether the rows are counted
 * @error: that it was stopped
 *
 * Goes through the rows of a table.
 *
 * Returns: whether it came to the end
 */
gboolean
tl_import_rows_share (TlImportWork      *work,
                      TlImportTable     *table,
                      TlImportRowsFunc   func,
                      gboolean           counts,
                      GError           **error)
{
  guint n_parts = table->n_rows >= FEWEST_ROWS ? MIN (g_get_num_processors (), MOST_THREADS) : 1;
  Part parts[MOST_THREADS];
  gboolean done;

  for (guint i = n_parts; i > 0; i--)
    {
      Part *part = &parts[i - 1];

      *part = (Part) { .work = *work, .table = table, .func = func, .counts = counts,
                       .start = (guint) ((guint64) table->n_rows * (i - 1) / n_parts),
                       .end = (guint) ((guint64) table->n_rows * i / n_parts) };
      if (i > 1)
        begin_aside (part);
    }
  do_part (&parts[0]);
  done = parts[0].done;
  for (guint i = 1; i < n_parts; i++)
    {
      end_aside (&parts[i], work);
      done &= parts[i].done;
      for (guint j = parts[i].start; counts && done && j < parts[i].end; j++)
        done = tl_progress_step (work->cancellable, NULL);
    }
  if (!done)
    g_cancellable_set_error_if_cancelled (work->cancellable, error);
  return done;
}
