/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-test.h"
#include "app-window.h"
#include "app-workbook.h"

#include "tl-risks-view.h"

/* What is out of sight of a risk's page comes after what is seen has been painted. */

typedef struct
{
  GFile *file;
  TlWindow *window;
  TlWorkbook *workbook;
  TlRisksView *view;
  TlRiskPage *page;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->file = app_window_copy_sample ();
  fixture->window = app_window_open (fixture->file);
  fixture->workbook = tl_window_get_workbook (fixture->window);
  fixture->view = TL_RISKS_VIEW (tl_window_show_view (fixture->window, "risks"));
  fixture->page = tl_risks_view_get_page (fixture->view);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  app_window_close (fixture->window);
  g_clear_object (&fixture->file);
}

static GtkWidget *
get_part (Fixture    *fixture,
          const char *id)
{
  return GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (fixture->page), TL_TYPE_RISK_PAGE, id));
}

static void
begin_to_show (Fixture    *fixture,
               const char *ref)
{
  tl_view_set_risk (TL_VIEW (fixture->view), app_workbook_find_risk (fixture->workbook, ref));
}

static void
show (Fixture    *fixture,
      const char *ref)
{
  begin_to_show (fixture, ref);
  app_test_settle (GTK_WIDGET (fixture->window));
  app_test_settle (GTK_WIDGET (fixture->window));
}

/* All sections are open, so that whatever stands beneath them is out of sight. */
static void
expand_all (Fixture *fixture)
{
  for (TlLineLink link = TL_LINE_LINK_FOUND; link <= TL_LINE_LINK_SUSTAINED; link++)
    tl_risk_page_expand (fixture->page, link, TRUE);
  app_test_settle (GTK_WIDGET (fixture->window));
}

/* Nothing of another risk is shown while that of the next isn't there yet; then all of it is. */
static void
test_next_risk (Fixture       *fixture,
                gconstpointer  data)
{
  GtkWidget *rest = get_part (fixture, "rest"), *ratings = get_part (fixture, "ratings");

  show (fixture, "R1");
  expand_all (fixture);
  g_assert_true (gtk_widget_get_mapped (rest));
  g_assert_true (app_test_says (ratings, "likelihood"));

  begin_to_show (fixture, "R3");
  g_assert_false (gtk_widget_get_mapped (rest));
  app_test_settle (GTK_WIDGET (fixture->window));
  app_test_settle (GTK_WIDGET (fixture->window));
  g_assert_true (gtk_widget_get_mapped (rest));
  g_assert_true (gtk_widget_get_mapped (get_part (fixture, "standards")));
  app_test_assert_named (GTK_WIDGET (fixture->page));
}

/* Where somebody has scrolled to what is beneath, or has the keyboard there, it stays in its place. */
static void
test_what_is_seen_stays (Fixture       *fixture,
                         gconstpointer  data)
{
  GtkWidget *rest = get_part (fixture, "rest");
  GtkAdjustment *adjustment = NULL;

  show (fixture, "R1");
  expand_all (fixture);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (get_part (fixture, "scroller")));
  gtk_adjustment_set_value (adjustment, 200);
  app_test_settle (GTK_WIDGET (fixture->window));
  tl_risk_page_refresh (fixture->page);
  g_assert_true (gtk_widget_get_mapped (rest));
  app_test_settle (GTK_WIDGET (fixture->window));
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 200);

  gtk_widget_child_focus (get_part (fixture, "ratings"), GTK_DIR_TAB_FORWARD);
  app_test_settle (GTK_WIDGET (fixture->window));
  tl_risk_page_refresh (fixture->page);
  app_test_settle (GTK_WIDGET (fixture->window));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)), get_part (fixture, "ratings")));
}

/* One risk after another, and a page that is closed meanwhile: whatever was shown last is there whole. */
static void
test_one_after_another (Fixture       *fixture,
                        gconstpointer  data)
{
  static const char * const refs[] = { "R1", "R2", "R3", "R1" };

  for (guint i = 0; i < G_N_ELEMENTS (refs); i++)
    {
      begin_to_show (fixture, refs[i]);
      for (guint turn = 0; turn < 3 * i; turn++)
        g_main_context_iteration (NULL, FALSE);
    }
  tl_view_set_risk (TL_VIEW (fixture->view), NULL);
  show (fixture, "R2");
  g_assert_true (tl_risk_page_get_risk (fixture->page) == app_workbook_find_risk (fixture->workbook, "R2"));
  g_assert_true (gtk_widget_get_mapped (get_part (fixture, "standards")));
  g_assert_true (app_test_says (get_part (fixture, "closing"), "Before It Can Close"));
}

/* A page that is taken out of its window before all of it is there, as it is where a window becomes narrow: nobody paints it
 * now, and once it is back it is whole. */
static void
test_taken_out (Fixture       *fixture,
                gconstpointer  data)
{
  GtkWidget *view = GTK_WIDGET (fixture->view);
  AdwBin *bin = ADW_BIN (gtk_widget_get_parent (view));

  show (fixture, "R1");
  expand_all (fixture);
  begin_to_show (fixture, "R3");
  g_object_ref (view);
  adw_bin_set_child (bin, NULL);
  app_test_settle (GTK_WIDGET (fixture->window));
  adw_bin_set_child (bin, view);
  g_object_unref (view);
  app_test_settle (GTK_WIDGET (fixture->window));
  app_test_settle (GTK_WIDGET (fixture->window));
  g_assert_true (gtk_widget_get_mapped (get_part (fixture, "standards")));
  g_assert_true (app_test_says (get_part (fixture, "closing"), "Before It Can Close"));
}

static void
add_tests (void)
{
#define ADD(path, test) g_test_add ("/risk-page-filling/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("next-risk", test_next_risk);
  ADD ("what-is-seen-stays", test_what_is_seen_stays);
  ADD ("one-after-another", test_one_after_another);
  ADD ("taken-out", test_taken_out);
}

int
main (int   argc,
      char *argv[])
{
  return app_test_run (&argc, &argv, add_tests);
}
