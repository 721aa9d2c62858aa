/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-action-thread-private.h"

#include <glib/gi18n-lib.h>

#include "tl-format.h"
#include "tl-judge.h"

static void
free_step (TlActionStep *step)
{
  g_free (step->text);
  g_free (step);
}

TlDay
tl_action_thread_get_as_at (const TlActionThread *self)
{
  return tl_assessment_get_as_at (self->assessment);
}

/* Takes the text. */
void
tl_action_thread_add (TlActionThread     *self,
                      const TlActionStep *at,
                      char               *text)
{
  TlActionStep *step = g_memdup2 (at, sizeof *at);

  step->text = text;
  if (step->row == NULL)
    step->table = TL_NO_TABLE;
  g_ptr_array_add (self->steps, step);
}

/* ── What the line says ── */

/* A sentence, then what keeps the link from being sound, in the line's own words. */
static char *
with_lacking (const char            *sentence,
              const TlLinkJudgement *link)
{
  g_autofree char *lacking = g_strjoinv (" ", link->lacking);

  if (sentence == NULL || *lacking == '\0')
    return g_strdup (sentence != NULL ? sentence : lacking);
  return g_strdup_printf ("%s %s", sentence, lacking);
}

static const TlLinkJudgement *
get_link (const TlActionThread *self,
          TlLineLink            link)
{
  return &self->risk->line[link - 1];
}

static void
add_concern (TlActionThread *self)
{
  const TlLinkJudgement *link = get_link (self, TL_LINE_LINK_FOUND);
  g_autofree char *issue = NULL;

  if (tl_text_says (self->risk->facts->baseline_issue))
    /* Translators: what was wrong, in the words of the workbook */
    issue = g_strdup_printf (_("“%s”"), self->risk->facts->baseline_issue);
  tl_action_thread_add (self, TL_THREAD_AT (TL_ACTION_STEP_CONCERN, link->state, self->risk->opened, TL_TABLE_RISK,
                                            self->risk->facts),
                        with_lacking (issue, link));
}

static char *
say_owner (const TlOwnershipFacts *owner,
           gboolean                over)
{
  const char *name = owner->person != NULL && owner->person->name != NULL ? owner->person->name : _("Somebody unnamed");
  g_autofree char *from = owner->from_date != TL_NO_DAY ? tl_format_day_long (owner->from_date) : NULL;
  g_autofree char *until = over ? tl_format_day_long (owner->until_date) : NULL;

  if (over && from != NULL)
    /* Translators: a person, the first day, and the day on which it ended */
    return g_strdup_printf (_("%1$s answered for it from %2$s until %3$s."), name, from, until);
  if (over)
    return g_strdup_printf (_("%1$s answered for it until %2$s."), name, until);
  if (from != NULL)
    return g_strdup_printf (_("%1$s has answered for it since %2$s."), name, from);
  return g_strdup_printf (_("%s answers for it."), name);
}

/* Everyone who has answered for the risk since the action was agreed, and whether someone does now. */
static void
add_owner (TlActionThread *self)
{
  const TlLinkJudgement *link = get_link (self, TL_LINE_LINK_OWNED);
  const TlFactsList *ownerships = &self->risk->facts->ownerships;
  TlDay as_at = tl_action_thread_get_as_at (self), agreed = self->action->facts->agreed;

  for (guint i = 0; i < ownerships->n; i++)
    {
      const TlOwnershipFacts *owner = ownerships->rows[i];
      gboolean over = owner->until_date != TL_NO_DAY && owner->until_date <= as_at;

      if (owner->part != TL_PART_ACCOUNTABLE || owner->from_date > as_at || (over && owner->until_date <= agreed))
        continue;
      tl_action_thread_add (self, TL_THREAD_AT (TL_ACTION_STEP_OWNER,
                                                self->risk->owner == owner ? link->state : TL_LINK_STATE_SOUND,
                                                owner->from_date, TL_TABLE_OWNERSHIP, owner),
                            say_owner (owner, over));
    }
  if (self->risk->owner == NULL || link->state != TL_LINK_STATE_SOUND)
    tl_action_thread_add (self, TL_THREAD_AT (TL_ACTION_STEP_OWNER, link->state, TL_NO_DAY, TL_TABLE_RISK, self->risk->facts),
                          with_lacking (NULL, link));
}

