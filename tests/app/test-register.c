/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-test.h"
#include "app-window.h"
#include "app-workbook.h"

#include "tl-column-row.h"
#include "tl-filters-popover.h"
#include "tl-finding-counts.h"
#include "tl-group-heading.h"
#include "tl-risks-options.h"
#include "tl-risks-view.h"
#include "tl-saved-filter-row.h"
#include "tl-sparkline.h"
#include "tl-workbook-commands.h"

/* How the register is arranged: groups, order, columns, saved filters. */

typedef struct
{
  GSettings *settings;
  GFile *file;
  TlWindow *window;
  TlRisksView *view;
  GtkColumnView *table;
  TlRisksOptions *options;
  TlFiltersPopover *filters;
} Fixture;

static gpointer
find_button (GtkWidget  *root,
             const char *icon)
{
  gpointer found = NULL;

  if (GTK_IS_MENU_BUTTON (root) && g_strcmp0 (gtk_menu_button_get_icon_name (GTK_MENU_BUTTON (root)), icon) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, icon);
  return found;
}

/* They are made when their menu is first opened. */
static GtkPopover *
find_popover (Fixture    *fixture,
              const char *icon_name)
{
  GtkMenuButton *button = find_button (GTK_WIDGET (fixture->view), icon_name);

  gtk_menu_button_popup (button);
  gtk_menu_button_popdown (button);
  app_test_settle (GTK_WIDGET (fixture->window));
  return gtk_menu_button_get_popover (button);
}

static void
find_parts (Fixture *fixture)
{
  fixture->view = TL_RISKS_VIEW (tl_window_show_view (fixture->window, "risks"));
  fixture->table = app_test_find (GTK_WIDGET (fixture->view), GTK_TYPE_COLUMN_VIEW);
  fixture->options = TL_RISKS_OPTIONS (find_popover (fixture, "columns-symbolic"));
  fixture->filters = TL_FILTERS_POPOVER (find_popover (fixture, "starred-symbolic"));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  static const char * const kept[] = {
    "risks-order", "risks-descending", "risks-grouping", "risks-columns", "risks-filters", "window-width",
    "window-height",
  };

  fixture->settings = g_settings_new ("org.throughline.Throughline");
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    g_settings_reset (fixture->settings, kept[i]);
  g_settings_set_string (fixture->settings, "actor-name", "Meriel Achebe");
  fixture->file = app_window_copy_sample ();
  fixture->window = app_window_open (fixture->file);
  find_parts (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  app_window_close (fixture->window);
  g_object_unref (fixture->file);
  g_object_unref (fixture->settings);
}

/* As after the program was ended and started again. */
static void
reopen (Fixture *fixture)
{
  app_window_close (fixture->window);
  fixture->window = app_window_open (fixture->file);
  find_parts (fixture);
}

static void
settle (Fixture *fixture)
{
  app_test_settle (GTK_WIDGET (fixture->window));
}

static GListModel *
get_rows (Fixture *fixture)
{
  return G_LIST_MODEL (gtk_column_view_get_model (fixture->table));
}

/* The last ones come after the first frame. */
static gboolean
are_all_rows_there (gpointer data)
{
  GtkSliceListModel *slice = NULL;

  /* As cards they aren't in the table. */
  if (get_rows (data) == NULL)
    return TRUE;
  slice = GTK_SLICE_LIST_MODEL (gtk_single_selection_get_model (GTK_SINGLE_SELECTION (get_rows (data))));
  return g_list_model_get_n_items (G_LIST_MODEL (slice)) == g_list_model_get_n_items (gtk_slice_list_model_get_model (slice));
}

static TlRisk *
get_row (Fixture *fixture,
         guint    row)
{
  g_autoptr (TlRisk) risk = g_list_model_get_item (get_rows (fixture), row);

  g_assert_nonnull (risk);
  return risk;
}

/* The menu button that shows a popover. */
static void
open_popover (Fixture   *fixture,
              GtkWidget *popover)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (gtk_widget_get_parent (popover)));
  settle (fixture);
  g_assert_true (gtk_widget_get_mapped (popover));
}

static GtkDropDown *
find_drop_down (Fixture *fixture,
                guint    which)
{
  GtkWidget *first = app_test_find (GTK_WIDGET (fixture->options), GTK_TYPE_DROP_DOWN);

  if (which == 0)
    return GTK_DROP_DOWN (first);
  for (GtkWidget *child = gtk_widget_get_next_sibling (first); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = app_test_find (child, GTK_TYPE_DROP_DOWN);

      if (found != NULL)
        return GTK_DROP_DOWN (found);
    }
  g_error ("There is no second choice");
}

