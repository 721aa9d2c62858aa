/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Challenges that are open, and what became of the decisions of the last reviews. */
#include "config.h"

#include "tl-pack.h"

#include "tl-challenge-rules.h"
#include "tl-challenge-state.h"
#include "tl-decision-effect.h"
#include "tl-format.h"
#include "tl-page-table.h"
#include "tl-paragraph.h"
#include "tl-report-words.h"
#include "tl-since.h"

#include <glib/gi18n-lib.h>

enum
{
  COLUMN_RISK,
  COLUMN_ASKED,
  COLUMN_STATE,
};

enum
{
  COLUMN_DECIDED = 1,
  COLUMN_EFFECT,
};

/* ── Open challenges ───────────────────────────────────────────────────────── */

static char *
describe_question (const TlReportMaking   *making,
                   const TlChallengeFacts *challenge)
{
  TlDay as_at = tl_assessment_get_as_at (making->assessment);
  g_autofree char *by = tl_report_who (&challenge->by);
  g_autofree char *day = tl_format_day_short (challenge->review->date, as_at);
  const char *question = challenge->question != NULL ? challenge->question : "";

  if (by != NULL)
    /* Translators: a question, who asked it, and when */
    return g_markup_printf_escaped (_("“%1$s” (%2$s, %3$s)"), question, by, day);
  return g_markup_printf_escaped (_("“%1$s” (%2$s)"), question, day);
}

static char *
describe_state (const TlReportMaking   *making,
                const TlChallengeFacts *challenge,
                TlChallengeState        state)
{
  TlDay as_at = tl_assessment_get_as_at (making->assessment);
  TlDay due = tl_challenge_get_due (challenge);
  g_autofree char *day = due != TL_NO_DAY ? tl_format_day_short (due, as_at) : NULL;

  if (state == TL_CHALLENGE_UNSATISFIED)
    return g_strdup_printf ("<b>%s</b>", _("answered, not satisfied"));
  if (state == TL_CHALLENGE_ANSWERED)
    return g_strdup_printf ("<b>%s</b>", _("answered, not said whether it satisfied"));
  if (day == NULL)
    return g_strdup_printf ("<b>%s</b>", _("not answered"));
  return due < as_at ? g_strdup_printf (_("<b>not answered</b>, was due %s"), day)
                     : g_strdup_printf (_("not answered, due %s"), day);
}

static void
add_challenge (const TlReportMaking   *making,
               TlPageTable            *table,
               const TlChallengeFacts *challenge,
               TlChallengeState        reached)
{
  g_autofree char *name = tl_format_risk (challenge->risk);
  g_autofree char *risk = g_markup_escape_text (name, -1);
  g_autofree char *question = describe_question (making, challenge);
  g_autofree char *state = describe_state (making, challenge, reached);

  tl_page_table_add_row (table, TL_ROW_PLAIN);
  tl_page_table_set_cell (table, COLUMN_RISK, TL_PRINT_BODY, risk);
  tl_page_table_set_cell (table, COLUMN_ASKED, TL_PRINT_BODY, question);
  tl_page_table_set_cell (table, COLUMN_STATE, TL_PRINT_BODY, state);
}

static void
add_challenges (const TlReportMaking *making,
                TlFlow               *flow)
{
  g_autoptr (TlPageTable) table = tl_page_table_new ();
  gboolean any = FALSE;

  tl_flow_add_space (flow, 8.0);
  tl_flow_add_heading (flow, 3, TL_PRINT_SECTION, _("Open challenges"), NULL);
  tl_page_table_add_column (table, _("Risk"), TL_COLUMN_SHARE, 1.0, PANGO_ALIGN_LEFT);
  tl_page_table_add_column (table, _("Asked"), TL_COLUMN_SHARE, 1.7, PANGO_ALIGN_LEFT);
  tl_page_table_add_column (table, _("State"), TL_COLUMN_SHARE, 0.9, PANGO_ALIGN_LEFT);
  tl_page_table_set_row_heads (table, COLUMN_RISK);
  for (guint i = 0; i < making->risks->len; i++)
    {
      const TlFactsList *challenges = &((const TlRiskJudgement *) g_ptr_array_index (making->risks, i))->facts->challenges;

      for (guint j = 0; j < challenges->n; j++)
        {
          TlChallengeState state = tl_challenge_get_state (making->assessment, challenges->rows[j]);

          if (state == TL_CHALLENGE_NOT_YET || state == TL_CHALLENGE_SATISFIED)
            continue;
          add_challenge (making, table, challenges->rows[j], state);
          any = TRUE;
        }
    }
  tl_flow_add_space (flow, 3.0);
  if (any)
    tl_flow_add_table (flow, g_steal_pointer (&table));
  else
    tl_flow_add_paragraph (flow, TL_PRINT_BODY, _("Every challenge has an answer that satisfied."));
}

/* ── Decisions ─────────────────────────────────────────────────────────────── */

