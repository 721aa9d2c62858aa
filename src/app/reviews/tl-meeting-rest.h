/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-draft-keeper.h"

G_BEGIN_DECLS

/**
 * TlMeetingRest:
 *
 * Anything else of a review: who was there, notes, and the pack that was asked for. What is typed is kept.
 */
#define TL_TYPE_MEETING_REST (tl_meeting_rest_get_type ())
G_DECLARE_FINAL_TYPE (TlMeetingRest, tl_meeting_rest, TL, MEETING_REST, AdwBin)

void           tl_meeting_rest_show       (TlMeetingRest *self,
                                           TlWorkbook    *workbook,
                                           const TlId    *review);
void           tl_meeting_rest_refresh    (TlMeetingRest *self,
                                           gboolean       editable);
void           tl_meeting_rest_show_corrections (TlMeetingRest *self,
                                                 GPtrArray     *corrections);
TlDraftKeeper *tl_meeting_rest_get_keeper (TlMeetingRest *self);

G_END_DECLS
