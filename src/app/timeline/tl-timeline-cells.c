/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-timeline-cells.h"

#include "tl-files-mark.h"
#include "tl-timeline-mark.h"

/* The cells are filled here and not by expressions: a row that is scrolled into view is given another item in the middle of
 * a frame, and expressions for all of its words take longer than the frame. */

static const struct
{
  const char *property;
  guint least_chars;
  guint usual_chars;
  const char *look;
} columns[] = {
  [TL_TIMELINE_COLUMN_DAY] = { "day", 6, 10, "numeric" },
  [TL_TIMELINE_COLUMN_TEXT] = { "text", 24, 40, NULL },
  [TL_TIMELINE_COLUMN_SOURCE] = { "source", 6, 16, NULL },
  [TL_TIMELINE_COLUMN_KIND] = { "kind", 6, 9, "supporting" },
  [TL_TIMELINE_COLUMN_SAYS] = { "says", 6, 16, NULL },
  [TL_TIMELINE_COLUMN_PLACE] = { "place", 6, 16, NULL },
};

static GtkWidget *
create_words (TlTimelineColumn column)
{
  GtkWidget *words = gtk_inscription_new (NULL);

  gtk_inscription_set_xalign (GTK_INSCRIPTION (words), 0);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (words), columns[column].least_chars);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (words), columns[column].usual_chars);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (words), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  if (columns[column].look != NULL)
    gtk_widget_add_css_class (words, columns[column].look);
  return words;
}

static void
fill_words (GtkWidget       *words,
            TlTimelineItem  *item,
            TlTimelineColumn column)
{
  g_autofree char *text = NULL;

  g_object_get (item, columns[column].property, &text, NULL);
  gtk_inscription_set_text (GTK_INSCRIPTION (words), text);
}

/* ── Words alone ── */

static void
set_up_cb (GtkSignalListItemFactory *factory,
           GtkColumnViewCell        *cell,
           gpointer                  column)
{
  gtk_column_view_cell_set_child (cell, create_words ((TlTimelineColumn) GPOINTER_TO_INT (column)));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkColumnViewCell        *cell,
         gpointer                  column)
{
  fill_words (gtk_column_view_cell_get_child (cell), gtk_column_view_cell_get_item (cell),
              (TlTimelineColumn) GPOINTER_TO_INT (column));
}

/* ── Words with a mark: what it says after it, the files before it ── */

static void
set_up_marked_cb (GtkSignalListItemFactory *factory,
                  GtkColumnViewCell        *cell,
                  gpointer                  column)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = create_words ((TlTimelineColumn) GPOINTER_TO_INT (column));

  gtk_widget_set_hexpand (words, TRUE);
  if ((TlTimelineColumn) GPOINTER_TO_INT (column) == TL_TIMELINE_COLUMN_SAYS)
    gtk_box_append (GTK_BOX (box), g_object_new (TL_TYPE_TIMELINE_MARK, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                                 NULL));
  gtk_box_append (GTK_BOX (box), words);
  if ((TlTimelineColumn) GPOINTER_TO_INT (column) == TL_TIMELINE_COLUMN_TEXT)
    gtk_box_append (GTK_BOX (box), g_object_new (TL_TYPE_FILES_MARK, "visible", FALSE, NULL));
  gtk_column_view_cell_set_child (cell, box);
}

static void
bind_marked_cb (GtkSignalListItemFactory *factory,
                GtkColumnViewCell        *cell,
                gpointer                  column)
{
  GtkWidget *box = gtk_column_view_cell_get_child (cell);
  GtkWidget *first = gtk_widget_get_first_child (box), *second = gtk_widget_get_next_sibling (first);
  TlTimelineItem *item = gtk_column_view_cell_get_item (cell);

  if (TL_IS_TIMELINE_MARK (first))
    {
      tl_timeline_mark_set_item (TL_TIMELINE_MARK (first), item);
      fill_words (second, item, TL_TIMELINE_COLUMN_SAYS);
    }
  else
    {
      g_autofree char *files = tl_timeline_item_name_files (item);

      fill_words (first, item, TL_TIMELINE_COLUMN_TEXT);
      g_object_set (second, "files", files, NULL);
    }
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
  gboolean marked = column == TL_TIMELINE_COLUMN_TEXT || column == TL_TIMELINE_COLUMN_SAYS;
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (marked ? set_up_marked_cb : set_up_cb), GINT_TO_POINTER (column));
  g_signal_connect (factory, "bind", G_CALLBACK (marked ? bind_marked_cb : bind_cb), GINT_TO_POINTER (column));
  return factory;
}

/**
 * tl_timeline_cells_install:
 * @list: a table with these columns, in their order
 *
 * Gives each column its cells.
 */
void
tl_timeline_cells_install (GtkColumnView *list)
{
  for (int i = 0; i < TL_N_TIMELINE_COLUMNS; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (gtk_column_view_get_columns (list), (guint) i);
      g_autoptr (GtkListItemFactory) factory = tl_timeline_cells_new ((TlTimelineColumn) i);

      gtk_column_view_column_set_factory (column, factory);
    }
}
