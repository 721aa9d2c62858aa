/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-cli-work.h"

#include <stdio.h>
#include <unistd.h>

#include "tl-progress.h"

/* In milliseconds. Whoever waits for less needs no telling. */
#define PATIENCE 500
#define STEP 200

#define CLEAR "\r\033[K"

/* One command does one thing at a time. */
static const char *current;
static guint timer;
static gboolean shown;
/* In thousandths; below 0 when nobody knows. Any thread may say. */
static gint done = -1;

/* What counts the rows of work that has any. */
static TlProgress *
get_progress (void)
{
  static TlProgress *progress;

  if (progress == NULL)
    progress = tl_progress_new (NULL, NULL);
  return progress;
}

static gboolean
step_cb (gpointer data)
{
  gint thousandths = g_atomic_int_get (&done);
  g_autofree char *rows = tl_progress_to_text (get_progress ());
  double fraction = tl_progress_get_fraction (get_progress ());

  if (rows != NULL && fraction >= 0)
    fprintf (stderr, CLEAR "%s, %d %%", rows, (int) (fraction * 100));
  else if (rows != NULL)
    fprintf (stderr, CLEAR "%s", rows);
  else if (thousandths >= 0)
    fprintf (stderr, CLEAR "%s… %d %%", current, thousandths / 10);
  else
    fprintf (stderr, CLEAR "%s…", current);
  fflush (stderr);
  shown = TRUE;
  timer = g_timeout_add (STEP, step_cb, NULL);
  return G_SOURCE_REMOVE;
}

/**
 * tl_cli_work_get_progress:
 *
 * Returns: (transfer none): what is given as a cancellable to work that counts rows, so that they are shown
 */
GCancellable *
tl_cli_work_get_progress (void)
{
  return G_CANCELLABLE (get_progress ());
}

/**
 * tl_cli_work_begin:
 * @what: what is done, as in “Saving”
 *
 * From here on whoever sits at a terminal is told what is done, while the main loop runs; a log isn't.
 */
void
tl_cli_work_begin (const char *what)
{
  current = what;
  g_atomic_int_set (&done, -1);
  if (isatty (STDERR_FILENO))
    timer = g_timeout_add (PATIENCE, step_cb, NULL);
}

/**
 * tl_cli_work_advance:
 * @fraction: from 0 to 1
 *
 * Says how far it is, on any thread.
 */
void
tl_cli_work_advance (double fraction)
{
  g_atomic_int_set (&done, (gint) (CLAMP (fraction, 0, 1) * 1000));
}

/**
 * tl_cli_work_end:
 *
 * Leaves the line empty for what is said next.
 */
void
tl_cli_work_end (void)
{
  g_clear_handle_id (&timer, g_source_remove);
  tl_progress_begin (tl_cli_work_get_progress (), TL_PROGRESS_STAGE_NONE, 0);
  if (shown)
    fputs (CLEAR, stderr);
  fflush (stderr);
  shown = FALSE;
}

typedef struct
{
  TlCliWorkFunc func;
  gpointer data;
} Job;

static void
run (GTask        *task,
     gpointer      source,
     gpointer      data,
     GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;

  if (job->func (job->data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
finished_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      finished)
{
  *(gboolean *) finished = TRUE;
}

/**
 * tl_cli_work:
 * @what: what is done, as in “Reading”
 * @func: does it
 * @data: for @func
 * @error: why it couldn't be done
 *
 * Does something while whoever sits at a terminal is told what, and can stop it.
 *
 * Returns: whether it was done
 */
gboolean
tl_cli_work (const char     *what,
             TlCliWorkFunc   func,
             gpointer        data,
             GError        **error)
{
  gboolean finished = FALSE;
  g_autoptr (GTask) task = g_task_new (NULL, NULL, finished_cb, &finished);
  Job job = { func, data };

  g_task_set_source_tag (task, tl_cli_work);
  g_task_set_task_data (task, &job, NULL);
  tl_cli_work_begin (what);
  g_task_run_in_thread (task, run);
  while (!finished)
    g_main_context_iteration (NULL, TRUE);
  tl_cli_work_end ();
  return g_task_propagate_boolean (task, error);
}
