/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-places-view.h"

#include <glib/gi18n.h>
#include <math.h>

#include "tl-format.h"
#include "tl-funnel-chart.h"
#include "tl-interval-cell.h"
#include "tl-place-mark.h"
#include "tl-place-pane.h"
#include "tl-place-row.h"
#include "tl-places-funnel.h"
#include "tl-sparkline.h"

struct _TlPlacesView
{
  TlView parent_instance;

  GtkStack *stack;
  GtkDropDown *measure_chooser;
  GtkStringList *measure_names;
  AdwToggleGroup *dimensions;
  GtkOverlay *overlay;
  GtkScrolledWindow *scroller;
  GtkColumnView *table;
  GtkColumnViewColumn *counts_column;
  GtkColumnViewColumn *value_column;
  GListStore *rows;
  GtkSingleSelection *selection;
  GtkLabel *note;
  TlPlacesFunnel *funnel;
  GtkLabel *funnel_note;
  TlPlacePane *pane;
  GtkWidget *ticks;
  GtkWidget *names;

  TlAssessment *assessment;
  GPtrArray *measures;
  const TlMeasureJudgement *measure;
  const TlComparison *comparison;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (TlPlacesView, tl_places_view, TL_TYPE_VIEW)

static const TlRiskJudgement *
get_risk (TlPlacesView *self)
{
  return self->measure != NULL
           ? tl_assessment_find_risk (self->assessment, &self->measure->facts->risk->base.id) : NULL;
}

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

/* The first child of a column view is its head. */
static gboolean
place_overlay_cb (TlPlacesView *self,
                  GtkWidget    *widget,
                  GdkRectangle *place)
{
  GtkWidget *cell = find_interval_cell (GTK_WIDGET (self->table));
  GtkWidget *beside = widget == self->ticks ? gtk_widget_get_first_child (GTK_WIDGET (self->table)) : GTK_WIDGET (self->note);
  graphene_rect_t across, down;

  *place = (GdkRectangle) { 0, -100, 1, 1 };
  if (cell == NULL || !gtk_widget_compute_bounds (cell, GTK_WIDGET (self->overlay), &across)
      || !gtk_widget_compute_bounds (beside, GTK_WIDGET (self->overlay), &down))
    return TRUE;
  *place = (GdkRectangle) {
    (int) across.origin.x, (int) down.origin.y, MAX ((int) across.size.width, 1), MAX ((int) down.size.height, 1),
  };
  return TRUE;
}

static void
scrolled_cb (TlPlacesView *self)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self->overlay));
}

/* ── Cells that need more than a text ── */

static void
setup_trend_cb (GtkSignalListItemFactory *factory,
                GtkColumnViewCell        *cell)
{
  GtkWidget *sparkline = tl_sparkline_new ();

  gtk_widget_set_size_request (sparkline, 52, -1);
  gtk_widget_set_halign (sparkline, GTK_ALIGN_START);
  gtk_column_view_cell_set_child (cell, sparkline);
}

static void
bind_trend_cb (GtkSignalListItemFactory *factory,
               GtkColumnViewCell        *cell)
{
  TlPlaceRow *row = gtk_column_view_cell_get_item (cell);
  GtkWidget *sparkline = gtk_column_view_cell_get_child (cell);
  const TlMeasureJudgement *measure = tl_place_row_get_measure (row);
  const TlPlaceJudgement *place = tl_place_row_get_place (row);
  const TlSeries *series = place != NULL ? place->series : NULL;
  g_autofree char *sentence = NULL;

  gtk_widget_set_visible (sparkline, series != NULL);
  if (series == NULL)
    return;
  /* Translators: %s is the name of a place */
  sentence = g_strdup_printf (_("Trend of %s"), place->place->name);
  tl_sparkline_set_series (TL_SPARKLINE (sparkline), series, measure->target_value, sentence);
}

static void
setup_interval_cb (GtkSignalListItemFactory *factory,
                   GtkColumnViewCell        *cell)
{
  gtk_column_view_cell_set_child (cell, tl_interval_cell_new (TL_INTERVAL_PART_PLACE));
}

static void
bind_interval_cb (TlPlacesView             *self,
                  GtkColumnViewCell        *cell,
                  GtkSignalListItemFactory *factory)
{
  TlPlaceRow *row = gtk_column_view_cell_get_item (cell);

  tl_interval_cell_set_place (TL_INTERVAL_CELL (gtk_column_view_cell_get_child (cell)), self->assessment,
                              tl_place_row_get_measure (row), tl_place_row_get_comparison (row),
                              tl_place_row_get_place (row));
}

/* ── The comparison ── */