static char *
describe_decision (const TlReportMaking   *making,
                   const TlDecisionEffect *effect)
{
  TlDay as_at = tl_assessment_get_as_at (making->assessment);
  g_autofree char *kind = tl_format_capital (tl_word_label (TL_TYPE_DECISION_KIND, effect->kind));
  g_autofree char *day = tl_format_day_short (effect->day, as_at);
  g_autofree char *reason = tl_report_says (effect->reason) ? tl_report_sentence (effect->reason) : NULL;

  return g_markup_printf_escaped ("<b>%s</b>, %s%s%s", kind, day, reason != NULL ? "\n" : "", reason != NULL ? reason : "");
}

static char *
describe_effect (const TlDecisionEffect *effect)
{
  g_autoptr (GString) markup = g_string_new (NULL);
  g_autofree char *words = tl_format_capital (tl_effect_get_words (effect->effect));
  g_autofree char *head = NULL;

  head = g_markup_printf_escaped (effect->effect == TL_EFFECT_TAKEN ? "%s" : "<b>%s</b>", words);
  g_string_append (markup, head);
  for (guint i = 0; i < effect->grounds->len; i++)
    {
      const TlEffectGround *ground = g_ptr_array_index (effect->grounds, i);
      g_autofree char *sentence = tl_report_sentence (ground->text);
      g_autofree char *escaped = g_markup_escape_text (sentence, -1);

      g_string_append_printf (markup, "\n%s", escaped);
    }

  return g_string_free_and_steal (g_steal_pointer (&markup));
}

static void
add_decision (const TlReportMaking   *making,
              TlPageTable            *table,
              const TlDecisionEffect *effect)
{
  g_autofree char *risk = g_markup_escape_text (effect->title, -1);
  g_autofree char *decided = describe_decision (making, effect);
  g_autofree char *became = describe_effect (effect);

  tl_page_table_add_row (table, TL_ROW_PLAIN);
  tl_page_table_set_cell (table, COLUMN_RISK, TL_PRINT_BODY, risk);
  tl_page_table_set_cell (table, COLUMN_DECIDED, TL_PRINT_BODY, decided);
  tl_page_table_set_cell (table, COLUMN_EFFECT, TL_PRINT_BODY, became);
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  const TlReviewFacts *left = *(const TlReviewFacts * const *) a, *right = *(const TlReviewFacts * const *) b;

  return left->date != right->date ? (left->date > right->date ? -1 : 1) : tl_id_compare (&left->base.id, &right->base.id);
}

/* The last provider review and all since, the latest first. */
static GPtrArray *
list_reviews (const TlReportMaking *making)
{
  TlSnapshot *snapshot = tl_assessment_get_snapshot (making->assessment);
  TlDay as_at = tl_assessment_get_as_at (making->assessment);
  const TlReviewFacts *last = tl_since_find_review (making->assessment);
  GPtrArray *reviews = g_ptr_array_new ();

  for (guint i = 0; last != NULL && i < tl_snapshot_count (snapshot, TL_TABLE_REVIEW); i++)
    {
      const TlReviewFacts *review = tl_snapshot_get (snapshot, TL_TABLE_REVIEW, i);

      if (review->date != TL_NO_DAY && review->date >= last->date && review->date <= as_at)
        g_ptr_array_add (reviews, (gpointer) review);
    }
  g_ptr_array_sort (reviews, compare_days);

  return reviews;
}

static void
add_decisions (const TlReportMaking *making,
               TlFlow               *flow)
{
  g_autoptr (TlPageTable) table = tl_page_table_new ();
  g_autoptr (GPtrArray) reviews = list_reviews (making);
  gboolean any = FALSE;

  tl_flow_add_space (flow, 16.0);
  tl_flow_add_heading (flow, 3, TL_PRINT_SECTION, _("What became of decisions"), NULL);
  tl_page_table_add_column (table, _("Risk"), TL_COLUMN_SHARE, 1.0, PANGO_ALIGN_LEFT);
  tl_page_table_add_column (table, _("Decided"), TL_COLUMN_SHARE, 1.2, PANGO_ALIGN_LEFT);
  tl_page_table_add_column (table, _("Since then"), TL_COLUMN_SHARE, 1.4, PANGO_ALIGN_LEFT);
  tl_page_table_set_row_heads (table, COLUMN_RISK);
  for (guint i = 0; i < reviews->len; i++)
    {
      g_autoptr (GPtrArray) effects = tl_decision_effect_list (making->assessment, g_ptr_array_index (reviews, i));

      for (guint j = 0; j < effects->len; j++)
        {
          const TlDecisionEffect *effect = g_ptr_array_index (effects, j);

          if (!tl_pack_has (making, &effect->risk))
            continue;
          add_decision (making, table, effect);
          any = TRUE;
        }
    }
  tl_flow_add_space (flow, 3.0);
  if (any)
    tl_flow_add_table (flow, g_steal_pointer (&table));
  else
    tl_flow_add_paragraph (flow, TL_PRINT_BODY, _("Nothing was decided on these risks at the last provider review or since."));
}

/**
 * tl_pack_add_open:
 * @making: the pack
 * @flow: what is added to
 *
 * Adds the challenges on the pack's risks that have no answer that satisfied, and the decisions of the last provider
 * review and of every review since, each with whether anything shows that it took effect.
 */
void
tl_pack_add_open (const TlReportMaking *making,
                  TlFlow               *flow)
{
  add_challenges (making, flow);
  add_decisions (making, flow);
}
