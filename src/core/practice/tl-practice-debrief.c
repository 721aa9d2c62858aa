/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-practice-debrief-private.h"

#include <glib/gi18n-lib.h>

static void
clear_answer (TlPracticeAnswerResult *result)
{
  g_free (result->reason);
}

static void
clear_judgement (TlPracticeJudgementResult *result)
{
  g_free (result->reason);
  g_object_unref (result->judgement);
}

static void
clear_lesson (TlPracticeLesson *lesson)
{
  g_strfreev (lesson->reasons);
}

#define JUDGEMENT(self, i) (g_array_index ((self)->judgements, TlPracticeJudgementResult, i).judgement)

/* What has to do with the risk that a judgement is on, by any line of the sheet. */
static gboolean
has_to_do (const TlPracticeDebrief *self,
           const char              *risk,
           const char              *ref)
{
  if (g_strcmp0 (risk, ref) == 0)
    return TRUE;
  for (guint i = 0; i < tl_practice_sheet_get_n (self->sheet); i++)
    {
      const TlPracticeAnswer *answer = tl_practice_sheet_get (self->sheet, i);

      if (g_strcmp0 (answer->risk, risk) == 0
          && (tl_practice_is_named ((const char * const *) answer->evidence, ref) || g_strcmp0 (answer->place, ref) == 0
              || tl_practice_is_named ((const char * const *) answer->subjects, ref)))
        return TRUE;
    }
  return FALSE;
}

/* Who rests a judgement on everything says nothing: at least half of it must have to do with the risk. */
static gboolean
is_pointed (const TlPracticeDebrief *self,
            TlPracticeJudgement     *judgement)
{
  const char * const *evidence = tl_practice_judgement_get_evidence (judgement);
  guint n = 0, n_all = 0;

  for (; evidence[n_all] != NULL; n_all++)
    n += has_to_do (self, tl_practice_judgement_get_risk (judgement), evidence[n_all]);
  return 2 * n >= n_all;
}

static gboolean
finds (const TlPracticeDebrief *self,
       const TlPracticeAnswer  *answer,
       TlPracticeJudgement     *judgement)
{
  return tl_practice_finds (answer, judgement) && is_pointed (self, judgement);
}

static gboolean
upholds (const TlPracticeDebrief *self,
         const TlPracticeAnswer  *answer,
         TlPracticeJudgement     *judgement)
{
  return tl_practice_upholds (answer, judgement) && is_pointed (self, judgement);
}

static gboolean
finds_something (const TlPracticeDebrief *self,
                 TlPracticeJudgement     *judgement)
{
  for (guint i = 0; i < tl_practice_sheet_get_n (self->sheet); i++)
    if (finds (self, tl_practice_sheet_get (self->sheet, i), judgement))
      return TRUE;
  return FALSE;
}

/* Somebody may doubt a whole link for another reason than the one that is sound. */
static gboolean
is_doubt_of (const TlPracticeAnswer *answer,
             TlPracticeJudgement    *judgement)
{
  gboolean narrow = answer->subjects[0] != NULL || answer->place != NULL;

  return tl_practice_doubts (judgement) && tl_practice_is_same_place (answer, judgement)
         && (!narrow || tl_practice_rests_on (answer, judgement)
             || tl_practice_share (tl_practice_judgement_get_subjects (judgement), (const char * const *) answer->subjects));
}

static TlPracticeOutcome
look_at_planted (const TlPracticeDebrief *self,
                 const TlPracticeAnswer  *answer,
                 TlPracticeJudgement     *judgement)
{
  if (!tl_practice_is_same_place (answer, judgement))
    return TL_PRACTICE_OUTCOME_MISSED;
  if (finds (self, answer, judgement))
    return TL_PRACTICE_OUTCOME_FOUND;
  if (tl_practice_doubts (judgement) && !finds_something (self, judgement))
    return TL_PRACTICE_OUTCOME_WRONG_REASON;
  if (tl_practice_judgement_get_state (judgement) == TL_PRACTICE_STATE_CANT_TELL
      && (tl_practice_rests_on (answer, judgement)
          || tl_practice_share (tl_practice_judgement_get_asks (judgement), (const char * const *) answer->evidence)))
    return TL_PRACTICE_OUTCOME_ASKED;
  return TL_PRACTICE_OUTCOME_MISSED;
}

