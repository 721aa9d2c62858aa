/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-field-row.h"

G_BEGIN_DECLS

/**
 * TlChoiceField:
 *
 * A word from a fixed list, in the words that people use.
 */
#define TL_TYPE_CHOICE_FIELD (tl_choice_field_get_type ())
G_DECLARE_FINAL_TYPE (TlChoiceField, tl_choice_field, TL, CHOICE_FIELD, TlFieldRow)

G_END_DECLS