static void
choose (Fixture    *fixture,
        guint       which,
        const char *title)
{
  GtkDropDown *drop_down = find_drop_down (fixture, which);
  GListModel *model = gtk_drop_down_get_model (drop_down);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GtkStringObject) item = g_list_model_get_item (model, i);

      if (g_str_equal (gtk_string_object_get_string (item), title))
        {
          gtk_drop_down_set_selected (drop_down, i);
          settle (fixture);
          app_window_wait (are_all_rows_there, fixture);
          return;
        }
    }
  g_error ("%s can't be chosen", title);
}

/* ── Groups ───────────────────────────────────────────────────────────────── */

static GtkWidget *
find_heading (GtkWidget  *root,
              const char *name)
{
  GtkLabel *label = TL_IS_GROUP_HEADING (root) ? GTK_LABEL (gtk_widget_get_first_child (root)) : NULL;

  if (label != NULL && gtk_widget_get_mapped (root) && g_str_equal (gtk_label_get_label (label), name))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_heading (child, name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* How many rows the group of a risk has, by the list's own sections. */
static guint
count_group (Fixture    *fixture,
             const char *ref,
             guint      *start)
{
  for (guint i = 0; i < g_list_model_get_n_items (get_rows (fixture)); i++)
    if (g_str_equal (tl_record_get_ref (TL_RECORD (get_row (fixture, i))), ref))
      {
        guint end;

        gtk_section_model_get_section (GTK_SECTION_MODEL (get_rows (fixture)), i, start, &end);
        return end - *start;
      }
  g_error ("%s isn't shown", ref);
}

static void
assert_group (Fixture    *fixture,
              const char *ref,
              const char *name)
{
  guint start = 0, n = count_group (fixture, ref, &start);
  g_autofree char *sentence = n == 1 ? g_strdup_printf ("%s, 1 risk", name) : g_strdup_printf ("%s, %u risks", name, n);
  GtkWidget *heading;

  /* Far down, a heading is there once one comes to it. */
  gtk_column_view_scroll_to (fixture->table, start, NULL, GTK_LIST_SCROLL_NONE, NULL);
  settle (fixture);
  heading = find_heading (GTK_WIDGET (fixture->table), name);
  g_assert_nonnull (heading);
  gtk_test_accessible_assert_role (heading, GTK_ACCESSIBLE_ROLE_HEADING);
  gtk_test_accessible_assert_property (heading, GTK_ACCESSIBLE_PROPERTY_LABEL, sentence);
}

static void
test_groups_have_headings_that_count (Fixture       *fixture,
                                      gconstpointer  data)
{
  guint n, start;

  app_window_wait (are_all_rows_there, fixture);
  n = g_list_model_get_n_items (get_rows (fixture));
  choose (fixture, 0, "Theme");
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (fixture)), ==, n);
  /* It is read from its first heading. */
  settle (fixture);
  g_assert_cmpfloat (gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (fixture->table))), ==, 0);
  assert_group (fixture, "R1", "Medicines");
  for (guint i = 1; i < n; i++)
    {
      TlRisk *before = get_row (fixture, i - 1), *risk = get_row (fixture, i);

      count_group (fixture, tl_record_get_ref (TL_RECORD (risk)), &start);
      g_assert_true ((tl_risk_get_theme (before) == tl_risk_get_theme (risk)) == (start != i));
      /* Within a group the order stays. */
      if (start != i)
        g_assert_cmpint (tl_risk_get_judgement (before)->rating, >=, tl_risk_get_judgement (risk)->rating);
    }
  app_test_keep (GTK_WIDGET (fixture->window), "register-theme");

  choose (fixture, 0, "Owner");
  assert_group (fixture, "R2", "No one");
  g_assert_cmpuint (tl_risk_get_judgement (get_row (fixture, 0))->n_owners, ==, 0);
  assert_group (fixture, "R4", "Meriel Achebe");
  choose (fixture, 0, "Position");
  assert_group (fixture, "R2", "Owned");
  choose (fixture, 0, "None");
  g_assert_null (app_test_find (GTK_WIDGET (fixture->table), TL_TYPE_GROUP_HEADING));
}

/* Frameworks are read on another thread. */
static gboolean
are_questions_known (gpointer data)
{
  guint start, other;

  count_group (data, "R1", &start);
  count_group (data, "R7", &other);
  return start != other;
}

