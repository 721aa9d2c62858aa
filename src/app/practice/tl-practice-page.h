/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-practice-desk.h"

G_BEGIN_DECLS

/**
 * TlPracticePage:
 *
 * A case in hand, in its parts: the case, the workbook, judgements and finding; and once they stand, the debrief.
 */
#define TL_TYPE_PRACTICE_PAGE (tl_practice_page_get_type ())
G_DECLARE_FINAL_TYPE (TlPracticePage, tl_practice_page, TL, PRACTICE_PAGE, AdwNavigationPage)

TlPracticePage *tl_practice_page_new       (TlPracticeDesk  *desk);
TlPracticeDesk *tl_practice_page_get_desk  (TlPracticePage  *self);
void            tl_practice_page_show_part (TlPracticePage  *self,
                                            const char      *part);
void            tl_practice_page_open      (TlPracticePage  *self,
                                            const char      *ref);

G_END_DECLS
