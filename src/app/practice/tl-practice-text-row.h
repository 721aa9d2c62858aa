/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TlPracticeTextRow:
 *
 * A row to write in, as long as one likes.
 */
#define TL_TYPE_PRACTICE_TEXT_ROW (tl_practice_text_row_get_type ())
G_DECLARE_FINAL_TYPE (TlPracticeTextRow, tl_practice_text_row, TL, PRACTICE_TEXT_ROW, AdwPreferencesRow)

char *tl_practice_text_row_dup_text (TlPracticeTextRow *self);
void  tl_practice_text_row_set_text (TlPracticeTextRow *self,
                                     const char        *text);

G_END_DECLS
