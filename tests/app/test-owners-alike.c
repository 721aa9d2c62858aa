/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "app-test.h"
#include "app-window.h"
#include "app-workbook.h"

#include "tl-edit-dialog.h"
#include "tl-owner-alike.h"
#include "tl-owner-map-canvas.h"
#include "tl-owners-view.h"

#define FIRST "Observe two evening medicines rounds"
#define SECOND "Observe evening medicines rounds"

typedef struct
{
  GFile *file;
  TlWindow *window;
  TlWorkbook *workbook;
  GtkWidget *view;
  TlOwnerMapCanvas *canvas;
  GtkWidget *alike;
} Fixture;

static gboolean
has_map (gpointer data)
{
  return tl_owner_map_canvas_get_map (data) != NULL;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->file = app_window_copy_sample ();
  fixture->window = app_window_open (fixture->file);
  fixture->workbook = tl_window_get_workbook (fixture->window);
  fixture->view = GTK_WIDGET (tl_window_show_view (fixture->window, "owners"));
  fixture->canvas = app_test_find (fixture->view, TL_TYPE_OWNER_MAP_CANVAS);
  fixture->alike = app_test_find (fixture->view, TL_TYPE_OWNER_ALIKE);
  app_window_wait (has_map, fixture->canvas);
  app_test_settle (GTK_WIDGET (fixture->window));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  app_window_close (fixture->window);
  g_clear_object (&fixture->file);
}

static void
choose (Fixture    *fixture,
        const char *title)
{
  const TlOwnerMap *map = tl_owner_map_canvas_get_map (fixture->canvas);

  for (guint i = 0; i < tl_owner_map_get_n_nodes (map); i++)
    {
      const TlMapNode *node = tl_owner_map_get_node (map, i);

      if (g_str_equal (node->title, title) && node->column != TL_MAP_COLUMN_OWNER)
        tl_owner_map_canvas_set_chosen (fixture->canvas, i);
    }
  app_test_settle (GTK_WIDGET (fixture->window));
}

static AdwDialog *
get_dialog (Fixture *fixture)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
}

static gboolean
is_settled (gpointer data)
{
  Fixture *fixture = data;

  return get_dialog (fixture) == NULL && app_workbook_is_quiet (fixture->workbook) && has_map (fixture->canvas)
         && !gtk_widget_get_visible (fixture->alike);
}

static gboolean
is_alike (gpointer data)
{
  Fixture *fixture = data;

  return app_workbook_is_quiet (fixture->workbook) && gtk_widget_get_visible (fixture->alike);
}

static gboolean
is_open (Fixture    *fixture,
         const char *ref,
         const char *title)
{
  const TlRiskJudgement *risk = tl_risk_get_judgement (app_workbook_find_risk (fixture->workbook, ref));

  for (guint i = 0; i < risk->n_actions; i++)
    {
      if (g_str_equal (risk->actions[i].facts->title, title))
        return risk->actions[i].open;
    }
  g_assert_not_reached ();
}

/* Both are shown, of whichever of their risks or people is chosen, and of nobody else. */
static void
test_both_are_shown (Fixture       *fixture,
                     gconstpointer  data)
{
  const char *sentence = "Alike: “" FIRST "” (R1) and “" SECOND "” (R3), both with Samir Tolland.";
  const char *nodes[] = { "Samir Tolland", "Medicines record gaps", "Late evening medicines" };

  for (guint i = 0; i < G_N_ELEMENTS (nodes); i++)
    {
      choose (fixture, nodes[i]);
      g_assert_true (gtk_widget_get_mapped (fixture->alike));
      g_assert_true (app_test_says (fixture->alike, sentence));
    }
  app_test_assert_named (fixture->alike);
  app_test_keep (GTK_WIDGET (fixture->window), "owners-alike");
  choose (fixture, "Thickened drinks");
  g_assert_false (gtk_widget_get_visible (fixture->alike));
}

/* One ends as merged into the other; one undo takes it back. */
static void
test_merge (Fixture       *fixture,
            gconstpointer  data)
{
  choose (fixture, "Samir Tolland");
  gtk_widget_activate_action (fixture->alike, "alike.merge", NULL);
  app_test_settle (GTK_WIDGET (fixture->window));
  g_assert_true (app_test_says (GTK_WIDGET (get_dialog (fixture)), FIRST));
  app_test_assert_named (GTK_WIDGET (get_dialog (fixture)));
  app_test_keep (GTK_WIDGET (fixture->window), "owners-merge");
  g_assert_true (app_window_press (fixture->window, "Return", NULL));
  app_window_wait (is_settled, fixture);
  g_assert_true (is_open (fixture, "R1", FIRST));
  g_assert_false (is_open (fixture, "R3", SECOND));
  choose (fixture, "Medicines record gaps");
  g_assert_false (gtk_widget_get_visible (fixture->alike));

  g_assert_true (app_window_press (fixture->window, "ctrl+z", NULL));
  app_window_wait (is_alike, fixture);
  g_assert_true (is_open (fixture, "R3", SECOND));
}

/* Who says that they differ need only save; it is remembered, with why. */
static void
test_differ (Fixture       *fixture,
             gconstpointer  data)
{
  TlAssessment *assessment;
  guint n_before = tl_assessment_get_n_answered (tl_workbook_get_assessment (fixture->workbook)), n;
  const TlFinding *answered = NULL;

  choose (fixture, "Samir Tolland");
  gtk_widget_activate_action (fixture->alike, "alike.differ", NULL);
  app_test_settle (GTK_WIDGET (fixture->window));
  app_test_keep (GTK_WIDGET (fixture->window), "owners-differ");
  g_assert_true (TL_IS_EDIT_DIALOG (get_dialog (fixture)));
  g_assert_true (app_window_press (fixture->window, "ctrl+Return", NULL));
  app_window_wait (is_settled, fixture);
  assessment = tl_workbook_get_assessment (fixture->workbook);
  n = tl_assessment_get_n_answered (assessment);
  g_assert_cmpuint (n, ==, n_before + 1);
  for (guint i = 0; i < n; i++)
    {
      const TlFinding *finding = tl_assessment_get_answered (assessment, i);

      if (g_str_equal (finding->check, "action-duplicate") && strstr (finding->text, FIRST) != NULL)
        answered = finding;
    }
  g_assert_nonnull (answered);
  g_assert_cmpstr (answered->answer->reason, ==, "These two actions differ.");
  g_assert_true (is_open (fixture, "R1", FIRST) && is_open (fixture, "R3", SECOND));
}

static void
add_tests (void)
{
  g_test_add ("/owners/alike/shown", Fixture, NULL, set_up, test_both_are_shown, tear_down);
  g_test_add ("/owners/alike/merge", Fixture, NULL, set_up, test_merge, tear_down);
  g_test_add ("/owners/alike/differ", Fixture, NULL, set_up, test_differ, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  return app_test_run (&argc, &argv, add_tests);
}
