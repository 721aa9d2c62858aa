/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-test.h"
#include "app-window.h"
#include "app-workbook.h"

#include "tl-action-thread.h"
#include "tl-edit-dialog.h"
#include "tl-filter-chip.h"
#include "tl-item-pane.h"
#include "tl-thread-pane.h"
#include "tl-row-chooser.h"
#include "tl-timeline-canvas.h"
#include "tl-timeline-cells.h"
#include "tl-timeline-filters.h"
#include "tl-timeline-list.h"
#include "tl-timeline-memory.h"
#include "tl-timeline-rows.h"
#include "tl-timeline-view.h"

#include "../core/support/test-workbook.h"

typedef struct
{
  TlWorkbook *workbook;
  TlTimelineView *view;
  TlTimelineCanvas *canvas;
  GtkColumnView *list;
  AdwOverlaySplitView *split;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  const char *ref = data;

  fixture->workbook = app_workbook_open_sample ();
  fixture->view = g_object_new (TL_TYPE_TIMELINE_VIEW, "workbook", fixture->workbook, NULL);
  if (*ref != '\0')
    tl_view_set_risk (TL_VIEW (fixture->view), app_workbook_find_risk (fixture->workbook, ref));
  fixture->canvas = app_test_find (GTK_WIDGET (fixture->view), TL_TYPE_TIMELINE_CANVAS);
  fixture->list = app_test_find (GTK_WIDGET (fixture->view), GTK_TYPE_COLUMN_VIEW);
  fixture->split = app_test_find (GTK_WIDGET (fixture->view), ADW_TYPE_OVERLAY_SPLIT_VIEW);
  fixture->window = app_test_show (GTK_WIDGET (fixture->view), 1194, 721);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  app_test_close (fixture->window);
  app_workbook_close (fixture->workbook);
}

/* ── Helpers ── */

static const TlTimelinePlan *
get_plan (Fixture *fixture)
{
  return tl_timeline_canvas_get_plan (fixture->canvas);
}

static gboolean
has_plan (gpointer data)
{
  Fixture *fixture = data;

  return get_plan (fixture) != NULL;
}

static void
wait_for (gboolean (*is_so) (gpointer data),
          gpointer   data)
{
  while (!is_so (data))
    g_main_context_iteration (NULL, TRUE);
}

static GtkWidget *
find_by_class (GtkWidget  *root,
               const char *name)
{
  if (gtk_widget_has_css_class (root, name))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_by_class (child, name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static TlAssessment *
get_assessment (Fixture *fixture)
{
  return tl_workbook_get_assessment (fixture->workbook);
}

static TlId
find_id (Fixture    *fixture,
         TlTable     table,
         const char *ref)
{
  const TlFacts *row = tl_snapshot_find_ref (tl_assessment_get_snapshot (get_assessment (fixture)), table, ref);

  g_assert_nonnull (row);
  return row->id;
}

static GtkSingleSelection *
get_selection (Fixture *fixture)
{
  return GTK_SINGLE_SELECTION (gtk_column_view_get_model (fixture->list));
}

static void
do_action (Fixture    *fixture,
           const char *action,
           GVariant   *parameter)
{
  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (fixture->view), action, parameter));
  app_test_settle (fixture->window);
}

static void
follow (Fixture    *fixture,
        const char *ref)
{
  TlId id = find_id (fixture, TL_TABLE_ACTION, ref);

  tl_timeline_view_follow (fixture->view, &id);
  app_test_settle (fixture->window);
}

static guint
count_kind (const TlTimelinePlan *plan,
            TlEvidenceKind        kind)
{
  guint n = 0;

  for (guint i = 0; i < plan->n_entries; i++)
    n += plan->entries[i].kind == TL_TIMELINE_KIND_EVIDENCE && plan->entries[i].evidence_kind == kind;
  return n;
}

/* ── The list and the drawing ── */

