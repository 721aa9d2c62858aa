/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was wrong, who answers for it, what better would look like. */
#include "config.h"

#include "tl-summary.h"

#include "tl-format.h"
#include "tl-group.h"
#include "tl-paragraph.h"
#include "tl-report-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* ── What was wrong ────────────────────────────────────────────────────────── */

/**
 * tl_summary_describe_origin:
 * @risk: a risk
 *
 * Says where it was found, without saying "inspection" twice when the reference begins so.
 *
 * Returns: (transfer full) (nullable): plain text without a final stop, %NULL when nothing says it
 */
char *
tl_summary_describe_origin (const TlRiskFacts *risk)
{
  const char *label = tl_word_label (TL_TYPE_ORIGIN, risk->origin);
  g_autofree char *origin = tl_format_capital (label);
  g_autofree char *folded_label = g_utf8_casefold (label, -1);
  g_autofree char *folded_reference = NULL;

  if (!tl_report_says (risk->origin_reference))
    return risk->origin != TL_ORIGIN_NONE ? g_steal_pointer (&origin) : NULL;

  folded_reference = g_utf8_casefold (risk->origin_reference, -1);
  if (risk->origin == TL_ORIGIN_NONE || g_str_has_prefix (folded_reference, folded_label))
    return g_strdup (risk->origin_reference);

  return g_strdup_printf (_("%1$s, %2$s"), origin, risk->origin_reference);
}

static void
add_labelled (const TlSummary *self,
              const char      *label,
              const char      *text)
{
  g_autofree char *markup = NULL;

  if (!tl_report_says (text))
    return;

  /* Translators: what a text is, and the text */
  markup = g_markup_printf_escaped (_("<b>%1$s:</b> %2$s"), label, text);
  tl_flow_add_space (self->flow, 3.0);
  tl_flow_add_paragraph (self->flow, TL_PRINT_BODY, markup);
}

static void
add_ratings (const TlSummary *self)
{
  const TlFactsList *ratings = &self->risk->facts->ratings;
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;
  g_autofree char *markup = NULL;

  for (guint i = 0; i < ratings->n; i++)
    {
      const TlRatingFacts *rating = ratings->rows[i];
      g_autofree char *day = NULL;

      if (rating->date == TL_NO_DAY || rating->date > self->as_at)
        continue;
      day = tl_format_day (rating->date);
      /* Translators: a rating, likelihood, impact, and the day of it */
      g_ptr_array_add (parts, g_strdup_printf (_("%1$d (likelihood %2$d, impact %3$d) on %4$s"),
                                               rating->likelihood * rating->impact, rating->likelihood,
                                               rating->impact, day));
    }
  if (parts->len < 2)
    return;

  g_ptr_array_add (parts, NULL);
  list = g_strjoinv (", ", (char **) parts->pdata);
  markup = g_markup_printf_escaped (_("<b>Rated:</b> %s."), list);
  tl_flow_add_space (self->flow, 3.0);
  tl_flow_add_paragraph (self->flow, TL_PRINT_BODY, markup);
}

/**
 * tl_summary_add_found:
 * @self: a summary
 *
 * Answers what was wrong.
 */
void
tl_summary_add_found (const TlSummary *self)
{
  const TlRiskFacts *risk = self->risk->facts;
  g_autofree char *origin = tl_summary_describe_origin (risk);
  g_autofree char *issue = tl_report_says (risk->baseline_issue) ? g_markup_escape_text (risk->baseline_issue, -1)
                                                                 : NULL;
  g_autofree char *found = NULL;

  tl_summary_begin_question (self, _("What was wrong"), TL_LINE_LINK_FOUND);

  if (origin != NULL)
    found = g_markup_printf_escaped ("<b>%s.</b> ", origin);
  if (found != NULL || issue != NULL)
    {
      g_autofree char *markup = g_strconcat (found != NULL ? found : "", issue != NULL ? issue : "", NULL);

      tl_flow_add_paragraph (self->flow, TL_PRINT_BODY, markup);
    }
  add_labelled (self, _("Root cause"), risk->root_cause);
  add_labelled (self, _("Kept safe meanwhile by"), risk->immediate_control);
  add_labelled (self, _("Put right by"), risk->corrective_action);
  add_ratings (self);
  tl_summary_add_lacking (self, TL_LINE_LINK_FOUND);

  tl_summary_end_question (self);
}

/* ── Who answers for it ────────────────────────────────────────────────────── */

