/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-load.h"

#include <glib/gi18n-lib.h>

#include "tl-assessment-private.h"
#include "tl-ownership-rules.h"

/**
 * tl_load_add:
 * @self: a load
 * @risk: an open risk
 *
 * Adds a risk to it.
 */
void
tl_load_add (TlLoad                *self,
             const TlRiskJudgement *risk)
{
  self->n_risks++;
  self->n_high += risk->band == TL_BAND_HIGH;
}

/**
 * tl_loads_new:
 *
 * Returns: (transfer full) (element-type TlPersonFacts TlLoad): what everybody answers for, as far as risks are added to it
 */
GHashTable *
tl_loads_new (void)
{
  return g_hash_table_new_full (NULL, NULL, NULL, g_free);
}

/**
 * tl_loads_add:
 * @self: (element-type TlPersonFacts TlLoad): what everybody answers for
 * @judge: a judge
 * @risk: an open risk
 *
 * Adds a risk to the load of each person who is accountable for it on the as-at date; once, however often they are
 * written down.
 */
void
tl_loads_add (GHashTable            *self,
              const TlJudge         *judge,
              const TlRiskJudgement *risk)
{
  g_autoptr (GHashTable) counted = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < risk->facts->ownerships.n; i++)
    {
      const TlOwnershipFacts *ownership = risk->facts->ownerships.rows[i];
      TlLoad *load;

      if (!tl_ownership_is_current (judge, ownership, TL_PART_ACCOUNTABLE)
          || !g_hash_table_add (counted, (gpointer) ownership->person))
        continue;
      load = g_hash_table_lookup (self, ownership->person);
      if (load == NULL)
        {
          load = g_new0 (TlLoad, 1);
          g_hash_table_insert (self, (gpointer) ownership->person, load);
        }
      tl_load_add (load, risk);
    }
}

/**
 * tl_load_find:
 * @assessment: what is concluded
 * @person: a person
 *
 * Returns: what the person answers for on the as-at date
 */
TlLoad
tl_load_find (const TlAssessment  *assessment,
              const TlPersonFacts *person)
{
  TlLoad load = { 0 };

  for (guint i = 0; i < tl_assessment_get_n_risks (assessment); i++)
    {
      const TlRiskJudgement *risk = tl_assessment_get_risk (assessment, i);

      if (risk->state == TL_RISK_STATE_OPEN && tl_risk_has_owner (&assessment->judge, risk->facts, person))
        tl_load_add (&load, risk);
    }
  return load;
}

/**
 * tl_load_explain_overload:
 * @self: a load
 * @settings: the workbook's settings
 * @name: whose it is
 *
 * Tells a load that is more than the settings allow; too many high risks before too many risks.
 *
 * Returns: (transfer full) (nullable): that, as a sentence; %NULL when it isn't too much
 */
char *
tl_load_explain_overload (const TlLoad     *self,
                          const TlSettings *settings,
                          const char       *name)
{
  if (self->n_high > (guint) settings->overload_high_risks)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s answers for %2$u high risk; the settings allow %3$d.",
                                         "%1$s answers for %2$u high risks; the settings allow %3$d.", self->n_high),
                            name, self->n_high, settings->overload_high_risks);
  if (self->n_risks > (guint) settings->overload_risks)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s answers for %2$u open risk; the settings allow %3$d.",
                                         "%1$s answers for %2$u open risks; the settings allow %3$d.", self->n_risks),
                            name, self->n_risks, settings->overload_risks);
  return NULL;
}

/**
 * tl_load_describe:
 * @self: a load
 *
 * Returns: (transfer full): it in a few words, as "4 open risks, 2 of them high"
 */
char *
tl_load_describe (const TlLoad *self)
{
  g_autofree char *risks = NULL;

  if (self->n_risks == 0)
    return g_strdup (_("no open risk"));
  risks = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u open risk", "%u open risks", self->n_risks), self->n_risks);
  if (self->n_high == 0)
    return g_steal_pointer (&risks);
  if (self->n_risks == 1)
    /* Translators: "1 open risk, a high one" */
    return g_strdup_printf (_("%s, a high one"), risks);
  /* Translators: "4 open risks, 2 of them high" */
  return g_strdup_printf (_("%1$s, %2$u of them high"), risks, self->n_high);
}

/**
 * tl_load_describe_handover:
 * @assessment: what is concluded
 * @risk: an open risk
 * @person: who is to answer for it
 * @too_much: (out) (optional): whether that would be more than the settings allow
 *
 * Tells beforehand what handing a risk over means for whoever takes it.
 *
 * Returns: (transfer full): one or two sentences
 */
char *
tl_load_describe_handover (const TlAssessment    *assessment,
                           const TlRiskJudgement *risk,
                           const TlPersonFacts   *person,
                           gboolean              *too_much)
{
  TlLoad now = tl_load_find (assessment, person), then = now;
  g_autofree char *before = NULL, *after = NULL, *overload = NULL, *effect = NULL, *limit = NULL;

  if (!tl_risk_has_owner (&assessment->judge, risk->facts, person))
    tl_load_add (&then, risk);
  before = tl_load_describe (&now);
  after = tl_load_describe (&then);
  overload = tl_load_explain_overload (&then, assessment->judge.settings, person->name);
  if (too_much != NULL)
    *too_much = overload != NULL;
  /* Translators: a name, then what that person answers for, as "3 open risks, 1 of them high", now and after a hand-over */
  effect = g_strdup_printf (_("%1$s answers for %2$s now, and for %3$s then."), person->name, before, after);
  if (overload == NULL)
    return g_steal_pointer (&effect);
  if (then.n_high > (guint) assessment->judge.settings->overload_high_risks)
    limit = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d high one", "%d high ones",
                                          (gulong) assessment->judge.settings->overload_high_risks),
                             assessment->judge.settings->overload_high_risks);
  else
    limit = g_strdup_printf ("%d", assessment->judge.settings->overload_risks);
  /* Translators: what a hand-over means, and how many risks, or "3 high ones", the settings allow */
  return g_strdup_printf (_("%1$s That is too much: the settings allow %2$s."), effect, limit);
}
