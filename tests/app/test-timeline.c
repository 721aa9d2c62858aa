/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-timeline-view.h"

static const TlRiskJudgement *
get_judgement (AppTimelineView *fixture)
{
  return tl_assessment_find_risk (tl_workbook_get_assessment (fixture->workbook),
                                  tl_record_get_id (TL_RECORD (tl_view_get_risk (TL_VIEW (fixture->view)))));
}

static guint
count_kind (const TlTimelinePlan *plan,
            TlTimelineKind        kind)
{
  guint n = 0;

  for (guint i = 0; i < plan->n_entries; i++)
    n += plan->entries[i].kind == kind;
  return n;
}

/* Nothing that is concluded is lost on the way, and nothing stands twice. */
static void
test_shows_what_is_concluded (AppTimelineView *fixture,
                              gconstpointer    data)
{
  const TlRiskJudgement *risk = get_judgement (fixture);
  const TlTimelinePlan *plan = tl_timeline_canvas_get_plan (fixture->canvas);
  guint n_silences = 0, n_in_lanes = 0;

  for (guint i = 0; i < risk->n_expected; i++)
    n_silences += risk->expected[i].n_silences;
  g_assert_cmpuint (count_kind (plan, TL_TIMELINE_KIND_EVIDENCE), ==, risk->n_evidence);
  g_assert_cmpuint (count_kind (plan, TL_TIMELINE_KIND_SILENCE), ==, n_silences);
  g_assert_cmpuint (count_kind (plan, TL_TIMELINE_KIND_ACTION), ==, risk->n_actions);
  g_assert_cmpuint (count_kind (plan, TL_TIMELINE_KIND_OWNERSHIP), >, 0);
  g_assert_true (plan->measure == risk->primary);
  for (guint i = 0; i < plan->lanes->len; i++)
    {
      const TlTimelineLane *lane = g_ptr_array_index (plan->lanes, i);

      n_in_lanes += lane->n_marks + lane->n_longs;
      g_assert_cmpuint (lane->n_marks + lane->n_longs, >, 0);
    }
  for (guint i = 1; i < plan->n_entries; i++)
    g_assert_cmpint (plan->entries[i - 1].date, <=, plan->entries[i].date);
  g_assert_cmpuint (n_in_lanes, ==, plan->n_entries);
}

static void
test_nothing_after_the_day_is_known (AppTimelineView *fixture,
                                     gconstpointer    data)
{
  TlDay as_at = tl_workbook_get_today (fixture->workbook) - 120;
  const TlTimelinePlan *plan;

  tl_workbook_set_as_at (fixture->workbook, as_at);
  app_timeline_view_await_as_at (fixture);
  app_test_settle (fixture->window);
  plan = tl_timeline_canvas_get_plan (fixture->canvas);
  g_assert_cmpuint (plan->n_entries, >, 0);
  for (guint i = 0; i < plan->n_entries; i++)
    g_assert_cmpint (plan->entries[i].date, <=, as_at);
}

static void
test_list_has_what_is_in_view (AppTimelineView *fixture,
                               gconstpointer    data)
{
  GListModel *model = G_LIST_MODEL (app_timeline_view_get_selection (fixture));
  TlTimelinePlan *plan = tl_timeline_canvas_get_plan (fixture->canvas);
  guint n_year = g_list_model_get_n_items (model), n_in_view = 0;

  for (guint i = 0; i < plan->n_entries; i++)
    {
      g_autoptr (TlTimelineItem) item = tl_timeline_plan_get_item (plan, i);

      n_in_view += tl_timeline_canvas_is_in_view (fixture->canvas, item);
    }
  g_assert_cmpuint (n_year, ==, n_in_view);

  tl_timeline_canvas_set_span (fixture->canvas, 92);
  tl_timeline_canvas_show_today (fixture->canvas);
  app_test_settle (fixture->window);
  g_assert_cmpuint (g_list_model_get_n_items (model), <, n_year);
  g_assert_cmpuint (g_list_model_get_n_items (model), >, 0);

  tl_timeline_canvas_set_span (fixture->canvas, 3653);
  app_test_settle (fixture->window);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, plan->n_entries);
}

