/* SPDX-License-Identifier: GPL-3.0-or-later */
/* place-turns FILE SIZE [GESTURE]: what the main thread does at the most before it listens to keys and clicks again, frame and all,
 * when something else is chosen in the comparison of places. It is the time that the thread
 * works, from one poll of the main loop to the next, so that what else a machine does counts little. */

#include <adwaita.h>
#include <stdlib.h>
#include <time.h>

#include "bench-window.h"
#include "ratio.h"
#include "tl-places-view-private.h"

/* Frames after which nothing comes of a choice any more. */
#define FRAMES 30
#define GOAL 16

typedef struct
{
  TlWindow *window;
  TlPlacesView *view;
  /* The two measures that were read at the most places. */
  guint first;
  guint second;
  /* One that was read by shift as well, if there is any. */
  guint by_shift;
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

static void
settle (Bench *self)
{
  for (guint i = 0; i < FRAMES; i++)
    {
      gtk_widget_queue_draw (GTK_WIDGET (self->window));
      bench_window_paint (GTK_WIDGET (self->window));
    }
}

static double
take_longest (Bench         *self,
              const Gesture *gesture)
{
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
choose_first (Bench *self)
{
  adw_toggle_group_set_active_name (self->view->dimensions, tl_word_get (TL_TYPE_PLACE_KIND, TL_PLACE_KIND_LOCATION));
  gtk_drop_down_set_selected (self->view->measure_chooser, self->first);
}

static void
choose_second (Bench *self)
{
  gtk_drop_down_set_selected (self->view->measure_chooser, self->second);
}

static void
choose_by_shift (Bench *self)
{
  gtk_drop_down_set_selected (self->view->measure_chooser, self->by_shift);
  adw_toggle_group_set_active_name (self->view->dimensions, tl_word_get (TL_TYPE_PLACE_KIND, TL_PLACE_KIND_LOCATION));
}

static void
choose_shifts (Bench *self)
{
  adw_toggle_group_set_active_name (self->view->dimensions, tl_word_get (TL_TYPE_PLACE_KIND, TL_PLACE_KIND_SHIFT));
}

static void
choose_by_shift_and_shifts (Bench *self)
{
  choose_by_shift (self);
  choose_shifts (self);
}

static void
choose_locations (Bench *self)
{
  adw_toggle_group_set_active_name (self->view->dimensions, tl_word_get (TL_TYPE_PLACE_KIND, TL_PLACE_KIND_LOCATION));
}

static void
choose_latest (Bench *self)
{
  choose_first (self);
  gtk_drop_down_set_selected (self->view->period_chooser, 0);
}

static void
choose_quarter (Bench *self)
{
  gtk_drop_down_set_selected (self->view->period_chooser, 1);
}

static void
choose_place (Bench *self)
{
  gtk_single_selection_set_selected (self->view->selection, 2);
}

static void
choose_next_place (Bench *self)
{
  gtk_single_selection_set_selected (self->view->selection, 3);
}

static void
show_intervals (Bench *self)
{
  choose_first (self);
  adw_toggle_group_set_active_name (self->view->way, "intervals");
}

static void
show_funnel (Bench *self)
{
  choose_first (self);
  adw_toggle_group_set_active_name (self->view->way, "funnel");
}

static void
show_gap (Bench *self)
{
  choose_first (self);
  adw_toggle_group_set_active_name (self->view->way, "gap");
}

static void
show_matrix (Bench *self)
{
  adw_toggle_group_set_active_name (self->view->way, "matrix");
}

static const Gesture gestures[] = {
  { "another measure", choose_first, choose_second },
  { "by shift", choose_by_shift, choose_shifts },
  { "by location", choose_by_shift_and_shifts, choose_locations },
  { "a quarter", choose_latest, choose_quarter },
  { "another place", choose_place, choose_next_place },
  { "another measure in the funnel", show_funnel, choose_second },
  { "another measure in the gap", show_gap, choose_second },
  { "the matrix", show_intervals, show_matrix },
  { "the intervals", show_matrix, show_intervals },
};

static void
measure (Bench         *self,
         const char    *size,
         const Gesture *gesture)
{
  double times[BENCH_N_TIMES];
  g_autofree char *said = g_strdup_printf ("longest turn of the main loop, %s, frame and all", gesture->said);

  take_longest (self, gesture);
  for (guint i = 0; i < BENCH_N_TIMES; i++)
    times[i] = take_longest (self, gesture);
  bench_report (size, &(BenchTitle) { "places", said, NULL, GOAL, NULL }, times, NULL);
}

/* ── What is compared ─────────────────────────────────────────────────────── */

static guint
count_places (const TlMeasureJudgement *judged,
              TlPlaceKind               dimension)
{
  for (guint i = 0; i < judged->n_comparisons; i++)
    if (judged->comparisons[i].dimension == dimension)
      return judged->comparisons[i].n_places;
  return 0;
}

static void
find_measures (Bench *self)
{
  guint most = 0, next = 0, most_by_shift = 0;

  for (guint i = 0; i < self->view->measures->len; i++)
    {
      const TlMeasureJudgement *judged = g_ptr_array_index (self->view->measures, i);
      guint n = count_places (judged, TL_PLACE_KIND_LOCATION) * judged->facts->readings.n;

      if (n > most)
        {
          self->second = self->first;
          next = most;
          self->first = i;
          most = n;
        }
      else if (n > next)
        {
          self->second = i;
          next = n;
        }
      if (count_places (judged, TL_PLACE_KIND_SHIFT) > 0 && n > most_by_shift)
        {
          self->by_shift = i;
          most_by_shift = n;
        }
    }
  if (next == 0 || most_by_shift == 0)
    g_error ("Nothing to compare");
}

int
main (int    argc,
      char **argv)
{
  Bench self = { 0 };

  g_return_val_if_fail (argc >= 3, 2);

  bench_window_set_up ();
  self.window = bench_window_open (argv[1]);
  self.view = TL_PLACES_VIEW (tl_window_show_view (self.window, "places"));
  bench_window_settle (GTK_WIDGET (self.window));
  find_measures (&self);
  g_main_context_set_poll_func (NULL, poll_cb);
  for (guint i = 0; i < G_N_ELEMENTS (gestures); i++)
    if (argc == 3 || g_str_equal (argv[3], gestures[i].said))
      measure (&self, argv[2], &gestures[i]);
  fflush (stdout);
  _Exit (0);
}