static void
add_owner (const TlSummary *self)
{
  const TlOwnershipFacts *owner = self->risk->owner;
  g_autoptr (GString) markup = g_string_new (NULL);
  g_autofree char *name = NULL;

  /* With several, the line says who they are: none of them may look like the one. */
  if (owner == NULL || owner->person == NULL || self->risk->n_owners > 1)
    return;

  name = g_markup_printf_escaped ("<b>%s</b>", owner->person->name);
  g_string_append (markup, name);
  if (tl_report_says (owner->person->role))
    {
      g_autofree char *role = g_markup_printf_escaped (", %s", owner->person->role);

      g_string_append (markup, role);
    }
  if (owner->from_date != TL_NO_DAY)
    {
      g_autofree char *day = tl_format_day_long (owner->from_date);

      g_string_append_printf (markup, _(", since %s"), day);
    }
  g_string_append (markup, ".");
  tl_flow_add_paragraph (self->flow, TL_PRINT_BODY, markup->str);
}

static void
add_supporters (const TlSummary *self)
{
  if (self->risk->n_supporters == 0)
    return;

  tl_flow_add_space (self->flow, 3.0);
  tl_flow_begin_group (self->flow, "L");
  for (guint i = 0; i < self->risk->n_supporters; i++)
    {
      const TlOwnershipFacts *supporter = self->risk->supporters[i];
      const char *name = supporter->person->name;
      const char *role = supporter->person->role;
      g_autofree char *who = tl_report_says (role) ? g_strdup_printf (_("%1$s, %2$s"), name, role) : g_strdup (name);
      g_autofree char *markup = NULL;

      if (tl_report_says (supporter->contribution))
        /* Translators: a person with a supporting role, and what they contribute */
        markup = g_markup_printf_escaped (_("%1$s: %2$s"), who, supporter->contribution);
      else
        markup = g_markup_escape_text (who, -1);
      tl_flow_add_item (self->flow, "•", markup);
    }
  tl_flow_end_group (self->flow, "L");
}

/* Those who were accountable before, with why it was handed over. */
static void
add_earlier_owners (const TlSummary *self)
{
  const TlFactsList *ownerships = &self->risk->facts->ownerships;
  g_autoptr (GPtrArray) earlier = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;
  g_autofree char *markup = NULL;

  for (guint i = 0; i < ownerships->n; i++)
    {
      const TlOwnershipFacts *ownership = ownerships->rows[i];
      g_autofree char *day = NULL;

      if (ownership->part != TL_PART_ACCOUNTABLE || ownership->person == NULL || ownership->until_date == TL_NO_DAY
          || ownership->until_date > self->as_at)
        continue;
      day = tl_format_day (ownership->until_date);
      /* Translators: a person, and until when they were accountable */
      g_ptr_array_add (earlier, g_strdup_printf (_("%1$s until %2$s"), ownership->person->name, day));
    }
  if (earlier->len == 0)
    return;

  g_ptr_array_add (earlier, NULL);
  list = g_strjoinv (", ", (char **) earlier->pdata);
  markup = g_markup_printf_escaped (_("Accountable before: %s."), list);
  tl_flow_add_space (self->flow, 3.0);
  tl_flow_add_paragraph (self->flow, TL_PRINT_DIMMED, markup);
}

/**
 * tl_summary_add_owned:
 * @self: a summary
 *
 * Answers who is accountable, who supports, and who was accountable before.
 */
void
tl_summary_add_owned (const TlSummary *self)
{
  tl_summary_begin_question (self, _("Who answers for it"), TL_LINE_LINK_OWNED);
  add_owner (self);
  if (self->risk->n_owners == 0)
    tl_summary_add_lacking (self, TL_LINE_LINK_OWNED);
  add_supporters (self);
  add_earlier_owners (self);
  if (self->risk->n_owners > 0)
    tl_summary_add_lacking (self, TL_LINE_LINK_OWNED);
  tl_summary_end_question (self);
}

/* ── What better would look like ───────────────────────────────────────────── */

/**
 * tl_summary_describe_target:
 * @measure: a measure
 *
 * Returns: (transfer full): what it must reach, by when and for how long, as markup: "Entries complete: at least 95 % by
 *   30 June 2026, held for 12 weeks."
 */
