/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the timeline is of, and which time of it is looked at. */
#include "config.h"

#include "tl-timeline-view-private.h"

#include <glib/gi18n.h>

#include "tl-row-chooser.h"
#include "tl-row-words.h"
#include "tl-timeline-memory.h"

/* The length of time that is seen of something for the first time. */
#define FIRST_SPAN 366.0

static const TlTable tables[] = {
  [TL_TIMELINE_SCOPE_WORKBOOK] = TL_NO_TABLE,
  [TL_TIMELINE_SCOPE_RISK] = TL_TABLE_RISK,
  [TL_TIMELINE_SCOPE_PLACE] = TL_TABLE_PLACE,
  [TL_TIMELINE_SCOPE_PERSON] = TL_TABLE_PERSON,
};

static TlSnapshot *
get_snapshot (TlTimelineView *self)
{
  return tl_assessment_get_snapshot (tl_timeline_view_get_assessment (self));
}

static const TlFacts *
find_subject (TlTimelineView *self)
{
  TlTable table = tables[self->scope.kind];

  if (table == TL_NO_TABLE || tl_timeline_view_get_assessment (self) == NULL)
    return NULL;
  return tl_snapshot_find (get_snapshot (self), table, &self->scope.id);
}

/* ── Which time is looked at ── */

static gboolean
is_kept (TlTimelineView *self)
{
  TlWorkbook *workbook = tl_view_get_workbook (TL_VIEW (self));

  return workbook != NULL && tl_timeline_view_get_assessment (self) != NULL && tl_workbook_get_file (workbook) != NULL;
}

/* Where an action is followed the time before that is what is come back to. */
void
tl_timeline_view_remember (TlTimelineView *self)
{
  double middle = self->middle_before, span = self->span_before;

  if (tl_timeline_canvas_get_plan (self->canvas) == NULL || self->anew || !is_kept (self))
    return;
  if (!tl_timeline_view_is_following (self))
    tl_timeline_canvas_get_position (self->canvas, &middle, &span);
  tl_timeline_memory_keep (tl_snapshot_get_document (get_snapshot (self)), &self->scope, middle, span);
}

/* What was never looked at is seen up to today. */
void
tl_timeline_view_recall (TlTimelineView *self)
{
  double middle, span;

  if (tl_timeline_view_is_following (self))
    {
      tl_timeline_view_mark_time (self, "all");
      tl_timeline_canvas_fit (self->canvas, TL_TIMELINE_FIT_ALL);
    }
  else if (is_kept (self) && tl_timeline_memory_find (tl_snapshot_get_document (get_snapshot (self)), &self->scope, &middle, &span))
    {
      tl_timeline_canvas_set_position (self->canvas, middle, span);
      tl_timeline_view_mark_time (self, NULL);
    }
  else
    {
      tl_timeline_canvas_set_span (self->canvas, FIRST_SPAN);
      tl_timeline_canvas_show_today (self->canvas);
      tl_timeline_view_mark_time (self, "year");
    }
}

/* ── Choosing ── */

static char *
name_scope (TlTimelineView *self)
{
  const TlFacts *row = find_subject (self);
  g_autofree char *title = row != NULL ? tl_row_words_title (tables[self->scope.kind], row) : NULL;

  if (row == NULL)
    return g_strdup ("");
  /* A risk is known by its ref, too. */
  if (self->scope.kind == TL_TIMELINE_SCOPE_RISK && row->ref != NULL && !g_str_has_prefix (title, row->ref))
    return g_strdup_printf ("%s %s", row->ref, title);
  return g_steal_pointer (&title);
}

void
tl_timeline_view_update_scope (TlTimelineView *self)
{
  static const char * const words[] = {
    [TL_TIMELINE_SCOPE_WORKBOOK] = "",
    [TL_TIMELINE_SCOPE_RISK] = N_("Which risk"),
    [TL_TIMELINE_SCOPE_PLACE] = N_("Which place"),
    [TL_TIMELINE_SCOPE_PERSON] = N_("Which person"),
  };
  gboolean of_risk = self->scope.kind == TL_TIMELINE_SCOPE_RISK;
  GtkPopover *chooser = gtk_menu_button_get_popover (self->scope_button);
  g_autofree char *name = name_scope (self);
  g_autofree char *sentence = NULL;
  gboolean updating = self->updating;

  self->updating = TRUE;
  gtk_drop_down_set_selected (self->scope_kind, self->scope.kind);
  self->updating = updating;
  gtk_widget_set_visible (GTK_WIDGET (self->scope_button), self->scope.kind != TL_TIMELINE_SCOPE_WORKBOOK);
  gtk_label_set_label (self->scope_label, name);
  /* Only a risk was opened, and has measures of its own. */
  adw_toggle_set_enabled (adw_toggle_group_get_toggle_by_name (self->zoom, "scope"), of_risk);
  gtk_widget_set_sensitive (GTK_WIDGET (self->charts_button), of_risk);
  if (self->scope.kind == TL_TIMELINE_SCOPE_WORKBOOK || tl_timeline_view_get_assessment (self) == NULL)
    return;
  tl_row_chooser_set_up (TL_ROW_CHOOSER (chooser), tl_view_get_workbook (TL_VIEW (self)), tables[self->scope.kind],
                         TL_ROW_CHOOSER_PLAIN);
  /* Translators: what is chosen, such as "Which risk", and which: "R1 Medicines record gaps" */
  sentence = g_strdup_printf (_("%1$s: %2$s"), _(words[self->scope.kind]), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scope_button), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
}

