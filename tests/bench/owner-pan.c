/* SPDX-License-Identifier: GPL-3.0-or-later */
/* owner-pan FILE SIZE [ours|bare]: row B3, panning the owner map of all open risks, with the paths of its busiest person
 * kept, against a bare table of the risks over as many pixels a frame. In real windows, with the pointer on what is moved.
 * After the size "ours" or "bare" does only that. */

#include "config.h"

#include <adwaita.h>
#include <stdlib.h>

#include "bench-frames.h"
#include "bench-table.h"
#include "bench-window.h"
#include "ratio.h"
#include "tl-owner-map-canvas.h"
#include "tl-owners-view.h"
#include "tl-risk-words.h"
#include "tl-risk.h"

/* Pixels of the design a frame: three turns of a wheel a second. */
#define STEP 40

typedef struct
{
  GtkWidget *window;
  GtkWidget *table;
  TlOwnerMapCanvas *canvas;
  GtkAdjustment *adjustment;
  double step;
  BenchFrames *frames;
  BenchFrames *bare_frames;
} Bench;

static void
say_risk (gpointer   item,
          GPtrArray *words)
{
  const TlRiskJudgement *judgement = tl_risk_get_judgement (item);

  g_ptr_array_add (words, g_strdup (tl_risk_get_title (item)));
  g_ptr_array_add (words, tl_risk_words_owner (judgement));
  g_ptr_array_add (words, tl_risk_words_band (judgement));
  g_ptr_array_add (words, tl_risk_words_measure (judgement));
}

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

/* The person whom most edges join. */
static guint
find_busiest (const TlOwnerMap *map)
{
  guint busiest = 0, most = 0;

  for (guint row = 0; row < tl_owner_map_count (map, TL_MAP_COLUMN_SUPPORT); row++)
    {
      guint node = tl_owner_map_get_at (map, TL_MAP_COLUMN_SUPPORT, row);
      guint n = tl_owner_map_count_edges (map, node, -1) + tl_owner_map_count_edges (map, node, 1);

      if (n > most)
        {
          busiest = node;
          most = n;
        }
    }
  return busiest;
}

static double
pan_ours (Bench *self)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (self->canvas), GTK_TYPE_SCROLLED_WINDOW);

  self->step = STEP;
  self->adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  gtk_adjustment_set_value (self->adjustment, gtk_adjustment_get_lower (self->adjustment));
  bench_window_point (scroller);
  return bench_frames_take (self->frames, self->window, move, self);
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

static void
open_ours (Bench      *self,
           const char *path)
{
  TlWindow *window = bench_window_open (path);
  GtkWidget *risks = GTK_WIDGET (tl_window_show_view (window, "risks")), *view;

  bench_window_settle (GTK_WIDGET (window));
  self->window = GTK_WIDGET (window);
  view = GTK_WIDGET (tl_window_show_view (window, "owners"));
  self->canvas = bench_window_find (view, TL_TYPE_OWNER_MAP_CANVAS);
  while (tl_owner_map_canvas_get_map (self->canvas) == NULL)
    g_main_context_iteration (NULL, TRUE);
  tl_owner_map_canvas_set_chosen (self->canvas, find_busiest (tl_owner_map_canvas_get_map (self->canvas)));
  bench_window_settle (self->window);
  self->table = bench_table_open (bench_window_find (risks, GTK_TYPE_COLUMN_VIEW),
                                  gtk_widget_get_ancestor (GTK_WIDGET (self->canvas), GTK_TYPE_SCROLLED_WINDOW), say_risk);
  g_debug ("%u nodes and %u edges", tl_owner_map_get_n_nodes (tl_owner_map_canvas_get_map (self->canvas)),
           tl_owner_map_get_n_edges (tl_owner_map_canvas_get_map (self->canvas)));
}

int
main (int    argc,
      char **argv)
{
  Bench self = { 0 };
  double ours[BENCH_N_TIMES] = { 0 }, theirs[BENCH_N_TIMES] = { 0 };
  const char *only = argc == 4 ? argv[3] : NULL;
  g_autofree char *what = NULL;

  g_return_val_if_fail (argc == 3 || argc == 4, 2);

  bench_window_set_up ();
  self.frames = bench_frames_new ();
  self.bare_frames = bench_frames_new ();
  open_ours (&self, argv[1]);
  pan_ours (&self);
  scroll_bare (&self);
  bench_frames_clear (self.frames);
  for (guint i = 0; i < BENCH_N_TIMES; i++)
    {
      if (g_strcmp0 (only, "bare") != 0)
        ours[i] = pan_ours (&self);
      if (g_strcmp0 (only, "ours") != 0)
        theirs[i] = scroll_bare (&self);
    }
  what = bench_frames_say (self.frames, "panning the owner map");
  if (only == NULL)
    bench_report (argv[2], &(BenchTitle) { "B3", what, "a bare GtkColumnView", 1.3, NULL }, ours, theirs);
  fflush (stdout);
  _Exit (0);
}
