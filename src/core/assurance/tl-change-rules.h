/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-judge.h"

G_BEGIN_DECLS

/* Whether a measure is better than before, and whether it meets its target. */

TlChangeState tl_measure_get_change (const TlMeasureJudgement *measure,
                                     const TlJudge            *judge,
                                     TlDay                     first_action);
TlTargetState tl_measure_get_target_state (const TlMeasureJudgement *measure);
guint         tl_measure_get_window_length (const TlJudge        *judge,
                                            const TlMeasureFacts *measure);

G_END_DECLS
