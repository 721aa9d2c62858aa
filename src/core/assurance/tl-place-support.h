/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-assessment.h"

G_BEGIN_DECLS

/* What is done about a place that lags, and with what works at one that does well. */

/* So long after learning was noted, a place that it should reach should have taken it up. */
#define TL_LEARNING_DAYS 31

/**
 * TlNextLook:
 * @day: when, %TL_NO_DAY when nothing says so
 * @action: (nullable): the open control action at the place that says so, %NULL when it is the risk's next review
 * @days_late: how many days ago it should have been, 0 when it is still to come
 *
 * When a place is looked at again.
 */
typedef struct
{
  TlDay day;
  const TlActionJudgement *action;
  int days_late;
} TlNextLook;

/**
 * TlSharedLearning:
 * @learning: what worked
 * @n_reach: how many places it should reach
 * @n_taken_up: how many of them have taken it up
 * @n_late: how many haven't, 31 days after it was noted
 *
 * Learning from a place, and how far it has come.
 */
typedef struct
{
  const TlLearningFacts *learning;
  guint n_reach;
  guint n_taken_up;
  guint n_late;
} TlSharedLearning;

TlNextLook tl_place_get_next_look       (const TlPlaceFacts         *place,
                                         const TlRiskJudgement      *risk,
                                         TlDay                       as_at);
GArray    *tl_risk_list_learning        (const TlRiskFacts          *risk,
                                         const TlPlaceFacts         *from_place,
                                         TlDay                       as_at);
gboolean   tl_learning_reach_is_taken_up (const TlLearningReachFacts *reach,
                                          TlDay                       as_at);
gboolean   tl_learning_reach_is_late    (const TlLearningReachFacts *reach,
                                         TlDay                       as_at);

G_END_DECLS