char *
tl_summary_describe_target (const TlMeasureJudgement *measure)
{
  const TlMeasureFacts *facts = measure->facts;
  g_autofree char *target = tl_format_target (facts, measure->target_value);
  g_autofree char *title = g_markup_escape_text (facts->title != NULL ? facts->title : "", -1);
  GString *markup = g_string_new (NULL);

  g_string_append_printf (markup, "<b>%s: %s</b>", title, target);
  if (facts->target_date != TL_NO_DAY)
    {
      g_autofree char *day = tl_format_day_long (facts->target_date);

      g_string_append_printf (markup, _(" by %s"), day);
    }
  if (facts->hold_for > 0)
    {
      g_autofree char *periods = tl_format_periods (facts->period, (guint) facts->hold_for);

      g_string_append_printf (markup, _(", held for %s"), periods);
    }
  if (facts->direction == TL_DIRECTION_REDUCE_BY && isfinite (facts->target))
    {
      g_autofree char *percent = tl_format_number (facts->target, 0);

      g_string_append_printf (markup, _(" (%s %% fewer than at the start)"), percent);
    }
  g_string_append (markup, ".");

  return g_string_free_and_steal (markup);
}

static char *
describe_baseline (const TlMeasureJudgement *measure)
{
  const TlMeasureFacts *facts = measure->facts;
  g_autofree char *value = tl_format_value (facts, measure->baseline_value);
  GString *text;

  if (!isfinite (measure->baseline_value))
    return NULL;

  text = g_string_new (NULL);
  g_string_append_printf (text, _("Baseline %s"), value);
  if (isfinite (facts->baseline_numerator) && isfinite (facts->baseline_denominator))
    {
      g_autofree char *of = tl_report_of (facts->baseline_numerator, facts->baseline_denominator);

      g_string_append_printf (text, " (%s)", of);
    }
  if (facts->baseline_date != TL_NO_DAY)
    {
      g_autofree char *day = tl_format_day_long (facts->baseline_date);

      g_string_append_printf (text, _(" on %s"), day);
    }
  g_string_append (text, ".");

  return g_string_free_and_steal (text);
}

/* When the target was set, and whether that was before the work began. */
static char *
describe_promise (const TlSummary          *self,
                  const TlMeasureJudgement *measure)
{
  TlDay defined = measure->facts->defined;
  TlDay begun = self->risk->first_action;
  g_autofree char *day = NULL;
  g_autofree char *begun_day = NULL;

  if (defined == TL_NO_DAY)
    return NULL;
  day = tl_format_day_long (defined);
  if (begun == TL_NO_DAY)
    return g_strdup_printf (_("Set on %s."), day);

  begun_day = tl_format_day_long (begun);
  if (defined <= begun)
    return g_strdup_printf (_("Set on %1$s, before work began on %2$s."), day, begun_day);
  return g_strdup_printf (_("Set on %1$s, after work began on %2$s."), day, begun_day);
}

static void
add_measure (const TlSummary          *self,
             const TlMeasureJudgement *measure)
{
  g_autofree char *target = tl_summary_describe_target (measure);
  g_autofree char *baseline = describe_baseline (measure);
  g_autofree char *promise = describe_promise (self, measure);

  tl_flow_add_space (self->flow, 3.0);
  tl_flow_add_paragraph (self->flow, TL_PRINT_BODY, target);
  if (baseline != NULL || promise != NULL)
    {
      g_autofree char *markup = g_markup_printf_escaped ("%s%s%s", promise != NULL ? promise : "",
                                                         promise != NULL && baseline != NULL ? " " : "",
                                                         baseline != NULL ? baseline : "");

      tl_flow_add_paragraph (self->flow, TL_PRINT_BODY, markup);
    }
}

/**
 * tl_summary_add_defined:
 * @self: a summary
 *
 * Answers what better would look like, and whether that was said before the work began.
 */
void
tl_summary_add_defined (const TlSummary *self)
{
  const TlRiskFacts *risk = self->risk->facts;

  tl_summary_begin_question (self, _("What better would look like"), TL_LINE_LINK_DEFINED);
  if (tl_report_says (risk->intended_outcome))
    {
      g_autofree char *markup = g_markup_escape_text (risk->intended_outcome, -1);

      tl_flow_add_paragraph (self->flow, TL_PRINT_BODY, markup);
    }
  for (guint i = 0; i < self->risk->n_measures; i++)
    if (self->risk->measures[i].role == TL_ROLE_PRIMARY)
      add_measure (self, &self->risk->measures[i]);
  tl_summary_add_lacking (self, TL_LINE_LINK_DEFINED);
  tl_summary_end_question (self);
}
