/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-finding-row.h"
#include "tl-risk.h"
#include "tl-workbook.h"

G_BEGIN_DECLS

/* What the buttons of a risk's page do. Which remedy belongs to what is the core's to say; here each is given its dialog.
 * Buttons and rows ask for it by the actions `risk.mend` and `risk.edit` of the page. */

gboolean   tl_risk_mending_can      (TlRemedy      remedy);
void       tl_risk_mending_do       (GtkWidget    *page,
                                     TlWorkbook   *workbook,
                                     TlRisk       *risk,
                                     TlRemedy      remedy,
                                     const TlId   *row);
void       tl_risk_mending_answer   (GtkWidget    *page,
                                     TlWorkbook   *workbook,
                                     TlRisk       *risk,
                                     const TlFindingKey *finding);
void       tl_risk_mending_edit     (GtkWidget    *page,
                                     TlWorkbook   *workbook,
                                     TlTable       table,
                                     const TlId   *row);
const TlFacts *tl_risk_mending_find_row (TlSnapshot  *snapshot,
                                     const TlFinding *finding);
GtkWidget *tl_risk_mending_button   (TlRemedy      remedy,
                                     const TlFacts *row);
GtkWidget *tl_risk_mending_button_for (TlRemedy    remedy,
                                       const TlId *row);
void       tl_risk_mending_read     (GVariant     *parameter,
                                     int          *first,
                                     TlId         *row,
                                     gboolean     *has_row);
GVariant  *tl_risk_mending_target   (int           first,
                                     const TlFacts *row);

G_END_DECLS