static TlPracticeOutcome
look_at_sound (const TlPracticeDebrief *self,
               const TlPracticeAnswer  *answer,
               TlPracticeJudgement     *judgement)
{
  if (upholds (self, answer, judgement))
    return TL_PRACTICE_OUTCOME_UPHELD;
  return is_doubt_of (answer, judgement) && !finds_something (self, judgement) ? TL_PRACTICE_OUTCOME_DOUBTED
                                                                             : TL_PRACTICE_OUTCOME_PASSED_OVER;
}

static gboolean
takes_for_sound (const TlPracticeAnswer *answer,
                 TlPracticeJudgement    *judgement)
{
  return tl_practice_judgement_get_state (judgement) == TL_PRACTICE_STATE_SOUND && tl_practice_is_same_place (answer, judgement);
}

static gboolean
is_same_state (const TlPracticeAnswer *answer,
               TlPracticeJudgement    *judgement)
{
  return (int) answer->facts->state == (int) tl_practice_judgement_get_state (judgement);
}

/* The best that any judgement comes to; a weakness that nobody found was perhaps believed to be none. */
static void
settle_answer (TlPracticeDebrief      *self,
               TlPracticeAnswerResult *result)
{
  const TlPracticeAnswer *answer = result->answer;

  result->outcome = answer->planted ? TL_PRACTICE_OUTCOME_MISSED : TL_PRACTICE_OUTCOME_PASSED_OVER;
  for (guint i = 0; i < self->judgements->len; i++)
    {
      TlPracticeJudgement *judgement = JUDGEMENT (self, i);
      TlPracticeOutcome outcome = answer->planted ? look_at_planted (self, answer, judgement) : look_at_sound (self, answer, judgement);

      gboolean truer = outcome == result->outcome && result->judgement != NULL && outcome != TL_PRACTICE_OUTCOME_MISSED
                       && !is_same_state (answer, result->judgement) && is_same_state (answer, judgement);

      if (outcome > result->outcome || truer)
        {
          result->outcome = outcome;
          result->judgement = judgement;
        }
      else if (result->judgement == NULL && answer->planted && takes_for_sound (answer, judgement))
        result->judgement = judgement;
    }
  result->same_state = result->judgement != NULL && is_same_state (answer, result->judgement);
  result->reason = tl_practice_say_answer (result);
}

/* Whether the program finds something about just what the judgement speaks of. */
static gboolean
is_borne_out (const TlPracticeDebrief *self,
              TlPracticeJudgement     *judgement)
{
  const char * const *subjects = tl_practice_judgement_get_subjects (judgement);
  TlLineLink link = tl_practice_judgement_get_link (judgement);
  TlSnapshot *snapshot = tl_assessment_get_snapshot (self->assessment);
  const char *ref = tl_practice_judgement_get_risk (judgement);
  const TlRiskFacts *facts = ref != NULL ? tl_snapshot_find_ref (snapshot, TL_TABLE_RISK, ref) : NULL;
  const TlRiskJudgement *risk = facts != NULL ? tl_assessment_find_risk (self->assessment, &facts->base.id) : NULL;
  gboolean at_place = FALSE;

  for (guint i = 0; subjects[i] != NULL; i++)
    at_place |= tl_snapshot_find_ref (snapshot, TL_TABLE_PLACE, subjects[i]) != NULL;
  if (risk != NULL && link != TL_LINE_LINK_NONE && !at_place && risk->line[link - TL_LINE_LINK_FOUND].state != TL_LINK_STATE_SOUND)
    return TRUE;
  for (guint i = 0; i < tl_assessment_get_n_findings (self->assessment); i++)
    {
      const TlFinding *finding = tl_assessment_get_finding (self->assessment, i);
      gboolean here = finding->place != NULL && tl_practice_is_named (subjects, finding->place->base.ref);
      gboolean about = here || (!at_place && (tl_practice_is_named (subjects, finding->subject)
                                              || tl_practice_is_named (subjects, finding->other)));

      if (finding->risk != NULL && finding->risk != facts)
        continue;
      if (link != TL_LINE_LINK_NONE && finding->link != TL_LINE_LINK_NONE && link != finding->link)
        continue;
      if (about || (subjects[0] == NULL && link == TL_LINE_LINK_NONE && finding->risk != NULL))
        return TRUE;
    }
  return FALSE;
}

