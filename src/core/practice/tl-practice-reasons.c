/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-practice-debrief-private.h"

#include <glib/gi18n-lib.h>

#include "tl-format.h"

static char *
list (const char * const *refs)
{
  return tl_format_list (refs);
}

/* What the trainee's judgement rested on, and what would have shown it. */
static char *
say_wrong_ground (const TlPracticeAnswer *answer,
                  TlPracticeJudgement    *judgement)
{
  const char * const *evidence = tl_practice_judgement_get_evidence (judgement);
  g_autofree char *shows = list ((const char * const *) answer->evidence);
  g_autofree char *rested = list (evidence);

  if (evidence[0] == NULL)
    /* Translators: refs of items, such as "E4 and X2" */
    return g_strdup_printf (_("You didn’t say what it rests on; %s would show it."), shows);
  if (!tl_practice_rests_on (answer, judgement))
    return g_strdup_printf (_("You rested it on %1$s, which doesn’t show it; %2$s would."), rested, shows);
  if (!tl_practice_names_place (answer, judgement))
    return g_strdup_printf (_("You didn’t say where: it is so at %s."), answer->place);
  return g_strdup_printf (_("You named so much that it isn’t said what shows it; %s would do."), shows);
}

static char *
say_believed (const TlPracticeAnswer *answer,
              TlPracticeJudgement    *judgement)
{
  const char * const *evidence = tl_practice_judgement_get_evidence (judgement);
  g_autofree char *shows = list ((const char * const *) answer->evidence);
  g_autofree char *rested = list (evidence);

  if (evidence[0] == NULL)
    return g_strdup_printf (_("You took it for sound, and didn’t say on what; look at %s."), shows);
  return g_strdup_printf (_("You took it for sound, resting on %1$s; look at %2$s."), rested, shows);
}

static char *
say_missed (const TlPracticeAnswer *answer)
{
  g_autofree char *shows = list ((const char * const *) answer->evidence);

  return g_strdup_printf (_("You didn’t speak of it; %s would have shown it."), shows);
}

/**
 * tl_practice_say_answer:
 * @result: a line of the answer sheet, its outcome settled
 *
 * Returns: (transfer full): why it came to that, and what is so
 */
char *
tl_practice_say_answer (const TlPracticeAnswerResult *result)
{
  const TlPracticeAnswer *answer = result->answer;
  const char *why = answer->facts->why;
  g_autofree char *first = NULL;

  switch (result->outcome)
    {
    case TL_PRACTICE_OUTCOME_FOUND:
      if (!result->same_state)
        first = g_strdup_printf (_("You called it %1$s; it is %2$s."),
                                 tl_word_label (TL_TYPE_PRACTICE_STATE, (int) tl_practice_judgement_get_state (result->judgement)),
                                 tl_word_label (TL_TYPE_ANSWER_STATE, (int) answer->facts->state));
      break;
    case TL_PRACTICE_OUTCOME_WRONG_REASON:
      first = say_wrong_ground (answer, result->judgement);
      break;
    case TL_PRACTICE_OUTCOME_ASKED:
      first = g_strdup (_("You couldn’t tell, and asked for what shows it."));
      break;
    case TL_PRACTICE_OUTCOME_MISSED:
      first = result->judgement != NULL ? say_believed (answer, result->judgement) : say_missed (answer);
      break;
    case TL_PRACTICE_OUTCOME_DOUBTED:
      first = g_strdup (_("You took it for weak, and it is sound."));
      break;
    case TL_PRACTICE_OUTCOME_PASSED_OVER:
      first = g_strdup (_("It looks weak, and you didn’t say whether it is."));
      break;
    case TL_PRACTICE_OUTCOME_UPHELD:
    default:
      break;
    }
  return first != NULL ? g_strdup_printf ("%s %s", first, why) : g_strdup (why);
}

/**
 * tl_practice_say_judgement:
 * @result: a judgement, its standing settled
 *
 * Returns: (transfer full): why it came to that
 */
char *
tl_practice_say_judgement (const TlPracticeJudgementResult *result)
{
  const TlPracticeAnswer *answer = result->answer;

  switch (result->standing)
    {
    case TL_PRACTICE_STANDING_TRUE_TOO:
      return g_strdup (_("The workbook bears this out, although the case doesn’t ask for it."));
    case TL_PRACTICE_STANDING_WRONG_REASON:
      return say_wrong_ground (answer, result->judgement);
    case TL_PRACTICE_STANDING_LEFT_OPEN:
      if (tl_practice_judgement_get_asks (result->judgement)[0] == NULL)
        return g_strdup (_("You couldn’t tell, and didn’t say what you would ask for."));
      return g_strdup (_("You couldn’t tell, and said what you would ask for."));
    case TL_PRACTICE_STANDING_BELIEVED:
      if (answer != NULL)
        return say_believed (answer, result->judgement);
      return g_strdup (_("You took it for sound; the workbook doesn’t show it to be."));
    case TL_PRACTICE_STANDING_WITHOUT_GROUND:
      if (answer != NULL)
        return g_strdup (answer->facts->why);
      return g_strdup (_("Nothing in the workbook shows that it is so."));
    case TL_PRACTICE_STANDING_RIGHT:
    default:
      return g_strdup (answer != NULL ? answer->facts->why : "");
    }
}
