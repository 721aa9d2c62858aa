/* SPDX-License-Identifier: GPL-3.0-or-later */
/* register FILE SIZE search|scroll: rows B2 and B3. How long it is from a key in the search field to the painted result,
 * against the same question to a full-text index of SQLite; and how long the program needs for a frame while the register
 * is scrolled, against a bare table that shows the same risks as eight texts each. Both in the real window. */

#include <adwaita.h>
#include <locale.h>
#include <sqlite3.h>
#include <stdlib.h>

#include "app-window.h"
#include "ratio.h"
#include "test-store.h"
#include "tl-risks-view.h"

/* A frame of a display of 60 Hz; nothing is seen sooner. */
#define FRAME_MS (1000.0 / 60)
#define KEYS 6
#define FRAMES 90
/* Pixels of the design a frame: three turns of a wheel a second. */
#define STEP 40
#define COLUMNS 8

typedef struct
{
  TlWindow *window;
  GtkWidget *bare_window;
  GtkColumnView *table;
  GtkColumnView *bare_table;
  GtkEditable *search;
  sqlite3 *database;
  sqlite3_stmt *query;
  char *word;
  /* Of the frames of one scroll. */
  GArray *frames;
  gint64 frame_start;
  guint n_frames;
  guint n_late;
  double most;
} Bench;

/* ── In the window ────────────────────────────────────────────────────────── */

