/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-timeline-view.h"

#include "tl-timeline-cell.h"
#include "tl-timeline-cells.h"
#include "tl-timeline-list.h"
#include "tl-timeline-view.h"

#include "../core/support/test-workbook.h"

static void
test_narrow (AppTimelineView *fixture,
             gconstpointer    data)
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

/* Everything that a row says: its cells say what their columns are for, and show the mark or the files beside it. */
static guint
check_cells (GtkWidget *root)
{
  guint n = 0;

  if (TL_IS_TIMELINE_CELL (root) && gtk_widget_get_mapped (root))
    {
      const char *words = tl_timeline_cell_get_words (TL_TIMELINE_CELL (root));

      g_assert_true (gtk_test_accessible_has_role (GTK_ACCESSIBLE (root), GTK_ACCESSIBLE_ROLE_LABEL));
      g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (root), GTK_ACCESSIBLE_PROPERTY_LABEL));
      n += words != NULL && *words != '\0';
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += check_cells (child);
  return n;
}

static void
test_cells (AppTimelineView *fixture,
            gconstpointer    data)
{
  static const char *const columns[] = { "day", "text", "source", "kind", "says", "place" };
  g_autoptr (TlTimelineItem) item = g_list_model_get_item (G_LIST_MODEL (app_timeline_view_get_selection (fixture)), 2);
  g_autofree char *sentence = tl_timeline_item_describe (item);

  g_assert_cmpuint (check_cells (GTK_WIDGET (fixture->list)), >, 12);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autoptr (GtkWidget) cell = g_object_ref_sink (tl_timeline_cell_new ((TlTimelineColumn) i));
      g_autofree char *words = NULL;

      g_object_get (item, columns[i], &words, NULL);
      tl_timeline_cell_set_item (TL_TIMELINE_CELL (cell), item);
      g_assert_cmpstr (tl_timeline_cell_get_words (TL_TIMELINE_CELL (cell)), ==, words);
      /* All of it is read out with the row. */
      g_assert_nonnull (strstr (sentence, words));
    }
}

/* Nobody waits for rows that nobody sees. */
static void
test_one_list (AppTimelineView *fixture,
               gconstpointer    data)
{
  GtkListView *cards = GTK_LIST_VIEW (app_timeline_view_get_cards (fixture));
  GtkSelectionModel *model = gtk_column_view_get_model (fixture->list);

  g_assert_nonnull (model);
  g_assert_null (gtk_list_view_get_model (cards));
  g_assert_null (gtk_widget_get_first_child (GTK_WIDGET (cards)));
  fixture->window = app_test_make_narrow (fixture->window, GTK_WIDGET (fixture->view));
  g_assert_true (gtk_list_view_get_model (cards) == model);
  g_assert_null (gtk_column_view_get_model (fixture->list));
}

/* What nobody sees is let go of, and there again when it is seen. */
static void
test_lets_go (AppTimelineView *fixture,
              gconstpointer    data)
{
  guint n = app_timeline_view_get_plan (fixture)->n_entries;

  gtk_widget_set_visible (GTK_WIDGET (fixture->view), FALSE);
  tl_workbook_set_as_at (fixture->workbook, tl_workbook_get_today (fixture->workbook) - 1);
  app_timeline_view_await_as_at (fixture);
  g_assert_null (app_timeline_view_get_plan (fixture));
  tl_workbook_set_as_at (fixture->workbook, TL_NO_DAY);
  app_timeline_view_await_as_at (fixture);
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

static void
add_tests (void)
{
  const AppTimelineViewTest tests[] = {
    { "/timeline-list/narrow", "R1", test_narrow },
    { "/timeline-list/cells", "R1", test_cells },
    { "/timeline-list/one-list", "R1", test_one_list },
    { "/timeline-list/lets-go", "R1", test_lets_go },
  };

  app_timeline_view_add_tests (tests, G_N_ELEMENTS (tests));
  g_test_add_func ("/timeline-list/many", test_many);
}

int
main (int   argc,
      char *argv[])
{
  return app_test_run (&argc, &argv, add_tests);
}
