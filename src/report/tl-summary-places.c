/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Is it the same everywhere, and has it lasted. */
#include "config.h"

#include "tl-summary.h"

#include "tl-comparison-words.h"
#include "tl-format.h"
#include "tl-paragraph.h"
#include "tl-place-words.h"
#include "tl-report-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

enum
{
  COLUMN_PLACE,
  COLUMN_COUNT,
  COLUMN_VALUE,
  COLUMN_INTERVAL,
  COLUMN_STATE,
};

/* ── Is it the same everywhere ─────────────────────────────────────────────── */

/* The latest window, as the comparison itself says it. */
static TlPlaceComparison
show (const TlSummary          *self,
      const TlMeasureJudgement *measure,
      const TlComparison       *comparison)
{
  return (TlPlaceComparison) {
    .assessment = self->assessment, .risk = self->risk, .measure = measure, .comparison = comparison,
    .period = TL_COMPARISON_LATEST,
  };
}

/* A gap that stays as it was says no more than the verdict. */
static char *
describe_gap (const TlPlaceComparison *shown)
{
  TlGapTrend trend = shown->comparison->gap_trend;

  return trend == TL_GAP_NARROWING || trend == TL_GAP_WIDENING ? tl_comparison_say_gap (shown, NULL) : NULL;
}

static void
add_comparison_head (const TlSummary          *self,
                     const TlMeasureJudgement *measure,
                     const TlComparison       *comparison)
{
  TlPlaceComparison shown = show (self, measure, comparison);
  g_autofree char *verdict = tl_comparison_say_verdict (&shown);
  g_autofree char *gap = describe_gap (&shown);
  g_autofree char *from = comparison->window_start != TL_NO_DAY
                            ? tl_format_day_short (comparison->window_start, self->as_at) : NULL;
  g_autofree char *until = comparison->window_end != TL_NO_DAY
                             ? tl_format_day_short (comparison->window_end, self->as_at) : NULL;
  const char *kind = tl_word_label (TL_TYPE_PLACE_KIND, comparison->dimension);
  const char *title = measure->facts->title != NULL ? measure->facts->title : "";
  g_autofree char *markup = NULL;

  if (from != NULL && until != NULL)
    /* Translators: a measure, a kind of place, first and last day, the verdict, and what the gap does */
    markup = g_markup_printf_escaped (_("%1$s by %2$s, %3$s to %4$s: <b>%5$s</b>%6$s%7$s"), title, kind, from, until,
                                      verdict, gap != NULL ? " " : "", gap != NULL ? gap : "");
  else
    markup = g_markup_printf_escaped (_("%1$s by %2$s: <b>%3$s</b>"), title, kind, verdict);
  tl_flow_add_paragraph (self->flow, TL_PRINT_BODY, markup);
}

/* What was found to lie behind it, and whether help is under way: at weak places even that there is none. */
static char *
describe_cause (const TlSummary        *self,
                const TlPlaceJudgement *place)
{
  gboolean weak = place->state == TL_PLACE_STATE_WEAK;
  TlPlaceWords cause = tl_place_words_cause (place, self->as_at);
  TlPlaceWords support = tl_place_words_support (place, self->risk, self->as_at);
  g_autoptr (GString) text = g_string_new (NULL);

  if (place->cause != NULL || weak)
    tl_place_words_append_markup (&cause, text);
  if (place->n_open_support > 0 || weak)
    tl_place_words_append_markup (&support, text);
  tl_place_words_clear (&cause);
  tl_place_words_clear (&support);
  return text->len > 0 ? g_string_free_and_steal (g_steal_pointer (&text)) : NULL;
}

static char *
mark_up (const char *text,
         gboolean    strong)
{
  return g_markup_printf_escaped (strong ? "<b>%s</b>" : "%s", text);
}

static void
set_figures (TlPageTable              *table,
             const TlMeasureJudgement *measure,
             double                    numerator,
             double                    denominator,
             double                    value,
             double                    low,
             double                    high)
{
  g_autofree char *of = tl_report_of (numerator, denominator);
  g_autofree char *number = tl_format_number (value, 1);
  g_autofree char *interval = tl_report_interval (measure->facts, low, high);

  tl_page_table_set_cell (table, COLUMN_COUNT, TL_PRINT_BODY, of);
  tl_page_table_set_cell (table, COLUMN_VALUE, TL_PRINT_BODY, number);
  tl_page_table_set_cell (table, COLUMN_INTERVAL, TL_PRINT_BODY, interval);
}

