/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-assessment.h"
#include "tl-drawn-cell.h"

G_BEGIN_DECLS

/**
 * TlMarkCell:
 *
 * One mark before a line of text: of evidence, of an action, of a finding or of a link that isn't sound.
 */
#define TL_TYPE_MARK_CELL (tl_mark_cell_get_type ())
G_DECLARE_FINAL_TYPE (TlMarkCell, tl_mark_cell, TL, MARK_CELL, TlDrawnCell)

GtkWidget *tl_mark_cell_new_link     (TlLinkState             state);
GtkWidget *tl_mark_cell_new_finding  (TlSeverity              severity);
GtkWidget *tl_mark_cell_new_evidence (TlVerdict               verdict,
                                      TlEvidenceKind          kind);
GtkWidget *tl_mark_cell_new_action   (const TlActionJudgement *action);
GtkWidget *tl_mark_cell_new_step     (gboolean                done,
                                      gboolean                proven);

G_END_DECLS
