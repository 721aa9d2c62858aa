/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-agenda.h"

#include <glib/gi18n-lib.h>

#include "tl-agenda-reasons.h"
#include "tl-assessment-private.h"
#include "tl-decision-effect.h"
#include "tl-format.h"
#include "tl-review-rules.h"

static void
entry_free_cb (gpointer data)
{
  tl_agenda_entry_free (data);
}

void
tl_agenda_entry_free (TlAgendaEntry *self)
{
  g_free (self->title);
  g_ptr_array_unref (self->reasons);
  g_free (self);
}

static TlAgendaEntry *
make_entry (const TlRiskFacts *risk,
            GPtrArray         *reasons)
{
  TlAgendaEntry *entry = g_new0 (TlAgendaEntry, 1);

  entry->risk = risk->base.id;
  entry->title = tl_format_risk (risk);
  entry->reasons = reasons;
  if (reasons->len == 0)
    tl_agenda_reasons_add (reasons, TL_AGENDA_CHOSEN, TL_SEVERITY_NOTE, g_strdup (_("Put on the agenda.")));
  entry->severity = TL_SEVERITY_NOTE;
  for (guint i = 0; i < reasons->len; i++)
    entry->severity = MIN (entry->severity, ((TlAgendaReason *) g_ptr_array_index (reasons, i))->severity);
  return entry;
}

static TlAgenda *
make_agenda (const TlAssessment  *assessment,
             const TlForumFacts  *forum,
             const TlReviewFacts *previous,
             TlDay                day)
{
  TlAgenda *self = g_new0 (TlAgenda, 1);

  if (forum != NULL)
    self->forum = forum->base.id;
  self->day = day;
  if (previous != NULL)
    {
      self->previous = previous->base.id;
      self->previous_day = previous->date;
    }
  self->last_decisions = tl_decision_effect_list (assessment, previous);
  self->entries = g_ptr_array_new_with_free_func (entry_free_cb);
  return self;
}

void
tl_agenda_free (TlAgenda *self)
{
  g_ptr_array_unref (self->last_decisions);
  g_ptr_array_unref (self->entries);
  g_free (self);
}

/* An entry that is to be put in order. */
typedef struct
{
  TlAgendaEntry *entry;
  const TlRiskJudgement *risk;
} Ranked;

/* The gravest first, then what is most urgent about it, then the higher rating; the rest as risks are listed. */
static int
compare_ranked (gconstpointer a,
                gconstpointer b)
{
  const Ranked *ranked_a = a, *ranked_b = b;
  const TlAgendaReason *first_a = g_ptr_array_index (ranked_a->entry->reasons, 0);
  const TlAgendaReason *first_b = g_ptr_array_index (ranked_b->entry->reasons, 0);

  if (ranked_a->entry->severity != ranked_b->entry->severity)
    return (int) ranked_a->entry->severity - (int) ranked_b->entry->severity;
  if (first_a->kind != first_b->kind)
    return (int) first_a->kind - (int) first_b->kind;
  if (ranked_a->risk->rating != ranked_b->risk->rating)
    return ranked_b->risk->rating - ranked_a->risk->rating;
  return tl_facts_compare (TL_TABLE_RISK, &ranked_a->risk->facts->base, &ranked_b->risk->facts->base);
}

/**
 * tl_agenda_propose:
 * @assessment: what is concluded
 * @forum: a forum that is to meet
 * @day: when
 *
 * Proposes an agenda. A forum looks at its own open risks that are due by then, have a missing link, findings to act on,
 * an unanswered challenge, a decision without effect, or may close; a provider-level forum also at any risk that was
 * escalated, stands still unasked, has a finding to act on that an owner can't settle alone (see
 * tl_agenda_reasons_find()), or may close; and each at closed risks of its own that slip. Ended and unknown risks aren't
 * proposed.
 *
 * Returns: (transfer full): the agenda, in order of severity; the same for the same workbook and day
 */
TlAgenda *
tl_agenda_propose (const TlAssessment *assessment,
                   const TlForumFacts *forum,
                   TlDay               day)
{
  TlAgenda *self = make_agenda (assessment, forum, tl_forum_find_last (forum, MIN (day, assessment->judge.as_at + 1)), day);
  g_autoptr (GArray) ranked = g_array_new (FALSE, FALSE, sizeof (Ranked));
  g_autoptr (GHashTable) findings = tl_agenda_reasons_index (assessment);

  for (guint i = 0; i < tl_assessment_get_n_risks (assessment); i++)
    {
      const TlRiskJudgement *risk = tl_assessment_get_risk (assessment, i);
      GPtrArray *reasons = tl_agenda_reasons_find (assessment, findings, forum, NULL, day, risk);
      Ranked one = { NULL, risk };

      if (reasons->len == 0)
        {
          g_ptr_array_unref (reasons);
          continue;
        }
      one.entry = make_entry (risk->facts, reasons);
      g_array_append_val (ranked, one);
    }
  g_array_sort (ranked, compare_ranked);
  for (guint i = 0; i < ranked->len; i++)
    g_ptr_array_add (self->entries, g_array_index (ranked, Ranked, i).entry);
  return self;
}

/**
 * tl_agenda_describe_risk:
 * @assessment: what is concluded
 * @forum: a forum that is to meet
 * @day: when
 * @risk: a risk that somebody puts on its agenda
 *
 * Returns: (transfer full) (nullable): the entry for it; %NULL when there is no such risk that day
 */
TlAgendaEntry *
tl_agenda_describe_risk (const TlAssessment *assessment,
                         const TlForumFacts *forum,
                         TlDay               day,
                         const TlId         *risk)
{
  const TlRiskJudgement *judgement = tl_assessment_find_risk (assessment, risk);
  g_autoptr (GHashTable) findings = tl_agenda_reasons_index (assessment);

  if (judgement == NULL)
    return NULL;
  return make_entry (judgement->facts, tl_agenda_reasons_find (assessment, findings, forum, NULL, day, judgement));
}

/**
 * tl_agenda_new:
 * @assessment: what is concluded
 * @review: a review that was started
 *
 * Lists a review's agenda as it was settled, then what it looked at besides. Its own challenges and decisions aren't
 * reasons.
 *
 * Returns: (transfer full): the agenda
 */
TlAgenda *
tl_agenda_new (const TlAssessment  *assessment,
               const TlReviewFacts *review)
{
  TlAgenda *self = make_agenda (assessment, review->forum, tl_review_find_previous (review), review->date);
  g_autoptr (GPtrArray) risks = tl_review_list_risks (review);
  g_autoptr (GHashTable) findings = tl_agenda_reasons_index (assessment);

  self->review = review->base.id;
  for (guint i = 0; i < risks->len; i++)
    {
      const TlRiskFacts *risk = g_ptr_array_index (risks, i);
      const TlRiskJudgement *judgement = tl_assessment_find_risk (assessment, &risk->base.id);
      const TlDecisionFacts *decision = tl_review_find_decision (review, risk);
      TlAgendaEntry *entry;

      entry = make_entry (risk, judgement != NULL
                                  ? tl_agenda_reasons_find (assessment, findings, review->forum, review, review->date, judgement)
                                  : tl_agenda_reasons_new ());
      entry->looked_at = tl_review_looked_at (review, risk);
      entry->decision = decision != NULL ? decision->decision : TL_DECISION_KIND_NONE;
      g_ptr_array_add (self->entries, entry);
    }
  return self;
}
