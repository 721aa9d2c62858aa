/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-places-view-private.h"

#include <glib/gi18n.h>

#include "tl-draft-usual.h"
#include "tl-editing.h"
#include "tl-place-matrix.h"
#include "tl-place-words.h"
#include "tl-risk-mending.h"

/* ── The place that is chosen ── */

static TlPlaceRow *
get_row (TlPlacesView *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

static const TlPlaceJudgement *
get_place (TlPlacesView *self)
{
  TlPlaceRow *row = get_row (self);

  return row != NULL && self->shown != NULL ? tl_place_row_get_place (row) : NULL;
}

static gboolean
may_edit (TlPlacesView *self)
{
  TlWorkbook *workbook = tl_view_get_workbook (TL_VIEW (self));

  return workbook != NULL && tl_workbook_get_editable (workbook);
}

/* ── From the provider to a location, to a team, and back ── */

const TlPlaceFacts *
tl_places_view_get_within (TlPlacesView *self)
{
  return self->assessment != NULL && !tl_id_is_none (&self->within_id)
           ? tl_snapshot_find (tl_assessment_get_snapshot (self->assessment), TL_TABLE_PLACE, &self->within_id) : NULL;
}

/* Where it says what is beneath, one can go there by the action that is given. */
static GtkWidget *
make_step (const TlPlaceFacts *place,
           gboolean            here)
{
  const char *name = place != NULL ? place->name : _("All places");
  GtkWidget *step = here ? gtk_label_new (name) : gtk_button_new_with_label (name);
  char hex[TL_ID_HEX_LENGTH + 1] = "";

  if (here)
    {
      gtk_widget_add_css_class (step, "heading");
      gtk_label_set_wrap (GTK_LABEL (step), TRUE);
      return step;
    }
  if (place != NULL)
    tl_id_to_hex (&place->base.id, hex);
  gtk_widget_add_css_class (step, "flat");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (step), "s", hex);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (step), "places.go-within");
  return step;
}

/* Says where one is, once one has gone into a place. */
void
tl_places_view_show_path (TlPlacesView *self)
{
  const TlPlaceFacts *within = tl_places_view_get_within (self);
  g_autoptr (GPtrArray) path = tl_place_list_path (within);

  for (GtkWidget *step = NULL; (step = gtk_widget_get_first_child (GTK_WIDGET (self->path))) != NULL;)
    adw_wrap_box_remove (self->path, step);
  for (guint i = 0; i < path->len; i++)
    {
      const TlPlaceFacts *place = g_ptr_array_index (path, i);

      if (i > 0 || place->kind != TL_PLACE_KIND_PROVIDER)
        {
          if (i == 0)
            adw_wrap_box_append (self->path, make_step (NULL, FALSE));
          adw_wrap_box_append (self->path, gtk_label_new ("›"));
        }
      adw_wrap_box_append (self->path, make_step (place->kind == TL_PLACE_KIND_PROVIDER ? NULL : place, place == within));
    }
  gtk_widget_set_visible (self->path_bar, within != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "places.back", within != NULL);
}

static void
go_within_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  TlPlacesView *self = TL_PLACES_VIEW (widget);
  TlId id = { 0 };

  if (self->assessment == NULL)
    return;
  tl_id_from_hex (g_variant_get_string (parameter, NULL), &id);
  tl_places_view_go_within (self, tl_id_is_none (&id)
                                    ? NULL : tl_snapshot_find (tl_assessment_get_snapshot (self->assessment), TL_TABLE_PLACE, &id));
}

/* The place that one comes out of is the one that is chosen. */
static void
back_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  TlPlacesView *self = TL_PLACES_VIEW (widget);
  const TlPlaceFacts *within = tl_places_view_get_within (self);
  const TlPlaceFacts *above = within != NULL ? within->parent : NULL;

  if (within == NULL)
    return;
  self->place_id = within->base.id;
  tl_places_view_go_within (self, above != NULL && above->kind != TL_PLACE_KIND_PROVIDER ? above : NULL);
  tl_places_view_focus_list (self);
}

/* What one would see by going into the place that is chosen. */
static TlPlaceKind
find_inside (TlPlacesView *self)
{
  const TlPlaceJudgement *place = get_place (self);
  TlPlaceKind kind = place != NULL ? tl_place_find_kind_within (self->assessment, place->place) : TL_PLACE_KIND_NONE;

  return kind != TL_PLACE_KIND_NONE && tl_place_comparison_may_have (self->assessment, self->shown->measure, kind)
           ? kind : TL_PLACE_KIND_NONE;
}

/* What can't be done now is there all the same, but can't be pressed. */
static void
update_actions (TlPlacesView *self)
{
  gboolean at_place = may_edit (self) && get_place (self) != NULL;
  TlPlaceKind inside = find_inside (self);
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "places.record-cause", at_place);
  gtk_widget_action_set_enabled (widget, "places.add-support", at_place);
  gtk_widget_action_set_enabled (widget, "places.look-again", at_place);
  gtk_widget_action_set_enabled (widget, "places.note-learning", may_edit (self) && self->shown != NULL);
  gtk_widget_action_set_enabled (widget, "places.share-learning", may_edit (self) && self->shown != NULL);
  gtk_widget_action_set_enabled (widget, "places.go-into", inside != TL_PLACE_KIND_NONE);
  tl_place_pane_set_inside (self->pane, inside);
}

