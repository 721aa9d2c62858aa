/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-foreign-mapping.h"

G_BEGIN_DECLS

/**
 * TlMappingMark:
 * @TL_MAPPING_MARK_NONE: somebody chose it
 * @TL_MAPPING_MARK_GUESS: nobody has confirmed it
 * @TL_MAPPING_MARK_REMEMBERED: it is as it was the last time
 * @TL_MAPPING_MARK_TAKEN: another column was chosen to tell what this one told
 *
 * How it comes that a column tells what it tells.
 */
typedef enum
{
  TL_MAPPING_MARK_NONE,
  TL_MAPPING_MARK_GUESS,
  TL_MAPPING_MARK_REMEMBERED,
  TL_MAPPING_MARK_TAKEN,
} TlMappingMark;

/**
 * TlMappingColumnRow:
 *
 * A column of a spreadsheet that isn't ours: its heading, some of what stands beneath it, and the choice of what it
 * tells.
 *
 * Signals: `chosen`, when somebody chose another field, which [method@Tl.MappingColumnRow.get_field] tells.
 */
#define TL_TYPE_MAPPING_COLUMN_ROW (tl_mapping_column_row_get_type ())
G_DECLARE_FINAL_TYPE (TlMappingColumnRow, tl_mapping_column_row, TL, MAPPING_COLUMN_ROW, GtkListBoxRow)

TlMappingColumnRow *tl_mapping_column_row_new       (const char         *heading,
                                                     const char         *samples,
                                                     TlForeignKind       kind);
void                tl_mapping_column_row_show      (TlMappingColumnRow *self,
                                                     TlForeignField      field,
                                                     TlMappingMark       mark);
TlForeignField      tl_mapping_column_row_get_field (TlMappingColumnRow *self);

G_END_DECLS
