/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-timeline-headings.h"

#include <glib/gi18n.h>

static void
update_heading (GtkListHeader *header)
{
  TlTimelineRows *rows = g_object_get_data (G_OBJECT (header), "rows");
  TlTimelineItem *item = gtk_list_header_get_item (header);
  GtkWidget *label = gtk_list_header_get_child (header);
  guint n = gtk_list_header_get_n_items (header);
  g_autofree char *name = NULL, *text = NULL;

  if (rows == NULL || item == NULL)
    return;
  name = tl_timeline_rows_name_section (rows, item);
  /* Translators: a month or a year, and how many things of it are listed: "Jun 2026, 12" */
  text = g_strdup_printf (_("%1$s, %2$u"), name, n);
  gtk_label_set_label (GTK_LABEL (label), text);
}

static void
set_up_heading_cb (TlTimelineRows *rows,
                   GtkListHeader  *header)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "timeline-heading");
  gtk_list_header_set_child (header, label);
  g_object_set_data (G_OBJECT (header), "rows", rows);
  g_signal_connect (header, "notify::n-items", G_CALLBACK (update_heading), NULL);
}

static void
bind_heading_cb (TlTimelineRows *rows,
                 GtkListHeader  *header)
{
  update_heading (header);
}

/* A row is read out whole: day, source, kind, verdict, place and finding. */
static void
bind_row_cb (GtkSignalListItemFactory *factory,
             GtkColumnViewRow         *row)
{
  g_autofree char *sentence = tl_timeline_item_describe (gtk_column_view_row_get_item (row));

  gtk_column_view_row_set_accessible_label (row, sentence);
}

/**
 * tl_timeline_headings_new:
 * @rows: what is listed
 *
 * Returns: (transfer full): makes the headings of its sections
 */
GtkListItemFactory *
tl_timeline_headings_new (TlTimelineRows *rows)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (set_up_heading_cb), rows, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_heading_cb), rows, G_CONNECT_SWAPPED);
  return factory;
}

/**
 * tl_timeline_headings_new_sentences:
 *
 * Returns: (transfer full): gives rows what is read out of them
 */
GtkListItemFactory *
tl_timeline_headings_new_sentences (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "bind", G_CALLBACK (bind_row_cb), NULL);
  return factory;
}
