/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-risk-page.h"

#include "tl-frameworks.h"
#include "tl-link-section.h"
#include "tl-rating-cell.h"
#include "tl-record-list-box.h"
#include "tl-risk-part.h"
#include "tl-title-field.h"

G_BEGIN_DECLS

/* What hangs on a risk and has no place on its line: warning signs, causes, learning. */
#define TL_RISK_PAGE_N_RECORDS 3

struct _TlRiskPage
{
  AdwBin parent_instance;

  TlTitleField *title_field;
  GtkLabel *caption;
  TlRatingCell *rating_cell;
  GtkLabel *rating_label;
  GtkLabel *rating_ground_label;
  GtkLabel *owner_label;
  GtkLabel *owner_ground_label;
  GtkLabel *review_label;
  GtkLabel *review_ground_label;
  GtkScrolledWindow *scroller;
  TlLinkSection *sections[TL_N_LINE_LINKS];
  GtkLabel *ended_label;
  /* What stands beneath the line and the findings about oversight. */
  GtkWidget *rest;
  TlRiskPart *oversight;
  TlRiskPart *closing;
  TlRiskPart *ratings;
  TlRecordListBox *records[TL_RISK_PAGE_N_RECORDS];
  TlRiskPart *links;
  TlRiskPart *standards;

  TlWorkbook *workbook;
  TlRisk *risk;
  TlFrameworks *frameworks;
  GCancellable *reading;
  /* Where the keyboard was when a dialog was opened. */
  GtkWidget *returning;
  /* What is left to be filled in, and where the keyboard was before that began. */
  guint filling;
  guint step;
  guint row;
  /* It is out of sight, and comes after what is seen has been painted. */
  gboolean rest_waits;
  GdkFrameClock *clock;
  GtkWidget *focused;
  /* Whether all findings about oversight are shown, not only the first. */
  gboolean all;
  /* Whether anything is concluded of the risk. */
  gboolean known;
  GSignalGroup *risk_signals;
  GSignalGroup *workbook_signals;
};

/* What is shown. */
void       tl_risk_page_begin_filling   (TlRiskPage     *self);
void       tl_risk_page_bind_filling    (GtkWidgetClass *widget_class);
void       tl_risk_page_end_filling     (TlRiskPage     *self);
void       tl_risk_page_fill_now        (TlRiskPage     *self);
void       tl_risk_page_update_title    (TlRiskPage     *self);
void       tl_risk_page_update_sections (TlRiskPage     *self);

/* Where the keyboard is. */
GtkWidget *tl_risk_page_find_focused    (TlRiskPage     *self);
void       tl_risk_page_focus_first     (TlRiskPage     *self,
                                         GtkWidget      *part);

/* What can be edited, and what the page's buttons do. */
void       tl_risk_page_begin_edits     (TlRiskPage     *self);
void       tl_risk_page_bind_edits      (GtkWidgetClass *widget_class);
void       tl_risk_page_update_editing  (TlRiskPage     *self);
gboolean   tl_risk_page_is_editable     (TlRiskPage     *self);

G_END_DECLS
