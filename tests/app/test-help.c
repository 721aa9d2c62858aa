/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-test.h"
#include "app-window.h"

#include "tl-finding-row.h"
#include "tl-help-library.h"
#include "tl-help-topics.h"
#include "tl-help-view.h"
#include "tl-help-window.h"
#include "tl-practice-window.h"
#include "tl-window-private.h"

/* ── Where F1 leads ───────────────────────────────────────────────────────── */

static TlHelpWindow *
find_help (void)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (tl_application_get ())); l != NULL; l = l->next)
    if (TL_IS_HELP_WINDOW (l->data))
      return l->data;
  return NULL;
}

static void
assert_leads_to (TlWindow   *window,
                 const char *page)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.help", NULL);
  g_assert_nonnull (find_help ());
  g_assert_cmpstr (tl_help_window_get_page (find_help ())->id, ==, page);
}

/* Every view that there is, by its own name. */
static void
test_every_view_has_its_page (void)
{
  g_autoptr (GFile) file = app_window_copy_sample ();
  TlWindow *window = app_window_open (file);
  g_autoptr (GtkSelectionModel) pages = adw_view_stack_get_pages (window->views);
  guint n_views = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (pages)); i++)
    {
      g_autoptr (AdwViewStackPage) page = g_list_model_get_item (G_LIST_MODEL (pages), i);
      const char *name = adw_view_stack_page_get_name (page);

      if (g_str_equal (name, "waiting"))
        continue;
      g_assert_nonnull (tl_window_show_view (window, name));
      gtk_window_set_focus (GTK_WINDOW (window), NULL);
      assert_leads_to (window, name);
      n_views++;
    }
  g_assert_cmpuint (n_views, >=, 8);

  /* A dialog is nearer than what it lies on. */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.print", NULL);
  app_test_settle (GTK_WIDGET (window));
  assert_leads_to (window, "printing");
  adw_dialog_force_close (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
  app_window_close (window);
  g_assert_null (find_help ());
}

static void
test_the_start_page_has_its_page (void)
{
  TlWindow *window = app_window_new ();

  assert_leads_to (window, "start");
  app_window_close (window);
}

static void
test_practice_has_its_page (void)
{
  TlWindow *start = app_window_new ();
  TlPracticeWindow *window = tl_application_practise (tl_application_get ());

  app_test_settle (GTK_WIDGET (window));
  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.help", NULL);
  g_assert_cmpstr (tl_help_window_get_page (find_help ())->id, ==, "practice");

  /* It stays as long as there is something that it can be about. */
  gtk_window_destroy (GTK_WINDOW (start));
  g_assert_nonnull (find_help ());
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_null (find_help ());
}

/* From a finding it is told what its check looks for. */
static void
test_a_finding_leads_to_its_check (void)
{
  const TlFinding finding = { .check = "owner-turnover", .severity = TL_SEVERITY_WATCH, .text = (char *) "Three owners in half a year.",
                              .settle = (char *) "Let one stay with it." };
  GtkWidget *row = g_object_ref_sink (tl_finding_row_new (&finding, TL_NO_DAY, NULL));
  GtkWidget *button = app_test_find (row, GTK_TYPE_BUTTON);
  g_autofree char *address = tl_help_topics_find (button);
  TlHelpPlace place;

  g_assert_cmpstr (address, ==, "#owner-turnover");
  g_assert_true (tl_help_library_find (tl_help_library_get (), address, &place));
  g_assert_cmpstr (place.page->id, ==, "checks-owning");
  g_object_unref (row);
}

/* Every dialog and view that the program declares has a page, and no page is for something that it hasn't. */
static void
test_everything_declared_has_its_page (void)
{
  g_autofree char *root = g_test_build_filename (G_TEST_DIST, "..", "src", "app", NULL);
  g_autofree char *command = g_strdup_printf ("grep -rhoE 'G_DECLARE_FINAL_TYPE \\(Tl[A-Za-z]+, .*(AdwDialog|AdwPreferencesDialog|TlView)\\)' %s", root);
  const char *arguments[] = { "sh", "-c", command, NULL };
  g_autoptr (GRegex) regex = g_regex_new ("\\((Tl[A-Za-z]+),", G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;
  guint n_types = 0;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &said, NULL, NULL, &error);
  g_assert_no_error (error);
  for (g_regex_match (regex, said, G_REGEX_MATCH_DEFAULT, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *type_name = g_match_info_fetch (match, 1);
      const char *address = tl_help_topics_find_by_type (type_name);
      TlHelpPlace place;

      if (address == NULL)
        g_error ("F1 on a %s leads to no page: see src/app/help/tl-help-topics.c", type_name);
      g_assert_true (tl_help_library_find (tl_help_library_get (), address, &place));
      n_types++;
    }
  g_assert_cmpuint (n_types, >, 20);
}

/* ── Reading ──────────────────────────────────────────────────────────────── */

static void
test_back_and_forward (void)
{
  TlHelpWindow *help = NULL;
  TlWindow *window = app_window_new ();

  tl_help_window_present (GTK_APPLICATION (tl_application_get ()), "places");
  help = find_help ();
  g_assert_true (tl_help_window_go (help, "intervals"));
  g_assert_true (tl_help_window_go (help, "checks-places#variation-hidden"));
  g_assert_false (tl_help_window_go (help, "nowhere"));
  app_test_settle (GTK_WIDGET (help));
  /* The keyboard is where the words begin that were wanted. */
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (gtk_window_get_focus (GTK_WINDOW (help)))), ==, "The average hides a weak place");

  if (!app_window_press (help, "alt+Left", NULL))
    {
      g_test_skip ("there are no keys to press");
      return;
    }
  g_assert_cmpstr (tl_help_window_get_page (help)->id, ==, "intervals");
  app_window_press (help, "alt+Left", NULL);
  g_assert_cmpstr (tl_help_window_get_page (help)->id, ==, "places");
  app_window_press (help, "alt+Right", NULL);
  g_assert_cmpstr (tl_help_window_get_page (help)->id, ==, "intervals");
  app_window_press (help, "F1", NULL);
  g_assert_cmpstr (tl_help_window_get_page (help)->id, ==, TL_HELP_INDEX);
  gtk_window_destroy (GTK_WINDOW (help));
  app_window_close (window);
}

