/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-timeline-view.h"

#include "tl-action-thread.h"
#include "tl-edit-dialog.h"
#include "tl-item-pane.h"
#include "tl-thread-pane.h"
#include "tl-timeline-canvas.h"
#include "tl-timeline-cells.h"
#include "tl-timeline-list.h"
#include "tl-timeline-memory.h"
#include "tl-timeline-view.h"

#include "../core/support/test-workbook.h"

static gboolean
has_plan (gpointer data)
{
  AppTimelineView *fixture = data;

  return app_timeline_view_get_plan (fixture) != NULL;
}

static void
wait_for (gboolean (*is_so) (gpointer data),
          gpointer   data)
{
  while (!is_so (data))
    g_main_context_iteration (NULL, TRUE);
}

/* ── The list and the drawing ── */

static void
test_selection (AppTimelineView       *fixture,
                gconstpointer  data)
{
  GtkSingleSelection *selection = app_timeline_view_get_selection (fixture);
  TlTimelineItem *item;

  g_assert_null (tl_timeline_canvas_get_selected (fixture->canvas));
  gtk_single_selection_set_selected (selection, 3);
  item = gtk_single_selection_get_selected_item (selection);
  g_assert_nonnull (item);
  g_assert_true (tl_timeline_canvas_get_selected (fixture->canvas) == item);
  item = g_list_model_get_item (G_LIST_MODEL (selection), 7);
  tl_timeline_canvas_set_selected (fixture->canvas, item);
  g_assert_true (gtk_single_selection_get_selected_item (selection) == item);
  g_object_unref (item);
  tl_timeline_canvas_set_selected (fixture->canvas, NULL);
  g_assert_null (gtk_single_selection_get_selected_item (selection));
}

/* From the list into what is chosen there, and back to the very row. */
static void
test_there_and_back (AppTimelineView       *fixture,
                     gconstpointer  data)
{
  TlItemPane *pane = app_test_find (GTK_WIDGET (fixture->view), TL_TYPE_ITEM_PANE);

  gtk_widget_grab_focus (GTK_WIDGET (fixture->list));
  if (!app_window_press (fixture->window, "Down", "Down", "Return", NULL))
    {
      g_test_skip ("There is nothing to press keys with");
      return;
    }
  app_test_settle (fixture->window);
  g_assert_true (adw_overlay_split_view_get_show_sidebar (fixture->split));
  g_assert_nonnull (gtk_widget_get_focus_child (GTK_WIDGET (pane)));
  g_assert_nonnull (tl_timeline_canvas_get_selected (fixture->canvas));
  app_window_press (fixture->window, "Escape", NULL);
  app_test_settle (fixture->window);
  g_assert_false (adw_overlay_split_view_get_show_sidebar (fixture->split));
  g_assert_nonnull (gtk_widget_get_focus_child (GTK_WIDGET (fixture->list)));
  g_assert_true (gtk_single_selection_get_selected_item (app_timeline_view_get_selection (fixture))
                 == tl_timeline_canvas_get_selected (fixture->canvas));
}

/* What an item hangs on leads there. */
static void
test_links (AppTimelineView       *fixture,
            gconstpointer  data)
{
  TlItemPane *pane = app_test_find (GTK_WIDGET (fixture->view), TL_TYPE_ITEM_PANE);
  TlId action = app_timeline_view_find_id (fixture, TL_TABLE_ACTION, "A1"), other = app_timeline_view_find_id (fixture, TL_TABLE_ACTION, "A9");
  char hex[TL_ID_HEX_LENGTH + 1];
  const TlFacts *row;

  tl_id_to_hex (&action, hex);
  app_timeline_view_act (fixture, "timeline.show-row", g_variant_new_string (hex));
  row = tl_timeline_entry_get_facts (tl_timeline_item_get_entry (tl_timeline_canvas_get_selected (fixture->canvas)));
  g_assert_true (tl_id_equal (&row->id, &action));
  app_timeline_view_act (fixture, "timeline.show-item", NULL);
  g_assert_true (app_test_says (GTK_WIDGET (pane), "Follow to Its Outcome"));
  g_assert_true (app_test_says (GTK_WIDGET (pane), "Medicines record gaps"));
  app_test_keep (fixture->window, "timeline-window-action");

  /* Of another risk: the timeline goes there. */
  tl_id_to_hex (&other, hex);
  app_timeline_view_act (fixture, "timeline.show-row", g_variant_new_string (hex));
  row = tl_timeline_entry_get_facts (tl_timeline_item_get_entry (tl_timeline_canvas_get_selected (fixture->canvas)));
  g_assert_true (tl_id_equal (&row->id, &other));
  g_assert_true (tl_view_get_risk (TL_VIEW (fixture->view)) == app_workbook_find_risk (fixture->workbook, "R2"));
}

