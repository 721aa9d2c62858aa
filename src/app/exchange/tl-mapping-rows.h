/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-foreign-result.h"

G_BEGIN_DECLS

/**
 * TlMappingRows:
 *
 * The fourth step with a spreadsheet that isn't ours: its first rows as the risks, actions and people that they would
 * become, and what couldn't be read.
 */
#define TL_TYPE_MAPPING_ROWS (tl_mapping_rows_get_type ())
G_DECLARE_FINAL_TYPE (TlMappingRows, tl_mapping_rows, TL, MAPPING_ROWS, AdwBin)

void tl_mapping_rows_load (TlMappingRows         *self,
                           const TlForeignResult *result,
                           TlSnapshot            *existing);

G_END_DECLS
