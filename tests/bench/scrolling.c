/* SPDX-License-Identifier: GPL-3.0-or-later */
/* scrolling FILE SIZE register|list|pan: row B3. How long the program needs for a frame while the register or the list
 * beneath the timeline is scrolled, or the timeline panned, against a bare table that is scrolled: the same things in the
 * same order, as one inscription a column (which unlike a label has nothing laid out anew) with words that are at hand, in
 * rows as high, in as much room, over as many pixels a frame. All in real windows, with the pointer on what is scrolled. */

#include <adwaita.h>
#include <stdlib.h>

#include "app-window.h"
#include "bench-window.h"
#include "ratio.h"
#include "tl-risk-words.h"
#include "tl-risks-view.h"
#include "tl-timeline-canvas.h"
#include "tl-timeline-view.h"

/* A frame of a display of 60 Hz. */
#define FRAME_MS (1000.0 / 60)
#define FRAMES 90
/* Pixels of the design a frame: three turns of a wheel a second. */
#define STEP 40
#define WORDS "bench-words"
/* More rows than are scrolled past needn't be at hand. */
#define MOST_BARE 20000

/* What is scrolled, back and forth between its ends. */
typedef struct
{
  GtkWidget *window;
  GtkWidget *widget;
  GtkAdjustment *adjustment;
  double step;
  GArray *frames;
  gint64 frame_start;
} Scroll;

typedef struct
{
  const char *name;
  const char *view;
  const char *said;
  GType type;
  GtkOrientation orientation;
  /* The words of a thing, one for each column. */
  void (* say) (gpointer    item,
                GPtrArray  *words);
} Subject;

typedef struct
{
  GtkWidget *view;
  Scroll ours;
  Scroll bare;
  guint n_frames;
  guint n_late;
  double most;
} Bench;

/* ── Frames ───────────────────────────────────────────────────────────────── */

static void
frame_begins_cb (GdkFrameClock *clock,
                 Scroll        *self)
{
  self->frame_start = g_get_monotonic_time ();
}

static void
frame_ends_cb (GdkFrameClock *clock,
               Scroll        *self)
{
  double time = bench_since (self->frame_start);

  g_array_append_val (self->frames, time);
}

static void
move_cb (GdkFrameClock *clock,
         Scroll        *self)
{
  double value = gtk_adjustment_get_value (self->adjustment);
  double most = gtk_adjustment_get_upper (self->adjustment) - gtk_adjustment_get_page_size (self->adjustment);

  if ((self->step > 0 && value >= most) || (self->step < 0 && value <= gtk_adjustment_get_lower (self->adjustment)))
    self->step = -self->step;
  gtk_adjustment_set_value (self->adjustment, value + self->step);
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return first < second ? -1 : first > second;
}

/* As the pointer of a person who turns the wheel. */
static void
point (Scroll *self)
{
  graphene_point_t middle = GRAPHENE_POINT_INIT ((float) gtk_widget_get_width (self->widget) / 2,
                                                 (float) gtk_widget_get_height (self->widget) / 2);

  if (!gtk_widget_compute_point (self->widget, self->window, &middle, &middle)
      || !app_window_point (self->window, middle.x, middle.y))
    g_error ("The pointer can't be moved");
}

/* The time that 95 of 100 frames need at most, from the moment a frame begins until it is painted. */
static double
scroll (Scroll *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (self->window);

  self->step = STEP;
  gtk_adjustment_set_value (self->adjustment, gtk_adjustment_get_lower (self->adjustment));
  point (self);
  bench_window_settle (self->window);
  g_array_set_size (self->frames, 0);
  g_signal_connect (clock, "before-paint", G_CALLBACK (frame_begins_cb), self);
  g_signal_connect (clock, "update", G_CALLBACK (move_cb), self);
  g_signal_connect_after (clock, "after-paint", G_CALLBACK (frame_ends_cb), self);
  gdk_frame_clock_begin_updating (clock);
  while (self->frames->len < FRAMES)
    g_main_context_iteration (NULL, TRUE);
  gdk_frame_clock_end_updating (clock);
  g_signal_handlers_disconnect_by_data (clock, self);
  g_array_sort (self->frames, compare_numbers);
  return g_array_index (self->frames, double, self->frames->len * 95 / 100);
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

static void
say_item (gpointer   item,
          GPtrArray *words)
{
  static const char *const columns[] = { "day", "text", "source", "kind", "says", "place" };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      char *text = NULL;

      g_object_get (item, columns[i], &text, NULL);
      g_ptr_array_add (words, text);
    }
}

