/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-assessment.h"

G_BEGIN_DECLS

/* A measure's series of each place, worked out when they are wanted: kept for every measure and place they would take
 * more memory than everything else that is concluded. */

typedef struct _TlPlaceSeries TlPlaceSeries;

TlPlaceSeries  *tl_place_series_new   (const TlAssessment       *assessment,
                                       const TlMeasureJudgement *measure,
                                       const TlComparison       *comparison);
TlPlaceSeries  *tl_place_series_ref   (TlPlaceSeries            *self);
void            tl_place_series_unref (TlPlaceSeries            *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlPlaceSeries, tl_place_series_unref)

TlSeries       *tl_place_series_get   (TlPlaceSeries            *self,
                                       guint                     place);

G_END_DECLS
