/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-workbook.h"

G_BEGIN_DECLS

/**
 * TlRiskPage:
 *
 * One risk: its title, rating, owner and next review, its line as a column of eight sections, and its findings.
 */
#define TL_TYPE_RISK_PAGE (tl_risk_page_get_type ())
G_DECLARE_FINAL_TYPE (TlRiskPage, tl_risk_page, TL, RISK_PAGE, AdwBin)

TlRisk *tl_risk_page_get_risk (TlRiskPage *self);
void    tl_risk_page_set_risk (TlRiskPage *self,
                               TlRisk     *risk);
void    tl_risk_page_refresh  (TlRiskPage *self);
void    tl_risk_page_expand   (TlRiskPage *self,
                               TlLineLink  link,
                               gboolean    expanded);
void    tl_risk_page_show_findings (TlRiskPage *self);

G_END_DECLS