static gpointer
find (GtkWidget *root,
      GType      type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
set_flag (gboolean *flag)
{
  *flag = TRUE;
}

static void
wait_for_paint (GtkWidget *window)
{
  gboolean painted = FALSE;
  gulong handler = g_signal_connect_data (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (set_flag), &painted,
                                          NULL, G_CONNECT_SWAPPED | G_CONNECT_AFTER);

  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (gtk_widget_get_frame_clock (window), handler);
}

/* Until nothing is left to do. */
static void
settle (GtkWidget *window)
{
  for (guint i = 0; i < 60; i++)
    {
      gtk_widget_queue_draw (window);
      wait_for_paint (window);
      while (g_main_context_iteration (NULL, FALSE))
        continue;
    }
}

static void
open_window (Bench      *self,
             const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  TlView *view;

  self->window = app_window_new ();
  tl_window_open (self->window, file);
  while (!app_window_has_workbook (self->window))
    g_main_context_iteration (NULL, TRUE);
  view = tl_window_show_view (self->window, "risks");
  self->table = find (GTK_WIDGET (view), GTK_TYPE_COLUMN_VIEW);
  self->search = find (GTK_WIDGET (view), GTK_TYPE_SEARCH_ENTRY);
  settle (GTK_WIDGET (self->window));
}

/* ── Searching ────────────────────────────────────────────────────────────── */

/* What a key takes, from a word typed letter by letter. */
static double
type_word (gpointer data)
{
  Bench *self = data;
  double total = 0;

  gtk_editable_set_text (self->search, "");
  settle (GTK_WIDGET (self->window));
  for (int i = 1; i <= KEYS; i++)
    {
      g_autofree char *typed = g_strndup (self->word, (gsize) i);
      gint64 start = g_get_monotonic_time ();

      gtk_editable_set_text (self->search, typed);
      wait_for_paint (GTK_WIDGET (self->window));
      total += bench_since (start);
    }
  return total / KEYS;
}

static double
ask_database (gpointer data)
{
  Bench *self = data;
  double total = 0;

  for (int i = 1; i <= KEYS; i++)
    {
      g_autofree char *prefix = g_strdup_printf ("%.*s*", i, self->word);
      gint64 start = g_get_monotonic_time ();

      sqlite3_bind_text (self->query, 1, prefix, -1, SQLITE_TRANSIENT);
      while (sqlite3_step (self->query) == SQLITE_ROW)
        continue;
      sqlite3_reset (self->query);
      total += MAX (bench_since (start), FRAME_MS);
    }
  return total / KEYS;
}

static void
run_sql (Bench      *self,
         const char *sql)
{
  char *message = NULL;

  if (sqlite3_exec (self->database, sql, NULL, NULL, &message) != SQLITE_OK)
    g_error ("%s", message);
}

/* One text for each risk, with what hangs on it, so that the answer is the same. */
static void
open_database (Bench      *self,
               const char *path)
{
  char *attach = sqlite3_mprintf ("ATTACH %Q AS workbook", path);

  g_assert_cmpint (sqlite3_open (":memory:", &self->database), ==, SQLITE_OK);
  run_sql (self, attach);
  sqlite3_free (attach);
  run_sql (self, "CREATE VIRTUAL TABLE words USING fts5 (text, prefix = '1 2 3', detail = none)");
  run_sql (self, "CREATE TEMP TABLE part (risk BLOB, text TEXT)");
  run_sql (self, "INSERT INTO part SELECT id, concat_ws (' ', ref, title, theme, baseline_issue, root_cause, immediate_control, "
                 "corrective_action, intended_outcome) FROM workbook.risk");
  run_sql (self, "INSERT INTO part SELECT risk, concat_ws (' ', ref, title, expected_result) FROM workbook.action");
  run_sql (self, "INSERT INTO part SELECT pair.risk, concat_ws (' ', evidence.ref, evidence.finding, evidence.extract) "
                 "FROM workbook.evidence_risk AS pair JOIN workbook.evidence ON evidence.id = pair.evidence");
  run_sql (self, "INSERT INTO part SELECT ownership.risk, person.name FROM workbook.ownership "
                 "JOIN workbook.person ON person.id = ownership.person");
  run_sql (self, "INSERT INTO words (text) SELECT group_concat (text, ' ') FROM part GROUP BY risk");
  g_assert_cmpint (sqlite3_prepare_v2 (self->database, "SELECT rowid FROM words WHERE words MATCH ?", -1, &self->query, NULL),
                   ==, SQLITE_OK);
}

static void
measure_search (Bench      *self,
                const char *path,
                const char *size)
{
  static const BenchTitle title = { "B2", "a key in the search to the painted result", "the same by an FTS5 index, a frame at least",
                                    2, NULL };
  g_autoptr (TlRisk) first = g_list_model_get_item (G_LIST_MODEL (gtk_column_view_get_model (self->table)), 0);

  self->word = g_utf8_casefold (tl_risk_get_title (first), KEYS);
  open_database (self, path);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.search", NULL);
  /* Its words are read while the field comes up. */
  gtk_editable_set_text (self->search, self->word);
  settle (GTK_WIDGET (self->window));
  bench_compare (size, &title, type_word, ask_database, self);
  sqlite3_finalize (self->query);
  sqlite3_close (self->database);
}

/* ── Scrolling ────────────────────────────────────────────────────────────── */

static void
frame_begins_cb (GdkFrameClock *clock,
                 Bench         *self)
{
  self->frame_start = g_get_monotonic_time ();
}

static void
frame_ends_cb (GdkFrameClock *clock,
               Bench         *self)
{
  double time = bench_since (self->frame_start);

  g_array_append_val (self->frames, time);
}

static void
scroll_cb (GdkFrameClock *clock,
           GtkAdjustment *adjustment)
{
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + STEP);
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return first < second ? -1 : first > second;
}

/* The time that 95 of 100 frames need at most, from the moment a frame begins until it is painted. */
static double
scroll (Bench         *self,
        GtkWidget     *window,
        GtkColumnView *table,
        gboolean       counts)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (table));

  gtk_window_present (GTK_WINDOW (window));
  gtk_adjustment_set_value (adjustment, 0);
  settle (window);
  g_array_set_size (self->frames, 0);
  g_signal_connect (clock, "before-paint", G_CALLBACK (frame_begins_cb), self);
  g_signal_connect (clock, "update", G_CALLBACK (scroll_cb), adjustment);
  g_signal_connect_after (clock, "after-paint", G_CALLBACK (frame_ends_cb), self);
  gdk_frame_clock_begin_updating (clock);
  while (self->frames->len < FRAMES)
    g_main_context_iteration (NULL, TRUE);
  gdk_frame_clock_end_updating (clock);
  g_signal_handlers_disconnect_by_data (clock, self);
  g_signal_handlers_disconnect_by_data (clock, adjustment);
  g_array_sort (self->frames, compare_numbers);
  for (guint i = 0; counts && i < self->frames->len; i++)
    {
      self->n_frames++;
      self->n_late += g_array_index (self->frames, double, i) > FRAME_MS;
      self->most = MAX (self->most, g_array_index (self->frames, double, i));
    }
  return g_array_index (self->frames, double, self->frames->len * 95 / 100);
}

