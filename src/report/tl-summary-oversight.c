/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who challenged and what was decided. */
#include "config.h"

#include "tl-summary.h"

#include "tl-challenge-state.h"
#include "tl-format.h"
#include "tl-paragraph.h"
#include "tl-report-words.h"

#include <glib/gi18n-lib.h>

/* So many reviews are told in full, the latest first; of the others those with a challenge still open. */
#define TOLD_REVIEWS 3
#define CLOSE_TOLD_REVIEWS 2

enum
{
  COLUMN_REVIEW,
  COLUMN_SAID,
};

static gboolean
is_known (const TlSummary     *self,
          const TlReviewFacts *review)
{
  return review != NULL && review->date != TL_NO_DAY && review->date <= self->as_at;
}

static int
compare_reviews (gconstpointer a,
                 gconstpointer b)
{
  const TlReviewFacts *first = *(const TlReviewFacts * const *) a;
  const TlReviewFacts *second = *(const TlReviewFacts * const *) b;

  if (first->date != second->date)
    return first->date > second->date ? -1 : 1;

  return -tl_facts_compare_refs (first->base.ref, second->base.ref);
}

static void
collect (const TlSummary     *self,
         GPtrArray           *reviews,
         const TlReviewFacts *review)
{
  if (is_known (self, review) && !g_ptr_array_find (reviews, review, NULL))
    g_ptr_array_add (reviews, (gpointer) review);
}

static GPtrArray *
list_reviews (const TlSummary *self)
{
  const TlRiskFacts *risk = self->risk->facts;
  GPtrArray *reviews = g_ptr_array_new ();

  for (guint i = 0; i < risk->challenges.n; i++)
    collect (self, reviews, TL_FACTS_AT (risk->challenges, TlChallengeFacts, i)->review);
  for (guint i = 0; i < risk->decisions.n; i++)
    collect (self, reviews, TL_FACTS_AT (risk->decisions, TlDecisionFacts, i)->review);
  g_ptr_array_sort (reviews, compare_reviews);

  return reviews;
}

/* ── A review's row ────────────────────────────────────────────────────────── */

static char *
describe_review (const TlSummary     *self,
                 const TlReviewFacts *review)
{
  g_autofree char *day = tl_format_day_short (review->date, self->as_at);
  const char *forum = review->forum != NULL ? review->forum->name : "";

  return g_markup_printf_escaped ("<b>%s</b>\n%s", day, forum);
}

static char *
describe_answer (const TlSummary        *self,
                 const TlChallengeFacts *challenge)
{
  TlChallengeState state = tl_challenge_get_state (self->assessment, challenge);
  g_autofree char *answer = NULL;

  if (state == TL_CHALLENGE_UNANSWERED || state == TL_CHALLENGE_NOT_YET)
    {
      if (challenge->due != TL_NO_DAY)
        {
          g_autofree char *day = tl_format_day_short (challenge->due, self->as_at);

          return g_markup_printf_escaped (_("<b>Not answered</b>, due %s."), day);
        }
      return g_strdup_printf ("<b>%s</b>", _("Not answered."));
    }

  answer = tl_report_sentence (challenge->answer != NULL ? challenge->answer : "");
  if (state == TL_CHALLENGE_SATISFIED)
    return g_markup_printf_escaped (_("%s Satisfied."), answer);
  if (state == TL_CHALLENGE_UNSATISFIED)
    return g_markup_printf_escaped (_("%s <b>Not satisfied.</b>"), answer);
  return g_markup_printf_escaped (_("%s <b>Not said whether that satisfied.</b>"), answer);
}

static char *
describe_challenge (const TlSummary        *self,
                    const TlChallengeFacts *challenge)
{
  g_autofree char *by = tl_report_who (&challenge->by);
  g_autofree char *answer = describe_answer (self, challenge);
  g_autofree char *question = NULL;

  if (by != NULL)
    /* Translators: who challenged, and the question */
    question = g_markup_printf_escaped (_("%1$s asked: “%2$s”"), by, challenge->question);
  else
    question = g_markup_printf_escaped (_("Asked: “%s”"), challenge->question);

  return g_strconcat (question, " ", answer, NULL);
}

