/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Choosing a report, looking at its pages, and saving it. */
#include "config.h"

#include "app-portal.h"
#include "app-test.h"
#include "app-window.h"
#include "app-workbook.h"
#include "tl-application.h"
#include "tl-page-preview.h"
#include "tl-print-dialog.h"
#include "tl-print-job.h"
#include "tl-print-save.h"
#include "tl-window.h"

#include <string.h>

static AppPortal *portal;

typedef struct
{
  TlWindow *window;
  TlPrintDialog *dialog;
  TlPagePreview *preview;
  AdwComboRow *rows[4];
  guint n_rows;
} Shown;

enum { ROW_REPORT, ROW_RISK, ROW_REVIEW, ROW_PAPER };

static void
find_rows (Shown     *self,
           GtkWidget *root)
{
  if (ADW_IS_COMBO_ROW (root))
    {
      self->rows[self->n_rows++] = ADW_COMBO_ROW (root);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    find_rows (self, child);
}

/* The pages of what is chosen now. */
static gboolean
is_laid_out (gpointer data)
{
  Shown *self = data;
  TlReport *report = tl_page_preview_get_report (self->preview);
  g_autoptr (TlReport) chosen = tl_print_dialog_make_report (self->dialog);
  g_autofree char *wanted = tl_report_get_title (chosen), *title = report != NULL ? tl_report_get_title (report) : NULL;

  return tl_page_preview_get_progress (self->preview) == NULL && g_strcmp0 (wanted, title) == 0
         && tl_report_get_sheet (chosen).width == tl_report_get_sheet (report).width;
}

static void
wait_for_pages (Shown *self)
{
  app_window_wait (is_laid_out, self);
  app_test_settle (GTK_WIDGET (self->window));
}

static Shown
show (GFile      *sample,
      const char *ref)
{
  Shown self = { .window = app_window_open (sample) };

  if (ref != NULL)
    g_object_set (self.window, "risk", app_workbook_find_risk (tl_window_get_workbook (self.window), ref), NULL);
  gtk_widget_activate_action (GTK_WIDGET (self.window), "win.print", NULL);
  app_test_settle (GTK_WIDGET (self.window));
  self.dialog = TL_PRINT_DIALOG (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self.window)));
  self.preview = app_test_find (GTK_WIDGET (self.dialog), TL_TYPE_PAGE_PREVIEW);
  find_rows (&self, GTK_WIDGET (self.dialog));
  g_assert_cmpuint (self.n_rows, ==, G_N_ELEMENTS (self.rows));
  wait_for_pages (&self);

  return self;
}

static void
finish (Shown *self)
{
  adw_dialog_force_close (ADW_DIALOG (self->dialog));
  app_window_close (self->window);
}

/* What is looked at is what would be printed: the same title, sheet and pages. */
static void
assert_agrees (Shown *self)
{
  g_autoptr (TlReport) report = tl_print_dialog_make_report (self->dialog);
  g_autofree char *chosen = tl_report_get_title (report);
  g_autofree char *shown = tl_report_get_title (tl_page_preview_get_report (self->preview));
  TlPaper sheet = tl_report_get_sheet (report), looked_at = tl_report_get_sheet (tl_page_preview_get_report (self->preview));
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (chosen, ==, shown);
  g_assert_cmpfloat (sheet.width, ==, looked_at.width);
  g_assert_true (tl_report_paginate (report, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (tl_report_get_n_pages (report), ==, tl_page_preview_get_n_pages (self->preview));
}

static void
test_preview (void)
{
  g_autoptr (GFile) sample = app_window_copy_sample ();
  Shown shown = show (sample, "R3");

  assert_agrees (&shown);
  app_test_assert_named (GTK_WIDGET (shown.dialog));
  app_test_keep (GTK_WIDGET (shown.window), "print");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (shown.rows[ROW_RISK])));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (shown.rows[ROW_REVIEW])));

  adw_combo_row_set_selected (shown.rows[ROW_REPORT], TL_REPORT_KIND_PACK);
  wait_for_pages (&shown);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (shown.rows[ROW_RISK])));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (shown.rows[ROW_REVIEW])));
  g_assert_cmpuint (tl_page_preview_get_n_pages (shown.preview), >, 10);
  assert_agrees (&shown);
  adw_combo_row_set_selected (shown.rows[ROW_REVIEW], 1);
  adw_combo_row_set_selected (shown.rows[ROW_PAPER], 2);
  wait_for_pages (&shown);
  g_assert_cmpfloat (tl_report_get_sheet (tl_page_preview_get_report (shown.preview)).width, >, 800.0);
  assert_agrees (&shown);
  app_test_keep (GTK_WIDGET (shown.window), "print-pack");
  finish (&shown);
}

