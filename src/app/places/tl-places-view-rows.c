/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-places-view-private.h"

#include <math.h>

#include "tl-format.h"
#include "tl-interval-cell.h"
#include "tl-place-mark.h"
#include "tl-places-cells.h"

/* So many rows aren't made or let go of in a turn of the main loop beside what else it does. */
#define MANY_ROWS 30

/* ── The chart's scale above its column, and the names of its lines beneath ── */

static GtkWidget *
find_interval_cell (GtkWidget *root)
{
  if (TL_IS_INTERVAL_CELL (root) && gtk_widget_get_mapped (root))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_interval_cell (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The first child of a column view is its head. Cards have no column to stand above. */
static gboolean
place_overlay_cb (TlPlacesView *self,
                  GtkWidget    *widget,
                  GdkRectangle *place)
{
  GtkWidget *cell = find_interval_cell (GTK_WIDGET (self->table));
  GtkWidget *beside = widget == self->ticks ? gtk_widget_get_first_child (GTK_WIDGET (self->table)) : GTK_WIDGET (self->note);
  graphene_rect_t across, down;
  int height;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  *place = (GdkRectangle) { 0, -100, 1, 1 };
  if (self->narrow || cell == NULL || !gtk_widget_compute_bounds (cell, GTK_WIDGET (self->overlay), &across)
      || !gtk_widget_compute_bounds (beside, GTK_WIDGET (self->overlay), &down))
    return TRUE;
  *place = (GdkRectangle) {
    (int) across.origin.x, (int) down.origin.y, MAX ((int) across.size.width, 1),
    widget == self->ticks ? MAX ((int) down.size.height, 1) : MIN (MAX ((int) down.size.height, 1), height),
  };
  return TRUE;
}

static void
scrolled_cb (TlPlacesView *self)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self->overlay));
}

/* ── Order ── */

typedef struct
{
  const TlPlaceJudgement *place;
  guint rank;
  char *key;
} Ranked;

static int
compare_ranked (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  const Ranked *ranked_a = a, *ranked_b = b;
  TlPlacesView *self = data;
  double value_a = ranked_a->place->value, value_b = ranked_b->place->value;
  int order = 0;

  /* Without a value there is nothing to put in order, whichever end comes first. */
  if (self->order == TL_PLACES_ORDER_VALUE && isnan (value_a) != isnan (value_b))
    return isnan (value_a) - isnan (value_b);
  if (self->order == TL_PLACES_ORDER_NAME)
    order = strcmp (ranked_a->key, ranked_b->key);
  else if (self->order == TL_PLACES_ORDER_VALUE && !isnan (value_a))
    order = (value_a > value_b) - (value_a < value_b);
  if (order == 0)
    order = (ranked_a->rank > ranked_b->rank) - (ranked_a->rank < ranked_b->rank);
  return self->descending ? -order : order;
}

/* The comparison itself has them by state, the worst first. */
static Ranked *
rank_places (TlPlacesView *self)
{
  guint n = self->shown->comparison->n_places;
  Ranked *ranked = g_new0 (Ranked, n + 1);

  for (guint i = 0; i < n; i++)
    {
      const TlPlaceJudgement *place = &self->shown->comparison->places[i];

      ranked[i] = (Ranked) { .place = place, .rank = i };
      if (self->order == TL_PLACES_ORDER_NAME)
        ranked[i].key = g_utf8_collate_key_for_filename (place->place->name != NULL ? place->place->name : "", -1);
    }
  if (self->order != TL_PLACES_ORDER_STATE || self->descending)
    g_sort_array (ranked, n, sizeof *ranked, compare_ranked, self);
  return ranked;
}

static guint
find_place (TlPlacesView *self,
            const TlId   *id)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TlPlaceRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);
      const TlPlaceJudgement *place = tl_place_row_get_place (row);

      if (place != NULL && tl_id_equal (&place->place->base.id, id))
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

/* Of a long list not all rows are offered yet. */
void
tl_places_view_select_row (TlPlacesView *self,
                           guint         position)
{
  if (position != GTK_INVALID_LIST_POSITION)
    tl_list_growth_reach (self->growth, position);
  gtk_single_selection_set_selected (self->selection, position);
}

/* The place that somebody chose stays so; otherwise it is the worst, since that is what one came to see. */
static void
select_place (TlPlacesView *self)
{
  guint found = find_place (self, &self->place_id);

  if (found == GTK_INVALID_LIST_POSITION && self->shown != NULL && self->shown->comparison->n_places > 0)
    found = find_place (self, &self->shown->comparison->places[0].place->base.id);
  if (found == GTK_INVALID_LIST_POSITION && self->shown != NULL)
    found = 0;
  tl_places_view_select_row (self, found);
}

