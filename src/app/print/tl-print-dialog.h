/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-report.h"
#include "tl-workbook.h"

G_BEGIN_DECLS

/**
 * TlPrintDialog:
 *
 * Chooses what to print: the evidence summary of a risk, the comparison of its places, or the pack of all; on paper or
 * into a PDF.
 */
#define TL_TYPE_PRINT_DIALOG (tl_print_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TlPrintDialog, tl_print_dialog, TL, PRINT_DIALOG, AdwDialog)

TlPrintDialog *tl_print_dialog_new         (TlWorkbook    *workbook,
                                            TlRisk        *risk);
void           tl_print_dialog_choose_places (TlPrintDialog            *self,
                                              TlAssessment             *assessment,
                                              const TlComparisonPeriod *period);
void           tl_print_dialog_choose_owners (TlPrintDialog            *self,
                                              const TlId               *risks,
                                              guint                     n_risks);
void           tl_print_dialog_choose_review (TlPrintDialog             *self,
                                              const TlId                *review);
TlReport      *tl_print_dialog_make_report (TlPrintDialog *self);

G_END_DECLS
