/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-field-row.h"

G_BEGIN_DECLS

/**
 * TlChooserField:
 *
 * A row of another table, found by search: a person, place, risk, measure, action and so on. A new person or place can be
 * added on the way; who did something may also be a name.
 */
#define TL_TYPE_CHOOSER_FIELD (tl_chooser_field_get_type ())
G_DECLARE_FINAL_TYPE (TlChooserField, tl_chooser_field, TL, CHOOSER_FIELD, TlFieldRow)

G_END_DECLS
