/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-arena.h"
#include "tl-assessment.h"

G_BEGIN_DECLS

/**
 * TlJudge:
 * @snapshot: the facts
 * @settings: the workbook's settings
 * @as_at: the day for which is judged; what is dated later doesn't exist
 * @undecided: (nullable): a review whose decisions are judged as not yet made
 * @until: the last link that is asked for, so that no more is worked out than it needs; none for all
 * @arena: where conclusions are kept
 *
 * From what, for which day, and into which memory conclusions are drawn. Only src/core/assurance uses it.
 */
typedef struct
{
  TlSnapshot *snapshot;
  const TlSettings *settings;
  TlDay as_at;
  const TlReviewFacts *undecided;
  TlLineLink until;
  TlArena *arena;
} TlJudge;

gboolean  tl_judge_knows       (const TlJudge       *self,
                                TlDay                day);
gboolean  tl_judge_is_within   (const TlJudge       *self,
                                TlDay                day,
                                int                  days);
gboolean  tl_judge_is_current  (const TlJudge       *self,
                                TlDay                from_date,
                                TlDay                until_date);
gboolean  tl_judge_asks        (const TlJudge       *self,
                                TlLineLink           link);
gboolean  tl_judge_sees_review (const TlJudge       *self,
                                const TlReviewFacts *review);
gboolean  tl_judge_sees_decision (const TlJudge         *self,
                                  const TlDecisionFacts *decision);
char     *tl_judge_keep        (const TlJudge       *self,
                                char                *text);
gpointer  tl_judge_keep_array  (const TlJudge       *self,
                                const GArray        *array);
char    **tl_judge_keep_texts  (const TlJudge       *self,
                                const GPtrArray     *texts);
gboolean  tl_text_says         (const char          *text);
TlDay     tl_day_latest        (TlDay                a,
                                TlDay                b);
TlDay     tl_day_earliest      (TlDay                a,
                                TlDay                b);

G_END_DECLS
