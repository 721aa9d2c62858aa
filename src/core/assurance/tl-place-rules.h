/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-judge.h"

G_BEGIN_DECLS

/* Which places a risk is about. */

gboolean tl_place_is_within     (const TlPlaceFacts *place,
                                 const TlPlaceFacts *whole);
gboolean tl_risk_has_in_scope   (const TlRiskFacts  *risk,
                                 const TlPlaceFacts *place);
gboolean tl_risk_names_within   (const TlRiskFacts  *risk,
                                 const TlPlaceFacts *place);
gboolean tl_risk_compares_place (const TlRiskFacts  *risk,
                                 const TlPlaceFacts *place);
gboolean tl_risk_scope_names    (const TlRiskFacts  *risk,
                                 TlPlaceKind         kind);
guint    tl_risk_count_places   (const TlJudge      *judge,
                                 const TlRiskFacts  *risk);
guint    tl_risk_count_named    (const TlJudge        *judge,
                                 const TlRiskFacts    *risk,
                                 const TlMeasureFacts *measure);

G_END_DECLS
