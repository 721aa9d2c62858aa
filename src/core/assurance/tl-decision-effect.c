/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-decision-effect.h"

#include <glib/gi18n-lib.h>

#include "tl-assessment-private.h"
#include "tl-course.h"
#include "tl-decision-rules.h"
#include "tl-format.h"
#include "tl-place-rules.h"
#include "tl-review-rules.h"

/* What is asked about, and what was found. */
typedef struct
{
  const TlJudge *judge;
  const TlAssessment *assessment;
  const TlRiskJudgement *risk;
  const TlDecisionFacts *decision;
  TlDay day;
  TlDecisionEffect *effect;
} Asking;

static void
ground_free (gpointer data)
{
  TlEffectGround *ground = data;

  g_free (ground->text);
  g_free (ground);
}

static void
add (Asking   *asking,
     gboolean  shows,
     char     *text)
{
  TlEffectGround *ground = g_new (TlEffectGround, 1);

  *ground = (TlEffectGround) { shows, text };
  g_ptr_array_add (asking->effect->grounds, ground);
}

/* Takes over the day's words. */
static void
add_dated (Asking     *asking,
           gboolean    shows,
           const char *words,
           TlDay       day)
{
  g_autofree char *text = tl_format_day_long (day);
  g_auto (GStrv) parts = g_strsplit (words, "%s", 2);

  add (asking, shows, g_strjoinv (text, parts));
}

/* Of some grounds all show, some do, or none does. */
static TlEffect
weigh (Asking *asking)
{
  guint n = 0;

  for (guint i = 0; i < asking->effect->grounds->len; i++)
    n += ((TlEffectGround *) g_ptr_array_index (asking->effect->grounds, i))->shows;
  if (n == 0)
    return TL_EFFECT_NOTHING_RECORDED;
  return n == asking->effect->grounds->len ? TL_EFFECT_TAKEN : TL_EFFECT_PARTLY;
}

/* ── Going on, changing, reopening ────────────────────────────────────────── */

static guint
count_evidence (Asking *asking)
{
  guint n = 0;

  for (guint i = 0; i < asking->risk->n_evidence; i++)
    n += asking->risk->evidence[i].date >= asking->day;
  return n;
}

static void
ask_work (Asking             *asking,
          const TlPlaceFacts *place)
{
  guint n = tl_risk_count_work_since (asking->judge, asking->risk, place, asking->day);

  if (n == 0)
    add (asking, FALSE,
         place == NULL ? g_strdup (_("no action agreed or changed since"))
                       /* Translators: %s is a place */
                       : g_strdup_printf (_("no action at %s agreed or changed since"), place->name));
  else if (place == NULL)
    add (asking, TRUE, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u action agreed or changed since",
                                                     "%u actions agreed or changed since", n), n));
  else
    add (asking, TRUE, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$u action at %2$s agreed or changed since",
                                                     "%1$u actions at %2$s agreed or changed since", n), n, place->name));
}

/* A place that was named is to be seen by itself: the first figure or item of evidence that is of it alone. */
static void
ask_shown (Asking             *asking,
           const TlPlaceFacts *place)
{
  TlDay first = TL_NO_DAY;

  for (guint i = 0; i < asking->risk->facts->measures.n; i++)
    {
      const TlMeasureFacts *measure = asking->risk->facts->measures.rows[i];

      for (guint j = 0; j < measure->readings.n; j++)
        {
          const TlReadingFacts *reading = measure->readings.rows[j];

          if (reading->place != NULL && reading->date >= asking->day && tl_judge_knows (asking->judge, reading->date)
              && tl_place_is_within (reading->place, place))
            first = tl_day_earliest (first, reading->date);
        }
    }
  for (guint i = 0; i < asking->risk->n_evidence; i++)
    {
      const TlEvidenceItem *item = &asking->risk->evidence[i];
      const TlPlaceFacts *at = tl_evidence_item_get_place (item);

      if (at != NULL && item->date >= asking->day && tl_place_is_within (at, place))
        first = tl_day_earliest (first, item->date);
    }
  if (first == TL_NO_DAY)
    /* Translators: %s is a place */
    add (asking, FALSE, g_strdup_printf (_("nothing shown of %s since"), place->name));
  else
    {
      g_autofree char *day = tl_format_day_long (first);

      /* Translators: a place, the day of the first figure or evidence of it */
      add (asking, TRUE, g_strdup_printf (_("%1$s shown since %2$s"), place->name, day));
    }
}

static TlEffect
ask_change (Asking *asking)
{
  const TlPlaceFacts *place = asking->decision->place;

  if (place != NULL)
    ask_shown (asking, place);
  ask_work (asking, place);
  return weigh (asking);
}

/* Going on shows in what is done or in what comes in. */
static TlEffect
ask_continue (Asking *asking)
{
  guint n_work = tl_risk_count_work_since (asking->judge, asking->risk, asking->decision->place, asking->day);
  guint n = count_evidence (asking);

  if (n_work > 0)
    ask_work (asking, asking->decision->place);
  if (n > 0)
    add (asking, TRUE, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u item of evidence since",
                                                     "%u items of evidence since", n), n));
  if (n_work == 0 && n == 0)
    add (asking, FALSE, g_strdup (_("nothing recorded since")));
  return weigh (asking);
}

