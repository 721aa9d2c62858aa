/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-agenda.h"

G_BEGIN_DECLS

/* Why a risk belongs on an agenda. Only src/core/assurance uses these. */

GPtrArray  *tl_agenda_reasons_new   (void);
void        tl_agenda_reasons_add   (GPtrArray             *reasons,
                                     TlAgendaReasonKind     kind,
                                     TlSeverity             severity,
                                     char                  *text);
GHashTable *tl_agenda_reasons_index (const TlAssessment    *assessment);
GPtrArray  *tl_agenda_reasons_find  (const TlAssessment    *assessment,
                                     GHashTable            *findings,
                                     const TlForumFacts    *forum,
                                     const TlReviewFacts   *review,
                                     TlDay                  day,
                                     const TlRiskJudgement *risk);

G_END_DECLS
