/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-owners-view-private.h"

#include <glib/gi18n.h>

#define WAY_KEY "owners-way"

static const struct
{
  const char *name;
  const char *label;
} ways[] = {
  { "map", N_("Map") },
  { "list", N_("List") },
  { "people", N_("By Person") },
  { "records", N_("Names in Records") },
};

/* There is no room for four columns where it is narrow; the list says the same. */
static const char *
get_shown_way (TlOwnersView *self,
               const char   *way)
{
  return self->narrow && g_str_equal (way, "map") ? "list" : way;
}

gboolean
tl_owners_view_is_way (TlOwnersView *self,
                       const char   *way)
{
  g_autofree char *kept = g_settings_get_string (self->settings, WAY_KEY);

  return g_str_equal (get_shown_way (self, kept), way);
}

void
tl_owners_view_show_way (TlOwnersView *self)
{
  g_autofree char *kept = g_settings_get_string (self->settings, WAY_KEY);
  const char *way = get_shown_way (self, kept);
  gboolean is_map = g_str_equal (way, "map");

  gtk_stack_set_visible_child_name (self->ways, g_str_equal (way, "records") && self->has_records && !self->disagreed
                                                  ? "agreed" : way);
  /* It speaks of what is chosen in the map, or in the list that stands for it. */
  gtk_widget_set_visible (self->foot, is_map || g_str_equal (way, "list"));
  gtk_widget_set_visible (self->zoom_box, is_map);
  gtk_widget_set_visible (self->legend, is_map);
}

static void
offer_ways (TlOwnersView *self)
{
  g_autofree char *kept = g_settings_get_string (self->settings, WAY_KEY);

  self->offering = TRUE;
  adw_toggle_group_remove_all (self->way);
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      AdwToggle *toggle;

      if (!g_str_equal (get_shown_way (self, ways[i].name), ways[i].name))
        continue;
      toggle = adw_toggle_new ();
      adw_toggle_set_name (toggle, ways[i].name);
      adw_toggle_set_label (toggle, _(ways[i].label));
      adw_toggle_set_tooltip (toggle, _(ways[i].label));
      adw_toggle_group_add (self->way, toggle);
    }
  adw_toggle_group_set_active_name (self->way, get_shown_way (self, kept));
  /* One way alone is nothing to choose. */
  gtk_widget_set_visible (GTK_WIDGET (self->way), adw_toggle_group_get_n_toggles (self->way) > 1);
  self->offering = FALSE;
  tl_owners_view_show_way (self);
}

static void
way_chosen_cb (TlOwnersView *self)
{
  const char *name = adw_toggle_group_get_active_name (self->way);

  if (self->offering || self->settings == NULL || name == NULL)
    return;
  g_settings_set_string (self->settings, WAY_KEY, name);
  tl_owners_view_show_way (self);
  if ((g_str_equal (name, "people") && !self->has_people) || (g_str_equal (name, "records") && !self->has_records))
    tl_owners_view_make (self);
}

static void
narrow_cb (TlOwnersView *self)
{
  self->narrow = TRUE;
  offer_ways (self);
}

static void
wide_cb (TlOwnersView *self)
{
  self->narrow = FALSE;
  offer_ways (self);
}

void
tl_owners_view_bind_ways (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TlOwnersView, way);
  gtk_widget_class_bind_template_child (widget_class, TlOwnersView, ways);
  gtk_widget_class_bind_template_child (widget_class, TlOwnersView, zoom_box);
  gtk_widget_class_bind_template_child (widget_class, TlOwnersView, people);
  gtk_widget_class_bind_template_child (widget_class, TlOwnersView, records);
  gtk_widget_class_bind_template_child (widget_class, TlOwnersView, foot);
  gtk_widget_class_bind_template_callback (widget_class, way_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, wide_cb);
}

void
tl_owners_view_set_up_ways (TlOwnersView *self)
{
  self->settings = g_settings_new (APPLICATION_ID);
  tl_owner_entries_set_name (self->people, _("What each person does"));
  tl_owner_entries_set_name (self->records, _("Where records name others than the map"));
  offer_ways (self);
}
