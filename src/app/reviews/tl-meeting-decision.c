/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-meeting-decision.h"

#include <glib/gi18n.h>

#include "tl-chooser-field.h"
#include "tl-choice-field.h"
#include "tl-day-field.h"
#include "tl-decision-way.h"
#include "tl-field-row.h"
#include "tl-format.h"
#include "tl-long-text-field.h"
#include "tl-meeting-conditions.h"

/* The decisions, in the order in which they are offered. */
static const TlDecisionKind kinds[] = {
  TL_DECISION_KIND_CONTINUE,
  TL_DECISION_KIND_CHANGE,
  TL_DECISION_KIND_ESCALATE,
  TL_DECISION_KIND_REDUCE_OVERSIGHT,
  TL_DECISION_KIND_CLOSE,
  TL_DECISION_KIND_REOPEN,
  TL_DECISION_KIND_MERGE,
  TL_DECISION_KIND_SUPERSEDE,
  TL_DECISION_KIND_NO_LONGER_APPLIES,
  TL_DECISION_KIND_ACCEPT_RISK,
};

#define N_KINDS G_N_ELEMENTS (kinds)

struct _TlMeetingDecision
{
  AdwBin parent_instance;

  AdwWrapBox *kinds_box;
  GtkToggleButton *endings;
  GtkBox *endings_box;
  TlFieldRow *reason_field;
  TlFieldRow *every_field;
  TlFieldRow *until_field;
  TlFieldRow *other_field;
  TlFieldRow *by_field;
  GtkButton *action_button;
  GtkLabel *close_label;
  TlMeetingConditions *conditions;

  GtkCheckButton *buttons[N_KINDS];
  TlDraftKeeper *keeper;
  TlRiskState state;
  gboolean may_close;
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (TlMeetingDecision, tl_meeting_decision, ADW_TYPE_BIN)

static gboolean
is_ending (TlDecisionKind kind)
{
  return kind >= TL_DECISION_KIND_MERGE;
}

static TlDraft *
get_draft (TlMeetingDecision *self)
{
  return self->keeper != NULL ? tl_draft_keeper_get_draft (self->keeper) : NULL;
}

/* ── What is chosen ───────────────────────────────────────────────────────── */

static const char *
ask_reason (TlDecisionKind kind)
{
  switch ((int) kind)
    {
    case TL_DECISION_KIND_CHANGE:
      return _("What is to change");
    case TL_DECISION_KIND_ESCALATE:
      return _("What is asked of the higher forum");
    case TL_DECISION_KIND_CLOSE:
      return _("Why it may close");
    case TL_DECISION_KIND_REOPEN:
      return _("Why it is reopened");
    default:
      return _("Why");
    }
}

static void
show_chosen (TlMeetingDecision *self)
{
  TlDecisionKind kind = (TlDecisionKind) tl_draft_get_word (get_draft (self), "decision");

  self->showing = TRUE;
  for (guint i = 0; i < N_KINDS; i++)
    gtk_check_button_set_active (self->buttons[i], kinds[i] == kind);
  self->showing = FALSE;
  if (is_ending (kind))
    gtk_toggle_button_set_active (self->endings, TRUE);
  g_object_set (self->reason_field, "title", ask_reason (kind), NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->reason_field), kind != TL_DECISION_KIND_NONE);
  gtk_widget_set_visible (GTK_WIDGET (self->by_field), kind != TL_DECISION_KIND_NONE);
  gtk_widget_set_visible (GTK_WIDGET (self->action_button), kind == TL_DECISION_KIND_CHANGE);
}

static void
toggled_cb (TlMeetingDecision *self,
            GtkCheckButton    *button)
{
  if (self->showing || get_draft (self) == NULL || !gtk_check_button_get_active (button))
    return;
  for (guint i = 0; i < N_KINDS; i++)
    if (self->buttons[i] == button)
      tl_draft_set_word (get_draft (self), "decision", (int) kinds[i]);
}

static void
changed_cb (TlMeetingDecision *self,
            const char        *column)
{
  if (g_str_equal (column, "decision"))
    show_chosen (self);
}

/* A refusal is said beneath as soon as there is one; the field is marked once somebody means to go on. */
static void
keeping_cb (TlMeetingDecision *self)
{
  if (tl_draft_keeper_get_problem (self->keeper) == NULL)
    tl_field_row_set_problem (self->reason_field, NULL);
}

