/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-report-kind.h"

#include "tl-action-plan.h"
#include "tl-comparison-report.h"
#include "tl-minutes-report.h"
#include "tl-owner-report.h"
#include "tl-pack.h"
#include "tl-practice-report.h"
#include "tl-risk-history.h"
#include "tl-progress.h"
#include "tl-summaries.h"
#include "tl-timeline-report.h"

#include <glib/gi18n-lib.h>

/**
 * tl_report_making_step:
 * @self: a report that is made
 * @done: how many of its parts are laid out
 * @n: how many it has
 * @error: return location for an error
 *
 * Counts one more part, if its cancellable is a progress. Every kind of report calls this between its parts.
 *
 * Returns: whether to go on; %FALSE with %G_IO_ERROR_CANCELLED when it was cancelled
 */
gboolean
tl_report_making_step (const TlReportMaking  *self,
                       guint                  done,
                       guint                  n,
                       GError               **error)
{
  if (done == 0)
    tl_progress_begin (self->cancellable, TL_PROGRESS_STAGE_LAYING_OUT, n);
  tl_progress_step (self->cancellable, NULL);

  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

static gboolean
add_summaries (const TlReportMaking  *making,
               GError               **error)
{
  g_autoptr (TlSummaries) summaries = tl_summaries_new (making, 1, NULL, 0);

  if (!tl_summaries_finish (summaries, error))
    return FALSE;
  for (guint i = 0; i < making->risks->len; i++)
    tl_summaries_add (summaries, i, tl_document_new_anchor (making->document));
  if (making->risks->len == 0)
    tl_pack_add_nothing (making->document);

  return TRUE;
}

static gboolean
add_comparison (const TlReportMaking  *making,
                GError               **error)
{
  return tl_comparison_report_add (making->document, making->assessment, making->risks, making->period,
                                   making->cancellable, error);
}

static gboolean
add_timelines (const TlReportMaking  *making,
               GError               **error)
{
  return tl_timeline_report_add (making->document, making->assessment, making->risks, making->cancellable, error);
}

/* In the order in which they are offered. */
static const TlReportKindInfo kinds[TL_N_ALL_REPORT_KINDS] = {
  [TL_REPORT_KIND_EVIDENCE] = {
    "evidence", N_("Evidence summary"), N_("One risk from the concern to what is proven, and what isn’t"),
    TL_REPORT_OF_RISK, add_summaries,
  },
  [TL_REPORT_KIND_PACK] = {
    "pack", N_("Evidence pack"), N_("For a review: where every open risk stands, and what is not proven"),
    TL_REPORT_FOR_REVIEW, tl_pack_add,
  },
  [TL_REPORT_KIND_COMPARISON] = {
    "comparison", N_("Location comparison"), N_("One risk’s measures by place, and where weakness gathers"),
    TL_REPORT_OF_RISK, add_comparison,
  },
  [TL_REPORT_KIND_OWNERS] = {
    "owners", N_("Owner map"), N_("Who answers for each open risk, who helps, and on which evidence it rests"),
    TL_REPORT_LANDSCAPE, tl_owner_report_add,
  },
  [TL_REPORT_KIND_TIMELINE] = {
    "timeline", N_("Timeline"), N_("One risk’s evidence in time, and the list of it"),
    TL_REPORT_OF_RISK, add_timelines,
  },
  [TL_REPORT_KIND_ACTION_PLAN] = {
    "action-plan", N_("Action plan"), N_("What will be done, in the order of CQC’s report on actions"),
    0, tl_action_plan_add,
  },
  [TL_REPORT_KIND_HISTORY] = {
    "history", N_("History of a risk"), N_("How it was rated, owned and decided on, and who wrote down what, and when"),
    TL_REPORT_OF_RISK | TL_REPORT_OF_CHANGES, tl_risk_history_add,
  },
  [TL_REPORT_KIND_MINUTES] = {
    "minutes", N_("Minutes"), N_("What a review looked at, asked and decided, as it was frozen"),
    TL_REPORT_OF_REVIEW, tl_minutes_report_add,
  },
  [TL_REPORT_KIND_DEBRIEF] = {
    "debrief", N_("Practice debrief"), N_("How a go at a practice case went, and why"),
    0, tl_debrief_report_add,
  },
  [TL_REPORT_KIND_PRACTICE_SHEET] = {
    "practice-sheet", N_("Practice: trainer’s sheet"), N_("A practice case with its answers"),
    0, tl_practice_sheet_report_add,
  },
  [TL_REPORT_KIND_PRACTICE_GROUP] = {
    "practice-group", N_("Practice: trainees side by side"), N_("What each trainee made of each answer"),
    TL_REPORT_LANDSCAPE, tl_practice_group_report_add,
  },
};

/**
 * tl_report_kind_get_info:
 * @kind: a kind of report
 *
 * Returns: (transfer none): what is known of it
 */
const TlReportKindInfo *
tl_report_kind_get_info (TlReportKind kind)
{
  g_return_val_if_fail (kind < TL_N_ALL_REPORT_KINDS, &kinds[0]);

  return &kinds[kind];
}

/**
 * tl_report_kind_get_title:
 * @kind: a kind of report
 *
 * Returns: (transfer none): its title, such as "Evidence summary"
 */
const char *
tl_report_kind_get_title (TlReportKind kind)
{
  return _(tl_report_kind_get_info (kind)->title);
}

/**
 * tl_report_kind_get_summary:
 * @kind: a kind of report
 *
 * Returns: (transfer none): what it holds, in a few words
 */
const char *
tl_report_kind_get_summary (TlReportKind kind)
{
  return _(tl_report_kind_get_info (kind)->summary);
}

/**
 * tl_report_kind_from_word:
 * @word: what the command line calls it
 * @kind: (out): the kind of that name
 *
 * Returns: whether there is one
 */
gboolean
tl_report_kind_from_word (const char   *word,
                          TlReportKind *kind)
{
  for (guint i = 0; i < TL_N_REPORT_KINDS; i++)
    if (g_str_equal (kinds[i].word, word))
      {
        *kind = (TlReportKind) i;
        return TRUE;
      }

  return FALSE;
}
