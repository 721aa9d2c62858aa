/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-frameworks.h"
#include "tl-risk-part.h"
#include "tl-risk.h"

G_BEGIN_DECLS

/* What stands beneath a risk's line. */

gboolean tl_risk_parts_add_oversight  (TlRiskPart   *part,
                                       TlRisk       *risk,
                                       gboolean      all,
                                       guint         row);
void     tl_risk_parts_fill_closing   (TlRiskPart   *part,
                                       TlRisk       *risk);
void     tl_risk_parts_fill_ratings   (TlRiskPart   *part,
                                       TlRisk       *risk);
void     tl_risk_parts_fill_links     (TlRiskPart   *part,
                                       TlRisk       *risk);
void     tl_risk_parts_fill_standards (TlRiskPart   *part,
                                       TlRisk       *risk,
                                       TlFrameworks *frameworks);

G_END_DECLS
