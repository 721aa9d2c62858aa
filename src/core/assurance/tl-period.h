/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-day.h"
#include "tl-words.h"

G_BEGIN_DECLS

/* A measure's own periods, numbered so that each follows the one before. */

int   tl_period_get_number (TlPeriod period,
                            TlDay    day);
TlDay tl_period_get_start  (TlPeriod period,
                            int      number);
TlDay tl_period_get_end    (TlPeriod period,
                            int      number);

G_END_DECLS
