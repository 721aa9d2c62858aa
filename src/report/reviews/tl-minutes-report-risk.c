/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a review did about one risk. */
#include "config.h"

#include "tl-minutes-report-private.h"

#include "tl-format.h"
#include "tl-group.h"
#include "tl-report-words.h"
#include "tl-review-rules.h"
#include "tl-risk-since.h"

#include <glib/gi18n-lib.h>

enum
{
  COLUMN_WHAT,
  COLUMN_SAID,
};

static void
add_row (TlPageTable *table,
         const char  *what,
         const char  *markup)
{
  g_autofree char *label = g_markup_printf_escaped ("<b>%s</b>", what);

  tl_page_table_add_row (table, TL_ROW_PLAIN);
  tl_page_table_set_cell (table, COLUMN_WHAT, TL_PRINT_BODY, label);
  tl_page_table_set_cell (table, COLUMN_SAID, TL_PRINT_BODY, markup);
}

/* What nobody wrote down is said to be missing only where that matters. */
static void
add_said (TlPageTable *table,
          const char  *what,
          const char  *text,
          const char  *lack)
{
  g_autofree char *sentence = tl_report_says (text) ? tl_report_sentence (text) : NULL;
  g_autofree char *markup = NULL;

  if (sentence == NULL && lack == NULL)
    return;
  markup = g_markup_escape_text (sentence != NULL ? sentence : lack, -1);
  add_row (table, what, markup);
}

/* ── What had changed ──────────────────────────────────────────────────────── */

static void
add_measures (GPtrArray         *texts,
              const TlRiskSince *since)
{
  for (guint i = 0; i < since->measures->len; i++)
    {
      const TlMeasureSince *measure = g_ptr_array_index (since->measures, i);

      /* Translators: a measure, its value then and now, how long it has met its target */
      g_ptr_array_add (texts, g_strdup_printf (_("%1$s: %2$s, %3$s."), measure->title, measure->text, measure->ground));
    }
}

static void
add_evidence (GPtrArray         *texts,
              const TlRiskSince *since)
{
  if (since->n_evidence == 0)
    g_ptr_array_add (texts, g_strdup (_("No evidence.")));
  else
    /* Translators: how many items of evidence; how many support, are mixed, contradict */
    g_ptr_array_add (texts, g_strdup_printf (_("%1$s: %2$u support, %3$u mixed, %4$u against."), since->evidence,
                                             since->n_verdicts[TL_VERDICT_SUPPORTS], since->n_verdicts[TL_VERDICT_MIXED],
                                             since->n_verdicts[TL_VERDICT_CONTRADICTS]));
}

static void
add_line (GPtrArray         *texts,
          const TlRiskSince *since)
{
  const char *weaker[TL_N_LINE_LINKS + 1] = { NULL }, *stronger[TL_N_LINE_LINKS + 1] = { NULL };
  guint n_weaker = 0, n_stronger = 0;

  for (int i = 0; since->existed && i < TL_N_LINE_LINKS; i++)
    {
      const char *name = tl_report_link_name ((TlLineLink) (i + 1));

      if (since->line[i].now < since->line[i].then)
        weaker[n_weaker++] = name;
      else if (since->line[i].now > since->line[i].then)
        stronger[n_stronger++] = name;
    }
  if (n_weaker > 0)
    {
      g_autofree char *list = tl_format_list (weaker);

      /* Translators: %s is one or more links of the line */
      g_ptr_array_add (texts, g_strdup_printf (_("Weaker: %s."), list));
    }
  if (n_stronger > 0)
    {
      g_autofree char *list = tl_format_list (stronger);

      /* Translators: %s is one or more links of the line */
      g_ptr_array_add (texts, g_strdup_printf (_("Stronger: %s."), list));
    }
}

static void
add_overdue (GPtrArray         *texts,
             const TlRiskSince *since)
{
  guint n = 0;

  for (guint i = 0; i < since->actions->len; i++)
    n += ((const TlActionSince *) g_ptr_array_index (since->actions, i))->kind == TL_ACTION_OVERDUE;
  if (n > 0)
    g_ptr_array_add (texts, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u action overdue.", "%u actions overdue.", n),
                                             n));
  for (guint i = 0; i < since->hidden->len; i++)
    {
      const TlHiddenSince *hidden = g_ptr_array_index (since->hidden, i);

      /* Translators: "Still hides Damson Row", and what it has and had */
      g_ptr_array_add (texts, g_strdup_printf (_("%1$s: %2$s."), hidden->text, hidden->ground));
    }
}

