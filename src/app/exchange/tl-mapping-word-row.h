/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-foreign-result.h"

G_BEGIN_DECLS

/**
 * TlMappingWordRow:
 *
 * A word of a spreadsheet that isn't ours, how often it stands there, and the choice of what it means.
 *
 * Signals: `said`, when somebody said what it means, which [method@Tl.MappingWordRow.dup_meaning] tells.
 */
#define TL_TYPE_MAPPING_WORD_ROW (tl_mapping_word_row_get_type ())
G_DECLARE_FINAL_TYPE (TlMappingWordRow, tl_mapping_word_row, TL, MAPPING_WORD_ROW, GtkListBoxRow)

TlMappingWordRow *tl_mapping_word_row_new         (const TlForeignWord *word,
                                                   TlSnapshot          *existing,
                                                   TlDay                today);
TlForeignField    tl_mapping_word_row_get_field   (TlMappingWordRow    *self);
const char       *tl_mapping_word_row_get_word    (TlMappingWordRow    *self);
char             *tl_mapping_word_row_dup_meaning (TlMappingWordRow    *self);
GtkWidget        *tl_mapping_word_row_get_pair    (TlMappingWordRow    *self);

G_END_DECLS
