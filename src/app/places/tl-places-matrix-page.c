/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-places-matrix-page.h"

#include "tl-matrix-words.h"

struct _TlPlacesMatrixPage
{
  GtkBox parent_instance;

  TlPlacesMatrix *matrix;
  GtkLabel *cell;
};

G_DEFINE_FINAL_TYPE (TlPlacesMatrixPage, tl_places_matrix_page, GTK_TYPE_BOX)

static void
show_cell (TlPlacesMatrixPage *self)
{
  TlPlaceMatrix *matrix = tl_places_matrix_get_matrix (self->matrix);
  g_autofree char *sentence = NULL;
  guint row, column;

  if (matrix == NULL)
    return;
  tl_places_matrix_get_active (self->matrix, &row, &column);
  sentence = tl_matrix_describe_cell (matrix, row, column);
  gtk_label_set_label (self->cell, sentence);
}

static void
tl_places_matrix_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_PLACES_MATRIX_PAGE);

  G_OBJECT_CLASS (tl_places_matrix_page_parent_class)->dispose (object);
}

static void
tl_places_matrix_page_class_init (TlPlacesMatrixPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_places_matrix_page_dispose;

  g_type_ensure (TL_TYPE_PLACES_MATRIX);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/places/matrix-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TlPlacesMatrixPage, matrix);
  gtk_widget_class_bind_template_child (widget_class, TlPlacesMatrixPage, cell);
  gtk_widget_class_bind_template_callback (widget_class, show_cell);
}

static void
tl_places_matrix_page_init (TlPlacesMatrixPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_places_matrix_page_set_matrix:
 * @self: a page
 * @matrix: (nullable): places by measures, or none to show nothing
 *
 * Sets what is shown.
 */
void
tl_places_matrix_page_set_matrix (TlPlacesMatrixPage *self,
                                  TlPlaceMatrix      *matrix)
{
  g_return_if_fail (TL_IS_PLACES_MATRIX_PAGE (self));

  tl_places_matrix_set_matrix (self->matrix, matrix);
  show_cell (self);
}

/**
 * tl_places_matrix_page_get_grid:
 * @self: a page
 *
 * Returns: (transfer none): the matrix that it shows
 */
TlPlacesMatrix *
tl_places_matrix_page_get_grid (TlPlacesMatrixPage *self)
{
  g_return_val_if_fail (TL_IS_PLACES_MATRIX_PAGE (self), NULL);

  return self->matrix;
}