static void
press (Shown *self,
       guint  key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self->preview));
  gboolean handled = FALSE;

  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (self->preview)));
  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)) && !handled; j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (GTK_IS_KEYVAL_TRIGGER (trigger) && gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == 0
              && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key)
            handled = gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, GTK_WIDGET (self->preview), NULL);
        }
    }
  app_test_settle (GTK_WIDGET (self->window));
}

/* By keyboard alone: through the pages and closer; a screen reader is told what stands on each. */
static void
test_keys (void)
{
  g_autoptr (GFile) sample = app_window_copy_sample ();
  Shown shown = show (sample, "R1");
  double fitting = tl_page_preview_get_scale (shown.preview);
  g_autofree char *first = NULL, *second = NULL;

  g_assert_cmpuint (tl_page_preview_get_n_pages (shown.preview), ==, 2);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (shown.preview), GTK_ACCESSIBLE_PROPERTY_LABEL, "Preview, page 1 of 2");
  first = tl_report_read_page (tl_page_preview_get_report (shown.preview), 0);
  second = tl_report_read_page (tl_page_preview_get_report (shown.preview), 1);
  g_assert_nonnull (strstr (first, "R1 Medicines record gaps"));
  g_assert_nonnull (strstr (second, "Not sound: Acted"));
  /* What stands on every page isn't said again and again. */
  g_assert_null (strstr (first, "Page 1 of 2"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (shown.preview), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, first);

  press (&shown, GDK_KEY_Page_Up);
  g_assert_cmpuint (tl_page_preview_get_page (shown.preview), ==, 0);
  press (&shown, GDK_KEY_Page_Down);
  g_assert_cmpuint (tl_page_preview_get_page (shown.preview), ==, 1);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (shown.preview), GTK_ACCESSIBLE_PROPERTY_LABEL, "Preview, page 2 of 2");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (shown.preview), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, second);
  press (&shown, GDK_KEY_Page_Down);
  g_assert_cmpuint (tl_page_preview_get_page (shown.preview), ==, 1);
  press (&shown, GDK_KEY_Home);
  g_assert_cmpuint (tl_page_preview_get_page (shown.preview), ==, 0);
  press (&shown, GDK_KEY_End);
  g_assert_cmpuint (tl_page_preview_get_page (shown.preview), ==, 1);

  press (&shown, GDK_KEY_plus);
  g_assert_cmpfloat (tl_page_preview_get_scale (shown.preview), >, fitting * 1.1);
  press (&shown, GDK_KEY_minus);
  g_assert_cmpfloat_with_epsilon (tl_page_preview_get_scale (shown.preview), fitting, 0.01);
  press (&shown, GDK_KEY_minus);
  press (&shown, GDK_KEY_0);
  g_assert_cmpfloat (tl_page_preview_get_zoom (shown.preview), ==, 0.0);
  finish (&shown);
}

/* What was written down is read from the document, and printed only when it is there. */
static void
test_history (void)
{
  g_autoptr (GFile) sample = app_window_copy_sample ();
  Shown shown = show (sample, "R1");
  g_autoptr (GString) text = g_string_new (NULL);

  adw_combo_row_set_selected (shown.rows[ROW_REPORT], TL_REPORT_KIND_HISTORY);
  wait_for_pages (&shown);
  for (guint i = 0; i < tl_page_preview_get_n_pages (shown.preview); i++)
    {
      g_autofree char *page = tl_report_read_page (tl_page_preview_get_report (shown.preview), i);

      g_string_append (text, page);
    }
  g_assert_nonnull (strstr (text->str, "R1 Medicines record gaps"));
  g_assert_nonnull (strstr (text->str, "First named after the report"));
  g_assert_nonnull (strstr (text->str, "imported rows"));
  g_assert_null (strstr (text->str, "No change is kept of it."));
  finish (&shown);
}

static gboolean
exists (gpointer file)
{
  return g_file_query_exists (file, NULL);
}