/* A risk is where its scope names it, and under the key question of what it refers to first. */
static void
test_groups_by_place_and_key_question (Fixture       *fixture,
                                       gconstpointer  data)
{
  choose (fixture, 0, "Place");
  assert_group (fixture, "R3", "Weir Cottage");
  assert_group (fixture, "R2", "Several places");
  assert_group (fixture, "R7", "Whole provider");

  choose (fixture, 0, "Key question");
  app_window_wait (are_questions_known, fixture);
  assert_group (fixture, "R1", "Safe");
  assert_group (fixture, "R7", "Well-led");
}

static GtkWidget *
find_row_widget (GtkWidget  *root,
                 const char *label)
{
  if (g_str_equal (G_OBJECT_TYPE_NAME (root), "GtkColumnViewRowWidget")
      && gtk_test_accessible_check_property (GTK_ACCESSIBLE (root), GTK_ACCESSIBLE_PROPERTY_LABEL, label) == NULL)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row_widget (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_rows_say_what_they_are (Fixture       *fixture,
                             gconstpointer  data)
{
  GtkWidget *row = find_row_widget (GTK_WIDGET (fixture->table), "R1 Medicines record gaps");

  g_assert_nonnull (row);
  choose (fixture, 0, "Theme");
  row = find_row_widget (GTK_WIDGET (fixture->table), "R1 Medicines record gaps");
  g_assert_nonnull (row);
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Medicines");
  app_test_assert_named (GTK_WIDGET (fixture->view));
}

/* ── Order and columns ────────────────────────────────────────────────────── */

static void
test_order_and_groups_are_remembered (Fixture       *fixture,
                                      gconstpointer  data)
{
  choose (fixture, 1, "Review");
  choose (fixture, 0, "Owner");
  g_assert_true (app_test_says (GTK_WIDGET (fixture->view), "latest review first, grouped by owner"));
  reopen (fixture);
  settle (fixture);
  g_assert_true (app_test_says (GTK_WIDGET (fixture->view), "latest review first, grouped by owner"));
  g_assert_nonnull (find_heading (GTK_WIDGET (fixture->table), "No one"));
  /* A heading that was pressed is said where the order is chosen too. */
  gtk_column_view_sort_by_column (fixture->table, NULL, GTK_SORT_ASCENDING);
  g_assert_cmpuint (gtk_drop_down_get_selected (find_drop_down (fixture, 1)), ==, TL_RISKS_ORDER_REVIEW);
}

static char *
list_columns (Fixture *fixture)
{
  GListModel *columns = gtk_column_view_get_columns (fixture->table);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (gtk_column_view_column_get_visible (column))
        g_string_append_printf (text, "%s ", gtk_column_view_column_get_id (column));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static TlColumnRow *
find_column_row (Fixture    *fixture,
                 const char *id)
{
  GtkWidget *row = app_test_find (GTK_WIDGET (fixture->options), TL_TYPE_COLUMN_ROW);

  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    if (g_str_equal (gtk_column_view_column_get_id (tl_column_row_get_column (TL_COLUMN_ROW (row))), id))
      return TL_COLUMN_ROW (row);
  g_error ("There is no row for the column %s", id);
}

static void
test_columns_are_chosen_moved_and_remembered (Fixture       *fixture,
                                              gconstpointer  data)
{
  g_autofree char *before = list_columns (fixture), *after = NULL, *later = NULL;
  GtkCheckButton *check;

  g_assert_cmpstr (before, ==, "ref risk rating owner line measure review findings ");
  open_popover (fixture, GTK_WIDGET (fixture->options));
  app_test_assert_named (GTK_WIDGET (fixture->options));

  check = app_test_find (GTK_WIDGET (find_column_row (fixture, "measure")), GTK_TYPE_CHECK_BUTTON);
  gtk_check_button_set_active (check, FALSE);
  check = app_test_find (GTK_WIDGET (find_column_row (fixture, "risk")), GTK_TYPE_CHECK_BUTTON);
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (check)));
  gtk_widget_activate_action (GTK_WIDGET (find_column_row (fixture, "findings")), "column.earlier", NULL);
  gtk_widget_activate_action (GTK_WIDGET (find_column_row (fixture, "findings")), "column.earlier", NULL);
  gtk_widget_activate_action (GTK_WIDGET (find_column_row (fixture, "ref")), "column.later", NULL);
  after = list_columns (fixture);
  g_assert_cmpstr (after, ==, "risk ref rating owner line findings review ");
  /* The keyboard stays with the row that moved, at the end of the way on the button that goes back. */
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)),
                                         GTK_WIDGET (find_column_row (fixture, "ref"))));
  app_test_keep (GTK_WIDGET (fixture->options), "register-options");
  gtk_popover_popdown (GTK_POPOVER (fixture->options));

  reopen (fixture);
  later = list_columns (fixture);
  g_assert_cmpstr (later, ==, after);
}

