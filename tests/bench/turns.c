/* SPDX-License-Identifier: GPL-3.0-or-later */
/* turns FILE SIZE: what the main thread does at the most before it listens to keys and clicks again, gesture by gesture, in
 * the real window with the register and the overview. It is the time that the thread works, from one poll of the main
 * loop to the next, so that what else a machine does counts little. */

#include <adwaita.h>
#include <stdlib.h>
#include <time.h>

#include "bench-window.h"
#include "ratio.h"
#include "tl-risks-view-private.h"

#define FRAMES 40
#define GOAL 16

typedef struct
{
  TlWindow *window;
  TlRisksView *view;
  TlWorkbook *workbook;
  guint n_edits;
  guint n_opened;
  gboolean done;
} Bench;

typedef struct
{
  const char *said;
  /* What is done beforehand and doesn't count; what is done then. */
  void (* prepare) (Bench *self);
  void (* perform) (Bench *self);
} Gesture;

/* ── Turns ────────────────────────────────────────────────────────────────── */

static gint64 turn_start;
static double longest;

static gint64
get_work (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static int
poll_cb (GPollFD *fds,
         guint    n_fds,
         int      timeout)
{
  int result;

  longest = MAX (longest, (double) (get_work () - turn_start) / 1000);
  result = g_poll (fds, n_fds, timeout);
  turn_start = get_work ();
  return result;
}

/* Until nothing comes of it any more: half a second at the least, since some things wait for quiet. */
static void
settle (Bench *self)
{
  for (guint i = 0; i < FRAMES || tl_workbook_get_busy (self->workbook); i++)
    {
      gtk_widget_queue_draw (GTK_WIDGET (self->window));
      bench_window_paint (GTK_WIDGET (self->window));
    }
}

static double
take_longest (Bench         *self,
              const Gesture *gesture)
{
  if (gesture->prepare != NULL)
    gesture->prepare (self);
  settle (self);
  longest = 0;
  turn_start = get_work ();
  gesture->perform (self);
  settle (self);
  return longest;
}

/* ── Gestures ─────────────────────────────────────────────────────────────── */

static void
close_page (Bench *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->view), "risks.close-page", NULL);
}

/* Another one each time. */
static void
open_page (Bench *self)
{
  gtk_single_selection_set_selected (self->view->selection, self->n_opened++ % 16);
}

static void
open_next (Bench *self)
{
  gtk_single_selection_set_selected (self->view->selection, gtk_single_selection_get_selected (self->view->selection) + 1);
}

static void
search (Bench *self)
{
  tl_risks_arrangement_set_search (self->view->arrangement, "me");
}

static void
search_nothing (Bench *self)
{
  tl_risks_arrangement_set_search (self->view->arrangement, "");
}

static void
choose_high (Bench *self)
{
  tl_risks_arrangement_set_choices (self->view->arrangement, TL_RISK_CHOICE_OPEN | TL_RISK_CHOICE_HIGH);
}

static void
choose_open (Bench *self)
{
  tl_risks_arrangement_set_choices (self->view->arrangement, TL_RISK_CHOICE_OPEN);
}

static void
sort_by_owner (Bench *self)
{
  tl_risks_arrangement_set_order (self->view->arrangement, TL_RISKS_ORDER_OWNER, FALSE);
}

static void
sort_by_ref (Bench *self)
{
  tl_risks_arrangement_set_order (self->view->arrangement, TL_RISKS_ORDER_REF, FALSE);
}

static void
group_by_owner (Bench *self)
{
  tl_risks_arrangement_set_grouping (self->view->arrangement, TL_RISKS_GROUPING_OWNER);
}

static void
group_by_nothing (Bench *self)
{
  tl_risks_arrangement_set_grouping (self->view->arrangement, TL_RISKS_GROUPING_NONE);
}

static void
show_last_month (Bench *self)
{
  tl_workbook_set_as_at (self->workbook, tl_workbook_get_today (self->workbook) - 30);
}

