/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-judge.h"

G_BEGIN_DECLS

void tl_measure_judge_holding (TlMeasureJudgement *measure,
                               const TlJudge      *judge,
                               TlDay               reopened_on);
gboolean tl_measure_is_wholly_beyond (const TlMeasureJudgement *measure,
                                      const TlPoint            *point);

G_END_DECLS
