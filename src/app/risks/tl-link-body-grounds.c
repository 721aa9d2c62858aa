/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-link-body-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "tl-format.h"
#include "tl-ground-row.h"
#include "tl-mark-cell.h"
#include "tl-measure-chart.h"
#include "tl-places-chart.h"
#include "tl-risk-mending.h"

/* As many items as fit beside the others; the timeline has them all. */
#define MOST_EVIDENCE 5

static void
add (TlLinkBody *body,
     GtkWidget  *mark,
     const char *text,
     const char *detail)
{
  gtk_box_append (body->box, tl_ground_row_new (mark, text, detail));
}

/* What can be opened to be edited. */
static void
add_row (TlLinkBody    *body,
         GtkWidget     *mark,
         const char    *text,
         const char    *detail,
         TlTable        table,
         const TlFacts *row)
{
  gtk_box_append (body->box, tl_ground_row_new_link (mark, text, detail, "risk.edit",
                                                     tl_risk_mending_target ((int) table, row)));
}

/* A text of the risk under its heading; nothing when it is empty, since what lacks is said elsewhere. */
static void
add_text (TlLinkBody *body,
          const char *heading,
          const char *text)
{
  if (text != NULL && text[0] != '\0')
    add (body, NULL, text, heading);
}

static char *
format_day (TlLinkBody *body,
            TlDay       day)
{
  return tl_format_day_short (day, body->as_at);
}

/* ── Found, Owned, Defined ────────────────────────────────────────────────── */

static void
fill_found (TlLinkBody *body)
{
  const TlRiskFacts *risk = body->risk->facts;

  add_text (body, _("What was wrong"), risk->baseline_issue);
  add_text (body, _("Root cause"), risk->root_cause);
  add_text (body, _("Immediate control"), risk->immediate_control);
  add_text (body, _("Corrective action"), risk->corrective_action);
}

static void
add_owner (TlLinkBody *body)
{
  const TlOwnershipFacts *owner = body->risk->owner;
  g_autofree char *day = NULL, *detail = NULL;

  if (owner == NULL || owner->person == NULL)
    return;
  if (owner->from_date != TL_NO_DAY)
    {
      day = tl_format_day_long (owner->from_date);
      /* Translators: %s is a day such as "3 December 2025" */
      detail = g_strdup_printf (_("answers for it since %s"), day);
    }
  add_row (body, NULL, owner->person->name, detail != NULL ? detail : _("answers for it"), TL_TABLE_OWNERSHIP, &owner->base);
}

static void
add_expected (TlLinkBody                *body,
              const TlExpectedJudgement *expected)
{
  g_autofree char *source = tl_format_capital (tl_word_label (TL_TYPE_SOURCE, (int) expected->facts->source));
  const char *every = tl_word_label (TL_TYPE_INTERVAL, (int) expected->facts->every);
  const char *keeper = expected->facts->person != NULL ? expected->facts->person->name : _("kept by nobody");
  g_autofree char *text = NULL, *late = NULL;

  if (expected->days_late > 0)
    {
      late = tl_format_days (expected->days_late);
      /* Translators: how often a source of evidence is expected, who keeps it, how late it is */
      text = g_strdup_printf (_("%1$s, %2$s, %3$s late"), every, keeper, late);
    }
  else
    /* Translators: how often a source of evidence is expected, who keeps it */
    text = g_strdup_printf (_("%1$s, %2$s"), every, keeper);
  add_row (body, expected->days_late > 0 ? tl_mark_cell_new_finding (TL_SEVERITY_WATCH) : NULL, source, text,
           TL_TABLE_EXPECTED_EVIDENCE, &expected->facts->base);
}

static void
fill_owned (TlLinkBody *body)
{
  const TlRiskJudgement *risk = body->risk;

  add_owner (body);
  for (guint i = 0; i < risk->n_supporters; i++)
    if (risk->supporters[i]->person != NULL)
      add_row (body, NULL, risk->supporters[i]->person->name,
               risk->supporters[i]->contribution != NULL ? risk->supporters[i]->contribution : _("supports it"),
               TL_TABLE_OWNERSHIP, &risk->supporters[i]->base);
  for (guint i = 0; i < risk->n_expected; i++)
    if (risk->expected[i].current)
      add_expected (body, &risk->expected[i]);
}

