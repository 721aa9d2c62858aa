/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-timeline-view.h"

static void
set_up (AppTimelineView *fixture,
        gconstpointer    data)
{
  const char *ref = data;

  fixture->workbook = *ref != '\0' ? app_workbook_open_sample () : app_workbook_open_empty ();
  fixture->view = g_object_new (TL_TYPE_TIMELINE_VIEW, "workbook", fixture->workbook, NULL);
  if (*ref != '\0')
    tl_view_set_risk (TL_VIEW (fixture->view), app_workbook_find_risk (fixture->workbook, ref));
  fixture->canvas = app_test_find (GTK_WIDGET (fixture->view), TL_TYPE_TIMELINE_CANVAS);
  fixture->list = app_test_find (GTK_WIDGET (fixture->view), GTK_TYPE_COLUMN_VIEW);
  fixture->split = app_test_find (GTK_WIDGET (fixture->view), ADW_TYPE_OVERLAY_SPLIT_VIEW);
  fixture->window = app_test_show (GTK_WIDGET (fixture->view), 1194, 721);
}

static void
tear_down (AppTimelineView *fixture,
           gconstpointer    data)
{
  app_test_close (fixture->window);
  app_workbook_close (fixture->workbook);
}

/* Each with a workbook and a window of its own. */
void
app_timeline_view_add_tests (const AppTimelineViewTest *tests,
                             guint                      n_tests)
{
  for (guint i = 0; i < n_tests; i++)
    g_test_add (tests[i].path, AppTimelineView, tests[i].risk, set_up, tests[i].test, tear_down);
}

const TlTimelinePlan *
app_timeline_view_get_plan (AppTimelineView *fixture)
{
  return tl_timeline_canvas_get_plan (fixture->canvas);
}

/* What is gathered of many things comes a moment later. */
void
app_timeline_view_await_plan (AppTimelineView *fixture)
{
  while (app_timeline_view_get_plan (fixture) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* So does what is concluded for another day. */
void
app_timeline_view_await_as_at (AppTimelineView *fixture)
{
  while (tl_workbook_get_busy (fixture->workbook)
         || tl_assessment_get_as_at (app_timeline_view_get_assessment (fixture)) != tl_workbook_get_as_at (fixture->workbook))
    g_main_context_iteration (NULL, TRUE);
}

TlAssessment *
app_timeline_view_get_assessment (AppTimelineView *fixture)
{
  return tl_workbook_get_assessment (fixture->workbook);
}

TlId
app_timeline_view_find_id (AppTimelineView *fixture,
                           TlTable          table,
                           const char      *ref)
{
  const TlFacts *row = tl_snapshot_find_ref (tl_assessment_get_snapshot (app_timeline_view_get_assessment (fixture)), table, ref);

  g_assert_nonnull (row);
  return row->id;
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

/* What stands for the list where there is little room. */
GtkWidget *
app_timeline_view_get_cards (AppTimelineView *fixture)
{
  return find_by_class (GTK_WIDGET (fixture->view), "timeline-cards");
}

/* Only the list that is seen has it. */
GtkSingleSelection *
app_timeline_view_get_selection (AppTimelineView *fixture)
{
  GtkSelectionModel *model = gtk_column_view_get_model (fixture->list);

  if (model == NULL)
    model = gtk_list_view_get_model (GTK_LIST_VIEW (app_timeline_view_get_cards (fixture)));
  return GTK_SINGLE_SELECTION (model);
}

void
app_timeline_view_act (AppTimelineView *fixture,
                       const char      *action,
                       GVariant        *parameter)
{
  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (fixture->view), action, parameter));
  app_test_settle (fixture->window);
}

void
app_timeline_view_follow (AppTimelineView *fixture,
                          const char      *ref)
{
  TlId id = app_timeline_view_find_id (fixture, TL_TABLE_ACTION, ref);

  tl_timeline_view_follow (fixture->view, &id);
  app_test_settle (fixture->window);
}
