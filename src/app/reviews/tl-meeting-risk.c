/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-meeting-risk-private.h"

#include <glib/gi18n.h>

#include "tl-editing.h"
#include "tl-review-rules.h"
#include "tl-risk-mending.h"
#include "tl-window.h"

typedef enum
{
  PROP_STACKED = 1,
  PROP_NARROW,
} TlMeetingRiskProperty;

static GParamSpec *properties[PROP_NARROW + 1];

enum
{
  KEEPING_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlMeetingRisk, tl_meeting_risk, ADW_TYPE_BIN)

const TlReviewFacts *
tl_meeting_risk_find_review (TlMeetingRisk *self)
{
  TlAssessment *assessment = self->workbook != NULL ? tl_workbook_get_assessment (self->workbook) : NULL;

  return assessment != NULL ? tl_snapshot_find (tl_assessment_get_snapshot (assessment), TL_TABLE_REVIEW, &self->review) : NULL;
}

const TlRiskJudgement *
tl_meeting_risk_find_risk (TlMeetingRisk *self)
{
  TlAssessment *assessment = self->workbook != NULL ? tl_workbook_get_assessment (self->workbook) : NULL;

  return assessment != NULL ? tl_assessment_find_risk (assessment, &self->risk) : NULL;
}

/* More or less is kept than before. */
void
tl_meeting_risk_tell (TlMeetingRisk *self)
{
  g_signal_emit (self, signals[KEEPING_CHANGED], 0);
}

/* ── What can be done ─────────────────────────────────────────────────────── */

static TlRisk *
find_model (TlMeetingRisk *self)
{
  return self->workbook != NULL ? tl_workbook_find_risk (self->workbook, &self->risk) : NULL;
}

static void
mend_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  TlMeetingRisk *self = TL_MEETING_RISK (widget);
  gboolean has_row;
  int remedy;
  TlId row;

  tl_risk_mending_read (parameter, &remedy, &row, &has_row);
  if (find_model (self) != NULL)
    tl_risk_mending_do (widget, self->workbook, find_model (self), (TlRemedy) remedy, has_row ? &row : NULL);
}

/* What was decided becomes somebody's action. */
static void
add_action_cb (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  TlMeetingRisk *self = TL_MEETING_RISK (widget);
  const TlReviewFacts *review = tl_meeting_risk_find_review (self);
  const char *reason = tl_draft_get_text (tl_meeting_risk_get_decision (self), "reason");
  const char *forum = review != NULL && review->forum != NULL ? review->forum->name : "";

  tl_meeting_risk_keep (self);
  tl_editing_new (widget, self->workbook, TL_TABLE_ACTION, "risk", &self->risk, "title", reason, "agreed_at", forum, NULL);
}

static void
show_findings_cb (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  char id[TL_ID_HEX_LENGTH + 1];

  tl_id_to_hex (&TL_MEETING_RISK (widget)->risk, id);
  gtk_widget_activate_action (widget, "reviews.show-findings", "s", id);
}

static void
open_risk_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  char id[TL_ID_HEX_LENGTH + 1];

  tl_id_to_hex (&TL_MEETING_RISK (widget)->risk, id);
  gtk_widget_activate_action (widget, "reviews.open-risk", "s", id);
}

/* ── Overrides ────────────────────────────────────────────────────────────── */

static void
update_room (TlMeetingRisk *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->cards),
                                  self->stacked ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_homogeneous (self->cards, !self->stacked);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->notes_box),
                                  self->narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_homogeneous (self->notes_box, !self->narrow);
  g_object_set (self->line_change, "narrow", self->narrow, NULL);
  if (self->narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
}

static void
tl_meeting_risk_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  TlMeetingRisk *self = TL_MEETING_RISK (object);

  g_value_set_boolean (value, (TlMeetingRiskProperty) id == PROP_STACKED ? self->stacked : self->narrow);
}

