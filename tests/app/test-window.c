/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app-test.h"
#include "app-window.h"
#include "app-workbook.h"

#include <string.h>

#include "tl-print-dialog.h"
#include "tl-print-job.h"

static const char * const views[] = { "overview", "risks", "owners", "timeline", "places" };
/* Where text twice as large fits the narrowest window; the last two stand beside the views of the sidebar. */
static const char * const narrow_views[] = { "overview", "risks", "owners", "timeline", "places", "people", "history" };
static const char * const beside[] = { "people", "history", NULL };

/* ── Every view, in every form ────────────────────────────────────────────── */

/* How a view is shown. */
typedef struct
{
  const char *name;
  gboolean empty;
  gboolean mirrored;
  double text;
  int width;
  int height;
  const char * const *views;
  guint n_views;
} Form;

#define ALL_VIEWS views, G_N_ELEMENTS (views)

static const Form forms[] = {
  { "everyday", FALSE, FALSE, 1, 1366, 768, ALL_VIEWS },
  { "empty", TRUE, FALSE, 1, 1366, 768, ALL_VIEWS },
  { "narrow", FALSE, FALSE, 1, 360, 640, ALL_VIEWS },
  { "empty-narrow", TRUE, FALSE, 1, 360, 640, ALL_VIEWS },
  { "large-text", FALSE, FALSE, 2, 1366, 768, ALL_VIEWS },
  { "narrow-large-text", FALSE, FALSE, 2, 360, 640, narrow_views, G_N_ELEMENTS (narrow_views) },
  { "empty-narrow-large-text", TRUE, FALSE, 2, 360, 640, narrow_views, G_N_ELEMENTS (narrow_views) },
  { "right-to-left", FALSE, TRUE, 1, 1366, 768, ALL_VIEWS },
  { "wide", FALSE, FALSE, 1, 2560, 1440, ALL_VIEWS },
};

static void
walk_views (TlWindow   *window,
            const Form *form)
{
  TlWorkbook *workbook = tl_window_get_workbook (window);
  guint n_risks = g_list_model_get_n_items (tl_workbook_get_risks (workbook));
  guint n_views = 0;

  for (guint i = 0; i < form->n_views; i++)
    {
      TlView *view = tl_window_show_view (window, form->views[i]);

      if (view == NULL)
        continue;
      n_views++;
      app_test_settle (GTK_WIDGET (window));
      app_test_assert_named (GTK_WIDGET (window));
      if (n_risks == 0 || g_strv_contains (beside, form->views[i]))
        continue;
      g_object_set (window, "risk", app_workbook_find_risk (workbook, "R1"), NULL);
      app_test_settle (GTK_WIDGET (window));
      g_assert_true (tl_view_get_risk (view) == app_workbook_find_risk (workbook, "R1"));
      app_test_assert_named (GTK_WIDGET (window));
      g_object_set (window, "risk", NULL, NULL);
    }
  g_assert_cmpuint (n_views, >=, 2);
}

static gboolean
has_workbook (gpointer data)
{
  return tl_window_get_workbook (data) != NULL && !tl_workbook_get_busy (tl_window_get_workbook (data));
}

static void
test_form (gconstpointer data)
{
  const Form *form = data;
  g_autoptr (GFile) file = form->empty ? NULL : app_window_copy_sample ();
  TlWindow *window = NULL;

  gtk_widget_set_default_direction (form->mirrored ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  app_test_set_text (form->text);
  window = app_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), form->width, form->height);
  if (form->empty)
    tl_window_begin (window, "Nobody’s Care");
  else
    tl_window_open (window, file);
  app_window_wait (has_workbook, window);
  walk_views (window, form);
  if (!form->empty)
    app_window_close (window);
  else
    gtk_window_destroy (GTK_WINDOW (window));
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  app_test_set_text (1);
}

/* ── Beginning ────────────────────────────────────────────────────────────── */

static void
test_the_start_page_leads_on (void)
{
  TlWindow *window = app_window_new ();

  g_assert_true (tl_window_is_empty (window));
  app_test_assert_named (GTK_WIDGET (window));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.start-empty", NULL);
  app_test_settle (GTK_WIDGET (window));
  g_assert_true (ADW_IS_ALERT_DIALOG (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window))));
  gtk_window_destroy (GTK_WINDOW (window));
}