static TlEffect
ask_reopen (Asking *asking)
{
  if (asking->risk->state != TL_RISK_STATE_OPEN)
    {
      add_dated (asking, FALSE, _("ended again on %s"), asking->risk->ended_on);
      return TL_EFFECT_UNDONE;
    }
  ask_work (asking, NULL);
  return weigh (asking);
}

/* ── Escalating, reducing oversight ───────────────────────────────────────── */

static TlEffect
ask_escalate (Asking *asking)
{
  const TlReviewFacts *review = tl_decision_find_taken_up (asking->judge, asking->decision, G_MAXINT);
  g_autofree char *title = NULL;

  if (review == NULL)
    {
      add (asking, FALSE, g_strdup (_("no provider review has looked at it since")));
      return TL_EFFECT_NOTHING_RECORDED;
    }
  title = tl_review_dup_title (review);
  /* Translators: %s is a forum and a day */
  add (asking, TRUE, g_strdup_printf (_("taken up by %s"), title));
  return TL_EFFECT_TAKEN;
}

/* How often and until when, and whether the outcome still allows it. */
static TlEffect
ask_reduced (Asking *asking)
{
  const TlDecisionFacts *decision = asking->decision;
  gboolean said = decision->review_every != TL_INTERVAL_NONE && decision->until_date != TL_NO_DAY;
  g_autofree char *until = said ? tl_format_day_long (decision->until_date) : NULL;

  if (!said)
    add (asking, FALSE, g_strdup (_("how often, and until when, wasn’t recorded")));
  else if (decision->until_date <= asking->judge->as_at)
    /* Translators: how often ("quarterly"), a day */
    add (asking, TRUE, g_strdup_printf (_("was reviewed %1$s until %2$s"),
                                        tl_word_label (TL_TYPE_INTERVAL, (int) decision->review_every), until));
  else
    /* Translators: how often ("quarterly"), a day */
    add (asking, TRUE, g_strdup_printf (_("reviewed %1$s until %2$s"),
                                        tl_word_label (TL_TYPE_INTERVAL, (int) decision->review_every), until));
  if (tl_risk_is_well (asking->risk) && asking->risk->primary != NULL)
    {
      add (asking, TRUE, g_strdup (_("the outcome is still met, holding and even")));
      return weigh (asking);
    }
  add (asking, FALSE, g_strdup (_("the outcome isn’t met, holding and even")));
  return TL_EFFECT_UNDONE;
}

/* ── Ending ───────────────────────────────────────────────────────────────── */

/* What the checks find on a closed risk says that the closing doesn't hold. */
static guint
add_findings (Asking *asking)
{
  guint n = 0;

  for (guint i = 0; i < tl_assessment_get_n_findings (asking->assessment); i++)
    {
      const TlFinding *finding = tl_assessment_get_finding (asking->assessment, i);

      if (finding->risk != asking->risk->facts || finding->severity != TL_SEVERITY_ACT)
        continue;
      add (asking, FALSE, g_strdup (finding->text));
      n++;
    }
  return n;
}

static TlEffect
ask_ended (Asking *asking)
{
  if (asking->risk->state == TL_RISK_STATE_OPEN)
    {
      add_dated (asking, FALSE, _("reopened on %s"), asking->risk->reopened_on);
      return TL_EFFECT_UNDONE;
    }
  if (add_findings (asking) > 0)
    return TL_EFFECT_UNDONE;
  if (asking->decision->decision == TL_DECISION_KIND_CLOSE)
    add_dated (asking, TRUE, _("closed since %s, and nothing asks for reopening"), asking->day);
  else
    add_dated (asking, TRUE, _("ended since %s"), asking->day);
  return TL_EFFECT_TAKEN;
}

/* What goes on in another risk must be followed there. */
static TlEffect
ask_passed_on (Asking *asking)
{
  const TlRiskFacts *other = asking->decision->other_risk;
  g_autofree char *name = NULL;
  const TlRiskJudgement *judgement;

  if (asking->risk->state == TL_RISK_STATE_OPEN)
    return ask_ended (asking);
  if (other == NULL)
    {
      add (asking, FALSE, g_strdup (_("the risk that goes on in its place isn’t named")));
      return TL_EFFECT_NOTHING_RECORDED;
    }
  name = tl_format_risk (other);
  judgement = tl_assessment_find_risk (asking->assessment, &other->base.id);
  if (judgement != NULL && judgement->last_looked_at >= asking->day)
    {
      /* Translators: %s is a risk */
      add (asking, TRUE, g_strdup_printf (_("followed under %s"), name));
      return TL_EFFECT_TAKEN;
    }
  /* Translators: %s is a risk */
  add (asking, FALSE, g_strdup_printf (_("no review has looked at %s since"), name));
  return TL_EFFECT_NOTHING_RECORDED;
}

