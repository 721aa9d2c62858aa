/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-practice-case.h"

G_BEGIN_DECLS

/**
 * TlPracticeList:
 *
 * The cases that there are, with how the trainee came along in each. Whoever chooses one is told by the signal `chosen`.
 */
#define TL_TYPE_PRACTICE_LIST (tl_practice_list_get_type ())
G_DECLARE_FINAL_TYPE (TlPracticeList, tl_practice_list, TL, PRACTICE_LIST, AdwBin)

void            tl_practice_list_refresh     (TlPracticeList  *self);
gboolean        tl_practice_list_get_busy    (TlPracticeList  *self);
TlPracticeCase *tl_practice_list_find        (TlPracticeList  *self,
                                              const char      *id);
GFile          *tl_practice_list_get_own     (void);

G_END_DECLS
