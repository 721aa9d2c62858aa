/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-report-words.h"

#include "tl-action-words.h"
#include "tl-format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/**
 * tl_report_says:
 * @text: (nullable): a text of the workbook
 *
 * Returns: whether it says anything
 */
gboolean
tl_report_says (const char *text)
{
  for (; text != NULL && *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return TRUE;

  return FALSE;
}

/**
 * tl_report_sentence:
 * @text: a text that may lack its final stop
 *
 * Returns: (transfer full): the text as a sentence
 */
char *
tl_report_sentence (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autofree char *capital = tl_format_capital (stripped);
  const char *last;

  if (*capital == '\0')
    return g_steal_pointer (&capital);

  last = g_utf8_find_prev_char (capital, capital + strlen (capital));
  if (strchr (".!?:", *last) != NULL || g_str_equal (last, "”") || g_str_equal (last, "…"))
    return g_steal_pointer (&capital);
  return g_strconcat (capital, ".", NULL);
}

/**
 * tl_report_link_name:
 * @link: a link of the line
 *
 * Returns: its name, as "Evidenced"
 */
const char *
tl_report_link_name (TlLineLink link)
{
  return tl_position_get_word (link);
}

/**
 * tl_report_describe_line:
 * @risk: a risk
 *
 * Returns: (transfer full): its line in words, for those who don't see the marks
 */
char *
tl_report_describe_line (const TlRiskJudgement *risk)
{
  g_autoptr (GPtrArray) links = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  for (int i = 0; i < TL_N_LINE_LINKS; i++)
    /* Translators: a link of the line and its state, such as "Found sound" */
    g_ptr_array_add (links, g_strdup_printf (_("%1$s %2$s"), tl_report_link_name ((TlLineLink) (i + 1)),
                                             tl_word_label (TL_TYPE_LINK_STATE, risk->line[i].state)));
  g_ptr_array_add (links, NULL);
  list = g_strjoinv (", ", (char **) links->pdata);

  return g_strdup_printf (_("Line: %s."), list);
}

/**
 * tl_report_who:
 * @who: somebody
 *
 * Returns: (transfer full) (nullable): their name, %NULL when nobody is named
 */
char *
tl_report_who (const TlWho *who)
{
  if (who->person != NULL)
    return g_strdup (who->person->name);

  return tl_report_says (who->text) ? g_strdup (who->text) : NULL;
}

static char *
plain_number (double number)
{
  return tl_format_number (number, fabs (number - round (number)) < 0.005 ? 0 : 1);
}

/**
 * tl_report_of:
 * @numerator: how many
 * @denominator: of how many; %NAN when not said
 *
 * Returns: (transfer full): "113 of 120", or the numerator alone, or a dash
 */
char *
tl_report_of (double numerator,
              double denominator)
{
  g_autofree char *part = plain_number (numerator);
  g_autofree char *whole = NULL;

  if (!isfinite (numerator))
    return isfinite (denominator) ? plain_number (denominator) : g_steal_pointer (&part);
  if (!isfinite (denominator))
    return g_steal_pointer (&part);

  whole = plain_number (denominator);
  /* Translators: a part of a whole, such as "113 of 120" */
  return g_strdup_printf (_("%1$s of %2$s"), part, whole);
}

/**
 * tl_report_interval:
 * @measure: a measure
 * @low: lower bound
 * @high: upper bound
 *
 * Returns: (transfer full): the interval in the measure's unit, or a dash when there is none
 */
char *
tl_report_interval (const TlMeasureFacts *measure,
                    double                low,
                    double                high)
{
  int decimals = measure->kind == TL_MEASURE_KIND_PROPORTION ? 1 : 2;
  g_autofree char *lower = tl_format_number (low, decimals);
  g_autofree char *upper = tl_format_number (high, decimals);

  if (!isfinite (low) || !isfinite (high))
    return g_strdup ("–");

  /* Translators: from a lower to an upper bound */
  return g_strdup_printf (_("%1$s to %2$s"), lower, upper);
}

/**
 * tl_report_every:
 * @interval: how often something is due
 *
 * Returns: (transfer full): the word, or a dash when it isn't said
 */
char *
tl_report_every (TlInterval interval)
{
  const char *label = tl_word_label (TL_TYPE_INTERVAL, interval);

  return g_strdup (*label != '\0' ? label : "–");
}

/* The risk that one was merged into or superseded by, as the decision that ended it names it. */
static char *
name_other_risk (const TlRiskJudgement *risk)
{
  const TlFactsList *decisions = &risk->facts->decisions;

  for (guint i = 0; i < decisions->n; i++)
    {
      const TlDecisionFacts *decision = decisions->rows[i];

      if (decision->decision == risk->ending && decision->other_risk != NULL && decision->review != NULL
          && decision->review->date == risk->ended_on)
        return g_strdup_printf (_("%1$s %2$s"),
                                decision->other_risk->base.ref != NULL ? decision->other_risk->base.ref : "",
                                decision->other_risk->title != NULL ? decision->other_risk->title : "");
    }

  return g_strdup (_("another risk"));
}

/**
 * tl_report_describe_state:
 * @risk: a risk
 *
 * Returns: (transfer full) (nullable): how and when it was closed or ended, %NULL while it is open
 */
char *
tl_report_describe_state (const TlRiskJudgement *risk)
{
  g_autofree char *day = risk->ended_on != TL_NO_DAY ? tl_format_day_long (risk->ended_on) : NULL;
  g_autofree char *other = name_other_risk (risk);

  if (risk->state == TL_RISK_STATE_OPEN)
    return NULL;
  if (day == NULL)
    return risk->state == TL_RISK_STATE_CLOSED ? g_strdup (_("Closed.")) : g_strdup (_("Ended."));
  if (risk->state == TL_RISK_STATE_CLOSED)
    return g_strdup_printf (_("Closed on %s."), day);

  switch (risk->ending)
    {
    case TL_DECISION_KIND_MERGE:
      /* Translators: another risk, and a day */
      return g_strdup_printf (_("Not closed: merged into %1$s on %2$s."), other, day);
    case TL_DECISION_KIND_SUPERSEDE:
      /* Translators: another risk, and a day */
      return g_strdup_printf (_("Not closed: superseded by %1$s on %2$s."), other, day);
    case TL_DECISION_KIND_ACCEPT_RISK:
      return g_strdup_printf (_("Not closed: the risk was accepted on %s."), day);
    case TL_DECISION_KIND_NO_LONGER_APPLIES:
      return g_strdup_printf (_("Not closed: no longer applies since %s."), day);
    default:
      return g_strdup_printf (_("Ended on %s."), day);
    }
}

/**
 * tl_report_moved:
 * @action: an action whose due date was moved later
 * @as_at: the day for which it is said
 *
 * Returns: (transfer full): how often it was moved, as "moved later once, first due 6 April"
 */
char *
tl_report_moved (const TlActionJudgement *action,
                 TlDay                    as_at)
{
  g_autofree char *times = tl_action_words_moved (action);
  g_autofree char *day = action->first_due != TL_NO_DAY ? tl_format_day_short (action->first_due, as_at) : NULL;

  return day != NULL ? g_strdup_printf (_("%1$s, first due %2$s"), times, day) : g_steal_pointer (&times);
}
