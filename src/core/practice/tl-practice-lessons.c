/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-practice-debrief-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-format.h"

/* The rubric: what is to be learnt, how far the trainee came, and why. Each row stands for itself. */

typedef struct
{
  TlPracticeLesson lesson;
  GStrvBuilder *reasons;
} Draft;

static Draft
begin (const char *title)
{
  return (Draft) { { .title = title }, g_strv_builder_new () };
}

static void
say (Draft *draft,
     char  *sentence)
{
  g_strv_builder_take (draft->reasons, sentence);
}

static TlPracticeGrade
grade (guint done,
       guint of)
{
  if (done == of)
    return TL_PRACTICE_GRADE_DONE;
  return 2 * done >= of ? TL_PRACTICE_GRADE_PARTLY : TL_PRACTICE_GRADE_NOT_YET;
}

static void
end (TlPracticeDebrief *self,
     Draft             *draft,
     TlPracticeGrade    settled)
{
  draft->lesson.grade = settled;
  draft->lesson.reasons = g_strv_builder_end (draft->reasons);
  g_strv_builder_unref (draft->reasons);
  g_array_append_val (self->lessons, draft->lesson);
}

static void
say_result (Draft                        *draft,
            const TlPracticeAnswerResult *result)
{
  g_autofree char *where = tl_practice_answer_dup_where (result->answer);

  /* Translators: where in the workbook, and what is so there */
  say (draft, g_strdup_printf (_("%1$s: %2$s"), where, result->reason));
}

static guint
count_planted (const TlPracticeDebrief *self)
{
  guint n = 0;

  for (guint i = 0; i < self->answers->len; i++)
    n += tl_practice_debrief_get_answer (self, i)->answer->planted;
  return n;
}

static void
add_finding_breaks (TlPracticeDebrief *self)
{
  Draft draft = begin (N_("Finding where the line breaks"));

  draft.lesson.of = count_planted (self);
  draft.lesson.done = tl_practice_debrief_count (self, TL_PRACTICE_OUTCOME_FOUND);
  for (guint i = 0; i < self->answers->len; i++)
    {
      const TlPracticeAnswerResult *result = tl_practice_debrief_get_answer (self, i);

      if (result->answer->planted && result->outcome != TL_PRACTICE_OUTCOME_FOUND)
        say_result (&draft, result);
    }
  if (draft.lesson.done == draft.lesson.of)
    say (&draft, g_strdup (_("You found every weakness.")));
  end (self, &draft, grade (draft.lesson.done, draft.lesson.of));
}

static gboolean
is_wrong (TlPracticeStanding standing)
{
  return standing == TL_PRACTICE_STANDING_BELIEVED || standing == TL_PRACTICE_STANDING_WITHOUT_GROUND
         || standing == TL_PRACTICE_STANDING_WRONG_REASON;
}

static void
add_ground (TlPracticeDebrief *self)
{
  Draft draft = begin (N_("Saying on what a judgement rests"));

  for (guint i = 0; i < self->judgements->len; i++)
    {
      const TlPracticeJudgementResult *result = tl_practice_debrief_get_judgement (self, i);
      const char * const *evidence = tl_practice_judgement_get_evidence (result->judgement);
      const char *risk = tl_practice_judgement_get_risk (result->judgement);
      g_autofree char *rested = tl_format_list (evidence);

      if (result->standing == TL_PRACTICE_STANDING_LEFT_OPEN)
        continue;
      draft.lesson.of++;
      draft.lesson.done += evidence[0] != NULL && !is_wrong (result->standing);
      if (evidence[0] == NULL)
        say (&draft, g_strdup_printf (_("%s: you didn’t say what your judgement rests on."), risk != NULL ? risk : ""));
      else if (is_wrong (result->standing))
        /* Translators: a risk, items such as "E4 and X2" */
        say (&draft, g_strdup_printf (_("%1$s: %2$s doesn’t bear out what you said."), risk != NULL ? risk : "", rested));
    }
  if (draft.lesson.of == 0)
    say (&draft, g_strdup (_("You made no judgement.")));
  else if (draft.lesson.done == draft.lesson.of)
    say (&draft, g_strdup (_("Each judgement rests on what bears it out.")));
  end (self, &draft, draft.lesson.of == 0 ? TL_PRACTICE_GRADE_NOT_YET : grade (draft.lesson.done, draft.lesson.of));
}

/* What was missed because it was believed, not because it wasn't looked at. */
static void
add_not_taken_in (TlPracticeDebrief *self)
{
  Draft draft = begin (N_("Not being taken in by activity or averages"));
  guint believed = 0;
  TlPracticeGrade settled;

  draft.lesson.of = count_planted (self);
  for (guint i = 0; i < self->answers->len; i++)
    {
      const TlPracticeAnswerResult *result = tl_practice_debrief_get_answer (self, i);

      if (!result->answer->planted || result->outcome != TL_PRACTICE_OUTCOME_MISSED || result->judgement == NULL)
        continue;
      believed++;
      say_result (&draft, result);
    }
  draft.lesson.done = draft.lesson.of - believed;
  settled = believed == 0 ? TL_PRACTICE_GRADE_DONE : believed == 1 ? TL_PRACTICE_GRADE_PARTLY : TL_PRACTICE_GRADE_NOT_YET;
  if (self->judgements->len == 0)
    {
      settled = TL_PRACTICE_GRADE_NOT_YET;
      say (&draft, g_strdup (_("You made no judgement.")));
    }
  else if (believed == 0)
    say (&draft, g_strdup (_("You took nothing weak for sound.")));
  end (self, &draft, settled);
}

