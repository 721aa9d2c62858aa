/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-practice-debrief.h"

G_BEGIN_DECLS

struct _TlPracticeDebrief
{
  TlPracticeCase *practice_case;
  TlAssessment *assessment;
  TlPracticeRun *run;
  TlPracticeSheet *sheet;
  GArray *answers;
  GArray *judgements;
  GArray *steps;
  GArray *lessons;
};

/* How a judgement and an answer speak of the same (tl-practice-match.c). */
gboolean tl_practice_is_same_place (const TlPracticeAnswer   *answer,
                                    TlPracticeJudgement      *judgement);
gboolean tl_practice_rests_on      (const TlPracticeAnswer   *answer,
                                    TlPracticeJudgement      *judgement);
gboolean tl_practice_names_place   (const TlPracticeAnswer   *answer,
                                    TlPracticeJudgement      *judgement);
gboolean tl_practice_doubts        (TlPracticeJudgement      *judgement);
gboolean tl_practice_finds         (const TlPracticeAnswer   *answer,
                                    TlPracticeJudgement      *judgement);
gboolean tl_practice_upholds       (const TlPracticeAnswer   *answer,
                                    TlPracticeJudgement      *judgement);
gboolean tl_practice_share         (const char * const       *first,
                                    const char * const       *second);

/* Sentences (tl-practice-reasons.c). */
char    *tl_practice_say_answer    (const TlPracticeAnswerResult *result);
char    *tl_practice_say_judgement (const TlPracticeJudgementResult *result);

/* The rubric (tl-practice-lessons.c), which needs all the rest. */
void     tl_practice_add_lessons   (TlPracticeDebrief        *self);

/* The written finding (tl-practice-finding.c). */
#define TL_PRACTICE_FINDING_PARTS 4
guint    tl_practice_judge_finding (const TlPracticeDebrief  *self,
                                    GStrvBuilder             *reasons);

G_END_DECLS
