/* SPDX-License-Identifier: GPL-3.0-or-later */
/* start --whole FILE: the program, until all that is concluded of the workbook is painted; for rows B4 and B5.
 * start FILE SIZE [floor|frame|words|places|place-words]: row B1. From the start of the program until the register with its
 * first rows is painted, against a blank window of the same toolkit; or instead of the register, the least that it could be
 * (start-floor.c, start-words.c), or the comparison of places, where the workbook was left with that in sight, and the least
 * that that could be (start-place-words.c). Each is a process of its own, this program started again with what it is to be. */

#include <adwaita.h>
#include <locale.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <unistd.h>

#include "ratio.h"
#include "start-floor.h"
#include "start-words.h"
#include "test-store.h"
#include "tl-application.h"
#include "tl-places-view.h"
#include "tl-risks-view.h"
#include "tl-window.h"

#define OURS "--ours"
#define BLANK "--blank"
#define FLOOR "--floor"
#define FRAME "--frame"
#define WORDS "--words"
#define PLACE_WORDS "--place-words"
#define WHOLE "--whole"
#define PLACES "--places"

/* What is started, and how it is called in the table; only those of the program itself have a goal. */
typedef struct
{
  const char *what;
  const char *option;
  const char *row;
  const char *words;
} Kind;

static const Kind kinds[] = {
  { "register", OURS, "B1", "start to the first painted register" },
  { "places", PLACES, "B1-places", "start to the first painted comparison of places" },
  { "floor", FLOOR, "B1-floor", "start to a bare table" },
  { "frame", FRAME, "B1-frame", "start to a bare table with header bars and a sidebar" },
  { "words", WORDS, "B1-words", "start to the words and icons of the register, with nothing behind them" },
  { "place-words", PLACE_WORDS, "B1-place-words", "start to the words of a comparison of places, with nothing behind them" },
};

typedef struct
{
  const char *program;
  const char *file;
  const Kind *kind;
} Bench;

/* Whether it is all that is waited for, or the first rows. */
static gboolean whole;

/* ── The two processes ────────────────────────────────────────────────────── */

/* The clock is the same for all processes. Nothing is put away: what comes after doesn't count. */
static void
end_now (void)
{
  g_print ("%" G_GINT64_FORMAT "\n", g_get_monotonic_time ());
  fflush (stdout);
  _exit (0);
}

/* Whether the comparison of places is waited for, and not the register. */
static gboolean in_places;

static GtkWidget *
find_table (GtkWidget *widget,
            gboolean   in_register)
{
  in_register |= in_places ? TL_IS_PLACES_VIEW (widget) : TL_IS_RISKS_VIEW (widget);
  if (in_register && GTK_IS_COLUMN_VIEW (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_table (child, in_register);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* What has been concluded is shown by the next frame. */
static gboolean
is_whole (GtkWidget *window)
{
  static gboolean concluded;
  TlWorkbook *workbook = tl_window_get_workbook (TL_WINDOW (window));

  if (concluded)
    return TRUE;
  concluded = workbook != NULL && tl_workbook_get_assessment (workbook) != NULL && !tl_workbook_get_busy (workbook);
  gtk_widget_queue_draw (window);
  return FALSE;
}

static void
painted_cb (GdkFrameClock *clock,
            GtkWidget     *window)
{
  GtkWidget *table = find_table (window, FALSE);

  if (whole && !is_whole (window))
    return;
  if (table != NULL && gtk_widget_get_mapped (table)
      && g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (table)))) > 0)
    end_now ();
}

static void
mapped_cb (GtkWidget *window)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb), window);
}

static void
window_added_cb (GtkApplication *application,
                 GtkWindow      *window)
{
  g_signal_connect (window, "map", G_CALLBACK (mapped_cb), NULL);
}

/* Where somebody was when they left the workbook. */
static void
remember_places (const char *path)
{
  g_autoptr (GSettings) settings = g_settings_new ("org.throughline.Throughline");
  GVariantBuilder builder;
  sqlite3 *database = NULL;
  sqlite3_stmt *query = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &database, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (database, "SELECT lower (hex (id)) FROM workbook", -1, &query, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (query), ==, SQLITE_ROW);
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(sss)"));
  g_variant_builder_add (&builder, "(sss)", sqlite3_column_text (query, 0), "places", "");
  g_settings_set_value (settings, "workbook-places", g_variant_builder_end (&builder));
  sqlite3_finalize (query);
  sqlite3_close (database);
}