static void
add_measure (TlLinkBody               *body,
             const TlMeasureJudgement *measure)
{
  g_autofree char *target = tl_format_target (measure->facts, measure->target_value);
  g_autoptr (GString) detail = g_string_new (target);

  if (measure->facts->target_date != TL_NO_DAY)
    {
      g_autofree char *day = tl_format_day_long (measure->facts->target_date);

      /* Translators: follows a target such as "at least 95 %" */
      g_string_append_printf (detail, _(" by %s"), day);
    }
  if (measure->facts->hold_for > 0)
    {
      g_autofree char *periods = tl_format_periods (measure->facts->period, (guint) measure->facts->hold_for);

      /* Translators: follows a target and its date; %s is a length of time such as "12 weeks" */
      g_string_append_printf (detail, _(", held %s"), periods);
    }
  if (isfinite (measure->baseline_value))
    {
      g_autofree char *baseline = tl_format_value (measure->facts, measure->baseline_value);

      /* Translators: follows a target; %s is the value before work began */
      g_string_append_printf (detail, _(", from %s"), baseline);
    }
  add_row (body, NULL, measure->facts->title, detail->str, TL_TABLE_MEASURE, &measure->facts->base);
}

static void
fill_defined (TlLinkBody *body)
{
  add_text (body, _("Intended outcome"), body->risk->facts->intended_outcome);
  for (guint i = 0; i < body->risk->n_measures; i++)
    if (body->risk->measures[i].role == TL_ROLE_PRIMARY)
      add_measure (body, &body->risk->measures[i]);
}

/* ── Acted, Evidenced ─────────────────────────────────────────────────────── */

static char *
describe_action (TlLinkBody              *body,
                 const TlActionJudgement *action)
{
  const char *person = action->facts->person != NULL ? action->facts->person->name : _("nobody");
  g_autofree char *day = NULL;

  if (action->proven != TL_NO_DAY)
    {
      day = format_day (body, action->proven);
      return g_strdup_printf (_("%1$s, proven %2$s"), person, day);
    }
  if (action->done != TL_NO_DAY)
    {
      day = format_day (body, action->done);
      return g_strdup_printf (_("%1$s, done %2$s, not proven"), person, day);
    }
  if (action->ended != TL_NO_DAY)
    {
      day = format_day (body, action->ended);
      return g_strdup_printf (_("%1$s, ended %2$s"), person, day);
    }
  if (action->due == TL_NO_DAY)
    return g_strdup_printf (_("%s, no due date"), person);
  if (action->days_overdue > 0)
    {
      day = tl_format_days (action->days_overdue);
      return g_strdup_printf (_("%1$s, %2$s overdue"), person, day);
    }
  day = format_day (body, action->due);
  return g_strdup_printf (_("%1$s, due %2$s"), person, day);
}

static void
fill_acted (TlLinkBody *body)
{
  for (guint i = 0; i < body->risk->n_actions; i++)
    {
      g_autofree char *detail = describe_action (body, &body->risk->actions[i]);

      add_row (body, tl_mark_cell_new_action (&body->risk->actions[i]), body->risk->actions[i].facts->title, detail,
               TL_TABLE_ACTION, &body->risk->actions[i].facts->base);
    }
}

static void
fill_evidenced (TlLinkBody *body)
{
  const TlRiskJudgement *risk = body->risk;
  guint n_shown = MIN (risk->n_evidence, MOST_EVIDENCE);

  for (guint i = 0; i < n_shown; i++)
    {
      const TlEvidenceItem *item = &risk->evidence[risk->n_evidence - 1 - i];
      g_autofree char *text = tl_evidence_item_dup_text (item);
      g_autofree char *day = format_day (body, item->date);
      const char *source = tl_word_label (TL_TYPE_SOURCE, (int) item->source);
      const TlPlaceFacts *place = tl_evidence_item_get_place (item);
      g_autofree char *detail = NULL;

      if (place != NULL)
        detail = g_strdup_printf ("%s, %s, %s", day, source, place->name);
      else
        detail = g_strdup_printf ("%s, %s", day, source);
      if (item->facts != NULL)
        add_row (body, tl_mark_cell_new_evidence (item->verdict, item->kind), text, detail, TL_TABLE_EVIDENCE,
                 &item->facts->base);
      else
        add (body, tl_mark_cell_new_evidence (item->verdict, item->kind), text, detail);
    }
  if (risk->n_evidence > n_shown)
    {
      guint more = risk->n_evidence - n_shown;
      g_autofree char *rest = g_strdup_printf (ngettext ("and %u earlier item", "and %u earlier items", more), more);

      add (body, NULL, NULL, rest);
    }
}

