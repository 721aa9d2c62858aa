/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-field-row.h"

G_BEGIN_DECLS

/**
 * TlSwitchField:
 *
 * An answer that is yes or not; what was never said stays unsaid while it is left alone.
 */
#define TL_TYPE_SWITCH_FIELD (tl_switch_field_get_type ())
G_DECLARE_FINAL_TYPE (TlSwitchField, tl_switch_field, TL, SWITCH_FIELD, TlFieldRow)

G_END_DECLS
