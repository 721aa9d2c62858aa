/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-report-making.h"

G_BEGIN_DECLS

/**
 * TlReportKind:
 * @TL_REPORT_KIND_EVIDENCE: the evidence summary of each chosen risk
 * @TL_REPORT_KIND_PACK: a cover with the position at a glance, a summary of each risk, and what is not proven
 * @TL_REPORT_KIND_COMPARISON: the chosen risks' measures by place, and where weakness gathers
 * @TL_REPORT_KIND_OWNERS: who answers for the chosen risks, who helps, and on which evidence it rests
 * @TL_REPORT_KIND_TIMELINE: the chosen risks' timelines, and the list of what stands on them
 * @TL_REPORT_KIND_HISTORY: what happened to the chosen risks, and what was written down of them when
 * @TL_REPORT_KIND_ACTION_PLAN: the chosen risks in the field order of the regulator's report on actions
 * @TL_REPORT_KIND_MINUTES: the minutes of a review, frozen when it was finished
 * @TL_REPORT_KIND_DEBRIEF: a trainee's debrief of a practice case
 * @TL_REPORT_KIND_PRACTICE_SHEET: a practice case with its answers, for trainers
 * @TL_REPORT_KIND_PRACTICE_GROUP: several trainees' goes at a practice case, side by side
 *
 * What is printed. The last three are of a practice case, and offered where somebody practises; no other workbook has them.
 */
typedef enum
{
  TL_REPORT_KIND_EVIDENCE,
  TL_REPORT_KIND_PACK,
  TL_REPORT_KIND_COMPARISON,
  TL_REPORT_KIND_OWNERS,
  TL_REPORT_KIND_TIMELINE,
  TL_REPORT_KIND_ACTION_PLAN,
  TL_REPORT_KIND_HISTORY,
  TL_REPORT_KIND_MINUTES,
  TL_N_REPORT_KINDS,
  TL_REPORT_KIND_DEBRIEF = TL_N_REPORT_KINDS,
  TL_REPORT_KIND_PRACTICE_SHEET,
  TL_REPORT_KIND_PRACTICE_GROUP,
  TL_N_ALL_REPORT_KINDS
} TlReportKind;

/**
 * TlReportTraits:
 * @TL_REPORT_OF_RISK: speaks of one risk after the other, hence of one when a window asks
 * @TL_REPORT_OF_REVIEW: is of a review; when none was chosen, of the latest one that was held
 * @TL_REPORT_FOR_REVIEW: may be made for a review
 * @TL_REPORT_OF_CHANGES: also says what was written down of its risks and when, which it must be given
 * @TL_REPORT_LANDSCAPE: stands on a sheet that lies across
 *
 * What a kind of report needs to be told.
 */
typedef enum
{
  TL_REPORT_OF_RISK = 1 << 0,
  TL_REPORT_OF_REVIEW = 1 << 1,
  TL_REPORT_FOR_REVIEW = 1 << 2,
  TL_REPORT_LANDSCAPE = 1 << 3,
  TL_REPORT_OF_CHANGES = 1 << 4,
} TlReportTraits;

/**
 * TlReportKindInfo:
 * @word: what the command line calls it
 * @title: its title, marked for translation
 * @summary: what it holds, in a few words, marked for translation
 * @traits: what it needs to be told
 * @add: adds its pages; %FALSE with an error when it was cancelled
 *
 * A kind of report.
 */
typedef struct
{
  const char *word;
  const char *title;
  const char *summary;
  TlReportTraits traits;
  gboolean (*add) (const TlReportMaking  *making,
                   GError               **error);
} TlReportKindInfo;

const TlReportKindInfo *tl_report_kind_get_info  (TlReportKind  kind);
const char             *tl_report_kind_get_title (TlReportKind  kind);
const char             *tl_report_kind_get_summary (TlReportKind kind);
gboolean                tl_report_kind_from_word (const char   *word,
                                                  TlReportKind *kind);

G_END_DECLS
