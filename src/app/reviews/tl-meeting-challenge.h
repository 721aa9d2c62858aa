/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-draft-keeper.h"

G_BEGIN_DECLS

/**
 * TlMeetingChallenge:
 *
 * A question to the owner of a risk, the answer, and whether it satisfied; kept as it is typed.
 */
#define TL_TYPE_MEETING_CHALLENGE (tl_meeting_challenge_get_type ())
G_DECLARE_FINAL_TYPE (TlMeetingChallenge, tl_meeting_challenge, TL, MEETING_CHALLENGE, AdwBin)

GtkWidget     *tl_meeting_challenge_new        (TlDraft            *draft,
                                                const char         *owner);
TlDraftKeeper *tl_meeting_challenge_get_keeper (TlMeetingChallenge *self);
void           tl_meeting_challenge_update     (TlMeetingChallenge *self,
                                                gboolean            editable);

G_END_DECLS
