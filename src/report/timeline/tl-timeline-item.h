/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "tl-assessment.h"

G_BEGIN_DECLS

/**
 * TlTimelineKind:
 *
 * What sort of thing stands on the timeline.
 */
typedef enum
{
  TL_TIMELINE_KIND_EVIDENCE,
  TL_TIMELINE_KIND_SILENCE,
  TL_TIMELINE_KIND_ACTION,
  TL_TIMELINE_KIND_REVIEW,
  TL_TIMELINE_KIND_CHALLENGE,
  TL_TIMELINE_KIND_DECISION,
  TL_TIMELINE_KIND_SIGN,
} TlTimelineKind;

/**
 * TlTimelineItem:
 *
 * Something dated, as a mark on the timeline and as a row of the list beneath it.
 */
#define TL_TYPE_TIMELINE_ITEM (tl_timeline_item_get_type ())
G_DECLARE_FINAL_TYPE (TlTimelineItem, tl_timeline_item, TL, TIMELINE_ITEM, GObject)

TlTimelineItem         *tl_timeline_item_new_evidence  (TlAssessment             *assessment,
                                                        const TlEvidenceItem     *evidence);
TlTimelineItem         *tl_timeline_item_new_silence   (TlAssessment             *assessment,
                                                        TlSource                  source,
                                                        const TlSilence          *silence);
TlTimelineItem         *tl_timeline_item_new_action    (TlAssessment             *assessment,
                                                        const TlActionJudgement  *action);
TlTimelineItem         *tl_timeline_item_new_review    (TlAssessment             *assessment,
                                                        const TlLookedAtFacts    *looked_at);
TlTimelineItem         *tl_timeline_item_new_challenge (TlAssessment             *assessment,
                                                        const TlChallengeFacts   *challenge);
TlTimelineItem         *tl_timeline_item_new_decision  (TlAssessment             *assessment,
                                                        const TlDecisionFacts    *decision);
TlTimelineItem         *tl_timeline_item_new_sign      (TlAssessment             *assessment,
                                                        const TlObservedSignFacts *sign);

TlTimelineKind          tl_timeline_item_get_kind      (TlTimelineItem           *self);
TlDay                   tl_timeline_item_get_date      (TlTimelineItem           *self);
TlDay                   tl_timeline_item_get_until     (TlTimelineItem           *self);
const char             *tl_timeline_item_get_text      (TlTimelineItem           *self);
const char             *tl_timeline_item_get_says      (TlTimelineItem           *self);
gboolean                tl_timeline_item_is_late       (TlTimelineItem           *self);
TlSource                tl_timeline_item_get_source    (TlTimelineItem           *self);
TlVerdict               tl_timeline_item_get_verdict   (TlTimelineItem           *self);
TlEvidenceKind          tl_timeline_item_get_evidence_kind (TlTimelineItem       *self);
const TlActionJudgement *tl_timeline_item_get_action   (TlTimelineItem           *self);
gconstpointer           tl_timeline_item_get_subject   (TlTimelineItem           *self);
const TlEvidenceFacts  *tl_timeline_item_get_evidence  (TlTimelineItem           *self);
gboolean                tl_timeline_item_is_same       (TlTimelineItem           *a,
                                                        TlTimelineItem           *b);
char                   *tl_timeline_item_name_files    (TlTimelineItem           *self);
char                   *tl_timeline_item_describe      (TlTimelineItem           *self);
int                     tl_timeline_item_compare       (TlTimelineItem           *a,
                                                        TlTimelineItem           *b);

G_END_DECLS