static char *
say_unit (const TlMeasureFacts *facts)
{
  switch (facts->kind)
    {
    case TL_MEASURE_KIND_PROPORTION:
      return g_strdup ("%");
    case TL_MEASURE_KIND_COUNT:
      return g_strdup (C_("places", "Rate"));
    case TL_MEASURE_KIND_VALUE:
    case TL_MEASURE_KIND_NONE:
    default:
      return g_strdup (C_("places", "Mean"));
    }
}

/* What was not counted, and why, is said where the figures stand. */
static char *
say_note (TlPlacesView *self)
{
  const TlMeasureFacts *facts = self->measure->facts;
  const TlSeries *series = self->measure->series;
  g_autoptr(GString) text = g_string_new (NULL);

  if (!self->comparison->comparable)
    g_string_append (text, facts->kind == TL_MEASURE_KIND_COUNT
                             ? _("These are counts without an exposure, such as shifts worked, so places can’t be compared.")
                             : _("Without a target places can’t be judged by this measure."));
  else if (facts->kind == TL_MEASURE_KIND_PROPORTION)
    g_string_append (text, _("Sums of records, never averages of percentages. Fewer than 10 records is too few to judge."));
  else if (facts->kind == TL_MEASURE_KIND_COUNT)
    g_string_append (text, _("Events over exposure, both summed."));
  else
    g_string_append (text, _("Means weighted by what they average. Fewer than three periods is too few to judge."));
  if (series->left_out > 0)
    g_string_append_printf (text, ngettext (" %u impossible reading is left out.", " %u impossible readings are left out.",
                                            series->left_out), series->left_out);
  if (series->left_out_above > 0)
    g_string_append_printf (text, ngettext (" %u reading for several places together is left out, since those places have their own.",
                                            " %u readings for several places together are left out, since those places have their own.",
                                            series->left_out_above), series->left_out_above);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
fill_rows (TlPlacesView *self)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  if (self->comparison != NULL)
    {
      g_ptr_array_add (rows, tl_place_row_new (self->assessment, self->measure, self->comparison, NULL));
      for (guint i = 0; i < self->comparison->n_places; i++)
        g_ptr_array_add (rows, tl_place_row_new (self->assessment, self->measure, self->comparison,
                                                 &self->comparison->places[i]));
    }
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)), rows->pdata, rows->len);
}

static void
selected_cb (TlPlacesView *self)
{
  TlPlaceRow *row;

  if (self->updating || self->selection == NULL)
    return;
  row = gtk_single_selection_get_selected_item (self->selection);
  tl_place_pane_set_row (self->pane, row, row != NULL ? get_risk (self) : NULL,
                         self->assessment != NULL ? tl_assessment_get_as_at (self->assessment) : TL_NO_DAY);
}

/* All together come before the places. */
static void
place_chosen_cb (TlPlacesView *self,
                 guint         index)
{
  gtk_single_selection_set_selected (self->selection, index + 1);
}

static void
show_funnel (TlPlacesView *self)
{
  const char *note = self->comparison != NULL ? tl_funnel_chart_explain (self->measure, self->comparison) : NULL;

  tl_comparison_chart_set_comparison (TL_COMPARISON_CHART (self->funnel), self->assessment, self->measure, self->comparison);
  gtk_label_set_label (self->funnel_note, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->funnel_note), note != NULL);
}

static void
show_comparison (TlPlacesView *self)
{
  g_autofree char *periods = NULL;
  g_autofree char *counts = NULL;
  g_autofree char *unit = NULL;
  g_autofree char *note = NULL;

  self->updating = TRUE;
  fill_rows (self);
  show_funnel (self);
  tl_interval_cell_set_place (TL_INTERVAL_CELL (self->ticks), self->assessment, self->measure, self->comparison, NULL);
  tl_interval_cell_set_place (TL_INTERVAL_CELL (self->names), self->assessment, self->measure, self->comparison, NULL);
  if (self->comparison != NULL)
    {
      periods = tl_format_periods (self->measure->facts->period, self->comparison->window_periods);
      /* Translators: a number of periods, as in "Last 12 weeks" */
      counts = g_strdup_printf (_("Last %s"), periods);
      unit = say_unit (self->measure->facts);
      note = say_note (self);
      gtk_column_view_column_set_title (self->counts_column, counts);
      gtk_column_view_column_set_title (self->value_column, unit);
      gtk_label_set_label (self->note, note);
      /* The worst place comes first after all together; that is what one came to see. */
      gtk_single_selection_set_selected (self->selection, self->comparison->n_places > 0 ? 1 : 0);
    }
  self->updating = FALSE;
  selected_cb (self);
}

/* ── Measure and dimension ── */

