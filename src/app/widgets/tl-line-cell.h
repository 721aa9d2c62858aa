/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-assessment.h"
#include "tl-drawn-cell.h"

G_BEGIN_DECLS

/**
 * TlLineCell:
 *
 * The line of a risk in a table: eight marks on a thread that is solid to the position.
 */
#define TL_TYPE_LINE_CELL (tl_line_cell_get_type ())
G_DECLARE_FINAL_TYPE (TlLineCell, tl_line_cell, TL, LINE_CELL, TlDrawnCell)

GtkWidget *tl_line_cell_new           (void);
void       tl_line_cell_set_line      (TlLineCell            *self,
                                       const TlLinkState     *states,
                                       TlLineLink             position);
void       tl_line_cell_set_judgement (TlLineCell            *self,
                                       const TlRiskJudgement *judgement);

G_END_DECLS
