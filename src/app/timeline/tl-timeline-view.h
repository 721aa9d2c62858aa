/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-layout.h"
#include "tl-view.h"

G_BEGIN_DECLS

/**
 * TlTimelineView:
 *
 * Everything dated of the workbook, a risk, a place or a person on one time axis, and the list of what is in view.
 */
#define TL_TYPE_TIMELINE_VIEW (tl_timeline_view_get_type ())
G_DECLARE_FINAL_TYPE (TlTimelineView, tl_timeline_view, TL, TIMELINE_VIEW, TlView)

void tl_timeline_view_follow (TlTimelineView *self,
                              const TlId     *action);
void tl_timeline_view_add    (TlTimelineView *self,
                              TlTable         table);

G_END_DECLS
