/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-meeting-page-private.h"

#include <glib/gi18n.h>

#include "tl-agenda-dialog.h"
#include "tl-editing.h"
#include "tl-review-finishing.h"
#include "tl-review-rules.h"
#include "tl-window.h"
#include "tl-window-reviews.h"
#include "tl-workbook-reviews.h"

/* What can be done in a meeting: going on, finishing, putting right. */

/* So long it may take to keep something before that is said, in milliseconds. */
#define PATIENCE 500

static TlAgendaItemKind
get_kind (TlMeetingPage *self)
{
  TlAgendaRow *row = tl_meeting_page_get_row (self);

  return row != NULL ? tl_agenda_row_get_kind (row) : TL_AGENDA_ITEM_REST;
}

/* ── What is kept ─────────────────────────────────────────────────────────── */

static TlKeeping
get_keeping (TlMeetingPage  *self,
             const char    **problem)
{
  TlDraftKeeper *rest = tl_meeting_rest_get_keeper (self->rest_page);
  TlKeeping keeping = tl_meeting_risk_get_keeping (self->risk_page);

  *problem = tl_meeting_risk_get_problem (self->risk_page);
  if (rest == NULL)
    return keeping;
  if (*problem == NULL)
    *problem = tl_draft_keeper_get_problem (rest);
  return MAX (keeping, tl_draft_keeper_get_keeping (rest));
}

static void go_on_once_kept (TlMeetingPage *self);

static void
say_keeping_cb (gpointer user_data)
{
  TlMeetingPage *self = user_data;

  self->keeping = 0;
  gtk_label_set_label (self->kept_label, _("Keeping…"));
}

/* A letter is kept before anybody could read that it is being kept; what takes longer is said. */
static void
say_keeping (TlMeetingPage *self,
             gboolean       keeps)
{
  if (keeps && self->keeping == 0)
    self->keeping = g_timeout_add_once (PATIENCE, say_keeping_cb, self);
  if (keeps)
    return;
  g_clear_handle_id (&self->keeping, g_source_remove);
  gtk_label_set_label (self->kept_label, _("Kept as you type"));
}

/* Says how far what was typed is kept. */
void
tl_meeting_page_update_kept (TlMeetingPage *self)
{
  const char *problem = NULL;
  TlKeeping keeping = get_keeping (self, &problem);
  g_autofree char *refused = NULL;

  if (!tl_meeting_page_is_editable (self))
    gtk_label_set_label (self->kept_label, "");
  else if (keeping == TL_KEEPING_REFUSED)
    {
      /* Translators: %s is a sentence that says why something can't be kept */
      refused = g_strdup_printf (_("Not kept yet. %s"), problem != NULL ? problem : "");
      gtk_label_set_label (self->kept_label, refused);
    }
  else
    say_keeping (self, keeping == TL_KEEPING_TYPED);
  if (!tl_meeting_page_is_editable (self) || keeping == TL_KEEPING_REFUSED)
    g_clear_handle_id (&self->keeping, g_source_remove);
  if (self->going_on)
    go_on_once_kept (self);
}

/* ── Going on ─────────────────────────────────────────────────────────────── */

static void
continued_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (TlMeetingPage) self = user_data;
  g_autoptr (GError) error = NULL;
  GtkRoot *window = gtk_widget_get_root (GTK_WIDGET (self));

  if (tl_workbook_apply_finish (TL_WORKBOOK (source), result, &error))
    tl_meeting_page_go (self, 1);
  else if (TL_IS_WINDOW (window))
    tl_window_say (TL_WINDOW (window), error->message);
}

/* Looked at: it goes on as before, unless something was decided. */
static void
continue_risk (TlMeetingPage *self)
{
  const TlReviewFacts *review = tl_meeting_page_find_review (self);
  TlAgendaRow *row = tl_meeting_page_get_row (self);
  TlDraft *decision = tl_meeting_risk_get_decision (self->risk_page);
  TlDecisionPlan plan = { .review = &self->review, .risk = tl_agenda_row_get_risk (row) };

  if (tl_draft_get_word (decision, "decision") != TL_DECISION_KIND_NONE)
    {
      tl_meeting_page_go (self, 1);
      return;
    }
  plan.by = review->chair.person != NULL ? &review->chair.person->base.id : NULL;
  plan.by_text = review->chair.text;
  tl_workbook_continue_risk_async (self->workbook, &plan, NULL, continued_cb, g_object_ref (self));
}

