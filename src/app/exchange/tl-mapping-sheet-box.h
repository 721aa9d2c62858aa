/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-foreign-mapping.h"

G_BEGIN_DECLS

/**
 * TlMappingSheetBox:
 *
 * A sheet that isn't ours: what its rows tell of, and its first rows as they stand, one of which has the headings.
 *
 * Signals: `changed`, after the mapping was.
 */
#define TL_TYPE_MAPPING_SHEET_BOX (tl_mapping_sheet_box_get_type ())
G_DECLARE_FINAL_TYPE (TlMappingSheetBox, tl_mapping_sheet_box, TL, MAPPING_SHEET_BOX, GtkBox)

TlMappingSheetBox *tl_mapping_sheet_box_new (TlForeignBook    *book,
                                             TlForeignMapping *mapping,
                                             guint             sheet);

G_END_DECLS
