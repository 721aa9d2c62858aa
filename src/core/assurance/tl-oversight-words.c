/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-oversight-words.h"

#include <glib/gi18n-lib.h>

#include "tl-format.h"

/**
 * tl_oversight_words_reduced:
 * @risk: what is concluded of a risk
 *
 * Returns: (transfer full) (nullable): how often it is looked at and until when, while a decision has reduced oversight of
 *   it; %NULL while none has
 */
char *
tl_oversight_words_reduced (const TlRiskJudgement *risk)
{
  g_autofree char *day = risk->reduced_until != TL_NO_DAY ? tl_format_day_long (risk->reduced_until) : NULL;

  if (day == NULL || risk->state != TL_RISK_STATE_OPEN)
    return NULL;
  /* Translators: an interval such as "quarterly", and a day */
  return g_strdup_printf (_("Oversight is reduced: reviewed %1$s until %2$s."),
                          tl_word_label (TL_TYPE_INTERVAL, (int) risk->review_every), day);
}

static gboolean
has_finding (const TlAssessment    *assessment,
             const TlRiskJudgement *risk,
             const char            *check)
{
  for (guint i = 0; i < tl_assessment_get_n_findings (assessment); i++)
    {
      const TlFinding *finding = tl_assessment_get_finding (assessment, i);

      if (finding->risk == risk->facts && g_str_equal (finding->check, check))
        return TRUE;
    }
  return FALSE;
}

/**
 * tl_oversight_words_closed:
 * @assessment: what is concluded
 * @risk: a closed risk
 *
 * Returns: (transfer full): when it was closed, whether it slips, and whether it is watched, in sentences
 */
char *
tl_oversight_words_closed (const TlAssessment    *assessment,
                           const TlRiskJudgement *risk)
{
  g_autofree char *day = tl_format_day_long (risk->ended_on);
  gboolean slips = has_finding (assessment, risk, "closed-worse");
  gboolean unwatched = has_finding (assessment, risk, "closed-unwatched");

  if (slips && unwatched)
    /* Translators: %s is a day */
    return g_strdup_printf (_("Closed on %s. It slips, and nothing watches it as it should: decide whether it is reopened."), day);
  if (slips)
    /* Translators: %s is a day */
    return g_strdup_printf (_("Closed on %s. It slips: decide whether it is reopened."), day);
  if (unwatched)
    /* Translators: %s is a day */
    return g_strdup_printf (_("Closed on %s, and nothing watches it as it should."), day);
  /* Translators: %s is a day */
  return g_strdup_printf (_("Closed on %s, and still watched."), day);
}
