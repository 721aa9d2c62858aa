/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-place-comparison.h"
#include "tl-place-support.h"

G_BEGIN_DECLS

/**
 * TlPlaceWords:
 * @heading: what it is about, with how much there is of it
 * @text: what is recorded, or that nothing is
 * @ground: who recorded it and when, or the like; maybe empty
 * @concern: whether nothing is recorded where something should be
 *
 * One of the things that is said of a place.
 */
typedef struct
{
  char *heading;
  char *text;
  char *ground;
  gboolean concern;
} TlPlaceWords;

void         tl_place_words_clear    (TlPlaceWords           *self);
void         tl_place_words_append_markup (const TlPlaceWords *self,
                                      GString                *text);
TlPlaceWords tl_place_words_cause    (const TlPlaceJudgement *place,
                                      TlDay                   as_at);
TlPlaceWords tl_place_words_support  (const TlPlaceJudgement *place,
                                      const TlRiskJudgement  *risk,
                                      TlDay                   as_at);
TlPlaceWords tl_place_words_learning (const TlPlaceFacts     *place,
                                      const TlRiskJudgement  *risk,
                                      TlDay                   as_at);
const TlLearningFacts *
             tl_place_words_find_learning (const TlPlaceFacts    *place,
                                      const TlRiskJudgement  *risk,
                                      TlDay                   as_at,
                                      const TlLearningReachFacts **reach);
TlPlaceWords tl_place_words_look     (const TlPlaceJudgement *place,
                                      const TlRiskJudgement  *risk,
                                      TlDay                   as_at);
char        *tl_place_words_enough   (const TlPlaceComparison *self,
                                      const TlPlaceJudgement  *place);
char        *tl_place_words_dates    (const TlPlaceFacts     *place,
                                      TlDay                   as_at);
char        *tl_place_words_reach    (const TlSharedLearning *learning,
                                      TlDay                   as_at);

G_END_DECLS