/* Labels that have less than they need would be cut, and so would pictures. */
static void
assert_nothing_is_cut (GtkWidget  *widget,
                       const char *page)
{
  if (gtk_widget_get_mapped (widget) && GTK_IS_LABEL (widget))
    {
      int width, height;

      pango_layout_get_pixel_size (gtk_label_get_layout (GTK_LABEL (widget)), &width, &height);
      if (width > gtk_widget_get_width (widget) || height > gtk_widget_get_height (widget))
        g_error ("%s: “%s” is cut", page, gtk_label_get_text (GTK_LABEL (widget)));
    }
  /* A picture keeps its shape, as wide as the page, or nobody would see what it shows. */
  if (gtk_widget_get_mapped (widget) && GTK_IS_PICTURE (widget))
    {
      GdkPaintable *paintable = gtk_picture_get_paintable (GTK_PICTURE (widget));
      double wanted = gtk_widget_get_width (widget) / gdk_paintable_get_intrinsic_aspect_ratio (paintable);

      g_assert_cmpint (gtk_widget_get_width (widget), >, 250);
      g_assert_cmpint (gtk_widget_get_height (widget), >=, (int) wanted - 1);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    assert_nothing_is_cut (child, page);
}

/* Each page in a window as narrow as a telephone, with letters of twice the size. */
static void
test_every_page_has_room (void)
{
  TlHelpLibrary *library = tl_help_library_get ();
  GtkWidget *view = g_object_new (TL_TYPE_HELP_VIEW, NULL), *window = NULL;

  app_test_set_text (2);
  window = app_test_show (view, 360, 640);
  for (guint i = 0; i < tl_help_library_get_n_pages (library); i++)
    {
      TlHelpPlace place = { tl_help_library_get_page (library, i), NULL };
      int minimum;

      tl_help_view_show (TL_HELP_VIEW (view), &place);
      app_test_settle (window);
      gtk_widget_measure (view, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      g_assert_cmpint (minimum, <=, 360);
      assert_nothing_is_cut (view, place.page->id);
      app_test_assert_named (view);
    }
  app_test_close (window);
  app_test_set_text (1);
}

static void
keep_page (TlHelpWindow *help,
           const char   *prefix,
           const char   *page)
{
  g_autofree char *name = g_strdup_printf ("help-%s%s", prefix, page);

  tl_help_window_go (help, page);
  app_test_settle (GTK_WIDGET (help));
  app_test_keep (GTK_WIDGET (help), name);
}

/* The whole window, narrow and wide, for a person to look at where TL_PICTURES says so. */
static void
test_the_window (void)
{
  TlWindow *main_window = app_window_new ();
  TlHelpLibrary *library = tl_help_library_get ();
  TlHelpWindow *help = NULL;

  tl_help_window_present (GTK_APPLICATION (tl_application_get ()), TL_HELP_INDEX);
  help = find_help ();
  app_test_settle (GTK_WIDGET (help));
  app_test_assert_named (GTK_WIDGET (help));
  for (guint i = 0; g_getenv ("TL_PICTURES") != NULL && i < tl_help_library_get_n_pages (library); i++)
    {
      keep_page (help, "", tl_help_library_get_page (library, i)->id);
      app_test_set_dark (TRUE);
      keep_page (help, "dark-", tl_help_library_get_page (library, i)->id);
      app_test_set_dark (FALSE);
    }
  gtk_window_destroy (GTK_WINDOW (help));

  help = tl_help_window_new (GTK_APPLICATION (tl_application_get ()));
  gtk_window_set_default_size (GTK_WINDOW (help), 360, 640);
  gtk_window_present (GTK_WINDOW (help));
  app_test_settle (GTK_WIDGET (help));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (help)), <=, 360);
  app_test_assert_named (GTK_WIDGET (help));
  keep_page (help, "narrow-", "places");
  gtk_widget_activate_action (GTK_WIDGET (help), "help.search", NULL);
  app_test_settle (GTK_WIDGET (help));
  app_test_keep (GTK_WIDGET (help), "help-narrow-contents");
  gtk_window_destroy (GTK_WINDOW (help));
  app_window_close (main_window);
}

static void
add_tests (void)
{
  g_test_add_func ("/help/every-view-has-its-page", test_every_view_has_its_page);
  g_test_add_func ("/help/the-start-page-has-its-page", test_the_start_page_has_its_page);
  g_test_add_func ("/help/practice-has-its-page", test_practice_has_its_page);
  g_test_add_func ("/help/a-finding-leads-to-its-check", test_a_finding_leads_to_its_check);
  g_test_add_func ("/help/everything-declared-has-its-page", test_everything_declared_has_its_page);
  g_test_add_func ("/help/back-and-forward", test_back_and_forward);
  g_test_add_func ("/help/every-page-has-room", test_every_page_has_room);
  g_test_add_func ("/help/the-window", test_the_window);
}

int
main (int   argc,
      char *argv[])
{
  return app_test_run (&argc, &argv, add_tests);
}
