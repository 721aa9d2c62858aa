/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-change.h"
#include "tl-import-plan.h"
#include "tl-snapshot.h"

G_BEGIN_DECLS

/**
 * TlJoinPlan:
 *
 * What bringing another workbook into one would do: a location's own into its provider's. Nothing has happened yet.
 */
typedef struct _TlJoinPlan TlJoinPlan;

TlJoinPlan     *tl_join_plan_new        (TlSnapshot         *existing,
                                         TlSnapshot         *other,
                                         GHashTable         *brought,
                                         const TlId         *place);
void            tl_join_plan_free       (TlJoinPlan         *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlJoinPlan, tl_join_plan_free)

TlChange       *tl_join_plan_get_change (const TlJoinPlan   *self);
TlImportCounts  tl_join_plan_get_counts (const TlJoinPlan   *self,
                                         TlTable             table);
guint           tl_join_plan_get_n_matched (const TlJoinPlan *self,
                                         TlTable             table);
guint           tl_join_plan_get_n_notes (const TlJoinPlan  *self);
const char     *tl_join_plan_get_note   (const TlJoinPlan   *self,
                                         guint               index);


G_END_DECLS