/* ── Saved filters ────────────────────────────────────────────────────────── */

static TlSavedFilterRow *
find_filter (Fixture    *fixture,
             const char *name)
{
  GtkWidget *row = app_test_find (GTK_WIDGET (fixture->filters), TL_TYPE_SAVED_FILTER_ROW);

  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    if (g_str_equal (tl_saved_filter_get_name (tl_saved_filter_row_get_filter (TL_SAVED_FILTER_ROW (row))), name))
      return TL_SAVED_FILTER_ROW (row);
  return NULL;
}

/* The field for a new name is the last one. */
static GtkEditable *
find_entry (GtkWidget *root)
{
  GtkEditable *found = NULL;

  if (GTK_IS_ENTRY (root) && gtk_widget_get_mapped (root))
    return GTK_EDITABLE (root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    found = find_entry (child) ?: found;
  return found;
}

static void
save_as (Fixture    *fixture,
         const char *name)
{
  GtkEditable *entry = find_entry (GTK_WIDGET (fixture->filters));

  gtk_editable_set_text (entry, name);
  gtk_widget_activate_action (GTK_WIDGET (entry), "filters.save", NULL);
  settle (fixture);
}

static void
use (Fixture    *fixture,
     const char *name)
{
  g_signal_emit_by_name (find_filter (fixture, name), "activate");
  settle (fixture);
}

static void
test_filters_are_saved_and_used (Fixture       *fixture,
                                 gconstpointer  data)
{
  GtkEditable *search = app_test_find (GTK_WIDGET (fixture->view), GTK_TYPE_SEARCH_ENTRY);
  guint n_all, n_few;

  app_window_wait (are_all_rows_there, fixture);
  n_all = g_list_model_get_n_items (get_rows (fixture));
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "risks.choose", "s", "mine");
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "risks.choose", "s", "high");
  gtk_editable_set_text (search, "staff");
  choose (fixture, 1, "Line");
  choose (fixture, 0, "Theme");
  n_few = g_list_model_get_n_items (get_rows (fixture));
  g_assert_cmpuint (n_few, <, n_all);

  open_popover (fixture, GTK_WIDGET (fixture->filters));
  save_as (fixture, "  ");
  g_assert_true (app_test_says (GTK_WIDGET (fixture->filters), "Give the filter a name"));
  save_as (fixture, " My staffing ");
  save_as (fixture, "my STAFFING");
  g_assert_true (app_test_says (GTK_WIDGET (fixture->filters), "Another filter has this name"));
  g_assert_cmpstr (gtk_editable_get_text (find_entry (GTK_WIDGET (fixture->filters))), ==, "my STAFFING");
  app_test_assert_named (GTK_WIDGET (fixture->filters));
  app_test_keep (GTK_WIDGET (fixture->filters), "register-filters");
  gtk_popover_popdown (GTK_POPOVER (fixture->filters));

  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "risks.show-all", NULL);
  choose (fixture, 0, "None");
  choose (fixture, 1, "Rating");
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (fixture)), ==, n_all);
  reopen (fixture);
  search = app_test_find (GTK_WIDGET (fixture->view), GTK_TYPE_SEARCH_ENTRY);
  open_popover (fixture, GTK_WIDGET (fixture->filters));
  use (fixture, "My staffing");
  g_assert_cmpstr (gtk_editable_get_text (search), ==, "staff");
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (search)));
  g_assert_true (app_test_says (GTK_WIDGET (fixture->view), "mine, rated high, strongest line first, grouped by theme"));
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (fixture)), ==, n_few);
}

