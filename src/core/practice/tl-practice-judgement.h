/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "tl-practice-words.h"

G_BEGIN_DECLS

/**
 * TlPracticeJudgement:
 *
 * What a trainee says of a risk, a link, a place or an item: how it stands, why, on which evidence, and how sure. It names
 * rows and extracts by their refs.
 */
#define TL_TYPE_PRACTICE_JUDGEMENT (tl_practice_judgement_get_type ())
G_DECLARE_FINAL_TYPE (TlPracticeJudgement, tl_practice_judgement, TL, PRACTICE_JUDGEMENT, GObject)

TlPracticeJudgement *tl_practice_judgement_new          (const char           *risk,
                                                         TlLineLink            link,
                                                         TlPracticeState       state);
const char          *tl_practice_judgement_get_risk     (TlPracticeJudgement  *self);
TlLineLink           tl_practice_judgement_get_link     (TlPracticeJudgement  *self);
TlPracticeState      tl_practice_judgement_get_state    (TlPracticeJudgement  *self);
const char * const  *tl_practice_judgement_get_subjects (TlPracticeJudgement  *self);
const char          *tl_practice_judgement_get_why      (TlPracticeJudgement  *self);
const char * const  *tl_practice_judgement_get_evidence (TlPracticeJudgement  *self);
const char * const  *tl_practice_judgement_get_asks     (TlPracticeJudgement  *self);
TlPracticeSureness   tl_practice_judgement_get_sureness (TlPracticeJudgement  *self);

G_END_DECLS
