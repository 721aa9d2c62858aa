/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-fact-cell.h"
#include "tl-risk.h"

G_BEGIN_DECLS

/**
 * TlRiskCellKind:
 * @TL_RISK_CELL_KIND_REF: by what it is called on paper
 * @TL_RISK_CELL_KIND_TITLE: what it is called, and what it is about
 * @TL_RISK_CELL_KIND_OWNER: who answers for it, and in which role
 * @TL_RISK_CELL_KIND_MEASURE: the latest value of its primary measure, and its target
 * @TL_RISK_CELL_KIND_REVIEW: the day of its next review, and how far off that is
 * @TL_RISK_CELL_KIND_CARD: reference and title, then owner and review, where a row has no columns
 *
 * Which two lines of a risk are shown.
 */
typedef enum
{
  TL_RISK_CELL_KIND_REF,
  TL_RISK_CELL_KIND_TITLE,
  TL_RISK_CELL_KIND_OWNER,
  TL_RISK_CELL_KIND_MEASURE,
  TL_RISK_CELL_KIND_REVIEW,
  TL_RISK_CELL_KIND_CARD,
} TlRiskCellKind;

#define TL_TYPE_RISK_CELL_KIND (tl_risk_cell_kind_get_type ())
GType tl_risk_cell_kind_get_type (void) G_GNUC_CONST;

/**
 * TlRiskCell:
 *
 * Two lines of a row of the register. It is given the risk and follows it by itself: a row that is scrolled into view is
 * given another risk in the middle of a frame, and an expression for each of its facts would take longer than the frame.
 */
#define TL_TYPE_RISK_CELL (tl_risk_cell_get_type ())
G_DECLARE_FINAL_TYPE (TlRiskCell, tl_risk_cell, TL, RISK_CELL, TlFactCell)

void tl_risk_cell_set_risk (TlRiskCell *self,
                            TlRisk     *risk);

G_END_DECLS
