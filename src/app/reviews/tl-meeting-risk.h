/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-draft-keeper.h"

G_BEGIN_DECLS

/**
 * TlMeetingRisk:
 *
 * One risk in a review: its line then and today, what changed, the challenge, and the decision. What is typed is kept.
 */
#define TL_TYPE_MEETING_RISK (tl_meeting_risk_get_type ())
G_DECLARE_FINAL_TYPE (TlMeetingRisk, tl_meeting_risk, TL, MEETING_RISK, AdwBin)

void        tl_meeting_risk_show        (TlMeetingRisk *self,
                                         TlWorkbook    *workbook,
                                         const TlId    *review,
                                         const TlId    *risk);
void        tl_meeting_risk_refresh     (TlMeetingRisk *self,
                                         gboolean       editable);
void        tl_meeting_risk_keep        (TlMeetingRisk *self);
GtkWidget  *tl_meeting_risk_get_typing (TlMeetingRisk *self);
TlKeeping   tl_meeting_risk_get_keeping (TlMeetingRisk *self);
const char *tl_meeting_risk_get_problem (TlMeetingRisk *self);
TlDraft    *tl_meeting_risk_get_decision (TlMeetingRisk *self);
void        tl_meeting_risk_begin       (TlMeetingRisk *self);
void        tl_meeting_risk_mark_problem (TlMeetingRisk *self);

G_END_DECLS
