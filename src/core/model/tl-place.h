/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-record.h"

G_BEGIN_DECLS

/**
 * TlPlace:
 *
 * Where care happens, or who gives it.
 */
#define TL_TYPE_PLACE (tl_place_get_type ())
G_DECLARE_FINAL_TYPE (TlPlace, tl_place, TL, PLACE, TlRecord)

const char *tl_place_get_name (TlPlace *self);
TlPlaceKind tl_place_get_kind (TlPlace *self);

G_END_DECLS
