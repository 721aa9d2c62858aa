/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-checks.h"

#include <glib/gi18n-lib.h>

#include "tl-evidence-rules.h"
#include "tl-format.h"
#include "tl-load.h"
#include "tl-ownership-rules.h"

#define TURNOVER_DAYS 184
#define TURNOVER_OWNERS 3
#define WITNESS_ITEMS 2

/* Nobody answers for the risk. */
void
tl_check_owner_missing (TlCheckRun            *run,
                        const TlRiskJudgement *risk)
{
  if (risk->n_owners == 0)
    tl_check_add (run, risk, g_strdup (_("No one is accountable for this risk.")), _("Name one accountable owner."));
}

/* More than one person is recorded as accountable, after a merge or an import. */
void
tl_check_owner_several (TlCheckRun            *run,
                        const TlRiskJudgement *risk)
{
  if (risk->n_owners >= 2)
    tl_check_add (run, risk,
                  g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u person is recorded as accountable at the same time.",
                                                "%u people are recorded as accountable at the same time.", risk->n_owners),
                                   risk->n_owners),
                  _("Settle on one accountable owner and end the others’ part."));
}

/* An accountable owner's own post has ended; each of several is told. */
void
tl_check_owner_left (TlCheckRun            *run,
                     const TlRiskJudgement *risk)
{
  for (guint i = 0; i < risk->facts->ownerships.n; i++)
    {
      const TlOwnershipFacts *ownership = risk->facts->ownerships.rows[i];
      g_autofree char *day = NULL;

      if (!tl_ownership_is_current (run->judge, ownership, TL_PART_ACCOUNTABLE)
          || !tl_person_has_left (run->judge, ownership->person))
        continue;
      day = tl_format_day_long (ownership->person->until_date);
      tl_check_add (run, risk, g_strdup_printf (_("%1$s is accountable, but left the post on %2$s."),
                                                ownership->person->name, day),
                    _("Hand the risk over to somebody in post."))->subject = ownership->person->base.ref;
    }
}

/* Somebody else was recorded as claiming the lead. */
void
tl_check_owner_disputed (TlCheckRun            *run,
                         const TlRiskJudgement *risk)
{
  const TlOwnershipFacts *claim = tl_risk_find_dispute (run->judge, risk);
  g_autofree char *day = NULL;

  if (claim == NULL)
    return;
  day = tl_format_day_long (claim->from_date);
  tl_check_add (run, risk, g_strdup_printf (_("%1$s is accountable, but %2$s was recorded on %3$s as claiming the lead."),
                                            risk->owner->person->name, claim->person->name, day),
                _("Hand the risk over, or let a review decide who leads."))->subject = claim->person->base.ref;
}

/* A person answers for more open risks, or more high ones, than the settings allow; once for each person. */
void
tl_check_owner_overloaded (TlCheckRun            *run,
                           const TlRiskJudgement *risk)
{
  g_autoptr (GHashTable) loads = tl_loads_new ();
  GHashTableIter iter;
  gpointer person, value;

  for (guint i = 0; i < run->n_risks; i++)
    {
      if (run->risks[i]->state == TL_RISK_STATE_OPEN)
        tl_loads_add (loads, run->judge, run->risks[i]);
    }

  g_hash_table_iter_init (&iter, loads);
  while (g_hash_table_iter_next (&iter, &person, &value))
    {
      const TlPersonFacts *owner = person;
      char *text = tl_load_explain_overload (value, run->judge->settings, owner->name);

      if (text != NULL)
        tl_check_add (run, NULL, text, _("Hand some of these risks over."))->subject = owner->base.ref;
    }
}

/* Three or more people have been accountable, each for a day or more, in half a year. */
void
tl_check_owner_turnover (TlCheckRun            *run,
                         const TlRiskJudgement *risk)
{
  g_autoptr (GHashTable) people = g_hash_table_new (NULL, NULL);
  TlDay since = run->judge->as_at - TURNOVER_DAYS;
  guint n;

  for (guint i = 0; i < risk->facts->ownerships.n; i++)
    {
      const TlOwnershipFacts *ownership = risk->facts->ownerships.rows[i];

      if (ownership->part == TL_PART_ACCOUNTABLE && ownership->person != NULL
          && tl_judge_knows (run->judge, ownership->from_date)
          && (ownership->until_date == TL_NO_DAY
              || (ownership->until_date > ownership->from_date && ownership->until_date > since)))
        g_hash_table_add (people, (gpointer) ownership->person);
    }

  n = g_hash_table_size (people);
  if (n >= TURNOVER_OWNERS)
    tl_check_add (run, risk,
                  g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u person has been accountable within half a year.",
                                                "%u people have been accountable, one after another, within half a year.", n),
                                   n),
                  _("Let one owner stay with it, and find out why the others left."));
}

/* Who recorded something may be written as a name instead of chosen from the list. */
static gboolean
is_by_owner (const TlJudge         *judge,
             const TlRiskJudgement *risk,
             const TlWho           *by)
{
  for (guint i = 0; i < risk->facts->ownerships.n; i++)
    {
      const TlOwnershipFacts *ownership = risk->facts->ownerships.rows[i];

      if (tl_ownership_is_current (judge, ownership, TL_PART_ACCOUNTABLE)
          && (by->person == ownership->person
              || (by->person == NULL && by->text != NULL && g_ascii_strcasecmp (by->text, ownership->person->name) == 0)))
        return TRUE;
    }
  return FALSE;
}

/* All outcome evidence of the last 92 days, two items or more, was recorded by the owner. */
void
tl_check_owner_own_witness (TlCheckRun            *run,
                            const TlRiskJudgement *risk)
{
  guint n = 0;

  for (guint i = 0; i < risk->n_evidence; i++)
    {
      const TlEvidenceItem *item = &risk->evidence[i];

      if (item->kind != TL_EVIDENCE_KIND_OUTCOME || !tl_judge_is_within (run->judge, item->date, TL_EVIDENCE_DAYS))
        continue;
      if (item->facts == NULL || !is_by_owner (run->judge, risk, &item->facts->by))
        return;
      n++;
    }
  if (n >= WITNESS_ITEMS)
    tl_check_add (run, risk,
                  g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                "%2$s recorded the only %1$u item of outcome evidence of the last 92 days.",
                                                "%2$s recorded all %1$u items of outcome evidence of the last 92 days.", n),
                                   n, risk->owner->person->name),
                  _("Ask somebody else to look, and to record what they find."))->subject = risk->owner->person->base.ref;
}

/* Nobody is named to help. */
void
tl_check_support_missing (TlCheckRun            *run,
                          const TlRiskJudgement *risk)
{
  if (risk->n_supporters == 0)
    tl_check_add (run, risk, g_strdup (_("No one is named in a supporting role.")), _("Name who contributes, and what."));
}

/* No forum reviews the risk. */
void
tl_check_route_missing (TlCheckRun            *run,
                        const TlRiskJudgement *risk)
{
  if (risk->facts->forum == NULL)
    tl_check_add (run, risk, g_strdup (_("No forum is named that reviews this risk.")), _("Say which meeting reviews it."));
}
