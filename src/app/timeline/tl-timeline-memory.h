/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-timeline-plan.h"

G_BEGIN_DECLS

/* Which time was looked at, of each thing that the timeline was shown of. */

void     tl_timeline_memory_keep   (const TlId            *document,
                                    const TlTimelineScope *scope,
                                    double                 middle,
                                    double                 span);
gboolean tl_timeline_memory_find   (const TlId            *document,
                                    const TlTimelineScope *scope,
                                    double                *middle,
                                    double                *span);
gboolean tl_timeline_memory_latest (const TlId            *document,
                                    TlTimelineScope       *scope);
void     tl_timeline_memory_forget (const TlId            *document);

G_END_DECLS