static GtkWidget *
find_label (GtkWidget  *root,
            const char *text)
{
  if (GTK_IS_LABEL (root) && g_str_equal (gtk_label_get_text (GTK_LABEL (root)), text))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* With text twice as large in the narrowest window each way to begin can still be read. */
static gboolean
has_all_menus (gpointer window)
{
  GtkMenuButton *menu = app_test_find (window, GTK_TYPE_MENU_BUTTON);
  AdwSplitButton *add = app_test_find (window, ADW_TYPE_SPLIT_BUTTON);

  return gtk_menu_button_get_menu_model (menu) != NULL && adw_split_button_get_menu_model (add) != NULL
         && g_strcmp0 (gtk_window_get_default_icon_name (), APPLICATION_ID) == 0;
}

/* Nobody opens one before they have seen what opens it; whoever is as quick as that gets it, too. */
static void
test_menus_are_there (void)
{
  TlWindow *window = NULL;
  GtkMenuButton *menu = NULL;

  /* As it is when the program begins. */
  gtk_window_set_default_icon_name (NULL);
  window = tl_window_new (tl_application_get ());
  menu = app_test_find (GTK_WIDGET (window), GTK_TYPE_MENU_BUTTON);
  g_assert_true (gtk_menu_button_get_primary (menu));
  gtk_window_present (GTK_WINDOW (window));
  gtk_menu_button_popup (menu);
  g_assert_nonnull (gtk_menu_button_get_menu_model (menu));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (gtk_menu_button_get_popover (menu))));
  gtk_menu_button_popdown (menu);
  app_window_wait (has_all_menus, window);
  app_test_assert_named (GTK_WIDGET (window));
  app_window_close (window);
}

static void
test_ways_to_begin_have_room (void)
{
  static const char * const ways[] = { "Look at the Sample", "Open a Workbook", "Start Empty", "Import a Spreadsheet" };
  TlWindow *window = app_window_new ();

  app_test_set_text (2);
  gtk_window_set_default_size (GTK_WINDOW (window), 360, 640);
  app_test_settle (GTK_WIDGET (window));
  app_test_keep (GTK_WIDGET (window), "start-narrow-large");
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    g_assert_cmpint (gtk_widget_get_width (find_label (GTK_WIDGET (window), ways[i])), >, 140);
  app_test_set_text (1);
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
is_named (gpointer data)
{
  return tl_window_get_workbook (data) != NULL &&
         g_str_equal (tl_workbook_get_provider (tl_window_get_workbook (data)), "Alder & Ash Care");
}

static void
test_a_new_workbook_has_its_provider (void)
{
  TlWindow *window = app_window_new ();
  AdwWindowTitle *title = app_test_find (GTK_WIDGET (window), ADW_TYPE_WINDOW_TITLE);

  tl_window_begin (window, "Alder & Ash Care");
  app_window_wait (is_named, window);
  app_test_settle (GTK_WIDGET (window));
  title = app_test_find (GTK_WIDGET (tl_window_show_view (window, "risks")), ADW_TYPE_WINDOW_TITLE);
  g_assert_null (title);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Alder & Ash Care – Throughline");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A name that doesn't fit is refused where it is typed, stays there, and can be shortened. */
static void
test_a_provider_of_ten_thousand_letters (void)
{
  TlWindow *window = app_window_new ();
  g_autofree char *name = g_strnfill (10000, 'x');
  AdwAlertDialog *dialog;
  GtkEditable *entry;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.start-empty", NULL);
  app_test_settle (GTK_WIDGET (window));
  dialog = ADW_ALERT_DIALOG (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
  entry = app_test_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW);
  gtk_editable_set_text (entry, name);
  app_test_settle (GTK_WIDGET (window));
  g_assert_false (adw_alert_dialog_get_response_enabled (dialog, "begin"));
  g_assert_true (app_test_says (GTK_WIDGET (dialog), "No more than 200 characters fit here."));
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, name);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  gtk_editable_set_text (entry, "Larkfield Care");
  g_assert_true (adw_alert_dialog_get_response_enabled (dialog, "begin"));
  g_assert_false (app_test_says (GTK_WIDGET (dialog), "No more than"));
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
shows_an_alert (gpointer data)
{
  return adw_application_window_get_visible_dialog (data) != NULL;
}

/* A file that isn't ours, a truncated one, one that isn't there: a sentence, and the way to begin again. */
static void
test_what_cannot_be_opened (void)
{
  g_autofree char *folder = g_dir_make_tmp ("throughline-window-XXXXXX", NULL);
  g_autoptr (GFile) sample = app_window_copy_sample ();
  g_autofree char *bytes = NULL;
  gsize length;
  GFile *files[3] = { NULL, };

  g_assert_true (g_file_load_contents (sample, NULL, &bytes, &length, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      const char *names[] = { "letter.throughline", "cut.throughline", "gone.throughline" };

      files[i] = g_file_new_build_filename (folder, names[i], NULL);
    }
  g_assert_true (g_file_set_contents (g_file_peek_path (files[0]), "Dear Quillbrook,", -1, NULL));
  g_assert_true (g_file_set_contents (g_file_peek_path (files[1]), bytes, (gssize) length / 2, NULL));

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      TlWindow *window = app_window_new ();
      AdwDialog *dialog = NULL;

      tl_window_open (window, files[i]);
      app_window_wait (shows_an_alert, window);
      dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
      g_assert_cmpuint (strlen (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (dialog))), >, 20);
      g_assert_true (tl_window_is_empty (window));
      gtk_window_destroy (GTK_WINDOW (window));
      g_object_unref (files[i]);
    }
}

/* ── Paper ────────────────────────────────────────────────────────────────── */

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tl_save_report_finish (result, &error));
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
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

