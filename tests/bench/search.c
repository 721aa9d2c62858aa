/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search FILE SIZE: row B2. How long it is from a key in the search field of the register to the painted result, against
 * the same question to a full-text index of SQLite; in the real window. */

#include <sqlite3.h>
#include <stdlib.h>

#include "bench-window.h"
#include "ratio.h"
#include "tl-risks-view.h"

/* A frame of a display of 60 Hz; nothing is seen sooner. */
#define FRAME_MS (1000.0 / 60)
#define KEYS 6

typedef struct
{
  TlWindow *window;
  GtkColumnView *table;
  GtkEditable *search;
  sqlite3 *database;
  sqlite3_stmt *query;
  char *word;
} Bench;

/* What a key takes, from a word typed letter by letter. */
static double
type_word (gpointer data)
{
  Bench *self = data;
  double total = 0;

  gtk_editable_set_text (self->search, "");
  bench_window_settle (GTK_WIDGET (self->window));
  for (int i = 1; i <= KEYS; i++)
    {
      g_autofree char *typed = g_strndup (self->word, (gsize) i);
      gint64 start = g_get_monotonic_time ();

      gtk_editable_set_text (self->search, typed);
      bench_window_paint (GTK_WIDGET (self->window));
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
  bench_window_settle (GTK_WIDGET (self->window));
  bench_compare (size, &title, type_word, ask_database, self);
  sqlite3_finalize (self->query);
  sqlite3_close (self->database);
}

int
main (int    argc,
      char **argv)
{
  Bench self = { NULL };
  TlView *view;

  g_return_val_if_fail (argc == 3, 2);

  bench_window_set_up ();
  self.window = bench_window_open (argv[1]);
  view = tl_window_show_view (self.window, "risks");
  self.table = bench_window_find (GTK_WIDGET (view), GTK_TYPE_COLUMN_VIEW);
  self.search = bench_window_find (GTK_WIDGET (view), GTK_TYPE_SEARCH_ENTRY);
  bench_window_settle (GTK_WIDGET (self.window));
  measure_search (&self, argv[1], argv[2]);
  fflush (stdout);
  _Exit (0);
}
