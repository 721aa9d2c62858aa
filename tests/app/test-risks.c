/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-test.h"
#include "app-window.h"
#include "app-workbook.h"

#include "tl-bars.h"
#include "tl-filter-chip.h"
#include "tl-finding-counts.h"
#include "tl-link-section.h"
#include "tl-measure-chart.h"
#include "tl-risk-cell.h"
#include "tl-risk-filter.h"
#include "tl-risk-words.h"
#include "tl-risks-view.h"
#include "tl-workbook-commands.h"

typedef struct
{
  GSettings *settings;
  TlWorkbook *workbook;
  TlRisksView *view;
  GtkColumnView *table;
  GtkEditable *search;
  GtkWidget *window;
} Fixture;

static void
show (Fixture    *fixture,
      TlWorkbook *workbook,
      int         width)
{
  static const char * const kept[] = {
    "risks-order", "risks-descending", "risks-grouping", "risks-columns", "risks-filters",
  };

  fixture->settings = g_settings_new ("org.throughline.Throughline");
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    g_settings_reset (fixture->settings, kept[i]);
  g_settings_set_string (fixture->settings, "actor-name", " meriel ACHEBE");
  fixture->workbook = workbook;
  fixture->view = g_object_new (TL_TYPE_RISKS_VIEW, "workbook", workbook, NULL);
  fixture->table = app_test_find (GTK_WIDGET (fixture->view), GTK_TYPE_COLUMN_VIEW);
  fixture->search = app_test_find (GTK_WIDGET (fixture->view), GTK_TYPE_SEARCH_ENTRY);
  fixture->window = app_test_show (GTK_WIDGET (fixture->view), width, 720);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  show (fixture, app_workbook_open_sample (), 1194);
}

static void
set_up_empty (Fixture       *fixture,
              gconstpointer  data)
{
  show (fixture, app_workbook_open_empty (), 1194);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  app_test_close (fixture->window);
  app_workbook_close (fixture->workbook);
  g_object_unref (fixture->settings);
}

static GListModel *
get_rows (Fixture *fixture)
{
  return G_LIST_MODEL (gtk_column_view_get_model (fixture->table));
}

/* Those that aren't seen at first come after the first frame. */
static guint
count_rows (Fixture *fixture)
{
  GListModel *rows = get_rows (fixture);
  GListModel *seen = gtk_single_selection_get_model (GTK_SINGLE_SELECTION (rows));
  GListModel *all = gtk_slice_list_model_get_model (GTK_SLICE_LIST_MODEL (seen));

  while (g_list_model_get_n_items (rows) < g_list_model_get_n_items (all))
    g_main_context_iteration (NULL, TRUE);
  return g_list_model_get_n_items (rows);
}

/* The row's risk, which belongs to the workbook. */
static TlRisk *
get_row (Fixture *fixture,
         guint    row)
{
  g_autoptr (TlRisk) risk = g_list_model_get_item (get_rows (fixture), row);

  g_assert_nonnull (risk);
  return risk;
}

static guint
count_choices (Fixture       *fixture,
               TlRiskChoices  choices)
{
  TlAssessment *assessment = tl_workbook_get_assessment (fixture->workbook);
  guint n = 0;

  for (guint i = 0; i < tl_assessment_get_n_risks (assessment); i++)
    n += tl_risk_choices_of (tl_assessment_get_risk (assessment, i), choices, tl_assessment_get_as_at (assessment),
                             "Meriel Achebe") == choices;
  return n;
}

static GtkColumnViewColumn *
get_column (Fixture    *fixture,
            const char *title)
{
  GListModel *columns = gtk_column_view_get_columns (fixture->table);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (g_str_equal (gtk_column_view_column_get_title (column), title))
        return column;
    }
  g_error ("There is no column %s", title);
}

static const char *
get_page (Fixture *fixture)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (fixture->table), GTK_TYPE_STACK);

  return gtk_stack_get_visible_child_name (GTK_STACK (page));
}

/* ── Rows ─────────────────────────────────────────────────────────────────── */

