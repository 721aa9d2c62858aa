/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-assessment.h"

G_BEGIN_DECLS

char *tl_owner_history_describe (const TlRiskFacts *risk,
                                 TlDay              as_at);

G_END_DECLS
