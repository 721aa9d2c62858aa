/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-fold-keys.h"

static void
go_to (GtkListView    *list,
       GtkTreeListRow *row)
{
  gtk_list_view_scroll_to (list, gtk_tree_list_row_get_position (row), GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT, NULL);
}

static gboolean
go_in (GtkListView    *list,
       GtkTreeListRow *row)
{
  g_autoptr (GtkTreeListRow) child = NULL;

  if (!gtk_tree_list_row_is_expandable (row))
    return FALSE;
  if (!gtk_tree_list_row_get_expanded (row))
    {
      gtk_tree_list_row_set_expanded (row, TRUE);
      return TRUE;
    }
  child = gtk_tree_list_row_get_child_row (row, 0);
  if (child != NULL)
    go_to (list, child);
  return child != NULL;
}

static gboolean
go_out (GtkListView    *list,
        GtkTreeListRow *row)
{
  g_autoptr (GtkTreeListRow) parent = NULL;

  if (gtk_tree_list_row_get_expanded (row))
    {
      gtk_tree_list_row_set_expanded (row, FALSE);
      return TRUE;
    }
  parent = gtk_tree_list_row_get_parent (row);
  if (parent != NULL)
    go_to (list, parent);
  return parent != NULL;
}

static gboolean
pressed_cb (GtkListView           *list,
            guint                  key,
            guint                  code,
            GdkModifierType        state,
            GtkEventControllerKey *keys)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (list)));
  GtkWidget *expander = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_TREE_EXPANDER) : NULL;
  GtkTreeListRow *row = expander != NULL ? gtk_tree_expander_get_list_row (GTK_TREE_EXPANDER (expander)) : NULL;
  gboolean to_the_left = gtk_widget_get_direction (GTK_WIDGET (list)) == GTK_TEXT_DIR_RTL;

  if (row == NULL || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  if (key == GDK_KEY_Right || key == GDK_KEY_KP_Right)
    return to_the_left ? go_out (list, row) : go_in (list, row);
  if (key == GDK_KEY_Left || key == GDK_KEY_KP_Left)
    return to_the_left ? go_in (list, row) : go_out (list, row);
  return FALSE;
}

/**
 * tl_fold_keys_add:
 * @list: a list over a tree, each row of which is a [class@Gtk.TreeExpander]
 *
 * Lets the arrow keys unfold a row and go on into it, or fold it and go back to what it belongs to, as in any tree.
 */
void
tl_fold_keys_add (GtkListView *list)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (pressed_cb), list);
  gtk_widget_add_controller (GTK_WIDGET (list), keys);
}
