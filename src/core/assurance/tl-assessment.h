/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-remedy.h"
#include "tl-series.h"
#include "tl-snapshot.h"
#include "tl-states.h"

G_BEGIN_DECLS

/* What Throughline concludes from a snapshot as at a day. Everything here is computed, and safe on any thread; window, paper and command line all show these very values and sentences. */

/**
 * TlMending:
 * @remedy: what to do
 * @row: (nullable): the row that it is to be done to, if there is one already: an action, a measure, an expected source,
 *   a person, a place
 *
 * What mends something.
 */
typedef struct
{
  TlRemedy remedy;
  const TlFacts *row;
} TlMending;

/**
 * TlLinkJudgement:
 * @state: missing, weak or sound
 * @ground: what the link rests on, in a few words without a final stop ("Tomasz Wrona, 3 supporting roles"); never empty
 * @lacking: (array zero-terminated=1): what keeps it from being sound, a plain sentence each; empty when sound
 * @mendings: what mends each of these, in the same order
 * @remedy: what to do first to make it sound; none when it is sound
 *
 * One of the eight links of a risk's line.
 */
typedef struct
{
  TlLinkState state;
  char *ground;
  char **lacking;
  const TlMending *mendings;
  TlRemedy remedy;
} TlLinkJudgement;

/**
 * TlActionJudgement:
 * @facts: the action
 * @open: whether it is open
 * @due: the due date now, %TL_NO_DAY when undated
 * @first_due: the due date first agreed
 * @done: the day it was done, %TL_NO_DAY unless done now
 * @ended: the day it was ended or merged without being done, else %TL_NO_DAY
 * @proven: the day it was proven, else %TL_NO_DAY
 * @times_moved: how often its due date was moved later while open
 * @days_overdue: days past due while open, 0 when not overdue
 *
 * Where an action stands.
 */
typedef struct
{
  const TlActionFacts *facts;
  gboolean open;
  TlDay due;
  TlDay first_due;
  TlDay done;
  TlDay ended;
  TlDay proven;
  int times_moved;
  int days_overdue;
} TlActionJudgement;

/**
 * TlEvidenceItem:
 * @date: when it happened
 * @source: where it comes from
 * @kind: activity or outcome, by section 1 of the definition, never none
 * @verdict: what it says; none when it doesn't say
 * @facts: (nullable): the evidence, or
 * @reading: (nullable): the reading that counts as evidence
 *
 * An item of evidence on a risk. There may be a million of them.
 */
typedef struct
{
  TlDay date;
  TlSource source : 8;
  TlEvidenceKind kind : 8;
  TlVerdict verdict : 8;
  const TlEvidenceFacts *facts;
  const TlReadingFacts *reading;
} TlEvidenceItem;

char               *tl_evidence_item_dup_text  (const TlEvidenceItem *self);
const TlPlaceFacts *tl_evidence_item_get_place (const TlEvidenceItem *self);

/**
 * TlSilence:
 * @from_date: the last item before it, or the day from which the source was expected
 * @until_date: the first item after it, or the as-at date
 * @days: its length in days
 *
 * A time in which an expected source said nothing for longer than its interval plus a quarter.
 */
typedef struct
{
  TlDay from_date;
  TlDay until_date;
  int days;
} TlSilence;

/**
 * TlExpectedJudgement:
 * @facts: the expected evidence
 * @current: whether it is expected on the as-at date
 * @last: the day of its latest item, %TL_NO_DAY when there is none
 * @days_late: days since it should have reported, 0 when not late
 * @silences: (array length=n_silences): its silences, in order of time
 * @n_silences: how many
 *
 * Whether an expected source of evidence reports.
 */
typedef struct
{
  const TlExpectedEvidenceFacts *facts;
  gboolean current;
  TlDay last;
  int days_late;
  TlSilence *silences;
  guint n_silences;
} TlExpectedJudgement;