static void
test_selection (Fixture       *fixture,
                gconstpointer  data)
{
  GtkSingleSelection *selection = get_selection (fixture);
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

/* Every section is one month, and no two that follow each other are the same. */
static void
test_sections (Fixture       *fixture,
               gconstpointer  data)
{
  TlTimelineRows *rows = TL_TIMELINE_ROWS (gtk_single_selection_get_model (get_selection (fixture)));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (rows)), start, end, n_sections = 0;
  g_autofree char *previous = NULL;

  for (guint i = 0; i < n; i = end, n_sections++)
    {
      g_autoptr (TlTimelineItem) first = NULL, last = NULL;
      g_autofree char *name = NULL, *other = NULL;

      gtk_section_model_get_section (GTK_SECTION_MODEL (rows), i, &start, &end);
      g_assert_cmpuint (start, ==, i);
      g_assert_cmpuint (end, >, i);
      first = g_list_model_get_item (G_LIST_MODEL (rows), start);
      last = g_list_model_get_item (G_LIST_MODEL (rows), end - 1);
      name = tl_timeline_rows_name_section (rows, first);
      other = tl_timeline_rows_name_section (rows, last);
      g_assert_cmpstr (name, ==, other);
      g_assert_cmpstr (name, !=, previous);
      g_set_str (&previous, name);
    }
  g_assert_cmpuint (n_sections, >, 3);
}

/* From the list into what is chosen there, and back to the very row. */
static void
test_there_and_back (Fixture       *fixture,
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
  g_assert_true (gtk_single_selection_get_selected_item (get_selection (fixture))
                 == tl_timeline_canvas_get_selected (fixture->canvas));
}

/* What an item hangs on leads there. */
static void
test_links (Fixture       *fixture,
            gconstpointer  data)
{
  TlItemPane *pane = app_test_find (GTK_WIDGET (fixture->view), TL_TYPE_ITEM_PANE);
  TlId action = find_id (fixture, TL_TABLE_ACTION, "A1"), other = find_id (fixture, TL_TABLE_ACTION, "A9");
  char hex[TL_ID_HEX_LENGTH + 1];
  const TlFacts *row;

  tl_id_to_hex (&action, hex);
  do_action (fixture, "timeline.show-row", g_variant_new_string (hex));
  row = tl_timeline_entry_get_facts (tl_timeline_item_get_entry (tl_timeline_canvas_get_selected (fixture->canvas)));
  g_assert_true (tl_id_equal (&row->id, &action));
  do_action (fixture, "timeline.show-item", NULL);
  g_assert_true (app_test_says (GTK_WIDGET (pane), "Follow to Its Outcome"));
  g_assert_true (app_test_says (GTK_WIDGET (pane), "Medicines record gaps"));
  app_test_keep (fixture->window, "timeline-window-action");

  /* Of another risk: the timeline goes there. */
  tl_id_to_hex (&other, hex);
  do_action (fixture, "timeline.show-row", g_variant_new_string (hex));
  row = tl_timeline_entry_get_facts (tl_timeline_item_get_entry (tl_timeline_canvas_get_selected (fixture->canvas)));
  g_assert_true (tl_id_equal (&row->id, &other));
  g_assert_true (tl_view_get_risk (TL_VIEW (fixture->view)) == app_workbook_find_risk (fixture->workbook, "R2"));
}

/* ── What is hidden ── */

static void
test_only_outcomes (Fixture       *fixture,
                    gconstpointer  data)
{
  GtkToggleButton *chip = app_test_find (GTK_WIDGET (fixture->view), TL_TYPE_FILTER_CHIP);
  guint n_all = get_plan (fixture)->n_entries, n_activity = count_kind (get_plan (fixture), TL_EVIDENCE_KIND_ACTIVITY);
  guint n_outcome = count_kind (get_plan (fixture), TL_EVIDENCE_KIND_OUTCOME);
  g_autofree char *hides = g_strdup_printf ("hides %u", n_activity);
  g_autofree char *hidden = g_strdup_printf ("%u of %u hidden", n_activity, n_all);

  g_assert_cmpuint (n_activity, >, 0);
  g_assert_cmpuint (tl_filter_chip_get_count (TL_FILTER_CHIP (chip)), ==, n_outcome);
  gtk_toggle_button_set_active (chip, TRUE);
  app_test_settle (fixture->window);
  g_assert_cmpuint (get_plan (fixture)->n_entries, ==, n_all - n_activity);
  g_assert_cmpuint (count_kind (get_plan (fixture), TL_EVIDENCE_KIND_ACTIVITY), ==, 0);
  g_assert_true (app_test_says (GTK_WIDGET (fixture->view), hides));
  g_assert_true (app_test_says (GTK_WIDGET (fixture->view), hidden));
  app_test_assert_named (GTK_WIDGET (fixture->view));
  app_test_keep (fixture->window, "timeline-window-outcomes");

  /* One key, and it is all there again. */
  do_action (fixture, "timeline.back", NULL);
  g_assert_false (gtk_toggle_button_get_active (chip));
  g_assert_cmpuint (get_plan (fixture)->n_entries, ==, n_all);
  g_assert_false (app_test_says (GTK_WIDGET (fixture->view), hidden));
}

