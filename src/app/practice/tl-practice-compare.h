/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-practice-desk.h"
#include "tl-practice-group.h"

G_BEGIN_DECLS

/**
 * TlPracticeCompare:
 *
 * Several trainees' goes at a case, side by side, for their trainer.
 */
#define TL_TYPE_PRACTICE_COMPARE (tl_practice_compare_get_type ())
G_DECLARE_FINAL_TYPE (TlPracticeCompare, tl_practice_compare, TL, PRACTICE_COMPARE, AdwDialog)

TlPracticeCompare *tl_practice_compare_new (TlPracticeDesk      *desk,
                                            GPtrArray           *runs,
                                            const char * const  *problems);

G_END_DECLS
