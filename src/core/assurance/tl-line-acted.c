/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-line.h"

#include <glib/gi18n-lib.h>

#include "tl-format.h"

static char *
describe_overdue (const TlRiskJudgement *risk,
                  guint                  n_overdue,
                  int                    days)
{
  g_autofree char *length = tl_format_days (days);

  if (risk->n_actions == 1)
    /* Translators: for how long it is overdue ("9 days") */
    return g_strdup_printf (_("Its only action is %s overdue"), length);
  if (n_overdue == 1)
    /* Translators: how many actions, and for how long one of them is overdue ("9 days") */
    return g_strdup_printf (_("1 of %1$u actions is %2$s overdue"), risk->n_actions, length);
  /* Translators: how many actions of how many, and for how long one of them is overdue */
  return g_strdup_printf (_("%1$u of %2$u actions are overdue, one by %3$s"), n_overdue, risk->n_actions, length);
}

static char *
describe (const TlRiskJudgement *risk)
{
  guint n_overdue = 0, n_done = 0, n_proven = 0;
  int days = 0;

  for (guint i = 0; i < risk->n_actions; i++)
    {
      const TlActionJudgement *action = &risk->actions[i];

      n_overdue += action->days_overdue > 0;
      days = MAX (days, action->days_overdue);
      n_done += action->done != TL_NO_DAY;
      n_proven += action->proven != TL_NO_DAY;
    }

  if (risk->n_actions == 0)
    return g_strdup (_("No action"));
  if (n_overdue > 0)
    return describe_overdue (risk, n_overdue, days);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$u action, %2$u done, %3$u proven",
                                       "%1$u actions, %2$u done, %3$u proven", risk->n_actions),
                          risk->n_actions, n_done, n_proven);
}

static void
judge_action (TlLinkDraft             *draft,
              const TlActionJudgement *action)
{
  const char *title = action->facts->title;

  if (action->days_overdue > 0)
    {
      g_autofree char *days = tl_format_days (action->days_overdue);

      tl_link_draft_lack (draft, TL_LINK_STATE_WEAK, TL_REMEDY_UPDATE_ACTION, action->facts,
                          g_strdup_printf (_("“%1$s” is %2$s overdue."), title, days));
    }
  if (action->due == TL_NO_DAY)
    tl_link_draft_lack (draft, TL_LINK_STATE_WEAK, TL_REMEDY_SET_DUE, action->facts,
                        g_strdup_printf (_("“%s” has no due date."), title));
  if (action->facts->person == NULL)
    tl_link_draft_lack (draft, TL_LINK_STATE_WEAK, TL_REMEDY_SAY_WHO, action->facts,
                        g_strdup_printf (_("No one is named to do “%s”."), title));
  if (action->times_moved >= 2)
    tl_link_draft_lack (draft, TL_LINK_STATE_WEAK, TL_REMEDY_UPDATE_ACTION, action->facts,
                        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "“%1$s” has been put off %2$d time.",
                                                      "“%1$s” has been put off %2$d times.",
                                                      (gulong) action->times_moved),
                                         title, action->times_moved));
}

/**
 * tl_judge_acted:
 * @judge: a judge
 * @risk: a risk whose actions are settled
 * @link: (out): the judgement
 *
 * Judges whether there are actions, and the open ones are in hand.
 */
void
tl_judge_acted (const TlJudge   *judge,
                TlRiskJudgement *risk,
                TlLinkJudgement *link)
{
  TlLinkDraft draft;

  tl_link_draft_init (&draft, judge);
  if (risk->n_actions == 0)
    tl_link_draft_lack (&draft, TL_LINK_STATE_MISSING, TL_REMEDY_ADD_ACTION, NULL,
                        g_strdup (_("No action has been agreed.")));
  for (guint i = 0; i < risk->n_actions; i++)
    {
      if (risk->actions[i].open)
        judge_action (&draft, &risk->actions[i]);
    }
  tl_link_draft_finish (&draft, describe (risk), link);
}
