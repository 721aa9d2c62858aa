/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-assessment.h"

G_BEGIN_DECLS

/**
 * TlLinkSince:
 * @then: the link's state then
 * @now: the link's state now
 *
 * A link of the line on two days: weaker when @now is less than @then, stronger when it is more.
 */
typedef struct
{
  TlLinkState then;
  TlLinkState now;
} TlLinkSince;

/**
 * TlMeasureSince:
 * @measure: the measure
 * @title: what it is called
 * @then: its latest value then; %NAN when there was none
 * @now: its latest value now; %NAN when there is none
 * @met: whether the target is met now
 * @text: both values, as in "95.4 % to 96.8 %"
 * @ground: how long it has met or missed its target, as in "above target for 7 weeks"
 *
 * A measure on two days.
 */
typedef struct
{
  TlId measure;
  char *title;
  double then;
  double now;
  gboolean met;
  char *text;
  char *ground;
} TlMeasureSince;

/**
 * TlActionSinceKind:
 * @TL_ACTION_OVERDUE: open and past its due date
 * @TL_ACTION_MOVED: its due date was moved
 * @TL_ACTION_REOPENED: it was reopened, and is open
 * @TL_ACTION_DONE: it was done
 * @TL_ACTION_PROVEN: outcome evidence showed that it worked
 * @TL_ACTION_AGREED: it was agreed
 *
 * What became of an action, the most urgent first.
 */
typedef enum
{
  TL_ACTION_OVERDUE,
  TL_ACTION_MOVED,
  TL_ACTION_REOPENED,
  TL_ACTION_DONE,
  TL_ACTION_PROVEN,
  TL_ACTION_AGREED,
} TlActionSinceKind;

/**
 * TlActionSince:
 * @action: the action
 * @kind: what became of it
 * @title: what it is called
 * @text: what became of it, as in "9 days overdue"
 *
 * An action to which something happened.
 */
typedef struct
{
  TlId action;
  TlActionSinceKind kind;
  char *title;
  char *text;
} TlActionSince;

/**
 * TlFindingSinceKind:
 * @TL_FINDING_NEW: found now, not then
 * @TL_FINDING_STILL: found then and now
 * @TL_FINDING_GONE: found then, not now
 *
 * What became of a finding.
 */
typedef enum
{
  TL_FINDING_NEW,
  TL_FINDING_STILL,
  TL_FINDING_GONE,
} TlFindingSinceKind;

/**
 * TlFindingSince:
 * @kind: what became of it
 * @severity: how grave it is
 * @check: (transfer none): id of the check
 * @text: what it says, or said
 *
 * A finding on two days.
 */
typedef struct
{
  TlFindingSinceKind kind;
  TlSeverity severity;
  const char *check;
  char *text;
} TlFindingSince;

/**
 * TlHiddenSince:
 * @measure: a primary measure, met with all places together
 * @place: a weak place that this hides
 * @still: whether it was hidden then, too
 * @text: as in "Still hides Damson Row"
 * @ground: its value now and then, as in "83.9 % there, was 79.2 %"
 *
 * A place that the average hides.
 */
typedef struct
{
  TlId measure;
  TlId place;
  gboolean still;
  char *text;
  char *ground;
} TlHiddenSince;

/**
 * TlRiskSince:
 * @risk: the risk
 * @day: the day that is compared with
 * @existed: whether the risk was there then
 * @line: the eight links; index 0 is %TL_LINE_LINK_FOUND
 * @measures: (element-type TlMeasureSince): its primary measures
 * @n_evidence: items of evidence dated since
 * @n_verdicts: of those, how many have each verdict, by #TlVerdict
 * @evidence: how many there are, as in "5 items of evidence"
 * @actions: (element-type TlActionSince): what happened to actions, the most urgent first
 * @findings: (element-type TlFindingSince): to act on first, new before still before gone; those between risks left out
 * @hidden: (element-type TlHiddenSince): weak places that the average hides
 *
 * What changed for a risk since a day. What is dated on the day itself counts as since.
 */
typedef struct
{
  TlId risk;
  TlDay day;
  gboolean existed;
  TlLinkSince line[TL_N_LINE_LINKS];
  GPtrArray *measures;
  guint n_evidence;
  guint n_verdicts[TL_VERDICT_CONTRADICTS + 1];
  char *evidence;
  GPtrArray *actions;
  GPtrArray *findings;
  GPtrArray *hidden;
} TlRiskSince;

TlRiskSince *tl_risk_since_new  (const TlAssessment *assessment,
                                 const TlId         *risk,
                                 TlDay               day);
void         tl_risk_since_free (TlRiskSince        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlRiskSince, tl_risk_since_free)

G_END_DECLS
