/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-practice-run.h"
#include "tl-practice-sheet.h"

G_BEGIN_DECLS

/**
 * TlPracticeAnswerResult:
 * @answer: the line of the answer sheet
 * @outcome: what became of it
 * @judgement: (nullable): the judgement that decided it
 * @same_state: whether that judgement names its state as the sheet does
 * @finding: (nullable): what the program itself finds there
 * @reason: why, in plain sentences
 *
 * A line of the answer sheet beside what the trainee said.
 */
typedef struct
{
  const TlPracticeAnswer *answer;
  TlPracticeOutcome outcome;
  TlPracticeJudgement *judgement;
  gboolean same_state;
  const TlFinding *finding;
  char *reason;
} TlPracticeAnswerResult;

/**
 * TlPracticeJudgementResult:
 * @judgement: what the trainee said
 * @standing: what it comes to
 * @answer: (nullable): the line of the answer sheet that it speaks of
 * @reason: why, in plain sentences
 *
 * A judgement beside the answer sheet and the workbook.
 */
typedef struct
{
  TlPracticeJudgement *judgement;
  TlPracticeStanding standing;
  const TlPracticeAnswer *answer;
  char *reason;
} TlPracticeJudgementResult;

/**
 * TlPracticeStep:
 * @ref: what is opened
 * @expert: its place in an expert's trail, from 1; 0 where an expert wouldn't open it
 * @trainee: its place in the trainee's trail, from 1; 0 where the trainee didn't
 *
 * Something that was opened, or should have been.
 */
typedef struct
{
  const char *ref;
  guint expert;
  guint trainee;
} TlPracticeStep;

/**
 * TlPracticeLesson:
 * @title: what is learnt
 * @grade: how far the trainee came
 * @done: of how many it holds
 * @of: how many there are
 * @reasons: (array zero-terminated=1): what it rests on, a plain sentence each; never empty
 *
 * A row of the rubric. It is never summed up into a score.
 */
typedef struct
{
  const char *title;
  TlPracticeGrade grade;
  guint done;
  guint of;
  char **reasons;
} TlPracticeLesson;

/**
 * TlPracticeTally:
 * @planted: weaknesses planted
 * @found: how many of them were found
 * @wrong_reason: how many were named for the wrong reason
 * @missed: how many were missed or only asked about
 * @without_ground: judgements without ground
 *
 * How it went at one link of the line, or for one check.
 */
typedef struct
{
  guint planted;
  guint found;
  guint wrong_reason;
  guint missed;
  guint without_ground;
} TlPracticeTally;

/**
 * TlPracticeDebrief:
 *
 * A committed go at a case beside its answer sheet. It never changes.
 */
typedef struct _TlPracticeDebrief TlPracticeDebrief;

TlPracticeDebrief               *tl_practice_debrief_new            (TlPracticeCase           *practice_case,
                                                                     TlAssessment             *assessment,
                                                                     TlPracticeRun            *run,
                                                                     GError                  **error);
void                             tl_practice_debrief_free           (TlPracticeDebrief        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlPracticeDebrief, tl_practice_debrief_free)

guint                            tl_practice_debrief_get_n_answers  (const TlPracticeDebrief  *self);
const TlPracticeAnswerResult    *tl_practice_debrief_get_answer     (const TlPracticeDebrief  *self,
                                                                     guint                     index);
guint                            tl_practice_debrief_get_n_judgements (const TlPracticeDebrief *self);
const TlPracticeJudgementResult *tl_practice_debrief_get_judgement  (const TlPracticeDebrief  *self,
                                                                     guint                     index);
guint                            tl_practice_debrief_get_n_steps    (const TlPracticeDebrief  *self);
const TlPracticeStep            *tl_practice_debrief_get_step       (const TlPracticeDebrief  *self,
                                                                     guint                     index);
guint                            tl_practice_debrief_get_n_lessons  (const TlPracticeDebrief  *self);
const TlPracticeLesson          *tl_practice_debrief_get_lesson     (const TlPracticeDebrief  *self,
                                                                     guint                     index);
guint                            tl_practice_debrief_count          (const TlPracticeDebrief  *self,
                                                                     TlPracticeOutcome         outcome);
guint                            tl_practice_debrief_count_standing (const TlPracticeDebrief  *self,
                                                                     TlPracticeStanding        standing);
TlPracticeTally                  tl_practice_debrief_tally_link     (const TlPracticeDebrief  *self,
                                                                     TlLineLink                link);
TlPracticeTally                  tl_practice_debrief_tally_check    (const TlPracticeDebrief  *self,
                                                                     const char               *check);

G_END_DECLS