/* What is chosen stays so while other time is looked at. */
static void
test_selection_survives_zoom (AppTimelineView *fixture,
                              gconstpointer    data)
{
  g_autoptr (TlTimelineItem) oldest = tl_timeline_plan_get_item (tl_timeline_canvas_get_plan (fixture->canvas), 0);

  tl_timeline_canvas_set_span (fixture->canvas, 3653);
  app_test_settle (fixture->window);
  tl_timeline_canvas_set_selected (fixture->canvas, oldest);
  tl_timeline_canvas_set_span (fixture->canvas, 92);
  tl_timeline_canvas_show_today (fixture->canvas);
  app_test_settle (fixture->window);
  g_assert_true (tl_timeline_canvas_get_selected (fixture->canvas) == oldest);
  g_assert_null (gtk_single_selection_get_selected_item (app_timeline_view_get_selection (fixture)));
  tl_timeline_canvas_set_span (fixture->canvas, 3653);
  app_test_settle (fixture->window);
  g_assert_true (gtk_single_selection_get_selected_item (app_timeline_view_get_selection (fixture)) == oldest);
}

static void
test_is_named (AppTimelineView *fixture,
               gconstpointer    data)
{
  TlTimelinePlan *plan = tl_timeline_canvas_get_plan (fixture->canvas);
  g_autofree char *sentence = tl_timeline_plan_describe (plan);
  g_autoptr (TlTimelineItem) latest = tl_timeline_plan_get_item (plan, plan->n_entries - 1);
  g_autofree char *item = tl_timeline_item_describe (latest);

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (fixture->canvas), GTK_ACCESSIBLE_ROLE_LIST);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->canvas), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence);
  tl_timeline_canvas_set_selected (fixture->canvas, latest);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->canvas), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, item);
  app_test_assert_named (GTK_WIDGET (fixture->view));
}

static void
test_empty (AppTimelineView *fixture,
            gconstpointer    data)
{
  GtkStack *stack = app_test_find (GTK_WIDGET (fixture->view), GTK_TYPE_STACK);

  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "empty");
  tl_view_set_workbook (TL_VIEW (fixture->view), NULL);
  app_test_settle (fixture->window);
}

/* No warning, whatever the size of the window and the text. */
static void
test_other_shapes (AppTimelineView *fixture,
                   gconstpointer    data)
{
  TlTimelinePlan *plan = tl_timeline_canvas_get_plan (fixture->canvas);
  g_autoptr (TlTimelineItem) item = tl_timeline_plan_get_item (plan, plan->n_entries - 5);

  app_test_keep (fixture->window, "timeline-light");
  tl_timeline_canvas_set_selected (fixture->canvas, item);
  app_test_set_dark (TRUE);
  app_test_settle (fixture->window);
  app_test_keep (fixture->window, "timeline-dark");
  app_test_set_dark (FALSE);
  tl_timeline_canvas_set_span (fixture->canvas, 92);
  tl_timeline_canvas_show_today (fixture->canvas);
  app_test_keep (fixture->window, "timeline-quarter");
  tl_timeline_canvas_set_span (fixture->canvas, 366);
  app_test_set_text (2);
  app_test_settle (fixture->window);
  app_test_keep (fixture->window, "timeline-large");
  app_test_set_text (1);

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  app_test_settle (fixture->window);
  app_test_keep (fixture->window, "timeline-rtl");
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
test_narrow (AppTimelineView *fixture,
             gconstpointer    data)
{
  fixture->window = app_test_make_narrow (fixture->window, GTK_WIDGET (fixture->view));
  app_test_keep (fixture->window, "timeline-narrow");
}

static void
test_each_risk_can_be_shown (AppTimelineView *fixture,
                             gconstpointer    data)
{
  GListModel *risks = tl_workbook_get_risks (fixture->workbook);

  for (guint i = 0; i < g_list_model_get_n_items (risks); i++)
    {
      g_autoptr(TlRisk) risk = g_list_model_get_item (risks, i);

      tl_view_set_risk (TL_VIEW (fixture->view), risk);
      app_test_settle (fixture->window);
      g_assert_true (tl_timeline_canvas_get_plan (fixture->canvas)->risk == get_judgement (fixture));
    }
}

static void
add_tests (void)
{
  const AppTimelineViewTest tests[] = {
    { "/timeline/what-is-concluded", "R1", test_shows_what_is_concluded },
    { "/timeline/nothing-after-the-day", "R1", test_nothing_after_the_day_is_known },
    { "/timeline/list-in-view", "R1", test_list_has_what_is_in_view },
    { "/timeline/selection-survives-zoom", "R1", test_selection_survives_zoom },
    { "/timeline/named", "R1", test_is_named },
    { "/timeline/empty", "", test_empty },
    { "/timeline/other-shapes", "R1", test_other_shapes },
    { "/timeline/narrow", "R1", test_narrow },
    { "/timeline/each-risk", "R1", test_each_risk_can_be_shown },
  };

  app_timeline_view_add_tests (tests, G_N_ELEMENTS (tests));
}

int
main (int   argc,
      char *argv[])
{
  return app_test_run (&argc, &argv, add_tests);
}
