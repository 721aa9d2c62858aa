/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-problem-mark.h"

#include "tl-announcement.h"

/**
 * tl_problem_mark:
 * @framed: what is drawn as wrong, the control itself or the row that it stands in
 * @control: where somebody types or chooses
 * @label: says what is wrong
 * @problem: (nullable): what is wrong, %NULL for nothing
 *
 * Marks a field that holds something wrong, for the eye and for a screen reader, which says it too, or takes the mark away.
 */
void
tl_problem_mark (GtkWidget  *framed,
                 GtkWidget  *control,
                 GtkLabel   *label,
                 const char *problem)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (control);

  /* What stands there already isn't said again with each letter that is typed. */
  if (problem == NULL || !gtk_widget_get_visible (GTK_WIDGET (label)) || !g_str_equal (gtk_label_get_label (label), problem))
    tl_show_problem (label, problem);
  if (problem != NULL)
    {
      gtk_widget_add_css_class (framed, "error");
      gtk_accessible_update_state (accessible, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
      gtk_accessible_update_relation (accessible, GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE, label, NULL, -1);
    }
  else
    {
      gtk_widget_remove_css_class (framed, "error");
      gtk_accessible_reset_state (accessible, GTK_ACCESSIBLE_STATE_INVALID);
      gtk_accessible_reset_relation (accessible, GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE);
    }
}
