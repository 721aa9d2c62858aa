/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-risks-view-private.h"

/* The first row is at the top by now, and its heading above it. */
static gboolean
show_heading_cb (GtkWidget     *widget,
                 GdkFrameClock *clock,
                 gpointer       user_data)
{
  TlRisksView *self = TL_RISKS_VIEW (widget);

  if (--self->frames_to_top > 0)
    return G_SOURCE_CONTINUE;
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->table)), 0);
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->cards)), 0);
  return G_SOURCE_REMOVE;
}

/* Another order or choice is read from its top; a risk in hand stays in view. */
void
tl_risks_view_show_top (TlRisksView *self)
{
  tl_risks_view_update_stack (self);
  if (tl_view_get_risk (TL_VIEW (self)) != NULL || g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0)
    return;
  if (tl_risks_groups_get_sorter (self->groups) != NULL && self->frames_to_top == 0)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), show_heading_cb, NULL, NULL);
  if (tl_risks_groups_get_sorter (self->groups) != NULL)
    self->frames_to_top = 2;
  if (self->narrow)
    gtk_list_view_scroll_to (self->cards, 0, GTK_LIST_SCROLL_NONE, NULL);
  else
    gtk_column_view_scroll_to (self->table, 0, NULL, GTK_LIST_SCROLL_NONE, NULL);
}

/* Has the list filled with others by @func: at once, or after its rows have been let go step by step. Far down the list, the rows at its top would be
 * made only to be let go. */
void
tl_risks_view_refill (TlRisksView      *self,
                      TlListGrowthFunc  func)
{
  GtkScrollable *list = self->narrow ? GTK_SCROLLABLE (self->cards) : GTK_SCROLLABLE (self->table);
  GtkAdjustment *place = gtk_scrollable_get_vadjustment (list);

  if (place != NULL && gtk_adjustment_get_value (place) <= gtk_adjustment_get_page_size (place))
    {
      tl_list_growth_restart_for (self->growth, func, self);
      return;
    }
  tl_list_growth_restart (self->growth);
  func (self);
}

static void
take_order (gpointer user_data)
{
  TlRisksView *self = user_data;
  TlRisksOrder order = tl_risks_arrangement_get_order (self->arrangement);
  gboolean descending = tl_risks_arrangement_get_descending (self->arrangement);

  g_set_object (&self->sorter, self->next_sorter);
  gtk_sort_list_model_set_sorter (self->sorted, GTK_SORTER (self->sorter));
  /* Equal ones are in the order of their refs, and not of a column that was chosen before. */
  self->following = TRUE;
  gtk_column_view_sort_by_column (self->table, NULL, GTK_SORT_ASCENDING);
  gtk_column_view_sort_by_column (self->table, self->columns[order], descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
  self->following = FALSE;
  tl_risks_view_show_top (self);
}

static void
order_cb (TlRisksView *self)
{
  g_clear_object (&self->next_sorter);
  self->next_sorter = tl_risks_sorting_new_sorter (tl_risks_arrangement_get_order (self->arrangement),
                                                   tl_risks_arrangement_get_descending (self->arrangement));
  tl_risks_sorter_prepare (self->next_sorter, G_LIST_MODEL (self->found));
  tl_risks_view_refill (self, take_order);
}

/* A heading was pressed. The rows are put in order by a sorter of their own, which works every key out once. */
static void
heading_cb (TlRisksView *self)
{
  GtkColumnViewSorter *sorter = GTK_COLUMN_VIEW_SORTER (gtk_column_view_get_sorter (self->table));
  GtkColumnViewColumn *column = gtk_column_view_sorter_get_primary_sort_column (sorter);
  gboolean descending = gtk_column_view_sorter_get_primary_sort_order (sorter) == GTK_SORT_DESCENDING;

  for (guint i = 0; i < TL_N_RISKS_ORDERS && !self->following; i++)
    if (column == self->columns[i])
      tl_risks_arrangement_set_order (self->arrangement, (TlRisksOrder) i, descending);
}

static void
take_groups (gpointer user_data)
{
  TlRisksView *self = user_data;
  TlRisksSorter *sorter = tl_risks_groups_get_sorter (self->groups);
  g_autoptr (GtkListItemFactory) headers = sorter != NULL ? tl_risks_groups_new_header_factory (self->groups) : NULL;
  g_autoptr (GtkListItemFactory) card_headers = sorter != NULL ? tl_risks_groups_new_header_factory (self->groups) : NULL;
  g_autoptr (GtkListItemFactory) rows = tl_risks_groups_new_row_factory (self->groups);

  gtk_sort_list_model_set_section_sorter (self->sorted, GTK_SORTER (sorter));
  gtk_column_view_set_header_factory (self->table, headers);
  gtk_column_view_set_row_factory (self->table, rows);
  gtk_list_view_set_header_factory (self->cards, card_headers);
  tl_risks_view_show_top (self);
}

static void
groups_cb (TlRisksView *self)
{
  tl_risks_view_refill (self, take_groups);
}

/* Before the lists above are told that risks changed. */
void
tl_risks_view_forget_keys (TlRisksView *self)
{
  TlRisksSorter *groups = tl_risks_groups_get_sorter (self->groups);

  tl_risks_sorter_forget (self->sorter);
  tl_risks_sorter_forget (self->next_sorter);
  if (groups != NULL)
    tl_risks_sorter_forget (groups);
}

static void
create_options (GtkMenuButton *button,
                gpointer       user_data)
{
  TlRisksView *self = user_data;

  if (self->options != NULL)
    return;
  self->options = g_object_new (TL_TYPE_RISKS_OPTIONS, NULL);
  tl_risks_options_connect (self->options, self->arrangement, self->table);
  tl_risks_options_set_columns (self->options, !self->narrow);
  gtk_menu_button_set_popover (button, GTK_WIDGET (self->options));
}

/* Once the order and groups that were chosen last are known. */
void
tl_risks_view_begin_order (TlRisksView *self)
{
  for (guint i = 0; i < TL_N_RISKS_ORDERS; i++)
    {
      g_autoptr (TlRisksSorter) sorter = tl_risks_sorting_new_sorter ((TlRisksOrder) i, FALSE);

      gtk_column_view_column_set_sorter (self->columns[i], GTK_SORTER (sorter));
    }
  self->groups = tl_risks_groups_new (self->arrangement);
  g_signal_connect_object (self->arrangement, "notify::order", G_CALLBACK (order_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->arrangement, "notify::descending", G_CALLBACK (order_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->groups, "notify::sorter", G_CALLBACK (groups_cb), self, G_CONNECT_SWAPPED);
  order_cb (self);
  groups_cb (self);
  g_signal_connect_object (gtk_column_view_get_sorter (self->table), "changed", G_CALLBACK (heading_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_menu_button_set_create_popup_func (self->options_button, create_options, self, NULL);
}
