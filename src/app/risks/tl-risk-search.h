/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-risk.h"

G_BEGIN_DECLS

/**
 * TlRiskSearch:
 *
 * What is looked for, and which risks have it. The words of the workbook are read on another thread when somebody begins
 * to search, and again after a change while they go on.
 */
#define TL_TYPE_RISK_SEARCH (tl_risk_search_get_type ())
G_DECLARE_FINAL_TYPE (TlRiskSearch, tl_risk_search, TL, RISK_SEARCH, GObject)

TlRiskSearch *tl_risk_search_new            (void);
void          tl_risk_search_set_assessment (TlRiskSearch *self,
                                             TlAssessment *assessment);
void          tl_risk_search_prepare        (TlRiskSearch *self);
void          tl_risk_search_set_text       (TlRiskSearch *self,
                                             const char   *text);
gboolean      tl_risk_search_has            (TlRiskSearch *self,
                                             TlRisk       *risk);
gboolean      tl_risk_search_is_busy        (TlRiskSearch *self);

G_END_DECLS
