/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-timeline-entry.h"

static gboolean
is_set (const TlId *id)
{
  return !tl_id_is_none (id);
}

gboolean
tl_timeline_filter_is_empty (const TlTimelineFilter *self)
{
  return self->kinds == 0 && self->sources == 0 && self->verdicts == 0 && !self->only_outcomes && !is_set (&self->place)
         && !is_set (&self->person) && !is_set (&self->follow);
}

/**
 * tl_timeline_entry_get_place:
 * @self: an entry
 *
 * Returns: (nullable): the place, team, shift or staff group that it names
 */
const TlPlaceFacts *
tl_timeline_entry_get_place (const TlTimelineEntry *self)
{
  switch ((TlTimelineKind) self->kind)
    {
    case TL_TIMELINE_KIND_EVIDENCE:
      return tl_evidence_item_get_place (self->subject);
    case TL_TIMELINE_KIND_ACTION:
      return ((const TlActionJudgement *) self->subject)->facts->place;
    case TL_TIMELINE_KIND_DECISION:
      return ((const TlDecisionFacts *) self->subject)->place;
    case TL_TIMELINE_KIND_SIGN:
      return ((const TlObservedSignFacts *) self->subject)->place;
    case TL_TIMELINE_KIND_SILENCE:
    case TL_TIMELINE_KIND_REVIEW:
    case TL_TIMELINE_KIND_CHALLENGE:
    case TL_TIMELINE_KIND_OWNERSHIP:
    default:
      return NULL;
    }
}

/* A place may lie beneath itself only in a broken workbook; the walk ends then, too. */
static gboolean
lies_in (const TlPlaceFacts *place,
         const TlId         *id)
{
  for (guint steps = 0; place != NULL && steps < 64; place = place->parent, steps++)
    if (tl_id_equal (&place->base.id, id))
      return TRUE;
  return FALSE;
}

/**
 * tl_timeline_entry_is_at:
 * @self: an entry
 * @place: the id of a place
 *
 * Returns: whether it names that place or one beneath it
 */
gboolean
tl_timeline_entry_is_at (const TlTimelineEntry *self,
                         const TlId            *place)
{
  const TlEvidenceItem *item = self->subject;

  if (lies_in (tl_timeline_entry_get_place (self), place))
    return TRUE;
  if (self->kind != TL_TIMELINE_KIND_EVIDENCE)
    return FALSE;
  /* Beside its place it may name a shift and a staff group. */
  if (item->facts != NULL)
    return lies_in (item->facts->shift, place) || lies_in (item->facts->staff_group, place);
  return lies_in (item->reading->shift, place) || lies_in (item->reading->staff_group, place);
}

static gboolean
is_person (const TlPersonFacts *person,
           const TlId          *id)
{
  return person != NULL && tl_id_equal (&person->base.id, id);
}

/**
 * tl_timeline_entry_is_by:
 * @self: an entry
 * @person: the id of a person
 *
 * Returns: whether that person recorded it, answers for it, asked it or decided it
 */
gboolean
tl_timeline_entry_is_by (const TlTimelineEntry *self,
                         const TlId            *person)
{
  switch ((TlTimelineKind) self->kind)
    {
    case TL_TIMELINE_KIND_EVIDENCE:
      {
        const TlEvidenceItem *item = self->subject;

        return item->facts != NULL && is_person (item->facts->by.person, person);
      }
    case TL_TIMELINE_KIND_ACTION:
      return is_person (((const TlActionJudgement *) self->subject)->facts->person, person);
    case TL_TIMELINE_KIND_REVIEW:
      return is_person (((const TlLookedAtFacts *) self->subject)->review->chair.person, person);
    case TL_TIMELINE_KIND_CHALLENGE:
      return is_person (((const TlChallengeFacts *) self->subject)->by.person, person);
    case TL_TIMELINE_KIND_DECISION:
      return is_person (((const TlDecisionFacts *) self->subject)->by.person, person);
    case TL_TIMELINE_KIND_SIGN:
      return is_person (((const TlObservedSignFacts *) self->subject)->by.person, person);
    case TL_TIMELINE_KIND_OWNERSHIP:
      return is_person (((const TlOwnershipFacts *) self->subject)->person, person);
    case TL_TIMELINE_KIND_SILENCE:
    default:
      return FALSE;
    }
}

static gboolean
is_chosen (guint64 bits,
           guint   bit)
{
  return bits == 0 || (bits >> bit & 1) != 0;
}

/**
 * tl_timeline_entry_passes:
 * @self: an entry
 * @filter: what to show
 *
 * Returns: whether it is shown, as far as it alone tells: a thread to follow is not looked at
 */
gboolean
tl_timeline_entry_passes (const TlTimelineEntry  *self,
                          const TlTimelineFilter *filter)
{
  gboolean evidence = self->kind == TL_TIMELINE_KIND_EVIDENCE;

  if (!is_chosen (filter->kinds, self->kind))
    return FALSE;
  if ((evidence || self->kind == TL_TIMELINE_KIND_SILENCE) && !is_chosen (filter->sources, self->source))
    return FALSE;
  if (evidence && !is_chosen (filter->verdicts, self->verdict))
    return FALSE;
  if (evidence && filter->only_outcomes && self->evidence_kind != TL_EVIDENCE_KIND_OUTCOME)
    return FALSE;
  if (is_set (&filter->place) && !tl_timeline_entry_is_at (self, &filter->place))
    return FALSE;
  return !is_set (&filter->person) || tl_timeline_entry_is_by (self, &filter->person);
}

/**
 * tl_timeline_entry_get_facts:
 * @self: an entry
 *
 * Returns: (nullable): the row that it stands for; none for a silence
 */
const TlFacts *
tl_timeline_entry_get_facts (const TlTimelineEntry *self)
{
  switch ((TlTimelineKind) self->kind)
    {
    case TL_TIMELINE_KIND_EVIDENCE:
      {
        const TlEvidenceItem *item = self->subject;

        return item->facts != NULL ? &item->facts->base : &item->reading->base;
      }
    case TL_TIMELINE_KIND_ACTION:
      return &((const TlActionJudgement *) self->subject)->facts->base;
    case TL_TIMELINE_KIND_SILENCE:
      return NULL;
    case TL_TIMELINE_KIND_REVIEW:
    case TL_TIMELINE_KIND_CHALLENGE:
    case TL_TIMELINE_KIND_DECISION:
    case TL_TIMELINE_KIND_SIGN:
    case TL_TIMELINE_KIND_OWNERSHIP:
    default:
      return self->subject;
    }
}

/**
 * tl_timeline_entry_is_long:
 * @self: an entry
 *
 * Returns: whether it is drawn from its first to its last day
 */
gboolean
tl_timeline_entry_is_long (const TlTimelineEntry *self)
{
  return self->kind == TL_TIMELINE_KIND_SILENCE || self->kind == TL_TIMELINE_KIND_ACTION;
}

/**
 * tl_timeline_entry_alarms:
 * @self: an entry
 *
 * Returns: whether it must never disappear in a count: evidence that contradicts, a warning sign that was seen, an action
 *   that is overdue
 */
gboolean
tl_timeline_entry_alarms (const TlTimelineEntry *self)
{
  if (self->kind == TL_TIMELINE_KIND_EVIDENCE)
    return self->verdict == TL_VERDICT_CONTRADICTS;
  if (self->kind == TL_TIMELINE_KIND_ACTION)
    return ((const TlActionJudgement *) self->subject)->days_overdue > 0;
  return self->kind == TL_TIMELINE_KIND_SIGN;
}
