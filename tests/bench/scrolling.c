/* SPDX-License-Identifier: GPL-3.0-or-later */
/* scrolling FILE SIZE register|list: row B3. How long the program works for a frame while the register or the list beneath
 * the timeline of everything is scrolled, against a bare table over as many pixels a frame. All in real windows, with the
 * pointer on what is scrolled. The first argument after the size may be followed by "ours" or "bare", to do only that. */

#include <adwaita.h>
#include <stdlib.h>

#include "app-window.h"
#include "bench-frames.h"
#include "bench-table.h"
#include "bench-timeline.h"
#include "bench-window.h"
#include "ratio.h"
#include "tl-risk-words.h"
#include "tl-risks-view.h"

/* Pixels of the design a frame: three turns of a wheel a second. */
#define STEP 40

/* What is scrolled, back and forth between its ends. */
typedef struct
{
  GtkWidget *widget;
  GtkWidget *window;
  GtkAdjustment *adjustment;
  double step;
  BenchFrames *frames;
} Scroll;

typedef struct
{
  const char *name;
  const char *view;
  const char *said;
  BenchSay say;
} Subject;

/* ── Scrolling ────────────────────────────────────────────────────────────── */

static void
move (gpointer data)
{
  Scroll *self = data;
  double value = gtk_adjustment_get_value (self->adjustment);
  double most = gtk_adjustment_get_upper (self->adjustment) - gtk_adjustment_get_page_size (self->adjustment);

  if ((self->step > 0 && value >= most) || (self->step < 0 && value <= gtk_adjustment_get_lower (self->adjustment)))
    self->step = -self->step;
  gtk_adjustment_set_value (self->adjustment, value + self->step);
}

static double
scroll (Scroll *self)
{
  self->step = STEP;
  gtk_adjustment_set_value (self->adjustment, gtk_adjustment_get_lower (self->adjustment));
  bench_window_point (self->widget);
  return bench_frames_take (self->frames, self->window, move, self);
}

static Scroll
scroll_of (GtkWidget *widget)
{
  return (Scroll) {
    .widget = widget,
    .window = GTK_WIDGET (gtk_widget_get_root (widget)),
    .adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (widget)),
    .frames = bench_frames_new (),
  };
}

/* ── What is scrolled ─────────────────────────────────────────────────────── */

static void
say_risk (gpointer   item,
          GPtrArray *words)
{
  const TlRiskJudgement *judgement = tl_risk_get_judgement (item);

  g_ptr_array_add (words, g_strdup (tl_record_get_ref (item)));
  g_ptr_array_add (words, g_strdup (tl_risk_get_title (item)));
  g_ptr_array_add (words, tl_risk_words_rating (judgement));
  g_ptr_array_add (words, tl_risk_words_owner (judgement));
  g_ptr_array_add (words, tl_risk_words_band (judgement));
  g_ptr_array_add (words, tl_risk_words_measure (judgement));
  g_ptr_array_add (words, tl_risk_words_review (judgement, tl_risk_get_as_at (item)));
  g_ptr_array_add (words, g_strdup_printf ("%u", judgement->n_findings[TL_SEVERITY_ACT]));
}

static const Subject subjects[] = {
  { "register", "risks", "scrolling the register", say_risk },
  { "list", "timeline", "scrolling the list of the timeline", bench_timeline_say },
};

static const Subject *
find_subject (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    if (g_str_equal (subjects[i].name, name))
      return &subjects[i];
  g_error ("Nothing is scrolled that is called %s", name);
}

static GtkWidget *
open_ours (const char    *path,
           const Subject *subject)
{
  TlWindow *window = bench_window_open (path);
  GtkWidget *view;

  if (subject->say == bench_timeline_say)
    view = bench_timeline_open (window, "all");
  else
    view = GTK_WIDGET (tl_window_show_view (window, subject->view));
  bench_window_settle (GTK_WIDGET (window));
  return bench_window_find (view, GTK_TYPE_COLUMN_VIEW);
}

static void
measure (const char    *size,
         const Subject *subject,
         Scroll        *ours,
         Scroll        *bare)
{
  double our_times[BENCH_N_TIMES], their_times[BENCH_N_TIMES];
  g_autofree char *what = NULL;

  scroll (ours);
  scroll (bare);
  bench_frames_clear (ours->frames);
  for (guint i = 0; i < BENCH_N_TIMES; i++)
    {
      our_times[i] = scroll (ours);
      their_times[i] = scroll (bare);
    }
  what = bench_frames_say (ours->frames, subject->said);
  bench_report (size, &(BenchTitle) { "B3", what, "a bare GtkColumnView", 1.3, NULL }, our_times, their_times);
}

int
main (int    argc,
      char **argv)
{
  const Subject *subject;
  GtkWidget *table;
  Scroll ours, bare;

  g_return_val_if_fail (argc >= 4, 2);

  bench_window_set_up ();
  subject = find_subject (argv[3]);
  table = open_ours (argv[1], subject);
  ours = scroll_of (table);
  bare = scroll_of (bench_table_open (table, table, subject->say));
  if (argc == 5)
    scroll (g_str_equal (argv[4], "bare") ? &bare : &ours);
  else
    measure (argv[2], subject, &ours, &bare);
  fflush (stdout);
  _Exit (0);
}
