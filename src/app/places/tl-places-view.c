/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-places-view-private.h"

#include <glib/gi18n.h>

#include "tl-comparison-words.h"
#include "tl-finding-counts.h"
#include "tl-fitting-choice.h"
#include "tl-format.h"
#include "tl-wrap-layout.h"

/* As much of a note as fits beside the names of the lines, in characters. */
#define LINE 110

typedef enum
{
  PROP_ORDER = 1,
  PROP_DESCENDING,
  PROP_NARROW,
} TlPlacesViewProperty;

static GParamSpec *properties[PROP_NARROW + 1];

G_DEFINE_ENUM_TYPE (TlPlacesOrder, tl_places_order,
                    G_DEFINE_ENUM_VALUE (TL_PLACES_ORDER_STATE, "state"),
                    G_DEFINE_ENUM_VALUE (TL_PLACES_ORDER_NAME, "name"),
                    G_DEFINE_ENUM_VALUE (TL_PLACES_ORDER_VALUE, "value"))

G_DEFINE_FINAL_TYPE (TlPlacesView, tl_places_view, TL_TYPE_VIEW)

/* Whether every risk is concluded, and not only the one that is looked at. */
gboolean
tl_places_view_knows_all (TlPlacesView *self)
{
  TlWorkbook *workbook = tl_view_get_workbook (TL_VIEW (self));

  return workbook == NULL || tl_workbook_get_assessment (workbook) == self->assessment;
}

/* ── The comparison ── */

static const char *
say_unit (const TlMeasureFacts *facts)
{
  switch (facts->kind)
    {
    case TL_MEASURE_KIND_PROPORTION:
      return "%";
    case TL_MEASURE_KIND_COUNT:
      return C_("places", "Rate");
    case TL_MEASURE_KIND_VALUE:
    case TL_MEASURE_KIND_NONE:
    default:
      return C_("places", "Mean");
    }
}

/* What was not counted, and why, is said where the figures stand. */
static char *
say_note (TlPlacesView *self)
{
  g_autofree char *method = tl_comparison_say_method (self->shown);
  g_autofree char *left_out = tl_comparison_say_left_out (self->shown);

  return left_out != NULL ? g_strdup_printf ("%s %s", method, left_out) : g_steal_pointer (&method);
}

/* More than a line of it stands beneath the names of the lines, not beside them. */
static void
show_note (TlPlacesView *self)
{
  g_autofree char *note = self->shown != NULL ? say_note (self) : NULL;
  gboolean beneath = note != NULL && !self->narrow && g_utf8_strlen (note, -1) > LINE;

  gtk_label_set_label (self->note, note != NULL ? note : "");
  if (beneath)
    gtk_widget_add_css_class (GTK_WIDGET (self->note), "beneath");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->note), "beneath");
}

/* What it comes to stands first, with the mark to act on when all together hide a place. */
static void
show_verdict (TlPlacesView *self)
{
  g_autofree char *verdict = self->shown != NULL ? tl_comparison_say_verdict (self->shown) : NULL;
  gboolean hidden = self->shown != NULL && self->shown->comparison->hidden;

  gtk_label_set_label (self->verdict, verdict != NULL ? verdict : "");
  gtk_widget_set_visible (self->verdict_mark, hidden);
  if (hidden)
    gtk_widget_add_css_class (GTK_WIDGET (self->verdict), "heading");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->verdict), "heading");
}

/* Shows what was compared. */
void
tl_places_view_show_comparison (TlPlacesView *self)
{
  tl_places_view_fill_rows (self);
  if (self->shown != NULL)
    {
      g_autofree char *periods = tl_format_periods (self->shown->measure->facts->period, self->shown->comparison->window_periods);
      /* Translators: a number of periods, as in "Last 12 weeks" */
      g_autofree char *counts = self->shown->period.span == TL_SPAN_LATEST ? g_strdup_printf (_("Last %s"), periods)
                                                                           : g_strdup (periods);
      g_autofree char *time = tl_comparison_say_time (self->shown);

      gtk_column_view_column_set_title (self->counts_column, counts);
      gtk_column_view_column_set_title (self->columns[TL_PLACES_ORDER_VALUE], say_unit (self->shown->measure->facts));
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->period_chooser), time);
    }
  show_note (self);
  show_verdict (self);
  tl_places_view_show_way (self);
}

/* ── What it is told ── */

static void
drop (TlPlacesView *self)
{
  gboolean updating = self->updating;
  TlPlaceComparison *shown = g_steal_pointer (&self->shown);

  self->updating = TRUE;
  self->measure = NULL;
  tl_places_view_stop_waiting (self);
  tl_places_view_show_comparison (self);
  g_ptr_array_set_size (self->measures, 0);
  g_array_set_size (self->periods, 0);
  g_clear_pointer (&shown, tl_place_comparison_unref);
  g_clear_pointer (&self->assessment, tl_assessment_unref);
  self->updating = updating;
}

