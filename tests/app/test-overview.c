/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-test.h"
#include "app-window.h"
#include "app-workbook.h"

#include <string.h>

#include "tl-bar-part.h"
#include "tl-bars.h"
#include "tl-line-bar-row.h"
#include "tl-line-bars.h"
#include "tl-overview-row.h"
#include "tl-overview-view.h"
#include "tl-risks-view.h"

typedef struct
{
  TlWindow *window;
  TlWorkbook *workbook;
  TlOverviewView *view;
} Fixture;

static gboolean
is_quiet (gpointer data)
{
  Fixture *fixture = data;

  return !tl_workbook_get_busy (fixture->workbook) && !tl_overview_view_get_busy (fixture->view);
}

static void
settle (Fixture *fixture)
{
  app_test_settle (GTK_WIDGET (fixture->window));
  app_window_wait (is_quiet, fixture);
  app_test_settle (GTK_WIDGET (fixture->window));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GFile) file = app_window_copy_sample ();

  fixture->window = app_window_open (file);
  fixture->workbook = tl_window_get_workbook (fixture->window);
  fixture->view = TL_OVERVIEW_VIEW (tl_window_show_view (fixture->window, "overview"));
  settle (fixture);
}

static void
set_up_empty (Fixture       *fixture,
              gconstpointer  data)
{
  fixture->window = app_window_new ();
  tl_window_begin (fixture->window, "Quillbrook Care");
  app_window_wait (app_window_has_workbook, fixture->window);
  fixture->workbook = tl_window_get_workbook (fixture->window);
  fixture->view = TL_OVERVIEW_VIEW (tl_window_show_view (fixture->window, "overview"));
  settle (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->window != NULL)
    app_window_close (fixture->window);
}

/* ── Finding one's way ────────────────────────────────────────────────────── */

