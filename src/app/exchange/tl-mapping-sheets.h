/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-foreign-mapping.h"

G_BEGIN_DECLS

/**
 * TlMappingSheets:
 *
 * The first step with a spreadsheet that isn't ours: what its sheets hold, where their headings are, and of which day it
 * speaks.
 *
 * Signals: `changed`, after the mapping was.
 */
#define TL_TYPE_MAPPING_SHEETS (tl_mapping_sheets_get_type ())
G_DECLARE_FINAL_TYPE (TlMappingSheets, tl_mapping_sheets, TL, MAPPING_SHEETS, AdwBin)

void     tl_mapping_sheets_load      (TlMappingSheets  *self,
                                      TlForeignBook    *book,
                                      TlForeignMapping *mapping,
                                      TlDay             today);
gboolean tl_mapping_sheets_is_enough (TlMappingSheets  *self);

G_END_DECLS
