/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-judge.h"

#include <string.h>

/**
 * tl_judge_knows:
 * @self: a judge
 * @day: a day, or %TL_NO_DAY
 *
 * Returns: whether something of that day exists: it isn't later than the as-at date, or has no date
 */
gboolean
tl_judge_knows (const TlJudge *self,
                TlDay          day)
{
  return day <= self->as_at;
}

/**
 * tl_judge_is_within:
 * @self: a judge
 * @day: a day, or %TL_NO_DAY
 * @days: how many days
 *
 * Returns: whether @day is in the last @days days, both ends included
 */
gboolean
tl_judge_is_within (const TlJudge *self,
                    TlDay          day,
                    int            days)
{
  return day != TL_NO_DAY && day <= self->as_at && self->as_at - day <= days;
}

/**
 * tl_judge_is_current:
 * @self: a judge
 * @from_date: the first day on which something holds, %TL_NO_DAY for long ago
 * @until_date: the first day on which it no longer holds, %TL_NO_DAY for never
 *
 * Returns: whether it holds on the as-at date
 */
gboolean
tl_judge_is_current (const TlJudge *self,
                     TlDay          from_date,
                     TlDay          until_date)
{
  return from_date <= self->as_at && (until_date == TL_NO_DAY || self->as_at < until_date);
}

/**
 * tl_judge_asks:
 * @self: a judge
 * @link: a link of the line
 *
 * Returns: whether the link is asked for
 */
gboolean
tl_judge_asks (const TlJudge *self,
               TlLineLink     link)
{
  return self->until == TL_LINE_LINK_NONE || link <= self->until;
}

/**
 * tl_judge_sees_review:
 * @self: a judge
 * @review: (nullable): a review
 *
 * Returns: whether the review has taken place
 */
gboolean
tl_judge_sees_review (const TlJudge       *self,
                      const TlReviewFacts *review)
{
  return review != NULL && tl_judge_knows (self, review->date);
}

/**
 * tl_judge_sees_decision:
 * @self: a judge
 * @decision: a decision
 *
 * Returns: whether it has been made: its review has taken place, and isn't the one judged as not having decided
 */
gboolean
tl_judge_sees_decision (const TlJudge         *self,
                        const TlDecisionFacts *decision)
{
  return tl_judge_sees_review (self, decision->review) && decision->review != self->undecided;
}

/**
 * tl_judge_keep:
 * @self: a judge
 * @text: (transfer full): a text
 *
 * Returns: (transfer none): the same text, kept with the conclusions
 */
char *
tl_judge_keep (const TlJudge *self,
               char          *text)
{
  gsize size = strlen (text) + 1;
  char *kept = memcpy (tl_arena_allocate (self->arena, size), text, size);

  g_free (text);
  return kept;
}

/**
 * tl_judge_keep_array:
 * @self: a judge
 * @array: an array
 *
 * Returns: (transfer none) (nullable): its elements, kept with the conclusions; %NULL when there are none
 */
gpointer
tl_judge_keep_array (const TlJudge *self,
                     const GArray  *array)
{
  gsize size = (gsize) array->len * g_array_get_element_size ((GArray *) array);

  return size > 0 ? memcpy (tl_arena_allocate (self->arena, size), array->data, size) : NULL;
}

/**
 * tl_judge_keep_texts:
 * @self: a judge
 * @texts: (element-type utf8): texts that are kept already
 *
 * Returns: (transfer none) (array zero-terminated=1): the list of them
 */
char **
tl_judge_keep_texts (const TlJudge   *self,
                     const GPtrArray *texts)
{
  char **kept = tl_arena_allocate (self->arena, (texts->len + 1) * sizeof *kept);

  for (guint i = 0; i < texts->len; i++)
    kept[i] = g_ptr_array_index (texts, i);
  return kept;
}

/**
 * tl_text_says:
 * @text: (nullable): what somebody wrote
 *
 * Returns: whether it says anything: it has more than spaces
 */
gboolean
tl_text_says (const char *text)
{
  return text != NULL && text[strspn (text, " \t\r\n")] != '\0';
}

/**
 * tl_day_latest:
 * @a: a day, or %TL_NO_DAY
 * @b: a day, or %TL_NO_DAY
 *
 * Returns: the later of the two, %TL_NO_DAY when both are none
 */
TlDay
tl_day_latest (TlDay a,
               TlDay b)
{
  return MAX (a, b);
}

/**
 * tl_day_earliest:
 * @a: a day, or %TL_NO_DAY
 * @b: a day, or %TL_NO_DAY
 *
 * Returns: the earlier of the two that is a day, %TL_NO_DAY when both are none
 */
TlDay
tl_day_earliest (TlDay a,
                 TlDay b)
{
  if (a == TL_NO_DAY || b == TL_NO_DAY)
    return MAX (a, b);
  return MIN (a, b);
}