static void
collect (GtkWidget *root,
         GType      type,
         GPtrArray *found)
{
  if (!gtk_widget_get_mapped (root))
    return;
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    g_ptr_array_add (found, root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

static GPtrArray *
list_all (Fixture *fixture,
          GType    type)
{
  GPtrArray *found = g_ptr_array_new ();

  collect (GTK_WIDGET (fixture->view), type, found);
  return found;
}

/* The first line of a kind for which a function says yes. */
static TlOverviewRow *
find_row (Fixture        *fixture,
          TlOverviewKind  kind,
          const char     *view)
{
  g_autoptr (GPtrArray) rows = list_all (fixture, TL_TYPE_OVERVIEW_ROW);

  for (guint i = 0; i < rows->len; i++)
    {
      TlOverviewRow *row = g_ptr_array_index (rows, i);
      TlOverviewEntry *entry = tl_overview_row_get_entry (row);

      if (tl_overview_entry_get_kind (entry) == kind && g_str_equal (tl_overview_entry_get_view (entry), view))
        return row;
    }
  g_error ("No line of kind %d leads to %s", (int) kind, view);
}

static const char *
get_view_name (Fixture *fixture)
{
  AdwViewStack *views = app_test_find (GTK_WIDGET (fixture->window), ADW_TYPE_VIEW_STACK);

  return adw_view_stack_get_visible_child_name (views);
}

static guint
count_parts (Fixture     *fixture,
             TlLinkState  state)
{
  g_autoptr (GPtrArray) rows = list_all (fixture, TL_TYPE_LINE_BAR_ROW);
  TlBars bars = tl_bars_count (tl_workbook_get_assessment (fixture->workbook));
  guint n = 0;

  g_assert_cmpuint (rows->len, ==, TL_N_LINE_LINKS);
  for (guint link = 0; link < rows->len; link++)
    {
      g_autoptr (GPtrArray) parts = g_ptr_array_new ();
      guint sum = 0, part = 0;

      collect (g_ptr_array_index (rows, link), TL_TYPE_BAR_PART, parts);
      for (guint i = 0; i < parts->len; i++)
        sum += tl_bar_part_get_count (g_ptr_array_index (parts, i));
      g_assert_cmpuint (sum, ==, bars.n_open);
      /* What is sound stands first, and what no risk is isn't there. */
      for (int s = TL_LINK_STATE_SOUND; s >= TL_LINK_STATE_MISSING; s--)
        if (bars.n[link][s] > 0)
          g_assert_cmpuint (tl_bar_part_get_count (g_ptr_array_index (parts, part++)), ==, bars.n[link][s]);
      g_assert_cmpuint (part, ==, parts->len);
      n += bars.n[link][state];
    }
  return n;
}

/* ── What it says ─────────────────────────────────────────────────────────── */

static void
test_says_where_everything_stands (Fixture       *fixture,
                                   gconstpointer  data)
{
  g_autoptr (GPtrArray) rows = list_all (fixture, TL_TYPE_OVERVIEW_ROW);
  TlAssessment *assessment = tl_workbook_get_assessment (fixture->workbook);
  g_autofree char *all = g_strdup_printf ("Show All %u", tl_assessment_get_n_findings (assessment));
  guint n[TL_N_OVERVIEW_KINDS] = { 0, };
  gboolean late = TRUE;

  g_assert_cmpuint (count_parts (fixture, TL_LINK_STATE_WEAK), >, 0);
  for (guint i = 0; i < rows->len; i++)
    {
      TlOverviewEntry *entry = tl_overview_row_get_entry (g_ptr_array_index (rows, i));
      TlOverviewKind kind = tl_overview_entry_get_kind (entry);

      n[kind]++;
      /* The gravest first; what is late before what isn't. */
      if (kind == TL_OVERVIEW_ATTENTION)
        g_assert_cmpint (tl_overview_entry_get_severity (entry), ==, TL_SEVERITY_ACT);
      if (kind == TL_OVERVIEW_DUE)
        {
          g_assert_true (late || !tl_overview_entry_is_urgent (entry));
          late = tl_overview_entry_is_urgent (entry);
          if (late)
            g_assert_nonnull (strstr (tl_overview_entry_get_sentence (entry), " late"));
        }
    }
  for (TlOverviewKind kind = TL_OVERVIEW_ATTENTION; kind < TL_N_OVERVIEW_KINDS; kind++)
    g_assert_cmpuint (n[kind], >, 0);
  g_assert_true (app_test_says (GTK_WIDGET (fixture->view), all));
  app_test_assert_named (GTK_WIDGET (fixture->window));
  app_test_keep (GTK_WIDGET (fixture->window), "overview");
}

static void
test_empty_says_how_to_begin (Fixture       *fixture,
                              gconstpointer  data)
{
  g_assert_true (app_test_says (GTK_WIDGET (fixture->view), "No Risks Yet"));
  g_assert_true (app_test_says (GTK_WIDGET (fixture->view), "Import a Spreadsheet"));
  app_test_assert_named (GTK_WIDGET (fixture->window));
  app_test_keep (GTK_WIDGET (fixture->window), "overview-empty");
  gtk_window_destroy (GTK_WINDOW (g_steal_pointer (&fixture->window)));
}

/* Another day shows what stood then, in every list. */
static void
test_another_day (Fixture       *fixture,
                  gconstpointer  data)
{
  TlBars now = tl_bars_count (tl_workbook_get_assessment (fixture->workbook));
  TlBars then;

  tl_workbook_set_as_at (fixture->workbook, tl_workbook_get_today (fixture->workbook) - 300);
  settle (fixture);
  then = tl_bars_count (tl_workbook_get_assessment (fixture->workbook));
  g_assert_true (memcmp (&now, &then, sizeof now) != 0);
  count_parts (fixture, TL_LINK_STATE_SOUND);
  app_test_keep (GTK_WIDGET (fixture->window), "overview-then");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.today", NULL);
  settle (fixture);
  count_parts (fixture, TL_LINK_STATE_SOUND);
}

/* ── Where it leads ───────────────────────────────────────────────────────── */

static void
activate_row (Fixture       *fixture,
              TlOverviewRow *row)
{
  GtkWidget *list_row = gtk_widget_get_ancestor (GTK_WIDGET (row), GTK_TYPE_LIST_BOX_ROW);

  g_assert_true (gtk_widget_activate (list_row));
  app_test_settle (GTK_WIDGET (fixture->window));
}

static void
test_each_line_leads_to_what_it_speaks_of (Fixture       *fixture,
                                           gconstpointer  data)
{
  static const struct
  {
    TlOverviewKind kind;
    const char *view;
  } cases[] = {
    { TL_OVERVIEW_ATTENTION, "risks" }, { TL_OVERVIEW_DUE, "risks" }, { TL_OVERVIEW_CHANGES, "risks" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TlOverviewRow *row = find_row (fixture, cases[i].kind, cases[i].view);
      const TlId *risk = tl_overview_entry_get_risk (tl_overview_row_get_entry (row));
      TlRisk *wanted = tl_workbook_find_risk (fixture->workbook, risk);
      TlView *view;

      activate_row (fixture, row);
      g_assert_cmpstr (get_view_name (fixture), ==, cases[i].view);
      view = tl_window_show_view (fixture->window, cases[i].view);
      g_assert_true (tl_view_get_risk (view) == wanted);
      g_assert_true (tl_risk_page_get_risk (tl_risks_view_get_page (TL_RISKS_VIEW (view))) == wanted);
      tl_window_show_view (fixture->window, "overview");
      settle (fixture);
    }
}

/* The button of a finding opens the very dialog that settles it, on the finding's own risk. */
static void
test_the_button_settles_it (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr (GPtrArray) rows = list_all (fixture, TL_TYPE_OVERVIEW_ROW);
  GtkWidget *button = NULL;

  for (guint i = 0; i < rows->len && button == NULL; i++)
    {
      GtkWidget *candidate = app_test_find (g_ptr_array_index (rows, i), GTK_TYPE_BUTTON);
      TlId row;

      if (tl_overview_entry_get_remedy (tl_overview_row_get_entry (g_ptr_array_index (rows, i)), &row)
          == TL_REMEDY_NAME_OWNER)
        button = candidate;
    }
  g_assert_nonnull (button);
  g_assert_true (gtk_widget_get_mapped (button));
  g_signal_emit_by_name (button, "clicked");
  app_test_settle (GTK_WIDGET (fixture->window));
  g_assert_nonnull (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)));
  g_assert_true (app_test_says (GTK_WIDGET (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window))),
                                "R2"));
  adw_dialog_force_close (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)));

  tl_workbook_set_as_at (fixture->workbook, tl_workbook_get_today (fixture->workbook) - 1);
  settle (fixture);
  g_ptr_array_set_size (rows, 0);
  collect (GTK_WIDGET (fixture->view), TL_TYPE_OVERVIEW_ROW, rows);
  for (guint i = 0; i < rows->len; i++)
    {
      GtkWidget *candidate = app_test_find (g_ptr_array_index (rows, i), GTK_TYPE_BUTTON);

      g_assert_true (!gtk_widget_get_mapped (candidate) || !gtk_widget_is_sensitive (candidate));
    }
}

