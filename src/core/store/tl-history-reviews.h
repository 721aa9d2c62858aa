/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-history.h"

G_BEGIN_DECLS

/* What was done in a review, in words. */

char *tl_history_say_review (TlDatabase     *database,
                             const TlChange *change);

G_END_DECLS
