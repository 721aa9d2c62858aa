/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-review-calendar.h"

#include "tl-assessment-private.h"
#include "tl-format.h"
#include "tl-review-rules.h"

/**
 * tl_forum_get_next_day:
 * @forum: a forum
 * @as_at: the day for which everything is shown
 *
 * Returns: when it should meet next: its interval after its last review; %TL_NO_DAY when it has no rhythm, or hasn't met yet
 */
TlDay
tl_forum_get_next_day (const TlForumFacts *forum,
                       TlDay               as_at)
{
  int interval = tl_interval_get_days (forum->every);
  const TlReviewFacts *last = tl_forum_find_last (forum, as_at + 1);

  return interval != 0 && last != NULL ? last->date + interval : TL_NO_DAY;
}

/**
 * tl_forum_get_pack_due:
 * @forum: (nullable): a forum
 * @day: the day of its review
 *
 * Returns: the day by which the pack should be there: as many days before as the forum asks for; %TL_NO_DAY when it
 *   asks for none
 */
TlDay
tl_forum_get_pack_due (const TlForumFacts *forum,
                       TlDay               day)
{
  return forum != NULL && forum->pack_days > 0 && day != TL_NO_DAY ? day - forum->pack_days : TL_NO_DAY;
}

static void
meeting_free (gpointer data)
{
  TlMeeting *meeting = data;

  g_free (meeting->name);
  g_array_unref (meeting->risks);
  g_free (meeting);
}

static int
compare_urgency (gconstpointer a,
                 gconstpointer b)
{
  const TlRiskJudgement *risk_a = *(const TlRiskJudgement * const *) a, *risk_b = *(const TlRiskJudgement * const *) b;

  if (risk_a->rating != risk_b->rating)
    return risk_b->rating - risk_a->rating;
  return tl_facts_compare (TL_TABLE_RISK, &risk_a->facts->base, &risk_b->facts->base);
}

/* Open risks of the forum that are due by then, the gravest first. */
static GArray *
list_due (const TlAssessment *assessment,
          const TlForumFacts *forum,
          TlDay               day)
{
  GArray *risks = g_array_new (FALSE, FALSE, sizeof (TlId));
  g_autoptr (GPtrArray) due = g_ptr_array_new ();

  for (guint i = 0; i < tl_assessment_get_n_risks (assessment); i++)
    {
      const TlRiskJudgement *risk = tl_assessment_get_risk (assessment, i);

      if (risk->state == TL_RISK_STATE_OPEN && risk->facts->forum == forum && risk->next_review <= day)
        g_ptr_array_add (due, (gpointer) risk);
    }
  g_ptr_array_sort (due, compare_urgency);
  for (guint i = 0; i < due->len; i++)
    g_array_append_val (risks, ((const TlRiskJudgement *) g_ptr_array_index (due, i))->facts->base.id);
  return risks;
}

static void
add_meeting (GPtrArray           *meetings,
             const TlAssessment  *assessment,
             const TlForumFacts  *forum,
             const TlReviewFacts *review,
             TlDay                day)
{
  TlMeeting *meeting = g_new0 (TlMeeting, 1);
  const TlReviewFacts *last = tl_forum_find_last (forum, review != NULL ? review->date : assessment->judge.as_at + 1);

  meeting->forum = forum->base.id;
  meeting->name = g_strdup (forum->name);
  meeting->level = review != NULL && review->level != TL_LEVEL_NONE ? review->level : forum->level;
  if (review != NULL)
    meeting->review = review->base.id;
  meeting->day = day;
  meeting->days_late = MAX (assessment->judge.as_at - day, 0);
  meeting->last = last != NULL ? last->date : TL_NO_DAY;
  meeting->pack_due = tl_forum_get_pack_due (forum, day);
  meeting->risks = list_due (assessment, forum, day);
  g_ptr_array_add (meetings, meeting);
}

/* A review that was started and hasn't been held is the forum's next meeting; so is one that is going on. */
static const TlReviewFacts *
find_started (const TlForumFacts *forum,
              TlDay               as_at)
{
  const TlReviewFacts *found = NULL;

  for (guint i = 0; i < forum->reviews.n; i++)
    {
      const TlReviewFacts *review = forum->reviews.rows[i];

      if (review->date >= as_at && review->date != TL_NO_DAY && !tl_review_is_finished (review, as_at)
          && (found == NULL || review->date < found->date))
        found = review;
    }
  return found;
}

