/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-calendar-names.h"

#include <glib/gi18n.h>

static void
list_buttons (GtkWidget *widget,
              GPtrArray *buttons)
{
  if (GTK_IS_BUTTON (widget))
    g_ptr_array_add (buttons, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    list_buttons (child, buttons);
}

/**
 * tl_calendar_names_set:
 * @calendar: a calendar
 *
 * Names the arrows of a calendar, which GTK shows without a word (4.18). Where it has others than these four, nothing is
 * said rather than something wrong.
 */
void
tl_calendar_names_set (GtkCalendar *calendar)
{
  const char * const names[] = { _("Previous Month"), _("Next Month"), _("Previous Year"), _("Next Year") };
  g_autoptr (GPtrArray) buttons = g_ptr_array_new ();

  list_buttons (GTK_WIDGET (calendar), buttons);
  for (guint i = 0; buttons->len == G_N_ELEMENTS (names) && i < buttons->len; i++)
    gtk_accessible_update_property (g_ptr_array_index (buttons, i), GTK_ACCESSIBLE_PROPERTY_LABEL, names[i], -1);
}
