/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-meeting-risk-private.h"

#include <glib/gi18n.h>

#include "tl-format.h"
#include "tl-oversight-words.h"
#include "tl-review-rules.h"

/* What a review shows of a risk: how it stands, and what changed. */

static void
fill_head (TlMeetingRisk         *self,
           const TlRiskJudgement *risk)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *caption = NULL;

  tl_rating_cell_set_rating (self->rating_cell, risk->rating, risk->band);
  gtk_label_set_label (self->title_label, risk->facts->title != NULL ? risk->facts->title : "");
  if (risk->facts->base.ref != NULL)
    g_ptr_array_add (parts, g_strdup (risk->facts->base.ref));
  g_ptr_array_add (parts, risk->owner != NULL && risk->owner->person != NULL
                            /* Translators: %s is a person */
                            ? g_strdup_printf (_("%s answers for it"), risk->owner->person->name)
                            : g_strdup (_("no one answers for it")));
  if (risk->primary != NULL)
    {
      g_autofree char *target = tl_format_target (risk->primary->facts, risk->primary->target_value);

      /* Translators: the title of a measure, and its target, such as "at least 95 %" */
      g_ptr_array_add (parts, g_strdup_printf (_("%1$s: %2$s"), risk->primary->facts->title, target));
    }
  g_ptr_array_add (parts, NULL);
  caption = g_strjoinv (" · ", (char **) parts->pdata);
  gtk_label_set_label (self->caption_label, caption);
}

/* Copies that were brought together may each have decided in this review; one of them is shown beside this. */
static char *
describe_others (const TlReviewFacts *review,
                 const TlRiskFacts   *risk)
{
  const TlDecisionFacts *shown = tl_review_find_decision (review, risk);
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  for (guint i = 0; i < review->decisions.n; i++)
    {
      const TlDecisionFacts *decision = TL_FACTS_AT (review->decisions, TlDecisionFacts, i);
      const char *kind = tl_word_label (TL_TYPE_DECISION_KIND, (int) decision->decision);

      if (decision->risk != risk || decision == shown)
        continue;
      /* Translators: what was decided, and why */
      g_ptr_array_add (others, decision->reason != NULL ? g_strdup_printf (_("%1$s (“%2$s”)"), kind, decision->reason)
                                                        : g_strdup (kind));
    }
  if (others->len == 0)
    return NULL;
  g_ptr_array_add (others, NULL);
  list = tl_format_list ((const char * const *) others->pdata);
  /* Translators: %s is a list of decisions, each with its reason */
  return g_strdup_printf (_("Another copy of this workbook brought a second decision of this review: %s. Both are kept; the history can "
                            "take one of them back."), list);
}

static void
fill_ended (TlMeetingRisk         *self,
            const TlReviewFacts   *review,
            const TlRiskJudgement *risk)
{
  g_autofree char *others = describe_others (review, risk->facts), *said = NULL;
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autofree char *day = risk->state != TL_RISK_STATE_OPEN ? tl_format_day_long (risk->ended_on) : NULL;
  g_autofree char *text = NULL;

  if (risk->state == TL_RISK_STATE_CLOSED)
    text = tl_oversight_words_closed (tl_workbook_get_assessment (self->workbook), risk);
  else if (risk->state == TL_RISK_STATE_ENDED)
    /* Translators: how a risk ended without being closed, such as "merge", and a day */
    text = g_strdup_printf (_("Ended by “%1$s” on %2$s, without being closed."),
                            tl_word_label (TL_TYPE_DECISION_KIND, (int) risk->ending), day);
  else
    text = tl_oversight_words_reduced (risk);
  if (others != NULL)
    g_ptr_array_add (parts, others);
  if (text != NULL)
    g_ptr_array_insert (parts, 0, text);
  g_ptr_array_add (parts, NULL);
  said = g_strjoinv (" ", (char **) parts->pdata);
  gtk_label_set_label (self->ended_label, said);
  gtk_widget_set_visible (GTK_WIDGET (self->ended_label), *said != '\0');
}

/* The day with which is compared: of a review that goes on that of the one before; of one that is over its own. */
static TlDay
find_day (TlMeetingRisk       *self,
          const TlReviewFacts *review,
          const TlRiskFacts   *risk)
{
  TlDay as_at = tl_workbook_get_as_at (self->workbook);
  const TlReviewFacts *last;

  if (review->date < as_at && tl_review_is_finished (review, as_at))
    return review->date;
  last = tl_review_find_last_look (review, risk);
  return last != NULL ? last->date : TL_NO_DAY;
}

static TlLineLink
find_position (const TlLinkState *states)
{
  for (int link = 0; link < TL_N_LINE_LINKS; link++)
    if (states[link] != TL_LINK_STATE_SOUND)
      return (TlLineLink) (link + 1);
  return TL_LINE_LINK_NONE;
}

static void
fill_line (TlMeetingRisk         *self,
           const TlRiskJudgement *risk,
           const TlRiskSince     *since)
{
  g_autofree char *name = since != NULL ? tl_format_day_short (since->day, tl_workbook_get_as_at (self->workbook)) : NULL;
  TlLineThen then = { .name = name };

  for (int link = 0; since != NULL && link < TL_N_LINE_LINKS; link++)
    then.states[link] = since->line[link].then;
  then.position = find_position (then.states);
  tl_line_change_show (self->line_change, since != NULL && since->existed ? &then : NULL, risk);
}

static const TlDecisionFacts *
find_decision (TlMeetingRisk       *self,
               const TlReviewFacts *review,
               const TlRiskFacts   *risk)
{
  TlDay as_at = tl_workbook_get_as_at (self->workbook);

  if (review->date < as_at && tl_review_is_finished (review, as_at))
    return tl_review_find_decision (review, risk);
  return tl_risk_find_last_decision (risk, review, as_at);
}

static void
fill_since (TlMeetingRisk         *self,
            const TlReviewFacts   *review,
            const TlRiskJudgement *risk)
{
  TlAssessment *assessment = tl_workbook_get_assessment (self->workbook);
  TlDay day = find_day (self, review, risk->facts);
  const TlDecisionFacts *decision = find_decision (self, review, risk->facts);
  g_autoptr (TlRiskSince) since = day != TL_NO_DAY ? tl_risk_since_new (assessment, &self->risk, day) : NULL;
  g_autoptr (TlDecisionEffect) last = decision != NULL ? tl_decision_effect_new (assessment, decision) : NULL;
  g_autofree char *name = day != TL_NO_DAY ? tl_format_day_short (day, tl_workbook_get_as_at (self->workbook)) : NULL;
  /* Translators: %s is a day such as "12 May" */
  g_autofree char *heading = name != NULL ? g_strdup_printf (_("Changed since %s"), name) : g_strdup (_("For the first time"));

  gtk_label_set_label (self->since_heading, heading);
  fill_line (self, risk, since);
  tl_meeting_since_show (self->since, risk, since, last);
}

/* Shows how the risk stands, without touching what is being typed. */
void
tl_meeting_risk_fill (TlMeetingRisk *self)
{
  const TlReviewFacts *review = tl_meeting_risk_find_review (self);
  const TlRiskJudgement *risk = tl_meeting_risk_find_risk (self);

  if (review == NULL || risk == NULL)
    return;
  fill_head (self, risk);
  fill_ended (self, review, risk);
  fill_since (self, review, risk);
  tl_meeting_risk_update_questions (self);
  tl_meeting_decision_update (self->decision, risk, self->editable);
  for (guint i = 0; i < TL_MEETING_N_NOTES; i++)
    tl_field_row_set_editable (self->notes[i], self->editable);
}
