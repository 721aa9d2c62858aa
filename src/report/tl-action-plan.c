/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The action plan: every risk in the field order of CQC's report on actions. A field that nothing is recorded for says so. */
#include "config.h"

#include "tl-action-plan.h"

#include "tl-format.h"
#include "tl-frameworks.h"
#include "tl-group.h"
#include "tl-pack.h"
#include "tl-page-table.h"
#include "tl-paragraph.h"
#include "tl-report-words.h"
#include "tl-summary.h"

#include <glib/gi18n-lib.h>

#define ANSWER_INSET 18.0
#define FIELD_GAP 9.0

enum
{
  COLUMN_ACTION,
  COLUMN_RESULT,
  COLUMN_PERSON,
  COLUMN_DUE,
};

/* ── Fields ────────────────────────────────────────────────────────────────── */

static void
draw_number (TlCanvas      *canvas,
             double         x,
             double         y,
             gconstpointer  data)
{
  g_autofree char *number = g_strdup_printf ("%u", GPOINTER_TO_UINT (data));
  double leading = tl_typesetter_get_leading (canvas->typesetter, TL_PRINT_QUESTION);

  tl_canvas_begin_artifact (canvas);
  tl_canvas_show_text (canvas, TL_PRINT_DIMMED, number, x, y - leading / 2.0, -1.0, PANGO_ALIGN_LEFT);
  tl_canvas_end_artifact (canvas);
}

/**
 * tl_action_plan_begin_field:
 * @flow: a flow
 * @number: the field's number on the form, from 1
 * @question: what the field asks, plain text
 *
 * Begins a field: what is added until tl_action_plan_end_field() answers it.
 */
void
tl_action_plan_begin_field (TlFlow     *flow,
                            guint       number,
                            const char *question)
{
  TlLeadMark mark = { draw_number, GUINT_TO_POINTER (number), ANSWER_INSET };
  g_autofree char *markup = g_markup_escape_text (question, -1);

  tl_flow_add_space (flow, FIELD_GAP);
  tl_flow_add_heading (flow, 3, TL_PRINT_QUESTION, markup, &mark);
  tl_flow_push_inset (flow, ANSWER_INSET);
  tl_flow_add_space (flow, 1.0);
}

/**
 * tl_action_plan_end_field:
 * @flow: a flow
 *
 * Ends what answers a field.
 */
void
tl_action_plan_end_field (TlFlow *flow)
{
  tl_flow_pop_inset (flow);
}

/**
 * tl_action_plan_add_answer:
 * @flow: a flow
 * @text: (nullable): what is recorded, plain text
 * @lack: the sentence that stands there when nothing is
 *
 * Adds an answer, or that there is none as plainly.
 */
void
tl_action_plan_add_answer (TlFlow     *flow,
                           const char *text,
                           const char *lack)
{
  g_autofree char *sentence = tl_report_says (text) ? tl_report_sentence (text) : NULL;
  g_autofree char *markup = g_markup_escape_text (sentence != NULL ? sentence : lack, -1);

  tl_flow_add_paragraph (flow, sentence != NULL ? TL_PRINT_BODY : TL_PRINT_STRONG, markup);
}

static void
add_labelled (TlFlow     *flow,
              const char *label,
              const char *text)
{
  g_autofree char *sentence = tl_report_says (text) ? tl_report_sentence (text) : NULL;
  g_autofree char *markup = NULL;

  if (sentence == NULL)
    return;
  /* Translators: what a text is, and the text */
  markup = g_markup_printf_escaped (_("<b>%1$s:</b> %2$s"), label, sentence);
  tl_flow_add_space (flow, 2.0);
  tl_flow_add_paragraph (flow, TL_PRINT_BODY, markup);
}

/* ── What was not met ──────────────────────────────────────────────────────── */

