/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What shows that it was done, what shows that it worked, and who looked. */
#include "config.h"

#include "tl-action-thread-private.h"

#include <glib/gi18n-lib.h>

#include "tl-challenge-rules.h"
#include "tl-evidence-rules.h"
#include "tl-format.h"
#include "tl-judge.h"

/* ── Evidence ── */

static char *
say_evidence (const TlEvidenceFacts *evidence,
              gboolean               proves)
{
  g_autofree char *source = tl_format_capital (tl_word_label (TL_TYPE_SOURCE, evidence->source));
  const char *verdict = evidence->verdict != TL_VERDICT_NONE ? tl_word_label (TL_TYPE_VERDICT, evidence->verdict)
                                                             : _("doesn’t say");
  const char *place = evidence->place != NULL && evidence->place->name != NULL ? evidence->place->name : _("All places");
  const char *finding = tl_text_says (evidence->finding) ? evidence->finding : _("No finding written down");
  /* Translators: a source, a place, whether it supports, and what was found */
  g_autofree char *text = g_strdup_printf (_("%1$s, %2$s, %3$s: “%4$s”"), source, place, verdict, finding);

  if (proves)
    return g_strdup_printf (_("%s This proves that it worked."), text);
  return g_steal_pointer (&text);
}

/* Work is shown by what was written down; that it worked only by what supports it. */
static TlLinkState
weigh (const TlEvidenceFacts *evidence)
{
  switch (evidence->verdict)
    {
    case TL_VERDICT_SUPPORTS:
      return TL_LINK_STATE_SOUND;
    case TL_VERDICT_NONE:
      return tl_evidence_get_kind (evidence) == TL_EVIDENCE_KIND_ACTIVITY ? TL_LINK_STATE_SOUND : TL_LINK_STATE_WEAK;
    case TL_VERDICT_MIXED:
    case TL_VERDICT_CONTRADICTS:
    default:
      return TL_LINK_STATE_WEAK;
    }
}

static guint
add_evidence (TlActionThread *self,
              TlEvidenceKind  kind)
{
  const TlFactsList *linked = &self->action->facts->evidence;
  TlDay proven = self->action->proven;
  guint n_since = 0;

  for (guint i = 0; i < linked->n; i++)
    {
      const TlEvidenceFacts *evidence = linked->rows[i];
      gboolean outcome = kind == TL_EVIDENCE_KIND_OUTCOME;
      gboolean proves = outcome && proven != TL_NO_DAY && evidence->date == proven && evidence->verdict == TL_VERDICT_SUPPORTS;

      if (evidence->date > tl_action_thread_get_as_at (self) || tl_evidence_get_kind (evidence) != kind)
        continue;
      tl_action_thread_add (self, TL_THREAD_AT (outcome ? TL_ACTION_STEP_SHOWN_WORKING : TL_ACTION_STEP_SHOWN_DONE,
                                                weigh (evidence), evidence->date, TL_TABLE_EVIDENCE, evidence),
                            say_evidence (evidence, proves));
      if (proves)
        proven = TL_NO_DAY;
      n_since += evidence->date >= self->action->done;
    }
  return n_since;
}

/* What shows that it was done and that it worked. Nothing is asked of what isn't done. */
void
tl_action_thread_add_proof (TlActionThread *self)
{
  TlDay done = self->action->done;
  g_autofree char *day = done != TL_NO_DAY ? tl_format_day_long (done) : NULL;
  guint before = self->steps->len, n_since;

  add_evidence (self, TL_EVIDENCE_KIND_ACTIVITY);
  if (done != TL_NO_DAY && self->steps->len == before)
    tl_action_thread_add (self, TL_THREAD_AT (TL_ACTION_STEP_SHOWN_DONE, TL_LINK_STATE_MISSING, done, TL_TABLE_ACTION,
                                              self->action->facts),
                          tl_text_says (self->action->facts->recorded_in)
                            /* Translators: a record of the provider */
                            ? g_strdup_printf (_("Nothing linked to it shows that it was done. It is recorded in: %s."),
                                               self->action->facts->recorded_in)
                            : g_strdup (_("Nothing linked to it shows that it was done.")));

  n_since = add_evidence (self, TL_EVIDENCE_KIND_OUTCOME);
  if (done == TL_NO_DAY || self->action->proven != TL_NO_DAY)
    return;
  tl_action_thread_add (self, TL_THREAD_AT (TL_ACTION_STEP_SHOWN_WORKING, TL_LINK_STATE_MISSING, done, TL_TABLE_ACTION,
                                            self->action->facts),
                        n_since == 0 ? g_strdup_printf (_("No outcome recorded since done on %s."), day)
                                     : g_strdup_printf (_("Nothing since done on %s shows that it worked."), day));
}

/* ── Reviews ── */

typedef struct
{
  TlDay date;
  TlTable table;
  gconstpointer row;
} Look;

static int
compare_looks (gconstpointer a,
               gconstpointer b)
{
  const Look *first = a, *second = b;

  return first->date != second->date ? first->date - second->date : (int) first->table - (int) second->table;
}

static char *
name_review (const TlReviewFacts *review)
{
  return g_strdup (review->forum != NULL && review->forum->name != NULL ? review->forum->name : _("Review"));
}