static void
tl_places_view_let_go (TlView *view)
{
  TlPlacesView *self = TL_PLACES_VIEW (view);

  drop (self);
  tl_list_growth_restart (self->growth);
}

static void
tl_places_view_workbook_changed (TlView *view)
{
  TlPlacesView *self = TL_PLACES_VIEW (view);

  self->measure_id = self->place_id = self->within_id = (TlId) { 0 };
  tl_places_view_stop_waiting (self);
  tl_list_growth_restart (self->growth);
}

static void
tl_places_view_assessment_changed (TlView *view)
{
  TlPlacesView *self = TL_PLACES_VIEW (view);
  TlWorkbook *workbook = tl_view_get_workbook (view);
  TlAssessment *assessment = workbook != NULL ? tl_workbook_get_detail (workbook) : NULL;
  g_autoptr (TlAssessment) before = g_steal_pointer (&self->assessment);
  TlRisk *risk = tl_view_get_risk (view);

  self->assessment = assessment != NULL ? tl_assessment_ref (assessment) : NULL;
  tl_places_view_find_measures (self);
  gtk_widget_set_visible (self->awaiting, !tl_places_view_knows_all (self));
  tl_places_view_select_measure (self,
                                 tl_places_view_find_measure (self, tl_id_is_none (&self->measure_id) ? NULL : &self->measure_id,
                                                              risk != NULL ? tl_record_get_id (TL_RECORD (risk)) : NULL));
}

/* A risk without a comparison leaves what is shown, and one that is shown already as well. */
static void
tl_places_view_risk_changed (TlView *view)
{
  TlPlacesView *self = TL_PLACES_VIEW (view);
  TlRisk *risk = tl_view_get_risk (view);
  const TlId *id = risk != NULL ? tl_record_get_id (TL_RECORD (risk)) : NULL;
  guint found;

  if (self->updating || id == NULL || self->measures->len == 0
      || (self->measure != NULL && tl_id_equal (&self->measure->facts->risk->base.id, id)))
    return;
  found = tl_places_view_find_measure (self, NULL, id);
  if (tl_id_equal (&((const TlMeasureJudgement *) g_ptr_array_index (self->measures, found))->facts->risk->base.id, id))
    tl_places_view_select_measure (self, found);
}

/* ── Overrides ── */

