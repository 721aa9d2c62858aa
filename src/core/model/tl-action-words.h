/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-workbook.h"

G_BEGIN_DECLS

const TlActionJudgement *tl_action_words_find  (TlWorkbook              *workbook,
                                                const TlId              *action);
char                    *tl_action_words_moved (const TlActionJudgement *action);
char                    *tl_action_words_stand (const TlActionJudgement *action);

G_END_DECLS