/* Its number, and what it is called where that is known. */
static char *
describe_regulation (const TlFrameworks *frameworks,
                     const char         *code)
{
  const TlFrameworkEntry *entry = frameworks != NULL ? tl_frameworks_find_regulation (frameworks, code) : NULL;
  const char *number = strchr (code, '/');

  if (entry == NULL)
    /* Translators: number of a regulation */
    return g_strdup_printf (_("Regulation %s"), code);
  if (number != NULL)
    /* Translators: number of a regulation, its title, and the set of regulations that it is in */
    return g_strdup_printf (_("Regulation %1$s: %2$s (%3$s)"), number + 1, entry->title, entry->group);
  /* Translators: number of a regulation, and its title */
  return g_strdup_printf (_("Regulation %1$s: %2$s"), code, entry->title);
}

static void
add_regulations (TlFlow             *flow,
                 const TlFrameworks *frameworks,
                 const TlRiskFacts  *risk)
{
  if (risk->regulations == NULL || risk->regulations[0] == NULL)
    tl_action_plan_add_answer (flow, NULL, _("No regulation is named."));
  for (guint i = 0; risk->regulations != NULL && risk->regulations[i] != NULL; i++)
    {
      g_autofree char *regulation = describe_regulation (frameworks, risk->regulations[i]);

      tl_action_plan_add_answer (flow, regulation, "");
    }
}

static void
add_not_met (TlFlow             *flow,
             const TlFrameworks *frameworks,
             const TlRiskFacts  *risk)
{
  g_autofree char *origin = tl_summary_describe_origin (risk);

  tl_action_plan_begin_field (flow, 1, _("Regulated activity"));
  tl_action_plan_add_answer (flow, risk->regulated_activity, _("No regulated activity is named."));
  tl_action_plan_end_field (flow);

  tl_action_plan_begin_field (flow, 2, _("Regulation"));
  add_regulations (flow, frameworks, risk);
  tl_action_plan_end_field (flow);

  tl_action_plan_begin_field (flow, 3, _("How the regulation was not being met"));
  tl_action_plan_add_answer (flow, risk->baseline_issue, _("It doesn’t say what was wrong."));
  add_labelled (flow, _("Found by"), origin);
  add_labelled (flow, _("Root cause"), risk->root_cause);
  tl_action_plan_end_field (flow);
}

/* ── What will be done ─────────────────────────────────────────────────────── */

static char *
describe_due (const TlActionJudgement *action,
              TlDay                    as_at)
{
  g_autofree char *day = NULL;

  if (action->done != TL_NO_DAY)
    {
      day = tl_format_day_short (action->done, as_at);
      return g_strdup_printf (_("done %s"), day);
    }
  if (action->due == TL_NO_DAY)
    return g_strdup_printf ("<b>%s</b>", _("no due date"));
  day = tl_format_day_short (action->due, as_at);
  return action->days_overdue > 0 ? g_strdup_printf (_("%s, <b>overdue</b>"), day) : g_steal_pointer (&day);
}

static void
add_action (TlPageTable             *table,
            const TlActionJudgement *action,
            TlDay                    as_at)
{
  const TlActionFacts *facts = action->facts;
  g_autofree char *place = facts->place != NULL ? g_strdup_printf (" (%s)", facts->place->name) : g_strdup ("");
  g_autofree char *title = g_markup_printf_escaped ("%s%s", tl_report_says (facts->title) ? facts->title : _("No title"),
                                                    place);
  g_autofree char *result = g_markup_escape_text (tl_report_says (facts->expected_result) ? facts->expected_result : "–", -1);
  g_autofree char *person = facts->person != NULL ? g_markup_escape_text (facts->person->name, -1)
                                                  : g_strdup_printf ("<b>%s</b>", _("No one"));
  g_autofree char *due = describe_due (action, as_at);

  tl_page_table_add_row (table, TL_ROW_PLAIN);
  tl_page_table_set_cell (table, COLUMN_ACTION, TL_PRINT_BODY, title);
  tl_page_table_set_cell (table, COLUMN_RESULT, TL_PRINT_BODY, result);
  tl_page_table_set_cell (table, COLUMN_PERSON, TL_PRINT_BODY, person);
  tl_page_table_set_cell (table, COLUMN_DUE, TL_PRINT_BODY, due);
}

