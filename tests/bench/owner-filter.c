/* SPDX-License-Identifier: GPL-3.0-or-later */
/* owner-filter FILE SIZE [CHOOSER]: how long it is from choosing a person, a place or a theme above the owner map until the
 * map of those risks is painted; in the real window. After the size the name of a chooser measures only that. */

#include "config.h"

#include <adwaita.h>
#include <stdlib.h>

#include "bench-window.h"
#include "ratio.h"
#include "tl-owner-filter-bar.h"
#include "tl-owner-map-canvas.h"
#include "tl-owners-view.h"

/* A frame of a display of 60 Hz. */
#define FRAME_MS (1000.0 / 60)

typedef struct
{
  GtkWidget *window;
  TlOwnerMapCanvas *canvas;
  GtkDropDown *chooser;
  guint n_chosen;
} Bench;

static const struct
{
  const char *id;
  const char *said;
} choosers[] = {
  { "person_chooser", "one person's risks in the owner map, until painted" },
  { "place_chooser", "one place's risks in the owner map, until painted" },
  { "theme_chooser", "one theme's risks in the owner map, until painted" },
};

static double
choose (Bench *self,
        guint  position)
{
  const TlOwnerMap *before = tl_owner_map_canvas_get_map (self->canvas);
  gint64 start = g_get_monotonic_time ();

  gtk_drop_down_set_selected (self->chooser, position);
  while (tl_owner_map_canvas_get_map (self->canvas) == before)
    g_main_context_iteration (NULL, TRUE);
  bench_window_paint (self->window);
  return bench_since (start);
}

/* From everything to another one each time. */
static double
choose_next (gpointer data)
{
  Bench *self = data;
  guint n = g_list_model_get_n_items (gtk_drop_down_get_model (self->chooser));
  double taken;

  bench_window_settle (self->window);
  taken = choose (self, 1 + self->n_chosen++ % (n - 1));
  bench_window_settle (self->window);
  choose (self, 0);
  return taken;
}

int
main (int    argc,
      char **argv)
{
  Bench self = { 0 };
  GtkWidget *view, *bar;

  g_return_val_if_fail (argc == 3 || argc == 4, 2);

  bench_window_set_up ();
  self.window = GTK_WIDGET (bench_window_open (argv[1]));
  view = GTK_WIDGET (tl_window_show_view (TL_WINDOW (self.window), "owners"));
  self.canvas = bench_window_find (view, TL_TYPE_OWNER_MAP_CANVAS);
  bar = bench_window_find (view, TL_TYPE_OWNER_FILTER_BAR);
  while (tl_owner_map_canvas_get_map (self.canvas) == NULL)
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (choosers); i++)
    {
      if (argc == 4 && !g_str_equal (argv[3], choosers[i].id))
        continue;
      self.chooser = GTK_DROP_DOWN (gtk_widget_get_template_child (bar, TL_TYPE_OWNER_FILTER_BAR, choosers[i].id));
      choose_next (&self);
      bench_measure (argv[2], &(BenchTitle) { "owners", choosers[i].said, NULL, FRAME_MS, NULL }, choose_next, &self);
    }
  fflush (stdout);
  _Exit (0);
}
