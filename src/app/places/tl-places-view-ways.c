/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-places-view-private.h"

#include "tl-funnel-chart.h"
#include "tl-matrix-words.h"

static gboolean
is_way (TlPlacesView *self,
        const char   *way)
{
  return g_strcmp0 (adw_toggle_group_get_active_name (self->way), way) == 0;
}

static void
show_funnel (TlPlacesView *self)
{
  gboolean shown = self->shown != NULL && is_way (self, "funnel");
  const char *note = shown ? tl_funnel_chart_explain (self->shown->measure, self->shown->comparison) : NULL;

  tl_comparison_chart_set_comparison (TL_COMPARISON_CHART (self->funnel), shown ? self->assessment : NULL,
                                      shown ? self->shown->measure : NULL, shown ? self->shown->comparison : NULL);
  gtk_label_set_label (self->funnel_note, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->funnel_note), note != NULL);
}

/* The gap is of all time, whatever time is compared. */
static void
show_gap (TlPlacesView *self)
{
  gboolean shown = self->shown != NULL && is_way (self, "gap");
  const char *missing = NULL;
  g_autofree char *note = NULL;

  tl_places_gap_set_comparison (self->gap, shown ? self->shown : NULL);
  missing = tl_places_gap_explain (self->gap);
  note = missing == NULL ? tl_places_gap_say (self->gap) : NULL;
  gtk_label_set_label (self->gap_note, missing != NULL ? missing : note != NULL ? note : "");
}

/* ── Matrix ── */

static void
matrix_moved_cb (TlPlacesView *self)
{
  TlPlaceMatrix *matrix = tl_places_matrix_get_matrix (self->matrix);
  g_autofree char *sentence = NULL;
  guint row, column;

  if (matrix == NULL)
    return;
  tl_places_matrix_get_active (self->matrix, &row, &column);
  sentence = tl_matrix_describe_cell (matrix, row, column);
  gtk_label_set_label (self->matrix_cell, sentence);
}

/* Shows the place among the others by the cell's measure. */
static void
matrix_opened_cb (TlPlacesView *self)
{
  TlPlaceMatrix *matrix = tl_places_matrix_get_matrix (self->matrix);
  const TlMatrixColumn *column = NULL;
  const TlMatrixRow *row = NULL;
  guint active_row, active_column;

  if (matrix == NULL)
    return;
  tl_places_matrix_get_active (self->matrix, &active_row, &active_column);
  column = tl_matrix_get_column (matrix, active_column);
  row = tl_matrix_get_row (matrix, active_row);
  if (row != NULL)
    self->place_id = row->place->base.id;
  if (column != NULL)
    tl_places_view_choose_measure (self, &column->measure->facts->base.id);
  else if (self->shown != NULL)
    tl_places_view_fill_rows (self);
  adw_toggle_group_set_active_name (self->way, "intervals");
  gtk_widget_grab_focus (self->narrow ? GTK_WIDGET (self->cards) : GTK_WIDGET (self->table));
}

/* One that is of the same is kept, so that it stays where it was scrolled to. */
static void
show_matrix (TlPlacesView *self)
{
  gboolean shown = self->shown != NULL && is_way (self, "matrix") && tl_places_view_knows_all (self);
  const TlPlaceFacts *within = tl_places_view_get_within (self);
  TlPlaceMatrix *before = tl_places_matrix_get_matrix (self->matrix);
  g_autoptr (TlPlaceMatrix) matrix = NULL;

  if (shown && before != NULL && before->assessment == self->assessment && before->dimension == self->dimension
      && before->within == within)
    return;
  if (shown)
    matrix = tl_place_matrix_new (self->assessment, self->dimension, within);
  tl_places_matrix_set_matrix (self->matrix, matrix);
  matrix_moved_cb (self);
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
  g_type_ensure (TL_TYPE_PLACES_FUNNEL);
  g_type_ensure (TL_TYPE_PLACES_GAP);
  g_type_ensure (TL_TYPE_PLACES_MATRIX);

  gtk_widget_class_bind_template_callback (widget_class, way_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, matrix_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, matrix_opened_cb);
}