static void
test_open_risks_highest_first (Fixture       *fixture,
                               gconstpointer  data)
{
  int before = G_MAXINT;

  g_assert_cmpuint (count_rows (fixture), ==, count_choices (fixture, TL_RISK_CHOICE_OPEN));
  g_assert_cmpuint (count_rows (fixture), >=, 12);
  for (guint i = 0; i < count_rows (fixture); i++)
    {
      const TlRiskJudgement *risk = tl_risk_get_judgement (get_row (fixture, i));

      g_assert_cmpint (risk->state, ==, TL_RISK_STATE_OPEN);
      g_assert_cmpint (risk->rating, <=, before);
      before = risk->rating;
    }
  g_assert_cmpstr (get_page (fixture), ==, "table");
}

static gint64
get_key (TlRisk     *risk,
         const char *title)
{
  const TlRiskJudgement *concluded = tl_risk_get_judgement (risk);

  if (g_str_equal (title, "Ref"))
    return g_ascii_strtoll (tl_record_get_ref (TL_RECORD (risk)) + 1, NULL, 10);
  if (g_str_equal (title, "Rating"))
    return concluded->rating;
  if (g_str_equal (title, "Line"))
    return concluded->position == TL_LINE_LINK_NONE ? 99 : (gint64) concluded->position;
  if (g_str_equal (title, "Measure"))
    return concluded->primary != NULL ? (gint64) concluded->primary->target : -1;
  if (g_str_equal (title, "Review"))
    return concluded->next_review;
  if (g_str_equal (title, "Findings"))
    return concluded->n_findings[TL_SEVERITY_ACT];
  return concluded->n_owners > 0;
}

static void
test_every_column_sorts (Fixture       *fixture,
                         gconstpointer  data)
{
  static const char * const titles[] = { "Ref", "Rating", "Accountable", "Line", "Measure", "Review", "Findings" };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    for (GtkSortType direction = GTK_SORT_ASCENDING; direction <= GTK_SORT_DESCENDING; direction++)
      {
        gboolean differ = FALSE;

        gtk_column_view_sort_by_column (fixture->table, get_column (fixture, titles[i]), direction);
        for (guint row = 1; row < count_rows (fixture); row++)
          {
            gint64 above = get_key (get_row (fixture, row - 1), titles[i]);
            gint64 key = get_key (get_row (fixture, row), titles[i]);

            g_assert_true (direction == GTK_SORT_ASCENDING ? above <= key : above >= key);
            differ = differ || above != key;
          }
        g_assert_true (differ);
      }

  gtk_column_view_sort_by_column (fixture->table, get_column (fixture, "Risk"), GTK_SORT_ASCENDING);
  for (guint row = 1; row < count_rows (fixture); row++)
    g_assert_cmpint (g_utf8_collate (tl_risk_get_title (get_row (fixture, row - 1)),
                                     tl_risk_get_title (get_row (fixture, row))), <=, 0);
}

static TlFilterChip *
get_chip (Fixture    *fixture,
          const char *title)
{
  GtkWidget *chip = app_test_find (GTK_WIDGET (fixture->view), TL_TYPE_FILTER_CHIP);

  for (; chip != NULL; chip = gtk_widget_get_next_sibling (chip))
    {
      g_autofree char *other = NULL;

      g_object_get (chip, "title", &other, NULL);
      if (g_str_equal (other, title))
        return TL_FILTER_CHIP (chip);
    }
  g_error ("There is no chip %s", title);
}

static void
press_chip (Fixture    *fixture,
            const char *title)
{
  g_signal_emit_by_name (get_chip (fixture, title), "clicked");
}

static gboolean
is_chosen (Fixture    *fixture,
           const char *title)
{
  TlFilterChip *chip = get_chip (fixture, title);
  gboolean active = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (chip));

  gtk_test_accessible_assert_state (chip, GTK_ACCESSIBLE_STATE_PRESSED,
                                    active ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE);
  return active;
}

