/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One action, followed from the concern to the outcome. */
#include "app-timeline-view.h"

#include "tl-action-thread.h"
#include "tl-thread-pane.h"
#include "tl-timeline-canvas.h"

/* ── Following one ── */

static const TlActionStep *
find_step (TlThreadPane    *pane,
           TlActionStepKind kind,
           TlLinkState      state)
{
  const TlActionThread *thread = tl_thread_pane_get_thread (pane);

  for (guint i = 0; i < thread->steps->len; i++)
    {
      const TlActionStep *step = tl_action_thread_get_step (thread, i);

      if (step->kind == kind && step->state == state)
        return step;
    }
  return NULL;
}

/* A2 was done, and nothing shows that it worked: the thread says so where the proof should be. */
static void
test_follow_gap (AppTimelineView *fixture,
                 gconstpointer    data)
{
  TlThreadPane *pane = app_test_find (GTK_WIDGET (fixture->view), TL_TYPE_THREAD_PANE);
  guint n_all = app_timeline_view_get_plan (fixture)->n_entries;
  double middle, span, middle_after, span_after;
  const TlActionStep *gap;

  tl_timeline_canvas_get_position (fixture->canvas, &middle, &span);
  app_timeline_view_follow (fixture, "A2");
  g_assert_true (adw_overlay_split_view_get_show_sidebar (fixture->split));
  g_assert_cmpuint (app_timeline_view_get_plan (fixture)->n_entries, <, n_all);
  gap = find_step (pane, TL_ACTION_STEP_SHOWN_WORKING, TL_LINK_STATE_MISSING);
  g_assert_nonnull (gap);
  g_assert_cmpstr (gap->text, ==, "No outcome recorded since done on 20 February 2026.");
  g_assert_true (app_test_says (GTK_WIDGET (pane), gap->text));
  app_test_assert_named (GTK_WIDGET (fixture->view));
  app_test_keep (fixture->window, "timeline-window-follow");

  app_timeline_view_act (fixture, "timeline.back", NULL);
  g_assert_null (tl_thread_pane_get_thread (pane));
  g_assert_false (adw_overlay_split_view_get_show_sidebar (fixture->split));
  g_assert_cmpuint (app_timeline_view_get_plan (fixture)->n_entries, ==, n_all);
  tl_timeline_canvas_get_position (fixture->canvas, &middle_after, &span_after);
  g_assert_cmpfloat_with_epsilon (middle_after, middle, 1);
  g_assert_cmpfloat_with_epsilon (span_after, span, 1);
}

/* Step by step by keyboard, from the concern to whether it lasted; what a step rests on is chosen on the timeline. */
static void
test_follow_steps (AppTimelineView *fixture,
                   gconstpointer    data)
{
  TlThreadPane *pane = app_test_find (GTK_WIDGET (fixture->view), TL_TYPE_THREAD_PANE);
  guint n_chosen = 0;

  app_timeline_view_follow (fixture, "A1");
  g_assert_cmpint (tl_thread_pane_get_step (pane), ==, 0);
  g_assert_cmpint (tl_action_thread_get_step (tl_thread_pane_get_thread (pane), 0)->kind, ==, TL_ACTION_STEP_CONCERN);
  g_assert_nonnull (find_step (pane, TL_ACTION_STEP_SHOWN_WORKING, TL_LINK_STATE_SOUND));
  for (int i = 1; i < (int) tl_thread_pane_get_thread (pane)->steps->len; i++)
    {
      const TlActionStep *step;
      TlTimelineItem *item;

      gtk_widget_activate_action (GTK_WIDGET (fixture->view), "timeline.next-step", NULL);
      g_assert_cmpint (tl_thread_pane_get_step (pane), ==, i);
      step = tl_action_thread_get_step (tl_thread_pane_get_thread (pane), (guint) i);
      item = tl_timeline_canvas_get_selected (fixture->canvas);
      if (item == NULL)
        continue;
      n_chosen++;
      g_assert_true (tl_timeline_entry_get_facts (tl_timeline_item_get_entry (item)) == step->row);
      g_assert_true (tl_timeline_canvas_is_in_view (fixture->canvas, item));
    }
  g_assert_cmpuint (n_chosen, >, 3);
  g_assert_cmpint (tl_action_thread_get_step (tl_thread_pane_get_thread (pane), (guint) tl_thread_pane_get_step (pane))->kind, ==,
                   TL_ACTION_STEP_LASTED);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "timeline.next-step", NULL);
  g_assert_cmpint (tl_thread_pane_get_step (pane), ==, (int) tl_thread_pane_get_thread (pane)->steps->len - 1);
}