static void
add_actions (TlFlow                *flow,
             const TlRiskJudgement *risk,
             TlDay                  as_at)
{
  TlPageTable *table = NULL;

  for (guint i = 0; i < risk->n_actions; i++)
    {
      if (!risk->actions[i].open && risk->actions[i].done == TL_NO_DAY)
        continue;
      if (table == NULL)
        {
          table = tl_page_table_new ();
          tl_page_table_add_column (table, _("Action"), TL_COLUMN_SHARE, 1.3, PANGO_ALIGN_LEFT);
          tl_page_table_add_column (table, _("What it should bring"), TL_COLUMN_SHARE, 1.3, PANGO_ALIGN_LEFT);
          tl_page_table_add_column (table, _("Responsible"), TL_COLUMN_FIT, 0.0, PANGO_ALIGN_LEFT);
          tl_page_table_add_column (table, _("By"), TL_COLUMN_FIT, 0.0, PANGO_ALIGN_LEFT);
          tl_page_table_set_row_heads (table, COLUMN_ACTION);
        }
      add_action (table, &risk->actions[i], as_at);
    }
  if (table == NULL)
    {
      tl_action_plan_add_answer (flow, NULL, _("No action has been agreed."));
      return;
    }
  tl_flow_add_space (flow, 4.0);
  tl_flow_add_table (flow, table);
}

static void
add_owner (TlFlow                *flow,
           const TlRiskJudgement *risk)
{
  const TlPersonFacts *person = risk->n_owners == 1 && risk->owner != NULL ? risk->owner->person : NULL;
  g_autofree char *who = NULL;

  if (risk->n_owners > 1)
    {
      const char *several = g_dngettext (GETTEXT_PACKAGE, "%u person is recorded as accountable; it must be one.",
                                         "%u people are recorded as accountable; it must be one.", risk->n_owners);
      g_autofree char *sentence = g_strdup_printf (several, risk->n_owners);

      tl_action_plan_add_answer (flow, NULL, sentence);
      return;
    }
  if (person != NULL)
    who = tl_report_says (person->role) ? g_strdup_printf (_("%1$s, %2$s"), person->name, person->role)
                                        : g_strdup (person->name);
  tl_action_plan_add_answer (flow, who, _("No one is accountable."));
}

/* ── When, and until then ──────────────────────────────────────────────────── */

static char *
describe_completion (const TlRiskJudgement *risk)
{
  TlDay last_due = TL_NO_DAY, last_done = TL_NO_DAY;
  guint n_open = 0, n_undated = 0;
  g_autofree char *day = NULL;

  for (guint i = 0; i < risk->n_actions; i++)
    {
      const TlActionJudgement *action = &risk->actions[i];

      last_done = MAX (last_done, action->done);
      if (!action->open)
        continue;
      n_open++;
      n_undated += action->due == TL_NO_DAY;
      last_due = MAX (last_due, action->due);
    }
  if (n_undated > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Not said: %u action has no due date.",
                                         "Not said: %u actions have no due date.", n_undated), n_undated);
  if (n_open == 0 && last_done == TL_NO_DAY)
    return NULL;
  day = tl_format_day_long (n_open > 0 ? last_due : last_done);
  return g_strdup_printf (n_open > 0 ? _("%s, when the last open action is due") : _("All actions were done by %s"), day);
}