static void
assert_shows (Fixture       *fixture,
              TlRiskChoices  choices)
{
  g_assert_cmpuint (count_rows (fixture), ==, count_choices (fixture, choices));
  g_assert_cmpuint (count_rows (fixture), >, 0);
  for (guint i = 0; i < count_rows (fixture); i++)
    {
      TlRisk *risk = get_row (fixture, i);

      g_assert_cmpuint (tl_risk_choices_of (tl_risk_get_judgement (risk), choices, tl_risk_get_as_at (risk), "Meriel Achebe"),
                        ==, choices);
    }
}

/* What a chip counts is what is shown once it is pressed; chips narrow each other down. */
static void
test_chips_narrow_each_other_down (Fixture       *fixture,
                                   gconstpointer  data)
{
  static const struct { const char *title; TlRiskChoices choice; } chips[] = {
    { "High", TL_RISK_CHOICE_HIGH }, { "Needs attention", TL_RISK_CHOICE_ATTENTION }, { "Mine", TL_RISK_CHOICE_MINE },
    { "Review overdue", TL_RISK_CHOICE_OVERDUE },
  };
  guint choices = TL_RISK_CHOICE_OPEN;

  g_assert_true (is_chosen (fixture, "Open"));
  for (guint i = 0; i < G_N_ELEMENTS (chips); i++)
    {
      guint promised = tl_filter_chip_get_count (get_chip (fixture, chips[i].title));

      g_assert_false (is_chosen (fixture, chips[i].title));
      press_chip (fixture, chips[i].title);
      choices |= chips[i].choice;
      g_assert_true (is_chosen (fixture, chips[i].title));
      g_assert_cmpuint (count_rows (fixture), ==, promised);
      assert_shows (fixture, (TlRiskChoices) choices);
    }
  g_assert_true (app_test_says (GTK_WIDGET (fixture->view), "1 open risk, mine, rated high, needing attention, review overdue"));

  press_chip (fixture, "Mine");
  g_assert_false (is_chosen (fixture, "Mine"));
  assert_shows (fixture, (TlRiskChoices) (choices & ~(guint) TL_RISK_CHOICE_MINE));
}

/* Nothing is both, and neither is everything. */
static void
test_open_or_closed_or_all (Fixture       *fixture,
                            gconstpointer  data)
{
  guint n_open = count_rows (fixture);

  press_chip (fixture, "Closed");
  g_assert_false (is_chosen (fixture, "Open"));
  assert_shows (fixture, TL_RISK_CHOICE_CLOSED);
  press_chip (fixture, "Closed");
  g_assert_cmpuint (count_rows (fixture), ==, n_open + count_choices (fixture, TL_RISK_CHOICE_CLOSED));
  press_chip (fixture, "Open");
  g_assert_cmpuint (count_rows (fixture), ==, n_open);
}

/* From the overview: exactly the open risks that stand so at that link, until the chip is pressed. */
static void
test_one_link_until_its_chip_is_pressed (Fixture       *fixture,
                                         gconstpointer  data)
{
  TlBars bars = tl_bars_count (tl_workbook_get_assessment (fixture->workbook));
  guint n_weak = bars.n[TL_LINE_LINK_SUSTAINED - 1][TL_LINK_STATE_WEAK];

  g_assert_cmpuint (n_weak, >, 0);
  g_assert_cmpuint (n_weak, <, bars.n_open);
  tl_risks_view_show_link (fixture->view, TL_LINE_LINK_SUSTAINED, TL_LINK_STATE_WEAK);
  app_test_settle (fixture->window);
  g_assert_cmpuint (count_rows (fixture), ==, n_weak);
  for (guint i = 0; i < n_weak; i++)
    g_assert_cmpint (tl_risk_get_judgement (get_row (fixture, i))->line[TL_LINE_LINK_SUSTAINED - 1].state, ==,
                     TL_LINK_STATE_WEAK);
  g_assert_true (app_test_says (GTK_WIDGET (fixture->view), "Sustained weak"));

  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "risks.any-link", NULL);
  g_assert_cmpuint (count_rows (fixture), ==, bars.n_open);
  g_assert_false (app_test_says (GTK_WIDGET (fixture->view), "Sustained weak"));
}