static void
test_filters_are_renamed_and_removed (Fixture       *fixture,
                                      gconstpointer  data)
{
  GtkEditable *entry;
  GtkWidget *toasts, *undo;

  open_popover (fixture, GTK_WIDGET (fixture->filters));
  save_as (fixture, "First");
  save_as (fixture, "Second");

  gtk_widget_activate_action (GTK_WIDGET (find_filter (fixture, "First")), "filter.rename", NULL);
  settle (fixture);
  entry = GTK_EDITABLE (gtk_widget_get_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)), GTK_TYPE_ENTRY));
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "First");
  gtk_editable_set_text (entry, "second");
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (app_test_says (GTK_WIDGET (fixture->filters), "Another filter has this name"));
  gtk_editable_set_text (entry, "Every week");
  g_signal_emit_by_name (entry, "activate");
  g_assert_nonnull (find_filter (fixture, "Every week"));
  g_assert_null (find_filter (fixture, "First"));

  gtk_widget_activate_action (GTK_WIDGET (find_filter (fixture, "Every week")), "filter.remove", NULL);
  settle (fixture);
  g_assert_null (find_filter (fixture, "Every week"));
  toasts = app_test_find (GTK_WIDGET (fixture->window), ADW_TYPE_TOAST_OVERLAY);
  g_assert_true (app_test_says (toasts, "Removed the filter “Every week”"));
  undo = app_test_find (gtk_widget_get_last_child (toasts), GTK_TYPE_BUTTON);
  g_signal_emit_by_name (undo, "clicked");
  g_assert_nonnull (find_filter (fixture, "Every week"));
  /* Where it was. */
  g_assert_true (gtk_widget_get_next_sibling (GTK_WIDGET (find_filter (fixture, "Every week")))
                 == GTK_WIDGET (find_filter (fixture, "Second")));
}

/* ── Findings ─────────────────────────────────────────────────────────────── */

static void
test_findings_open (Fixture       *fixture,
                    gconstpointer  data)
{
  GtkWidget *counts = app_test_find (GTK_WIDGET (fixture->table), TL_TYPE_FINDING_COUNTS);
  TlRiskPage *page = tl_risks_view_get_page (fixture->view);
  TlAssessment *assessment = tl_workbook_get_assessment (tl_window_get_workbook (fixture->window));
  guint n = 0;

  g_assert_cmpuint (tl_risk_get_judgement (get_row (fixture, 0))->n_findings[TL_SEVERITY_ACT], ==, 1);
  g_signal_emit_by_name (gtk_widget_get_parent (counts), "clicked");
  settle (fixture);
  g_assert_true (tl_risk_page_get_risk (page) == get_row (fixture, 0));
  for (guint i = 0; i < tl_assessment_get_n_findings (assessment); i++)
    {
      const TlFinding *finding = tl_assessment_get_finding (assessment, i);

      if (finding->risk != tl_risk_get_judgement (get_row (fixture, 0))->facts)
        continue;
      g_assert_true (app_test_says (GTK_WIDGET (page), finding->text));
      n++;
    }
  g_assert_cmpuint (n, >, 1);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)), GTK_WIDGET (page)));
}

/* ── By keyboard alone ────────────────────────────────────────────────────── */

static void
test_keyboard_alone (Fixture       *fixture,
                     gconstpointer  data)
{
  GtkEditable *search = app_test_find (GTK_WIDGET (fixture->view), GTK_TYPE_SEARCH_ENTRY);

  if (!app_window_press (fixture->window, "ctrl+f", NULL) || !app_window_type (fixture->window, "escalated"))
    {
      g_test_skip ("no keys can be pressed here");
      return;
    }
  g_assert_cmpstr (gtk_editable_get_text (search), ==, "escalated");
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (fixture)), <, 6);
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (fixture)), >, 0);
  /* To the first row, and its page; the search stays. */
  app_window_press (fixture->window, "Return", "Return", NULL);
  g_assert_nonnull (tl_risk_page_get_risk (tl_risks_view_get_page (fixture->view)));
  g_assert_cmpstr (gtk_editable_get_text (search), ==, "escalated");
  /* Nothing found, and back by Escape. */
  app_window_press (fixture->window, "ctrl+f", NULL);
  app_window_type (fixture->window, "zzz");
  g_assert_true (app_test_says (GTK_WIDGET (fixture->view), "No Results"));
  g_assert_false (app_test_says (GTK_WIDGET (fixture->view), "0 open risks"));
  app_window_press (fixture->window, "Escape", NULL);
  g_assert_cmpstr (gtk_editable_get_text (search), ==, "");
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (fixture)), >=, 12);
  /* To the choices by Tab from the chips, and a column out by keys. */
  gtk_widget_grab_focus (gtk_widget_get_first_child (gtk_widget_get_parent (GTK_WIDGET (fixture->options))));
  app_window_press (fixture->window, "space", NULL);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->options)));
  gtk_widget_grab_focus (app_test_find (GTK_WIDGET (find_column_row (fixture, "line")), GTK_TYPE_CHECK_BUTTON));
  app_window_press (fixture->window, "space", "alt+Up", "Escape", NULL);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (fixture->options)));
  {
    g_autofree char *columns = list_columns (fixture);

    g_assert_cmpstr (columns, ==, "ref risk rating owner measure review findings ");
  }
}

