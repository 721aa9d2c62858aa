/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-assessment.h"
#include "tl-overview-entry.h"

G_BEGIN_DECLS

/**
 * TlOverviewList:
 *
 * One of the overview's lists, of which only those entries are made that are looked at: there may be tens of thousands.
 */
#define TL_TYPE_OVERVIEW_LIST (tl_overview_list_get_type ())
G_DECLARE_FINAL_TYPE (TlOverviewList, tl_overview_list, TL, OVERVIEW_LIST, GObject)

TlOverviewList *tl_overview_list_new          (void);
void            tl_overview_list_set_findings (TlOverviewList *self,
                                               TlAssessment   *assessment,
                                               int             severity);
TlAssessment   *tl_overview_list_get_assessment (TlOverviewList *self);
void            tl_overview_list_set_due      (TlOverviewList *self,
                                               GPtrArray      *items,
                                               TlDay           as_at);
void            tl_overview_list_set_changes  (TlOverviewList *self,
                                               GPtrArray      *items);
void            tl_overview_list_share        (TlOverviewList *self,
                                               TlOverviewList *other);

G_END_DECLS
