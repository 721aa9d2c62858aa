/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "tl-paper.h"
#include "tl-report-kind.h"

G_BEGIN_DECLS

/**
 * TlReport:
 *
 * Pages, drawn with Pango and cairo: the same ones for preview, printer and PDF. A report shows what a TlAssessment
 * says and concludes nothing itself. It may be made and used on any thread, by one thread at a time.
 */
#define TL_TYPE_REPORT (tl_report_get_type ())
G_DECLARE_FINAL_TYPE (TlReport, tl_report, TL, REPORT, GObject)

TlReport   *tl_report_new         (TlAssessment   *assessment,
                                   TlReportKind    kind);
void        tl_report_set_risks   (TlReport       *self,
                                   const TlId     *ids,
                                   guint           n_ids);
void        tl_report_set_review  (TlReport       *self,
                                   const TlId     *review);
void        tl_report_set_store   (TlReport       *self,
                                   TlStore        *store);
void        tl_report_set_changes (TlReport       *self,
                                   const TlId     *risk,
                                   GPtrArray      *changes);
void        tl_report_set_period  (TlReport       *self,
                                   const TlComparisonPeriod *period);
void        tl_report_set_past    (TlReport       *self,
                                   const char     *moment);
void        tl_report_set_practice (TlReport      *self,
                                   TlPracticeCase *practice_case,
                                   GPtrArray      *runs);
TlReportKind tl_report_get_kind   (TlReport       *self);
void        tl_report_set_paper   (TlReport       *self,
                                   const TlPaper  *paper);
void        tl_report_set_history (TlReport       *self,
                                   const char     *fingerprint,
                                   gint64          recorded);

char       *tl_report_get_title   (TlReport       *self);
char       *tl_report_get_file_name (TlReport     *self);

gboolean    tl_report_paginate    (TlReport       *self,
                                   GCancellable   *cancellable,
                                   GError        **error);
guint       tl_report_get_n_pages (TlReport       *self);
void        tl_report_draw_page   (TlReport       *self,
                                   cairo_t        *cr,
                                   guint           page);
char       *tl_report_read_page   (TlReport       *self,
                                   guint           page);
TlPaper     tl_report_get_sheet   (TlReport       *self);
gboolean    tl_report_write_pdf   (TlReport       *self,
                                   GOutputStream  *stream,
                                   GCancellable   *cancellable,
                                   GError        **error);
gboolean    tl_report_save_pdf    (TlReport       *self,
                                   GFile          *file,
                                   GCancellable   *cancellable,
                                   GError        **error);

G_END_DECLS
