/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Adding something where it belongs in time. */
#include "config.h"

#include "tl-timeline-view-private.h"

#include <glib/gi18n.h>

#include "tl-draft-usual.h"
#include "tl-editing.h"
#include "tl-format.h"

/* ── What a new row begins with ── */

/* Which of a row's fields says where it is. */
static void
set_place (TlDraft    *draft,
           TlSnapshot *snapshot,
           const TlId *id)
{
  const TlPlaceFacts *place = tl_snapshot_find (snapshot, TL_TABLE_PLACE, id);
  const char *column = "place";

  if (place == NULL)
    return;
  if (place->kind == TL_PLACE_KIND_SHIFT)
    column = "shift";
  else if (place->kind == TL_PLACE_KIND_STAFF_GROUP)
    column = "staff_group";
  if (tl_layout_find_field (tl_draft_get_table (draft), column) != NULL)
    tl_draft_set_link (draft, column, id);
}

static void
fill_risk (TlTimelineView        *self,
           TlDraft               *draft,
           const TlRiskJudgement *risk)
{
  TlTable table = tl_draft_get_table (draft);
  TlSnapshot *snapshot = tl_assessment_get_snapshot (tl_timeline_view_get_assessment (self));

  if (tl_layout_find_field (table, "risks") != NULL)
    tl_draft_add_link (draft, "risks", &risk->facts->base.id);
  if (tl_layout_find_field (table, "risk") != NULL)
    tl_draft_set_link (draft, "risk", &risk->facts->base.id);
  if (table == TL_TABLE_READING && risk->primary != NULL)
    tl_draft_set_link (draft, "measure", &risk->primary->facts->base.id);
  if (risk->facts->scope.n == 1)
    set_place (draft, snapshot, &TL_FACTS_AT (risk->facts->scope, TlFacts, 0)->id);
  if (tl_timeline_view_is_following (self) && tl_layout_find_field (table, "actions") != NULL)
    tl_draft_add_link (draft, "actions", &self->follow);
}

/* Nothing is taken for granted but what one looks at: the risk, the place, the day, the lane. */
static TlDraft *
begin_draft (TlTimelineView *self,
             TlTable         table,
             TlDay           day,
             TlSource        source)
{
  TlAssessment *assessment = tl_timeline_view_get_assessment (self);
  TlDraft *draft = tl_draft_new (tl_view_get_workbook (TL_VIEW (self)), table);
  const TlRiskJudgement *risk = NULL;

  tl_draft_fill_usual (draft);
  if (self->scope.kind == TL_TIMELINE_SCOPE_RISK)
    risk = tl_assessment_find_risk (assessment, &self->scope.id);
  if (risk != NULL)
    fill_risk (self, draft, risk);
  if (self->scope.kind == TL_TIMELINE_SCOPE_PLACE)
    set_place (draft, tl_assessment_get_snapshot (assessment), &self->scope.id);
  else if (!tl_id_is_none (&self->filter.place))
    set_place (draft, tl_assessment_get_snapshot (assessment), &self->filter.place);
  if (day != TL_NO_DAY)
    tl_draft_set_day (draft, table == TL_TABLE_ACTION ? "agreed" : "date", day);
  if (source != TL_SOURCE_NONE && table == TL_TABLE_EVIDENCE)
    tl_draft_set_word (draft, "source", (int) source);
  return draft;
}

static void
add_at (TlTimelineView *self,
        TlTable         table,
        TlDay           day,
        TlSource        source)
{
  g_autoptr (TlDraft) draft = NULL;

  if (tl_timeline_view_get_assessment (self) == NULL || !tl_workbook_get_editable (tl_view_get_workbook (TL_VIEW (self))))
    return;
  draft = begin_draft (self, table, day, source);
  tl_editing_present (GTK_WIDGET (self), draft);
}

/**
 * tl_timeline_view_add:
 * @self: a timeline
 * @table: what to add: evidence, a reading or an action
 *
 * Opens the dialog of a new row for what is looked at: at the day of what is chosen where the keyboard is at it, else
 * today.
 */
void
tl_timeline_view_add (TlTimelineView *self,
                      TlTable         table)
{
  TlTimelineItem *item;
  gboolean focused;

  g_return_if_fail (TL_IS_TIMELINE_VIEW (self));

  item = tl_timeline_canvas_get_selected (self->canvas);
  focused = (gtk_widget_get_state_flags (GTK_WIDGET (self->canvas)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0
            || gtk_widget_get_focus_child (GTK_WIDGET (self->list_stack)) != NULL;
  add_at (self, table, item != NULL && focused ? tl_timeline_item_get_date (item) : TL_NO_DAY, TL_SOURCE_NONE);
}

/* ── At a place in the drawing ── */

static void
append (GMenu      *menu,
        const char *words,
        const char *day,
        const char *table)
{
  g_autofree char *label = g_strdup_printf (words, day);
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "timeline.add", "s", table);
  g_menu_append_item (menu, item);
}

static void
closed_cb (TlTimelineView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

static void
add_here_cb (TlTimelineView *self,
             int             day,
             int             group,
             int             source,
             double          x,
             double          y)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autofree char *words = tl_format_day_long (day);
  graphene_point_t at = GRAPHENE_POINT_INIT (0, 0);

  self->add_day = day;
  self->add_source = (TlSource) source;
  /* Translators: %s is a day such as "12 May 2026" */
  append (menu, _("Add Evidence of %s…"), words, "evidence");
  append (menu, _("Add a Reading of %s…"), words, "reading");
  append (menu, _("Add an Action Agreed on %s…"), words, "action");
  if (self->add_menu == NULL)
    {
      self->add_menu = GTK_POPOVER (gtk_popover_menu_new_from_model (NULL));
      gtk_popover_set_has_arrow (self->add_menu, FALSE);
      gtk_widget_set_halign (GTK_WIDGET (self->add_menu), GTK_ALIGN_START);
      gtk_widget_set_parent (GTK_WIDGET (self->add_menu), GTK_WIDGET (self));
      g_signal_connect_object (self->add_menu, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
    }
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->add_menu), G_MENU_MODEL (menu));
  if (!gtk_widget_compute_point (GTK_WIDGET (self->canvas), GTK_WIDGET (self),
                                 &GRAPHENE_POINT_INIT ((float) x, (float) y), &at))
    return;
  gtk_popover_set_pointing_to (self->add_menu, &(GdkRectangle) { (int) at.x, (int) at.y, 1, 1 });
  gtk_popover_popup (self->add_menu);
}

static void
add_cb (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  TlTimelineView *self = TL_TIMELINE_VIEW (widget);
  TlTable table = tl_layout_find_table (g_variant_get_string (parameter, NULL));

  if (table != TL_NO_TABLE)
    add_at (self, table, self->add_day, self->add_source);
}

void
tl_timeline_view_update_adding (TlTimelineView *self)
{
  TlWorkbook *workbook = tl_view_get_workbook (TL_VIEW (self));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "timeline.add", workbook != NULL && tl_workbook_get_editable (workbook));
}

void
tl_timeline_view_bind_adding (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, add_here_cb);
  gtk_widget_class_install_action (widget_class, "timeline.add", "s", add_cb);
}
