/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-line.h"

#include <glib/gi18n-lib.h>

#include "tl-evidence-rules.h"
#include "tl-format.h"

#define ENOUGH_SOURCES 3

static char *
describe (const TlRiskJudgement   *risk,
          const TlEvidenceSummary *summary,
          gboolean                 any_outcome)
{
  g_autofree char *items = NULL;
  g_autofree char *sources = NULL;
  g_autofree char *voice = NULL;

  if (risk->n_evidence == 0)
    return g_strdup (_("No evidence"));
  if (!any_outcome)
    return g_strdup (_("Only evidence that work was done"));
  if (summary->n_outcome == 0)
    return g_strdup (_("No outcome evidence in the last 92 days"));

  items = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u outcome item", "%u outcome items", summary->n_outcome),
                           summary->n_outcome);
  sources = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u source", "%u sources", summary->n_sources),
                             summary->n_sources);
  if (summary->n_voice_sources == 0)
    voice = g_strdup (_("none is voice"));
  else
    voice = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u is voice", "%u are voice", summary->n_voice_sources),
                             summary->n_voice_sources);
  /* Translators: how many items of evidence, from how many sources, how many of those are voice */
  return g_strdup_printf (_("%1$s, %2$s, %3$s"), items, sources, voice);
}

static gboolean
has_outcome (const TlRiskJudgement *risk)
{
  for (guint i = 0; i < risk->n_evidence; i++)
    {
      if (risk->evidence[i].kind == TL_EVIDENCE_KIND_OUTCOME)
        return TRUE;
    }
  return FALSE;
}

static void
judge_sources (TlLinkDraft             *draft,
               const TlRiskJudgement   *risk,
               const TlEvidenceSummary *summary)
{
  if (summary->n_sources < ENOUGH_SOURCES)
    tl_link_draft_lack (draft, TL_LINK_STATE_WEAK, TL_REMEDY_RECORD_OUTCOME, NULL,
                        summary->n_sources == 0
                          ? g_strdup (_("No source has shown what changed in the last 92 days; it takes three."))
                          : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                          "Only %u source has shown what changed in the last 92 days; it takes three.",
                                                          "Only %u sources have shown what changed in the last 92 days; it takes three.",
                                                          summary->n_sources), summary->n_sources));
  if (summary->n_voice == 0 && !tl_text_says (risk->facts->why_no_voice))
    tl_link_draft_lack (draft, TL_LINK_STATE_WEAK, TL_REMEDY_RECORD_VOICE, NULL,
                        g_strdup (_("In the last 92 days nobody who receives care, or is close to them, was heard.")));
}

static void
judge_lateness (TlLinkDraft           *draft,
                const TlRiskJudgement *risk)
{
  for (guint i = 0; i < risk->n_expected; i++)
    {
      const TlExpectedJudgement *expected = &risk->expected[i];
      g_autofree char *days = NULL;
      g_autofree char *source = NULL;

      if (expected->days_late == 0)
        continue;
      days = tl_format_days (expected->days_late);
      source = tl_format_capital (tl_word_label (TL_TYPE_SOURCE, expected->facts->source));
      tl_link_draft_lack (draft, TL_LINK_STATE_WEAK, TL_REMEDY_RECORD_EVIDENCE, expected->facts,
                          /* Translators: a source of evidence, and for how long it is late */
                          g_strdup_printf (_("%1$s: expected, and %2$s late."), source, days));
    }
}

/**
 * tl_judge_evidenced:
 * @judge: a judge
 * @risk: a risk whose evidence is settled
 * @link: (out): the judgement
 *
 * Judges whether enough different sources, people's own voice among them, show what changed.
 */
void
tl_judge_evidenced (const TlJudge   *judge,
                    TlRiskJudgement *risk,
                    TlLinkJudgement *link)
{
  TlEvidenceSummary summary = tl_risk_sum_up_evidence (judge, risk);
  const TlEvidenceItem *contradiction = tl_risk_find_contradiction (judge, risk);
  gboolean any_outcome = has_outcome (risk);
  TlLinkDraft draft;

  tl_link_draft_init (&draft, judge);
  if (!any_outcome)
    tl_link_draft_lack (&draft, TL_LINK_STATE_MISSING, TL_REMEDY_RECORD_OUTCOME, NULL,
                        g_strdup (_("No evidence shows what changed for people.")));
  else
    judge_sources (&draft, risk, &summary);
  judge_lateness (&draft, risk);
  if (contradiction != NULL)
    {
      g_autofree char *day = tl_format_day_long (contradiction->date);
      g_autofree char *source = tl_format_capital (tl_word_label (TL_TYPE_SOURCE, contradiction->source));

      tl_link_draft_lack (&draft, TL_LINK_STATE_WEAK, TL_REMEDY_START_REVIEW, NULL,
                          /* Translators: a source of evidence, the day of it */
                          g_strdup_printf (_("%1$s, %2$s: this contradicts the outcome, and no review has decided on it."),
                                           source, day));
    }
  tl_link_draft_finish (&draft, describe (risk, &summary, any_outcome), link);
}
