/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-laid-out.h"

static GtkWidget *
skip_hidden (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/**
 * tl_laid_out_get_first:
 * @parent: a widget
 *
 * Returns: (transfer none) (nullable): the first of its children that has a place in its layout, which a hidden one hasn't
 */
GtkWidget *
tl_laid_out_get_first (GtkWidget *parent)
{
  return skip_hidden (gtk_widget_get_first_child (parent));
}

/**
 * tl_laid_out_get_next:
 * @child: a widget
 *
 * Returns: (transfer none) (nullable): the next of its siblings that has a place in the layout
 */
GtkWidget *
tl_laid_out_get_next (GtkWidget *child)
{
  return skip_hidden (gtk_widget_get_next_sibling (child));
}
