/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

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
  TL_TIMELINE_KIND_OWNERSHIP,
} TlTimelineKind;

#define TL_TIMELINE_N_KINDS (TL_TIMELINE_KIND_OWNERSHIP + 1)

/* The risk of an entry that belongs to none. */
#define TL_TIMELINE_NO_RISK G_MAXUINT32

/**
 * TlTimelineEntry:
 * @subject: the judgement or facts that it stands for: a #TlEvidenceItem, #TlSilence, #TlActionJudgement,
 *   #TlLookedAtFacts, #TlChallengeFacts, #TlDecisionFacts, #TlObservedSignFacts or #TlOwnershipFacts
 * @date: its day, or the first of its days
 * @until: the last of its days
 * @risk: index of its risk in the assessment, or %TL_TIMELINE_NO_RISK
 * @kind: a #TlTimelineKind
 * @source: the #TlSource of evidence and silences
 * @verdict: the #TlVerdict of evidence
 * @evidence_kind: the #TlEvidenceKind of evidence
 *
 * Something dated, small enough that there may be a million.
 */
typedef struct
{
  gconstpointer subject;
  TlDay date;
  TlDay until;
  guint32 risk;
  guint8 kind;
  guint8 source;
  guint8 verdict;
  guint8 evidence_kind;
} TlTimelineEntry;

/**
 * TlTimelineScopeKind:
 *
 * What a timeline is of.
 */
typedef enum
{
  TL_TIMELINE_SCOPE_WORKBOOK,
  TL_TIMELINE_SCOPE_RISK,
  TL_TIMELINE_SCOPE_PLACE,
  TL_TIMELINE_SCOPE_PERSON,
} TlTimelineScopeKind;

/**
 * TlTimelineScope:
 * @kind: what it is of
 * @id: which risk, place or person
 *
 * What a timeline is of: everything, a risk, what happened at a place or beneath it, or what a person recorded, answers
 * for, asked or decided.
 */
typedef struct
{
  TlTimelineScopeKind kind;
  TlId id;
} TlTimelineScope;

/**
 * TlTimelineFilter:
 * @kinds: what to show, a bit `1 << kind` each; 0 for all
 * @sources: which sources, a bit each; 0 for all
 * @verdicts: which verdicts, a bit each; 0 for all
 * @only_outcomes: whether to leave out evidence of activity
 * @place: only what names this place or one beneath it; all zero for any
 * @person: only what this person recorded, answers for, asked or decided; all zero for anyone
 * @follow: an action whose thread alone is shown; all zero for none
 *
 * What of a scope is shown. Sources, verdicts and outcomes speak of evidence; what isn't evidence passes them.
 */
typedef struct
{
  guint kinds;
  guint64 sources;
  guint verdicts;
  gboolean only_outcomes;
  TlId place;
  TlId person;
  TlId follow;
} TlTimelineFilter;

gboolean            tl_timeline_filter_is_empty (const TlTimelineFilter *self);
gboolean            tl_timeline_entry_is_at     (const TlTimelineEntry  *self,
                                                 const TlId             *place);
gboolean            tl_timeline_entry_is_by     (const TlTimelineEntry  *self,
                                                 const TlId             *person);
gboolean            tl_timeline_entry_passes    (const TlTimelineEntry  *self,
                                                 const TlTimelineFilter *filter);
const TlPlaceFacts *tl_timeline_entry_get_place (const TlTimelineEntry  *self);
const TlFacts      *tl_timeline_entry_get_facts (const TlTimelineEntry  *self);
gboolean            tl_timeline_entry_is_long   (const TlTimelineEntry  *self);
gboolean            tl_timeline_entry_alarms    (const TlTimelineEntry  *self);

G_END_DECLS
