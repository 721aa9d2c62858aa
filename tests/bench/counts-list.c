/* SPDX-License-Identifier: GPL-3.0-or-later */
/* counts-list FILE NAME: as counts, of what needs the window, on a display. What is counted is what happens at once when the
 * register is given its rows: each is made and bound. Given the same rows again, GTK would leave them as they are. */

#include <stdlib.h>
#include <valgrind/callgrind.h>
#include <valgrind/valgrind.h>

#include "bench-window.h"
#include "ratio.h"
#include "tl-risks-view-private.h"

#define NAME "list-bind"
#define TIMES 5

static guint
count_rows (TlRisksView *view)
{
  return g_list_model_get_n_items (G_LIST_MODEL (view->selection));
}

static GtkColumnView *
get_table (TlRisksView *view)
{
  return bench_window_find (GTK_WIDGET (view), GTK_TYPE_COLUMN_VIEW);
}

static void
let_go (TlRisksView *view)
{
  gtk_column_view_set_model (get_table (view), NULL);
}

static void
bind_all (TlRisksView *view)
{
  gtk_column_view_set_model (get_table (view), GTK_SELECTION_MODEL (view->selection));
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
measure_time (TlRisksView *view,
              GtkWidget   *window)
{
  double times[BENCH_N_TIMES];

  for (guint i = 0; i < BENCH_N_TIMES; i++)
    {
      gint64 start;

      let_go (view);
      start = g_get_monotonic_time ();
      bind_all (view);
      times[i] = bench_since (start);
      bench_window_paint (window);
    }
  qsort (times, BENCH_N_TIMES, sizeof *times, compare_times);
  return times[BENCH_N_TIMES / 2];
}

static void
count (TlRisksView *view,
       GtkWidget   *window)
{
  for (guint i = 0; i < TIMES; i++)
    {
      let_go (view);
      CALLGRIND_START_INSTRUMENTATION;
      bind_all (view);
      CALLGRIND_STOP_INSTRUMENTATION;
      gtk_widget_queue_draw (window);
      bench_window_paint (window);
    }
}

int
main (int    argc,
      char **argv)
{
  TlWindow *window;
  TlRisksView *view;

  if (argc == 1)
    g_print (NAME "\n");
  if (argc != 3)
    return argc == 1 ? 0 : 2;
  bench_window_set_up ();
  window = bench_window_open (argv[1]);
  view = TL_RISKS_VIEW (tl_window_show_view (window, "risks"));
  bench_window_settle (GTK_WIDGET (window));
  let_go (view);
  bind_all (view);
  bench_window_settle (GTK_WIDGET (window));
  g_print ("{\"name\": \"%s\", \"times\": %u", argv[2], TIMES * count_rows (view));
  if (RUNNING_ON_VALGRIND)
    count (view, GTK_WIDGET (window));
  else
    g_print (", \"ms\": %.5f", measure_time (view, GTK_WIDGET (window)) / count_rows (view));
  g_print ("}\n");
  fflush (stdout);
  _Exit (0);
}