/* Shows something else; what was hidden, followed and chosen belonged to what was shown before. */
void
tl_timeline_view_set_scope (TlTimelineView *self,
                            TlTimelineScope scope)
{
  if (scope.kind == self->scope.kind && tl_id_equal (&scope.id, &self->scope.id))
    return;
  tl_timeline_view_remember (self);
  self->scope = scope;
  self->follow = (TlId) { 0 };
  self->filter.place = self->filter.person = (TlId) { 0 };
  tl_timeline_view_show_plan (self, TRUE);
}

/* The risk in hand is what the other views show, too. */
static void
choose (TlTimelineView *self,
        TlTimelineScope scope)
{
  TlWorkbook *workbook = tl_view_get_workbook (TL_VIEW (self));

  tl_timeline_view_set_scope (self, scope);
  if (scope.kind == TL_TIMELINE_SCOPE_RISK)
    tl_view_set_risk (TL_VIEW (self), tl_workbook_find_risk (workbook, &scope.id));
}

static void
scope_chosen_cb (TlTimelineView *self,
                 TlRowChoice    *choice)
{
  if (tl_row_choice_get_kind (choice) == TL_ROW_CHOICE_ROW)
    choose (self, (TlTimelineScope) { self->scope.kind, *tl_row_choice_get_id (choice) });
}

/* What somebody most likely wants of a kind: what the risk in hand is about. */
static const TlFacts *
find_likely (TlTimelineView     *self,
             TlTimelineScopeKind kind)
{
  TlRisk *risk = tl_view_get_risk (TL_VIEW (self));
  const TlRiskJudgement *judgement = risk != NULL ? tl_risk_get_judgement (risk) : NULL;
  TlTable table = tables[kind];

  if (kind == TL_TIMELINE_SCOPE_RISK && judgement != NULL)
    return &judgement->facts->base;
  if (kind == TL_TIMELINE_SCOPE_PLACE && judgement != NULL && judgement->facts->scope.n > 0)
    return judgement->facts->scope.rows[0];
  if (kind == TL_TIMELINE_SCOPE_PERSON && judgement != NULL && judgement->owner != NULL && judgement->owner->person != NULL)
    return &judgement->owner->person->base;
  return tl_snapshot_count (get_snapshot (self), table) > 0 ? tl_snapshot_get (get_snapshot (self), table, 0) : NULL;
}

static void
kind_chosen_cb (TlTimelineView *self)
{
  TlTimelineScope scope = { (TlTimelineScopeKind) gtk_drop_down_get_selected (self->scope_kind) };
  const TlFacts *row = NULL;

  if (self->updating || tl_timeline_view_get_assessment (self) == NULL || scope.kind == self->scope.kind)
    return;
  if (scope.kind != TL_TIMELINE_SCOPE_WORKBOOK)
    row = find_likely (self, scope.kind);
  if (row != NULL)
    scope.id = row->id;
  if (row != NULL || scope.kind == TL_TIMELINE_SCOPE_WORKBOOK)
    choose (self, scope);
  else
    tl_timeline_view_update_scope (self);
}

/* ── Another workbook, or another day ── */

/* With another workbook: the risk in hand, else what was last looked at, else all of it. */
void
tl_timeline_view_begin_scope (TlTimelineView *self)
{
  TlRisk *risk = tl_view_get_risk (TL_VIEW (self));

  self->scope = (TlTimelineScope) { TL_TIMELINE_SCOPE_WORKBOOK };
  if (risk != NULL)
    self->scope = (TlTimelineScope) { TL_TIMELINE_SCOPE_RISK, *tl_record_get_id (TL_RECORD (risk)) };
  else if (is_kept (self))
    tl_timeline_memory_latest (tl_snapshot_get_document (get_snapshot (self)), &self->scope);
}

/* What isn't there any more is the whole workbook instead. Returns whether it is there. */
gboolean
tl_timeline_view_check_scope (TlTimelineView *self)
{
  TlAssessment *assessment = tl_timeline_view_get_assessment (self);
  gboolean there = self->scope.kind == TL_TIMELINE_SCOPE_WORKBOOK || find_subject (self) != NULL;

  if (there && self->scope.kind == TL_TIMELINE_SCOPE_RISK)
    there = tl_assessment_find_risk (assessment, &self->scope.id) != NULL;
  if (!there)
    self->scope = (TlTimelineScope) { TL_TIMELINE_SCOPE_WORKBOOK };
  return there;
}

void
tl_timeline_view_bind_scope (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TlTimelineView, scope_kind);
  gtk_widget_class_bind_template_child (widget_class, TlTimelineView, scope_button);
  gtk_widget_class_bind_template_child (widget_class, TlTimelineView, scope_label);
  gtk_widget_class_bind_template_child (widget_class, TlTimelineView, charts_button);
  gtk_widget_class_bind_template_callback (widget_class, scope_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_chosen_cb);
}
