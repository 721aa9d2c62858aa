/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-timeline-plan.h"

G_BEGIN_DECLS

/**
 * TlTimelineItem:
 *
 * Something dated, as a mark on the timeline that is chosen and as a row of the list beneath it: an entry of a plan, with
 * what is said of it. It is made when it is asked for, and its words are.
 */
#define TL_TYPE_TIMELINE_ITEM (tl_timeline_item_get_type ())
G_DECLARE_FINAL_TYPE (TlTimelineItem, tl_timeline_item, TL, TIMELINE_ITEM, GObject)

TlTimelineItem         *tl_timeline_plan_get_item      (TlTimelinePlan           *plan,
                                                        guint                     position);

const TlTimelinePlan   *tl_timeline_item_get_plan      (TlTimelineItem           *self);
guint                   tl_timeline_item_get_position  (TlTimelineItem           *self);
const TlTimelineEntry  *tl_timeline_item_get_entry     (TlTimelineItem           *self);
const TlRiskJudgement  *tl_timeline_item_get_risk      (TlTimelineItem           *self);
TlTimelineKind          tl_timeline_item_get_kind      (TlTimelineItem           *self);
TlDay                   tl_timeline_item_get_date      (TlTimelineItem           *self);
TlDay                   tl_timeline_item_get_until     (TlTimelineItem           *self);
const char             *tl_timeline_item_get_text      (TlTimelineItem           *self);
const char             *tl_timeline_item_get_says      (TlTimelineItem           *self);
TlVerdict               tl_timeline_item_get_verdict   (TlTimelineItem           *self);
TlEvidenceKind          tl_timeline_item_get_evidence_kind (TlTimelineItem       *self);
const TlActionJudgement *tl_timeline_item_get_action   (TlTimelineItem           *self);
gconstpointer           tl_timeline_item_get_subject   (TlTimelineItem           *self);
const TlEvidenceFacts  *tl_timeline_item_get_evidence  (TlTimelineItem           *self);
char                   *tl_timeline_item_name_files    (TlTimelineItem           *self);
char                   *tl_timeline_item_describe      (TlTimelineItem           *self);

G_END_DECLS