static TlTimelineFilters *
open_filters (Fixture *fixture)
{
  GtkMenuButton *button = NULL;
  TlTimelineFilters *filters = app_test_find (GTK_WIDGET (fixture->view), TL_TYPE_TIMELINE_FILTERS);

  button = GTK_MENU_BUTTON (gtk_widget_get_ancestor (GTK_WIDGET (filters), GTK_TYPE_MENU_BUTTON));
  gtk_menu_button_popup (button);
  app_test_settle (fixture->window);
  return filters;
}

static gpointer
find_named (GtkWidget  *root,
            const char *id)
{
  if (g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (root)), id) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = find_named (child, id);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static TlFilterChip *
find_chip (GtkWidget  *root,
           const char *title)
{
  g_autofree char *own = NULL;

  if (TL_IS_FILTER_CHIP (root))
    g_object_get (root, "title", &own, NULL);
  if (g_strcmp0 (own, title) == 0)
    return TL_FILTER_CHIP (root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      TlFilterChip *found = find_chip (child, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* How many there are of each is said before one is chosen, and how many that hides afterwards. */
static void
test_filters (Fixture       *fixture,
              gconstpointer  data)
{
  TlTimelineFilters *filters = open_filters (fixture);
  TlFilterChip *audits = find_chip (GTK_WIDGET (filters), "Audit"), *contradicts = find_chip (GTK_WIDGET (filters), "Contradicts");
  guint n_all = get_plan (fixture)->n_entries, n_audits = 0, n_others = 0, n_both = 0;
  g_autofree char *hides = NULL;

  app_test_keep (GTK_WIDGET (filters), "timeline-window-filters");
  for (guint i = 0; i < n_all; i++)
    {
      const TlTimelineEntry *entry = &get_plan (fixture)->entries[i];

      /* The silence of another source is hidden, too. */
      n_others += (entry->kind == TL_TIMELINE_KIND_EVIDENCE || entry->kind == TL_TIMELINE_KIND_SILENCE)
                  && entry->source != TL_SOURCE_AUDIT;
      if (entry->kind != TL_TIMELINE_KIND_EVIDENCE)
        continue;
      n_audits += entry->source == TL_SOURCE_AUDIT;
      n_both += entry->source == TL_SOURCE_AUDIT && entry->verdict == TL_VERDICT_CONTRADICTS;
    }
  g_assert_cmpuint (n_both, >, 0);
  g_assert_cmpuint (tl_filter_chip_get_count (audits), ==, n_audits);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (audits), TRUE);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (contradicts), TRUE);
  app_test_settle (fixture->window);
  for (guint i = 0; i < get_plan (fixture)->n_entries; i++)
    {
      const TlTimelineEntry *entry = &get_plan (fixture)->entries[i];

      if (entry->kind != TL_TIMELINE_KIND_EVIDENCE)
        continue;
      g_assert_cmpint (entry->source, ==, TL_SOURCE_AUDIT);
      g_assert_cmpint (entry->verdict, ==, TL_VERDICT_CONTRADICTS);
      n_both--;
    }
  g_assert_cmpuint (n_both, ==, 0);
  hides = g_strdup_printf ("hides %u", n_others);
  g_assert_true (app_test_says (GTK_WIDGET (fixture->view), hides));
  gtk_popover_popdown (GTK_POPOVER (filters));
  app_test_settle (fixture->window);

  /* One of the two is taken away by its chip; the other stays. */
  do_action (fixture, "timeline.drop-criterion", g_variant_new_int32 (TL_TIMELINE_CRITERION_SOURCES));
  g_assert_cmpuint (get_plan (fixture)->filter.sources, ==, 0);
  g_assert_cmpuint (get_plan (fixture)->filter.verdicts, ==, 1u << TL_VERDICT_CONTRADICTS);
  do_action (fixture, "timeline.show-all", NULL);
  g_assert_cmpuint (get_plan (fixture)->n_entries, ==, n_all);
}

/* Where nothing is left it says so, and how to come back: nobody's silence is anybody's. */
static void
test_all_hidden (Fixture       *fixture,
                 gconstpointer  data)
{
  TlTimelineFilters *filters = open_filters (fixture);
  guint n_all = get_plan (fixture)->n_entries;
  TlRowChooser *chooser = NULL;
  TlId person = find_id (fixture, TL_TABLE_PERSON, "P-TW");
  g_autoptr (TlRowChoice) choice = tl_row_choice_new (TL_ROW_CHOICE_ROW, &person, "Tomasz Wrona", NULL);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_chip (GTK_WIDGET (filters), "Silences")), TRUE);
  chooser = find_named (GTK_WIDGET (filters), "person_chooser");
  g_signal_emit_by_name (chooser, "chosen", choice, "");
  gtk_popover_popdown (GTK_POPOVER (filters));
  app_test_settle (fixture->window);
  g_assert_cmpuint (get_plan (fixture)->n_entries, ==, 0);
  g_assert_true (app_test_says (GTK_WIDGET (fixture->view), "All of It Is Hidden"));
  g_assert_true (app_test_says (GTK_WIDGET (fixture->view), "Tomasz Wrona"));
  app_test_assert_named (GTK_WIDGET (fixture->view));
  app_test_keep (fixture->window, "timeline-window-nothing");
  do_action (fixture, "timeline.show-all", NULL);
  g_assert_cmpuint (get_plan (fixture)->n_entries, ==, n_all);
  g_assert_false (app_test_says (GTK_WIDGET (fixture->view), "All of It Is Hidden"));
}

