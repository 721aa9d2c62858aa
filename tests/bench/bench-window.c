/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench-window.h"

#include <adwaita.h>
#include <locale.h>

#include "app-window.h"
#include "test-store.h"

/* Frames after which nothing is left that was begun. */
#define FRAMES 60
/* And after which the pointer is where it is wanted. */
#define POINTING_FRAMES 10

/* A desk of its own, and the files of the build. */
void
bench_window_set_up (void)
{
  setlocale (LC_ALL, "");
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  g_setenv ("ADW_DISABLE_PORTAL", "1", TRUE);
  g_setenv ("GSETTINGS_SCHEMA_DIR", BENCH_DATA, FALSE);
  g_setenv ("THROUGHLINE_DATA_DIR", BENCH_DATA, FALSE);
  adw_init ();
  test_desk_new ();
}

/* On a workbook, with all of it there. */
TlWindow *
bench_window_open (const char *path)
{
  g_autofree char *copy = g_canonicalize_filename (path, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (copy);
  TlWindow *window = app_window_new ();

  tl_window_open (window, file);
  while (!app_window_has_workbook (window))
    g_main_context_iteration (NULL, TRUE);
  return window;
}

gpointer
bench_window_find (GtkWidget *root,
                   GType      type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = bench_window_find (child, type);

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

/* Until the next frame is painted. */
void
bench_window_paint (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  gboolean painted = FALSE;
  gulong handler = g_signal_connect_data (clock, "after-paint", G_CALLBACK (set_flag), &painted, NULL,
                                          G_CONNECT_SWAPPED | G_CONNECT_AFTER);

  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);
}

/* Until nothing is left to do. */
void
bench_window_settle (GtkWidget *window)
{
  for (guint i = 0; i < FRAMES; i++)
    {
      gtk_widget_queue_draw (window);
      bench_window_paint (window);
      while (g_main_context_iteration (NULL, FALSE))
        continue;
    }
}

/* The pointer of a person who turns the wheel over a widget. */
void
bench_window_point (GtkWidget *widget)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (widget));
  graphene_point_t middle = GRAPHENE_POINT_INIT ((float) gtk_widget_get_width (widget) / 2,
                                                 (float) gtk_widget_get_height (widget) / 2);

  if (!gtk_widget_compute_point (widget, window, &middle, &middle) || !app_window_point (window, middle.x, middle.y))
    g_error ("The pointer can't be moved");
  for (guint i = 0; i < POINTING_FRAMES; i++)
    {
      gtk_widget_queue_draw (window);
      bench_window_paint (window);
    }
}
