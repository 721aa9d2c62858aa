/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-foreign-mapping.h"

G_BEGIN_DECLS

/**
 * TlMappingColumns:
 *
 * The second step with a spreadsheet that isn't ours: which column tells what.
 */
#define TL_TYPE_MAPPING_COLUMNS (tl_mapping_columns_get_type ())
G_DECLARE_FINAL_TYPE (TlMappingColumns, tl_mapping_columns, TL, MAPPING_COLUMNS, AdwBin)

void tl_mapping_columns_load (TlMappingColumns *self,
                              TlForeignBook    *book,
                              TlForeignMapping *mapping);

G_END_DECLS
