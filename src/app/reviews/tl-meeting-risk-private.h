/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-meeting-risk.h"

#include "tl-field-row.h"
#include "tl-line-change.h"
#include "tl-meeting-challenge.h"
#include "tl-meeting-decision.h"
#include "tl-meeting-since.h"
#include "tl-rating-cell.h"

G_BEGIN_DECLS

/* What is written down of a risk besides questions and decisions. */
#define TL_MEETING_N_NOTES 4

struct _TlMeetingRisk
{
  AdwBin parent_instance;

  GtkScrolledWindow *scrolled;
  TlRatingCell *rating_cell;
  GtkLabel *title_label;
  GtkLabel *caption_label;
  GtkLabel *ended_label;
  TlLineChange *line_change;
  GtkBox *cards;
  GtkLabel *since_heading;
  TlMeetingSince *since;
  GtkBox *challenges;
  GtkLabel *no_challenge_label;
  GtkButton *ask_button;
  GtkWidget *earlier_part;
  GtkBox *earlier;
  TlMeetingDecision *decision;
  GtkBox *notes_box;
  TlFieldRow *notes[TL_MEETING_N_NOTES];

  TlWorkbook *workbook;
  TlId review;
  TlId risk;
  TlDraftKeeper *look;
  gboolean editable;
  gboolean stacked;
  gboolean narrow;
};

const TlReviewFacts   *tl_meeting_risk_find_review    (TlMeetingRisk *self);
const TlRiskJudgement *tl_meeting_risk_find_risk      (TlMeetingRisk *self);
void                   tl_meeting_risk_tell           (TlMeetingRisk *self);

/* What is shown of it. */
void                   tl_meeting_risk_fill           (TlMeetingRisk *self);

/* Questions. */
void                   tl_meeting_risk_bind_asking    (GtkWidgetClass *widget_class);
void                   tl_meeting_risk_clear_questions (TlMeetingRisk *self);
void                   tl_meeting_risk_update_questions (TlMeetingRisk *self);

G_END_DECLS
