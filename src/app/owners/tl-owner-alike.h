/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-owner-map.h"
#include "tl-workbook.h"

G_BEGIN_DECLS

/**
 * TlOwnerAlike:
 *
 * Says which two actions of what is chosen in the map look like the same one, and lets somebody merge them, or say that
 * they differ. Of several pairs it shows one after the other. It is seen only where there is one.
 */
#define TL_TYPE_OWNER_ALIKE (tl_owner_alike_get_type ())
G_DECLARE_FINAL_TYPE (TlOwnerAlike, tl_owner_alike, TL, OWNER_ALIKE, AdwBin)

void tl_owner_alike_show (TlOwnerAlike     *self,
                          TlWorkbook       *workbook,
                          const TlOwnerMap *map,
                          guint             node);

G_END_DECLS
