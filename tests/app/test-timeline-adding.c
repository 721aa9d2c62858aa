/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-timeline-view.h"

#include "tl-action-thread.h"
#include "tl-edit-dialog.h"
#include "tl-thread-pane.h"
#include "tl-timeline-canvas.h"
#include "tl-timeline-view.h"

static AdwDialog *
get_dialog (AppTimelineView *fixture)
{
  return adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));
}

static void
add_here (AppTimelineView    *fixture,
          TlDay       day,
          TlSource    source,
          const char *table)
{
  g_signal_emit_by_name (fixture->canvas, "add-here", (int) day, (int) TL_TIMELINE_GROUP_FRONTLINE, (int) source, 500.0, 300.0);
  app_test_settle (fixture->window);
  app_timeline_view_act (fixture, "timeline.add", g_variant_new_string (table));
  g_assert_true (TL_IS_EDIT_DIALOG (get_dialog (fixture)));
}

static void
test_add_at_a_day (AppTimelineView *fixture,
                   gconstpointer    data)
{
  TlDay day = tl_day_new (2026, 5, 12);
  TlId risk = app_timeline_view_find_id (fixture, TL_TABLE_RISK, "R1");
  TlDraft *draft;

  add_here (fixture, day, TL_SOURCE_OBSERVATION, "evidence");
  draft = tl_edit_dialog_get_draft (TL_EDIT_DIALOG (get_dialog (fixture)));
  g_assert_cmpint (tl_draft_get_table (draft), ==, TL_TABLE_EVIDENCE);
  g_assert_cmpint (tl_draft_get_day (draft, "date"), ==, day);
  g_assert_cmpint (tl_draft_get_word (draft, "source"), ==, TL_SOURCE_OBSERVATION);
  g_assert_cmpuint (tl_draft_get_n_links (draft, "risks"), ==, 1);
  g_assert_true (tl_id_equal (tl_draft_get_link (draft, "risks", 0), &risk));
  adw_dialog_force_close (get_dialog (fixture));
  app_test_settle (fixture->window);

  add_here (fixture, day, TL_SOURCE_NONE, "reading");
  draft = tl_edit_dialog_get_draft (TL_EDIT_DIALOG (get_dialog (fixture)));
  g_assert_cmpint (tl_draft_get_table (draft), ==, TL_TABLE_READING);
  g_assert_cmpint (tl_draft_get_day (draft, "date"), ==, day);
  g_assert_nonnull (tl_draft_get_facts (draft, "measure"));
  adw_dialog_force_close (get_dialog (fixture));
  app_test_settle (fixture->window);

  /* What is followed is what it belongs to; the day is that of what is chosen, where the keyboard is. */
  app_timeline_view_follow (fixture, "A1");
  gtk_widget_grab_focus (GTK_WIDGET (fixture->list));
  while (tl_timeline_canvas_get_selected (fixture->canvas) == NULL)
    gtk_widget_activate_action (GTK_WIDGET (fixture->view), "timeline.next-step", NULL);
  tl_timeline_view_add (fixture->view, TL_TABLE_EVIDENCE);
  draft = tl_edit_dialog_get_draft (TL_EDIT_DIALOG (get_dialog (fixture)));
  g_assert_cmpuint (tl_draft_get_n_links (draft, "actions"), ==, 1);
  g_assert_cmpint (tl_draft_get_day (draft, "date"), ==,
                   tl_timeline_item_get_date (tl_timeline_canvas_get_selected (fixture->canvas)));
  adw_dialog_force_close (get_dialog (fixture));
  app_test_settle (fixture->window);
}

/* As at another day nothing is added or edited, and nothing later is followed. */
static void
test_as_at (AppTimelineView *fixture,
            gconstpointer    data)
{
  TlThreadPane *pane = app_test_find (GTK_WIDGET (fixture->view), TL_TYPE_THREAD_PANE);

  app_timeline_view_follow (fixture, "A2");
  tl_workbook_set_as_at (fixture->workbook, tl_day_new (2026, 2, 10));
  app_timeline_view_await_as_at (fixture);
  app_test_settle (fixture->window);
  for (guint i = 0; i < tl_thread_pane_get_thread (pane)->steps->len; i++)
    {
      const TlActionStep *step = tl_action_thread_get_step (tl_thread_pane_get_thread (pane), i);

      if (step->kind != TL_ACTION_STEP_EVENT)
        g_assert_cmpint (step->date, <=, tl_day_new (2026, 2, 10));
    }
  tl_timeline_view_add (fixture->view, TL_TABLE_EVIDENCE);
  g_assert_null (get_dialog (fixture));
  /* Before it was agreed there is nothing to follow. */
  tl_workbook_set_as_at (fixture->workbook, tl_day_new (2025, 12, 10));
  app_timeline_view_await_as_at (fixture);
  app_test_settle (fixture->window);
  g_assert_null (tl_thread_pane_get_thread (pane));
}

/* In the program: from the page of a risk to the thread of one of its actions, and what is added there belongs to it. */
static void
test_from_the_risk (void)
{
  g_autoptr (GFile) file = app_window_copy_sample ();
  TlWindow *window = app_window_open (file);
  TlSnapshot *snapshot = tl_assessment_get_snapshot (tl_workbook_get_assessment (tl_window_get_workbook (window)));
  const TlFacts *action = tl_snapshot_find_ref (snapshot, TL_TABLE_ACTION, "A2");
  TlId id = action->id;
  char hex[TL_ID_HEX_LENGTH + 1];
  TlView *view;
  const TlActionThread *thread;
  AdwDialog *dialog;
  TlDraft *draft;

  tl_id_to_hex (&id, hex);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.follow-action", "s", hex));
  app_test_settle (GTK_WIDGET (window));
  view = tl_window_show_view (window, "timeline");
  g_assert_true (TL_IS_TIMELINE_VIEW (view));
  thread = tl_thread_pane_get_thread (app_test_find (GTK_WIDGET (view), TL_TYPE_THREAD_PANE));
  g_assert_nonnull (thread);
  g_assert_true (tl_id_equal (&thread->action->facts->base.id, &id));
  g_assert_true (tl_id_equal (tl_record_get_id (TL_RECORD (tl_view_get_risk (view))), &thread->risk->facts->base.id));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.add", NULL));
  app_test_settle (GTK_WIDGET (window));
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  g_assert_true (TL_IS_EDIT_DIALOG (dialog));
  draft = tl_edit_dialog_get_draft (TL_EDIT_DIALOG (dialog));
  g_assert_cmpint (tl_draft_get_table (draft), ==, TL_TABLE_EVIDENCE);
  g_assert_cmpuint (tl_draft_get_n_links (draft, "actions"), ==, 1);
  g_assert_true (tl_id_equal (tl_draft_get_link (draft, "actions", 0), &id));
  adw_dialog_force_close (dialog);
  app_test_settle (GTK_WIDGET (window));
  app_window_close (window);
}

static void
add_tests (void)
{
  const AppTimelineViewTest tests[] = {
    { "/timeline-adding/at-a-day", "R1", test_add_at_a_day },
    { "/timeline-adding/as-at", "R1", test_as_at },
  };

  app_timeline_view_add_tests (tests, G_N_ELEMENTS (tests));
  g_test_add_func ("/timeline-adding/from-the-risk", test_from_the_risk);
}

int
main (int   argc,
      char *argv[])
{
  return app_test_run (&argc, &argv, add_tests);
}