static void
test_whole_list_by_severity (Fixture       *fixture,
                             gconstpointer  data)
{
  TlAssessment *assessment = tl_workbook_get_assessment (fixture->workbook);
  GtkListView *list = app_test_find (GTK_WIDGET (fixture->view), GTK_TYPE_LIST_VIEW);
  AdwToggleGroup *severities = app_test_find (GTK_WIDGET (fixture->view), ADW_TYPE_TOGGLE_GROUP);
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (list));
  guint sum = 0;

  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "overview.show-list", "(ii)", (int) TL_OVERVIEW_ATTENTION, 0);
  settle (fixture);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (list)));
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, tl_assessment_get_n_findings (assessment));
  app_test_assert_named (GTK_WIDGET (fixture->window));
  app_test_keep (GTK_WIDGET (fixture->window), "overview-list");
  for (guint severity = 0; severity < TL_N_SEVERITIES; severity++)
    {
      guint n;

      adw_toggle_group_set_active (severities, severity + 1);
      n = g_list_model_get_n_items (model);
      g_assert_cmpuint (n, >, 0);
      for (guint i = 0; i < n; i++)
        {
          g_autoptr (TlOverviewEntry) entry = g_list_model_get_item (model, i);

          g_assert_cmpint (tl_overview_entry_get_severity (entry), ==, severity);
        }
      sum += n;
    }
  g_assert_cmpuint (sum, ==, tl_assessment_get_n_findings (assessment));

  if (!app_window_press (fixture->window, "Escape", NULL))
    {
      g_test_skip ("keys can't be pressed here");
      return;
    }
  settle (fixture);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (list)));
}