static char *
describe_decision (const TlDecisionFacts *decision)
{
  g_autofree char *kind = tl_format_capital (tl_word_label (TL_TYPE_DECISION_KIND, decision->decision));
  g_autofree char *reason = tl_report_says (decision->reason) ? tl_report_sentence (decision->reason) : NULL;
  g_autofree char *by = tl_report_who (&decision->by);
  g_autofree char *place = decision->place != NULL ? g_strdup_printf (_(", %s"), decision->place->name) : g_strdup ("");
  g_autofree char *named = by != NULL ? g_strdup_printf (_(" (%s)"), by) : g_strdup ("");

  return g_markup_printf_escaped (_("<b>Decided: %1$s%2$s.</b>%3$s%4$s%5$s"), kind, place, reason != NULL ? " " : "",
                                  reason != NULL ? reason : "", named);
}

/* Challenges first, as they were before anything was decided. */
static char *
describe_said (const TlSummary     *self,
               const TlReviewFacts *review)
{
  const TlRiskFacts *risk = self->risk->facts;
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < risk->challenges.n; i++)
    if (TL_FACTS_AT (risk->challenges, TlChallengeFacts, i)->review == review)
      g_ptr_array_add (texts, describe_challenge (self, risk->challenges.rows[i]));
  for (guint i = 0; i < risk->decisions.n; i++)
    if (TL_FACTS_AT (risk->decisions, TlDecisionFacts, i)->review == review)
      g_ptr_array_add (texts, describe_decision (risk->decisions.rows[i]));

  g_ptr_array_add (texts, NULL);
  return g_strjoinv ("\n", (char **) texts->pdata);
}

static gboolean
has_open_challenge (const TlSummary     *self,
                    const TlReviewFacts *review)
{
  const TlFactsList *challenges = &self->risk->facts->challenges;

  for (guint i = 0; i < challenges->n; i++)
    {
      const TlChallengeFacts *challenge = challenges->rows[i];

      if (challenge->review == review && tl_challenge_get_state (self->assessment, challenge) != TL_CHALLENGE_SATISFIED)
        return TRUE;
    }

  return FALSE;
}

static void
add_review (const TlSummary     *self,
            TlPageTable         *table,
            const TlReviewFacts *review)
{
  g_autofree char *name = describe_review (self, review);
  g_autofree char *said = describe_said (self, review);

  tl_page_table_add_row (table, TL_ROW_PLAIN);
  tl_page_table_set_cell (table, COLUMN_REVIEW, TL_PRINT_BODY, name);
  tl_page_table_set_cell (table, COLUMN_SAID, TL_PRINT_BODY, said);
}

static void
add_earlier (const TlSummary *self,
             guint            n_earlier)
{
  g_autofree char *text = NULL;

  if (n_earlier == 0)
    return;

  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%u earlier review decided on it or had its challenges answered.",
                                       "%u earlier reviews decided on it or had their challenges answered.", n_earlier),
                          n_earlier);
  tl_flow_add_space (self->flow, 4.0);
  tl_flow_add_paragraph (self->flow, TL_PRINT_DIMMED, text);
}

/**
 * tl_summary_add_challenged:
 * @self: a summary
 *
 * Answers who challenged, what they were told, and what was decided.
 */
void
tl_summary_add_challenged (const TlSummary *self)
{
  g_autoptr (GPtrArray) reviews = list_reviews (self);
  TlPageTable *table;
  guint n_earlier = 0;

  tl_summary_begin_question (self, _("Who challenged and what was decided"), TL_LINE_LINK_NONE);
  if (reviews->len == 0)
    {
      tl_summary_add_not_recorded (self, _("No review has challenged or decided anything on this risk."));
      tl_summary_end_question (self);
      return;
    }

  table = tl_summary_new_table (self);
  tl_page_table_add_column (table, _("Review"), TL_COLUMN_FIT, 0.0, PANGO_ALIGN_LEFT);
  tl_page_table_add_column (table, _("Challenge, answer, decision"), TL_COLUMN_SHARE, 1.0, PANGO_ALIGN_LEFT);
  tl_page_table_set_row_heads (table, COLUMN_REVIEW);
  for (guint i = 0; i < reviews->len; i++)
    {
      const TlReviewFacts *review = g_ptr_array_index (reviews, i);

      if (i < (self->closeness != TL_CLOSENESS_NORMAL ? CLOSE_TOLD_REVIEWS : TOLD_REVIEWS) || has_open_challenge (self, review))
        add_review (self, table, review);
      else
        n_earlier++;
    }
  tl_flow_add_table (self->flow, table);
  add_earlier (self, n_earlier);
  tl_summary_end_question (self);
}