/* ── Wide, narrow, large, mirrored ────────────────────────────────────────── */

static void
show_at (Fixture    *fixture,
         int         width,
         int         height,
         const char *name)
{
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, height);
  settle (fixture);
  settle (fixture);
  /* It never takes more room than it is given; a small display gives less. */
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->window)), <=, width);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (fixture->window)), <=, height);
  app_test_assert_named (GTK_WIDGET (fixture->window));
  app_test_keep (GTK_WIDGET (fixture->window), name);
}

/* Where there is more room than titles need, measures get some of it, also in a window that was smaller before. */
static void
test_room_for_measures (Fixture       *fixture,
                        gconstpointer  data)
{
  GtkWidget *cell = gtk_widget_get_parent (app_test_find (GTK_WIDGET (fixture->table), TL_TYPE_SPARKLINE));
  int before = gtk_widget_get_width (cell);

  g_object_set (fixture->view, "wide", TRUE, NULL);
  settle (fixture);
  g_assert_cmpint (gtk_widget_get_width (cell), >, before + 40);
  g_object_set (fixture->view, "wide", FALSE, NULL);
  settle (fixture);
  g_assert_cmpint (gtk_widget_get_width (cell), ==, before);
}

static void
test_every_size_and_style (Fixture       *fixture,
                           gconstpointer  data)
{
  show_at (fixture, 1366, 768, "register-1366");
  show_at (fixture, 1920, 1080, "register-1920");
  app_test_set_dark (TRUE);
  show_at (fixture, 1366, 768, "register-dark");
  app_test_set_dark (FALSE);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  choose (fixture, 0, "Theme");
  show_at (fixture, 1366, 768, "register-rtl");
  show_at (fixture, 360, 700, "register-360-rtl");
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  show_at (fixture, 360, 700, "register-360");
  app_test_set_text (2);
  reopen (fixture);
  choose (fixture, 0, "None");
  show_at (fixture, 1366, 768, "register-200");
  app_test_set_text (1);
}

static void
test_long_text (Fixture       *fixture,
                gconstpointer  data)
{
  TlWorkbook *workbook = tl_window_get_workbook (fixture->window);
  g_autofree char *title = g_strnfill (2000, 'm');
  g_autofree char *wide = g_strjoinv (" long ", (char *[]) { title, title, title, title, title, NULL });
  g_autoptr (TlChange) change = tl_change_new ("test");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  /* Such a title can't be typed, but it may come with a workbook. */
  tl_change_set_text (change, "risk", tl_record_get_id (TL_RECORD (app_workbook_find_risk (workbook, "R1"))), "title", wide);
  tl_workbook_apply_async (workbook, change, NULL, app_workbook_answer_cb, &result);
  g_assert_true (tl_workbook_apply_finish (workbook, app_workbook_wait_for (&result), &error));
  g_assert_no_error (error);
  app_window_wait (app_workbook_is_quiet, workbook);
  show_at (fixture, 1366, 768, "register-long");
  show_at (fixture, 360, 700, "register-long-360");
}

static void
add_tests (void)
{
#define ADD(path, test) g_test_add ("/register/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("groups", test_groups_have_headings_that_count);
  ADD ("groups-by-place-and-key-question", test_groups_by_place_and_key_question);
  ADD ("rows-say-what-they-are", test_rows_say_what_they_are);
  ADD ("order-and-groups-are-remembered", test_order_and_groups_are_remembered);
  ADD ("columns", test_columns_are_chosen_moved_and_remembered);
  ADD ("filters-are-saved", test_filters_are_saved_and_used);
  ADD ("filters-are-renamed-and-removed", test_filters_are_renamed_and_removed);
  ADD ("findings-open", test_findings_open);
  ADD ("keyboard-alone", test_keyboard_alone);
  ADD ("room-for-measures", test_room_for_measures);
  ADD ("every-size-and-style", test_every_size_and_style);
  ADD ("long-text", test_long_text);
}

int
main (int   argc,
      char *argv[])
{
  return app_test_run (&argc, &argv, add_tests);
}
