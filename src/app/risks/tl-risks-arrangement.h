/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-risk-filter.h"
#include "tl-risks-grouping.h"
#include "tl-risks-sorting.h"

G_BEGIN_DECLS

/**
 * TlRisksArrangement:
 *
 * Which risks the register shows, and in which order and groups.
 */
#define TL_TYPE_RISKS_ARRANGEMENT (tl_risks_arrangement_get_type ())
G_DECLARE_FINAL_TYPE (TlRisksArrangement, tl_risks_arrangement, TL, RISKS_ARRANGEMENT, GObject)

/* How an arrangement is kept: choices, what is looked for, order, whether descending, grouping. */
#define TL_RISKS_ARRANGEMENT_TYPE G_VARIANT_TYPE ("(asssbs)")

TlRisksArrangement *tl_risks_arrangement_new           (void);
TlRiskChoices       tl_risks_arrangement_get_choices   (TlRisksArrangement *self);
void                tl_risks_arrangement_set_choices   (TlRisksArrangement *self,
                                                        TlRiskChoices       choices);
const char         *tl_risks_arrangement_get_search    (TlRisksArrangement *self);
void                tl_risks_arrangement_set_search    (TlRisksArrangement *self,
                                                        const char         *search);
TlRisksOrder        tl_risks_arrangement_get_order     (TlRisksArrangement *self);
gboolean            tl_risks_arrangement_get_descending (TlRisksArrangement *self);
void                tl_risks_arrangement_set_order     (TlRisksArrangement *self,
                                                        TlRisksOrder        order,
                                                        gboolean            descending);
TlRisksGrouping     tl_risks_arrangement_get_grouping  (TlRisksArrangement *self);
void                tl_risks_arrangement_set_grouping  (TlRisksArrangement *self,
                                                        TlRisksGrouping     grouping);
char               *tl_risks_arrangement_describe      (TlRisksArrangement *self,
                                                        guint               n);
GVariant           *tl_risks_arrangement_save          (TlRisksArrangement *self);
gboolean            tl_risks_arrangement_restore       (TlRisksArrangement *self,
                                                        GVariant           *saved);

G_END_DECLS
