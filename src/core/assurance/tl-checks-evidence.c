/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-checks.h"

#include <glib/gi18n-lib.h>

#include "tl-evidence-rules.h"
#include "tl-format.h"

#define NONE_LEAST_DAYS 31

static gboolean
is_open_for (const TlJudge         *judge,
             const TlRiskJudgement *risk,
             int                    days)
{
  return risk->opened == TL_NO_DAY || judge->as_at - risk->opened >= days;
}

/* No evidence in the last two review intervals, and at least a month. */
void
tl_check_evidence_none (TlCheckRun            *run,
                        const TlRiskJudgement *risk)
{
  int days = MAX (2 * risk->review_days, NONE_LEAST_DAYS);

  if (!is_open_for (run->judge, risk, days)
      || (risk->n_evidence > 0 && tl_judge_is_within (run->judge, risk->evidence[risk->n_evidence - 1].date, days)))
    return;
  tl_check_add (run, risk, g_strdup_printf (_("This risk has had no evidence at all in the last %d days."), days),
                _("Record what shows how things are now."));
}

/* Work was done, and all the evidence is that it was. */
void
tl_check_evidence_activity_only (TlCheckRun            *run,
                                 const TlRiskJudgement *risk)
{
  gboolean done = FALSE;

  for (guint i = 0; i < risk->n_actions; i++)
    done |= risk->actions[i].done != TL_NO_DAY;
  for (guint i = 0; i < risk->n_evidence; i++)
    {
      if (risk->evidence[i].kind == TL_EVIDENCE_KIND_OUTCOME)
        return;
    }
  if (done && risk->n_evidence > 0)
    tl_check_add (run, risk, g_strdup (_("The evidence shows that work was done, but none shows what changed for people.")),
                  _("Record an outcome: what is different now, and how you know."));
}

/* Only one or two sources show what changed. */
void
tl_check_evidence_thin (TlCheckRun            *run,
                        const TlRiskJudgement *risk)
{
  TlEvidenceSummary summary = tl_risk_sum_up_evidence (run->judge, risk);

  if (summary.n_sources == 1 || summary.n_sources == 2)
    tl_check_add (run, risk,
                  g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                "Outcome evidence of the last 92 days comes from only %u source.",
                                                "Outcome evidence of the last 92 days comes from only %u different sources.",
                                                summary.n_sources), summary.n_sources),
                  _("Look at it from another side: three different sources are enough."));
}

/* An expected source hasn't reported within its interval and a quarter; each source once. */
void
tl_check_evidence_late (TlCheckRun            *run,
                        const TlRiskJudgement *risk)
{
  guint64 told = 0;

  for (guint i = 0; i < risk->n_expected; i++)
    {
      const TlExpectedJudgement *expected = &risk->expected[i];
      g_autofree char *source = NULL;
      g_autofree char *day = NULL;
      char *text;

      if (expected->days_late == 0 || (told & (G_GUINT64_CONSTANT (1) << expected->facts->source)) != 0)
        continue;
      told |= G_GUINT64_CONSTANT (1) << expected->facts->source;
      source = tl_format_capital (tl_word_label (TL_TYPE_SOURCE, expected->facts->source));
      day = expected->last != TL_NO_DAY ? tl_format_day_long (expected->last) : NULL;
      if (day != NULL)
        /* Translators: a source of evidence, how often it is expected ("monthly"), when it last came */
        text = g_strdup_printf (_("%1$s: expected %2$s, but nothing has come since %3$s."), source,
                                tl_word_label (TL_TYPE_INTERVAL, expected->facts->every), day);
      else
        /* Translators: a source of evidence, how often it is expected ("monthly") */
        text = g_strdup_printf (_("%1$s: expected %2$s, but nothing has come yet."), source,
                                tl_word_label (TL_TYPE_INTERVAL, expected->facts->every));
      tl_check_add (run, risk, text, _("Ask who keeps it, and record what it shows."))->subject =
        tl_word_get (TL_TYPE_SOURCE, expected->facts->source);
    }
}

/* Nobody who receives care, or is close to them, was heard. */
void
tl_check_evidence_no_voice (TlCheckRun            *run,
                            const TlRiskJudgement *risk)
{
  gboolean any = FALSE;

  if (tl_text_says (risk->facts->why_no_voice))
    return;
  for (guint i = 0; i < risk->n_evidence; i++)
    {
      if (!tl_judge_is_within (run->judge, risk->evidence[i].date, TL_EVIDENCE_DAYS))
        continue;
      any = TRUE;
      if (tl_source_is_voice (risk->evidence[i].source))
        return;
    }
  if (any)
    tl_check_add (run, risk, g_strdup (_("None of the evidence of the last 92 days is the voice of people or their relatives.")),
                  _("Ask people how it is for them, or say why that can’t be."));
}