/* What was typed comes first, so that both rest on the same. */
static void
go_on_once_kept (TlMeetingPage *self)
{
  const char *problem = NULL;
  TlKeeping keeping = get_keeping (self, &problem);

  if (keeping == TL_KEEPING_TYPED || tl_workbook_get_busy (self->workbook))
    return;
  self->going_on = FALSE;
  if (keeping == TL_KEEPING_REFUSED)
    tl_meeting_risk_mark_problem (self->risk_page);
  else if (get_kind (self) == TL_AGENDA_ITEM_RISK)
    continue_risk (self);
  else
    tl_meeting_page_go (self, 1);
}

static void
next_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  TlMeetingPage *self = TL_MEETING_PAGE (widget);

  if (tl_meeting_page_find_next (self, 1) == NULL)
    {
      if (tl_meeting_page_is_editable (self) && !self->correcting)
        gtk_widget_activate_action (widget, "meeting.finish", NULL);
      return;
    }
  if (!tl_meeting_page_is_editable (self) || self->correcting)
    {
      tl_meeting_page_go (self, 1);
      return;
    }
  tl_meeting_page_leave (self);
  self->going_on = TRUE;
  go_on_once_kept (self);
}

static void
step_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  tl_meeting_page_go (TL_MEETING_PAGE (widget), g_str_equal (name, "meeting.back") ? -1 : 1);
}

static void
show_agenda_cb (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  TlMeetingPage *self = TL_MEETING_PAGE (widget);

  adw_overlay_split_view_set_show_sidebar (self->split, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (tl_meeting_page_get_row (self)));
}

/* ── On a wall ────────────────────────────────────────────────────────────── */

static void
project_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  TlMeetingPage *self = TL_MEETING_PAGE (widget);
  GtkRoot *window = gtk_widget_get_root (widget);

  tl_meeting_page_project (self, !self->projected);
  if (TL_IS_WINDOW (window))
    tl_window_project (TL_WINDOW (window), self->projected);
}

/**
 * tl_meeting_page_project:
 * @self: a page
 * @projected: whether it is shown on a wall
 *
 * Shows one item with large text and nothing beside it, or the meeting as it is held at a desk.
 */
void
tl_meeting_page_project (TlMeetingPage *self,
                         gboolean       projected)
{
  g_return_if_fail (TL_IS_MEETING_PAGE (self));

  self->projected = projected;
  if (projected)
    gtk_widget_add_css_class (GTK_WIDGET (self), "projected");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "projected");
  adw_overlay_split_view_set_show_sidebar (self->split, !projected && !adw_overlay_split_view_get_collapsed (self->split));
  gtk_widget_set_visible (GTK_WIDGET (self->agenda_button),
                          projected || adw_overlay_split_view_get_collapsed (self->split));
}

/* ── The end, and afterwards ──────────────────────────────────────────────── */

static void
finish_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  TlMeetingPage *self = TL_MEETING_PAGE (widget);

  tl_meeting_page_leave (self);
  tl_review_finishing_ask (widget, self->workbook, &self->review);
}

static void
correct_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  TlMeetingPage *self = TL_MEETING_PAGE (widget);

  self->correcting = !self->correcting;
  tl_meeting_page_refresh (self);
}

static void
change_agenda_cb (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  TlMeetingPage *self = TL_MEETING_PAGE (widget);

  tl_meeting_page_leave (self);
  adw_dialog_present (ADW_DIALOG (tl_agenda_dialog_new (self->workbook, &self->review)), widget);
}

static void
arrived_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (TlMeetingPage) self = user_data;
  g_autoptr (GError) error = NULL;
  GtkRoot *window = gtk_widget_get_root (GTK_WIDGET (self));

  if (!tl_workbook_apply_finish (TL_WORKBOOK (source), result, &error) && TL_IS_WINDOW (window))
    tl_window_say (TL_WINDOW (window), error->message);
}

