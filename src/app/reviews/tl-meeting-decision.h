/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-draft-keeper.h"

G_BEGIN_DECLS

/**
 * TlMeetingDecision:
 *
 * What a review decides on a risk, and the conditions on which the risk may close; kept as it is chosen and typed.
 */
#define TL_TYPE_MEETING_DECISION (tl_meeting_decision_get_type ())
G_DECLARE_FINAL_TYPE (TlMeetingDecision, tl_meeting_decision, TL, MEETING_DECISION, AdwBin)

void           tl_meeting_decision_set_draft  (TlMeetingDecision     *self,
                                               TlDraft               *draft);
TlDraftKeeper *tl_meeting_decision_get_keeper (TlMeetingDecision     *self);
void           tl_meeting_decision_update     (TlMeetingDecision     *self,
                                               const TlRiskJudgement *risk,
                                               gboolean               editable);
void           tl_meeting_decision_focus      (TlMeetingDecision     *self);
gboolean       tl_meeting_decision_mark_problem (TlMeetingDecision   *self);

G_END_DECLS
