/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-places-view-private.h"

#include "tl-format.h"
#include "tl-place-matrix.h"
#include "tl-places-memory.h"

#define DIMENSION_KEY "places-dimension"
#define PERIOD_KEY "places-period"
#define WAY_KEY "places-way"

/* ── What the person at this computer chose last ── */

/* The measure of this workbook that was looked at last, if it is one of the risk in hand. */
static const TlId *
recall_measure (TlPlacesView *self,
                const TlId   *risk,
                TlId         *id)
{
  g_autoptr (GArray) kept = tl_places_memory_list (self->settings);

  for (guint i = 0; i < kept->len; i++)
    {
      *id = g_array_index (kept, TlId, i);
      for (guint j = 0; j < self->measures->len; j++)
        {
          const TlMeasureJudgement *measure = g_ptr_array_index (self->measures, j);

          if (tl_id_equal (&measure->facts->base.id, id)
              && (risk == NULL || tl_id_equal (&measure->facts->risk->base.id, risk)))
            return id;
        }
    }
  return NULL;
}

static const char * const spans[] = {
  [TL_SPAN_LATEST] = "latest",
  [TL_SPAN_QUARTER] = "quarter",
  [TL_SPAN_BEFORE] = "before",
  [TL_SPAN_AFTER] = "after",
};

/* A quarter is remembered by its first day, an action by its id. */
static char *
name_period (const TlComparisonPeriod *period)
{
  char hex[TL_ID_HEX_LENGTH + 1];

  if (period->action == NULL)
    return g_strdup_printf ("%s %d", spans[period->span], period->span == TL_SPAN_QUARTER ? (int) period->day : 0);
  tl_id_to_hex (&period->action->base.id, hex);
  return g_strdup_printf ("%s %s", spans[period->span], hex);
}

/* ── Time ── */

/* All that there is to choose from, or as long as nobody can have pulled a list down, what is chosen of it: each choice
 * costs a row of its list, which is made at once. */
static void
list_names (TlPlacesView  *self,
            GtkDropDown   *chooser,
            GtkStringList *list,
            GStrv          names,
            guint          selected)
{
  guint n = g_strv_length (names), there = g_list_model_get_n_items (G_LIST_MODEL (list));
  const char *chosen[] = { selected < n ? names[selected] : NULL, NULL };
  gboolean updating = self->updating;

  self->updating = TRUE;
  gtk_string_list_splice (list, 0, there, self->offers_all ? (const char * const *) names : chosen);
  if (selected < n)
    gtk_drop_down_set_selected (chooser, self->offers_all ? selected : 0);
  else
    gtk_drop_down_set_selected (chooser, GTK_INVALID_LIST_POSITION);
  self->updating = updating;
}

static void
add_around (GArray                  *periods,
            const TlActionJudgement *action)
{
  TlComparisonPeriod period;

  if (tl_comparison_period_before (action, &period))
    g_array_append_val (periods, period);
  if (tl_comparison_period_after (action, &period))
    g_array_append_val (periods, period);
}

/* The latest, each quarter with a value, before and after each action; the one that was chosen last where it is there. */
static void
find_periods (TlPlacesView *self)
{
  g_autofree char *chosen = g_settings_get_string (self->settings, PERIOD_KEY);
  const TlRiskJudgement *risk = NULL;
  g_autoptr (GArray) quarters = NULL;
  TlComparisonPeriod latest = TL_COMPARISON_LATEST;

  g_array_set_size (self->periods, 0);
  self->period = 0;
  if (self->measure == NULL)
    return;
  risk = tl_assessment_find_risk (self->assessment, &self->measure->facts->risk->base.id);
  quarters = tl_comparison_period_list_quarters (self->measure);
  g_array_append_val (self->periods, latest);
  g_array_append_vals (self->periods, quarters->data, quarters->len);
  for (guint i = 0; i < risk->n_actions; i++)
    add_around (self->periods, &risk->actions[i]);
  for (guint i = 0; i < self->periods->len; i++)
    {
      g_autofree char *name = name_period (&g_array_index (self->periods, TlComparisonPeriod, i));

      if (g_str_equal (name, chosen))
        self->period = i;
    }
}

static void
offer_periods (TlPlacesView *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  for (guint i = 0; i < self->periods->len; i++)
    g_strv_builder_take (builder, tl_comparison_period_say (&g_array_index (self->periods, TlComparisonPeriod, i),
                                                            tl_assessment_get_as_at (self->assessment)));
  names = g_strv_builder_end (builder);
  list_names (self, self->period_chooser, self->period_names, names, self->period);
}

static void
period_chosen_cb (TlPlacesView *self)
{
  guint selected = gtk_drop_down_get_selected (self->period_chooser);
  g_autofree char *name = NULL;

  if (self->updating || selected >= self->periods->len)
    return;
  self->period = selected;
  name = name_period (&g_array_index (self->periods, TlComparisonPeriod, selected));
  g_settings_set_string (self->settings, PERIOD_KEY, name);
  tl_places_view_compare (self);
}