static void
add_fairness (TlPracticeDebrief *self)
{
  Draft draft = begin (N_("Leaving alone what is sound"));
  guint baseless = tl_practice_debrief_count_standing (self, TL_PRACTICE_STANDING_WITHOUT_GROUND);

  draft.lesson.of = self->answers->len - count_planted (self);
  draft.lesson.done = tl_practice_debrief_count (self, TL_PRACTICE_OUTCOME_UPHELD);
  for (guint i = 0; i < self->answers->len; i++)
    {
      const TlPracticeAnswerResult *result = tl_practice_debrief_get_answer (self, i);

      if (!result->answer->planted && result->outcome != TL_PRACTICE_OUTCOME_UPHELD)
        say_result (&draft, result);
    }
  if (baseless > 0)
    say (&draft, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u judgement is without ground.", "%u judgements are without ground.",
                                               baseless), baseless));
  else if (draft.lesson.done == draft.lesson.of)
    say (&draft, g_strdup (_("You saw what is sound although it looks weak, and called nothing weak without ground.")));
  if (baseless > 1)
    end (self, &draft, TL_PRACTICE_GRADE_NOT_YET);
  else
    end (self, &draft, MIN (grade (draft.lesson.done, draft.lesson.of), baseless == 1 ? TL_PRACTICE_GRADE_PARTLY : TL_PRACTICE_GRADE_DONE));
}

static void
add_sureness (TlPracticeDebrief *self)
{
  Draft draft = begin (N_("Being as sure as the evidence allows"));
  guint too_sure = 0;

  draft.lesson.of = self->judgements->len;
  for (guint i = 0; i < self->judgements->len; i++)
    {
      const TlPracticeJudgementResult *result = tl_practice_debrief_get_judgement (self, i);
      TlPracticeSureness sureness = tl_practice_judgement_get_sureness (result->judgement);
      const char *risk = tl_practice_judgement_get_risk (result->judgement);
      gboolean open = result->standing == TL_PRACTICE_STANDING_LEFT_OPEN;
      gboolean over = sureness == TL_PRACTICE_SURENESS_SURE && is_wrong (result->standing);
      gboolean unsaid = open ? tl_practice_judgement_get_asks (result->judgement)[0] == NULL : sureness == TL_PRACTICE_SURENESS_NONE;

      draft.lesson.done += !over && !unsaid;
      too_sure += over;
      if (over)
        say (&draft, g_strdup_printf (_("%1$s: you were sure, and it doesn’t hold: %2$s"), risk != NULL ? risk : "", result->reason));
      else if (unsaid && !open)
        say (&draft, g_strdup_printf (_("%s: you didn’t say how sure you are."), risk != NULL ? risk : ""));
      else if (unsaid)
        say (&draft, g_strdup_printf (_("%s: you couldn’t tell, and didn’t say what you would ask for."), risk != NULL ? risk : ""));
    }
  if (draft.lesson.of == 0)
    say (&draft, g_strdup (_("You made no judgement.")));
  else if (draft.lesson.done == draft.lesson.of)
    say (&draft, g_strdup (_("Wherever you were sure, it holds.")));
  end (self, &draft,
       draft.lesson.of == 0 || too_sure > 1 ? TL_PRACTICE_GRADE_NOT_YET : grade (draft.lesson.done, draft.lesson.of));
}

static void
add_trail (TlPracticeDebrief *self)
{
  Draft draft = begin (N_("Opening what shows it"));

  for (guint i = 0; i < self->steps->len; i++)
    {
      const TlPracticeStep *step = tl_practice_debrief_get_step (self, i);

      if (step->expert == 0)
        continue;
      draft.lesson.of++;
      draft.lesson.done += step->trainee > 0;
      if (step->trainee == 0)
        say (&draft, g_strdup_printf (_("An expert would have opened %s; you didn’t."), step->ref));
    }
  if (draft.lesson.done == draft.lesson.of)
    say (&draft, g_strdup (_("You opened everything that an expert would have.")));
  end (self, &draft, grade (draft.lesson.done, draft.lesson.of));
}

/**
 * tl_practice_add_lessons:
 * @self: a debrief whose results and steps are settled
 *
 * Adds the rows of the rubric.
 */
void
tl_practice_add_lessons (TlPracticeDebrief *self)
{
  Draft written = begin (N_("Writing a finding that stands"));
  TlPracticeGrade settled;

  add_finding_breaks (self);
  add_ground (self);
  add_not_taken_in (self);
  add_fairness (self);
  add_sureness (self);
  written.lesson.of = TL_PRACTICE_FINDING_PARTS;
  written.lesson.done = tl_practice_judge_finding (self, written.reasons);
  settled = grade (written.lesson.done, written.lesson.of);
  end (self, &written, settled);
  add_trail (self);
}