static void
show_today (Bench *self)
{
  tl_workbook_set_as_at (self->workbook, tl_workbook_get_today (self->workbook));
}

static void
applied_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Bench *self = user_data;
  g_autoptr (GError) error = NULL;

  if (!tl_workbook_apply_finish (TL_WORKBOOK (source), result, &error))
    g_error ("%s", error->message);
  self->done = TRUE;
}

static void
rename_risk (Bench *self)
{
  g_autoptr (TlRecord) risk = g_list_model_get_item (G_LIST_MODEL (self->view->selection), 3);
  g_autoptr (TlChange) change = tl_change_new ("risk.rename");
  g_autofree char *title = g_strdup_printf ("Edited %u times", ++self->n_edits);

  tl_change_set_text (change, "risk", tl_record_get_id (risk), "title", title);
  self->done = FALSE;
  tl_workbook_apply_async (self->workbook, change, NULL, applied_cb, self);
  while (!self->done)
    g_main_context_iteration (NULL, TRUE);
}

static void
undo (Bench *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.undo", NULL);
}

static void
show_overview (Bench *self)
{
  tl_window_show_view (self->window, "overview");
}

static void
show_register (Bench *self)
{
  tl_window_show_view (self->window, "risks");
}

static const Gesture gestures[] = {
  { "opening a risk", close_page, open_page },
  { "the next risk", open_page, open_next },
  { "closing a risk", open_page, close_page },
  { "searching", search_nothing, search },
  { "searching for nothing", search, search_nothing },
  { "choosing those that are high", choose_open, choose_high },
  { "choosing all open ones", choose_high, choose_open },
  { "sorting by owner", sort_by_ref, sort_by_owner },
  { "grouping by owner", group_by_nothing, group_by_owner },
  { "grouping by nothing", group_by_owner, group_by_nothing },
  { "as at a month ago", show_today, show_last_month },
  { "as at today", show_last_month, show_today },
  { "a new title", NULL, rename_risk },
  { "undoing it", rename_risk, undo },
  { "the overview", show_register, show_overview },
  { "the register", show_overview, show_register },
};

static void
measure (Bench         *self,
         const char    *size,
         const Gesture *gesture)
{
  double times[BENCH_N_TIMES];
  g_autofree char *said = g_strdup_printf ("longest turn of the main loop, %s", gesture->said);

  take_longest (self, gesture);
  for (guint i = 0; i < BENCH_N_TIMES; i++)
    times[i] = take_longest (self, gesture);
  bench_report (size, &(BenchTitle) { "Turns", said, NULL, GOAL, NULL }, times, NULL);
}

/* Of its own, since it is edited. */
static char *
copy_workbook (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *folder = g_dir_make_tmp ("throughline-turns-XXXXXX", NULL);
  g_autoptr (GFile) copy = g_file_new_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  if (!g_file_copy (file, copy, G_FILE_COPY_NONE, NULL, NULL, NULL, &error))
    g_error ("%s", error->message);
  return g_file_get_path (copy);
}

int
main (int    argc,
      char **argv)
{
  Bench self = { 0 };
  g_autofree char *path = NULL;

  g_return_val_if_fail (argc >= 3, 2);

  bench_window_set_up ();
  path = copy_workbook (argv[1]);
  self.window = bench_window_open (path);
  self.workbook = tl_window_get_workbook (self.window);
  self.view = TL_RISKS_VIEW (tl_window_show_view (self.window, "risks"));
  bench_window_settle (GTK_WIDGET (self.window));
  g_main_context_set_poll_func (NULL, poll_cb);
  for (guint i = 0; i < G_N_ELEMENTS (gestures); i++)
    if (argc == 3 || g_str_equal (argv[3], gestures[i].said))
      measure (&self, argv[2], &gestures[i]);
  fflush (stdout);
  _Exit (0);
}
