/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-risks-columns.h"

#define KEY "risks-columns"
#define STYLE_CLASS "register"

static guint
find_column (GtkColumnView *table,
             const char    *id)
{
  GListModel *columns = gtk_column_view_get_columns (table);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (g_strcmp0 (gtk_column_view_column_get_id (column), id) == 0)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

/* GTK up to 4.18 at least gives a cell of a column that comes to be shown not only to every row but to the heading of every
 * group, too, drawn over its words and never taken away. So there are no headings meanwhile; they are put back before anything
 * is laid out. */
static GtkListItemFactory *
take_headings_off (GtkColumnView *table)
{
  GtkListItemFactory *headings = gtk_column_view_get_header_factory (table);

  if (headings != NULL)
    g_object_ref (headings);
  gtk_column_view_set_header_factory (table, NULL);
  return headings;
}

/* It also puts such a cell last in its row, and miscounts past hidden columns when one is moved: the row would be read and
 * walked through in another order than its columns have. Cells that are made anew one after the other stand as the columns
 * do. */
static void
put_cells_in_order (GtkColumnView *table)
{
  GListModel *columns = gtk_column_view_get_columns (table);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (!gtk_column_view_column_get_visible (column))
        continue;
      /* Whoever watches hears of it once it is as it was. */
      g_object_freeze_notify (G_OBJECT (column));
      gtk_column_view_column_set_visible (column, FALSE);
      gtk_column_view_column_set_visible (column, TRUE);
      g_object_thaw_notify (G_OBJECT (column));
    }
}

/**
 * tl_risks_columns_show:
 * @column: a column of a table
 * @visible: whether it is to be shown
 *
 * Shows or hides a column, in whatever groups the rows of its table stand.
 */
void
tl_risks_columns_show (GtkColumnViewColumn *column,
                       gboolean             visible)
{
  GtkColumnView *table = gtk_column_view_column_get_column_view (column);
  g_autoptr (GtkListItemFactory) headings = NULL;

  if (visible == gtk_column_view_column_get_visible (column))
    return;
  headings = take_headings_off (table);
  gtk_column_view_column_set_visible (column, visible);
  if (visible)
    put_cells_in_order (table);
  gtk_column_view_set_header_factory (table, headings);
}

/* A column that this version doesn't have is passed over; one that wasn't there then stays at the end. */
static void
restore (GtkColumnView *table,
         GSettings     *settings)
{
  g_autoptr (GVariant) kept = g_settings_get_value (settings, KEY);
  GVariantIter iter;
  const char *id;
  gboolean visible;
  guint place = 0;

  g_variant_iter_init (&iter, kept);
  while (g_variant_iter_next (&iter, "(&sb)", &id, &visible))
    {
      guint now = find_column (table, id);
      g_autoptr (GtkColumnViewColumn) column = NULL;

      if (now == GTK_INVALID_LIST_POSITION || now < place)
        continue;
      column = g_list_model_get_item (gtk_column_view_get_columns (table), now);
      tl_risks_columns_show (column, visible || g_str_equal (id, TL_RISKS_COLUMN_ALWAYS));
      if (now != place)
        gtk_column_view_insert_column (table, place, column);
      place++;
    }
}

/* Which cell is the first follows from the style, and GTK doesn't look again when one is moved. */
static void
restyle (GtkWidget *table)
{
  gtk_widget_remove_css_class (table, STYLE_CLASS);
  gtk_widget_add_css_class (table, STYLE_CLASS);
}

static void
keep_cb (GtkColumnView *table)
{
  GSettings *settings = g_object_get_data (G_OBJECT (table), KEY);
  GListModel *columns = gtk_column_view_get_columns (table);
  g_autoptr (GVariant) before = NULL, now = NULL;
  GVariantBuilder builder;

  /* While a column is moved it is gone for a moment; while a table ends it has none. */
  if (g_list_model_get_n_items (columns) != GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (table), "n-columns")))
    return;
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(sb)"));
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      g_variant_builder_add (&builder, "(sb)", gtk_column_view_column_get_id (column),
                             gtk_column_view_column_get_visible (column));
    }
  before = g_settings_get_value (settings, KEY);
  now = g_variant_ref_sink (g_variant_builder_end (&builder));
  if (!g_variant_equal (now, before))
    g_settings_set_value (settings, KEY, now);
  restyle (GTK_WIDGET (table));
}

/* Before the next frame is laid out: the column's cells are moved after it is. */
static gboolean
moved_cells_cb (GtkWidget     *widget,
                GdkFrameClock *clock,
                gpointer       user_data)
{
  GtkColumnView *table = GTK_COLUMN_VIEW (widget);
  g_autoptr (GtkListItemFactory) headings = take_headings_off (table);

  put_cells_in_order (table);
  gtk_column_view_set_header_factory (table, headings);
  return G_SOURCE_REMOVE;
}

/* By its row among the choices, or by its heading being dragged. */
static void
moved_cb (GtkColumnView *table,
          guint          position,
          guint          n_removed,
          guint          n_added)
{
  keep_cb (table);
  if (n_added > 0)
    gtk_widget_add_tick_callback (GTK_WIDGET (table), moved_cells_cb, NULL, NULL);
}

/**
 * tl_risks_columns_remember:
 * @table: a table whose columns have ids
 * @settings: the settings of the person at this computer
 *
 * Shows the columns as they were last, and keeps whatever is changed about them.
 */
void
tl_risks_columns_remember (GtkColumnView *table,
                           GSettings     *settings)
{
  GListModel *columns = gtk_column_view_get_columns (table);

  restore (table, settings);
  g_object_set_data_full (G_OBJECT (table), KEY, g_object_ref (settings), g_object_unref);
  g_object_set_data (G_OBJECT (table), "n-columns", GUINT_TO_POINTER (g_list_model_get_n_items (columns)));
  g_signal_connect_object (columns, "items-changed", G_CALLBACK (moved_cb), table, G_CONNECT_SWAPPED);
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      g_signal_connect_object (column, "notify::visible", G_CALLBACK (keep_cb), table, G_CONNECT_SWAPPED);
    }
}

/**
 * tl_risks_columns_move:
 * @table: a table
 * @column: one of its columns
 * @by: how many places, negative towards the start
 *
 * Returns: where it stands now
 */
guint
tl_risks_columns_move (GtkColumnView       *table,
                       GtkColumnViewColumn *column,
                       int                  by)
{
  int n = (int) g_list_model_get_n_items (gtk_column_view_get_columns (table));
  int now = (int) find_column (table, gtk_column_view_column_get_id (column));
  int place = CLAMP (now + by, 0, n - 1);

  if (place != now)
    gtk_column_view_insert_column (table, (guint) place, column);
  return (guint) place;
}
