/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-due.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-assessment-private.h"
#include "tl-challenge-rules.h"
#include "tl-format.h"
#include "tl-review-calendar.h"
#include "tl-review-rules.h"

/* So many risks are named where a forum is to look at more. */
#define MOST_NAMED 6

typedef struct
{
  const TlJudge *judge;
  TlDay until;
  GPtrArray *items;
} Listing;

static void
due_item_free (gpointer data)
{
  TlDueItem *item = data;

  g_free (item->title);
  g_free (item->ground);
  g_free (item);
}

/* Takes over the texts. What lies beyond the days that are asked for isn't due yet. */
static void
add (Listing             *listing,
     TlDueKind            kind,
     TlDay                day,
     int                  days_late,
     const TlFacts       *row,
     const TlRiskFacts   *risk,
     const TlPersonFacts *person,
     char                *title,
     char                *ground)
{
  TlDueItem *item = g_new0 (TlDueItem, 1);

  item->kind = kind;
  item->day = day;
  item->days_late = MAX (days_late, 0);
  item->row = row->id;
  if (risk != NULL)
    item->risk = risk->base.id;
  if (person != NULL)
    item->person = person->base.id;
  item->title = title;
  item->ground = ground;
  g_ptr_array_add (listing->items, item);
}

static gboolean
is_due (const Listing *listing,
        TlDay          day)
{
  return day != TL_NO_DAY && day <= listing->until;
}

/* Something of a risk, and its ref where it has one. */
static char *
with_ref (char              *text,
          const TlRiskFacts *risk)
{
  char *named;

  if (risk->base.ref == NULL)
    return text;
  /* Translators: something that is due, and the ref of the risk it belongs to */
  named = g_strdup_printf (_("%1$s, %2$s"), text, risk->base.ref);
  g_free (text);
  return named;
}

static char *
name_person (const TlPersonFacts *person)
{
  return g_strdup (person != NULL && person->name != NULL ? person->name : _("No one"));
}

static const TlPersonFacts *
get_owner (const TlRiskJudgement *risk)
{
  return risk->owner != NULL ? risk->owner->person : NULL;
}

static char *
name_owner (const TlRiskJudgement *risk)
{
  return name_person (get_owner (risk));
}

/* ── Of a risk ────────────────────────────────────────────────────────────── */

static void
add_review (Listing               *listing,
            const TlRiskJudgement *risk)
{
  g_autofree char *name = tl_format_risk (risk->facts);

  if (is_due (listing, risk->next_review))
    add (listing, TL_DUE_REVIEW, risk->next_review, listing->judge->as_at - risk->next_review, &risk->facts->base,
         /* Translators: %s is a risk */
         risk->facts, get_owner (risk), g_strdup_printf (_("Review of %s"), name), name_owner (risk));
}

static void
add_actions (Listing               *listing,
             const TlRiskJudgement *risk)
{
  for (guint i = 0; i < risk->n_actions; i++)
    {
      const TlActionJudgement *action = &risk->actions[i];

      if (action->open && is_due (listing, action->due))
        add (listing, TL_DUE_ACTION, action->due, action->days_overdue, &action->facts->base, risk->facts,
             action->facts->person,
             /* Translators: %s is the title of an action */
             with_ref (g_strdup_printf (_("Action: %s"), action->facts->title != NULL ? action->facts->title : ""),
                       risk->facts),
             name_person (action->facts->person));
    }
}

/* Where it is kept, and by whom. */
static char *
describe_keeping (const TlExpectedEvidenceFacts *expected)
{
  g_autofree char *person = name_person (expected->person);

  if (expected->recorded_in == NULL)
    return g_steal_pointer (&person);
  /* Translators: who keeps expected evidence, and in which record */
  return g_strdup_printf (_("%1$s, %2$s"), person, expected->recorded_in);
}