/* Whatever a thread tells that stands on a timeline stands on the timeline of the thread, for every action there is. */
static void
test_thread_is_on_its_timeline (AppTimelineView *fixture,
                                gconstpointer    data)
{
  TlAssessment *assessment = app_timeline_view_get_assessment (fixture);

  for (guint i = 0; i < tl_assessment_get_n_risks (assessment); i++)
    {
      const TlRiskJudgement *risk = tl_assessment_get_risk (assessment, i);
      TlTimelineScope scope = { TL_TIMELINE_SCOPE_RISK, risk->facts->base.id };

      for (guint j = 0; j < risk->n_actions; j++)
        {
          g_autoptr (TlActionThread) thread = tl_action_thread_new (assessment, risk, &risk->actions[j]);
          TlTimelineFilter filter = { .follow = risk->actions[j].facts->base.id };
          g_autoptr (TlTimelinePlan) plan = tl_timeline_plan_new (assessment, &scope, &filter);
          guint position;

          for (guint k = 0; k < thread->steps->len; k++)
            {
              const TlActionStep *step = tl_action_thread_get_step (thread, k);

              if (step->table == TL_TABLE_EVIDENCE || step->table == TL_TABLE_ACTION || step->table == TL_TABLE_CHALLENGE
                  || step->table == TL_TABLE_DECISION || step->table == TL_TABLE_LOOKED_AT)
                g_assert_true (tl_timeline_plan_find_row (plan, &step->row->id, &position));
            }
        }
    }
}

/* One line by keyboard, in the list: from what was wrong to what came of it, each row read out whole. */
static void
test_walk_the_line (AppTimelineView *fixture,
                    gconstpointer    data)
{
  TlId action = app_timeline_view_find_id (fixture, TL_TABLE_ACTION, "A1");
  gboolean concern = FALSE, agreed = FALSE, outcome = FALSE;
  TlDay previous = TL_NO_DAY;
  guint n;

  app_timeline_view_follow (fixture, "A1");
  app_timeline_view_act (fixture, "timeline.fit", g_variant_new_string ("all"));
  n = g_list_model_get_n_items (G_LIST_MODEL (app_timeline_view_get_selection (fixture)));
  gtk_widget_grab_focus (GTK_WIDGET (fixture->list));
  if (!app_window_press (fixture->window, "End", NULL))
    {
      g_test_skip ("There is nothing to press keys with");
      return;
    }
  for (guint i = 0; i < n; i++)
    {
      TlTimelineItem *item;
      GtkWidget *row;
      g_autofree char *sentence = NULL;

      app_test_settle (fixture->window);
      item = gtk_single_selection_get_selected_item (app_timeline_view_get_selection (fixture));
      g_assert_nonnull (item);
      sentence = tl_timeline_item_describe (item);
      row = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (fixture->list)));
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence);
      g_assert_cmpint (tl_timeline_item_get_date (item), >=, previous);
      previous = tl_timeline_item_get_date (item);
      if (tl_timeline_item_get_verdict (item) == TL_VERDICT_CONTRADICTS)
        concern = !agreed;
      if (tl_id_equal (&tl_timeline_entry_get_facts (tl_timeline_item_get_entry (item))->id, &action))
        agreed = concern;
      if (tl_timeline_item_get_verdict (item) == TL_VERDICT_SUPPORTS
          && tl_timeline_item_get_evidence_kind (item) == TL_EVIDENCE_KIND_OUTCOME)
        outcome = outcome || agreed;
      app_window_press (fixture->window, "Up", NULL);
    }
  g_assert_true (concern);
  g_assert_true (agreed);
  g_assert_true (outcome);
}

static void
add_tests (void)
{
  const AppTimelineViewTest tests[] = {
    { "/timeline-follow/follow-gap", "R1", test_follow_gap },
    { "/timeline-follow/follow-steps", "R1", test_follow_steps },
    { "/timeline-follow/thread-on-its-timeline", "R1", test_thread_is_on_its_timeline },
    { "/timeline-follow/walk-the-line", "R1", test_walk_the_line },
  };

  app_timeline_view_add_tests (tests, G_N_ELEMENTS (tests));
}

int
main (int   argc,
      char *argv[])
{
  return app_test_run (&argc, &argv, add_tests);
}