static Subject
find_subject (const char *name)
{
  const Subject subjects[] = {
    { "register", "risks", "scrolling the register", GTK_TYPE_COLUMN_VIEW, GTK_ORIENTATION_VERTICAL, say_risk },
    { "list", "timeline", "scrolling the list of the timeline", GTK_TYPE_COLUMN_VIEW, GTK_ORIENTATION_VERTICAL, say_item },
    { "pan", "timeline", "panning the timeline", TL_TYPE_TIMELINE_CANVAS, GTK_ORIENTATION_HORIZONTAL, say_item },
  };

  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    if (g_str_equal (subjects[i].name, name))
      return subjects[i];
  g_error ("Nothing is scrolled that is called %s", name);
}

static GtkAdjustment *
get_adjustment (GtkWidget      *scrollable,
                GtkOrientation  orientation)
{
  return orientation == GTK_ORIENTATION_VERTICAL ? gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (scrollable))
                                                 : gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (scrollable));
}

/* How much time is seen of the timeline. */
static void
zoom (Bench      *self,
      const char *name)
{
  AdwToggleGroup *toggles = bench_window_find (self->view, ADW_TYPE_TOGGLE_GROUP);

  adw_toggle_group_set_active_name (toggles, name);
  bench_window_settle (self->ours.window);
}

/* Returns the table of the view, beside which the bare one is put. */
static GtkWidget *
open_ours (Bench         *self,
           const char    *path,
           const Subject *subject)
{
  TlWindow *window = bench_window_open (path);

  self->view = GTK_WIDGET (tl_window_show_view (window, subject->view));
  self->ours.window = GTK_WIDGET (window);
  bench_window_settle (self->ours.window);
  if (TL_IS_TIMELINE_VIEW (self->view))
    {
      /* What is gathered of everything comes a moment later. */
      while (tl_timeline_canvas_get_plan (bench_window_find (self->view, TL_TYPE_TIMELINE_CANVAS)) == NULL)
        g_main_context_iteration (NULL, TRUE);
      zoom (self, "all");
    }
  self->ours.widget = bench_window_find (self->view, subject->type);
  self->ours.adjustment = get_adjustment (self->ours.widget, subject->orientation);
  return bench_window_find (self->view, GTK_TYPE_COLUMN_VIEW);
}

/* ── The bare table ───────────────────────────────────────────────────────── */

static void
set_up_cb (GtkSignalListItemFactory *factory,
           GtkColumnViewCell        *cell)
{
  gtk_column_view_cell_set_child (cell, g_object_new (GTK_TYPE_INSCRIPTION, "text-overflow",
                                                      GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END, NULL));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkColumnViewCell        *cell,
         gpointer                  column)
{
  GPtrArray *words = g_object_get_data (gtk_column_view_cell_get_item (cell), WORDS);

  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_column_view_cell_get_child (cell)),
                            g_ptr_array_index (words, GPOINTER_TO_UINT (column)));
}

/* The same things with their words, which are read before anything is measured. */
static GListModel *
read_words (GListModel    *model,
            const Subject *subject,
            guint         *n_columns)
{
  GListStore *store = g_list_store_new (G_TYPE_OBJECT);

  for (guint i = 0; i < MIN (g_list_model_get_n_items (model), MOST_BARE); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, i);
      GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

      subject->say (item, words);
      *n_columns = words->len;
      g_object_set_data_full (item, WORDS, words, (GDestroyNotify) g_ptr_array_unref);
      g_list_store_append (store, item);
    }
  return G_LIST_MODEL (store);
}

static int
get_row_height (GtkWidget *table)
{
  GtkWidget *rows = bench_window_find (table, GTK_TYPE_LIST_BASE), *row = gtk_widget_get_first_child (rows);

  /* A heading is no row. */
  while (row != NULL && (!gtk_widget_get_child_visible (row) || !g_str_equal (gtk_widget_get_css_name (row), "row")))
    row = gtk_widget_get_next_sibling (row);
  return row != NULL ? gtk_widget_get_height (row) : 0;
}