/* ── Of what ── */

static void
test_scopes (AppTimelineView       *fixture,
             gconstpointer  data)
{
  GtkDropDown *kind = app_test_find (GTK_WIDGET (fixture->view), GTK_TYPE_DROP_DOWN);
  guint n_risk = app_timeline_view_get_plan (fixture)->n_entries;

  gtk_drop_down_set_selected (kind, TL_TIMELINE_SCOPE_WORKBOOK);
  wait_for (has_plan, fixture);
  app_test_settle (fixture->window);
  g_assert_cmpint (app_timeline_view_get_plan (fixture)->scope.kind, ==, TL_TIMELINE_SCOPE_WORKBOOK);
  g_assert_cmpuint (app_timeline_view_get_plan (fixture)->n_entries, >, n_risk);
  app_test_keep (fixture->window, "timeline-window-everything");

  gtk_drop_down_set_selected (kind, TL_TIMELINE_SCOPE_PERSON);
  wait_for (has_plan, fixture);
  app_test_settle (fixture->window);
  g_assert_cmpint (app_timeline_view_get_plan (fixture)->scope.kind, ==, TL_TIMELINE_SCOPE_PERSON);
  g_assert_cmpuint (app_timeline_view_get_plan (fixture)->n_entries, >, 0);
  app_test_keep (fixture->window, "timeline-window-person");

  gtk_drop_down_set_selected (kind, TL_TIMELINE_SCOPE_PLACE);
  wait_for (has_plan, fixture);
  app_test_settle (fixture->window);
  g_assert_cmpint (app_timeline_view_get_plan (fixture)->scope.kind, ==, TL_TIMELINE_SCOPE_PLACE);
  app_test_assert_named (GTK_WIDGET (fixture->view));

  gtk_drop_down_set_selected (kind, TL_TIMELINE_SCOPE_RISK);
  app_test_settle (fixture->window);
  g_assert_cmpuint (app_timeline_view_get_plan (fixture)->n_entries, ==, n_risk);
}

/* Each thing is seen again in the time in which it was last looked at. */
static void
test_time_is_remembered (AppTimelineView       *fixture,
                         gconstpointer  data)
{
  TlId document = *tl_snapshot_get_document (tl_assessment_get_snapshot (app_timeline_view_get_assessment (fixture)));
  TlTimelineScope scope = { TL_TIMELINE_SCOPE_RISK, app_timeline_view_find_id (fixture, TL_TABLE_RISK, "R1") }, latest;
  double middle, span;

  tl_timeline_memory_keep (&document, &scope, 20000.5, 40);
  tl_timeline_memory_keep (&document, &(TlTimelineScope) { TL_TIMELINE_SCOPE_WORKBOOK }, 21000, 800);
  g_assert_true (tl_timeline_memory_find (&document, &scope, &middle, &span));
  g_assert_cmpfloat (middle, ==, 20000.5);
  g_assert_cmpfloat (span, ==, 40);
  g_assert_true (tl_timeline_memory_latest (&document, &latest));
  g_assert_cmpint (latest.kind, ==, TL_TIMELINE_SCOPE_WORKBOOK);
  tl_timeline_memory_forget (&document);
  g_assert_false (tl_timeline_memory_find (&document, &scope, &middle, &span));
}