/* ── Dimension ── */

static const char *
name_dimension (TlPlaceKind kind)
{
  return tl_word_get (TL_TYPE_PLACE_KIND, (int) kind);
}

/* Nothing but the whole provider has locations. */
static void
dimension_chosen_cb (TlPlacesView *self)
{
  const char *name = adw_toggle_group_get_active_name (self->dimensions);

  if (self->updating || name == NULL)
    return;
  for (TlPlaceKind kind = TL_PLACE_KIND_LOCATION; kind <= TL_PLACE_KIND_STAFF_GROUP; kind++)
    if (g_str_equal (name, name_dimension (kind)))
      self->dimension = kind;
  if (self->dimension == TL_PLACE_KIND_LOCATION)
    self->within_id = (TlId) { 0 };
  g_settings_set_string (self->settings, DIMENSION_KEY, name);
  tl_places_view_compare (self);
}

/* Only dimensions that count can be chosen; the one that was chosen last is shown where it can be. */
static void
offer_dimensions (TlPlacesView *self)
{
  g_autofree char *chosen = g_settings_get_string (self->settings, DIMENSION_KEY);
  TlPlaceKind first = TL_PLACE_KIND_NONE;

  self->updating = TRUE;
  self->dimension = TL_PLACE_KIND_NONE;
  for (TlPlaceKind kind = TL_PLACE_KIND_LOCATION; kind <= TL_PLACE_KIND_STAFF_GROUP; kind++)
    {
      AdwToggle *toggle = adw_toggle_group_get_toggle_by_name (self->dimensions, name_dimension (kind));
      gboolean counts = self->measure != NULL && tl_place_comparison_may_have (self->assessment, self->measure, kind);

      adw_toggle_set_enabled (toggle, counts);
      if (counts && first == TL_PLACE_KIND_NONE)
        first = kind;
      if (counts && g_str_equal (name_dimension (kind), chosen))
        self->dimension = kind;
    }
  if (self->dimension == TL_PLACE_KIND_NONE)
    self->dimension = first;
  if (self->dimension != TL_PLACE_KIND_NONE)
    adw_toggle_group_set_active_name (self->dimensions, name_dimension (self->dimension));
  self->updating = FALSE;
}

/* Goes into a place, or back to the whole provider; what one sees there follows. */
void
tl_places_view_go_within (TlPlacesView       *self,
                          const TlPlaceFacts *within)
{
  TlPlaceKind kind = tl_place_find_kind_within (self->assessment, within);

  self->within_id = within != NULL ? within->base.id : (TlId) { 0 };
  if (kind != TL_PLACE_KIND_NONE && tl_place_comparison_may_have (self->assessment, self->measure, kind))
    {
      self->dimension = kind;
      self->updating = TRUE;
      adw_toggle_group_set_active_name (self->dimensions, name_dimension (kind));
      self->updating = FALSE;
    }
  tl_places_view_compare (self);
}

/* ── Measure ── */

static void
show_measure (TlPlacesView *self,
              guint         index)
{
  self->measure = index < self->measures->len ? g_ptr_array_index (self->measures, index) : NULL;
  if (self->measure != NULL)
    self->measure_id = self->measure->facts->base.id;
  gtk_stack_set_visible_child_name (self->stack, self->measure != NULL ? "places" : "empty");
  offer_dimensions (self);
  find_periods (self);
  offer_periods (self);
  tl_places_view_compare (self);
}

static void
take_measure (TlPlacesView *self,
              guint         index)
{
  TlWorkbook *workbook = tl_view_get_workbook (TL_VIEW (self));

  show_measure (self, index);
  if (workbook == NULL || self->measure == NULL)
    return;
  tl_places_memory_add (self->settings, &self->measure_id);
  /* A risk is taken in hand once it is known with all others. */
  if (!tl_places_view_knows_all (self))
    return;
  self->updating = TRUE;
  tl_view_set_risk (TL_VIEW (self), tl_workbook_find_risk (workbook, &self->measure->facts->risk->base.id));
  self->updating = FALSE;
}

static void
measure_chosen_cb (TlPlacesView *self)
{
  if (!self->updating && self->measures != NULL)
    take_measure (self, gtk_drop_down_get_selected (self->measure_chooser));
}

/* Every measure that can be compared at all, in the order of the risks. */
void
tl_places_view_find_measures (TlPlacesView *self)
{
  g_ptr_array_set_size (self->measures, 0);
  for (guint i = 0; self->assessment != NULL && i < tl_assessment_get_n_risks (self->assessment); i++)
    {
      const TlRiskJudgement *risk = tl_assessment_get_risk (self->assessment, i);

      for (guint j = 0; j < risk->n_measures; j++)
        if (tl_place_comparison_may_be (self->assessment, &risk->measures[j]))
          g_ptr_array_add (self->measures, (gpointer) &risk->measures[j]);
    }
}