void
tl_places_view_show_place (TlPlacesView *self)
{
  TlPlaceRow *row = self->shown != NULL ? get_row (self) : NULL;

  tl_place_pane_set_row (self->pane, row, row != NULL ? self->shown->risk : NULL,
                         row != NULL ? tl_assessment_get_as_at (self->assessment) : TL_NO_DAY);
  update_actions (self);
}

static void
selected_cb (TlPlacesView *self)
{
  const TlPlaceJudgement *place = get_place (self);

  /* Rows that are let go of before others come aren't chosen otherwise. */
  if (self->updating || self->pane == NULL || self->waits)
    return;
  if (place != NULL)
    self->place_id = place->place->base.id;
  tl_places_view_show_place (self);
}

/* Places in a chart are in the comparison's own order. */
void
tl_places_view_choose_place (TlPlacesView *self,
                             guint         index)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  for (guint i = 0; self->shown != NULL && i < n; i++)
    {
      g_autoptr (TlPlaceRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      if (tl_place_row_get_place (row) == &self->shown->comparison->places[index])
        tl_places_view_select_row (self, i);
    }
}

static void
go_into_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  TlPlacesView *self = TL_PLACES_VIEW (widget);
  const TlPlaceJudgement *place = get_place (self);

  if (find_inside (self) == TL_PLACE_KIND_NONE)
    return;
  gtk_stack_set_visible_child_name (self->sheet, "list");
  tl_places_view_go_within (self, place->place);
  tl_places_view_focus_list (self);
}

static GtkWidget *
find_cards (TlPlacesView *self)
{
  return gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (tl_deferred_bin_ensure (self->cards)));
}

/* Whoever opens a row goes into the place; where there is nothing beneath, to what is said of it. Without room for
 * that beneath the list, it has a page of its own. */
static void
activated_cb (TlPlacesView *self,
              guint         position)
{
  gtk_single_selection_set_selected (self->selection, position);
  if (self->narrow)
    {
      gtk_stack_set_visible_child_name (self->sheet, "place");
      gtk_widget_grab_focus (self->close_button);
    }
  else if (find_inside (self) != TL_PLACE_KIND_NONE)
    gtk_widget_activate_action (GTK_WIDGET (self), "places.go-into", NULL);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->pane), GTK_DIR_TAB_FORWARD);
}

/* The list that is in sight. */
void
tl_places_view_focus_list (TlPlacesView *self)
{
  gtk_widget_grab_focus (self->narrow ? find_cards (self) : GTK_WIDGET (self->table));
}

static void
cards_made_cb (TlPlacesView *self)
{
  g_signal_connect_object (find_cards (self), "activate", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
}

/* Cards that nobody sees would be filled with each row all the same. */
void
tl_places_view_fill_cards (TlPlacesView *self)
{
  if (self->narrow || adw_bin_get_child (ADW_BIN (self->cards)) != NULL)
    gtk_list_view_set_model (GTK_LIST_VIEW (find_cards (self)), self->narrow ? GTK_SELECTION_MODEL (self->selection) : NULL);
}

/* Whoever closes it goes on where they were. */
static void
close_place_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  TlPlacesView *self = TL_PLACES_VIEW (widget);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->sheet), "place") != 0)
    return;
  gtk_stack_set_visible_child_name (self->sheet, "list");
  tl_places_view_focus_list (self);
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   data)
{
  TlPlacesView *self = TL_PLACES_VIEW (widget);
  gboolean open = g_strcmp0 (gtk_stack_get_visible_child_name (self->sheet), "place") == 0;

  if (open)
    close_place_cb (widget, NULL, NULL);
  return open;
}

/* Puts the pane beneath the list, or onto a page of its own where there is only room for cards. */
void
tl_places_view_place_pane (TlPlacesView *self)
{
  AdwBin *from = self->narrow ? self->pane_slot : self->sheet_slot;
  AdwBin *to = self->narrow ? self->sheet_slot : self->pane_slot;

  if (adw_bin_get_child (to) == GTK_WIDGET (self->pane))
    return;
  gtk_stack_set_visible_child_name (self->sheet, "list");
  g_object_ref (self->pane);
  adw_bin_set_child (from, NULL);
  adw_bin_set_child (to, GTK_WIDGET (self->pane));
  tl_place_pane_set_high (self->pane, self->narrow);
  g_object_unref (self->pane);
}

/* ── What can be done for it ── */

static TlRisk *
find_risk (TlPlacesView *self)
{
  TlWorkbook *workbook = tl_view_get_workbook (TL_VIEW (self));

  return workbook != NULL && self->shown != NULL
           ? tl_workbook_find_risk (workbook, &self->shown->measure->facts->risk->base.id) : NULL;
}

