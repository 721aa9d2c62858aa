/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-layout.h"
#include "tl-practice-case.h"

G_BEGIN_DECLS

/**
 * TlPracticeThing:
 *
 * Something that a trainee may open and name by its ref: a row of a case's workbook, or an extract.
 */
#define TL_TYPE_PRACTICE_THING (tl_practice_thing_get_type ())
G_DECLARE_FINAL_TYPE (TlPracticeThing, tl_practice_thing, TL, PRACTICE_THING, GObject)

TlPracticeThing         *tl_practice_thing_new         (TlTable                   table,
                                                        const TlFacts            *facts,
                                                        const TlPracticeExtract  *extract);
const char              *tl_practice_thing_get_ref     (TlPracticeThing          *self);
TlTable                  tl_practice_thing_get_table   (TlPracticeThing          *self);
const TlFacts           *tl_practice_thing_get_facts   (TlPracticeThing          *self);
const TlPracticeExtract *tl_practice_thing_get_extract (TlPracticeThing          *self);
const char              *tl_practice_thing_get_noun    (TlPracticeThing          *self);
const char              *tl_practice_thing_get_sheet   (TlPracticeThing          *self);
const char              *tl_practice_thing_get_title   (TlPracticeThing          *self);
const char              *tl_practice_thing_get_detail  (TlPracticeThing          *self);
gboolean                 tl_practice_thing_is_on       (TlPracticeThing          *self,
                                                        const char               *risk);
gboolean                 tl_practice_thing_has_words   (TlPracticeThing          *self,
                                                        const char               *words);
void                     tl_practice_thing_take_words  (TlPracticeThing          *self,
                                                        char                     *words);
void                     tl_practice_thing_add_risk    (TlPracticeThing          *self,
                                                        const char               *risk);

G_END_DECLS
