/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-checks.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-format.h"
#include "tl-line.h"

/* It wasn't said what should be better, or how that will be seen. */
void
tl_check_outcome_undefined (TlCheckRun            *run,
                            const TlRiskJudgement *risk)
{
  if (!tl_text_says (risk->facts->intended_outcome))
    tl_check_add (run, risk, g_strdup (_("Nothing says what should be better for people.")),
                  _("Write the intended outcome, and add a primary measure with a target."))->remedy = TL_REMEDY_WRITE_OUTCOME;
  else if (risk->primary == NULL)
    tl_check_add (run, risk, g_strdup (_("No primary measure shows the outcome.")),
                  _("Add a primary measure with a target."));
  else if (!tl_risk_has_targeted_primary (risk))
    tl_check_add (run, risk, g_strdup (_("The primary measure has no target.")),
                  _("Set a target."))->remedy = TL_REMEDY_SET_TARGET;
}

/* A primary measure was only defined once the work had begun. */
void
tl_check_outcome_after_action (TlCheckRun            *run,
                               const TlRiskJudgement *risk)
{
  for (guint i = 0; i < risk->n_measures; i++)
    {
      const TlMeasureFacts *measure = risk->measures[i].facts;
      g_autofree char *defined = NULL;
      g_autofree char *begun = NULL;

      if (risk->measures[i].role != TL_ROLE_PRIMARY || risk->first_action == TL_NO_DAY
          || measure->defined <= risk->first_action)
        continue;
      defined = tl_format_day_long (measure->defined);
      begun = tl_format_day_long (risk->first_action);
      tl_check_add (run, risk,
                    g_strdup_printf (_("“%1$s” was defined on %2$s, after the work began on %3$s."), measure->title, defined, begun),
                    _("Let a review confirm that this is the outcome that was meant."))->subject = measure->base.ref;
    }
}

/* A primary measure has nothing to be compared with. */
void
tl_check_baseline_missing (TlCheckRun            *run,
                           const TlRiskJudgement *risk)
{
  for (guint i = 0; i < risk->n_measures; i++)
    {
      const TlMeasureJudgement *measure = &risk->measures[i];

      if (measure->role == TL_ROLE_PRIMARY && !isfinite (measure->baseline_value))
        tl_check_add (run, risk, g_strdup_printf (_("“%s” has no baseline to compare with."), measure->facts->title),
                      _("Write down how things were before the work began."))->subject = measure->facts->base.ref;
    }
}