static TlEffect
ask (Asking *asking)
{
  switch ((int) asking->decision->decision)
    {
    case TL_DECISION_KIND_CHANGE:
      return ask_change (asking);
    case TL_DECISION_KIND_ESCALATE:
      return ask_escalate (asking);
    case TL_DECISION_KIND_REDUCE_OVERSIGHT:
      return ask_reduced (asking);
    case TL_DECISION_KIND_REOPEN:
      return ask_reopen (asking);
    case TL_DECISION_KIND_MERGE:
    case TL_DECISION_KIND_SUPERSEDE:
      return ask_passed_on (asking);
    case TL_DECISION_KIND_CLOSE:
    case TL_DECISION_KIND_NO_LONGER_APPLIES:
    case TL_DECISION_KIND_ACCEPT_RISK:
      return ask_ended (asking);
    default:
      return ask_continue (asking);
    }
}

/**
 * tl_decision_effect_new:
 * @assessment: what is concluded
 * @decision: a decision of a review that has taken place, on a risk that is judged there
 *
 * Says whether a decision took effect, from nothing but what is recorded on its own day or since: to *change*, an action
 * was agreed, done, moved or reopened, at the place that it names if it names one, and that place is shown by itself; to
 * *escalate*, another provider-level review looked at the risk; to *reduce oversight*, it says how often and until when,
 * and the outcome is still met, holding and even; to *close* or end otherwise, it wasn't reopened and nothing asks for
 * that; to *merge* or *supersede*, a review looked at the risk that goes on; to *reopen*, work began again; to *continue*,
 * work or evidence came.
 *
 * Returns: (transfer full) (nullable): the conclusion and its grounds; %NULL when the risk doesn't exist that day
 */
TlDecisionEffect *
tl_decision_effect_new (const TlAssessment    *assessment,
                        const TlDecisionFacts *decision)
{
  Asking asking = {
    .judge = &assessment->judge, .assessment = assessment, .decision = decision, .day = decision->review->date,
  };
  TlDecisionEffect *self;

  asking.risk = tl_assessment_find_risk (assessment, &decision->risk->base.id);
  if (asking.risk == NULL)
    return NULL;
  self = asking.effect = g_new0 (TlDecisionEffect, 1);
  self->decision = decision->base.id;
  self->risk = decision->risk->base.id;
  self->kind = decision->decision;
  self->day = decision->review->date;
  self->title = tl_format_risk (decision->risk);
  self->reason = g_strdup (decision->reason);
  self->grounds = g_ptr_array_new_with_free_func (ground_free);
  self->effect = ask (&asking);
  return self;
}

void
tl_decision_effect_free (TlDecisionEffect *self)
{
  g_free (self->title);
  g_free (self->reason);
  g_ptr_array_unref (self->grounds);
  g_free (self);
}

/**
 * tl_decision_effect_list:
 * @assessment: what is concluded
 * @review: (nullable): a review, usually the last one of the same forum
 *
 * Returns: (transfer full) (element-type TlDecisionEffect): each of its decisions, in the order of its agenda
 */
GPtrArray *
tl_decision_effect_list (const TlAssessment  *assessment,
                         const TlReviewFacts *review)
{
  GPtrArray *effects = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_decision_effect_free);
  g_autoptr (GPtrArray) risks = NULL;

  if (review == NULL || !tl_review_is_held (review, assessment->judge.as_at))
    return effects;
  risks = tl_review_list_risks (review);
  for (guint i = 0; i < risks->len; i++)
    for (guint j = 0; j < review->decisions.n; j++)
      {
        const TlDecisionFacts *decision = review->decisions.rows[j];
        TlDecisionEffect *effect;

        if (decision->risk != g_ptr_array_index (risks, i))
          continue;
        effect = tl_decision_effect_new (assessment, decision);
        if (effect != NULL)
          g_ptr_array_add (effects, effect);
      }
  return effects;
}

/**
 * tl_decision_effect_dup_count:
 * @effects: (element-type TlDecisionEffect): decisions
 *
 * Returns: (transfer full): how many took effect, as in "3 of 4 took effect"
 */
char *
tl_decision_effect_dup_count (GPtrArray *effects)
{
  guint n = 0;

  for (guint i = 0; i < effects->len; i++)
    n += ((TlDecisionEffect *) g_ptr_array_index (effects, i))->effect == TL_EFFECT_TAKEN;
  if (effects->len == 0)
    return g_strdup (_("no decisions last time"));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$u of %2$u took effect", "%1$u of %2$u took effect", effects->len),
                          n, effects->len);
}

/**
 * tl_effect_get_words:
 * @effect: whether a decision changed anything
 *
 * Returns: (transfer none): in a few words
 */
const char *
tl_effect_get_words (TlEffect effect)
{
  switch (effect)
    {
    case TL_EFFECT_TAKEN:
      return _("took effect");
    case TL_EFFECT_PARTLY:
      return _("took effect in part");
    case TL_EFFECT_UNDONE:
      return _("doesn’t hold");
    case TL_EFFECT_NOTHING_RECORDED:
    default:
      return _("no effect recorded");
    }
}
