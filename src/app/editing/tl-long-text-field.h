/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-field-row.h"

G_BEGIN_DECLS

/**
 * TlLongTextField:
 *
 * A field of several lines. Enter begins a new one; Tab goes on to the next field.
 */
#define TL_TYPE_LONG_TEXT_FIELD (tl_long_text_field_get_type ())
G_DECLARE_FINAL_TYPE (TlLongTextField, tl_long_text_field, TL, LONG_TEXT_FIELD, TlFieldRow)

G_END_DECLS
