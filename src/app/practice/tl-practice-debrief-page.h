/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-practice-desk.h"

G_BEGIN_DECLS

/**
 * TlPracticeDebriefPage:
 *
 * A committed go at a case beside its answer sheet.
 */
#define TL_TYPE_PRACTICE_DEBRIEF_PAGE (tl_practice_debrief_page_get_type ())
G_DECLARE_FINAL_TYPE (TlPracticeDebriefPage, tl_practice_debrief_page, TL, PRACTICE_DEBRIEF_PAGE, AdwBin)

void  tl_practice_debrief_page_set_desk (TlPracticeDebriefPage    *self,
                                         TlPracticeDesk           *desk);
void  tl_practice_debrief_page_update   (TlPracticeDebriefPage    *self);

G_END_DECLS