/* ── What rows show ── */

/* Of rows that nobody sees none is told: it takes a good part of a frame, which what is seen instead needs. */
static void
tell_rows (TlPlacesView *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  g_clear_handle_id (&self->telling, g_source_remove);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TlPlaceRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      tl_place_row_tell (row);
    }
}

static gboolean
tell_rows_cb (gpointer data)
{
  TlPlacesView *self = data;

  self->telling = 0;
  tell_rows (self);
  return G_SOURCE_REMOVE;
}

/* At once if they are in sight, otherwise after the frame, or when they come into sight if that is sooner. The place that is
 * chosen is seen beneath a chart as well. */
static void
tell_rows_in_time (TlPlacesView *self)
{
  TlPlaceRow *chosen = gtk_single_selection_get_selected_item (self->selection);

  if (gtk_widget_get_mapped (GTK_WIDGET (self->overlay)))
    tell_rows (self);
  else if (self->telling == 0)
    self->telling = g_idle_add (tell_rows_cb, self);
  if (chosen != NULL)
    tl_place_row_tell (chosen);
}

/* Rows that are there are given another place, so that only as many are made as are missing. */
static void
show_rows (TlPlacesView *self,
           Ranked       *ranked,
           guint         n)
{
  GListModel *model = G_LIST_MODEL (self->rows);
  guint there = g_list_model_get_n_items (model);
  g_autoptr (GPtrArray) missing = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    {
      const TlPlaceJudgement *place = i > 0 ? ranked[i - 1].place : NULL;
      g_autoptr (TlPlaceRow) row = i < there ? g_list_model_get_item (model, i) : NULL;

      if (row != NULL)
        tl_place_row_show (row, self->shown, place);
      else
        g_ptr_array_add (missing, tl_place_row_new (self->shown, place));
    }
  if (there != n)
    g_list_store_splice (self->rows, MIN (there, n), there - MIN (there, n), missing->pdata, missing->len);
}

/* Fills the table with the places of the comparison, all together first. */
void
tl_places_view_fill_rows (TlPlacesView *self)
{
  gboolean updating = self->updating;
  guint n = self->shown != NULL ? self->shown->comparison->n_places : 0;
  Ranked *ranked = self->shown != NULL ? rank_places (self) : NULL;
  g_autoptr (TlPlaceRow) first = NULL;

  self->updating = TRUE;
  show_rows (self, ranked, ranked != NULL ? n + 1 : 0);
  first = g_list_model_get_item (G_LIST_MODEL (self->rows), 0);
  tl_place_drawing_set_row (TL_PLACE_DRAWING (self->ticks), first);
  tl_place_drawing_set_row (TL_PLACE_DRAWING (self->names), first);
  select_place (self);
  tell_rows_in_time (self);
  self->updating = updating;
  for (guint i = 0; i < n; i++)
    g_free (ranked[i].key);
  g_free (ranked);
  tl_places_view_show_place (self);
}

/* ── From many rows to few, and back ── */

static void
show_next (gpointer data)
{
  TlPlacesView *self = data;
  TlPlaceComparison *before = self->shown;

  if (!self->waits)
    return;
  self->waits = FALSE;
  self->shown = g_steal_pointer (&self->next);
  tl_places_view_show_path (self);
  tl_places_view_show_comparison (self);
  g_clear_pointer (&before, tl_place_comparison_unref);
}

void
tl_places_view_stop_waiting (TlPlacesView *self)
{
  self->waits = FALSE;
  g_clear_pointer (&self->next, tl_place_comparison_unref);
}

/* Compares what is chosen. To let go of hundreds of rows, or to make them, takes longer than a frame: those that are too many
 * go in several turns of the main loop, until which all that was there is shown, and those that are missing come as they
 * do at first. */
void
tl_places_view_compare (TlPlacesView *self)
{
  guint there = g_list_model_get_n_items (G_LIST_MODEL (self->rows)), n = 0;
  TlComparisonPeriod latest = TL_COMPARISON_LATEST;

  tl_places_view_stop_waiting (self);
  if (self->measure != NULL && self->dimension != TL_PLACE_KIND_NONE)
    {
      self->next = tl_place_comparison_new (self->assessment, self->measure, self->dimension,
                                            self->period < self->periods->len
                                              ? &g_array_index (self->periods, TlComparisonPeriod, self->period) : &latest,
                                            tl_places_view_get_within (self));
      n = self->next->comparison->n_places + 1;
    }
  self->waits = TRUE;
  if (n + MANY_ROWS < there)
    tl_list_growth_restart_for (self->growth, show_next, self);
  else
    {
      if (n > there + MANY_ROWS)
        tl_list_growth_restart (self->growth);
      show_next (self);
    }
}