/* The same in the window: quarter of the risk, all of everything, and the quarter again. */
static void
test_time_comes_back (void)
{
  g_autoptr (GFile) file = app_window_copy_sample ();
  AppTimelineView fixture = { .workbook = app_workbook_open_file (file) };
  GtkDropDown *kind;
  double middle, span, quarter;

  fixture.view = g_object_new (TL_TYPE_TIMELINE_VIEW, "workbook", fixture.workbook, NULL);
  tl_view_set_risk (TL_VIEW (fixture.view), app_workbook_find_risk (fixture.workbook, "R1"));
  fixture.canvas = app_test_find (GTK_WIDGET (fixture.view), TL_TYPE_TIMELINE_CANVAS);
  fixture.window = app_test_show (GTK_WIDGET (fixture.view), 1194, 721);
  kind = app_test_find (GTK_WIDGET (fixture.view), GTK_TYPE_DROP_DOWN);
  app_timeline_view_act (&fixture, "timeline.fit", g_variant_new_string ("quarter"));
  tl_timeline_canvas_get_position (fixture.canvas, &middle, &quarter);
  gtk_drop_down_set_selected (kind, TL_TIMELINE_SCOPE_WORKBOOK);
  wait_for (has_plan, &fixture);
  app_test_settle (fixture.window);
  app_timeline_view_act (&fixture, "timeline.fit", g_variant_new_string ("all"));
  tl_timeline_canvas_get_position (fixture.canvas, &middle, &span);
  g_assert_cmpfloat (span, >, 2 * quarter);
  gtk_drop_down_set_selected (kind, TL_TIMELINE_SCOPE_RISK);
  app_test_settle (fixture.window);
  tl_timeline_canvas_get_position (fixture.canvas, &middle, &span);
  g_assert_cmpfloat_with_epsilon (span, quarter, 1);
  app_test_close (fixture.window);
  app_workbook_close (fixture.workbook);
}

/* A length of time that has a name is marked as long as it is shown, however soon one looks nearer. */
static void
test_time_is_marked (AppTimelineView       *fixture,
                     gconstpointer  data)
{
  AdwToggleGroup *times = app_test_find (GTK_WIDGET (fixture->view), ADW_TYPE_TOGGLE_GROUP);
  double span;

  g_assert_cmpstr (adw_toggle_group_get_active_name (times), ==, "year");
  app_timeline_view_act (fixture, "timeline.fit", g_variant_new_string ("quarter"));
  g_assert_cmpstr (adw_toggle_group_get_active_name (times), ==, "quarter");
  span = tl_timeline_canvas_get_span (fixture->canvas);
  app_timeline_view_act (fixture, "timeline.zoom-in", NULL);
  g_assert_null (adw_toggle_group_get_active_name (times));
  g_assert_cmpfloat (tl_timeline_canvas_get_span (fixture->canvas), <, span);
  adw_toggle_group_set_active_name (times, "all");
  app_test_settle (fixture->window);
  g_assert_cmpstr (adw_toggle_group_get_active_name (times), ==, "all");
  g_assert_true (tl_timeline_canvas_is_fitted (fixture->canvas));
}

/* ── Adding ── */

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
test_add_at_a_day (AppTimelineView       *fixture,
                   gconstpointer  data)
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

static gboolean
is_as_at (gpointer data)
{
  AppTimelineView *fixture = data;

  return !tl_workbook_get_busy (fixture->workbook)
         && tl_assessment_get_as_at (app_timeline_view_get_assessment (fixture)) == tl_workbook_get_as_at (fixture->workbook);
}

