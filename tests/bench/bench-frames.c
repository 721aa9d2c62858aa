/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-frames.h"

#include <time.h>

/* A frame of a display of 60 Hz. */
#define FRAME_MS (1000.0 / 60)
#define FRAMES 90

/* What is handed to the steps of a frame. */
typedef struct
{
  BenchFrames *frames;
  BenchMove move;
  gpointer data;
  double start;
} Taking;

BenchFrames *
bench_frames_new (void)
{
  BenchFrames *self = g_new0 (BenchFrames, 1);

  self->times = g_array_new (FALSE, FALSE, sizeof (double));
  return self;
}

/* How long this thread has worked, in milliseconds: what else a machine does meanwhile doesn't count. */
static double
get_work (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1000 + (double) time.tv_nsec / 1e6;
}

static void
begin_cb (GdkFrameClock *clock,
          Taking        *taking)
{
  taking->start = get_work ();
}

static void
move_cb (GdkFrameClock *clock,
         Taking        *taking)
{
  taking->move (taking->data);
}

static void
end_cb (GdkFrameClock *clock,
        Taking        *taking)
{
  double time = get_work () - taking->start;

  g_array_append_val (taking->frames->times, time);
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return first < second ? -1 : first > second;
}

/* What the main thread works at most for 95 of 100 frames, from the moment a frame begins until it is painted. */
double
bench_frames_take (BenchFrames *self,
                   GtkWidget   *window,
                   BenchMove    move,
                   gpointer     data)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  Taking taking = { self, move, data, 0 };

  g_array_set_size (self->times, 0);
  g_signal_connect (clock, "before-paint", G_CALLBACK (begin_cb), &taking);
  g_signal_connect (clock, "update", G_CALLBACK (move_cb), &taking);
  g_signal_connect_after (clock, "after-paint", G_CALLBACK (end_cb), &taking);
  gdk_frame_clock_begin_updating (clock);
  while (self->times->len < FRAMES)
    g_main_context_iteration (NULL, TRUE);
  gdk_frame_clock_end_updating (clock);
  g_signal_handlers_disconnect_by_data (clock, &taking);
  g_array_sort (self->times, compare_numbers);
  for (guint i = 0; i < self->times->len; i++)
    {
      double time = g_array_index (self->times, double, i);

      self->n_frames++;
      self->n_late += time > FRAME_MS;
      self->most = MAX (self->most, time);
    }
  return g_array_index (self->times, double, self->times->len * 95 / 100);
}

/* Forgets the frames so far. */
void
bench_frames_clear (BenchFrames *self)
{
  self->n_frames = 0;
  self->n_late = 0;
  self->most = 0;
}

/* Returns: (transfer full): what was done, and how many frames came too late */
char *
bench_frames_say (BenchFrames *self,
                  const char  *said)
{
  return g_strdup_printf ("p95 of a frame, %s (%.1f %% over 16.7 ms, most %.1f ms)", said,
                          100.0 * self->n_late / self->n_frames, self->most);
}
