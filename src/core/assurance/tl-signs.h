/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-judge.h"

G_BEGIN_DECLS

/* How often a warning sign must be seen to count: as often, within as many days, as it says itself. */

guint tl_sign_get_times  (const TlSignFacts *sign);
guint tl_sign_get_days   (const TlSignFacts *sign);
guint tl_sign_count_seen (const TlJudge     *judge,
                          const TlSignFacts *sign,
                          TlDay              after);

G_END_DECLS
