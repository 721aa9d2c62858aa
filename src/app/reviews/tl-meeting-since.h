/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-decision-effect.h"
#include "tl-risk-since.h"

G_BEGIN_DECLS

/**
 * TlMeetingSince:
 *
 * What changed for a risk since a review last looked at it: its measures, evidence, actions and findings, what the
 * average hides, and whether the last decision took effect.
 */
#define TL_TYPE_MEETING_SINCE (tl_meeting_since_get_type ())
G_DECLARE_FINAL_TYPE (TlMeetingSince, tl_meeting_since, TL, MEETING_SINCE, GtkBox)

void       tl_meeting_since_show       (TlMeetingSince         *self,
                                        const TlRiskJudgement  *risk,
                                        const TlRiskSince      *since,
                                        const TlDecisionEffect *last);
GtkWidget *tl_meeting_since_new_effect (const TlDecisionEffect *effect,
                                        const char             *heading);

G_END_DECLS
