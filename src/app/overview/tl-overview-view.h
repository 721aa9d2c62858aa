/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-overview-entry.h"
#include "tl-view.h"

G_BEGIN_DECLS

/**
 * TlOverviewView:
 *
 * Where all risks stand, what needs attention, what is due and what changed, each leading to what it speaks of.
 */
#define TL_TYPE_OVERVIEW_VIEW (tl_overview_view_get_type ())
G_DECLARE_FINAL_TYPE (TlOverviewView, tl_overview_view, TL, OVERVIEW_VIEW, TlView)

gboolean tl_overview_view_get_busy (TlOverviewView *self);

G_END_DECLS
