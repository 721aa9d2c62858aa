/* SPDX-License-Identifier: GPL-3.0-or-later */
/* turns FILE SIZE GROUP [GESTURE]: what the main thread does at the most before it listens to keys and clicks again, gesture
 * by gesture, in the real window with the register and the overview; of a GROUP in bench-gestures.c, or one GESTURE of it.
 * It is the time that the thread works, from one poll of the main loop to the next, so that what else a machine does counts
 * little; how long that was by the clock stands beside it, since somebody who waits for another thread doesn't work. */

#include <adwaita.h>
#include <stdlib.h>
#include <time.h>

#include "bench-gestures.h"
#include "bench-window.h"
#include "ratio.h"

/* A frame of 60 Hz, and a little more to paint it. */
#define GOAL 16
/* When so long nothing has been done that takes a millisecond, nothing comes of a gesture any more: some things wait for
 * a quarter of a second. */
#define QUIET_US (350 * 1000)
#define LOOK_MS 50
#define WORK_MS 1.0
/* No more are begun of a gesture after so long, once there are as many as a median needs. */
#define LONGEST_MS 12000.0
#define FEWEST 3

/* ── Turns ────────────────────────────────────────────────────────────────── */

typedef struct
{
  double work;
  double clock;
} Turn;

static gint64 work_start, clock_start, last_work;
/* The most of each, not necessarily of the same turn. */
static Turn longest;

static gint64
get_work (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static void
begin_turn (void)
{
  work_start = get_work ();
  clock_start = g_get_monotonic_time ();
}

static int
poll_cb (GPollFD *fds,
         guint    n_fds,
         int      timeout)
{
  double work = (double) (get_work () - work_start) / 1000;
  int result;

  longest.work = MAX (longest.work, work);
  longest.clock = MAX (longest.clock, bench_since (clock_start));
  if (work > GOAL)
    g_debug ("A turn of %.1f ms until %.6f", work, (double) g_get_monotonic_time () / G_USEC_PER_SEC);
  if (work > WORK_MS)
    last_work = g_get_monotonic_time ();
  result = g_poll (fds, n_fds, timeout);
  begin_turn ();
  return result;
}

/* The main loop turns all the same. */
static gboolean
look_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

void
bench_gestures_wait (BenchHands *self)
{
  guint looking = g_timeout_add (LOOK_MS, look_cb, NULL);

  last_work = g_get_monotonic_time ();
  while (g_get_monotonic_time () - last_work < QUIET_US || tl_workbook_get_busy (self->workbook))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (looking);
}

/* A function of its own, so that a profiler can be told to look at nothing else. */
G_NO_INLINE static void
perform (BenchHands         *self,
         const BenchGesture *gesture)
{
  gesture->perform (self);
  bench_gestures_wait (self);
}

static Turn
take_longest (BenchHands         *self,
              const BenchGesture *gesture)
{
  if (gesture->prepare != NULL)
    gesture->prepare (self);
  bench_gestures_wait (self);
  longest = (Turn) { 0, 0 };
  begin_turn ();
  perform (self, gesture);
  return longest;
}

/* ── What is said of them ─────────────────────────────────────────────────── */

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return first < second ? -1 : first > second;
}

static void
report (const char         *size,
        const BenchGesture *gesture,
        const Turn         *turns,
        guint               n)
{
  double work[BENCH_N_TIMES], clock[BENCH_N_TIMES];
  g_autofree char *said = NULL;

  for (guint i = 0; i < n; i++)
    {
      work[i] = turns[i].work;
      clock[i] = turns[i].clock;
    }
  qsort (clock, n, sizeof *clock, compare_numbers);
  said = g_strdup_printf ("longest turn of the main loop, %s (%.1f ms by the clock)", gesture->said, clock[n / 2]);
  bench_report_some (size, &(BenchTitle) { "Turns", said, NULL, GOAL, NULL }, work, NULL, n);
}

static void
measure (BenchHands         *self,
         const char         *size,
         const BenchGesture *gesture)
{
  Turn turns[BENCH_N_TIMES];
  gint64 start = g_get_monotonic_time ();
  guint n = 0;

  take_longest (self, gesture);
  while (n < BENCH_N_TIMES && (n < FEWEST || n % 2 == 0 || bench_since (start) < LONGEST_MS))
    turns[n++] = take_longest (self, gesture);
  report (size, gesture, turns, n);
}

/* ── The first time ───────────────────────────────────────────────────────── */

/* Everything once, in this process; a line of two numbers each. */
static void
do_once (BenchHands              *self,
         const BenchGestureGroup *group)
{
  for (guint i = 0; i < group->n_gestures; i++)
    {
      Turn turn = take_longest (self, &group->gestures[i]);

      g_print ("%.3f %.3f\n", turn.work, turn.clock);
    }
}

/* A session of its own, that begins with nothing made yet. */
static char **
run_session (char **argv)
{
  g_autoptr (GSubprocess) session = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *lines = NULL;

  session = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, argv[0], argv[1], argv[2], argv[3], "once", NULL);
  if (session == NULL || !g_subprocess_communicate_utf8 (session, NULL, NULL, &lines, NULL, &error)
      || !g_subprocess_get_successful (session))
    g_error ("A session failed: %s", error != NULL ? error->message : "its reason is above");
  return g_strsplit (lines, "\n", -1);
}

static void
measure_sessions (char                   **argv,
                  const BenchGestureGroup *group)
{
  g_autofree Turn *turns = g_new0 (Turn, group->n_gestures * FEWEST);

  for (guint i = 0; i < FEWEST; i++)
    {
      g_auto (GStrv) lines = run_session (argv);

      g_assert_cmpuint (g_strv_length (lines), >, group->n_gestures);
      for (guint j = 0; j < group->n_gestures; j++)
        {
          char *rest = NULL;

          turns[j * FEWEST + i].work = g_ascii_strtod (lines[j], &rest);
          turns[j * FEWEST + i].clock = g_ascii_strtod (rest, NULL);
        }
    }
  for (guint j = 0; j < group->n_gestures; j++)
    report (argv[2], &group->gestures[j], &turns[j * FEWEST], FEWEST);
}

/* ── Beginning ────────────────────────────────────────────────────────────── */

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

static void
begin (BenchHands *self,
       const char *file)
{
  g_autofree char *path = NULL;

  bench_window_set_up ();
  path = copy_workbook (file);
  self->window = bench_window_open (path);
  self->workbook = tl_window_get_workbook (self->window);
  self->view = TL_RISKS_VIEW (tl_window_show_view (self->window, "risks"));
  begin_turn ();
  g_main_context_set_poll_func (NULL, poll_cb);
  bench_gestures_wait (self);
}

int
main (int    argc,
      char **argv)
{
  const BenchGestureGroup *group = argc >= 4 ? bench_gestures_find (argv[3]) : NULL;
  gboolean once = argc == 5 && g_str_equal (argv[4], "once");
  BenchHands self = { 0 };

  g_return_val_if_fail (group != NULL, 2);

  if (group->first && !once)
    {
      measure_sessions (argv, group);
      return 0;
    }
  begin (&self, argv[1]);
  if (once)
    do_once (&self, group);
  for (guint i = 0; i < group->n_gestures && !once; i++)
    if (argc == 4 || g_str_equal (argv[4], group->gestures[i].said))
      measure (&self, argv[2], &group->gestures[i]);
  fflush (stdout);
  _Exit (0);
}
