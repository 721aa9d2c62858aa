/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-timeline.h"

static void
set_up (AppTimeline   *self,
        gconstpointer  data)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  TlAssessment *assessment;
  TlTimelineScope scope = { data == NULL ? TL_TIMELINE_SCOPE_WORKBOOK : TL_TIMELINE_SCOPE_RISK };

  self->workbook = app_workbook_open_sample ();
  assessment = tl_workbook_get_assessment (self->workbook);
  if (data != NULL)
    scope.id = *tl_record_get_id (TL_RECORD (app_workbook_find_risk (self->workbook, data)));
  self->canvas = g_object_new (TL_TYPE_TIMELINE_CANVAS, NULL);
  tl_timeline_canvas_set_plan (self->canvas, tl_timeline_plan_new (assessment, &scope, NULL));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->canvas));
  gtk_widget_set_direction (scroller, GTK_TEXT_DIR_LTR);
  self->window = app_test_show (scroller, 1194, 600);
  tl_timeline_canvas_show_today (self->canvas);
  app_test_settle (self->window);
}

static void
tear_down (AppTimeline   *self,
           gconstpointer  data)
{
  app_test_close (self->window);
  app_workbook_close (self->workbook);
}

/* Each with a workbook and a window of its own. */
void
app_timeline_add_tests (const AppTimelineTest *tests,
                        guint                  n_tests)
{
  for (guint i = 0; i < n_tests; i++)
    g_test_add (tests[i].path, AppTimeline, tests[i].risk, set_up, tests[i].test, tear_down);
}

/* Until nothing moves. */
void
app_timeline_wait (AppTimeline *self)
{
  while (self->canvas->motion.animation != NULL
         && adw_animation_get_state (self->canvas->motion.animation) == ADW_ANIMATION_PLAYING)
    g_main_context_iteration (NULL, TRUE);
  app_test_settle (self->window);
}

TlTimelineLayout *
app_timeline_get_layout (AppTimeline *self)
{
  return tl_timeline_canvas_get_layout (self->canvas);
}

double
app_timeline_get_day_at (AppTimeline *self,
                         double       x)
{
  const TlTimelineLayout *layout = app_timeline_get_layout (self);

  return tl_scale_to_value (&layout->days, x - layout->plot_left + tl_timeline_canvas_get_scroll_x (self->canvas));
}