/* As at another day nothing is added or edited, and nothing later is followed. */
static void
test_as_at (AppTimelineView       *fixture,
            gconstpointer  data)
{
  TlThreadPane *pane = app_test_find (GTK_WIDGET (fixture->view), TL_TYPE_THREAD_PANE);

  app_timeline_view_follow (fixture, "A2");
  tl_workbook_set_as_at (fixture->workbook, tl_day_new (2026, 2, 10));
  wait_for (is_as_at, fixture);
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
  wait_for (is_as_at, fixture);
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

/* ── Little room, and many things ── */

static void
test_narrow (AppTimelineView       *fixture,
             gconstpointer  data)
{
  GtkWidget *cards = app_timeline_view_get_cards (fixture);

  fixture->window = app_test_make_narrow (fixture->window, GTK_WIDGET (fixture->view));
  g_assert_true (gtk_widget_get_mapped (cards));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (fixture->list)));
  g_assert_cmpint (gtk_widget_get_height (cards), >, gtk_widget_get_height (GTK_WIDGET (fixture->canvas)));
  app_test_keep (fixture->window, "timeline-window-narrow");
  gtk_single_selection_set_selected (app_timeline_view_get_selection (fixture), 2);
  app_timeline_view_act (fixture, "timeline.enter-item", NULL);
  app_test_keep (fixture->window, "timeline-window-narrow-item");
  app_test_assert_named (GTK_WIDGET (fixture->view));
  app_timeline_view_act (fixture, "timeline.close-item", NULL);
  app_timeline_view_follow (fixture, "A2");
  app_test_keep (fixture->window, "timeline-window-narrow-follow");
}

/* What nobody sees is let go of, and there again when it is seen. */
static void
test_lets_go (AppTimelineView       *fixture,
              gconstpointer  data)
{
  guint n = app_timeline_view_get_plan (fixture)->n_entries;

  gtk_widget_set_visible (GTK_WIDGET (fixture->view), FALSE);
  tl_workbook_set_as_at (fixture->workbook, tl_workbook_get_today (fixture->workbook) - 1);
  wait_for (is_as_at, fixture);
  g_assert_null (app_timeline_view_get_plan (fixture));
  tl_workbook_set_as_at (fixture->workbook, TL_NO_DAY);
  wait_for (is_as_at, fixture);
  gtk_widget_set_visible (GTK_WIDGET (fixture->view), TRUE);
  app_test_settle (fixture->window);
  g_assert_cmpuint (app_timeline_view_get_plan (fixture)->n_entries, ==, n);
}

#define N_READINGS 200000

static TlSnapshot *
read_many (void)
{
  GString *text = g_string_new ("Places\nRef | Name | Kind\nP | Quill Care | provider\n\n"
                                "Risks\nRef | Title | Opened\nR1 | Gaps | 2020-01-01\n\n"
                                "Measures\nRef | Risk | Title | Kind | Direction | Target | Period | Role | Source\n"
                                "M1 | R1 | Entries | proportion | at least | 90 | weekly | primary | care record\n\n"
                                "Readings\nMeasure | Date | Numerator | Denominator\n");
  g_autofree char *own = NULL;
  char iso[TL_DAY_ISO_LENGTH + 1];

  for (guint i = 0; i < N_READINGS; i++)
    {
      tl_day_to_iso (tl_day_new (2020, 1, 1) + (TlDay) (i % 2000), iso);
      g_string_append_printf (text, "M1 | %s | 9 | 10\n", iso);
    }
  own = g_string_free_and_steal (text);
  return test_workbook_read (own, NULL);
}

