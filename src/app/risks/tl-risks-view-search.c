/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-risks-view-private.h"

static void
search_activate_cb (TlRisksView *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0)
    return;
  gtk_widget_grab_focus (self->narrow ? GTK_WIDGET (self->cards) : GTK_WIDGET (self->table));
}

/* What is looked for may come from a saved filter too. */
static void
take_search (gpointer user_data)
{
  TlRisksView *self = user_data;

  tl_risk_search_set_text (tl_risk_filter_get_search (self->filter), tl_risks_arrangement_get_search (self->arrangement));
  tl_risks_view_show_top (self);
}

static void
search_cb (TlRisksView *self)
{
  if (tl_risks_arrangement_get_search (self->arrangement)[0] != '\0')
    gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  tl_risks_view_refill (self, take_search);
}

static void
search_mode_cb (TlRisksView *self)
{
  if (gtk_search_bar_get_search_mode (self->search_bar))
    tl_risk_search_prepare (tl_risk_filter_get_search (self->filter));
}

static gboolean
spin_cb (gpointer user_data)
{
  TlRisksView *self = user_data;

  self->spinning = 0;
  gtk_widget_set_visible (self->search_spinner, TRUE);
  return G_SOURCE_REMOVE;
}

/* Words that take longer to read than half a second are said to be being read. */
static void
search_busy_cb (TlRisksView *self)
{
  g_clear_handle_id (&self->spinning, g_source_remove);
  if (tl_risk_search_is_busy (tl_risk_filter_get_search (self->filter)))
    self->spinning = g_timeout_add (500, spin_cb, self);
  else
    gtk_widget_set_visible (self->search_spinner, FALSE);
}

/**
 * tl_risks_view_search:
 * @self: the register
 *
 * Begins a search, or goes on with it. A page that lies over the list makes way for it.
 */
void
tl_risks_view_search (TlRisksView *self)
{
  g_return_if_fail (TL_IS_RISKS_VIEW (self));

  if (adw_overlay_split_view_get_collapsed (self->split_view))
    adw_overlay_split_view_set_show_sidebar (self->split_view, FALSE);
  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

void
tl_risks_view_bind_search (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_mode_cb);
}

void
tl_risks_view_begin_search (TlRisksView *self)
{
  g_signal_connect_object (self->arrangement, "notify::search", G_CALLBACK (search_cb), self, G_CONNECT_SWAPPED);
  g_object_bind_property (self->arrangement, "search", self->search_entry, "text", G_BINDING_BIDIRECTIONAL);
  g_signal_connect_object (tl_risk_filter_get_search (self->filter), "notify::busy", G_CALLBACK (search_busy_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
}
