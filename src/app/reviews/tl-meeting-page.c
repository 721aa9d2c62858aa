/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-meeting-page-private.h"

#include <glib/gi18n.h>

#include "tl-format.h"
#include "tl-review-rules.h"
#include "tl-review-words.h"
#include "tl-shortcuts.h"
#include "tl-typed-notes.h"

G_DEFINE_FINAL_TYPE (TlMeetingPage, tl_meeting_page, ADW_TYPE_BIN)

const TlReviewFacts *
tl_meeting_page_find_review (TlMeetingPage *self)
{
  TlAssessment *assessment = self->workbook != NULL ? tl_workbook_get_assessment (self->workbook) : NULL;

  return assessment != NULL ? tl_snapshot_find (tl_assessment_get_snapshot (assessment), TL_TABLE_REVIEW, &self->review) : NULL;
}

/* A finished review is only read, until somebody means to put it right. */
gboolean
tl_meeting_page_is_editable (TlMeetingPage *self)
{
  const TlReviewFacts *review = tl_meeting_page_find_review (self);

  return review != NULL && tl_workbook_get_editable (self->workbook)
         && (self->correcting || !tl_review_is_finished (review, tl_workbook_get_as_at (self->workbook)));
}

/* ── The items ────────────────────────────────────────────────────────────── */

TlAgendaRow *
tl_meeting_page_get_row (TlMeetingPage *self)
{
  return TL_AGENDA_ROW (gtk_list_box_get_selected_row (self->agenda));
}

TlAgendaRow *
tl_meeting_page_find_next (TlMeetingPage *self,
                           int            by)
{
  TlAgendaRow *row = tl_meeting_page_get_row (self);
  int index = row != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + by : 0;

  return index >= 0 ? TL_AGENDA_ROW (gtk_list_box_get_row_at_index (self->agenda, index)) : NULL;
}

static void
show_item (TlMeetingPage *self)
{
  TlAgendaRow *row = tl_meeting_page_get_row (self);
  gboolean editable = tl_meeting_page_is_editable (self);

  if (row == NULL)
    return;
  switch (tl_agenda_row_get_kind (row))
    {
    case TL_AGENDA_ITEM_RISK:
      tl_meeting_risk_show (self->risk_page, self->workbook, &self->review, tl_agenda_row_get_risk (row));
      tl_meeting_risk_refresh (self->risk_page, editable);
      gtk_stack_set_visible_child_name (self->pages, "risk");
      break;
    case TL_AGENDA_ITEM_REST:
      tl_meeting_risk_keep (self->risk_page);
      tl_meeting_rest_refresh (self->rest_page, editable);
      gtk_stack_set_visible_child_name (self->pages, "rest");
      break;
    case TL_AGENDA_ITEM_LAST:
    default:
      tl_meeting_risk_keep (self->risk_page);
      gtk_stack_set_visible_child_name (self->pages, "last");
      break;
    }
  tl_meeting_page_update_ways (self);
}

static void
row_selected_cb (TlMeetingPage *self,
                 GtkListBoxRow *row)
{
  if (row == NULL || self->filling)
    return;
  show_item (self);
  /* What was left unfinished says so once it is out of sight. */
  if (!tl_typed_notes_is_empty (tl_workbook_get_typed (self->workbook)))
    tl_meeting_page_fill_agenda (self);
}

static void
row_activated_cb (TlMeetingPage *self,
                  GtkListBoxRow *row)
{
  if (adw_overlay_split_view_get_collapsed (self->split))
    adw_overlay_split_view_set_show_sidebar (self->split, FALSE);
}

/* To an item further on or back; the keyboard goes to the first thing to be written there. */
void
tl_meeting_page_go (TlMeetingPage *self,
                    int            by)
{
  TlAgendaRow *next = tl_meeting_page_find_next (self, by);

  if (next == NULL)
    return;
  gtk_list_box_select_row (self->agenda, GTK_LIST_BOX_ROW (next));
  tl_meeting_page_begin (self);
}

/* ── What is said of the review ───────────────────────────────────────────── */

