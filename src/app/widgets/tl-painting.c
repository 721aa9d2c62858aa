/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-painting.h"

#define CLASS "painted-by-cairo"

/**
 * tl_painting_is_by_cairo:
 * @widget: a widget
 *
 * Without a graphics processor each shape, letter and shadow is drawn anew in each frame.
 *
 * Returns: whether that is so in its window; %FALSE while it is in none that is realized
 */
gboolean
tl_painting_is_by_cairo (GtkWidget *widget)
{
  GtkNative *native;
  GskRenderer *renderer;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);

  native = gtk_widget_get_native (widget);
  renderer = native != NULL ? gtk_native_get_renderer (native) : NULL;
  return renderer != NULL && GSK_IS_CAIRO_RENDERER (renderer);
}

static void
realize_cb (GtkWidget *window)
{
  if (tl_painting_is_by_cairo (window))
    gtk_widget_add_css_class (window, CLASS);
  else
    gtk_widget_remove_css_class (window, CLASS);
}

/**
 * tl_painting_watch:
 * @window: a window that isn't realized yet
 *
 * Tells the style whether it is painted without a graphics processor, by the class `painted-by-cairo`.
 */
void
tl_painting_watch (GtkWidget *window)
{
  g_return_if_fail (GTK_IS_WINDOW (window));

  g_signal_connect_after (window, "realize", G_CALLBACK (realize_cb), NULL);
}
