/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-timeline-entry.h"

G_BEGIN_DECLS

gboolean tl_timeline_thread_has (const TlRiskJudgement   *risk,
                                 const TlActionJudgement *action,
                                 const TlTimelineEntry   *entry);

G_END_DECLS
