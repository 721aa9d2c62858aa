/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-timeline.h"

#include "bench-window.h"
#include "tl-timeline-view.h"

TlTimelineCanvas *
bench_timeline_get_canvas (GtkWidget *view)
{
  return bench_window_find (view, TL_TYPE_TIMELINE_CANVAS);
}

/* Shows a length of time that has a name, and waits until it is there. */
void
bench_timeline_fit (GtkWidget  *view,
                    const char *time)
{
  gtk_widget_activate_action (view, "timeline.fit", "s", time);
  bench_window_settle (GTK_WIDGET (gtk_widget_get_root (view)));
}

/* What is gathered of everything comes a moment later. */
GtkWidget *
bench_timeline_open (TlWindow   *window,
                     const char *time)
{
  GtkWidget *view = GTK_WIDGET (tl_window_show_view (window, "timeline"));

  while (tl_timeline_canvas_get_plan (bench_timeline_get_canvas (view)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  bench_window_settle (GTK_WIDGET (window));
  bench_timeline_fit (view, time);
  return view;
}

void
bench_timeline_say (gpointer   item,
                    GPtrArray *words)
{
  static const char *const columns[] = { "day", "text", "source", "kind", "says", "place" };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      char *text = NULL;

      g_object_get (item, columns[i], &text, NULL);
      g_ptr_array_add (words, text);
    }
}