/* By the keyboard alone: into the bars, along them, and to the risks that a part counts. */
static void
test_bars_by_keyboard (Fixture       *fixture,
                       gconstpointer  data)
{
  TlLineBars *bars = app_test_find (GTK_WIDGET (fixture->view), TL_TYPE_LINE_BARS);
  GtkColumnView *table;
  GtkWidget *focus;
  TlBarPart *part;
  guint n;

  gtk_widget_child_focus (GTK_WIDGET (bars), GTK_DIR_TAB_FORWARD);
  if (!app_window_press (fixture->window, "Down", "Right", NULL))
    {
      g_test_skip ("keys can't be pressed here");
      return;
    }
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (bars)));
  part = app_test_find (focus, TL_TYPE_BAR_PART);
  g_assert_nonnull (part);
  n = tl_bar_part_get_count (part);
  g_assert_cmpuint (n, >, 0);
  gtk_test_accessible_assert_property (focus, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       tl_drawn_cell_get_sentence (TL_DRAWN_CELL (part)));

  /* All bars are one stop. */
  app_window_press (fixture->window, "Tab", NULL);
  g_assert_false (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)), GTK_WIDGET (bars)));
  gtk_widget_grab_focus (focus);
  app_window_press (fixture->window, "Return", NULL);
  g_assert_cmpstr (get_view_name (fixture), ==, "risks");
  table = app_test_find (GTK_WIDGET (tl_window_show_view (fixture->window, "risks")), GTK_TYPE_COLUMN_VIEW);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (table))), ==, n);
  g_assert_true (app_test_says (GTK_WIDGET (fixture->window), "Owned weak"));
}

/* ── In every form ────────────────────────────────────────────────────────── */

/* What a window draws round itself where nobody else does. */
#define FRAME 10

static void
keep_form (Fixture    *fixture,
           const char *name,
           int         width,
           int         height)
{
  int minimum;

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width + FRAME, height + FRAME);
  settle (fixture);
  gtk_widget_measure (GTK_WIDGET (fixture->view), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  app_test_keep (GTK_WIDGET (fixture->window), name);
}

static void
test_forms (Fixture       *fixture,
            gconstpointer  data)
{
  AdwNavigationSplitView *split = app_test_find (GTK_WIDGET (fixture->window), ADW_TYPE_NAVIGATION_SPLIT_VIEW);

  app_test_set_dark (TRUE);
  keep_form (fixture, "overview-dark", 1366, 768);
  app_test_set_dark (FALSE);
  keep_form (fixture, "overview-wide", 1920, 1080);
  adw_navigation_split_view_set_show_content (split, TRUE);
  keep_form (fixture, "overview-narrow", 360, 1400);
  app_test_set_text (2);
  keep_form (fixture, "overview-narrow-large", 400, 1400);
  keep_form (fixture, "overview-large", 1366, 1400);
  app_test_set_text (1);
}

static void
test_right_to_left (Fixture       *fixture,
                    gconstpointer  data)
{
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  set_up (fixture, data);
  keep_form (fixture, "overview-mirrored", 1366, 768);
  count_parts (fixture, TL_LINK_STATE_MISSING);
  tear_down (fixture, data);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
add_tests (void)
{
#define ADD(path, set_up, test) g_test_add ("/overview/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("says-where-everything-stands", set_up, test_says_where_everything_stands);
  ADD ("empty", set_up_empty, test_empty_says_how_to_begin);
  ADD ("another-day", set_up, test_another_day);
  ADD ("leads", set_up, test_each_line_leads_to_what_it_speaks_of);
  ADD ("mend", set_up, test_the_button_settles_it);
  ADD ("whole-list", set_up, test_whole_list_by_severity);
  ADD ("bars-by-keyboard", set_up, test_bars_by_keyboard);
  ADD ("forms", set_up, test_forms);
  g_test_add ("/overview/right-to-left", Fixture, NULL, NULL, test_right_to_left, NULL);
}

int
main (int   argc,
      char *argv[])
{
  return app_test_run (&argc, &argv, add_tests);
}
