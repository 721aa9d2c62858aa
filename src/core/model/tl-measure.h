/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-record.h"
#include "tl-risk.h"

G_BEGIN_DECLS

/**
 * TlMeasure:
 *
 * How an outcome is measured.
 */
#define TL_TYPE_MEASURE (tl_measure_get_type ())
G_DECLARE_FINAL_TYPE (TlMeasure, tl_measure, TL, MEASURE, TlRecord)

const char *tl_measure_get_title (TlMeasure *self);
TlRisk *tl_measure_get_risk (TlMeasure *self);

G_END_DECLS
