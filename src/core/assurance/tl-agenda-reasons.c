/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-agenda-reasons.h"

#include <glib/gi18n-lib.h>

#include "tl-assessment-private.h"
#include "tl-challenge-rules.h"
#include "tl-format.h"
#include "tl-review-rules.h"

/* What is asked about a risk, and on whose behalf. */
typedef struct
{
  const TlAssessment *assessment;
  const TlForumFacts *forum;
  const TlReviewFacts *review;
  TlDay day;
  const TlRiskJudgement *risk;
  GPtrArray *findings;
  gboolean own;
  gboolean higher;
  GPtrArray *reasons;
} Asking;

static void
reason_free (gpointer data)
{
  TlAgendaReason *reason = data;

  g_free (reason->text);
  g_free (reason);
}

GPtrArray *
tl_agenda_reasons_new (void)
{
  return g_ptr_array_new_with_free_func (reason_free);
}

/* Takes over the text. */
void
tl_agenda_reasons_add (GPtrArray          *reasons,
                       TlAgendaReasonKind  kind,
                       TlSeverity          severity,
                       char               *text)
{
  TlAgendaReason *reason = g_new (TlAgendaReason, 1);

  *reason = (TlAgendaReason) { kind, severity, text };
  g_ptr_array_add (reasons, reason);
}

/**
 * tl_agenda_reasons_index:
 * @assessment: what is concluded
 *
 * Returns: (transfer full): the findings of each risk that has any, by its facts
 */
GHashTable *
tl_agenda_reasons_index (const TlAssessment *assessment)
{
  GHashTable *index = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < tl_assessment_get_n_findings (assessment); i++)
    {
      const TlFinding *finding = tl_assessment_get_finding (assessment, i);
      GPtrArray *findings = g_hash_table_lookup (index, finding->risk);

      if (finding->risk == NULL)
        continue;
      if (findings == NULL)
        {
          findings = g_ptr_array_new ();
          g_hash_table_insert (index, (gpointer) finding->risk, findings);
        }
      g_ptr_array_add (findings, (gpointer) finding);
    }
  return index;
}

static const TlFinding *
find_check (Asking     *asking,
            const char *check)
{
  for (guint i = 0; asking->findings != NULL && i < asking->findings->len; i++)
    {
      const TlFinding *finding = g_ptr_array_index (asking->findings, i);

      if (g_str_equal (finding->check, check))
        return finding;
    }
  return NULL;
}

/* ── The reasons ──────────────────────────────────────────────────────────── */

/* The next meeting of any provider-level forum takes it up. */
static void
ask_escalated (Asking *asking)
{
  const TlDecisionFacts *decision;
  g_autofree char *title = NULL;

  if (!asking->higher
      || !tl_risk_has_escalation_to_take_up (asking->assessment, asking->risk->facts, asking->review, &decision))
    return;
  title = tl_review_dup_title (decision->review);
  tl_agenda_reasons_add (asking->reasons, TL_AGENDA_ESCALATED, TL_SEVERITY_ACT,
                         decision->reason != NULL
                           /* Translators: a forum and a day, the reason it gave */
                           ? g_strdup_printf (_("Escalated by %1$s: “%2$s”"), title, decision->reason)
                           /* Translators: a forum and a day */
                           : g_strdup_printf (_("Escalated by %s."), title));
}

/* What the checks find on a closed risk is that it slips, or that nobody watches it. */
static void
ask_slipping (Asking *asking)
{
  for (guint i = 0; asking->findings != NULL && i < asking->findings->len; i++)
    {
      const TlFinding *finding = g_ptr_array_index (asking->findings, i);

      tl_agenda_reasons_add (asking->reasons, TL_AGENDA_SLIPPING, finding->severity, g_strdup (finding->text));
    }
}

static void
ask_check (Asking             *asking,
           const char         *check,
           TlAgendaReasonKind  kind)
{
  const TlFinding *finding = find_check (asking, check);

  if (finding != NULL)
    tl_agenda_reasons_add (asking->reasons, kind, finding->severity, g_strdup (finding->text));
}

static void
ask_to_act_on (Asking *asking)
{
  const TlFinding *first = NULL;
  guint n = 0;

  for (guint i = 0; asking->findings != NULL && i < asking->findings->len; i++)
    {
      const TlFinding *finding = g_ptr_array_index (asking->findings, i);

      if (finding->severity != TL_SEVERITY_ACT || g_str_equal (finding->check, "stalled-unchallenged")
          || g_str_equal (finding->check, "review-overdue"))
        continue;
      if (n++ == 0)
        first = finding;
    }
  if (n == 1)
    tl_agenda_reasons_add (asking->reasons, TL_AGENDA_TO_ACT_ON, TL_SEVERITY_ACT, g_strdup (first->text));
  else if (n > 1)
    tl_agenda_reasons_add (asking->reasons, TL_AGENDA_TO_ACT_ON, TL_SEVERITY_ACT,
                           /* Translators: a number, a whole sentence that says what was found */
                           g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$u finding to act on. %2$s",
                                                         "%1$u findings to act on. %2$s", n), n, first->text));
}

