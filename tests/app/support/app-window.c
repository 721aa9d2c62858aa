/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-window.h"

#include <gdk/x11/gdkx.h>
#include <glib/gstdio.h>

#include "app-test.h"
#include "app-workbook.h"

#define PATIENCE_SECONDS 20

static TlApplication *
get_application (void)
{
  static TlApplication *application;
  g_autoptr (GError) error = NULL;

  if (application != NULL)
    return application;
  application = tl_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_set_default (G_APPLICATION (application));
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  /* Without a workbook there must be no working copies of the person who runs the tests either. */
  app_workbook_choose_folder ();
  return application;
}

static gboolean
give_up_cb (gpointer data)
{
  g_error ("What was waited for did not happen in %d seconds", PATIENCE_SECONDS);
  return G_SOURCE_REMOVE;
}

void
app_window_wait (gboolean (*is_so) (gpointer data),
                 gpointer   data)
{
  guint patience = g_timeout_add_seconds (PATIENCE_SECONDS, give_up_cb, NULL);

  while (!is_so (data))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (patience);
}

TlWindow *
app_window_new (void)
{
  TlWindow *window = NULL;

  /* Every test begins in the register, wherever the one before it was. */
  g_settings_reset (tl_application_get_settings (get_application ()), "workbook-places");
  window = tl_window_new (get_application ());

  gtk_window_set_default_size (GTK_WINDOW (window), 1366, 768);
  gtk_window_present (GTK_WINDOW (window));
  app_test_settle (GTK_WIDGET (window));
  return window;
}

GFile *
app_window_copy_sample (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_BUILT, "..", "data", "samples", "sample.throughline", NULL);
  g_autofree char *folder = g_dir_make_tmp ("throughline-window-XXXXXX", NULL);
  g_autoptr (GFile) sample = g_file_new_for_path (path);
  g_autoptr (GFile) copy = g_file_new_build_filename (folder, "Quillbrook.throughline", NULL);
  g_autoptr (GError) error = NULL;

  g_file_copy (sample, copy, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_chmod (g_file_peek_path (copy), 0644);
  return g_steal_pointer (&copy);
}

gboolean
app_window_has_workbook (gpointer data)
{
  return tl_window_get_workbook (data) != NULL && !tl_workbook_get_busy (tl_window_get_workbook (data));
}

TlWindow *
app_window_open (GFile *file)
{
  TlWindow *window = app_window_new ();

  tl_window_open (window, file);
  app_window_wait (app_window_has_workbook, window);
  app_test_settle (GTK_WIDGET (window));
  return window;
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

/* Closes as a person would; what is kept is saved first. */
void
app_window_close (TlWindow *window)
{
  gpointer pointer = window;

  g_object_add_weak_pointer (G_OBJECT (window), &pointer);
  gtk_window_close (GTK_WINDOW (window));
  app_window_wait (is_gone, &pointer);
}

/* ── Keys, as from a keyboard ─────────────────────────────────────────────── */

typedef struct
{
  gboolean ended;
  gboolean worked;
} Ending;

static void
ended_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Ending *ending = user_data;

  ending->worked = g_subprocess_wait_check_finish (G_SUBPROCESS (source), result, NULL);
  ending->ended = TRUE;
}

static gboolean
has_ended (gpointer data)
{
  return ((Ending *) data)->ended;
}

static gboolean
run (gpointer             window,
     const char * const  *arguments)
{
  g_autoptr (GSubprocess) process =
    g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_STDERR_SILENCE | G_SUBPROCESS_FLAGS_STDOUT_SILENCE, NULL);
  Ending ending = { FALSE, FALSE };

  if (process == NULL)
    return FALSE;
  g_subprocess_wait_check_async (process, NULL, ended_cb, &ending);
  app_window_wait (has_ended, &ending);
  app_test_settle (GTK_WIDGET (window));
  return ending.worked;
}

/* There is no window manager to give the window the keyboard. */
static char *
find_id (gpointer window)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));

  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  if (!GDK_IS_X11_SURFACE (surface))
    return NULL;
  return g_strdup_printf ("%lu", (gulong) gdk_x11_surface_get_xid (surface));
  G_GNUC_END_IGNORE_DEPRECATIONS
}

/* Whether keys can be pressed here at all is said by the answer. */
gboolean
app_window_press (gpointer    window,
                  const char *first_key,
                  ...)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autofree char *id = find_id (window);
  va_list keys;

  if (id == NULL)
    return FALSE;
  g_ptr_array_add (arguments, (gpointer) "xdotool");
  g_ptr_array_add (arguments, (gpointer) "windowfocus");
  g_ptr_array_add (arguments, id);
  va_start (keys, first_key);
  for (const char *key = first_key; key != NULL; key = va_arg (keys, const char *))
    {
      g_ptr_array_add (arguments, (gpointer) "key");
      g_ptr_array_add (arguments, (gpointer) key);
    }
  va_end (keys);
  g_ptr_array_add (arguments, NULL);
  return run (window, (const char * const *) arguments->pdata);
}

/* Moves the pointer to a place in a window. */
gboolean
app_window_point (gpointer window,
                  double   x,
                  double   y)
{
  g_autofree char *id = find_id (window);
  g_autofree char *across = NULL;
  g_autofree char *down = NULL;
  double surface_x, surface_y;

  if (id == NULL)
    return FALSE;
  gtk_native_get_surface_transform (GTK_NATIVE (window), &surface_x, &surface_y);
  across = g_strdup_printf ("%d", (int) (x + surface_x));
  down = g_strdup_printf ("%d", (int) (y + surface_y));
  return run (window, (const char *[]) { "xdotool", "mousemove", "--sync", "--window", id, across, down, NULL });
}

/* Moves a window to another place of the display. */
gboolean
app_window_move (gpointer window,
                 int      x,
                 int      y)
{
  g_autofree char *id = find_id (window);
  g_autofree char *across = g_strdup_printf ("%d", x), *down = g_strdup_printf ("%d", y);

  return id != NULL && run (window, (const char *[]) { "xdotool", "windowmove", "--sync", id, across, down, NULL });
}

gboolean
app_window_type (TlWindow   *window,
                 const char *text)
{
  const char *arguments[] = { "xdotool", "type", "--delay", "1", text, NULL };

  return run (window, arguments);
}
