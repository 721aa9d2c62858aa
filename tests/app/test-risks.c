/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-test.h"
#include "app-workbook.h"

#include "tl-bars.h"
#include "tl-filter-chip.h"
#include "tl-finding-counts.h"
#include "tl-link-section.h"
#include "tl-risk-filter.h"
#include "tl-risk-words.h"
#include "tl-risks-view.h"

typedef struct
{
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
}

static GListModel *
get_rows (Fixture *fixture)
{
  return G_LIST_MODEL (gtk_column_view_get_model (fixture->table));
}

static guint
count_rows (Fixture *fixture)
{
  return g_list_model_get_n_items (get_rows (fixture));
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
count_choice (Fixture      *fixture,
              TlRiskChoice  choice)
{
  TlAssessment *assessment = tl_workbook_get_assessment (fixture->workbook);
  guint n = 0;

  for (guint i = 0; i < tl_assessment_get_n_risks (assessment); i++)
    n += tl_risk_choice_has (choice, tl_assessment_get_risk (assessment, i), tl_assessment_get_as_at (assessment));
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

  g_assert_cmpuint (count_rows (fixture), ==, count_choice (fixture, TL_RISK_CHOICE_OPEN));
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

static void
test_chips_count_what_they_show (Fixture       *fixture,
                                 gconstpointer  data)
{
  static const char * const choices[] = { "open", "high", "attention", "overdue", "closed" };
  GtkWidget *chip = app_test_find (GTK_WIDGET (fixture->view), TL_TYPE_FILTER_CHIP);

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++, chip = gtk_widget_get_next_sibling (chip))
    {
      g_signal_emit_by_name (chip, "clicked");
      g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (chip)));
      g_assert_cmpuint (count_rows (fixture), ==, tl_filter_chip_get_count (TL_FILTER_CHIP (chip)));
      g_assert_cmpuint (count_rows (fixture), >, 0);
      gtk_test_accessible_assert_state (chip, GTK_ACCESSIBLE_STATE_CHECKED, GTK_ACCESSIBLE_TRISTATE_TRUE);
    }
  g_assert_null (chip);
  for (guint i = 0; i < count_rows (fixture); i++)
    g_assert_cmpint (tl_risk_get_judgement (get_row (fixture, i))->state, !=, TL_RISK_STATE_OPEN);
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

/* ── Searching ────────────────────────────────────────────────────────────── */

static void
test_search_finds_refs_titles_and_owners (Fixture       *fixture,
                                          gconstpointer  data)
{
  guint n_all = count_rows (fixture);

  gtk_editable_set_text (fixture->search, "mediCINES");
  g_assert_cmpuint (count_rows (fixture), >, 0);
  g_assert_cmpuint (count_rows (fixture), <, n_all);
  gtk_editable_set_text (fixture->search, "medicines gaps wrona");
  g_assert_cmpuint (count_rows (fixture), ==, 1);
  g_assert_cmpstr (tl_record_get_ref (TL_RECORD (get_row (fixture, 0))), ==, "R1");
  gtk_editable_set_text (fixture->search, "R12");
  g_assert_cmpuint (count_rows (fixture), ==, 1);
  gtk_editable_set_text (fixture->search, "no one");
  for (guint i = 0; i < count_rows (fixture); i++)
    g_assert_cmpuint (tl_risk_get_judgement (get_row (fixture, i))->n_owners, ==, 0);
  gtk_editable_set_text (fixture->search, "");
  g_assert_cmpuint (count_rows (fixture), ==, n_all);
}

static void
test_no_results_lead_back (Fixture       *fixture,
                           gconstpointer  data)
{
  guint n_all = count_rows (fixture);

  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "risks.show", "s", "closed");
  gtk_editable_set_text (fixture->search, "<b>nothing & nobody</b>");
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
  app_test_settle (fixture->window);
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
  g_assert_cmpuint (count_rows (fixture), ==, count_choice (fixture, TL_RISK_CHOICE_OPEN));
  g_assert_cmpuint (count_rows (fixture), !=, n_now);
}

static void
add_tests (void)
{
#define ADD(path, set_up, test) g_test_add ("/risks/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("open-risks-highest-first", set_up, test_open_risks_highest_first);
  ADD ("every-column-sorts", set_up, test_every_column_sorts);
  ADD ("chips-count-what-they-show", set_up, test_chips_count_what_they_show);
  ADD ("one-link", set_up, test_one_link_until_its_chip_is_pressed);
  ADD ("cells-say-what-they-show", set_up, test_cells_say_what_they_show);
  ADD ("search", set_up, test_search_finds_refs_titles_and_owners);
  ADD ("no-results-lead-back", set_up, test_no_results_lead_back);
  ADD ("empty-register", set_up_empty, test_empty_register_says_how_to_begin);
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
