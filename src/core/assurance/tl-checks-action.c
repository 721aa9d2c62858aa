/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-checks.h"

#include <glib/gi18n-lib.h>

#include "tl-action-rules.h"
#include "tl-format.h"
#include "tl-ownership-rules.h"

#define UNPROVEN_DAYS 28
#define MOVED_TIMES 2

/* Adds a finding about an action. */
static void
add (TlCheckRun              *run,
     const TlRiskJudgement   *risk,
     const TlActionJudgement *action,
     char                    *text,
     const char              *settle)
{
  TlFinding *finding = tl_check_add (run, risk, text, settle);

  finding->subject = action->facts->base.ref;
  finding->place = action->facts->place;
}

/* Nobody does an open action, or whoever should has left. */
void
tl_check_action_unowned (TlCheckRun            *run,
                         const TlRiskJudgement *risk)
{
  for (guint i = 0; i < risk->n_actions; i++)
    {
      const TlActionJudgement *action = &risk->actions[i];
      const TlPersonFacts *person = action->facts->person;

      if (!action->open)
        continue;
      if (person == NULL)
        add (run, risk, action, g_strdup_printf (_("No one is named to do “%s”."), action->facts->title),
             _("Name one person to do it."));
      else if (tl_person_has_left (run->judge, person))
        {
          g_autofree char *day = tl_format_day_long (person->until_date);

          add (run, risk, action,
               g_strdup_printf (_("%1$s, who is to do “%2$s”, left the post on %3$s."), person->name, action->facts->title, day),
               _("Give the action to somebody in post."));
        }
    }
}

/* An open action has no due date. */
void
tl_check_action_undated (TlCheckRun            *run,
                         const TlRiskJudgement *risk)
{
  for (guint i = 0; i < risk->n_actions; i++)
    {
      const TlActionJudgement *action = &risk->actions[i];

      if (action->open && action->due == TL_NO_DAY)
        add (run, risk, action, g_strdup_printf (_("“%s” has no due date."), action->facts->title), _("Set a due date."));
    }
}

/* An open action is with somebody who has no part in the risk. */
void
tl_check_action_outside_map (TlCheckRun            *run,
                             const TlRiskJudgement *risk)
{
  for (guint i = 0; i < risk->n_actions; i++)
    {
      const TlActionJudgement *action = &risk->actions[i];
      const TlPersonFacts *person = action->facts->person;

      if (action->open && person != NULL && !tl_risk_is_on_map (run->judge, risk->facts, person))
        add (run, risk, action,
             g_strdup_printf (_("%1$s is to do “%2$s”, but has no part in this risk."), person->name, action->facts->title),
             _("Name them in a supporting role, or give the action to somebody who has one."));
    }
}

/* An open action was due before today. */
void
tl_check_action_overdue (TlCheckRun            *run,
                         const TlRiskJudgement *risk)
{
  for (guint i = 0; i < risk->n_actions; i++)
    {
      const TlActionJudgement *action = &risk->actions[i];
      g_autofree char *days = NULL;

      if (action->days_overdue == 0)
        continue;
      days = tl_format_days (action->days_overdue);
      add (run, risk, action, g_strdup_printf (_("“%1$s” is %2$s overdue."), action->facts->title, days),
           _("Do it, or agree a new date and say why."));
    }
}

/* An open action was put off twice or more. */
void
tl_check_action_moved (TlCheckRun            *run,
                       const TlRiskJudgement *risk)
{
  for (guint i = 0; i < risk->n_actions; i++)
    {
      const TlActionJudgement *action = &risk->actions[i];

      if (action->open && action->times_moved >= MOVED_TIMES)
        add (run, risk, action,
             g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "“%1$s” has been put off %2$d time.",
                                           "“%1$s” has been put off %2$d times.", (gulong) action->times_moved),
                              action->facts->title, action->times_moved),
             _("Find out what holds it up, and remove that."));
    }
}

/* An open corrective action doesn't say what it is for. */
void
tl_check_action_no_result (TlCheckRun            *run,
                           const TlRiskJudgement *risk)
{
  for (guint i = 0; i < risk->n_actions; i++)
    {
      const TlActionJudgement *action = &risk->actions[i];

      if (action->open && tl_action_get_purpose (action->facts) == TL_PURPOSE_CORRECTIVE
          && !tl_text_says (action->facts->expected_result))
        add (run, risk, action, g_strdup_printf (_("“%s” doesn’t say what it should bring about."), action->facts->title),
             _("Write what will be different once it is done."));
    }
}

/* Evidence about the risk as a whole may stand for an action that none names, if it came after. */
static gboolean
is_borne_out (const TlRiskJudgement   *risk,
              const TlActionJudgement *action)
{
  if (action->proven != TL_NO_DAY)
    return TRUE;
  for (guint i = risk->n_evidence; i > 0; i--)
    {
      const TlEvidenceItem *item = &risk->evidence[i - 1];

      if (item->date <= action->done)
        break;
      if (item->kind == TL_EVIDENCE_KIND_OUTCOME && item->verdict == TL_VERDICT_SUPPORTS
          && (item->facts == NULL || item->facts->actions.n == 0))
        return TRUE;
    }
  return FALSE;
}

/* An action was done four weeks ago or more, and nothing shows that it worked. */
void
tl_check_action_unproven (TlCheckRun            *run,
                          const TlRiskJudgement *risk)
{
  for (guint i = 0; i < risk->n_actions; i++)
    {
      const TlActionJudgement *action = &risk->actions[i];
      g_autofree char *day = NULL;

      if (action->done == TL_NO_DAY || run->judge->as_at - action->done < UNPROVEN_DAYS || is_borne_out (risk, action))
        continue;
      day = tl_format_day_long (action->done);
      add (run, risk, action,
           g_strdup_printf (_("“%1$s” was done on %2$s, but nothing shows that it worked."), action->facts->title, day),
           _("Record outcome evidence and link it to the action."));
    }
}
