/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A view works only while somebody looks at it. */
#include "app-test.h"
#include "app-window.h"
#include "app-workbook.h"

#include "tl-view.h"

/* Writes down what it is told: W another workbook, A something else concluded, R another risk, L let go. */
#define TEST_TYPE_VIEW (test_view_get_type ())
G_DECLARE_FINAL_TYPE (TestView, test_view, TEST, VIEW, TlView)

struct _TestView
{
  TlView parent_instance;

  GString *told;
};

G_DEFINE_FINAL_TYPE (TestView, test_view, TL_TYPE_VIEW)

static void
workbook_changed (TlView *view)
{
  g_string_append_c (TEST_VIEW (view)->told, 'W');
}

static void
assessment_changed (TlView *view)
{
  g_string_append_c (TEST_VIEW (view)->told, 'A');
}

static void
risk_changed (TlView *view)
{
  g_string_append_c (TEST_VIEW (view)->told, 'R');
}

static void
let_go (TlView *view)
{
  g_string_append_c (TEST_VIEW (view)->told, 'L');
}

static void
test_view_finalize (GObject *object)
{
  g_string_free (TEST_VIEW (object)->told, TRUE);

  G_OBJECT_CLASS (test_view_parent_class)->finalize (object);
}

static void
test_view_class_init (TestViewClass *klass)
{
  TlViewClass *view_class = TL_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = test_view_finalize;
  view_class->workbook_changed = workbook_changed;
  view_class->assessment_changed = assessment_changed;
  view_class->risk_changed = risk_changed;
  view_class->let_go = let_go;
}

static void
test_view_init (TestView *self)
{
  self->told = g_string_new (NULL);
}

static void
assert_told (TestView   *view,
             const char *told)
{
  g_assert_cmpstr (view->told->str, ==, told);
  g_string_set_size (view->told, 0);
}

static void
show_day (TlWorkbook *workbook,
          TlDay       day)
{
  tl_workbook_set_as_at (workbook, day);
  app_window_wait (app_workbook_is_quiet, workbook);
}

static void
test_only_what_is_seen_is_told (void)
{
  TlWorkbook *workbook = app_workbook_open_sample ();
  TlDay today = tl_workbook_get_today (workbook);
  TestView *view = g_object_new (TEST_TYPE_VIEW, NULL);
  GtkWidget *stack = gtk_stack_new (), *window;

  gtk_stack_add_named (GTK_STACK (stack), gtk_label_new ("Another view"), "other");
  gtk_stack_add_named (GTK_STACK (stack), GTK_WIDGET (view), "view");
  window = app_test_show (stack, 400, 300);

  /* Before it is first in sight it does nothing at all; then it is told once, in order. */
  tl_view_set_workbook (TL_VIEW (view), workbook);
  tl_view_set_risk (TL_VIEW (view), app_workbook_find_risk (workbook, "R1"));
  show_day (workbook, today - 7);
  show_day (workbook, TL_NO_DAY);
  assert_told (view, "");
  gtk_stack_set_visible_child_name (GTK_STACK (stack), "view");
  app_test_settle (window);
  assert_told (view, "WAR");

  /* In sight it is told at once. */
  show_day (workbook, today - 7);
  assert_told (view, "A");
  tl_view_set_risk (TL_VIEW (view), app_workbook_find_risk (workbook, "R2"));
  assert_told (view, "R");

  /* Out of sight it only lets go, so that what was concluded isn't held. */
  gtk_stack_set_visible_child_name (GTK_STACK (stack), "other");
  app_test_settle (window);
  show_day (workbook, TL_NO_DAY);
  assert_told (view, "L");
  gtk_stack_set_visible_child_name (GTK_STACK (stack), "view");
  app_test_settle (window);
  assert_told (view, "A");

  /* A workbook that is gone is gone, seen or not. */
  gtk_stack_set_visible_child_name (GTK_STACK (stack), "other");
  app_test_settle (window);
  tl_view_set_workbook (TL_VIEW (view), NULL);
  assert_told (view, "RWA");
  app_test_close (window);
  app_workbook_close (workbook);
}

/* What nobody sees is hidden, so that nothing of it is styled; whoever comes back goes on where they were. */
static void
test_comes_back (void)
{
  g_autoptr (GFile) file = app_window_copy_sample ();
  TlWindow *window = app_window_open (file);
  GtkWidget *risks = GTK_WIDGET (tl_window_show_view (window, "risks")), *timeline;
  GtkWidget *list = app_test_find (risks, GTK_TYPE_COLUMN_VIEW), *focus;

  gtk_widget_grab_focus (list);
  app_test_settle (GTK_WIDGET (window));
  focus = gtk_root_get_focus (GTK_ROOT (window));
  g_assert_true (gtk_widget_is_ancestor (focus, list));
  timeline = GTK_WIDGET (tl_window_show_view (window, "timeline"));
  app_test_settle (GTK_WIDGET (window));
  g_assert_true (gtk_widget_get_mapped (timeline));
  g_assert_false (gtk_widget_get_visible (risks));
  g_assert_true (tl_window_show_view (window, "risks") == TL_VIEW (risks));
  app_test_settle (GTK_WIDGET (window));
  g_assert_true (gtk_widget_get_mapped (risks));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == focus);
  g_assert_false (gtk_widget_get_visible (timeline));
  app_window_close (window);
}

static void
add_tests (void)
{
  g_test_add_func ("/view/comes-back", test_comes_back);
  g_test_add_func ("/view/only-what-is-seen", test_only_what_is_seen_is_told);
}

int
main (int   argc,
      char *argv[])
{
  return app_test_run (&argc, &argv, add_tests);
}