static TlPracticeStanding
stand_sound (TlPracticeDebrief         *self,
             TlPracticeJudgementResult *result)
{
  for (guint i = 0; i < tl_practice_sheet_get_n (self->sheet); i++)
    {
      const TlPracticeAnswer *answer = tl_practice_sheet_get (self->sheet, i);

      if (answer->planted && tl_practice_is_same_place (answer, result->judgement))
        {
          result->answer = answer;
          return TL_PRACTICE_STANDING_BELIEVED;
        }
    }
  return is_borne_out (self, result->judgement) ? TL_PRACTICE_STANDING_BELIEVED : TL_PRACTICE_STANDING_TRUE_TOO;
}

static TlPracticeStanding
stand_doubting (TlPracticeDebrief         *self,
                TlPracticeJudgementResult *result)
{
  for (guint i = 0; i < tl_practice_sheet_get_n (self->sheet); i++)
    {
      const TlPracticeAnswer *answer = tl_practice_sheet_get (self->sheet, i);

      if (!answer->planted || !tl_practice_is_same_place (answer, result->judgement))
        continue;
      result->answer = answer;
      return TL_PRACTICE_STANDING_WRONG_REASON;
    }
  for (guint i = 0; i < tl_practice_sheet_get_n (self->sheet); i++)
    {
      const TlPracticeAnswer *answer = tl_practice_sheet_get (self->sheet, i);

      if (answer->planted || !is_doubt_of (answer, result->judgement))
        continue;
      result->answer = answer;
      return TL_PRACTICE_STANDING_WITHOUT_GROUND;
    }
  return is_borne_out (self, result->judgement) ? TL_PRACTICE_STANDING_TRUE_TOO : TL_PRACTICE_STANDING_WITHOUT_GROUND;
}

static void
settle_judgement (TlPracticeDebrief         *self,
                  TlPracticeJudgementResult *result)
{
  for (guint i = 0; result->answer == NULL && i < tl_practice_sheet_get_n (self->sheet); i++)
    {
      const TlPracticeAnswer *answer = tl_practice_sheet_get (self->sheet, i);

      if (finds (self, answer, result->judgement) || upholds (self, answer, result->judgement))
        result->answer = answer;
    }
  if (result->answer != NULL)
    result->standing = TL_PRACTICE_STANDING_RIGHT;
  else if (tl_practice_judgement_get_state (result->judgement) == TL_PRACTICE_STATE_SOUND)
    result->standing = stand_sound (self, result);
  else if (tl_practice_doubts (result->judgement))
    result->standing = stand_doubting (self, result);
  else
    result->standing = TL_PRACTICE_STANDING_LEFT_OPEN;
  result->reason = tl_practice_say_judgement (result);
}

static guint
find_step (const char * const *trail,
           const char         *ref)
{
  for (guint i = 0; trail[i] != NULL; i++)
    if (g_str_equal (trail[i], ref))
      return i + 1;
  return 0;
}

