/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-practice-debrief-private.h"

/**
 * tl_practice_debrief_get_n_answers:
 * @self: a debrief
 *
 * Returns: how many lines the answer sheet has
 */
guint
tl_practice_debrief_get_n_answers (const TlPracticeDebrief *self)
{
  return self->answers->len;
}

/**
 * tl_practice_debrief_get_answer:
 * @self: a debrief
 * @index: which one
 *
 * Returns: (transfer none): what became of a line of the answer sheet
 */
const TlPracticeAnswerResult *
tl_practice_debrief_get_answer (const TlPracticeDebrief *self,
                                guint                    index)
{
  g_return_val_if_fail (index < self->answers->len, NULL);

  return &g_array_index (self->answers, TlPracticeAnswerResult, index);
}

/**
 * tl_practice_debrief_get_n_judgements:
 * @self: a debrief
 *
 * Returns: how many judgements the trainee made
 */
guint
tl_practice_debrief_get_n_judgements (const TlPracticeDebrief *self)
{
  return self->judgements->len;
}

/**
 * tl_practice_debrief_get_judgement:
 * @self: a debrief
 * @index: which one
 *
 * Returns: (transfer none): what a judgement comes to
 */
const TlPracticeJudgementResult *
tl_practice_debrief_get_judgement (const TlPracticeDebrief *self,
                                   guint                    index)
{
  g_return_val_if_fail (index < self->judgements->len, NULL);

  return &g_array_index (self->judgements, TlPracticeJudgementResult, index);
}

/**
 * tl_practice_debrief_get_n_steps:
 * @self: a debrief
 *
 * Returns: how many things an expert would open or the trainee opened
 */
guint
tl_practice_debrief_get_n_steps (const TlPracticeDebrief *self)
{
  return self->steps->len;
}

/**
 * tl_practice_debrief_get_step:
 * @self: a debrief
 * @index: which one
 *
 * Returns: (transfer none): one of them: an expert's first, in order, then the trainee's own
 */
const TlPracticeStep *
tl_practice_debrief_get_step (const TlPracticeDebrief *self,
                              guint                    index)
{
  g_return_val_if_fail (index < self->steps->len, NULL);

  return &g_array_index (self->steps, TlPracticeStep, index);
}

/**
 * tl_practice_debrief_get_n_lessons:
 * @self: a debrief
 *
 * Returns: how many rows the rubric has
 */
guint
tl_practice_debrief_get_n_lessons (const TlPracticeDebrief *self)
{
  return self->lessons->len;
}

/**
 * tl_practice_debrief_get_lesson:
 * @self: a debrief
 * @index: which one
 *
 * Returns: (transfer none): a row of the rubric
 */
const TlPracticeLesson *
tl_practice_debrief_get_lesson (const TlPracticeDebrief *self,
                                guint                    index)
{
  g_return_val_if_fail (index < self->lessons->len, NULL);

  return &g_array_index (self->lessons, TlPracticeLesson, index);
}

/**
 * tl_practice_debrief_count:
 * @self: a debrief
 * @outcome: an outcome
 *
 * Returns: how many lines of the answer sheet came to it
 */
guint
tl_practice_debrief_count (const TlPracticeDebrief *self,
                           TlPracticeOutcome        outcome)
{
  guint n = 0;

  for (guint i = 0; i < self->answers->len; i++)
    n += tl_practice_debrief_get_answer (self, i)->outcome == outcome;
  return n;
}

/**
 * tl_practice_debrief_count_standing:
 * @self: a debrief
 * @standing: a standing
 *
 * Returns: how many judgements have it
 */
guint
tl_practice_debrief_count_standing (const TlPracticeDebrief *self,
                                    TlPracticeStanding       standing)
{
  guint n = 0;

  for (guint i = 0; i < self->judgements->len; i++)
    n += tl_practice_debrief_get_judgement (self, i)->standing == standing;
  return n;
}

static void
tally (TlPracticeTally              *self,
       const TlPracticeAnswerResult *result)
{
  if (!result->answer->planted)
    return;
  self->planted++;
  self->found += result->outcome == TL_PRACTICE_OUTCOME_FOUND;
  self->wrong_reason += result->outcome == TL_PRACTICE_OUTCOME_WRONG_REASON;
  self->missed += result->outcome == TL_PRACTICE_OUTCOME_MISSED || result->outcome == TL_PRACTICE_OUTCOME_ASKED;
}

/**
 * tl_practice_debrief_tally_link:
 * @self: a debrief
 * @link: a link of the line; none for what isn't about one
 *
 * Returns: how it went there
 */
TlPracticeTally
tl_practice_debrief_tally_link (const TlPracticeDebrief *self,
                                TlLineLink               link)
{
  TlPracticeTally result = { 0 };

  for (guint i = 0; i < self->answers->len; i++)
    {
      const TlPracticeAnswerResult *answer = tl_practice_debrief_get_answer (self, i);

      if (answer->answer->facts->link == link)
        tally (&result, answer);
    }
  for (guint i = 0; i < self->judgements->len; i++)
    {
      const TlPracticeJudgementResult *judgement = tl_practice_debrief_get_judgement (self, i);

      result.without_ground += judgement->standing == TL_PRACTICE_STANDING_WITHOUT_GROUND
                               && tl_practice_judgement_get_link (judgement->judgement) == link;
    }
  return result;
}

/**
 * tl_practice_debrief_tally_check:
 * @self: a debrief
 * @check: id of a check
 *
 * Returns: how it went with what that check finds; nothing is without ground by check
 */
TlPracticeTally
tl_practice_debrief_tally_check (const TlPracticeDebrief *self,
                                 const char              *check)
{
  TlPracticeTally result = { 0 };

  for (guint i = 0; i < self->answers->len; i++)
    {
      const TlPracticeAnswerResult *answer = tl_practice_debrief_get_answer (self, i);

      if (g_strcmp0 (answer->answer->facts->check_id, check) == 0)
        tally (&result, answer);
    }
  return result;
}