/**
 * TlPlaceJudgement:
 * @place: the place
 * @state: how it compares; says nothing where the comparison isn't comparable
 * @numerator: sum in the window; %NAN when there is none
 * @denominator: sum in the window; %NAN when there is none
 * @value: percentage, rate or mean in the window; %NAN when there is none
 * @low: lower bound of the 95 % interval; %NAN when there is none
 * @high: upper bound of the 95 % interval; %NAN when there is none
 * @z: standardised difference from the pooled proportion, after any adjustment; %NAN where none is defined
 * @series: (nullable): the place's own series; %NULL in an assessment, for which there is [func@Tl.place_series_new]
 * @cause: (nullable): the latest recorded cause on this risk
 * @n_open_support: open support actions on this risk at this place
 *
 * A place compared with the others.
 */
typedef struct
{
  const TlPlaceFacts *place;
  TlPlaceState state;
  double numerator;
  double denominator;
  double value;
  double low;
  double high;
  double z;
  TlSeries *series;
  const TlCauseFacts *cause;
  guint n_open_support;
} TlPlaceJudgement;

/**
 * TlComparison:
 * @dimension: location, team, shift or staff group
 * @evenness: the verdict
 * @hidden: whether it is uneven although the pooled target is met
 * @adjusted: whether z was adjusted for overdispersion
 * @spread: the variance between places beyond chance that it was adjusted by, on the arcsine scale; 0 when it wasn't
 * @comparable: %FALSE for counts without exposure and values without a target, whose places can't be judged
 * @window_start: first day of the window
 * @window_end: last day of the window
 * @window_periods: how many periods it has
 * @pooled_numerator: sum over all compared places
 * @pooled_denominator: sum over all compared places
 * @pooled_value: the pooled percentage, rate or mean; %NAN when there is none
 * @pooled_low: lower bound of its 95 % interval
 * @pooled_high: upper bound of its 95 % interval
 * @gap: best place minus worst, in points or in the measure's unit; %NAN when there is none
 * @first_gap: the same in the first three periods
 * @gap_trend: whether it narrows or widens
 * @n_weak: how many places are weak
 * @places: (array length=n_places): the compared places, weak first, then watch, in line, too few, unsampled; within a
 *   state the worst value first
 * @n_places: how many
 *
 * A measure compared between the places of one kind.
 */
typedef struct
{
  TlPlaceKind dimension;
  TlEvenness evenness;
  gboolean hidden;
  gboolean adjusted;
  double spread;
  gboolean comparable;
  TlDay window_start;
  TlDay window_end;
  guint window_periods;
  double pooled_numerator;
  double pooled_denominator;
  double pooled_value;
  double pooled_low;
  double pooled_high;
  double gap;
  double first_gap;
  TlGapTrend gap_trend;
  guint n_weak;
  TlPlaceJudgement *places;
  guint n_places;
} TlComparison;

/**
 * TlMeasureJudgement:
 * @facts: the measure
 * @role: its role, blank ones settled
 * @target_value: the target as a percentage, rate or value; %NAN when it has none
 * @at_most: whether lower is better
 * @baseline_value: the baseline as a percentage, rate or value; %NAN when it has none
 * @series: all places pooled, with the limits of its chart
 * @latest: (nullable): the latest counted period, %NULL when there is none within 184 days
 * @target: whether the target is met
 * @change: whether it improved
 * @holding: whether it lasts
 * @held_for: counted periods of the present run of holding, at most the holding length
 * @held_since: first day of that run, %TL_NO_DAY when it isn't holding
 * @met_since: first day of the present run of periods that each meet the target, %TL_NO_DAY when the latest doesn't
 * @assurance: whether the process as it stands meets the target
 * @baseline_start: first day of the periods that limits are frozen on, %TL_NO_DAY when they aren't frozen
 * @baseline_end: last day of those periods
 * @comparisons: (array length=n_comparisons): one per dimension that counts
 * @n_comparisons: how many
 *
 * What is concluded of a measure.
 */
