/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-text-found.h"

G_BEGIN_DECLS

/**
 * TlEraseRow:
 *
 * A place where words were found that may be erased there. Property: `chosen`.
 */
#define TL_TYPE_ERASE_ROW (tl_erase_row_get_type ())
G_DECLARE_FINAL_TYPE (TlEraseRow, tl_erase_row, TL, ERASE_ROW, AdwActionRow)

GtkWidget         *tl_erase_row_new        (const TlTextFound *found);
const TlTextFound *tl_erase_row_get_found  (TlEraseRow        *self);
gboolean           tl_erase_row_get_chosen (TlEraseRow        *self);
void               tl_erase_row_set_chosen (TlEraseRow        *self,
                                            gboolean           chosen);

G_END_DECLS