static void
add_pooled (TlPageTable              *table,
            const TlMeasureJudgement *measure,
            const TlComparison       *comparison)
{
  g_autofree char *hides = tl_comparison_say_hides (comparison);

  tl_page_table_add_row (table, TL_ROW_PLAIN);
  tl_page_table_set_cell (table, COLUMN_PLACE, TL_PRINT_BODY, _("All places"));
  set_figures (table, measure, comparison->pooled_numerator, comparison->pooled_denominator, comparison->pooled_value,
               comparison->pooled_low, comparison->pooled_high);
  tl_page_table_set_cell (table, COLUMN_STATE, TL_PRINT_STRONG, hides != NULL ? hides : "");
}

static void
add_place (TlPageTable              *table,
           const TlMeasureJudgement *measure,
           const TlPlaceJudgement   *place)
{
  gboolean weak = place->state == TL_PLACE_STATE_WEAK;
  g_autofree char *name = mark_up (place->place->name, weak);
  g_autofree char *state = mark_up (tl_word_label (TL_TYPE_PLACE_STATE, place->state), weak);

  tl_page_table_add_row (table, TL_ROW_PLAIN);
  tl_page_table_set_cell (table, COLUMN_PLACE, TL_PRINT_BODY, name);
  set_figures (table, measure, place->numerator, place->denominator, place->value, place->low, place->high);
  tl_page_table_set_cell (table, COLUMN_STATE, TL_PRINT_BODY, state);
}

static void
add_causes (const TlSummary    *self,
            const TlComparison *comparison)
{
  for (guint i = 0; i < comparison->n_places; i++)
    {
      const TlPlaceJudgement *place = &comparison->places[i];
      g_autofree char *cause = describe_cause (self, place);
      g_autofree char *name = g_markup_escape_text (place->place->name, -1);
      g_autofree char *markup = NULL;

      if (cause == NULL)
        continue;
      markup = g_strdup_printf ("<b>%s:</b>%s", name, cause);
      tl_flow_add_space (self->flow, 3.0);
      tl_flow_add_paragraph (self->flow, TL_PRINT_BODY, markup);
    }
}

static TlPageTable *
new_comparison_table (const TlSummary          *self,
                      const TlMeasureJudgement *measure,
                      const TlComparison       *comparison)
{
  TlPageTable *table = tl_summary_new_table (self);
  gboolean proportion = measure->facts->kind == TL_MEASURE_KIND_PROPORTION;
  g_autofree char *place = tl_format_capital (tl_word_label (TL_TYPE_PLACE_KIND, comparison->dimension));

  tl_page_table_add_column (table, place, TL_COLUMN_SHARE, 1.0, PANGO_ALIGN_LEFT);
  tl_page_table_add_column (table, proportion ? _("Records") : _("Out of"), TL_COLUMN_FIT, 0.0, PANGO_ALIGN_RIGHT);
  tl_page_table_add_column (table, proportion ? "%" : _("Value"), TL_COLUMN_FIT, 0.0, PANGO_ALIGN_RIGHT);
  /* xgettext:no-c-format */
  tl_page_table_add_column (table, _("95 % interval"), TL_COLUMN_FIT, 0.0, PANGO_ALIGN_RIGHT);
  tl_page_table_add_column (table, _("State"), TL_COLUMN_FIT, 0.0, PANGO_ALIGN_LEFT);
  tl_page_table_set_row_heads (table, COLUMN_PLACE);

  return table;
}

/* A table of dashes would say no more than the verdict does. */
static gboolean
has_values (const TlComparison *comparison)
{
  for (guint i = 0; i < comparison->n_places; i++)
    if (isfinite (comparison->places[i].value))
      return TRUE;

  return FALSE;
}

static void
add_comparison (const TlSummary          *self,
                const TlMeasureJudgement *measure,
                const TlComparison       *comparison)
{
  TlPageTable *table;

  add_comparison_head (self, measure, comparison);
  if (!comparison->comparable || !has_values (comparison))
    return;

  tl_flow_keep_with_next (self->flow);
  tl_flow_add_space (self->flow, 5.0);
  table = new_comparison_table (self, measure, comparison);
  /* All places are the same in each comparison; once is enough, unless they hide something. */
  if (comparison == measure->comparisons || comparison->hidden)
    add_pooled (table, measure, comparison);
  for (guint i = 0; i < comparison->n_places; i++)
    add_place (table, measure, &comparison->places[i]);
  tl_flow_add_table (self->flow, table);
  add_causes (self, comparison);
}

