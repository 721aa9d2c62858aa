/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-line.h"

#include <glib/gi18n-lib.h>

#include "tl-format.h"
#include "tl-ownership-rules.h"

static char *
describe (const TlRiskJudgement *risk)
{
  g_autofree char *support = NULL;

  if (risk->n_owners == 0)
    return g_strdup (_("No one answers for it"));
  if (risk->n_owners > 1)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u person is recorded as accountable",
                                         "%u people are recorded as accountable", risk->n_owners), risk->n_owners);
  if (risk->n_supporters == 0)
    /* Translators: an accountable owner's name */
    return g_strdup_printf (_("%s, no supporting role"), risk->owner->person->name);
  support = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u supporting role", "%u supporting roles",
                                          risk->n_supporters), risk->n_supporters);
  /* Translators: an accountable owner's name, how many supporting roles */
  return g_strdup_printf (_("%1$s, %2$s"), risk->owner->person->name, support);
}

static char *
list_owners (const TlJudge         *judge,
             const TlRiskJudgement *risk)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < risk->facts->ownerships.n; i++)
    {
      const TlOwnershipFacts *ownership = risk->facts->ownerships.rows[i];

      if (tl_ownership_is_current (judge, ownership, TL_PART_ACCOUNTABLE)
          && !g_ptr_array_find (names, ownership->person->name, NULL))
        g_ptr_array_add (names, (gpointer) ownership->person->name);
    }
  g_ptr_array_add (names, NULL);
  return tl_format_list ((const char * const *) names->pdata);
}

static void
judge_owners (TlLinkDraft           *draft,
              const TlRiskJudgement *risk)
{
  const TlOwnershipFacts *claim = tl_risk_find_dispute (draft->judge, risk);

  if (risk->n_owners > 1)
    {
      g_autofree char *owners = list_owners (draft->judge, risk);

      tl_link_draft_lack (draft, TL_LINK_STATE_WEAK, TL_REMEDY_HAND_OVER, NULL,
                          g_strdup_printf (_("%s are all recorded as accountable; only one person can answer for it."),
                                           owners));
    }
  if (tl_person_has_left (draft->judge, risk->owner->person))
    {
      g_autofree char *day = tl_format_day_long (risk->owner->person->until_date);

      tl_link_draft_lack (draft, TL_LINK_STATE_WEAK, TL_REMEDY_HAND_OVER, NULL,
                          g_strdup_printf (_("The post of %1$s ended on %2$s."), risk->owner->person->name, day));
    }
  if (claim != NULL)
    {
      g_autofree char *day = tl_format_day_long (claim->from_date);

      tl_link_draft_lack (draft, TL_LINK_STATE_WEAK, TL_REMEDY_HAND_OVER, NULL,
                          g_strdup_printf (_("%1$s was recorded on %2$s as claiming the lead, and nothing has settled it since."),
                                           claim->person->name, day));
    }
}

static void
judge_outsiders (TlLinkDraft           *draft,
                 const TlRiskJudgement *risk)
{
  for (guint i = 0; i < risk->n_actions; i++)
    {
      const TlActionJudgement *action = &risk->actions[i];
      const TlPersonFacts *person = action->facts->person;

      if (action->open && person != NULL && !tl_risk_is_on_map (draft->judge, risk->facts, person))
        tl_link_draft_lack (draft, TL_LINK_STATE_WEAK, TL_REMEDY_NAME_SUPPORT, person,
                            g_strdup_printf (_("%1$s is to do “%2$s”, but has no part in this risk."), person->name,
                                             action->facts->title));
    }
}

static gboolean
expects_evidence (const TlRiskJudgement *risk)
{
  for (guint i = 0; i < risk->n_expected; i++)
    {
      if (risk->expected[i].current)
        return TRUE;
    }
  return FALSE;
}

/**
 * tl_judge_owned:
 * @judge: a judge
 * @risk: a risk whose ownership, actions and expected evidence are settled
 * @link: (out): the judgement
 *
 * Judges whether one person answers for the risk, and those who work on it are named.
 */
void
tl_judge_owned (const TlJudge   *judge,
                TlRiskJudgement *risk,
                TlLinkJudgement *link)
{
  TlLinkDraft draft;

  tl_link_draft_init (&draft, judge);
  if (risk->owner == NULL)
    tl_link_draft_lack (&draft, TL_LINK_STATE_MISSING, TL_REMEDY_NAME_OWNER, NULL,
                        g_strdup (_("No one is accountable for this risk.")));
  else
    judge_owners (&draft, risk);
  if (risk->n_supporters == 0)
    tl_link_draft_lack (&draft, TL_LINK_STATE_WEAK, TL_REMEDY_NAME_SUPPORT, NULL,
                        g_strdup (_("No one is named in a supporting role.")));
  if (!expects_evidence (risk))
    tl_link_draft_lack (&draft, TL_LINK_STATE_WEAK, TL_REMEDY_EXPECT_EVIDENCE, NULL,
                        g_strdup (_("Nothing says which sources should report on it.")));
  judge_outsiders (&draft, risk);
  tl_link_draft_finish (&draft, describe (risk), link);
}
