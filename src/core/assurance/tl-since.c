/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-since.h"

#include <glib/gi18n-lib.h>

#include "tl-assessment-private.h"
#include "tl-course.h"
#include "tl-format.h"
#include "tl-risk-rules.h"

static void
since_item_free (gpointer data)
{
  TlSinceItem *item = data;

  g_free (item->title);
  g_free (item->text);
  g_free (item);
}

static TlSinceItem *
add (TlSince               *self,
     TlMovement             movement,
     const TlRiskJudgement *risk,
     char                  *text)
{
  TlSinceItem *item = g_new0 (TlSinceItem, 1);

  item->movement = movement;
  item->risk = risk->facts->base.id;
  item->title = tl_format_risk (risk->facts);
  item->text = text;
  g_ptr_array_add (self->items, item);
  return item;
}

/* What it is now, and what that rests on or what keeps it from being sound. */
static char *
describe_link (const TlRiskJudgement *risk,
               int                    link)
{
  const TlLinkJudgement *judgement = &risk->line[link];
  const char *name = _(tl_position_get_word ((TlLineLink) (link + 1)));
  const char *state = tl_word_label (TL_TYPE_LINK_STATE, (int) judgement->state);

  if (judgement->state == TL_LINK_STATE_SOUND)
    /* Translators: a link of the line, its state, and what it rests on: "Owned is sound: Tomasz Wrona, 3 supporting roles" */
    return g_strdup_printf (_("%1$s is %2$s: %3$s"), name, state, judgement->ground);
  /* Translators: a link of the line, its state, and a sentence that says what is wrong: "Owned is missing. …" */
  return g_strdup_printf (_("%1$s is %2$s. %3$s"), name, state, judgement->lacking[0]);
}

static void
compare_lines (TlSince               *self,
               const TlRiskJudgement *before,
               const TlRiskJudgement *now)
{
  for (int link = 0; link < TL_N_LINE_LINKS; link++)
    {
      TlLinkState then = before->line[link].state, state = now->line[link].state;
      TlSinceItem *item;

      if (then == state)
        continue;
      item = add (self, state < then ? TL_MOVEMENT_WEAKER : TL_MOVEMENT_STRONGER, now, describe_link (now, link));
      item->link = (TlLineLink) (link + 1);
      item->before = then;
      item->now = state;
    }
}

static char *
with_day (const char *words,
          TlDay       day)
{
  g_autofree char *long_day = day != TL_NO_DAY ? tl_format_day_long (day) : NULL;

  return g_strdup_printf (words, long_day != NULL ? long_day : _("a day that isn’t recorded"));
}

static void
compare_risk (TlSince               *self,
              const TlJudge         *then,
              const TlRiskJudgement *now)
{
  gboolean existed = tl_risk_exists (then, now->facts) && now->opened <= then->as_at;
  TlRiskJudgement before;

  if (!existed)
    {
      if (now->state == TL_RISK_STATE_OPEN)
        /* Translators: %s is a day */
        add (self, TL_MOVEMENT_NEW, now, with_day (_("Opened on %s"), now->opened));
      return;
    }
  tl_judge_risk (then, now->facts, &before);
  if (now->state == TL_RISK_STATE_OPEN && before.state == TL_RISK_STATE_OPEN)
    compare_lines (self, &before, now);
  else if (now->state == TL_RISK_STATE_OPEN)
    /* Translators: %s is a day */
    add (self, TL_MOVEMENT_REOPENED, now, with_day (_("Reopened on %s"), now->reopened_on));
  else if (before.state == TL_RISK_STATE_OPEN)
    add (self, TL_MOVEMENT_ENDED, now,
         with_day (now->state == TL_RISK_STATE_CLOSED ? _("Closed on %s") : _("Ended on %s without being closed"),
                   now->ended_on));
}

/**
 * tl_since_find_review:
 * @assessment: what is concluded
 *
 * Returns: (transfer none) (nullable): the last provider-level review before the day for which that is
 */
const TlReviewFacts *
tl_since_find_review (const TlAssessment *assessment)
{
  TlSnapshot *snapshot = assessment->judge.snapshot;
  const TlReviewFacts *last = NULL;

  for (guint i = 0; i < tl_snapshot_count (snapshot, TL_TABLE_REVIEW); i++)
    {
      const TlReviewFacts *review = tl_snapshot_get (snapshot, TL_TABLE_REVIEW, i);

      if (tl_review_get_level (review) == TL_LEVEL_PROVIDER && review->date != TL_NO_DAY
          && review->date < assessment->judge.as_at && (last == NULL || review->date > last->date))
        last = review;
    }
  return last;
}

static void
compare_all (TlSince            *self,
             const TlAssessment *assessment,
             GCancellable       *cancellable)
{
  for (guint i = 0; i < tl_assessment_get_n_risks (assessment) && !g_cancellable_is_cancelled (cancellable); i++)
    {
      g_autoptr (TlArena) arena = tl_arena_new ();
      TlJudge then = {
        .snapshot = assessment->judge.snapshot, .settings = assessment->judge.settings, .as_at = self->day, .arena = arena,
      };

      compare_risk (self, &then, tl_assessment_get_risk (assessment, i));
    }
}

/* Weaker first; within a movement the risks and links stay in their order. */
static void
sort_by_movement (TlSince *self)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new_full (self->items->len, since_item_free);

  for (TlMovement movement = TL_MOVEMENT_WEAKER; movement <= TL_MOVEMENT_ENDED; movement++)
    for (guint i = 0; i < self->items->len; i++)
      {
        TlSinceItem *item = g_ptr_array_index (self->items, i);

        if (item->movement == movement)
          g_ptr_array_add (sorted, item);
      }
  g_ptr_array_set_free_func (self->items, NULL);
  g_ptr_array_unref (self->items);
  self->items = g_steal_pointer (&sorted);
}

/**
 * tl_since_new:
 * @assessment: what is concluded
 * @cancellable: (nullable): to stop; what was found so far is returned
 *
 * Judges every risk as at the day of the last provider review, and compares. It takes time in proportion to the workbook;
 * call it on a thread of its own.
 *
 * Returns: (transfer full): what changed since
 */
TlSince *
tl_since_new (const TlAssessment *assessment,
              GCancellable       *cancellable)
{
  TlSince *self = g_new0 (TlSince, 1);
  const TlReviewFacts *review = tl_since_find_review (assessment);

  self->items = g_ptr_array_new_with_free_func (since_item_free);
  if (review == NULL)
    return self;
  self->day = review->date;
  self->forum = g_strdup (review->forum != NULL ? review->forum->name : NULL);
  compare_all (self, assessment, cancellable);
  sort_by_movement (self);
  return self;
}

/**
 * tl_since_free:
 * @self: (transfer full): what changed
 *
 * Frees it.
 */
void
tl_since_free (TlSince *self)
{
  g_ptr_array_unref (self->items);
  g_free (self->forum);
  g_free (self);
}

/**
 * tl_movement_get_word:
 * @movement: how something moved
 *
 * Returns: one word for it
 */
const char *
tl_movement_get_word (TlMovement movement)
{
  switch (movement)
    {
    case TL_MOVEMENT_WEAKER:
      return C_("movement", "weaker");
    case TL_MOVEMENT_REOPENED:
      return C_("movement", "reopened");
    case TL_MOVEMENT_NEW:
      return C_("movement", "new");
    case TL_MOVEMENT_STRONGER:
      return C_("movement", "stronger");
    case TL_MOVEMENT_ENDED:
    default:
      return C_("movement", "ended");
    }
}
