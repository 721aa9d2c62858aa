/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-timeline-view.h"

#include "tl-filter-chip.h"
#include "tl-item-pane.h"
#include "tl-link-section.h"
#include "tl-risk-page.h"
#include "tl-timeline-canvas.h"
#include "tl-timeline-memory.h"
#include "tl-timeline-view.h"

/* ── The list and the drawing ── */

static void
test_selection (AppTimelineView *fixture,
                gconstpointer    data)
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
test_there_and_back (AppTimelineView *fixture,
                     gconstpointer    data)
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
test_links (AppTimelineView *fixture,
            gconstpointer    data)
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

static GtkWidget *
find_link (GtkWidget  *root,
           const char *action)
{
  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (root)), action) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_link (child, action);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Whatever is chosen, a silence and a change of owner too, leads to its risk. */
static void
test_all_lead_to_the_risk (AppTimelineView *fixture,
                           gconstpointer    data)
{
  TlItemPane *pane = app_test_find (GTK_WIDGET (fixture->view), TL_TYPE_ITEM_PANE);
  TlTimelinePlan *plan = tl_timeline_canvas_get_plan (fixture->canvas);
  guint seen = 0;

  app_timeline_view_act (fixture, "timeline.fit", g_variant_new_string ("all"));
  for (guint i = 0; i < plan->n_entries; i++)
    {
      g_autoptr (TlTimelineItem) item = NULL;

      if (seen & 1u << plan->entries[i].kind)
        continue;
      seen |= 1u << plan->entries[i].kind;
      item = tl_timeline_plan_get_item (plan, i);
      tl_timeline_canvas_set_selected (fixture->canvas, item);
      app_timeline_view_act (fixture, "timeline.show-item", NULL);
      g_assert_nonnull (find_link (GTK_WIDGET (pane), "timeline.open-risk"));
      if (plan->entries[i].kind == TL_TIMELINE_KIND_SILENCE)
        {
          g_assert_true (app_test_says (GTK_WIDGET (pane), "How often it should come"));
          g_assert_true (app_test_says (GTK_WIDGET (pane), "Who keeps it"));
        }
    }
  g_assert_cmpuint (seen, ==, (1u << TL_TIMELINE_N_KINDS) - 1);
}

static const TlEvidenceFacts *
find_measured (TlWorkbook *workbook)
{
  TlSnapshot *snapshot = tl_assessment_get_snapshot (tl_workbook_get_assessment (workbook));

  for (guint i = 0; i < tl_snapshot_count (snapshot, TL_TABLE_EVIDENCE); i++)
    {
      const TlEvidenceFacts *evidence = tl_snapshot_get (snapshot, TL_TABLE_EVIDENCE, i);

      if (evidence->measures.n > 0 && evidence->risks.n > 0)
        return evidence;
    }
  g_assert_not_reached ();
}

/* From a piece of evidence to the measure that it speaks of: the page of its risk, where that measure is drawn. */
static void
test_leads_to_the_measure (void)
{
  g_autoptr (GFile) file = app_window_copy_sample ();
  TlWindow *window = app_window_open (file);
  const TlEvidenceFacts *evidence = find_measured (tl_window_get_workbook (window));
  const TlMeasureFacts *measure = TL_FACTS_AT (evidence->measures, TlMeasureFacts, 0);
  TlTimelineView *view = TL_TIMELINE_VIEW (tl_window_show_view (window, "timeline"));
  TlRiskPage *page;
  GtkWidget *section;
  char hex[TL_ID_HEX_LENGTH + 1];

  app_test_settle (GTK_WIDGET (window));
  tl_id_to_hex (&evidence->base.id, hex);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (view), "timeline.show-row", "s", hex));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (view), "timeline.show-item", NULL));
  app_test_settle (GTK_WIDGET (window));
  g_signal_emit_by_name (find_link (app_test_find (GTK_WIDGET (view), TL_TYPE_ITEM_PANE), "timeline.open-measure"), "clicked");
  app_test_settle (GTK_WIDGET (window));
  page = app_test_find (GTK_WIDGET (window), TL_TYPE_RISK_PAGE);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (page)));
  g_assert_true (tl_id_equal (tl_record_get_id (TL_RECORD (tl_risk_page_get_risk (page))), &measure->risk->base.id));
  section = app_test_find (GTK_WIDGET (page), TL_TYPE_LINK_SECTION);
  for (guint i = TL_LINE_LINK_FOUND; i < TL_LINE_LINK_IMPROVED; i++)
    section = gtk_widget_get_next_sibling (section);
  g_assert_true (tl_link_section_get_expanded (TL_LINK_SECTION (section)));
  g_assert_true (app_test_says (section, measure->title));
  app_window_close (window);
}

