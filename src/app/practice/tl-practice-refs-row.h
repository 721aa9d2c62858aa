/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-practice-picker.h"

G_BEGIN_DECLS

/**
 * TlPracticeRefsRow:
 *
 * A row that says which things of a case are named, and opens a picker to choose others.
 */
#define TL_TYPE_PRACTICE_REFS_ROW (tl_practice_refs_row_get_type ())
G_DECLARE_FINAL_TYPE (TlPracticeRefsRow, tl_practice_refs_row, TL, PRACTICE_REFS_ROW, AdwActionRow)

void                tl_practice_refs_row_set_desk (TlPracticeRefsRow   *self,
                                                   TlPracticeDesk      *desk,
                                                   TlPracticeChoice     choice);
void                tl_practice_refs_row_set_refs (TlPracticeRefsRow   *self,
                                                   const char * const  *refs);
const char * const *tl_practice_refs_row_get_refs (TlPracticeRefsRow   *self);

G_END_DECLS
