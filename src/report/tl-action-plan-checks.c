/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fields of an action plan that ask how an improvement is checked, and by whom. */
#include "config.h"

#include "tl-action-plan.h"

#include "tl-format.h"
#include "tl-group.h"
#include "tl-paragraph.h"
#include "tl-report-words.h"
#include "tl-summary.h"

#include <glib/gi18n-lib.h>

static void
add_measures (TlFlow                *flow,
              const TlRiskJudgement *risk)
{
  gboolean any = FALSE;

  for (guint i = 0; i < risk->n_measures; i++)
    {
      g_autofree char *target = NULL;

      if (risk->measures[i].role != TL_ROLE_PRIMARY)
        continue;
      target = tl_summary_describe_target (&risk->measures[i]);
      tl_flow_add_paragraph (flow, TL_PRINT_BODY, target);
      any = TRUE;
    }
  if (!any)
    tl_action_plan_add_answer (flow, NULL, _("No measure says when it is better."));
}

static void
add_sources (TlFlow                *flow,
             const TlRiskJudgement *risk)
{
  gboolean any = FALSE;

  for (guint i = 0; i < risk->n_expected; i++)
    {
      const TlExpectedEvidenceFacts *facts = risk->expected[i].facts;
      g_autofree char *source = tl_format_capital (tl_word_label (TL_TYPE_SOURCE, facts->source));
      g_autofree char *every = tl_report_every (facts->every);
      g_autofree char *keeper = tl_summary_describe_keeper (facts);
      g_autofree char *markup = NULL;

      if (!risk->expected[i].current)
        continue;
      if (!any)
        {
          tl_flow_add_space (flow, 3.0);
          tl_flow_add_paragraph (flow, TL_PRINT_BODY, _("It is checked by:"));
          tl_flow_keep_with_next (flow);
          tl_flow_begin_group (flow, "L");
        }
      any = TRUE;
      /* Translators: a source of evidence, how often it reports, and who keeps it in which record */
      markup = g_strdup_printf (_("<b>%1$s</b>, %2$s, kept by %3$s"), source, every, keeper);
      tl_flow_add_item (flow, "•", markup);
    }
  if (any)
    tl_flow_end_group (flow, "L");
  else
    tl_action_plan_add_answer (flow, NULL, _("No source is expected to report on it."));
}

static void
add_review (TlFlow                *flow,
            const TlRiskJudgement *risk,
            TlDay                  as_at)
{
  g_autofree char *next = risk->next_review != TL_NO_DAY ? tl_format_day_long (risk->next_review) : NULL;
  g_autofree char *sentence = NULL;
  const char *forum = risk->facts->forum != NULL ? risk->facts->forum->name : NULL;

  if (risk->state != TL_RISK_STATE_OPEN || next == NULL)
    return;
  if (forum != NULL)
    /* Translators: a forum, and a day */
    sentence = g_strdup_printf (risk->next_review < as_at ? _("%1$s reviews it; the next review was due on %2$s.")
                                                          : _("%1$s reviews it; the next review is due by %2$s."),
                                forum, next);
  else
    sentence = g_strdup_printf (risk->next_review < as_at ? _("The next review was due on %s.")
                                                          : _("The next review is due by %s."), next);
  tl_flow_add_space (flow, 3.0);
  tl_action_plan_add_answer (flow, sentence, "");
}

/**
 * tl_action_plan_add_checks:
 * @flow: a flow
 * @risk: a risk
 * @as_at: the day for which everything is shown
 *
 * Adds the fields that ask how it will be made sure that improvements have been made and last, by what measures, and who
 * is responsible for that.
 */
void
tl_action_plan_add_checks (TlFlow                *flow,
                           const TlRiskJudgement *risk,
                           TlDay                  as_at)
{
  const TlWho *who = &risk->facts->checked_by;
  g_autofree char *name = tl_report_who (who);
  g_autofree char *named = NULL;

  tl_action_plan_begin_field (flow, 6, _("How it will be made sure that improvements have been made and are sustainable, "
                                         "and what measures check it"));
  add_measures (flow, risk);
  add_sources (flow, risk);
  add_review (flow, risk, as_at);
  tl_action_plan_end_field (flow);

  tl_action_plan_begin_field (flow, 7, _("Who is responsible for that"));
  if (name != NULL)
    named = who->person != NULL && tl_report_says (who->person->role) ? g_strdup_printf (_("%1$s, %2$s"), name, who->person->role)
                                                                      : g_strdup (name);
  tl_action_plan_add_answer (flow, named, _("No one is named to check it."));
  tl_action_plan_end_field (flow);
}
