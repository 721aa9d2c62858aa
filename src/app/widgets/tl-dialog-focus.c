/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-dialog-focus.h"

static gboolean
is_open (AdwApplicationWindow *window,
         GtkWidget            *dialog)
{
  g_autoptr (GListModel) dialogs = adw_application_window_get_dialogs (window);

  for (guint i = 0; i < g_list_model_get_n_items (dialogs); i++)
    {
      g_autoptr (GtkWidget) open = g_list_model_get_item (dialogs, i);

      if (open == dialog)
        return TRUE;
    }
  return FALSE;
}

/* The nearest that is in sight around something that isn't, or NULL. */
static GtkWidget *
find_near (GtkWidget *widget)
{
  while (widget != NULL && !gtk_widget_get_mapped (widget))
    widget = gtk_widget_get_parent (widget);
  return widget;
}

static void
visible_dialog_cb (AdwApplicationWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window)), *dialog, *near;
  AdwDialog *next = adw_application_window_get_visible_dialog (window);

  if (focus == NULL)
    return;
  dialog = gtk_widget_get_ancestor (focus, ADW_TYPE_DIALOG);
  if (dialog != NULL ? is_open (window, dialog) : gtk_widget_get_mapped (focus))
    return;
  near = dialog == NULL ? find_near (focus) : NULL;
  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  if (next != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (next));
  else if (near == NULL || !gtk_widget_child_focus (near, GTK_DIR_TAB_FORWARD))
    gtk_widget_child_focus (GTK_WIDGET (window), GTK_DIR_TAB_FORWARD);
}

/**
 * tl_dialog_focus_watch:
 * @window: a window
 *
 * Takes the keyboard out of a dialog as soon as it begins to close, to where it is seen. libadwaita gives it back to what had
 * it before, even where that is hidden by then; where it is gone, or can't have it any more, it stays in the dialog (1.7). GTK
 * moves it only after the next frame, and as a dialog is first hidden and then removed within that frame, never lets go of all
 * that was in it (up to 4.22).
 */
void
tl_dialog_focus_watch (AdwApplicationWindow *window)
{
  g_return_if_fail (ADW_IS_APPLICATION_WINDOW (window));

  g_signal_connect (window, "notify::visible-dialog", G_CALLBACK (visible_dialog_cb), NULL);
}
