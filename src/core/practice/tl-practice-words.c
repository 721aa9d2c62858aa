/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-practice-words.h"

#include <glib/gi18n-lib.h>

G_DEFINE_ENUM_TYPE (TlPracticeState, tl_practice_state,
                    G_DEFINE_ENUM_VALUE (TL_PRACTICE_STATE_NONE, ""),
                    G_DEFINE_ENUM_VALUE (TL_PRACTICE_STATE_SOUND, N_("sound")),
                    G_DEFINE_ENUM_VALUE (TL_PRACTICE_STATE_WEAK, N_("weak")),
                    G_DEFINE_ENUM_VALUE (TL_PRACTICE_STATE_MISSING, N_("missing")),
                    G_DEFINE_ENUM_VALUE (TL_PRACTICE_STATE_CONTRADICTORY, N_("contradictory")),
                    G_DEFINE_ENUM_VALUE (TL_PRACTICE_STATE_CANT_TELL, N_("can’t tell")))

G_DEFINE_ENUM_TYPE (TlPracticeSureness, tl_practice_sureness,
                    G_DEFINE_ENUM_VALUE (TL_PRACTICE_SURENESS_NONE, ""),
                    G_DEFINE_ENUM_VALUE (TL_PRACTICE_SURENESS_NOT_SURE, N_("not sure")),
                    G_DEFINE_ENUM_VALUE (TL_PRACTICE_SURENESS_FAIRLY_SURE, N_("fairly sure")),
                    G_DEFINE_ENUM_VALUE (TL_PRACTICE_SURENESS_SURE, N_("sure")))

G_DEFINE_ENUM_TYPE (TlPracticeOutcome, tl_practice_outcome,
                    G_DEFINE_ENUM_VALUE (TL_PRACTICE_OUTCOME_MISSED, N_("missed")),
                    G_DEFINE_ENUM_VALUE (TL_PRACTICE_OUTCOME_ASKED, N_("asked about")),
                    G_DEFINE_ENUM_VALUE (TL_PRACTICE_OUTCOME_WRONG_REASON, N_("right for the wrong reason")),
                    G_DEFINE_ENUM_VALUE (TL_PRACTICE_OUTCOME_FOUND, N_("found")),
                    G_DEFINE_ENUM_VALUE (TL_PRACTICE_OUTCOME_PASSED_OVER, N_("passed over")),
                    G_DEFINE_ENUM_VALUE (TL_PRACTICE_OUTCOME_DOUBTED, N_("doubted, and sound")),
                    G_DEFINE_ENUM_VALUE (TL_PRACTICE_OUTCOME_UPHELD, N_("seen to be sound")))

G_DEFINE_ENUM_TYPE (TlPracticeStanding, tl_practice_standing,
                    G_DEFINE_ENUM_VALUE (TL_PRACTICE_STANDING_RIGHT, N_("right")),
                    G_DEFINE_ENUM_VALUE (TL_PRACTICE_STANDING_TRUE_TOO, N_("true, and not asked for")),
                    G_DEFINE_ENUM_VALUE (TL_PRACTICE_STANDING_WRONG_REASON, N_("right for the wrong reason")),
                    G_DEFINE_ENUM_VALUE (TL_PRACTICE_STANDING_LEFT_OPEN, N_("left open")),
                    G_DEFINE_ENUM_VALUE (TL_PRACTICE_STANDING_BELIEVED, N_("believed too soon")),
                    G_DEFINE_ENUM_VALUE (TL_PRACTICE_STANDING_WITHOUT_GROUND, N_("without ground")))

G_DEFINE_ENUM_TYPE (TlPracticeGrade, tl_practice_grade,
                    G_DEFINE_ENUM_VALUE (TL_PRACTICE_GRADE_NOT_YET, N_("not yet")),
                    G_DEFINE_ENUM_VALUE (TL_PRACTICE_GRADE_PARTLY, N_("partly")),
                    G_DEFINE_ENUM_VALUE (TL_PRACTICE_GRADE_DONE, N_("done")))
