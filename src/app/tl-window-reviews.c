/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-window-reviews.h"

#include "tl-reviews-view.h"
#include "tl-window-private.h"

/* What a window does for reviews. */

/* From wherever it is asked for; the forum may be known. */
static void
start_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  TlWindow *self = TL_WINDOW (widget);
  TlView *view;
  TlId forum;

  if (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) != NULL)
    return;
  view = tl_window_show_view (self, "reviews");
  if (TL_IS_REVIEWS_VIEW (view))
    tl_reviews_view_start (TL_REVIEWS_VIEW (view),
                           tl_id_from_hex (g_variant_get_string (parameter, NULL), &forum) ? &forum : NULL);
}

void
tl_window_install_reviews (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.start-review", "s", start_cb);
}

static gboolean
unfold_cb (gpointer data)
{
  TlWindow *self = data;

  self->unfolding = 0;
  adw_navigation_split_view_set_collapsed (self->split_view, self->was_collapsed);
  return G_SOURCE_REMOVE;
}

/**
 * tl_window_project:
 * @self: a window
 * @projected: whether what it shows is projected on a wall
 *
 * Shows the view alone on the whole screen, or as before.
 */
void
tl_window_project (TlWindow *self,
                   gboolean  projected)
{
  g_return_if_fail (TL_IS_WINDOW (self));

  if (self->projected == projected)
    return;
  self->projected = projected;
  if (projected)
    {
      if (self->unfolding == 0)
        self->was_collapsed = adw_navigation_split_view_get_collapsed (self->split_view);
      g_clear_handle_id (&self->unfolding, g_source_remove);
      gtk_window_fullscreen (GTK_WINDOW (self));
      adw_navigation_split_view_set_show_content (self->split_view, TRUE);
      adw_navigation_split_view_set_collapsed (self->split_view, TRUE);
    }
  else
    {
      gtk_window_unfullscreen (GTK_WINDOW (self));
      /* Not at once: a view that finds its review gone as it comes in sight, on the way from the sidebar, would take
       * away what is bringing it. */
      self->unfolding = g_idle_add_full (G_PRIORITY_DEFAULT, unfold_cb, self, NULL);
    }
}