static void
set_row_height (int height)
{
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();
  g_autofree char *css = g_strdup_printf (".bare row { min-height: %dpx; } .bare cell { padding-top: 0; padding-bottom: 0; }",
                                          height);

  gtk_css_provider_load_from_string (style, css);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_USER);
}

static GtkWidget *
create_bare_table (GListModel *model,
                   guint       n_columns)
{
  GtkWidget *table = gtk_column_view_new (GTK_SELECTION_MODEL (gtk_single_selection_new (model)));

  for (guint i = 0; i < n_columns; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new ("Column", factory);

      g_signal_connect (factory, "setup", G_CALLBACK (set_up_cb), NULL);
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (i));
      gtk_column_view_column_set_expand (column, TRUE);
      gtk_column_view_append_column (GTK_COLUMN_VIEW (table), column);
    }
  gtk_widget_add_css_class (table, "bare");
  return table;
}

/* As much on the display as is scrolled of ours, in rows as high. */
static void
open_bare_window (Bench         *self,
                  GtkWidget     *like,
                  const Subject *subject)
{
  GListModel *model = G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (like)));
  guint n_columns = 0;
  GListModel *copy = read_words (model, subject, &n_columns);
  GtkWidget *table = create_bare_table (copy, n_columns), *scroller = gtk_scrolled_window_new ();

  set_row_height (get_row_height (like));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), table);
  gtk_widget_set_size_request (scroller, gtk_widget_get_width (self->ours.widget), gtk_widget_get_height (self->ours.widget));
  gtk_widget_set_halign (scroller, GTK_ALIGN_START);
  gtk_widget_set_valign (scroller, GTK_ALIGN_START);
  self->bare.window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (self->bare.window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (self->bare.window), 1366, 768);
  gtk_window_present (GTK_WINDOW (self->bare.window));
  bench_window_settle (self->bare.window);
  /* Beneath ours, since a window that comes and goes is styled anew. */
  if (!app_window_move (self->bare.window, 0, 768))
    g_error ("The window can't be moved");
  self->bare.widget = table;
  self->bare.adjustment = get_adjustment (table, GTK_ORIENTATION_VERTICAL);
  g_debug ("Rows of %d and %d pixels, over %.0f and %.0f of %.0f and %.0f", get_row_height (like), get_row_height (table),
           gtk_adjustment_get_page_size (self->ours.adjustment), gtk_adjustment_get_page_size (self->bare.adjustment),
           gtk_adjustment_get_upper (self->ours.adjustment), gtk_adjustment_get_upper (self->bare.adjustment));
}

/* ── ── */

static double
scroll_ours (Bench *self)
{
  double p95 = scroll (&self->ours);

  for (guint i = 0; i < self->ours.frames->len; i++)
    {
      double time = g_array_index (self->ours.frames, double, i);

      self->n_frames++;
      self->n_late += time > FRAME_MS;
      self->most = MAX (self->most, time);
    }
  return p95;
}

static void
measure (Bench         *self,
         const char    *size,
         const Subject *subject)
{
  double ours[BENCH_N_TIMES], theirs[BENCH_N_TIMES];
  g_autofree char *what = NULL;

  scroll (&self->ours);
  scroll (&self->bare);
  for (guint i = 0; i < BENCH_N_TIMES; i++)
    {
      ours[i] = scroll_ours (self);
      theirs[i] = scroll (&self->bare);
    }
  what = g_strdup_printf ("p95 of a frame, %s (%.1f %% over 16.7 ms, most %.1f ms)", subject->said,
                          100.0 * self->n_late / self->n_frames, self->most);
  bench_report (size, &(BenchTitle) { "B3", what, "a bare GtkColumnView", 1.3, NULL }, ours, theirs);
}

int
main (int    argc,
      char **argv)
{
  Bench self = { 0 };
  Subject subject;
  GtkWidget *table;

  g_return_val_if_fail (argc == 4, 2);

  bench_window_set_up ();
  subject = find_subject (argv[3]);
  self.ours.frames = g_array_new (FALSE, FALSE, sizeof (double));
  self.bare.frames = g_array_new (FALSE, FALSE, sizeof (double));
  table = open_ours (&self, argv[1], &subject);
  open_bare_window (&self, table, &subject);
  if (subject.orientation == GTK_ORIENTATION_HORIZONTAL)
    zoom (&self, "quarter");
  measure (&self, argv[2], &subject);
  fflush (stdout);
  _Exit (0);
}