static void
test_cells_say_what_they_show (Fixture       *fixture,
                               gconstpointer  data)
{
  TlFindingCounts *counts = app_test_find (GTK_WIDGET (fixture->table), TL_TYPE_FINDING_COUNTS);

  g_assert_nonnull (tl_drawn_cell_get_sentence (TL_DRAWN_CELL (counts)));
  app_test_assert_named (fixture->window);
}

static TlRiskCell *
find_cell (GtkWidget      *root,
           TlRisk         *risk,
           TlRiskCellKind  kind)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      g_autoptr (TlRisk) shown = NULL;
      TlRiskCellKind shown_kind = 0;
      TlRiskCell *found;

      if (TL_IS_RISK_CELL (child))
        g_object_get (child, "risk", &shown, "kind", &shown_kind, NULL);
      if (shown == risk && shown_kind == kind && TL_IS_RISK_CELL (child))
        return TL_RISK_CELL (child);
      found = find_cell (child, risk, kind);
      if (found != NULL)
        return found;
    }
  return NULL;
}

/* What is worked out of a risk, and what is written of it, stand in its row as soon as they change; and a row that is
 * given another risk tells nothing of the last. */
static void
test_cells_follow_their_risk (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  TlRisk *risk = app_workbook_find_risk (fixture->workbook, "R3"), *other = get_row (fixture, 0);
  TlFactCell *title = TL_FACT_CELL (find_cell (GTK_WIDGET (fixture->table), risk, TL_RISK_CELL_KIND_TITLE));
  TlFactCell *review = TL_FACT_CELL (find_cell (GTK_WIDGET (fixture->table), risk, TL_RISK_CELL_KIND_REVIEW));
  g_autofree char *day = NULL, *owner = NULL;
  g_autoptr (GtkWidget) lone = g_object_ref_sink (g_object_new (TL_TYPE_RISK_CELL, "kind", TL_RISK_CELL_KIND_OWNER, NULL));

  day = tl_risk_words_review (tl_risk_get_judgement (risk), tl_risk_get_as_at (risk));
  g_assert_cmpstr (tl_fact_cell_get_fact (review), ==, day);
  g_assert_true (((tl_fact_cell_get_look (review) & TL_FACT_LOOK_LATE) != 0)
                 == tl_risk_words_is_late (tl_risk_get_judgement (risk), tl_risk_get_as_at (risk)));
  tl_workbook_rename_risk_async (fixture->workbook, risk, "Quokkas at night", NULL, app_workbook_answer_cb, &result);
  g_assert_true (tl_workbook_apply_finish (fixture->workbook, app_workbook_wait_for (&result), &error));
  g_assert_no_error (error);
  g_assert_cmpstr (tl_fact_cell_get_fact (title), ==, "Quokkas at night");

  g_assert_true (other != risk);
  g_object_set (lone, "risk", risk, NULL);
  g_object_set (lone, "risk", NULL, NULL);
  g_object_set (lone, "risk", other, NULL);
  owner = tl_risk_words_owner (tl_risk_get_judgement (other));
  g_assert_cmpstr (tl_fact_cell_get_fact (TL_FACT_CELL (lone)), ==, owner);
  tl_risk_set_assessment (other, NULL, FALSE);
  g_assert_cmpstr (tl_fact_cell_get_fact (TL_FACT_CELL (lone)), ==, "");
}

/* ── Searching ────────────────────────────────────────────────────────────── */

static TlRiskSearch *
get_search (Fixture *fixture)
{
  GListModel *slice = gtk_single_selection_get_model (GTK_SINGLE_SELECTION (get_rows (fixture)));
  GListModel *sorted = gtk_slice_list_model_get_model (GTK_SLICE_LIST_MODEL (slice));
  GListModel *found = gtk_sort_list_model_get_model (GTK_SORT_LIST_MODEL (sorted));

  return tl_risk_filter_get_search (TL_RISK_FILTER (gtk_filter_list_model_get_filter (GTK_FILTER_LIST_MODEL (found))));
}

