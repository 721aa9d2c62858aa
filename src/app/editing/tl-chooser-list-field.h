/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-field-row.h"

G_BEGIN_DECLS

/**
 * TlChooserListField:
 *
 * Several rows of another table, each found by search.
 */
#define TL_TYPE_CHOOSER_LIST_FIELD (tl_chooser_list_field_get_type ())
G_DECLARE_FINAL_TYPE (TlChooserListField, tl_chooser_list_field, TL, CHOOSER_LIST_FIELD, TlFieldRow)

G_END_DECLS
