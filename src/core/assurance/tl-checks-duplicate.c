/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-checks.h"

#include <glib/gi18n-lib.h>

static void
found_alike_cb (gconstpointer key,
                gconstpointer other,
                gpointer      data)
{
  TlCheckRun *run = data;
  const TlActionFacts *a = other, *b = key;
  TlFinding *finding;
  char *text;
  int order;

  if (a->place != NULL && b->place != NULL && a->place != b->place)
    return;
  order = a->risk != b->risk ? tl_facts_compare (TL_TABLE_RISK, &a->risk->base, &b->risk->base)
                             : tl_facts_compare (TL_TABLE_ACTION, &a->base, &b->base);
  if (order > 0)
    {
      a = key;
      b = other;
    }
  if (a->risk == b->risk)
    text = g_strdup_printf (_("“%1$s” and “%2$s” look like the same action."), a->title, b->title);
  else
    text = g_strdup_printf (_("“%1$s” and “%2$s”, of the risk “%3$s”, look like the same action."), a->title, b->title,
                            b->risk->title);
  finding = tl_check_add_across (run, NULL, a->risk, b->risk, text, _("Merge them, or say how they differ."));
  finding->risk = a->risk;
  finding->subject = a->base.ref;
  finding->other = b->base.ref;
  finding->place = a->place != NULL ? a->place : b->place;
}

static gboolean
is_counted (const TlRiskJudgement  *risk,
            const TlActionJudgement *action)
{
  return risk->state == TL_RISK_STATE_OPEN && action->open;
}

/* Two open actions say much the same, at one place or without one; each pair once, across open risks too. */
void
tl_check_action_duplicate (TlCheckRun            *run,
                           const TlRiskJudgement *risk)
{
  for (guint i = 0; i < run->n_risks; i++)
    {
      const TlRiskJudgement *one = run->risks[i];

      for (guint j = 0; tl_touched_has (run->touched, one->facts) && j < one->n_actions; j++)
        {
          if (is_counted (one, &one->actions[j]))
            tl_alike_add (run->actions, one->facts, one->actions[j].facts, one->actions[j].facts->title, found_alike_cb, run);
        }
    }
}