/* The forum's own questions, and on its own risks anybody's. */
static void
ask_unanswered (Asking *asking)
{
  for (guint i = 0; i < asking->risk->facts->challenges.n; i++)
    {
      const TlChallengeFacts *challenge = asking->risk->facts->challenges.rows[i];
      const TlJudge *judge = &asking->assessment->judge;
      g_autofree char *day = NULL;
      gboolean answered;

      if (!tl_judge_sees_review (judge, challenge->review) || challenge->review == asking->review
          || tl_challenge_is_satisfied (judge, challenge)
          || (!asking->own && (challenge->review->forum == NULL || challenge->review->forum != asking->forum)))
        continue;
      answered = tl_challenge_is_answered (judge, challenge);
      day = tl_format_day_long (challenge->review->date);
      tl_agenda_reasons_add (asking->reasons, TL_AGENDA_UNANSWERED, TL_SEVERITY_WATCH,
                             /* Translators: a question, the day on which it was asked */
                             g_strdup_printf (answered ? _("“%1$s”, asked on %2$s, has an answer that isn’t settled.")
                                                       : _("“%1$s”, asked on %2$s, waits for an answer."),
                                              challenge->question, day));
    }
}

static void
ask_weak (Asking *asking)
{
  const char *names[TL_N_LINE_LINKS + 1] = { NULL };
  g_autofree char *list = NULL;
  guint n = 0;

  for (int i = 0; i < TL_N_LINE_LINKS; i++)
    {
      if (asking->risk->line[i].state == TL_LINK_STATE_MISSING)
        names[n++] = tl_word_label (TL_TYPE_LINE_LINK, TL_LINE_LINK_FOUND + i);
    }
  if (n == 0)
    return;
  list = tl_format_list (names);
  tl_agenda_reasons_add (asking->reasons, TL_AGENDA_WEAK, TL_SEVERITY_WATCH,
                         /* Translators: one or more links of the line */
                         g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s is missing.", "%s are missing.", n), list));
}

static void
ask_due (Asking *asking)
{
  TlDay day = asking->risk->next_review, as_at = asking->assessment->judge.as_at;
  g_autofree char *text = NULL;

  if (day == TL_NO_DAY)
    {
      tl_agenda_reasons_add (asking->reasons, TL_AGENDA_DUE, TL_SEVERITY_WATCH, g_strdup (_("Never reviewed, and without a date.")));
      return;
    }
  if (day > asking->day)
    return;
  if (day < as_at)
    {
      text = tl_format_days (as_at - day);
      tl_agenda_reasons_add (asking->reasons, TL_AGENDA_DUE,
                             find_check (asking, "review-overdue") != NULL ? find_check (asking, "review-overdue")->severity
                                                                           : TL_SEVERITY_WATCH,
                             /* Translators: %s is a length of time */
                             g_strdup_printf (_("Its review is %s late."), text));
      return;
    }
  text = tl_format_day_long (day);
  /* Translators: %s is a day */
  tl_agenda_reasons_add (asking->reasons, TL_AGENDA_DUE, TL_SEVERITY_NOTE, g_strdup_printf (_("Due for review on %s."), text));
}

static void
ask_open (Asking *asking)
{
  ask_escalated (asking);
  if (asking->own || asking->higher)
    {
      ask_check (asking, "stalled-unchallenged", TL_AGENDA_STALLED);
      ask_to_act_on (asking);
    }
  if (asking->own)
    ask_check (asking, "decision-without-effect", TL_AGENDA_WITHOUT_EFFECT);
  ask_unanswered (asking);
  if (asking->own)
    {
      ask_weak (asking);
      ask_due (asking);
    }
  if (asking->risk->may_close && (asking->own || asking->higher))
    tl_agenda_reasons_add (asking->reasons, TL_AGENDA_MAY_CLOSE, TL_SEVERITY_NOTE,
                           g_strdup (_("Every condition for closing holds.")));
}

/**
 * tl_agenda_reasons_find:
 * @assessment: what is concluded
 * @findings: what tl_agenda_reasons_index() made of it
 * @forum: (nullable): a forum that meets; one without a forum is nobody's own
 * @review: (nullable): its review, if it was started; what that asks and decides itself is no reason
 * @day: when
 * @risk: a risk
 *
 * Returns: (transfer full) (element-type TlAgendaReason): why the risk belongs on the agenda, the most urgent first; empty
 *   when it doesn't
 */
GPtrArray *
tl_agenda_reasons_find (const TlAssessment    *assessment,
                        GHashTable            *findings,
                        const TlForumFacts    *forum,
                        const TlReviewFacts   *review,
                        TlDay                  day,
                        const TlRiskJudgement *risk)
{
  Asking asking = {
    .assessment = assessment, .forum = forum, .review = review, .day = day, .risk = risk,
    .findings = g_hash_table_lookup (findings, risk->facts), .reasons = tl_agenda_reasons_new (),
  };

  /* A risk that no forum reviews is for whoever answers for all of them. */
  asking.higher = forum != NULL && forum->level == TL_LEVEL_PROVIDER;
  asking.own = forum != NULL && (risk->facts->forum == forum || (risk->facts->forum == NULL && asking.higher));
  if (risk->state == TL_RISK_STATE_OPEN)
    ask_open (&asking);
  else if (risk->state == TL_RISK_STATE_CLOSED && (asking.own || asking.higher))
    ask_slipping (&asking);
  return asking.reasons;
}
