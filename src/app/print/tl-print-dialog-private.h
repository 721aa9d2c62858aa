/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-print-dialog.h"

#include "tl-page-preview.h"
#include "tl-progress-box.h"

G_BEGIN_DECLS

struct _TlPrintDialog
{
  AdwDialog parent_instance;

  AdwComboRow *report_row;
  AdwComboRow *risk_row;
  AdwComboRow *review_row;
  AdwComboRow *paper_row;
  GtkLabel *about;
  GtkLabel *page_label;
  TlPagePreview *preview;
  TlProgressBox *progress_box;

  TlWorkbook *workbook;
  /* The reviews that are offered, as TlId, after the one that leaves it open. */
  GArray *reviews;
  /* For what time places are compared, and what its action belongs to. */
  TlComparisonPeriod period;
  TlAssessment *compared;
  /* Whose owners are looked at, as TlId; empty for those of all open risks. */
  GArray *owned;
  guint previewing;
  /* What was written down of a risk, once it is read. */
  GPtrArray *changes;
  TlId changed;
  GCancellable *reading;
};

TlReportKind tl_print_dialog_get_kind      (TlPrintDialog *self);
void         tl_print_dialog_offer_kinds   (TlPrintDialog *self);
void         tl_print_dialog_offer_reviews (TlPrintDialog *self);

G_END_DECLS