static void
add_until_then (TlFlow                *flow,
                const TlRiskJudgement *risk)
{
  g_autofree char *completion = describe_completion (risk);

  tl_action_plan_begin_field (flow, 8, _("Resources needed, and whether they are available"));
  tl_action_plan_add_answer (flow, risk->facts->resources, _("No resources are named."));
  if (tl_report_says (risk->facts->resources))
    {
      tl_flow_add_space (flow, 2.0);
      if (tl_report_says (risk->facts->resources_available))
        add_labelled (flow, _("Available"), risk->facts->resources_available);
      else
        tl_action_plan_add_answer (flow, NULL, _("It doesn’t say whether they are available."));
    }
  tl_action_plan_end_field (flow);

  tl_action_plan_begin_field (flow, 9, _("Date actions will be completed"));
  tl_action_plan_add_answer (flow, completion, _("No date is agreed."));
  tl_action_plan_end_field (flow);

  tl_action_plan_begin_field (flow, 10, _("How people will be affected until then"));
  tl_action_plan_add_answer (flow, risk->facts->effect_until_then, _("It doesn’t say how people are affected."));
  add_labelled (flow, _("Kept safe meanwhile by"), risk->facts->immediate_control);
  tl_action_plan_end_field (flow);
}

/* ── All of it ─────────────────────────────────────────────────────────────── */

static void
add_risk (const TlReportMaking  *making,
          const TlFrameworks    *frameworks,
          const TlRiskJudgement *risk)
{
  TlFlow *flow = tl_document_get_flow (making->document);
  TlDay as_at = tl_assessment_get_as_at (making->assessment);
  g_autofree char *name = tl_format_risk (risk->facts);
  g_autofree char *title = g_markup_escape_text (name, -1);
  TlAnchor *anchor = tl_document_new_anchor (making->document);

  tl_flow_begin_group (flow, "Sect");
  tl_flow_add_anchor (flow, anchor);
  tl_document_add_bookmark (making->document, 0, name, anchor);
  tl_flow_add_heading (flow, 2, TL_PRINT_SECTION, title, NULL);
  add_not_met (flow, frameworks, risk->facts);

  tl_action_plan_begin_field (flow, 4, _("What will be done, and what it is intended to achieve"));
  tl_action_plan_add_answer (flow, risk->facts->intended_outcome, _("It doesn’t say what it is intended to achieve."));
  add_actions (flow, risk, as_at);
  tl_action_plan_end_field (flow);

  tl_action_plan_begin_field (flow, 5, _("Who is responsible for the action"));
  add_owner (flow, risk);
  tl_action_plan_end_field (flow);

  tl_action_plan_add_checks (flow, risk, as_at);
  add_until_then (flow, risk);
  tl_flow_end_group (flow, "Sect");
}

/**
 * tl_action_plan_add:
 * @making: the report
 * @error: return location for an error
 *
 * Adds the action plan: each risk on pages of its own, field by field in the order of CQC's report on actions.
 *
 * Returns: whether it is complete; %FALSE when cancelled
 */
gboolean
tl_action_plan_add (const TlReportMaking  *making,
                    GError               **error)
{
  TlFlow *flow = tl_document_get_flow (making->document);
  /* Where they aren't there, numbers have to do. */
  g_autoptr (TlFrameworks) frameworks = tl_frameworks_load_installed (NULL, NULL);

  tl_flow_add_heading (flow, 1, TL_PRINT_TITLE, _("Action plan"), NULL);
  tl_flow_add_space (flow, 4.0);
  tl_flow_add_paragraph (flow, TL_PRINT_DIMMED, _("In the order of CQC’s report on actions."));
  tl_flow_add_space (flow, 12.0);
  if (making->risks->len == 0)
    tl_pack_add_nothing (making->document);
  for (guint i = 0; i < making->risks->len; i++)
    {
      if (!tl_report_making_step (making, i, making->risks->len, error))
        return FALSE;
      if (i > 0)
        tl_flow_add_new_page (flow);
      add_risk (making, frameworks, g_ptr_array_index (making->risks, i));
    }

  return TRUE;
}