/* The first time words have to be read. */
static void
look_for (Fixture    *fixture,
          const char *text)
{
  gtk_editable_set_text (fixture->search, text);
  while (tl_risk_search_is_busy (get_search (fixture)))
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
has_row (Fixture    *fixture,
         const char *ref)
{
  for (guint i = 0; i < count_rows (fixture); i++)
    if (g_str_equal (tl_record_get_ref (TL_RECORD (get_row (fixture, i))), ref))
      return TRUE;
  return FALSE;
}

static void
test_search_finds_whatever_hangs_on_a_risk (Fixture       *fixture,
                                            gconstpointer  data)
{
  guint n_all = count_rows (fixture);

  look_for (fixture, "mediCINES");
  g_assert_cmpuint (count_rows (fixture), >, 0);
  g_assert_cmpuint (count_rows (fixture), <, n_all);
  /* Its title, the owner's name, and its root cause, whichever comes first. */
  look_for (fixture, "wrona gap mouth");
  g_assert_cmpuint (count_rows (fixture), ==, 1);
  g_assert_true (has_row (fixture, "R1"));
  look_for (fixture, "R12");
  g_assert_true (has_row (fixture, "R12"));
  g_assert_false (has_row (fixture, "R1"));
  look_for (fixture, "");
  g_assert_cmpuint (count_rows (fixture), ==, n_all);
}

static void
quiet_cb (GObject    *workbook,
          GParamSpec *pspec,
          gboolean   *told)
{
  *told = TRUE;
}

/* Renamed while it is looked for: it is found by its new name, and no longer by the old. */
static void
test_search_follows_an_edit (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gboolean told = FALSE;

  look_for (fixture, "quokka");
  g_assert_cmpuint (count_rows (fixture), ==, 0);
  g_signal_connect (fixture->workbook, "notify::assessment", G_CALLBACK (quiet_cb), &told);
  tl_workbook_rename_risk_async (fixture->workbook, app_workbook_find_risk (fixture->workbook, "R3"), "Quokkas at night",
                                 NULL, app_workbook_answer_cb, &result);
  g_assert_true (tl_workbook_apply_finish (fixture->workbook, app_workbook_wait_for (&result), &error));
  g_assert_no_error (error);
  while (!told || tl_risk_search_is_busy (get_search (fixture)))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (count_rows (fixture), ==, 1);
  g_assert_true (has_row (fixture, "R3"));
}

static void
test_search_is_kept_when_a_risk_is_opened (Fixture       *fixture,
                                           gconstpointer  data)
{
  look_for (fixture, "medicines");
  gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (get_rows (fixture)), 1);
  app_test_settle (fixture->window);
  g_assert_nonnull (tl_view_get_risk (TL_VIEW (fixture->view)));
  g_assert_cmpstr (gtk_editable_get_text (fixture->search), ==, "medicines");
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "risks.close-page", NULL);
  g_assert_cmpstr (gtk_editable_get_text (fixture->search), ==, "medicines");
  g_assert_cmpuint (count_rows (fixture), <, count_choices (fixture, TL_RISK_CHOICE_OPEN));
}

static void
test_no_results_lead_back (Fixture       *fixture,
                           gconstpointer  data)
{
  guint n_all = count_rows (fixture);

  press_chip (fixture, "Closed");
  look_for (fixture, "<b>nothing & nobody</b>");
  app_test_settle (fixture->window);
  g_assert_cmpstr (get_page (fixture), ==, "none");
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "risks.show-all", NULL);
  g_assert_cmpstr (gtk_editable_get_text (fixture->search), ==, "");
  g_assert_cmpuint (count_rows (fixture), ==, n_all);
  g_assert_cmpstr (get_page (fixture), ==, "table");
}

static void
test_empty_register_says_how_to_begin (Fixture       *fixture,
                                       gconstpointer  data)
{
  g_assert_cmpstr (get_page (fixture), ==, "empty");
  g_assert_true (app_test_says (GTK_WIDGET (fixture->view), "Add a Risk"));
  g_assert_true (app_test_says (GTK_WIDGET (fixture->view), "Import a Spreadsheet…"));
  g_assert_true (app_test_says (GTK_WIDGET (fixture->view), "Open the Sample"));
  app_test_assert_named (fixture->window);
  app_test_keep (fixture->window, "register-empty");
  fixture->window = app_test_make_narrow (fixture->window, GTK_WIDGET (fixture->view));
  app_test_keep (fixture->window, "register-empty-360");
}

