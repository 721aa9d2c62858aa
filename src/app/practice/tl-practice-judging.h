/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-practice-desk.h"

G_BEGIN_DECLS

/**
 * TlPracticeJudging:
 *
 * The trainee's judgements on a case, to be changed and taken back.
 */
#define TL_TYPE_PRACTICE_JUDGING (tl_practice_judging_get_type ())
G_DECLARE_FINAL_TYPE (TlPracticeJudging, tl_practice_judging, TL, PRACTICE_JUDGING, AdwBin)

void  tl_practice_judging_set_desk (TlPracticeJudging    *self,
                                    TlPracticeDesk       *desk);
char *tl_practice_say_what         (TlPracticeDesk       *desk,
                                    TlPracticeJudgement  *judgement);
char *tl_practice_say_rest         (TlPracticeDesk       *desk,
                                    TlPracticeJudgement  *judgement);

G_END_DECLS
