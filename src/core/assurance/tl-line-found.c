/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-line.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-format.h"

/* The first sentence says enough in a list; the whole text stands on the risk itself. */
static char *
dup_first_sentence (const char *text)
{
  const char *end = strstr (text, ". ");
  const char *line = strchr (text, '\n');
  char *first;

  if (line != NULL && (end == NULL || line < end))
    end = line;
  first = end != NULL ? g_strndup (text, end - text) : g_strdup (text);
  g_strstrip (first);
  if (g_str_has_suffix (first, "."))
    first[strlen (first) - 1] = '\0';
  return first;
}

/* Many references say themselves what they are: "Inspection of 14 October". */
static gboolean
says_origin (const char *reference,
             const char *origin)
{
  g_autofree char *folded_reference = g_utf8_casefold (reference, -1);
  g_autofree char *folded_origin = g_utf8_casefold (origin, -1);

  return strstr (folded_reference, folded_origin) != NULL;
}

static char *
describe (const TlRiskFacts *risk)
{
  g_autofree char *issue = dup_first_sentence (risk->baseline_issue);
  g_autofree char *origin = tl_format_capital (tl_word_label (TL_TYPE_ORIGIN, risk->origin));

  if (risk->origin == TL_ORIGIN_NONE)
    return g_steal_pointer (&issue);
  if (tl_text_says (risk->origin_reference) && says_origin (risk->origin_reference, origin))
    return g_strdup_printf (_("%1$s: %2$s"), risk->origin_reference, issue);
  if (tl_text_says (risk->origin_reference))
    /* Translators: where a risk was found, the reference of that, what was found */
    return g_strdup_printf (_("%1$s, %2$s: %3$s"), origin, risk->origin_reference, issue);
  /* Translators: where a risk was found, what was found */
  return g_strdup_printf (_("%1$s: %2$s"), origin, issue);
}

static const char *
say_reference_missing (TlOrigin origin)
{
  switch ((int) origin)
    {
    case TL_ORIGIN_INSPECTION:
      return _("It came from an inspection, but doesn’t say which.");
    case TL_ORIGIN_COMMISSIONER:
      return _("It came from a commissioner, but has no reference to what they wrote.");
    case TL_ORIGIN_COMPLAINT:
      return _("It came from a complaint, but doesn’t say which.");
    case TL_ORIGIN_INCIDENT:
      return _("It came from an incident, but doesn’t say which.");
    default:
      return NULL;
    }
}

/**
 * tl_judge_found:
 * @judge: a judge
 * @risk: a risk whose rating is settled
 * @link: (out): the judgement
 *
 * Judges the first link: what was wrong, why, what holds it off and what will mend it. The pieces are called lacking
 * only once it says what was wrong.
 */
void
tl_judge_found (const TlJudge   *judge,
                TlRiskJudgement *risk,
                TlLinkJudgement *link)
{
  const TlRiskFacts *facts = risk->facts;
  const char *no_reference = say_reference_missing (facts->origin);
  TlLinkDraft draft;

  tl_link_draft_init (&draft, judge);
  if (!tl_text_says (facts->baseline_issue))
    {
      tl_link_draft_lack (&draft, TL_LINK_STATE_MISSING, TL_REMEDY_WRITE_ISSUE, NULL,
                          g_strdup (_("It doesn’t say what was wrong.")));
      tl_link_draft_finish (&draft, g_strdup (_("Nothing says what was wrong")), link);
      return;
    }

  if (risk->rating == 0)
    tl_link_draft_lack (&draft, TL_LINK_STATE_WEAK, TL_REMEDY_RATE, NULL, g_strdup (_("It hasn’t been rated.")));
  if (!tl_text_says (facts->root_cause))
    tl_link_draft_lack (&draft, TL_LINK_STATE_WEAK, TL_REMEDY_WRITE_ROOT_CAUSE, NULL,
                        g_strdup (_("The root cause isn’t written down.")));
  if (!tl_text_says (facts->immediate_control))
    tl_link_draft_lack (&draft, TL_LINK_STATE_WEAK, TL_REMEDY_WRITE_CONTROL, NULL,
                        g_strdup (_("Nothing says what keeps people safe until it is mended.")));
  if (!tl_text_says (facts->corrective_action))
    tl_link_draft_lack (&draft, TL_LINK_STATE_WEAK, TL_REMEDY_WRITE_CORRECTIVE, NULL,
                        g_strdup (_("Nothing says what will put it right.")));
  if (facts->origin == TL_ORIGIN_NONE)
    tl_link_draft_lack (&draft, TL_LINK_STATE_WEAK, TL_REMEDY_SAY_ORIGIN, NULL,
                        g_strdup (_("It doesn’t say where it was found.")));
  else if (no_reference != NULL && !tl_text_says (facts->origin_reference))
    tl_link_draft_lack (&draft, TL_LINK_STATE_WEAK, TL_REMEDY_GIVE_REFERENCE, NULL, g_strdup (no_reference));
  tl_link_draft_finish (&draft, describe (facts), link);
}
