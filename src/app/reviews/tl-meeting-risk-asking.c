/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-meeting-risk-private.h"

#include <glib/gi18n.h>

#include "tl-challenge-open.h"
#include "tl-editing.h"
#include "tl-format.h"
#include "tl-ground-row.h"
#include "tl-mark-cell.h"
#include "tl-review-rules.h"
#include "tl-typed-notes.h"

/* The questions of a review on a risk, and those that earlier ones left open. */

static const char *
get_owner (TlMeetingRisk *self)
{
  const TlRiskJudgement *risk = tl_meeting_risk_find_risk (self);

  return risk != NULL && risk->owner != NULL && risk->owner->person != NULL ? risk->owner->person->name : NULL;
}

static TlMeetingChallenge *
add_challenge (TlMeetingRisk *self,
               TlDraft       *draft)
{
  GtkWidget *challenge = tl_meeting_challenge_new (draft, get_owner (self));

  g_signal_connect_object (tl_meeting_challenge_get_keeper (TL_MEETING_CHALLENGE (challenge)), "changed",
                           G_CALLBACK (tl_meeting_risk_tell), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->challenges, challenge);
  return TL_MEETING_CHALLENGE (challenge);
}

/* The chair asks, unless somebody says otherwise. */
static TlDraft *
make_draft (TlMeetingRisk *self)
{
  const TlReviewFacts *review = tl_meeting_risk_find_review (self);
  TlDraft *draft = tl_draft_new (self->workbook, TL_TABLE_CHALLENGE);

  tl_draft_set_link (draft, "review", &self->review);
  tl_draft_set_link (draft, "risk", &self->risk);
  if (review->chair.person != NULL)
    tl_draft_set_link (draft, "by", &review->chair.person->base.id);
  else if (review->chair.text != NULL)
    tl_draft_set_text (draft, "by", review->chair.text);
  return draft;
}

static TlMeetingChallenge *
ask (TlMeetingRisk *self)
{
  g_autoptr (TlDraft) draft = make_draft (self);

  return add_challenge (self, draft);
}

static TlDraft *
get_draft (GtkWidget *challenge)
{
  return tl_draft_keeper_get_draft (tl_meeting_challenge_get_keeper (TL_MEETING_CHALLENGE (challenge)));
}

static GtkWidget *
find_challenge (TlMeetingRisk *self,
                const TlId    *id)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->challenges)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (tl_id_equal (tl_draft_get_id (get_draft (child)), id))
      return child;
  return NULL;
}

/* What was taken back goes; what is only being typed stays. */
static void
remove_gone (TlMeetingRisk *self)
{
  TlSnapshot *snapshot = tl_assessment_get_snapshot (tl_workbook_get_assessment (self->workbook));
  GtkWidget *next;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->challenges)); child != NULL; child = next)
    {
      TlDraft *draft = get_draft (child);

      next = gtk_widget_get_next_sibling (child);
      if (!tl_draft_is_new (draft) && tl_snapshot_find (snapshot, TL_TABLE_CHALLENGE, tl_draft_get_id (draft)) == NULL)
        gtk_box_remove (self->challenges, child);
    }
}

static void
add_new (TlMeetingRisk *self)
{
  const TlRiskJudgement *risk = tl_meeting_risk_find_risk (self);
  g_autoptr (GPtrArray) challenges = tl_review_list_challenges (tl_meeting_risk_find_review (self), risk->facts);

  for (guint i = 0; i < challenges->len; i++)
    {
      const TlChallengeFacts *facts = g_ptr_array_index (challenges, i);
      g_autoptr (TlDraft) draft = NULL;

      if (find_challenge (self, &facts->base.id) != NULL)
        continue;
      draft = tl_draft_new_copy (self->workbook, TL_TABLE_CHALLENGE, &facts->base.id);
      add_challenge (self, draft);
    }
}

/* What was typed at an earlier time, or on another page, and couldn't be kept yet. */
static void
add_typed (TlMeetingRisk *self)
{
  g_autoptr (GPtrArray) drafts = tl_typed_notes_list_new (tl_workbook_get_typed (self->workbook), self->workbook,
                                                          TL_TABLE_CHALLENGE, &self->review, &self->risk);

  for (guint i = 0; i < drafts->len; i++)
    if (find_challenge (self, tl_draft_get_id (g_ptr_array_index (drafts, i))) == NULL)
      add_challenge (self, g_ptr_array_index (drafts, i));
}

