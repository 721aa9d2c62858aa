/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TlScrolledGrid:
 *
 * A grid of cells that are all alike, beside and beneath headings that stay in sight: what it needs to be scrolled by a
 * [class@Gtk.ScrolledWindow], and to put its parts where they stand.
 */
#define TL_TYPE_SCROLLED_GRID (tl_scrolled_grid_get_type ())
G_DECLARE_DERIVABLE_TYPE (TlScrolledGrid, tl_scrolled_grid, TL, SCROLLED_GRID, GtkWidget)

struct _TlScrolledGridClass
{
  GtkWidgetClass parent_class;
};

/**
 * TlGridShape:
 * @n_rows: how many rows of cells there are, whether or not there is a child for each
 * @n_columns: how many columns
 * @head_width: how wide the headings of rows are, in pixels
 * @head_height: how high those of columns are
 * @column_width: how wide each cell is
 * @row_height: how high each cell is
 *
 * How large the parts of a grid are.
 */
typedef struct
{
  guint n_rows;
  guint n_columns;
  int head_width;
  int head_height;
  int column_width;
  int row_height;
} TlGridShape;

double tl_scrolled_grid_get_value         (TlScrolledGrid    *self,
                                           GtkOrientation     orientation);
void   tl_scrolled_grid_take_shape        (TlScrolledGrid    *self,
                                           const TlGridShape *shape,
                                           int                width,
                                           int                height);
void   tl_scrolled_grid_place_cell        (TlScrolledGrid    *self,
                                           GtkWidget         *cell,
                                           guint              row,
                                           guint              column);
void   tl_scrolled_grid_place_row_head    (TlScrolledGrid    *self,
                                           GtkWidget         *head,
                                           guint              row);
void   tl_scrolled_grid_place_column_head (TlScrolledGrid    *self,
                                           GtkWidget         *head,
                                           guint              column);
void   tl_scrolled_grid_place_corner      (TlScrolledGrid    *self,
                                           GtkWidget         *corner);
void   tl_scrolled_grid_bring_into_sight  (TlScrolledGrid    *self,
                                           guint              row,
                                           guint              column);

G_END_DECLS
