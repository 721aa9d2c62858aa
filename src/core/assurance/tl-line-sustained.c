/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-line.h"

#include <glib/gi18n-lib.h>

#include "tl-format.h"

static char *
describe (const TlJudge            *judge,
          const TlMeasureJudgement *measure)
{
  g_autofree char *periods = NULL;
  g_autofree char *day = NULL;

  if (measure == NULL)
    return g_strdup (_("No primary measure"));
  if (measure->facts->hold_for <= 0)
    return g_strdup (_("Nothing says how long it must hold"));

  periods = tl_format_periods (measure->facts->period, (guint) measure->facts->hold_for);
  if (measure->holding == TL_HOLDING_NOT)
    /* Translators: for how long a target must hold ("12 weeks") */
    return g_strdup_printf (_("Not holding, %s needed"), periods);

  day = tl_format_day_short (measure->held_since, judge->as_at);
  if (measure->holding == TL_HOLDING_HELD)
    /* Translators: for how long a target has held, since when */
    return g_strdup_printf (_("Held %1$s, since %2$s"), periods, day);
  /* Translators: for how many periods a target has held, how long it must ("12 weeks"), since when */
  return g_strdup_printf (_("Held %1$u of %2$s, since %3$s"), measure->held_for, periods, day);
}

static void
judge_measure (TlLinkDraft              *draft,
               const TlMeasureJudgement *measure)
{
  const char *title = measure->facts->title;
  g_autofree char *periods = NULL;

  if (measure->facts->hold_for <= 0)
    {
      tl_link_draft_lack (draft, TL_LINK_STATE_MISSING, TL_REMEDY_SET_HOLDING, measure->facts,
                          g_strdup_printf (_("Nothing says how long “%s” must hold."), title));
      return;
    }

  periods = tl_format_periods (measure->facts->period, (guint) measure->facts->hold_for);
  if (measure->holding == TL_HOLDING_NOT)
    tl_link_draft_lack (draft, TL_LINK_STATE_MISSING, TL_REMEDY_ADD_ACTION, NULL,
                        g_strdup_printf (_("“%s” isn’t holding its target."), title));
  else if (measure->holding == TL_HOLDING_SO_FAR)
    tl_link_draft_lack (draft, TL_LINK_STATE_WEAK, TL_REMEDY_RECORD_READINGS, measure->facts,
                        /* Translators: a measure, for how many periods it has held, how long it must ("12 weeks") */
                        g_strdup_printf (_("“%1$s” has held for %2$u of %3$s."), title, measure->held_for, periods));
}

/**
 * tl_judge_sustained:
 * @judge: a judge
 * @risk: a risk whose measures are settled
 * @link: (out): the judgement
 *
 * Judges whether every primary measure has held its target for as long as was promised.
 */
void
tl_judge_sustained (const TlJudge   *judge,
                    TlRiskJudgement *risk,
                    TlLinkJudgement *link)
{
  const TlMeasureJudgement *shown = risk->primary;
  TlLinkDraft draft;

  tl_link_draft_init (&draft, judge);
  if (risk->primary == NULL)
    tl_link_draft_lack (&draft, TL_LINK_STATE_MISSING, TL_REMEDY_ADD_MEASURE, NULL,
                        g_strdup (_("No primary measure shows the outcome.")));
  for (guint i = 0; i < risk->n_measures; i++)
    {
      if (risk->measures[i].role != TL_ROLE_PRIMARY)
        continue;
      judge_measure (&draft, &risk->measures[i]);
      if (risk->measures[i].holding < shown->holding)
        shown = &risk->measures[i];
    }
  tl_link_draft_finish (&draft, describe (judge, shown), link);
}
