/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is there when a workbook has just been opened, and what is made only once somebody looks. */
#include "app-test.h"
#include "app-window.h"
#include "app-workbook.h"

#include "tl-as-at-popover.h"
#include "tl-overview-view.h"
#include "tl-places-view.h"
#include "tl-timeline-view.h"

typedef struct
{
  GFile *file;
  TlWindow *window;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->file = app_window_copy_sample ();
  self->window = NULL;
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  if (self->window != NULL)
    app_window_close (self->window);
  g_object_unref (self->file);
}

/* ── What nobody has looked at ────────────────────────────────────────────── */

static void
test_views_are_made_when_shown (Fixture       *self,
                                gconstpointer  data)
{
  TlRisk *risk = NULL;
  TlView *places = NULL, *timeline = NULL;

  self->window = app_window_open (self->file);
  risk = app_workbook_find_risk (tl_window_get_workbook (self->window), "R2");
  g_assert_null (app_test_find (GTK_WIDGET (self->window), TL_TYPE_OVERVIEW_VIEW));
  g_assert_null (app_test_find (GTK_WIDGET (self->window), TL_TYPE_PLACES_VIEW));
  g_assert_null (app_test_find (GTK_WIDGET (self->window), TL_TYPE_TIMELINE_VIEW));
  g_assert_null (app_test_find (GTK_WIDGET (self->window), TL_TYPE_AS_AT_POPOVER));

  /* The risk that was in hand before they were there, and back. */
  g_object_set (self->window, "risk", risk, NULL);
  places = tl_window_show_view (self->window, "places");
  g_assert_true (TL_IS_PLACES_VIEW (places) && gtk_widget_get_mapped (GTK_WIDGET (places)));
  g_assert_true (tl_view_get_workbook (places) == tl_window_get_workbook (self->window));
  g_assert_true (tl_view_get_risk (places) == risk);
  g_assert_true (tl_window_show_view (self->window, "places") == places);
  tl_view_set_risk (places, NULL);
  timeline = tl_window_show_view (self->window, "timeline");
  g_assert_true (TL_IS_TIMELINE_VIEW (timeline));
  g_assert_null (tl_view_get_risk (timeline));
}

static void
test_the_day_is_chosen_in_a_menu (Fixture       *self,
                                  gconstpointer  data)
{
  GtkWidget *popover = NULL;

  self->window = app_window_open (self->file);
  for (guint i = 0; i < 2; i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (self->window), "win.choose-day", NULL);
      app_test_settle (GTK_WIDGET (self->window));
      g_assert_true (popover == NULL || popover == app_test_find (GTK_WIDGET (self->window), TL_TYPE_AS_AT_POPOVER));
      popover = app_test_find (GTK_WIDGET (self->window), TL_TYPE_AS_AT_POPOVER);
      g_assert_nonnull (popover);
      g_assert_true (gtk_widget_get_mapped (popover));
      gtk_popover_popdown (GTK_POPOVER (popover));
      app_test_settle (GTK_WIDGET (self->window));
    }
}

/* ── When a window appears ────────────────────────────────────────────────── */

static TlWindow *
find_newest (void)
{
  return TL_WINDOW (gtk_application_get_windows (GTK_APPLICATION (tl_application_get ()))->data);
}

static gboolean
is_mapped (gpointer data)
{
  return gtk_widget_get_mapped (data);
}

static gboolean
shows_an_alert (gpointer data)
{
  return gtk_widget_get_mapped (data)
         && ADW_IS_ALERT_DIALOG (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (data)));
}

static void
test_a_window_appears_when_there_is_something (Fixture       *self,
                                               gconstpointer  data)
{
  TlWindow *first = app_window_open (self->file), *failed = NULL;
  g_autoptr (GFile) another = app_window_copy_sample (), gone = g_file_new_for_path ("/nowhere/gone.throughline");

  tl_application_open_file (tl_application_get (), another);
  self->window = find_newest ();
  g_assert_true (self->window != first);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (self->window)));
  g_assert_true (tl_window_has_file (self->window, another));
  app_window_wait (is_mapped, self->window);
  app_window_wait (app_window_has_workbook, self->window);

  /* That it can't be opened is shown too. */
  app_window_close (first);
  tl_application_open_file (tl_application_get (), gone);
  failed = find_newest ();
  g_assert_true (failed != self->window);
  app_window_wait (shows_an_alert, failed);
  gtk_window_destroy (GTK_WINDOW (failed));
}

static void
test_quitting_before_a_window_appears (Fixture       *self,
                                       gconstpointer  data)
{
  g_autoptr (GFile) another = app_window_copy_sample ();
  gpointer window = NULL, first = app_window_open (self->file);

  g_object_add_weak_pointer (first, &first);
  tl_application_open_file (tl_application_get (), another);
  window = find_newest ();
  g_object_add_weak_pointer (window, &window);
  g_action_group_activate_action (G_ACTION_GROUP (tl_application_get ()), "quit", NULL);
  while (window != NULL || first != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
add (const char *path,
     void      (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

static void
add_tests (void)
{
  add ("/opening/views", test_views_are_made_when_shown);
  add ("/opening/as-at", test_the_day_is_chosen_in_a_menu);
  add ("/opening/window", test_a_window_appears_when_there_is_something);
  add ("/opening/quit", test_quitting_before_a_window_appears);
}

int
main (int   argc,
      char *argv[])
{
  return app_test_run (&argc, &argv, add_tests);
}