/* Another outcome item of late supports, or a primary measure says that all is well. */
static gboolean
is_otherwise_supported (const TlJudge         *judge,
                        const TlRiskJudgement *risk)
{
  for (guint i = 0; i < risk->n_measures; i++)
    {
      const TlMeasureJudgement *measure = &risk->measures[i];

      if (measure->role == TL_ROLE_PRIMARY && (measure->target >= TL_TARGET_MET || measure->change == TL_CHANGE_IMPROVED))
        return TRUE;
    }
  for (guint i = 0; i < risk->n_evidence; i++)
    {
      const TlEvidenceItem *item = &risk->evidence[i];

      if (item->kind == TL_EVIDENCE_KIND_OUTCOME && item->verdict == TL_VERDICT_SUPPORTS
          && tl_judge_is_within (judge, item->date, TL_EVIDENCE_DAYS))
        return TRUE;
    }
  return FALSE;
}

/* One source says that it isn't so, another that it is, and no review has decided. */
void
tl_check_evidence_contradicts (TlCheckRun            *run,
                               const TlRiskJudgement *risk)
{
  const TlEvidenceItem *item = tl_risk_find_contradiction (run->judge, risk);
  g_autofree char *source = NULL;
  g_autofree char *day = NULL;
  TlFinding *finding;

  if (item == NULL || !is_otherwise_supported (run->judge, risk))
    return;
  source = tl_format_capital (tl_word_label (TL_TYPE_SOURCE, item->source));
  day = tl_format_day_long (item->date);
  finding = tl_check_add (run, risk,
                          /* Translators: a source of evidence, its day */
                          g_strdup_printf (_("%1$s, %2$s: this contradicts what other evidence shows, and no review has decided on it."),
                                           source, day),
                          _("Look at both in a review, and decide."));
  finding->subject = item->facts->base.ref;
  finding->place = tl_evidence_item_get_place (item);
}

static void
check_linked (TlCheckRun            *run,
              const TlEvidenceFacts *evidence)
{
  g_autofree char *source = NULL;
  g_autofree char *day = NULL;
  TlFinding *finding;

  if (evidence->risks.n > 0 || evidence->date == TL_NO_DAY || !tl_judge_knows (run->judge, evidence->date))
    return;
  source = tl_format_capital (tl_word_label (TL_TYPE_SOURCE, evidence->source));
  day = tl_format_day_long (evidence->date);
  finding = tl_check_add_across (run, NULL, evidence, NULL,
                                 /* Translators: a source of evidence, its day */
                                 g_strdup_printf (_("%1$s, %2$s: this isn’t linked to any risk."), source, day),
                                 _("Link it to the risk that it speaks of."));
  finding->subject = evidence->base.ref;
  finding->place = evidence->place;
}

/* An item of evidence speaks of no risk. */
void
tl_check_evidence_unlinked (TlCheckRun            *run,
                            const TlRiskJudgement *risk)
{
  GHashTableIter iter;
  gpointer evidence;

  if (run->touched == NULL)
    {
      for (guint i = 0; i < tl_snapshot_count (run->judge->snapshot, TL_TABLE_EVIDENCE); i++)
        check_linked (run, tl_snapshot_get (run->judge->snapshot, TL_TABLE_EVIDENCE, i));
      return;
    }
  g_hash_table_iter_init (&iter, run->touched->evidence);
  while (g_hash_table_iter_next (&iter, &evidence, NULL))
    {
      const TlFacts *facts = evidence;

      if (tl_snapshot_find (run->judge->snapshot, TL_TABLE_EVIDENCE, &facts->id) == facts)
        check_linked (run, evidence);
    }
}

/* Those who oversee say that it is well, and nothing from where care is given bears them out. */
void
tl_check_assurance_unsupported (TlCheckRun            *run,
                                const TlRiskJudgement *risk)
{
  const TlEvidenceItem *governance = NULL;

  for (guint i = 0; i < risk->n_evidence; i++)
    {
      const TlEvidenceItem *item = &risk->evidence[i];

      if (!tl_judge_is_within (run->judge, item->date, risk->review_days))
        continue;
      if (tl_source_is_frontline (item->source))
        return;
      if (tl_source_is_governance (item->source) && item->verdict == TL_VERDICT_SUPPORTS)
        governance = item;
    }
  if (governance == NULL)
    return;
  tl_check_add (run, risk,
                /* Translators: how many days, a source of evidence such as "minutes" */
                g_strdup_printf (_("In the last %1$d days only those who oversee care say that it goes well (%2$s), and nothing from where care is given."),
                                 risk->review_days, tl_word_label (TL_TYPE_SOURCE, governance->source)),
                _("Look at records, watch care, or ask people and staff."));
}
