/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-focus-lead.h"

/**
 * tl_focus_lead:
 * @around: a widget that can't have the keyboard itself
 * @to: the widget within it that takes the keyboard when it is asked to
 *
 * Gives a widget within another the keyboard, for the other's `grab_focus`. GTK asks for that, too, when Tab has found
 * nothing more within (4.18), and goes on only where nothing has taken it: whoever is there already would never get out.
 *
 * Returns: whether it took the keyboard
 */
gboolean
tl_focus_lead (GtkWidget *around,
               GtkWidget *to)
{
  g_return_val_if_fail (GTK_IS_WIDGET (around), FALSE);
  g_return_val_if_fail (GTK_IS_WIDGET (to), FALSE);

  return !(gtk_widget_get_state_flags (around) & GTK_STATE_FLAG_FOCUS_WITHIN) && gtk_widget_grab_focus (to);
}