/* ── Setting up ───────────────────────────────────────────────────────────── */

static void
add_button (TlMeetingDecision *self,
            guint              index)
{
  g_autofree char *label = tl_format_capital (tl_word_label (TL_TYPE_DECISION_KIND, (int) kinds[index]));
  GtkWidget *button = gtk_check_button_new_with_label (label);
  GtkWidget *text = gtk_widget_get_last_child (button);

  /* With large text it takes two lines rather than being cut. */
  if (GTK_IS_LABEL (text))
    gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  self->buttons[index] = GTK_CHECK_BUTTON (button);
  if (index > 0)
    gtk_check_button_set_group (self->buttons[index], self->buttons[0]);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  if (is_ending (kinds[index]))
    gtk_box_append (self->endings_box, button);
  else
    adw_wrap_box_append (self->kinds_box, button);
}

static void
tl_meeting_decision_dispose (GObject *object)
{
  TlMeetingDecision *self = TL_MEETING_DECISION (object);

  /* The bin must let go of its child before the template does. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  g_clear_object (&self->keeper);
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_MEETING_DECISION);

  G_OBJECT_CLASS (tl_meeting_decision_parent_class)->dispose (object);
}

static void
tl_meeting_decision_class_init (TlMeetingDecisionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_meeting_decision_dispose;

  g_type_ensure (TL_TYPE_CHOICE_FIELD);
  g_type_ensure (TL_TYPE_CHOOSER_FIELD);
  g_type_ensure (TL_TYPE_DAY_FIELD);
  g_type_ensure (TL_TYPE_LONG_TEXT_FIELD);
  g_type_ensure (TL_TYPE_MEETING_CONDITIONS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/reviews/meeting-decision.ui");
  gtk_widget_class_bind_template_child (widget_class, TlMeetingDecision, kinds_box);
  gtk_widget_class_bind_template_child (widget_class, TlMeetingDecision, endings);
  gtk_widget_class_bind_template_child (widget_class, TlMeetingDecision, endings_box);
  gtk_widget_class_bind_template_child (widget_class, TlMeetingDecision, reason_field);
  gtk_widget_class_bind_template_child (widget_class, TlMeetingDecision, every_field);
  gtk_widget_class_bind_template_child (widget_class, TlMeetingDecision, until_field);
  gtk_widget_class_bind_template_child (widget_class, TlMeetingDecision, other_field);
  gtk_widget_class_bind_template_child (widget_class, TlMeetingDecision, by_field);
  gtk_widget_class_bind_template_child (widget_class, TlMeetingDecision, action_button);
  gtk_widget_class_bind_template_child (widget_class, TlMeetingDecision, close_label);
  gtk_widget_class_bind_template_child (widget_class, TlMeetingDecision, conditions);
}

static void
tl_meeting_decision_init (TlMeetingDecision *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < N_KINDS; i++)
    add_button (self, i);
}

/* ── What it shows ────────────────────────────────────────────────────────── */

/**
 * tl_meeting_decision_set_draft:
 * @self: a decision
 * @draft: the decision of the review on the risk, there already or new
 *
 * Shows another decision.
 */
void
tl_meeting_decision_set_draft (TlMeetingDecision *self,
                               TlDraft           *draft)
{
  TlFieldRow *rows[] = { self->reason_field, self->every_field, self->until_field, self->other_field, self->by_field };

  g_return_if_fail (TL_IS_MEETING_DECISION (self));

  g_clear_object (&self->keeper);
  self->keeper = tl_draft_keeper_new (draft);
  tl_draft_keeper_set_way (self->keeper, tl_decision_way_get ());
  tl_draft_keeper_set_place (self->keeper, GTK_WIDGET (self));
  g_signal_connect_object (self->keeper, "changed", G_CALLBACK (keeping_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (draft, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  gtk_toggle_button_set_active (self->endings, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      tl_field_row_set_problem (rows[i], NULL);
      tl_field_row_set_draft (rows[i], draft);
    }
  show_chosen (self);
}

/**
 * tl_meeting_decision_get_keeper:
 * @self: a decision
 *
 * Returns: (transfer none) (nullable): what keeps it
 */
TlDraftKeeper *
tl_meeting_decision_get_keeper (TlMeetingDecision *self)
{
  g_return_val_if_fail (TL_IS_MEETING_DECISION (self), NULL);

  return self->keeper;
}

/* What can be decided on a risk that is open, or that isn't any more; what was decided stays shown. */
static gboolean
is_offered (TlMeetingDecision *self,
            TlDecisionKind     kind)
{
  if ((TlDecisionKind) tl_draft_get_word (get_draft (self), "decision") == kind || kind == TL_DECISION_KIND_CONTINUE)
    return TRUE;
  return (kind == TL_DECISION_KIND_REOPEN) != (self->state == TL_RISK_STATE_OPEN);
}

static void
offer (TlMeetingDecision *self,
       gboolean           editable)
{
  gboolean ends = FALSE;

  for (guint i = 0; i < N_KINDS; i++)
    {
      gboolean offered = is_offered (self, kinds[i]), chosen = gtk_check_button_get_active (self->buttons[i]);
      gboolean closes = kinds[i] == TL_DECISION_KIND_CLOSE;

      gtk_widget_set_visible (GTK_WIDGET (self->buttons[i]), offered);
      gtk_widget_set_sensitive (GTK_WIDGET (self->buttons[i]), editable && (!closes || self->may_close || chosen));
      ends = ends || (offered && is_ending (kinds[i]));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->endings), ends);
}

static void
show_conditions (TlMeetingDecision     *self,
                 const TlRiskJudgement *risk,
                 gboolean               editable)
{
  g_autoptr (GPtrArray) conditions = tl_decision_way_list_conditions (get_draft (self));
  gboolean open = risk->state == TL_RISK_STATE_OPEN;
  g_autofree char *words = NULL;
  guint n = 0;

  for (guint i = 0; i < conditions->len; i++)
    n += ((const TlClosingAnswer *) g_ptr_array_index (conditions, i))->met;
  self->may_close = n == conditions->len;
  words = self->may_close ? g_strdup (_("Every condition for closing holds."))
                          /* Translators: how many conditions hold, of how many */
                          : g_strdup_printf (_("To close it, %1$u of %2$u conditions hold:"), n, conditions->len);
  gtk_label_set_label (self->close_label, words);
  gtk_widget_set_visible (GTK_WIDGET (self->close_label), open);
  gtk_widget_set_visible (GTK_WIDGET (self->conditions), open);
  if (open)
    tl_meeting_conditions_show (self->conditions, conditions, editable);
}

/**
 * tl_meeting_decision_update:
 * @self: a decision
 * @risk: what is concluded of the risk
 * @editable: whether the decision may be changed
 *
 * Offers what can be decided now.
 */
void
tl_meeting_decision_update (TlMeetingDecision     *self,
                            const TlRiskJudgement *risk,
                            gboolean               editable)
{
  TlFieldRow *rows[] = { self->reason_field, self->every_field, self->until_field, self->other_field, self->by_field };

  g_return_if_fail (TL_IS_MEETING_DECISION (self));

  if (get_draft (self) == NULL)
    return;
  self->state = risk->state;
  show_conditions (self, risk, editable);
  offer (self, editable);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    tl_field_row_set_editable (rows[i], editable);
}

/**
 * tl_meeting_decision_focus:
 * @self: a decision
 *
 * Gives the keyboard to what is decided, or to the first that can be.
 */
void
tl_meeting_decision_focus (TlMeetingDecision *self)
{
  g_return_if_fail (TL_IS_MEETING_DECISION (self));

  for (guint i = 0; i < N_KINDS; i++)
    if (gtk_check_button_get_active (self->buttons[i]))
      {
        gtk_widget_grab_focus (GTK_WIDGET (self->buttons[i]));
        return;
      }
  gtk_widget_grab_focus (GTK_WIDGET (self->buttons[0]));
}

/**
 * tl_meeting_decision_mark_problem:
 * @self: a decision
 *
 * Marks where something stands in the way of keeping it.
 *
 * Returns: whether something does
 */
gboolean
tl_meeting_decision_mark_problem (TlMeetingDecision *self)
{
  const char *problem;

  g_return_val_if_fail (TL_IS_MEETING_DECISION (self), FALSE);

  problem = self->keeper != NULL ? tl_draft_keeper_get_problem (self->keeper) : NULL;
  if (problem == NULL)
    return FALSE;
  tl_field_row_set_problem (self->reason_field, problem);
  gtk_widget_grab_focus (GTK_WIDGET (self->reason_field));
  return TRUE;
}