typedef struct
{
  const TlMeasureFacts *facts;
  TlRole role;
  double target_value;
  gboolean at_most;
  double baseline_value;
  TlSeries *series;
  const TlPoint *latest;
  TlTargetState target;
  TlChangeState change;
  TlHoldingState holding;
  guint held_for;
  TlDay held_since;
  TlDay met_since;
  TlTargetAssurance assurance;
  TlDay baseline_start;
  TlDay baseline_end;
  TlComparison *comparisons;
  guint n_comparisons;
} TlMeasureJudgement;

/**
 * TlFinding:
 * @check: id of the check, such as `owner-missing`
 * @severity: act, watch or note
 * @link: the link of the line that it belongs to; none for what isn't about one
 * @remedy: what to do about it; none where only thought helps
 * @risk: (nullable): the risk it speaks of
 * @subject: (nullable): ref of the measure, action, person … it speaks of
 * @other: (nullable): ref of a second one, for pairs
 * @place: (nullable): the place it speaks of
 * @rests_on: (nullable): of a finding across risks, the one or two rows without which it would not be; none for one that
 *   rests on the whole workbook
 * @across: whether it is a finding across risks
 * @answer: (nullable): how it was answered, so that it rests
 * @text: a plain sentence that says what is wrong
 * @settle: a plain sentence that says what would settle it
 *
 * What a check says is missing, weak or contradictory.
 */
typedef struct
{
  const char *check;
  TlSeverity severity;
  TlLineLink link;
  TlRemedy remedy;
  const TlRiskFacts *risk;
  const char *subject;
  const char *other;
  const TlPlaceFacts *place;
  const TlFacts *rests_on[2];
  gboolean across;
  const TlAnsweredFindingFacts *answer;
  char *text;
  char *settle;
} TlFinding;

/**
 * TlClosingCondition:
 * @met: whether it holds
 * @text: a plain sentence that says why, or what lacks
 * @mending: where it isn't met, what leads there, and the row that it is done to, if there is one; no remedy
 *   where it is met, nor for findings, which each have their own
 *
 * One of the conditions on which a risk may close.
 */
typedef struct
{
  gboolean met;
  char *text;
  TlMending mending;
} TlClosingCondition;

#define TL_N_CLOSING_CONDITIONS 6

/**
 * TlRiskJudgement:
 * @facts: the risk
 * @state: open, closed or ended otherwise
 * @ending: the decision that closed or ended it; none while open
 * @ended_on: the day of it, %TL_NO_DAY while open
 * @reopened_on: the day of the latest decision to reopen it, %TL_NO_DAY when there is none
 * @opened: the day it was opened, settled; %TL_NO_DAY when it has no date at all
 * @likelihood: 0 when unrated
 * @impact: 0 when unrated
 * @rating: likelihood × impact, 0 when unrated
 * @band: high, medium or low
 * @owner: (nullable): the current accountable ownership; with several the one that began last
 * @n_owners: how many people are currently accountable
 * @supporters: (array length=n_supporters): current supporting ownerships
 * @n_supporters: how many
 * @line: the eight links; index 0 is %TL_LINE_LINK_FOUND
 * @position: the first link that isn't sound, %TL_LINE_LINK_NONE when all are (Complete)
 * @review_every: the review interval that somebody chose: the risk's own, or while oversight is reduced the longer one
 * @review_days: the review interval in days
 * @reduced_until: while oversight is reduced the first day on which it no longer is, else %TL_NO_DAY
 * @last_looked_at: the latest review that looked at it, %TL_NO_DAY when none did
 * @next_review: when the next review is due, %TL_NO_DAY when there is no day to count from
 * @first_action: the earliest agreed day among actions that aren't controls, %TL_NO_DAY when none
 * @measures: (array length=n_measures): its measures, primary first
 * @n_measures: how many
 * @primary: (nullable): the first primary measure
 * @actions: (array length=n_actions): its actions, by the day agreed
 * @n_actions: how many
 * @evidence: (array length=n_evidence): its evidence, readings that count as such included, by date
 * @n_evidence: how many
 * @expected: (array length=n_expected): its expected evidence
 * @n_expected: how many
 * @n_findings: number of findings on it, by severity
 * @may_close: whether every condition for closing holds, but for who decides, which only the decision tells
 * @unmet: (array zero-terminated=1): the conditions that don't, a plain sentence each
 * @conditions: all conditions, met or not
 *
 * What is concluded of a risk.
 */