/* As it stood on the day of the review. */
static void
add_since (const TlMinutesReport *self,
           TlPageTable           *table,
           const TlRiskFacts     *risk)
{
  const TlReviewFacts *last = tl_review_find_last_look (self->review, risk);
  g_autoptr (TlRiskSince) since = last != NULL ? tl_risk_since_new (self->assessment, &risk->base.id, last->date) : NULL;
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *day = NULL, *what = NULL, *text = NULL, *markup = NULL;

  if (since == NULL)
    return;
  add_measures (texts, since);
  add_evidence (texts, since);
  add_overdue (texts, since);
  add_line (texts, since);
  g_ptr_array_add (texts, NULL);
  day = tl_format_day_short (last->date, self->review->date);
  /* Translators: %s is a day */
  what = g_strdup_printf (_("Since %s"), day);
  text = g_strjoinv (" ", (char **) texts->pdata);
  markup = g_markup_escape_text (text, -1);
  add_row (table, what, markup);
}

/* ── Challenge and answer ──────────────────────────────────────────────────── */

static char *
describe_answer (const TlMinutesReport  *self,
                 const TlChallengeFacts *challenge)
{
  TlDay as_at = tl_assessment_get_as_at (self->assessment);
  g_autofree char *due = challenge->due != TL_NO_DAY ? tl_format_day_long (challenge->due) : NULL;
  g_autofree char *answer = NULL;

  /* What came later is told at the end. */
  if (!tl_report_says (challenge->answer) || challenge->answered > as_at)
    return due != NULL ? g_markup_printf_escaped (_("<b>To be answered by %s.</b>"), due)
                       : g_strdup_printf ("<b>%s</b>", _("Not answered then."));
  answer = tl_report_sentence (challenge->answer);
  if (challenge->satisfied == TL_FLAG_YES && challenge->satisfied_on <= as_at)
    return g_markup_printf_escaped (_("Answer: %s Satisfied."), answer);
  if (challenge->satisfied == TL_FLAG_NO)
    return g_markup_printf_escaped (_("Answer: %s <b>Not satisfied.</b>"), answer);
  return g_markup_printf_escaped (_("Answer: %s"), answer);
}

static void
add_challenges (const TlMinutesReport *self,
                TlPageTable           *table,
                const TlRiskFacts     *risk)
{
  g_autoptr (GPtrArray) challenges = tl_review_list_challenges (self->review, risk);

  for (guint i = 0; i < challenges->len; i++)
    {
      const TlChallengeFacts *challenge = g_ptr_array_index (challenges, i);
      g_autofree char *by = tl_report_who (&challenge->by);
      g_autofree char *answer = describe_answer (self, challenge);
      /* Translators: who challenged, and the question */
      g_autofree char *question = by != NULL ? g_markup_printf_escaped (_("%1$s asked: “%2$s”"), by, challenge->question)
                                             : g_markup_printf_escaped (_("Asked: “%s”"), challenge->question);
      g_autofree char *both = g_strconcat (question, " ", answer, NULL);

      add_row (table, _("Challenge"), both);
    }
  if (challenges->len == 0)
    add_said (table, _("Challenge"), NULL, _("None."));
}

/* ── Decision ──────────────────────────────────────────────────────────────── */

