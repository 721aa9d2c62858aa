/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-timeline-cells.h"

#include "tl-timeline-cell.h"

/* The cells are filled here and not by expressions: a row that is scrolled into view is given another item in the middle of
 * a frame, and expressions for all of its words take longer than the frame. */

static void
set_up_cb (GtkSignalListItemFactory *factory,
           GtkColumnViewCell        *cell,
           gpointer                  column)
{
  gtk_column_view_cell_set_child (cell, tl_timeline_cell_new ((TlTimelineColumn) GPOINTER_TO_INT (column)));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkColumnViewCell        *cell)
{
  tl_timeline_cell_set_item (TL_TIMELINE_CELL (gtk_column_view_cell_get_child (cell)), gtk_column_view_cell_get_item (cell));
}

/**
 * tl_timeline_cells_new:
 * @column: a column
 *
 * Returns: (transfer full): makes its cells
 */
GtkListItemFactory *
tl_timeline_cells_new (TlTimelineColumn column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (set_up_cb), GINT_TO_POINTER (column));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  return factory;
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
 * tl_timeline_cells_install:
 * @list: a table with these columns, in their order
 *
 * Gives each column its cells, and each row what is read out of it.
 */
void
tl_timeline_cells_install (GtkColumnView *list)
{
  g_autoptr (GtkListItemFactory) rows = gtk_signal_list_item_factory_new ();

  g_signal_connect (rows, "bind", G_CALLBACK (bind_row_cb), NULL);
  gtk_column_view_set_row_factory (list, rows);
  for (int i = 0; i < TL_N_TIMELINE_COLUMNS; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (gtk_column_view_get_columns (list), (guint) i);
      g_autoptr (GtkListItemFactory) factory = tl_timeline_cells_new ((TlTimelineColumn) i);

      gtk_column_view_column_set_factory (column, factory);
    }
}
