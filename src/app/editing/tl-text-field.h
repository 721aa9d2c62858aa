/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-field-row.h"

G_BEGIN_DECLS

/**
 * TlTextField:
 *
 * A field of one line: a text, a number, or several texts separated by semicolons. What is pasted becomes one line.
 */
#define TL_TYPE_TEXT_FIELD (tl_text_field_get_type ())
G_DECLARE_FINAL_TYPE (TlTextField, tl_text_field, TL, TEXT_FIELD, TlFieldRow)

G_END_DECLS
