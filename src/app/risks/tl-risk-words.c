/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-risk-words.h"

#include <glib/gi18n.h>

#include "tl-format.h"

/**
 * tl_risk_words_theme:
 * @risk: (nullable): a risk
 *
 * Returns: (transfer full): what it is about
 */
char *
tl_risk_words_theme (const TlRiskJudgement *risk)
{
  if (risk == NULL || risk->facts->theme == TL_THEME_NONE)
    return g_strdup ("");
  return tl_format_capital (tl_word_label (TL_TYPE_THEME, (int) risk->facts->theme));
}

/**
 * tl_risk_words_band:
 * @risk: (nullable): a risk
 *
 * Returns: (transfer full): the band of its rating, as "High", or that it has none
 */
char *
tl_risk_words_band (const TlRiskJudgement *risk)
{
  if (risk == NULL)
    return g_strdup ("");
  if (risk->rating == 0)
    return g_strdup (_("Not rated"));
  return tl_format_capital (tl_word_label (TL_TYPE_BAND, (int) risk->band));
}

/**
 * tl_risk_words_rating:
 * @risk: (nullable): a risk
 *
 * Returns: (transfer full): what its rating is made of, as "4 × 5"; without one, what it counts as
 */
char *
tl_risk_words_rating (const TlRiskJudgement *risk)
{
  if (risk == NULL)
    return g_strdup ("");
  if (risk->rating == 0)
    {
      const char *band = tl_word_label (TL_TYPE_BAND, (int) risk->band);

      /* Translators: of a risk without a rating; %s is "high", "medium" or "low" */
      return g_strdup_printf (_("counts as %s"), band);
    }
  /* Translators: likelihood times impact */
  return g_strdup_printf (_("%1$d × %2$d"), risk->likelihood, risk->impact);
}

/**
 * tl_risk_words_owner:
 * @risk: (nullable): a risk
 *
 * Returns: (transfer full): who answers for it, "No one" when nobody does
 */
char *
tl_risk_words_owner (const TlRiskJudgement *risk)
{
  if (risk == NULL)
    return g_strdup ("");
  if (risk->owner == NULL || risk->owner->person == NULL)
    return g_strdup (_("No one"));
  return g_strdup (risk->owner->person->name);
}

/* The day on which the last accountable owner stopped, or else the risk was opened. */
static TlDay
find_orphaned (const TlRiskJudgement *risk,
               TlDay                  as_at)
{
  TlDay latest = TL_NO_DAY;

  for (guint i = 0; i < risk->facts->ownerships.n; i++)
    {
      const TlOwnershipFacts *ownership = TL_FACTS_AT (risk->facts->ownerships, TlOwnershipFacts, i);

      if (ownership->part == TL_PART_ACCOUNTABLE && ownership->until_date <= as_at)
        latest = MAX (latest, ownership->until_date);
    }
  return latest != TL_NO_DAY ? latest : risk->opened;
}

/**
 * tl_risk_words_owner_ground:
 * @risk: (nullable): a risk
 * @as_at: the day for which everything is shown
 *
 * Returns: (transfer full): the owner's role, how many share it, or since when nobody answers for it
 */
char *
tl_risk_words_owner_ground (const TlRiskJudgement *risk,
                            TlDay                  as_at)
{
  g_autofree char *day = NULL;
  TlDay since;

  if (risk == NULL)
    return g_strdup ("");
  if (risk->n_owners > 1)
    return g_strdup_printf (ngettext ("and %u other", "and %u others", risk->n_owners - 1), risk->n_owners - 1);
  if (risk->owner != NULL && risk->owner->person != NULL)
    return g_strdup (risk->owner->person->role != NULL ? risk->owner->person->role : "");

  since = find_orphaned (risk, as_at);
  if (since == TL_NO_DAY)
    return g_strdup ("");
  day = tl_format_day_short (since, as_at);
  /* Translators: nobody has answered for a risk; %s is a day such as "27 May" */
  return g_strdup_printf (_("since %s"), day);
}

/**
 * tl_risk_words_owner_since:
 * @risk: (nullable): a risk
 * @as_at: the day for which everything is shown
 *
 * Returns: (transfer full): since when the owner answers for it
 */
char *
tl_risk_words_owner_since (const TlRiskJudgement *risk,
                           TlDay                  as_at)
{
  g_autofree char *day = NULL;

  if (risk == NULL)
    return g_strdup ("");
  if (risk->n_owners != 1 || risk->owner->from_date == TL_NO_DAY)
    return tl_risk_words_owner_ground (risk, as_at);
  day = tl_format_day_short (risk->owner->from_date, as_at);
  /* Translators: of the owner of a risk; %s is a day such as "3 Dec 2025" */
  return g_strdup_printf (_("since %s"), day);
}

/**
 * tl_risk_words_measure:
 * @risk: (nullable): a risk
 *
 * Returns: (transfer full): the latest value of its primary measure, "No reading" or "None yet" when there is none
 */
