/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-field-row.h"

G_BEGIN_DECLS

/**
 * TlRatingField:
 *
 * Likelihood and impact, chosen together from a grid that marks how the risk stands and how it stood.
 */
#define TL_TYPE_RATING_FIELD (tl_rating_field_get_type ())
G_DECLARE_FINAL_TYPE (TlRatingField, tl_rating_field, TL, RATING_FIELD, TlFieldRow)

G_END_DECLS
