/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-places-cells.h"

#include <glib/gi18n.h>

#include "tl-interval-cell.h"
#include "tl-place-cell.h"
#include "tl-place-mark.h"
#include "tl-sparkline.h"

/* The cells are made and filled here, and not by .ui files and expressions: those of one screen are made before the first
 * frame, and hundreds of them are given other places at once. */

/* In pixels. */
#define TREND_WIDTH 52

/* ── Made ─────────────────────────────────────────────────────────────────── */

static GtkWidget *
create_words (TlPlaceCellKind kind,
              guint           chars,
              guint           least_chars)
{
  return g_object_new (TL_TYPE_PLACE_CELL, "kind", kind, "chars", chars, "least-chars", least_chars, NULL);
}

static GtkWidget *
create_name (void)
{
  return create_words (TL_PLACE_CELL_KIND_NAME, 15, 9);
}

static GtkWidget *
create_counts (void)
{
  return create_words (TL_PLACE_CELL_KIND_COUNTS, 13, 11);
}

static GtkWidget *
create_value (void)
{
  return create_words (TL_PLACE_CELL_KIND_VALUE, 5, 5);
}

static GtkWidget *
create_range (void)
{
  return create_words (TL_PLACE_CELL_KIND_INTERVAL, 10, 10);
}

static GtkWidget *
create_state (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *words = create_words (TL_PLACE_CELL_KIND_STATE, 12, 11);

  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (box), g_object_new (TL_TYPE_PLACE_MARK, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_box_append (GTK_BOX (box), words);
  return box;
}

static GtkWidget *
create_trend (void)
{
  GtkWidget *sparkline = tl_sparkline_new ();

  gtk_widget_set_size_request (sparkline, TREND_WIDTH, -1);
  gtk_widget_set_halign (sparkline, GTK_ALIGN_START);
  return sparkline;
}

static GtkWidget *
create_support (void)
{
  return create_words (TL_PLACE_CELL_KIND_SUPPORT, 12, 9);
}

static GtkWidget *
create_interval (void)
{
  return tl_interval_cell_new (TL_INTERVAL_PART_PLACE);
}

/* ── Filled ───────────────────────────────────────────────────────────────── */

static void
show_trend (GtkWidget  *sparkline,
            TlPlaceRow *row)
{
  const TlMeasureJudgement *measure = tl_place_row_get_measure (row);
  const TlPlaceJudgement *place = tl_place_row_get_place (row);
  const TlSeries *series = place != NULL ? place->series : measure->series;
  g_autofree char *sentence = NULL;

  if (place == NULL)
    sentence = g_strdup (_("Trend of all places together"));
  else
    /* Translators: %s is the name of a place */
    sentence = g_strdup_printf (_("Trend of %s"), place->place->name);
  tl_sparkline_set_series (TL_SPARKLINE (sparkline), series, measure->target_value, sentence);
}

/* Each follows its row by itself, but for the trend, which shows other things as well. */
static void
give_row (GtkWidget  *child,
          TlPlaceRow *row)
{
  if (GTK_IS_BOX (child))
    {
      give_row (gtk_widget_get_first_child (child), row);
      give_row (gtk_widget_get_last_child (child), row);
    }
  else if (TL_IS_PLACE_CELL (child))
    tl_place_cell_set_row (TL_PLACE_CELL (child), row);
  else if (TL_IS_PLACE_DRAWING (child))
    tl_place_drawing_set_row (TL_PLACE_DRAWING (child), row);
  else if (row != NULL)
    {
      g_signal_connect_object (row, "changed", G_CALLBACK (show_trend), child, G_CONNECT_SWAPPED);
      show_trend (child, row);
    }
}

/* ── Columns ──────────────────────────────────────────────────────────────── */

typedef GtkWidget *(* CreateFunc) (void);

/* In the order of the columns. */
static const CreateFunc columns[] = {
  create_name, create_counts, create_value, create_range, create_state, create_trend, create_support, create_interval,
};

static void
set_up_cb (GtkSignalListItemFactory *factory,
           GtkColumnViewCell        *cell,
           gpointer                  column)
{
  gtk_column_view_cell_set_child (cell, columns[GPOINTER_TO_UINT (column)] ());
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkColumnViewCell        *cell)
{
  give_row (gtk_column_view_cell_get_child (cell), gtk_column_view_cell_get_item (cell));
}

/* One that waits to be used again no longer follows its row. */
static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkColumnViewCell        *cell)
{
  GtkWidget *child = gtk_column_view_cell_get_child (cell);

  g_signal_handlers_disconnect_by_func (gtk_column_view_cell_get_item (cell), show_trend, child);
  give_row (child, NULL);
}

/**
 * tl_places_cells_begin:
 * @table: the table of places
 *
 * Makes the cells of its columns from now on.
 */
void
tl_places_cells_begin (GtkColumnView *table)
{
  GListModel *there = gtk_column_view_get_columns (table);

  g_return_if_fail (g_list_model_get_n_items (there) == G_N_ELEMENTS (columns));

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (there, i);
      g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

      g_signal_connect (factory, "setup", G_CALLBACK (set_up_cb), GUINT_TO_POINTER (i));
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
      g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
      gtk_column_view_column_set_factory (column, factory);
    }
}
