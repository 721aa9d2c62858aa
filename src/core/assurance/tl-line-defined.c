/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-line.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-course.h"
#include "tl-format.h"

/**
 * tl_risk_has_targeted_primary:
 * @risk: a risk whose measures are settled
 *
 * Returns: whether a primary measure has a target
 */
gboolean
tl_risk_has_targeted_primary (const TlRiskJudgement *risk)
{
  for (guint i = 0; i < risk->n_measures; i++)
    {
      if (risk->measures[i].role == TL_ROLE_PRIMARY && isfinite (risk->measures[i].target_value))
        return TRUE;
    }
  return FALSE;
}

/**
 * tl_risk_find_late_definition:
 * @judge: a judge
 * @risk: a risk whose measures and actions are settled
 *
 * Returns: the day on which a primary measure was defined, if that was only after the first action and no review
 *   decided on the risk on a later day; %TL_NO_DAY otherwise
 */
TlDay
tl_risk_find_late_definition (const TlJudge         *judge,
                              const TlRiskJudgement *risk)
{
  TlDay decided = tl_risk_get_last_decided (judge, risk->facts);

  for (guint i = 0; i < risk->n_measures; i++)
    {
      const TlMeasureJudgement *measure = &risk->measures[i];

      if (measure->role == TL_ROLE_PRIMARY && risk->first_action != TL_NO_DAY
          && measure->facts->defined > risk->first_action && decided <= measure->facts->defined)
        return measure->facts->defined;
    }
  return TL_NO_DAY;
}

static char *
describe (const TlJudge         *judge,
          const TlRiskJudgement *risk)
{
  const TlMeasureJudgement *measure = risk->primary;
  g_autofree char *target = NULL;
  g_autofree char *text = NULL;

  if (measure == NULL)
    return g_strdup (tl_text_says (risk->facts->intended_outcome) ? _("An outcome, but no measure of it")
                                                                  : _("No intended outcome"));

  target = tl_format_target (measure->facts, measure->target_value);
  if (measure->facts->target_date != TL_NO_DAY)
    {
      g_autofree char *day = tl_format_day_short (measure->facts->target_date, judge->as_at);
      /* Translators: a target, and the day by which it is to be met: "at least 95 % by 30 Jun" */
      g_autofree char *by = g_strdup_printf (C_("target", "%1$s by %2$s"), target, day);

      g_set_str (&target, by);
    }
  text = tl_format_capital (target);
  if (measure->facts->hold_for > 0)
    {
      g_autofree char *periods = tl_format_periods (measure->facts->period, (guint) measure->facts->hold_for);

      /* Translators: a target, for how long it must hold */
      return g_strdup_printf (_("%1$s, held %2$s"), text, periods);
    }
  return g_steal_pointer (&text);
}

static void
judge_measure (TlLinkDraft              *draft,
               const TlMeasureJudgement *measure)
{
  const char *title = measure->facts->title;

  if (!isfinite (measure->baseline_value))
    tl_link_draft_lack (draft, TL_LINK_STATE_WEAK, TL_REMEDY_ADD_BASELINE, measure->facts,
                        g_strdup_printf (_("“%s” has no baseline to compare with."), title));
  if (measure->facts->target_date == TL_NO_DAY)
    tl_link_draft_lack (draft, TL_LINK_STATE_WEAK, TL_REMEDY_SET_TARGET_DATE, measure->facts,
                        g_strdup_printf (_("“%s” has no date by which the target should be met."), title));
  if (measure->facts->hold_for <= 0)
    tl_link_draft_lack (draft, TL_LINK_STATE_WEAK, TL_REMEDY_SET_HOLDING, measure->facts,
                        g_strdup_printf (_("Nothing says how long “%s” must hold."), title));
}

/**
 * tl_judge_defined:
 * @judge: a judge
 * @risk: a risk whose measures and actions are settled
 * @link: (out): the judgement
 *
 * Judges whether it was said what better would look like, before the work began.
 */
void
tl_judge_defined (const TlJudge   *judge,
                  TlRiskJudgement *risk,
                  TlLinkJudgement *link)
{
  TlDay late = tl_risk_find_late_definition (judge, risk);
  TlLinkDraft draft;

  tl_link_draft_init (&draft, judge);
  if (!tl_text_says (risk->facts->intended_outcome))
    tl_link_draft_lack (&draft, TL_LINK_STATE_MISSING, TL_REMEDY_WRITE_OUTCOME, NULL,
                        g_strdup (_("Nothing says what should be better for people.")));
  if (risk->primary == NULL)
    tl_link_draft_lack (&draft, TL_LINK_STATE_MISSING, TL_REMEDY_ADD_MEASURE, NULL,
                        g_strdup (_("No primary measure shows the outcome.")));
  else if (!tl_risk_has_targeted_primary (risk))
    tl_link_draft_lack (&draft, TL_LINK_STATE_MISSING, TL_REMEDY_SET_TARGET, risk->primary->facts,
                        g_strdup (_("The primary measure has no target.")));
  for (guint i = 0; i < risk->n_measures; i++)
    {
      if (risk->measures[i].role == TL_ROLE_PRIMARY)
        judge_measure (&draft, &risk->measures[i]);
    }
  if (late != TL_NO_DAY)
    {
      g_autofree char *defined = tl_format_day_long (late);
      g_autofree char *begun = tl_format_day_long (risk->first_action);

      tl_link_draft_lack (&draft, TL_LINK_STATE_WEAK, TL_REMEDY_START_REVIEW, NULL,
                          g_strdup_printf (_("The outcome was defined on %1$s, after the work began on %2$s, and no review has decided on it since."),
                                           defined, begun));
    }
  tl_link_draft_finish (&draft, describe (judge, risk), link);
}
