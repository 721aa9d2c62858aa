/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-practice-desk.h"

G_BEGIN_DECLS

/**
 * TlPracticeThingPage:
 *
 * What something in a case says: its fields, its figures, what is recorded besides, and what has to do with it. Of a risk
 * it asks for a judgement on each link of the line.
 */
#define TL_TYPE_PRACTICE_THING_PAGE (tl_practice_thing_page_get_type ())
G_DECLARE_FINAL_TYPE (TlPracticeThingPage, tl_practice_thing_page, TL, PRACTICE_THING_PAGE, AdwBin)

void tl_practice_thing_page_set_desk (TlPracticeThingPage *self,
                                      TlPracticeDesk      *desk);
void tl_practice_thing_page_show     (TlPracticeThingPage *self,
                                      TlPracticeThing     *thing);
void tl_practice_thing_page_update   (TlPracticeThingPage *self);

G_END_DECLS