/* What comes after the kind: which place, which other risk, how often and until when. */
static char *
describe_particulars (const TlDecisionFacts *decision)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (decision->place != NULL)
    /* Translators: %s is a place; follows a decision */
    g_string_append_printf (text, _(", %s"), decision->place->name);
  if (decision->other_risk != NULL)
    {
      g_autofree char *other = tl_format_risk (decision->other_risk);

      /* Translators: %s is a risk that goes on in place of another; follows a decision */
      g_string_append_printf (text, _(", %s goes on"), other);
    }
  if (decision->review_every != TL_INTERVAL_NONE)
    g_string_append_printf (text, ", %s", tl_word_label (TL_TYPE_INTERVAL, (int) decision->review_every));
  if (decision->until_date != TL_NO_DAY)
    {
      g_autofree char *day = tl_format_day_long (decision->until_date);

      /* Translators: %s is a day; follows a decision to reduce oversight */
      g_string_append_printf (text, _(" until %s"), day);
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* In markup. */
char *
tl_minutes_report_describe_decision (const TlDecisionFacts *decision)
{
  g_autofree char *kind = tl_format_capital (tl_word_label (TL_TYPE_DECISION_KIND, (int) decision->decision));
  g_autofree char *particulars = describe_particulars (decision);
  g_autofree char *reason = tl_report_says (decision->reason) ? tl_report_sentence (decision->reason) : g_strdup ("");
  g_autofree char *by = tl_report_who (&decision->by);

  if (by == NULL)
    return g_markup_printf_escaped ("<b>%s%s.</b> %s", kind, particulars, reason);
  /* Translators: what was decided, its particulars, the reason, who decided */
  return g_markup_printf_escaped (_("<b>%1$s%2$s.</b> %3$s (%4$s)"), kind, particulars, reason, by);
}

/* A merge may have brought a second one: each is told. */
static void
add_decisions (const TlMinutesReport *self,
               TlPageTable           *table,
               const TlRiskFacts     *risk)
{
  guint n = 0;

  for (guint i = 0; i < self->review->decisions.n; i++)
    {
      const TlDecisionFacts *decision = self->review->decisions.rows[i];
      g_autofree char *markup = NULL;

      if (decision->risk != risk)
        continue;
      markup = tl_minutes_report_describe_decision (decision);
      add_row (table, _("Decision"), markup);
      n++;
    }
  if (n == 0)
    add_said (table, _("Decision"), NULL, _("None."));
}

/* ── The risk ──────────────────────────────────────────────────────────────── */

static char *
describe_risk (const TlRiskJudgement *risk)
{
  g_autofree char *line = tl_report_describe_line (risk);
  const char *owner = risk->owner != NULL && risk->owner->person != NULL ? risk->owner->person->name : NULL;

  if (owner == NULL)
    /* Translators: %s is a sentence about the line */
    return g_strdup_printf (_("No one answers for it. %s"), line);
  /* Translators: a person, a sentence about the line */
  return g_strdup_printf (_("%1$s answers for it. %2$s"), owner, line);
}

/**
 * tl_minutes_report_add_risk:
 * @self: minutes
 * @risk: a risk that the review looked at
 *
 * Adds what was seen of it, challenged, answered, noted and decided.
 */
void
tl_minutes_report_add_risk (const TlMinutesReport *self,
                            const TlRiskFacts     *risk)
{
  static const TlLookedAtFacts nothing;
  const TlLookedAtFacts *look = tl_review_find_look (self->review, risk);
  const TlRiskJudgement *judgement = tl_assessment_find_risk (self->assessment, &risk->base.id);
  g_autofree char *name = tl_format_risk (risk);
  g_autofree char *about = judgement != NULL ? describe_risk (judgement) : NULL;
  TlAnchor *anchor = tl_document_new_anchor (self->document);
  TlPageTable *table = tl_page_table_new ();

  if (look == NULL)
    look = &nothing;
  tl_flow_begin_group (self->flow, "Sect");
  tl_minutes_report_add_section (self, name);
  tl_flow_add_anchor (self->flow, anchor);
  tl_document_add_bookmark (self->document, 1, name, anchor);
  if (about != NULL)
    tl_minutes_report_add_plain (self, about);
  tl_flow_add_space (self->flow, 4.0);
  tl_page_table_add_column (table, _("What"), TL_COLUMN_FIXED, 92.0, PANGO_ALIGN_LEFT);
  tl_page_table_add_column (table, _("Recorded"), TL_COLUMN_SHARE, 1.0, PANGO_ALIGN_LEFT);
  tl_page_table_set_row_heads (table, COLUMN_WHAT);
  add_since (self, table, risk);
  add_said (table, _("Evidence seen"), look->evidence_seen, _("Not recorded."));
  add_challenges (self, table, risk);
  add_said (table, _("Progress"), look->progress, NULL);
  add_said (table, _("Barrier"), look->barrier, NULL);
  add_said (table, _("Revised control"), look->revised_control, NULL);
  add_decisions (self, table, risk);
  tl_flow_add_table (self->flow, table);
  tl_flow_end_group (self->flow, "Sect");
}