static void
fill_head (TlMeetingPage       *self,
           const TlReviewFacts *review)
{
  const char *chair = review->chair.person != NULL ? review->chair.person->name : review->chair.text;
  g_autofree char *day = review->date != TL_NO_DAY ? tl_format_day_long (review->date) : g_strdup ("");
  /* Translators: %s is a person */
  g_autofree char *chaired = chair != NULL ? g_strdup_printf (_("Chair %s"), chair) : g_strdup (_("No chair"));
  g_autofree char *finished = NULL, *standing = NULL;

  gtk_label_set_label (self->forum_label, review->forum != NULL ? review->forum->name : _("Review"));
  gtk_label_set_label (self->day_label, day);
  gtk_label_set_label (self->chair_label, chaired);
  if (tl_review_is_finished (review, tl_workbook_get_as_at (self->workbook)))
    {
      finished = tl_format_day_long (review->finished);
      standing = self->correcting
                   /* Translators: %s is a day */
                   ? g_strdup_printf (_("Finished on %s. What you change now is shown as a correction."), finished)
                   /* Translators: %s is a day */
                   : g_strdup_printf (_("Finished on %s."), finished);
    }
  gtk_label_set_label (self->standing_label, standing != NULL ? standing : "");
  gtk_widget_set_visible (GTK_WIDGET (self->standing_label), standing != NULL);
  tl_meeting_page_read_trail (self);
}

/* ── Overrides ────────────────────────────────────────────────────────────── */

static void
keeping_cb (TlMeetingPage *self)
{
  tl_meeting_page_update_kept (self);
}

static void
tl_meeting_page_dispose (GObject *object)
{
  TlMeetingPage *self = TL_MEETING_PAGE (object);

  /* The bin must let go of its child before the template does. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  tl_meeting_page_stop_reading (self);
  g_clear_handle_id (&self->keeping, g_source_remove);
  g_clear_object (&self->workbook);
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_MEETING_PAGE);

  G_OBJECT_CLASS (tl_meeting_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/reviews/meeting-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TlMeetingPage, split);
  gtk_widget_class_bind_template_child (widget_class, TlMeetingPage, forum_label);
  gtk_widget_class_bind_template_child (widget_class, TlMeetingPage, day_label);
  gtk_widget_class_bind_template_child (widget_class, TlMeetingPage, chair_label);
  gtk_widget_class_bind_template_child (widget_class, TlMeetingPage, standing_label);
  gtk_widget_class_bind_template_child (widget_class, TlMeetingPage, agenda);
  gtk_widget_class_bind_template_child (widget_class, TlMeetingPage, finish_button);
  gtk_widget_class_bind_template_child (widget_class, TlMeetingPage, correct_button);
  gtk_widget_class_bind_template_child (widget_class, TlMeetingPage, pages);
  gtk_widget_class_bind_template_child (widget_class, TlMeetingPage, last_page);
  gtk_widget_class_bind_template_child (widget_class, TlMeetingPage, risk_page);
  gtk_widget_class_bind_template_child (widget_class, TlMeetingPage, rest_page);
  gtk_widget_class_bind_template_child (widget_class, TlMeetingPage, agenda_button);
  gtk_widget_class_bind_template_child (widget_class, TlMeetingPage, back_button);
  gtk_widget_class_bind_template_child (widget_class, TlMeetingPage, back_content);
  gtk_widget_class_bind_template_child (widget_class, TlMeetingPage, kept_label);
  gtk_widget_class_bind_template_child (widget_class, TlMeetingPage, next_label);
  gtk_widget_class_bind_template_child (widget_class, TlMeetingPage, next_key_label);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, keeping_cb);
}

static void
tl_meeting_page_class_init (TlMeetingPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_meeting_page_dispose;

  g_type_ensure (TL_TYPE_MEETING_LAST);
  g_type_ensure (TL_TYPE_MEETING_REST);
  g_type_ensure (TL_TYPE_MEETING_RISK);
  tl_meeting_page_bind_ways (GTK_WIDGET_CLASS (klass));
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
tl_meeting_page_init (TlMeetingPage *self)
{
  g_autofree char *keys = tl_shortcut_dup_keys ("<Control>Return");

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_label_set_label (self->next_key_label, keys);
}

/* ── Which review ─────────────────────────────────────────────────────────── */

/* Where somebody goes on: the first item that wasn't looked at. */
static void
select_first (TlMeetingPage *self)
{
  GtkListBoxRow *row = NULL;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->agenda, i)) != NULL; i++)
    if (!tl_agenda_row_is_done (TL_AGENDA_ROW (row)))
      break;
  if (row == NULL)
    row = gtk_list_box_get_row_at_index (self->agenda, 0);
  gtk_list_box_select_row (self->agenda, row);
}

/**
 * tl_meeting_page_show:
 * @self: a page
 * @workbook: a workbook
 * @review: a review of it
 *
 * Shows a review, at the first item that wasn't looked at.
 *
 * Returns: whether there is such a review
 */