static void
set_narrow (TlPlacesView *self,
            gboolean      narrow)
{
  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  tl_places_view_fill_cards (self);
  gtk_stack_set_visible_child_name (self->lists, narrow ? "cards" : "table");
  tl_places_view_place_pane (self);
  show_note (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

static void
tl_places_view_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  TlPlacesView *self = TL_PLACES_VIEW (object);

  switch ((TlPlacesViewProperty) id)
    {
    case PROP_ORDER:
      g_value_set_enum (value, self->order);
      break;
    case PROP_DESCENDING:
      g_value_set_boolean (value, self->descending);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_places_view_set_property (GObject      *object,
                             guint         id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  TlPlacesView *self = TL_PLACES_VIEW (object);

  switch ((TlPlacesViewProperty) id)
    {
    case PROP_ORDER:
      tl_places_view_order_rows (self, g_value_get_enum (value), self->descending);
      break;
    case PROP_DESCENDING:
      tl_places_view_order_rows (self, self->order, g_value_get_boolean (value));
      break;
    case PROP_NARROW:
      set_narrow (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_places_view_dispose (GObject *object)
{
  TlPlacesView *self = TL_PLACES_VIEW (object);

  self->updating = TRUE;
  g_clear_handle_id (&self->offering, g_source_remove);
  g_clear_handle_id (&self->telling, g_source_remove);
  tl_places_view_stop_waiting (self);
  g_clear_object (&self->growth);
  /* The bin must let go of its child before the template does. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_PLACES_VIEW);
  g_clear_pointer (&self->measures, g_ptr_array_unref);
  g_clear_pointer (&self->periods, g_array_unref);
  g_clear_pointer (&self->shown, tl_place_comparison_unref);
  g_clear_pointer (&self->assessment, tl_assessment_unref);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (tl_places_view_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  static const char * const columns[TL_N_PLACES_ORDERS] = { "state_column", "name_column", "value_column" };

  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/places/places-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TlPlacesView, stack);
  gtk_widget_class_bind_template_child (widget_class, TlPlacesView, measure_chooser);
  gtk_widget_class_bind_template_child (widget_class, TlPlacesView, measure_names);
  gtk_widget_class_bind_template_child (widget_class, TlPlacesView, dimensions);
  gtk_widget_class_bind_template_child (widget_class, TlPlacesView, period_chooser);
  gtk_widget_class_bind_template_child (widget_class, TlPlacesView, period_names);
  gtk_widget_class_bind_template_child (widget_class, TlPlacesView, way);
  gtk_widget_class_bind_template_child (widget_class, TlPlacesView, ways);
  gtk_widget_class_bind_template_child (widget_class, TlPlacesView, awaiting);
  gtk_widget_class_bind_template_child (widget_class, TlPlacesView, path);
  gtk_widget_class_bind_template_child (widget_class, TlPlacesView, path_bar);
  gtk_widget_class_bind_template_child (widget_class, TlPlacesView, lists);
  gtk_widget_class_bind_template_child (widget_class, TlPlacesView, overlay);
  gtk_widget_class_bind_template_child (widget_class, TlPlacesView, scroller);
  gtk_widget_class_bind_template_child (widget_class, TlPlacesView, table);
  gtk_widget_class_bind_template_child (widget_class, TlPlacesView, cards);
  gtk_widget_class_bind_template_child (widget_class, TlPlacesView, counts_column);
  gtk_widget_class_bind_template_child (widget_class, TlPlacesView, rows);
  gtk_widget_class_bind_template_child (widget_class, TlPlacesView, slice);
  gtk_widget_class_bind_template_child (widget_class, TlPlacesView, selection);
  gtk_widget_class_bind_template_child (widget_class, TlPlacesView, note);
  gtk_widget_class_bind_template_child (widget_class, TlPlacesView, verdict);
  gtk_widget_class_bind_template_child (widget_class, TlPlacesView, verdict_mark);
  gtk_widget_class_bind_template_child (widget_class, TlPlacesView, funnel);
  gtk_widget_class_bind_template_child (widget_class, TlPlacesView, gap);
  gtk_widget_class_bind_template_child (widget_class, TlPlacesView, matrix);
  gtk_widget_class_bind_template_child (widget_class, TlPlacesView, sheet);
  gtk_widget_class_bind_template_child (widget_class, TlPlacesView, sheet_slot);
  gtk_widget_class_bind_template_child (widget_class, TlPlacesView, close_button);
  gtk_widget_class_bind_template_child (widget_class, TlPlacesView, pane_slot);
  gtk_widget_class_bind_template_child (widget_class, TlPlacesView, pane);
  for (guint i = 0; i < TL_N_PLACES_ORDERS; i++)
    gtk_widget_class_bind_template_child_full (widget_class, columns[i], FALSE,
                                               G_STRUCT_OFFSET (TlPlacesView, columns) + (gssize) (i * sizeof (gpointer)));
  tl_places_view_bind_ways (widget_class);
  tl_places_view_bind_choice (widget_class);
  tl_places_view_bind_rows (widget_class);
  tl_places_view_bind_place (widget_class);
}

static void
tl_places_view_class_init (TlPlacesViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TlViewClass *view_class = TL_VIEW_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tl_places_view_get_property;
  object_class->set_property = tl_places_view_set_property;
  object_class->dispose = tl_places_view_dispose;
  view_class->workbook_changed = tl_places_view_workbook_changed;
  view_class->assessment_changed = tl_places_view_assessment_changed;
  view_class->risk_changed = tl_places_view_risk_changed;
  view_class->let_go = tl_places_view_let_go;
  view_class->shows_detail = TRUE;

  /**
   * TlPlacesView:order:
   *
   * In what order places are listed.
   */
  properties[PROP_ORDER] = g_param_spec_enum ("order", NULL, NULL, TL_TYPE_PLACES_ORDER, TL_PLACES_ORDER_STATE, flags);
  /**
   * TlPlacesView:descending:
   *
   * Whether that order is turned round.
   */
  properties[PROP_DESCENDING] = g_param_spec_boolean ("descending", NULL, NULL, FALSE, flags);
  /**
   * TlPlacesView:narrow:
   *
   * Whether there is only room for cards instead of a table.
   */
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (TL_TYPE_DEFERRED_BIN);
  g_type_ensure (TL_TYPE_FINDING_COUNTS);
  g_type_ensure (TL_TYPE_FITTING_CHOICE);
  g_type_ensure (TL_TYPE_WRAP_LAYOUT);
  g_type_ensure (TL_TYPE_PLACE_PANE);
  gtk_widget_class_install_property_action (widget_class, "places.order", "order");
  gtk_widget_class_install_property_action (widget_class, "places.descending", "descending");
  bind_template (widget_class);
}

static void
tl_places_view_init (TlPlacesView *self)
{
  self->measures = g_ptr_array_new ();
  self->periods = g_array_new (FALSE, FALSE, sizeof (TlComparisonPeriod));
  self->settings = g_settings_new (APPLICATION_ID);
  gtk_widget_init_template (GTK_WIDGET (self));

  tl_places_view_begin_rows (self);
  tl_places_view_recall (self);
}

/**
 * tl_places_view_choose_printing:
 * @self: a view of places
 * @dialog: a print dialog of the same workbook
 *
 * Proposes to print what is looked at.
 */
void
tl_places_view_choose_printing (TlPlacesView  *self,
                                TlPrintDialog *dialog)
{
  g_return_if_fail (TL_IS_PLACES_VIEW (self));

  if (self->shown != NULL)
    tl_print_dialog_choose_places (dialog, self->assessment, &self->shown->period);
}