/* It should come each interval, and is late a quarter after that. A closed risk is still watched by what continues. */
static void
add_evidence (Listing               *listing,
              const TlRiskJudgement *risk)
{
  g_autofree char *name = tl_format_risk (risk->facts);

  for (guint i = 0; i < risk->n_expected; i++)
    {
      const TlExpectedJudgement *expected = &risk->expected[i];
      int interval = tl_interval_get_days (expected->facts->every);
      TlDay since = tl_day_latest (expected->last, expected->facts->from_date);
      /* What was always expected and never came is late, since nobody knows when. */
      TlDay day = since != TL_NO_DAY ? since + interval : listing->judge->as_at - expected->days_late;
      g_autofree char *source = NULL;

      if (!expected->current || interval == 0 || !is_due (listing, day)
          || (risk->state != TL_RISK_STATE_OPEN && expected->facts->continues_after_closing != TL_FLAG_YES))
        continue;
      source = tl_format_capital (tl_word_label (TL_TYPE_SOURCE, (int) expected->facts->source));
      add (listing, TL_DUE_EVIDENCE, day, expected->days_late, &expected->facts->base, risk->facts,
           expected->facts->person,
           /* Translators: a source of evidence such as "Audit", and a risk */
           g_strdup_printf (_("%1$s for %2$s"), source, name), describe_keeping (expected->facts));
    }
}

static char *
describe_target (const TlMeasureJudgement *measure)
{
  g_autofree char *target = tl_format_target (measure->facts, measure->target_value);
  g_autofree char *latest = NULL;

  if (measure->latest == NULL)
    /* Translators: a target such as "at least 95 %" */
    return g_strdup_printf (_("%s, no reading"), target);
  latest = tl_format_value (measure->facts, measure->latest->value);
  /* Translators: a target such as "at least 95 %", and the latest value */
  return g_strdup_printf (_("%1$s, now %2$s"), target, latest);
}

static void
add_targets (Listing               *listing,
             const TlRiskJudgement *risk)
{
  for (guint i = 0; i < risk->n_measures; i++)
    {
      const TlMeasureJudgement *measure = &risk->measures[i];
      TlDay day = measure->facts->target_date;
      if (is_due (listing, day) && measure->target < TL_TARGET_MET && !isnan (measure->target_value))
        add (listing, TL_DUE_TARGET, day, listing->judge->as_at - day, &measure->facts->base, risk->facts,
             get_owner (risk),
             /* Translators: %s is the title of a measure */
             with_ref (g_strdup_printf (_("Target: %s"), measure->facts->title != NULL ? measure->facts->title : ""),
                       risk->facts),
             describe_target (measure));
    }
}

static void
add_answers (Listing               *listing,
             const TlRiskJudgement *risk)
{
  for (guint i = 0; i < risk->facts->challenges.n; i++)
    {
      const TlChallengeFacts *challenge = risk->facts->challenges.rows[i];
      TlDay day;

      if (!tl_judge_sees_review (listing->judge, challenge->review) || challenge->review->date == TL_NO_DAY
          || tl_challenge_is_answered (listing->judge, challenge)
          || tl_challenge_is_satisfied (listing->judge, challenge))
        continue;
      day = tl_challenge_get_due (challenge);
      if (is_due (listing, day))
        add (listing, TL_DUE_ANSWER, day, listing->judge->as_at - day, &challenge->base, risk->facts, get_owner (risk),
             /* Translators: %s is a question that was asked in a review */
             with_ref (g_strdup_printf (_("Answer: %s"), challenge->question != NULL ? challenge->question : ""),
                       risk->facts),
             name_owner (risk));
    }
}

/* ── Forums ───────────────────────────────────────────────────────────────── */

/* The refs of the open risks that it reviews, the first ones by name. */
static char *
list_risks (const TlAssessment *assessment,
            const TlForumFacts *forum)
{
  g_autoptr (GPtrArray) refs = g_ptr_array_new_with_free_func (g_free);
  guint n = 0;

  for (guint i = 0; i < tl_assessment_get_n_risks (assessment); i++)
    {
      const TlRiskJudgement *risk = tl_assessment_get_risk (assessment, i);

      if (risk->state != TL_RISK_STATE_OPEN || risk->facts->forum != forum)
        continue;
      if (n++ < MOST_NAMED && risk->facts->base.ref != NULL)
        g_ptr_array_add (refs, g_strdup (risk->facts->base.ref));
    }
  if (n == 0)
    return NULL;
  if (n > refs->len)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u risk", "%u risks", n), n);
  g_ptr_array_add (refs, NULL);
  return g_strjoinv (", ", (char **) refs->pdata);
}

