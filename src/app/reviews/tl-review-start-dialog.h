/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-workbook.h"

G_BEGIN_DECLS

/**
 * TlReviewStartDialog:
 *
 * Starts a review: which forum meets, when, who chairs it, what it looks at and what is asked for beforehand. Agenda and
 * pack are proposed, and can be changed.
 */
#define TL_TYPE_REVIEW_START_DIALOG (tl_review_start_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TlReviewStartDialog, tl_review_start_dialog, TL, REVIEW_START_DIALOG, AdwDialog)

TlReviewStartDialog *tl_review_start_dialog_new      (TlWorkbook          *workbook,
                                                      const TlId          *forum);
gboolean             tl_review_start_dialog_get_busy (TlReviewStartDialog *self);

G_END_DECLS