/* What is chosen outlives a filter that it passes. */
static void
test_filter_keeps_choice (Fixture       *fixture,
                          gconstpointer  data)
{
  GtkToggleButton *chip = app_test_find (GTK_WIDGET (fixture->view), TL_TYPE_FILTER_CHIP);
  TlId action = find_id (fixture, TL_TABLE_ACTION, "A2");
  char hex[TL_ID_HEX_LENGTH + 1];

  tl_id_to_hex (&action, hex);
  do_action (fixture, "timeline.show-row", g_variant_new_string (hex));
  gtk_toggle_button_set_active (chip, TRUE);
  app_test_settle (fixture->window);
  g_assert_true (tl_id_equal (&tl_timeline_entry_get_facts (tl_timeline_item_get_entry (
                                 tl_timeline_canvas_get_selected (fixture->canvas)))->id, &action));
}

/* What is chosen stays so, and the time that is looked at stays where it is, when something else is concluded. */
static void
test_stays_where_one_is (Fixture       *fixture,
                         gconstpointer  data)
{
  GtkToggleButton *chip = app_test_find (GTK_WIDGET (fixture->view), TL_TYPE_FILTER_CHIP);
  TlId action = find_id (fixture, TL_TABLE_ACTION, "A2");
  char hex[TL_ID_HEX_LENGTH + 1];
  double middle, span, middle_after, span_after;

  tl_id_to_hex (&action, hex);
  do_action (fixture, "timeline.show-row", g_variant_new_string (hex));
  tl_timeline_canvas_set_position (fixture->canvas, tl_day_new (2026, 5, 20), 20);
  app_test_settle (fixture->window);
  g_assert_false (tl_timeline_canvas_is_in_view (fixture->canvas, tl_timeline_canvas_get_selected (fixture->canvas)));
  tl_timeline_canvas_get_position (fixture->canvas, &middle, &span);
  gtk_toggle_button_set_active (chip, TRUE);
  app_test_settle (fixture->window);
  tl_timeline_canvas_get_position (fixture->canvas, &middle_after, &span_after);
  g_assert_cmpfloat_with_epsilon (middle_after, middle, 0.5);
  g_assert_cmpfloat_with_epsilon (span_after, span, 0.5);
  g_assert_nonnull (tl_timeline_canvas_get_selected (fixture->canvas));
}

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
test_follow_gap (Fixture       *fixture,
                 gconstpointer  data)
{
  TlThreadPane *pane = app_test_find (GTK_WIDGET (fixture->view), TL_TYPE_THREAD_PANE);
  guint n_all = get_plan (fixture)->n_entries;
  double middle, span, middle_after, span_after;
  const TlActionStep *gap;

  tl_timeline_canvas_get_position (fixture->canvas, &middle, &span);
  follow (fixture, "A2");
  g_assert_true (adw_overlay_split_view_get_show_sidebar (fixture->split));
  g_assert_cmpuint (get_plan (fixture)->n_entries, <, n_all);
  gap = find_step (pane, TL_ACTION_STEP_SHOWN_WORKING, TL_LINK_STATE_MISSING);
  g_assert_nonnull (gap);
  g_assert_cmpstr (gap->text, ==, "No outcome recorded since done on 20 February 2026.");
  g_assert_true (app_test_says (GTK_WIDGET (pane), gap->text));
  app_test_assert_named (GTK_WIDGET (fixture->view));
  app_test_keep (fixture->window, "timeline-window-follow");

  do_action (fixture, "timeline.back", NULL);
  g_assert_null (tl_thread_pane_get_thread (pane));
  g_assert_false (adw_overlay_split_view_get_show_sidebar (fixture->split));
  g_assert_cmpuint (get_plan (fixture)->n_entries, ==, n_all);
  tl_timeline_canvas_get_position (fixture->canvas, &middle_after, &span_after);
  g_assert_cmpfloat_with_epsilon (middle_after, middle, 1);
  g_assert_cmpfloat_with_epsilon (span_after, span, 1);
}