static void
choose_comparison (TlPlacesView *self)
{
  const char *name = adw_toggle_group_get_active_name (self->dimensions);

  self->comparison = NULL;
  for (guint i = 0; self->measure != NULL && i < self->measure->n_comparisons; i++)
    if (g_strcmp0 (tl_word_get (TL_TYPE_PLACE_KIND, self->measure->comparisons[i].dimension), name) == 0)
      self->comparison = &self->measure->comparisons[i];
  show_comparison (self);
}

static void
dimension_chosen_cb (TlPlacesView *self)
{
  if (!self->updating)
    choose_comparison (self);
}

/* Only dimensions that count; the one that was chosen stays where it can. */
static void
offer_dimensions (TlPlacesView *self)
{
  g_autofree char *chosen = g_strdup (adw_toggle_group_get_active_name (self->dimensions));

  self->updating = TRUE;
  adw_toggle_group_remove_all (self->dimensions);
  for (guint i = 0; self->measure != NULL && i < self->measure->n_comparisons; i++)
    {
      TlPlaceKind kind = self->measure->comparisons[i].dimension;
      g_autofree char *label = tl_format_capital (tl_word_label (TL_TYPE_PLACE_KIND, kind));
      const char *name = tl_word_get (TL_TYPE_PLACE_KIND, kind);
      AdwToggle *toggle = g_object_new (ADW_TYPE_TOGGLE, "name", name, "label", label, NULL);

      adw_toggle_group_add (self->dimensions, toggle);
      if (i == 0 || g_strcmp0 (name, chosen) == 0)
        adw_toggle_group_set_active_name (self->dimensions, name);
    }
  self->updating = FALSE;
}

static void
show_measure (TlPlacesView *self,
              guint         index)
{
  self->measure = index < self->measures->len ? g_ptr_array_index (self->measures, index) : NULL;
  gtk_stack_set_visible_child_name (self->stack, self->measure != NULL ? "places" : "empty");
  offer_dimensions (self);
  choose_comparison (self);
}

static void
measure_chosen_cb (TlPlacesView *self)
{
  TlWorkbook *workbook = tl_view_get_workbook (TL_VIEW (self));

  if (self->updating || self->measures == NULL)
    return;
  show_measure (self, gtk_drop_down_get_selected (self->measure_chooser));
  if (workbook != NULL && self->measure != NULL)
    {
      self->updating = TRUE;
      tl_view_set_risk (TL_VIEW (self), tl_workbook_find_risk (workbook, &self->measure->facts->risk->base.id));
      self->updating = FALSE;
    }
}

/* Every measure that can be compared at all, in the order of the risks. */
static void
list_measures (TlPlacesView *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->measure_names));
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) names = NULL;

  g_ptr_array_set_size (self->measures, 0);
  for (guint i = 0; self->assessment != NULL && i < tl_assessment_get_n_risks (self->assessment); i++)
    {
      const TlRiskJudgement *risk = tl_assessment_get_risk (self->assessment, i);

      for (guint j = 0; j < risk->n_measures; j++)
        {
          const TlMeasureFacts *facts = risk->measures[j].facts;

          if (risk->measures[j].n_comparisons == 0)
            continue;
          g_ptr_array_add (self->measures, (gpointer) &risk->measures[j]);
          g_strv_builder_take (builder, g_strdup_printf ("%s %s", risk->facts->base.ref != NULL ? risk->facts->base.ref : "",
                                                         facts->title != NULL ? facts->title : ""));
        }
    }
  names = g_strv_builder_end (builder);
  gtk_string_list_splice (self->measure_names, 0, n, (const char * const *) names);
}

static guint
find_measure (TlPlacesView *self,
              const TlId   *measure,
              const TlId   *risk)
{
  for (guint i = 0; measure != NULL && i < self->measures->len; i++)
    if (tl_id_equal (&((const TlMeasureJudgement *) g_ptr_array_index (self->measures, i))->facts->base.id, measure))
      return i;
  for (guint i = 0; risk != NULL && i < self->measures->len; i++)
    if (tl_id_equal (&((const TlMeasureJudgement *) g_ptr_array_index (self->measures, i))->facts->risk->base.id, risk))
      return i;
  return 0;
}

static void
select_measure (TlPlacesView *self,
                guint         index)
{
  self->updating = TRUE;
  gtk_drop_down_set_selected (self->measure_chooser, index < self->measures->len ? index : GTK_INVALID_LIST_POSITION);
  self->updating = FALSE;
  show_measure (self, index);
}

/* ── ── */

