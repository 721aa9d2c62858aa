/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-practice-case.h"
#include "tl-workbook.h"

G_BEGIN_DECLS

/**
 * TlPracticeMaking:
 *
 * Where a trainer makes a practice case of a workbook: nothing real about a person may be left in it, and what trainees
 * are to find is what the program finds. Whoever waits for it is told by the signal `made`.
 */
#define TL_TYPE_PRACTICE_MAKING (tl_practice_making_get_type ())
G_DECLARE_FINAL_TYPE (TlPracticeMaking, tl_practice_making, TL, PRACTICE_MAKING, AdwDialog)

TlPracticeMaking *tl_practice_making_new (TlWorkbook  *workbook);

G_END_DECLS