static gboolean
has_as_many_rows (gpointer data)
{
  Fixture *fixture = data;
  GListModel *risks = tl_workbook_get_risks (fixture->workbook);

  return g_list_model_get_n_items (risks) > 0 && count_rows (fixture) == g_list_model_get_n_items (risks);
}

static void
add_risks (Fixture *fixture,
           guint    first,
           guint    n)
{
  g_autoptr (TlChange) change = tl_change_new ("test");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = first; i < first + n; i++)
    {
      TlId id = tl_id_source_make_id (tl_workbook_get_ids (fixture->workbook));
      g_autofree char *ref = g_strdup_printf ("R%u", i), *title = g_strdup_printf ("Risk %u", i);

      tl_change_add_row (change, "risk", &id);
      tl_change_set_text (change, "risk", &id, "ref", ref);
      tl_change_set_text (change, "risk", &id, "title", title);
      tl_change_set_text (change, "risk", &id, "opened", "2026-01-05");
    }
  tl_workbook_apply_async (fixture->workbook, change, NULL, app_workbook_answer_cb, &result);
  g_assert_true (tl_workbook_apply_finish (fixture->workbook, app_workbook_wait_for (&result), &error));
  g_assert_no_error (error);
}

/* One, and then more than a window offers before it is painted: all of them come by themselves. */
static void
test_one_risk_and_many (Fixture       *fixture,
                        gconstpointer  data)
{
  add_risks (fixture, 1, 1);
  app_window_wait (has_as_many_rows, fixture);
  app_test_settle (fixture->window);
  g_assert_cmpstr (get_page (fixture), ==, "table");
  g_assert_true (app_test_says (GTK_WIDGET (fixture->view), "1 open risk, highest rating first"));
  app_test_assert_named (fixture->window);
  app_test_keep (fixture->window, "register-one");

  add_risks (fixture, 2, 99);
  app_window_wait (has_as_many_rows, fixture);
  g_assert_cmpuint (count_rows (fixture), ==, 100);
  gtk_column_view_sort_by_column (fixture->table, get_column (fixture, "Ref"), GTK_SORT_ASCENDING);
  app_test_settle (fixture->window);
  g_assert_cmpuint (count_rows (fixture), ==, 100);
  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *ref = g_strdup_printf ("R%u", i + 1);

      g_assert_cmpstr (tl_record_get_ref (TL_RECORD (get_row (fixture, i))), ==, ref);
    }
  g_assert_true (app_test_says (GTK_WIDGET (fixture->view), "100 open risks, lowest ref first"));
}

/* ── The page ─────────────────────────────────────────────────────────────── */

static void
test_choosing_a_row_opens_its_page (Fixture       *fixture,
                                    gconstpointer  data)
{
  AdwOverlaySplitView *split = app_test_find (GTK_WIDGET (fixture->view), ADW_TYPE_OVERLAY_SPLIT_VIEW);
  TlRiskPage *page = tl_risks_view_get_page (fixture->view);
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (get_rows (fixture));

  g_assert_false (adw_overlay_split_view_get_show_sidebar (split));
  gtk_single_selection_set_selected (selection, 2);
  g_assert_true (tl_view_get_risk (TL_VIEW (fixture->view)) == get_row (fixture, 2));
  g_assert_true (tl_risk_page_get_risk (page) == get_row (fixture, 2));
  g_assert_true (adw_overlay_split_view_get_show_sidebar (split));

  gtk_widget_activate_action (GTK_WIDGET (page), "risks.close-page", NULL);
  g_assert_null (tl_view_get_risk (TL_VIEW (fixture->view)));
  g_assert_false (adw_overlay_split_view_get_show_sidebar (split));
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, GTK_INVALID_LIST_POSITION);

  tl_view_set_risk (TL_VIEW (fixture->view), get_row (fixture, 4));
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, 4);
  g_assert_true (adw_overlay_split_view_get_show_sidebar (split));
}