char *
tl_risk_words_measure (const TlRiskJudgement *risk)
{
  if (risk == NULL)
    return g_strdup ("");
  if (risk->primary == NULL)
    /* Translators: of the measures of a risk */
    return g_strdup (_("None yet"));
  if (risk->primary->latest == NULL)
    return g_strdup (_("No reading"));
  return tl_format_value (risk->primary->facts, risk->primary->latest->value);
}

/**
 * tl_risk_words_measure_ground:
 * @risk: (nullable): a risk
 *
 * Returns: (transfer full): the target of its primary measure
 */
char *
tl_risk_words_measure_ground (const TlRiskJudgement *risk)
{
  if (risk == NULL || risk->primary == NULL)
    return g_strdup ("");
  return tl_format_target (risk->primary->facts, risk->primary->target_value);
}

/**
 * tl_risk_words_is_late:
 * @risk: (nullable): a risk
 * @as_at: the day for which everything is shown
 *
 * Returns: whether its review should have been before @as_at
 */
gboolean
tl_risk_words_is_late (const TlRiskJudgement *risk,
                       TlDay                  as_at)
{
  return risk != NULL && risk->state == TL_RISK_STATE_OPEN && risk->next_review != TL_NO_DAY &&
         risk->next_review < as_at;
}

/**
 * tl_risk_words_review:
 * @risk: (nullable): a risk
 * @as_at: the day for which everything is shown
 *
 * Returns: (transfer full): the day of its next review, or on which it ended
 */
char *
tl_risk_words_review (const TlRiskJudgement *risk,
                      TlDay                  as_at)
{
  TlDay day;

  if (risk == NULL)
    return g_strdup ("");
  day = risk->state == TL_RISK_STATE_OPEN ? risk->next_review : risk->ended_on;
  return day != TL_NO_DAY ? tl_format_day_short (day, as_at) : g_strdup (_("No date"));
}

static const char *
describe_ending (const TlRiskJudgement *risk)
{
  switch ((int) risk->ending)
    {
    case TL_DECISION_KIND_MERGE:
      return _("merged");
    case TL_DECISION_KIND_SUPERSEDE:
      return _("superseded");
    case TL_DECISION_KIND_NO_LONGER_APPLIES:
      return _("no longer applies");
    case TL_DECISION_KIND_ACCEPT_RISK:
      return _("risk accepted");
    default:
      return _("closed");
    }
}

/**
 * tl_risk_words_review_ground:
 * @risk: (nullable): a risk
 * @as_at: the day for which everything is shown
 *
 * Returns: (transfer full): how far off its next review is or how late, or how it ended
 */
char *
tl_risk_words_review_ground (const TlRiskJudgement *risk,
                             TlDay                  as_at)
{
  g_autofree char *days = NULL;

  if (risk == NULL)
    return g_strdup ("");
  if (risk->state != TL_RISK_STATE_OPEN)
    return g_strdup (describe_ending (risk));
  if (risk->next_review == TL_NO_DAY)
    return g_strdup ("");
  if (risk->next_review == as_at)
    return g_strdup (_("today"));
  days = tl_format_days (ABS (risk->next_review - as_at));
  if (risk->next_review < as_at)
    /* Translators: %s is a length of time such as "9 days" */
    return g_strdup_printf (_("%s late"), days);
  /* Translators: %s is a length of time such as "9 days" */
  return g_strdup_printf (_("in %s"), days);
}

static const TlDecisionFacts *
find_ending (const TlRiskJudgement *risk)
{
  for (guint i = risk->facts->decisions.n; i > 0; i--)
    {
      const TlDecisionFacts *decision = TL_FACTS_AT (risk->facts->decisions, TlDecisionFacts, i - 1);

      if (decision->decision == risk->ending && decision->review != NULL && decision->review->date == risk->ended_on)
        return decision;
    }
  return NULL;
}

/**
 * tl_risk_words_ending:
 * @risk: (nullable): a risk
 *
 * Returns: (transfer full): how and when it ended, and why; empty while it is open
 */
char *
tl_risk_words_ending (const TlRiskJudgement *risk)
{
  const TlDecisionFacts *decision = NULL;
  g_autofree char *ending = NULL, *day = NULL, *ended = NULL;

  if (risk == NULL || risk->state == TL_RISK_STATE_OPEN)
    return g_strdup ("");
  ending = tl_format_capital (describe_ending (risk));
  day = risk->ended_on != TL_NO_DAY ? tl_format_day_long (risk->ended_on) : g_strdup (_("an unknown day"));
  decision = find_ending (risk);
  /* Translators: how a risk ended ("Closed"), and on which day */
  ended = g_strdup_printf (_("%1$s on %2$s."), ending, day);
  if (decision == NULL || decision->reason == NULL || *decision->reason == '\0')
    return g_steal_pointer (&ended);
  return g_strdup_printf ("%s %s", ended, decision->reason);
}
