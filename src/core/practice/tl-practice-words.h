/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-words.h"

G_BEGIN_DECLS

/* The fixed words of practice. As in tl-words.h each value's nick is the word that files hold, and tl_word_label () says it
 * in the person's language. */

/**
 * TlPracticeState:
 *
 * What a trainee says of a risk, link, place or item. The first four are those of an answer sheet, in the same order.
 */
typedef enum
{
  TL_PRACTICE_STATE_NONE,
  TL_PRACTICE_STATE_SOUND,
  TL_PRACTICE_STATE_WEAK,
  TL_PRACTICE_STATE_MISSING,
  TL_PRACTICE_STATE_CONTRADICTORY,
  TL_PRACTICE_STATE_CANT_TELL,
} TlPracticeState;

#define TL_TYPE_PRACTICE_STATE (tl_practice_state_get_type ())
GType tl_practice_state_get_type (void);

/**
 * TlPracticeSureness:
 *
 * How sure a trainee is of a judgement.
 */
typedef enum
{
  TL_PRACTICE_SURENESS_NONE,
  TL_PRACTICE_SURENESS_NOT_SURE,
  TL_PRACTICE_SURENESS_FAIRLY_SURE,
  TL_PRACTICE_SURENESS_SURE,
} TlPracticeSureness;

#define TL_TYPE_PRACTICE_SURENESS (tl_practice_sureness_get_type ())
GType tl_practice_sureness_get_type (void);

/**
 * TlPracticeOutcome:
 * @TL_PRACTICE_OUTCOME_MISSED: a weakness that no judgement speaks of, or that one takes for sound
 * @TL_PRACTICE_OUTCOME_ASKED: a weakness where the trainee couldn't tell, and asked for what shows it
 * @TL_PRACTICE_OUTCOME_WRONG_REASON: a weakness named in the right place, resting on what doesn't show it
 * @TL_PRACTICE_OUTCOME_FOUND: a weakness found, resting on what shows it
 * @TL_PRACTICE_OUTCOME_PASSED_OVER: something sound that looks weak, and wasn't judged
 * @TL_PRACTICE_OUTCOME_DOUBTED: something sound that was taken for weak
 * @TL_PRACTICE_OUTCOME_UPHELD: something sound that looks weak, seen to be sound on what shows it
 *
 * What became of a line of the answer sheet. A later one takes the place of an earlier one.
 */
typedef enum
{
  TL_PRACTICE_OUTCOME_MISSED,
  TL_PRACTICE_OUTCOME_ASKED,
  TL_PRACTICE_OUTCOME_WRONG_REASON,
  TL_PRACTICE_OUTCOME_FOUND,
  TL_PRACTICE_OUTCOME_PASSED_OVER,
  TL_PRACTICE_OUTCOME_DOUBTED,
  TL_PRACTICE_OUTCOME_UPHELD,
} TlPracticeOutcome;

#define TL_TYPE_PRACTICE_OUTCOME (tl_practice_outcome_get_type ())
GType tl_practice_outcome_get_type (void);

/**
 * TlPracticeStanding:
 * @TL_PRACTICE_STANDING_RIGHT: it agrees with the answer sheet, and rests on what shows it
 * @TL_PRACTICE_STANDING_TRUE_TOO: the sheet doesn't ask for it, but the workbook bears it out
 * @TL_PRACTICE_STANDING_WRONG_REASON: it is right, and rests on what doesn't show it
 * @TL_PRACTICE_STANDING_LEFT_OPEN: the trainee couldn't tell
 * @TL_PRACTICE_STANDING_BELIEVED: it takes something for sound that isn't
 * @TL_PRACTICE_STANDING_WITHOUT_GROUND: it says that something is weak that the workbook doesn't show to be so
 *
 * What a trainee's judgement comes to.
 */
typedef enum
{
  TL_PRACTICE_STANDING_RIGHT,
  TL_PRACTICE_STANDING_TRUE_TOO,
  TL_PRACTICE_STANDING_WRONG_REASON,
  TL_PRACTICE_STANDING_LEFT_OPEN,
  TL_PRACTICE_STANDING_BELIEVED,
  TL_PRACTICE_STANDING_WITHOUT_GROUND,
} TlPracticeStanding;

#define TL_TYPE_PRACTICE_STANDING (tl_practice_standing_get_type ())
GType tl_practice_standing_get_type (void);

/**
 * TlPracticeGrade:
 *
 * How far a trainee came in one thing that is learnt.
 */
typedef enum
{
  TL_PRACTICE_GRADE_NOT_YET,
  TL_PRACTICE_GRADE_PARTLY,
  TL_PRACTICE_GRADE_DONE,
} TlPracticeGrade;

#define TL_TYPE_PRACTICE_GRADE (tl_practice_grade_get_type ())
GType tl_practice_grade_get_type (void);

G_END_DECLS
