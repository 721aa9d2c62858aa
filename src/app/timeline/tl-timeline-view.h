/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-view.h"

G_BEGIN_DECLS

/**
 * TlTimelineView:
 *
 * Everything dated of a risk on one time axis, and the list of what is in view.
 */
#define TL_TYPE_TIMELINE_VIEW (tl_timeline_view_get_type ())
G_DECLARE_FINAL_TYPE (TlTimelineView, tl_timeline_view, TL, TIMELINE_VIEW, TlView)

G_END_DECLS
