/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-timeline-plan.h"

G_BEGIN_DECLS

/* What is said of an entry of a timeline. Each is (transfer full) and never %NULL, maybe empty. */
char    *tl_timeline_words_day     (const TlTimelinePlan  *plan,
                                    const TlTimelineEntry *entry);
char    *tl_timeline_words_text    (const TlTimelinePlan  *plan,
                                    const TlTimelineEntry *entry);
char    *tl_timeline_words_source  (const TlTimelineEntry *entry);
char    *tl_timeline_words_kind    (const TlTimelineEntry *entry);
char    *tl_timeline_words_says    (const TlTimelinePlan  *plan,
                                    const TlTimelineEntry *entry);
char    *tl_timeline_words_place   (const TlTimelineEntry *entry);
gboolean tl_timeline_words_late    (const TlTimelineEntry *entry);

G_END_DECLS