/* ── Heads ── */

static void
show_order (TlPlacesView *self)
{
  gtk_column_view_sort_by_column (self->table, self->columns[self->order],
                                  self->descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

/* A head was pressed. */
static void
sorter_changed_cb (TlPlacesView        *self,
                   GtkSorterChange      change,
                   GtkColumnViewSorter *sorter)
{
  GtkColumnViewColumn *column = self->updating ? NULL : gtk_column_view_sorter_get_primary_sort_column (sorter);
  gboolean descending = gtk_column_view_sorter_get_primary_sort_order (sorter) == GTK_SORT_DESCENDING;

  if (column == NULL)
    return;
  for (guint i = 0; i < TL_N_PLACES_ORDERS; i++)
    if (self->columns[i] == column)
      tl_places_view_order_rows (self, i, descending);
}

/* Lists the places in another order. */
void
tl_places_view_order_rows (TlPlacesView  *self,
                           TlPlacesOrder  order,
                           gboolean       descending)
{
  gboolean updating = self->updating;

  if (self->order == order && self->descending == descending)
    return;
  self->order = order;
  self->descending = descending;
  self->updating = TRUE;
  show_order (self);
  self->updating = updating;
  tl_places_view_fill_rows (self);
  g_object_notify (G_OBJECT (self), "order");
  g_object_notify (G_OBJECT (self), "descending");
}

/* Numbers stand at the end of their column, and what stands above them as well. */
void
tl_places_view_head_columns (TlPlacesView *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->table);
  GtkWidget *head = gtk_widget_get_first_child (GTK_WIDGET (self->table));
  GtkWidget *title = gtk_widget_get_first_child (head);

  for (guint i = 0; title != NULL && i < g_list_model_get_n_items (columns); i++, title = gtk_widget_get_next_sibling (title))
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      GtkWidget *box = gtk_widget_get_first_child (title);

      if ((column == self->counts_column || column == self->columns[TL_PLACES_ORDER_VALUE]) && box != NULL)
        gtk_widget_set_halign (box, GTK_ALIGN_END);
    }
}

void
tl_places_view_bind_rows (GtkWidgetClass *widget_class)
{
  g_type_ensure (TL_TYPE_INTERVAL_CELL);
  g_type_ensure (TL_TYPE_PLACE_MARK);
  g_type_ensure (TL_TYPE_PLACE_ROW);

  gtk_widget_class_bind_template_callback (widget_class, place_overlay_cb);
}

/* Rows are put in order before the table has them, all together first; its columns only say how. */
static void
let_sort (GtkColumnViewColumn *column)
{
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (NULL, NULL, NULL));

  gtk_column_view_column_set_sorter (column, sorter);
}

void
tl_places_view_begin_rows (TlPlacesView *self)
{
  /* What stands above and beneath the rows makes up for their being a little less high than the growth thinks. */
  self->growth = tl_list_growth_new (self->slice, GTK_WIDGET (self), 0);
  self->ticks = tl_interval_cell_new (TL_INTERVAL_PART_TICKS);
  self->names = tl_interval_cell_new (TL_INTERVAL_PART_NAMES);
  gtk_widget_set_can_target (self->ticks, FALSE);
  gtk_widget_set_can_target (self->names, FALSE);
  gtk_overlay_add_overlay (self->overlay, self->ticks);
  gtk_overlay_add_overlay (self->overlay, self->names);
  gtk_overlay_set_clip_overlay (self->overlay, self->ticks, TRUE);
  gtk_overlay_set_clip_overlay (self->overlay, self->names, TRUE);
  g_signal_connect_object (self->overlay, "map", G_CALLBACK (tell_rows), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scroller), "value-changed",
                           G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);

  tl_places_cells_begin (self->table);
  for (guint i = 0; i < TL_N_PLACES_ORDERS; i++)
    let_sort (self->columns[i]);
  show_order (self);
  g_signal_connect_object (gtk_column_view_get_sorter (self->table), "changed", G_CALLBACK (sorter_changed_cb), self,
                           G_CONNECT_SWAPPED);
  tl_places_view_head_columns (self);
}