/* ── Of what ── */

static void
test_scopes (AppTimelineView *fixture,
             gconstpointer    data)
{
  GtkDropDown *kind = app_test_find (GTK_WIDGET (fixture->view), GTK_TYPE_DROP_DOWN);
  guint n_risk = app_timeline_view_get_plan (fixture)->n_entries;

  gtk_drop_down_set_selected (kind, TL_TIMELINE_SCOPE_WORKBOOK);
  app_timeline_view_await_plan (fixture);
  app_test_settle (fixture->window);
  g_assert_cmpint (app_timeline_view_get_plan (fixture)->scope.kind, ==, TL_TIMELINE_SCOPE_WORKBOOK);
  g_assert_cmpuint (app_timeline_view_get_plan (fixture)->n_entries, >, n_risk);
  app_test_keep (fixture->window, "timeline-window-everything");

  gtk_drop_down_set_selected (kind, TL_TIMELINE_SCOPE_PERSON);
  app_timeline_view_await_plan (fixture);
  app_test_settle (fixture->window);
  g_assert_cmpint (app_timeline_view_get_plan (fixture)->scope.kind, ==, TL_TIMELINE_SCOPE_PERSON);
  g_assert_cmpuint (app_timeline_view_get_plan (fixture)->n_entries, >, 0);
  app_test_keep (fixture->window, "timeline-window-person");

  gtk_drop_down_set_selected (kind, TL_TIMELINE_SCOPE_PLACE);
  app_timeline_view_await_plan (fixture);
  app_test_settle (fixture->window);
  g_assert_cmpint (app_timeline_view_get_plan (fixture)->scope.kind, ==, TL_TIMELINE_SCOPE_PLACE);
  app_test_assert_named (GTK_WIDGET (fixture->view));

  gtk_drop_down_set_selected (kind, TL_TIMELINE_SCOPE_RISK);
  app_test_settle (fixture->window);
  g_assert_cmpuint (app_timeline_view_get_plan (fixture)->n_entries, ==, n_risk);
}

/* Each thing is seen again in the time in which it was last looked at. */
static void
test_time_is_remembered (AppTimelineView *fixture,
                         gconstpointer    data)
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
  app_timeline_view_await_plan (&fixture);
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
test_time_is_marked (AppTimelineView *fixture,
                     gconstpointer    data)
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

/* ── As others see it ── */

static void
assert_seen (AppTimelineView *fixture,
             GtkWidget       *widget)
{
  graphene_rect_t box;

  g_assert_true (gtk_widget_compute_bounds (widget, fixture->window, &box));
  g_assert_cmpfloat (box.origin.x, >=, 0);
  g_assert_cmpfloat (box.origin.x + box.size.width, <=, gtk_widget_get_width (fixture->window));
}

static void
test_other_shapes (AppTimelineView *fixture,
                   gconstpointer    data)
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
  assert_seen (fixture, app_test_find (GTK_WIDGET (fixture->view), TL_TYPE_FILTER_CHIP));
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
add_tests (void)
{
  const AppTimelineViewTest tests[] = {
    { "/timeline-window/selection", "R1", test_selection },
    { "/timeline-window/there-and-back", "R1", test_there_and_back },
    { "/timeline-window/links", "R1", test_links },
    { "/timeline-window/all-lead-to-the-risk", "R1", test_all_lead_to_the_risk },
    { "/timeline-window/scopes", "R1", test_scopes },
    { "/timeline-window/time-remembered", "R1", test_time_is_remembered },
    { "/timeline-window/time-marked", "R1", test_time_is_marked },
    { "/timeline-window/other-shapes", "R1", test_other_shapes },
  };

  app_timeline_view_add_tests (tests, G_N_ELEMENTS (tests));
  g_test_add_func ("/timeline-window/leads-to-the-measure", test_leads_to_the_measure);
  g_test_add_func ("/timeline-window/time-comes-back", test_time_comes_back);
}

int
main (int   argc,
      char *argv[])
{
  return app_test_run (&argc, &argv, add_tests);
}