/* ── What earlier reviews left open ───────────────────────────────────────── */

static GtkWidget *
make_earlier (TlMeetingRisk          *self,
              const TlChallengeFacts *challenge)
{
  GtkWidget *part = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *button = gtk_button_new_with_mnemonic (_("Ans_wer…"));
  g_autofree char *day = tl_format_day_long (challenge->review->date);
  /* Translators: %s is a day */
  g_autofree char *heading = g_strdup_printf (_("Open since %s"), day);
  g_autofree char *answered = challenge->answered != TL_NO_DAY ? tl_format_day_long (challenge->answered) : NULL;
  g_autofree char *state = NULL, *text = NULL;
  char id[TL_ID_HEX_LENGTH + 1];

  if (challenge->answer == NULL)
    state = g_strdup (_("Not answered yet."));
  else if (answered != NULL)
    /* Translators: an answer, and the day on which it was given */
    state = g_strdup_printf (_("“%1$s” Answered %2$s, not satisfied."), challenge->answer, answered);
  else
    /* Translators: %s is an answer */
    state = g_strdup_printf (_("“%s” Not satisfied."), challenge->answer);
  text = g_strdup_printf ("%s\n%s", challenge->question != NULL ? challenge->question : "", state);
  tl_id_to_hex (&challenge->base.id, id);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "meeting.answer");
  gtk_box_append (GTK_BOX (part), tl_ground_row_new (tl_mark_cell_new_finding (TL_SEVERITY_WATCH), heading, text));
  gtk_box_append (GTK_BOX (part), button);
  return part;
}

static void
fill_earlier (TlMeetingRisk *self)
{
  g_autoptr (GPtrArray) open = tl_challenge_list_open (tl_workbook_get_assessment (self->workbook),
                                                       tl_meeting_risk_find_risk (self)->facts,
                                                       tl_meeting_risk_find_review (self));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->earlier))) != NULL)
    gtk_box_remove (self->earlier, child);
  for (guint i = 0; i < open->len; i++)
    gtk_box_append (self->earlier, make_earlier (self, g_ptr_array_index (open, i)));
  gtk_widget_set_visible (self->earlier_part, open->len > 0);
}

static void
answer_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  TlId id;

  if (tl_id_from_hex (g_variant_get_string (parameter, NULL), &id))
    tl_editing_open (widget, TL_MEETING_RISK (widget)->workbook, TL_TABLE_CHALLENGE, &id);
}

/* ── Asking ───────────────────────────────────────────────────────────────── */

static void
ask_cb (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  TlMeetingRisk *self = TL_MEETING_RISK (widget);
  GtkWidget *last = gtk_widget_get_last_child (GTK_WIDGET (self->challenges));

  /* One that says nothing yet is there to be written in. */
  if (last == NULL || !tl_draft_keeper_is_empty (tl_meeting_challenge_get_keeper (TL_MEETING_CHALLENGE (last))))
    last = GTK_WIDGET (ask (self));
  gtk_widget_grab_focus (last);
}

void
tl_meeting_risk_bind_asking (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "meeting.ask", NULL, ask_cb);
  gtk_widget_class_install_action (widget_class, "meeting.answer", "s", answer_cb);
}

/* Another risk has other questions. */
void
tl_meeting_risk_clear_questions (TlMeetingRisk *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->challenges))) != NULL)
    gtk_box_remove (self->challenges, child);
}

/* Shows the questions that there are now; an empty one waits where nobody has asked anything. */
void
tl_meeting_risk_update_questions (TlMeetingRisk *self)
{
  gboolean some;

  remove_gone (self);
  add_new (self);
  if (self->editable)
    add_typed (self);
  if (self->editable && gtk_widget_get_first_child (GTK_WIDGET (self->challenges)) == NULL)
    ask (self);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->challenges)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    tl_meeting_challenge_update (TL_MEETING_CHALLENGE (child), self->editable);
  some = gtk_widget_get_first_child (GTK_WIDGET (self->challenges)) != NULL;
  gtk_widget_set_visible (GTK_WIDGET (self->no_challenge_label), !some);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "meeting.ask", self->editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "meeting.answer", self->editable);
  fill_earlier (self);
}
