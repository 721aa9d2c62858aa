/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-practice-debrief-private.h"

/**
 * tl_practice_share:
 * @first: (array zero-terminated=1): refs
 * @second: (array zero-terminated=1): refs
 *
 * Returns: whether one is in both
 */
gboolean
tl_practice_share (const char * const *first,
                   const char * const *second)
{
  for (guint i = 0; first[i] != NULL; i++)
    if (g_strv_contains (second, first[i]))
      return TRUE;
  return FALSE;
}

/* Which of the answer's own subjects and place the judgement is about. */
static gboolean
names_subject (const TlPracticeAnswer *answer,
               TlPracticeJudgement    *judgement)
{
  const char * const *subjects = tl_practice_judgement_get_subjects (judgement);

  return tl_practice_share (subjects, (const char * const *) answer->subjects) || tl_practice_is_named (subjects, answer->place);
}

static gboolean
names_only_subjects (const TlPracticeAnswer *answer,
                     const char * const     *subjects)
{
  for (guint i = 0; subjects[i] != NULL; i++)
    if (!tl_practice_is_named ((const char * const *) answer->subjects, subjects[i]))
      return FALSE;
  return TRUE;
}

static gboolean
is_same_risk (const TlPracticeAnswer *answer,
              TlPracticeJudgement    *judgement)
{
  const char *risk = tl_practice_judgement_get_risk (judgement);

  return g_strcmp0 (risk, answer->risk) == 0 || (risk == NULL && names_subject (answer, judgement));
}

/**
 * tl_practice_is_same_place:
 * @answer: a line of the answer sheet
 * @judgement: a judgement
 *
 * Whether both speak of the same place in the workbook: the same risk, and the same link or item. A judgement about other
 * items, another place or another link is about something else.
 *
 * Returns: whether they do
 */
gboolean
tl_practice_is_same_place (const TlPracticeAnswer *answer,
                           TlPracticeJudgement    *judgement)
{
  TlLineLink asked = answer->facts->link, said = tl_practice_judgement_get_link (judgement);
  const char * const *subjects = tl_practice_judgement_get_subjects (judgement);
  gboolean narrow = answer->subjects[0] != NULL || answer->place != NULL;
  gboolean names = names_subject (answer, judgement);

  if (!is_same_risk (answer, judgement))
    return FALSE;
  if (said != TL_LINE_LINK_NONE && asked != TL_LINE_LINK_NONE && said != asked)
    return FALSE;
  if (subjects[0] != NULL && narrow && !names)
    return FALSE;
  /* Somebody who names another place means that one. */
  if (answer->place != NULL && !tl_practice_is_named (subjects, answer->place) && !names_only_subjects (answer, subjects))
    return FALSE;
  return said == asked || names;
}

/**
 * tl_practice_rests_on:
 * @answer: a line of the answer sheet
 * @judgement: a judgement
 *
 * Returns: whether the judgement rests on something that shows it
 */
gboolean
tl_practice_rests_on (const TlPracticeAnswer *answer,
                      TlPracticeJudgement    *judgement)
{
  const char * const *evidence = (const char * const *) answer->evidence;

  /* An item that is judged by itself speaks for itself. */
  return tl_practice_share (tl_practice_judgement_get_evidence (judgement), evidence)
         || (tl_practice_judgement_get_link (judgement) == TL_LINE_LINK_NONE
             && tl_practice_share (tl_practice_judgement_get_subjects (judgement), evidence));
}

/**
 * tl_practice_names_place:
 * @answer: a line of the answer sheet
 * @judgement: a judgement
 *
 * Returns: whether the judgement says where, if the answer does
 */
gboolean
tl_practice_names_place (const TlPracticeAnswer *answer,
                         TlPracticeJudgement    *judgement)
{
  return answer->place == NULL || tl_practice_is_named (tl_practice_judgement_get_subjects (judgement), answer->place)
         || tl_practice_is_named (tl_practice_judgement_get_evidence (judgement), answer->place);
}

/**
 * tl_practice_doubts:
 * @judgement: a judgement
 *
 * Returns: whether it says that something isn't as it should be
 */
gboolean
tl_practice_doubts (TlPracticeJudgement *judgement)
{
  TlPracticeState state = tl_practice_judgement_get_state (judgement);

  return state == TL_PRACTICE_STATE_WEAK || state == TL_PRACTICE_STATE_MISSING || state == TL_PRACTICE_STATE_CONTRADICTORY;
}

/**
 * tl_practice_finds:
 * @answer: a line of the answer sheet
 * @judgement: a judgement
 *
 * Returns: whether the judgement finds this weakness: in its place, on what shows it
 */
gboolean
tl_practice_finds (const TlPracticeAnswer *answer,
                   TlPracticeJudgement    *judgement)
{
  return answer->planted && tl_practice_doubts (judgement) && tl_practice_is_same_place (answer, judgement)
         && tl_practice_rests_on (answer, judgement) && tl_practice_names_place (answer, judgement);
}

/**
 * tl_practice_upholds:
 * @answer: a line of the answer sheet
 * @judgement: a judgement
 *
 * Returns: whether the judgement sees that this is sound although it looks weak, on what shows it
 */
gboolean
tl_practice_upholds (const TlPracticeAnswer *answer,
                     TlPracticeJudgement    *judgement)
{
  return !answer->planted && tl_practice_judgement_get_state (judgement) == TL_PRACTICE_STATE_SOUND
         && tl_practice_is_same_place (answer, judgement) && tl_practice_rests_on (answer, judgement);
}
