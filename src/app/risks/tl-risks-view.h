/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-risk-page.h"
#include "tl-view.h"

G_BEGIN_DECLS

/**
 * TlRisksView:
 *
 * The register of priority risks, and the page of the one in hand beside it.
 */
#define TL_TYPE_RISKS_VIEW (tl_risks_view_get_type ())
G_DECLARE_FINAL_TYPE (TlRisksView, tl_risks_view, TL, RISKS_VIEW, TlView)

void        tl_risks_view_search   (TlRisksView *self);
void        tl_risks_view_show_link (TlRisksView *self,
                                    TlLineLink   link,
                                    TlLinkState  state);
TlRiskPage *tl_risks_view_get_page (TlRisksView *self);

G_END_DECLS