/* However long the list, there are only as many objects as rows that are seen, wherever one looks. */
static void
test_many (void)
{
  g_autoptr (TlSnapshot) snapshot = read_many ();
  g_autoptr (TlAssessment) assessment = tl_assessment_new (snapshot, tl_day_new (2026, 6, 9));
  TlTimelineScope scope = { TL_TIMELINE_SCOPE_RISK, tl_assessment_get_risk (assessment, 0)->facts->base.id };
  g_autoptr (TlTimelinePlan) plan = tl_timeline_plan_new (assessment, &scope, NULL);
  g_autoptr (TlTimelineList) list = tl_timeline_list_new ();
  GtkSingleSelection *selection;
  GtkWidget *view = gtk_scrolled_window_new (), *table, *window;
  GtkListItemFactory *factory;
  GtkColumnViewColumn *column;

  g_assert_cmpuint (plan->n_entries, >=, N_READINGS);
  selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (list)));
  gtk_single_selection_set_autoselect (selection, FALSE);
  g_object_ref (selection);
  table = gtk_column_view_new (GTK_SELECTION_MODEL (selection));
  factory = tl_timeline_cells_new (TL_TIMELINE_COLUMN_TEXT);
  column = gtk_column_view_column_new ("Text", factory);
  gtk_column_view_append_column (GTK_COLUMN_VIEW (table), column);
  g_object_unref (column);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (view), table);
  window = app_test_show (view, 800, 600);
  tl_timeline_list_set_view (list, plan->from_date, plan->until_date);
  tl_timeline_list_set_plan (list, plan);
  app_test_settle (window);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), >=, N_READINGS);
  for (guint i = 0; i <= 10; i++)
    {
      gtk_column_view_scroll_to (GTK_COLUMN_VIEW (table), i * (N_READINGS / 11), NULL, GTK_LIST_SCROLL_NONE, NULL);
      app_test_settle (window);
      g_assert_cmpuint (g_hash_table_size (plan->alive), <, 1000);
    }
  g_object_unref (selection);
  app_test_close (window);
}

/* ── As others see it ── */

static void
test_other_shapes (AppTimelineView       *fixture,
                   gconstpointer  data)
{
  app_timeline_view_follow (fixture, "A2");
  app_test_set_dark (TRUE);
  app_test_settle (fixture->window);
  app_test_keep (fixture->window, "timeline-window-dark");
  app_test_set_dark (FALSE);
  app_test_set_text (2);
  app_test_settle (fixture->window);
  app_test_keep (fixture->window, "timeline-window-large");
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 640);
  app_test_settle (fixture->window);
  app_test_keep (fixture->window, "timeline-window-narrow-large-follow");
  g_assert_cmpint (gtk_widget_get_width (fixture->window), <=, 360);
  app_timeline_view_act (fixture, "timeline.back", NULL);
  app_test_settle (fixture->window);
  app_test_keep (fixture->window, "timeline-window-narrow-large");
  app_test_set_text (1);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  app_test_settle (fixture->window);
  app_test_keep (fixture->window, "timeline-window-rtl");
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
add_tests (void)
{
  const struct
  {
    const char *path;
    const char *risk;
    void (*test) (AppTimelineView *, gconstpointer);
  } tests[] = {
    { "/timeline-window/selection", "R1", test_selection },
    { "/timeline-window/there-and-back", "R1", test_there_and_back },
    { "/timeline-window/links", "R1", test_links },
    { "/timeline-window/scopes", "R1", test_scopes },
    { "/timeline-window/time-remembered", "R1", test_time_is_remembered },
    { "/timeline-window/time-marked", "R1", test_time_is_marked },
    { "/timeline-window/add-at-a-day", "R1", test_add_at_a_day },
    { "/timeline-window/as-at", "R1", test_as_at },
    { "/timeline-window/narrow", "R1", test_narrow },
    { "/timeline-window/lets-go", "R1", test_lets_go },
    { "/timeline-window/other-shapes", "R1", test_other_shapes },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, AppTimelineView, tests[i].risk, app_timeline_view_set_up, tests[i].test, app_timeline_view_tear_down);
  g_test_add_func ("/timeline-window/time-comes-back", test_time_comes_back);
  g_test_add_func ("/timeline-window/from-the-risk", test_from_the_risk);
  g_test_add_func ("/timeline-window/many", test_many);
}

int
main (int   argc,
      char *argv[])
{
  return app_test_run (&argc, &argv, add_tests);
}
