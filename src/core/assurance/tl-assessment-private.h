/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-assessment.h"
#include "tl-checks.h"

G_BEGIN_DECLS

/* What is concluded of a risk, with the memory that it is in: a risk is judged again without the others. The judgement
 * stands first, so that a list of these is a list of judgements. */
typedef struct
{
  TlRiskJudgement judgement;
  TlArena *arena;
} JudgedRisk;

struct _TlAssessment
{
  gatomicrefcount references;
  TlJudge judge;
  /* On how many everything is concluded; what an update touches is, on one. */
  guint n_threads;
  GPtrArray *risks;
  GHashTable *by_id;
  GArray *findings;
  /* Those that rest, since they were answered. */
  GArray *answered;
  /* The titles of all open actions of open risks, by risk. */
  TlAlike *actions;
  /* The ids of the risks of which the latest update may have concluded something else; NULL for all. */
  GHashTable *updated;
};

typedef void (*JudgeFunc) (const TlJudge     *judge,
                           const TlRiskFacts *facts,
                           TlRiskJudgement   *risk);

void        tl_judged_risk_free         (JudgedRisk        *self);
JudgedRisk *tl_judged_risk_new          (const TlJudge     *judge,
                                         const TlRiskFacts *facts);
TlJudge     tl_judged_risk_get_judge    (const JudgedRisk  *self,
                                         const TlJudge     *judge);
void        tl_assessment_judge_risks   (TlAssessment      *self,
                                         JudgeFunc          how);
void        tl_assessment_find_findings (TlAssessment      *self,
                                         const TlTouched   *touched,
                                         GArray            *findings,
                                         GArray            *answered);
void        tl_assessment_count         (TlAssessment      *self,
                                         const TlFinding   *finding,
                                         int                by);
void        tl_assessment_conclude      (TlAssessment      *self);
void        tl_assessment_judge_closing (TlAssessment      *self,
                                         JudgedRisk        *risk);
void        tl_assessment_judge_closings (TlAssessment     *self);

G_END_DECLS
