/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-practice-desk.h"

G_BEGIN_DECLS

/**
 * TlPracticeReading:
 *
 * What a case's workbook says, to be read: a list of what it holds, and what is open of it.
 */
#define TL_TYPE_PRACTICE_READING (tl_practice_reading_get_type ())
G_DECLARE_FINAL_TYPE (TlPracticeReading, tl_practice_reading, TL, PRACTICE_READING, AdwBin)

void     tl_practice_reading_set_desk (TlPracticeReading  *self,
                                       TlPracticeDesk     *desk);
gboolean tl_practice_reading_open     (TlPracticeReading  *self,
                                       const char         *ref);
void     tl_practice_reading_update   (TlPracticeReading  *self);
void     tl_practice_reading_search   (TlPracticeReading  *self);

G_END_DECLS
