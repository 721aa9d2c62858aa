/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-history.h"

G_BEGIN_DECLS

/* What a change did, in words made when they are shown: "renamed R1 from … to …". */

char  *tl_history_say_change (TlDatabase     *database,
                              const TlChange *change);
GStrv  tl_history_say_edits  (TlDatabase     *database,
                              const TlChange *change);

G_END_DECLS
