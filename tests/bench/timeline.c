/* SPDX-License-Identifier: GPL-3.0-or-later */
/* timeline FILE SIZE pan|pan-year|zoom|first: row B3, panning and zooming the timeline of everything against a bare table
 * that is scrolled, and what panning leaves in memory; and its first frame, from when it is chosen until what stands on it
 * is painted, against row B1's blank window. In real windows. After what is moved "ours" or "bare" does only that. */

#include "config.h"

#include <adwaita.h>
#include <malloc.h>
#include <math.h>
#include <stdlib.h>

#include "app-window.h"
#include "bench-frames.h"
#include "bench-table.h"
#include "bench-timeline.h"
#include "bench-window.h"
#include "ratio.h"
#include "tl-timeline-canvas-private.h"
#include "tl-timeline-view.h"

/* Pixels of the design a frame: three turns of a wheel a second. */
#define STEP 40
/* A notch of the wheel every few frames, there and back again. */
#define NOTCH 1.5
#define NOTCH_FRAMES 4

#define BLANK "--blank"

typedef struct
{
  const char *program;
  GtkWidget *window;
  GtkWidget *view;
  TlTimelineCanvas *canvas;
  GtkWidget *table;
  GtkAdjustment *adjustment;
  double step;
  guint frame;
  BenchFrames *frames;
  BenchFrames *bare_frames;
} Bench;

/* ── What is moved ────────────────────────────────────────────────────────── */

static void
move (gpointer data)
{
  Bench *self = data;
  double value = gtk_adjustment_get_value (self->adjustment);
  double most = gtk_adjustment_get_upper (self->adjustment) - gtk_adjustment_get_page_size (self->adjustment);

  if ((self->step > 0 && value >= most) || (self->step < 0 && value <= gtk_adjustment_get_lower (self->adjustment)))
    self->step = -self->step;
  gtk_adjustment_set_value (self->adjustment, value + self->step);
}

/* Nearer until a week is seen, then farther until all is. */
static void
zoom (gpointer data)
{
  Bench *self = data;
  double span = tl_timeline_canvas_get_span (self->canvas);

  if (self->frame++ % NOTCH_FRAMES != 0)
    return;
  if (span <= TL_TIMELINE_LEAST_SPAN * 1.01)
    self->step = -1;
  else if (span >= TL_TIMELINE_MOST_SPAN * 0.99)
    self->step = 1;
  tl_timeline_canvas_zoom_about (self->canvas, self->step > 0 ? NOTCH : 1 / NOTCH, self->canvas->width * 0.6, TRUE);
}

static double
pan_ours (Bench *self)
{
  self->step = -STEP;
  self->adjustment = self->canvas->hadjustment;
  gtk_adjustment_set_value (self->adjustment, gtk_adjustment_get_upper (self->adjustment));
  bench_window_point (GTK_WIDGET (self->canvas));
  return bench_frames_take (self->frames, self->window, move, self);
}

static double
zoom_ours (Bench *self)
{
  self->step = 1;
  bench_window_point (GTK_WIDGET (self->canvas));
  return bench_frames_take (self->frames, self->window, zoom, self);
}

static double
scroll_bare (Bench *self)
{
  self->step = STEP;
  self->adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->table));
  gtk_adjustment_set_value (self->adjustment, 0);
  bench_window_point (self->table);
  return bench_frames_take (self->bare_frames, GTK_WIDGET (gtk_widget_get_root (self->table)), move, self);
}

/* ── Frames ───────────────────────────────────────────────────────────────── */

typedef double (*TakeFunc) (Bench *self);

static void
open_ours (Bench      *self,
           const char *path,
           const char *time)
{
  TlWindow *window = bench_window_open (path);
  GtkWidget *list;

  self->window = GTK_WIDGET (window);
  self->view = bench_timeline_open (window, "all");
  self->canvas = bench_timeline_get_canvas (self->view);
  list = bench_window_find (self->view, GTK_TYPE_COLUMN_VIEW);
  self->table = bench_table_open (list, GTK_WIDGET (self->canvas), bench_timeline_say);
  bench_timeline_fit (self->view, time);
  g_debug ("%u things on the timeline", tl_timeline_canvas_get_plan (self->canvas)->n_entries);
}

static double
get_memory (void)
{
  struct mallinfo2 info = mallinfo2 ();

  return (double) (info.uordblks + info.hblkhd) / 1024;
}