static void
set_up_cb (GtkSignalListItemFactory *factory,
           GtkColumnViewCell        *cell)
{
  gtk_column_view_cell_set_child (cell, g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "label", "", NULL));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkColumnViewCell        *cell)
{
  TlRisk *risk = gtk_column_view_cell_get_item (cell);

  gtk_label_set_label (GTK_LABEL (gtk_column_view_cell_get_child (cell)), tl_record_get_ref (TL_RECORD (risk)));
}

/* As much on the display as ours, in rows as high. */
static void
open_bare_window (Bench *self)
{
  GListModel *risks = tl_workbook_get_risks (tl_window_get_workbook (self->window));
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (gtk_single_selection_new (g_object_ref (risks)));
  GtkWidget *scroller = gtk_scrolled_window_new ();
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();

  self->bare_table = GTK_COLUMN_VIEW (gtk_column_view_new (selection));
  for (guint i = 0; i < COLUMNS; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      GtkColumnViewColumn *column = gtk_column_view_column_new ("Column", factory);

      g_signal_connect (factory, "setup", G_CALLBACK (set_up_cb), NULL);
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
      gtk_column_view_column_set_expand (column, TRUE);
      gtk_column_view_append_column (self->bare_table, column);
      g_object_unref (column);
    }
  gtk_widget_add_css_class (GTK_WIDGET (self->bare_table), "bare");
  gtk_css_provider_load_from_string (style, ".bare cell { min-height: 46px; padding: 4px; }");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (style), 700);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->bare_table));
  self->bare_window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (self->bare_window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (self->bare_window), 1366, 768);
  gtk_window_present (GTK_WINDOW (self->bare_window));
  wait_for_paint (self->bare_window);
}

static void
measure_scrolling (Bench      *self,
                   const char *size)
{
  double ours[BENCH_N_TIMES], theirs[BENCH_N_TIMES];
  g_autofree char *what = NULL;

  self->frames = g_array_new (FALSE, FALSE, sizeof (double));
  open_bare_window (self);
  scroll (self, GTK_WIDGET (self->window), self->table, FALSE);
  scroll (self, self->bare_window, self->bare_table, FALSE);
  for (guint i = 0; i < BENCH_N_TIMES; i++)
    {
      ours[i] = scroll (self, GTK_WIDGET (self->window), self->table, TRUE);
      theirs[i] = scroll (self, self->bare_window, self->bare_table, FALSE);
    }
  what = g_strdup_printf ("p95 of a frame, scrolling the register (%.1f %% over 16.7 ms, most %.1f ms)",
                          100.0 * self->n_late / self->n_frames, self->most);
  bench_report (size, &(BenchTitle) { "B3", what, "a bare GtkColumnView", 1.3, NULL }, ours, theirs);
  g_array_unref (self->frames);
}

int
main (int    argc,
      char **argv)
{
  Bench self = { NULL };
  g_autoptr (TestDesk) desk = NULL;
  g_autofree char *copy = NULL;

  setlocale (LC_ALL, "");
  g_return_val_if_fail (argc == 4, 2);

  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  g_setenv ("ADW_DISABLE_PORTAL", "1", TRUE);
  g_setenv ("GSETTINGS_SCHEMA_DIR", BENCH_DATA, FALSE);
  g_setenv ("THROUGHLINE_DATA_DIR", BENCH_DATA, FALSE);
  adw_init ();
  desk = test_desk_new ();
  copy = g_canonicalize_filename (argv[1], NULL);
  open_window (&self, copy);
  if (g_str_equal (argv[3], "search"))
    measure_search (&self, copy, argv[2]);
  else
    measure_scrolling (&self, argv[2]);
  /* Nothing is put away: what comes after doesn't count. */
  fflush (stdout);
  _Exit (0);
}