static void
arrive_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  TlMeetingPage *self = TL_MEETING_PAGE (widget);
  TlId id;

  if (tl_id_from_hex (g_variant_get_string (parameter, NULL), &id))
    tl_workbook_record_arrival_async (self->workbook, &id, tl_workbook_get_today (self->workbook), NULL, arrived_cb,
                                      g_object_ref (self));
}

static void
ask_for_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  TlMeetingPage *self = TL_MEETING_PAGE (widget);

  tl_editing_new (widget, self->workbook, TL_TABLE_PACK_ITEM, "review", &self->review, NULL);
}

static void
minutes_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  tl_meeting_page_leave (TL_MEETING_PAGE (widget));
  gtk_widget_activate_action (widget, "win.print", NULL);
}

void
tl_meeting_page_bind_ways (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "meeting.next", NULL, next_cb);
  gtk_widget_class_install_action (widget_class, "meeting.forward", NULL, step_cb);
  gtk_widget_class_install_action (widget_class, "meeting.back", NULL, step_cb);
  gtk_widget_class_install_action (widget_class, "meeting.show-agenda", NULL, show_agenda_cb);
  gtk_widget_class_install_action (widget_class, "meeting.project", NULL, project_cb);
  gtk_widget_class_install_action (widget_class, "meeting.finish", NULL, finish_cb);
  gtk_widget_class_install_action (widget_class, "meeting.correct", NULL, correct_cb);
  gtk_widget_class_install_action (widget_class, "meeting.change-agenda", NULL, change_agenda_cb);
  gtk_widget_class_install_action (widget_class, "meeting.arrived", "s", arrive_cb);
  gtk_widget_class_install_action (widget_class, "meeting.ask-for", NULL, ask_for_cb);
  gtk_widget_class_install_action (widget_class, "meeting.minutes", NULL, minutes_cb);
}

/* ── What is offered ──────────────────────────────────────────────────────── */

static void
name_steps (TlMeetingPage *self,
            gboolean       finished)
{
  TlAgendaRow *before = tl_meeting_page_find_next (self, -1), *after = tl_meeting_page_find_next (self, 1);
  g_autofree char *next = NULL;

  adw_button_content_set_label (self->back_content, before != NULL ? tl_agenda_row_get_short_title (before) : _("Back"));
  if (after != NULL)
    /* Translators: %s is the next item of an agenda, such as "R3 Late evening medicines" */
    next = g_strdup_printf (_("Next: %s"), tl_agenda_row_get_title (after));
  gtk_label_set_label (self->next_label, after != NULL ? next : finished ? _("The last item") : _("Finish"));
}

/* Offers what can be done at the item that is shown. */
void
tl_meeting_page_update_ways (TlMeetingPage *self)
{
  const TlReviewFacts *review = tl_meeting_page_find_review (self);
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean last = tl_meeting_page_find_next (self, 1) == NULL, editable = tl_meeting_page_is_editable (self);
  gboolean finished = review == NULL || tl_review_is_finished (review, tl_workbook_get_as_at (self->workbook));

  name_steps (self, finished);
  gtk_widget_action_set_enabled (widget, "meeting.back", tl_meeting_page_find_next (self, -1) != NULL);
  gtk_widget_action_set_enabled (widget, "meeting.forward", !last);
  gtk_widget_action_set_enabled (widget, "meeting.next", !last || (editable && !finished));
  gtk_widget_action_set_enabled (widget, "meeting.finish", editable && !finished);
  gtk_widget_action_set_enabled (widget, "meeting.correct", finished && tl_workbook_get_editable (self->workbook));
  gtk_widget_action_set_enabled (widget, "meeting.change-agenda", editable);
  gtk_widget_action_set_enabled (widget, "meeting.arrived", editable);
  gtk_widget_action_set_enabled (widget, "meeting.ask-for", editable);
  gtk_widget_set_visible (GTK_WIDGET (self->finish_button), !finished);
  gtk_widget_set_visible (GTK_WIDGET (self->correct_button), finished);
  gtk_button_set_label (self->correct_button, self->correcting ? _("_Done Correcting") : _("_Correct…"));
  tl_meeting_page_update_kept (self);
}
