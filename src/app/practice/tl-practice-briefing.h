/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-practice-desk.h"

G_BEGIN_DECLS

/**
 * TlPracticeBriefing:
 *
 * The page of a case: its setting, the questions that an inspector would bring, and what may be asked for.
 */
#define TL_TYPE_PRACTICE_BRIEFING (tl_practice_briefing_get_type ())
G_DECLARE_FINAL_TYPE (TlPracticeBriefing, tl_practice_briefing, TL, PRACTICE_BRIEFING, AdwBin)

void tl_practice_briefing_set_desk (TlPracticeBriefing *self,
                                    TlPracticeDesk     *desk);
void tl_practice_briefing_update   (TlPracticeBriefing *self);

G_END_DECLS
