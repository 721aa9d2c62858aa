/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-focus.h"
#include "app-practice.h"
#include "app-test.h"
#include "app-walk.h"
#include "app-window.h"

#include "tl-help-window.h"

/* Every view, the help and practice for every pair of eyes and hands: with text twice as large, mirrored, in high contrast and
 * without motion, in an office window and in one as narrow as a telephone. Nothing stands beside the window, everything has
 * its name, and the keyboard is seen. */

/* Of which the frame that a window draws round itself leaves 360. */
#define NARROW 370

static const char * const views[] = { "overview", "risks", "owners", "timeline", "places", "reviews", "people", "history" };

static gboolean
can_scroll_sideways (GtkWidget *widget)
{
  GtkPolicyType policy = GTK_POLICY_NEVER;

  for (GtkWidget *around = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW); around != NULL && policy == GTK_POLICY_NEVER;
       around = gtk_widget_get_ancestor (gtk_widget_get_parent (around), GTK_TYPE_SCROLLED_WINDOW))
    gtk_scrolled_window_get_policy (GTK_SCROLLED_WINDOW (around), &policy, NULL);
  return policy != GTK_POLICY_NEVER;
}

static void
assert_room (GtkWidget  *root,
             GtkWidget  *widget,
             const char *where)
{
  graphene_rect_t bounds;

  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_LABEL (widget) && gtk_widget_get_native (widget) == GTK_NATIVE (root) && !can_scroll_sideways (widget)
      && gtk_widget_compute_bounds (widget, root, &bounds)
      && (bounds.origin.x < -1 || bounds.origin.x + bounds.size.width > (float) gtk_widget_get_width (root) + 1))
    g_error ("%s: “%s” stands beside the window, from %g on, %g wide", where, gtk_label_get_text (GTK_LABEL (widget)),
             bounds.origin.x, bounds.size.width);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    assert_room (root, child, where);
}

static void
look_at (GtkWidget  *root,
         int         width,
         const char *where)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  app_test_settle (root);
  app_test_keep (root, where);
  if (gtk_widget_get_width (root) > width)
    g_error ("%s needs %d pixels, and has %d", where, gtk_widget_get_width (root), width);
  assert_room (root, root, where);
  app_test_assert_named (root);
  app_walk_keys ((gpointer) root, "Tab", NULL);
  app_focus_set_where (where);
  if (!app_focus_judge (root, problems))
    g_error ("%s", (const char *) g_ptr_array_index (problems, 0));
}

static void
look_at_views (const char *mode,
               int         width)
{
  g_autoptr (GFile) file = app_window_copy_sample ();
  TlWindow *window = app_window_open (file);

  g_assert_true (app_walk_can (window));
  gtk_window_set_default_size (GTK_WINDOW (window), width, 740);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_autofree char *where = g_strdup_printf ("everyone-%s-%s-%d", mode, views[i], width);

      tl_window_show_view (window, views[i]);
      look_at (GTK_WIDGET (window), width, where);
    }
  app_window_close (window);
}

static void
look_beside (const char *mode,
             int         width)
{
  TlPracticeWindow *practice = app_practice_open_window ();
  TlHelpWindow *help = tl_help_window_new (GTK_APPLICATION (tl_application_get ()));
  g_autofree char *of_help = g_strdup_printf ("everyone-%s-help-%d", mode, width);
  g_autofree char *of_practice = g_strdup_printf ("everyone-%s-practice-%d", mode, width);

  gtk_window_set_default_size (GTK_WINDOW (practice), width, 740);
  g_assert_true (app_walk_can ((gpointer) practice));
  look_at (GTK_WIDGET (practice), width, of_practice);
  gtk_window_set_default_size (GTK_WINDOW (help), width, 740);
  gtk_window_present (GTK_WINDOW (help));
  app_test_settle (GTK_WIDGET (help));
  g_assert_true (app_walk_can ((gpointer) help));
  tl_help_window_go (help, "places");
  look_at (GTK_WIDGET (help), width, of_help);
  gtk_window_destroy (GTK_WINDOW (help));
  app_practice_close (practice);
}

static void
look_at_all (const char *mode,
             int         narrow)
{
  const int widths[] = { 1366, narrow };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      look_at_views (mode, widths[i]);
      look_beside (mode, widths[i]);
    }
}

static void
test_large_text (void)
{
  app_test_set_text (2);
  look_at_all ("large", NARROW);
  app_test_set_text (1);
}

/* Where reading begins at the right, so does the window. */
static void
test_right_to_left (void)
{
  g_autoptr (GFile) file = app_window_copy_sample ();
  AdwNavigationSplitView *split;
  graphene_rect_t bounds;
  TlWindow *window;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  window = app_window_open (file);
  split = app_test_find (GTK_WIDGET (window), ADW_TYPE_NAVIGATION_SPLIT_VIEW);
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (adw_navigation_split_view_get_sidebar (split)), GTK_WIDGET (window), &bounds));
  g_assert_cmpfloat (bounds.origin.x, >, gtk_widget_get_width (GTK_WIDGET (window)) / 2);
  app_window_close (window);
  look_at_all ("mirrored", NARROW);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
test_in_high_contrast (void)
{
  if (!g_test_subprocess ())
    return;
  g_assert_true (adw_style_manager_get_high_contrast (adw_style_manager_get_default ()));
  look_at_all ("contrast", NARROW);
}

/* The desktop says so before the program begins. */
static void
test_high_contrast (void)
{
  g_auto (GStrv) environment = g_environ_setenv (g_get_environ (), "ADW_DEBUG_HIGH_CONTRAST", "1", TRUE);

  g_test_trap_subprocess_with_envp ("/everyone/subprocess/high-contrast", (const char * const *) environment,
                                    240 * G_USEC_PER_SEC, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

/* Who wants no motion is where they go to at once: what would slide in has come by the frame after. */
static void
test_without_motion (void)
{
  g_autoptr (GFile) file = app_window_copy_sample ();
  TlWindow *window = app_window_open (file);
  AdwNavigationSplitView *split = app_test_find (GTK_WIDGET (window), ADW_TYPE_NAVIGATION_SPLIT_VIEW);
  graphene_rect_t bounds;

  g_assert_false (adw_get_enable_animations (GTK_WIDGET (window)));
  gtk_window_set_default_size (GTK_WINDOW (window), NARROW, 740);
  app_test_settle (GTK_WIDGET (window));
  g_assert_true (adw_navigation_split_view_get_collapsed (split));
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      adw_navigation_split_view_set_show_content (split, FALSE);
      app_test_settle (GTK_WIDGET (window));
      tl_window_show_view (window, views[i]);
      app_test_settle (GTK_WIDGET (window));
      g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (adw_navigation_split_view_get_content (split)), GTK_WIDGET (split), &bounds));
      g_assert_cmpfloat (bounds.origin.x, ==, 0);
      g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (adw_navigation_split_view_get_sidebar (split))));
    }
  app_window_close (window);
}

static void
add_tests (void)
{
  g_test_add_func ("/everyone/large-text", test_large_text);
  g_test_add_func ("/everyone/right-to-left", test_right_to_left);
  g_test_add_func ("/everyone/high-contrast", test_high_contrast);
  g_test_add_func ("/everyone/subprocess/high-contrast", test_in_high_contrast);
  g_test_add_func ("/everyone/without-motion", test_without_motion);
}

int
main (int   argc,
      char *argv[])
{
  return app_test_run (&argc, &argv, add_tests);
}