static void
record_cause_cb (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  TlPlacesView *self = TL_PLACES_VIEW (widget);
  TlWorkbook *workbook = tl_view_get_workbook (TL_VIEW (self));
  const TlPlaceJudgement *place = get_place (self);
  TlRisk *risk = find_risk (self);

  if (place == NULL || risk == NULL)
    return;
  if (place->cause != NULL)
    tl_editing_open (widget, workbook, TL_TABLE_CAUSE, &place->cause->base.id);
  else
    tl_risk_mending_do (widget, workbook, risk, TL_REMEDY_RECORD_CAUSE, &place->place->base.id);
}

static void
add_support_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  TlPlacesView *self = TL_PLACES_VIEW (widget);
  const TlPlaceJudgement *place = get_place (self);
  TlRisk *risk = find_risk (self);

  if (place != NULL && risk != NULL)
    tl_risk_mending_do (widget, tl_view_get_workbook (TL_VIEW (self)), risk, TL_REMEDY_ADD_SUPPORT, &place->place->base.id);
}

/* To look at a place again is an action like any other: somebody does it by a day. */
static void
look_again_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  TlPlacesView *self = TL_PLACES_VIEW (widget);
  TlWorkbook *workbook = tl_view_get_workbook (TL_VIEW (self));
  const TlPlaceJudgement *place = get_place (self);
  g_autoptr (TlDraft) draft = NULL;
  g_autofree char *title = NULL;

  if (place == NULL)
    return;
  draft = tl_draft_new (workbook, TL_TABLE_ACTION);
  tl_draft_fill_usual (draft);
  /* Translators: an action; %s is the name of a place */
  title = g_strdup_printf (_("Look at %s again"), place->place->name);
  tl_draft_set_text (draft, "title", title);
  tl_draft_set_link (draft, "risk", &self->shown->measure->facts->risk->base.id);
  tl_draft_set_link (draft, "place", &place->place->base.id);
  tl_draft_set_word (draft, "purpose", TL_PURPOSE_CONTROL);
  tl_editing_present_at (widget, draft, "due");
}

static void
note_learning_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  TlPlacesView *self = TL_PLACES_VIEW (widget);
  TlWorkbook *workbook = tl_view_get_workbook (TL_VIEW (self));
  const TlPlaceJudgement *place = get_place (self);
  const TlId *risk = self->shown != NULL ? &self->shown->measure->facts->risk->base.id : NULL;

  if (place != NULL)
    tl_editing_new (widget, workbook, TL_TABLE_LEARNING, "risk", risk, "from_place", &place->place->base.id, NULL);
  else if (risk != NULL)
    tl_editing_new (widget, workbook, TL_TABLE_LEARNING, "risk", risk, NULL);
}

/* What was learnt elsewhere has been taken up here, or should be; what was learnt here should reach others. */
static void
share_learning_cb (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  TlPlacesView *self = TL_PLACES_VIEW (widget);
  TlWorkbook *workbook = tl_view_get_workbook (TL_VIEW (self));
  const TlPlaceJudgement *chosen = get_place (self);
  const TlPlaceFacts *place = chosen != NULL ? chosen->place : NULL;
  const TlRiskJudgement *risk = self->shown != NULL ? self->shown->risk : NULL;
  const TlLearningReachFacts *reach = NULL;
  const TlLearningFacts *learning = NULL;
  g_autoptr (TlDraft) draft = NULL;

  if (risk != NULL)
    learning = tl_place_words_find_learning (place, risk, tl_assessment_get_as_at (self->assessment), &reach);
  if (learning == NULL)
    return;
  if (reach != NULL)
    draft = tl_draft_new_copy (workbook, TL_TABLE_LEARNING_REACH, &reach->base.id);
  if (draft != NULL)
    tl_editing_present_at (widget, draft, "taken_up");
  else if (place == NULL || learning->from_place == place)
    tl_editing_open (widget, workbook, TL_TABLE_LEARNING, &learning->base.id);
  else
    tl_editing_new (widget, workbook, TL_TABLE_LEARNING_REACH, "learning", &learning->base.id, "place", &place->base.id, NULL);
}

void
tl_places_view_bind_place (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, cards_made_cb);

  gtk_widget_class_install_action (widget_class, "places.record-cause", NULL, record_cause_cb);
  gtk_widget_class_install_action (widget_class, "places.add-support", NULL, add_support_cb);
  gtk_widget_class_install_action (widget_class, "places.look-again", NULL, look_again_cb);
  gtk_widget_class_install_action (widget_class, "places.note-learning", NULL, note_learning_cb);
  gtk_widget_class_install_action (widget_class, "places.share-learning", NULL, share_learning_cb);
  gtk_widget_class_install_action (widget_class, "places.go-into", NULL, go_into_cb);
  gtk_widget_class_install_action (widget_class, "places.go-within", "s", go_within_cb);
  gtk_widget_class_install_action (widget_class, "places.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "places.close-place", NULL, close_place_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "places.back", NULL);
}