static void
add_forum (Listing            *listing,
           const TlAssessment *assessment,
           const TlForumFacts *forum)
{
  TlDay as_at = listing->judge->as_at;
  TlDay next = tl_forum_get_next_day (forum, as_at);
  g_autofree char *risks = NULL, *day = NULL;
  const char *name = forum->name != NULL ? forum->name : "";

  if (!is_due (listing, next))
    return;
  risks = list_risks (assessment, forum);
  day = tl_format_day_short (tl_forum_find_last (forum, as_at + 1)->date, as_at);
  add (listing, TL_DUE_FORUM, next, as_at - next, &forum->base, NULL, NULL,
       /* Translators: a forum, and the risks that it reviews */
       risks != NULL ? g_strdup_printf (_("%1$s: %2$s"), name, risks) : g_strdup (name),
       /* Translators: how often a forum meets ("monthly"), and the day on which it last did */
       g_strdup_printf (_("%1$s, last held %2$s"), tl_word_label (TL_TYPE_INTERVAL, (int) forum->every), day));
}

/* ── All of it ────────────────────────────────────────────────────────────── */

/* Late before not, then by day; the rest keeps the order still the same whatever the rows are called. */
static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  const TlDueItem *item_a = *(const TlDueItem * const *) a, *item_b = *(const TlDueItem * const *) b;
  int order;

  if ((item_a->days_late > 0) != (item_b->days_late > 0))
    return item_a->days_late > 0 ? -1 : 1;
  if (item_a->day != item_b->day)
    return item_a->day < item_b->day ? -1 : 1;
  if (item_a->kind != item_b->kind)
    return item_a->kind < item_b->kind ? -1 : 1;
  order = tl_id_compare (&item_a->risk, &item_b->risk);
  return order != 0 ? order : tl_id_compare (&item_a->row, &item_b->row);
}

/**
 * tl_due_list:
 * @assessment: what is concluded
 * @days: how many days ahead, today not counted
 *
 * Lists what is late and what is due within some days: reviews of risks, meetings of forums, actions, expected evidence,
 * targets, and answers to challenges. It takes time in proportion to the workbook.
 *
 * Returns: (transfer full) (element-type TlDueItem): what is due, late first, then by day
 */
GPtrArray *
tl_due_list (const TlAssessment *assessment,
             int                 days)
{
  Listing listing = {
    .judge = &assessment->judge,
    .until = assessment->judge.as_at + days,
    .items = g_ptr_array_new_with_free_func (due_item_free),
  };
  TlSnapshot *snapshot = assessment->judge.snapshot;

  for (guint i = 0; i < tl_assessment_get_n_risks (assessment); i++)
    {
      const TlRiskJudgement *risk = tl_assessment_get_risk (assessment, i);

      if (risk->state != TL_RISK_STATE_ENDED)
        add_evidence (&listing, risk);
      if (risk->state != TL_RISK_STATE_OPEN)
        continue;
      add_review (&listing, risk);
      add_actions (&listing, risk);
      add_targets (&listing, risk);
      add_answers (&listing, risk);
    }
  for (guint i = 0; i < tl_snapshot_count (snapshot, TL_TABLE_FORUM); i++)
    add_forum (&listing, assessment, tl_snapshot_get (snapshot, TL_TABLE_FORUM, i));
  g_ptr_array_sort (listing.items, compare_items);
  return listing.items;
}

/**
 * tl_due_item_dup_when:
 * @self: something that is due
 * @as_at: the day for which everything is shown
 *
 * Returns: (transfer full): when, seen from @as_at: "7 days late", "due now", "today", "in 10 days"
 */
char *
tl_due_item_dup_when (const TlDueItem *self,
                      TlDay            as_at)
{
  g_autofree char *days = tl_format_days (self->days_late > 0 ? self->days_late : ABS (self->day - as_at));

  if (self->days_late > 0)
    /* Translators: %s is a length of time such as "9 days" */
    return g_strdup_printf (_("%s late"), days);
  if (self->day == as_at)
    return g_strdup (_("today"));
  if (self->day < as_at)
    /* Translators: it should have come, but isn't called late yet */
    return g_strdup (_("due now"));
  /* Translators: %s is a length of time such as "9 days" */
  return g_strdup_printf (_("in %s"), days);
}
