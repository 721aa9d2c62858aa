/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-places-matrix.h"

G_BEGIN_DECLS

/* What has the keyboard is in tl-places-matrix.c, which cells are seen and where in tl-places-matrix-layout.c. */

struct _TlPlacesMatrix
{
  TlScrolledGrid parent_instance;

  TlPlaceMatrix *matrix;

  /* As many as are seen at once; each stands for the rows and columns that leave the same remainder. */
  GPtrArray *cells;
  GPtrArray *row_heads;
  GPtrArray *column_heads;
  GtkWidget *corner;
  guint n_seen_rows;
  guint n_seen_columns;

  /* The cell that has the keyboard, or will have. */
  guint row;
  guint column;
  gboolean moving;

  TlGridShape shape;
};

void       tl_places_matrix_bind_layout (GtkWidgetClass *widget_class);
void       tl_places_matrix_drop_parts  (TlPlacesMatrix *self);
void       tl_places_matrix_fill        (TlPlacesMatrix *self);
GtkWidget *tl_places_matrix_get_cell    (TlPlacesMatrix *self,
                                         guint           row,
                                         guint           column);

G_END_DECLS
