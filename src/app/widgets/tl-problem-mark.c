/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-problem-mark.h"

/**
 * tl_problem_mark:
 * @framed: what is drawn as wrong, the control itself or the row that it stands in
 * @control: where somebody types or chooses
 * @label: says what is wrong
 * @problem: (nullable): what is wrong, %NULL for nothing
 *
 * Marks a field that holds something wrong, for the eye and for a screen reader, or takes the mark away.
 */
void
tl_problem_mark (GtkWidget  *framed,
                 GtkWidget  *control,
                 GtkLabel   *label,
                 const char *problem)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (control);

  gtk_label_set_label (label, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (label), problem != NULL);
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
