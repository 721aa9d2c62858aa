/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-field-row.h"

G_BEGIN_DECLS

/**
 * TlDayField:
 *
 * A day: typed as 9 June 2026, 9/6 or 2026-06-09, or chosen from a calendar.
 */
#define TL_TYPE_DAY_FIELD (tl_day_field_get_type ())
G_DECLARE_FINAL_TYPE (TlDayField, tl_day_field, TL, DAY_FIELD, TlFieldRow)

G_END_DECLS
