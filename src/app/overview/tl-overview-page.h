/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-overview-list.h"

G_BEGIN_DECLS

/**
 * TlOverviewPage:
 *
 * All of one of the overview's lists; of findings all or those of one severity.
 */
#define TL_TYPE_OVERVIEW_PAGE (tl_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (TlOverviewPage, tl_overview_page, TL, OVERVIEW_PAGE, AdwNavigationPage)

TlOverviewKind tl_overview_page_get_kind        (TlOverviewPage *self);
void           tl_overview_page_choose_severity (TlOverviewPage *self,
                                                 int             severity);
void           tl_overview_page_show            (TlOverviewPage *self,
                                                 TlOverviewKind  kind,
                                                 const char     *title,
                                                 TlAssessment   *assessment,
                                                 TlOverviewList *entries);
void           tl_overview_page_let_go          (TlOverviewPage *self);

G_END_DECLS