/* An expert's steps first, then what the trainee opened besides. */
static void
add_steps (TlPracticeDebrief *self)
{
  const char * const *expert = tl_practice_case_get_trail (self->practice_case);
  const char * const *trainee = tl_practice_run_get_trail (self->run);

  for (guint i = 0; expert[i] != NULL; i++)
    {
      TlPracticeStep step = { expert[i], i + 1, find_step (trainee, expert[i]) };

      g_array_append_val (self->steps, step);
    }
  for (guint i = 0; trainee[i] != NULL; i++)
    {
      TlPracticeStep step = { trainee[i], 0, i + 1 };

      if (find_step (expert, trainee[i]) == 0)
        g_array_append_val (self->steps, step);
    }
}

static void
add_results (TlPracticeDebrief *self)
{
  GListModel *judgements = tl_practice_run_get_judgements (self->run);

  for (guint i = 0; i < g_list_model_get_n_items (judgements); i++)
    {
      TlPracticeJudgementResult result = { .judgement = g_list_model_get_item (judgements, i) };

      g_array_append_val (self->judgements, result);
    }
  for (guint i = 0; i < tl_practice_sheet_get_n (self->sheet); i++)
    {
      TlPracticeAnswerResult result = { .answer = tl_practice_sheet_get (self->sheet, i) };

      result.finding = result.answer->planted ? tl_practice_sheet_find_finding (result.answer, self->assessment) : NULL;
      settle_answer (self, &result);
      g_array_append_val (self->answers, result);
    }
  for (guint i = 0; i < self->judgements->len; i++)
    settle_judgement (self, &g_array_index (self->judgements, TlPracticeJudgementResult, i));
}

/**
 * tl_practice_debrief_new:
 * @practice_case: a case
 * @assessment: what is concluded of its workbook, as at its own day
 * @run: a go at it
 * @error: why it can't be debriefed
 *
 * Compares what a trainee said with the answer sheet and with what the workbook shows. Only a go that is committed is
 * debriefed, so that nobody judges with the answers in hand.
 *
 * Returns: (transfer full): the debrief
 */
TlPracticeDebrief *
tl_practice_debrief_new (TlPracticeCase  *practice_case,
                         TlAssessment    *assessment,
                         TlPracticeRun   *run,
                         GError         **error)
{
  TlPracticeDebrief *self = NULL;

  if (!tl_practice_run_is_committed (run))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED, _("Finish the case first: the answers are shown once your judgements stand"));
      return NULL;
    }
  if (!g_str_equal (tl_practice_run_get_case (run), tl_practice_case_get_id (practice_case)))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _("These judgements are on another case: “%s”"),
                   tl_practice_run_get_case (run));
      return NULL;
    }
  self = g_new0 (TlPracticeDebrief, 1);
  self->practice_case = g_object_ref (practice_case);
  self->assessment = tl_assessment_ref (assessment);
  self->run = g_object_ref (run);
  self->sheet = tl_practice_sheet_new (tl_assessment_get_snapshot (assessment));
  self->answers = g_array_new (FALSE, TRUE, sizeof (TlPracticeAnswerResult));
  g_array_set_clear_func (self->answers, (GDestroyNotify) clear_answer);
  self->judgements = g_array_new (FALSE, TRUE, sizeof (TlPracticeJudgementResult));
  g_array_set_clear_func (self->judgements, (GDestroyNotify) clear_judgement);
  self->steps = g_array_new (FALSE, TRUE, sizeof (TlPracticeStep));
  self->lessons = g_array_new (FALSE, TRUE, sizeof (TlPracticeLesson));
  g_array_set_clear_func (self->lessons, (GDestroyNotify) clear_lesson);
  add_results (self);
  add_steps (self);
  tl_practice_add_lessons (self);
  return self;
}

/**
 * tl_practice_debrief_free:
 * @self: (transfer full): a debrief
 */
void
tl_practice_debrief_free (TlPracticeDebrief *self)
{
  g_array_unref (self->answers);
  g_array_unref (self->judgements);
  g_array_unref (self->steps);
  g_array_unref (self->lessons);
  tl_practice_sheet_free (self->sheet);
  g_object_unref (self->run);
  g_object_unref (self->practice_case);
  tl_assessment_unref (self->assessment);
  g_free (self);
}
