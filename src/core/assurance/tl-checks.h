/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-alike.h"
#include "tl-judge.h"
#include "tl-touched.h"

G_BEGIN_DECLS

/* Checks find what is missing, weak or contradictory. To add one, write its function in the file of its family, declare
 * it here and give it a row in tl-checks.c; a test then asks for a workbook that just triggers it and one that doesn't. */

typedef struct _TlCheck TlCheck;

/**
 * TlCheckRun:
 * @judge: a judge
 * @check: the check that runs
 * @risks: (array length=n_risks): what is concluded of all risks, in the order of the snapshot; only checks across risks
 *   may look at it
 * @n_risks: how many
 * @touched: (nullable): what is looked at again, %NULL for everything; only findings that rest on it are wanted
 * @actions: (nullable): the titles of all open actions, but for those of the risks that are touched
 * @findings: (element-type TlFinding): what was found so far
 *
 * What a check sees and adds to.
 */
typedef struct
{
  const TlJudge *judge;
  const TlCheck *check;
  const TlRiskJudgement * const *risks;
  guint n_risks;
  const TlTouched *touched;
  TlAlike *actions;
  GArray *findings;
} TlCheckRun;

/**
 * TlCheckScope:
 * @TL_CHECK_OPEN: runs for each open risk
 * @TL_CHECK_CLOSED: runs for each closed risk
 * @TL_CHECK_ACROSS: runs once, without a risk; its findings rest on one row or two, and it heeds what is touched
 * @TL_CHECK_WORKBOOK: runs once, without a risk, over everything; it must be quick
 *
 * What a check is about.
 */
typedef enum
{
  TL_CHECK_OPEN,
  TL_CHECK_CLOSED,
  TL_CHECK_ACROSS,
  TL_CHECK_WORKBOOK,
} TlCheckScope;

/**
 * TlCheck:
 * @id: its id
 * @severity: how grave its findings are; the gravest where that depends
 * @scope: what it is about
 * @link: the link of the line that its findings belong to, if they do
 * @remedy: what to do about its findings, where that doesn't depend
 * @set_up: (nullable): what is still to come, for the checks that fold into `plan-incomplete` while a risk is new
 * @run: looks, and adds what it finds
 *
 * One check.
 */
struct _TlCheck
{
  const char *id;
  TlSeverity severity;
  TlCheckScope scope;
  TlLineLink link;
  TlRemedy remedy;
  const char *set_up;
  void (*run) (TlCheckRun            *run,
               const TlRiskJudgement *risk);
};

const TlCheck *tl_checks_list     (guint                 *n);
TlFinding     *tl_check_add       (TlCheckRun            *run,
                                   const TlRiskJudgement *risk,
                                   char                  *text,
                                   const char            *settle);
TlFinding     *tl_check_add_across (TlCheckRun           *run,
                                   const TlRiskJudgement *risk,
                                   gconstpointer          first,
                                   gconstpointer          second,
                                   char                  *text,
                                   const char            *settle);
void           tl_checks_run_risk (const TlJudge         *judge,
                                   const TlRiskJudgement *risk,
                                   GArray                *findings);
void           tl_checks_run_across (TlCheckRun          *run);
void           tl_checks_settle   (const TlJudge         *judge,
                                   GArray                *findings,
                                   GArray                *answered);
int            tl_finding_compare (const TlFinding       *a,
                                   const TlFinding       *b);
void           tl_finding_clear   (TlFinding             *finding);

#define TL_DECLARE_CHECK(name) \
  void tl_check_##name (TlCheckRun *run, const TlRiskJudgement *risk);

TL_DECLARE_CHECK (owner_missing)
TL_DECLARE_CHECK (owner_several)
TL_DECLARE_CHECK (owner_left)
TL_DECLARE_CHECK (owner_disputed)
TL_DECLARE_CHECK (owner_overloaded)
TL_DECLARE_CHECK (owner_turnover)
TL_DECLARE_CHECK (owner_own_witness)
TL_DECLARE_CHECK (support_missing)
TL_DECLARE_CHECK (route_missing)

TL_DECLARE_CHECK (action_unowned)
TL_DECLARE_CHECK (action_undated)
TL_DECLARE_CHECK (action_outside_map)
TL_DECLARE_CHECK (action_duplicate)
TL_DECLARE_CHECK (action_overdue)
TL_DECLARE_CHECK (action_moved)
TL_DECLARE_CHECK (action_no_result)
TL_DECLARE_CHECK (action_unproven)

TL_DECLARE_CHECK (plan_incomplete)
TL_DECLARE_CHECK (outcome_undefined)
TL_DECLARE_CHECK (outcome_after_action)
TL_DECLARE_CHECK (baseline_missing)

TL_DECLARE_CHECK (review_too_slow)
TL_DECLARE_CHECK (review_overdue)
TL_DECLARE_CHECK (target_late)
TL_DECLARE_CHECK (measure_late)
TL_DECLARE_CHECK (measure_worse)
TL_DECLARE_CHECK (recurrence_flat)

TL_DECLARE_CHECK (evidence_none)
TL_DECLARE_CHECK (evidence_activity_only)
TL_DECLARE_CHECK (evidence_thin)
TL_DECLARE_CHECK (evidence_late)
TL_DECLARE_CHECK (evidence_no_voice)
TL_DECLARE_CHECK (evidence_contradicts)
TL_DECLARE_CHECK (evidence_unlinked)
TL_DECLARE_CHECK (assurance_unsupported)

TL_DECLARE_CHECK (challenge_open)
TL_DECLARE_CHECK (challenge_absent)
TL_DECLARE_CHECK (decision_without_effect)
TL_DECLARE_CHECK (oversight_reduced_early)
TL_DECLARE_CHECK (stalled_unchallenged)

TL_DECLARE_CHECK (variation_hidden)
TL_DECLARE_CHECK (variation_weak)
TL_DECLARE_CHECK (variation_watch)
TL_DECLARE_CHECK (variation_unsampled)
TL_DECLARE_CHECK (variation_unexplained)
TL_DECLARE_CHECK (variation_widening)

TL_DECLARE_CHECK (link_missing)
TL_DECLARE_CHECK (moved_together)
TL_DECLARE_CHECK (learning_unshared)
TL_DECLARE_CHECK (sign_seen)

TL_DECLARE_CHECK (closed_too_early)
TL_DECLARE_CHECK (closed_worse)
TL_DECLARE_CHECK (closed_unwatched)

G_END_DECLS