static int
compare_meetings (gconstpointer a,
                  gconstpointer b)
{
  const TlMeeting *meeting_a = *(const TlMeeting * const *) a, *meeting_b = *(const TlMeeting * const *) b;

  if (meeting_a->day != meeting_b->day)
    return meeting_a->day - meeting_b->day;
  return g_utf8_collate (meeting_a->name != NULL ? meeting_a->name : "", meeting_b->name != NULL ? meeting_b->name : "");
}

/**
 * tl_review_calendar_list_meetings:
 * @assessment: what is concluded
 * @until: the last day that is asked for
 *
 * Lists the next meeting of each forum: the one that was started, or else what its rhythm asks for.
 *
 * Returns: (transfer full) (element-type TlMeeting): by day, late ones first
 */
GPtrArray *
tl_review_calendar_list_meetings (const TlAssessment *assessment,
                                  TlDay               until)
{
  GPtrArray *meetings = g_ptr_array_new_with_free_func (meeting_free);
  TlSnapshot *snapshot = assessment->judge.snapshot;
  TlDay as_at = assessment->judge.as_at;

  for (guint i = 0; i < tl_snapshot_count (snapshot, TL_TABLE_FORUM); i++)
    {
      const TlForumFacts *forum = tl_snapshot_get (snapshot, TL_TABLE_FORUM, i);
      const TlReviewFacts *review = find_started (forum, as_at);
      TlDay day = review != NULL ? review->date : tl_forum_get_next_day (forum, as_at);

      if (day != TL_NO_DAY && day <= until)
        add_meeting (meetings, assessment, forum, review, day);
    }
  g_ptr_array_sort (meetings, compare_meetings);
  return meetings;
}

static void
call_free (gpointer data)
{
  TlRiskCall *call = data;

  g_free (call->title);
  g_free (call->forum);
  g_free (call);
}

static int
compare_calls (gconstpointer a,
               gconstpointer b)
{
  const TlRiskCall *call_a = *(const TlRiskCall * const *) a, *call_b = *(const TlRiskCall * const *) b;

  if (call_a->day != call_b->day)
    return call_a->day == TL_NO_DAY ? 1 : call_b->day == TL_NO_DAY ? -1 : call_a->day - call_b->day;
  return tl_id_compare (&call_a->risk, &call_b->risk);
}

/**
 * tl_review_calendar_list_risks:
 * @assessment: what is concluded
 *
 * Lists when each open risk is to be looked at next, and when its forum meets.
 *
 * Returns: (transfer full) (element-type TlRiskCall): by day, late ones first
 */
GPtrArray *
tl_review_calendar_list_risks (const TlAssessment *assessment)
{
  GPtrArray *calls = g_ptr_array_new_with_free_func (call_free);
  TlDay as_at = assessment->judge.as_at;

  for (guint i = 0; i < tl_assessment_get_n_risks (assessment); i++)
    {
      const TlRiskJudgement *risk = tl_assessment_get_risk (assessment, i);
      const TlForumFacts *forum = risk->facts->forum;
      TlRiskCall *call;

      if (risk->state != TL_RISK_STATE_OPEN)
        continue;
      call = g_new0 (TlRiskCall, 1);
      call->risk = risk->facts->base.id;
      call->title = tl_format_risk (risk->facts);
      call->forum = g_strdup (forum != NULL ? forum->name : NULL);
      call->day = risk->next_review;
      call->days_late = call->day != TL_NO_DAY ? MAX (as_at - call->day, 0) : 0;
      if (forum != NULL)
        {
          const TlReviewFacts *review = find_started (forum, as_at);

          call->meeting = review != NULL ? review->date : tl_forum_get_next_day (forum, as_at);
        }
      else
        call->meeting = TL_NO_DAY;
      call->too_late = call->meeting != TL_NO_DAY && call->day != TL_NO_DAY && call->meeting > call->day;
      g_ptr_array_add (calls, call);
    }
  g_ptr_array_sort (calls, compare_calls);
  return calls;
}
