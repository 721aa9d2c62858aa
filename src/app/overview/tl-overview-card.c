/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-overview-card.h"

#include <glib/gi18n.h>

#include "tl-overview-row.h"

/* So many lines of a list stand on the first page. */
#define FIRST_ENTRIES 5

static void
append_entry (GtkListBox      *list,
              TlOverviewEntry *entry)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), tl_overview_row_new (entry));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  tl_overview_entry_get_sentence (entry), -1);
  gtk_list_box_append (list, row);
}

static void
append_all (GtkListBox     *list,
            TlOverviewKind  kind,
            guint           n)
{
  GtkWidget *row = adw_button_row_new ();
  /* Translators: %u is how many entries the whole list has */
  g_autofree char *title = g_strdup_printf (_("Show All %u"), n);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "overview.show-list");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ii)", (int) kind, 0);
  gtk_list_box_append (list, row);
}

static void
append_words (GtkListBox *list,
              const char *words)
{
  GtkWidget *label = gtk_label_new (words);
  GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "activatable", FALSE, "child", label, NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "overview-nothing");
  gtk_widget_add_css_class (label, "dimmed");
  gtk_list_box_append (list, row);
}

static int
find_focus (GtkListBox *list)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (list));

  return row != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : -1;
}

/**
 * tl_overview_card_fill:
 * @list: the list of a card
 * @kind: which of the overview's lists it is
 * @entries: (element-type TlOverviewEntry): all that belongs to it
 * @nothing: what it says when there is nothing
 *
 * Fills a card with the first entries, and with a row that leads to all of them where there are more. The keyboard stays on
 * the line that it was on, whatever that says now.
 */
void
tl_overview_card_fill (GtkListBox     *list,
                       TlOverviewKind  kind,
                       GListModel     *entries,
                       const char     *nothing)
{
  guint n = g_list_model_get_n_items (entries);
  int focus = find_focus (list);

  gtk_list_box_remove_all (list);
  for (guint i = 0; i < MIN (n, FIRST_ENTRIES); i++)
    {
      g_autoptr (TlOverviewEntry) entry = g_list_model_get_item (entries, i);

      append_entry (list, entry);
    }
  if (n > FIRST_ENTRIES)
    append_all (list, kind, n);
  if (n == 0)
    append_words (list, nothing);
  if (focus >= 0)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, focus);

      gtk_widget_grab_focus (GTK_WIDGET (row != NULL ? row : gtk_list_box_get_row_at_index (list, 0)));
    }
}