static void
offer_measures (TlPlacesView *self,
                guint         selected)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  for (guint i = 0; i < self->measures->len; i++)
    {
      const TlMeasureFacts *facts = ((const TlMeasureJudgement *) g_ptr_array_index (self->measures, i))->facts;
      const char *ref = facts->risk->base.ref, *title = facts->title;

      g_strv_builder_take (builder, g_strdup_printf ("%s %s", ref != NULL ? ref : "", title != NULL ? title : ""));
    }
  names = g_strv_builder_end (builder);
  list_names (self, self->measure_chooser, self->measure_names, names, selected);
}

/* Chooses a measure as if somebody had; one that isn't listed leaves what is shown. */
void
tl_places_view_choose_measure (TlPlacesView *self,
                               const TlId   *id)
{
  guint found = tl_places_view_find_measure (self, id, NULL);
  const TlMeasureJudgement *measure = found < self->measures->len ? g_ptr_array_index (self->measures, found) : NULL;

  if (measure == NULL || !tl_id_equal (&measure->facts->base.id, id))
    return;
  self->updating = TRUE;
  if (self->offers_all)
    gtk_drop_down_set_selected (self->measure_chooser, found);
  else
    offer_measures (self, found);
  self->updating = FALSE;
  take_measure (self, found);
}

/* A measure, else the one that was looked at last, else the first of a risk, else the first of all. */
guint
tl_places_view_find_measure (TlPlacesView *self,
                             const TlId   *measure,
                             const TlId   *risk)
{
  TlId kept;

  if (measure == NULL)
    measure = recall_measure (self, risk, &kept);
  for (guint i = 0; measure != NULL && i < self->measures->len; i++)
    if (tl_id_equal (&((const TlMeasureJudgement *) g_ptr_array_index (self->measures, i))->facts->base.id, measure))
      return i;
  for (guint i = 0; risk != NULL && i < self->measures->len; i++)
    if (tl_id_equal (&((const TlMeasureJudgement *) g_ptr_array_index (self->measures, i))->facts->risk->base.id, risk))
      return i;
  return 0;
}

/* Offers all measures that were found, and shows one. */
void
tl_places_view_select_measure (TlPlacesView *self,
                               guint         index)
{
  offer_measures (self, index);
  show_measure (self, index);
}

/* ── Once it is painted ── */

static gboolean
offer_all_cb (gpointer data)
{
  TlPlacesView *self = data;
  guint selected = GTK_INVALID_LIST_POSITION;

  self->offering = 0;
  self->offers_all = TRUE;
  if (self->assessment == NULL)
    return G_SOURCE_REMOVE;
  g_ptr_array_find (self->measures, self->measure, &selected);
  offer_measures (self, selected);
  offer_periods (self);
  return G_SOURCE_REMOVE;
}

static void
painted_cb (TlPlacesView  *self,
            GdkFrameClock *clock)
{
  g_signal_handlers_disconnect_by_func (clock, painted_cb, self);
  if (!self->offers_all && self->offering == 0)
    self->offering = g_idle_add (offer_all_cb, self);
}

static void
mapped_cb (TlPlacesView *self)
{
  if (!self->offers_all)
    g_signal_connect_object (gtk_widget_get_frame_clock (GTK_WIDGET (self)), "after-paint", G_CALLBACK (painted_cb), self,
                             G_CONNECT_SWAPPED);
}

/* ── ── */

void
tl_places_view_bind_choice (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, measure_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, dimension_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, period_chosen_cb);
}

static void
add_dimensions (TlPlacesView *self)
{
  for (TlPlaceKind kind = TL_PLACE_KIND_LOCATION; kind <= TL_PLACE_KIND_STAFF_GROUP; kind++)
    {
      g_autofree char *label = tl_format_capital (tl_word_label (TL_TYPE_PLACE_KIND, (int) kind));

      adw_toggle_group_add (self->dimensions, g_object_new (ADW_TYPE_TOGGLE, "name", name_dimension (kind),
                                                            "label", label, NULL));
    }
}

/* What was chosen last is shown again; two windows may differ until they are closed. */
void
tl_places_view_recall (TlPlacesView *self)
{
  GSettingsBindFlags flags = G_SETTINGS_BIND_DEFAULT | G_SETTINGS_BIND_GET_NO_CHANGES;

  g_signal_connect (self, "map", G_CALLBACK (mapped_cb), NULL);
  self->updating = TRUE;
  add_dimensions (self);
  g_settings_bind (self->settings, "places-order", self, "order", flags);
  g_settings_bind (self->settings, "places-descending", self, "descending", flags);
  g_settings_bind (self->settings, WAY_KEY, self->way, "active-name", flags);
  self->updating = FALSE;
}