/* ── Improved, Even, Sustained ────────────────────────────────────────────── */

static void
fill_improved (TlLinkBody *body)
{
  for (guint i = 0; i < body->risk->n_measures; i++)
    {
      const TlMeasureJudgement *measure = &body->risk->measures[i];
      GtkWidget *chart = NULL;

      if (measure->role != TL_ROLE_PRIMARY || measure->series == NULL || measure->series->n_points == 0)
        continue;
      chart = tl_measure_chart_new ();
      tl_measure_chart_set_measure (TL_MEASURE_CHART (chart), body->assessment, measure);
      add (body, NULL, NULL, measure->facts->title);
      gtk_box_append (body->box, chart);
    }
}

static void
add_comparison (TlLinkBody               *body,
                const TlMeasureJudgement *measure,
                const TlComparison       *comparison)
{
  GtkWidget *chart = tl_places_chart_new ();
  g_autofree char *kind = tl_format_capital (tl_word_label (TL_TYPE_PLACE_KIND, (int) comparison->dimension));
  /* Translators: a kind of place, then a measure: "Location: Entries complete" */
  g_autofree char *detail = g_strdup_printf (_("%1$s: %2$s"), kind, measure->facts->title);

  tl_comparison_chart_set_comparison (TL_COMPARISON_CHART (chart), body->assessment, measure, comparison);
  add (body, NULL, NULL, detail);
  gtk_box_append (body->box, chart);
}

/* The dimensions that are uneven; the first where all are even. */
static void
fill_even (TlLinkBody *body)
{
  const TlMeasureJudgement *first = NULL;
  gboolean uneven = FALSE;

  for (guint i = 0; i < body->risk->n_measures; i++)
    {
      const TlMeasureJudgement *measure = &body->risk->measures[i];

      if (measure->role != TL_ROLE_PRIMARY)
        continue;
      for (guint j = 0; j < measure->n_comparisons; j++)
        if (measure->comparisons[j].evenness == TL_EVENNESS_UNEVEN && measure->comparisons[j].n_weak > 0)
          {
            add_comparison (body, measure, &measure->comparisons[j]);
            uneven = TRUE;
          }
      if (first == NULL && measure->n_comparisons > 0)
        first = measure;
    }
  if (!uneven && first != NULL && first->comparisons[0].n_places > 0)
    add_comparison (body, first, &first->comparisons[0]);
}

static void
fill_sustained (TlLinkBody *body)
{
  for (guint i = 0; i < body->risk->n_measures; i++)
    {
      const TlMeasureJudgement *measure = &body->risk->measures[i];
      g_autofree char *needed = NULL, *detail = NULL;

      if (measure->role != TL_ROLE_PRIMARY || measure->facts->hold_for <= 0)
        continue;
      needed = tl_format_periods (measure->facts->period, (guint) measure->facts->hold_for);
      /* Translators: how many periods a target has held, of how many: "held 7 of 12 weeks" */
      detail = g_strdup_printf (_("held %1$u of %2$s"), MIN (measure->held_for, (guint) measure->facts->hold_for), needed);
      add (body, NULL, measure->facts->title, detail);
    }
}

void
tl_link_body_add_grounds (TlLinkBody *body,
                          TlLineLink  link)
{
  static void (* const fill[]) (TlLinkBody *) = {
    [TL_LINE_LINK_FOUND] = fill_found,
    [TL_LINE_LINK_OWNED] = fill_owned,
    [TL_LINE_LINK_DEFINED] = fill_defined,
    [TL_LINE_LINK_ACTED] = fill_acted,
    [TL_LINE_LINK_EVIDENCED] = fill_evidenced,
    [TL_LINE_LINK_IMPROVED] = fill_improved,
    [TL_LINE_LINK_EVEN] = fill_even,
    [TL_LINE_LINK_SUSTAINED] = fill_sustained,
  };

  fill[link] (body);
}