static void
add_ground (const TlSummary *self,
            TlLineLink       link)
{
  g_autofree char *ground = tl_report_sentence (self->risk->line[link - 1].ground);
  g_autofree char *markup = g_markup_escape_text (ground, -1);

  tl_flow_add_paragraph (self->flow, TL_PRINT_BODY, markup);
}

static gboolean
is_compared (const TlSummary *self)
{
  for (guint i = 0; i < self->risk->n_measures; i++)
    if (self->risk->measures[i].role == TL_ROLE_PRIMARY && self->risk->measures[i].n_comparisons > 0)
      return TRUE;

  return FALSE;
}

/**
 * tl_summary_add_even:
 * @self: a summary
 *
 * Answers whether it is the same everywhere.
 */
void
tl_summary_add_even (const TlSummary *self)
{
  tl_summary_begin_question (self, _("Is it the same everywhere"), TL_LINE_LINK_EVEN);
  /* Tables say more than the few words the line has for it. */
  if (!is_compared (self))
    add_ground (self, TL_LINE_LINK_EVEN);
  for (guint i = 0; i < self->risk->n_measures; i++)
    {
      const TlMeasureJudgement *measure = &self->risk->measures[i];

      if (measure->role != TL_ROLE_PRIMARY)
        continue;
      for (guint j = 0; j < measure->n_comparisons; j++)
        {
          tl_flow_add_space (self->flow, 6.0);
          add_comparison (self, measure, &measure->comparisons[j]);
        }
    }
  tl_summary_add_lacking (self, TL_LINE_LINK_EVEN);
  tl_summary_end_question (self);
}

/* ── Has it lasted ─────────────────────────────────────────────────────────── */

static void
add_holding (const TlSummary          *self,
             const TlMeasureJudgement *measure)
{
  const char *title = measure->facts->title != NULL ? measure->facts->title : "";
  const char *state = tl_word_label (TL_TYPE_HOLDING_STATE, measure->holding);
  g_autofree char *periods = measure->facts->hold_for > 0
                               ? tl_format_periods (measure->facts->period, (guint) measure->facts->hold_for) : NULL;
  g_autofree char *markup = NULL;

  if (periods == NULL)
    return;

  /* Translators: a measure, whether it holds its target, for how many periods, of how many ("12 weeks") */
  markup = g_markup_printf_escaped (_("<b>%1$s: %2$s</b>, %3$u of %4$s so far."), title, state, measure->held_for,
                                    periods);
  tl_flow_add_paragraph (self->flow, TL_PRINT_BODY, markup);
}

static void
add_process (const TlSummary          *self,
             const TlMeasureJudgement *measure)
{
  const char *sentence;

  /* Limits that are frozen on the time before speak of how it ran then. */
  if (measure->baseline_start != TL_NO_DAY)
    return;

  switch (measure->assurance)
    {
    case TL_TARGET_ASSURANCE_MEETS:
      sentence = _("As it runs now, it can be expected to meet the target.");
      break;
    case TL_TARGET_ASSURANCE_HIT_AND_MISS:
      sentence = _("As it runs now, it may meet or miss the target by its ordinary ups and downs.");
      break;
    case TL_TARGET_ASSURANCE_MISSES:
      sentence = _("As it runs now, it can be expected to miss the target.");
      break;
    case TL_TARGET_ASSURANCE_NONE:
    default:
      return;
    }
  tl_flow_add_paragraph (self->flow, TL_PRINT_BODY, sentence);
}

/**
 * tl_summary_add_sustained:
 * @self: a summary
 *
 * Answers whether it has lasted.
 */
void
tl_summary_add_sustained (const TlSummary *self)
{
  guint n_primary = 0;

  tl_summary_begin_question (self, _("Has it lasted"), TL_LINE_LINK_SUSTAINED);
  for (guint i = 0; i < self->risk->n_measures; i++)
    n_primary += self->risk->measures[i].role == TL_ROLE_PRIMARY;
  if (n_primary < 2)
    add_ground (self, TL_LINE_LINK_SUSTAINED);
  for (guint i = 0; i < self->risk->n_measures; i++)
    {
      const TlMeasureJudgement *measure = &self->risk->measures[i];

      if (measure->role != TL_ROLE_PRIMARY)
        continue;
      if (n_primary > 1)
        add_holding (self, measure);
      add_process (self, measure);
    }
  tl_summary_add_lacking (self, TL_LINE_LINK_SUSTAINED);
  tl_summary_end_question (self);
}
