/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much time is seen, and the way back. */
#include "config.h"

#include "tl-timeline-view-private.h"

#define ZOOM_STEP 1.5

static void
zoom_chosen_cb (TlTimelineView *self)
{
  const char *name = adw_toggle_group_get_active_name (self->zoom);

  if (!self->updating && name != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "timeline.fit", "s", name);
}

/* Marks the length of time that is seen, where it has a name. */
void
tl_timeline_view_mark_time (TlTimelineView *self,
                            const char     *name)
{
  gboolean updating = self->updating;

  self->updating = TRUE;
  if (name != NULL)
    adw_toggle_group_set_active_name (self->zoom, name);
  else
    adw_toggle_group_set_active (self->zoom, GTK_INVALID_LIST_POSITION);
  self->updating = updating;
}

static void
fit_cb (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  static const struct
  {
    const char *name;
    TlTimelineFit fit;
  } fits[] = {
    { "scope", TL_TIMELINE_FIT_SCOPE },
    { "quarter", TL_TIMELINE_FIT_QUARTER },
    { "year", TL_TIMELINE_FIT_YEAR },
    { "all", TL_TIMELINE_FIT_ALL },
  };
  TlTimelineView *self = TL_TIMELINE_VIEW (widget);
  const char *name = g_variant_get_string (parameter, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fits); i++)
    if (g_str_equal (fits[i].name, name))
      {
        tl_timeline_view_mark_time (self, name);
        tl_timeline_canvas_fit (self->canvas, fits[i].fit);
      }
}

/* Another length of time is none of those that have a name. */
static void
span_changed_cb (TlTimelineView *self)
{
  if (!tl_timeline_canvas_is_fitted (self->canvas))
    tl_timeline_view_mark_time (self, NULL);
}

static void
zoom_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  tl_timeline_canvas_zoom (TL_TIMELINE_VIEW (widget)->canvas,
                           g_str_equal (action, "timeline.zoom-in") ? ZOOM_STEP : 1 / ZOOM_STEP);
}

/* One step back: from what is chosen, from the action that is followed, from what is hidden. */
static void
back_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  TlTimelineView *self = TL_TIMELINE_VIEW (widget);

  if (adw_overlay_split_view_get_show_sidebar (self->split) && gtk_stack_get_visible_child (self->side) == GTK_WIDGET (self->pane))
    tl_timeline_view_close_pane (self);
  else if (tl_timeline_view_is_following (self))
    tl_timeline_view_unfollow (self);
  else if (!tl_timeline_filter_is_empty (&self->filter))
    tl_timeline_view_clear_filter (self);
}

void
tl_timeline_view_bind_time (GtkWidgetClass *widget_class)
{
  const struct
  {
    guint key;
    const char *fit;
  } keys[] = {
    { GDK_KEY_1, "scope" }, { GDK_KEY_2, "quarter" }, { GDK_KEY_3, "year" }, { GDK_KEY_4, "all" },
    { GDK_KEY_KP_1, "scope" }, { GDK_KEY_KP_2, "quarter" }, { GDK_KEY_KP_3, "year" }, { GDK_KEY_KP_4, "all" },
  };

  gtk_widget_class_bind_template_child (widget_class, TlTimelineView, zoom);
  gtk_widget_class_bind_template_callback (widget_class, zoom_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, span_changed_cb);
  gtk_widget_class_install_action (widget_class, "timeline.zoom-in", NULL, zoom_cb);
  gtk_widget_class_install_action (widget_class, "timeline.zoom-out", NULL, zoom_cb);
  gtk_widget_class_install_action (widget_class, "timeline.fit", "s", fit_cb);
  gtk_widget_class_install_property_action (widget_class, "timeline.charts", "charts");
  gtk_widget_class_install_action (widget_class, "timeline.back", NULL, back_cb);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, 0, "timeline.fit", "s", keys[i].fit);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "timeline.back", NULL);
}