static char *
say_challenge (const TlChallengeFacts *challenge,
               TlDay                   as_at,
               TlLinkState            *state)
{
  g_autofree char *forum = name_review (challenge->review);
  const char *question = tl_text_says (challenge->question) ? challenge->question : _("No question written down");
  gboolean answered = challenge->answered != TL_NO_DAY ? challenge->answered <= as_at : tl_text_says (challenge->answer);
  gboolean satisfied = challenge->satisfied == TL_FLAG_YES && challenge->satisfied_on <= as_at;

  *state = satisfied ? TL_LINK_STATE_SOUND : answered ? TL_LINK_STATE_WEAK : TL_LINK_STATE_MISSING;
  if (!answered)
    return g_strdup_printf (_("%1$s asked: “%2$s” It isn’t answered."), forum, question);
  if (satisfied)
    return g_strdup_printf (_("%1$s asked: “%2$s” Answered, and satisfied: “%3$s”"), forum, question,
                            challenge->answer != NULL ? challenge->answer : "");
  return g_strdup_printf (_("%1$s asked: “%2$s” Answered, not satisfied: “%3$s”"), forum, question,
                          challenge->answer != NULL ? challenge->answer : "");
}

static char *
say_decision (const TlDecisionFacts *decision)
{
  g_autofree char *forum = name_review (decision->review);
  const char *word = tl_word_label (TL_TYPE_DECISION_KIND, decision->decision);

  if (tl_text_says (decision->reason))
    /* Translators: a forum, what it decided such as "continue", and why */
    return g_strdup_printf (_("%1$s decided: %2$s. “%3$s”"), forum, word, decision->reason);
  return g_strdup_printf (_("%1$s decided: %2$s."), forum, word);
}

static char *
say_looked_at (const TlLookedAtFacts *looked_at)
{
  g_autofree char *forum = name_review (looked_at->review);
  const char *note = tl_text_says (looked_at->progress) ? looked_at->progress : looked_at->barrier;

  if (tl_text_says (note))
    /* Translators: a forum, and what it noted */
    return g_strdup_printf (_("%1$s looked at the risk: “%2$s”"), forum, note);
  return g_strdup_printf (_("%s looked at the risk and noted nothing."), forum);
}

static void
add_look (TlActionThread *self,
          const Look     *look)
{
  TlLinkState state = TL_LINK_STATE_SOUND;
  char *text;

  if (look->table == TL_TABLE_CHALLENGE)
    text = say_challenge (look->row, tl_action_thread_get_as_at (self), &state);
  else
    text = look->table == TL_TABLE_DECISION ? say_decision (look->row) : say_looked_at (look->row);
  tl_action_thread_add (self, TL_THREAD_AT (TL_ACTION_STEP_CHALLENGED, state, look->date, look->table, look->row), text);
}

static void
collect (const TlActionThread *self,
         GArray               *looks,
         const TlReviewFacts  *review,
         TlTable               table,
         gconstpointer         row)
{
  Look look = { .table = table, .row = row };

  if (review == NULL || review->date > tl_action_thread_get_as_at (self) || review->date < self->action->facts->agreed)
    return;
  look.date = review->date;
  g_array_append_val (looks, look);
}

/* Who has looked at the risk since the action was agreed, what they asked and what they decided. */
void
tl_action_thread_add_reviews (TlActionThread *self)
{
  const TlRiskFacts *risk = self->risk->facts;
  g_autoptr (GArray) looks = g_array_new (FALSE, FALSE, sizeof (Look));
  TlDay since = MAX (self->action->done, self->action->facts->agreed);

  for (guint i = 0; i < risk->looked_at.n; i++)
    {
      const TlLookedAtFacts *looked_at = risk->looked_at.rows[i];

      if (looked_at->review != NULL && !tl_review_left_something (looked_at->review, risk))
        collect (self, looks, looked_at->review, TL_TABLE_LOOKED_AT, looked_at);
    }
  for (guint i = 0; i < risk->challenges.n; i++)
    collect (self, looks, TL_FACTS_AT (risk->challenges, TlChallengeFacts, i)->review, TL_TABLE_CHALLENGE,
             risk->challenges.rows[i]);
  for (guint i = 0; i < risk->decisions.n; i++)
    collect (self, looks, TL_FACTS_AT (risk->decisions, TlDecisionFacts, i)->review, TL_TABLE_DECISION,
             risk->decisions.rows[i]);
  g_array_sort (looks, compare_looks);
  for (guint i = 0; i < looks->len; i++)
    add_look (self, &g_array_index (looks, Look, i));

  if (looks->len == 0 || g_array_index (looks, Look, looks->len - 1).date < since)
    {
      g_autofree char *day = since != TL_NO_DAY ? tl_format_day_long (since) : NULL;

      tl_action_thread_add (self, TL_THREAD_AT (TL_ACTION_STEP_CHALLENGED, TL_LINK_STATE_MISSING, since, TL_TABLE_RISK, risk),
                            day == NULL                       ? g_strdup (_("No review has looked at the risk."))
                            : self->action->done != TL_NO_DAY ? g_strdup_printf (_("No review has looked at the risk since it was done on %s."), day)
                                                              : g_strdup_printf (_("No review has looked at the risk since it was agreed on %s."), day));
    }
}
