/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-row.h"

G_BEGIN_DECLS

/**
 * TlRiskTrace:
 *
 * Finds out which risks a change touches, row by row: the risk itself, and what names it directly, through a measure,
 * an action, a warning sign or a piece of learning, or in a list of evidence.
 */
typedef struct _TlRiskTrace TlRiskTrace;

TlRiskTrace *tl_risk_trace_new       (TlDatabase     *database);
void         tl_risk_trace_free      (TlRiskTrace    *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlRiskTrace, tl_risk_trace_free)

gboolean     tl_risk_trace_add_row   (TlRiskTrace    *self,
                                      const TlRow    *row,
                                      GError        **error);
gboolean     tl_risk_trace_add_value (TlRiskTrace    *self,
                                      const TlRow    *row,
                                      guint           column,
                                      const TlValue  *value,
                                      GError        **error);
GHashTable  *tl_risk_trace_get_risks (TlRiskTrace    *self);

G_END_DECLS