/* Every link of every risk opens on something, whatever state it is in. */
static void
test_every_link_opens (Fixture       *fixture,
                       gconstpointer  data)
{
  GListModel *risks = tl_workbook_get_risks (fixture->workbook);
  TlRiskPage *page = tl_risks_view_get_page (fixture->view);

  for (TlLineLink link = TL_LINE_LINK_FOUND; link <= TL_LINE_LINK_SUSTAINED; link++)
    tl_risk_page_expand (page, link, TRUE);
  for (guint i = 0; i < g_list_model_get_n_items (risks); i++)
    {
      g_autoptr (TlRisk) risk = g_list_model_get_item (risks, i);
      TlLinkSection *section = NULL;

      tl_view_set_risk (TL_VIEW (fixture->view), risk);
      section = app_test_find (GTK_WIDGET (page), TL_TYPE_LINK_SECTION);
      for (TlLineLink link = TL_LINE_LINK_FOUND; link <= TL_LINE_LINK_SUSTAINED; link++)
        {
          g_assert_true (tl_link_section_get_expanded (section));
          section = TL_LINK_SECTION (gtk_widget_get_next_sibling (GTK_WIDGET (section)) ?: GTK_WIDGET (section));
        }
      app_test_assert_named (GTK_WIDGET (page));
    }
  /* What it rests on that it improved is a chart of the readings. */
  tl_view_set_risk (TL_VIEW (fixture->view), app_workbook_find_risk (fixture->workbook, "R1"));
  app_test_settle (fixture->window);
  g_assert_nonnull (app_test_find (GTK_WIDGET (page), TL_TYPE_MEASURE_CHART));
  app_test_keep (fixture->window, "risk-page-open");
}

static void
test_another_day_shows_what_stood_then (Fixture       *fixture,
                                        gconstpointer  data)
{
  TlDay today = tl_workbook_get_today (fixture->workbook), then = today - 300;
  guint n_now = count_rows (fixture);

  tl_view_set_risk (TL_VIEW (fixture->view), get_row (fixture, 0));
  tl_workbook_set_as_at (fixture->workbook, then);
  while (tl_assessment_get_as_at (tl_workbook_get_assessment (fixture->workbook)) != then)
    g_main_context_iteration (NULL, TRUE);
  app_test_settle (fixture->window);
  g_assert_cmpuint (count_rows (fixture), ==, count_choices (fixture, TL_RISK_CHOICE_OPEN));
  g_assert_cmpuint (count_rows (fixture), !=, n_now);
}

static void
add_tests (void)
{
#define ADD(path, set_up, test) g_test_add ("/risks/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("open-risks-highest-first", set_up, test_open_risks_highest_first);
  ADD ("every-column-sorts", set_up, test_every_column_sorts);
  ADD ("chips-narrow-each-other-down", set_up, test_chips_narrow_each_other_down);
  ADD ("open-or-closed-or-all", set_up, test_open_or_closed_or_all);
  ADD ("one-link", set_up, test_one_link_until_its_chip_is_pressed);
  ADD ("cells-say-what-they-show", set_up, test_cells_say_what_they_show);
  ADD ("cells-follow-their-risk", set_up, test_cells_follow_their_risk);
  ADD ("search", set_up, test_search_finds_whatever_hangs_on_a_risk);
  ADD ("search-follows-an-edit", set_up, test_search_follows_an_edit);
  ADD ("search-is-kept", set_up, test_search_is_kept_when_a_risk_is_opened);
  ADD ("no-results-lead-back", set_up, test_no_results_lead_back);
  ADD ("empty-register", set_up_empty, test_empty_register_says_how_to_begin);
  ADD ("one-and-many", set_up_empty, test_one_risk_and_many);
  ADD ("page-follows-selection", set_up, test_choosing_a_row_opens_its_page);
  ADD ("every-link-opens", set_up, test_every_link_opens);
  ADD ("another-day", set_up, test_another_day_shows_what_stood_then);
}

int
main (int   argc,
      char *argv[])
{
  return app_test_run (&argc, &argv, add_tests);
}
