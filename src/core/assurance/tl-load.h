/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-judge.h"

G_BEGIN_DECLS

/**
 * TlLoad:
 * @n_risks: for how many open risks
 * @n_high: how many of them are high
 *
 * How much a person answers for.
 */
typedef struct
{
  guint n_risks;
  guint n_high;
} TlLoad;

GHashTable *tl_loads_new            (void);
void      tl_loads_add              (GHashTable            *self,
                                     const TlJudge         *judge,
                                     const TlRiskJudgement *risk);

TlLoad    tl_load_find              (const TlAssessment    *assessment,
                                     const TlPersonFacts   *person);
void      tl_load_add               (TlLoad                *self,
                                     const TlRiskJudgement *risk);
char     *tl_load_explain_overload  (const TlLoad          *self,
                                     const TlSettings      *settings,
                                     const char            *name);
char     *tl_load_describe          (const TlLoad          *self);
char     *tl_load_describe_handover (const TlAssessment    *assessment,
                                     const TlRiskJudgement *risk,
                                     const TlPersonFacts   *person,
                                     gboolean              *too_much);

G_END_DECLS
