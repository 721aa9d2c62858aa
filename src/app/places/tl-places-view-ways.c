/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-places-view-private.h"

#include "tl-matrix-words.h"
#include "tl-places-funnel-page.h"
#include "tl-places-gap-page.h"
#include "tl-places-matrix-page.h"

static gboolean
is_way (TlPlacesView *self,
        const char   *way)
{
  return g_strcmp0 (adw_toggle_group_get_active_name (self->way), way) == 0;
}

/* A page that nobody has seen isn't there; one that was is emptied when it is out of sight. */
static gpointer
find_page (TlPlacesView  *self,
           TlDeferredBin *bin,
           gboolean       shown)
{
  return shown ? tl_deferred_bin_ensure (bin) : adw_bin_get_child (ADW_BIN (bin));
}

static void
funnel_made_cb (TlPlacesView       *self,
                TlPlacesFunnelPage *page)
{
  g_signal_connect_object (tl_places_funnel_page_get_chart (page), "chosen", G_CALLBACK (tl_places_view_choose_place), self,
                           G_CONNECT_SWAPPED);
}

static void
show_funnel (TlPlacesView *self)
{
  gboolean shown = self->shown != NULL && is_way (self, "funnel");
  TlPlacesFunnelPage *page = find_page (self, self->funnel, shown);

  if (page != NULL)
    tl_places_funnel_page_set_comparison (page, shown ? self->shown : NULL);
}

static void
show_gap (TlPlacesView *self)
{
  gboolean shown = self->shown != NULL && is_way (self, "gap");
  TlPlacesGapPage *page = find_page (self, self->gap, shown);

  if (page != NULL)
    tl_places_gap_page_set_comparison (page, shown ? self->shown : NULL);
}

/* ── Matrix ── */

/* Shows the place among the others by the cell's measure. */
static void
matrix_opened_cb (TlPlacesView   *self,
                  TlPlacesMatrix *grid)
{
  TlPlaceMatrix *matrix = tl_places_matrix_get_matrix (grid);
  const TlMatrixColumn *column = NULL;
  const TlMatrixRow *row = NULL;
  guint active_row, active_column;

  if (matrix == NULL)
    return;
  tl_places_matrix_get_active (grid, &active_row, &active_column);
  column = tl_matrix_get_column (matrix, active_column);
  row = tl_matrix_get_row (matrix, active_row);
  if (row != NULL)
    self->place_id = row->place->base.id;
  if (column != NULL)
    tl_places_view_choose_measure (self, &column->measure->facts->base.id);
  else if (self->shown != NULL)
    tl_places_view_fill_rows (self);
  adw_toggle_group_set_active_name (self->way, "intervals");
  tl_places_view_focus_list (self);
}

static void
matrix_made_cb (TlPlacesView       *self,
                TlPlacesMatrixPage *page)
{
  g_signal_connect_object (tl_places_matrix_page_get_grid (page), "opened", G_CALLBACK (matrix_opened_cb), self,
                           G_CONNECT_SWAPPED);
}

/* One that is of the same is kept, so that it stays where it was scrolled to. */
static void
show_matrix (TlPlacesView *self)
{
  gboolean shown = self->shown != NULL && is_way (self, "matrix") && tl_places_view_knows_all (self);
  const TlPlaceFacts *within = tl_places_view_get_within (self);
  TlPlacesMatrixPage *page = find_page (self, self->matrix, shown);
  TlPlaceMatrix *before = page != NULL ? tl_places_matrix_get_matrix (tl_places_matrix_page_get_grid (page)) : NULL;
  g_autoptr (TlPlaceMatrix) matrix = NULL;

  if (page == NULL)
    return;
  if (shown && before != NULL && before->assessment == self->assessment && before->dimension == self->dimension
      && before->within == within)
    return;
  if (shown)
    matrix = tl_place_matrix_new (self->assessment, self->dimension, within);
  tl_places_matrix_page_set_matrix (page, matrix);
}

/* ── ── */

/* What isn't looked at needn't be worked out. The matrix is of all measures at the latest time, and of no place alone; it
 * waits until all of them are known. */
void
tl_places_view_show_way (TlPlacesView *self)
{
  gboolean one = !is_way (self, "matrix");

  show_funnel (self);
  show_gap (self);
  show_matrix (self);
  gtk_stack_set_visible_child_name (self->ways, one || tl_places_view_knows_all (self)
                                                  ? adw_toggle_group_get_active_name (self->way) : "waiting");
  gtk_widget_set_sensitive (GTK_WIDGET (self->measure_chooser), one);
  gtk_widget_set_sensitive (GTK_WIDGET (self->period_chooser), one);
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->verdict)), one);
  gtk_widget_set_visible (GTK_WIDGET (self->pane_slot), one && !self->narrow);
}

static void
way_chosen_cb (TlPlacesView *self)
{
  if (self->matrix != NULL)
    tl_places_view_show_way (self);
}

void
tl_places_view_bind_ways (GtkWidgetClass *widget_class)
{
  g_type_ensure (TL_TYPE_PLACES_FUNNEL_PAGE);
  g_type_ensure (TL_TYPE_PLACES_GAP_PAGE);
  g_type_ensure (TL_TYPE_PLACES_MATRIX_PAGE);

  gtk_widget_class_bind_template_callback (widget_class, way_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, funnel_made_cb);
  gtk_widget_class_bind_template_callback (widget_class, matrix_made_cb);
}
