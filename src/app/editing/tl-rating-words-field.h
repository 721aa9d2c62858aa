/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-field-row.h"

G_BEGIN_DECLS

/**
 * TlRatingWordsField:
 *
 * What a chosen likelihood and impact come to, in words.
 */
#define TL_TYPE_RATING_WORDS_FIELD (tl_rating_words_field_get_type ())
G_DECLARE_FINAL_TYPE (TlRatingWordsField, tl_rating_words_field, TL, RATING_WORDS_FIELD, TlFieldRow)

G_END_DECLS