static void
test_saved (void)
{
  g_autoptr (GFile) sample = app_window_copy_sample ();
  Shown shown = show (sample, "R1");
  g_autoptr (GFile) folder = g_file_get_parent (sample), pdf = g_file_get_child (folder, "saved.pdf");
  g_autoptr (TlReport) report = tl_print_dialog_make_report (shown.dialog);
  g_autofree char *bytes = NULL;

  tl_window_save_report_as (shown.window, report, pdf);
  app_window_wait (exists, pdf);
  g_assert_true (g_file_load_contents (pdf, NULL, &bytes, NULL, NULL, NULL));
  g_assert_true (g_str_has_prefix (bytes, "%PDF-"));
  finish (&shown);
}

typedef struct
{
  gboolean done;
  gboolean printed;
} Printing;

static void
printed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  Printing *printing = data;
  g_autoptr (GError) error = NULL;

  printing->printed = tl_print_report_finish (result, &error);
  g_assert_no_error (error);
  printing->done = TRUE;
}

static gboolean
is_done (gpointer data)
{
  return ((Printing *) data)->done;
}

/* As a printer would print it, into a file; then what was kept of it is read. */
static void
print_and_recall (TlReport           *report,
                  GSettings          *settings,
                  const char         *path,
                  GtkPrintSettings  **kept,
                  GtkPageSetup      **setup)
{
  g_autoptr (GKeyFile) settings_file = g_key_file_new (), setup_file = g_key_file_new ();
  g_autofree char *settings_text = NULL, *setup_text = NULL;
  Printing printing = { FALSE };

  tl_print_report_async (report, NULL, settings, path, printed_cb, &printing);
  app_window_wait (is_done, &printing);
  g_assert_true (printing.printed);
  settings_text = g_settings_get_string (settings, "print-settings");
  setup_text = g_settings_get_string (settings, "page-setup");
  g_assert_true (g_key_file_load_from_data (settings_file, settings_text, strlen (settings_text), G_KEY_FILE_NONE, NULL));
  g_assert_true (g_key_file_load_from_data (setup_file, setup_text, strlen (setup_text), G_KEY_FILE_NONE, NULL));
  *kept = gtk_print_settings_new_from_key_file (settings_file, NULL, NULL);
  *setup = gtk_page_setup_new_from_key_file (setup_file, NULL, NULL);
  g_assert_nonnull (*kept);
  g_assert_nonnull (*setup);
}

static void
keep (GSettings        *settings,
      GtkPrintSettings *chosen,
      GtkPageSetup     *setup)
{
  g_autoptr (GKeyFile) settings_file = g_key_file_new (), setup_file = g_key_file_new ();
  g_autofree char *settings_text = NULL, *setup_text = NULL;

  gtk_print_settings_to_key_file (chosen, settings_file, NULL);
  gtk_page_setup_to_key_file (setup, setup_file, NULL);
  settings_text = g_key_file_to_data (settings_file, NULL, NULL);
  setup_text = g_key_file_to_data (setup_file, NULL, NULL);
  g_settings_set_string (settings, "print-settings", settings_text);
  g_settings_set_string (settings, "page-setup", setup_text);
}

/* The printer, the copies and the margins stay as they were chosen last; the margins only for the same paper, and how the
 * sheet lay never. */