static void
tl_places_view_assessment_changed (TlView *view)
{
  TlPlacesView *self = TL_PLACES_VIEW (view);
  TlWorkbook *workbook = tl_view_get_workbook (view);
  TlAssessment *assessment = workbook != NULL ? tl_workbook_get_assessment (workbook) : NULL;
  TlRisk *risk = tl_view_get_risk (view);
  TlId kept = { 0 };
  gboolean has_kept = self->measure != NULL;

  if (has_kept)
    kept = self->measure->facts->base.id;
  self->measure = NULL;
  self->comparison = NULL;
  g_clear_pointer (&self->assessment, tl_assessment_unref);
  self->assessment = assessment != NULL ? tl_assessment_ref (assessment) : NULL;
  self->updating = TRUE;
  list_measures (self);
  self->updating = FALSE;
  select_measure (self, find_measure (self, has_kept ? &kept : NULL,
                                      risk != NULL ? tl_record_get_id (TL_RECORD (risk)) : NULL));
}

/* A risk without a comparison leaves what is shown. */
static void
tl_places_view_risk_changed (TlView *view)
{
  TlPlacesView *self = TL_PLACES_VIEW (view);
  TlRisk *risk = tl_view_get_risk (view);
  const TlId *id = risk != NULL ? tl_record_get_id (TL_RECORD (risk)) : NULL;
  guint found;

  if (self->updating || id == NULL || self->measures->len == 0)
    return;
  found = find_measure (self, NULL, id);
  if (tl_id_equal (&((const TlMeasureJudgement *) g_ptr_array_index (self->measures, found))->facts->risk->base.id, id))
    select_measure (self, found);
}

static void
tl_places_view_dispose (GObject *object)
{
  TlPlacesView *self = TL_PLACES_VIEW (object);

  self->updating = TRUE;
  /* The bin must let go of its child before the template does. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_PLACES_VIEW);
  g_clear_pointer (&self->measures, g_ptr_array_unref);
  g_clear_pointer (&self->assessment, tl_assessment_unref);

  G_OBJECT_CLASS (tl_places_view_parent_class)->dispose (object);
}

static void
tl_places_view_class_init (TlPlacesViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TlViewClass *view_class = TL_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_places_view_dispose;
  view_class->assessment_changed = tl_places_view_assessment_changed;
  view_class->risk_changed = tl_places_view_risk_changed;

  g_type_ensure (TL_TYPE_PLACE_MARK);
  g_type_ensure (TL_TYPE_PLACE_PANE);
  g_type_ensure (TL_TYPE_PLACE_ROW);
  g_type_ensure (TL_TYPE_PLACES_FUNNEL);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/places/places-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TlPlacesView, stack);
  gtk_widget_class_bind_template_child (widget_class, TlPlacesView, measure_chooser);
  gtk_widget_class_bind_template_child (widget_class, TlPlacesView, measure_names);
  gtk_widget_class_bind_template_child (widget_class, TlPlacesView, dimensions);
  gtk_widget_class_bind_template_child (widget_class, TlPlacesView, overlay);
  gtk_widget_class_bind_template_child (widget_class, TlPlacesView, scroller);
  gtk_widget_class_bind_template_child (widget_class, TlPlacesView, table);
  gtk_widget_class_bind_template_child (widget_class, TlPlacesView, counts_column);
  gtk_widget_class_bind_template_child (widget_class, TlPlacesView, value_column);
  gtk_widget_class_bind_template_child (widget_class, TlPlacesView, rows);
  gtk_widget_class_bind_template_child (widget_class, TlPlacesView, selection);
  gtk_widget_class_bind_template_child (widget_class, TlPlacesView, note);
  gtk_widget_class_bind_template_child (widget_class, TlPlacesView, funnel);
  gtk_widget_class_bind_template_child (widget_class, TlPlacesView, funnel_note);
  gtk_widget_class_bind_template_child (widget_class, TlPlacesView, pane);
  gtk_widget_class_bind_template_callback (widget_class, measure_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, dimension_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_overlay_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_trend_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_trend_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_interval_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_interval_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
}

static void
tl_places_view_init (TlPlacesView *self)
{
  self->measures = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  self->ticks = tl_interval_cell_new (TL_INTERVAL_PART_TICKS);
  self->names = tl_interval_cell_new (TL_INTERVAL_PART_NAMES);
  gtk_widget_set_can_target (self->ticks, FALSE);
  gtk_widget_set_can_target (self->names, FALSE);
  gtk_overlay_add_overlay (self->overlay, self->ticks);
  gtk_overlay_add_overlay (self->overlay, self->names);
  gtk_overlay_set_clip_overlay (self->overlay, self->ticks, TRUE);
  gtk_overlay_set_clip_overlay (self->overlay, self->names, TRUE);
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scroller), "value-changed",
                           G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
}