static guint
count_pages (const char *path)
{
  const char *arguments[] = { "pdfinfo", path, NULL };
  g_autofree char *output = NULL;
  const char *pages = NULL;

  g_assert_true (g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, NULL, NULL));
  pages = strstr (output, "Pages:");
  g_assert_nonnull (pages);
  return (guint) g_ascii_strtoull (pages + strlen ("Pages:"), NULL, 10);
}

/* What a printer is given: all pages, of one sheet each. */
static void
test_a_pack_is_printed (void)
{
  g_autoptr (GFile) sample = app_window_copy_sample ();
  TlWindow *window = app_window_open (sample);
  TlAssessment *assessment = tl_workbook_get_assessment (tl_window_get_workbook (window));
  g_autoptr (TlReport) report = tl_report_new (assessment, TL_REPORT_KIND_PACK);
  g_autoptr (GFile) folder = g_file_get_parent (sample), pdf = g_file_get_child (folder, "printed.pdf");
  gboolean printed = FALSE;

  tl_print_report_async (report, GTK_WINDOW (window), tl_application_get_settings (tl_application_get ()),
                         g_file_peek_path (pdf), printed_cb, &printed);
  app_window_wait (is_true, &printed);
  g_assert_cmpuint (tl_report_get_n_pages (report), >, 10);
  g_assert_cmpuint (count_pages (g_file_peek_path (pdf)), ==, tl_report_get_n_pages (report));
  app_window_close (window);
}

static void
test_the_risk_in_hand_is_printed (void)
{
  g_autoptr (GFile) sample = app_window_copy_sample ();
  TlWindow *window = app_window_open (sample);
  TlWorkbook *workbook = tl_window_get_workbook (window);
  TlPrintDialog *dialog = NULL;
  g_autoptr (TlReport) report = NULL;
  g_autoptr (GFile) folder = g_file_get_parent (sample), pdf = g_file_get_child (folder, "summary.pdf");
  g_autofree char *bytes = NULL, *title = NULL;
  gboolean saved = FALSE;
  gsize length;

  g_object_set (window, "risk", app_workbook_find_risk (workbook, "R3"), NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.print", NULL);
  app_test_settle (GTK_WIDGET (window));
  dialog = TL_PRINT_DIALOG (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
  app_test_assert_named (GTK_WIDGET (dialog));
  report = tl_print_dialog_make_report (dialog);
  title = tl_report_get_title (report);
  g_assert_nonnull (strstr (title, "R3"));

  tl_save_report_async (report, pdf, NULL, saved_cb, &saved);
  app_window_wait (is_true, &saved);
  g_assert_true (g_file_load_contents (pdf, NULL, &bytes, &length, NULL, NULL));
  g_assert_true (g_str_has_prefix (bytes, "%PDF-"));
  g_assert_cmpuint (length, >, 10000);
  adw_dialog_force_close (ADW_DIALOG (dialog));
  app_window_close (window);
}

static void
add_tests (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *path = g_strconcat ("/window/views/", forms[i].name, NULL);

      g_test_add_data_func (path, &forms[i], test_form);
    }
  g_test_add_func ("/window/start", test_the_start_page_leads_on);
  g_test_add_func ("/window/menus", test_menus_are_there);
  g_test_add_func ("/window/start-has-room", test_ways_to_begin_have_room);
  g_test_add_func ("/window/new", test_a_new_workbook_has_its_provider);
  g_test_add_func ("/window/provider-of-ten-thousand-letters", test_a_provider_of_ten_thousand_letters);
  g_test_add_func ("/window/not-a-workbook", test_what_cannot_be_opened);
  g_test_add_func ("/window/print/summary", test_the_risk_in_hand_is_printed);
  g_test_add_func ("/window/print/pack", test_a_pack_is_printed);
}

int
main (int   argc,
      char *argv[])
{
  return app_test_run (&argc, &argv, add_tests);
}