static void
tl_meeting_risk_set_property (GObject      *object,
                              guint         id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  TlMeetingRisk *self = TL_MEETING_RISK (object);
  gboolean *field = (TlMeetingRiskProperty) id == PROP_STACKED ? &self->stacked : &self->narrow;

  if (*field == g_value_get_boolean (value))
    return;
  *field = g_value_get_boolean (value);
  update_room (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
tl_meeting_risk_dispose (GObject *object)
{
  TlMeetingRisk *self = TL_MEETING_RISK (object);

  /* The bin must let go of its child before the template does. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  g_clear_object (&self->look);
  g_clear_object (&self->workbook);
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_MEETING_RISK);

  G_OBJECT_CLASS (tl_meeting_risk_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  static const char * const notes[TL_MEETING_N_NOTES] = { "evidence_field", "progress_field", "barrier_field", "control_field" };

  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/reviews/meeting-risk.ui");
  gtk_widget_class_bind_template_child (widget_class, TlMeetingRisk, scrolled);
  gtk_widget_class_bind_template_child (widget_class, TlMeetingRisk, rating_cell);
  gtk_widget_class_bind_template_child (widget_class, TlMeetingRisk, title_label);
  gtk_widget_class_bind_template_child (widget_class, TlMeetingRisk, caption_label);
  gtk_widget_class_bind_template_child (widget_class, TlMeetingRisk, ended_label);
  gtk_widget_class_bind_template_child (widget_class, TlMeetingRisk, line_change);
  gtk_widget_class_bind_template_child (widget_class, TlMeetingRisk, cards);
  gtk_widget_class_bind_template_child (widget_class, TlMeetingRisk, since_heading);
  gtk_widget_class_bind_template_child (widget_class, TlMeetingRisk, since);
  gtk_widget_class_bind_template_child (widget_class, TlMeetingRisk, challenges);
  gtk_widget_class_bind_template_child (widget_class, TlMeetingRisk, no_challenge_label);
  gtk_widget_class_bind_template_child (widget_class, TlMeetingRisk, ask_button);
  gtk_widget_class_bind_template_child (widget_class, TlMeetingRisk, earlier_part);
  gtk_widget_class_bind_template_child (widget_class, TlMeetingRisk, earlier);
  gtk_widget_class_bind_template_child (widget_class, TlMeetingRisk, decision);
  gtk_widget_class_bind_template_child (widget_class, TlMeetingRisk, notes_box);
  for (guint i = 0; i < TL_MEETING_N_NOTES; i++)
    gtk_widget_class_bind_template_child_full (widget_class, notes[i], FALSE,
                                               G_STRUCT_OFFSET (TlMeetingRisk, notes) + (gssize) (i * sizeof (gpointer)));
}

static void
tl_meeting_risk_class_init (TlMeetingRiskClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  g_type_ensure (TL_TYPE_LINE_CHANGE);
  g_type_ensure (TL_TYPE_MEETING_DECISION);
  g_type_ensure (TL_TYPE_MEETING_SINCE);
  g_type_ensure (TL_TYPE_RATING_CELL);

  object_class->get_property = tl_meeting_risk_get_property;
  object_class->set_property = tl_meeting_risk_set_property;
  object_class->dispose = tl_meeting_risk_dispose;

  /**
   * TlMeetingRisk:stacked:
   *
   * Whether the columns stand beneath each other.
   */
  properties[PROP_STACKED] = g_param_spec_boolean ("stacked", NULL, NULL, FALSE, flags);
  /**
   * TlMeetingRisk:narrow:
   *
   * Whether there is only the room of a telephone.
   */
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * TlMeetingRisk::keeping-changed:
   * @self: the page
   *
   * More or less is kept than before, or something stands in the way.
   */
  signals[KEEPING_CHANGED] = g_signal_new ("keeping-changed", TL_TYPE_MEETING_RISK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "risk.mend", "(is)", mend_cb);
  gtk_widget_class_install_action (widget_class, "meeting.add-action", NULL, add_action_cb);
  gtk_widget_class_install_action (widget_class, "meeting.show-findings", NULL, show_findings_cb);
  gtk_widget_class_install_action (widget_class, "meeting.open-risk", NULL, open_risk_cb);
  tl_meeting_risk_bind_asking (widget_class);
  bind_template (widget_class);
}

static void
tl_meeting_risk_init (TlMeetingRisk *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update_room (self);
}

/* ── Which risk ───────────────────────────────────────────────────────────── */

/* The row of a review on a risk, there already or to be written. */
static TlDraft *
make_draft (TlMeetingRisk *self,
            TlTable        table,
            const TlFacts *row)
{
  TlDraft *draft = row != NULL ? tl_draft_new_copy (self->workbook, table, &row->id) : NULL;

  if (draft != NULL)
    return draft;
  draft = tl_draft_new (self->workbook, table);
  tl_draft_set_link (draft, "review", &self->review);
  tl_draft_set_link (draft, "risk", &self->risk);
  return draft;
}

static void
begin_decision (TlMeetingRisk       *self,
                const TlReviewFacts *review,
                const TlRiskFacts   *risk)
{
  g_autoptr (TlDraft) draft = make_draft (self, TL_TABLE_DECISION, (const TlFacts *) tl_review_find_decision (review, risk));

  if (tl_draft_is_new (draft) && review->chair.person != NULL)
    tl_draft_set_link (draft, "by", &review->chair.person->base.id);
  else if (tl_draft_is_new (draft) && review->chair.text != NULL)
    tl_draft_set_text (draft, "by", review->chair.text);
  tl_meeting_decision_set_draft (self->decision, draft);
  g_signal_connect_object (tl_meeting_decision_get_keeper (self->decision), "changed", G_CALLBACK (tl_meeting_risk_tell), self,
                           G_CONNECT_SWAPPED);
}

static void
begin_notes (TlMeetingRisk       *self,
             const TlReviewFacts *review,
             const TlRiskFacts   *risk)
{
  g_autoptr (TlDraft) draft = make_draft (self, TL_TABLE_LOOKED_AT, (const TlFacts *) tl_review_find_look (review, risk));

  g_clear_object (&self->look);
  self->look = tl_draft_keeper_new (draft);
  tl_draft_keeper_set_place (self->look, GTK_WIDGET (self->notes_box));
  g_signal_connect_object (self->look, "changed", G_CALLBACK (tl_meeting_risk_tell), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < TL_MEETING_N_NOTES; i++)
    tl_field_row_set_draft (self->notes[i], draft);
}

/* Whether its row was taken back, or another one came from elsewhere. */
static gboolean
is_gone (TlMeetingRisk *self,
         TlDraftKeeper *keeper,
         const TlFacts *row)
{
  TlDraft *draft = tl_draft_keeper_get_draft (keeper);

  if (tl_draft_is_new (draft))
    return row != NULL && !tl_id_equal (&row->id, tl_draft_get_id (draft)) && tl_draft_keeper_is_empty (keeper);
  return tl_snapshot_find (tl_assessment_get_snapshot (tl_workbook_get_assessment (self->workbook)),
                           tl_draft_get_table (draft), tl_draft_get_id (draft)) == NULL;
}

/* What was taken back is begun anew; what was typed since is noted, and comes back. */
static void
begin_gone (TlMeetingRisk *self)
{
  const TlReviewFacts *review = tl_meeting_risk_find_review (self);
  const TlRiskJudgement *judgement = tl_meeting_risk_find_risk (self);
  TlDraftKeeper *decision = tl_meeting_decision_get_keeper (self->decision);

  if (review == NULL || judgement == NULL || decision == NULL || self->look == NULL)
    return;
  if (is_gone (self, decision, (const TlFacts *) tl_review_find_decision (review, judgement->facts)))
    begin_decision (self, review, judgement->facts);
  if (is_gone (self, self->look, (const TlFacts *) tl_review_find_look (review, judgement->facts)))
    begin_notes (self, review, judgement->facts);
}

/**
 * tl_meeting_risk_show:
 * @self: a page
 * @workbook: a workbook
 * @review: a review of it
 * @risk: a risk of it
 *
 * Shows what a review has on a risk. What was typed on another is kept first.
 */
void
tl_meeting_risk_show (TlMeetingRisk *self,
                      TlWorkbook    *workbook,
                      const TlId    *review,
                      const TlId    *risk)
{
  const TlReviewFacts *review_facts;
  const TlRiskJudgement *judgement;

  g_return_if_fail (TL_IS_MEETING_RISK (self));

  tl_meeting_risk_keep (self);
  g_set_object (&self->workbook, workbook);
  self->review = *review;
  self->risk = *risk;
  review_facts = tl_meeting_risk_find_review (self);
  judgement = tl_meeting_risk_find_risk (self);
  tl_meeting_risk_clear_questions (self);
  if (review_facts == NULL || judgement == NULL)
    return;
  begin_decision (self, review_facts, judgement->facts);
  begin_notes (self, review_facts, judgement->facts);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
}

/**
 * tl_meeting_risk_refresh:
 * @self: a page
 * @editable: whether the review may be written in
 *
 * Shows how the risk stands now. What is being typed stays as it is.
 */
void
tl_meeting_risk_refresh (TlMeetingRisk *self,
                         gboolean       editable)
{
  g_return_if_fail (TL_IS_MEETING_RISK (self));

  self->editable = editable;
  begin_gone (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "risk.mend", editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "meeting.add-action", editable);
  tl_meeting_risk_fill (self);
}

/**
 * tl_meeting_risk_get_decision:
 * @self: a page that shows a risk
 *
 * Returns: (transfer none): the decision, as it is typed
 */
TlDraft *
tl_meeting_risk_get_decision (TlMeetingRisk *self)
{
  g_return_val_if_fail (TL_IS_MEETING_RISK (self), NULL);

  return tl_draft_keeper_get_draft (tl_meeting_decision_get_keeper (self->decision));
}

/**
 * tl_meeting_risk_begin:
 * @self: a page
 *
 * Gives the keyboard to the first thing that can be written.
 */
void
tl_meeting_risk_begin (TlMeetingRisk *self)
{
  GtkWidget *first;

  g_return_if_fail (TL_IS_MEETING_RISK (self));

  first = gtk_widget_get_first_child (GTK_WIDGET (self->challenges));
  if (first == NULL || !gtk_widget_grab_focus (first))
    tl_meeting_decision_focus (self->decision);
}
