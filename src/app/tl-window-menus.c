/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-window-private.h"

#include "tl-as-at-popover.h"

/* What opens from the header is made when it is opened, or after the first frame: together it takes as long as all rows of
 * the register that are seen. */

static void
create_as_at_popover (GtkMenuButton *button,
                      gpointer       user_data)
{
  GtkWidget *popover = NULL;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  popover = g_object_new (TL_TYPE_AS_AT_POPOVER, NULL);
  g_object_bind_property (user_data, "workbook", popover, "workbook", G_BINDING_SYNC_CREATE);
  gtk_menu_button_set_popover (button, popover);
}

static GMenuModel *
find_menu (TlWindow   *self,
           const char *name)
{
  if (self->menus == NULL)
    self->menus = gtk_builder_new_from_resource ("/org/throughline/Throughline/window-menus.ui");
  return G_MENU_MODEL (gtk_builder_get_object (self->menus, name));
}

static void
create_main_menu (GtkMenuButton *button,
                  gpointer       user_data)
{
  TlWindow *self = user_data;

  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, find_menu (self, "main_menu"));
}

static gboolean
create_menus_cb (gpointer user_data)
{
  TlWindow *self = user_data;

  /* One in each turn of the main loop. */
  if (adw_split_button_get_menu_model (self->add_button) == NULL)
    {
      adw_split_button_set_menu_model (self->add_button, find_menu (self, "add_menu"));
      return G_SOURCE_CONTINUE;
    }
  create_main_menu (self->menu_button, self);
  /* A picture that has to be read and drawn, at several sizes. */
  gtk_window_set_default_icon_name (APPLICATION_ID);
  self->creating_menus = 0;
  return G_SOURCE_REMOVE;
}

static void
painted_cb (GdkFrameClock *clock,
            TlWindow      *self)
{
  g_signal_handlers_disconnect_by_func (clock, painted_cb, self);
  self->creating_menus = g_idle_add (create_menus_cb, self);
}

static void
mapped_cb (TlWindow *self)
{
  g_signal_handlers_disconnect_by_func (self, mapped_cb, NULL);
  g_signal_connect_object (gtk_widget_get_frame_clock (GTK_WIDGET (self)), "after-paint", G_CALLBACK (painted_cb), self,
                           G_CONNECT_DEFAULT);
}

void
tl_window_begin_menus (TlWindow *self)
{
  gtk_menu_button_set_create_popup_func (self->as_at_button, create_as_at_popover, self, NULL);
  gtk_menu_button_set_create_popup_func (self->menu_button, create_main_menu, self, NULL);
  g_signal_connect (self, "map", G_CALLBACK (mapped_cb), NULL);
}

void
tl_window_end_menus (TlWindow *self)
{
  g_clear_handle_id (&self->creating_menus, g_source_remove);
  g_clear_object (&self->menus);
}
