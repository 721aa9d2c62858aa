/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tl-id.h"

G_BEGIN_DECLS

/* The measures whose places somebody at this computer compared, of whatever workbook, the last one first. */

GArray *tl_places_memory_list (GSettings  *settings);
void    tl_places_memory_add  (GSettings  *settings,
                               const TlId *measure);

G_END_DECLS
