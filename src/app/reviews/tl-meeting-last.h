/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-agenda.h"

G_BEGIN_DECLS

/**
 * TlMeetingLast:
 *
 * What a forum decided when it last met, and whether each decision took effect.
 */
#define TL_TYPE_MEETING_LAST (tl_meeting_last_get_type ())
G_DECLARE_FINAL_TYPE (TlMeetingLast, tl_meeting_last, TL, MEETING_LAST, AdwBin)

void tl_meeting_last_show (TlMeetingLast  *self,
                           const TlAgenda *agenda,
                           TlDay           as_at);

G_END_DECLS