static void
add_measure (TlActionThread *self)
{
  const TlLinkJudgement *link = get_link (self, TL_LINE_LINK_IMPROVED);
  const TlMeasureJudgement *measure = self->risk->primary;
  g_autofree char *sentence = NULL;

  if (measure != NULL)
    /* Translators: a measure, and its latest value and change, as in "“Entries complete”: 97.1 %, from 88.4 %: improved." */
    sentence = g_strdup_printf (_("“%1$s”: %2$s."), measure->facts->title, link->ground);
  tl_action_thread_add (self, TL_THREAD_AT (TL_ACTION_STEP_MEASURE, link->state,
                                            measure != NULL && measure->latest != NULL ? measure->latest->start : TL_NO_DAY,
                                            TL_TABLE_MEASURE, measure != NULL ? measure->facts : NULL),
                        with_lacking (sentence, link));
}

static void
add_lasted (TlActionThread *self)
{
  const TlLinkJudgement *link = get_link (self, TL_LINE_LINK_SUSTAINED);
  const TlMeasureJudgement *measure = self->risk->primary;
  g_autofree char *sentence = link->state == TL_LINK_STATE_SOUND ? g_strdup_printf ("%s.", link->ground) : NULL;
  g_autofree char *lacking = with_lacking (sentence, link);
  g_autofree char *day = NULL;
  TlLinkState state = link->state;

  if (self->risk->reopened_on != TL_NO_DAY && self->risk->reopened_on >= self->action->facts->agreed)
    {
      day = tl_format_day_long (self->risk->reopened_on);
      sentence = g_steal_pointer (&lacking);
      lacking = g_strdup_printf (_("The risk came back and was reopened on %1$s. %2$s"), day, sentence);
      state = MIN (state, TL_LINK_STATE_WEAK);
    }
  tl_action_thread_add (self, TL_THREAD_AT (TL_ACTION_STEP_LASTED, state, measure != NULL ? measure->held_since : TL_NO_DAY,
                                            TL_TABLE_MEASURE, measure != NULL ? measure->facts : NULL),
                        g_steal_pointer (&lacking));
}

/* ── */

/**
 * tl_action_thread_new:
 * @assessment: what is concluded
 * @risk: a risk of it
 * @action: an action of the risk
 *
 * Follows one action: what was wrong, who answers for it, what was agreed and became of it, what shows that it was done
 * and that it worked, who looked, and whether it lasted. What isn't there is a step, too.
 *
 * Returns: (transfer full): its thread
 */
TlActionThread *
tl_action_thread_new (TlAssessment            *assessment,
                      const TlRiskJudgement   *risk,
                      const TlActionJudgement *action)
{
  TlActionThread *self = g_new0 (TlActionThread, 1);

  self->assessment = tl_assessment_ref (assessment);
  self->risk = risk;
  self->action = action;
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) free_step);
  add_concern (self);
  add_owner (self);
  tl_action_thread_add_action (self);
  tl_action_thread_add_proof (self);
  add_measure (self);
  tl_action_thread_add_reviews (self);
  add_lasted (self);

  return self;
}

/**
 * tl_action_thread_find:
 * @assessment: what is concluded
 * @action: the id of an action
 *
 * Returns: (transfer full) (nullable): the thread of an action; %NULL when nothing is concluded of it
 */
