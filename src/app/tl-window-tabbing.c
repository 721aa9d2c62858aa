/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-window-tabbing.h"

/* Whether the keyboard is just being moved on by Tab. A list chooses the row to which it is moved, and the sidebar shows what
 * is chosen: whoever only goes by it in a view that isn't in it would be taken out of that view. */

static GQuark
get_quark (void)
{
  return g_quark_from_static_string ("tl-window-tabbing");
}

static gboolean
is_over_cb (gpointer window)
{
  g_object_set_qdata (window, get_quark (), NULL);
  return G_SOURCE_REMOVE;
}

static gboolean
key_pressed_cb (GtkWidget *window,
                guint      key)
{
  if (key != GDK_KEY_Tab && key != GDK_KEY_ISO_Left_Tab && key != GDK_KEY_KP_Tab)
    return GDK_EVENT_PROPAGATE;
  g_object_set_qdata (G_OBJECT (window), get_quark (), GINT_TO_POINTER (TRUE));
  /* Once the key has done what it does. */
  g_idle_add_full (G_PRIORITY_HIGH, is_over_cb, g_object_ref (window), g_object_unref);
  return GDK_EVENT_PROPAGATE;
}

/* Begins to watch for it. */
void
tl_window_watch_tabbing (GtkWidget *window)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), window);
  gtk_widget_add_controller (window, keys);
}

gboolean
tl_window_is_tabbing (GtkWidget *window)
{
  return g_object_get_qdata (G_OBJECT (window), get_quark ()) != NULL;
}