static int
be_ours (char **argv)
{
  g_autoptr (TlApplication) application = tl_application_new ();
  char *arguments[] = { argv[0], argv[2], NULL };

  in_places = g_str_equal (argv[1], PLACES);
  if (in_places)
    remember_places (argv[2]);

  g_application_set_flags (G_APPLICATION (application),
                           g_application_get_flags (G_APPLICATION (application)) | G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), NULL);
  return g_application_run (G_APPLICATION (application), 2, arguments);
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

/* ── What measures them ───────────────────────────────────────────────────── */

static double
measure (const char * const *arguments)
{
  gint64 start = g_get_monotonic_time ();
  g_autofree char *painted = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);

  if (process == NULL || !g_subprocess_communicate_utf8 (process, NULL, NULL, &painted, NULL, &error))
    g_error ("%s", error->message);
  if (!g_subprocess_get_successful (process) || painted == NULL || *painted == '\0')
    g_error ("%s came to nothing", arguments[1]);
  return (double) (g_ascii_strtoll (painted, NULL, 10) - start) / 1000;
}

static double
start_kind (gpointer data)
{
  const Bench *self = data;
  const char *arguments[] = { self->program, self->kind->option, self->file, NULL };

  return measure (arguments);
}

static double
start_blank (gpointer data)
{
  const Bench *self = data;
  const char *arguments[] = { self->program, BLANK, NULL };

  return measure (arguments);
}

/* Working copies, settings and whatever else a person has stays out of it. */
static void
choose_folders (TestDesk *desk)
{
  static const char * const folders[] = { "HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME" };

  for (gsize i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *path = test_desk_path (desk, folders[i]);

      g_mkdir_with_parents (path, 0700);
      g_setenv (folders[i], path, TRUE);
    }
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  g_setenv ("ADW_DISABLE_PORTAL", "1", TRUE);
  g_setenv ("GSETTINGS_SCHEMA_DIR", BENCH_DATA, FALSE);
  g_setenv ("THROUGHLINE_DATA_DIR", BENCH_DATA, FALSE);
}

static const Kind *
find_kind (const char *what)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].what, what))
      return &kinds[i];
  return NULL;
}

/* Started again, as one of those that are measured. */
static int
be_started (char **argv)
{
  if (g_str_equal (argv[1], FLOOR) || g_str_equal (argv[1], FRAME))
    return start_floor_run (argv[2], g_str_equal (argv[1], FRAME), G_CALLBACK (blank_mapped_cb));
  if (g_str_equal (argv[1], WORDS) || g_str_equal (argv[1], PLACE_WORDS))
    return start_words_run (g_str_equal (argv[1], PLACE_WORDS), G_CALLBACK (blank_mapped_cb));
  if (g_str_equal (argv[1], BLANK))
    return be_blank ();
  whole = g_str_equal (argv[1], WHOLE);
  return be_ours (argv);
}

int
main (int    argc,
      char **argv)
{
  const Kind *kind = argc == 4 ? find_kind (argv[3]) : &kinds[0];
  Bench self = { NULL, NULL, kind };
  BenchTitle title = { NULL };
  g_autofree char *program = NULL;
  g_autofree char *file = NULL;
  g_autoptr (TestDesk) desk = NULL;

  setlocale (LC_ALL, "");
  if ((argc == 2 && g_str_equal (argv[1], BLANK)) || (argc == 3 && g_str_has_prefix (argv[1], "--")))
    return be_started (argv);
  g_return_val_if_fail (argc >= 3 && kind != NULL, 2);

  desk = test_desk_new ();
  choose_folders (desk);
  program = g_file_read_link ("/proc/self/exe", NULL);
  file = g_canonicalize_filename (argv[1], NULL);
  self.program = program;
  self.file = file;
  title = (BenchTitle) { kind->row, kind->words, "a blank AdwApplicationWindow", 0 };
  if (g_str_equal (kind->option, OURS) || g_str_equal (kind->option, PLACES))
    title.goal = g_str_equal (argv[2], "large") ? 1.5 : 1.4;
  bench_compare (argv[2], &title, start_kind, start_blank, &self);
  return 0;
}