TlActionThread *
tl_action_thread_find (TlAssessment *assessment,
                       const TlId   *action)
{
  const TlActionFacts *facts = tl_snapshot_find (tl_assessment_get_snapshot (assessment), TL_TABLE_ACTION, action);
  const TlRiskJudgement *risk = NULL;

  if (facts != NULL && facts->risk != NULL)
    risk = tl_assessment_find_risk (assessment, &facts->risk->base.id);
  for (guint i = 0; risk != NULL && i < risk->n_actions; i++)
    if (risk->actions[i].facts == facts)
      return tl_action_thread_new (assessment, risk, &risk->actions[i]);
  return NULL;
}

void
tl_action_thread_free (TlActionThread *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->steps);
  tl_assessment_unref (self->assessment);
  g_free (self);
}

const TlActionStep *
tl_action_thread_get_step (const TlActionThread *self,
                           guint                 index)
{
  g_return_val_if_fail (index < self->steps->len, NULL);

  return g_ptr_array_index (self->steps, index);
}

/**
 * tl_action_thread_count_missing:
 * @self: a thread
 *
 * Returns: how many gaps it has
 */
guint
tl_action_thread_count_missing (const TlActionThread *self)
{
  guint n = 0;

  for (guint i = 0; i < self->steps->len; i++)
    n += tl_action_thread_get_step (self, i)->state == TL_LINK_STATE_MISSING;
  return n;
}

/**
 * tl_action_thread_describe:
 * @self: a thread
 *
 * Returns: (transfer full): how long it is and where it breaks first, a sentence or two
 */
char *
tl_action_thread_describe (const TlActionThread *self)
{
  guint n = tl_action_thread_count_missing (self);
  g_autofree char *steps = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u step", "%u steps", self->steps->len),
                                            self->steps->len);

  if (n == 0)
    /* Translators: how many steps a thread has */
    return g_strdup_printf (_("%s, nothing missing on the way."), steps);
  for (guint i = 0; i < self->steps->len; i++)
    {
      const TlActionStep *step = tl_action_thread_get_step (self, i);

      if (step->state == TL_LINK_STATE_MISSING)
        return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s, %2$u gap. %3$s", "%1$s, %2$u gaps. The first: %3$s", n),
                                steps, n, step->text);
    }
  g_return_val_if_reached (NULL);
}

static const char * const labels[][2] = {
  [TL_ACTION_STEP_CONCERN] = { NC_("thread", "Concern"), NC_("thread", "What was wrong?") },
  [TL_ACTION_STEP_OWNER] = { NC_("thread", "Owner"), NC_("thread", "Who answers for it?") },
  [TL_ACTION_STEP_AGREED] = { NC_("thread", "Agreed"), NC_("thread", "What was to be done?") },
  [TL_ACTION_STEP_EVENT] = { NC_("thread", "Carried out"), NC_("thread", "What became of it?") },
  [TL_ACTION_STEP_SHOWN_DONE] = { NC_("thread", "Shown to be done"), NC_("thread", "What shows that it was done?") },
  [TL_ACTION_STEP_SHOWN_WORKING] = { NC_("thread", "Shown to work"), NC_("thread", "What changed for people?") },
  [TL_ACTION_STEP_MEASURE] = { NC_("thread", "Measure"), NC_("thread", "Is the measure better?") },
  [TL_ACTION_STEP_CHALLENGED] = { NC_("thread", "Looked at"), NC_("thread", "Who asked, and what was decided?") },
  [TL_ACTION_STEP_LASTED] = { NC_("thread", "Lasted"), NC_("thread", "Has it lasted?") },
};

/**
 * tl_action_step_get_label:
 * @kind: what a step is about
 *
 * Returns: that in a word or two
 */
const char *
tl_action_step_get_label (TlActionStepKind kind)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "thread", labels[kind][0]);
}

/**
 * tl_action_step_get_question:
 * @kind: what a step is about
 *
 * Returns: the question that such steps answer
 */
const char *
tl_action_step_get_question (TlActionStepKind kind)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "thread", labels[kind][1]);
}
