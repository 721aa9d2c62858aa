/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-report-making.h"

G_BEGIN_DECLS

gboolean tl_action_plan_add         (const TlReportMaking  *making,
                                     GError               **error);
void     tl_action_plan_begin_field (TlFlow                *flow,
                                     guint                  number,
                                     const char            *question);
void     tl_action_plan_end_field   (TlFlow                *flow);
void     tl_action_plan_add_answer  (TlFlow                *flow,
                                     const char            *text,
                                     const char            *lack);
void     tl_action_plan_add_checks  (TlFlow                *flow,
                                     const TlRiskJudgement *risk,
                                     TlDay                  as_at);

G_END_DECLS
