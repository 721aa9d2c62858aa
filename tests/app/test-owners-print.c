/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "app-test.h"
#include "app-window.h"
#include "app-workbook.h"

#include "tl-application.h"
#include "tl-owner-filter-bar.h"
#include "tl-owner-map-canvas.h"
#include "tl-owners-view.h"
#include "tl-print-dialog.h"
#include "tl-print-job.h"

static gboolean
has_map (gpointer data)
{
  return tl_owner_map_canvas_get_map (data) != NULL;
}

static gboolean
has_two (gpointer data)
{
  const TlOwnerMap *map = tl_owner_map_canvas_get_map (data);

  return map != NULL && tl_owner_map_count (map, TL_MAP_COLUMN_RISK) == 2;
}

static gboolean
has_dialog (gpointer data)
{
  return adw_application_window_get_visible_dialog (data) != NULL;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

static void
printed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tl_print_report_finish (result, &error));
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static char *
run (const char *program,
     const char *path,
     const char *out)
{
  const char *arguments[] = { program, path, out, NULL };
  g_autofree char *output = NULL;

  g_assert_true (g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, NULL, NULL));
  return g_steal_pointer (&output);
}

/* Ctrl+P prints the map, of the risks that are looked at, on a sheet that lies across. */
static void
test_what_is_looked_at (void)
{
  g_autoptr (GFile) sample = app_window_copy_sample ();
  TlWindow *window = app_window_open (sample);
  GtkWidget *view = GTK_WIDGET (tl_window_show_view (window, "owners"));
  TlOwnerMapCanvas *canvas = app_test_find (view, TL_TYPE_OWNER_MAP_CANVAS);
  TlOwnerFilterBar *bar = app_test_find (view, TL_TYPE_OWNER_FILTER_BAR);
  g_autoptr (GFile) folder = g_file_get_parent (sample), pdf = g_file_get_child (folder, "owners.pdf");
  g_autoptr (TlReport) report = NULL;
  g_autofree char *info = NULL, *text = NULL;
  TlPrintDialog *dialog = NULL;
  gboolean printed = FALSE;

  app_window_wait (has_map, canvas);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (gtk_widget_get_template_child (GTK_WIDGET (bar), TL_TYPE_OWNER_FILTER_BAR, "owned_chooser")),
                              TL_OWNED_STATE_MISSING);
  app_window_wait (has_two, canvas);
  g_assert_true (app_window_press (window, "ctrl+p", NULL));
  app_window_wait (has_dialog, window);
  app_test_settle (GTK_WIDGET (window));
  dialog = TL_PRINT_DIALOG (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
  g_assert_true (app_test_says (GTK_WIDGET (dialog), "Of the 2 risks that the view shows"));
  app_test_keep (GTK_WIDGET (window), "owners-print");
  report = tl_print_dialog_make_report (dialog);
  g_assert_cmpint (tl_report_get_kind (report), ==, TL_REPORT_KIND_OWNERS);

  tl_print_report_async (report, GTK_WINDOW (window), tl_application_get_settings (tl_application_get ()),
                         g_file_peek_path (pdf), printed_cb, &printed);
  app_window_wait (is_true, &printed);
  info = run ("pdfinfo", g_file_peek_path (pdf), NULL);
  /* GTK's pages stand upright and are turned, or lie across. */
  g_assert_true (strstr (info, "Page size:       841") != NULL || strstr (info, "Page size:       842") != NULL
                 || strstr (info, "Page size:       792") != NULL || strstr (info, "Page rot:        90") != NULL);
  text = run ("pdftotext", g_file_peek_path (pdf), "-");
  g_assert_nonnull (strstr (text, "other open risks aren’t shown."));
  g_assert_nonnull (strstr (text, "Concerns not escalated"));
  g_assert_null (strstr (text, "Medicines record gaps"));

  adw_dialog_force_close (ADW_DIALOG (dialog));
  app_window_close (window);
}

static void
add_tests (void)
{
  g_test_add_func ("/owners/print", test_what_is_looked_at);
}

int
main (int   argc,
      char *argv[])
{
  return app_test_run (&argc, &argv, add_tests);
}
