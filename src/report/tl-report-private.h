/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-document.h"
#include "tl-report.h"

G_BEGIN_DECLS

struct _TlReport
{
  GObject parent_instance;

  TlAssessment *assessment;
  TlReportKind kind;
  GArray *risks;
  TlId review;
  gboolean has_review;
  /* What was written down, by the risk's TlId. */
  GHashTable *changes;
  TlStore *store;
  TlMinutes *minutes;
  TlComparisonPeriod period;
  TlPaper paper;
  char *fingerprint;
  gint64 recorded;
  char *past;
  TlPracticeCase *practice_case;
  GPtrArray *runs;

  TlDocument *document;
};

char                *tl_report_describe_history (TlReport *self);
const char          *tl_report_get_provider     (TlReport *self);
const TlReviewFacts *tl_report_find_review      (TlReport *self);

G_END_DECLS
