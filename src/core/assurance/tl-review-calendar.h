/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-assessment.h"

G_BEGIN_DECLS

/**
 * TlMeeting:
 * @forum: the forum that meets
 * @name: its name
 * @level: its level
 * @review: the review that was started for it; none until then
 * @day: when
 * @days_late: how many days ago it should have been, 0 when it isn't late
 * @last: the day of its last review, %TL_NO_DAY when there was none
 * @pack_due: the day by which its pack should be there, %TL_NO_DAY when nothing says so
 * @risks: (element-type TlId): open risks that are due for review by then, in order of severity as on its agenda
 *
 * A meeting of a forum that is to come.
 */
typedef struct
{
  TlId forum;
  char *name;
  TlLevel level;
  TlId review;
  TlDay day;
  int days_late;
  TlDay last;
  TlDay pack_due;
  GArray *risks;
} TlMeeting;

/**
 * TlRiskCall:
 * @risk: the risk
 * @title: the risk, with its ref
 * @forum: (nullable): the forum that reviews it
 * @day: when it is to be looked at next, %TL_NO_DAY when there is no day to count from
 * @days_late: how many days ago that was, 0 when it isn't late
 * @meeting: the day of the forum's next meeting, %TL_NO_DAY when there is none
 * @too_late: whether that is later than @day
 *
 * When an open risk is to be looked at next.
 */
typedef struct
{
  TlId risk;
  char *title;
  char *forum;
  TlDay day;
  int days_late;
  TlDay meeting;
  gboolean too_late;
} TlRiskCall;

TlDay      tl_forum_get_next_day      (const TlForumFacts *forum,
                                       TlDay               as_at);
TlDay      tl_forum_get_pack_due      (const TlForumFacts *forum,
                                       TlDay               day);
GPtrArray *tl_review_calendar_list_meetings (const TlAssessment *assessment,
                                       TlDay               until);
GPtrArray *tl_review_calendar_list_risks (const TlAssessment *assessment);

G_END_DECLS