static void
measure (Bench      *self,
         const char *size,
         const char *said,
         TakeFunc    take)
{
  double ours[BENCH_N_TIMES], theirs[BENCH_N_TIMES], memory[BENCH_N_TIMES], before;
  g_autofree char *what = NULL, *left = NULL;

  take (self);
  scroll_bare (self);
  bench_frames_clear (self->frames);
  before = get_memory ();
  for (guint i = 0; i < BENCH_N_TIMES; i++)
    {
      ours[i] = take (self);
      memory[i] = get_memory () - before;
      theirs[i] = scroll_bare (self);
    }
  what = bench_frames_say (self->frames, said);
  left = g_strdup_printf ("memory after %s, of %u things", said, tl_timeline_canvas_get_plan (self->canvas)->n_entries);
  bench_report (size, &(BenchTitle) { "B3", what, "a bare GtkColumnView", 1.3, NULL }, ours, theirs);
  bench_report (size, &(BenchTitle) { "B3", left, NULL, 0, "KiB" }, memory, NULL);
}

/* ── The first frame ──────────────────────────────────────────────────────── */

static void
end_now (void)
{
  g_print ("%" G_GINT64_FORMAT "\n", g_get_monotonic_time ());
  fflush (stdout);
  _exit (0);
}

static void
blank_mapped_cb (GtkWidget *window)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (end_now), NULL);
}

static void
show_blank_cb (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), 1366, 768);
  g_signal_connect (window, "map", G_CALLBACK (blank_mapped_cb), NULL);
  gtk_window_present (GTK_WINDOW (window));
}

static int
be_blank (void)
{
  g_autoptr (AdwApplication) application = adw_application_new ("org.throughline.Blank", G_APPLICATION_NON_UNIQUE);

  g_signal_connect (application, "activate", G_CALLBACK (show_blank_cb), NULL);
  return g_application_run (G_APPLICATION (application), 0, NULL);
}

static double
start_blank (Bench *self)
{
  const char *arguments[] = { self->program, BLANK, NULL };
  gint64 start = g_get_monotonic_time ();
  g_autofree char *painted = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);

  if (process == NULL || !g_subprocess_communicate_utf8 (process, NULL, NULL, &painted, NULL, &error))
    g_error ("%s", error->message);
  if (!g_subprocess_get_successful (process) || painted == NULL || *painted == '\0')
    g_error ("The blank window came to nothing");
  return (double) (g_ascii_strtoll (painted, NULL, 10) - start) / 1000;
}

/* In a window of its own each time, on the same workbook, since a view is made when it is first chosen. */
static void
measure_first (Bench      *self,
               const char *path,
               const char *size)
{
  double ours[BENCH_N_TIMES], theirs[BENCH_N_TIMES];
  g_autofree char *what = NULL;
  guint n = 0;

  for (int i = -1; i < BENCH_N_TIMES; i++)
    {
      TlWindow *window = bench_window_open (path);
      TlTimelineCanvas *canvas;
      gint64 start;

      bench_window_settle (GTK_WIDGET (window));
      start = g_get_monotonic_time ();
      canvas = bench_timeline_get_canvas (GTK_WIDGET (tl_window_show_view (window, "timeline")));
      while (tl_timeline_canvas_get_plan (canvas) == NULL || canvas->layout == NULL)
        g_main_context_iteration (NULL, TRUE);
      bench_window_paint (GTK_WIDGET (window));
      ours[MAX (i, 0)] = bench_since (start);
      theirs[MAX (i, 0)] = start_blank (self);
      n = tl_timeline_canvas_get_plan (canvas)->n_entries;
      app_window_close (window);
    }
  what = g_strdup_printf ("first frame of the timeline of %u things", n);
  bench_report (size, &(BenchTitle) { "B3", what, "start to a blank AdwApplicationWindow", 1.5, NULL }, ours, theirs);
}

/* ── ── */

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *name;
    const char *time;
    const char *said;
    TakeFunc take;
  } subjects[] = {
    { "pan", "quarter", "panning the timeline, a quarter in sight", pan_ours },
    { "pan-year", "year", "panning the timeline, a year in sight", pan_ours },
    { "zoom", "year", "zooming the timeline", zoom_ours },
  };
  Bench self = { NULL };
  g_autofree char *program = NULL;

  if (argc == 2 && g_str_equal (argv[1], BLANK))
    return be_blank ();
  g_return_val_if_fail (argc >= 4, 2);

  bench_window_set_up ();
  program = g_file_read_link ("/proc/self/exe", NULL);
  self.program = program;
  self.frames = bench_frames_new ();
  self.bare_frames = bench_frames_new ();
  if (g_str_equal (argv[3], "first"))
    measure_first (&self, argv[1], argv[2]);
  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    if (g_str_equal (argv[3], subjects[i].name))
      {
        open_ours (&self, argv[1], subjects[i].time);
        if (argc == 4)
          measure (&self, argv[2], subjects[i].said, subjects[i].take);
        else if (g_str_equal (argv[4], "bare"))
          scroll_bare (&self);
        else
          subjects[i].take (&self);
      }
  fflush (stdout);
  _Exit (0);
}