/* Step by step by keyboard, from the concern to whether it lasted; what a step rests on is chosen on the timeline. */
static void
test_follow_steps (Fixture       *fixture,
                   gconstpointer  data)
{
  TlThreadPane *pane = app_test_find (GTK_WIDGET (fixture->view), TL_TYPE_THREAD_PANE);
  guint n_chosen = 0;

  follow (fixture, "A1");
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
test_thread_is_on_its_timeline (Fixture       *fixture,
                                gconstpointer  data)
{
  TlAssessment *assessment = get_assessment (fixture);

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
test_walk_the_line (Fixture       *fixture,
                    gconstpointer  data)
{
  TlId action = find_id (fixture, TL_TABLE_ACTION, "A1");
  gboolean concern = FALSE, agreed = FALSE, outcome = FALSE;
  TlDay previous = TL_NO_DAY;
  guint n;

  follow (fixture, "A1");
  do_action (fixture, "timeline.fit", g_variant_new_string ("all"));
  n = g_list_model_get_n_items (G_LIST_MODEL (get_selection (fixture)));
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
      item = gtk_single_selection_get_selected_item (get_selection (fixture));
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

/* ── Of what ── */

static void
test_scopes (Fixture       *fixture,
             gconstpointer  data)
{
  GtkDropDown *kind = app_test_find (GTK_WIDGET (fixture->view), GTK_TYPE_DROP_DOWN);
  guint n_risk = get_plan (fixture)->n_entries;

  gtk_drop_down_set_selected (kind, TL_TIMELINE_SCOPE_WORKBOOK);
  wait_for (has_plan, fixture);
  app_test_settle (fixture->window);
  g_assert_cmpint (get_plan (fixture)->scope.kind, ==, TL_TIMELINE_SCOPE_WORKBOOK);
  g_assert_cmpuint (get_plan (fixture)->n_entries, >, n_risk);
  app_test_keep (fixture->window, "timeline-window-everything");

  gtk_drop_down_set_selected (kind, TL_TIMELINE_SCOPE_PERSON);
  wait_for (has_plan, fixture);
  app_test_settle (fixture->window);
  g_assert_cmpint (get_plan (fixture)->scope.kind, ==, TL_TIMELINE_SCOPE_PERSON);
  g_assert_cmpuint (get_plan (fixture)->n_entries, >, 0);
  app_test_keep (fixture->window, "timeline-window-person");

  gtk_drop_down_set_selected (kind, TL_TIMELINE_SCOPE_PLACE);
  wait_for (has_plan, fixture);
  app_test_settle (fixture->window);
  g_assert_cmpint (get_plan (fixture)->scope.kind, ==, TL_TIMELINE_SCOPE_PLACE);
  app_test_assert_named (GTK_WIDGET (fixture->view));

  gtk_drop_down_set_selected (kind, TL_TIMELINE_SCOPE_RISK);
  app_test_settle (fixture->window);
  g_assert_cmpuint (get_plan (fixture)->n_entries, ==, n_risk);
}

/* Each thing is seen again in the time in which it was last looked at. */
static void
test_time_is_remembered (Fixture       *fixture,
                         gconstpointer  data)
{
  TlId document = *tl_snapshot_get_document (tl_assessment_get_snapshot (get_assessment (fixture)));
  TlTimelineScope scope = { TL_TIMELINE_SCOPE_RISK, find_id (fixture, TL_TABLE_RISK, "R1") }, latest;
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
  Fixture fixture = { .workbook = app_workbook_open_file (file) };
  GtkDropDown *kind;
  double middle, span, quarter;

  fixture.view = g_object_new (TL_TYPE_TIMELINE_VIEW, "workbook", fixture.workbook, NULL);
  tl_view_set_risk (TL_VIEW (fixture.view), app_workbook_find_risk (fixture.workbook, "R1"));
  fixture.canvas = app_test_find (GTK_WIDGET (fixture.view), TL_TYPE_TIMELINE_CANVAS);
  fixture.window = app_test_show (GTK_WIDGET (fixture.view), 1194, 721);
  kind = app_test_find (GTK_WIDGET (fixture.view), GTK_TYPE_DROP_DOWN);
  do_action (&fixture, "timeline.fit", g_variant_new_string ("quarter"));
  tl_timeline_canvas_get_position (fixture.canvas, &middle, &quarter);
  gtk_drop_down_set_selected (kind, TL_TIMELINE_SCOPE_WORKBOOK);
  wait_for (has_plan, &fixture);
  app_test_settle (fixture.window);
  do_action (&fixture, "timeline.fit", g_variant_new_string ("all"));
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
test_time_is_marked (Fixture       *fixture,
                     gconstpointer  data)
{
  AdwToggleGroup *times = app_test_find (GTK_WIDGET (fixture->view), ADW_TYPE_TOGGLE_GROUP);
  double span;

  g_assert_cmpstr (adw_toggle_group_get_active_name (times), ==, "year");
  do_action (fixture, "timeline.fit", g_variant_new_string ("quarter"));
  g_assert_cmpstr (adw_toggle_group_get_active_name (times), ==, "quarter");
  span = tl_timeline_canvas_get_span (fixture->canvas);
  do_action (fixture, "timeline.zoom-in", NULL);
  g_assert_null (adw_toggle_group_get_active_name (times));
  g_assert_cmpfloat (tl_timeline_canvas_get_span (fixture->canvas), <, span);
  adw_toggle_group_set_active_name (times, "all");
  app_test_settle (fixture->window);
  g_assert_cmpstr (adw_toggle_group_get_active_name (times), ==, "all");
  g_assert_true (tl_timeline_canvas_is_fitted (fixture->canvas));
}

/* ── Adding ── */

static AdwDialog *
get_dialog (Fixture *fixture)
{
  return adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));
}

static void
add_here (Fixture    *fixture,
          TlDay       day,
          TlSource    source,
          const char *table)
{
  g_signal_emit_by_name (fixture->canvas, "add-here", (int) day, (int) TL_TIMELINE_GROUP_FRONTLINE, (int) source, 500.0, 300.0);
  app_test_settle (fixture->window);
  do_action (fixture, "timeline.add", g_variant_new_string (table));
  g_assert_true (TL_IS_EDIT_DIALOG (get_dialog (fixture)));
}

static void
test_add_at_a_day (Fixture       *fixture,
                   gconstpointer  data)
{
  TlDay day = tl_day_new (2026, 5, 12);
  TlId risk = find_id (fixture, TL_TABLE_RISK, "R1");
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
  follow (fixture, "A1");
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
  Fixture *fixture = data;

  return !tl_workbook_get_busy (fixture->workbook)
         && tl_assessment_get_as_at (get_assessment (fixture)) == tl_workbook_get_as_at (fixture->workbook);
}

/* As at another day nothing is added or edited, and nothing later is followed. */
static void
test_as_at (Fixture       *fixture,
            gconstpointer  data)
{
  TlThreadPane *pane = app_test_find (GTK_WIDGET (fixture->view), TL_TYPE_THREAD_PANE);

  follow (fixture, "A2");
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
test_narrow (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *cards = find_by_class (GTK_WIDGET (fixture->view), "timeline-cards");

  fixture->window = app_test_make_narrow (fixture->window, GTK_WIDGET (fixture->view));
  g_assert_true (gtk_widget_get_mapped (cards));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (fixture->list)));
  g_assert_cmpint (gtk_widget_get_height (cards), >, gtk_widget_get_height (GTK_WIDGET (fixture->canvas)));
  app_test_keep (fixture->window, "timeline-window-narrow");
  gtk_single_selection_set_selected (get_selection (fixture), 2);
  do_action (fixture, "timeline.enter-item", NULL);
  app_test_keep (fixture->window, "timeline-window-narrow-item");
  app_test_assert_named (GTK_WIDGET (fixture->view));
  do_action (fixture, "timeline.close-item", NULL);
  follow (fixture, "A2");
  app_test_keep (fixture->window, "timeline-window-narrow-follow");
}

/* What nobody sees is let go of, and there again when it is seen. */
static void
test_lets_go (Fixture       *fixture,
              gconstpointer  data)
{
  guint n = get_plan (fixture)->n_entries;

  gtk_widget_set_visible (GTK_WIDGET (fixture->view), FALSE);
  tl_workbook_set_as_at (fixture->workbook, tl_workbook_get_today (fixture->workbook) - 1);
  wait_for (is_as_at, fixture);
  g_assert_null (get_plan (fixture));
  tl_workbook_set_as_at (fixture->workbook, TL_NO_DAY);
  wait_for (is_as_at, fixture);
  gtk_widget_set_visible (GTK_WIDGET (fixture->view), TRUE);
  app_test_settle (fixture->window);
  g_assert_cmpuint (get_plan (fixture)->n_entries, ==, n);
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
  selection = gtk_single_selection_new (G_LIST_MODEL (tl_timeline_rows_new (list)));
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
test_other_shapes (Fixture       *fixture,
                   gconstpointer  data)
{
  follow (fixture, "A2");
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
  do_action (fixture, "timeline.back", NULL);
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
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/timeline-window/selection", "R1", test_selection },
    { "/timeline-window/sections", "R1", test_sections },
    { "/timeline-window/there-and-back", "R1", test_there_and_back },
    { "/timeline-window/links", "R1", test_links },
    { "/timeline-window/only-outcomes", "R1", test_only_outcomes },
    { "/timeline-window/filters", "R1", test_filters },
    { "/timeline-window/all-hidden", "R1", test_all_hidden },
    { "/timeline-window/filter-keeps-choice", "R1", test_filter_keeps_choice },
    { "/timeline-window/stays", "R1", test_stays_where_one_is },
    { "/timeline-window/follow-gap", "R1", test_follow_gap },
    { "/timeline-window/follow-steps", "R1", test_follow_steps },
    { "/timeline-window/walk-the-line", "R1", test_walk_the_line },
    { "/timeline-window/thread-on-its-timeline", "R1", test_thread_is_on_its_timeline },
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
    g_test_add (tests[i].path, Fixture, tests[i].risk, set_up, tests[i].test, tear_down);
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