gboolean
tl_meeting_page_show (TlMeetingPage *self,
                      TlWorkbook    *workbook,
                      const TlId    *review)
{
  g_return_val_if_fail (TL_IS_MEETING_PAGE (self), FALSE);

  g_set_object (&self->workbook, workbook);
  self->review = *review;
  self->correcting = FALSE;
  if (tl_meeting_page_find_review (self) == NULL)
    return FALSE;
  self->filling = TRUE;
  gtk_list_box_remove_all (self->agenda);
  self->filling = FALSE;
  fill_head (self, tl_meeting_page_find_review (self));
  tl_meeting_page_fill_agenda (self);
  tl_meeting_rest_show (self->rest_page, workbook, review);
  select_first (self);
  return TRUE;
}

/**
 * tl_meeting_page_refresh:
 * @self: a page
 *
 * Shows what is concluded now. What is being typed stays as it is.
 *
 * Returns: whether its review is still there
 */
gboolean
tl_meeting_page_refresh (TlMeetingPage *self)
{
  const TlReviewFacts *review;
  TlAgendaRow *row;

  g_return_val_if_fail (TL_IS_MEETING_PAGE (self), FALSE);

  review = tl_meeting_page_find_review (self);
  if (review == NULL)
    return FALSE;
  fill_head (self, review);
  tl_meeting_page_fill_agenda (self);
  row = tl_meeting_page_get_row (self);
  if (row == NULL)
    select_first (self);
  else if (tl_agenda_row_get_kind (row) == TL_AGENDA_ITEM_RISK)
    tl_meeting_risk_refresh (self->risk_page, tl_meeting_page_is_editable (self));
  else if (tl_agenda_row_get_kind (row) == TL_AGENDA_ITEM_REST)
    tl_meeting_rest_refresh (self->rest_page, tl_meeting_page_is_editable (self));
  tl_meeting_page_update_ways (self);
  return TRUE;
}

/**
 * tl_meeting_page_leave:
 * @self: a page
 *
 * Keeps at once what was typed.
 */
void
tl_meeting_page_leave (TlMeetingPage *self)
{
  g_return_if_fail (TL_IS_MEETING_PAGE (self));

  tl_meeting_risk_keep (self->risk_page);
  if (tl_meeting_rest_get_keeper (self->rest_page) != NULL)
    tl_draft_keeper_keep (tl_meeting_rest_get_keeper (self->rest_page));
}

/**
 * tl_meeting_page_get_typing:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the text in which something is being typed that is no change yet
 */
GtkWidget *
tl_meeting_page_get_typing (TlMeetingPage *self)
{
  TlDraftKeeper *rest;
  GtkWidget *typing;

  g_return_val_if_fail (TL_IS_MEETING_PAGE (self), NULL);

  rest = tl_meeting_rest_get_keeper (self->rest_page);
  typing = tl_meeting_risk_get_typing (self->risk_page);
  return typing == NULL && rest != NULL ? tl_draft_keeper_get_typing (rest) : typing;
}

/**
 * tl_meeting_page_get_review:
 * @self: a page
 *
 * Returns: (transfer none): the review that it shows
 */
const TlId *
tl_meeting_page_get_review (TlMeetingPage *self)
{
  g_return_val_if_fail (TL_IS_MEETING_PAGE (self), NULL);

  return &self->review;
}

/**
 * tl_meeting_page_begin:
 * @self: a page
 *
 * Gives the keyboard to the first thing that can be written in the item that is shown.
 */
void
tl_meeting_page_begin (TlMeetingPage *self)
{
  TlAgendaRow *row;

  g_return_if_fail (TL_IS_MEETING_PAGE (self));

  row = tl_meeting_page_get_row (self);
  if (row != NULL && tl_agenda_row_get_kind (row) == TL_AGENDA_ITEM_RISK && tl_meeting_page_is_editable (self))
    tl_meeting_risk_begin (self->risk_page);
  else if (row == NULL || tl_agenda_row_get_kind (row) == TL_AGENDA_ITEM_LAST
           || !gtk_widget_child_focus (gtk_stack_get_visible_child (self->pages), GTK_DIR_TAB_FORWARD))
    gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : GTK_WIDGET (self->agenda));
}

/**
 * tl_meeting_page_go_to_risk:
 * @self: a page
 * @risk: a risk
 *
 * Shows a risk of the agenda.
 */
void
tl_meeting_page_go_to_risk (TlMeetingPage *self,
                            const TlId    *risk)
{
  GtkListBoxRow *row;

  g_return_if_fail (TL_IS_MEETING_PAGE (self));

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->agenda, i)) != NULL; i++)
    if (tl_agenda_row_get_kind (TL_AGENDA_ROW (row)) == TL_AGENDA_ITEM_RISK
        && tl_id_equal (tl_agenda_row_get_risk (TL_AGENDA_ROW (row)), risk))
      gtk_list_box_select_row (self->agenda, row);
}