typedef struct
{
  const TlRiskFacts *facts;
  TlRiskState state;
  TlDecisionKind ending;
  TlDay ended_on;
  TlDay reopened_on;
  TlDay opened;
  int likelihood;
  int impact;
  int rating;
  TlBand band;
  const TlOwnershipFacts *owner;
  guint n_owners;
  const TlOwnershipFacts **supporters;
  guint n_supporters;
  TlLinkJudgement line[TL_N_LINE_LINKS];
  TlLineLink position;
  TlInterval review_every;
  int review_days;
  TlDay reduced_until;
  TlDay last_looked_at;
  TlDay next_review;
  TlDay first_action;
  TlMeasureJudgement *measures;
  guint n_measures;
  const TlMeasureJudgement *primary;
  TlActionJudgement *actions;
  guint n_actions;
  TlEvidenceItem *evidence;
  guint n_evidence;
  TlExpectedJudgement *expected;
  guint n_expected;
  guint n_findings[TL_N_SEVERITIES];
  gboolean may_close;
  char **unmet;
  TlClosingCondition conditions[TL_N_CLOSING_CONDITIONS];
} TlRiskJudgement;

gboolean tl_risk_judgement_equal (const TlRiskJudgement *a,
                                  const TlRiskJudgement *b);
gboolean tl_risk_judgement_is_answered_for_by (const TlRiskJudgement *self,
                                               TlDay                  as_at,
                                               const char            *name);

/**
 * TlAssessment:
 *
 * Everything that is concluded from a snapshot as at a day. A risk opened after that day isn't in it. It never changes
 * while more than one holds it; who alone holds it may bring it up to date by [func@Tl.assessment_update].
 */
typedef struct _TlAssessment TlAssessment;

#define TL_TYPE_ASSESSMENT (tl_assessment_get_type ())
GType                    tl_assessment_get_type      (void);
TlAssessment            *tl_assessment_new           (TlSnapshot         *snapshot,
                                                      TlDay               as_at);
TlAssessment            *tl_assessment_new_outline   (TlSnapshot         *snapshot,
                                                      TlDay               as_at);
TlAssessment            *tl_assessment_new_detail    (TlSnapshot         *snapshot,
                                                      TlDay               as_at);
TlAssessment            *tl_assessment_ref           (TlAssessment       *self);
void                     tl_assessment_unref         (TlAssessment       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlAssessment, tl_assessment_unref)

gboolean                 tl_assessment_is_shared     (TlAssessment       *self);
gboolean                 tl_assessment_update        (TlAssessment       *self,
                                                      const GPtrArray    *changes);
gboolean                 tl_assessment_may_differ    (const TlAssessment *self,
                                                      const TlId         *risk);

TlSnapshot              *tl_assessment_get_snapshot  (const TlAssessment *self);
TlDay                    tl_assessment_get_as_at     (const TlAssessment *self);
guint                    tl_assessment_get_n_risks   (const TlAssessment *self);
const TlRiskJudgement   *tl_assessment_get_risk      (const TlAssessment *self,
                                                      guint               index);
const TlRiskJudgement   *tl_assessment_find_risk     (const TlAssessment *self,
                                                      const TlId         *id);
guint                    tl_assessment_get_n_findings (const TlAssessment *self);
const TlFinding         *tl_assessment_get_finding   (const TlAssessment *self,
                                                      guint               index);
guint                    tl_assessment_get_n_answered (const TlAssessment *self);
const TlFinding         *tl_assessment_get_answered  (const TlAssessment *self,
                                                      guint               index);

G_END_DECLS
