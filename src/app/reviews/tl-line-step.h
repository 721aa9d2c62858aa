/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-assessment.h"
#include "tl-drawn-cell.h"

G_BEGIN_DECLS

/**
 * TlLineStep:
 *
 * One link of a line that runs across a page: its mark, and the thread on both sides of it.
 */
#define TL_TYPE_LINE_STEP (tl_line_step_get_type ())
G_DECLARE_FINAL_TYPE (TlLineStep, tl_line_step, TL, LINE_STEP, TlDrawnCell)

GtkWidget *tl_line_step_new (TlLineLink  link,
                             TlLinkState state,
                             TlLineLink  position);

G_END_DECLS
