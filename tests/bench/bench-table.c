/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench-table.h"

#include <adwaita.h>

#include "app-window.h"
#include "bench-window.h"

/* A table as bare as can be, beside which what is scrolled is measured: the same things in the same order, as one
 * inscription a column (which unlike a label has nothing laid out anew) with words that are at hand, in rows as high, in
 * as much room. */

#define WORDS "bench-words"
/* More rows than are scrolled past needn't be at hand. */
#define MOST_BARE 20000

static void
set_up_cb (GtkSignalListItemFactory *factory,
           GtkColumnViewCell        *cell)
{
  gtk_column_view_cell_set_child (cell, g_object_new (GTK_TYPE_INSCRIPTION, "text-overflow",
                                                      GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END, NULL));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkColumnViewCell        *cell,
         gpointer                  column)
{
  GPtrArray *words = g_object_get_data (gtk_column_view_cell_get_item (cell), WORDS);

  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_column_view_cell_get_child (cell)),
                            g_ptr_array_index (words, GPOINTER_TO_UINT (column)));
}

/* The same things with their words, which are read before anything is measured. */
static GListModel *
read_words (GListModel *model,
            BenchSay    say,
            guint      *n_columns)
{
  GListStore *store = g_list_store_new (G_TYPE_OBJECT);

  for (guint i = 0; i < MIN (g_list_model_get_n_items (model), MOST_BARE); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, i);
      GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

      say (item, words);
      *n_columns = words->len;
      g_object_set_data_full (item, WORDS, words, (GDestroyNotify) g_ptr_array_unref);
      g_list_store_append (store, item);
    }
  return G_LIST_MODEL (store);
}

static int
get_row_height (GtkWidget *table)
{
  GtkWidget *rows = bench_window_find (table, GTK_TYPE_LIST_BASE), *row = gtk_widget_get_first_child (rows);

  /* A heading is no row. */
  while (row != NULL && (!gtk_widget_get_child_visible (row) || !g_str_equal (gtk_widget_get_css_name (row), "row")))
    row = gtk_widget_get_next_sibling (row);
  return row != NULL ? gtk_widget_get_height (row) : 0;
}

static void
set_row_height (int height)
{
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();
  g_autofree char *css = g_strdup_printf (".bare row { min-height: %dpx; } .bare cell { padding-top: 0; padding-bottom: 0; }",
                                          height);

  gtk_css_provider_load_from_string (style, css);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_USER);
}

static GtkWidget *
create_bare_table (GListModel *model,
                   guint       n_columns)
{
  GtkWidget *table = gtk_column_view_new (GTK_SELECTION_MODEL (gtk_single_selection_new (model)));

  for (guint i = 0; i < n_columns; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new ("Column", factory);

      g_signal_connect (factory, "setup", G_CALLBACK (set_up_cb), NULL);
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (i));
      gtk_column_view_column_set_expand (column, TRUE);
      gtk_column_view_append_column (GTK_COLUMN_VIEW (table), column);
    }
  gtk_widget_add_css_class (table, "bare");
  return table;
}

/* As much on the display as is scrolled of ours, in rows as high as those of a table of ours. The window lies beneath
 * ours, since a window that comes and goes is styled anew. */
GtkWidget *
bench_table_open (GtkWidget *like,
                  GtkWidget *scrolled,
                  BenchSay   say)
{
  GListModel *model = G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (like)));
  guint n_columns = 0;
  GListModel *copy = read_words (model, say, &n_columns);
  GtkWidget *table = create_bare_table (copy, n_columns), *scroller = gtk_scrolled_window_new ();
  GtkWidget *window = adw_window_new ();

  set_row_height (get_row_height (like));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), table);
  gtk_widget_set_size_request (scroller, gtk_widget_get_width (scrolled), gtk_widget_get_height (scrolled));
  gtk_widget_set_halign (scroller, GTK_ALIGN_START);
  gtk_widget_set_valign (scroller, GTK_ALIGN_START);
  adw_window_set_content (ADW_WINDOW (window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (window), 1366, 768);
  gtk_window_present (GTK_WINDOW (window));
  bench_window_settle (window);
  if (!app_window_move (window, 0, 768))
    g_error ("The window can't be moved");
  g_debug ("%u items; rows of %d and %d pixels", g_list_model_get_n_items (model), get_row_height (like),
           get_row_height (table));
  return table;
}