static void
test_kept (void)
{
  g_autoptr (GFile) sample = app_window_copy_sample ();
  TlWindow *window = app_window_open (sample);
  TlAssessment *assessment = tl_workbook_get_assessment (tl_window_get_workbook (window));
  g_autoptr (GFile) folder = g_file_get_parent (sample), pdf = g_file_get_child (folder, "printed.pdf");
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  g_autoptr (TlReport) upright = tl_report_new (assessment, TL_REPORT_KIND_ACTION_PLAN);
  g_autoptr (TlReport) across = tl_report_new (assessment, TL_REPORT_KIND_OWNERS);
  g_autoptr (GtkPrintSettings) chosen = gtk_print_settings_new (), kept = NULL, kept_across = NULL;
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new (), kept_setup = NULL, other_setup = NULL;
  g_autoptr (GtkPaperSize) a4 = gtk_paper_size_new (GTK_PAPER_NAME_A4), written = NULL;
  TlPaper sheet = tl_paper_a4 (), a3 = tl_paper_by_name ("a3");

  gtk_print_settings_set_printer (chosen, "Office, second floor");
  gtk_print_settings_set_n_copies (chosen, 3);
  gtk_page_setup_set_paper_size_and_default_margins (setup, a4);
  gtk_page_setup_set_top_margin (setup, 40, GTK_UNIT_MM);
  keep (settings, chosen, setup);

  tl_report_set_paper (upright, &sheet);
  print_and_recall (upright, settings, g_file_peek_path (pdf), &kept, &kept_setup);
  g_assert_true (g_file_query_exists (pdf, NULL));
  g_assert_cmpstr (gtk_print_settings_get_printer (kept), ==, "Office, second floor");
  g_assert_cmpint (gtk_print_settings_get_n_copies (kept), ==, 3);
  g_assert_cmpfloat_with_epsilon (gtk_page_setup_get_top_margin (kept_setup, GTK_UNIT_MM), 40, 0.5);
  g_assert_cmpint (gtk_page_setup_get_orientation (kept_setup), ==, GTK_PAGE_ORIENTATION_PORTRAIT);
  g_assert_cmpfloat_with_epsilon (tl_report_get_sheet (upright).top, 40 / 25.4 * 72, 1.0);

  tl_report_set_paper (across, &a3);
  print_and_recall (across, settings, g_file_peek_path (pdf), &kept_across, &other_setup);
  written = gtk_print_settings_get_paper_size (kept_across);
  g_assert_cmpstr (gtk_paper_size_get_name (written), ==, GTK_PAPER_NAME_A3);
  g_assert_cmpstr (gtk_print_settings_get_printer (kept_across), ==, "Office, second floor");
  g_assert_cmpint (gtk_page_setup_get_orientation (other_setup), ==, GTK_PAGE_ORIENTATION_LANDSCAPE);
  g_assert_cmpstr (gtk_paper_size_get_name (gtk_page_setup_get_paper_size (other_setup)), ==, GTK_PAPER_NAME_A3);
  g_assert_cmpfloat (gtk_page_setup_get_top_margin (other_setup, GTK_UNIT_MM), <, 30);
  app_window_close (window);
}

static gboolean
has_printed (gpointer data)
{
  GBytes **printed = data;

  if (*printed == NULL)
    *printed = app_portal_take_printed (portal);
  return *printed != NULL;
}

/* Within a sandbox the desktop asks for the printer, and is given the pages. */
static void
test_through_the_portal (void)
{
  g_autoptr (GFile) sample = app_window_copy_sample ();
  TlWindow *window = app_window_open (sample);
  TlAssessment *assessment = tl_workbook_get_assessment (tl_window_get_workbook (window));
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  g_autoptr (TlReport) report = tl_report_new (assessment, TL_REPORT_KIND_ACTION_PLAN);
  TlPaper a4 = tl_paper_a4 ();
  Printing printing = { FALSE };
  g_autoptr (GBytes) printed = NULL;

  tl_report_set_paper (report, &a4);
  tl_print_report_async (report, GTK_WINDOW (window), settings, NULL, printed_cb, &printing);
  app_window_wait (is_done, &printing);
  g_assert_true (printing.printed);
  app_window_wait (has_printed, &printed);
  g_assert_cmpuint (g_bytes_get_size (printed), >, 1000);
  g_assert_true (memcmp (g_bytes_get_data (printed, NULL), "%PDF-", 5) == 0);
  app_window_close (window);
}

static void
test_narrow (void)
{
  g_autoptr (GFile) sample = app_window_copy_sample ();
  Shown shown = show (sample, "R1");

  gtk_window_set_default_size (GTK_WINDOW (shown.window), 360, 640);
  wait_for_pages (&shown);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (shown.preview)), <=, 360);
  app_test_keep (GTK_WIDGET (shown.window), "print-narrow");
  finish (&shown);
}

static void
add_tests (void)
{
  g_test_add_func ("/print/preview", test_preview);
  g_test_add_func ("/print/keys", test_keys);
  g_test_add_func ("/print/history", test_history);
  g_test_add_func ("/print/saved", test_saved);
  g_test_add_func ("/print/kept", test_kept);
  g_test_add_func ("/print/through-the-portal", test_through_the_portal);
  g_test_add_func ("/print/narrow", test_narrow);
}

int
main (int    argc,
      char **argv)
{
  int status;

  /* As within a sandbox, the portal prints; the test's own has to be there before GTK looks for one. */
  g_setenv ("GDK_DEBUG", "portals", TRUE);
  portal = app_portal_new ();
  status = app_test_run (&argc, &argv, add_tests);
  app_portal_free (portal);
  return status;
}
