/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tl-timeline-entry.h"

G_BEGIN_DECLS

GArray *tl_timeline_gather      (TlAssessment           *assessment,
                                 const TlTimelineScope  *scope,
                                 const TlTimelineFilter *filter,
                                 GArray                 *unlinked,
                                 GCancellable           *cancellable);
void    tl_timeline_sort        (GArray                 *entries);

G_END_DECLS
